//! Two that lie next to each other are one expression: "8 en 9 oktober", "mei en juni 2024", "1946 or 1947".

use super::{
    range::{join, year_of},
    *,
};

/// What stands between the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    And,
    Or,
    /// "eind december/begin januari", "eind mei, begin juni".
    Mark,
}

impl Grammar<'_> {
    pub fn pair(&self, start: usize, point: &Read<Point>) -> Read<Expr> {
        let mut best = longest([self.run_of_days(start), self.pair_of_nth(start)]);
        for (left, end) in [self.loose_of_pair(start), point.clone()].into_iter().flatten() {
            let Some((next, link)) = self.pair_link(end) else { continue };
            let parts = matches!(left, Point::Part(..));
            let right = if parts { self.point(next) } else { self.right(&left, next, false) };
            let Some((right, end)) = right else { continue };
            // "April and June Jones": without a year only where a month may stand alone.
            let named = matches!(left, Point::Calendar { month: Some(_), day: None, .. });
            if named && point.is_none() && year_of(&right).is_none() {
                continue;
            }
            if let Some((from, to)) = join(left, right, false)
                && let Some(expr) = pair_of(link, from, to)
            {
                best = longest([best, Some((expr, end))]);
            }
        }
        best
    }

    /// A left side that takes its month or year from the right one.
    fn loose_of_pair(&self, at: usize) -> Read<Point> {
        if let Some((month, end)) = self.month_name(at) {
            return Some((calendar(Year::Absent, Some(month), None), end));
        }
        if let (Word::Unit(Unit::Week, _), Some((number @ 1..=53, 1..=2))) = (self.word(at), self.number(at + 1)) {
            return Some((Point::Week { number: number as u8, year: Year::Absent }, at + 2));
        }
        if let Some((code, end)) = self.code(at) {
            return Some((Point::Coded { year: Year::Absent, code }, end));
        }
        let (weekday, number) = match self.word(at) {
            Word::Weekday(day) | Word::WeekdayShort(day) => (Some(day), at + 1 + usize::from(self.mark(at + 1) == '.')),
            _ => (None, at),
        };
        let ((day, _), end) = self.day_number(self.article(number))?;
        Some((Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday }, end))
    }

    /// "3, 4 en 5 juni": days that follow each other.
    fn run_of_days(&self, start: usize) -> Read<Expr> {
        let ((first, _), mut end) = self.day_number(self.article(start))?;
        let mut last = first;
        for _ in 0..8 {
            let next = self.article(self.link(end)?);
            if let Some((to @ Point::Calendar { year, month: Some(_), day: Some(day), .. }, end)) = self.day_month(next)
            {
                let from = Point::Calendar { year, month: None, day: Some(first), weekday: None };
                let (from, to) = join(from, to, false).filter(|_| day == last + 1 && last > first)?;
                return Some((Expr::Range(from, to), end));
            }
            let ((day, _), after) = self.day_number(next).filter(|((day, _), _)| *day == last + 1)?;
            (last, end) = (day, after);
        }
        None
    }

    /// "het tweede of derde kwartaal van 2025", "de zestiende en zeventiende eeuw".
    fn pair_of_nth(&self, start: usize) -> Read<Expr> {
        let (n, end) = self.ordinal(self.article(start), true).filter(|(n, _)| *n > 0)?;
        let (next, link) = self.pair_link(end)?;
        let (left, (right, end)) = self.of_the_same_kind(n, self.article(next))?;
        pair_of(link, left, right).map(|expr| (expr, end))
    }

    /// What can be the first of two stands here, and a link behind it.
    pub fn may_pair(&self, start: usize) -> bool {
        let opens = match self.tokens.get(start).map(|token| token.kind) {
            Some(Kind::Number(..) | Kind::Code(..)) => true,
            Some(Kind::Word(word)) => matches!(
                word,
                Word::Article
                    | Word::Number(_)
                    | Word::Ordinal(_)
                    | Word::Month(_)
                    | Word::MonthShort(_)
                    | Word::RiskyMonth(_)
                    | Word::Weekday(_)
                    | Word::WeekdayShort(_)
                    | Word::Part(_)
                    | Word::Season(_)
                    | Word::Unit(Unit::Week, _)
                    | Word::Jaren
            ),
            _ => false,
        };
        opens && (start + 1..start + 6).any(|at| self.links(at))
    }

    /// A mark or word that may link two.
    fn links(&self, at: usize) -> bool {
        matches!(self.mark(at), ',' | '/' | '&')
            || matches!(self.word(at), Word::And | Word::Or | Word::Of | Word::Through)
    }

    fn pair_link(&self, at: usize) -> Option<(usize, Link)> {
        // "5 à 6 oktober"
        let or = self.is(at, any!("of or")) || matches!(self.raw(at), "à" | "á");
        let link = match (self.word(at), self.mark(at)) {
            _ if or => Link::Or,
            (Word::And, _) | (_, '&') => Link::And,
            (_, '/' | ',') => Link::Mark,
            _ => return None,
        };
        Some((self.article(at + 1), link))
    }
}

/// The two as one; `None` where they lie apart, or each stands on its own.
fn pair_of(link: Link, from: Point, to: Point) -> Option<Expr> {
    let parts = matches!((&from, &to), (Point::Part(..), Point::Part(..)));
    let years = matches!(from, Point::Calendar { month: None, day: None, .. });
    match link {
        _ if !are_adjacent(&from, &to) => None,
        Link::Or => Some(Expr::Either(from, to)),
        _ if parts => Some(Expr::Either(from, to)),
        Link::And if !years => Some(Expr::Range(from, to)),
        _ => None,
    }
}

/// The second begins where the first ends.
fn are_adjacent(from: &Point, to: &Point) -> bool {
    match (from, to) {
        (
            Point::Calendar { year: a, month: None, day: None, .. },
            Point::Calendar { year: b, month: None, day: None, .. },
        ) => {
            matches!((a, b), (Year::Known(a), Year::Known(b)) if a + 1 == *b)
        }
        (Point::Calendar { month: Some(a), day: None, .. }, Point::Calendar { month: Some(b), day: None, .. }) => {
            a % 12 + 1 == *b
        }
        (
            Point::Calendar { year, month: Some(a), day: Some(day), .. },
            Point::Calendar { month: Some(b), day: Some(next), .. },
        ) => {
            let of = if let Year::Known(year) = year { *year } else { 2000 };
            let last = u32::from(*day) == day::days_in_month(of, u32::from(*a));
            a == b && day + 1 == *next || a % 12 + 1 == *b && last && *next == 1
        }
        (Point::Coded { code: a, .. }, Point::Coded { code: b, .. }) => a + 1 == *b,
        (Point::Week { number: a, .. }, Point::Week { number: b, .. }) => a + 1 == *b,
        (Point::Hidden { year: a, hidden }, Point::Hidden { year: b, .. }) => a + 10_i32.pow(u32::from(*hidden)) == *b,
        (Point::Part(a, whole), Point::Part(b, next)) => match (a, b) {
            (Part::End, Part::Begin) => are_adjacent(whole, next),
            (Part::Begin, Part::Middle) | (Part::Middle, Part::End) => whole == next,
            _ => false,
        },
        _ => false,
    }
}
