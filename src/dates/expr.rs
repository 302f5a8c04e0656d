//! What the grammar reads: expressions of time before anything is known about when they were written.

use super::lexicon::{Bound, Part, Unit, Way};
use crate::text::Span;

/// An expression in a text, unresolved: the same for every reference date.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    pub span: Span,
    pub expr: Expr,
    /// What the word before it makes of it: "sinds", "uiterlijk".
    pub bound: Option<Bound>,
    pub approximate: bool,
    pub uncertain: bool,
    /// "jl." and "a.s.", "afgelopen" and "komende": the reader is told which side of now it is.
    pub side: Option<Side>,
    /// A word that announces stands before it: "uiterlijk", "vanaf".
    pub announced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Past,
    Future,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    Point(Point, Option<Clock>),
    Range(Point, Point),
    /// "3 of 4 mei", "het tweede of derde kwartaal".
    Either(Point, Point),
    /// "2023-08-01T09:30:15Z".
    Stamp(Point, Stamp),
    /// "from 1990 onwards", "(2004 -)".
    Onward(Point),
    /// "2020 tot heden".
    UpToNow(Point),
    Length(Amount, Hang),
    /// An ISO 8601 period.
    Set(Amount),
    /// A time of day without its day.
    Clock(Clock),
    /// From one time of day to another, of a day that stands before it or is told elsewhere.
    Clocks {
        day: Option<Point>,
        from: (u8, u8),
        to: (u8, u8),
    },
}

/// A time of day; `None` for one that a word only names ("middag").
pub type Clock = Option<(u8, u8)>;

/// A time as machines write it, behind a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub clock: (u8, u8),
    pub second: Option<u8>,
    /// Minutes east of UTC.
    pub zone: Option<i16>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    Calendar {
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
    },
    /// A season, quarter or half by its EDTF code.
    Coded {
        year: Year,
        code: u8,
    },
    /// A decade or century: its first year and the digits left open.
    Hidden {
        year: i32,
        hidden: u8,
    },
    Week {
        number: u8,
        year: Year,
    },
    /// The week, or weekend, that holds a day.
    WeekOf {
        day: Box<Point>,
        weekend: bool,
    },
    /// `weeks`: of this week, the next; else by way or tense.
    Weekday {
        weekday: u8,
        way: Option<Way>,
        weeks: Option<i32>,
    },
    /// "vorige maand": the calendar unit so many on.
    Unit {
        unit: Unit,
        shift: i32,
    },
    /// "twee jaar geleden": so many units from now, or from a day.
    Count {
        amount: Amount,
        ahead: bool,
        from: Option<Box<Point>>,
    },
    Today(i32),
    /// "het jaar daarvoor": the calendar unit so many on from what was told last.
    FromTold {
        unit: Unit,
        shift: i32,
    },
    /// "de woensdag daarna": the first one behind, the last one before, or the one of, what was told last.
    WeekdayFromTold {
        weekday: u8,
        way: Way,
    },
    /// "de 15e", of this month or of one so many on.
    DayOfMonth {
        day: u8,
        shift: Option<i32>,
    },
    /// "de eerste week van mei", "the last Friday of June"; -1 is the last.
    Nth {
        n: i8,
        what: What,
        within: Box<Point>,
    },
    /// "de eerste twee maanden van 2017".
    Stretch {
        amount: Amount,
        last: bool,
        within: Box<Point>,
    },
    Part(Part, Box<Point>),
    /// "de tweede helft van", "het eerste kwart van": the `n`th of `of` equal parts.
    Slice {
        n: u8,
        of: u8,
        within: Box<Point>,
    },
    /// "de week na Pasen", "de tweede maandag voor 3 mei": the `n`th after a day or stretch, before it where negative.
    Beside {
        n: i8,
        what: What,
        of: Box<Point>,
    },
    /// A stretch of years: "de derde eeuw v.Chr.".
    Years {
        from: i32,
        to: i32,
    },
    /// "the same quarter of 2019": what was told, of another year.
    AsTold(Year),
    /// "the six months to September".
    UpTo {
        amount: Amount,
        to: Box<Point>,
    },
    /// "dit schooljaar": so many on from the one that is, from August on.
    SchoolYear(i32),
    /// "de rest van 2020": from now to its end.
    Rest(Box<Point>),
    /// An end of a range with its time of day.
    At(Box<Point>, (u8, u8)),
    /// An end of a range that is left out: "tot 1 september".
    Eve(Box<Point>),
    Holiday {
        which: u8,
        year: Year,
    },
    /// "de dag na de verkiezingen": days from an event that words name.
    FromEvent {
        days: i32,
        event: Option<Span>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Unit(Unit),
    Weekday(u8),
    /// Monday to Friday.
    Workday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Known(i32),
    /// So many years from the reference's.
    Shift(i32),
    /// "van dat jaar", "die zomer": the one told last.
    Told,
    /// "het najaar daarop": the first behind what was told last.
    AfterTold,
    Absent,
}

/// A number of units; halves are kept as half units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub halves: u32,
    pub unit: Unit,
    /// And so many of a smaller unit: "twee jaar en drie maanden".
    pub and: Option<(u32, Unit)>,
}

/// What a duration hangs on.
#[derive(Clone, Debug, PartialEq)]
pub enum Hang {
    Nothing,
    /// "vier dagen na het opstappen": the words that name the event.
    After(Span),
    Before(Span),
    /// "twee weken ervoor", "drie dagen later": on what was told last.
    Later,
    Earlier,
    /// "twee weken na 3 mei".
    AfterDay(Box<Point>),
    BeforeDay(Box<Point>),
    /// "de afgelopen drie jaar", "sinds zes maanden".
    UpToNow,
    /// "de komende drie jaar".
    FromNow,
}

impl Amount {
    pub fn whole(n: u32, unit: Unit) -> Amount {
        Amount { halves: n.saturating_mul(2), unit, and: None }
    }

    /// "P4D", "PT48H", "P18M".
    pub fn iso(self) -> String {
        if let Some((n, unit)) = self.and {
            let (great, small) = (Amount { and: None, ..self }.iso(), Amount::whole(n, unit).iso());
            let small = small.trim_start_matches('P');
            let small = if great.contains('T') { small.trim_start_matches('T') } else { small };
            return great + small;
        }
        let Amount { halves, unit, .. } = self;
        let of = |each: u32| u64::from(halves) * u64::from(each) / 2;
        let half = halves % 2 == 1;
        let (n, letter) = match unit {
            Unit::Second => (of(1), 'S'),
            Unit::Minute if half => (of(60), 'S'),
            Unit::Minute => (of(1), 'M'),
            Unit::QuarterHour => (of(15), 'M'),
            Unit::Hour if halves == 1 => (30, 'M'),
            Unit::Hour if half => return format!("PT{}H30M", of(1)),
            Unit::Hour => (of(1), 'H'),
            Unit::Day if half => (of(24), 'H'),
            Unit::Day => (of(1), 'D'),
            Unit::Weekend => (of(2), 'D'),
            Unit::Week if half => (of(7), 'D'),
            Unit::Week => (of(1), 'W'),
            Unit::Fortnight => (of(2), 'W'),
            // "anderhalve maand" is said in the smaller unit, what is longer in both.
            Unit::Month if half && halves > 3 => return format!("P{}M15D", of(1)),
            Unit::Month if half => (of(30), 'D'),
            Unit::Month => (of(1), 'M'),
            Unit::Quarter => (of(3), 'M'),
            Unit::HalfYear => (of(6), 'M'),
            Unit::Year if half && halves > 3 => return format!("P{}Y6M", of(1)),
            Unit::Year if half => (of(12), 'M'),
            Unit::Year => (of(1), 'Y'),
            Unit::Decade => (of(10), 'Y'),
            Unit::Century => (of(100), 'Y'),
        };
        let time = if unit < Unit::Day || unit == Unit::Day && half { "T" } else { "" };
        format!("P{time}{n}{letter}")
    }

    /// Whole months, or else days; `None` for less than a day.
    pub fn steps(self) -> Option<Steps> {
        if let Some((n, unit)) = self.and {
            return match (Amount { and: None, ..self }.steps()?, Amount::whole(n, unit).steps()) {
                (Steps::Days(a), Some(Steps::Days(b))) => Some(Steps::Days(a.saturating_add(b))),
                (Steps::Months(a), Some(Steps::Months(b))) => Some(Steps::Months(a.saturating_add(b))),
                (steps, _) => Some(steps),
            };
        }
        let of =
            |each: u32| i32::try_from(u64::from(self.halves) * u64::from(each) / 2).unwrap_or(i32::MAX).min(3_000_000);
        Some(match self.unit {
            Unit::Second | Unit::Minute | Unit::QuarterHour => return None,
            Unit::Hour => Steps::Days(of(1) / 24),
            Unit::Day => Steps::Days(of(1)),
            Unit::Weekend | Unit::Week => Steps::Days(of(7)),
            Unit::Fortnight => Steps::Days(of(14)),
            Unit::Month if self.halves % 2 == 1 => Steps::Days(of(30)),
            Unit::Month => Steps::Months(of(1)),
            Unit::Quarter => Steps::Months(of(3)),
            Unit::HalfYear => Steps::Months(of(6)),
            Unit::Year => Steps::Months(of(12)),
            Unit::Decade => Steps::Months(of(120)),
            Unit::Century => Steps::Months(of(1200)),
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    Days(i32),
    Months(i32),
}
