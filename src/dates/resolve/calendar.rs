//! Points counted from a day: the arithmetic of the calendar, without any text.

use super::*;

/// A point's value, counted from `now`.
pub fn at(point: &Point, now: Day, side: Option<Side>) -> Option<Edtf> {
    let (year_now, month_now, _) = now.ymd();
    Some(match point {
        Point::Calendar { year, month: None, day: None, .. } => Edtf::Date(Date::year(known(*year, year_now))),
        Point::Calendar { year, month: Some(month), day, weekday } => {
            let of = |year: i32| match day {
                Some(day) => Day::from_ymd(year, u32::from(*month), u32::from(*day)).map(Date::day),
                None => Some(Date::month(year, *month)),
            };
            let fits = |date: &Date| {
                weekday.is_none_or(|weekday| date.bounds().0.is_some_and(|day| day.weekday() == u32::from(weekday)))
            };
            if weekday.is_some() && *year == Year::Absent {
                // The weekday tells the year: the nearest one that has it.
                let years = (now.year() - 6..=now.year() + 6).filter_map(of).filter(fits);
                let away = |date: &Date| date.bounds().0.map_or(i32::MAX, |day| (day.0 - now.0).abs());
                if let Some(date) = years.min_by_key(away).filter(|date| away(date) < 550) {
                    return Some(Edtf::Date(date));
                }
            }
            Edtf::Date(yearly(*year, now, side, &of)?)
        }
        Point::Calendar { month: None, day: Some(day), weekday: Some(weekday), .. } => {
            // "vrijdag de 13e": the nearest that is a Friday.
            let first = Day::from_ymd(year_now, month_now, 1)?;
            let days = (-14..=14).filter_map(|months| {
                let (year, month, _) = first.plus_months(months)?.ymd();
                Day::from_ymd(year, month, u32::from(*day)).filter(|day| day.weekday() == u32::from(*weekday))
            });
            let beyond = |day: &Day| match side {
                Some(Side::Past) => *day > now,
                Some(Side::Future) => *day < now,
                None => false,
            };
            // Of two as near the one ahead: of what was, the month is told.
            Edtf::day(days.min_by_key(|day| (beyond(day), (day.0 - now.0).abs(), *day < now))?)
        }
        Point::Calendar { month: None, day: Some(day), .. } => {
            return at(&Point::DayOfMonth { day: *day, shift: None }, now, side);
        }
        Point::Coded { year, code } => Edtf::Date(yearly(*year, now, side, &|year| Some(Date::month(year, *code)))?),
        Point::Hidden { year, hidden } => Edtf::Date(Date::hiding(*year, *hidden)),
        Point::Holiday { which, year } => {
            Edtf::Date(yearly(*year, now, side, &|year| holiday::day(*which, year).map(Date::day))?)
        }
        Point::Week { number, year } => {
            let of = |year: i32| week(year, *number);
            let year = match year {
                Year::Known(year) => *year,
                Year::Shift(shift) if shift.abs() < FUTURE_NEXT => year_now + shift,
                _ => {
                    let this = of(year_now)?;
                    match side {
                        Some(Side::Future) if this.plus(6) < now => year_now + 1,
                        Some(Side::Past) | None if this > now && of(year_now - 1).is_some() => year_now - 1,
                        _ => year_now,
                    }
                }
            };
            let monday = of(year)?;
            Edtf::between(Date::day(monday), Date::day(monday.plus(6)))
        }
        Point::WeekOf { day, weekend } => {
            let monday = at(day, now, side)?.bounds().0?.monday();
            let (from, to) = if *weekend { (5, 6) } else { (0, 6) };
            Edtf::between(Date::day(monday.plus(from)), Date::day(monday.plus(to)))
        }
        Point::Weekday { weekday, way, weeks } => Edtf::day(weekday_at(*weekday, *way, *weeks, now, side)),
        Point::Unit { unit, shift } => unit_at(*unit, *shift, now)?,
        Point::Count { amount, ahead, from } => {
            // From a day that is told it leads to a day.
            if let Some(from) = from {
                let sign = if *ahead { 1 } else { -1 };
                return shift_day(at(from, now, side)?.bounds().0?, amount.steps()?, sign).map(Edtf::day);
            }
            count(*amount, *ahead, now)?
        }
        Point::Today(days) => Edtf::day(now.plus(*days)),
        Point::DayOfMonth { day, shift } => {
            let of = |months: i32| {
                let first = Day::from_ymd(year_now, month_now, 1)?.plus_months(months)?;
                let (year, month, _) = first.ymd();
                Day::from_ymd(year, month, u32::from(*day))
            };
            let day = match (shift, side) {
                (Some(shift), _) => of(*shift),
                (None, Some(Side::Future)) => (0..4).filter_map(of).find(|day| *day >= now),
                (None, _) => (-4..1).rev().filter_map(of).find(|day| *day <= now),
            };
            Edtf::day(day?)
        }
        Point::Nth { n, what, within } => nth(*n, *what, &at(within, now, side)?)?,
        Point::Stretch { amount, last, within } => stretch(*amount, *last, &at(within, now, side)?)?,
        Point::Part(part, within) => part_of(*part, &at(within, now, side)?)?,
        Point::Slice { n, of: 2, within } => half_of(*n == 2, &at(within, now, side)?)?,
        Point::Slice { n, of, within } => slice_of(i32::from(*n), i32::from(*of), &at(within, now, side)?)?,
        Point::Beside { n, what, of } => beside(*n, *what, &at(of, now, side)?)?,
        Point::Years { from, to } => Edtf::between(Date::year(*from), Date::year(*to)),
        Point::At(day, clock) => {
            let date = *at(day, now, side)?.as_date()?;
            Edtf::Date(Date { clock: Some(*clock), ..date })
        }
        Point::FromTold { unit, shift } => unit_at(*unit, *shift, now)?,
        Point::WeekdayFromTold { weekday, way: Way::This } => Edtf::day(weekday_at(*weekday, None, None, now, None)),
        Point::WeekdayFromTold { weekday, way } => Edtf::day(weekday_at(*weekday, Some(*way), None, now, None)),
        Point::SchoolYear(shift) => {
            let first = year_now + shift - i32::from(month_now < 8);
            Edtf::between(Date::year(first), Date::year(first + 1))
        }
        Point::Rest(whole) => {
            let (first, last) = at(whole, now, side)?.bounds();
            let (from, to) = (now.max(first?), last?);
            if from > to {
                return None;
            }
            Edtf::between(Date::day(from), Date::day(to))
        }
        Point::UpTo { amount, to } => up_to(*amount, &at(to, now, side)?)?,
        Point::Eve(day) => Edtf::day(at(day, now, side)?.bounds().1?.plus(-1)),
        Point::FromEvent { .. } | Point::AsTold(_) => return None,
    })
}

pub fn known(year: Year, now: i32) -> i32 {
    match year {
        Year::Known(year) => year,
        Year::Shift(PAST_NEXT) => now - 1,
        Year::Shift(FUTURE_NEXT) => now + 1,
        Year::Shift(shift) => now + shift,
        Year::Absent | Year::Told | Year::AfterTold => now,
    }
}

/// What comes every year, in the year that is meant.
pub fn yearly(year: Year, now: Day, side: Option<Side>, of: &dyn Fn(i32) -> Option<Date>) -> Option<Date> {
    let this = now.year();
    let begins = |date: &Date| date.bounds().0.is_some_and(|first| first <= now);
    let lasts = |date: &Date| date.bounds().1.is_some_and(|last| last >= now);
    match year {
        Year::Known(year) => of(year),
        Year::Shift(PAST_NEXT) => (this - 8..=this).rev().filter_map(of).find(|date| !lasts(date)),
        Year::Shift(FUTURE_NEXT) => (this..this + 9).filter_map(of).find(|date| !begins(date)),
        Year::Shift(shift) => of(this + shift),
        Year::Absent | Year::Told | Year::AfterTold if side == Some(Side::Future) => {
            (this - 1..this + 9).filter_map(of).find(lasts)
        }
        Year::Absent | Year::Told | Year::AfterTold => (this - 8..=this).rev().filter_map(of).find(begins),
    }
}

pub fn weekday_at(weekday: u8, way: Option<Way>, weeks: Option<i32>, now: Day, side: Option<Side>) -> Day {
    let weekday = i32::from(weekday);
    let of_week = |weeks: i32| now.monday().plus(7 * weeks + weekday);
    let ahead = (weekday - now.weekday() as i32).rem_euclid(7);
    if let Some(weeks) = weeks {
        return of_week(weeks);
    }
    match way {
        Some(Way::Past | Way::Previous) => now.plus(if ahead == 0 { -7 } else { ahead - 7 }),
        Some(Way::This) => of_week(0),
        Some(Way::Next) => of_week(1),
        Some(Way::Coming) => now.plus(if ahead == 0 { 7 } else { ahead }),
        None if side == Some(Side::Past) => now.plus(if ahead == 0 { 0 } else { ahead - 7 }),
        None => now.plus(ahead),
    }
}

/// The Monday of an ISO week; `None` where the year has no such week.
pub fn week(year: i32, number: u8) -> Option<Day> {
    let first = Day::from_ymd(year, 1, 4)?.monday();
    let monday = first.plus(7 * (i32::from(number) - 1));
    (monday < Day::from_ymd(year + 1, 1, 4)?.monday()).then_some(monday)
}

pub fn unit_at(unit: Unit, shift: i32, now: Day) -> Option<Edtf> {
    let (year, month, _) = now.ymd();
    let month = month as i32 - 1;
    let nth = |per_year: i32, code: u8| {
        let index = year * per_year + month / (12 / per_year) + shift;
        Edtf::Date(Date::month(index.div_euclid(per_year), code + index.rem_euclid(per_year) as u8))
    };
    Some(match unit {
        Unit::Year => Edtf::Date(Date::year(year + shift)),
        Unit::Month => nth(12, 1),
        Unit::Quarter => nth(4, 33),
        Unit::HalfYear => nth(2, 40),
        Unit::Week => {
            let monday = now.monday().plus(7 * shift);
            Edtf::between(Date::day(monday), Date::day(monday.plus(6)))
        }
        Unit::Weekend => {
            let saturday = now.monday().plus(7 * shift + 5);
            Edtf::between(Date::day(saturday), Date::day(saturday.plus(1)))
        }
        Unit::Day => Edtf::day(now.plus(shift)),
        Unit::Decade => Edtf::Date(Date::hiding(year + 10 * shift, 1)),
        Unit::Century => Edtf::Date(Date::hiding(year + 100 * shift, 2)),
        _ => return None,
    })
}

/// So many units from now, as precise as the unit is: years give a year, months a month, weeks and days a day.
pub fn count(amount: Amount, ahead: bool, now: Day) -> Option<Edtf> {
    let sign = if ahead { 1 } else { -1 };
    let day = match amount.steps() {
        Some(steps) => shift_day(now, steps, sign)?,
        None => now,
    };
    let (year, month, _) = day.ymd();
    // "twee jaar en drie maanden geleden" is a month.
    let unit = amount.and.map_or(amount.unit, |(_, smaller)| smaller);
    Some(match unit {
        Unit::Year if amount.halves.is_multiple_of(2) => Edtf::Date(Date::year(year)),
        Unit::Year | Unit::HalfYear | Unit::Month | Unit::Quarter => Edtf::Date(Date::month(year, month as u8)),
        Unit::Decade | Unit::Century => Edtf::Date(Date::year(year)),
        _ => Edtf::day(day),
    })
}

pub fn shift_day(day: Day, steps: Steps, sign: i32) -> Option<Day> {
    match steps {
        Steps::Days(days) => Some(day.plus(days.saturating_mul(sign))),
        Steps::Months(months) => day.plus_months(months.checked_mul(sign)?),
    }
}
