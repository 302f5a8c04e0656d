//! Open ends: "sinds", "tot", "voor", "na".

use super::*;

/// The value with an open end where the word before says so.
pub fn bounded(edtf: Edtf, bound: Option<Bound>, clock: Option<(u8, u8)>) -> Edtf {
    let edtf = match edtf {
        Edtf::Date(date) if clock.is_some() && date.day != Field::Absent => Edtf::Date(Date { clock, ..date }),
        other => other,
    };
    let Some(bound) = bound else { return edtf };
    let side = |last: bool| edge(&edtf, last).map_or(End::Unknown, End::Date);
    let value = match bound {
        Bound::Since | Bound::From => Edtf::Interval(side(false), End::Open),
        Bound::After => Edtf::Interval(side(true), End::Open),
        Bound::Until | Bound::By => Edtf::Interval(End::Open, side(true)),
        Bound::Before => Edtf::Interval(End::Open, side(false)),
    };
    if matches!(value, Edtf::Interval(End::Unknown, _) | Edtf::Interval(_, End::Unknown)) { edtf } else { value }
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
