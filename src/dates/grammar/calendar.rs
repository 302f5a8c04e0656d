//! Days and months by name: "woensdag 15 november 2022", "November 15th", "mei", "de 15e".

use super::{super::verbs::is_past, *};

impl Grammar<'_> {
    /// "woensdag 15 november 2022", "the 15th of November", "vijftien nov. '22", "woensdag de 15e".
    pub fn day_month(&self, start: usize) -> Read<Point> {
        // "dinsdag den 3den mei"
        let (weekday, mut at) = match self.weekday_name(start, true) {
            Some((weekday, end)) => (Some(weekday), end + usize::from(self.mark(end) == ',')),
            None => (None, start),
        };
        // "fase 2 sept t/m dec"
        if self.is_number(at) && self.is(at.wrapping_sub(1), any!("fase phase stap step ronde round blok")) {
            return None;
        }
        let article = self.article(at) > at;
        at = self.article(at);
        let ((day, ordinal), end) = self.day_number(at)?;
        if let Some(read) = self.dashed(at, day, weekday, end) {
            return Some(read);
        }
        let of = self.of(end);
        if let Some((month, end)) = self.month_name(of) {
            let (year, end) = match self.year_after(end) {
                (Year::Absent, end) => self.short_year(end),
                known => known,
            };
            // "8 May Street"
            if self.capital(end) && self.is(end, any!("street road avenue lane")) {
                return None;
            }
            let abbreviated_person = matches!(self.word(at), Word::Other) && self.has(at.wrapping_sub(1), Word::Name);
            return (!abbreviated_person && fits(year, month, day))
                .then_some((Point::Calendar { year, month: Some(month), day: Some(day), weekday }, end));
        }
        // "woensdag de 15e", "vrijdag 22"
        let digits = self.is_number(at) && self.ends_phrase(end) && !self.glued(end + 1) && !self.has(end, Word::Times);
        // "zaterdag de tien kilometer"
        let article = article && (ordinal || self.ends_phrase(end));
        (weekday.is_some() && (article || ordinal || digits && self.mark(at - 1) != ','))
            .then_some((Point::Calendar { year: Year::Absent, month: None, day: Some(day), weekday }, end))
    }

    /// "15-nov-2022", "15/Nov/22", "15. November 2022".
    fn dashed(&self, start: usize, day: u8, weekday: Option<u8>, at: usize) -> Read<Point> {
        let sign = self.mark(at);
        let glued = self.glued(at) && self.glued(at + 1);
        let dotted = sign == '.' && self.is_number(start);
        if !(matches!(sign, '-' | '/') && glued || dotted) {
            return None;
        }
        let (month, end) = self.month_name(at + 1)?;
        // "kenteken 19-JAN"
        let plate = sign == '-' && !self.is_number(end + 1) && self.raw(at + 1).bytes().all(|b| b.is_ascii_uppercase());
        if plate && !self.is_all(start, end) {
            return None;
        }
        let sign_again = self.mark(end) == sign && self.glued(end) && self.glued(end + 1);
        let (year, end) = match self.number(end + 1) {
            Some((two, 2)) if sign_again && !dotted => (Year::Known(century_of(two)), end + 2),
            _ => self.year_after(end + usize::from(sign_again)),
        };
        let whole = year != Year::Absent || !dotted;
        (whole && fits(year, month, day))
            .then_some((Point::Calendar { year, month: Some(month), day: Some(day), weekday }, end))
    }

    /// "November 15th, 2022". A Dutch month in lower case followed by a number is none ("in november 12 mensen").
    pub fn month_day(&self, start: usize) -> Read<Point> {
        let (weekday, at) = match self.weekday_name(start, true) {
            Some((weekday, end)) => (Some(weekday), end + usize::from(self.mark(end) == ',')),
            None => (None, start),
        };
        let (month, end) = match self.word(at) {
            Word::RiskyMonth(month) => (month, at + 1),
            _ => self.month_name(at)?,
        };
        let ((day, ordinal), end) = self.day_number(self.article(end))?;
        let (year, after) = self.year_after(end);
        let (year, after) =
            if matches!(year, Year::Known(_)) || self.mark(end) != ',' { (year, after) } else { (Year::Absent, end) };
        let counted = year == Year::Absent && !ordinal && (self.counts(end) || self.has(end, Word::Times));
        // "de heer Maart 12"
        if self.is_addressed(at) && self.is_dutch_month(at) {
            return None;
        }
        // "in december 14, in januari 9."
        let within = self.is(start.wrapping_sub(1), any!("in")) && self.is_dutch_month(at) && !self.capital(at);
        if within && !ordinal && year == Year::Absent {
            return None;
        }
        // "in november 12 klachten": only English has the day behind the month, and writes it with a capital.
        let english = self.capital(at)
            || ordinal
            || year != Year::Absent
            || (self.text.len() < 64 && (self.ends_phrase(end) || self.joint(end, false).is_some()))
            || (self.is(at, any!("january february june july october")) && self.ends_phrase(end));
        let risky = matches!(self.word(at), Word::RiskyMonth(_)) && !self.capital(at);
        let said = !risky || year != Year::Absent || self.is_all(start, end) || (ordinal && self.is_number(end - 2));
        (!counted && english && said && fits(year, month, day))
            .then_some((Point::Calendar { year, month: Some(month), day: Some(day), weekday }, after))
    }

    /// "1811 april", "1811 april 3": as an inventory writes it.
    pub fn year_month(&self, start: usize) -> Read<Point> {
        let (year, end) = self.year(start)?;
        let (month, end) =
            self.month_name(end).filter(|_| !self.glued(end) && matches!(self.word(end), Word::Month(_)))?;
        let closes = |at: usize| self.ends_phrase(at) || matches!(self.mark(at), '-' | '–') && !self.glued(at);
        let day = self.day_number(end).filter(|(_, after)| self.is_number(end) && closes(*after));
        let (day, end) = day.map_or((None, end), |((day, _), after)| (Some(day), after));
        let own_year = self.year_after(end).0 != Year::Absent;
        let placed = matches!(self.before(start), Word::In | Word::Of | Word::And);
        (!own_year && !placed && day.is_none_or(|day| fits(Year::Known(year), month, day)))
            .then_some((calendar(Year::Known(year), Some(month), day), end))
    }

    /// "november 2022", "November of 2022", "november vorig jaar"; alone only where it can be nothing else.
    pub fn month(&self, start: usize, careful: bool) -> Read<Point> {
        // "volgend jaar maart", "last year in November"
        if let Some((Point::Unit { unit: Unit::Year, shift }, end)) = self.unit(start) {
            let next = end + usize::from(self.is(end, any!("in")));
            if let Some((month, end)) = self.month_name(next) {
                return Some((calendar(Year::Shift(shift), Some(month), None), end));
            }
            // "volgend jaar met Pinksteren"
            let next = end + usize::from(self.is(end, any!("met rond op at")));
            let (which, end) = self.holiday_name(next, 0)?;
            return Some((Point::Holiday { which, year: Year::Shift(shift) }, end));
        }
        let way = self.way(start);
        let at = way.map_or(start, |(_, at)| at);
        let (month, end) = self.month_name(at)?;
        if let Some((way, _)) = way {
            let year = match way {
                Way::Previous | Way::Past => Year::Shift(PAST_NEXT),
                Way::This => Year::Absent,
                Way::Next | Way::Coming => Year::Shift(FUTURE_NEXT),
            };
            return Some((calendar(year, Some(month), None), end));
        }
        // "nov-2022"
        let dash = matches!(self.mark(end), '-' | '/')
            && self.glued(end)
            && self.glued(end + 1)
            && matches!(self.number(end + 1), Some((_, 4)))
            && !self.glued(end + 2);
        let (year, after) = self.year_after(end + usize::from(dash));
        if year != Year::Absent {
            return Some((calendar(year, Some(month), None), after));
        }
        (!careful || self.is_month_alone(at, end)).then_some((calendar(Year::Absent, Some(month), None), end))
    }

    pub fn is_month_alone(&self, at: usize, end: usize) -> bool {
        let before = self.before(at);
        let in_time = matches!(
            before,
            Word::In
                | Word::Bound(_)
                | Word::To
                | Word::Through
                | Word::Before
                | Word::After
                | Word::Between
                | Word::On
                | Word::Per
        ) || (before == Word::Of
            && (!self.capital(at)
                || self
                    .is(at.wrapping_sub(2), any!(
                        "month months whole rest all most end start beginning middle half survey report letter minutes figures \
                         accounts meeting election elections budget statement decision invoice visit census audit draft"
                    ))))
            || (before == Word::With && at > 1 && self.has(at - 2, Word::And));
        if self.capital(at) && self.is_firm(at) {
            return false;
        }
        let followed_by_name = self.capital(end) && !self.is_sentence_start(end) && self.has(end, Word::Other);
        match self.word(at) {
            Word::MonthShort(_) => false,
            Word::RiskyMonth(_) => in_time && !followed_by_name,
            Word::Month(_) if self.capital(at) && self.is_dutch_month(at) => {
                let opens = self.is_sentence_start(at) && !self.is_dutch_name(at);
                // "In Februari", as it was written once and often still is.
                let led = matches!(before, Word::In | Word::Bound(Bound::Since) | Word::Part(_));
                (opens || led) && !followed_by_name
            }
            // "April", "June": names of persons as well.
            Word::Month(4 | 6 | 7) if self.capital(at) => in_time && !followed_by_name,
            Word::Month(_) => !followed_by_name || self.is_dutch_month(at) && !self.capital(at),
            _ => false,
        }
    }

    pub fn is_dutch_month(&self, at: usize) -> bool {
        self.is(at, any!("januari februari maart mei juni juli augustus oktober"))
    }

    pub fn is_dutch_name(&self, at: usize) -> bool {
        self.is(at, any!("mei juli augustus"))
    }

    /// "de 15e", "the 15th of this month", "de 12e dezes".
    pub fn day_of_month(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let ((day, ordinal), end) = self.day_number(at)?;
        let dot = usize::from(self.mark(end + 1) == '.' && self.glued(end + 1));
        if self.has(end, Word::Dezes) {
            let dot = if self.is(end, any!("inst")) { dot } else { 0 };
            return Some((Point::DayOfMonth { day, shift: Some(0) }, end + 1 + dot));
        }
        // "the 28th ult."
        if ordinal && dot > 0 && self.is(end, any!("ult prox")) {
            return Some((
                Point::DayOfMonth { day, shift: Some(if self.is(end, any!("ult")) { -1 } else { 1 }) },
                end + 2,
            ));
        }
        if let Some((Point::Unit { unit: Unit::Month, shift }, after)) = self.unit(self.of(end))
            && (ordinal || self.of(end) > end)
        {
            return Some((Point::DayOfMonth { day, shift: Some(shift) }, after));
        }
        // "de 14e van de maand", "the 14th of that month"
        let told = self.has(end + 1, Word::Article) || self.is(end + 1, any!("die that datzelfde dezelfde"));
        if self.is(end, any!("van of")) && told && self.is(end + 2, any!("maand month")) && ordinal {
            return Some((Point::DayOfMonth { day, shift: None }, end + 3));
        }
        if self.is_all(start, end) && ordinal {
            return Some((Point::DayOfMonth { day, shift: None }, end));
        }
        // "op de derde" counts anything, "op de vijftiende" hardly; "Op 3 juni kwam de brief, op de achtste het antwoord".
        let counts =
            !self.is_number(at) && day < 13 && !(self.has(start.wrapping_sub(1), Word::On) && self.follows_day(start));
        if at == start || !ordinal || counts {
            return None;
        }
        // "De 20e komt hij terug."
        let opens = self.is_sentence_start(start)
            && day > 3
            && (self.is_number(at) || day > 12)
            && matches!(self.word(end), Word::Other)
            && !self.raw(end).is_empty();
        // "Dat was op 12 maart; de achttiende lag het verslag er."
        let past = self.mark(start.wrapping_sub(1)) == ';'
            && self.follows_day(start)
            && is_past(&self.raw(end).to_ascii_lowercase());
        let opens = opens || past;
        // "The 1st won't work for us."
        let opens = opens
            || self.is_sentence_start(start)
                && self.is(start, any!("the"))
                && self.is(end, any!("won will would works suits is was"));
        let placed = matches!(
            self.before(start),
            Word::On | Word::To | Word::Bound(_) | Word::After | Word::Before | Word::Per | Word::Circa
        ) || (self.is(start.wrapping_sub(1), any!("van")) && day > 3)
            || self.weekday_before(start)
            || self.is_letter_of(start)
            // "dat hij de 15e voor het laatst belde"
            || self.is(end, any!("voor")) && self.is(end + 2, any!("laatst eerst")) && self.is_number(at)
            // "on the morning of the 12th", "the 1st and the 15th"
            || self.is(start.wrapping_sub(1), any!("of")) && self.has(start.wrapping_sub(2), Word::DayName)
            || self.has(start.wrapping_sub(1), Word::And) && self.has(start.wrapping_sub(2), Word::Suffix)
            // "tot en met de 23e"
            || self.has(start.wrapping_sub(1), Word::With) && self.has(start.wrapping_sub(3), Word::To)
            // "pay day is the 25th"
            || self.is(start.wrapping_sub(1), any!("is was wordt werd")) && self.is_number(at)
            || opens;
        (placed && (past || self.ends_phrase(end) || self.is(end, any!("won works suits"))))
            .then_some((Point::DayOfMonth { day, shift: None }, end))
    }

    /// "your letter dated the 18th", "our invoice of the 4th"
    fn is_letter_of(&self, at: usize) -> bool {
        const LETTERS: &[Key] = any!("letter letters invoice email mail memo message minutes notice favour telegram");
        let before = at.wrapping_sub(1);
        self.is(before, any!("dated gedateerd gedagtekend"))
            || self.is(before, any!("of")) && self.is(at.wrapping_sub(2), LETTERS)
    }

    /// A day with its month stands not far before it.
    fn follows_day(&self, at: usize) -> bool {
        (at.saturating_sub(16)..at).skip(1).any(|at| {
            matches!(self.word(at), Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_))
                && (self.is_number(at - 1) || self.is_number(at + 1))
        })
    }

    pub fn weekday_before(&self, at: usize) -> bool {
        matches!(self.before(at), Word::Weekday(_) | Word::WeekdayShort(_))
    }
}
