//! Durations, and days that durations lead to: "vier dagen na …", "twee jaar geleden".

use super::*;

impl Grammar<'_> {
    /// "twee jaar geleden", "over drie weken", "three weeks from now", "in three weeks".
    pub fn counted(&self, start: usize) -> Read<Expr> {
        let count = |amount, ahead| Expr::Point(Point::Count { amount, ahead, from: None }, None);
        let of_days = |amount: &Amount| amount.steps().is_some() && amount.unit != Unit::Hour;
        // "over twee weken woensdag"
        if let Some((amount, end)) =
            self.over(start).filter(|(amount, _)| amount.unit == Unit::Week && amount.halves % 2 == 0)
            && let Some((weekday, end)) = self.weekday_name(end, false)
        {
            let weeks = i32::try_from(amount.halves / 2).ok();
            return Some((Expr::Point(Point::Weekday { weekday, way: None, weeks }, None), end));
        }
        // "twee nachten geleden"
        if let (Word::Number(n), true, Word::Ago) =
            (self.word(start), self.is(start + 1, any!("nachten nights")), self.word(start + 2))
        {
            return Some((count(Amount::whole(u32::from(n), Unit::Day), false), start + 3));
        }
        // "verspreid over acht dagen": during.
        if self.is(start, any!("over"))
            && self.is(start.wrapping_sub(1), any!("verspreid gespreid verdeeld uitgesmeerd"))
        {
            return None;
        }
        if let Some((amount, end)) = self.over(start).filter(|(amount, _)| of_days(amount)) {
            if let Some((month, end)) = self.month_name(end + 1).filter(|_| self.is(end, any!("in")))
                && let Some(Steps::Months(months)) = amount.steps().filter(|_| amount.unit == Unit::Year)
            {
                return Some((Expr::Point(calendar(Year::Shift(months / 12), Some(month), None), None), end));
            }
            return Some((count(amount, true), end));
        }
        let circa = start + usize::from(self.has(start, Word::Circa));
        if self.is(start, any!("in")) {
            let (amount, end) = self.amount(start + 1)?;
            let english =
                matches!(self.word(end - 1), Word::Unit(_, Tongue::English)) || self.is(start + 1, any!("a one"));
            // "in two weeks' time", "in a year's time"
            let own = end + usize::from(self.mark(end) == '\'' && self.glued(end));
            let own = own + usize::from(own > end && self.is(own, any!("s")) && self.glued(own));
            let timed = own > end && self.is(own, any!("time"));
            let end = if timed { own + 1 } else { end };
            return (english && amount.steps().is_some() && (timed || self.in_future(start)))
                .then_some((count(amount, true), end));
        }
        let (amount, end) = self.amount_or_so(circa).or_else(|| self.amount(circa))?;
        if !of_days(&amount) {
            return None;
        }
        // "five years ago today"
        if self.has(end, Word::Ago)
            && let Word::Day(shift @ (0 | -1)) = self.word(end + 1)
            && amount.unit > Unit::Day
        {
            let from = Some(Box::new(Point::Today(i32::from(shift))));
            return Some((Expr::Point(Point::Count { amount, ahead: false, from }, None), end + 2));
        }
        // "wij bellen u binnen twee werkdagen terug"
        if self.has(end, Word::Ago) && self.before(start) != Word::Within {
            return Some((count(amount, false), end + 1));
        }
        // "twee weken na heden"
        if matches!(self.word(end), Word::After)
            && let Some((from @ Point::Today(_), after)) = self.point(end + 1)
        {
            return Some((Expr::Point(Point::Count { amount, ahead: true, from: Some(Box::new(from)) }, None), after));
        }
        if self.is(end, any!("hence")) {
            return Some((count(amount, true), end + 1));
        }
        if self.is(end, any!("from")) && self.has(end + 1, Word::Now) {
            return Some((count(amount, true), end + 2));
        }
        if self.is(end, any!("from"))
            && let Some((from @ (Point::Today(_) | Point::Weekday { .. }), after)) = self.point(end + 1)
        {
            return Some((Expr::Point(Point::Count { amount, ahead: true, from: Some(Box::new(from)) }, None), after));
        }
        // "a week on Monday", "a week today"
        if matches!(amount.unit, Unit::Week | Unit::Fortnight)
            && let on = end + usize::from(self.is(end, any!("on")))
            && let Some((from @ (Point::Weekday { way: None, .. } | Point::Today(0..)), after)) = self.point(on)
            && (on > end) == matches!(from, Point::Weekday { .. })
            && self.is(end - 1, any!("week weeks fortnight"))
            && self.ends_phrase(after)
        {
            return Some((Expr::Point(Point::Count { amount, ahead: true, from: Some(Box::new(from)) }, None), after));
        }
        if self.is(end, any!("vanaf")) && self.is(end + 1, any!("nu vandaag heden")) {
            return Some((count(amount, true), end + 2));
        }
        None
    }

    /// A verb of the future stands before: "will be ready in three weeks".
    pub fn in_future(&self, at: usize) -> bool {
        (0..at).rev().take(12).any(|at| {
            self.is(
                at,
                any!(
                    "will shall ll is are expires starts ends due meet going expect expects expected plan \
                     plans hope hopes opens closes returns leaves begins back"
                ),
            )
        }) || at == 0
            || self.is_sentence_start(at)
            || self.text.len() < 48
    }

    /// "vier dagen na het opstappen", "twee weken ervoor", "de afgelopen drie jaar", "18 dagen".
    pub fn length(&self, start: usize) -> Read<Expr> {
        // "will start in April and last six weeks"
        let verb = self.has(start, Word::LastEnglish)
            && self.is(start.wrapping_sub(1), any!("and or will would to can may must should"));
        if verb {
            return None;
        }
        // "de laatste twee weken", "the last three months"
        let latest = self.article(start);
        if (matches!(self.word(latest), Word::Ultimate | Word::LastEnglish) || self.is(latest, any!("jongste")))
            && !self.is(latest.wrapping_sub(1), any!("ten"))
            && let Some((amount, end)) = self.amount(latest + 1)
        {
            let hang = if self.is(end, any!("van of")) { Hang::Nothing } else { Hang::UpToNow };
            return Some((Expr::Length(amount, hang), end));
        }
        // "de eerste honderd dagen"
        if latest > start
            && self.has(latest, Word::Ordinal(1))
            && let Some((amount, end)) = self.amount(latest + 1).filter(|(amount, _)| amount.halves > 2)
            && !self.is(end, any!("van of in"))
        {
            return Some((Expr::Length(amount, Hang::Nothing), end));
        }
        if let Some((way, at)) = self.way(start) {
            let hang = match way {
                Way::Past | Way::Previous => Hang::UpToNow,
                Way::Coming | Way::Next => Hang::FromNow,
                Way::This => return None,
            };
            // "the past decade", "het komende decennium": ten years, not those of the calendar.
            if let (Word::Unit(unit @ Unit::Decade, _), Way::Past | Way::Coming)
            | (Word::Unit(unit @ Unit::Fortnight, _), _) = (self.word(at), way)
            {
                return (!self.is_plural(at)).then_some((Expr::Length(Amount::whole(1, unit), hang), at + 1));
            }
            return self.amount(at).map(|(amount, end)| (Expr::Length(amount, hang), end));
        }
        // "nog geen jaar", "ruim een week"
        let (less, at) = if self.is(start, any!("nog")) && self.is(start + 1, any!("geen")) {
            (true, start + 2)
        } else {
            (
                false,
                start
                    + usize::from(self.is(
                        start,
                        any!("ruim bijna ongeveer circa ca krap zowat approximately about nearly almost roughly"),
                    )),
            )
        };
        let at = at + usize::from(self.mark(at) == '.' && at > start);
        let (amount, end) = match self.amount_or_so(at).or_else(|| self.amount(at)) {
            Some(read) => read,
            None => match self.word(at) {
                Word::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week), _) if less && !self.is_plural(at) => {
                    (Amount::whole(1, unit), at + 1)
                }
                Word::Half | Word::Unit(Unit::HalfYear, _) if !self.has(at, Word::Half) && !self.glued(at + 1) => {
                    return None;
                }
                _ => return None,
            },
        };
        // "the Hundred Years' War"
        let quote = end + usize::from(self.mark(end) == '\'');
        if self.capital(quote) && self.is(quote, any!("war wars")) {
            return None;
        }
        // "8% a year", "£30 a month"
        let paid = matches!(self.mark(at.wrapping_sub(1)), '%' | '€' | '£') || self.is_number(at.wrapping_sub(1));
        if self.is(at, any!("a")) && at > 0 && paid {
            return None;
        }
        // "a quarter of members"
        let share = self.is(end - 1, any!("quarter")) && self.is(end, any!("of"));
        if share || self.is_age(at, end) || self.is_rate(at, end) {
            return None;
        }
        let hang = match self.word(end) {
            Word::Later => return Some((Expr::Length(amount, Hang::Later), end + 1)),
            Word::Earlier => return Some((Expr::Length(amount, Hang::Earlier), end + 1)),
            Word::After => match (self.day_after(end + 1), self.event_words(end + 1)) {
                (Some(day), _) => Hang::AfterDay(Box::new(day)),
                (None, Some((event, _))) => Hang::After(event),
                _ if self.is(end, any!("after")) && self.ends_clause(end + 1) => {
                    return Some((Expr::Length(amount, Hang::Later), end + 1));
                }
                _ => Hang::Nothing,
            },
            Word::Before => match (self.day_after(end + 1), self.event_words(end + 1)) {
                (Some(day), _) => Hang::BeforeDay(Box::new(day)),
                (None, Some((event, _))) => Hang::Before(event),
                _ if self.is(end, any!("before")) && self.ends_clause(end + 1) => {
                    return Some((Expr::Length(amount, Hang::Earlier), end + 1));
                }
                _ => Hang::Nothing,
            },
            _ => Hang::Nothing,
        };
        let single = self.has(at, Word::One) && amount.halves == 2;
        // "op een dag", "one day", "a second": no measure.
        if single
            && matches!(amount.unit, Unit::Day | Unit::Second | Unit::Minute | Unit::Weekend)
            && amount.and.is_none()
            && hang == Hang::Nothing
            && !self.is(end - 1, any!("etmaal"))
            && !self.is_late_by(end)
        {
            return None;
        }
        if amount.unit == Unit::Hour && self.is_clock_here(at) {
            return None;
        }
        Some((Expr::Length(amount, hang), end))
    }

    /// "één dag te laat", "filed one day late."
    fn is_late_by(&self, end: usize) -> bool {
        let marked = !matches!(self.tokens.get(end + 1).map(|token| token.kind), Some(Kind::Word(_)));
        self.is(end, any!("te too")) && self.is(end + 1, any!("laat vroeg late early"))
            || self.is(end, any!("late overdue")) && marked
    }

    /// The day that a duration hangs on, told right behind it.
    fn day_after(&self, at: usize) -> Option<Point> {
        let (point, _) = self.point(at)?;
        matches!(
            point,
            Point::Calendar { day: Some(_), .. } | Point::Today(_) | Point::Weekday { .. } | Point::Holiday { .. }
        )
        .then_some(point)
    }

    /// "45 jaar oud", "kinderen van 4 jaar", "18 jaar en ouder", "de leeftijd van 12 jaar".
    pub fn is_age(&self, at: usize, end: usize) -> bool {
        let old = |at: usize| self.has(at, Word::Old);
        let years = matches!(self.word(end - 1), Word::Unit(Unit::Year | Unit::Month, _) | Word::Jaren);
        // "veroordeeld tot acht jaar cel"
        if self.is(end, any!("cel celstraf gevangenis gevangenisstraf tbs taakstraf jail prison imprisonment voorwaardelijk onvoorwaardelijk")) {
            return false;
        }
        if !years {
            return old(end);
        }
        let after = old(end)
            || (self.mark(end) == '-' && old(end + 1))
            || (matches!(self.word(end), Word::And | Word::Or | Word::Of) && old(end + 1))
            || (self.is(end, any!("of")) && self.is(end + 1, any!("age")));
        let aged = (at.saturating_sub(4)..at).any(|at| self.has(at, Word::Age))
            || (self.is(at.wrapping_sub(1), any!("dan than")) && old(at.wrapping_sub(2)))
            || (self.is(at.wrapping_sub(1), any!("de")) && self.is(at.wrapping_sub(2), any!("onder boven")))
            || self.is(at.wrapping_sub(1), any!("vanaf under"))
            || self.is(end, any!("worden wordt werd geworden"))
                && !self.is_participle(end + 1)
                && !matches!(self.before(at), Word::After | Word::Within | Word::Over | Word::In | Word::Before)
            || (self.mark(at.wrapping_sub(1)) == '(' && self.mark(end) == ')' && self.capital(at.wrapping_sub(2)));
        // "kinderen van 12 en 9 jaar"
        let mut head = at;
        while (self.has(head.wrapping_sub(1), Word::And) || self.mark(head.wrapping_sub(1)) == ',')
            && self.is_number(head.wrapping_sub(2))
        {
            head -= 2;
        }
        let of_persons = self.is(head.wrapping_sub(1), any!("van vanaf tot tussen"))
            && (at.saturating_sub(8)..at).any(|at| {
                self.is(
                    at,
                    any!(
                        "kind kinderen man vrouw jongen meisje jongeren mannen vrouwen ouderen mensen \
                         personen leerlingen jongens meisjes iemand dochter zoon patiënt cliënt bewoner student inwoner groep team leden deelnemers"
                    ),
                )
            });
        // "jeugdigen 0 - 19 jaar"
        let from_birth = matches!(self.mark(at.wrapping_sub(1)), '-' | '–')
            && self.number(at.wrapping_sub(2)).is_some_and(|(n, _)| n == 0);
        let person = (self.mark(at.wrapping_sub(1)) == ','
            && (matches!(self.mark(end), ',' | ')' | '.') || end == self.tokens.len())
            && self.capital(at.wrapping_sub(2)))
            || self.is(at.wrapping_sub(1), any!("is was werd wordt")) && {
                (self.is(at.wrapping_sub(2), any!("hij zij ze ik he she")) || self.capital(at.wrapping_sub(2)))
                    && self.ends_phrase(end)
                    && !self.has(end, Word::In)
            }
            // "De inspreker is 67 jaar en woont in de wijk"
            || self.is(at.wrapping_sub(1), any!("is was")) && self.has(at.wrapping_sub(3), Word::Article)
                && self.has(end, Word::And) && self.is_number(at);
        after || aged || of_persons || from_birth || person
    }

    /// "twee maanden worden verlengd": what is done to a length, not who grows older.
    fn is_participle(&self, at: usize) -> bool {
        let raw = self.raw(at);
        raw.len() > 5
            && ["ge", "ver", "be", "ont", "op", "uit", "aan", "in"].iter().any(|start| raw.starts_with(start))
            && ["d", "t", "en"].iter().any(|end| raw.ends_with(end))
    }

    /// "km per uur", "100 euro per 2 weken".
    pub fn is_rate(&self, at: usize, end: usize) -> bool {
        self.has(at.wrapping_sub(1), Word::Per)
            || self.is(at.wrapping_sub(1), any!("bij")) && self.is(end - 1, any!("uur"))
            || self.mark(at.wrapping_sub(1)) == '/'
            || (self.mark(end) == '/' && self.glued(end))
    }
}
