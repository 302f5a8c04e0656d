//! The resolver: what an expression means, given when its text was written and what was told before it.
//!
//! Rules of this house (the project's conventions): a week runs from Monday to Sunday; without a year the last occurrence before the
//! reference is meant in a report, the next in an announcement; a weekday with a verb of the past is the last, else the
//! next; begin, medio and eind of a month are days 1-10, 11-20, 21-last, of a year its thirds.

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
        if let (Expr::Point(point, _), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value)) {
            let open = timex.bound.is_some();
            let edtf = if open { scene.point_any(point).map_or(edtf, |(edtf, _)| edtf) } else { edtf };
            told.push(Told { span: timex.span, edtf, whole: names_year(point) });
        } else if let (Expr::Range(..), Some(edtf)) = (&timex.expr, Edtf::parse(&mention.value)) {
            told.push(Told { span: timex.span, edtf, whole: true });
        }
        mentions.push(mention);
    }
    mentions
}

fn names_year(point: &Point) -> bool {
    match point {
        Point::Calendar { year, .. }
        | Point::Coded { year, .. }
        | Point::Week { year, .. }
        | Point::Holiday { year, .. } => {
            matches!(year, Year::Known(_))
        }
        Point::Part(_, inner) | Point::Half { within: inner, .. } | Point::Nth { within: inner, .. } => {
            names_year(inner)
        }
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
    fn mention(&self) -> Option<Mention> {
        let timex = self.timex;
        let (kind, value, derived, ground) = match &timex.expr {
            Expr::Point(point, clock) => {
                let (edtf, ground) = self.point_any(point)?;
                let edtf = bounded(edtf, timex.bound, clock.flatten()).qualified(timex.approximate, timex.uncertain);
                (if clock.is_some() { TimexKind::Time } else { TimexKind::Date }, edtf.to_string(), None, ground)
            }
            Expr::Onward(from) => {
                let (edtf, ground) = self.point_any(from)?;
                (TimexKind::Date, bounded(edtf, Some(Bound::Since), None).to_string(), None, ground)
            }
            Expr::Range(from, to) => {
                let (edtf, ground) = self.range(from, to)?;
                (TimexKind::Date, edtf.qualified(timex.approximate, timex.uncertain).to_string(), None, ground)
            }
            Expr::Length(amount, hang) => {
                let (derived, ground) =
                    self.derived(*amount, *hang).map_or((None, Ground::Full), |(edtf, ground)| (Some(edtf), ground));
                (TimexKind::Duration, amount.iso(), derived, ground)
            }
            Expr::Set(amount) => (TimexKind::Set, amount.iso(), None, Ground::Full),
            Expr::Clock(clock) => {
                let (hour, minute) = (*clock)?;
                let day = self.clock_day();
                let ground = if day.is_some() { self.counted() } else { Ground::Unknown };
                let value = match day {
                    Some(day) => Edtf::Date(Date { clock: Some((hour, minute)), ..Date::day(day) }).to_string(),
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
    fn clock_day(&self) -> Option<Day> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let told = self.told.iter().rev().find(|told| sentence.contains(told.span));
        let day = told.map_or_else(
            || self.reference.map(|reference| (Some(reference.first), Some(reference.last))),
            |told| Some(told.edtf.bounds()),
        );
        day.and_then(|(first, last)| if first == last { first } else { None })
    }

    fn counted(&self) -> Ground {
        match self.reference {
            Some(reference) => Ground::Counted { from: reference.edtf.clone(), name: reference.name.clone() },
            None => Ground::Unknown,
        }
    }

    /// A point's value. Where it is counted from an uncertain date, all that may be meant.
    fn point_any(&self, point: &Point) -> Option<Valued> {
        if let Point::FromEvent { days, event } = point {
            // "die kunnen daags na de verkiezingen weg": of any, not of one.
            let said = fold(self.timex.span.of(self.text));
            if said.starts_with("daags") && tense::side(self.text, self.timex.span) != Some(Side::Past) {
                return None;
            }
            return Some(self.event_day(*days, *event));
        }
        if is_full(point) {
            return Some((at(point, Day(0), None)?, Ground::Full));
        }
        if let Some(edtf) = self.neighbour_year(point) {
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

    /// The side of now: said by a word, else by the verbs around.
    fn side(&self, point: &Point) -> Option<Side> {
        if self.timex.side.is_some() {
            return self.timex.side;
        }
        if !needs_side(point) {
            return None;
        }
        if self.timex.announced && !matches!(point, Point::Weekday { .. }) {
            return Some(tense::side(self.text, self.timex.span).unwrap_or(Side::Future));
        }
        // "de krant van zaterdag"
        let of = self.text[..self.timex.span.start()].trim_end();
        let past = (of.ends_with(" van") || of.ends_with(" of")) && matches!(point, Point::Weekday { .. });
        tense::side(self.text, self.timex.span).or(past.then_some(Side::Past)).or_else(|| self.nearest(point))
    }

    /// Where hardly a word stands beside it, a date without a year is the nearest.
    fn nearest(&self, point: &Point) -> Option<Side> {
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

    /// A date without a year in a story that has just named one: "Op 3 maart 2021 … op 15 april".
    fn neighbour_year(&self, point: &Point) -> Option<Edtf> {
        if self.timex.side.is_some() {
            return None;
        }
        let (month, day, weekday) = match point {
            Point::Calendar { year: Year::Absent, month: Some(month), day, weekday } => (*month, *day, *weekday),
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
                return Day::from_ymd(date.year, u32::from(month), u32::from(*day)).map(Edtf::day);
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
        let candidates = [at(told.year), at(told.year + 1)].into_iter().flatten();
        let goes_on = |date: &Date| date.bounds().1 >= told.bounds().0;
        let is_past = |date: &Date| latest.is_none_or(|latest| date.bounds().0.is_some_and(|first| first <= latest));
        let future = self.timex.announced
            || (self.reference.is_some() && tense::side(self.text, self.timex.span) == Some(Side::Future));
        let ahead = |date: &Date| latest.is_none_or(|latest| date.bounds().1.is_some_and(|last| last >= latest));
        let mut found = candidates.filter(goes_on).filter(|date| if future { ahead(date) } else { is_past(date) });
        let first = found.next().or_else(|| if future { None } else { at(told.year).filter(is_past) })?;
        Some(Edtf::Date(first))
    }

    /// In the same paragraph.
    fn is_near(&self, told: Span) -> bool {
        let near = self.timex.span.start() < told.end() + 1200;
        near && !self.text.get(told.end()..self.timex.span.start()).unwrap_or("").contains("\n\n")
    }

    fn event_day(&self, days: i32, event: Option<Span>) -> Valued {
        let anchor = match event {
            Some(event) => self.named(event).or_else(|| self.apposed_date(event)),
            None => {
                let told = self.told.last().filter(|told| self.is_near(told.span)).map(|told| told.edtf.clone());
                let now = self.reference.filter(|reference| reference.first == reference.last);
                told.or_else(|| now.map(|reference| Edtf::day(reference.last)))
            }
        };
        let Some(anchor) = anchor else { return (unknown_day(), Ground::Unknown) };
        let (first, last) = anchor.bounds();
        let edtf = match (first, last) {
            (Some(first), Some(last)) if first == last => Edtf::day(first.plus(days)),
            (first, last) => Edtf::within(first.map(|day| day.plus(days)), last.map(|day| day.plus(days))),
        };
        (edtf, Ground::Named(anchor))
    }

    /// "de dag na de verkiezingen van 22 november": the words of the event are followed by its date.
    fn apposed_date(&self, event: Span) -> Option<Edtf> {
        let next = self.whole.partition_point(|whole| whole.span.start_byte < event.end_byte);
        self.whole
            .get(next)
            .filter(|whole| {
                matches!(
                    self.text.get(event.end()..whole.span.start()),
                    Some(" van " | " of " | " op " | " on " | ", " | " (" | " in ")
                )
            })
            .map(|whole| whole.edtf.clone())
    }

    /// The date of the event that these words name, told elsewhere in the text with the same noun before it.
    fn named(&self, event: Span) -> Option<Edtf> {
        let noun = stem(event.of(self.text).rsplit([' ', '\u{a0}', '\n']).next().unwrap_or(""));
        if noun.chars().count() < 4 {
            return None;
        }
        let contexts =
            self.contexts.get_or_init(|| self.whole.iter().map(|told| Context::around(self.text, told)).collect());
        let of = |word: fn(&Context) -> &String, context: &Context| {
            word(context).split(|c: char| !c.is_alphanumeric()).any(|word| word.contains(noun.as_str()))
        };
        let at = self.whole.partition_point(|told| told.span.end_byte <= self.timex.span.start_byte);
        let dated = |index: &usize| {
            let told = &self.whole[*index];
            told.span != self.timex.span && told.edtf.as_date().is_some_and(|date| date.month != Field::Absent)
        };
        let earlier = || (at.saturating_sub(REACH)..at).rev().filter(dated);
        let later = || (at..self.whole.len().min(at + REACH)).filter(dated);
        // Best in the same sentence as its date, else in the same paragraph before it.
        let found = earlier()
            .chain(later())
            .find(|index| of(|context| &context.before, &contexts[*index]))
            .or_else(|| earlier().find(|index| of(|context| &context.behind, &contexts[*index])))
            .or_else(|| earlier().find(|index| of(|context| &context.above, &contexts[*index])));
        found.map(|index| self.whole[index].edtf.clone())
    }

    /// The date that a duration leads to.
    fn derived(&self, amount: Amount, hang: Hang) -> Option<Valued> {
        let steps = amount.steps()?;
        let exact = matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Fortnight);
        let approximate = self.timex.approximate;
        let step = |anchor: &Edtf, sign: i32| {
            shifted(anchor, steps, sign, exact).map(|edtf| edtf.qualified(approximate, false))
        };
        match hang {
            Hang::After(event) | Hang::Before(event) => {
                let sign = if matches!(hang, Hang::After(_)) { 1 } else { -1 };
                if let Some(anchor) = self.apposed_date(event).or_else(|| self.named(event)) {
                    if self.is_short_of() {
                        let (first, last) = (anchor.bounds().0?, shift_day(anchor.bounds().1?, steps, sign)?);
                        return Some((Edtf::within(Some(first), Some(last.plus(-1))), Ground::Named(anchor)));
                    }
                    return Some((step(&anchor, sign)?, Ground::Named(anchor)));
                }
                if let Some(anchor) = self.apposed_date(event).or_else(|| self.named(event)) {
                    if self.is_short_of() {
                        let (first, last) = (anchor.bounds().0?, shift_day(anchor.bounds().1?, steps, sign)?);
                        return Some((Edtf::within(Some(first), Some(last.plus(-1))), Ground::Named(anchor)));
                    }
                    return Some((step(&anchor, sign)?, Ground::Named(anchor)));
                }
                // "…, vier dagen na het opstappen": the date before the comma is the later one, the event's is sought.
                let told = self.apposed().filter(|_| !self.is_short_of())?;
                Some((step(&told, -sign)?, Ground::Named(told)))
            }
            Hang::Later | Hang::Earlier => {
                let told = self.told.last().filter(|told| self.is_near(told.span))?;
                let sign = if hang == Hang::Later { 1 } else { -1 };
                Some((step(&told.edtf, sign)?, Ground::Named(told.edtf.clone())))
            }
            Hang::UpToNow => {
                let reference = self.reference?;
                let first = shift_day(reference.first, steps, -1)?;
                Some((Edtf::between(Date::day(first), Date::day(reference.last)), self.counted()))
            }
            Hang::FromNow => {
                let reference = self.reference?;
                let last = shift_day(reference.last, steps, 1)?;
                Some((Edtf::between(Date::day(reference.first), Date::day(last)), self.counted()))
            }
            Hang::Nothing if matches!(self.timex.bound, Some(Bound::Since)) => {
                let reference = self.reference?;
                let first = shift_day(reference.first, steps, -1)?;
                let date = if exact { Date::day(first) } else { Date::month(first.ymd().0, first.ymd().1 as u8) };
                Some((Edtf::Interval(End::Date(date), End::Open).qualified(!exact, false), self.counted()))
            }
            Hang::Nothing => None,
        }
    }

    /// "nog geen jaar": less than what is said.
    fn is_short_of(&self) -> bool {
        fold(self.timex.span.of(self.text)).starts_with("nog geen")
    }

    /// The date told just before in the same sentence, with a comma or bracket between.
    fn apposed(&self) -> Option<Edtf> {
        let told = self.told.last()?;
        let between = self.text.get(told.span.end()..self.timex.span.start())?;
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let apart = between.trim_end().ends_with([',', '–', '—', '(']);
        (apart && sentence.contains(told.span)).then(|| told.edtf.clone())
    }

    fn range(&self, from: &Point, to: &Point) -> Option<Valued> {
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
        let side = |edtf: &Edtf, end: bool| match edtf {
            Edtf::Date(date) => Some(*date),
            other => if end { other.bounds().1 } else { other.bounds().0 }.map(Date::day),
        };
        let (from, to) = (side(&first, false)?, side(&last, true)?);
        let ordered = from.bounds().0.zip(to.bounds().1).is_none_or(|(first, last)| first <= last);
        ordered.then(|| (Edtf::between(from, to), ground))
    }

    fn why(&self, ground: &Ground) -> (Option<String>, Said) {
        match ground {
            Ground::Full => (None, Said::new("staat er voluit", "stands there in full")),
            Ground::Unknown => (None, Said::new("zonder datum om vanaf te rekenen", "without a date to count from")),
            Ground::Counted { from, name } => {
                let said = say(from);
                let nl = format!("gerekend vanaf {}, {}", said.nl, name.nl);
                let en = format!("counted from {}, {}", said.en, name.en);
                (Some(from.clone()), Said::new(nl, en))
            }
            Ground::Named(anchor) => {
                let said = say(&anchor.to_string());
                let nl = format!("gerekend vanaf {}, de datum die erbij staat", said.nl);
                let en = format!("counted from {}, the date that stands with it", said.en);
                (Some(anchor.to_string()), Said::new(nl, en))
            }
            Ground::Neighbour(anchor) => {
                let said = say(&anchor.to_string());
                let nl = format!("zonder jaar; het volgt op {}", said.nl);
                let en = format!("without a year; it follows {}", said.en);
                (Some(anchor.to_string()), Said::new(nl, en))
            }
            Ground::Completed { from, name, side } => {
                let said = say(from);
                let (nl, en) = if *side == Some(Side::Future) {
                    ("de eerste na", "the first after")
                } else {
                    ("de laatste voor", "the last before")
                };
                let nl = format!("zonder jaar; {nl} {}, {}", said.nl, name.nl);
                let en = format!("without a year; {en} {}, {}", said.en, name.en);
                (Some(from.clone()), Said::new(nl, en))
            }
        }
    }
}

/// A noun without its ending, folded: "verkiezingen" and "verkiezing" are one.
pub fn stem(noun: &str) -> String {
    let folded = fold(noun);
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    for ending in ["ingen", "en", "s"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 4
        {
            return if ending == "ingen" { format!("{stem}ing") } else { stem.to_owned() };
        }
    }
    word.to_owned()
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

fn is_full(point: &Point) -> bool {
    match point {
        Point::Hidden { .. } => true,
        Point::Part(_, inner)
        | Point::Half { within: inner, .. }
        | Point::Nth { within: inner, .. }
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
        | Point::Half { within: inner, .. }
        | Point::Nth { within: inner, .. }
        | Point::WeekOf { day: inner, .. } => needs_side(inner),
        _ => false,
    }
}

/// A point's value, counted from `now`.
fn at(point: &Point, now: Day, side: Option<Side>) -> Option<Edtf> {
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
            Edtf::Date(yearly(*year, now, side, of)?)
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
            Edtf::day(days.min_by_key(|day| (beyond(day), (day.0 - now.0).abs()))?)
        }
        Point::Calendar { month: None, day: Some(day), .. } => {
            return at(&Point::DayOfMonth { day: *day, shift: None }, now, side);
        }
        Point::Coded { year, code } => Edtf::Date(yearly(*year, now, side, |year| Some(Date::month(year, *code)))?),
        Point::Hidden { year, hidden } => Edtf::Date(Date::hiding(*year, *hidden)),
        Point::Holiday { which, year } => {
            Edtf::Date(yearly(*year, now, side, |year| holiday::day(*which, year).map(Date::day))?)
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
                        Some(Side::Past) | None if this > now => year_now - 1,
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
            let now = match from {
                Some(from) => at(from, now, side)?.bounds().0?,
                None => now,
            };
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
        Point::Part(part, within) => part_of(*part, &at(within, now, side)?)?,
        Point::Half { second, within } => half_of(*second, &at(within, now, side)?)?,
        Point::FromEvent { .. } => return None,
    })
}

fn known(year: Year, now: i32) -> i32 {
    match year {
        Year::Known(year) => year,
        Year::Shift(PAST_NEXT) => now - 1,
        Year::Shift(FUTURE_NEXT) => now + 1,
        Year::Shift(shift) => now + shift,
        Year::Absent => now,
    }
}

/// What comes every year, in the year that is meant.
fn yearly(year: Year, now: Day, side: Option<Side>, of: impl Fn(i32) -> Option<Date>) -> Option<Date> {
    let this = now.year();
    let begins = |date: &Date| date.bounds().0.is_some_and(|first| first <= now);
    let lasts = |date: &Date| date.bounds().1.is_some_and(|last| last >= now);
    match year {
        Year::Known(year) => of(year),
        Year::Shift(PAST_NEXT) => (this - 8..=this).rev().filter_map(of).find(|date| !lasts(date)),
        Year::Shift(FUTURE_NEXT) => (this..this + 9).filter_map(of).find(|date| !begins(date)),
        Year::Shift(shift) => of(this + shift),
        Year::Absent if side == Some(Side::Future) => (this - 1..this + 9).filter_map(of).find(lasts),
        Year::Absent => (this - 8..=this).rev().filter_map(of).find(begins),
    }
}

fn weekday_at(weekday: u8, way: Option<Way>, weeks: Option<i32>, now: Day, side: Option<Side>) -> Day {
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
fn week(year: i32, number: u8) -> Option<Day> {
    let first = Day::from_ymd(year, 1, 4)?.monday();
    let monday = first.plus(7 * (i32::from(number) - 1));
    (monday < Day::from_ymd(year + 1, 1, 4)?.monday()).then_some(monday)
}

fn unit_at(unit: Unit, shift: i32, now: Day) -> Option<Edtf> {
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
            // The one ahead is this week's, while that has not come.
            let ahead = shift - i32::from(shift > 0 && now.weekday() < 5);
            let saturday = now.monday().plus(7 * ahead + 5);
            Edtf::between(Date::day(saturday), Date::day(saturday.plus(1)))
        }
        Unit::Decade => Edtf::Date(Date::hiding(year + 10 * shift, 1)),
        Unit::Century => Edtf::Date(Date::hiding(year + 100 * shift, 2)),
        _ => return None,
    })
}

/// So many units from now, as precise as the unit is: years give a year, months a month, weeks and days a day.
fn count(amount: Amount, ahead: bool, now: Day) -> Option<Edtf> {
    let sign = if ahead { 1 } else { -1 };
    let day = match amount.steps() {
        Some(steps) => shift_day(now, steps, sign)?,
        None => now,
    };
    let (year, month, _) = day.ymd();
    Some(match amount.unit {
        Unit::Year if amount.halves.is_multiple_of(2) => Edtf::Date(Date::year(year)),
        Unit::Year | Unit::HalfYear | Unit::Month | Unit::Quarter
            if amount.halves.is_multiple_of(2) || amount.unit != Unit::Month =>
        {
            Edtf::Date(Date::month(year, month as u8))
        }
        Unit::Decade => Edtf::Date(Date { approximate: true, ..Date::year(year) }),
        Unit::Century => Edtf::Date(Date { approximate: true, ..Date::year(year) }),
        _ => Edtf::day(day),
    })
}

fn shift_day(day: Day, steps: Steps, sign: i32) -> Option<Day> {
    match steps {
        Steps::Days(days) => Some(day.plus(days.saturating_mul(sign))),
        Steps::Months(months) => day.plus_months(months.checked_mul(sign)?),
    }
}

/// A date moved by a duration: to the day where the duration is exact, else roughly.
fn shifted(anchor: &Edtf, steps: Steps, sign: i32, exact: bool) -> Option<Edtf> {
    let (first, last) = anchor.bounds();
    let (first, last) = (shift_day(first?, steps, sign)?, shift_day(last?, steps, sign)?);
    if exact {
        return Some(Edtf::within(Some(first), Some(last)));
    }
    let years = matches!(steps, Steps::Months(months) if months % 12 == 0);
    let date = |day: Day| {
        let (year, month, _) = day.ymd();
        Date { approximate: true, ..if years { Date::year(year) } else { Date::month(year, month as u8) } }
    };
    let (from, to) = (date(first), date(last));
    Some(if from == to { Edtf::Date(from) } else { Edtf::one_of(Some(from), Some(to)) })
}

/// Begin, middle or end of a stretch.
fn part_of(part: Part, whole: &Edtf) -> Option<Edtf> {
    let (first, last) = (whole.bounds().0?, whole.bounds().1?);
    let third = match part {
        Part::Begin => 0,
        Part::Middle => 1,
        Part::End => 2,
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
            set(Date::year(year + from), Date::year(year + to))
        }
        Some(Date { month: Field::Absent, hidden: 2, year, .. }) => {
            let (from, to) = [(0, 33), (34, 66), (67, 99)][third];
            set(Date::year(year + from), Date::year(year + to))
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

fn half_of(second: bool, whole: &Edtf) -> Option<Edtf> {
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

/// The nth week, day, weekday, month of a stretch; -1 is the last.
fn nth(n: i8, what: What, whole: &Edtf) -> Option<Edtf> {
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
        What::Unit(Unit::Day) => Edtf::day(within(if n > 0 { first.plus(index(n)) } else { last })?),
        // A week belongs where its Thursday is (ISO 8601).
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

/// The value with an open end where the word before says so.
fn bounded(edtf: Edtf, bound: Option<Bound>, clock: Option<(u8, u8)>) -> Edtf {
    let edtf = match edtf {
        Edtf::Date(date) if clock.is_some() && date.day != Field::Absent => Edtf::Date(Date { clock, ..date }),
        other => other,
    };
    let Some(bound) = bound else { return edtf };
    let side = |last: bool| match &edtf {
        Edtf::Date(date) => End::Date(*date),
        Edtf::OneOf(members) => match members.first() {
            Some(Member::Stretch(Some(from), Some(to))) => End::Date(if last { *to } else { *from }),
            _ => End::Unknown,
        },
        other => {
            let (from, to) = other.bounds();
            if last { to } else { from }.map_or(End::Unknown, |day| End::Date(Date::day(day)))
        }
    };
    let value = match bound {
        Bound::Since | Bound::From => Edtf::Interval(side(false), End::Open),
        Bound::After => Edtf::Interval(side(true), End::Open),
        Bound::Until | Bound::By => Edtf::Interval(End::Open, side(true)),
        Bound::Before => Edtf::Interval(End::Open, side(false)),
    };
    if matches!(value, Edtf::Interval(End::Unknown, _) | Edtf::Interval(_, End::Unknown)) { edtf } else { value }
}
