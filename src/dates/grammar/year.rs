//! Years alone, and the numbers that are none.

use super::*;

impl Grammar<'_> {
    /// A year alone, where its surroundings make it one.
    pub fn year_point(&self, start: usize) -> Read<Point> {
        let worded = self.article(start);
        if self.is(worded, &["jaar", "year"])
            && let Some((year, end)) = self.year(worded + 1)
        {
            return Some((calendar(Year::Known(year), None, None), end));
        }
        let (year, end) = self.year(start)?;
        self.is_year_here(start, end, year).then_some((calendar(Year::Known(year), None, None), end))
    }

    pub fn is_year_here(&self, at: usize, end: usize, year: i32) -> bool {
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
            // "the 2019 election": not a round number, which may count.
            Word::Article if self.is(at - 1, &["the"]) => {
                modern && year % 100 != 0 && self.word(end) == Word::Other && self.raw(end).len() > 2
            }
            Word::In | Word::Bound(_) | Word::Between | Word::Part(_) | Word::Season(_) | Word::Holiday(_) => true,
            // "in 2016 en 2017"; of things it would be "en 1980 auto's".
            // "ongeveer 1450 bureaus"
            Word::Circa => !self.is_plural_noun(end),
            Word::And | Word::Or => self.year(at.wrapping_sub(2)).is_some() || self.ends_phrase(end),
            Word::After | Word::Before | Word::To | Word::Through | Word::Per => modern || self.ends_phrase(end),
            // "uit 1848", "van 1795": of a number of things it would be followed by them.
            Word::Over | Word::Of | Word::On => modern && !self.is_plural_noun(end) || self.ends_phrase(end),
            Word::At => false,
            _ => modern && !self.is_plural_noun(end) && self.follows_a_name_of_time(at, end),
        }
    }

    /// "de begroting 2024", "de verkiezingen 2021", "Prinsjesdag 2023", "2023 was …".
    pub fn follows_a_name_of_time(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            // Alone at the start: "2023 was een goed jaar", or a line of its own.
            return self.tokens.get(end).is_none()
                || self.is(end, &["was", "is", "wordt", "werd", "stond", "begon", "will", "saw"]);
        };
        match before.kind {
            Kind::Word(Word::Other) => {
                let product =
                    ["windows", "office", "word", "excel", "server", "outlook", "exchange", "autocad", "photoshop"];
                !self.is(at - 1, &product) && self.raw(at - 1).len() > 2 && before.gap >= Gap::Space
                    || self.is(at - 1, &["wk", "ek", "os"])
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

    pub fn is_plural_noun(&self, at: usize) -> bool {
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
    pub fn is_law(&self, at: usize) -> bool {
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
    pub fn is_postcode(&self, end: usize) -> bool {
        let raw = self.raw(end);
        raw.len() == 2 && raw.bytes().all(|b| b.is_ascii_uppercase()) && !matches!(raw, "EN" | "IN" | "OM" | "OP")
    }
}
