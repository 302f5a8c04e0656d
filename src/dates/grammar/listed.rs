//! Days of a list, whose month or year comes with the last: "op 3, 4 en 5 juni".

use super::*;

impl Grammar<'_> {
    /// "3" in "op 3, 4 en 5 juni": a day whose month comes behind the next.
    pub fn listed(&self, start: usize, bare: &Read<Point>) -> Read<Expr> {
        // "in juni of juli 2023"
        if let Some((month, end)) = self.month_name(start) {
            let linked = matches!(self.word(end), Word::And | Word::Or) || self.is(end, "of");
            if !linked {
                return None;
            }
            return match self.month(end + 1, false)? {
                (Point::Calendar { year: year @ Year::Known(_), day: None, .. }, _) => {
                    Some((Expr::Point(calendar(year, Some(month), None), None), end))
                }
                _ => None,
            };
        }
        // "in de zestiende en zeventiende eeuw", "eerste en tweede kwartaal 2023"
        if let Some((n, end)) = self.ordinal(self.article(start), true).filter(|(n, _)| *n > 0)
            && let Some(next) = self.link(end)
            && let Some((left, _)) = self.of_the_same_kind(n, next)
        {
            return Some((Expr::Point(left, None), end));
        }
        // "Q1 en Q2 2023"
        if let Some((code, end)) = self.code(start) {
            return match self.coded(self.link(end)?)? {
                (Point::Coded { year: year @ Year::Known(_), .. }, _) => {
                    Some((Expr::Point(Point::Coded { year, code }, None), end))
                }
                _ => None,
            };
        }
        // "op 29 april, 10 mei en 27 december 2013"
        if let Some((Point::Calendar { year: Year::Absent, month: Some(month), day: Some(day), weekday }, end)) = *bare
        {
            let year = self.year_of_list(end)?;
            return Some((
                Expr::Point(Point::Calendar { year, month: Some(month), day: Some(day), weekday }, None),
                end,
            ));
        }
        // A weekday, a decade: only a bare number waits for its month.
        if !matches!(
            self.tokens.get(start).map(|token| token.kind),
            Some(Kind::Number(..) | Kind::Word(Word::Number(_) | Word::Ordinal(_) | Word::Article))
        ) {
            return None;
        }
        let placed = start == 0
            || matches!(self.before(start), Word::On | Word::Of | Word::Article | Word::And)
            || self.is(start - 1, "respectievelijk respectively zowel both")
            || self.mark(start.wrapping_sub(1)) == ',';
        let ((day, _), end) = self.day_number(start).filter(|_| placed)?;
        let mut at = end;
        for _ in 0..8 {
            let next = self.article(self.link(at)?);
            if let Some((Point::Calendar { year, month: Some(month), day: Some(_), .. }, _)) = self.day_month(next) {
                let fits = u32::from(day) <= day::days_in_month(2000, u32::from(month));
                return fits.then_some((Expr::Point(calendar(year, Some(month), Some(day)), None), end));
            }
            at = self.day_number(next)?.1;
        }
        None
    }

    /// The `n`th of what stands at `at` with its own number, and that: "zestiende" before "zeventiende eeuw".
    pub fn of_the_same_kind(&self, n: i8, at: usize) -> Option<(Point, (Point, usize))> {
        if let Some((right @ Point::Hidden { year, hidden: 2 }, end)) = self.century(at) {
            let first = (i32::from(n) - 1) * 100;
            return (first < year).then_some((Point::Hidden { year: first, hidden: 2 }, (right, end)));
        }
        let (right @ Point::Coded { year, code }, end) = self.coded(at)? else { return None };
        let base = match code {
            33..=36 => 32,
            37..=39 => 36,
            40..=41 => 39,
            _ => return None,
        };
        let left = Point::Coded { year, code: base + n as u8 };
        (base + (n as u8) < code).then_some((left, (right, end)))
    }

    /// The place past what links two of a list: a comma, "en", "of", "en/of", "resp.".
    fn link(&self, at: usize) -> Option<usize> {
        let comma = at + usize::from(self.mark(at) == ',');
        if self.word(comma) == Word::And && self.mark(comma + 1) == '/' {
            return Some(comma + 3);
        }
        if self.word(comma) == Word::And || self.is(comma, "of or respectievelijk als") {
            return Some(comma + 1);
        }
        if self.mark(at) == '&' {
            return Some(at + 1);
        }
        if self.is(comma, "resp") {
            return Some(comma + 1 + usize::from(self.mark(comma + 1) == '.'));
        }
        (comma > at).then_some(comma)
    }

    /// The year that the last of a list of days bears.
    pub fn year_of_list(&self, end: usize) -> Option<Year> {
        let mut at = end;
        for _ in 0..12 {
            let next = self.article(self.link(at)?);
            at = match self.day_month(next) {
                Some((Point::Calendar { year: year @ Year::Known(_), .. }, _)) => return Some(year),
                Some((Point::Calendar { month: Some(_), .. }, end)) => end,
                _ => self.day_number(next)?.1,
            };
        }
        None
    }
}
