//! From one time of day to another: "10.00 tot 12.00 uur", "from 10pm to midnight".

use super::{clock::is_one_day, *};

/// Hour and minute.
type HourMinute = (u8, u8);

impl Grammar<'_> {
    /// "10.00 tot 12.00 uur", "9am to 5pm", "14:00-16:30".
    pub fn clocks(&self, at: usize) -> Read<Expr> {
        let (from, to, end) = self.clock_range(at, false)?;
        // "between 8am and noon today", "van 9 tot 12 uur op maandag 3 juni"
        let on = end + usize::from(self.has(end, Word::On));
        let day = self.point(on).filter(|(day, _)| {
            matches!(day, Point::Today(_) | Point::Calendar { day: Some(_), month: Some(_), .. })
                || on > end && matches!(day, Point::Weekday { .. })
        });
        let (day, end) = day.map_or((None, end), |(day, end)| (Some(day), end));
        Some((Expr::Clocks { day, from, to }, end))
    }

    /// "vrijdag 10.00-12.00 uur".
    pub fn clocks_after(&self, day: &Point, end: usize) -> Read<Expr> {
        if !is_one_day(day) {
            return None;
        }
        let comma = end + usize::from(self.mark(end) == ',');
        let led = matches!(self.word(comma), Word::Between | Word::Bound(Bound::From)) || self.is(comma, any!("van"));
        let (from, to, end) = self.clock_range(comma + usize::from(led), true)?;
        Some((Expr::Clocks { day: Some(day.clone()), from, to }, end))
    }

    /// `dated`: behind a day, where "9-11 uur" is no length.
    fn clock_range(&self, at: usize, dated: bool) -> Option<(HourMinute, HourMinute, usize)> {
        let before = self.before(at);
        let placed = dated
            || matches!(before, Word::Between | Word::At | Word::Bound(Bound::From))
            || self.is(at.wrapping_sub(1), any!("van"));
        let hour = |at: usize| match self.number(at)? {
            (hour @ 0..=24, 1..=2) => Some(((hour as u8, 0), at + 1, false)),
            _ => None,
        };
        let hour_minute = |at: usize| self.hour_minute_of_range(at).map(|(clock, end)| (clock, end, false));
        let ((mut from, end, marked), bare) = match self.clock(at).or_else(|| hour_minute(at)) {
            Some(read) => (read, false),
            None => (hour(at)?, true),
        };
        let (joint, _) = self.joint(end, before == Word::Between)?;
        if self.mark(end) == '/' || self.is_reference(at) {
            return None;
        }
        // "vrijdag tussen 9 en 12"
        let plain = || hour(joint).filter(|(_, end, _)| dated && before == Word::Between && self.ends_phrase(*end));
        let (to, end, closed) = self
            .clock(joint)
            .or_else(|| hour_minute(joint))
            .or_else(|| plain().map(|(clock, end, _)| (clock, end, true)))?;
        // "2-4 pm": both in the afternoon.
        let afternoon = self.has(end - 1, Word::AmPm) && to.0 >= 12 && !marked;
        if afternoon && from.0 < 12 && from.0 + 12 <= to.0 {
            from.0 += 12;
        }
        let colons = self.mark(at + 1) == ':' && self.mark(joint + 1) == ':';
        let told = if bare { closed && (placed || afternoon) } else { closed || marked || colons || placed };
        // "from 10pm to midnight" ends that day, "23.00 tot 7.30 uur" the next.
        let to = if to == (0, 0) && from > to { (24, 0) } else { to };
        let over_night = from.0 >= 17 && to.0 <= 11 && !bare;
        (told && (from < to || over_night)).then_some((from, to, end))
    }

    /// "10.00", with a dash behind it.
    fn hour_minute_of_range(&self, at: usize) -> Read<(u8, u8)> {
        let ((hour, 1..=2), (minute, 2)) = (self.number(at)?, self.number(at + 2)?) else { return None };
        let glued = matches!(self.mark(at + 1), ':' | '.') && self.glued(at + 1) && self.glued(at + 2);
        (glued && hour < 25 && minute < 60).then_some(((hour as u8, minute as u8), at + 3))
    }
}
