//! Dates in digits: 2022-11-15, 15-11-2022, 15/11/'22, 3/15/2022, 2022-11.

use super::{super::tense::is_participle, *};

impl Grammar<'_> {
    pub fn numeric(&self, start: usize) -> Read<Point> {
        let (weekday, at) = match self.word(start) {
            Word::Weekday(day) | Word::WeekdayShort(day) | Word::WeekdayPart(day) => {
                let dot = usize::from(matches!(self.mark(start + 1), '.' | ','));
                (Some(day), start + 1 + dot)
            }
            _ => (None, start),
        };
        let (first, first_digits) = self.number(at)?;
        // "20221115", alone or as "datum: 20221115"
        let colon = at.wrapping_sub(1 + usize::from(self.mark(at.wrapping_sub(1)) == ':'));
        let said = || {
            let raw = self.raw(colon).to_ascii_lowercase();
            self.has(colon, Word::On) || raw.ends_with("datum") || raw.ends_with("date")
        };
        if first_digits == 8 && (19_000_101..21_000_000).contains(&first) && (self.is_all(start, at + 1) || said()) {
            let (year, month, day) = ((first / 10_000) as i32, first / 100 % 100, first % 100);
            let whole = calendar(Year::Known(year), Some(month as u8), Some(day as u8));
            return Day::from_ymd(year, month, day).map(|_| (whole, at + 1));
        }
        if self.is_reference(at) && !self.is(at.wrapping_sub(1), any!("nota dossier brief")) {
            return None;
        }
        let separator = self.mark(at + 1);
        if let Some(read) = self.roman_month(at, weekday) {
            return Some(read);
        }
        if !matches!(separator, '-' | '/' | '.') || !self.glued(at + 1) || !self.glued(at + 2) {
            return self.spaced(at, weekday);
        }
        // "07-'20"
        if let (1..=12, 2, '-', '\'', Some((two, 2))) =
            (first, first_digits, separator, self.mark(at + 2), self.number(at + 3))
            && self.glued(at + 3)
            && !self.glued(at + 4)
        {
            return Some((calendar(Year::Known(century_of(two)), Some(first as u8), None), at + 4));
        }
        let (second, second_digits) = self.number(at + 2)?;
        // "15/11-2022"
        let mixed = separator == '/' && self.mark(at + 3) == '-' && self.number(at + 4).is_some_and(|(_, n)| n == 4);
        let third = if (self.mark(at + 3) == separator || mixed) && self.glued(at + 3) && self.glued(at + 4) {
            self.third(at + 4)
        } else {
            None
        };
        let with_day = |point: Point| match point {
            Point::Calendar { year, month, day, .. } => Point::Calendar { year, month, day, weekday },
            other => other,
        };
        // "24. 04.01. 12.11.19": the parts of a budget's number.
        let parts = separator == '.' && self.mark(at.wrapping_sub(1)) == '.' && self.is_number(at.wrapping_sub(2));
        // "item 03.11.24", "zie 03.11.22"
        let parts = parts
            || separator == '.'
                && self.is(
                    at.wrapping_sub(1),
                    any!("item items post zie see hoofdstuk bestekpost agendapunt hs update app software driver patch"),
                );
        if let Some((third, third_digits, end)) = third.filter(|(_, digits, _)| !parts || *digits != 2) {
            if self.is_tied(end) {
                return None;
            }
            let (year, month, day) = match (first_digits, second_digits, third_digits) {
                (4, 1..=2, 1..=2) => (first as i32, second, third),
                (1..=2, 1..=2, 4) => (third as i32, second, first),
                // A version or a section is written with dots as well.
                (1..=2, 1..=2, 2)
                    if separator != '.'
                        || (first_digits == 2 && second_digits == 2)
                        || self.is_all(start, end)
                        || self.has(at.wrapping_sub(1), Word::On)
                        || weekday.is_some() =>
                {
                    (century_of(third), second, first)
                }
                _ => return None,
            };
            // Month first, where the other order is none.
            let slashed = first_digits < 4 && separator == '/' && day <= 12;
            let swapped = slashed && (month > 12 || self.is_month_first(at));
            let (month, day) = if swapped { (day, month) } else { (month, day) };
            let fits = (1000..2200).contains(&year) && (1..=12).contains(&month);
            if !fits || Day::from_ymd(year, month, day).is_none() {
                return None;
            }
            return Some((with_day(calendar(Year::Known(year), Some(month as u8), Some(day as u8))), end));
        }
        let end = at + 3;
        if self.is_tied(end) {
            return None;
        }
        // 2022-11: a month, where it cannot be a range of years.
        if first_digits == 4
            && second_digits == 2
            && (separator == '-' || separator == '/' && self.is_all(start, end))
            && (1..=12).contains(&second)
            && (1900..2200).contains(&first)
        {
            let numbered = separator == '-' && at > 0 && self.is_numbered_paper(at - 1);
            let season = numbered
                || self
                    .is(at.wrapping_sub(1), any!("seizoen schooljaar season vergaderjaar jaar academisch studiejaar"));
            return (!season).then_some((calendar(Year::Known(first as i32), Some(second as u8), None), end));
        }
        // 11-2022
        if first_digits <= 2
            && second_digits == 4
            && (1..=12).contains(&first)
            && (1900..2200).contains(&second)
            && (separator != '.' || self.is_all(start, end))
        {
            // "uitgave 03-2021": with its zero it is hardly a number of something else.
            let zero = self.raw(at).starts_with('0')
                && matches!(self.tokens[at].gap, Gap::Space | Gap::Line | Gap::Paragraph)
                && matches!(self.before(at), Word::Other | Word::Of | Word::And | Word::Through | Word::Unit(..));
            // "gewijzigd 12/1991"
            let placed_by_deed = at > 0 && is_participle(&self.raw(at - 1).to_ascii_lowercase());
            let behind = self.is_number(at.wrapping_sub(1));
            let placed = matches!(
                self.before(at),
                Word::In
                    | Word::Bound(_)
                    | Word::To
                    | Word::Per
                    | Word::Before
                    | Word::After
                    | Word::On
                    | Word::Through
                    | Word::Between
                    | Word::Part(_)
            ) || self
                .is(at.wrapping_sub(1), any!("uitgave editie periode maand stand datum issue edition"))
                || self.mark(at.wrapping_sub(1)) == '-'
                    && self.tokens[at].gap == Gap::Space
                    && self.is_month_of_year(at.wrapping_sub(4))
                || self.joint(end, false).is_some_and(|(next, _)| self.is_month_of_year(next));
            return (placed || placed_by_deed || zero && !behind || self.is_all(start, end))
                .then_some((calendar(Year::Known(second as i32), Some(first as u8), None), end));
        }
        // 15/11, 15-11: only where a day is awaited.
        let placed = weekday.is_some()
            || (self.is_all(start, end)
                && (separator == '/' || (separator == '-' && first_digits + second_digits == 4)))
            || matches!(self.before(at), Word::On) && separator != '.'
            || self.is(at.wrapping_sub(1), any!("dd datum date"))
            || self.is(at.wrapping_sub(1), any!("van of")) && self.is(at.wrapping_sub(2), any!("week weekend"))
            // "tot 30-9", "per 1-3", "tot en met 15/06": a score has no thirteen.
            || self.has(at.wrapping_sub(1), Word::To) && (separator == '/' || separator == '-' && first > 12)
            || self.has(at.wrapping_sub(1), Word::Per) && separator == '-'
            || self.has(at.wrapping_sub(1), Word::With) && self.has(at.wrapping_sub(3), Word::To) && separator != '.'
            // "ma 7/5, 4/6 en 2/7"
            || separator == '/' && self.follows_such(at)
            // "Ontvangen: 21/11"
            || separator == '/' && first > 12 && self.mark(at.wrapping_sub(1)) == ':'
            // "bila, 15/11, 14u"
            || separator == '/' && self.mark(end) == ',' && self.clock(end + 1).is_some_and(|(.., marked)| marked)
            // "mail van 04-04", "uiterlijk 12/9", "get. 12/9"
            || (separator == '/' || separator == '-' && first_digits + second_digits == 4)
                && (matches!(self.before(at), Word::Bound(_) | Word::Through | Word::Per | Word::After | Word::Before)
                    || self.has(at.wrapping_sub(1), Word::Of) && first_digits + second_digits == 4)
            // "het MT van 7/9"
            || self.has(at.wrapping_sub(1), Word::Of)
                && separator == '/'
                && self.raw(at.wrapping_sub(2)).bytes().filter(u8::is_ascii_uppercase).count() > 1
            // "de brief van 11/1", "afgehandeld 6/4", "datum verslag 30-9"
            || self.has(at.wrapping_sub(1), Word::Of) && separator == '/' && self.is_dated_noun(at.wrapping_sub(2))
            || self.is_label_of_day(at, end)
            // "vóór 1-11", "uiterlijk 5-3", "t/m 30-6"
            || separator == '-'
                && self.ends_phrase(end)
                && (self.is(at.wrapping_sub(1), any!("vóór uiterlijk"))
                    || first > 12 && matches!(self.before(at), Word::Through | Word::Before))
            // "verschoven naar 15/7"
            || separator == '/'
                && self.is(at.wrapping_sub(1), any!("naar to"))
                && (2..5).any(|back| self.is(at.wrapping_sub(back), MOVED))
            // "8/3 verzonden", "14/2 ontvangen, 21/2 beantwoord"
            || separator == '/' && self.is_done(at, end, first > second)
            // "gez. 28/8"
            || self.mark(at.wrapping_sub(1)) == '.'
                && separator == '/'
                && first > second
                && self.has(at.wrapping_sub(2), Word::Other)
                && self.raw(at.wrapping_sub(2)).len() < 6;
        let (month, day) =
            if second > 12 && first <= 12 && separator == '/' { (first, second) } else { (second, first) };
        let fits = first_digits <= 2 && second_digits <= 2 && Day::from_ymd(2000, month, day).is_some();
        let counts = matches!(self.word(end), Word::OClock | Word::Unit(..) | Word::Jaren | Word::Counted)
            || self.has(end, Word::Per) && self.is(end + 1, any!("cent"));
        (placed && fits && !counts)
            .then_some((with_day(calendar(Year::Absent, Some(month as u8), Some(day as u8))), end))
    }

    /// A day like it stands before it in a list: "7/5, 4/6 en 2/7".
    fn follows_such(&self, at: usize) -> bool {
        let listed = self.mark(at.wrapping_sub(1)) == ',' || self.has(at.wrapping_sub(1), Word::And);
        let before = at.wrapping_sub(4);
        let alike = listed && at > 4 && self.mark(before + 1) == '/' && self.day_and_month(before).is_some();
        // The first of them is a day for another reason.
        alike
            && (matches!(self.word(before - 1), Word::Weekday(_) | Word::WeekdayShort(_)) || self.follows_such(before))
    }

    /// A day opens a note of what was done on it: "8/3 verzonden". A fraction ("2/3 gevuld") is seldom sent.
    fn is_done(&self, at: usize, end: usize, greater: bool) -> bool {
        const SENT: &[Key] = any!(
            "verzonden ontvangen verstuurd gestuurd gebeld gemaild beantwoord besproken afgehandeld getekend betaald \
             besteld geleverd sent received paid called signed"
        );
        let opens = self.is_sentence_start(at) || matches!(self.mark(at.wrapping_sub(1)), ',' | ';');
        opens && self.is(end, SENT) && (greater || self.ends_phrase(end + 1))
    }

    /// A participle or the word "datum" leads to a day that closes a short text.
    fn is_label_of_day(&self, at: usize, end: usize) -> bool {
        let raw = self.raw(at.wrapping_sub(1)).to_ascii_lowercase();
        let done = raw.len() > 5
            && ["ge", "be", "ver", "af", "op", "uit", "ont", "in"].iter().any(|start| raw.starts_with(start));
        let done = done && raw.ends_with(['d', 't']);
        let named = self.is(at.wrapping_sub(2), any!("datum date"));
        (done || named) && self.tokens.get(end).is_none() && self.text.len() < 64
    }

    /// "7 XII 1941", "7-XII-1941", "7.xii.1941"
    fn roman_month(&self, at: usize, weekday: Option<u8>) -> Read<Point> {
        const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let (day @ 1..=31, 1..=2) = self.number(at)? else { return None };
        let skip = |at: usize| usize::from(matches!(self.mark(at), '-' | '.' | '/'));
        let name = at + 1 + skip(at + 1);
        if !self.raw(name).starts_with(['I', 'V', 'X', 'i', 'v', 'x']) {
            return None;
        }
        // Small letters only between two like marks.
        let sign = self.mark(at + 1);
        let tied = name > at + 1 && self.mark(name + 1) == sign && (at + 1..=name + 2).all(|at| self.glued(at));
        let alike =
            |roman: &&str| if tied { roman.eq_ignore_ascii_case(self.raw(name)) } else { **roman == *self.raw(name) };
        let month = ROMAN.iter().position(alike)? as u8 + 1;
        let year = name + 1 + skip(name + 1);
        let (year, end) = match self.number(year) {
            Some((two, 2)) if tied => (century_of(two), year + 1),
            _ => self.year(year)?,
        };
        fits(Year::Known(year), month, day as u8).then_some((
            Point::Calendar { year: Year::Known(year), month: Some(month), day: Some(day as u8), weekday },
            end,
        ))
    }

    /// "15 - 11 - 2022", "15. 11. 2022": with spaces, only whole dates.
    fn spaced(&self, at: usize, weekday: Option<u8>) -> Read<Point> {
        let separator = self.mark(at + 1);
        if !matches!(separator, '-' | '/' | '.' | '–') || self.mark(at + 3) != separator {
            return None;
        }
        let ((first, a), (second, b), (third, c)) = (self.number(at)?, self.number(at + 2)?, self.number(at + 4)?);
        let whole = a <= 2 && b <= 2 && c == 4 && (1000..2200).contains(&third);
        (whole && Day::from_ymd(third as i32, second, first).is_some() && !self.is_tied(at + 5)).then_some((
            Point::Calendar {
                year: Year::Known(third as i32),
                month: Some(second as u8),
                day: Some(first as u8),
                weekday,
            },
            at + 5,
        ))
    }

    /// The last field: digits, or two of them behind an apostrophe.
    fn third(&self, at: usize) -> Option<(u32, u8, usize)> {
        if self.mark(at) == '\'' && self.glued(at + 1) {
            let (value, digits) = self.number(at + 1)?;
            return (digits == 2).then_some((value, digits, at + 2));
        }
        let (value, digits) = self.number(at)?;
        Some((value, digits, at + 1))
    }

    /// Another date near it has its month first ("01/31/2022"), and none its day.
    fn is_month_first(&self, at: usize) -> bool {
        const REACH: usize = 3000;
        let token = self.tokens[at];
        let from = super::super::floor(self.text, token.start.saturating_sub(REACH));
        let near = &self.text[from..super::super::ceil(self.text, token.end + REACH)];
        let (mut month_first, mut day_first) = (false, false);
        for run in near.split(|c: char| !c.is_ascii_digit() && c != '/') {
            let mut parts = run.split('/').map(|part| (part.len(), part.parse::<u32>().unwrap_or(0)));
            let (Some((1..=2, a)), Some((1..=2, b)), Some((2 | 4, _)), None) =
                (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            month_first |= (1..=12).contains(&a) && (13..=31).contains(&b);
            day_first |= (13..=31).contains(&a) && (1..=12).contains(&b);
        }
        month_first && !day_first
    }

    /// Three numbers in the shape of a whole date, without spaces.
    pub fn is_whole_numeric(&self, at: usize) -> bool {
        let separator = self.mark(at + 1);
        let digits = |at: usize| self.number(at).map_or(0, |(_, digits)| digits);
        let shape = matches!((digits(at), digits(at + 2), digits(at + 4)), (4, 1..=2, 1..=2) | (1..=2, 1..=2, 2 | 4));
        let glued = (at + 1..at + 5).all(|at| self.glued(at));
        shape && glued && matches!(separator, '-' | '/' | '.') && self.mark(at + 3) == separator
    }

    /// "03-2021"
    fn is_month_of_year(&self, at: usize) -> bool {
        let (Some((1..=12, 1..=2)), Some((1900..=2199, 4))) = (self.number(at), self.number(at.wrapping_add(2))) else {
            return false;
        };
        matches!(self.mark(at + 1), '-' | '/') && self.glued(at + 1) && self.glued(at + 2)
    }

    /// "15-11", and no third number behind it.
    pub fn day_and_month(&self, at: usize) -> Read<Point> {
        let (day @ 1..=31, 1..=2) = self.number(at)? else { return None };
        let (month @ 1..=12, 1..=2) = self.number(at + 2)? else { return None };
        let glued = matches!(self.mark(at + 1), '-' | '/') && self.glued(at + 1) && self.glued(at + 2);
        let day = day as u8;
        (glued && !self.is_tied(at + 3) && fits(Year::Absent, month as u8, day))
            .then_some((calendar(Year::Absent, Some(month as u8), Some(day)), at + 3))
    }

    /// More of the same follows without a space: a number of another kind.
    fn is_tied(&self, end: usize) -> bool {
        if !self.glued(end) {
            return false;
        }
        match self.tokens[end].kind {
            Kind::Number(..) | Kind::Code(..) => true,
            Kind::Word(_) => !self.is(end, any!("T")),
            // "1/3/2022-31/5/2022", "2022-06-03/2022-06-07"
            Kind::Mark('-' | '/') if self.is_whole_numeric(end + 1) => false,
            Kind::Mark('-' | '/' | '.' | '_' | ':') => {
                self.glued(end + 1) && !matches!(self.tokens[end + 1].kind, Kind::Mark(_))
            }
            Kind::Mark(_) => false,
        }
    }
}
