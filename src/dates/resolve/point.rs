//! What a point tells by itself, without a reference: a year, or that it wants a side, or what is left where nothing else helps.

use super::*;

/// What a point is a part of, or counted from.
fn inner(point: &Point) -> Option<&Point> {
    match point {
        Point::Part(_, inner)
        | Point::At(inner, _)
        | Point::Eve(inner)
        | Point::Slice { within: inner, .. }
        | Point::Beside { of: inner, .. }
        | Point::UpTo { to: inner, .. }
        | Point::Nth { within: inner, .. }
        | Point::Stretch { within: inner, .. }
        | Point::WeekOf { day: inner, .. } => Some(inner),
        _ => None,
    }
}

pub(super) fn names_year(point: &Point) -> bool {
    match point {
        Point::Calendar { year, .. }
        | Point::Coded { year, .. }
        | Point::Week { year, .. }
        | Point::Holiday { year, .. } => matches!(year, Year::Known(_)),
        point => inner(point).is_some_and(names_year),
    }
}

/// Whether it needs no reference.
pub(super) fn is_full(point: &Point) -> bool {
    match point {
        Point::Hidden { .. } | Point::Years { .. } => true,
        point => inner(point).map_or_else(|| names_year(point), is_full),
    }
}

/// Whether it may lie before the reference or behind it.
pub(super) fn needs_side(point: &Point) -> bool {
    match point {
        Point::Calendar { year: Year::Absent, .. }
        | Point::Coded { year: Year::Absent, .. }
        | Point::Week { year: Year::Absent, .. }
        | Point::Holiday { year: Year::Absent, .. }
        | Point::Weekday { weeks: None, .. }
        | Point::DayOfMonth { shift: None, .. } => true,
        Point::Rest(inner) => needs_side(inner),
        point => inner(point).is_some_and(needs_side),
    }
}

pub(super) fn unknown_day() -> Edtf {
    Edtf::Date(Date { month: Field::Unknown, day: Field::Unknown, ..Date::hiding(0, 4) })
}

/// What can be said of a point without a reference.
pub(super) fn unplaced(point: &Point) -> Edtf {
    match point {
        Point::Calendar { month: Some(month), day, .. } => {
            let day = day.map_or(Field::Absent, Field::Known);
            Edtf::Date(Date { month: Field::Known(*month), day, ..Date::hiding(0, 4) })
        }
        Point::Coded { code, .. } => Edtf::Date(Date { month: Field::Known(*code), ..Date::hiding(0, 4) }),
        Point::DayOfMonth { day, .. } | Point::Calendar { day: Some(day), .. } => {
            Edtf::Date(Date { month: Field::Unknown, day: Field::Known(*day), ..Date::hiding(0, 4) })
        }
        _ => unknown_day(),
    }
}
