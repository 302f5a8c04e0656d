//! Days of a list, whose month or year comes with the last: "op 3, 4 en 5 juni".

use super::*;

impl Grammar<'_> {
    /// "3" in "op 3, 4 en 5 juni": a day whose month comes behind the next.
    pub fn listed(&self, start: usize) -> Read<Expr> {
        // "in juni of juli 2023"
        if let Some((month, end)) = self.month_name(start) {
            let linked = matches!(self.word(end), Word::And | Word::Or) || self.is(end, &["of"]);
            return match self.month(end + 1, false).filter(|_| linked)? {
                (Point::Calendar { year: year @ Year::Known(_), day: None, .. }, _) => {
                    Some((Expr::Point(calendar(year, Some(month), None), None), end))
                }
                _ => None,
            };
        }
        // "op 29 april, 10 mei en 27 december 2013"
        if let Some((Point::Calendar { year: Year::Absent, month: Some(month), day: Some(day), weekday }, end)) =
            self.day_month(start)
        {
            let year = self.year_of_list(end)?;
            return Some((
                Expr::Point(Point::Calendar { year, month: Some(month), day: Some(day), weekday }, None),
                end,
            ));
        }
        let placed = start == 0
            || matches!(self.before(start), Word::On | Word::Of | Word::Article | Word::And)
            || self.mark(start.wrapping_sub(1)) == ',';
        let ((day, _), end) = self.day_number(start).filter(|_| placed)?;
        let mut at = end;
        for _ in 0..8 {
            let linked = matches!(self.word(at), Word::And) || self.mark(at) == ',' || self.is(at, &["of", "or"]);
            if !linked {
                return None;
            }
            let next = self.article(at + 1);
            if let Some((Point::Calendar { year, month: Some(month), day: Some(_), .. }, _)) = self.day_month(next) {
                let fits = u32::from(day) <= day::days_in_month(2000, u32::from(month));
                return fits.then_some((Expr::Point(calendar(year, Some(month), Some(day)), None), end));
            }
            at = self.day_number(next)?.1;
        }
        None
    }

    /// The year that the last of a list of days bears.
    pub fn year_of_list(&self, end: usize) -> Option<Year> {
        let mut at = end;
        for _ in 0..12 {
            let linked = self.word(at) == Word::And || self.mark(at) == ',' || self.is(at, &["of", "or"]);
            if !linked {
                return None;
            }
            let next = self.article(at + 1);
            at = match self.day_month(next) {
                Some((Point::Calendar { year: year @ Year::Known(_), .. }, _)) => return Some(year),
                Some((Point::Calendar { month: Some(_), .. }, end)) => end,
                _ => self.day_number(next)?.1,
            };
        }
        None
    }
}
