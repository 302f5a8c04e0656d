//! What an EDTF value (ISO 8601-2) looks like on a time axis: a day is a mark, a stretch is a bar, what is only possible
//! is hatched, what is open fades. Never a dot in the middle of an interval.

use crate::engine::Day;

/// Half open, in days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: i32,
    pub to: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Day(i32),
    /// One day in a unit of the calendar: a month, a season, a year, a century.
    Unit(Stretch),
    /// One day somewhere between two bounds; `None` is open.
    Somewhere(Option<i32>, Option<i32>),
    /// Lasted. An end is the stretch in which it lies; `None` is open.
    Lasted(Option<Stretch>, Option<Stretch>),
    /// Approximate.
    About(Stretch),
    Unknown,
}

/// A value as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    pub shape: Shape,
    /// The source doubts it (`?`).
    pub doubtful: bool,
}

impl Shape {
    /// First moment and the one after the last; `None` is open on that side.
    pub fn bounds(&self) -> (Option<i32>, Option<i32>) {
        match *self {
            Shape::Day(day) => (Some(day), Some(day + 1)),
            Shape::Unit(unit) | Shape::About(unit) => (Some(unit.from), Some(unit.to)),
            Shape::Somewhere(from, to) => (from, to),
            Shape::Lasted(first, last) => (first.map(|end| end.from), last.map(|end| end.to)),
            Shape::Unknown => (None, None),
        }
    }

    /// Where it stands in order of time; what is open at the left stands before its end.
    pub fn place(&self) -> Option<i32> {
        let (from, to) = self.bounds();
        from.or(to.map(|to| to - 1))
    }
}

/// The drawing for an EDTF value. What is no EDTF falls back on the bounds that came with it.
pub fn drawn(edtf: &str, earliest: Option<Day>, latest: Option<Day>) -> Drawn {
    let doubtful = edtf.contains(['?', '%']);
    let shape = shape(edtf.trim()).unwrap_or(match (earliest, latest) {
        (None, None) => Shape::Unknown,
        (Some(first), Some(last)) if first == last => Shape::Day(first.0),
        (first, last) => Shape::Somewhere(first.map(|day| day.0), last.map(|day| day.0 + 1)),
    });
    Drawn { shape, doubtful }
}

fn shape(edtf: &str) -> Option<Shape> {
    if let Some(inside) = edtf.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return one_of(inside);
    }
    if let Some(inside) = edtf.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let (first, last) = hull(inside)?;
        return Some(Shape::Lasted(first, last));
    }
    if let Some((first, last)) = edtf.split_once('/') {
        let end = |side: &str| match side {
            "" | ".." => Some(None),
            date => stretch(date).map(Some),
        };
        let (first, last) = (end(first)?, end(last)?);
        return (first.is_some() || last.is_some()).then_some(Shape::Lasted(first, last));
    }
    let stretch = stretch(edtf)?;
    Some(match stretch.to - stretch.from {
        _ if edtf.contains(['~', '%']) => Shape::About(stretch),
        1 => Shape::Day(stretch.from),
        _ => Shape::Unit(stretch),
    })
}

/// `a..b`, `a..`, `..b`, or dates with commas: one day of these.
fn one_of(inside: &str) -> Option<Shape> {
    let (first, last) = hull(inside)?;
    let bounds = (first.map(|end| end.from), last.map(|end| end.to));
    Some(match bounds {
        (Some(from), Some(to)) if to - from == 1 => Shape::Day(from),
        (from, to) => Shape::Somewhere(from, to),
    })
}

type Ends = (Option<Stretch>, Option<Stretch>);

fn hull(inside: &str) -> Option<Ends> {
    let mut parts = inside.split(',').map(|part| match part.trim().split_once("..") {
        Some((first, last)) => {
            let end = |side: &str| if side.is_empty() { Some(None) } else { stretch(side).map(Some) };
            Some((end(first)?, end(last)?))
        }
        None => stretch(part.trim()).map(|day| (Some(day), Some(day))),
    });
    let (mut first, mut last) = parts.next()??;
    for part in parts {
        let (from, to) = part?;
        first = first.zip(from).map(|(a, b)| if b.from < a.from { b } else { a });
        last = last.zip(to).map(|(a, b)| if b.to > a.to { b } else { a });
    }
    (first.is_some() || last.is_some()).then_some((first, last))
}

/// The days that a single date allows: `2022`, `202X`, `2022-08`, `2022-24` (a season), `2022-33` (a quarter),
/// `2022-11-15`, with or without qualifiers and a time of day.
fn stretch(date: &str) -> Option<Stretch> {
    let plain: String = date.chars().filter(|sign| !matches!(sign, '?' | '~' | '%')).collect();
    let plain = plain.split('T').next()?;
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, plain.strip_prefix('Y').unwrap_or(plain)),
    };
    let mut parts = digits.split('-');
    let (low, high) = spread(parts.next()?)?;
    let (low, high) = if sign < 0 { (-high, -low) } else { (low, high) };
    let (month, day) = (parts.next().filter(|part| *part != "XX"), parts.next().filter(|part| !part.contains('X')));
    if parts.next().is_some() {
        return None;
    }
    let (first, last) = match month {
        None => (1, 12),
        Some(month) => months_of(month.parse().ok()?)?,
    };
    let after = |year: i32, month: u32| match month {
        12.. => Day::from_ymd(year + 1, month - 11, 1),
        _ => Day::from_ymd(year, month + 1, 1),
    };
    let (from, to) = match day {
        Some(day) if first == last && low == high => {
            let day = Day::from_ymd(low, first, day.parse().ok()?)?.0;
            (day, day + 1)
        }
        _ => (Day::from_ymd(low, first, 1)?.0, after(high, last)?.0),
    };
    Some(Stretch { from, to })
}

/// First and last year: `2022`, `202X`, `20XX`.
fn spread(year: &str) -> Option<(i32, i32)> {
    let read = |year: String| year.parse().ok();
    (year.len() >= 4).then_some(())?;
    Some((read(year.replace('X', "0"))?, read(year.replace('X', "9"))?))
}

/// Months of a part of the year, by EDTF's numbers: seasons (winter runs into the next year), quarters, thirds, halves.
fn months_of(part: u32) -> Option<(u32, u32)> {
    Some(match part {
        1..=12 => (part, part),
        21 | 25 | 31 => (3, 5),
        22 | 26 | 30 => (6, 8),
        23 | 27 | 29 => (9, 11),
        24 | 28 | 32 => (12, 14),
        33..=36 => ((part - 33) * 3 + 1, (part - 33) * 3 + 3),
        37..=39 => ((part - 37) * 4 + 1, (part - 37) * 4 + 4),
        40 => (1, 6),
        41 => (7, 12),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Shape, Stretch, drawn};
    use crate::engine::Day;

    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        let day = |day: i32| Day(day).to_string();
        let open = |bound: Option<i32>| bound.map_or("..".to_owned(), day);
        let through = |Stretch { from, to }: Stretch| format!("{}+{}", day(from), to - from);
        let end = |end: Option<Stretch>| end.map_or("..".to_owned(), through);
        let drawn = drawn(edtf, None, None);
        let text = match drawn.shape {
            Shape::Day(at) => format!("day {}", day(at)),
            Shape::Unit(unit) => format!("unit {}", through(unit)),
            Shape::Somewhere(from, to) => format!("somewhere {} {}", open(from), open(to)),
            Shape::Lasted(first, last) => format!("lasted {} {}", end(first), end(last)),
            Shape::About(stretch) => format!("about {}", through(stretch)),
            Shape::Unknown => "unknown".to_owned(),
        };
        assert_eq!(text + if drawn.doubtful { " doubtful" } else { "" }, expected, "{edtf}");
    }

    #[test]
    fn every_value_has_its_shape() {
        check("2022-11-11", "day 2022-11-11");
        check("2022-11-11T09:30", "day 2022-11-11");
        check("2022-08", "unit 2022-08-01+31");
        check("2023", "unit 2023-01-01+365");
        check("199X", "unit 1990-01-01+3652");
        check("2022-24", "unit 2022-12-01+90");
        check("2023-35", "unit 2023-07-01+92");
        check("2022-40", "unit 2022-01-01+181");
        check("2022-11-XX", "unit 2022-11-01+30");
        check("[2022-11-16..2023-01-25]", "somewhere 2022-11-16 2023-01-26");
        check("[2022-09-21..]", "somewhere 2022-09-21 ..");
        check("[..2022-09]", "somewhere .. 2022-10-01");
        check("[2022-01-03,2022-01-05]", "somewhere 2022-01-03 2022-01-06");
        check("2022-06-03/2022-06-07", "lasted 2022-06-03+1 2022-06-07+1");
        check("2016/2021", "lasted 2016-01-01+366 2021-01-01+365");
        check("2024-02-22/..", "lasted 2024-02-22+1 ..");
        check("/2024-02-22", "lasted .. 2024-02-22+1");
        check("2020~", "about 2020-01-01+366");
        check("2020-05-04?", "day 2020-05-04 doubtful");
        check("2020%", "about 2020-01-01+366 doubtful");
        check("-0044-03-15", "day -0044-03-15");
        check("", "unknown");
        check("..", "unknown");
        check("vroeger", "unknown");
        check("2022-13-45", "unknown");
    }
}
