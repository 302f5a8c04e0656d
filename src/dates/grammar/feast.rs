//! Feast days by name.

use super::*;

impl Grammar<'_> {
    pub fn holiday(&self, start: usize) -> Read<Point> {
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

    pub fn holiday_name(&self, at: usize, ordinal: u8) -> Read<u8> {
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
}
