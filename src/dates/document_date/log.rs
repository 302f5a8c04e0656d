//! Documents kept from day to day: a diary, a log, a chronicle. What stands under a day is told on that day.

use super::{Day, stated::whole_day};
use crate::{
    dates::expr::{Expr, Point, Timex, Year},
    text::Span,
};

/// Fewer days make no log.
pub const FEWEST: usize = 3;
/// What stands further on belongs to no day any more.
const MAX_ENTRY_BYTES: u32 = 6000;

/// Where each day's entry begins, in order; empty where the text is no log: three days or more, none before the last.
pub fn entries(text: &str, timexes: &[Timex]) -> Vec<(u32, Day)> {
    let mut told = None;
    let mut entries: Vec<(u32, Day)> = Vec::new();
    for timex in timexes {
        if heads_entry(text, timex.span)
            && let Some(day) = whole_day(timex).or_else(|| day_of_year(timex, told?))
        {
            entries.push((timex.span.start_byte, day));
        }
        told = year_of(timex).or(told);
    }
    let rises = entries.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    if rises && entries.len() >= FEWEST { entries } else { Vec::new() }
}

/// "Vrijdag 8 juli", of the year that was told last.
fn day_of_year(timex: &Timex, year: i32) -> Option<Day> {
    match &timex.expr {
        Expr::Point(Point::Calendar { year: Year::Absent, month: Some(month), day: Some(day), .. }, None) => {
            Day::from_ymd(year, u32::from(*month), u32::from(*day))
        }
        _ => None,
    }
}

fn year_of(timex: &Timex) -> Option<i32> {
    let of = |point: &Point| match point {
        Point::Calendar { year: Year::Known(year), .. } => Some(*year),
        _ => None,
    };
    match &timex.expr {
        Expr::Point(point, _) | Expr::Clocks { day: Some(point), .. } => of(point),
        Expr::Range(_, point) | Expr::Either(_, point) => of(point),
        _ => None,
    }
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
