//! What EDTF has codes for, and weeks: "Q3 2023", "zomer 2022", "week 12".

use super::*;

impl Grammar<'_> {
    /// "Q3 2023", "2023-Q3", "K2 2024", "H1 2023", "het derde kwartaal", "eerste halfjaar 2022".
    pub fn coded(&self, start: usize) -> Read<Point> {
        if let Some((year, end)) = self.year_before_code(start) {
            let at = end + usize::from(matches!(self.mark(end), '-' | '/'));
            let (code, end) = self.code(at)?;
            return Some((Point::Coded { year: Year::Known(year), code }, end));
        }
        if let Some((code, end)) = self.code(start) {
            let slash = end + usize::from(matches!(self.mark(end), '-' | '/'));
            let (year, after) = self.year_after(slash);
            let after = if year == Year::Absent { end } else { after };
            let alone = self.is(start, any!("q1 q2 q3 q4"))
                && matches!(
                    self.before(start),
                    Word::In
                        | Word::Of
                        | Word::To
                        | Word::Bound(_)
                        | Word::Before
                        | Word::After
                        | Word::Part(_)
                        | Word::And
                        | Word::Over
                        | Word::On
                        | Word::Through
                )
                // "decision deferred to H2"
                || self.is(start, any!("h1 h2")) && self.capital(start) && matches!(self.before(start), Word::In | Word::To);
            // "de Q3-cijfers", "bijwerken / Fatima / Q2"
            let marked = self.is(start, any!("q1 q2 q3 q4"))
                && self.capital(start)
                && (self.mark(end) == '-'
                    && self.glued(end)
                    && self.has(end + 1, Word::Other)
                    && !self.capital(end + 1)
                    || matches!(self.mark(start.wrapping_sub(1)), '/' | '(') && self.ends_phrase(end));
            // "Q4 valt lager uit dan Q3", "Q3 was better"
            let spoken = self.is(start, any!("q1 q2 q3 q4"))
                && self.capital(start)
                && (self.is_sentence_start(start)
                    && matches!(
                        self.tokens.get(end),
                        Some(Token { kind: Kind::Word(Word::Other), capital: false, gap: Gap::Space, .. })
                    )
                    || self.is(
                        start.wrapping_sub(1),
                        any!("dan than met with naar verwachten verwacht now nu is was wordt for"),
                    )
                    || self.mark(start.wrapping_sub(1)) == ','
                        && start > 2
                        && (0..start - 1).rev().take(12).any(|at| self.is(at, any!("q1 q2 q3 q4"))));
            // "Q1: ontwerp", "evaluatie Q3"
            let only = self.tokens.len() == 1
                || self.is(start, any!("q1 q2 q3 q4"))
                    && self.capital(start)
                    && (self.is_sentence_start(start) && self.mark(end) == ':'
                        || self.tokens.get(end).is_none()
                            && self.text.len() < 64
                            && !self.capital(start.wrapping_sub(1)));
            return (year != Year::Absent || alone || only || marked || spoken)
                .then_some((Point::Coded { year, code }, after));
        }
        // "2H21", "3Q 2023"
        if let Some((n @ 1..=4, 1)) = self.number(start)
            && self.glued(start + 1)
        {
            let (letter, year, end) = match self.tokens[start + 1].kind {
                Kind::Code(letter @ (b'H' | b'Q'), year @ 10..) => {
                    (letter, Year::Known(2000 + i32::from(year)), start + 2)
                }
                _ if matches!(self.raw(start + 1), "H" | "Q") => {
                    let (year, end) = match self.number(start + 2) {
                        Some((two, 2)) if self.glued(start + 2) => (Year::Known(century_of(two)), start + 3),
                        _ => self.year_after(start + 2),
                    };
                    (self.raw(start + 1).as_bytes()[0], year, end)
                }
                _ => (b' ', Year::Absent, start),
            };
            let first = if letter == b'H' { 39 } else { 32 };
            if year != Year::Absent && (letter == b'Q' || n < 3) {
                return Some((Point::Coded { year, code: first + n as u8 }, end));
            }
        }
        // "kwartaal 3 van 2023"
        if let (Word::Unit(Unit::Quarter, _), Some((n @ 1..=4, 1))) = (self.word(start), self.number(start + 1)) {
            let (year, end) = self.year_after(start + 2);
            let alone = self.ends_phrase(start + 2) && !self.glued(start + 2) && self.is(start, any!("kwartaal"));
            return (year != Year::Absent || alone).then_some((Point::Coded { year, code: 32 + n as u8 }, end));
        }
        let (n, at) = self.ordinal(self.article(start), true)?;
        // "first-quarter 2023"
        let at = at + usize::from(self.mark(at) == '-' && self.glued(at) && self.glued(at + 1));
        let first = match self.word(at) {
            Word::Unit(Unit::Quarter, _) if n <= 4 => 32,
            Word::Unit(Unit::HalfYear, _) if n <= 2 => 39,
            _ if n <= 3 && self.is(at, any!("tertaal")) => 36,
            _ => return None,
        };
        // "the first quarter mile", "de eerste kwartfinale"
        let other = self.is(at + 1, any!("mile miles moon final finals back hour"));
        if other || self.is_plural(at) && !self.is(at, any!("kw")) {
            return None;
        }
        let dotted = usize::from(self.is(at, any!("kw hj")) && self.mark(at + 1) == '.');
        let last = match first {
            32 => 4,
            36 => 3,
            _ => 2,
        };
        let code = first + if n == -1 { last } else { n as u8 };
        let (year, end) = self.year_after(at + 1 + dotted);
        Some((Point::Coded { year, code }, end))
    }

    pub fn year_before_code(&self, at: usize) -> Read<i32> {
        let (value, digits) = self.number(at)?;
        (digits == 4 && (1900..2200).contains(&value)).then_some((value as i32, at + 1))
    }

    pub fn code(&self, at: usize) -> Read<u8> {
        match self.tokens.get(at)?.kind {
            Kind::Code(b'Q' | b'K', n @ 1..=4) => Some((32 + n, at + 1)),
            Kind::Code(b'H', n @ 1..=2) => Some((39 + n, at + 1)),
            _ => None,
        }
    }

    /// "zomer 2022", "de winter van 2022-2023", "vorige zomer", "dit voorjaar", "in the spring".
    pub fn season(&self, start: usize) -> Read<Point> {
        // "volgend jaar zomer"
        if let Some((Point::Unit { unit: Unit::Year, shift }, end)) = self.unit(start) {
            let Word::Season(code) = self.word(end) else { return None };
            return Some((Point::Coded { year: Year::Shift(shift), code }, end + 1));
        }
        if let Some(read) = self.told_season(start) {
            return Some(read);
        }
        let way = self.way(start);
        let at = way.map_or(self.article(start), |(_, at)| at);
        let (code, risky) = match self.word(at) {
            _ if self.is(at + 1, any!("holidays holiday vacation break recess")) => return None,
            Word::Season(code) => (code, false),
            Word::RiskySeason(code) => (code, true),
            _ => return None,
        };
        if let Some((way, _)) = way {
            let year = match way {
                Way::Previous | Way::Past => Year::Shift(PAST_NEXT),
                Way::This => Year::Shift(0),
                Way::Next | Way::Coming => Year::Shift(FUTURE_NEXT),
            };
            return Some((Point::Coded { year, code }, at + 1));
        }
        let (year, end) = self.year_after(at + 1);
        if year != Year::Absent {
            // "winter 2022-2023" begins in the first.
            let second = matches!(self.mark(end), '-' | '/' | '–') && self.glued(end) && self.glued(end + 1);
            let over = self.is(end, any!("op"))
                && code == 24
                && matches!((year, self.year(end + 1)), (Year::Known(a), Some((b, _))) if b == a + 1);
            if over {
                return Some((Point::Coded { year, code }, end + 2));
            }
            let quoted = end + 1 + usize::from(self.mark(end + 1) == '\'');
            if code == 24
                && second
                && self.is_number(quoted)
                && (!self.glued(quoted + 1) || matches!(self.mark(quoted + 1), '.' | ',' | ';' | ')'))
            {
                return Some((Point::Coded { year, code }, quoted + 1));
            }
            return Some((Point::Coded { year, code }, end));
        }
        let placed = matches!(
            self.before(start),
            Word::In | Word::Bound(_) | Word::After | Word::Before | Word::To | Word::Of | Word::Part(_) | Word::Circa
        ) || self.is(start.wrapping_sub(1), any!("tegen aan towards and en through during throughout tijdens gedurende"))
            // "over the summer"
            || self.has(start.wrapping_sub(1), Word::Over) && self.is(start, any!("the"))
            || self.is(start.wrapping_sub(1), any!("for"))
                && (2..6)
                    .any(|back| self.is(start.wrapping_sub(back), any!("planned scheduled due set expected slated")));
        // "in the fall of", "in het voorjaar"
        let articled = at > start;
        let named = self.capital(at) && !self.is_sentence_start(at);
        let told = matches!(self.word(at + 1), Word::Jl | Word::Aanstaande) && !risky;
        // "Start werkzaamheden: zomer", "Oplevering voorjaar"
        let labelled = (self.tokens.get(at + 1).is_none() || self.mark(at + 1) == ':')
            && !self.capital(at)
            && at == start
            && (self.mark(start.wrapping_sub(1)) == ':' || start == 1 && self.capital(0));
        // "was hurt in the fall"
        let accident = any!("hurt injured injuries died killed survived broke broken bruised slipped tripped");
        if self.is(at, any!("fall")) && (start.saturating_sub(8)..start).any(|at| self.is(at, accident)) {
            return None;
        }
        // "the winter coat"
        let risky = risky || self.is(start, any!("the"));
        (told || labelled && !risky || placed && articled && !named && (!risky || self.ends_phrase(at + 1)))
            .then_some((Point::Coded { year: Year::Absent, code }, at + 1))
    }

    /// "week 12", "week 12 van 2023", "W12", "de week van 6 juni".
    pub fn week(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        if let Some(Token { kind: Kind::Code(b'W', number @ 1..=53), .. }) = self.tokens.get(start) {
            let (year, end) = self.year_after(start + 1 + usize::from(matches!(self.mark(start + 1), '-' | '/')));
            let alone = year == Year::Absent && self.tokens.len() == 1;
            let end = if alone { start + 1 } else { end };
            return (year != Year::Absent || alone).then_some((Point::Week { number: *number, year }, end));
        }
        // "2024W12"
        if let (Some((year, _)), Some(Token { kind: Kind::Code(b'W', number @ 1..=53), gap: Gap::Glued, .. })) =
            (self.year_before_code(start), self.tokens.get(start + 1))
        {
            return Some((Point::Week { number: *number, year: Year::Known(year) }, start + 2));
        }
        if let (Some((year, _)), '-', Some(Token { kind: Kind::Code(b'W', number @ 1..=53), .. })) =
            (self.year(start), self.mark(start + 1), self.tokens.get(start + 2))
        {
            let week = Point::Week { number: *number, year: Year::Known(year) };
            // "2023-W12-3"
            let weekday = self.number(start + 4).filter(|(day, digits)| *digits == 1 && (1..=7).contains(day));
            if let ('-', Some((day, _))) = (self.mark(start + 3), weekday) {
                return Some((
                    Point::Nth { n: day as i8, what: What::Unit(Unit::Day), within: Box::new(week) },
                    start + 5,
                ));
            }
            return Some((week, start + 3));
        }
        let weekend = match self.word(at) {
            Word::Unit(Unit::Week, _) => false,
            Word::Unit(Unit::Weekend, _) => true,
            _ if self.is(at, any!("weeknummer weeknr")) => false,
            _ => return None,
        };
        // A dot behind "kw" or "wk" is the word's own.
        let dot = |at: usize| usize::from(self.mark(at) == '.' && self.glued(at));
        let nr = at + 1 + dot(at + 1);
        let nr = nr + usize::from(self.is(nr, any!("nr nummer no number")));
        let nr = nr + dot(nr);
        if let Some((number @ 1..=53, 1 | 2)) = self.number(nr) {
            let spare = self.glued(nr + 1)
                && !matches!(self.mark(nr + 1), '.' | ',' | ')' | ';' | ':' | '-' | '–' | '?' | '!' | '/' | '"');
            if !weekend && !self.is_plural(at) && !spare && self.month_name(nr + 1).is_none() {
                // "week 12-2024", "week 12/2024"
                let joined = matches!(self.mark(nr + 1), '-' | '/') && self.number(nr + 2).is_some_and(|(_, n)| n == 4);
                let (year, end) = self.year_after(nr + 1 + usize::from(joined));
                let end = if year == Year::Absent { nr + 1 } else { end };
                return Some((Point::Week { number: number as u8, year }, end));
            }
        }
        let starting =
            at + 1 + usize::from(self.is(at + 1, any!("starting beginning commencing ending vanaf startend")));
        let of = if self.is(starting, any!("van of on")) { starting + 1 } else { starting };
        if of == at + 1 {
            return None;
        }
        let (day, end) = self.point(of)?;
        matches!(day, Point::Calendar { day: Some(_), .. } | Point::DayOfMonth { .. })
            .then(|| (Point::WeekOf { day: Box::new(day), weekend }, end))
    }
}
