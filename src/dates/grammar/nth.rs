//! Parts of a stretch: "de eerste week van mei", "de tweede helft van 2022", "begin 2023".

use super::*;

impl Grammar<'_> {
    /// "de eerste week van mei", "the last Friday of June 2022", "de laatste dag van dit jaar".
    pub fn nth(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let (n, at) = self.ordinal(at, at > start || self.of_or_in(at + 2) > at + 2)?;
        if let Some(read) = self.stretch(n, at) {
            return Some(read);
        }
        // "de laatste werkdag van mei", "the first working day of the month"
        let at = at + usize::from(self.is(at, any!("working business")) && self.is(at + 1, any!("day")));
        let what = match self.word(at) {
            Word::Unit(Unit::Day, _) if self.is(at, any!("werkdag")) || self.is(at - 1, any!("working business")) => {
                What::Workday
            }
            Word::Unit(unit, _) if !self.is_plural(at) => What::Unit(unit),
            Word::Weekday(day) => What::Weekday(day),
            _ => return None,
        };
        let inner = self.of_or_in(at + 1);
        let (within, end) = self.this_unit(inner).filter(|_| inner > at + 1).or_else(|| self.within(inner))?;
        // "doorgaans op de tweede donderdag van de maand" is a repetition.
        if matches!(within, Point::Unit { shift: 0, .. }) && self.is_habitual(start) {
            return None;
        }
        // "laatste week mei", "derde vrijdag juni 2023"
        let of_month = matches!(within, Point::Calendar { month: Some(_), day: None, .. });
        let linked = inner > at + 1 || of_month || matches!(what, What::Unit(Unit::Quarter | Unit::HalfYear));
        let code = match (n, what) {
            (1..=4, What::Unit(Unit::Quarter)) => 32 + n as u8,
            (-1, What::Unit(Unit::Quarter)) => 36,
            (1..=2, What::Unit(Unit::HalfYear)) => 39 + n as u8,
            (1..=3, What::Unit(Unit::Month)) | (_, _) => 0,
        };
        if code > 0 {
            return self.of_year(&within).map(|year| (Point::Coded { year, code }, end));
        }
        linked.then_some((Point::Nth { n, what, within: Box::new(within) }, end))
    }

    /// "de eerste twee maanden van 2017", "the last three days of May", "de eerste weken van 2022".
    fn stretch(&self, n: i8, at: usize) -> Read<Point> {
        let vague = at + usize::from(self.has(at, Word::Vague));
        if matches!(n, 1 | -1)
            && (matches!(self.word(vague), Word::Unit(..)) && self.is_plural(vague) || self.has(vague, Word::Jaren))
        {
            let inner = self.of_or_in(vague + 1);
            let (within, end) = self.this_unit(inner).or_else(|| self.within(inner)).filter(|_| inner > vague + 1)?;
            let part = if n < 0 { Part::End } else { Part::Begin };
            return self.may_be_parted(&within, part).then(|| (Point::Part(part, Box::new(within)), end));
        }
        let (amount, end) = self.amount(at).filter(|_| matches!(n, 1 | -1))?;
        let inner = self.of_or_in(end);
        let (within, end) = self.this_unit(inner).or_else(|| self.within(inner)).filter(|_| inner > end)?;
        Some((Point::Stretch { amount, last: n < 0, within: Box::new(within) }, end))
    }

    /// "de maand", "het jaar": the one that is.
    fn this_unit(&self, at: usize) -> Read<Point> {
        let (Word::Article, Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), _)) =
            (self.word(at), self.word(at + 1))
        else {
            return None;
        };
        let plain = !self.is_plural(at + 1) && !self.is_number(at + 2) && !self.is(at + 2, any!("van of"));
        plain.then_some((Point::Unit { unit, shift: 0 }, at + 2))
    }

    /// "de week" in "in de loop van de week".
    pub fn course_of_unit(&self, start: usize) -> Read<Point> {
        let placed = start > 1 && matches!(self.word(start - 2), Word::Loop | Word::Course);
        self.this_unit(start).filter(|_| placed)
    }

    /// "het weekend" in "vóór het weekend", "in de loop van het weekend": the one that comes.
    pub fn weekend_here(&self, start: usize) -> Read<Point> {
        let placed = matches!(self.before(start), Word::Before | Word::After)
            || start > 1 && matches!(self.word(start - 2), Word::Loop | Word::Course);
        let weekend = matches!(self.word(start + 1), Word::Unit(Unit::Weekend, _)) && !self.is_plural(start + 1);
        (placed && weekend && self.ends_clause(start + 2))
            .then_some((Point::Unit { unit: Unit::Weekend, shift: 0 }, start + 2))
    }

    /// "de rest van 2020", "the remainder of the year".
    pub fn rest(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        if !self.is(at, any!("rest remainder")) || !self.is(at + 1, any!("van of")) {
            return None;
        }
        let (whole, end) = self.this_unit(at + 2).or_else(|| self.within(at + 2))?;
        let long = matches!(whole, Point::Calendar { day: None, .. } | Point::Unit { .. } | Point::Coded { .. });
        long.then(|| (Point::Rest(Box::new(whole)), end))
    }

    /// "einde jaar", "begin week": the one that is, without its article.
    fn bare_unit(&self, at: usize) -> Read<Point> {
        let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), tongue) = self.word(at) else {
            return None;
        };
        let english = tongue == Tongue::English && !self.is(at.wrapping_sub(1), any!("of")) && !self.glued(at);
        (!english && !self.is_plural(at) && self.ends_phrase(at + 1))
            .then_some((Point::Unit { unit, shift: 0 }, at + 1))
    }

    /// "year-end", "year end 2023".
    pub fn year_end(&self, start: usize) -> Read<Point> {
        let hyphen = usize::from(self.mark(start + 1) == '-');
        if !self.is(start, any!("year month quarter")) || !self.is(start + 1 + hyphen, any!("end")) {
            return None;
        }
        // "at month end"
        if let (false, Word::Unit(unit, _)) = (self.is(start, any!("year")), self.word(start)) {
            let placed = self.is(start.wrapping_sub(1), any!("at by before after until"))
                && self.ends_phrase(start + 2 + hyphen);
            let this = Box::new(Point::Unit { unit, shift: 0 });
            return placed.then_some((Point::Part(Part::Last, this), start + 2 + hyphen));
        }
        let (year, end) = self.year_after(start + 2 + hyphen);
        let year = if year == Year::Absent { Year::Shift(0) } else { year };
        let said = year != Year::Shift(0) || hyphen == 1 && self.ends_phrase(end);
        said.then(|| (Point::Part(Part::End, Box::new(calendar(year, None, None))), end))
    }

    pub fn of_year(&self, point: &Point) -> Option<Year> {
        match point {
            Point::Calendar { year, month: None, day: None, .. } => Some(*year),
            Point::Unit { unit: Unit::Year, shift } => Some(Year::Shift(*shift)),
            _ => None,
        }
    }

    /// "eerste", "3e", "third", "laatste" (-1); "last" only behind an article.
    pub fn ordinal(&self, at: usize, articled: bool) -> Read<i8> {
        match self.word(at) {
            Word::Ordinal(n) => Some((n as i8, at + 1)),
            Word::Ultimate => Some((-1, at + 1)),
            Word::LastEnglish if articled => Some((-1, at + 1)),
            _ => {
                let (value, _) = self.number(at)?;
                let suffixed = self.suffix(at + 1) && (1..=53).contains(&value);
                suffixed.then_some((value as i8, at + 2))
            }
        }
    }

    /// "de tweede helft van 2022", "first half of May", "het laatste kwart van de 18e eeuw".
    pub fn half(&self, start: usize) -> Read<Point> {
        let (n, at) = self.ordinal(self.article(start), true)?;
        let at = at + usize::from(self.mark(at) == '-' && self.glued(at) && self.glued(at + 1));
        let inner = self.of(at + 1);
        if matches!(self.word(at), Word::Quarter15 | Word::Unit(Unit::Quarter, Tongue::English)) && n <= 4 {
            let (within, end) = self.within(inner)?;
            let n = if n < 0 { 4 } else { n as u8 };
            let century =
                matches!(within, Point::Hidden { .. } | Point::Years { .. } | Point::Unit { unit: Unit::Century, .. });
            return match self.of_year(&within) {
                Some(year) => Some((Point::Coded { year, code: 32 + n }, end)),
                None => century.then(|| (Point::Slice { n, of: 4, within: Box::new(within) }, end)),
            };
        }
        if !matches!(self.word(at), Word::Helft | Word::Half) || !matches!(n, 1 | 2 | -1) {
            return None;
        }
        if let Some((Point::Unit { unit: unit @ (Unit::Year | Unit::Month | Unit::Week), shift }, end)) =
            self.this_unit(inner)
        {
            let this = Point::Unit { unit, shift };
            return Some(match unit {
                Unit::Year => (Point::Coded { year: Year::Shift(0), code: if n == 1 { 40 } else { 41 } }, end),
                _ => (Point::Slice { n: if n == 1 { 1 } else { 2 }, of: 2, within: Box::new(this) }, end),
            });
        }
        let (within, end) = self.within(inner)?;
        if let Some(year) = self.of_year(&within) {
            return Some((Point::Coded { year, code: if n == 1 { 40 } else { 41 } }, end));
        }
        Some((Point::Slice { n: if n == 1 { 1 } else { 2 }, of: 2, within: Box::new(within) }, end))
    }

    /// "begin 2023", "medio mei", "het eind van de zomer", "mid-November", "half maart".
    pub fn part(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let part = match self.word(at) {
            Word::Part(part) => part,
            Word::Half => Part::Middle,
            _ => return None,
        };
        let mut next = at + 1;
        // "ult. juni"
        next += usize::from(self.is(at, any!("ult")) && self.mark(next) == '.');
        if self.mark(next) == '-' && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        let in_it = self.is(at, any!("early late midden halverwege")) && self.is(next, any!("in"));
        let inner = if in_it { next + 1 } else { self.of(next) };
        let english_noun = self.is(at, any!("end beginning start middle"));
        if (at > start || english_noun || self.is(at, any!("slot aanvang")))
            && inner == at + 1
            && !self.has(at, Word::Half)
        {
            // "the end": nothing of time; "the early 1990s", "the late nineties" and "end-2022" are.
            if !self.is(at, any!("early late vroege mid")) {
                return None;
            }
        }
        // "het eind van de maand": of the one that is.
        let halfway = self.is(at, any!("halverwege midden"));
        let this = self.this_unit(inner).filter(|_| (inner > next || halfway) && !self.has(at, Word::Half));
        let this = this.or_else(|| self.bare_unit(inner).filter(|_| at == start));
        if let Some((unit, end)) = this {
            return Some((Point::Part(part, Box::new(unit)), end));
        }
        let (within, end) = self.within(inner)?;
        if self.has(at, Word::Half) && !matches!(within, Point::Calendar { month: Some(_), day: None, .. }) {
            return None;
        }
        self.may_be_parted(&within, part).then(|| (Point::Part(part, Box::new(within)), end))
    }

    /// A stretch, not a day.
    fn may_be_parted(&self, whole: &Point, part: Part) -> bool {
        match whole {
            Point::Calendar { day, .. } => day.is_none() || matches!(part, Part::First | Part::Last),
            Point::Weekday { .. }
            | Point::Today(_)
            | Point::DayOfMonth { .. }
            | Point::Part(..)
            | Point::FromEvent { .. }
            | Point::Count { .. } => false,
            Point::Nth { what, .. } | Point::Beside { what, .. } => !matches!(what, What::Weekday(_) | What::Workday),
            _ => true,
        }
    }
}
