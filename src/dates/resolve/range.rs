//! Ranges: what their ends take from each other.

use super::*;

impl Scene<'_> {
    /// The end of a stretch without a year that goes on now, though a perfect tells it: "is van 10 juli tot 24 augustus gesloten
    /// gehouden", said on 20 August.
    fn running(&self, from: &Point, to: &Point) -> Option<Edtf> {
        let month = |point: &Point| match point {
            Point::Calendar { year: Year::Absent, month: Some(month), .. } => Some(*month),
            _ => None,
        };
        let now = self.reference?.last;
        let runs_on = month(from)? <= month(to)? && self.timex.side.is_none();
        let last = at(to, now.plus(-1), Some(Side::Future)).filter(|_| runs_on)?;
        let first = at(from, last.bounds().1?, Some(Side::Past))?;
        let inside = first.bounds().0? <= now && last.bounds().1? <= now.plus(31);
        let perfect = || tense::side_and_force(self.text, self.timex.span) == Some((Side::Past, tense::Force::Sure));
        (inside && perfect()).then_some(last)
    }

    pub fn range(&self, from: &Point, to: &Point) -> Option<Valued> {
        if let (Point::At(from, first), Point::At(to, last)) = (from, to) {
            let (edtf, ground) = self.range(from, to)?;
            let (start, end) = (edge(&edtf, false)?, edge(&edtf, true)?);
            let at = |date: Date, clock: &(u8, u8)| Date { clock: Some(*clock), ..date };
            return Some((Edtf::between(at(start, first), at(end, last)), ground));
        }
        // "van maandag 13 t/m zondag 19 februari, 12.00 uur"
        if let Point::At(to, clock) = to {
            let (edtf, ground) = self.range(from, to)?;
            let end = Date { clock: Some(*clock), ..edge(&edtf, true)? };
            return Some((Edtf::between(edge(&edtf, false)?, end), ground));
        }
        if let Point::Eve(to) = to {
            let (edtf, ground) = self.range(from, to)?;
            return Some((Edtf::between(edge(&edtf, false)?, bounded::next_to(edge(&edtf, true)?, -1)), ground));
        }
        let running = self.running(from, to);
        let (last, ground) = running.map_or_else(|| self.point_any(to), |last| Some((last, self.counted())))?;
        let first = match (from, to) {
            // Both weekdays: the second is the first one after the first.
            (Point::Weekday { weekday: a, .. }, Point::Weekday { weekday: b, .. }) => {
                let days = (i32::from(*b) - i32::from(*a)).rem_euclid(7);
                // "donderdag en vrijdag volgende week": the week is said of both.
                let of_week = matches!(to, Point::Weekday { weeks: Some(_), .. });
                let (first, ground) = if of_week { (last, ground) } else { self.point_any(from)? };
                let day = first.bounds().0?.plus(if of_week { -days } else { 0 });
                // "The strike lasted from Monday to Wednesday", said on a Monday, is of the week before.
                let now = self.reference.map_or(day, |reference| reference.last);
                let whole = !of_week && day == now && days > 0 && self.side(from) == Some(Side::Past);
                let day = if whole { day.plus(-7) } else { day };
                return Some((Edtf::between(Date::day(day), Date::day(day.plus(days))), ground));
            }
            (Point::Calendar { year: Year::Absent, month, day, .. }, Point::Calendar { .. }) => {
                let date = last.as_date()?;
                let year = date.year;
                let of = |year: i32| match (month, day) {
                    (Some(month), Some(day)) => Day::from_ymd(year, u32::from(*month), u32::from(*day)).map(Date::day),
                    (Some(month), None) => Some(Date::month(year, *month)),
                    _ => None,
                };
                let first = of(year)
                    .filter(|first| date.hidden > 0 || first.bounds().0 <= date.bounds().1)
                    .or_else(|| of(year - 1))?;
                Edtf::Date(Date { hidden: date.hidden, year: if date.hidden > 0 { 0 } else { first.year }, ..first })
            }
            _ => self.point_any(from)?.0,
        };
        let follows = |first: &Edtf| first.bounds().0.zip(last.bounds().1).is_none_or(|(first, last)| first <= last);
        // "van maart tot half oktober": the start is the last one before its end.
        let first = match last.bounds().1 {
            Some(day) if !follows(&first) && needs_side(from) => at(from, day, Some(Side::Past))?,
            _ => first,
        };
        let (from, to) = (edge(&first, false)?, edge(&last, true)?);
        let ordered = from.bounds().0.zip(to.bounds().1).is_none_or(|(first, last)| first <= last);
        ordered.then(|| (Edtf::between(from, to), ground))
    }
}
