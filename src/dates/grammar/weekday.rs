//! Weekdays, and the words that say which: "afgelopen vrijdag", "vrijdag over een week".

use super::*;

impl Grammar<'_> {
    /// A weekday's name, with its dot where shortened.
    pub fn weekday_name(&self, at: usize, short: bool) -> Read<u8> {
        match self.word(at) {
            Word::Weekday(day) | Word::WeekdayPart(day) => Some((day, at + 1)),
            Word::WeekdayShort(day) if short => {
                let dot = self.mark(at + 1) == '.' && self.glued(at + 1);
                Some((day, at + 1 + usize::from(dot)))
            }
            _ => None,
        }
    }

    /// "afgelopen vrijdag", "vrijdag volgende week", "volgende week vrijdag", "vrijdag over een week", "woensdag".
    pub fn weekday(&self, start: usize) -> Read<Point> {
        if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(start) {
            let at = end + usize::from(matches!(self.word(end), Word::On));
            if let Some((weekday, end)) = self.weekday_name(at, false) {
                return Some((Point::Weekday { weekday, way: None, weeks: Some(shift) }, end));
            }
        }
        let (way, at) = match self.way(start) {
            Some((way, at)) => (Some(way), at),
            None => (None, start),
        };
        let (weekday, end) = self.weekday_name(at, false)?;
        if self.word(at) == Word::Weekday(6) && self.is(at, &["sun"]) {
            return None;
        }
        if way.is_none() {
            let of = self.of(end);
            if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(of) {
                return Some((Point::Weekday { weekday, way, weeks: Some(shift) }, end));
            }
            let from = Box::new(Point::Weekday { weekday, way: Some(Way::Coming), weeks: None });
            if let Some((amount, end)) = self.over(end) {
                return Some((Point::Count { amount, ahead: true, from: Some(from) }, end));
            }
        }
        let day = Point::Weekday { weekday, way, weeks: None };
        Some((day, end))
    }

    /// "afgelopen", "de komende", "last".
    pub fn way(&self, start: usize) -> Read<Way> {
        let at = self.article(start);
        match self.word(at) {
            Word::Way(way) => Some((way, at + 1)),
            Word::LastEnglish if at == start => Some((Way::Past, at + 1)),
            Word::Aanstaande if self.is(at, &["aanstaande"]) => Some((Way::Coming, at + 1)),
            _ => None,
        }
    }
}
