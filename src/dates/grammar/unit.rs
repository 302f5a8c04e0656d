//! Units counted from now: "vorige week", "vandaag".

use super::*;

impl Grammar<'_> {
    /// "vorige week", "het afgelopen jaar", "this quarter".
    pub fn unit(&self, start: usize) -> Read<Point> {
        let Some((way, mut at)) = self.way(start) else { return self.unit_beyond(start) };
        if self.has(at, Word::SchoolYear) {
            let shift = match way {
                Way::Previous | Way::Past => -1,
                Way::This => 0,
                Way::Next | Way::Coming => 1,
            };
            return Some((Point::SchoolYear(shift), at + 1));
        }
        let unit = match self.word(at) {
            Word::Unit(unit, _) => unit,
            _ if self.is(at, any!("kalenderjaar")) => Unit::Year,
            _ => return None,
        };
        if self.is_plural(at) {
            return None;
        }
        at += 1;
        if matches!((unit, way), (Unit::Decade, Way::Past | Way::Coming)) && !self.is(at - 2, any!("verleden")) {
            return None;
        }
        if matches!(unit, Unit::Day | Unit::Hour | Unit::Minute | Unit::Second | Unit::Fortnight) {
            return None;
        }
        if unit == Unit::Weekend && way == Way::Coming {
            let saturday = Point::Weekday { weekday: 5, way: Some(Way::Coming), weeks: None };
            return Some((Point::WeekOf { day: Box::new(saturday), weekend: true }, at));
        }
        if self.is_of_told(at - 2) && unit != Unit::Weekend {
            let shift = if way == Way::Next { 1 } else { -1 };
            return Some((Point::FromTold { unit, shift }, at));
        }
        let shift = match way {
            _ if self.is(at - 2, any!("eervorige eervorig")) => -2,
            Way::Previous | Way::Past => -1,
            Way::This => 0,
            Way::Next | Way::Coming => 1,
        };
        // "volgende maand de tiende"
        if unit == Unit::Month
            && self.has(at, Word::Article)
            && let Some(((day, true), end)) = self.day_number(at + 1).filter(|(_, end)| self.ends_phrase(*end))
        {
            return Some((Point::DayOfMonth { day, shift: Some(shift) }, end));
        }
        Some((Point::Unit { unit, shift }, at))
    }

    /// "this time last year", "volgend jaar om deze tijd": so far from now, to the month or the day.
    pub fn this_time(&self, start: usize) -> Read<Point> {
        let time = |at: usize| {
            let at = self.article(at);
            (self.is(at, any!("this same deze dezelfde")) && self.is(at + 1, any!("time tijd"))).then_some(at + 2)
        };
        let led = time(start);
        let (Point::Unit { unit, shift }, end) = self.unit(led.unwrap_or(start))? else { return None };
        let n = shift.unsigned_abs();
        let amount = match unit {
            _ if n == 0 => return None,
            Unit::Year => Amount::whole(12 * n, Unit::Month),
            Unit::Month | Unit::Week => Amount::whole(n, unit),
            _ => return None,
        };
        let end = match led {
            Some(_) => end,
            None => time(end + usize::from(self.is(end, any!("om rond op around"))))?,
        };
        Some((Point::Count { amount, ahead: shift > 0, from: None }, end))
    }

    /// "the week after next", "the year before last".
    fn unit_beyond(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let Word::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year), _) =
            self.word(at)
        else {
            return None;
        };
        let shift = match self.word(at + 1) {
            Word::After if self.is(at + 2, any!("next volgende")) => 2,
            Word::Before if self.is(at + 2, any!("last vorige")) => -2,
            _ => return None,
        };
        (!self.is_plural(at)).then_some((Point::Unit { unit, shift }, at + 3))
    }

    /// "vandaag over een week", "gisteren precies een jaar geleden": so far from a day that stands before it.
    fn counted_from(&self, day: Point, end: usize) -> (Point, usize) {
        // "tomorrow week"
        if self.is(end, any!("week")) && self.is(end - 1, any!("today tomorrow")) && self.ends_phrase(end + 1) {
            let amount = Amount::whole(1, Unit::Week);
            return (Point::Count { amount, ahead: true, from: Some(Box::new(day)) }, end + 1);
        }
        let at = end + usize::from(self.is(end, any!("precies exact op")));
        let ago =
            || self.amount(at).filter(|(_, end)| self.has(*end, Word::Ago)).map(|(amount, end)| (amount, end + 1));
        let read = match self.over(end) {
            Some((amount, end)) => Some((amount, true, end)),
            None if self.may_be_measured(at + 1) => ago().map(|(amount, end)| (amount, false, end)),
            None => None,
        };
        match read.filter(|(amount, ..)| amount.steps().is_some() && amount.unit > Unit::Hour) {
            Some((amount, ahead, end)) => (Point::Count { amount, ahead, from: Some(Box::new(day)) }, end),
            None => (day, end),
        }
    }

    pub fn today(&self, at: usize) -> Read<Point> {
        let day = self.article(at);
        if self.is(day, any!("day")) {
            let yesterday = self.is(day + 1, any!("before")) && self.is(day + 2, any!("yesterday"));
            let tomorrow = self.is(day + 1, any!("after")) && self.is(day + 2, any!("tomorrow"));
            if yesterday || tomorrow {
                return Some((Point::Today(if yesterday { -2 } else { 2 }), day + 3));
            }
        }
        if let Some((way, end)) = self.way(at) {
            let day = match (self.word(end), way) {
                (Word::DayName, Way::This) => Some(0),
                (Word::DayName, Way::Past | Way::Previous) if self.is(end, any!("night nacht")) => Some(-1),
                _ => None,
            };
            if let Some(day) = day {
                return Some((Point::Today(day), end + 1));
            }
        }
        match self.word(at) {
            // "vandaag de dag" is nowadays.
            Word::Day(0) if self.is(at + 1, any!("de")) && self.is(at + 2, any!("dag")) => None,
            // "de mensen van vandaag en morgen", "de dag van vandaag"
            Word::Day(0)
                if self.is(at.wrapping_sub(1), any!("van"))
                    && (self.is(at + 1, any!("en")) || self.is(at.wrapping_sub(2), any!("dag"))) =>
            {
                None
            }
            Word::Day(shift) | Word::DayPart(shift) => Some(self.counted_from(Point::Today(i32::from(shift)), at + 1)),
            Word::Morgen => {
                let morning = matches!(self.before(at), Word::Article | Word::Every | Word::Way(_) | Word::One)
                    || self.is(at.wrapping_sub(1), any!("goede goeie goeden s good"))
                    || self.is(at.wrapping_sub(1), any!("de"));
                (!morning && (!self.capital(at) || self.is_sentence_start(at)))
                    .then(|| self.counted_from(Point::Today(1), at + 1))
            }
            Word::Heden => {
                let vague = self.is(at.wrapping_sub(1), any!("op het verleden tot en dit"))
                    || self.is(at + 1, any!("en ten"))
                    || self.is(at + 2, any!("verleden toekomst"))
                    || self.is(at.wrapping_sub(2), any!("verleden"));
                // "tot op heden", "op heden, 9 maart 2021"
                let until = self.is(at.wrapping_sub(1), any!("op")) && self.has(at.wrapping_sub(2), Word::To);
                let dated = self.mark(at + 1) == ',' && self.is_number(at + 2);
                (until || dated || !vague).then_some((Point::Today(0), at + 1))
            }
            _ => None,
        }
    }
}
