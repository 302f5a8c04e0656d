//! Hits by month as bars; months of a long dossier are taken together.

use super::{timeline_dates::short_month, words::number};
use crate::engine::{Day, Language, MonthCount};

/// More bars than this cannot be told apart.
const MOST_BARS: usize = 120;
/// No more labels than this, so that they do not touch on a phone.
const MOST_LABELS: usize = 8;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    pub bars: Vec<Bar>,
    pub ticks: Vec<Tick>,
    /// Hits of the highest bar.
    pub most: usize,
    /// All of it in words.
    pub said: String,
    first_month: i32,
    months_a_bar: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// "jul 2023"
    pub name: String,
    pub n: usize,
    /// Of these, from documents of this month beyond doubt.
    pub n_certain: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// 0 at the left edge, 1 at the right.
    pub at: f64,
    pub label: String,
    /// Begins a year.
    pub year: bool,
    /// Names a year.
    pub bold: bool,
}

/// The part of the width that the name of a year takes.
const EDGE_ROOM: f64 = 0.1;
/// The part that a month with its year takes on a phone.
const MONTH_AND_YEAR: f64 = 0.2;

/// Months since year 0.
fn month_of(day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    month_at(year, month)
}

fn month_at(year: i32, month: u32) -> i32 {
    year * 12 + month as i32 - 1
}

fn parts(month: i32) -> (i32, u32) {
    (month.div_euclid(12), month.rem_euclid(12) as u32 + 1)
}

/// Bars from the first to the last month of the dossier, whatever was found, so that nothing jumps.
pub fn bars((earliest, latest): (Day, Day), months: &[MonthCount], language: Language) -> Histogram {
    let first_month = month_of(earliest) - 1;
    let n_months = (month_of(latest) + 2 - first_month).max(1);
    let months_a_bar = [1, 3, 12, 60, 120].into_iter().find(|step| n_months / step <= MOST_BARS as i32).unwrap_or(600);
    let first_month = first_month.div_euclid(months_a_bar) * months_a_bar;
    let n_bars = (month_of(latest) + 2 - first_month + months_a_bar - 1) / months_a_bar;
    let name = |bar: i32| {
        let (year, month) = parts(first_month + bar * months_a_bar);
        if months_a_bar >= 12 { year.to_string() } else { format!("{} {year}", short_month(month, language)) }
    };
    let mut bars: Vec<Bar> = (0..n_bars).map(|bar| Bar { name: name(bar), n: 0, n_certain: 0 }).collect();
    for count in months {
        let bar = (month_at(count.year, count.month) - first_month).div_euclid(months_a_bar);
        if let Some(bar) = usize::try_from(bar).ok().and_then(|bar| bars.get_mut(bar)) {
            bar.n += count.n_passages;
            bar.n_certain += count.n_passages.saturating_sub(count.n_uncertain);
        }
    }
    let filled = bars.iter().filter(|bar| bar.n > 0);
    let said: Vec<String> = filled.map(|bar| format!("{} {}", number(bar.n as u64, language), bar.name)).collect();
    let most = bars.iter().map(|bar| bar.n).max().unwrap_or(0);
    let ticks = ticks(first_month, n_bars * months_a_bar, language);
    Histogram { bars, ticks, most, said: said.join(", "), first_month, months_a_bar }
}

/// The finest of year parts and years whose labels do not touch; years always bold.
fn ticks(first_month: i32, n_months: i32, language: Language) -> Vec<Tick> {
    let step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
        .into_iter()
        .find(|step| n_months / step < MOST_LABELS as i32)
        .unwrap_or(6000);
    let starts = (0..n_months).filter(|month| (first_month + month).rem_euclid(step) == 0);
    let mut ticks: Vec<Tick> = starts
        .map(|offset| {
            let (year, month) = parts(first_month + offset);
            let label = if month == 1 { year.to_string() } else { short_month(month, language).to_owned() };
            Tick { at: f64::from(offset) / f64::from(n_months), label, year: month == 1, bold: month == 1 }
        })
        .collect();
    // The year that the left edge falls in is always named.
    let (year, _) = parts(first_month);
    let has_room = ticks.get(1).is_none_or(|next| next.at > MONTH_AND_YEAR);
    match ticks.first_mut() {
        Some(first) if first.year => {}
        Some(first) if first.at < EDGE_ROOM => {
            first.label = if has_room { format!("{} {year}", first.label) } else { year.to_string() };
            first.bold = true;
        }
        _ => ticks.insert(0, Tick { at: 0.0, label: year.to_string(), year: false, bold: true }),
    }
    ticks
}

impl Histogram {
    /// Where a bar begins: 0 at the left edge, 1 at the right.
    pub fn left(&self, bar: usize) -> f64 {
        bar as f64 / self.bars.len().max(1) as f64
    }

    pub fn bar_at(&self, part: f64) -> usize {
        ((part * self.bars.len() as f64) as usize).min(self.bars.len().saturating_sub(1))
    }

    /// The bars from `from` to `to`; `None` where nothing is chosen.
    pub fn chosen(&self, from: Option<Day>, to: Option<Day>) -> Option<(usize, usize)> {
        let bar = |day: Day| {
            let bar = (month_of(day) - self.first_month).div_euclid(self.months_a_bar.max(1));
            usize::try_from(bar).unwrap_or(0).min(self.bars.len().saturating_sub(1))
        };
        if from.is_none() && to.is_none() {
            return None;
        }
        let last = self.bars.len().saturating_sub(1);
        Some((from.map_or(0, bar), to.map_or(last, bar)))
    }

    /// First and last day of these bars; all of them choose nothing.
    pub fn days(&self, first: usize, last: usize) -> (Option<Day>, Option<Day>) {
        if first == 0 && last + 1 >= self.bars.len() {
            return (None, None);
        }
        let start = |bar: usize| {
            let (year, month) = parts(self.first_month + bar as i32 * self.months_a_bar);
            Day::from_ymd(year, month, 1)
        };
        (start(first), start(last + 1).map(|day| Day(day.0 - 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn counts_months() {
        let months = [
            MonthCount { year: 2023, month: 7, n_passages: 15, n_uncertain: 0 },
            MonthCount { year: 2022, month: 12, n_passages: 4, n_uncertain: 3 },
        ];
        let histogram = bars((day(2022, 11, 15), day(2024, 2, 22)), &months, Language::Dutch);
        assert_eq!(histogram.bars.len(), 18);
        assert_eq!(histogram.bars[0].name, "okt 2022");
        assert_eq!((histogram.bars[2].n, histogram.bars[2].n_certain), (4, 1));
        assert_eq!(histogram.most, 15);
        assert_eq!(histogram.said, "4 dec 2022, 15 jul 2023");
        assert!(histogram.ticks.iter().any(|tick| tick.year && tick.label == "2023"));
    }

    #[test]
    fn the_first_label_leaves_room_for_the_next() {
        let labels = |earliest: Day| {
            let ticks = bars((earliest, day(2024, 2, 22)), &[], Language::Dutch).ticks;
            ticks.into_iter().map(|tick| tick.label).take(2).collect::<Vec<_>>()
        };
        assert_eq!(labels(day(2022, 11, 15)), ["2022", "2023"]);
        // Four months: the second label stands a quarter of the width away.
        assert_eq!(labels(day(2024, 1, 15)), ["dec 2023", "2024"]);
    }

    #[test]
    fn chooses_what_days_chose() {
        let histogram = bars((day(2022, 11, 15), day(2024, 2, 22)), &[], Language::Dutch);
        for (first, last) in [(0, 3), (2, 2), (5, 17)] {
            let (from, to) = histogram.days(first, last);
            assert_eq!(histogram.chosen(from, to), Some((first, last)));
        }
        assert_eq!(histogram.days(0, 17), (None, None));
        assert_eq!(histogram.chosen(None, None), None);
    }

    #[test]
    fn takes_months_together_over_centuries() {
        let histogram = bars((day(1610, 1, 1), day(1795, 1, 1)), &[], Language::Dutch);
        assert!(histogram.bars.len() <= MOST_BARS + 2, "{}", histogram.bars.len());
        assert!(histogram.ticks.len() <= MOST_LABELS + 1);
    }
}
