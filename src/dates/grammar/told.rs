//! Days counted from an event that words name: "de dag na de verkiezingen".

use super::*;

impl Grammar<'_> {
    /// "de dag na de verkiezingen", "de volgende ochtend", "daags na …": days from an event told in words or just before.
    pub fn event_day(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        // "de avond tevoren", "the morning after"
        if self.has(at, Word::DayName) && at > start {
            let days = match self.word(at + 1) {
                Word::Later => 1,
                Word::Earlier => -1,
                Word::After if self.is(at + 1, any!("after")) && self.ends_phrase(at + 2) => 1,
                Word::Before if self.is(at + 1, any!("before")) && self.ends_phrase(at + 2) => -1,
                _ => return None,
            };
            return Some((Point::FromEvent { days, event: None }, at + 2));
        }
        if self.is(at, any!("dag day")) && at > start {
            let days = match self.word(at + 1) {
                Word::After => 1,
                Word::Before => -1,
                _ => return None,
            };
            let sign = if days > 0 { 1 } else { -1 };
            if let Some(read) = self.beside_dated(sign, at + 2) {
                return Some(read);
            }
            // "de dag na die van de bekendmaking"
            let of = 2 * usize::from(self.is(at + 2, any!("die that")) && self.is(at + 3, any!("van of")));
            let (event, end) = self.event_words(at + 2 + of)?;
            return Some((Point::FromEvent { days, event: Some(event) }, end));
        }
        if let Some((way, end)) = self.way(start)
            && self.has(end, Word::DayName)
            && end > start + 1
        {
            let days = match way {
                Way::Previous => -1,
                Way::Next => 1,
                _ => return None,
            };
            return Some((Point::FromEvent { days, event: None }, end + 1));
        }
        if self.has(start, Word::Daags) {
            let days = match self.word(start + 1) {
                Word::After => 1,
                Word::Before => -1,
                _ => return None,
            };
            // "daags na Koningsdag"
            if let Some((of, end)) = self.point(start + 2) {
                return Some((Point::Beside { n: days as i8, what: What::Unit(Unit::Day), of: Box::new(of) }, end));
            }
            if let Some(read) = self.beside_dated(days as i8, start + 2) {
                return Some(read);
            }
            let (event, end) = self.event_words(start + 2)?;
            return Some((Point::FromEvent { days, event: Some(event) }, end));
        }
        None
    }

    /// "erop", "tevoren", "before"
    pub fn is_beside(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Later | Word::Earlier | Word::After | Word::Before)
    }

    /// "de volgende dag", "the day before", "daags tevoren", "het jaar daarop": one unit from what was told.
    pub fn next_to_told(&self, start: usize) -> Read<Expr> {
        if !matches!(self.word(start), Word::Article | Word::Way(_) | Word::Daags) {
            return None;
        }
        let said = |unit, later, end| {
            let hang = if later { Hang::Later } else { Hang::Earlier };
            Some((Expr::Length(Amount::whole(1, unit), hang), end))
        };
        if self.has(start, Word::Daags) {
            return match self.word(start + 1) {
                Word::Later => said(Unit::Day, true, start + 2),
                Word::Earlier => said(Unit::Day, false, start + 2),
                _ => None,
            };
        }
        let at = self.article(start);
        if let Some((way @ (Way::Next | Way::Previous), end)) = self.way(start)
            && self.is(end, any!("dag day"))
            && end > start + 1
        {
            return said(Unit::Day, way == Way::Next, end + 1);
        }
        let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::HalfYear | Unit::Year), _) =
            self.word(at)
        else {
            return None;
        };
        if at == start || self.is_plural(at) || !self.is(at, any!("dag day")) && unit == Unit::Day {
            return None;
        }
        let alone = self.is(at + 1, any!("before after")) && self.ends_clause(at + 2);
        match self.word(at + 1) {
            Word::Later => said(unit, true, at + 2),
            Word::Earlier => said(unit, false, at + 2),
            Word::After if alone => said(unit, true, at + 2),
            Word::Before if alone => said(unit, false, at + 2),
            _ => None,
        }
    }

    /// "de verkiezingen van 24 november": the day beside an event that is dated right behind its words.
    pub fn beside_dated(&self, n: i8, at: usize) -> Read<Point> {
        let (_, end) = self.event_words(at)?;
        let (of, end) = self.point(end + 1).filter(|_| self.is(end, any!("van of op on")))?;
        let is_day = matches!(of, Point::Calendar { day: Some(_), .. } | Point::Weekday { .. } | Point::Holiday { .. });
        is_day.then(|| (Point::Beside { n, what: What::Unit(Unit::Day), of: Box::new(of) }, end))
    }

    /// "dezelfde periode vorig jaar", "the same quarter of 2019": what was told, in another year.
    pub fn as_told(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let same = self.is(at, any!("dezelfde hetzelfde same datzelfde diezelfde"));
        if !same
            || !(self.is(at + 1, any!("periode period"))
                || matches!(self.word(at + 1), Word::Unit(Unit::Quarter | Unit::Month | Unit::HalfYear, _)))
        {
            return None;
        }
        match self.year_after(at + 2) {
            (Year::Absent | Year::Told, _) => None,
            (year, end) => Some((Point::AsTold(year), end)),
        }
    }

    /// "datzelfde jaar", "die dag", "that same month": what was told.
    pub fn told(&self, start: usize) -> Read<Point> {
        // "diezelfde avond"
        if self.is(start, any!("diezelfde")) && self.has(start + 1, Word::DayName) {
            return Some((Point::FromTold { unit: Unit::Day, shift: 0 }, start + 2));
        }
        let at = start + 1 + usize::from(self.is(start + 1, any!("same")));
        let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year), _) = self.word(at)
        else {
            return None;
        };
        (!self.is_plural(at)).then_some((Point::FromTold { unit, shift: 0 }, at + 1))
    }

    /// "de woensdag daarna", "the following Friday": counted from what was told.
    pub fn told_weekday(&self, start: usize) -> Read<Point> {
        let told = |weekday, way, end| Some((Point::WeekdayFromTold { weekday, way }, end));
        // "op die woensdag"
        if self.has(start, Word::That) {
            let (weekday, end) = self.weekday_name(start + 1, false)?;
            return told(weekday, Way::This, end);
        }
        if let Some((way, at)) = self.way(start)
            && self.is_of_told(at - 1)
            && let Some((weekday, end)) = self.weekday_name(at, false)
        {
            return told(weekday, if way == Way::Next { Way::Coming } else { Way::Past }, end);
        }
        let at = self.article(start);
        let (weekday, end) = self.weekday_name(at, false).filter(|_| at > start)?;
        let english = self.is(end, any!("before after"))
            && self.ends_phrase(end + 1)
            && !matches!(self.word(end + 1), Word::Way(_) | Word::LastEnglish);
        match self.word(end) {
            Word::Later => told(weekday, Way::Coming, end + 1),
            Word::Earlier => told(weekday, Way::Past, end + 1),
            Word::After if english => told(weekday, Way::Coming, end + 1),
            Word::Before if english => told(weekday, Way::Past, end + 1),
            _ => None,
        }
    }

    /// "die zomer", "het najaar daarop", "the following spring": the season of what was told, or the first behind it.
    pub fn told_season(&self, start: usize) -> Read<Point> {
        let season = |at: usize| match self.word(at) {
            Word::Season(code) => Some(code),
            Word::RiskySeason(code) if self.ends_phrase(at + 1) => Some(code),
            _ => None,
        };
        if self.has(start, Word::That) {
            // "that winter coat"
            let ends = !self.is(start, any!("that")) || self.ends_phrase(start + 2);
            return season(start + 1).filter(|_| ends).map(|code| (Point::Coded { year: Year::Told, code }, start + 2));
        }
        let (at, end) = match self.way(start) {
            Some((Way::Next, at)) if self.is_of_told(at - 1) => (at, at + 1),
            None if self.has(self.article(start) + 1, Word::Later) => (self.article(start), self.article(start) + 2),
            _ => return None,
        };
        season(at).filter(|_| at > start).map(|code| (Point::Coded { year: Year::AfterTold, code }, end))
    }

    /// "die woensdag", "that Monday" points back where it opens a sentence or a preposition leads it: else it may be a pronoun ("de
    /// brief die woensdag kwam").
    pub fn points_back(&self, at: usize) -> bool {
        let day = match self.word(at + 1) {
            Word::Weekday(_) => !self.is(at, any!("dat datzelfde hetzelfde")),
            Word::Season(_) if self.is(at, any!("that")) => return true,
            Word::Season(_) | Word::RiskySeason(_) => !self.is(at + 1, any!("fall")),
            _ => return false,
        };
        let led = matches!(
            self.before(at),
            Word::On | Word::In | Word::Of | Word::After | Word::Before | Word::To | Word::Bound(_)
        );
        day && (led || self.is_sentence_start(at) || self.mark(at.wrapping_sub(1)) == ';')
    }

    /// "daaropvolgende", "preceding": next to what was told, not to now.
    pub fn is_of_told(&self, at: usize) -> bool {
        self.is(at, any!("following preceding daaropvolgende daaropvolgend voorafgaande"))
    }

    /// A determiner, up to two adjectives and the noun that names an event.
    pub fn event_words(&self, start: usize) -> Read<Span> {
        if !matches!(self.tokens.get(start).map(|token| token.kind), Some(Kind::Word(_) | Kind::Mark('\''))) {
            return None;
        }
        let determiner = self.article(start) > start
            || matches!(self.word(start), Word::Way(_) | Word::One)
            || self.is(start, any!("zijn haar hun ons onze mijn uw die dat his her their our its my your that"));
        let at = if self.article(start) > start { self.article(start) } else { start + usize::from(determiner) };
        let plain = |at: usize| {
            matches!(
                self.tokens.get(at),
                Some(Token {
                    kind: Kind::Word(
                        Word::Other
                            | Word::Relative
                            | Word::Ordinal(_)
                            | Word::Ultimate
                            | Word::LastEnglish
                            | Word::Reference
                            | Word::Counted
                    ),
                    ..
                })
            )
        };
        if !plain(at) || (!determiner && self.raw(at).len() < 5) || self.is(at, any!("waarop waarin waarvan which")) {
            return None;
        }
        // An adjective, and its noun: "het nieuwe kabinet", "the general election".
        let english = self.is(start, any!("the his her their our its my your that"));
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
}
