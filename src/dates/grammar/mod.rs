//! The grammar of points in time: days, months, years and what is counted from them.
//!
//! Every rule looks at tokens from a place on and says how far it read; the longest reading wins. No rule knows when the
//! text was written.

mod amount;
mod calendar;
mod clock;
mod coded;
mod decade;
mod expression;
mod feast;
mod field;
mod length;
mod listed;
mod nth;
mod numeric;
mod range;
mod repetition;
mod spelled;
mod told;
mod unit;
mod weekday;
mod year;

use super::{
    day::{self, Day},
    expr::{Amount, Clock, Expr, Hang, Point, What, Year},
    lexicon::{Bound, Part, Tongue, Unit, Way, Word},
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

    pub fn of(&self, at: usize) -> usize {
        if self.is(at, &["van", "of"]) { at + 1 } else { at }
    }

    pub fn of_or_in(&self, at: usize) -> usize {
        if self.is(at, &["van", "of", "in"]) { at + 1 } else { at }
    }

    pub fn is_sentence_start(&self, at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| self.tokens.get(before)) {
            None => true,
            Some(token) => matches!(token.kind, Kind::Mark('.' | '!' | '?' | ':' | '"' | '“' | '„' | '*' | '•' | '(')),
        }
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

    pub fn is_plural(&self, at: usize) -> bool {
        let raw = self.raw(at).as_bytes();
        let ends =
            |suffix: &[u8]| raw.len() >= suffix.len() && raw[raw.len() - suffix.len()..].eq_ignore_ascii_case(suffix);
        ends(b"en") || ends(b"s") || ends(b"ia")
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

    pub fn worded(&self, at: usize, word: Word) -> Read<Point> {
        match word {
            Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_) => {
                longest([self.month_day(at), self.month(at, true)])
            }
            Word::Weekday(_) | Word::WeekdayShort(_) | Word::WeekdayPart(_) => {
                longest([self.numeric(at), self.day_month(at), self.month_day(at), self.weekday(at)])
            }
            Word::Article if self.may_follow_article(at + 1) => self.articled(at),
            Word::Way(_) | Word::LastEnglish | Word::Aanstaande | Word::Jl => longest([
                self.month(at, true),
                self.season(at),
                self.weekday(at),
                self.unit(at),
                self.today(at),
                self.event_day(at),
                self.nth(at),
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
            Word::Unit(..) => {
                longest([self.week(at), self.coded(at), self.unit(at), self.year_point(at), self.holiday(at)])
            }
            Word::Jaren | Word::Decades(_) => self.decade(at),
            Word::Day(_) | Word::DayPart(_) | Word::Morgen | Word::Heden => self.today(at),
            Word::Daags => self.event_day(at),
            Word::Holiday(_) | Word::Other | Word::Suffix => self.holiday(at),
            _ => None,
        }
    }

    pub fn articled(&self, at: usize) -> Read<Point> {
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
    pub fn may_follow_article(&self, at: usize) -> bool {
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
                    | Word::Weekday(_)
                    | Word::Decades(_)
                    | Word::Jaren
                    | Word::Jl
                    | Word::Aanstaande
            ),
            _ => false,
        }
    }

    /// The tokens from `start` to `end` are a whole short text: a query, a cell, not a paragraph of a document.
    pub fn is_all(&self, start: usize, end: usize) -> bool {
        start == 0 && end == self.tokens.len() && self.text.len() < 64
    }

    /// What may stand after "begin", "de eerste week van": also a month or year that would need company alone.
    pub fn within(&self, at: usize) -> Read<Point> {
        let bare = self.year(at).map(|(year, end)| (calendar(Year::Known(year), None, None), end));
        let inner = self.article(at);
        let decade = if inner > at { longest([self.decade(inner), self.century(inner)]) } else { None };
        longest([self.point(at), self.month(at, false), bare, decade])
    }
}

/// [`Year::Shift`] that means: the last one before the reference, the next one after it.
pub const PAST_NEXT: i32 = -1000;

pub const FUTURE_NEXT: i32 = 1000;

pub fn calendar(year: Year, month: Option<u8>, day: Option<u8>) -> Point {
    Point::Calendar { year, month, day, weekday: None }
}

pub fn fits(year: Year, month: u8, day: u8) -> bool {
    let of = if let Year::Known(year) = year { year } else { 2000 };
    u32::from(day) <= day::days_in_month(of, u32::from(month))
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
