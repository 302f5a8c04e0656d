//! Numbers of units: "vier dagen", "anderhalf jaar".

use super::*;

impl Grammar<'_> {
    /// "over drie weken": Dutch units only, for English "over" is "during".
    pub fn over(&self, at: usize) -> Read<Amount> {
        if !self.has(at, Word::Over) {
            return None;
        }
        let skip = usize::from(self.has(at + 1, Word::Circa) || self.is(at + 1, any!("precies exact pakweg")));
        // "over een dag of tien"
        let (amount, end) = self.amount_or_so(at + 1 + skip).or_else(|| self.amount(at + 1 + skip))?;
        let dutch = matches!(self.word(end - 1), Word::Unit(_, Tongue::Dutch) | Word::Jaren)
            || self.is(end - 2, any!("of"))
            || (self.is(end - 1, any!("week weekend")) && !self.is(at + 1, any!("a one")));
        dutch.then_some((amount, end))
    }

    /// A number and a unit: "vier dagen", "anderhalf jaar", "2,5 years", "a month", "een half jaar".
    pub fn amount(&self, start: usize) -> Read<Amount> {
        let quarters = || self.quarter_century(start).or_else(|| self.three_quarters(start));
        if let Some(read) = self.quarters_of_hour(start).or_else(quarters) {
            return Some(read);
        }
        if let Some(read) = self.clocked(start) {
            return Some(read);
        }
        let (halves, mut at) = self.halves(start)?;
        // "18 (achttien) maanden", "twee (2) jaar"
        if self.mark(at) == '(' && self.is_count(at + 1) && self.mark(at + 2) == ')' {
            at += 3;
        }
        // "twee à drie maanden", "eight to 10 days", "4-6 weken": the most that it may be.
        let (halves, mut at) = self.or_more(halves, at).unwrap_or((halves, at));
        if self.mark(at) == '-' && self.glued(at) && self.glued(at + 1) {
            at += 1;
        }
        // "drie volle dagen", "ten working days"
        // "een kleine week", "een goed jaar"
        let good = self.is(at, any!("goede goed"))
            && !matches!(self.word(at + 2), Word::Ago | Word::Later | Word::Earlier | Word::After | Word::Before);
        if self.has(at - 1, Word::One) && !good && self.is(at, any!("kleine klein goede goed dikke dik ruime krappe")) {
            at += 1;
        }
        if self.is(
            at,
            any!("volle hele gehele volledige full whole working kalender calendar business opeenvolgende achtereenvolgende aaneengesloten consecutive successive"),
        ) {
            at += 1;
        }
        if self.is(at, any!("halfuur")) && halves % 2 == 0 {
            return Some((Amount { halves: halves / 2, unit: Unit::Hour, and: None }, at + 1));
        }
        let unit = match self.word(at) {
            Word::Unit(unit, _) => unit,
            Word::Jaren => Unit::Year,
            _ if self.is(at, any!("second")) => Unit::Second,
            // "every 4 hrs"
            Word::OClock if self.is(at, any!("hrs")) && halves < 200 && !self.is_clock_here(start) => Unit::Hour,
            // "1 u 20 min"
            Word::OClock
                if self.is(at, any!("u h"))
                    && self.is_number(at + 1)
                    && matches!(self.word(at + 2), Word::Unit(Unit::Minute, _)) =>
            {
                Unit::Hour
            }
            // "in 72h", "binnen 48u"
            Word::OClock
                if self.is(at, any!("h u u."))
                    && self.glued(at)
                    && (halves > 48 || self.has(start.wrapping_sub(1), Word::Within) || self.lasts(start)) =>
            {
                Unit::Hour
            }
            _ => return None,
        };
        let mut halves = halves;
        let mut end = at + 1;
        // "a year and a half"
        if self.has(end, Word::And) && self.has(end + 1, Word::One) && self.has(end + 2, Word::Half) {
            halves += 1;
            end += 3;
        }
        // "twee jaar en drie maanden", "1 hour 30 minutes"
        let next = end + usize::from(self.has(end, Word::And));
        let more = match (self.number(next), self.word(next), self.word(next + 1)) {
            (Some((n, 1..=2)), _, Word::Unit(smaller, _)) if smaller < unit => Some((n, smaller)),
            (_, Word::Number(n), Word::Unit(smaller, _)) if smaller < unit => Some((u32::from(n), smaller)),
            // "drie maanden en een dag"
            (_, Word::One, Word::Unit(smaller, _)) if smaller < unit && next > end => Some((1, smaller)),
            _ => None,
        };
        let whole = more.filter(|_| halves.is_multiple_of(2) && unit != Unit::Weekend);
        // "5 jr."
        let shortened = self.mark(end) == '.'
            && self.glued(end)
            && self.is(end - 1, any!("min sec jr mnd wk wkn dgn mos mths wks yrs"))
            && !self.is_full_stop(end);
        end += usize::from(shortened);
        Some((Amount { halves, unit, and: whole }, if whole.is_some() { next + 2 } else { end }))
    }

    /// What stands here tells how long: "duurt 1u45", "Reistijd: 2u10", "in amper 1.20 uur".
    fn lasts(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let noun = self.raw(before.wrapping_sub(usize::from(self.mark(before) == ':'))).to_ascii_lowercase();
        self.is(before, any!("duurt duurde duren duurden amper slechts lasts lasted took takes"))
            || noun.len() > 3 && (noun.ends_with("tijd") || noun.ends_with("duur"))
            || self.is(before, any!("in"))
            || self.is(before, any!("van of"))
                && self.has(before.wrapping_sub(1), Word::Other)
                && matches!(self.before(before.wrapping_sub(1)), Word::One | Word::Article)
                && self.ends_phrase(at + 3)
                && self.joint(at + 3, false).is_none()
    }

    /// "1u45", "1.20 uur", where they tell how long.
    fn clocked(&self, at: usize) -> Read<Amount> {
        let ((hours @ 0..=47, 1..=2), (minutes @ 0..=59, 2)) = (self.number(at)?, self.number(at + 2)?) else {
            return None;
        };
        let glued = self.glued(at + 1) && self.glued(at + 2) && !self.glued(at + 3);
        let end = match self.mark(at + 1) {
            '.' | ':' if self.is(at + 3, any!("uur hours")) && !self.has(at.wrapping_sub(1), Word::In) => at + 4,
            _ if self.is(at + 1, any!("u h")) => at + 3,
            _ => return None,
        };
        let tied = self.glued(at + 3) && !matches!(self.mark(at + 3), '.' | ',' | ';' | ')');
        let glued = glued || self.glued(at + 1) && self.glued(at + 2) && !tied;
        (glued && self.lasts(at))
            .then_some((Amount { halves: hours * 2, unit: Unit::Hour, and: Some((minutes, Unit::Minute)) }, end))
    }

    /// "a quarter of an hour", "three quarters of an hour".
    fn quarters_of_hour(&self, at: usize) -> Read<Amount> {
        let n = match self.word(at) {
            Word::One => 1,
            Word::Number(n) => u32::from(n),
            _ => return None,
        };
        // "three-quarters of an hour"
        let at = at + usize::from(self.mark(at + 1) == '-' && self.glued(at + 1) && self.glued(at + 2));
        let said = matches!(self.word(at + 1), Word::Unit(Unit::Quarter, Tongue::English))
            && self.is(at + 2, any!("of"))
            && self.is(at + 3, any!("an"))
            && self.is(at + 4, any!("hour"));
        said.then_some((Amount::whole(n, Unit::QuarterHour), at + 5))
    }

    /// The number behind "à", "tot", "of" or a dash, where it is the greater one and a unit follows.
    fn or_more(&self, least: u32, at: usize) -> Read<u32> {
        let dash = matches!(self.mark(at), '-' | '–') && self.glued(at) && self.is_number(at + 1);
        if !dash && !matches!(self.raw(at), "à" | "á") && !self.is(at, any!("to tot of or")) {
            return None;
        }
        let (most, end) = self.halves(at + 1)?;
        // "one of two years"
        if self.is(at, any!("of")) && matches!(self.word(end), Word::Unit(_, Tongue::English)) {
            return None;
        }
        // "duurt twee tot drie uur" is how long, "van twee tot drie uur" may be when.
        let when = self.is(end, any!("uur uren"))
            && (self.is_number(at - 1) || self.is(at.wrapping_sub(2), any!("van vanaf tussen from between om")));
        let counted = matches!(self.word(end), Word::Unit(..) | Word::Jaren) && !when;
        (most > least && most < 400 && counted).then_some((most, end))
    }

    /// The dot closes a sentence that a capital opened: it is no part of "28 apr." or "3 wkn." there.
    pub fn is_full_stop(&self, dot: usize) -> bool {
        dot + 1 == self.tokens.len() && self.tokens[0].capital
    }

    /// "driekwart jaar"
    fn three_quarters(&self, at: usize) -> Read<Amount> {
        let amount = match self.word(at + 1) {
            Word::Unit(Unit::Year, _) => Amount::whole(9, Unit::Month),
            Word::Unit(Unit::Hour, _) => Amount::whole(3, Unit::QuarterHour),
            Word::Unit(Unit::Century, _) => Amount::whole(75, Unit::Year),
            _ => return None,
        };
        self.is(at, any!("driekwart")).then_some((amount, at + 2))
    }

    /// "een kwart eeuw", "een kwarteeuw", "a quarter of a century".
    fn quarter_century(&self, start: usize) -> Read<Amount> {
        let at = start + usize::from(self.has(start, Word::One));
        if self.is(at, any!("kwarteeuw")) {
            return Some((Amount::whole(25, Unit::Year), at + 1));
        }
        let of = at + 1 + usize::from(self.is(at + 1, any!("of")));
        let of = of + usize::from(self.has(of, Word::One));
        let quarter = !self.is(at, any!("driekwart"))
            && matches!(self.word(at), Word::Quarter15 | Word::Unit(Unit::Quarter, Tongue::English));
        let century = matches!(self.word(of), Word::Unit(Unit::Century, _)) && !self.is_plural(of);
        (quarter && century).then_some((Amount::whole(25, Unit::Year), of + 1))
    }

    /// A number as half units.
    pub fn halves(&self, at: usize) -> Read<u32> {
        if let Some((value, digits)) = self.number(at) {
            if digits > 4 {
                return None;
            }
            if matches!(self.mark(at + 1), ',' | '.') && self.glued(at + 1) && self.glued(at + 2) {
                return match self.number(at + 2)? {
                    (5, 1) => Some((value * 2 + 1, at + 3)),
                    (thousandth, 3) if digits < 3 && self.is(at + 3, any!("jaar years")) => {
                        Some(((value * 1000 + thousandth) * 2, at + 3))
                    }
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
            // "vijf en twintig jaren", "vijf-en-twintig"
            Word::Number(one @ 2..=9) if self.tens_apart(at).is_some() => {
                let (tens, end) = self.tens_apart(at)?;
                Some((u32::from(one + tens) * 2, end))
            }
            Word::Number(value) => {
                // "drie en een half", "drie-en-een-half"
                let skip = |at: usize| at + usize::from(self.mark(at) == '-');
                let and = skip(at + 1);
                let one = skip(and + 1);
                let half = skip(one + 1);
                if self.has(and, Word::And) && self.has(one, Word::One) && self.has(half, Word::Half) {
                    return Some((u32::from(value) * 2 + 1, half + 1));
                }
                if self.has(at + 1, Word::Number(100)) && value < 20 {
                    return Some((u32::from(value) * 200, at + 2));
                }
                Some((u32::from(value) * 2, at + 1))
            }
            // "a couple of days"
            Word::One if self.is(at + 1, any!("couple")) && self.is(at + 2, any!("of")) => Some((4, at + 3)),
            Word::One if self.has(at + 1, Word::Number(100)) => Some((200, at + 2)),
            Word::One if self.has(at + 1, Word::And) && self.has(at + 2, Word::One) && self.has(at + 3, Word::Half) => {
                Some((3, at + 4))
            }
            Word::One if matches!(self.word(at + 1), Word::Half | Word::Halves) => Some((1, at + 2)),
            Word::One => Some((2, at + 1)),
            Word::Half if self.has(at + 1, Word::One) => Some((1, at + 2)),
            Word::Half => Some((1, at + 1)),
            Word::AndHalf(whole) => Some((u32::from(whole) * 2 + 1, at + 1)),
            _ => None,
        }
    }

    /// "en twintig" behind the ones, as it was once written.
    fn tens_apart(&self, at: usize) -> Read<u16> {
        let skip = |at: usize| at + usize::from(self.mark(at) == '-');
        let and = skip(at + 1);
        let tens = skip(and + 1);
        match self.word(tens) {
            Word::Number(n @ 20..=90) if self.is(and, any!("en")) => Some((n, tens + 1)),
            _ => None,
        }
    }

    /// A number of something, in digits or words.
    pub fn is_count(&self, at: usize) -> bool {
        self.is_number(at) || matches!(self.word(at), Word::Number(_))
    }

    /// "een jaar of vijf".
    pub fn amount_or_so(&self, at: usize) -> Read<Amount> {
        let Word::Unit(unit, _) = self.word(at + 1) else { return None };
        let number = match (self.word(at + 3), self.number(at + 3)) {
            (Word::Number(n), _) => u32::from(n),
            (_, Some((n, 1 | 2))) => n,
            _ => return None,
        };
        (self.has(at, Word::One) && self.is(at + 2, any!("of"))).then_some((Amount::whole(number, unit), at + 4))
    }
}
