//! Parts of a stretch: begin, middle and end, halves, the nth of what is in it.

use super::{calendar::unit_at, *};

/// Begin, middle or end of a stretch.
pub fn part_of(part: Part, whole: &Edtf) -> Option<Edtf> {
    let (first, last) = (whole.bounds().0?, whole.bounds().1?);
    let third = match part {
        Part::Begin => 0,
        Part::Middle => 1,
        Part::End => 2,
        Part::First => return Some(Edtf::day(first)),
        Part::Last => return Some(Edtf::day(last)),
    };
    let date = whole.as_date();
    let set = |from: Date, to: Date| Edtf::one_of(Some(from), Some(to));
    Some(match date {
        Some(Date { month: Field::Known(month @ 1..=12), day: Field::Absent, year, .. }) => {
            let days = days_in_month(*year, u32::from(*month));
            let (from, to) = [(1, 10), (11, 20), (21, days)][third];
            let day = |day| Day::from_ymd(*year, u32::from(*month), day);
            Edtf::within(day(from), day(to))
        }
        Some(Date { month: Field::Absent, hidden: 0, year, .. }) => {
            set(Date::month(*year, third as u8 * 4 + 1), Date::month(*year, third as u8 * 4 + 4))
        }
        Some(Date { month: Field::Absent, hidden: 1, year, .. }) => {
            let (from, to) = [(0, 3), (4, 6), (7, 9)][third];
            Edtf::between(Date::year(year + from), Date::year(year + to))
        }
        Some(Date { month: Field::Absent, hidden: 2, year, .. }) => {
            let (from, to) = [(0, 33), (33, 66), (66, 99)][third];
            Edtf::between(Date::year(year + from), Date::year(year + to))
        }
        Some(Date { month: Field::Known(_), .. }) => {
            let months = (last.0 - first.0) / 30;
            let (from, n) = if months > 4 { (third as i32 * 2, 2) } else { (third as i32, 1) };
            let month = |n: i32| first.plus_months(n).map(|day| Date::month(day.ymd().0, day.ymd().1 as u8));
            let (from, to) = (month(from)?, month(from + n - 1)?);
            if from == to { Edtf::Date(from) } else { set(from, to) }
        }
        _ => {
            let days = last.0 - first.0 + 1;
            let cut = |n: i32| first.plus(days * n / 3);
            Edtf::within(Some(cut(third as i32)), Some(cut(third as i32 + 1).plus(-1)))
        }
    })
}

pub fn half_of(second: bool, whole: &Edtf) -> Option<Edtf> {
    let (first, last) = (whole.bounds().0?, whole.bounds().1?);
    if let Some(Date { month: Field::Absent, hidden: hidden @ 1..=2, year, .. }) = whole.as_date() {
        let half = 10_i32.pow(u32::from(*hidden)) / 2;
        let from = year + if second { half } else { 0 };
        return Some(Edtf::between(Date::year(from), Date::year(from + half - 1)));
    }
    let middle = match whole.as_date() {
        Some(Date { month: Field::Known(1..=12), .. }) => first.plus(14),
        _ => first.plus((last.0 - first.0) / 2),
    };
    let (from, to) = if second { (middle.plus(1), last) } else { (first, middle) };
    Some(Edtf::between(Date::day(from), Date::day(to)))
}

/// The `n`th of `of` equal parts of a century or so.
pub fn slice_of(n: i32, of: i32, whole: &Edtf) -> Option<Edtf> {
    let (first, last) = (whole.bounds().0?.year(), whole.bounds().1?.year());
    let cut = |n: i32| first + (last + 1 - first) * n / of;
    Some(Edtf::between(Date::year(cut(n - 1)), Date::year(cut(n) - 1)))
}

/// The `n`th day, weekday, week, … behind a stretch, before it where `n` is negative.
pub fn beside(n: i8, what: What, of: &Edtf) -> Option<Edtf> {
    let edge = if n > 0 { of.bounds().1? } else { of.bounds().0? };
    let n = i32::from(n);
    let weekday = |weekday: i32| {
        let away = if n > 0 { weekday - edge.weekday() as i32 } else { edge.weekday() as i32 - weekday }.rem_euclid(7);
        let away = if away == 0 { 7 } else { away } + 7 * (n.abs() - 1);
        edge.plus(away * n.signum())
    };
    match what {
        What::Unit(Unit::Day) => Some(Edtf::day(edge.plus(n))),
        What::Weekday(day) => Some(Edtf::day(weekday(i32::from(day)))),
        What::Unit(Unit::Weekend) => {
            let saturday = if n > 0 { weekday(5) } else { weekday(6).plus(-1) };
            Some(Edtf::between(Date::day(saturday), Date::day(saturday.plus(1))))
        }
        // The week before Easter Sunday is the one that it ends.
        What::Unit(Unit::Week) if n < 0 && edge.weekday() == 6 => unit_at(Unit::Week, n + 1, edge),
        What::Unit(unit) => unit_at(unit, n, edge),
        What::Workday => None,
    }
}

/// The nth week, day, weekday, month of a stretch; -1 is the last.
pub fn nth(n: i8, what: What, whole: &Edtf) -> Option<Edtf> {
    let (first, last) = (whole.bounds().0?, whole.bounds().1?);
    let index = |n: i8| if n > 0 { i32::from(n) - 1 } else { 0 };
    let within = |day: Day| (first <= day && day <= last).then_some(day);
    let nth_weekday = |weekday: i32| {
        let day = if n > 0 {
            first.plus((weekday - first.weekday() as i32).rem_euclid(7) + 7 * index(n))
        } else {
            last.plus(-((last.weekday() as i32 - weekday).rem_euclid(7)))
        };
        within(day)
    };
    Some(match what {
        What::Weekday(weekday) => Edtf::day(nth_weekday(i32::from(weekday))?),
        What::Workday => {
            let days = (0..=last.0 - first.0).map(|days| if n > 0 { first.plus(days) } else { last.plus(-days) });
            let nth = usize::from(n.unsigned_abs()).checked_sub(1)?;
            Edtf::day(days.filter(|day| day.weekday() < 5).nth(nth)?)
        }
        What::Unit(Unit::Day) => Edtf::day(within(if n > 0 { first.plus(index(n)) } else { last })?),
        // Of a month the days 1 to 7, 8 to 14, …
        What::Unit(Unit::Week) if last.0 - first.0 < 31 => {
            let from = if n > 0 { first.plus(7 * index(n)) } else { last.plus(-6) };
            Edtf::between(Date::day(within(from)?), Date::day(from.plus(6).min(last)))
        }
        // Of a year or season it belongs where its Thursday is (ISO 8601).
        What::Unit(Unit::Week) => {
            let monday = nth_weekday(3)?.monday();
            Edtf::between(Date::day(monday), Date::day(monday.plus(6)))
        }
        What::Unit(Unit::Weekend) => {
            let saturday = nth_weekday(5)?;
            Edtf::between(Date::day(saturday), Date::day(saturday.plus(1)))
        }
        What::Unit(Unit::Month) => {
            let day = if n > 0 { first.plus_months(index(n))? } else { last };
            let (year, month, _) = within(day)?.ymd();
            Edtf::Date(Date::month(year, month as u8))
        }
        What::Unit(Unit::Year) => {
            let year = if n > 0 { first.year() + index(n) } else { last.year() };
            Edtf::Date(Date::year(year))
        }
        What::Unit(Unit::Decade) => {
            let year = if n > 0 { first.year() + 10 * index(n) } else { last.year() };
            Edtf::Date(Date::hiding(year, 1))
        }
        What::Unit(Unit::Quarter) => {
            let day = if n > 0 { first.plus_months(3 * index(n))? } else { last };
            let (year, month, _) = within(day)?.ymd();
            Edtf::Date(Date::month(year, 33 + ((month - 1) / 3) as u8))
        }
        What::Unit(_) => return None,
    })
}

/// So many units that end with a day or month.
pub fn up_to(amount: Amount, to: &Edtf) -> Option<Edtf> {
    let end = to.bounds().1?;
    let from = shift_day(end.plus(1), amount.steps()?, -1)?;
    let months = to.as_date().is_some_and(|date| date.day == Field::Absent);
    if to.as_date().is_some_and(|date| date.month == Field::Absent) {
        return Some(Edtf::between(Date::year(from.year()), Date::year(end.year())));
    }
    let date = |day: Day| if months { Date::month(day.ymd().0, day.ymd().1 as u8) } else { Date::day(day) };
    Some(Edtf::between(date(from), date(end)))
}

/// The first or last so many units of a stretch.
pub fn stretch(amount: Amount, last: bool, whole: &Edtf) -> Option<Edtf> {
    let (start, end) = (whole.bounds().0?, whole.bounds().1?);
    let steps = amount.steps()?;
    let (from, to) =
        if last { (shift_day(end.plus(1), steps, -1)?, end) } else { (start, shift_day(start, steps, 1)?.plus(-1)) };
    let (from, to) = (from.max(start), to.min(end));
    let date = |day: Day| match steps {
        Steps::Days(_) => Date::day(day),
        Steps::Months(months) if months % 12 == 0 => Date::year(day.year()),
        Steps::Months(_) => Date::month(day.ymd().0, day.ymd().1 as u8),
    };
    (from <= to).then(|| Edtf::between(date(from), date(to)))
}
