//! The resolver: what an expression means, given when its text was written and what was told before it.
//!
//! Rules of this house (the project's conventions): a week runs from Monday to Sunday; without a year the last occurrence before the
//! reference is meant in a report, the next in an announcement; a weekday with a verb of the past is the last, else the
//! next; begin, medio and eind of a month are days 1-10, 11-20, 21-last, of a year its thirds.

mod calendar;
mod hang;
mod part;
mod reason;

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
use calendar::{at, shift_day};
use part::{beside, half_of, nth, part_of, slice_of, stretch, up_to};
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
    let whole = whole_dates(text, timexes);
    let contexts = OnceCell::new();
    let mut told: Vec<Told> = Vec::new();
    let mut mentions = Vec::with_capacity(timexes.len());
    for timex in timexes {
        let reference = reference_of(timex.span);
        let scene =
            Scene { text, timex, reference: reference.as_ref(), told: &told, whole: &whole, contexts: &contexts };
        let Some(mention) = scene.mention() else { continue };
        if let (Expr::Point(point, _) | Expr::Stamp(point, _), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value))
        {
            let open = timex.bound.is_some();
            let edtf = if open { scene.point_any(point).map_or(edtf, |(edtf, _)| edtf) } else { edtf };
            // "duurt dit jaar van 20 april tot 5 mei"
            let whole = names_year(point) && !is_label(text, timex.span, point)
                || matches!(point, Point::Unit { unit: Unit::Year, .. });
            told.push(Told { span: timex.span, edtf, whole });
        } else if let (Expr::Range(..), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value)) {
            told.push(Told { span: timex.span, edtf, whole: true });
        }
        mentions.push(mention);
    }
    mentions
}

/// "de begroting 2018": a year that names a thing, and tells no time.
fn is_label(text: &str, span: Span, point: &Point) -> bool {
    let bare = matches!(point, Point::Calendar { month: None, day: None, .. });
    let before = text.get(..span.start()).unwrap_or("").trim_end();
    let word = before.rsplit([' ', '\u{a0}', '\n']).next().unwrap_or("");
    bare && word.len() > 5
        && word.chars().all(char::is_alphabetic)
        && !matches!(word, "during" | "tijdens" | "sinds" | "vanaf" | "before" | "tussen" | "between")
}

fn names_year(point: &Point) -> bool {
    match point {
        Point::Calendar { year, .. }
        | Point::Coded { year, .. }
        | Point::Week { year, .. }
        | Point::Holiday { year, .. } => {
            matches!(year, Year::Known(_))
        }
        Point::Part(_, inner)
        | Point::At(inner, _)
        | Point::Slice { within: inner, .. }
        | Point::Beside { of: inner, .. }
        | Point::UpTo { to: inner, .. }
        | Point::Nth { within: inner, .. }
        | Point::Stretch { within: inner, .. } => names_year(inner),
        Point::WeekOf { day, .. } => names_year(day),
        _ => false,
    }
}

/// Dates that need no reference: the anchors that events are named by.
fn whole_dates(_text: &str, timexes: &[Timex]) -> Vec<Told> {
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
            Expr::Point(point, clock) => {
                let (edtf, ground) = self.point_any(point)?;
                // Before the end of a stretch is within it.
                let to_its_end = timex.bound == Some(Bound::Before) && matches!(point, Point::Part(Part::End, _));
                let bound = if to_its_end { Some(Bound::By) } else { timex.bound };
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
                    None => self.clock_day().map(Edtf::day),
                };
                let ground = if day.is_none() && told.is_none() { Ground::Unknown } else { self.counted() };
                let date = told.as_ref().and_then(Edtf::as_date).filter(|date| date.day != Field::Absent);
                let value = match date {
                    Some(date) => {
                        let at = |clock| End::Date(Date { clock: Some(clock), ..*date });
                        Edtf::Interval(at(*from), at(*to)).to_string()
                    }
                    None => format!("T{:02}:{:02}/T{:02}:{:02}", from.0, from.1, to.0, to.1),
                };
                (TimexKind::Time, value, None, ground)
            }
            Expr::Clock(clock) => {
                let (hour, minute) = (*clock)?;
                let open = |edtf| bounded(edtf, timex.bound, Some((hour, minute)));
                let day = self.clock_day();
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

    /// The day that a time of day belongs to: what was told last in its sentence, else the document's.
    pub fn clock_day(&self) -> Option<Day> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let told = self.told.iter().rev().find(|told| sentence.contains(told.span));
        let day = told.map_or_else(
            || self.reference.map(|reference| (Some(reference.first), Some(reference.last))),
            |told| Some(told.edtf.bounds()),
        );
        day.and_then(|(first, last)| if first == last { first } else { None })
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
            // "die dag", and none was told.
            if matches!(point, Point::FromTold { shift: 0, .. }) {
                return None;
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
        let Some(reference) = self.reference else { return Some((unplaced(point)?, Ground::Unknown)) };
        let side = self.side(point);
        let last = at(point, reference.last, side)?;
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
        let longest = match point {
            Point::WeekdayFromTold { .. } | Point::FromTold { unit: Unit::Day, .. } => 0,
            Point::FromTold { unit: Unit::Week | Unit::Weekend, shift: 0 } => 6,
            Point::FromTold { unit: Unit::Month, shift: 0 } => 30,
            Point::FromTold { unit: Unit::Year, shift: 0 } => 365,
            _ => i32::MAX,
        };
        (last.0 - first.0 <= longest).then(|| (first, told.edtf.clone()))
    }

    /// The side of now: said by a word, else by the verbs around.
    pub fn side(&self, point: &Point) -> Option<Side> {
        if self.timex.side.is_some() {
            return self.timex.side;
        }
        if !needs_side(point) {
            return None;
        }
        // What goes on since then, began.
        if self.timex.bound == Some(Bound::Since) {
            return Some(Side::Past);
        }
        if self.timex.announced && !matches!(point, Point::Weekday { .. }) {
            return Some(tense::side(self.text, self.timex.span).unwrap_or(Side::Future));
        }
        // "het verslag van 7 februari wordt vastgesteld": a document is of a day that was.
        if self.is_of_document() {
            return Some(Side::Past);
        }
        // "de krant van zaterdag"
        let of = self.text[..self.timex.span.start()].trim_end();
        let english = self.timex.span.of(self.text).ends_with("day");
        let past = (of.ends_with(" van") || english && of.ends_with(" of")) && matches!(point, Point::Weekday { .. });
        tense::side(self.text, self.timex.span).or(past.then_some(Side::Past)).or_else(|| self.nearest(point))
    }

    /// "uw brief van", "de notulen dd", "the minutes of".
    fn is_of_document(&self) -> bool {
        const DOCUMENTS: &[&str] = &[
            "verslag",
            "verslagen",
            "notulen",
            "brief",
            "brieven",
            "mail",
            "mails",
            "email",
            "bericht",
            "rapport",
            "memo",
            "nota",
            "besluit",
            "beschikking",
            "uitspraak",
            "arrest",
            "vonnis",
            "verzoek",
            "factuur",
            "artikel",
            "advies",
            "besluitenlijst",
            "schrijven",
            "klacht",
            "minutes",
            "letter",
            "report",
            "email",
            "ruling",
            "decision",
            "invoice",
            "cijfers",
            "resultaten",
            "omzet",
            "figures",
            "results",
        ];
        let before = self.text.get(..self.timex.span.start()).unwrap_or("").trim_end();
        let mut words = before.rsplit([' ', '\u{a0}', '\n']);
        let lead = words.next().unwrap_or("");
        let noun = words.next().unwrap_or("");
        let leads = matches!(lead, "van" | "of" | "dd" | "dd." | "d.d.")
            || matches!(lead, "over" | "for") && (noun.ends_with("cijfers") || noun == "figures" || noun == "results");
        leads && DOCUMENTS.iter().any(|document| noun.ends_with(document))
    }

    /// Where hardly a word stands beside it, a date without a year is the nearest.
    pub fn nearest(&self, point: &Point) -> Option<Side> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let said = sentence.of(self.text);
        let n =
            crate::text::words(said).filter(|word| !word.of(said).starts_with(|c: char| c.is_ascii_digit())).count();
        if n > crate::text::words(self.timex.span.of(self.text)).count() + 3 || matches!(point, Point::Weekday { .. }) {
            return None;
        }
        let now = self.reference?.last;
        let of = |side| at(point, now, Some(side))?.bounds().0.map(|day| (day.0 - now.0).abs());
        (of(Side::Future)? < of(Side::Past)?).then_some(Side::Future)
    }

    /// "in mei en juni", "op 3 en 10 juni": of a list without any year the later ones follow the first.
    fn linked_year(&self, point: &Point) -> Option<Edtf> {
        let Point::Calendar { year: Year::Absent, month: Some(month), day, weekday: None } = point else { return None };
        let last = self.told.last()?;
        let between = self.text.get(last.span.end()..self.timex.span.start())?;
        let linked =
            matches!(between.trim(), "," | "en" | "of" | "and" | "or" | "en op" | "en in" | "and in" | "and on");
        let told = last.edtf.as_date().filter(|told| linked && !last.whole && told.hidden == 0)?;
        if !matches!(told.month, Field::Known(1..=12)) || day.is_some() != (told.day != Field::Absent) {
            return None;
        }
        let of = |year: i32| match day {
            Some(day) => Day::from_ymd(year, u32::from(*month), u32::from(*day)).map(Date::day),
            None => Some(Date::month(year, *month)),
        };
        let goes_on = |date: &Date| date.bounds().0 > told.bounds().0;
        [of(told.year), of(told.year + 1)].into_iter().flatten().find(goes_on).map(Edtf::Date)
    }

    /// A date without a year in a story that has just named one: "Op 3 maart 2021 … op 15 april".
    pub fn neighbour_year(&self, point: &Point) -> Option<Edtf> {
        if self.timex.side.is_some() {
            return None;
        }
        let (month, day, weekday) = match point {
            Point::Calendar { year: Year::Absent | Year::Told, month: Some(month), day, weekday } => {
                (*month, *day, *weekday)
            }
            Point::Part(part, inner) => {
                let scene = Scene { timex: self.timex, ..*self };
                let inner = scene.neighbour_year(inner)?;
                return part_of(*part, &inner);
            }
            Point::DayOfMonth { day, shift: None } => {
                // "In november … de 15e"
                let last = self.told.last().filter(|told| self.is_near(told.span))?;
                let date = last.edtf.as_date()?;
                let Field::Known(month @ 1..=12) = date.month else { return None };
                let same = Day::from_ymd(date.year, u32::from(month), u32::from(*day))?;
                // "your letter of 30 September, which reached us on the 2nd"
                let latest = self.reference.map(|reference| reference.last);
                let next = date.bounds().0.filter(|told| same < *told).and_then(|_| same.plus_months(1));
                let next = next.filter(|next| latest.is_none_or(|latest| *next <= latest));
                return Some(Edtf::day(next.unwrap_or(same)));
            }
            _ => return None,
        };
        let near = self.told.iter().rev().take_while(|told| self.is_near(told.span));
        let last = near.into_iter().find(|told| told.whole)?;
        let told = match &last.edtf {
            Edtf::Date(date) => *date,
            other => Date::day(other.bounds().0?),
        };
        if !matches!(told.month, Field::Known(1..=12)) && told.hidden > 0 {
            return None;
        }
        let at = |year: i32| {
            let date = match day {
                Some(day) => Date::day(Day::from_ymd(year, u32::from(month), u32::from(day))?),
                None => Date::month(year, month),
            };
            let fits =
                weekday.is_none_or(|weekday| date.bounds().0.is_some_and(|day| day.weekday() == u32::from(weekday)));
            fits.then_some(date)
        };
        // A story goes on: not before what it told last, and not after it was written.
        let latest = self.reference.map(|reference| reference.last);
        // What was told already lies ahead.
        let ahead_already = self.timex.bound != Some(Bound::Since)
            && latest.zip(told.bounds().0).is_some_and(|(latest, told)| told > latest);
        let candidates = [at(told.year), at(told.year + 1)].into_iter().flatten();
        let goes_on = |date: &Date| date.bounds().1 >= told.bounds().0;
        let is_past = |date: &Date| {
            ahead_already || latest.is_none_or(|latest| date.bounds().0.is_some_and(|first| first <= latest))
        };
        let future = self.timex.announced
            || (self.reference.is_some() && tense::side(self.text, self.timex.span) == Some(Side::Future));
        let ahead = |date: &Date| latest.is_none_or(|latest| date.bounds().1.is_some_and(|last| last >= latest));
        let mut found = candidates.filter(goes_on).filter(|date| if future { ahead(date) } else { is_past(date) });
        let first = found.next().or_else(|| if future { None } else { at(told.year).filter(is_past) })?;
        Some(Edtf::Date(first))
    }

    /// In the same paragraph.
    pub fn is_near(&self, told: Span) -> bool {
        let near = self.timex.span.start() < told.end() + 1200;
        near && !self.text.get(told.end()..self.timex.span.start()).unwrap_or("").contains("\n\n")
    }

    pub fn range(&self, from: &Point, to: &Point) -> Option<Valued> {
        if let (Point::At(from, first), Point::At(to, last)) = (from, to) {
            let (edtf, ground) = self.range(from, to)?;
            let (start, end) = (edge(&edtf, false)?, edge(&edtf, true)?);
            let at = |date: Date, clock: &(u8, u8)| Date { clock: Some(*clock), ..date };
            return Some((Edtf::between(at(start, first), at(end, last)), ground));
        }
        let (last, ground) = self.point_any(to)?;
        let first = match (from, to) {
            // Both weekdays: the second is the first one after the first.
            (Point::Weekday { weekday: a, .. }, Point::Weekday { weekday: b, .. }) => {
                let (first, ground) = self.point_any(from)?;
                let day = first.bounds().0?;
                let days = (i32::from(*b) - i32::from(*a)).rem_euclid(7);
                return Some((Edtf::between(Date::day(day), Date::day(day.plus(days))), ground));
            }
            (Point::Calendar { year: Year::Absent, month, day, .. }, Point::Calendar { .. }) => {
                let date = last.as_date()?;
                let year = date.year;
                let of = |year: i32| match (month, day) {
                    (Some(month), Some(day)) => Day::from_ymd(year, u32::from(*month), u32::from(*day)).map(Date::day),
                    (Some(month), None) => Some(Date::month(year, *month)),
                    _ => None,
                };
                let first = of(year)
                    .filter(|first| date.hidden > 0 || first.bounds().0 <= date.bounds().1)
                    .or_else(|| of(year - 1))?;
                Edtf::Date(Date { hidden: date.hidden, year: if date.hidden > 0 { 0 } else { first.year }, ..first })
            }
            _ => self.point_any(from)?.0,
        };
        let follows = |first: &Edtf| first.bounds().0.zip(last.bounds().1).is_none_or(|(first, last)| first <= last);
        // "van maart tot half oktober": the start is the last one before its end.
        let first = match last.bounds().1 {
            Some(day) if !follows(&first) && needs_side(from) => at(from, day, Some(Side::Past))?,
            _ => first,
        };
        let (from, to) = (edge(&first, false)?, edge(&last, true)?);
        let ordered = from.bounds().0.zip(to.bounds().1).is_none_or(|(first, last)| first <= last);
        ordered.then(|| (Edtf::between(from, to), ground))
    }
}

fn is_full(point: &Point) -> bool {
    match point {
        Point::Hidden { .. } | Point::Years { .. } => true,
        Point::Part(_, inner)
        | Point::At(inner, _)
        | Point::Slice { within: inner, .. }
        | Point::Beside { of: inner, .. }
        | Point::UpTo { to: inner, .. }
        | Point::Nth { within: inner, .. }
        | Point::Stretch { within: inner, .. }
        | Point::WeekOf { day: inner, .. } => is_full(inner),
        point => names_year(point),
    }
}

fn needs_side(point: &Point) -> bool {
    match point {
        Point::Calendar { year: Year::Absent, .. }
        | Point::Coded { year: Year::Absent, .. }
        | Point::Week { year: Year::Absent, .. }
        | Point::Holiday { year: Year::Absent, .. }
        | Point::Weekday { weeks: None, .. }
        | Point::DayOfMonth { shift: None, .. } => true,
        Point::Part(_, inner)
        | Point::At(inner, _)
        | Point::Rest(inner)
        | Point::Slice { within: inner, .. }
        | Point::Beside { of: inner, .. }
        | Point::UpTo { to: inner, .. }
        | Point::Nth { within: inner, .. }
        | Point::Stretch { within: inner, .. }
        | Point::WeekOf { day: inner, .. } => needs_side(inner),
        _ => false,
    }
}

fn unknown_day() -> Edtf {
    Edtf::Date(Date { month: Field::Unknown, day: Field::Unknown, ..Date::hiding(0, 4) })
}

/// What can be said of a point without a reference.
fn unplaced(point: &Point) -> Option<Edtf> {
    Some(match point {
        Point::Calendar { month: Some(month), day, .. } => {
            let day = day.map_or(Field::Absent, Field::Known);
            Edtf::Date(Date { month: Field::Known(*month), day, ..Date::hiding(0, 4) })
        }
        Point::Coded { code, .. } => Edtf::Date(Date { month: Field::Known(*code), ..Date::hiding(0, 4) }),
        Point::DayOfMonth { day, .. } | Point::Calendar { day: Some(day), .. } => {
            Edtf::Date(Date { month: Field::Unknown, day: Field::Known(*day), ..Date::hiding(0, 4) })
        }
        _ => unknown_day(),
    })
}

/// The value with an open end where the word before says so.
fn bounded(edtf: Edtf, bound: Option<Bound>, clock: Option<(u8, u8)>) -> Edtf {
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
fn edge(edtf: &Edtf, last: bool) -> Option<Date> {
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
