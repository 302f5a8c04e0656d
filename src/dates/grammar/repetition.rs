//! Repetitions: "elke maandag", "twee keer per jaar".

use super::*;

impl Grammar<'_> {
    /// A repetition with the time of year that it falls in: "elk jaar in augustus".
    pub fn repetition(&self, start: usize) -> Read<Expr> {
        let (set, end) = self.plain_repetition(start)?;
        let Expr::Set(Amount { halves, unit, and: None }) = set else { return Some((set, end)) };
        // "om de week op vrijdag", "wekelijks op dinsdag en donderdag", "dagelijks om 9.15 uur"
        if unit == Unit::Week
            && self.is(end, any!("op on"))
            && matches!(self.word(end + 1), Word::Weekday(_) | Word::WeekdayPart(_))
        {
            let more =
                self.has(end + 2, Word::And) && matches!(self.word(end + 3), Word::Weekday(_) | Word::WeekdayPart(_));
            return Some((set, end + if more { 4 } else { 2 }));
        }
        if matches!(self.word(start), Word::Set(1, Unit::Day))
            && self.is(end, any!("om at"))
            && let Some((_, end, true)) = self.clock(end + 1)
        {
            return Some((set, end));
        }
        let yearly = halves == 2 && unit == Unit::Year;
        if yearly && self.is(end, any!("in op on")) {
            let at = self.article(end + 1);
            let named = longest([self.point(end + 1), self.month(at, false), self.season_alone(at)]);
            if let Some((
                Point::Calendar { year: Year::Absent, month: Some(_), .. }
                | Point::Coded { year: Year::Absent, .. }
                | Point::Nth { .. }
                | Point::Part(..),
                after,
            )) = named
            {
                return Some((set, after));
            }
        }
        Some((set, end))
    }

    /// "elke maandag", "om de twee weken", "twee keer per jaar", "dagelijks", "every other week", "on Mondays".
    fn plain_repetition(&self, start: usize) -> Read<Expr> {
        let set = |amount| Expr::Set(amount);
        if let Word::Set(n, unit) = self.word(start) {
            // The daily board and daily life are no repetition.
            let idiom = self.is(
                start + 1,
                any!(
                    "bestuur besturen beleid beheer werking leven leiding praktijk werkelijkheid life \
                     gang report reports taal general accounts leave"
                ),
            ) || self.is(start + 1, any!("verslag")) && self.has(start.wrapping_sub(1), Word::Article);
            // "the annual meeting" names one of a kind; "de jaarlijkse kosten" are a rate.
            let rate = any!(
                "algemene kost kosten kostprijs uitgaven uitgavenbegroting budget begroting besparing omzet productie stijging \
                 groei toename daling inkomen inkomsten opbrengst opbrengsten huur vakantie totale gemiddelde"
            );
            let kind = self.is(start, any!("annual")) && !self.ends_phrase(start + 1)
                || self.is(start, any!("jaarlijkse")) && self.is(start + 1, rate);
            return (!idiom && !kind).then_some((set(Amount::whole(u32::from(n), unit)), start + 1));
        }
        // "on alternate days", "alternate Fridays"
        if self.is(start, any!("alternate")) {
            return match self.word(start + 1) {
                Word::Weekdays(_) => Some((set(Amount::whole(2, Unit::Week)), start + 2)),
                Word::Unit(unit, _) if self.is_plural(start + 1) => Some((set(Amount::whole(2, unit)), start + 2)),
                _ => None,
            };
        }
        if let Some((unit, end)) = self.repeated(start) {
            return Some((set(Amount::whole(1, unit)), end));
        }
        // "2-wekelijks"
        if let (Some((n @ 2..=12, 1..=2)), '-', Word::Set(1, unit)) =
            (self.number(start), self.mark(start + 1), self.word(start + 2))
        {
            return (self.glued(start + 1) && self.glued(start + 2))
                .then_some((set(Amount::whole(n, unit)), start + 3));
        }
        // "maandags", "'s maandags"
        let named = start + 2 * usize::from(self.mark(start) == '\'' && self.is(start + 1, any!("s")));
        if let Word::Weekdays(_) = self.word(named) {
            let joined = matches!(self.word(named + 1), Word::And | Word::Or)
                && matches!(self.word(named + 2), Word::Weekdays(_));
            return Some((set(Amount::whole(1, Unit::Week)), named + if joined { 3 } else { 1 }));
        }
        if self.has(start, Word::Per) {
            return self.per_unit(start);
        }
        // "bi-weekly"
        if let (true, Word::Set(1, unit)) = (self.has(start, Word::Bi), self.word(start + 2)) {
            return (self.mark(start + 1) == '-').then_some((set(Amount::whole(2, unit)), start + 3));
        }
        // "half-yearly"
        if let (Word::Half, '-', Word::Set(1, Unit::Year)) =
            (self.word(start), self.mark(start + 1), self.word(start + 2))
        {
            return Some((set(Amount::whole(6, Unit::Month)), start + 3));
        }
        if self.has(start, Word::Every) {
            return self.every(start + 1);
        }
        if let Some(read) = self.nth_of_every(start) {
            return Some(read);
        }
        if self.is(start, any!("om")) && self.is(start + 1, any!("de het")) {
            let (n, at) = match self.amount(start + 2) {
                Some((amount, end)) => (amount, end),
                // "om de andere dag"
                None if self.has(start + 2, Word::Alternate) => match self.word(start + 3) {
                    Word::Unit(unit, _) if !self.is_plural(start + 3) => (Amount::whole(2, unit), start + 4),
                    _ => return None,
                },
                None => match self.word(start + 2) {
                    // "om het uur" is each, "om de dag" every other.
                    Word::Unit(unit, _) if !self.is_plural(start + 2) => {
                        (Amount::whole(if unit < Unit::Day { 1 } else { 2 }, unit), start + 3)
                    }
                    _ => return None,
                },
            };
            return Some((set(n), at));
        }
        self.times(start)
    }

    /// "Frequentie: per kwartaal", "per kwartaal een factuur": a rate ("50 euro per maand", "opgesplitst per jaar") is none.
    fn per_unit(&self, start: usize) -> Read<Expr> {
        let (amount, end) = match self.word(start + 1) {
            Word::Unit(unit, _) if !self.is_plural(start + 1) => (Amount::whole(1, unit), start + 2),
            _ => self.amount(start + 1)?,
        };
        let opens = self.is_sentence_start(start) && (start > 0 || self.tokens[start].gap == Gap::Paragraph);
        let closes = self.tokens.get(end).is_none() && self.text.len() < 64;
        let told = opens || closes || self.has(end, Word::One);
        (amount.unit >= Unit::Day && told).then_some((Expr::Set(amount), end))
    }

    /// "Zij werkt maandag, dinsdag en donderdag": of every week, where the sentence tells a habit.
    pub fn weekday_habit(&self, start: usize) -> Read<Expr> {
        const ALWAYS: &[Key] = any!(
            "werk werkt werken werkdag werkdagen kantoordagen lesdagen spreekuur openingstijden openingsdagen geopend \
             open opening work works"
        );
        const MOSTLY: &[Key] = any!("aanwezig bereikbaar beschikbaar afwezig vrij available in");
        let (mut end, mut n) = (start + 1, 1);
        while let Some(next) = self.link(end).filter(|next| matches!(self.word(*next), Word::Weekday(_))) {
            // "begint maandag of dinsdag" is one of two days.
            if self.is(next - 1, any!("of or")) {
                return None;
            }
            (end, n) = (next + 1, n + 1);
        }
        let dated = self.is_number(end)
            || matches!(self.word(end), Word::Way(_) | Word::Jl | Word::Aanstaande | Word::Ordinal(_))
            || matches!(self.before(start), Word::Way(_) | Word::LastEnglish | Word::Article | Word::Of);
        let goes_back = |at: &usize| !matches!(self.mark(*at), '.' | ';' | '?' | ',');
        // "Volgende week werk ik maandag en dinsdag": of that week.
        let of_now = (start.saturating_sub(8)..start).rev().take_while(goes_back).any(|at| {
            matches!(self.word(at), Word::Way(_) | Word::LastEnglish | Word::Day(_) | Word::DayPart(_) | Word::Morgen)
        });
        if n < 2 || dated || of_now {
            return None;
        }
        let near = |words| (start.saturating_sub(6)..start).rev().take_while(goes_back).any(|at| self.is(at, words));
        let habit = near(ALWAYS) || n > 2 && near(MOSTLY) || self.has(start.wrapping_sub(1), Word::On) && near(MOSTLY);
        habit.then_some((Expr::Set(Amount::whole(1, Unit::Week)), end))
    }

    /// "jaar na jaar", "year after year", "dag in, dag uit".
    pub fn repeated(&self, start: usize) -> Read<Unit> {
        let Word::Unit(unit, _) = self.word(start) else { return None };
        if !matches!(self.word(start + 1), Word::In | Word::After | Word::Bound(Bound::By)) {
            return None;
        }
        let within = self.is(start + 1, any!("in"));
        let next = start + 2 + usize::from(within && self.mark(start + 2) == ',');
        let joined = within && self.is(next + 1, any!("uit out")) || self.is(start + 1, any!("na after by"));
        let same = self.tokens.get(next)?.key == self.tokens[start].key;
        (joined && same && !self.is_plural(start)).then_some((unit, next + 1 + usize::from(within)))
    }

    /// "de eerste maandag van elke maand", "the last day of each quarter".
    fn nth_of_every(&self, start: usize) -> Read<Expr> {
        let (_, at) = self.ordinal(self.article(start), true)?;
        // "the 25th of each month"
        if at > start && self.is(at, any!("van of")) && self.has(at + 1, Word::Every) {
            return self.every(at + 2);
        }
        let day = matches!(self.word(at), Word::Weekday(_) | Word::Unit(Unit::Day | Unit::Week, _));
        let of = self.of_or_in(at + 1);
        // "doorgaans op de tweede donderdag van de maand"
        if let (true, Word::Article, Word::Unit(unit, _)) = (day && of > at + 1, self.word(of), self.word(of + 1))
            && !self.is_plural(of + 1)
            && self.is_habitual(start)
        {
            return Some((Expr::Set(Amount::whole(1, unit)), of + 2));
        }
        (day && of > at + 1 && self.has(of, Word::Every)).then(|| self.every(of + 1))?
    }

    /// "doorgaans", "usually" stands before it.
    pub fn is_habitual(&self, start: usize) -> bool {
        let habit = any!("doorgaans meestal gewoonlijk normaliter altijd steeds usually normally generally always");
        (start.saturating_sub(4)..start).any(|at| self.is(at, habit))
    }

    pub fn every(&self, at: usize) -> Read<Expr> {
        let whole = |n: u32, unit, end| Some((Expr::Set(Amount::whole(n, unit)), end));
        if let Some((amount, end)) = self.amount(at) {
            return Some((Expr::Set(amount), end));
        }
        let (n, next) = match self.word(at) {
            // "iedere eerste en derde woensdag van de maand"
            Word::Ordinal(n)
                if self.has(at + 1, Word::And)
                    && matches!((self.word(at + 2), self.word(at + 3)), (Word::Ordinal(_), Word::Weekday(_))) =>
            {
                (u32::from(n), at + 3)
            }
            Word::Ordinal(n) => (u32::from(n), at + 1),
            _ if self.is_number(at) && self.suffix(at + 1) => (self.number(at).map_or(1, |(n, _)| n.min(99)), at + 2),
            Word::Alternate => (2, at + 1),
            Word::Ultimate | Word::LastEnglish => (1, at + 1),
            _ => (1, at),
        };
        // "elke laatste dag van de maand"
        if let (true, true, Word::Article, Word::Unit(unit, _)) =
            (next > at, self.is(next + 1, any!("van of")), self.word(next + 2), self.word(next + 3))
            && matches!(self.word(next), Word::Unit(..))
        {
            return whole(1, unit, next + 4);
        }
        match self.word(next) {
            // "elke week op maandag"
            Word::Unit(Unit::Week, _)
                if at == next
                    && !self.is_plural(next)
                    && self.has(next + 1, Word::On)
                    && matches!(self.word(next + 2), Word::Weekday(_)) =>
            {
                whole(n, Unit::Week, next + 3)
            }
            _ if self.is(next, any!("weekday")) => whole(1, Unit::Day, next + 1),
            // A weekend comes every week.
            Word::Unit(unit, _) if self.is(at - 1, any!("alle")) == self.is_plural(next) => {
                whole(n, if unit == Unit::Weekend { Unit::Week } else { unit }, next + 1)
            }
            Word::Weekday(_) | Word::WeekdayPart(_) | Word::WeekdayShort(_) if n == 1 && at == next => {
                // "elke dinsdag en donderdag"
                let mut end = next + 1;
                while (matches!(self.word(end), Word::And | Word::Or)
                    || self.mark(end) == ','
                    || self.is(end, any!("of")))
                    && matches!(self.word(end + 1), Word::Weekday(_) | Word::WeekdayPart(_))
                {
                    end += 2;
                }
                end += usize::from(self.has(end, Word::DayName));
                whole(1, Unit::Week, end)
            }
            // "elke eerste maandag van de maand"
            Word::Weekday(_) => {
                // "iedere laatste vrijdag v/d maand"
                let short = if self.mark(next + 2) == '/' {
                    self.is(next + 1, any!("v")) && self.is(next + 3, any!("d")) && self.is(next + 4, any!("maand"))
                } else {
                    self.raw(next + 1) == "v" && self.is(next + 3, any!("d")) && self.is(next + 5, any!("maand"))
                };
                if self.is(next + 1, any!("vd")) && self.is(next + 2, any!("maand")) {
                    return whole(1, Unit::Month, next + 3);
                }
                if short {
                    return whole(1, Unit::Month, next + if self.mark(next + 2) == '/' { 5 } else { 6 });
                }
                let of = self.is(next + 1, any!("van of in")) && self.has(next + 2, Word::Article);
                match (self.word(next + 3), self.word(next + 2)) {
                    (Word::Unit(unit, _), _) if of => whole(1, unit, next + 4),
                    (_, Word::Month(_)) if self.is(next + 1, any!("van of in")) => whole(1, Unit::Year, next + 3),
                    // "iedere derde woensdag" is of the month.
                    _ if n > 2 && !self.is(at - 1, any!("every each")) => whole(1, Unit::Month, next + 1),
                    _ => whole(n, Unit::Week, next + 1),
                }
            }
            Word::Month(_) | Word::Season(_) | Word::RiskySeason(_) => whole(1, Unit::Year, next + 1),
            Word::RiskyMonth(_) if self.capital(next) => whole(1, Unit::Year, next + 1),
            Word::DayName => whole(1, Unit::Day, next + 1),
            // "elke 15e van de maand"
            _ => {
                let ((_, ordinal), end) = self.day_number(next)?;
                let of_month = self.is(end, any!("van of"))
                    && self.has(end + 1, Word::Article)
                    && self.is(end + 2, any!("maand month"));
                if ordinal && of_month { whole(1, Unit::Month, end + 3) } else { None }
            }
        }
    }

    /// "twee keer per jaar", "eens per maand", "once a week", "eens in de vier jaar".
    pub fn times(&self, start: usize) -> Read<Expr> {
        let (n, at) = self.how_often(start)?;
        let (set, end) = self.period(at)?;
        Some((Expr::Set(divided(set, n)), end))
    }

    /// "eenmaal", "twice", "drie keer".
    fn how_often(&self, start: usize) -> Read<u32> {
        if self.has(start, Word::Once) {
            const NAMES: [&[Key]; 5] = [
                any!("once eens eenmaal"),
                any!("twice tweemaal"),
                any!("thrice driemaal"),
                any!("viermaal"),
                any!("vijfmaal"),
            ];
            let n = NAMES.iter().position(|names| self.is(start, names)).unwrap_or(0);
            return Some((n as u32 + 1, start + 1));
        }
        let n = match (self.number(start), self.word(start)) {
            (Some((n, _)), _) => n,
            (_, Word::Number(n)) => u32::from(n),
            (_, Word::One) => 1,
            _ => return None,
        };
        // "drie dagen per week"
        let parts = self
            .is(start + 1, any!("dagen days ochtenden middagen avonden nachten mornings afternoons evenings nights"))
            && (self.has(start + 2, Word::Per) || self.is(start + 2, any!("a each")))
            && matches!(self.word(start + 3), Word::Unit(Unit::Week | Unit::Month | Unit::Year, _));
        (parts || self.has(start + 1, Word::Times)).then_some((n, start + 2))
    }

    /// "per jaar", "a week", "in de vier jaar": within which something comes so many times.
    fn period(&self, at: usize) -> Read<Amount> {
        let unit = |at: usize| match self.word(at) {
            Word::Unit(unit, _) if !self.is_plural(at) => Some(Amount::whole(1, unit)),
            _ => None,
        };
        if self.has(at, Word::Every) {
            return match self.every(at + 1)? {
                (Expr::Set(amount), end) => Some((amount, end)),
                _ => None,
            };
        }
        if self.has(at, Word::Per) && self.is(at + 1, any!("annum")) {
            return Some((Amount::whole(1, Unit::Year), at + 2));
        }
        if self.has(at, Word::Per) || self.is(at, any!("a an each")) {
            return unit(at + 1).map(|amount| (amount, at + 2)).or_else(|| self.amount(at + 1));
        }
        // "twice daily", "tweemaal 's jaars"
        if let Word::Set(1, unit) = self.word(at) {
            return Some((Amount::whole(1, unit), at + 1));
        }
        if self.mark(at) == '\'' && self.is(at + 1, any!("s")) && self.is(at + 2, any!("jaars")) {
            return Some((Amount::whole(1, Unit::Year), at + 3));
        }
        if self.has(at, Word::Daags) {
            return Some((Amount::whole(1, Unit::Day), at + 1));
        }
        if self.is(at, any!("in")) && self.is(at + 1, any!("de het")) {
            if let Some(amount) = unit(at + 2) {
                return Some((amount, at + 3));
            }
            return self.amount(at + 2);
        }
        None
    }
}

/// What comes `n` times in a period comes once in a part of it, where that is whole months or hours.
fn divided(period: Amount, n: u32) -> Amount {
    match (period.unit, n) {
        (Unit::Year, 2..=12) if period.halves == 2 && 12 % n == 0 => Amount::whole(12 / n, Unit::Month),
        (Unit::Day, 2..=24) if period.halves == 2 && 24 % n == 0 => Amount::whole(24 / n, Unit::Hour),
        _ => period,
    }
}
