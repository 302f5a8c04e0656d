//! When a document was written, as far as its date and its head lines tell, and what follows for who repeats whom.

use super::{
    direction::{End, Signal, name, one_of},
    reading::Reading,
};
use crate::text::{Document, Said, Span, fold};

/// Head lines stand before the first block of so many bytes, among the first so many blocks.
const RUNNING_TEXT: usize = 240;
const HEAD_BLOCKS: usize = 8;
/// A date is closed where it leaves no more days open than a month has.
const MONTH: i32 = 31;
/// Bytes before a day that may say that the text was revised then.
const REVISION: usize = 60;

/// The first and the last day on which a text may have been written; `None` is open.
type Days = (Option<i32>, Option<i32>);

/// The lines above the running text: title, author, date, addressee.
pub(super) fn head_lines(document: &Document) -> impl Iterator<Item = Span> + '_ {
    let blocks = document.blocks.iter().take(HEAD_BLOCKS);
    blocks.map(|block| block.span).take_while(|span| span.len() < RUNNING_TEXT)
}

/// When the text was written: by its own date, else the latest day that its head names, or month, or year. A text that
/// says in its head that it was adopted or revised later is of that day.
pub(super) fn written(reading: &Reading<'_>) -> Days {
    let quotable = reading.quotable;
    let (earliest, latest) = (quotable.earliest_day, quotable.latest_day);
    let closed = earliest.zip(latest).is_some_and(|(earliest, latest)| latest - earliest <= MONTH);
    let revised = in_head(reading).filter(|(span, ..)| is_revision(reading.text(), *span));
    let named = if closed { latest_of(revised) } else { latest_of(in_head(reading)) };
    let later = |(first, _): &(i32, i32)| earliest.is_none_or(|earliest| earliest <= *first);
    match named.filter(later) {
        Some((first, last)) => (Some(first), Some(last)),
        None => (earliest, latest),
    }
}

/// The latest of the days; where there are none, of the months; else of the years.
fn latest_of(named: impl Iterator<Item = (Span, i32, i32)>) -> Option<(i32, i32)> {
    let vague = |first: i32, last: i32| (last > first) as u8 + (last - first > MONTH) as u8;
    named.map(|(_, first, last)| (first, last)).min_by_key(|(first, last)| (vague(*first, *last), -first))
}

fn in_head<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = (Span, i32, i32)> + 'a {
    let document = reading.quotable.document;
    let end = head_lines(document).last().map_or(0, |line| line.end_byte);
    reading.quotable.named_days.iter().copied().filter(move |(span, ..)| span.end_byte <= end)
}

/// Where the last so many bytes before `end` begin, on a character's border.
pub(super) fn bytes_before(text: &str, end: usize, n_bytes: usize) -> usize {
    let start = end.saturating_sub(n_bytes);
    (start..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end)
}

/// Where the first so many bytes from `start` end, on a character's border.
pub(super) fn bytes_behind(text: &str, start: usize, n_bytes: usize) -> usize {
    let end = (start + n_bytes).min(text.len());
    (start..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start)
}

/// "gewijzigd vastgesteld in de vergadering van", "as revised on".
fn is_revision(text: &str, day: Span) -> bool {
    let start = bytes_before(text, day.start(), REVISION);
    let before = fold(text[start..day.start()].rsplit('\n').next().unwrap_or(""));
    let ways = [
        "vastgesteld",
        "goedgekeurd",
        "gewijzigd",
        "herzien",
        "bijgewerkt",
        "approved",
        "adopted",
        "revised",
        "amended",
        "updated",
    ];
    ways.iter().any(|way| before.contains(way))
}

/// Whether both texts are known to be of one and the same day.
pub(super) fn of_one_day(x: End<'_>, y: End<'_>) -> bool {
    let (x, y) = (written(x.reading), written(y.reading));
    x == y && x.0.is_some() && x.0 == x.1
}

/// One text was surely written before the other.
pub(super) fn by_date(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let (own, earlier) = (written(one.reading).0?, written(other.reading).1?);
        (earlier < own).then(|| {
            let (name, older) = (name(one.reading.quotable.document), name(other.reading.quotable.document));
            Said::new(
                format!("{older} is eerder gedateerd dan {name}"),
                format!("{older} is dated earlier than {name}"),
            )
        })
    })
}

/// Of a text whose date is open, all that is known is that it is no older than the last day it names; it is seldom much
/// younger either.
pub(super) fn by_least_date(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let (own, older) = (written(one.reading), written(other.reading));
        (older.0? < own.0? && (own.1.is_none() || older.1.is_none())).then(|| {
            let (name, older) = (name(one.reading.quotable.document), name(other.reading.quotable.document));
            Said::new(
                format!("{older} noemt geen dag die zo laat is als die van {name}"),
                format!("{older} names no day as late as that of {name}"),
            )
        })
    })
}

/// One text names the day of the other: a day that is not its own.
pub(super) fn by_reference(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let (Some(earliest), Some(latest)) = written(other.reading) else {
            return None;
        };
        let (first, last) = written(one.reading);
        let own = |day: i32| first.zip(last).is_some_and(|(first, last)| (first..=last).contains(&day));
        let names =
            |(_, day, last): &&(Span, i32, i32)| day == last && earliest == latest && earliest == *day && !own(*day);
        let (place, ..) = one.reading.quotable.named_days.iter().find(names)?;
        let (name, named) = (name(one.reading.quotable.document), name(other.reading.quotable.document));
        let words = place.of(one.reading.text());
        Some(Said::new(
            format!("{name} noemt de datum van {named}: „{words}”"),
            format!("{name} names the date of {named}: “{words}”"),
        ))
    })
}
