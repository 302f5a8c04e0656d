//! Weekdays, and the words that say which: "afgelopen vrijdag", "vrijdag over een week".

use super::*;

impl Grammar<'_> {
    /// A weekday's name, with its dot where shortened.
    pub fn weekday_name(&self, at: usize, short: bool) -> Read<u8> {
        match self.word(at) {
            // "mevrouw Zondag"
            Word::Weekday(_)
                if self.capital(at)
                    && (self.is_named(at)
                        || self.is_surname(at)
                        || self.is_titled(at)
                        || self.is_pet_name(at)
                        || self.is_team(at)
                        || self.is_listed_name(at)
                        || self.is_english_name(at)
                        || self.is_firm(at)) =>
            {
                None
            }
            Word::Weekday(day) | Word::WeekdayPart(day) => Some((day, at + 1)),
            Word::WeekdayShort(_) if self.is_school_level(at) => None,
            Word::WeekdayShort(day) if short => {
                let dot = self.mark(at + 1) == '.' && self.glued(at + 1);
                Some((day, at + 1 + usize::from(dot)))
            }
            _ => None,
        }
    }

    /// "havo 4, vwo 5 en wo 2": wetenschappelijk onderwijs.
    fn is_school_level(&self, at: usize) -> bool {
        let near = at.saturating_sub(6)..(at + 7).min(self.tokens.len());
        self.is(at, any!("wo"))
            && near.into_iter().any(|at| self.is(at, any!("havo vwo vmbo hbo mbo vavo bachelor master")))
    }

    /// "Mart Zondag notuleert", "Mr August Monday": Dutch writes a weekday with a small letter, and a number dates it.
    fn is_surname(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        // "mr. J.H. Vrijdag"
        if self.is_initial(before) && self.raw(at).ends_with('g') {
            return true;
        }
        let first_name = self.capital(before)
            && matches!(self.word(before), Word::Other | Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_))
            && self.tokens[at].gap == Gap::Space;
        let titled = before > 0 && self.has(before - 1, Word::Name);
        let dutch = self.raw(at).ends_with(['g', 'G']);
        // "VV Zaterdag"
        let club = self.is_all_capitals(before) && self.raw(before).len() < 4 && !self.is_all_capitals(at);
        let english = self.is_month_of_a_name(before);
        first_name && (titled || english || dutch && (club || !self.is_all_capitals(before))) && !self.is_number(at + 1)
    }

    /// "Vrijdag & Zonen"
    pub fn is_firm(&self, at: usize) -> bool {
        self.mark(at + 1) == '&' && self.capital(at + 2) && self.has(at + 2, Word::Other)
            || self.mark(at.wrapping_sub(1)) == '&' && self.capital(at.wrapping_sub(2)) && self.capital(at)
    }

    /// "Aanwezig: Zaterdag, Bakker en De Wit", "Robinson en Vrijdag": a capital among the capitals of names.
    fn is_listed_name(&self, at: usize) -> bool {
        let named = |at: usize| self.capital(at) && self.has(at, Word::Other) && !self.is_sentence_start(at);
        let dutch = self.raw(at).ends_with('g');
        let first = self.mark(at.wrapping_sub(1)) == ':'
            && self.mark(at + 1) == ','
            && named(at + 2)
            && self.mark(at + 3) == ',';
        let second = self.has(at.wrapping_sub(1), Word::And)
            && at > 1
            && self.capital(at - 2)
            && self.has(at - 2, Word::Other)
            && !matches!(self.word(at + 1), Word::Other if self.is(at + 1, any!("is zijn wordt worden")));
        dutch && (first || second && !self.is_number(at + 1))
    }

    /// "Sheffield Wednesday", "Wednesday Addams", "The Mail on Sunday", "the Saturday Evening Post".
    fn is_english_name(&self, at: usize) -> bool {
        if !self.raw(at).ends_with("day") {
            return false;
        }
        let name = |at: usize| {
            matches!(
                self.tokens.get(at),
                Some(Token {
                    kind: Kind::Word(Word::Other),
                    capital: true,
                    gap: Gap::Space | Gap::Line | Gap::Paragraph,
                    ..
                })
            )
        };
        let spaced = self.tokens[at].gap == Gap::Space;
        let before = at.wrapping_sub(1);
        let tells = |at: usize| {
            self.is(at, any!("is was has had lost won")) || self.raw(at).len() > 4 && self.raw(at).ends_with("ed")
        };
        let of_due = any!("holiday cob eod eob deadline due meeting call review closing starts ends bank");
        let behind = spaced
            && name(before)
            && !self.is_all_capitals(before)
            && !self.is(before, of_due)
            && !self.is_number(at + 1)
            && (tells(at + 1) || !self.is_sentence_start(before));
        let leads =
            self.is_sentence_start(at) && name(at + 1) && self.tokens[at + 1].gap == Gap::Space && tells(at + 2);
        let paper = self.is(before, any!("good black")) && name(at + 1)
            || self.is(before, any!("on")) && self.is(at.wrapping_sub(2), any!("mail"))
            || self.has(at + 1, Word::DayName) && self.capital(at + 1) && name(at + 2);
        behind || leads || paper
    }

    /// "the Sunday Times"
    fn is_titled(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        self.has(at.wrapping_sub(1), Word::Article)
            && self.is(at - 1, any!("the"))
            && next.is_some_and(|next| {
                next.capital && next.gap == Gap::Space && matches!(next.kind, Kind::Word(Word::Other | Word::Times))
            })
    }

    /// "haar hond Zondag,": Dutch writes a day with a small letter.
    fn is_pet_name(&self, at: usize) -> bool {
        let dutch = self.raw(at).ends_with('g') && self.capital(at);
        dutch
            && at > 1
            && self.has(at.wrapping_sub(1), Word::Other)
            && !self.capital(at - 1)
            && !self.is_sentence_start(at)
            && (matches!(self.mark(at + 1), ',' | '.') || self.has(at + 1, Word::And))
            && self.is(at.wrapping_sub(2), any!("haar zijn hun mijn onze de het een"))
    }

    /// "JO13-2 verloor en Zaterdag 3 speelde gelijk": a number, and no month or mark behind it.
    fn is_team(&self, at: usize) -> bool {
        let plain =
            matches!(self.tokens.get(at + 2), Some(Token { kind: Kind::Word(Word::Other), gap: Gap::Space, .. }));
        self.raw(at).ends_with('g')
            && !self.is_sentence_start(at)
            && matches!(self.number(at + 1), Some((1..=9, 1)))
            && plain
    }

    fn is_all_capitals(&self, at: usize) -> bool {
        self.raw(at).chars().all(char::is_uppercase)
    }

    /// "mevrouw", "Mr." stands before.
    pub fn is_addressed(&self, at: usize) -> bool {
        let dot = usize::from(self.mark(at.wrapping_sub(1)) == '.');
        // "de heer De Maandag"
        let particle = usize::from(at > 1 && self.capital(at - 1) && self.has(at - 1, Word::Article));
        let before = at.checked_sub(1 + dot + particle);
        self.capital(at) && (before.is_some_and(|before| self.is_title(before)) || self.is_of_van(at))
    }

    /// "mevrouw", "dokter", "het lid", "Judge": a name follows. English writes days with a capital, so its titles need one.
    fn is_title(&self, at: usize) -> bool {
        const DUTCH: &[Key] = any!(
            "dokter burgemeester wethouder gedeputeerde raadslid kamerlid statenlid lid leden staatssecretaris rechter griffier notaris \
             meester juf pastoor dominee pater zuster broeder kapitein inspecteur brigadier agent collega tante oom opa oma secretaris"
        );
        const ENGLISH: &[Key] = any!(
            "doctor professor judge justice councillor cllr senator nurse sister father uncle aunt rev reverend captain colonel \
             sergeant inspector detective constable"
        );
        self.has(at, Word::Name) || self.is(at, DUTCH) || self.capital(at) && self.is(at, ENGLISH)
    }

    /// "het voorstel Van Zondag", "mevrouw Van der Maart": of a day it would be "van".
    fn is_of_van(&self, at: usize) -> bool {
        let der = usize::from(self.is(at.wrapping_sub(1), any!("der den de")) && !self.capital(at - 1));
        let van = at.wrapping_sub(1 + der);
        self.raw(van) == "Van" && !self.is_sentence_start(van) && !self.is_number(at + 1)
    }

    /// "Jan Friday": where a date would be written, a number or a word of time stands before the month.
    fn is_month_of_a_name(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_))
            && self.capital(at)
            && !self.is_number(at.wrapping_sub(1))
            && !self.is_sentence_start(at)
            && matches!(self.before(at), Word::Other | Word::And | Word::Name)
    }

    /// "mevrouw Zondag", "Roze Zaterdag": the name of a person or a feast.
    fn is_named(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let adjective = self.has(before, Word::Other) && self.capital(before) && self.raw(before).ends_with('e');
        self.is_addressed(at) || (adjective && self.tokens[at].gap == Gap::Space)
    }

    /// "afgelopen vrijdag", "vrijdag volgende week", "volgende week vrijdag", "vrijdag over een week", "woensdag".
    pub fn weekday(&self, start: usize) -> Read<Point> {
        if let Some(read) = self.told_weekday(start) {
            return Some(read);
        }
        if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(start) {
            let at = end + usize::from(matches!(self.word(end), Word::On));
            if let Some((weekday, end)) = self.weekday_name(at, false) {
                return Some((Point::Weekday { weekday, way: None, weeks: Some(shift) }, end));
            }
        }
        let (way, at) = match self.way(start) {
            Some((way, at)) => (Some(way), at),
            None => (None, self.article(start)),
        };
        let short = match way {
            Some(way) => way != Way::This && self.ends_phrase(at + 1) && !self.is(at, any!("zo do")),
            // "vr. a.s."
            None => {
                let dot = usize::from(self.mark(at + 1) == '.' && self.glued(at + 1));
                let announced = matches!(self.word(at + 1 + dot), Word::Jl | Word::Aanstaande);
                announced || self.is_all(at, at + 1) && !self.is(at, any!("zo do"))
            }
        };
        let (weekday, end) = self.weekday_name(at, short)?;
        if self.has(at, Word::Weekday(6)) && self.is(at, any!("sun")) {
            return None;
        }
        // "the Monday after next", "maandag na volgende"
        if way.is_none() && self.has(end, Word::After) && self.is(end + 1, any!("next volgende")) {
            return Some((Point::Weekday { weekday, way, weeks: Some(2) }, end + 2));
        }
        // "the Monday before last"
        if way.is_none() && at > start && self.has(end, Word::Before) && self.is(end + 1, any!("last vorige")) {
            let of = Box::new(Point::Today(0));
            return Some((Point::Beside { n: -2, what: What::Weekday(weekday), of }, end + 2));
        }
        if way.is_none() {
            // "maandag in week 12", "dinsdag van de week van 6 mei"
            if let Some((within, end)) = self.week(self.of_or_in(end)) {
                return Some((Point::Nth { n: 1, what: What::Weekday(weekday), within: Box::new(within) }, end));
            }
            let of = self.of(end);
            if let Some((Point::Unit { unit: Unit::Week, shift }, end)) = self.unit(of) {
                return Some((Point::Weekday { weekday, way, weeks: Some(shift) }, end));
            }
            // "donderdag en vrijdag volgende week": the week is said of both.
            if (matches!(self.word(end), Word::And | Word::Or) || self.is(end, any!("of")))
                && let Some((_, next)) = self.weekday_name(end + 1, false)
                && let Some((Point::Unit { unit: Unit::Week, shift }, _)) = self.unit(next)
            {
                return Some((Point::Weekday { weekday, way, weeks: Some(shift) }, end));
            }
            let from = Box::new(Point::Weekday { weekday, way: Some(Way::Coming), weeks: None });
            if let Some((amount, end)) = self.over(end) {
                // "zaterdag over acht dagen" is a week on.
                let amount = if amount == Amount::whole(8, Unit::Day) { Amount::whole(1, Unit::Week) } else { amount };
                return Some((Point::Count { amount, ahead: true, from: Some(from) }, end));
            }
        }
        // "Friday last", "Friday week"
        let english = way.is_none() && at == start && self.raw(at).ends_with("day");
        if english && self.is(end, any!("last next")) && self.ends_phrase(end + 1) {
            let way = Some(if self.is(end, any!("last")) { Way::Past } else { Way::Next });
            return Some((Point::Weekday { weekday, way, weeks: None }, end + 1));
        }
        if english && self.is(end, any!("week")) && self.ends_phrase(end + 1) {
            let from = Box::new(Point::Weekday { weekday, way: Some(Way::Coming), weeks: None });
            return Some((
                Point::Count { amount: Amount::whole(1, Unit::Week), ahead: true, from: Some(from) },
                end + 1,
            ));
        }
        let day = Point::Weekday { weekday, way, weeks: None };
        (way.is_some() || at == start).then_some((day, end))
    }

    /// "afgelopen", "de komende", "last".
    pub fn way(&self, start: usize) -> Read<Way> {
        let at = self.article(start);
        match self.word(at) {
            // "this coming Friday", "deze afgelopen maand"
            Word::Way(Way::This) => match self.word(at + 1) {
                Word::Way(way @ (Way::Past | Way::Coming)) => Some((way, at + 2)),
                _ => Some((Way::This, at + 1)),
            },
            Word::Way(way) => Some((way, at + 1)),
            // "as. vrijdag", as "a.s." is often typed
            Word::With if self.is(at, any!("as")) => {
                let next = at + 1 + usize::from(self.mark(at + 1) == '.' && self.glued(at + 1));
                let dutch = matches!(self.word(next), Word::Weekday(_) | Word::WeekdayPart(_)) && !self.capital(next);
                dutch.then_some((Way::Coming, next))
            }
            Word::LastEnglish if at == start => Some((Way::Past, at + 1)),
            Word::Aanstaande | Word::Jl => {
                let way = if self.has(at, Word::Jl) { Way::Past } else { Way::Coming };
                Some((way, at + 1 + usize::from(self.mark(at + 1) == '.' && self.glued(at + 1))))
            }
            _ => None,
        }
    }
}
