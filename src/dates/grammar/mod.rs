//! The grammar of points in time: days, months, years and what is counted from them.
//!
//! Every rule looks at tokens from a place on and says how far it read; the longest reading wins. No rule knows when the
//! text was written.

mod amount;
mod beside;
mod calendar;
mod clock;
mod clocks;
mod coded;
mod decade;
mod era;
mod expression;
mod feast;
mod field;
mod length;
mod listed;
mod nth;
mod number;
mod numeric;
mod pair;
mod range;
mod repetition;
mod spelled;
mod stamp;
mod told;
mod unit;
mod weekday;
mod year;

pub use range::MOVED;

use super::{
    day::{self, Day},
    expr::{Amount, Clock, Expr, Hang, Point, Stamp, Steps, What, Year},
    lexicon::{Bound, Key, Part, Tongue, Unit, Way, Word, any},
    token::{Gap, Kind, Token},
};
use crate::text::Span;

/// A reading and the token behind it.
pub type Read<T> = Option<(T, usize)>;

/// A rule for points; tables of them are smaller in the page than calls in a row.
type Rule<'a> = fn(&Grammar<'a>, usize) -> Read<Point>;

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

    /// Whether this word stands at `at`: a call of its own is smaller in the page than a comparison in place.
    pub fn has(&self, at: usize, word: Word) -> bool {
        self.word(at) == word
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

    pub fn is_number(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token { kind: Kind::Number(..), .. }))
    }

    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.gap == Gap::Glued)
    }

    /// The word as it is written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether the word is one of a list: `any!("van of in")`. Case does not matter.
    pub fn is(&self, at: usize, words: &[Key]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.contains(&token.key))
    }

    /// Whether one of the next `n` tokens is of a kind.
    pub fn soon(&self, at: usize, n: usize, of: impl Fn(Kind) -> bool) -> bool {
        self.tokens.iter().skip(at).take(n).any(|token| of(token.kind))
    }

    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// The place past an article.
    pub fn article(&self, at: usize) -> usize {
        match self.word(at) {
            Word::Article => return at + 1,
            Word::Suffix if self.is_old_article(at) => return at + 1,
            _ => {}
        }
        // "'t"
        if self.mark(at) == '\'' && self.glued(at + 1) && self.is(at + 1, any!("t")) { at + 2 } else { at }
    }

    /// "den 3den mei", "den vorigen winter"
    pub fn is_old_article(&self, at: usize) -> bool {
        self.is(at, any!("den")) && !self.glued(at) && self.may_follow_article(at + 1)
    }

    pub fn of(&self, at: usize) -> usize {
        if self.is(at, any!("van of")) { at + 1 } else { at }
    }

    pub fn of_or_in(&self, at: usize) -> usize {
        if self.is(at, any!("van of in")) { at + 1 } else { at }
    }

    pub fn is_sentence_start(&self, at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| self.tokens.get(before)) {
            None => true,
            // "G.J. Oktober"
            Some(Token { kind: Kind::Mark('.'), .. }) => !self.is_initial(at - 1),
            Some(token) => matches!(token.kind, Kind::Mark('!' | '?' | ':' | '"' | '“' | '„' | '*' | '•' | '(')),
        }
    }

    /// The dot of "J." in a name.
    pub fn is_initial(&self, dot: usize) -> bool {
        let letter = dot.wrapping_sub(1);
        self.glued(dot) && self.capital(letter) && self.raw(letter).len() == 1 && dot > 1 && !self.is_digit(dot - 2)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.is_number(at)
    }

    /// No noun follows: the end, a mark, or a small word.
    pub fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        match token.kind {
            Kind::Mark(mark) => mark != '-' && mark != '%',
            Kind::Word(Word::Other) => self.is(
                at,
                any!(
                    "is was wordt werd zijn waren werden worden heeft had zal gaat we wij ik hij zij ze \
                     het er dat die will were has we he she they it bij aan kan kunnen zou zouden mag moet \
                     kwam komt vond vindt hebben hadden ook al pas"
                ),
            ),
            Kind::Word(Word::Hours(_) | Word::Counted | Word::Unit(..) | Word::Reference | Word::Name) => false,
            Kind::Word(_) => true,
            Kind::Number(..) | Kind::Code(..) => false,
        }
    }

    /// As [`Self::ends_phrase`], and no article or "last", "next" opens another.
    pub fn ends_clause(&self, at: usize) -> bool {
        let opens = matches!(self.word(at), Word::Article | Word::LastEnglish | Word::Way(_) | Word::One | Word::That);
        self.ends_phrase(at) && !opens
    }

    pub fn is_plural(&self, at: usize) -> bool {
        let raw = self.raw(at).as_bytes();
        let ends =
            |suffix: &[u8]| raw.len() >= suffix.len() && raw[raw.len() - suffix.len()..].eq_ignore_ascii_case(suffix);
        ends(b"en") || ends(b"s") || ends(b"ia")
    }

    /// The longest point that starts here. The first token says which rules can apply at all.
    pub fn point(&self, at: usize) -> Read<Point> {
        let rules: &[Rule<'a>] = match self.tokens.get(at)?.kind {
            Kind::Number(..) => &[
                Self::numeric,
                Self::day_month,
                Self::coded,
                Self::week,
                Self::day_of_month,
                Self::nth,
                Self::half,
                Self::decade,
                Self::next_decade,
                Self::century,
                Self::holiday,
                Self::era_year,
                Self::beside,
                Self::year_month,
                Self::year_point,
            ],
            Kind::Code(..) => &[Self::coded, Self::week],
            Kind::Mark('\'') => &[Self::articled, Self::next_decade, Self::year_point],
            Kind::Mark(_) => return None,
            Kind::Word(word) => self.rules_of(at, word)?,
        };
        self.longest_of(at, rules)
    }

    /// The rules of which a word can be the first.
    fn rules_of(&self, at: usize, word: Word) -> Option<&'a [Rule<'a>]> {
        Some(match word {
            Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_) => &[Self::month_day, Self::month_alone],
            Word::Weekday(_) | Word::WeekdayShort(_) | Word::WeekdayPart(_) => {
                &[Self::numeric, Self::day_month, Self::month_day, Self::weekday, Self::beside]
            }
            Word::Article if self.may_follow_article(at + 1) => &[Self::articled],
            Word::Way(_) | Word::LastEnglish | Word::Aanstaande | Word::Jl => &[
                Self::way_date,
                Self::way_holiday,
                Self::month_alone,
                Self::season,
                Self::weekday,
                Self::unit,
                Self::today,
                Self::event_day,
                Self::nth,
                Self::beside,
                Self::this_time,
            ],
            Word::Relative => &[Self::this_time],
            Word::Ordinal(_) | Word::Ultimate => &[
                Self::day_month,
                Self::coded,
                Self::day_of_month,
                Self::nth,
                Self::half,
                Self::century,
                Self::holiday,
                Self::beside,
            ],
            Word::Number(_) => &[Self::day_month, Self::day_of_month, Self::next_decade, Self::year_point],
            Word::Part(_) | Word::Half => &[Self::part],
            Word::Season(_) | Word::RiskySeason(_) => &[Self::season],
            Word::Unit(..) => &[
                Self::week,
                Self::coded,
                Self::unit,
                Self::year_point,
                Self::year_end,
                Self::holiday,
                Self::era_year,
                Self::beside,
                Self::today,
            ],
            Word::Jaren | Word::Decades(_) => &[Self::decade],
            Word::Day(_) | Word::DayPart(_) | Word::Morgen | Word::Heden => &[Self::today],
            Word::Daags => &[Self::event_day],
            Word::That => &[Self::told, Self::as_told, Self::told_weekday, Self::told_season],
            Word::Era => &[Self::era_year],
            Word::With => &[Self::weekday],
            // "één april"
            Word::One => &[Self::day_month],
            Word::Other => &[Self::holiday, Self::year_point, Self::century],
            Word::Holiday(_) | Word::Old => &[Self::holiday],
            Word::Suffix => &[Self::holiday, Self::articled],
            _ => return None,
        })
    }

    fn articled(&self, at: usize) -> Read<Point> {
        if self.has(at + 1, Word::Relative) {
            return self
                .longest_of(at, &[Self::beside, Self::rest, Self::as_told, Self::turn_of_century, Self::this_time]);
        }
        self.longest_of(
            at,
            &[
                Self::day_month,
                Self::month_alone,
                Self::coded,
                Self::season,
                Self::week,
                Self::weekday,
                Self::unit,
                Self::today,
                Self::day_of_month,
                Self::nth,
                Self::half,
                Self::part,
                Self::course_of_unit,
                Self::weekend_here,
                Self::articled_holiday,
                Self::decade,
                Self::century,
                Self::event_day,
                Self::way_date,
                Self::way_holiday,
                Self::era_year,
                Self::beside,
                Self::up_to,
                Self::year_point,
            ],
        )
    }

    fn month_alone(&self, at: usize) -> Read<Point> {
        self.month(at, true)
    }

    /// The longest reading of all rules, the first of those that read as far.
    fn longest_of(&self, at: usize, rules: &[Rule<'a>]) -> Read<Point> {
        let mut best: Read<Point> = None;
        for rule in rules {
            let read = rule(self, at);
            if read.as_ref().map_or(0, |(_, end)| *end) > best.as_ref().map_or(0, |(_, end)| *end) {
                best = read;
            }
        }
        best
    }

    /// Most articles stand before nouns of which time knows nothing.
    pub fn may_follow_article(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(Kind::Number(..) | Kind::Mark('\'')) => true,
            Some(Kind::Word(word)) => {
                matches!(
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
                        | Word::DayName
                        | Word::Holiday(_)
                        | Word::Relative
                )
            }
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
        longest([self.point(at), self.month(at, false), bare, decade, self.season_alone(at)])
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

/// The year that two digits mean: up to 39 this century, else the last; "'44" is the war's.
pub fn century_of(two: u32) -> i32 {
    two as i32 + if two < 40 { 2000 } else { 1900 }
}

/// The first of the longest readings.
pub fn longest<T, const N: usize>(mut readings: [Read<T>; N]) -> Read<T> {
    longest_read(&mut readings)
}

/// Once for all lengths of lists: less code in the page.
fn longest_read<T>(readings: &mut [Read<T>]) -> Read<T> {
    let (mut best, mut best_end) = (0, 0);
    for (at, reading) in readings.iter().enumerate() {
        if let Some((_, end)) = reading
            && *end > best_end
        {
            (best, best_end) = (at, *end);
        }
    }
    readings.get_mut(best)?.take()
}
