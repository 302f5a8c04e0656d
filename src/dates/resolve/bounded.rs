//! Open ends: "sinds", "tot", "voor", "na".

use super::*;

/// The value with an open end where the word before says so.
pub fn bounded(edtf: Edtf, bound: Option<Bound>, clock: Option<(u8, u8)>) -> Edtf {
    let edtf = match edtf {
        Edtf::Date(date) if clock.is_some() && date.day != Field::Absent => Edtf::Date(Date { clock, ..date }),
        other => other,
    };
    let Some(bound) = bound else { return edtf };
    let (Some(first), Some(last)) = (edge(&edtf, false), edge(&edtf, true)) else { return edtf };
    // Before a season or quarter is before its first day; EDTF has no month of that number to count from.
    let first = match (bound, first.month, first.bounds().0) {
        (Bound::Before, Field::Known(21..), Some(day)) => Date::day(day),
        (Bound::NotBefore, Field::Known(21..), Some(day)) => Date::month(day.year(), day.ymd().1 as u8),
        _ => first,
    };
    match bound {
        Bound::Since | Bound::From => Edtf::Interval(End::Date(first), End::Open),
        // "tot 1 januari" leaves that day out.
        Bound::Until if last.day == Field::Known(1) => Edtf::Interval(End::Open, End::Date(next_to(last, -1))),
        Bound::Until | Bound::Through => Edtf::Interval(End::Open, End::Date(last)),
        Bound::By => Edtf::one_of(None, Some(last)),
        Bound::NotBefore => Edtf::one_of(Some(first), None),
        Bound::Before => Edtf::one_of(None, Some(next_to(first, -1))),
        Bound::After => Edtf::one_of(Some(next_to(last, 1)), None),
    }
}

/// The date next to one, as precise as it is: the day, month or year before or after it. A time of day stays.
pub fn next_to(date: Date, step: i32) -> Date {
    let (Some(first), Some(last)) = date.bounds() else { return date };
    let day = if step < 0 { first.plus(-1) } else { last.plus(1) };
    match (date.clock, date.month, date.day) {
        (Some(_), ..) => date,
        (_, _, Field::Known(_)) => Date::day(day),
        (_, Field::Known(_), _) => Date::month(day.year(), day.ymd().1 as u8),
        _ => Date::year(day.year()),
    }
}

/// The first or last date of a value, as precise as it was given.
pub fn edge(edtf: &Edtf, last: bool) -> Option<Date> {
    match edtf {
        Edtf::Date(date) => Some(*date),
        Edtf::OneOf(members) => match members.first()? {
            Member::Stretch(from, to) => {
                if last {
                    *to
                } else {
                    *from
                }
            }
            Member::One(date) => Some(*date),
        },
        Edtf::Interval(End::Date(from), End::Date(to)) => Some(if last { *to } else { *from }),
        other => if last { other.bounds().1 } else { other.bounds().0 }.map(Date::day),
    }
}
