//! The grammar of points in time: days, months, years and what is counted from them.
//!
//! Every rule looks at tokens from a place on and says how far it read; the longest reading wins. No rule knows when the
//! text was written.

use super::{
    expr::{Amount, Point, What, Year},
    lexicon::{Part, Tongue, Unit, Way, Word},
    token::{Gap, Kind, Token},
};
use crate::text::Span;

/// A reading and the token behind it.
pub type Read<T> = Option<(T, usize)>;

/// One paragraph's tokens.
#[derive(Clone, Copy)]
pub struct Grammar<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> Grammar<'a> {
    pub fn word(&self, at: usize) -> Word {
        match self.tokens.get(at) {
            Some(Token { kind: Kind::Word(word), .. }) => *word,
            _ => Word::Other,
        }
    }

    /// The word before `at`, if a word stands there.
    pub fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    pub fn mark(&self, at: usize) -> char {
        match self.tokens.get(at) {
            Some(Token { kind: Kind::Mark(mark), .. }) => *mark,
            _ => '\0',
        }
    }

    pub fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.tokens.get(at)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.gap == Gap::Glued)
    }

    /// The word as it is written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let raw = self.raw(at);
        words.iter().any(|word| raw.eq_ignore_ascii_case(word))
    }

    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The place past an article.
    pub fn article(&self, at: usize) -> usize {
        if self.word(at) == Word::Article {
            return at + 1;
        }
        // "'t"
        if self.mark(at) == '\'' && self.glued(at + 1) && self.is(at + 1, &["t"]) { at + 2 } else { at }
    }

    fn of(&self, at: usize) -> usize {
        if self.is(at, &["van", "of"]) { at + 1 } else { at }
    }

    fn of_or_in(&self, at: usize) -> usize {
        if self.is(at, &["van", "of", "in"]) { at + 1 } else { at }
    }

    /// The longest point that starts here. The first token says which rules can apply at all.
    pub fn point(&self, at: usize) -> Read<Point> {
        match self.tokens.get(at)?.kind {
            Kind::Number(..) => longest([
                self.numeric(at),
                self.day_month(at),
                self.coded(at),
                self.week(at),
                self.day_of_month(at),
                self.nth(at),
                self.half(at),
                self.decade(at),
                self.century(at),
                self.holiday(at),
                self.year_point(at),
            ]),
            Kind::Code(..) => longest([self.coded(at), self.week(at)]),
            Kind::Mark('\'') => longest([self.articled(at), self.year_point(at)]),
            Kind::Mark(_) => None,
            Kind::Word(word) => self.worded(at, word),
        }
    }

    fn worded(&self, at: usize, word: Word) -> Read<Point> {
        match word {
            Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_) => {
                longest([self.month_day(at), self.month(at, true)])
            }
            Word::Weekday(_) | Word::WeekdayShort(_) | Word::WeekdayPart(_) => {
                longest([self.numeric(at), self.day_month(at), self.month_day(at), self.weekday(at)])
            }
            Word::Article if self.may_follow_article(at + 1) => self.articled(at),
            Word::Way(_) | Word::LastEnglish | Word::Aanstaande => longest([
                self.month(at, true),
                self.season(at),
                self.weekday(at),
                self.unit(at),
                self.today(at),
                self.event_day(at),
            ]),
            Word::Ordinal(_) | Word::Ultimate => longest([
                self.day_month(at),
                self.coded(at),
                self.day_of_month(at),
                self.nth(at),
                self.half(at),
                self.century(at),
                self.holiday(at),
            ]),
            Word::Number(_) => longest([self.day_month(at), self.day_of_month(at)]),
            Word::Part(_) | Word::Half => self.part(at),
            Word::Season(_) | Word::RiskySeason(_) => self.season(at),
            Word::Unit(..) => longest([self.week(at), self.year_point(at), self.holiday(at)]),
            Word::Jaren | Word::Decades(_) => self.decade(at),
            Word::Day(_) | Word::DayPart(_) | Word::Morgen | Word::Heden => self.today(at),
            Word::Daags => self.event_day(at),
            Word::Holiday(_) | Word::Other => self.holiday(at),
            _ => None,
        }
    }

    fn articled(&self, at: usize) -> Read<Point> {
        longest([
            self.day_month(at),
            self.month(at, true),
            self.coded(at),
            self.season(at),
            self.week(at),
            self.weekday(at),
            self.unit(at),
            self.today(at),
            self.day_of_month(at),
            self.nth(at),
            self.half(at),
            self.part(at),
            self.decade(at),
            self.century(at),
            self.event_day(at),
            self.year_point(at),
        ])
    }

    /// Most articles stand before nouns of which time knows nothing.
    fn may_follow_article(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(Kind::Number(..) | Kind::Mark('\'')) => true,
            Some(Kind::Word(word)) => matches!(
                word,
                Word::Number(_)
                    | Word::Ordinal(_)
                    | Word::Ultimate
                    | Word::LastEnglish
                    | Word::Way(_)
                    | Word::Unit(..)
                    | Word::Season(_)
                    | Word::RiskySeason(_)
                    | Word::Part(_)
                    | Word::Half
                    | Word::Decades(_)
                    | Word::Aanstaande
            ),
            _ => false,
        }
    }

    /// What may stand after "begin", "de eerste week van": also a month or year that would need company alone.
    pub fn within(&self, at: usize) -> Read<Point> {
        let bare = self.year(at).map(|(year, end)| (calendar(Year::Known(year), None, None), end));
        let inner = self.article(at);
        let decade = if inner > at { longest([self.decade(inner), self.century(inner)]) } else { None };
        longest([self.point(at), self.month(at, false), bare, decade])
    }

    // ---- fields

    /// 1 to 31, in digits or words, and whether as an ordinal.
    pub fn day_number(&self, at: usize) -> Read<(u8, bool)> {
        if let Some((value, digits)) = self.number(at) {
            if digits > 2 || !(1..=31).contains(&value) {
                return None;
            }
            let suffix = self.word(at + 1) == Word::Suffix && self.glued(at + 1);
            let fractional = matches!(self.mark(at + 1), '.' | ',' | ':' | '%' | '°')
                && self.glued(at + 1)
                && (self.number(at + 2).is_some() && self.glued(at + 2));
            if fractional || (self.glued(at + 1) && !suffix && matches!(self.tokens[at + 1].kind, Kind::Word(_))) {
                return None;
            }
            return Some(((value as u8, suffix), at + 1 + usize::from(suffix)));
        }
        match self.word(at) {
            Word::Number(tens @ (20 | 30)) if self.mark(at + 1) == '-' => match self.word(at + 2) {
                Word::Ordinal(one @ 1..=9) if tens + u16::from(one) <= 31 => Some(((tens as u8 + one, true), at + 3)),
                _ => Some(((tens as u8, false), at + 1)),
            },
            Word::Number(value @ 1..=31) => Some(((value as u8, false), at + 1)),
            Word::Ordinal(value @ 1..=31) => Some(((value, true), at + 1)),
            _ => None,
        }
    }

    /// A month's name with its dot.
    pub fn month_name(&self, at: usize) -> Read<u8> {
        match self.word(at) {
            Word::Month(month) => Some((month, at + 1)),
            Word::MonthShort(month) => {
                let dot = self.mark(at + 1) == '.' && self.glued(at + 1);
                Some((month, at + 1 + usize::from(dot)))
            }
            Word::RiskyMonth(month) if self.capital(at) => Some((month, at + 1)),
            _ => None,
        }
    }

    /// A year of four digits, or two after an apostrophe, whatever stands around it.
    pub fn year(&self, at: usize) -> Read<i32> {
        if let Some((value, 4)) = self.number(at) {
            let glued = |at: usize| self.glued(at) && matches!(self.tokens[at].kind, Kind::Word(_) | Kind::Code(..));
            let decimal = matches!(self.mark(at + 1), '.' | ',' | ':')
                && self.glued(at + 1)
                && self.number(at + 2).is_some()
                && self.glued(at + 2);
            return ((1000..=2199).contains(&value) && !glued(at + 1) && !decimal).then_some((value as i32, at + 1));
        }
        if self.mark(at) == '\''
            && self.glued(at + 1)
            && let Some((value, 2)) = self.number(at + 1)
        {
            let glued = self.glued(at + 2) && matches!(self.tokens[at + 2].kind, Kind::Word(_));
            return (!glued).then_some((century_of(value), at + 2));
        }
        None
    }

    /// The year behind a month: "2022", ", 2022", "van dit jaar", "vorig jaar", "'22".
    pub fn year_after(&self, at: usize) -> (Year, usize) {
        let comma = at + usize::from(self.mark(at) == ',' && self.glued(at));
        let start = if self.is(comma, &["van", "of", "in"]) { comma + 1 } else { comma };
        if let Some((year, end)) = self.year(start) {
            // "in november 2500 mensen"
            if !(comma == start && comma > at && self.counts(end)) {
                return (Year::Known(year), end);
            }
        }
        if comma == at
            && let Some((Point::Unit { unit: Unit::Year, shift }, end)) = self.unit(start)
        {
            return (Year::Shift(shift), end);
        }
        (Year::Absent, at)
    }

    /// "15 nov 22": two digits behind a day and a month, and nothing that they could count.
    fn short_year(&self, at: usize) -> (Year, usize) {
        match self.number(at) {
            Some((value, 2)) if !self.glued(at) && self.ends_phrase(at + 1) && !self.glued(at + 1) => {
                (Year::Known(century_of(value)), at + 1)
            }
            Some((value, 2))
                if !self.glued(at) && matches!(self.mark(at + 1), ',' | '.' | ')' | ';') && !self.glued(at + 2) =>
            {
                (Year::Known(century_of(value)), at + 1)
            }
            _ => (Year::Absent, at),
        }
    }

    // ---- days and months

    /// "woensdag 15 november 2022", "the 15th of November", "vijftien nov. '22", "woensdag de 15e".
    pub fn day_month(&self, start: usize) -> Read<Point> {
        let (weekday, mut at) = match self.weekday_name(start, true) {
            Some((weekday, end)) => (Some(weekday), end + usize::from(self.mark(end) == ',')),
            None => (None, start),
        };
        let article = self.article(at) > at;
        at = self.article(at);
        let ((day, ordinal), end) = self.day_number(at)?;
        let of = self.of(end);
        if let Some((month, end)) = self.month_name(of) {
            let (year, end) = match self.year_after(end) {
                (Year::Absent, end) => self.short_year(end),
                known => known,
            };
            let abbreviated_person = matches!(self.word(at), Word::Other) && self.before(at) == Word::Name;
            return (!abbreviated_person && fits(year, month, day))
                .then_some((Point::Calendar { year, month: Some(month), day: Some(day), weekday }, end));
        }
        // "woensdag de 15e", "vrijdag 22"? Only the former is a date without doubt.
        (weekday.is_some() && (article || ordinal))
            .then_some((Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday }, end))
    }

    /// "November 15th, 2022". A Dutch month in lower case followed by a number is none ("in november 12 mensen").
    fn month_day(&self, start: usize) -> Read<Point> {
        let (weekday, at) = match self.weekday_name(start, true) {
            Some((weekday, end)) => (Some(weekday), end + usize::from(self.mark(end) == ',')),
            None => (None, start),
        };
        let (month, end) = self.month_name(at)?;
        if !self.capital(at) {
            return None;
        }
        let ((day, ordinal), end) = self.day_number(self.article(end))?;
        let (year, after) = self.year_after(end);
        let (year, after) =
            if matches!(year, Year::Known(_)) || self.mark(end) != ',' { (year, after) } else { (Year::Absent, end) };
        let counted = year == Year::Absent && !ordinal && self.counts(end);
        (!counted && fits(year, month, day))
            .then_some((Point::Calendar { year, month: Some(month), day: Some(day), weekday }, after))
    }

    /// "november 2022", "November of 2022", "november vorig jaar"; alone only where it can be nothing else.
    pub fn month(&self, start: usize, careful: bool) -> Read<Point> {
        // "volgend jaar maart", "last year in November"
        if let Some((Point::Unit { unit: Unit::Year, shift }, end)) = self.unit(start) {
            let (month, end) = self.month_name(end + usize::from(self.is(end, &["in"])))?;
            return Some((calendar(Year::Shift(shift), Some(month), None), end));
        }
        let way = self.way(start);
        let at = way.map_or(start, |(_, at)| at);
        let (month, end) = self.month_name(at)?;
        if let Some((way, _)) = way {
            let year = match way {
                Way::Previous | Way::Past => Year::Shift(PAST_NEXT),
                Way::This => Year::Absent,
                Way::Next | Way::Coming => Year::Shift(FUTURE_NEXT),
            };
            return Some((calendar(year, Some(month), None), end));
        }
        let (year, after) = self.year_after(end);
        if year != Year::Absent {
            return Some((calendar(year, Some(month), None), after));
        }
        (!careful || self.is_month_alone(at, end)).then_some((calendar(Year::Absent, Some(month), None), end))
    }

    fn is_month_alone(&self, at: usize, end: usize) -> bool {
        let before = self.before(at);
        let in_time = matches!(
            before,
            Word::In
                | Word::Bound(_)
                | Word::To
                | Word::Through
                | Word::Before
                | Word::After
                | Word::Between
                | Word::On
                | Word::Per
        ) || (before == Word::Of && !self.capital(at))
            || (before == Word::With && at > 1 && self.word(at - 2) == Word::And);
        let followed_by_name = self.capital(end) && !self.is_sentence_start(end) && self.word(end) == Word::Other;
        match self.word(at) {
            Word::MonthShort(_) => false,
            Word::RiskyMonth(_) => in_time && !followed_by_name,
            Word::Month(_) if self.capital(at) && self.is_dutch_month(at) => {
                self.is_sentence_start(at) && !followed_by_name && !self.is_dutch_name(at)
            }
            // "April", "June": names of persons as well.
            Word::Month(4 | 6 | 7) if self.capital(at) => in_time && !followed_by_name,
            Word::Month(_) => !followed_by_name || self.is_dutch_month(at) && !self.capital(at),
            _ => false,
        }
    }

    fn is_dutch_month(&self, at: usize) -> bool {
        self.is(at, &["januari", "februari", "maart", "mei", "juni", "juli", "augustus", "oktober"])
    }

    fn is_dutch_name(&self, at: usize) -> bool {
        self.is(at, &["mei", "juli", "augustus"])
    }

    pub fn is_sentence_start(&self, at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| self.tokens.get(before)) {
            None => true,
            Some(token) => matches!(token.kind, Kind::Mark('.' | '!' | '?' | ':' | '"' | '“' | '„' | '*' | '•' | '(')),
        }
    }

    /// "de 15e", "the 15th of this month", "de 12e dezes".
    fn day_of_month(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let ((day, ordinal), end) = self.day_number(at)?;
        if self.word(end) == Word::Dezes {
            return Some((Point::DayOfMonth { day, shift: Some(0) }, end + 1));
        }
        if let Some((Point::Unit { unit: Unit::Month, shift }, after)) = self.unit(self.of(end))
            && (ordinal || self.of(end) > end)
        {
            return Some((Point::DayOfMonth { day, shift: Some(shift) }, after));
        }
        if self.is(end, &["van", "of"])
            && self.word(end + 1) == Word::Article
            && self.is(end + 2, &["maand", "month"])
            && ordinal
        {
            return Some((Point::DayOfMonth { day, shift: None }, end + 3));
        }
        if at == start || !ordinal || self.number(at).is_none() {
            return None;
        }
        let placed = matches!(
            self.before(start),
            Word::On | Word::To | Word::Bound(_) | Word::After | Word::Before | Word::Per | Word::Circa
        ) || self.weekday_before(start);
        (placed && self.ends_phrase(end)).then_some((Point::DayOfMonth { day, shift: None }, end))
    }

    fn weekday_before(&self, at: usize) -> bool {
        matches!(self.before(at), Word::Weekday(_) | Word::WeekdayShort(_))
    }

    /// No noun follows: the end, a mark, or a small word.
    pub fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        match token.kind {
            Kind::Mark(mark) => mark != '-' && mark != '%',
            Kind::Word(Word::Other) => self.is(
                at,
                &[
                    "is", "was", "wordt", "werd", "zijn", "waren", "werden", "worden", "heeft", "had", "zal", "gaat",
                    "we", "wij", "ik", "hij", "zij", "ze", "het", "er", "dat", "die", "will", "were", "has", "we",
                    "he", "she", "they", "it", "bij", "aan", "kan", "kunnen", "kwam", "komt", "vond", "vindt",
                    "hebben", "hadden", "ook", "al", "pas",
                ],
            ),
            Kind::Word(Word::Counted | Word::Unit(..) | Word::Reference | Word::Name) => false,
            Kind::Word(_) => true,
            Kind::Number(..) | Kind::Code(..) => false,
        }
    }

    // ---- weekdays

    /// A weekday's name, with its dot where shortened.
    fn weekday_name(&self, at: usize, short: bool) -> Read<u8> {
        match self.word(at) {
            Word::Weekday(day) | Word::WeekdayPart(day) => Some((day, at + 1)),
            Word::WeekdayShort(day) if short => {
                let dot = self.mark(at + 1) == '.' && self.glued(at + 1);
                Some((day, at + 1 + usize::from(dot)))
            }
            _ => None,
        }
    }

    /// "afgelopen vrijdag", "vrijdag volgende week", "volgende week vrijdag", "vrijdag over een week", "woensdag".
    fn weekday(&self, start: usize) -> Read<Point> {
        if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(start) {
            let at = end + usize::from(matches!(self.word(end), Word::On));
            if let Some((weekday, end)) = self.weekday_name(at, false) {
                return Some((Point::Weekday { weekday, way: None, weeks: Some(shift) }, end));
            }
        }
        let (way, at) = match self.way(start) {
            Some((way, at)) => (Some(way), at),
            None => (None, start),
        };
        let (weekday, end) = self.weekday_name(at, false)?;
        if self.word(at) == Word::Weekday(6) && self.is(at, &["sun"]) {
            return None;
        }
        if way.is_none() {
            let of = self.of(end);
            if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(of) {
                return Some((Point::Weekday { weekday, way, weeks: Some(shift) }, end));
            }
            let from = Box::new(Point::Weekday { weekday, way: Some(Way::Coming), weeks: None });
            if let Some((amount, end)) = self.over(end) {
                return Some((Point::Count { amount, ahead: true, from: Some(from) }, end));
            }
        }
        let day = Point::Weekday { weekday, way, weeks: None };
        Some((day, end))
    }

    /// "afgelopen", "de komende", "last".
    pub fn way(&self, start: usize) -> Read<Way> {
        let at = self.article(start);
        match self.word(at) {
            Word::Way(way) => Some((way, at + 1)),
            Word::LastEnglish if at == start => Some((Way::Past, at + 1)),
            Word::Aanstaande if self.is(at, &["aanstaande"]) => Some((Way::Coming, at + 1)),
            _ => None,
        }
    }

    // ---- units

    /// "vorige week", "het afgelopen jaar", "this quarter".
    pub fn unit(&self, start: usize) -> Read<Point> {
        let (way, mut at) = self.way(start)?;
        let Word::Unit(unit, _) = self.word(at) else { return None };
        if self.is_plural(at) {
            return None;
        }
        at += 1;
        if matches!(unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second | Unit::Fortnight) {
            return None;
        }
        let shift = match way {
            Way::Previous | Way::Past => -1,
            Way::This => 0,
            Way::Next | Way::Coming => 1,
        };
        Some((Point::Unit { unit, shift }, at))
    }

    pub fn is_plural(&self, at: usize) -> bool {
        let raw = self.raw(at).as_bytes();
        let ends =
            |suffix: &[u8]| raw.len() >= suffix.len() && raw[raw.len() - suffix.len()..].eq_ignore_ascii_case(suffix);
        ends(b"en") || ends(b"s") || ends(b"ia")
    }

    /// "over drie weken": Dutch units only, for English "over" is "during".
    pub fn over(&self, at: usize) -> Read<Amount> {
        if self.word(at) != Word::Over {
            return None;
        }
        let skip = usize::from(self.word(at + 1) == Word::Circa);
        let (amount, end) = self.amount(at + 1 + skip)?;
        let dutch = matches!(self.word(end - 1), Word::Unit(_, Tongue::Dutch) | Word::Jaren)
            || (self.is(end - 1, &["week", "weekend"]) && !self.is(at + 1, &["a", "one"]));
        dutch.then_some((amount, end))
    }

    /// A number and a unit: "vier dagen", "anderhalf jaar", "2,5 years", "a month", "een half jaar".
    pub fn amount(&self, start: usize) -> Read<Amount> {
        let (halves, mut at) = self.halves(start)?;
        if self.mark(at) == '-' && self.glued(at) && self.glued(at + 1) {
            at += 1;
        }
        // "drie volle dagen", "ten working days"
        if self.is(
            at,
            &[
                "volle",
                "hele",
                "full",
                "whole",
                "working",
                "kalender",
                "calendar",
                "business",
                "opeenvolgende",
                "consecutive",
            ],
        ) {
            at += 1;
        }
        let unit = match self.word(at) {
            Word::Unit(unit, _) => unit,
            Word::Jaren => Unit::Year,
            _ if self.is(at, &["second"]) => Unit::Second,
            _ => return None,
        };
        let mut halves = halves;
        let mut end = at + 1;
        // "a year and a half"
        if self.word(end) == Word::And && self.word(end + 1) == Word::One && self.word(end + 2) == Word::Half {
            halves += 1;
            end += 3;
        }
        Some((Amount { halves, unit }, end))
    }

    /// A number as half units.
    fn halves(&self, at: usize) -> Read<u32> {
        if let Some((value, digits)) = self.number(at) {
            if digits > 4 {
                return None;
            }
            if matches!(self.mark(at + 1), ',' | '.') && self.glued(at + 1) && self.glued(at + 2) {
                return match self.number(at + 2)? {
                    (5, 1) => Some((value * 2 + 1, at + 3)),
                    _ => None,
                };
            }
            if self.mark(at + 1) == '½' {
                return Some((value * 2 + 1, at + 2));
            }
            return Some((value * 2, at + 1));
        }
        match self.word(at) {
            Word::Number(tens @ 20..=90) if self.mark(at + 1) == '-' => match self.word(at + 2) {
                Word::Number(one @ 2..=9) => Some((u32::from(tens + one) * 2, at + 3)),
                Word::One => Some((u32::from(tens + 1) * 2, at + 3)),
                _ => Some((u32::from(tens) * 2, at + 1)),
            },
            Word::Number(value) => {
                if self.word(at + 1) == Word::And && self.word(at + 2) == Word::One && self.word(at + 3) == Word::Half {
                    return Some((u32::from(value) * 2 + 1, at + 4));
                }
                Some((u32::from(value) * 2, at + 1))
            }
            Word::One if self.word(at + 1) == Word::Half => Some((1, at + 2)),
            Word::One => Some((2, at + 1)),
            Word::Half if self.word(at + 1) == Word::One => Some((1, at + 2)),
            Word::Half => Some((1, at + 1)),
            Word::OneAndHalf => Some((3, at + 1)),
            _ => None,
        }
    }

    // ---- today

    fn today(&self, at: usize) -> Read<Point> {
        if self.word(at) == Word::Article && self.is(at + 1, &["day"]) {
            let yesterday = self.is(at + 2, &["before"]) && self.is(at + 3, &["yesterday"]);
            let tomorrow = self.is(at + 2, &["after"]) && self.is(at + 3, &["tomorrow"]);
            if yesterday || tomorrow {
                return Some((Point::Today(if yesterday { -2 } else { 2 }), at + 4));
            }
        }
        if let Some((way, end)) = self.way(at) {
            let day = match (self.word(end), way) {
                (Word::DayName, Way::This) => Some(0),
                (Word::DayName, Way::Past) if self.is(end, &["night", "nacht"]) => Some(-1),
                _ => None,
            };
            if let Some(day) = day {
                return Some((Point::Today(day), end + 1));
            }
        }
        match self.word(at) {
            // "vandaag de dag" is nowadays.
            Word::Day(0) if self.is(at + 1, &["de"]) && self.is(at + 2, &["dag"]) => None,
            Word::Day(0) if self.word(at + 1) == Word::Over || self.is(at + 1, &["plus"]) => {
                let (amount, end) = self.over(at + 1)?;
                Some((Point::Count { amount, ahead: true, from: None }, end))
            }
            Word::Day(0) if self.is(at.wrapping_sub(1), &["van"]) && self.is(at + 1, &["en"]) => None,
            Word::Day(shift) | Word::DayPart(shift) => Some((Point::Today(i32::from(shift)), at + 1)),
            Word::Morgen => {
                let morning = matches!(self.before(at), Word::Article | Word::Every | Word::Way(_) | Word::One)
                    || self.is(at.wrapping_sub(1), &["goede", "goeie", "goeden", "s", "good"])
                    || self.is(at.wrapping_sub(1), &["de"]);
                (!morning && (!self.capital(at) || self.is_sentence_start(at))).then_some((Point::Today(1), at + 1))
            }
            Word::Heden => {
                let vague = self.is(at.wrapping_sub(1), &["op", "het", "verleden", "tot", "en", "dit"])
                    || self.is(at + 1, &["en", "ten"])
                    || self.is(at + 2, &["verleden", "toekomst"])
                    || self.is(at.wrapping_sub(2), &["verleden"]);
                (!vague).then_some((Point::Today(0), at + 1))
            }
            _ => None,
        }
    }

    /// "de dag na de verkiezingen", "de volgende dag", "daags na …": days from an event told in words or just before.
    fn event_day(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        if self.is(at, &["dag", "day"]) && at > start {
            let days = match self.word(at + 1) {
                Word::After => 1,
                Word::Before => -1,
                Word::Later => return Some((Point::FromEvent { days: 1, event: None }, at + 2)),
                Word::Earlier => return Some((Point::FromEvent { days: -1, event: None }, at + 2)),
                _ => return None,
            };
            // "the day before", and no more.
            let Some((event, end)) = self.event_words(at + 2) else {
                let english = self.is(at + 1, &["before", "after"]);
                return (english && self.ends_phrase(at + 2))
                    .then_some((Point::FromEvent { days, event: None }, at + 2));
            };
            return Some((Point::FromEvent { days, event: Some(event) }, end));
        }
        if let Some((way, end)) = self.way(start)
            && self.is(end, &["dag", "day"])
            && end > start + 1
        {
            let days = match way {
                Way::Previous => -1,
                Way::Next => 1,
                _ => return None,
            };
            return Some((Point::FromEvent { days, event: None }, end + 1));
        }
        if self.word(start) == Word::Daags {
            let days = match self.word(start + 1) {
                Word::After => 1,
                Word::Before => -1,
                _ => return None,
            };
            let (event, end) = self.event_words(start + 2)?;
            return Some((Point::FromEvent { days, event: Some(event) }, end));
        }
        None
    }

    /// A determiner, up to two adjectives and the noun that names an event.
    pub fn event_words(&self, start: usize) -> Read<Span> {
        let determiner = self.article(start) > start
            || matches!(self.word(start), Word::Way(_) | Word::One)
            || self.is(
                start,
                &[
                    "zijn", "haar", "hun", "ons", "onze", "mijn", "uw", "die", "dat", "his", "her", "their", "our",
                    "its", "my", "your", "that",
                ],
            );
        let at = if self.article(start) > start { self.article(start) } else { start + usize::from(determiner) };
        let plain = |at: usize| {
            matches!(
                self.tokens.get(at),
                Some(Token {
                    kind: Kind::Word(Word::Other | Word::Ordinal(_) | Word::Ultimate | Word::Reference | Word::Counted),
                    ..
                })
            )
        };
        if !plain(at) || (!determiner && self.raw(at).len() < 5) {
            return None;
        }
        // An adjective, and its noun: "het nieuwe kabinet", "the general election".
        let english = self.is(start, &["the", "his", "her", "their", "our", "its", "my", "your", "that"]);
        let describes = |at: usize| english || (self.raw(at).ends_with('e') && !self.raw(at).ends_with("ie"));
        let mut end = at + 1;
        while end < at + 3
            && describes(end - 1)
            && plain(end)
            && !self.capital(end)
            && self.raw(end).len() > 3
            && !["de", "te", "ed"].iter().any(|ending| self.raw(end).ends_with(ending))
            && !self.ends_phrase(end)
        {
            end += 1;
        }
        Some((Span::new(self.tokens[start].start, self.tokens[end - 1].end), end))
    }

    // ---- composed

    /// "de eerste week van mei", "the last Friday of June 2022", "de laatste dag van dit jaar".
    fn nth(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let (n, at) = self.ordinal(at, at > start)?;
        let what = match self.word(at) {
            Word::Unit(unit, _) if !self.is_plural(at) => What::Unit(unit),
            Word::Weekday(day) => What::Weekday(day),
            _ => return None,
        };
        let (within, end) = self.within(self.of_or_in(at + 1))?;
        let linked = self.of_or_in(at + 1) > at + 1 || matches!(what, What::Unit(Unit::Quarter | Unit::HalfYear));
        let code = match (n, what) {
            (1..=4, What::Unit(Unit::Quarter)) => 32 + n as u8,
            (-1, What::Unit(Unit::Quarter)) => 36,
            (1..=2, What::Unit(Unit::HalfYear)) => 39 + n as u8,
            (1..=3, What::Unit(Unit::Month)) | (_, _) => 0,
        };
        if code > 0 {
            return self.of_year(&within).map(|year| (Point::Coded { year, code }, end));
        }
        linked.then_some((Point::Nth { n, what, within: Box::new(within) }, end))
    }

    fn of_year(&self, point: &Point) -> Option<Year> {
        match point {
            Point::Calendar { year, month: None, day: None, .. } => Some(*year),
            Point::Unit { unit: Unit::Year, shift } => Some(Year::Shift(*shift)),
            _ => None,
        }
    }

    /// "eerste", "3e", "third", "laatste" (-1); "last" only behind an article.
    fn ordinal(&self, at: usize, articled: bool) -> Read<i8> {
        match self.word(at) {
            Word::Ordinal(n) => Some((n as i8, at + 1)),
            Word::Ultimate => Some((-1, at + 1)),
            Word::LastEnglish if articled => Some((-1, at + 1)),
            _ => {
                let (value, _) = self.number(at)?;
                let suffixed = self.word(at + 1) == Word::Suffix && self.glued(at + 1) && (1..=53).contains(&value);
                suffixed.then_some((value as i8, at + 2))
            }
        }
    }

    /// "de tweede helft van 2022", "first half of May".
    fn half(&self, start: usize) -> Read<Point> {
        let (n, at) = self.ordinal(self.article(start), true)?;
        if !matches!(self.word(at), Word::Helft | Word::Half) || !matches!(n, 1 | 2 | -1) {
            return None;
        }
        let inner = self.of(at + 1);
        if let (Word::Article, Word::Unit(unit @ (Unit::Year | Unit::Month), _)) =
            (self.word(inner), self.word(inner + 1))
        {
            let this = Point::Unit { unit, shift: 0 };
            return Some(match unit {
                Unit::Year => (Point::Coded { year: Year::Shift(0), code: if n == 1 { 40 } else { 41 } }, inner + 2),
                _ => (Point::Half { second: n != 1, within: Box::new(this) }, inner + 2),
            });
        }
        let (within, end) = self.within(inner)?;
        if let Some(year) = self.of_year(&within) {
            return Some((Point::Coded { year, code: if n == 1 { 40 } else { 41 } }, end));
        }
        Some((Point::Half { second: n != 1, within: Box::new(within) }, end))
    }

    /// "begin 2023", "medio mei", "het eind van de zomer", "mid-November", "half maart".
    fn part(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let part = match self.word(at) {
            Word::Part(part) => part,
            Word::Half => Part::Middle,
            _ => return None,
        };
        let mut next = at + 1;
        if self.mark(next) == '-' && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        let inner = self.of(next);
        let english_noun = self.is(at, &["end", "beginning", "start", "middle"]);
        if (at > start || english_noun || self.is(at, &["slot", "aanvang"]))
            && inner == next
            && self.word(at) != Word::Half
        {
            // "the end": nothing of time; "the early 1990s" and "the late nineties" are.
            if !self.is(at, &["early", "late", "vroege", "mid"]) {
                return None;
            }
        }
        // "het eind van de maand": of the one that is.
        if let (true, Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), _)) =
            (inner > next && self.word(inner) == Word::Article && self.word(at) != Word::Half, self.word(inner + 1))
        {
            let this = Point::Unit { unit, shift: 0 };
            let plain =
                !self.is_plural(inner + 1) && self.number(inner + 2).is_none() && !self.is(inner + 2, &["van", "of"]);
            return plain.then(|| (Point::Part(part, Box::new(this)), inner + 2));
        }
        let (within, end) = self.within(inner)?;
        if self.word(at) == Word::Half && !matches!(within, Point::Calendar { month: Some(_), day: None, .. }) {
            return None;
        }
        let fits = match &within {
            Point::Calendar { day, .. } => day.is_none() || part == Part::Last,
            Point::Weekday { .. }
            | Point::Today(_)
            | Point::DayOfMonth { .. }
            | Point::Part(..)
            | Point::FromEvent { .. } => false,
            Point::Count { .. } | Point::Nth { .. } => false,
            _ => true,
        };
        fits.then_some((Point::Part(part, Box::new(within)), end))
    }

    // ---- seasons, quarters, weeks

    /// "Q3 2023", "2023-Q3", "K2 2024", "H1 2023", "het derde kwartaal", "eerste halfjaar 2022".
    fn coded(&self, start: usize) -> Read<Point> {
        if let Some((year, end)) = self.year_before_code(start) {
            let at = end + usize::from(matches!(self.mark(end), '-' | '/'));
            let (code, end) = self.code(at)?;
            return Some((Point::Coded { year: Year::Known(year), code }, end));
        }
        if let Some((code, end)) = self.code(start) {
            let slash = end + usize::from(matches!(self.mark(end), '-' | '/'));
            let (year, after) = self.year_after(slash);
            let after = if year == Year::Absent { end } else { after };
            let alone = self.is(start, &["q1", "q2", "q3", "q4"])
                && matches!(
                    self.before(start),
                    Word::In
                        | Word::Of
                        | Word::To
                        | Word::Bound(_)
                        | Word::Before
                        | Word::After
                        | Word::Part(_)
                        | Word::And
                        | Word::Through
                );
            let only = self.tokens.len() == 1;
            return (year != Year::Absent || alone || only).then_some((Point::Coded { year, code }, after));
        }
        let (n, at) = self.ordinal(self.article(start), true)?;
        let first = match self.word(at) {
            Word::Unit(Unit::Quarter, _) if n <= 4 => 32,
            Word::Unit(Unit::HalfYear, _) if n <= 2 => 39,
            _ => return None,
        };
        if self.is_plural(at) {
            return None;
        }
        let last = if first == 32 { 4 } else { 2 };
        let code = first + if n == -1 { last } else { n as u8 };
        let (year, end) = self.year_after(at + 1);
        Some((Point::Coded { year, code }, end))
    }

    fn year_before_code(&self, at: usize) -> Read<i32> {
        let (value, digits) = self.number(at)?;
        (digits == 4 && (1900..2200).contains(&value)).then_some((value as i32, at + 1))
    }

    fn code(&self, at: usize) -> Read<u8> {
        match self.tokens.get(at)?.kind {
            Kind::Code(b'Q' | b'K', n @ 1..=4) => Some((32 + n, at + 1)),
            Kind::Code(b'H', n @ 1..=2) => Some((39 + n, at + 1)),
            _ => None,
        }
    }

    /// "zomer 2022", "de winter van 2022-2023", "vorige zomer", "dit voorjaar", "in the spring".
    fn season(&self, start: usize) -> Read<Point> {
        let way = self.way(start);
        let at = way.map_or(self.article(start), |(_, at)| at);
        let (code, risky) = match self.word(at) {
            Word::Season(code) => (code, false),
            Word::RiskySeason(code) => (code, true),
            _ => return None,
        };
        if let Some((way, _)) = way {
            let year = match way {
                Way::Previous | Way::Past => Year::Shift(PAST_NEXT),
                Way::This => Year::Shift(0),
                Way::Next | Way::Coming => Year::Shift(FUTURE_NEXT),
            };
            return Some((Point::Coded { year, code }, at + 1));
        }
        let (year, end) = self.year_after(at + 1);
        if year != Year::Absent {
            // "winter 2022-2023" begins in the first.
            let second = matches!(self.mark(end), '-' | '/' | '–') && self.glued(end) && self.glued(end + 1);
            if code == 24 && second && self.number(end + 1).is_some() && !self.glued(end + 2) {
                return Some((Point::Coded { year, code }, end + 2));
            }
            return Some((Point::Coded { year, code }, end));
        }
        let placed = matches!(
            self.before(start),
            Word::In | Word::Bound(_) | Word::After | Word::Before | Word::To | Word::Of | Word::Part(_)
        );
        // "in the fall of", "in het voorjaar"
        let articled = at > start;
        let named = self.capital(at) && !self.is_sentence_start(at);
        (placed && articled && !named && (!risky || self.ends_phrase(at + 1)))
            .then_some((Point::Coded { year: Year::Absent, code }, at + 1))
    }

    /// "week 12", "week 12 van 2023", "W12", "de week van 6 juni".
    fn week(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        if let Some(Token { kind: Kind::Code(b'W', number @ 1..=53), .. }) = self.tokens.get(start) {
            let (year, end) = self.year_after(start + 1);
            return (year != Year::Absent).then_some((Point::Week { number: *number, year }, end));
        }
        if let (Some((year, _)), '-', Some(Token { kind: Kind::Code(b'W', number @ 1..=53), .. })) =
            (self.year(start), self.mark(start + 1), self.tokens.get(start + 2))
        {
            return Some((Point::Week { number: *number, year: Year::Known(year) }, start + 3));
        }
        let weekend = match self.word(at) {
            Word::Unit(Unit::Week, _) => false,
            Word::Unit(Unit::Weekend, _) => true,
            _ => return None,
        };
        let nr = at + 1 + usize::from(self.is(at + 1, &["nr", "nummer", "no", "number"]));
        if let Some((number @ 1..=53, 1 | 2)) = self.number(nr) {
            let spare = self.glued(nr + 1)
                && !matches!(self.mark(nr + 1), '.' | ',' | ')' | ';' | ':' | '-' | '–' | '?' | '!' | '/' | '"');
            if !weekend && !self.is_plural(at) && !spare && self.month_name(nr + 1).is_none() {
                let (year, end) = self.year_after(nr + 1);
                return Some((Point::Week { number: number as u8, year }, end));
            }
        }
        let starting = at
            + 1
            + usize::from(self.is(at + 1, &["starting", "beginning", "commencing", "ending", "vanaf", "startend"]));
        let of = if self.is(starting, &["van", "of", "on"]) { starting + 1 } else { starting };
        if of == at + 1 {
            return None;
        }
        let (day, end) = self.point(of)?;
        matches!(day, Point::Calendar { day: Some(_), .. } | Point::DayOfMonth { .. })
            .then(|| (Point::WeekOf { day: Box::new(day), weekend }, end))
    }

    // ---- decades, centuries, years

    /// "jaren negentig", "jaren '90", "the 1990s", "the nineties".
    fn decade(&self, start: usize) -> Read<Point> {
        if self.word(start) == Word::Jaren {
            let at = start + 1;
            let quoted = at + usize::from(self.mark(at) == '\'');
            let (decade, end) = match (self.word(at), self.number(quoted)) {
                (Word::Number(tens @ (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)), _) => {
                    (if tens == 10 { 2010 } else { 1900 + i32::from(tens) }, at + 1)
                }
                (_, Some((tens, 2))) if tens % 10 == 0 => {
                    (if tens < 20 { 2000 } else { 1900 } + tens as i32, quoted + 1)
                }
                (_, Some((year, 4))) if year % 10 == 0 && (1000..2200).contains(&year) => (year as i32, quoted + 1),
                _ => return None,
            };
            let last_century = self.of(end);
            let end = match self.unit(last_century) {
                Some((Point::Unit { unit: Unit::Century, .. }, after)) => after,
                _ => end,
            };
            return Some((Point::Hidden { year: decade, hidden: 1 }, end));
        }
        let articled = self.article(start);
        if let Word::Decades(tens) = self.word(articled) {
            return (articled > start || matches!(self.before(start), Word::Part(_)))
                .then_some((Point::Hidden { year: 1900 + i32::from(tens), hidden: 1 }, articled + 1));
        }
        let at = articled + usize::from(self.mark(articled) == '\'');
        let (value, digits) = self.number(at)?;
        let apostrophe = at + 1 + usize::from(self.mark(at + 1) == '\'' && self.glued(at + 1));
        if !(self.glued(apostrophe) && self.is(apostrophe, &["s"])) || value % 10 != 0 {
            return None;
        }
        let year = match digits {
            4 if (1000..2200).contains(&value) => value as i32,
            2 => (if value < 20 { 2000 } else { 1900 }) + value as i32,
            _ => return None,
        };
        Some((Point::Hidden { year, hidden: 1 }, apostrophe + 1))
    }

    /// "17e eeuw", "the nineteenth century".
    fn century(&self, start: usize) -> Read<Point> {
        let english = self.is(start, &["the"]);
        let (n, at) = self.ordinal(start + usize::from(english), false)?;
        let at = at + usize::from(self.mark(at) == '-');
        let century = matches!(self.word(at), Word::Unit(Unit::Century, _)) && !self.is_plural(at);
        (century && (1..=22).contains(&n))
            .then(|| (Point::Hidden { year: (i32::from(n) - 1) * 100, hidden: 2 }, at + 1))
    }

    fn holiday(&self, start: usize) -> Read<Point> {
        let (ordinal, at) = match self.word(start) {
            Word::Ordinal(n @ 1..=2) => (n, start + 1),
            _ => match self.number(start) {
                Some((n @ 1..=2, 1)) if self.word(start + 1) == Word::Suffix && self.glued(start + 1) => {
                    (n as u8, start + 2)
                }
                _ => (0, start),
            },
        };
        let (which, end) = self.holiday_name(at, ordinal)?;
        let (year, end) = self.year_after(end);
        Some((Point::Holiday { which, year }, end))
    }

    fn holiday_name(&self, at: usize, ordinal: u8) -> Read<u8> {
        if let Word::Holiday(which) = self.word(at) {
            let eve = self.is(at + 1, &["eve", "avond"]);
            let day = self.is(at + 1, &["day", "sunday", "monday"]);
            let which = match (which, ordinal) {
                (7, 2) => 20,
                (9, 2) => 14,
                (11, 2) => 15,
                (7, _) if eve => 6,
                (9, _) if self.is(at + 1, &["monday"]) => 14,
                (which, _) => which,
            };
            return Some((which, at + 1 + usize::from(eve || day)));
        }
        const NAMES: &[(&[&str], u8)] = &[
            (&["new", "year", "'", "s", "day"], 0),
            (&["new", "year", "'", "s", "eve"], 8),
            (&["valentine", "'", "s", "day"], 18),
            (&["independence", "day"], 21),
            (&["boxing", "day"], 20),
            (&["labor", "day"], 22),
            (&["memorial", "day"], 23),
            (&["good", "friday"], 24),
            (&["goede", "vrijdag"], 24),
            (&["dag", "van", "de", "arbeid"], 25),
            (&["ascension", "day"], 10),
        ];
        NAMES.iter().find_map(|(words, which)| {
            let said = words
                .iter()
                .enumerate()
                .all(|(i, word)| if *word == "'" { self.mark(at + i) == '\'' } else { self.is(at + i, &[word]) });
            (said && self.capital(at)).then_some((*which, at + words.len()))
        })
    }

    /// A year alone, where its surroundings make it one.
    fn year_point(&self, start: usize) -> Read<Point> {
        let worded = self.article(start);
        if self.is(worded, &["jaar", "year"])
            && let Some((year, end)) = self.year(worded + 1)
        {
            return Some((calendar(Year::Known(year), None, None), end));
        }
        let (year, end) = self.year(start)?;
        self.is_year_here(start, end, year).then_some((calendar(Year::Known(year), None, None), end))
    }

    fn is_year_here(&self, at: usize, end: usize, year: i32) -> bool {
        let dotted = self.mark(at.wrapping_sub(1)) == '.' && at > 1 && self.is(at - 2, &["ca", "c", "plm"]);
        let before = if dotted { Word::Circa } else { self.before(at) };
        if self.mark(at) == '\'' {
            return matches!(
                before,
                Word::In
                    | Word::Of
                    | Word::Bound(_)
                    | Word::Before
                    | Word::After
                    | Word::Season(_)
                    | Word::To
                    | Word::Part(_)
            );
        }
        if self.counts(end) || self.is_reference(at) || self.is_postcode(end) || self.is_law(at) {
            return false;
        }
        let modern = (1900..=2099).contains(&year);
        // "2019, 2020 en 2021"
        if self.mark(at.wrapping_sub(1)) == ','
            && self.year(at.wrapping_sub(2)).is_some()
            && (self.word(end) == Word::And || self.mark(end) == ',')
        {
            return modern;
        }
        if self.mark(at.wrapping_sub(1)) == '(' && matches!(self.mark(end), ')' | ',' | ';' | ':') {
            return year >= 1400;
        }
        // "in 1200 gevallen": a round number is a year only where nothing follows that it may count.
        if year % 100 == 0 && !modern && !self.ends_phrase(end) {
            return false;
        }
        match before {
            Word::In
            | Word::Bound(_)
            | Word::Between
            | Word::Circa
            | Word::Part(_)
            | Word::Season(_)
            | Word::Holiday(_) => true,
            Word::After | Word::Before | Word::To | Word::Through | Word::Per | Word::And | Word::Or => {
                modern || self.ends_phrase(end)
            }
            // "uit 1848", "van 1795": of a number of things it would be followed by them.
            Word::Over | Word::Of | Word::On => modern && !self.is_plural_noun(end) || self.ends_phrase(end),
            Word::At => false,
            _ => modern && !self.is_plural_noun(end) && self.follows_a_name_of_time(at, end),
        }
    }

    /// "de begroting 2024", "de verkiezingen 2021", "Prinsjesdag 2023", "2023 was …".
    fn follows_a_name_of_time(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            // Alone at the start: "2023 was een goed jaar", or a line of its own.
            return self.tokens.get(end).is_none()
                || self.is(end, &["was", "is", "wordt", "werd", "stond", "begon", "will", "saw"]);
        };
        match before.kind {
            Kind::Word(Word::Other) => {
                self.raw(at - 1).len() > 2 && before.gap >= Gap::Space || self.is(at - 1, &["wk", "ek", "os"])
            }
            Kind::Word(Word::Set(..) | Word::Unit(..) | Word::Way(_)) => true,
            Kind::Mark('.' | '!' | '?') => {
                self.is(end, &["was", "is", "wordt", "werd", "stond", "begon", "will", "saw"])
            }
            _ => false,
        }
    }

    /// Things are counted: "2000 mensen".
    pub fn counts(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Counted)
            || self.is(at, &["euro", "eur", "usd", "pagina", "pages", "items"])
            || matches!(self.mark(at), '%' | '€' | '$' | '°')
            || (self.word(at) == Word::Unit(Unit::Hour, Tongue::Dutch))
    }

    fn is_plural_noun(&self, at: usize) -> bool {
        let raw = self.raw(at);
        self.word(at) == Word::Other
            && raw.len() > 4
            && !self.capital(at)
            && (raw.ends_with("en") || raw.ends_with('s'))
            && !self.is(
                at,
                &[
                    "hebben", "werden", "waren", "zijn", "worden", "zullen", "kunnen", "moeten", "gingen", "kwamen",
                    "stonden", "mogen", "hadden", "konden", "moesten", "zouden", "willen", "binnen", "tussen", "tegen",
                    "alsmede", "alleen", "always", "samen", "vooral", "steeds", "reeds", "werden", "door", "komen",
                    "gaan", "staan", "vielen", "begonnen",
                ],
            )
    }

    /// "artikel 2021", "nr. 2022", "€ 2019", "tel. 1984".
    pub fn is_reference(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        if matches!(self.mark(before), '.' | ':' | '/') && before > 0 {
            before -= 1;
        }
        // "Kamerstukken II 2020/21"
        if matches!(self.raw(before), "I" | "II" | "A" | "B" | "C") && before > 0 {
            before -= 1;
        }
        matches!(self.word(before), Word::Reference)
            || matches!(self.mark(before), '€' | '$' | '£' | '§' | '#' | '+' | '=' | '@' | '&' | '~')
    }

    /// "Bankwet 1998", "Wet personenvervoer 2000": the year is part of the law's name.
    fn is_law(&self, at: usize) -> bool {
        let law = |at: usize| {
            let raw = self.raw(at).to_ascii_lowercase();
            self.capital(at)
                && ["wet", "besluit", "regeling", "reglement", "verordening", " act"]
                    .iter()
                    .any(|law| raw.ends_with(law))
        };
        let joined = |at: usize| matches!(self.word(at), Word::Other);
        at > 0 && (law(at - 1) || (at > 1 && joined(at - 1) && law(at - 2)))
    }

    /// "2500 EA": digits, two capitals.
    fn is_postcode(&self, end: usize) -> bool {
        let raw = self.raw(end);
        raw.len() == 2 && raw.bytes().all(|b| b.is_ascii_uppercase()) && !matches!(raw, "EN" | "IN" | "OM" | "OP")
    }
}

/// [`Year::Shift`] that means: the last one before the reference, the next one after it.
pub const PAST_NEXT: i32 = -1000;
pub const FUTURE_NEXT: i32 = 1000;

pub fn calendar(year: Year, month: Option<u8>, day: Option<u8>) -> Point {
    Point::Calendar { year, month, day, weekday: None }
}

fn fits(year: Year, month: u8, day: u8) -> bool {
    let of = if let Year::Known(year) = year { year } else { 2000 };
    u32::from(day) <= super::day::days_in_month(of, u32::from(month))
}

/// The year that two digits mean: up to 49 this century, else the last.
pub fn century_of(two: u32) -> i32 {
    two as i32 + if two < 50 { 2000 } else { 1900 }
}

/// The first of the longest readings.
pub fn longest<T>(readings: impl IntoIterator<Item = Read<T>>) -> Read<T> {
    readings.into_iter().flatten().fold(None, |best: Read<T>, reading| match best {
        Some(best) if best.1 >= reading.1 => Some(best),
        _ => Some(reading),
    })
}
