//! Times of day: "om 15.30 uur", "half acht".

use super::*;

impl Grammar<'_> {
    /// A clock time behind a day: "om 15.00 uur", ", 10:30", "at 3 pm", "'s middags".
    pub fn clock_after(&self, day_end: usize, day: &Point) -> Read<Clock> {
        if !is_one_day(day) {
            return None;
        }
        let at = day_end;
        if self.has(at, Word::DayName) {
            return self.clock_after(at + 1, day).or(Some((None, at + 1)));
        }
        if let Some(end) = self.part_of_day(at) {
            return Some((None, end));
        }
        // "2022-11-15T10:00"
        if self.is(at, any!("T")) && self.glued(at) && self.glued(at + 1) {
            return self.hour_minute(at + 1).map(|(clock, end)| (Some(clock), self.zone(end)));
        }
        let comma = at + usize::from(self.mark(at) == ',');
        // "zondagavond rond half elf", "morgen vóór 12.00 uur"
        // "15 juni 2013, omstreeks 02.40 uur"
        let near = self.is(comma, any!("rond omstreeks tegen around about vóór before"))
            && (comma == at || self.clock(comma + 1).is_some_and(|(.., marked)| marked));
        let led = self.clock_lead(comma);
        // "vrijdag na vijven"
        let near = near || matches!(self.word(at + 1), Word::Hours(_)) && self.plural_hour(at + 1).is_some();
        let om = self.has(comma, Word::At) && !self.is(comma, any!("omstreeks"))
            || near
            || led > 1
            || self.is(comma, any!("klokslag stipt"));
        let at = comma + if led > 0 { led } else { usize::from(om) };
        let bare = match (self.number(at), self.word(at)) {
            (_, Word::Hours(_)) => self.plural_hour(at).map(|hour| ((hour, 0), at + 1, true)),
            (Some((hour @ 0..=24, digits @ 1..=2)), _) if om && self.ends_phrase(at + 1) && !self.has_minutes(at) => {
                // "Thursday at 2" is in the afternoon.
                let hour = if (1..6).contains(&hour) && digits == 1 { hour + 12 } else { hour };
                Some(((hour as u8, 0), at + 1, true))
            }
            (_, Word::Number(hour @ 1..=12)) if om && self.ends_phrase(at + 1) => Some(((hour as u8, 0), at + 1, true)),
            _ => None,
        };
        // "vrijdagmiddag half vier"
        let part = matches!(self.word(day_end - 1), Word::WeekdayPart(_) | Word::DayPart(_) | Word::DayName);
        // "vrijdag half zes"
        let half = self.is(at, any!("half"));
        let spoken = if part || near || half { self.spoken_at(at, true) } else { None };
        let spoken = match self.word(at) {
            Word::One if part || om => spoken.or_else(|| self.hour_or_so(at).map(|(hour, end)| ((hour, 0), end, true))),
            _ => spoken,
        };
        let ((hour, minute), end, marked) =
            spoken.or_else(|| self.clock(at).filter(|(_, _, marked)| *marked)).or(bare).or_else(|| self.clock(at))?;
        // "zondag om middernacht" is when it ends.
        if self.is(end - 1, any!("middernacht midnight")) && hour == 0 {
            return Some((Some((24, 0)), end));
        }
        // "vanmiddag om drie uur"
        let named = self.raw(day_end - 1).to_ascii_lowercase();
        let late = ["middag", "avond", "afternoon", "evening", "tonight"].iter().any(|part| named.ends_with(part));
        let bare_half = half && !part && !near && hour < 7;
        let hour = if (late || bare_half) && (1..12).contains(&hour) { hour + 12 } else { hour };
        (marked || om).then_some((Some((hour, minute)), end))
    }

    /// "vrijdag in de middag", "gisteren aan het eind van de middag", "morgen in de loop van de ochtend".
    fn part_of_day(&self, at: usize) -> Option<usize> {
        if !self.is(at, any!("in aan")) || !self.has(at + 1, Word::Article) {
            return None;
        }
        let part = matches!(self.word(at + 2), Word::Part(Part::Begin | Part::End) | Word::Loop);
        let at = at + if part && self.is(at + 3, any!("van")) && self.has(at + 4, Word::Article) { 5 } else { 2 };
        (self.has(at, Word::DayName)).then_some(at + 1)
    }

    /// How many words lead from a day to its time: "te 09.00 uur", "vanaf 16 uur", "even na vier uur", "om klokslag twaalf".
    fn clock_lead(&self, at: usize) -> usize {
        let plain =
            |at: usize| matches!(self.tokens.get(at), Some(Token { kind: Kind::Word(_) | Kind::Number(..), .. }));
        if !plain(at) || !plain(at + 1) {
            return 0;
        }
        let beside = self.is(at, any!("even kort net vlak shortly just"))
            && matches!(self.word(at + 1), Word::After | Word::Before);
        let sharp = self.is(at + 1, any!("klokslag precies stipt exact")) && self.is(at, any!("om"));
        if beside || sharp { 2 } else { usize::from(self.is(at, any!("te vanaf from klokslag stipt"))) }
    }

    pub fn time(&self, at: usize) -> Read<Expr> {
        let (clock, end, marked) = self.clock(at)?;
        // "de artikelen 2:12 tot en met 2:15"
        let joined = matches!(self.before(at), Word::With | Word::Through | Word::To | Word::And);
        if joined && (at.saturating_sub(9)..at).any(|at| self.has(at, Word::Reference)) {
            return None;
        }
        // "op minuut 06:30" of a recording, "Luke 12:15"
        let numbered = any!(
            "minuut minute john luke matthew lukas marcus johannes handelingen corinthians korinthe korintiers romans \
             psalms petrus genesis exodus isaiah verhouding ratio score stand schaal scale"
        );
        if self.is(at.wrapping_sub(1), numbered) {
            return None;
        }
        // "at 20.21 each"
        if self.is(end, any!("each apiece")) && self.mark(at + 1) == '.' {
            return None;
        }
        let placed = self.is_clock_here(at);
        let bare_hour = !marked
            || (self.mark(at) != '\''
                && self.has(end - 1, Word::Unit(Unit::Hour, Tongue::Dutch))
                && !self.has_minutes(at));
        if bare_hour && !placed {
            return None;
        }
        // "9 a.m. on Monday", "noon, 21 June 2015", "5 voor 12 op oudejaarsavond"
        let comma = self.mark(end) == ',' && self.is_number(end + 1);
        let on = end + usize::from(matches!(self.word(end), Word::On) || comma);
        // "half past nine on the night of 3 February"
        let named = self.article(on);
        let night = named > on && self.has(named, Word::DayName) && self.is(named + 1, any!("of"));
        if let Some((day, end)) = self.point(if night { named + 2 } else { on })
            && (matches!(day, Point::Calendar { day: Some(_), month: Some(_), .. })
                || !comma
                    && matches!(day, Point::Weekday { .. } | Point::Today(_) | Point::Calendar { day: Some(_), .. })
                || on > end && matches!(day, Point::Holiday { .. }))
        {
            let end = end + usize::from(self.has(end, Word::DayName));
            // "a quarter to nine last night", "midnight tonight"
            let clock = match (on..end).find(|at| matches!(self.word(*at), Word::DayName | Word::DayPart(_))) {
                Some(_) if self.has(at, Word::Noon) && clock.0 == 0 => (24, 0),
                Some(part) => (hour_of_day(clock.0, self.raw(part)), clock.1),
                None => clock,
            };
            return Some((Expr::Point(day, Some(Some(clock))), end));
        }
        Some((Expr::Clock(Some(clock)), end))
    }

    /// "rond vieren", "na achten": the hour, where a word leads to it.
    pub fn plural_hour(&self, at: usize) -> Option<u8> {
        let Word::Hours(hour) = self.word(at) else { return None };
        let led = self.is(at.wrapping_sub(1), any!("rond tegen omstreeks voor vóór na om tot vanaf"));
        // "achten" and "vieren" are verbs too.
        (led && (!matches!(hour, 4 | 8) || self.ends_phrase(at + 1))).then_some(hour)
    }

    /// "een uur of drie"
    fn hour_or_so(&self, at: usize) -> Read<u8> {
        let (Amount { halves: halves @ 2..=24, unit: Unit::Hour, .. }, end) = self.amount_or_so(at)? else {
            return None;
        };
        Some(((halves / 2) as u8, end))
    }

    pub fn has_minutes(&self, at: usize) -> bool {
        matches!(self.mark(at + 1), ':' | '.') && self.is_number(at + 2)
    }

    /// "om", "tot", "vanaf" stands before.
    pub fn is_clock_here(&self, at: usize) -> bool {
        (matches!(self.before(at), Word::At | Word::Bound(_))
            || self.is(at.wrapping_sub(1), any!("tot om te until at rond omstreeks tegen around aanvang"))
            || self.is_hour_bounded(at))
            && !self.is(at.wrapping_sub(1), any!("sinds since uiterlijk by"))
    }

    /// "voor 12 uur", "na 17 uur": few hours would be a length.
    fn is_hour_bounded(&self, at: usize) -> bool {
        let fewest = match self.before(at) {
            Word::Before => 6,
            Word::After => 8,
            _ => return false,
        };
        let hour = self.number(at).is_some_and(|(hour, _)| (fewest..=24).contains(&hour));
        hour && self.is(at + 1, any!("uur")) && self.ends_phrase(at + 2)
    }

    /// Hour and minute, end, and whether a mark ("uur", "pm", a colon) made it one.
    pub fn clock(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        if self.has(at, Word::Noon) {
            return Some(((if self.is(at, any!("noon midday")) { 12 } else { 0 }, 0), at + 1, true));
        }
        // "tegen een uur of drie", "rond vieren": of the day, not of the night.
        let told = match self.word(at) {
            Word::Hours(_) => self.plural_hour(at).map(|hour| (hour, at + 1)),
            Word::One => self.hour_or_so(at).filter(|_| self.is_clock_here(at)),
            _ => None,
        };
        if let Some((hour, end)) = told {
            return Some(((if hour < 7 { hour + 12 } else { hour }, 0), end, true));
        }
        // "'s middags om drie uur"
        if self.mark(at) == '\'' && self.is(at + 1, any!("s")) && self.has(at + 2, Word::DayHabit) {
            let om = at + 3 + usize::from(self.has(at + 3, Word::At));
            let ((hour, minute), end, _) = self.written(om).or_else(|| self.spoken(om)).filter(|_| om > at + 3)?;
            return Some(((hour_of_day(hour, self.raw(at + 2)), minute), end, true));
        }
        // "8 in the evening"
        let bare = || match (self.number(at), self.word(at)) {
            (Some((hour @ 1..=12, 1..=2)), _) if self.is(at + 1, any!("in at")) || self.mark(at + 1) == '\'' => {
                Some(((hour as u8, 0), at + 1, false))
            }
            (_, Word::Number(hour @ 1..=12))
                if self.is(at + 1, any!("in")) && self.is(at + 2, any!("the")) && self.has(at + 3, Word::DayName) =>
            {
                Some(((hour as u8, 0), at + 1, false))
            }
            _ => None,
        };
        let spoken = self.spoken(at);
        let is_spoken = spoken.is_some();
        let ((hour, minute), end, marked) = spoken.or_else(|| self.written(at)).or_else(bare)?;
        // "8 uur 's avonds", "8 in the evening"
        if self.mark(end) == '\'' && self.is(end + 1, any!("s")) && self.has(end + 2, Word::DayHabit) {
            return Some(((hour_of_day(hour, self.raw(end + 2)), minute), end + 3, true));
        }
        let in_the = self.is(end, any!("in")) && self.is(end + 1, any!("the")) && self.has(end + 2, Word::DayName);
        if in_the {
            return Some(((hour_of_day(hour, self.raw(end + 2)), minute), end + 3, true));
        }
        // "half drie" is said of the afternoon.
        let hour = if is_spoken && (1..7).contains(&hour) { hour + 12 } else { hour };
        Some(((hour, minute), end, marked))
    }

    /// "half acht", "kwart over drie", "tien voor twee", "half past three", "quarter to five".
    pub fn spoken(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        let counted =
            self.is_number(at) && matches!(self.word(at + 1), Word::Before | Word::Over | Word::To | Word::Way(_));
        let named = matches!(
            self.word(at),
            Word::Half | Word::Quarter15 | Word::Unit(Unit::Quarter, _) | Word::Number(_) | Word::One
        );
        if !counted && !named {
            return None;
        }
        let habit = self.mark(at + 2) == '\'' && self.is(at + 3, any!("s")) && self.has(at + 4, Word::DayHabit);
        let circa = self.has(at.wrapping_sub(1), Word::Circa);
        let between = self.has(at.wrapping_sub(1), Word::Between) || self.is(at.wrapping_sub(1), any!("van"));
        // "tien voor half drie vanmiddag"
        let dated = matches!(self.word(at + 1), Word::Before | Word::Over)
            && (at + 3..at + 5).any(|at| matches!(self.word(at), Word::DayPart(_)));
        // "on Monday, say ten thirty"
        let say = self.is(at.wrapping_sub(1), any!("say zeg")) && self.mark(at.wrapping_sub(2)) == ',';
        self.spoken_at(at, self.is_clock_here(at) || circa || habit || between || dated || say)
    }

    /// `placed`: what stands before it says that a time of day follows.
    fn spoken_at(&self, at: usize, placed: bool) -> Option<((u8, u8), usize, bool)> {
        let hour = |at: usize| match (self.word(at), self.number(at)) {
            (Word::Number(n @ 1..=12), _) => Some(n as u8),
            (Word::One, _) if self.is(at, any!("een één one")) => Some(1),
            (_, Some((n @ 1..=12, 1..=2))) => Some(n as u8),
            _ => None,
        };
        let habit = |at: usize| self.mark(at) == '\'' && self.is(at + 1, any!("s")) && self.has(at + 2, Word::DayHabit);
        // "a quarter past three"
        let at = at + usize::from(self.has(at, Word::One) && self.is(at + 1, any!("quarter")));
        if self.is(at, any!("half")) {
            if self.is(at + 1, any!("past")) {
                return hour(at + 2).map(|hour| ((hour, 30), at + 3, true));
            }
            let before = |hour: u8| if hour == 1 { 12 } else { hour - 1 };
            return hour(at + 1)
                .filter(|_| placed && (self.ends_phrase(at + 2) || habit(at + 2) || !self.counts_time(at + 2)))
                .map(|hour| ((before(hour), 30), at + 2, true));
        }
        // "at ten thirty"
        if let (true, Word::Number(_), Word::Number(minutes @ (10 | 15 | 20 | 30 | 40 | 45 | 50))) =
            (placed, self.word(at), self.word(at + 1))
            && self.ends_phrase(at + 2)
        {
            return hour(at).map(|hour| ((hour, minutes as u8), at + 2, true));
        }
        let (minutes, joint) = match self.word(at) {
            Word::Quarter15 => (15, at + 1),
            Word::Unit(Unit::Quarter, _) if self.is(at, any!("quarter")) => (15, at + 1),
            Word::Number(n @ 2..=29) if placed => (n as u8, at + 1),
            _ if self.is(at + 1, any!("voor over past to"))
                && self.is(at.wrapping_sub(1), any!("om at rond tegen omstreeks")) =>
            {
                match self.number(at) {
                    Some((n @ 2..=29, 1..=2)) => (n as u8, at + 1),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let past = self.is(joint, any!("over past"));
        let to = self.is(joint, any!("voor to"));
        // "tien over half zes"
        if (past || to) && self.is(joint + 1, any!("half")) {
            let next = hour(joint + 2)?;
            let hour = if next == 1 { 12 } else { next - 1 };
            return Some(((hour, if past { 30 + minutes } else { 30 - minutes }), joint + 3, true));
        }
        let hour = hour(joint + 1).filter(|_| past || to)?;
        let before = if hour == 1 { 12 } else { hour - 1 };
        Some((if past { (hour, minutes) } else { (before, 60 - minutes) }, joint + 2, true))
    }

    /// A unit follows: "half twee jaar" is no time of day.
    fn counts_time(&self, at: usize) -> bool {
        self.counts(at) || matches!(self.word(at), Word::Unit(..) | Word::Jaren)
    }

    /// "15.30 uur", "14u30", "3 pm", "15:30".
    pub fn written(&self, at: usize) -> Option<((u8, u8), usize, bool)> {
        let (hour, digits) = self.number(at).or(match self.word(at) {
            Word::Number(n @ 1..=12) => Some((u32::from(n), 2)),
            Word::One => Some((1, 1)),
            _ => None,
        })?;
        // "1430 hrs"
        if digits == 4 && self.is(at + 1, any!("hrs")) && hour / 100 < 24 && hour % 100 < 60 {
            return Some((((hour / 100) as u8, (hour % 100) as u8), at + 2, true));
        }
        if hour > 24 || digits > 2 || self.is_reference(at) {
            return None;
        }
        let (clock, end, colon) = match self.hour_minute(at) {
            Some((clock, end)) => (clock, end, self.mark(at + 1) == ':'),
            None => ((hour as u8, 0), at + 1, false),
        };
        // "14u30"
        if self.is(end, any!("u h"))
            && self.glued(end)
            && self.glued(end + 1)
            && end == at + 1
            && let Some((minute @ 0..=59, 2)) = self.number(end + 1)
        {
            return Some(((hour as u8, minute as u8), end + 2, true));
        }
        let dutch = matches!(self.word(end), Word::Unit(Unit::Hour, Tongue::Dutch)) && self.is(end, any!("uur"));
        if dutch || (self.has(end, Word::OClock) && (end > at + 1 || !self.is(end, any!("hrs h")))) {
            // "19.30 u."
            let dot = self.is(end, any!("u")) && self.mark(end + 1) == '.' && self.glued(end + 1);
            let dot = usize::from(dot && !(self.glued(end) && self.is_full_stop(end + 1)));
            return Some((clock, end + 1 + dot, true));
        }
        if self.has(end, Word::AmPm) && (1..=12).contains(&hour) {
            let afternoon = self.raw(end).starts_with(['p', 'P']);
            let hour = if afternoon { hour % 12 + 12 } else { hour % 12 };
            return Some(((hour as u8, clock.1), end + 1, true));
        }
        // 3:1 is a score, 15:30 a time.
        let scored = self.number(at + 2).is_some_and(|(_, digits)| digits != 2);
        colon
            .then_some((clock, end, !scored))
            .or_else(|| self.number(at).map(|_| (clock, end, false)).filter(|_| end > at + 1))
    }

    pub fn hour_minute(&self, at: usize) -> Read<(u8, u8)> {
        let (hour, 1..=2) = self.number(at)? else { return None };
        if !matches!(self.mark(at + 1), ':' | '.') || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        let (minute, 2) = self.number(at + 2)? else { return None };
        let mut end = at + 3;
        let more = |end: usize, mark: char| {
            self.mark(end) == mark && self.glued(end) && self.glued(end + 1) && self.is_number(end + 1)
        };
        if more(end, ':') {
            end += 2;
            // "09:30:15.123"
            end += 2 * usize::from(more(end, '.'));
        }
        let tied = matches!(self.mark(end), ':' | '.' | '-') && self.glued(end) && self.glued(end + 1);
        (hour < 25 && minute < 60 && !tied).then_some(((hour as u8, minute as u8), end))
    }
}

/// The hour that "8" means with a part of the day beside it.
fn hour_of_day(hour: u8, part: &str) -> u8 {
    let part = part.to_ascii_lowercase();
    let late = part.contains("avond")
        || part.contains("middag")
        || matches!(part.as_str(), "afternoon" | "evening" | "tonight");
    match hour {
        7..12 if part == "night" => hour + 12,
        12 if part.contains("nacht") || part == "night" => 0,
        1..12 if late => hour + 12,
        hour => hour,
    }
}

pub fn is_one_day(point: &Point) -> bool {
    matches!(
        point,
        Point::Calendar { day: Some(_), .. }
            | Point::Weekday { .. }
            | Point::Today(_)
            | Point::DayOfMonth { .. }
            | Point::FromEvent { .. }
            | Point::Holiday { .. }
    )
}
