//! Times as machines write them: "T09:30:15Z".

use super::*;

impl Grammar<'_> {
    /// "T09:30:15Z" behind a day, " 09:30:15": with its seconds and zone.
    pub fn stamp_after(&self, day: Point, end: usize) -> Read<Expr> {
        let at = end + usize::from(self.is(end, any!("T")) && self.glued(end));
        if at == end && self.glued(end) || !matches!(day, Point::Calendar { year: Year::Known(_), day: Some(_), .. }) {
            return None;
        }
        let (clock, after) = self.hour_minute(at)?;
        let second = self.number(at + 4).filter(|(n, digits)| after > at + 3 && *digits == 2 && *n < 60);
        // "Wed, 31 Aug 2022 16:52:07 +0200"
        let spaced = matches!(self.mark(after), '+' | '-')
            && self.glued(after + 1)
            && matches!(self.number(after + 1), Some((_, 4)))
            && second.is_some();
        let end = if spaced { after + 2 } else { self.zone(after) };
        let zone = match (self.number(after + 1), self.number(after + 3)) {
            _ if end == after => None,
            (None, _) => Some(0),
            (Some((hours @ 0..=14, 2)), Some((minutes @ 0..=59, 2))) if end == after + 4 => Some(hours * 60 + minutes),
            (Some((both @ 0..=1459, 4)), _) => Some(both / 100 * 60 + both % 100),
            (Some((hours @ 0..=14, 2)), _) => Some(hours * 60),
            _ => None,
        };
        let west = self.mark(after) == '-';
        let zone = zone.map(|zone| if west { -(zone as i16) } else { zone as i16 });
        let stamp = Stamp { clock, second: second.map(|(n, _)| n as u8), zone };
        (stamp.second.is_some() || zone.is_some()).then_some((Expr::Stamp(day, stamp), end))
    }

    /// Past the zone of an ISO time: "Z", "+02:00".
    pub fn zone(&self, at: usize) -> usize {
        if self.is(at, any!("Z")) && self.glued(at) {
            return at + 1;
        }
        let offset =
            matches!(self.mark(at), '+' | '-') && self.glued(at) && matches!(self.number(at + 1), Some((_, 2 | 4)));
        match (offset, self.mark(at + 2)) {
            (true, ':') => at + 4,
            (true, _) => at + 2,
            _ => at,
        }
    }
}
