//! Ranges: "van 3 t/m 7 juni", "2016-2021", "tussen maart en mei 2022".

use super::*;

impl Grammar<'_> {
    /// "van 3 t/m 7 juni", "2016-2021", "tussen maart en mei 2022", "June 3-7, 2022".
    pub fn range(&self, start: usize, point: &Read<Point>) -> Read<Expr> {
        let between = self.has(start.wrapping_sub(1), Word::Between);
        let opened = between || self.is(start.wrapping_sub(1), any!("van from vanaf"));
        let lefts = [self.loose(start, opened), point.clone()];
        // "slipped from Q4 2023 to Q2 2024": moved, not lasting.
        if opened && (2..5).any(|back| self.is(start.wrapping_sub(back), MOVED)) {
            return None;
        }
        let mut best = self.short_years(start);
        // "van 2020 tot heden"
        for (left, end) in lefts.iter().flatten() {
            let Some((joint, _)) = self.joint(*end, between) else { continue };
            let joint = self.article(joint);
            if (self.is(joint, any!("heden nu now present vandaag today"))
                || self.is(joint, any!("date")) && self.is(joint - 1, any!("to")))
                && !matches!(left, Point::Today(_))
            {
                let Point::Calendar { year: Year::Known(_), .. } = left else { continue };
                return Some((Expr::UpToNow(left.clone()), joint + 1));
            }
            // "(2004 -)"
            if matches!(self.mark(*end), '-' | '–')
                && self.mark(*end + 1) == ')'
                && self.mark(start.wrapping_sub(1)) == '('
            {
                return Some((Expr::Onward(left.clone()), *end));
            }
        }
        if let Some((n, end)) = self.ordinal(self.article(start), true).filter(|(n, _)| *n > 0)
            && let Some((joint, dash)) = self.joint(end, between)
            && (!dash || self.glued(joint))
            && let Some((left, (right, end))) = self.of_the_same_kind(n, joint)
        {
            best = join(left, right, false).map(|(from, to)| (Expr::Range(from, to), end));
        }
        // "de week van 3 tot 7 juni", "het weekend van 8 en 9 juni"
        if let (Word::Unit(unit @ (Unit::Week | Unit::Weekend), _), true) =
            (self.word(self.article(start)), self.is(self.article(start) + 1, any!("van of")))
        {
            let inner = self.article(start) + 2;
            let read =
                self.range(inner, &self.point(inner)).or_else(|| self.both(inner).filter(|_| unit == Unit::Weekend));
            best = longest([best, read]);
        }
        // "begin/medio mei", "begin tot eind mei 2022"
        if let Word::Part(part) = self.word(start)
            && let Some((joint, _)) = self.joint(start + 1, between)
            && let Some((Point::Part(last, inner), end)) = self.part(joint)
            && part != last
        {
            return Some((Expr::Range(Point::Part(part, inner.clone()), Point::Part(last, inner)), end));
        }
        for (left, end) in lefts.into_iter().flatten() {
            // "van vrijdag 18.00 uur tot maandag 6.00 uur"
            if let Some((Some(clock), end)) = self.clock_after(end, &left)
                && let Some((joint, false)) = self.joint(end, between)
                && let Some((right, end)) = self.right(&left, joint, false)
                && let Some((Some(last), end)) = self.clock_after(end, &right)
                && let Some((from, to)) = join(left.clone(), right, false)
            {
                best = longest([
                    best,
                    Some((Expr::Range(Point::At(Box::new(from), clock), Point::At(Box::new(to), last)), end)),
                ]);
            }
            let Some((joint, dash)) = self.joint(end, between) else { continue };
            // "c. 1600–c. 1620"
            let short = self.is(joint, any!("c ca")) && self.mark(joint + 1) == '.';
            let circa =
                short && self.mark(start.wrapping_sub(1)) == '.' && self.is(start.wrapping_sub(2), any!("c ca"));
            let joint = joint + 2 * usize::from(circa);
            let Some((right, end)) = self.right(&left, joint, dash) else { continue };
            if let Some((from, to)) = join(left, right, dash) {
                // "van 1 februari tot 1 september" leaves that day out.
                let day = matches!(from, Point::Calendar { day: Some(_), .. });
                let left_out = self.is(joint - 1, any!("tot")) && day && is_first_of_month(&to);
                let to = if left_out { Point::Eve(Box::new(to)) } else { to };
                // "van maandag 13 t/m zondag 19 februari, 12.00 uur"
                // "de nacht van 6 op 7 augustus, omstreeks 03.15 uur" is told of that night.
                let night = self.is(joint - 1, any!("op"));
                let to_hour = if dash || left_out || night { None } else { self.clock_after(end, &to) };
                let to_hour = to_hour.filter(|(_, end)| self.joint(*end, true).is_none());
                let (to, end) = match to_hour {
                    Some((Some(clock), end)) => (Point::At(Box::new(to), clock), end),
                    _ => (to, end),
                };
                best = longest([best, Some((Expr::Range(from, to), end))]);
            }
        }
        best
    }

    /// "seizoen 22/23"
    fn short_years(&self, start: usize) -> Read<Expr> {
        let (Some((first, 2)), Some((second, 2))) = (self.number(start), self.number(start + 2)) else { return None };
        let joined = matches!(self.mark(start + 1), '/' | '-' | '–') && self.glued(start + 1) && self.glued(start + 2);
        self.year_noun_before(start).filter(|_| joined && (first + 1) % 100 == second && !self.glued(start + 3))?;
        let year = |two| calendar(Year::Known(century_of(two)), None, None);
        Some((Expr::Range(year(first), year(second)), start + 3))
    }

    /// "8 en 9 juni", where the two make one stretch.
    fn both(&self, at: usize) -> Read<Expr> {
        let ((day, _), end) = self.day_number(at)?;
        let (right, end) = self.day_month(end + 1).filter(|_| self.has(end, Word::And))?;
        let left = Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday: None };
        join(left, right, false).map(|(from, to)| (Expr::Range(from, to), end))
    }

    /// A left side that is no date alone: a day's number, a month, a year.
    pub fn loose(&self, at: usize, opened: bool) -> Read<Point> {
        // "weken 12 en 13"
        if let (Word::Unit(Unit::Week, _), Some((number @ 1..=53, 1..=2))) = (self.word(at), self.number(at + 1)) {
            return Some((Point::Week { number: number as u8, year: Year::Absent }, at + 2));
        }
        if let Some((year, end)) = self.year(at) {
            let range = self.joint(end, opened).is_some() && !self.is_reference(at);
            return range.then_some((calendar(Year::Known(year), None, None), end));
        }
        // "3-6 t/m 7-6-2022"
        if let ((Some((day @ 1..=31, 1..=2)), Some((month @ 1..=12, 1..=2))), '-' | '/') =
            ((self.number(at), self.number(at + 2)), self.mark(at + 1))
            && self.joint(at + 3, opened).is_some_and(|(next, dash)| {
                // A score is "3-1 - 2-2".
                let apart = !dash || self.mark(at + 1) == '/' || opened;
                self.is_whole_numeric(next) || apart && self.day_and_month(next).is_some()
            })
            && self.glued(at + 1)
            && self.glued(at + 2)
        {
            return Some((calendar(Year::Absent, Some(month as u8), Some(day as u8)), at + 3));
        }
        // "30.8.-4.9.2020"
        if let (Some((day @ 1..=31, 1..=2)), Some((month @ 1..=12, 1..=2)), '.', '.') =
            (self.number(at), self.number(at + 2), self.mark(at + 1), self.mark(at + 3))
            && self.joint(at + 4, opened).is_some_and(|(next, _)| self.is_whole_numeric(next))
            && (at + 1..at + 4).all(|at| self.glued(at))
        {
            return Some((calendar(Year::Absent, Some(month as u8), Some(day as u8)), at + 4));
        }
        let (weekday, number) = match self.word(at) {
            Word::Weekday(day) | Word::WeekdayShort(day) => (Some(day), at + 1 + usize::from(self.mark(at + 1) == '.')),
            _ => (None, at),
        };
        // "nummer 4 – 24 maart 2023": the number of an issue, and its day.
        if weekday.is_none() && (self.is_reference(at) || self.is(at.wrapping_sub(1), any!("editie aflevering issue")))
        {
            return None;
        }
        // "het mandaat van de eerste tot 31 mei" is of the first one.
        let spelled = matches!(self.word(self.article(number)), Word::Ordinal(_));
        if let Some(((day, _), end)) =
            self.day_number(self.article(number)).filter(|(_, end)| !spelled || !self.is_digits_behind(*end))
        {
            return Some((Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday }, end));
        }
        if let Some(day) = weekday {
            // "Dat was zo tot 1 april": short ones only stand with their like.
            let like = |(next, _)| matches!(self.word(next), Word::Weekday(_) | Word::WeekdayShort(_));
            if matches!(self.word(at), Word::WeekdayShort(_)) && !self.joint(number, opened).is_some_and(like) {
                return None;
            }
            return Some((Point::Weekday { weekday: day, way: None, weeks: None }, number));
        }
        // "Q1 t/m Q3 2022", "eerste t/m derde kwartaal 2022"
        if let Some((code, end)) = self.code(at) {
            return Some((Point::Coded { year: Year::Absent, code }, end));
        }
        longest([self.month(at, false), self.season_alone(at)])
    }

    fn is_digits_behind(&self, end: usize) -> bool {
        self.joint(end, false).is_some_and(|(next, _)| self.is_number(next))
    }

    /// The word or mark that joins two ends: its end, and whether it is a mere dash.
    pub fn joint(&self, at: usize, between: bool) -> Option<(usize, bool)> {
        // "March 3, 2009, through and including June 1, 2009"
        let at = at + usize::from(self.mark(at) == ',' && self.is(at + 1, any!("through")));
        match self.word(at) {
            Word::Through if self.has(at + 1, Word::And) && self.is(at + 2, any!("including")) => {
                return Some((at + 3, false));
            }
            Word::Through => return Some((at + 1, false)),
            Word::To if self.has(at + 1, Word::And) && self.is(at + 2, any!("met")) => return Some((at + 3, false)),
            Word::To | Word::Bound(Bound::Until) => return Some((at + 1, false)),
            // "in de nacht van 10 en 11 februari"
            Word::And if self.is(at.wrapping_sub(3), any!("nacht night")) => return Some((at + 1, false)),
            Word::And
                if between
                    || self.is(at.wrapping_sub(2), any!("week weken weeks")) && !self.is(at + 1, any!("week")) =>
            {
                return Some((at + 1, false));
            }
            // "in de nacht van 15 op 16 maart", "van zaterdag 3 op zondag 4 juni"
            Word::On
                if self.is(at, any!("op"))
                    && (self.is(at.wrapping_sub(2), any!("van"))
                        || (at.saturating_sub(5)..at).any(|at| self.is(at, any!("nacht nachts")))) =>
            {
                return Some((at + 1, false));
            }
            _ => {}
        }
        if self.is(at, any!("up")) && self.has(at + 1, Word::To) {
            let including = self.is(at + 2, any!("and")) && self.is(at + 3, any!("including"));
            return Some((at + if including { 4 } else { 2 }, false));
        }
        matches!(self.mark(at), '-' | '–' | '/').then_some((at + 1, true))
    }

    pub fn right(&self, left: &Point, at: usize, dash: bool) -> Read<Point> {
        let slash = self.mark(at - 1) == '/';
        if let Point::Calendar { year: Year::Known(first), month: None, day: None, .. } = left {
            // 2016-2021, 2021-22
            let (value, digits) =
                self.number(at).or_else(|| if self.mark(at) == '\'' { self.number(at + 1) } else { None })?;
            let quoted = self.mark(at) == '\'';
            let end = at + 1 + usize::from(quoted);
            let second = match digits {
                4 => value as i32,
                2 if quoted && !dash => century_of(value),
                2 if dash && self.glued(at) => first - first.rem_euclid(100) + value as i32,
                _ => return None,
            };
            let dashed = self.mark(at - 1) == '–' || value > 12;
            let slash =
                slash && !self.is_all(at - 2, end) && !self.is(at.wrapping_sub(3), any!("jaren years periode period"));
            let school = digits == 4 || quoted || second == first + 1 || (dashed && second > *first && !slash);
            let tied = self.glued(end)
                && !matches!(
                    self.tokens[end].kind,
                    Kind::Mark(')' | ',' | '.' | ';' | ':' | '?' | '!' | '"' | '”' | '\'' | '*')
                );
            let ordered = second > *first && second < 2200 && second - first < 400;
            return (school
                && ordered
                && !tied
                && (!slash || second == first + 1)
                && !self.is_money(end)
                && (!dash || !self.counts(end)))
            .then_some((calendar(Year::Known(second), None, None), end));
        }
        let months = matches!(left, Point::Calendar { month: Some(_), day: None, .. }) && self.month_name(at).is_some();
        let codes = matches!(left, Point::Coded { .. }) && self.code(at).is_some();
        // "15/16 november": one day and the next
        let next_day = match left {
            Point::Calendar { month: None, day: Some(day), .. } => {
                matches!(self.day_month(at), Some((Point::Calendar { day: Some(next), .. }, _)) if next == day + 1)
            }
            Point::Calendar { month: Some(_), day: Some(_), .. } => self.day_and_month(at).is_some() && !self.glued(at),
            Point::Week { number, .. } => {
                self.number(at).is_some_and(|(next, _)| next == u32::from(*number) + 1 || next == 1 && *number > 51)
            }
            _ => false,
        };
        if slash && !months && !codes && !next_day && !self.is_whole_numeric(at) {
            return None;
        }
        if let Point::Week { .. } = left {
            let bare = self.number(at).filter(|(value, digits)| *digits < 3 && (1..=53).contains(value));
            let weeks = |at: usize| {
                !self.counts(at) && !matches!(self.word(at), Word::Unit(..) | Word::Counted) && !self.glued(at)
            };
            if let Some((number, _)) = bare.filter(|_| self.ends_phrase(at + 1) || weeks(at + 1)) {
                let (year, end) = self.year_after(at + 1);
                return Some((Point::Week { number: number as u8, year }, end));
            }
        }
        let article = self.article(at);
        // "June 3-7, 2022": a day's number behind a month that came first.
        let plain = match left {
            Point::Calendar { month: Some(_), day: Some(_), .. } => self.day_number(at).and_then(|((day, _), end)| {
                let comma = usize::from(self.mark(end) == ',');
                let (year, end) = match self.year(end + comma) {
                    Some((year, end)) => (Year::Known(year), end),
                    None => (Year::Absent, end),
                };
                self.ends_phrase(end).then_some((calendar(year, None, Some(day)), end))
            }),
            _ => None,
        };
        let month = self.month(at, false);
        let of_week = matches!(left, Point::Weekday { .. });
        let weekday = match self.word(at) {
            // "may I ask Jan to do so": Dutch ones do not follow "to", nor any a month.
            Word::WeekdayShort(_)
                if self.is(at - 1, any!("to")) && self.is(at, any!("do zo ma"))
                    || matches!(left, Point::Calendar { day: None, .. }) =>
            {
                None
            }
            Word::WeekdayShort(day) if !dash || self.glued(at) || of_week => {
                // "ma-vr volgende week"
                let (weeks, end) = match self.unit(at + 1) {
                    Some((Point::Unit { unit: Unit::Week, shift }, end)) => (Some(shift), end),
                    _ => (None, at + 1),
                };
                Some((Point::Weekday { weekday: day, way: None, weeks }, end))
            }
            _ => None,
        };
        let numeric = match left {
            Point::Calendar { month: Some(_), day: Some(_), year: Year::Absent, .. } => self.day_and_month(at),
            _ => None,
        };
        let articled = if article > at { self.point(article) } else { None };
        // "Mon-Fri 9-5" ends with its hours.
        let hours = of_week && weekday.is_some() && self.is_number(at + 1) && self.mark(at + 2) == '-';
        let point = if hours { None } else { self.point(at) };
        longest([point, month, weekday, plain, numeric, self.season_alone(at), articled])
    }
}

/// What moves from one time to another does not last from the one to the other.
pub const MOVED: &[Key] = any!(
    "slipped moves move moved moving shift shifted postpone reschedule switch switched verplaatsen verzetten verschuiven postponed pushed rescheduled brought deferred verschoven \
                     verplaatst verzet uitgesteld schuift verschuift"
);

fn is_first_of_month(point: &Point) -> bool {
    matches!(point, Point::Calendar { day: Some(1), month: Some(_), weekday: None, .. })
}

/// Fills in what the left side leaves to the right one, and the right to the left; `None` where the two make no range.
///
/// A mere dash joins less than a word does.
pub fn join(left: Point, right: Point, dash: bool) -> Option<(Point, Point)> {
    use Point::{Calendar, Coded, Part, Today, Unit, Weekday};
    let alike = std::mem::discriminant(&left) == std::mem::discriminant(&right);
    match (left, right) {
        (
            Calendar { year: y1, month: m1, day: d1, weekday: w1 },
            Calendar { year: y2, month: m2, day: d2, weekday: w2 },
        ) => {
            let (y1, m1) = match (d1, m1) {
                (Some(_), None) => (if y1 == Year::Absent { y2 } else { y1 }, Some(m2?)),
                (_, m1) => (y1, m1),
            };
            let m2 = if d2.is_some() && m2.is_none() { m1 } else { m2 };
            let finer = d1.is_some() == d2.is_some() && m1.is_some() == m2.is_some();
            let whole = d1.is_none() || d2.is_none() || m2.is_some();
            let (y1, y2) = match (y1, y2) {
                (Year::Absent, year) => (if m1 > m2 && m1.is_some() { before(year) } else { year }, year),
                (year, Year::Absent) => (year, year),
                years => years,
            };
            let backwards = match (y1, y2) {
                (Year::Known(a), Year::Known(b)) => (a, m1, d1) >= (b, m2, d2),
                // "november t/m februari" runs over New Year.
                (Year::Absent, Year::Absent) if m1 != m2 => false,
                (a, b) if a == b => (m1, d1) >= (m2, d2),
                _ => false,
            };
            (finer && whole && !backwards).then_some((
                Calendar { year: y1, month: m1, day: d1, weekday: w1 },
                Calendar { year: y2, month: m2, day: d2, weekday: w2 },
            ))
        }
        (Coded { year: y1, code: c1 }, Coded { year: y2, code: c2 }) if (y1, c1) != (y2, c2) => {
            Some((Coded { year: if y1 == Year::Absent { y2 } else { y1 }, code: c1 }, Coded { year: y2, code: c2 }))
        }
        // "tussen begin maart en eind mei 2022"
        (Part(part, inner), right) if needs_year(&inner) && year_of(&right).is_some() => {
            let inner = with_year(*inner, year_of(&right)?);
            join(Part(part, Box::new(inner)), right, dash)
        }
        (left @ Calendar { year: Year::Absent, .. }, right @ Part(..)) if year_of(&right).is_some() => {
            let left = with_year(left, year_of(&right)?);
            join(left, right, dash)
        }
        (a @ Point::Holiday { .. }, b @ Point::Holiday { .. }) => Some((a, b)),
        (a @ Weekday { .. }, b @ Weekday { .. }) => Some((a, b)),
        (a @ (Today(_) | Weekday { .. } | Calendar { .. }), b @ (Today(_) | Weekday { .. })) => Some((a, b)),
        (a @ (Part(..) | Calendar { .. }), b @ (Part(..) | Calendar { .. } | Unit { .. })) => Some((a, b)),
        (a @ Unit { .. }, b @ (Unit { .. } | Part(..) | Calendar { .. })) => Some((a, b)),
        (Point::Hidden { year, hidden }, Point::Hidden { year: b, hidden: h }) if b > year && hidden == h => {
            Some((Point::Hidden { year, hidden }, Point::Hidden { year: b, hidden: h }))
        }
        (Point::Week { number, year }, Point::Week { number: b, year: y }) => Some((
            Point::Week { number, year: if year == Year::Absent { y } else { year } },
            Point::Week { number: b, year: y },
        )),
        // What is alike was joined above or makes no range.
        (Calendar { .. } | Coded { .. } | Point::Hidden { .. } | Point::Week { .. }, _) if alike => None,
        (a, b) => (!dash).then_some((a, b)),
    }
}

pub fn needs_year(point: &Point) -> bool {
    match point {
        Point::Calendar { year: Year::Absent, .. } | Point::Coded { year: Year::Absent, .. } => true,
        Point::Part(_, inner) => needs_year(inner),
        _ => false,
    }
}

/// The year that a point names, itself or in what it is a part of.
pub fn year_of(point: &Point) -> Option<Year> {
    match point {
        Point::Calendar { year: year @ (Year::Known(_) | Year::Shift(_)), .. }
        | Point::Coded { year: year @ (Year::Known(_) | Year::Shift(_)), .. } => Some(*year),
        Point::Part(_, inner) => year_of(inner),
        _ => None,
    }
}

pub fn with_year(point: Point, year: Year) -> Point {
    match point {
        Point::Calendar { month, day, weekday, .. } => Point::Calendar { year, month, day, weekday },
        Point::Coded { code, .. } => Point::Coded { year, code },
        Point::Part(part, inner) => Point::Part(part, Box::new(with_year(*inner, year))),
        other => other,
    }
}

/// The year before, for a range over New Year ("28 december t/m 3 januari 2023").
pub fn before(year: Year) -> Year {
    match year {
        Year::Known(year) => Year::Known(year - 1),
        other => other,
    }
}
