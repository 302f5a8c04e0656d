//! The whole expression: the longest of all readings that start at a place.

use super::{super::tense::is_participle, *};

impl Grammar<'_> {
    /// The longest expression that starts here.
    pub fn expression(&self, at: usize) -> Read<Expr> {
        let measured = if self.may_measure(at) { self.measured(at) } else { None };
        if !self.may_point(at) {
            return measured;
        }
        let bare = self.point(at);
        let range = if self.may_join(at) { self.range(at, &bare) } else { None };
        let pair = if self.may_pair(at) { self.pair(at, &bare) } else { None };
        let listed = self.listed(at, &bare);
        let habit = if matches!(self.word(at), Word::Weekday(_)) { self.weekday_habit(at) } else { None };
        let clocks = match &bare {
            Some((point, end)) => self.clocks_after(point, *end),
            None => None,
        };
        // Only a time that is written with its seconds or zone.
        let stamped =
            |end: usize| self.glued(end) && self.is(end, any!("T")) || self.is_number(end) && self.mark(end + 1) == ':';
        let stamp = match &bare {
            Some((point, end)) if stamped(*end) => self.stamp_after(point.clone(), *end),
            _ => None,
        };
        let point = bare.map(|(point, end)| {
            let named = matches!(self.word(end - 1), Word::WeekdayPart(_) | Word::DayPart(_)).then_some(None);
            let end = end + usize::from(named.is_some() && self.is_late(end));
            let (clock, end) = self.clock_after(end, &point).map_or((named, end), |(clock, end)| (Some(clock), end));
            (Expr::Point(point, clock), end)
        });
        // "31 december van enig jaar"
        let point = point.map(|(expr, end)| match (&expr, self.word(end + 2)) {
            (
                Expr::Point(Point::Calendar { year: Year::Absent, month: Some(_), .. }, None),
                Word::Unit(unit @ Unit::Year, _),
            ) if self.is(end, any!("van of")) && self.is(end + 1, any!("elk ieder enig each every any")) => {
                (Expr::Set(Amount::whole(1, unit)), end + 3)
            }
            _ => (expr, end),
        });
        // "from 1990 onwards"
        let onward = point.clone().and_then(|(expr, end)| match expr {
            Expr::Point(point, None) if self.is(end, any!("onward onwards")) => Some((Expr::Onward(point), end)),
            // "van 1950 af"
            Expr::Point(point @ Point::Calendar { .. }, None)
                if self.is(end, any!("af")) && self.is(at.wrapping_sub(1), any!("van")) =>
            {
                Some((Expr::Onward(point), end + 1))
            }
            // "2015 en verder"
            Expr::Point(point @ Point::Calendar { .. }, None)
                if self.has(end, Word::And) && self.is(end + 1, any!("verder")) =>
            {
                Some((Expr::Onward(point), end + 2))
            }
            _ => None,
        });
        longest([habit, range, pair, listed, clocks, onward, stamp, point, measured])
    }

    /// "vanochtend vroeg", "zaterdagavond laat": not the verbs, which a subject follows.
    fn is_late(&self, at: usize) -> bool {
        let next = at + 1;
        self.is(at, any!("vroeg laat"))
            && (matches!(self.tokens.get(next).map(|token| token.kind), None | Some(Kind::Mark('.' | ',' | ';' | ')')))
                || matches!(self.word(next), Word::In | Word::On | Word::At)
                || self.is(next, any!("bij nog is was werd zijn waren"))
                || is_participle(&self.raw(next).to_ascii_lowercase()))
    }

    /// A duration, a repetition, a time of day. Most numbers are none, which what follows them tells.
    fn measured(&self, at: usize) -> Read<Expr> {
        let is_number = self.is_number(at);
        let length = !is_number
            || self.soon(at + 1, 5, |kind| {
                matches!(
                    kind,
                    Kind::Word(Word::Unit(..) | Word::Jaren | Word::Times | Word::Once | Word::OClock | Word::Set(..))
                ) || kind == Kind::Mark('½')
            });
        let clock = !is_number
            || self.soon(at + 1, 5, |kind| {
                matches!(
                    kind,
                    Kind::Mark(':' | '.' | '\'')
                        | Kind::Word(
                            Word::OClock
                                | Word::AmPm
                                | Word::Unit(Unit::Hour, _)
                                | Word::DayHabit
                                | Word::DayName
                                | Word::Noon
                                | Word::In
                                | Word::At
                                | Word::Over
                                | Word::Before
                        )
                )
            });
        let lengths = if length {
            longest([self.counted(at), self.repetition(at), self.length(at), self.next_to_told(at)])
        } else {
            None
        };
        let clocks = if clock { longest([self.clocks(at), self.time(at)]) } else { None };
        longest([lengths, clocks])
    }

    /// What joins the two ends of a range stands near.
    fn may_join(&self, at: usize) -> bool {
        self.soon(at + 1, 12, |kind| {
            matches!(
                kind,
                Kind::Mark('-' | '–' | '/')
                    | Kind::Word(Word::Through | Word::To | Word::And | Word::On | Word::Bound(Bound::Until))
            )
        })
    }

    /// A number, or a word that can open a point or a range.
    fn may_point(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(Kind::Word(Word::Article)) => self.may_follow_article(at + 1),
            Some(Kind::Word(Word::One)) => matches!(self.word(at + 1), Word::Month(_)),
            Some(Kind::Word(word)) => !matches!(
                word,
                Word::In
                    | Word::At
                    | Word::Over
                    | Word::Not
                    | Word::Every
                    | Word::Set(..)
                    | Word::Once
                    | Word::Weekdays(_)
                    | Word::Circa
                    | Word::Vague
                    | Word::DayName
                    | Word::AmPm
                    | Word::Now
                    | Word::Age
                    | Word::Noon
                    | Word::Bi
                    | Word::Per
            ),
            _ => true,
        }
    }

    /// A number, or a word that can open a duration, a repetition, a time of day.
    pub fn may_measure(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(Kind::Number(_, digits)) => digits < 5,
            Some(Kind::Word(word)) => {
                matches!(
                    word,
                    Word::Number(_)
                        | Word::Half
                        | Word::AndHalf(_)
                        | Word::Way(_)
                        | Word::LastEnglish
                        | Word::Circa
                        | Word::Over
                        | Word::Set(..)
                        | Word::Weekdays(_)
                        | Word::Every
                        | Word::Bi
                        | Word::Once
                        | Word::Quarter15
                        | Word::Not
                        | Word::Daags
                        | Word::Unit(Unit::Quarter, _)
                        | Word::Ordinal(_)
                ) || (word == Word::Per && matches!(self.word(at + 1), Word::Unit(..) | Word::Half))
                    || (word == Word::Alternate && self.is(at, any!("alternate")))
                    || matches!(word, Word::Hours(_))
                    || (matches!(word, Word::Unit(..)) && self.repeated(at).is_some())
                    || (word == Word::One && self.may_be_measured(at + 1))
                    || (word == Word::Article && matches!(self.word(at + 1), Word::Way(_)))
                    || (word == Word::Article && matches!(self.word(at + 1), Word::Unit(..)) && self.is_beside(at + 2))
                    || (word == Word::Article && self.suffix(at + 2))
                    || (word == Word::Article
                        && matches!(self.word(at + 1), Word::LastEnglish | Word::Ultimate | Word::Ordinal(_)))
                    || (word == Word::Article && self.has(at + 1, Word::Relative))
                    || word == Word::Ultimate
                    || word == Word::Noon
                    || (word == Word::In && self.is(at, any!("in")) && self.may_be_measured(at + 2))
                    || (word == Word::At && self.has(at + 1, Word::Article))
            }
            // "'s maandags", "'s middags om drie uur"
            Some(Kind::Mark('\'')) => self.is(at + 1, any!("s")),
            _ => false,
        }
    }

    /// What a number can count stands here, or an adjective before it.
    pub fn may_be_measured(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Word::Unit(..)
                | Word::Half
                | Word::Halves
                | Word::And
                | Word::Jaren
                | Word::Times
                | Word::Number(_)
                | Word::After
                | Word::Before
                | Word::Over
                | Word::Quarter15
        ) || self
            .is(at, any!("couple volle hele full whole past second kleine goede dikke ruime krappe goed klein dik"))
            || self.mark(at) == '-'
    }
}
