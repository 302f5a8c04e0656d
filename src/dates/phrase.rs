//! The grammar of what is made of points: ranges, durations, repetitions, times of day.

use super::{
    expr::{Amount, Clock, Expr, Hang, Point, Year},
    grammar::{Grammar, Read, calendar},
    lexicon::{Bound, Unit, Way, Word},
    token::Kind,
};

impl Grammar<'_> {
    /// The longest expression that starts here.
    pub fn expression(&self, at: usize) -> Read<Expr> {
        let bare = self.point(at);
        let range = self.range(at, &bare);
        let point = bare.map(|(point, end)| {
            let named = matches!(self.word(end - 1), Word::WeekdayPart(_) | Word::DayPart(_)).then_some(None);
            let (clock, end) = self.clock_after(end, &point).map_or((named, end), |(clock, end)| (Some(clock), end));
            (Expr::Point(point, clock), end)
        });
        let measured = if self.may_measure(at) {
            super::grammar::longest([self.counted(at), self.repetition(at), self.length(at), self.time(at)])
        } else {
            None
        };
        super::grammar::longest([range, self.listed(at), point, measured])
    }

    /// A number, or a word that can open a duration, a repetition, a time of day.
    fn may_measure(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(Kind::Number(_, digits)) => digits < 5,
            Some(Kind::Word(word)) => {
                matches!(
                    word,
                    Word::Number(_)
                        | Word::Half
                        | Word::OneAndHalf
                        | Word::Way(_)
                        | Word::LastEnglish
                        | Word::Circa
                        | Word::Over
                        | Word::Set(..)
                        | Word::Weekdays(_)
                        | Word::Every
                        | Word::Once
                        | Word::Quarter15
                        | Word::Not
                        | Word::Unit(Unit::Quarter, _)
                ) || (word == Word::One && self.may_be_measured(at + 1))
                    || (word == Word::Article && matches!(self.word(at + 1), Word::Way(_)))
                    || (word == Word::Article && self.word(at + 1) == Word::LastEnglish)
                    || (word == Word::In && self.is(at, &["in"]) && self.may_be_measured(at + 2))
                    || (word == Word::At && self.word(at + 1) == Word::Article)
            }
            _ => false,
        }
    }

    /// What a number can count stands here, or an adjective before it.
    fn may_be_measured(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Word::Unit(..)
                | Word::Half
                | Word::Jaren
                | Word::Times
                | Word::Number(_)
                | Word::After
                | Word::Before
                | Word::Over
        ) || self.is(at, &["volle", "hele", "full", "whole", "past", "second"])
            || self.mark(at) == '-'
    }

    /// "3" in "op 3, 4 en 5 juni": a day whose month comes behind the next.
    fn listed(&self, start: usize) -> Read<Expr> {
        // "in juni of juli 2023"
        if let Some((month, end)) = self.month_name(start) {
            let linked = matches!(self.word(end), Word::And | Word::Or) || self.is(end, &["of"]);
            return match self.month(end + 1, false).filter(|_| linked)? {
                (Point::Calendar { year: year @ Year::Known(_), day: None, .. }, _) => {
                    Some((Expr::Point(calendar(year, Some(month), None), None), end))
                }
                _ => None,
            };
        }
        // "op 29 april, 10 mei en 27 december 2013"
        if let Some((Point::Calendar { year: Year::Absent, month: Some(month), day: Some(day), weekday }, end)) =
            self.day_month(start)
        {
            let year = self.year_of_list(end)?;
            return Some((
                Expr::Point(Point::Calendar { year, month: Some(month), day: Some(day), weekday }, None),
                end,
            ));
        }
        let placed = start == 0
            || matches!(self.before(start), Word::On | Word::Article | Word::And)
            || self.mark(start.wrapping_sub(1)) == ',';
        let ((day, _), end) = self.day_number(start).filter(|_| placed)?;
        let mut at = end;
        for _ in 0..8 {
            let linked = matches!(self.word(at), Word::And) || self.mark(at) == ',' || self.is(at, &["of", "or"]);
            if !linked {
                return None;
            }
            let next = self.article(at + 1);
            if let Some((Point::Calendar { year, month: Some(month), day: Some(_), .. }, _)) = self.day_month(next) {
                let fits = u32::from(day) <= super::day::days_in_month(2000, u32::from(month));
                return fits.then_some((Expr::Point(calendar(year, Some(month), Some(day)), None), end));
            }
            at = self.day_number(next)?.1;
        }
        None
    }

    /// The year that the last of a list of days bears.
    fn year_of_list(&self, end: usize) -> Option<Year> {
        let mut at = end;
        for _ in 0..12 {
            let linked = self.word(at) == Word::And || self.mark(at) == ',' || self.is(at, &["of", "or"]);
            if !linked {
                return None;
            }
            let next = self.article(at + 1);
            at = match self.day_month(next) {
                Some((Point::Calendar { year: year @ Year::Known(_), .. }, _)) => return Some(year),
                Some((Point::Calendar { month: Some(_), .. }, end)) => end,
                _ => self.day_number(next)?.1,
            };
        }
        None
    }

    // ---- ranges

    /// "van 3 t/m 7 juni", "2016-2021", "tussen maart en mei 2022", "June 3-7, 2022".
    fn range(&self, start: usize, point: &Read<Point>) -> Read<Expr> {
        let between = self.before(start) == Word::Between;
        let opened = between || self.is(start.wrapping_sub(1), &["van", "from", "vanaf"]);
        let lefts = [self.loose(start, opened), point.clone()];
        let mut best = None;
        // "van 2020 tot heden"
        for (left, end) in lefts.iter().flatten() {
            let Some((joint, _)) = self.joint(*end, between) else { continue };
            if self.is(joint, &["heden", "nu", "now", "present", "vandaag", "today"])
                && !matches!(left, Point::Today(_))
            {
                let Point::Calendar { year: Year::Known(_), .. } = left else { continue };
                return Some((Expr::Onward(left.clone()), joint + 1));
            }
        }
        for (left, end) in lefts.into_iter().flatten() {
            let Some((joint, dash)) = self.joint(end, between) else { continue };
            let Some((right, end)) = self.right(&left, joint, dash) else { continue };
            if let Some((from, to)) = join(left, right) {
                best = super::grammar::longest([best, Some((Expr::Range(from, to), end))]);
            }
        }
        best
    }

    /// A left side that is no date alone: a day's number, a month, a year.
    fn loose(&self, at: usize, opened: bool) -> Read<Point> {
        // "weken 12 en 13"
        if let (Word::Unit(Unit::Week, _), Some((number @ 1..=53, 1..=2))) = (self.word(at), self.number(at + 1)) {
            return Some((Point::Week { number: number as u8, year: Year::Absent }, at + 2));
        }
        if let Some((year, end)) = self.year(at) {
            let range = self.joint(end, opened).is_some() && !self.is_reference(at);
            return range.then_some((calendar(Year::Known(year), None, None), end));
        }
        let (weekday, number) = match self.word(at) {
            Word::Weekday(day) | Word::WeekdayShort(day) => (Some(day), at + 1 + usize::from(self.mark(at + 1) == '.')),
            _ => (None, at),
        };
        if let Some(((day, _), end)) = self.day_number(self.article(number)) {
            return Some((Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday }, end));
        }
        if let Some(day) = weekday {
            return Some((Point::Weekday { weekday: day, way: None, weeks: None }, number));
        }
        self.month(at, false)
    }

    /// The word or mark that joins two ends: its end, and whether it is a mere dash.
    fn joint(&self, at: usize, between: bool) -> Option<(usize, bool)> {
        match self.word(at) {
            Word::Through => return Some((at + 1, false)),
            Word::To if self.word(at + 1) == Word::And && self.is(at + 2, &["met"]) => return Some((at + 3, false)),
            Word::To | Word::Bound(Bound::Until) => return Some((at + 1, false)),
            Word::And if between || (self.is(at.wrapping_sub(2), &["weken", "weeks"])) => return Some((at + 1, false)),
            // "in de nacht van 15 op 16 maart"
            Word::On
                if self.is(at, &["op"]) && self.number(at - 1).is_some() && self.is(at.wrapping_sub(2), &["van"]) =>
            {
                return Some((at + 1, false));
            }
            _ => {}
        }
        if self.is(at, &["up"]) && self.word(at + 1) == Word::To {
            let including = self.is(at + 2, &["and"]) && self.is(at + 3, &["including"]);
            return Some((at + if including { 4 } else { 2 }, false));
        }
        matches!(self.mark(at), '-' | '–' | '/').then_some((at + 1, true))
    }

    fn right(&self, left: &Point, at: usize, dash: bool) -> Read<Point> {
        let slash = self.mark(at - 1) == '/';
        if let Point::Calendar { year: Year::Known(first), month: None, day: None, .. } = left {
            // 2016-2021, 2021-22
            let (value, digits) =
                self.number(at).or_else(|| if self.mark(at) == '\'' { self.number(at + 1) } else { None })?;
            let end = at + 1 + usize::from(self.mark(at) == '\'');
            let second = match digits {
                4 => value as i32,
                2 if dash && self.glued(at) => first - first.rem_euclid(100) + value as i32,
                _ => return None,
            };
            let dashed = self.mark(at - 1) == '–' || value > 12;
            let school = digits == 4 || second == first + 1 || (dashed && second > *first && !slash);
            let tied = self.glued(end)
                && !matches!(
                    self.tokens[end].kind,
                    Kind::Mark(')' | ',' | '.' | ';' | ':' | '?' | '!' | '"' | '”' | '\'' | '*')
                );
            let ordered = second > *first && second < 2200 && second - first < 400;
            return (school && ordered && !tied && (!slash || second == first + 1) && !self.counts(end))
                .then_some((calendar(Year::Known(second), None, None), end));
        }
        if slash {
            return None;
        }
        if let Point::Week { .. } = left {
            let bare = self.number(at).filter(|(value, digits)| *digits < 3 && (1..=53).contains(value));
            if let Some((number, _)) = bare {
                let (year, end) = self.year_after(at + 1);
                return Some((Point::Week { number: number as u8, year }, end));
            }
        }
        let article = self.article(at);
        // "June 3-7, 2022": a day's number behind a month that came first.
        let plain = match left {
            Point::Calendar { month: Some(_), day: Some(_), .. } => self.day_number(at).and_then(|((day, _), end)| {
                let comma = usize::from(self.mark(end) == ',');
                let (year, end) = match self.year(end + comma) {
                    Some((year, end)) => (Year::Known(year), end),
                    None => (Year::Absent, end),
                };
                self.ends_phrase(end).then_some((calendar(year, None, Some(day)), end))
            }),
            _ => None,
        };
        let month = self.month(at, false);
        let weekday = match self.word(at) {
            Word::WeekdayShort(day) if !dash || self.glued(at) => {
                Some((Point::Weekday { weekday: day, way: None, weeks: None }, at + 1))
            }
            _ => None,
        };
        super::grammar::longest([
            self.point(at),
            month,
            weekday,
            plain,
            if article > at { self.point(article) } else { None },
        ])
    }

    // ---- durations

    /// "twee jaar geleden", "over drie weken", "three weeks from now", "in three weeks".
    fn counted(&self, start: usize) -> Read<Expr> {
        let count = |amount, ahead| Expr::Point(Point::Count { amount, ahead, from: None }, None);
        let of_days = |amount: &Amount| amount.steps().is_some() && amount.unit != Unit::Hour;
        if let Some((amount, end)) = self.over(start).filter(|(amount, _)| of_days(amount)) {
            return Some((count(amount, true), end));
        }
        let circa = start + usize::from(self.word(start) == Word::Circa);
        if self.is(start, &["in"]) {
            let (amount, end) = self.amount(start + 1)?;
            let english = matches!(self.word(end - 1), Word::Unit(_, super::lexicon::Tongue::English))
                || self.is(start + 1, &["a", "one"]);
            return (english && amount.steps().is_some() && self.in_future(start))
                .then_some((count(amount, true), end));
        }
        let (amount, end) = self.amount(circa).or_else(|| self.amount_or_so(circa))?;
        if !of_days(&amount) {
            return None;
        }
        if self.word(end) == Word::Ago {
            return Some((count(amount, false), end + 1));
        }
        if self.is(end, &["from"]) && self.word(end + 1) == Word::Now {
            return Some((count(amount, true), end + 2));
        }
        if self.is(end, &["from"])
            && let Some((from @ (Point::Today(_) | Point::Weekday { .. }), after)) = self.point(end + 1)
        {
            return Some((Expr::Point(Point::Count { amount, ahead: true, from: Some(Box::new(from)) }, None), after));
        }
        if self.is(end, &["vanaf"]) && self.is(end + 1, &["nu", "vandaag", "heden"]) {
            return Some((count(amount, true), end + 2));
        }
        None
    }

    /// "een jaar of vijf".
    fn amount_or_so(&self, at: usize) -> Read<Amount> {
        let Word::Unit(unit, _) = self.word(at + 1) else { return None };
        let number = match (self.word(at + 3), self.number(at + 3)) {
            (Word::Number(n), _) => u32::from(n),
            (_, Some((n, 1 | 2))) => n,
            _ => return None,
        };
        (self.word(at) == Word::One && self.is(at + 2, &["of"])).then_some((Amount::whole(number, unit), at + 4))
    }

    /// A verb of the future stands before: "will be ready in three weeks".
    fn in_future(&self, at: usize) -> bool {
        (0..at).rev().take(12).any(|at| {
            self.is(at, &["will", "shall", "ll", "is", "are", "expires", "starts", "ends", "due", "meet", "going"])
        }) || at == 0
            || self.is_sentence_start(at)
    }

    /// "vier dagen na het opstappen", "twee weken ervoor", "de afgelopen drie jaar", "18 dagen".
    fn length(&self, start: usize) -> Read<Expr> {
        if let Some((way, at)) = self.way(start) {
            let hang = match way {
                Way::Past | Way::Previous => Hang::UpToNow,
                Way::Coming | Way::Next => Hang::FromNow,
                Way::This => return None,
            };
            let (amount, end) = self.amount(at)?;
            return (!self.is_age(start, end)).then_some((Expr::Length(amount, hang), end));
        }
        // "nog geen jaar", "ruim een week"
        let (less, at) = if self.is(start, &["nog"]) && self.is(start + 1, &["geen"]) {
            (true, start + 2)
        } else {
            (
                false,
                start
                    + usize::from(self.is(
                        start,
                        &[
                            "ruim",
                            "bijna",
                            "ongeveer",
                            "circa",
                            "ca",
                            "krap",
                            "zowat",
                            "approximately",
                            "about",
                            "nearly",
                            "almost",
                            "roughly",
                        ],
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
                Word::Half | Word::Unit(Unit::HalfYear, _) if self.word(at) != Word::Half && !self.glued(at + 1) => {
                    return None;
                }
                _ => return None,
            },
        };
        if self.is_age(at, end) || self.is_rate(at, end) {
            return None;
        }
        let hang = match self.word(end) {
            Word::Later => return Some((Expr::Length(amount, Hang::Later), end + 1)),
            Word::Earlier => return Some((Expr::Length(amount, Hang::Earlier), end + 1)),
            Word::After => self.event_words(end + 1).map_or(Hang::Nothing, |(event, _)| Hang::After(event)),
            Word::Before => self.event_words(end + 1).map_or(Hang::Nothing, |(event, _)| Hang::Before(event)),
            _ => Hang::Nothing,
        };
        let single = self.word(at) == Word::One && amount.halves == 2;
        // "op een dag", "one day", "a second": no measure.
        if single
            && matches!(amount.unit, Unit::Day | Unit::Second | Unit::Minute | Unit::Weekend)
            && hang == Hang::Nothing
        {
            return None;
        }
        if amount.unit == Unit::Hour && self.is_clock_here(at) {
            return None;
        }
        Some((Expr::Length(amount, hang), end))
    }

    /// "45 jaar oud", "kinderen van 4 jaar", "18 jaar en ouder", "de leeftijd van 12 jaar".
    fn is_age(&self, at: usize, end: usize) -> bool {
        let years = matches!(self.word(end - 1), Word::Unit(Unit::Year | Unit::Month, _) | Word::Jaren);
        if !years {
            return false;
        }
        let old = |at: usize| self.word(at) == Word::Old;
        let after = old(end)
            || (self.mark(end) == '-' && old(end + 1))
            || (matches!(self.word(end), Word::And | Word::Or | Word::Of) && old(end + 1))
            || (self.is(end, &["of"]) && self.is(end + 1, &["age"]));
        let aged = (at.saturating_sub(4)..at).any(|at| self.word(at) == Word::Age)
            || (self.is(at.wrapping_sub(1), &["dan", "than"]) && old(at.wrapping_sub(2)))
            || (self.is(at.wrapping_sub(1), &["de"]) && self.is(at.wrapping_sub(2), &["onder", "boven"]))
            || self.is(at.wrapping_sub(1), &["vanaf", "under"])
            || self.is(end, &["worden", "wordt", "werd", "geworden"])
            || (self.mark(at.wrapping_sub(1)) == '(' && self.mark(end) == ')' && self.capital(at.wrapping_sub(2)));
        let of_persons = self.is(at.wrapping_sub(1), &["van", "vanaf", "tot", "tussen"])
            && (at.saturating_sub(8)..at).any(|at| {
                self.is(
                    at,
                    &[
                        "kind",
                        "kinderen",
                        "man",
                        "vrouw",
                        "jongen",
                        "meisje",
                        "jongeren",
                        "mannen",
                        "vrouwen",
                        "ouderen",
                        "mensen",
                        "personen",
                        "leerlingen",
                        "jongens",
                        "meisjes",
                        "iemand",
                        "dochter",
                        "zoon",
                    ],
                )
            });
        let person = (self.mark(at.wrapping_sub(1)) == ','
            && matches!(self.mark(end), ',' | ')')
            && self.capital(at.wrapping_sub(2)))
            || self.is(at.wrapping_sub(1), &["is", "was", "werd", "wordt"]) && {
                (self.is(at.wrapping_sub(2), &["hij", "zij", "ze", "ik", "he", "she"])
                    || self.capital(at.wrapping_sub(2)))
                    && self.ends_phrase(end)
            };
        after || aged || of_persons || person
    }

    /// "km per uur", "100 euro per 2 weken".
    fn is_rate(&self, at: usize, end: usize) -> bool {
        self.before(at) == Word::Per
            || self.mark(at.wrapping_sub(1)) == '/'
            || (self.mark(end) == '/' && self.glued(end))
    }

    // ---- repetitions

    /// "elke maandag", "om de twee weken", "twee keer per jaar", "dagelijks", "every other week", "on Mondays".
    fn repetition(&self, start: usize) -> Read<Expr> {
        let set = |amount| Expr::Set(amount);
        if let Word::Set(n, unit) = self.word(start) {
            // The daily board and daily life are no repetition.
            let idiom = self.is(
                start + 1,
                &[
                    "bestuur",
                    "besturen",
                    "leven",
                    "leiding",
                    "praktijk",
                    "werkelijkheid",
                    "life",
                    "gang",
                    "report",
                    "reports",
                    "verslag",
                    "taal",
                ],
            );
            return (!idiom).then_some((set(Amount::whole(u32::from(n), unit)), start + 1));
        }
        if let Word::Weekdays(_) = self.word(start) {
            let apostrophe = start;
            return Some((set(Amount::whole(1, Unit::Week)), apostrophe + 1));
        }
        if self.word(start) == Word::Every {
            return self.every(start + 1);
        }
        if self.is(start, &["om"]) && self.is(start + 1, &["de", "het"]) {
            let (n, at) = match self.amount(start + 2) {
                Some((amount, end)) => (amount, end),
                None => match self.word(start + 2) {
                    Word::Unit(unit, _) if !self.is_plural(start + 2) => (Amount::whole(2, unit), start + 3),
                    _ => return None,
                },
            };
            return Some((set(n), at));
        }
        self.times(start)
    }

    fn every(&self, at: usize) -> Read<Expr> {
        let whole = |n: u32, unit, end| Some((Expr::Set(Amount::whole(n, unit)), end));
        if let Some((amount, end)) = self.amount(at) {
            return Some((Expr::Set(amount), end));
        }
        let (n, next) = match self.word(at) {
            Word::Ordinal(n) => (u32::from(n), at + 1),
            Word::Alternate => (2, at + 1),
            _ => (1, at),
        };
        match self.word(next) {
            Word::Unit(unit, _) if self.is(at - 1, &["alle"]) == self.is_plural(next) => whole(n, unit, next + 1),
            Word::Weekday(_) | Word::WeekdayPart(_) if n == 1 && at == next => whole(1, Unit::Week, next + 1),
            // "elke eerste maandag van de maand"
            Word::Weekday(_) => {
                let of = self.is(next + 1, &["van", "of", "in"]) && self.word(next + 2) == Word::Article;
                match (self.word(next + 3), self.word(next + 2)) {
                    (Word::Unit(unit, _), _) if of => whole(1, unit, next + 4),
                    (_, Word::Month(_)) if self.is(next + 1, &["van", "of", "in"]) => whole(1, Unit::Year, next + 3),
                    _ => whole(n, Unit::Week, next + 1),
                }
            }
            Word::Month(_) | Word::Season(_) => whole(1, Unit::Year, next + 1),
            Word::DayName => whole(1, Unit::Day, next + 1),
            // "elke 15e van de maand"
            _ => {
                let ((_, ordinal), end) = self.day_number(next)?;
                let of_month = self.is(end, &["van", "of"])
                    && self.word(end + 1) == Word::Article
                    && self.is(end + 2, &["maand", "month"]);
                if ordinal && of_month { whole(1, Unit::Month, end + 3) } else { None }
            }
        }
    }

    /// "twee keer per jaar", "eens per maand", "once a week", "eens in de vier jaar".
    fn times(&self, start: usize) -> Read<Expr> {
        let at = if self.word(start) == Word::Once {
            start + 1
        } else {
            let counted = self.number(start).is_some() || matches!(self.word(start), Word::Number(_) | Word::One);
            let times = self.word(start + 1) == Word::Times;
            if !counted || !times {
                return None;
            }
            start + 2
        };
        let unit = |at: usize| match self.word(at) {
            Word::Unit(unit, _) if !self.is_plural(at) => Some(Amount::whole(1, unit)),
            _ => None,
        };
        if self.word(at) == Word::Every {
            return self.every(at + 1);
        }
        if self.word(at) == Word::Per || self.is(at, &["a", "an", "each"]) {
            return unit(at + 1)
                .map(|amount| (Expr::Set(amount), at + 2))
                .or_else(|| self.amount(at + 1).map(|(amount, end)| (Expr::Set(amount), end)));
        }
        if self.word(at) == Word::Daags {
            return Some((Expr::Set(Amount::whole(1, Unit::Day)), at + 1));
        }
        if self.is(at, &["in"]) && self.is(at + 1, &["de", "het"]) {
            if let Some(amount) = unit(at + 2) {
                return Some((Expr::Set(amount), at + 3));
            }
            return self.amount(at + 2).map(|(amount, end)| (Expr::Set(amount), end));
        }
        None
    }

    // ---- times of day

    /// A clock time behind a day: "om 15.00 uur", ", 10:30", "at 3 pm", "'s middags".
    pub fn clock_after(&self, day_end: usize, day: &Point) -> Read<Clock> {
        let is_day = matches!(
            day,
            Point::Calendar { day: Some(_), .. }
                | Point::Weekday { .. }
                | Point::Today(_)
                | Point::DayOfMonth { .. }
                | Point::FromEvent { .. }
                | Point::Holiday { .. }
        );
        if !is_day {
            return None;
        }
        let at = day_end;
        if self.word(at) == Word::DayName {
            return self.clock_after(at + 1, day).or(Some((None, at + 1)));
        }
        // "2022-11-15T10:00"
        if self.is(at, &["T"]) && self.glued(at) && self.glued(at + 1) {
            return self.hour_minute(at + 1).map(|(clock, end)| (Some(clock), end));
        }
        let comma = at + usize::from(self.mark(at) == ',');
        let om = self.word(comma) == Word::At && !self.is(comma, &["omstreeks"]);
        let at = comma + usize::from(om);
        let bare = match self.number(at) {
            Some((hour @ 0..=24, 1..=2)) if om && self.ends_phrase(at + 1) => Some(((hour as u8, 0), at + 1, true)),
            _ => None,
        };
        let ((hour, minute), end, marked) =
            self.clock(at).filter(|(_, _, marked)| *marked).or(bare).or_else(|| self.clock(at))?;
        // "vanmiddag om drie uur"
        let named = self.raw(day_end - 1).to_ascii_lowercase();
        let late = ["middag", "avond", "afternoon", "evening", "tonight"].iter().any(|part| named.ends_with(part));
        let hour = if late && (1..12).contains(&hour) { hour + 12 } else { hour };
        (marked || om).then_some((Some((hour, minute)), end))
    }

    fn time(&self, at: usize) -> Read<Expr> {
        let (clock, end, marked) = self.clock(at)?;
        let placed = self.is_clock_here(at);
        let bare_hour = !marked
            || (self.word(end - 1) == Word::Unit(Unit::Hour, super::lexicon::Tongue::Dutch) && !self.has_minutes(at));
        if bare_hour && !placed {
            return None;
        }
        // "9 a.m. on Monday"
        let on = end + usize::from(matches!(self.word(end), Word::On));
        if let Some((day @ (Point::Weekday { .. } | Point::Today(_) | Point::Calendar { day: Some(_), .. }), end)) =
            self.point(on)
        {
            return Some((Expr::Point(day, Some(Some(clock))), end));
        }
        Some((Expr::Clock(Some(clock)), end))
    }

    fn has_minutes(&self, at: usize) -> bool {
        matches!(self.mark(at + 1), ':' | '.') && self.number(at + 2).is_some()
    }

    /// "om", "tot", "vanaf" stands before.
    fn is_clock_here(&self, at: usize) -> bool {
        (matches!(self.before(at), Word::At | Word::Bound(_))
            || self.is(at.wrapping_sub(1), &["tot", "om", "until", "at"]))
            && !self.is(at.wrapping_sub(1), &["sinds", "since", "uiterlijk", "by"])
    }

    /// Hour and minute, end, and whether a mark ("uur", "pm", a colon) made it one.
    fn clock(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        let ((hour, minute), end, marked) = self.spoken(at).or_else(|| self.written(at))?;
        // "8 uur 's avonds", "8 in the evening"
        if self.mark(end) == '\'' && self.is(end + 1, &["s"]) && self.word(end + 2) == Word::DayHabit {
            let late = self.is(end + 2, &["avonds", "middags"]);
            return Some(((if late && hour < 12 { hour + 12 } else { hour }, minute), end + 3, true));
        }
        let in_the = self.is(end, &["in"]) && self.is(end + 1, &["the"]) && self.word(end + 2) == Word::DayName;
        if in_the {
            let late = self.is(end + 2, &["afternoon", "evening"]);
            return Some(((if late && hour < 12 { hour + 12 } else { hour }, minute), end + 3, true));
        }
        Some(((hour, minute), end, marked))
    }

    /// "half acht", "kwart over drie", "tien voor twee", "half past three", "quarter to five".
    fn spoken(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        let hour = |at: usize| match (self.word(at), self.number(at)) {
            (Word::Number(n @ 1..=12), _) => Some(n as u8),
            (Word::One, _) if self.is(at, &["een", "één", "one"]) => Some(1),
            (_, Some((n @ 1..=12, 1..=2))) => Some(n as u8),
            _ => None,
        };
        let placed = self.is_clock_here(at) || self.word(at.wrapping_sub(1)) == Word::Circa;
        if self.is(at, &["half"]) {
            if self.is(at + 1, &["past"]) {
                return hour(at + 2).map(|hour| ((hour, 30), at + 3, true));
            }
            let before = |hour: u8| if hour == 1 { 12 } else { hour - 1 };
            return hour(at + 1)
                .filter(|_| placed && self.ends_phrase(at + 2))
                .map(|hour| ((before(hour), 30), at + 2, true));
        }
        let (minutes, joint) = match self.word(at) {
            Word::Quarter15 => (15, at + 1),
            Word::Unit(Unit::Quarter, _) if self.is(at, &["quarter"]) => (15, at + 1),
            Word::Number(n @ 2..=29) if placed => (n as u8, at + 1),
            _ => return None,
        };
        let past = self.is(joint, &["over", "past"]);
        let to = self.is(joint, &["voor", "to"]);
        let hour = hour(joint + 1).filter(|_| past || to)?;
        let before = if hour == 1 { 12 } else { hour - 1 };
        Some((if past { (hour, minutes) } else { (before, 60 - minutes) }, joint + 2, true))
    }

    /// "15.30 uur", "14u30", "3 pm", "15:30".
    fn written(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        let (hour, digits) = self.number(at).or(match self.word(at) {
            Word::Number(n @ 1..=12) => Some((u32::from(n), 2)),
            Word::One => Some((1, 1)),
            _ => None,
        })?;
        if hour > 24 || digits > 2 || self.is_reference(at) {
            return None;
        }
        let (clock, end, colon) = match self.hour_minute(at) {
            Some((clock, end)) => (clock, end, self.mark(at + 1) == ':'),
            None => ((hour as u8, 0), at + 1, false),
        };
        // "14u30"
        if self.is(end, &["u", "h"])
            && self.glued(end)
            && self.glued(end + 1)
            && end == at + 1
            && let Some((minute @ 0..=59, 2)) = self.number(end + 1)
        {
            return Some(((hour as u8, minute as u8), end + 2, true));
        }
        let dutch =
            matches!(self.word(end), Word::Unit(Unit::Hour, super::lexicon::Tongue::Dutch)) && self.is(end, &["uur"]);
        if dutch || (self.word(end) == Word::OClock && !self.is(end, &["hrs", "h"])) {
            return Some((clock, end + 1, true));
        }
        if self.word(end) == Word::AmPm && (1..=12).contains(&hour) {
            let afternoon = self.raw(end).starts_with(['p', 'P']);
            let hour = if afternoon { hour % 12 + 12 } else { hour % 12 };
            return Some(((hour as u8, clock.1), end + 1, true));
        }
        // 3:1 is a score, 15:30 a time.
        let scored = self.number(at + 2).is_some_and(|(_, digits)| digits != 2);
        colon
            .then_some((clock, end, !scored))
            .or_else(|| self.number(at).map(|_| (clock, end, false)).filter(|_| end > at + 1))
    }

    fn hour_minute(&self, at: usize) -> Read<(u8, u8)> {
        let (hour, 1..=2) = self.number(at)? else { return None };
        if !matches!(self.mark(at + 1), ':' | '.') || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (minute, 2) = self.number(at + 2)? else { return None };
        let mut end = at + 3;
        let seconds = self.mark(end) == ':' && self.glued(end) && self.glued(end + 1) && self.number(end + 1).is_some();
        if seconds {
            end += 2;
        }
        let tied = matches!(self.mark(end), ':' | '.' | '-') && self.glued(end) && self.glued(end + 1);
        (hour < 25 && minute < 60 && !tied).then_some(((hour as u8, minute as u8), end))
    }
}

/// Fills in what the left side leaves to the right one, and the right to the left; `None` where the two make no range.
fn join(left: Point, right: Point) -> Option<(Point, Point)> {
    use Point::{Calendar, Coded, Part, Today, Unit, Weekday};
    match (left, right) {
        (
            Calendar { year: y1, month: m1, day: d1, weekday: w1 },
            Calendar { year: y2, month: m2, day: d2, weekday: w2 },
        ) => {
            let (y1, m1) = match (d1, m1) {
                (Some(_), None) => (if y1 == Year::Absent { y2 } else { y1 }, Some(m2?)),
                (_, m1) => (y1, m1),
            };
            let m2 = if d2.is_some() && m2.is_none() { m1 } else { m2 };
            let finer = d1.is_some() == d2.is_some() && m1.is_some() == m2.is_some();
            let whole = d1.is_none() || d2.is_none() || m2.is_some();
            let (y1, y2) = match (y1, y2) {
                (Year::Absent, year) => (if m1 > m2 && m1.is_some() { before(year) } else { year }, year),
                (year, Year::Absent) => (year, year),
                years => years,
            };
            let backwards = match (y1, y2) {
                (Year::Known(a), Year::Known(b)) => (a, m1, d1) >= (b, m2, d2),
                (a, b) if a == b => (m1, d1) >= (m2, d2),
                _ => false,
            };
            (finer && whole && !backwards).then_some((
                Calendar { year: y1, month: m1, day: d1, weekday: w1 },
                Calendar { year: y2, month: m2, day: d2, weekday: w2 },
            ))
        }
        (Coded { year: y1, code: c1 }, Coded { year: y2, code: c2 }) => {
            Some((Coded { year: if y1 == Year::Absent { y2 } else { y1 }, code: c1 }, Coded { year: y2, code: c2 }))
        }
        (a @ Weekday { .. }, b @ Weekday { .. }) => Some((a, b)),
        (a @ (Today(_) | Weekday { .. } | Calendar { .. }), b @ (Today(_) | Weekday { .. })) => Some((a, b)),
        (a @ (Part(..) | Calendar { .. }), b @ (Part(..) | Calendar { .. } | Unit { .. })) => Some((a, b)),
        (a @ Unit { .. }, b @ (Unit { .. } | Part(..) | Calendar { .. })) => Some((a, b)),
        (Point::Hidden { year, hidden }, Point::Hidden { year: b, hidden: h }) if b > year && hidden == h => {
            Some((Point::Hidden { year, hidden }, Point::Hidden { year: b, hidden: h }))
        }
        (Point::Week { number, year }, Point::Week { number: b, year: y }) => Some((
            Point::Week { number, year: if year == Year::Absent { y } else { year } },
            Point::Week { number: b, year: y },
        )),
        _ => None,
    }
}

/// The year before, for a range over New Year ("28 december t/m 3 januari 2023").
fn before(year: Year) -> Year {
    match year {
        Year::Known(year) => Year::Known(year - 1),
        other => other,
    }
}
