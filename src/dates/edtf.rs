//! EDTF, the Extended Date/Time Format (ISO 8601-2:2019, annex A): read, written, bounded.
//!
//! What is covered: dates, clock times and intervals of level 0; `?`, `~`, `%`, unspecified digits, seasons, open and
//! unknown ends of level 1; quarters, halves and sets of level 2. Qualifiers hold for a whole date, years have four
//! digits. What else a value may be is refused, not guessed.

use super::day::{Day, days_in_month};
use std::fmt;

/// A value of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edtf {
    Date(Date),
    /// Something that lasts from the one to the other.
    Interval(End, End),
    /// `[..]`: one of these, unknown which.
    OneOf(Vec<Member>),
    /// `{..}`: all of these.
    All(Vec<Member>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// `..`
    Open,
    /// Nothing written.
    Unknown,
    Date(Date),
}

/// A date of a set, or a stretch of them; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    One(Date),
    Stretch(Option<Date>, Option<Date>),
}

/// A year, and what more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// -9999 to 9999; zeros where digits are hidden.
    pub year: i32,
    /// How many of the year's last digits are `X`: 1 for a decade, 2 for a century, 4 for any year.
    pub hidden: u8,
    /// 1 to 12, seasons 21 to 24, quarters 33 to 36, thirds 37 to 39, halves 40 and 41.
    pub month: Field,
    pub day: Field,
    /// Hour and minute.
    pub clock: Option<(u8, u8)>,
    /// Of a time stamp, beside its clock.
    pub second: Option<u8>,
    /// Minutes east of UTC; printed `Z` where none.
    pub zone: Option<i16>,
    pub uncertain: bool,
    pub approximate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Absent,
    Known(u8),
    /// `XX`
    Unknown,
}

/// First and last day; `None` is open or unknown.
pub type Bounds = (Option<Day>, Option<Day>);

impl Date {
    pub fn year(year: i32) -> Date {
        let (month, day) = (Field::Absent, Field::Absent);
        let (clock, second, zone) = (None, None, None);
        Date { year, hidden: 0, month, day, clock, second, zone, uncertain: false, approximate: false }
    }

    /// A month, or a season, quarter or half by its code.
    pub fn month(year: i32, month: u8) -> Date {
        Date { month: Field::Known(month), ..Date::year(year) }
    }

    pub fn day(day: Day) -> Date {
        let (year, month, of_month) = day.ymd();
        Date { day: Field::Known(of_month as u8), ..Date::month(year, month as u8) }
    }

    /// 1990 as `199X` with one digit hidden.
    pub fn hiding(year: i32, hidden: u8) -> Date {
        Date { hidden, ..Date::year(year - year.rem_euclid(10_i32.pow(u32::from(hidden)))) }
    }

    pub fn bounds(&self) -> Bounds {
        if self.hidden == 4 {
            return (None, None);
        }
        let last_year = self.year + 10_i32.pow(u32::from(self.hidden)) - 1;
        let from = |month, day| Day::from_ymd(self.year, month, day);
        let to = |year: i32, month: u32| Day::from_ymd(year, month, days_in_month(year, month));
        match (self.month, self.day) {
            (Field::Known(month @ 1..=12), Field::Known(day)) => {
                (from(u32::from(month), u32::from(day)), Day::from_ymd(last_year, u32::from(month), u32::from(day)))
            }
            (Field::Known(month @ 1..=12), _) => (from(u32::from(month), 1), to(last_year, u32::from(month))),
            (Field::Known(code), _) => match months_of(code) {
                Some((first, n)) => {
                    let start = from(first, 1);
                    (
                        start,
                        Day::from_ymd(last_year, first, 1).and_then(|day| day.plus_months(n)).map(|day| day.plus(-1)),
                    )
                }
                None => (None, None),
            },
            _ => (from(1, 1), to(last_year, 12)),
        }
    }
}

/// First month and number of months of a season (as the weather has them, north), quarter, third or half.
fn months_of(code: u8) -> Option<(u32, i32)> {
    let code = u32::from(code);
    match code {
        21..=24 => Some(((code - 21) * 3 + 3, 3)),
        33..=36 => Some(((code - 33) * 3 + 1, 3)),
        37..=39 => Some(((code - 37) * 4 + 1, 4)),
        40..=41 => Some(((code - 40) * 6 + 1, 6)),
        _ => None,
    }
}

impl Edtf {
    pub fn day(day: Day) -> Edtf {
        Edtf::Date(Date::day(day))
    }

    pub fn between(first: Date, last: Date) -> Edtf {
        if first == last { Edtf::Date(first) } else { Edtf::Interval(End::Date(first), End::Date(last)) }
    }

    /// One unknown day from `first` to `last`.
    pub fn within(first: Option<Day>, last: Option<Day>) -> Edtf {
        match (first, last) {
            (Some(first), Some(last)) if first == last => Edtf::day(first),
            _ => Edtf::one_of(first.map(Date::day), last.map(Date::day)),
        }
    }

    pub fn one_of(first: Option<Date>, last: Option<Date>) -> Edtf {
        Edtf::OneOf(vec![Member::Stretch(first, last)])
    }

    /// `None` where the text is no EDTF of the kinds that this module covers.
    pub fn parse(text: &str) -> Option<Edtf> {
        if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return members(inside).map(Edtf::OneOf);
        }
        if let Some(inside) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            return members(inside).map(Edtf::All);
        }
        match text.split_once('/') {
            Some((from, to)) => {
                let (from, to) = (end(from)?, end(to)?);
                let nothing = !matches!(from, End::Date(_)) && !matches!(to, End::Date(_));
                (!nothing).then_some(Edtf::Interval(from, to))
            }
            None => date(text).map(Edtf::Date),
        }
    }

    /// The days that the value allows. Approximate dates are not widened: how far "about" reaches is the reader's.
    pub fn bounds(&self) -> Bounds {
        match self {
            Edtf::Date(date) => date.bounds(),
            Edtf::Interval(from, to) => {
                let side = |end: &End| if let End::Date(date) = end { date.bounds() } else { (None, None) };
                (side(from).0, side(to).1)
            }
            Edtf::OneOf(members) | Edtf::All(members) => {
                let sides = members.iter().map(|member| match member {
                    Member::One(date) => date.bounds(),
                    Member::Stretch(from, to) => {
                        (from.and_then(|date| date.bounds().0), to.and_then(|date| date.bounds().1))
                    }
                });
                sides
                    .reduce(|a, b| (a.0.zip(b.0).map(|(x, y)| x.min(y)), a.1.zip(b.1).map(|(x, y)| x.max(y))))
                    .unwrap_or((None, None))
            }
        }
    }

    /// Marks the value, or both ends of it, as approximate or doubtful.
    pub fn qualified(mut self, approximate: bool, uncertain: bool) -> Edtf {
        let mark = |date: &mut Date| {
            date.approximate |= approximate;
            date.uncertain |= uncertain;
        };
        match &mut self {
            Edtf::Date(date) => mark(date),
            Edtf::Interval(from, to) => {
                for end in [from, to] {
                    if let End::Date(date) = end {
                        mark(date);
                    }
                }
            }
            Edtf::OneOf(members) | Edtf::All(members) => {
                for member in members {
                    match member {
                        Member::One(date) => mark(date),
                        Member::Stretch(from, to) => from.iter_mut().chain(to).for_each(mark),
                    }
                }
            }
        }
        self
    }

    /// The one date that the value is, if it is one.
    pub fn as_date(&self) -> Option<&Date> {
        if let Edtf::Date(date) = self { Some(date) } else { None }
    }
}

fn members(inside: &str) -> Option<Vec<Member>> {
    inside
        .split(',')
        .map(|member| {
            let member = member.trim();
            match member.split_once("..") {
                None => date(member).map(Member::One),
                Some((from, to)) => {
                    let side = |text: &str| if text.is_empty() { Some(None) } else { date(text).map(Some) };
                    let (from, to) = (side(from)?, side(to)?);
                    (from.is_some() || to.is_some()).then_some(Member::Stretch(from, to))
                }
            }
        })
        .collect()
}

fn end(text: &str) -> Option<End> {
    match text {
        ".." => Some(End::Open),
        "" => Some(End::Unknown),
        _ => date(text).map(End::Date),
    }
}

fn date(text: &str) -> Option<Date> {
    let (text, uncertain, approximate) = match text.as_bytes().last()? {
        b'?' => (&text[..text.len() - 1], true, false),
        b'~' => (&text[..text.len() - 1], false, true),
        b'%' => (&text[..text.len() - 1], true, true),
        _ => (text, false, false),
    };
    let (text, (clock, second, zone)) = match text.split_once('T') {
        Some((text, time)) => (text, clock(time)?),
        None => (text, (None, None, None)),
    };
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut fields = rest.split('-');
    let digits = fields.next()?;
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
        return None;
    }
    let shown = digits.trim_end_matches('X');
    if shown.contains('X') {
        return None;
    }
    let hidden = (4 - shown.len()) as u32;
    let year = sign * shown.parse::<i32>().unwrap_or(0) * 10_i32.pow(hidden);
    let (month, day) = (field(fields.next())?, field(fields.next())?);
    let date = Date { year, hidden: hidden as u8, month, day, clock, second, zone, uncertain, approximate };
    (fields.next().is_none() && is_of_calendar(&date)).then_some(date)
}

fn field(text: Option<&str>) -> Option<Field> {
    match text {
        None => Some(Field::Absent),
        Some("XX") => Some(Field::Unknown),
        Some(digits) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().ok().map(Field::Known)
        }
        Some(_) => None,
    }
}

type Clock = (Option<(u8, u8)>, Option<u8>, Option<i16>);

/// "09:30", "09:30:15Z", "09:30:15+02:00".
fn clock(text: &str) -> Option<Clock> {
    let two = |text: &str| if text.len() == 2 { text.parse::<u8>().ok() } else { None };
    let cut = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = (text.get(..cut)?, text.get(cut..)?);
    let zone = match zone {
        "" => None,
        "Z" => Some(0),
        _ => {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let (hours, minutes) = (two(hours).filter(|n| *n < 15)?, two(minutes).filter(|n| *n < 60)?);
            let east = i16::from(hours) * 60 + i16::from(minutes);
            Some(if zone.starts_with('-') { -east } else { east })
        }
    };
    let mut fields = time.split(':');
    let (hour, minute) = (two(fields.next()?)?, two(fields.next()?)?);
    let second = match fields.next() {
        Some(second) => Some(two(second).filter(|n| *n < 61)?),
        None => None,
    };
    (hour < 25 && minute < 60 && fields.next().is_none()).then_some((Some((hour, minute)), second, zone))
}

fn is_of_calendar(date: &Date) -> bool {
    let month_fits = match date.month {
        Field::Known(month) => matches!(month, 1..=12) || (months_of(month).is_some() && date.day == Field::Absent),
        _ => true,
    };
    let day_fits = match (date.month, date.day) {
        (Field::Known(month @ 1..=12), Field::Known(day)) => {
            let year = if date.hidden == 0 { date.year } else { 2000 };
            (1..=days_in_month(year, u32::from(month))).contains(&u32::from(day))
        }
        (_, Field::Known(day)) => (1..=31).contains(&day),
        _ => true,
    };
    month_fits && day_fits && (date.clock.is_none() || date.day != Field::Absent)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut year = format!("{:04}", self.year.abs());
        year.truncate(4 - usize::from(self.hidden.min(4)));
        if self.year < 0 {
            f.write_str("-")?;
        }
        f.write_str(&year)?;
        for _ in 0..self.hidden {
            f.write_str("X")?;
        }
        for field in [self.month, self.day] {
            match field {
                Field::Absent => {}
                Field::Known(value) => write!(f, "-{value:02}")?,
                Field::Unknown => f.write_str("-XX")?,
            }
        }
        if let Some((hour, minute)) = self.clock {
            write!(f, "T{hour:02}:{minute:02}")?;
            if let Some(second) = self.second {
                write!(f, ":{second:02}")?;
            }
            match self.zone {
                None => {}
                Some(0) => f.write_str("Z")?,
                Some(zone) => {
                    let sign = if zone < 0 { '-' } else { '+' };
                    write!(f, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)?;
                }
            }
        }
        f.write_str(match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        })
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Open => f.write_str(".."),
            End::Unknown => Ok(()),
            End::Date(date) => date.fmt(f),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, members, close) = match self {
            Edtf::Date(date) => return date.fmt(f),
            Edtf::Interval(from, to) => return write!(f, "{from}/{to}"),
            Edtf::OneOf(members) => ('[', members, ']'),
            Edtf::All(members) => ('{', members, '}'),
        };
        write!(f, "{open}")?;
        for (i, member) in members.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            match member {
                Member::One(date) => date.fmt(f)?,
                Member::Stretch(from, to) => {
                    let side = |date: &Option<Date>| date.map_or(String::new(), |date| date.to_string());
                    write!(f, "{}..{}", side(from), side(to))?;
                }
            }
        }
        write!(f, "{close}")
    }
}

#[cfg(test)]
mod tests {
    use super::Edtf;

    fn bounds(text: &str) -> String {
        let (from, to) = Edtf::parse(text).unwrap().bounds();
        let side = |day: Option<super::Day>| day.map_or("-".to_owned(), |day| day.to_string());
        format!("{} {}", side(from), side(to))
    }

    #[test]
    fn reads_writes_and_bounds() {
        for (text, expected) in [
            ("2022-11-15", "2022-11-15 2022-11-15"),
            ("2022-02", "2022-02-01 2022-02-28"),
            ("2022", "2022-01-01 2022-12-31"),
            ("2020~", "2020-01-01 2020-12-31"),
            ("199X", "1990-01-01 1999-12-31"),
            ("18XX", "1800-01-01 1899-12-31"),
            ("2022-24", "2022-12-01 2023-02-28"),
            ("2023-35", "2023-07-01 2023-09-30"),
            ("2022-41", "2022-07-01 2022-12-31"),
            ("2016/2021", "2016-01-01 2021-12-31"),
            ("2016/..", "2016-01-01 -"),
            ("/2021-05", "- 2021-05-31"),
            ("[2022-09-21..2022-09-30]", "2022-09-21 2022-09-30"),
            ("[..2022-09-30]", "- 2022-09-30"),
            ("{2021,2023-02..2023-04}", "2021-01-01 2023-04-30"),
            ("2023-01-11T15:30", "2023-01-11 2023-01-11"),
            ("XXXX-11-15", "- -"),
            ("2022-XX-XX?", "2022-01-01 2022-12-31"),
        ] {
            assert_eq!((Edtf::parse(text).unwrap().to_string().as_str(), bounds(text).as_str()), (text, expected));
        }
    }

    #[test]
    fn refuses_what_is_none() {
        for text in ["", "..", "/", "2022-13", "2023-02-29", "22-1-1", "[..]", "2022-1", "1X9X", "2022-11-15T25", "é"]
        {
            assert_eq!(Edtf::parse(text), None, "{text}");
        }
    }
}
