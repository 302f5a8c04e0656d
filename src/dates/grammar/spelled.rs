//! Years in words: "tweeduizendtwintig", "negentienhonderd vijftig", "nineteen ninety-nine", "two thousand and four".

use super::*;
use crate::dates::lexicon::lookup;
use crate::text::fold;

impl Grammar<'_> {
    pub fn spelled_year(&self, at: usize) -> Read<i32> {
        let year = self.dutch_year(at).or_else(|| self.english_year(at));
        year.filter(|(year, _)| (1100..2200).contains(year))
    }

    /// "negentienhonderd…" may start here.
    pub fn may_be_spelled(&self, at: usize) -> bool {
        let raw = self.raw(at).as_bytes();
        let opens =
            |start: &str| raw.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()));
        raw.len() > 10 && ["negentien", "tweeduizend", "achttien", "zeventien", "zestien"].into_iter().any(opens)
    }

    fn dutch_year(&self, at: usize) -> Read<i32> {
        let said = self.raw(at);
        if said.len() < 11 || !self.has(at, Word::Other) {
            return None;
        }
        let folded = fold(said);
        let (century, rest) = if let Some(rest) = folded.strip_prefix("tweeduizend") {
            (2000, rest)
        } else {
            let teens = folded.find("tien").map(|at| at + 4).or_else(|| folded.find("twaalf").map(|at| at + 6))?;
            let Word::Number(hundreds @ 11..=19) = lookup(&folded[..teens]) else { return None };
            (i32::from(hundreds) * 100, folded[teens..].trim_start_matches("honderd"))
        };
        if !rest.is_empty() {
            return below_hundred(rest.strip_prefix("en").unwrap_or(rest)).map(|n| (century + n, at + 1));
        }
        let next = at + 1 + usize::from(self.has(at + 1, Word::And));
        match self.word(next) {
            Word::Number(n @ 1..=99) => Some((century + i32::from(n), next + 1)),
            _ => Some((century, at + 1)),
        }
    }

    fn english_year(&self, at: usize) -> Read<i32> {
        let Word::Number(first) = self.word(at) else { return None };
        if self.is(at + 1, any!("thousand hundred")) {
            let century = i32::from(first) * if self.is(at + 1, any!("thousand")) { 1000 } else { 100 };
            let next = at + 2 + usize::from(self.has(at + 2, Word::And));
            let one = || (next > at + 2 && self.has(next, Word::One)).then_some((1, next + 1));
            return self.tens(next).or_else(one).map_or(Some((century, at + 2)), |(n, end)| Some((century + n, end)));
        }
        let (n, end) = self.tens(at + 1).filter(|(n, _)| (11..=20).contains(&first) && *n >= 10)?;
        Some((i32::from(first) * 100 + n, end))
    }

    /// "ninety-nine", "twelve".
    fn tens(&self, at: usize) -> Read<i32> {
        let Word::Number(tens @ 1..=99) = self.word(at) else { return None };
        let next = at + 1 + usize::from(self.mark(at + 1) == '-');
        let one = match self.word(next) {
            Word::Number(one @ 1..=9) => i32::from(one),
            Word::One => 1,
            _ => 0,
        };
        let joined = tens >= 20 && tens % 10 == 0 && one > 0;
        Some(if joined { (i32::from(tens) + one, next + 1) } else { (i32::from(tens), at + 1) })
    }
}

fn below_hundred(word: &str) -> Option<i32> {
    match lookup(word) {
        Word::Number(n @ 1..=99) => Some(i32::from(n)),
        Word::One => Some(1),
        _ => None,
    }
}
