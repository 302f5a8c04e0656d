//! The fields of a date: a day's number, a month's name, a year behind them.

use super::*;

impl Grammar<'_> {
    /// 1 to 31, in digits or words, and whether as an ordinal.
    pub fn day_number(&self, at: usize) -> Read<(u8, bool)> {
        if let Some((value, digits)) = self.number(at) {
            if digits > 2 || !(1..=31).contains(&value) {
                return None;
            }
            let suffix = self.suffix(at + 1);
            let fractional = matches!(self.mark(at + 1), '.' | ',' | ':' | '%' | '°')
                && self.glued(at + 1)
                && (self.is_number(at + 2) && self.glued(at + 2));
            if fractional
                || (self.glued(at + 1)
                    && !suffix
                    && matches!(self.tokens[at + 1].kind, Kind::Word(_))
                    && self.month_name(at + 1).is_none())
            {
                return None;
            }
            return Some(((value as u8, suffix), at + 1 + usize::from(suffix)));
        }
        match self.word(at) {
            Word::One if self.is(at, any!("één")) => Some(((1, false), at + 1)),
            Word::Number(tens @ (20 | 30)) => {
                let next = at + 1 + usize::from(self.mark(at + 1) == '-');
                match self.word(next) {
                    Word::Ordinal(one @ 1..=9) if tens + u16::from(one) <= 31 => {
                        Some(((tens as u8 + one, true), next + 1))
                    }
                    _ => Some(((tens as u8, false), at + 1)),
                }
            }
            Word::Number(value @ 1..=31) => Some(((value as u8, false), at + 1)),
            Word::Ordinal(value @ 1..=31) => Some(((value, true), at + 1)),
            _ => None,
        }
    }

    /// A season's name without more.
    pub fn season_alone(&self, at: usize) -> Read<Point> {
        match self.word(at) {
            Word::Season(code) => Some((Point::Coded { year: Year::Absent, code }, at + 1)),
            Word::RiskySeason(code) if self.ends_phrase(at + 1) => {
                Some((Point::Coded { year: Year::Absent, code }, at + 1))
            }
            _ => None,
        }
    }

    fn is_modern_year(&self, at: usize) -> bool {
        self.number(at).is_some_and(|(year, digits)| digits == 4 && (1900..2100).contains(&year))
            && !self.counts(at + 1)
    }

    /// The letters behind the digits of an ordinal: "15e", "3de", "2nd".
    pub fn suffix(&self, at: usize) -> bool {
        self.glued(at) && (self.has(at, Word::Suffix) || self.is(at, any!("de en")))
    }

    /// A month's name with its dot.
    pub fn month_name(&self, at: usize) -> Read<u8> {
        match self.word(at) {
            Word::Month(month) => Some((month, at + 1)),
            Word::MonthShort(month) => {
                let dot = self.mark(at + 1) == '.' && self.glued(at + 1);
                Some((month, at + 1 + usize::from(dot)))
            }
            // "march 2022"
            Word::RiskyMonth(month) if self.capital(at) || self.is_modern_year(at + 1) => Some((month, at + 1)),
            _ => None,
        }
    }

    /// A year of four digits, or two after an apostrophe, whatever stands around it.
    pub fn year(&self, at: usize) -> Read<i32> {
        if let Some((value, 4)) = self.number(at) {
            let glued = |at: usize| self.glued(at) && matches!(self.tokens[at].kind, Kind::Word(_) | Kind::Code(..));
            let decimal = matches!(self.mark(at + 1), '.' | ',' | ':')
                && self.glued(at + 1)
                && self.is_number(at + 2)
                && self.glued(at + 2);
            // Not "6 Oct, 1700 hrs".
            return ((1000..=2199).contains(&value) && !glued(at + 1) && !decimal && !self.is(at + 1, any!("hrs")))
                .then_some((value as i32, at + 1));
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

    /// The year behind a month: "2022", ", 2022", "van dit jaar", "vorig jaar", "'22", "van het jaar 2022", "anno 2022".
    pub fn year_after(&self, at: usize) -> (Year, usize) {
        let comma = at + usize::from(self.mark(at) == ',' && self.glued(at));
        let start = if self.is(comma, any!("van of in anno")) { comma + 1 } else { comma };
        let named = self.article(start) + 1;
        if named > start + 1
            && self.is(named - 1, any!("jaar year"))
            && let Some((year, end)) = self.year(named)
        {
            return (Year::Known(year), end);
        }
        if let Some((year, end)) = self.year(start) {
            // "in november 2500 mensen"
            if !(comma == start && comma > at && self.counts(end)) {
                return (Year::Known(year), end);
            }
        }
        if self.is(at, any!("dezes")) && self.is(at + 1, any!("jaars")) {
            return (Year::Shift(0), at + 2);
        }
        // "van dat jaar", "of the same year", "datzelfde jaar"
        let of_that = comma == at && self.is(start, any!("dat datzelfde hetzelfde that"))
            || self.is(start, any!("the")) && self.is(start + 1, any!("same"));
        let that = start + 1 + usize::from(self.is(start, any!("the")));
        if of_that && self.is(that, any!("jaar year")) {
            return (Year::Told, that + 1);
        }
        if let Some((year, end)) = self.spelled_year(start) {
            return (Year::Known(year), end);
        }
        if comma == at
            && let Some((Point::Unit { unit: Unit::Year, shift }, end)) = self.unit(start)
        {
            return (Year::Shift(shift), end);
        }
        (Year::Absent, at)
    }

    /// "15 nov 22": two digits behind a day and a month, and nothing that they could count.
    pub fn short_year(&self, at: usize) -> (Year, usize) {
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
}
