//! A day of the proleptic Gregorian calendar.

use crate::text::Wire;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Days since 1 January 1970. Prints as ISO 8601 (`2022-11-15`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
pub struct Day(pub i32);

impl Day {
    /// `None` where the calendar has no such day.
    ///
    /// Arithmetic after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) || !(-9999..=9999).contains(&year)
        {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = ((month + 9) % 12) as i32;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Day(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u32;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// The day `months` further; the last of the month where that month is too short. `None` out of the calendar.
    pub fn plus_months(self, months: i32) -> Option<Day> {
        let (year, month, day) = self.ymd();
        let index = year.checked_mul(12)?.checked_add(month as i32 - 1)?.checked_add(months)?;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
        Day::from_ymd(year, month, day.min(days_in_month(year, month)))
    }

    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(-4_371_222, 2_932_896))
    }

    /// The Monday of its week.
    pub fn monday(self) -> Day {
        self.plus(-(self.weekday() as i32))
    }

    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// 0 is Monday, 6 Sunday.
    pub fn weekday(self) -> u32 {
        (self.0 + 3).rem_euclid(7) as u32
    }
}

/// 28 to 31.
///
/// # Panics
/// When `month` is not 1 to 12.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => panic!("a year has months 1 to 12, not {month}"),
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        if year < 0 {
            write!(f, "-{:04}-{month:02}-{day:02}", -year)
        } else {
            write!(f, "{year:04}-{month:02}-{day:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn knows_the_calendar() {
        let friday = Day::from_ymd(2022, 11, 11).unwrap();
        assert_eq!((friday.ymd(), friday.weekday(), friday.to_string()), ((2022, 11, 11), 4, "2022-11-11".into()));
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2023, 2, 29), None);
        for day in (-1_000_000..1_000_000).step_by(37) {
            let (y, m, d) = Day(day).ymd();
            assert_eq!(Day::from_ymd(y, m, d), Some(Day(day)));
        }
    }
}
