//! The time axis: which day stands at which pixel, and where the ticks come.
//!
//! A moment is a number of days since 1 January 1970; day `d` lasts from `d` to `d + 1`. Ticks follow the calendar and
//! take the finest step whose labels do not touch. At every zoom at least one label names the year.

use super::{px::within, timeline_dates::short_month};
use crate::engine::{Day, Language};

/// No window is narrower than this: two weeks.
const NARROWEST_DAYS: f64 = 14.0;
/// No window is wider than this: twelve centuries.
const WIDEST_DAYS: f64 = 440_000.0;

/// A stretch of time laid over a stretch of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub from: f64,
    pub to: f64,
    pub width: f64,
}

/// A line of the axis, with its label where there is room.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub x: f64,
    pub label: String,
    pub rank: Rank,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Begins a year: bold, the line runs through the picture.
    Year,
    Part,
    /// Names the year that the left edge falls in; has no line.
    Edge,
}

impl Scale {
    pub fn new(from: f64, to: f64, width: f64) -> Scale {
        Scale { from, to, width: width.max(1.0) }
    }

    pub fn span(&self) -> f64 {
        self.to - self.from
    }

    pub fn day_width(&self) -> f64 {
        self.width / self.span()
    }

    pub fn x(&self, moment: f64) -> f64 {
        (moment - self.from) * self.day_width()
    }

    pub fn moment(&self, x: f64) -> f64 {
        self.from + x / self.day_width()
    }

    /// `factor` above 1 shows more detail; what stands at `x` stays there.
    pub fn zoom(&self, x: f64, factor: f64) -> Scale {
        let span = within(self.span() / factor, NARROWEST_DAYS, WIDEST_DAYS);
        let fixed = self.moment(x);
        let from = fixed - span * (x / self.width);
        Scale { from, to: from + span, ..*self }
    }

    /// What lies `pixels` to the right comes into view.
    pub fn pan(&self, pixels: f64) -> Scale {
        let days = pixels / self.day_width();
        Scale { from: self.from + days, to: self.to + days, ..*self }
    }

    /// The window between this one and `goal`, `part` of the way (0 to 1): linear where the zoom is the same, and along
    /// equal factors where it differs, so that a zoom runs evenly.
    pub fn toward(&self, goal: &Scale, part: f64) -> Scale {
        let span = self.span() * (goal.span() / self.span()).powf(part);
        let change = self.span() - goal.span();
        let part = if change.abs() < 1e-6 { part } else { (self.span() - span) / change };
        let from = self.from + (goal.from - self.from) * part;
        Scale { from, to: from + span, ..*goal }
    }

    /// First days of the finest part of the calendar that is at least `pixels` wide, over the whole window; the first
    /// begins at or before its left edge.
    pub fn cells(&self, pixels: f64) -> Vec<i32> {
        let fits = |step: &Step| *step != Step::Days(10) && step.days() * self.day_width() >= pixels;
        let step = Step::ALL.into_iter().find(fits).unwrap_or(Step::Years(500));
        let wider = Scale { from: self.from - step.days() * 1.1, ..*self };
        let mut cells: Vec<i32> = starts(&wider, step, step).into_iter().map(|(day, _)| day.0).collect();
        let before = cells.iter().filter(|day| f64::from(**day) <= self.from).count();
        cells.drain(..before.saturating_sub(1));
        cells
    }

    /// Ticks with labels that do not touch, from left to right.
    pub fn ticks(&self, language: Language) -> Vec<Tick> {
        let step = Step::ALL.into_iter().find(|step| step.days() * self.day_width() >= step.room());
        let step = step.unwrap_or(Step::Years(500));
        let unlabelled = Step::ALL.into_iter().find(|finer| finer.days() * self.day_width() >= 11.0).unwrap_or(step);
        let mut ticks: Vec<Tick> = Vec::new();
        for (at, labelled) in starts(self, step, unlabelled) {
            let (year, month, day) = at.ymd();
            let label = match () {
                () if !labelled => String::new(),
                () if month == 1 && day == 1 => year.to_string(),
                () if matches!(step, Step::Days(_)) => format!("{day}\u{a0}{}", short_month(month, language)),
                () => short_month(month, language).to_owned(),
            };
            let rank = if labelled && month == 1 && day == 1 { Rank::Year } else { Rank::Part };
            ticks.push(Tick { x: self.x(f64::from(at.0)), label, rank });
        }
        name_the_edge(self, &mut ticks);
        ticks
    }
}

/// The year of the left edge, where no tick near it names one. Labels in its way give room.
fn name_the_edge(scale: &Scale, ticks: &mut Vec<Tick>) {
    let room = 44.0;
    if ticks.iter().any(|tick| tick.rank == Rank::Year && (-4.0..room).contains(&tick.x)) {
        return;
    }
    for tick in ticks.iter_mut().filter(|tick| tick.x < room - 4.0 && tick.rank == Rank::Part) {
        tick.label.clear();
    }
    let year = Day(scale.from.floor() as i32).year();
    ticks.insert(0, Tick { x: 0.0, label: year.to_string(), rank: Rank::Edge });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(u32),
    Months(u32),
    Years(u32),
}

impl Step {
    /// Finest first.
    const ALL: [Step; 15] = [
        Step::Days(1),
        Step::Days(2),
        Step::Days(5),
        Step::Days(10),
        Step::Months(1),
        Step::Months(3),
        Step::Months(6),
        Step::Years(1),
        Step::Years(2),
        Step::Years(5),
        Step::Years(10),
        Step::Years(20),
        Step::Years(50),
        Step::Years(100),
        Step::Years(200),
    ];

    fn days(self) -> f64 {
        match self {
            Step::Days(n) => f64::from(n),
            Step::Months(n) => 30.4 * f64::from(n),
            Step::Years(n) => 365.25 * f64::from(n),
        }
    }

    /// Pixels that a label needs.
    fn room(self) -> f64 {
        match self {
            Step::Days(_) => 56.0,
            Step::Months(_) => 38.0,
            Step::Years(_) => 44.0,
        }
    }
}

/// The days at which `fine` begins, over the whole window, each with whether the coarser `step` begins there too.
fn starts(scale: &Scale, step: Step, fine: Step) -> Vec<(Day, bool)> {
    let (first, last) = (scale.from.floor().max(-3.6e6) as i32, scale.to.ceil().min(2.9e6) as i32);
    let (year, month, _) = Day(first).ymd();
    let mut found = Vec::new();
    let mut push = |year: i32, month: u32, day: u32| {
        let Some(at) = Day::from_ymd(year, month, day) else { return true };
        if at.0 >= first && at.0 <= last {
            found.push((at, begins(step, year, month, day)));
        }
        at.0 <= last
    };
    match fine {
        Step::Years(n) => {
            let n = n as i32;
            let mut year = year.div_euclid(n) * n;
            while year <= 9999 && push(year, 1, 1) {
                year += n;
            }
        }
        Step::Months(n) => {
            let mut index = year * 12 + month as i32 - 1;
            index -= index.rem_euclid(n as i32);
            while push(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1) && index < 120_000 {
                index += n as i32;
            }
        }
        Step::Days(_) => {
            for day in first..=last {
                let (year, month, day) = Day(day).ymd();
                if begins(fine, year, month, day) {
                    push(year, month, day);
                }
            }
        }
    }
    found
}

/// Days are counted anew each month, and none stands so near the next month's first that labels touch.
fn begins(step: Step, year: i32, month: u32, day: u32) -> bool {
    match step {
        Step::Days(1) => true,
        Step::Days(n) => (day - 1).is_multiple_of(n) && day <= 31 - n,
        Step::Months(n) => day == 1 && (month - 1).is_multiple_of(n),
        Step::Years(n) => day == 1 && month == 1 && year.rem_euclid(n as i32) == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Rank, Scale};
    use crate::engine::{Day, Language};

    fn scale(from: (i32, u32, u32), to: (i32, u32, u32), width: f64) -> Scale {
        let moment = |(y, m, d)| f64::from(Day::from_ymd(y, m, d).unwrap().0);
        Scale::new(moment(from), moment(to), width)
    }

    #[track_caller]
    fn check(scale: Scale, expected: &str) {
        let ticks = scale.ticks(Language::Dutch);
        let labels: Vec<_> =
            ticks.iter().map(|tick| tick.label.replace('\u{a0}', " ")).filter(|l| !l.is_empty()).collect();
        assert_eq!(labels.join("|"), expected);
        for pair in ticks.iter().filter(|tick| !tick.label.is_empty()).collect::<Vec<_>>().windows(2) {
            let needed = if pair[0].label.len() > 4 { 44.0 } else { 30.0 };
            assert!(pair[1].x - pair[0].x >= needed, "{pair:?} touch");
        }
        assert!(ticks.iter().any(|tick| matches!(tick.rank, Rank::Year | Rank::Edge)), "a year is always named");
    }

    #[test]
    fn ticks_follow_the_calendar_and_name_the_year() {
        check(
            scale((2021, 1, 1), (2025, 1, 1), 796.0),
            "2021|apr|jul|okt|2022|apr|jul|okt|2023|apr|jul|okt|2024|apr|jul|okt|2025",
        );
        check(scale((2021, 1, 1), (2025, 1, 1), 358.0), "2021|jul|2022|jul|2023|jul|2024|jul|2025");
        check(
            scale((2022, 11, 5), (2022, 11, 20), 900.0),
            "2022|6 nov|7 nov|8 nov|9 nov|10 nov|11 nov|12 nov|13 nov|14 nov|15 nov|16 nov|17 nov|18 nov|19 nov|20 nov",
        );
        check(scale((2022, 12, 20), (2023, 2, 3), 796.0), "2022|26 dec|2023|6 jan|11 jan|16 jan|21 jan|26 jan|1 feb");
        check(scale((1800, 1, 1), (2030, 1, 1), 600.0), "1800|1820|1840|1860|1880|1900|1920|1940|1960|1980|2000|2020");
    }

    #[test]
    fn zoom_keeps_what_is_under_the_pointer() {
        let before = scale((2021, 1, 1), (2025, 1, 1), 800.0);
        let after = before.zoom(200.0, 4.0);
        assert!((before.moment(200.0) - after.moment(200.0)).abs() < 1e-6);
        assert!((after.span() - before.span() / 4.0).abs() < 1e-6);
        assert!((after.zoom(10.0, 1e9).span() - 14.0).abs() < 1e-6, "never narrower than two weeks");
        let half = before.toward(&after, 0.5);
        assert!((half.moment(200.0) - before.moment(200.0)).abs() < 1e-6, "the fixed point stays on the way");
        assert_eq!(before.toward(&after, 1.0).from.round(), after.from.round());
    }
}
