//! Documents kept from day to day: a diary, a log, a chronicle. What stands under a day is told on that day.

use super::{Day, stated::whole_day};
use crate::{dates::expr::Timex, text::Span};

/// Fewer days make no log.
pub const FEWEST: usize = 3;
/// What stands further on belongs to no day any more.
const MAX_ENTRY_BYTES: u32 = 6000;

/// Where each day's entry begins, in order; empty where the text is no log: three days or more, none before the last.
pub fn entries(text: &str, timexes: &[Timex]) -> Vec<(u32, Day)> {
    let heads = timexes.iter().filter(|timex| heads_entry(text, timex.span));
    let entries: Vec<(u32, Day)> = heads.filter_map(|timex| Some((timex.span.start_byte, whole_day(timex)?))).collect();
    let rises = entries.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    if rises && entries.len() >= FEWEST { entries } else { Vec::new() }
}

/// The day of the entry that holds this place.
pub fn day_at(entries: &[(u32, Day)], at: Span) -> Option<Day> {
    let behind = entries.partition_point(|(start, _)| *start < at.start_byte);
    let (start, day) = entries[behind.checked_sub(1)?];
    (at.start_byte - start < MAX_ENTRY_BYTES).then_some(day)
}

/// "17 september 1944. Zondag. …", "3 mei 2021: …", or a day alone in its line.
pub fn heads_entry(text: &str, span: Span) -> bool {
    let is_mark = |c: char| matches!(c, ' ' | '*' | '_' | '\u{a0}');
    let before = text[..span.start()].trim_end_matches(is_mark);
    let after = text[span.end()..].trim_start_matches(is_mark);
    let opens = before.is_empty() || before.ends_with('\n');
    opens && (after.is_empty() || after.starts_with(['\n', '.', ':', '–', '—']))
}
