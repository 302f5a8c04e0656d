//! The resolver: what an expression means, given when its text was written and what was told before it.
//!
//! Rules of this house (the project's conventions): a week runs from Monday to Sunday; without a year the last occurrence before the
//! reference is meant in a report, the next in an announcement; a weekday with a verb of the past is the last, else the
//! next; begin, medio and eind of a month are days 1-10, 11-20, 21-last, of a year its thirds.

mod bounded;
mod calendar;
mod hang;
mod hour;
mod led;
mod part;
mod point;
mod range;
mod reason;
mod side;
mod year;

use super::{
    Day, Mention, TimexKind,
    day::days_in_month,
    edtf::{Date, Edtf, End, Field, Member},
    expr::{Amount, Expr, Hang, Point, Side, Steps, Timex, What, Year},
    grammar::{FUTURE_NEXT, PAST_NEXT},
    holiday,
    lexicon::{Bound, Part, Unit, Way},
    say, tense,
};
use crate::text::{Said, Span, fold};
use bounded::{bounded, edge};
use calendar::{at, shift_day};
use part::{beside, half_of, nth, part_of, slice_of, stretch, up_to};
use point::{is_full, names_year, needs_side, unknown_day, unplaced};
use std::cell::OnceCell;

/// From when an expression is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub edtf: String,
    pub first: Day,
    pub last: Day,
    /// "de dagtekening"
    pub name: Said,
}

impl Reference {
    pub fn day(day: Day) -> Reference {
        let name = Said::new("de dagtekening", "the document's date");
        Reference { edtf: day.to_string(), first: day, last: day, name }
    }
}

/// A date that was told, for what hangs on it.
#[derive(Clone, Debug)]
struct Told {
    span: Span,
    edtf: Edtf,
    /// It names its own year.
    whole: bool,
}

/// Resolves expressions of one text in their order. `reference_of` gives the reference at a place.
pub fn resolve(text: &str, timexes: &[Timex], reference_of: impl Fn(Span) -> Option<Reference>) -> Vec<Mention> {
    let whole = whole_dates(timexes);
    let contexts = OnceCell::new();
    let mut told: Vec<Told> = Vec::new();
    let mut mentions = Vec::with_capacity(timexes.len());
    for (i, timex) in timexes.iter().enumerate() {
        let reference = reference_of(timex.span);
        let next = &timexes[i + 1..];
        let reference = reference.as_ref();
        let before = &timexes[..i];
        let scene = Scene { text, timex, before, next, reference, told: &told, whole: &whole, contexts: &contexts };
        let Some(mention) = scene.mention() else { continue };
        if let (Expr::Point(point, _) | Expr::Stamp(point, _), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value))
        {
            let open = timex.bound.is_some();
            let edtf = if open { scene.point_any(point).map_or(edtf, |(edtf, _)| edtf) } else { edtf };
            // "duurt dit jaar van 20 april tot 5 mei"
            let whole = names_year(point) && !is_label(text, timex.span, point)
                || matches!(point, Point::Unit { unit: Unit::Year, .. } | Point::Coded { year: Year::Shift(_), .. });
            told.push(Told { span: timex.span, edtf, whole });
        } else if let (Expr::Range(..) | Expr::Either(..), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value)) {
            told.push(Told { span: timex.span, edtf, whole: true });
        }
        mentions.push(mention);
    }
    mentions
}

/// "de begroting 2018", "de reorganisatie van 2020": a year that names a thing, and tells no time.
fn is_label(text: &str, span: Span, point: &Point) -> bool {
    let bare = matches!(point, Point::Calendar { month: None, day: None, .. });
    let before = text.get(..span.start()).unwrap_or("").trim_end();
    let mut words = before.rsplit([' ', '\u{a0}', '\n']);
    let (last, noun) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_article = |word: &str| matches!(word, "de" | "De" | "het" | "Het" | "een");
    let word = if last == "van" && words.next().is_some_and(is_article) { noun } else { last };
    bare && word.len() > 5
        && word.chars().all(char::is_alphabetic)
        && !matches!(word, "during" | "tijdens" | "sinds" | "vanaf" | "before" | "tussen" | "between")
}

/// Dates that need no reference: the anchors that events are named by.
fn whole_dates(timexes: &[Timex]) -> Vec<Told> {
    timexes
        .iter()
        .filter_map(|timex| match &timex.expr {
            Expr::Point(point @ Point::Calendar { year: Year::Known(_), .. }, _) => {
                let edtf = at(point, Day(0), None)?;
                Some(Told { span: timex.span, edtf, whole: true })
            }
            _ => None,
        })
        .collect()
}

/// How many dates back and ahead an event may be named.
const REACH: usize = 200;

/// The words around a whole date, folded: those of its sentence before it, behind it, and what the paragraph says above.
#[derive(Debug)]
struct Context {
    before: String,
    behind: String,
    above: String,
}

impl Context {
    fn around(text: &str, told: &Told) -> Context {
        let lead = |reach: usize| &text[super::floor(text, told.span.start().saturating_sub(reach))..told.span.start()];
        let before = lead(90).rsplit(['.', '\n', ';', '?', '!']).next().unwrap_or("");
        // "Op 28 januari was er een workshop".
        let behind = &text[told.span.end()..super::ceil(text, told.span.end() + 90)];
        let behind = behind.split(['.', '\n', ';', '?', '!', ',']).next().unwrap_or("");
        let above = lead(300).rsplit('\n').next().unwrap_or("");
        Context { before: fold(before), behind: fold(behind), above: fold(above) }
    }
}

/// One expression and all that bears on it.
struct Scene<'a> {
    text: &'a str,
    timex: &'a Timex,
    /// Those before it, and behind it.
    before: &'a [Timex],
    next: &'a [Timex],
    reference: Option<&'a Reference>,
    told: &'a [Told],
    whole: &'a [Told],
    contexts: &'a OnceCell<Vec<Context>>,
}

/// A value and where it comes from.
type Valued = (Edtf, Ground);

enum Ground {
    /// It stands there in full.
    Full,
    Counted {
        from: String,
        name: Said,
    },
    Named(Edtf),
    Completed {
        from: String,
        name: Said,
        side: Option<Side>,
    },
    Neighbour(Edtf),
    Unknown,
}

impl Scene<'_> {
    pub fn mention(&self) -> Option<Mention> {
        let timex = self.timex;
        let (kind, value, derived, ground) = match &timex.expr {
            // "de dag na de verkiezingen", and no one says when they were: how long after is known.
            Expr::Point(Point::FromEvent { days, event }, None)
                if matches!(self.event_day(*days, *event).1, Ground::Unknown) =>
            {
                self.point_any(&Point::FromEvent { days: *days, event: *event })?;
                let length = Amount::whole(days.unsigned_abs(), Unit::Day);
                (TimexKind::Duration, length.iso(), None, Ground::Unknown)
            }
            Expr::Point(point, clock) => {
                let (edtf, ground) = self.point_any(point)?;
                // Before the end of a stretch is within it.
                let to_its_end = matches!(point, Point::Part(Part::End, _));
                // "tot zondag 1 november" is through that Sunday.
                let named = matches!(point, Point::Calendar { weekday: Some(_), .. } | Point::Weekday { .. });
                let bound = match timex.bound {
                    Some(Bound::Before) if to_its_end => Some(Bound::By),
                    Some(Bound::Until) if named => Some(Bound::Through),
                    bound => bound,
                };
                // "by the end of this year" is its last day.
                let closes = matches!(bound, Some(Bound::By | Bound::Through | Bound::Until)) && to_its_end;
                let edtf = match edtf.bounds().1.filter(|_| closes) {
                    Some(last) => Edtf::within(edtf.bounds().0, Some(last)),
                    None => edtf,
                };
                let edtf = bounded(edtf, bound, clock.flatten()).qualified(timex.approximate, timex.uncertain);
                (if clock.is_some() { TimexKind::Time } else { TimexKind::Date }, edtf.to_string(), None, ground)
            }
            Expr::Stamp(point, stamp) => {
                let (edtf, ground) = self.point_any(point)?;
                let date =
                    Date { clock: Some(stamp.clock), second: stamp.second, zone: stamp.zone, ..*edtf.as_date()? };
                (TimexKind::Time, bounded(Edtf::Date(date), timex.bound, None).to_string(), None, ground)
            }
            Expr::Onward(from) => {
                let (edtf, ground) = self.point_any(from)?;
                (TimexKind::Date, bounded(edtf, Some(Bound::Since), None).to_string(), None, ground)
            }
            Expr::UpToNow(from) => {
                let (edtf, ground) = self.point_any(from)?;
                let first = edge(&edtf, false).map_or(End::Unknown, End::Date);
                let now = self.reference.map_or(End::Open, |reference| End::Date(Date::day(reference.last)));
                (TimexKind::Date, Edtf::Interval(first, now).to_string(), None, ground)
            }
            Expr::Either(one, other) => {
                let (edtf, ground) = self.range(one, other)?;
                let edtf = either(edtf).qualified(timex.approximate, timex.uncertain);
                (TimexKind::Date, edtf.to_string(), None, ground)
            }
            Expr::Range(from, to) => {
                let (edtf, ground) = self.range(from, to)?;
                let edtf = bounded(edtf, timex.bound, None).qualified(timex.approximate, timex.uncertain);
                (TimexKind::Date, edtf.to_string(), None, ground)
            }
            Expr::Length(amount, hang) => {
                let (derived, ground) =
                    self.derived(*amount, hang).map_or((None, Ground::Full), |(edtf, ground)| (Some(edtf), ground));
                (TimexKind::Duration, amount.iso(), derived, ground)
            }
            Expr::Set(amount) => (TimexKind::Set, amount.iso(), None, Ground::Full),
            Expr::Clocks { day, from, to } => {
                let told = match day {
                    Some(day) => Some(self.point_any(day)?.0).filter(|edtf| edtf.as_date().is_some()),
                    None => self.clock_day(None).map(Edtf::day),
                };
                let ground = if day.is_none() && told.is_none() { Ground::Unknown } else { self.counted() };
                let date = told.as_ref().and_then(Edtf::as_date).filter(|date| date.day != Field::Absent);
                let value = match date {
                    Some(date) => {
                        let at = |date: Date, clock| End::Date(Date { clock: Some(clock), ..date });
                        // "van 23.00 tot 7.30 uur" ends on the next day.
                        let last = if to < from { bounded::next_to(*date, 1) } else { *date };
                        Edtf::Interval(at(*date, *from), at(last, *to)).to_string()
                    }
                    None => format!("T{:02}:{:02}/T{:02}:{:02}", from.0, from.1, to.0, to.1),
                };
                (TimexKind::Time, value, None, ground)
            }
            Expr::Clock(clock) => {
                let (hour, minute) = (*clock)?;
                let open = |edtf| bounded(edtf, timex.bound, Some((hour, minute)));
                let day = self.clock_day(Some(hour));
                let ground = if day.is_some() { self.counted() } else { Ground::Unknown };
                let value = match day {
                    Some(day) => open(Edtf::day(day)).to_string(),
                    None => format!("T{hour:02}:{minute:02}"),
                };
                (TimexKind::Time, value, None, ground)
            }
        };
        let bounds = match kind {
            TimexKind::Date | TimexKind::Time => Edtf::parse(&value).map(|edtf| edtf.bounds()),
            TimexKind::Duration | TimexKind::Set => derived.as_ref().map(Edtf::bounds),
        };
        let (earliest, latest) = bounds.unwrap_or((None, None));
        let (anchor, why) = self.why(&ground);
        let derived = derived.map(|edtf| edtf.to_string());
        Some(Mention { span: timex.span, kind, value, earliest, latest, derived, anchor, why })
    }

    pub fn counted(&self) -> Ground {
        match self.reference {
            Some(reference) => Ground::Counted { from: reference.edtf.clone(), name: reference.name.clone() },
            None => Ground::Unknown,
        }
    }

    /// A point's value. Where it is counted from an uncertain date, all that may be meant.
    pub fn point_any(&self, point: &Point) -> Option<Valued> {
        if let Point::FromEvent { days, event } = point {
            // "die kunnen daags na de verkiezingen weg": of any, not of one.
            let said = fold(self.timex.span.of(self.text));
            if event.is_some()
                && said.starts_with("daags")
                && tense::side(self.text, self.timex.span) != Some(Side::Past)
            {
                return None;
            }
            return Some(self.event_day(*days, *event));
        }
        if let Point::AsTold(year) = point {
            let told = self.told.iter().rev().find_map(|told| told.edtf.as_date().map(|date| (*date, &told.edtf)))?;
            let year = calendar::known(*year, self.reference.map_or(told.0.year, |reference| reference.last.year()));
            return Some((Edtf::Date(Date { year, ..told.0 }), Ground::Named(told.1.clone())));
        }
        if let Point::FromTold { .. } | Point::WeekdayFromTold { .. } = point {
            if let Some((day, anchor)) = self.told_day(point) {
                return Some((at(point, day, None)?, Ground::Named(anchor)));
            }
            match point {
                // "die dag", and none was told.
                Point::FromTold { shift: 0, .. } => return None,
                Point::WeekdayFromTold { weekday, way: Way::This } => {
                    return self.point_any(&Point::Weekday { weekday: *weekday, way: None, weeks: None });
                }
                _ => {}
            }
        }
        // "maandag jl.", said on a Monday, is the one before.
        if let (Point::Weekday { weekday, way: None, weeks: None }, Some(side)) = (point, self.timex.side) {
            let way = if side == Side::Past { Way::Past } else { Way::Coming };
            return self.point_any(&Point::Weekday { weekday: *weekday, way: Some(way), weeks: None });
        }
        if let Some(old) = self.of_an_old_text(point) {
            return Some((at(&old, Day(0), None)?, Ground::Full));
        }
        if is_full(point) {
            return Some((at(point, Day(0), None)?, Ground::Full));
        }
        if let Some(edtf) = self.linked_year(point).or_else(|| self.neighbour_year(point)) {
            let from = self.told.last().map_or(edtf.clone(), |told| told.edtf.clone());
            return Some((edtf, Ground::Neighbour(from)));
        }
        let Some(reference) = self.reference else { return Some((unplaced(point), Ground::Unknown)) };
        let side = self.side(point);
        let last = at(point, self.list_seen_from(point, reference.last, side), side)?;
        let yearly =
            matches!(point, Point::Calendar { .. } | Point::Coded { .. } | Point::Week { .. } | Point::Holiday { .. });
        let edtf = match at(point, reference.first, side)? {
            first if first == last || yearly => last,
            first => Edtf::within(first.bounds().0, last.bounds().1),
        };
        let ground = match point {
            Point::Calendar { .. } | Point::Coded { .. } | Point::Week { .. } | Point::Holiday { .. } => {
                Ground::Completed { from: reference.edtf.clone(), name: reference.name.clone(), side }
            }
            _ => self.counted(),
        };
        Some((edtf, ground))
    }

    /// "'61" in a letter of 1887 is 1861.
    fn of_an_old_text(&self, point: &Point) -> Option<Point> {
        let now = self.reference.map(|reference| reference.last.year()).filter(|year| *year < 1950)?;
        let mut old = point.clone();
        let (Point::Calendar { year: Year::Known(year), .. } | Point::Coded { year: Year::Known(year), .. }) = &mut old
        else {
            return None;
        };
        let said = self.timex.span.of(self.text).trim_end();
        let head = said.len().checked_sub(2).and_then(|end| said.get(..end));
        let short = head.is_some_and(|head| head.ends_with(['\'', '’', '‘']));
        let of_century = now - now.rem_euclid(100) + year.rem_euclid(100);
        *year = if of_century > now + 20 { of_century - 100 } else { of_century };
        short.then_some(old)
    }

    /// The first day of what was told last, as precisely as the point is, and its value.
    fn told_day(&self, point: &Point) -> Option<(Day, Edtf)> {
        let told = self.told.last().filter(|told| self.is_near(told.span))?;
        let (first, last) = told.edtf.bounds();
        let (first, last) = (first?, last?);
        // "van 19 t/m 23 oktober; op de vrijdag ervoor"
        if let (Point::WeekdayFromTold { way, .. }, Edtf::Interval(..)) = (point, &told.edtf) {
            return Some((if *way == Way::Coming { last } else { first }, told.edtf.clone()));
        }
        let longest = match point {
            Point::WeekdayFromTold { .. } | Point::FromTold { unit: Unit::Day, .. } => 0,
            Point::FromTold { unit: Unit::Week | Unit::Weekend, shift: 0 } => 6,
            Point::FromTold { unit: Unit::Month, shift: 0 } => 30,
            Point::FromTold { unit: Unit::Year, shift: 0 } => 365,
            _ => i32::MAX,
        };
        (last.0 - first.0 <= longest).then(|| (first, told.edtf.clone()))
    }

    /// In the same paragraph.
    pub fn is_near(&self, told: Span) -> bool {
        let near = self.timex.span.start() < told.end() + 1200;
        near && !self.text.get(told.end()..self.timex.span.start()).unwrap_or("").contains("\n\n")
    }
}

/// One unknown day of two stretches that lie next to each other.
fn either(edtf: Edtf) -> Edtf {
    match edtf {
        Edtf::Interval(End::Date(one), End::Date(other)) => Edtf::one_of(Some(one), Some(other)),
        other => other,
    }
}
