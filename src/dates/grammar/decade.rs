//! Decades and centuries: "jaren negentig", "17e eeuw".

use super::*;

impl Grammar<'_> {
    /// "jaren negentig", "jaren '90", "the 1990s", "the nineties".
    pub fn decade(&self, start: usize) -> Read<Point> {
        let articled = self.article(start);
        if self.has(articled, Word::Jaren) {
            let at = articled + 1;
            let quoted = at + usize::from(self.mark(at) == '\'');
            let (decade, end) = match (self.word(at), self.number(quoted)) {
                _ if self.is(at, any!("nul")) => (2000, at + 1),
                (Word::Number(tens @ (10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)), _) => {
                    (if tens == 10 { 2010 } else { 1900 + i32::from(tens) }, at + 1)
                }
                (_, Some((tens, 2))) if tens % 10 == 0 => {
                    (if tens < 20 { 2000 } else { 1900 } + tens as i32, quoted + 1)
                }
                // "de jaren 2010 tot 2016", "de jaren 2010, 2011" are years.
                (_, Some((year, 4)))
                    if year % 10 == 0 && (1000..2200).contains(&year) && !self.is_first_of_years(quoted + 1) =>
                {
                    (year as i32, quoted + 1)
                }
                _ => return None,
            };
            // "van de vorige eeuw", "van de negentiende eeuw"
            let whose = self.of(end);
            if let Some((Point::Unit { unit: Unit::Century, .. }, end)) = self.unit(whose) {
                return Some((Point::Hidden { year: 1900 + decade % 100, hidden: 1 }, end));
            }
            if let Some((Point::Hidden { year, hidden: 2 }, end)) = self.century(whose) {
                return Some((Point::Hidden { year: year + decade % 100, hidden: 1 }, end));
            }
            return Some((Point::Hidden { year: decade, hidden: 1 }, end));
        }
        // "de tachtiger jaren"
        if let (Word::Decades(tens), true) = (self.word(articled), self.raw(articled).ends_with("ger")) {
            let said = self.has(articled + 1, Word::Jaren);
            return said.then_some((Point::Hidden { year: 1900 + i32::from(tens), hidden: 1 }, articled + 2));
        }
        if let Word::Decades(tens) = self.word(articled) {
            let part = start - usize::from(self.mark(start.wrapping_sub(1)) == '-');
            return (articled > start || matches!(self.before(part), Word::Part(_)))
                .then_some((Point::Hidden { year: 1900 + i32::from(tens), hidden: 1 }, articled + 1));
        }
        let at = articled + usize::from(self.mark(articled) == '\'');
        let (value, digits) = self.number(at)?;
        let apostrophe = at + 1 + usize::from(self.mark(at + 1) == '\'' && self.glued(at + 1));
        if !(self.glued(apostrophe) && self.is(apostrophe, any!("s"))) || value % 10 != 0 {
            return None;
        }
        let year = match digits {
            4 if (1000..2200).contains(&value) => value as i32,
            2 => (if value < 20 { 2000 } else { 1900 }) + value as i32,
            _ => return None,
        };
        // "the 1800s" are a century, "the 2000s" hardly.
        let hidden = if digits == 4 && year % 100 == 0 && year < 2000 { 2 } else { 1 };
        Some((Point::Hidden { year, hidden }, apostrophe + 1))
    }

    /// "zeventig" in "de jaren zestig en zeventig", "70" in "de jaren '60 en '70".
    pub fn next_decade(&self, start: usize) -> Read<Point> {
        let tens = |at: usize| match (self.word(at), self.number(at)) {
            (Word::Number(tens @ 20..=90), _) if tens % 10 == 0 => Some(i32::from(tens)),
            (_, Some((tens, 2))) if tens % 10 == 0 => Some(tens as i32),
            _ => None,
        };
        let at = start + usize::from(self.mark(start) == '\'');
        let before = start.checked_sub(2).filter(|_| self.has(start - 1, Word::And))?;
        let jaren = before.checked_sub(1 + usize::from(self.mark(before.wrapping_sub(1)) == '\''))?;
        let later = tens(before)? < tens(at)?;
        let counts = self.counts(at + 1) || matches!(self.word(at + 1), Word::Unit(..));
        (later && self.has(jaren, Word::Jaren) && !counts)
            .then_some((Point::Hidden { year: 1900 + tens(at)?, hidden: 1 }, at + 1))
    }

    fn is_first_of_years(&self, end: usize) -> bool {
        let next = if self.mark(end) == ',' || self.has(end, Word::And) {
            Some(end + 1)
        } else {
            self.joint(end, false).map(|(next, _)| next)
        };
        next.is_some_and(|next| self.year(next).is_some())
    }

    /// "XVIIIe", "XIXth" before a century.
    pub fn roman_ordinal(&self, at: usize) -> Read<i8> {
        const ROMAN: &[&str] = &["X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"];
        if !matches!(self.word(at + 1), Word::Unit(Unit::Century, _)) {
            return None;
        }
        let roman = self.raw(at).trim_end_matches(|c: char| c.is_ascii_lowercase());
        ROMAN.iter().position(|known| *known == roman).map(|n| (n as i8 + 10, at + 1))
    }

    /// "17e eeuw", "the nineteenth century".
    pub fn century(&self, start: usize) -> Read<Point> {
        let first = self.article(start);
        let (n, at) = self.ordinal(first, false).or_else(|| self.roman_ordinal(first))?;
        let at = at + usize::from(self.mark(at) == '-');
        // "17th c.", "20th cent."
        let short = self.is(at, any!("c cent")) && self.mark(at + 1) == '.' && self.glued(at + 1);
        let at = at + usize::from(short);
        let century = (short || matches!(self.word(at), Word::Unit(Unit::Century, _))) && (1..=50).contains(&n);
        let n = i32::from(n);
        match self.era(at + 1).filter(|_| century) {
            Some((true, end)) => Some((Point::Years { from: 1 - n * 100, to: 100 - n * 100 }, end)),
            era => (century && n <= 22)
                .then(|| (Point::Hidden { year: (n - 1) * 100, hidden: 2 }, era.map_or(at + 1, |(_, end)| end))),
        }
    }
}
