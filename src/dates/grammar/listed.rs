//! Days of a list, whose month or year comes with the last: "op 3, 4 en 5 juni".

use super::{
    range::{MOVED, needs_year, with_year, year_of},
    *,
};

impl Grammar<'_> {
    /// "3" in "op 3, 4 en 5 juni": a day whose month comes behind the next.
    pub fn listed(&self, start: usize, bare: &Read<Point>) -> Read<Expr> {
        if let Some(read) = self.moved_day(start) {
            return Some(read);
        }
        // "June 3, 4 and 5, 2024": "4" and "5"
        if let Some(read) = self.day_behind_month(start) {
            return Some(read);
        }
        // "in juni of juli 2023", "het voorjaar en de zomer van 2022", "eind mei en begin juni 2023"
        let named = matches!(
            self.word(start),
            Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_) | Word::Season(_) | Word::RiskySeason(_)
        );
        let alone = match bare {
            None if named => longest([self.month(start, false), self.season_alone(start)]),
            Some((point, _)) if needs_year(point) => bare.clone(),
            _ => None,
        };
        if let Some((point, end)) = alone
            && !matches!(point, Point::Calendar { day: Some(_), .. })
            && needs_year(&point)
            && let Some(year) = self.year_behind(&point, end)
        {
            return Some((Expr::Point(with_year(point, year), None), end));
        }
        if self.month_name(start).is_some() && bare.is_none() {
            return None;
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
            || self.is(start - 1, any!("respectievelijk respectively zowel both"))
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

    /// "8" in "verplaatst van 8 naar 15 oktober", "moved from 8 to 15 October".
    fn moved_day(&self, start: usize) -> Read<Expr> {
        let before = start.wrapping_sub(1);
        if !self.is(before, any!("van from")) {
            return None;
        }
        let ((day, _), end) = self.day_number(start)?;
        let moved = self.is(end, any!("naar"))
            || self.is(end, any!("to")) && (1..5).any(|back| self.is(before.wrapping_sub(back), MOVED));
        match self.day_month(end + 1).filter(|_| moved)? {
            (Point::Calendar { year, month: Some(month), day: Some(_), .. }, _) if fits(year, month, day) => {
                Some((Expr::Point(calendar(year, Some(month), Some(day)), None), end))
            }
            _ => None,
        }
    }

    /// The year that the last of a list of months, seasons or parts bears.
    fn year_behind(&self, first: &Point, end: usize) -> Option<Year> {
        let mut at = end;
        for _ in 0..8 {
            let slash = matches!(self.mark(at), '/').then_some(at + 1);
            let next = slash.or_else(|| self.link(at))?;
            let (point, end) = longest([self.point(next), self.month(next, false), self.season_alone(next)])?;
            if std::mem::discriminant(first) != std::mem::discriminant(&point)
                || matches!(point, Point::Calendar { month: None, .. } | Point::Calendar { day: Some(_), .. })
            {
                return None;
            }
            if let Some(year) = year_of(&point) {
                return Some(year);
            }
            if !needs_year(&point) {
                return None;
            }
            at = end;
        }
        None
    }

    /// "4" in "June 3 and 4, 2024": a day whose month stands before the first of the list.
    fn day_behind_month(&self, start: usize) -> Read<Expr> {
        let ((day, _), end) = self.day_number(start).filter(|_| self.is_number(start))?;
        let joins = |at: usize| matches!(self.word(at), Word::And | Word::Or) || self.mark(at) == ',';
        if !self.ends_phrase(end) || self.month_name(end).is_some() {
            return None;
        }
        let mut at = start.checked_sub(1)?;
        for _ in 0..8 {
            if !joins(at) {
                return None;
            }
            at = at.checked_sub(1 + usize::from(joins(at.wrapping_sub(1))))?;
            // The day before it: "3", "3rd".
            at = at.checked_sub(usize::from(self.has(at, Word::Suffix)))?;
            self.number(at).filter(|(day, digits)| *digits <= 2 && (1..=31).contains(day))?;
            at = at.checked_sub(1)?;
            if let Word::Month(month) | Word::MonthShort(month) | Word::RiskyMonth(month) = self.word(at) {
                let comma = end + usize::from(self.mark(end) == ',');
                let year = self.year(comma).map_or(Year::Absent, |(year, _)| Year::Known(year));
                let (year, end) = if year == Year::Absent { (year, end) } else { (year, comma + 1) };
                return (self.capital(at) && fits(year, month, day))
                    .then_some((Expr::Point(calendar(year, Some(month), Some(day)), None), end));
            }
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
    pub fn link(&self, at: usize) -> Option<usize> {
        let comma = at + usize::from(self.mark(at) == ',');
        if self.has(comma, Word::And) && self.mark(comma + 1) == '/' {
            return Some(comma + 3);
        }
        if self.has(comma, Word::And) || self.is(comma, any!("of or respectievelijk als")) {
            return Some(comma + 1);
        }
        if self.mark(at) == '&' {
            return Some(at + 1);
        }
        if self.is(comma, any!("resp")) {
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
