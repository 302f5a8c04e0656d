//! Years alone, and the numbers that are none.

use super::{super::tense::is_participle, *};

impl Grammar<'_> {
    /// A year alone, where its surroundings make it one.
    pub fn year_point(&self, start: usize) -> Read<Point> {
        let worded = self.article(start);
        if self.is(worded, any!("jaar year"))
            && let Some((year, end)) = self.year(worded + 1)
            && !self.is_fault(end)
        {
            return Some((calendar(Year::Known(year), None, None), end));
        }
        // "FY24"
        if let (true, Some((two, 2))) = (self.is(start.wrapping_sub(1), any!("FY")), self.number(start)) {
            return Some((calendar(Year::Known(2000 + two as i32), None, None), start + 1));
        }
        if let Some((year, end)) = self.spelled_year(start) {
            let placed =
                matches!(self.before(start), Word::In | Word::Bound(_) | Word::Of | Word::Part(_) | Word::After)
                    || self.is_sentence_start(start);
            return placed.then_some((calendar(Year::Known(year), None, None), end));
        }
        let (year, end) = self.year(start)?;
        self.is_year_here(start, end, year).then_some((calendar(Year::Known(year), None, None), end))
    }

    /// "the year 2000 problem": of computers.
    fn is_fault(&self, end: usize) -> bool {
        self.is(end, any!("problem problems bug compliant compliance"))
    }

    /// "de eeuwwisseling": of the reader's own, 2000.
    pub fn turn_of_century(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        self.is(at, any!("eeuwwisseling millenniumwisseling"))
            .then(|| (calendar(Year::Known(2000), None, None), at + 1))
    }

    pub fn is_year_here(&self, at: usize, end: usize, year: i32) -> bool {
        let dotted = self.mark(at.wrapping_sub(1)) == '.' && at > 1 && self.is(at - 2, any!("ca c plm approx"));
        let estimated = self.is(at.wrapping_sub(1), any!("schatting"));
        if dotted && self.is(at - 2, any!("c")) {
            return year >= 1000;
        }
        // "Jaar van vernietiging: 2029"
        let labelled = self.mark(at.wrapping_sub(1)) == ':'
            && (2..6).any(|back| self.is(at.wrapping_sub(back), any!("jaar year")));
        if labelled && self.tokens.get(end).is_none_or(|token| token.gap >= Gap::Line) {
            return true;
        }
        if self.mark(at.wrapping_sub(1)) == '-' && self.is(at.wrapping_sub(2), any!("pre post")) {
            return year >= 1000;
        }
        // "1788 (?)", "2015 en verder"
        let doubted = self.mark(end) == '(' && self.mark(end + 1) == '?' && self.mark(end + 2) == ')';
        let onward = self.has(end, Word::And) && self.is(end + 1, any!("verder"));
        if doubted && year >= 1000 || onward && (1900..=2099).contains(&year) {
            return !self.is_reference(at);
        }
        let before = if dotted || estimated { Word::Circa } else { self.before(at) };
        if self.mark(at) == '\'' {
            // "in '21 en '22"
            if matches!(before, Word::And | Word::Or) && self.mark(at.wrapping_sub(3)) == '\'' {
                return true;
            }
            return matches!(
                before,
                Word::In
                    | Word::Of
                    | Word::Bound(_)
                    | Word::Before
                    | Word::After
                    | Word::Season(_)
                    | Word::To
                    | Word::Part(_)
            );
        }
        // "founded 1891", "est. 1891", "b. 1891, d. 1956"
        let dotted = usize::from(self.mark(at.wrapping_sub(1)) == '.');
        let lives = if dotted > 0 {
            any!("est b d geb overl gest ao")
        } else {
            any!("founded built born died opgericht gebouwd geboren overleden gesticht")
        };
        if year >= 1000 && at > dotted && self.is(at - 1 - dotted, lives) && self.ends_phrase(end) {
            // "onder b. 1900 wordt geschrapt"
            let letter = self.raw(at - 1 - dotted).len() == 1;
            return !letter || self.tokens.get(end).is_none() || matches!(self.mark(end), ',' | ')' | ';' | '.');
        }
        let modern = (1900..=2099).contains(&year);
        let round = year % 100 == 0;
        // "sinds 2014 klachten"
        if matches!(before, Word::Bound(Bound::Since)) && modern && !round {
            return true;
        }
        // "in 2015 en 2016 personen"
        let next = before == Word::And && self.year(at.wrapping_sub(2)).is_some_and(|(first, _)| first + 1 == year);
        if next && modern {
            return true;
        }
        let joined = self.joint(end, true).map(|(next, _)| next).or(self.is(end, any!("naar")).then_some(end + 1));
        let sums = (before == Word::Between || self.is(at.wrapping_sub(1), any!("van from")))
            && joined.and_then(|next| self.year(next)).is_some_and(|(_, end)| self.is_money(end));
        if sums
            || self.counts(end)
            || self.is_fault(end)
            || self.is_reference(self.head_of_list(at))
            || self.is_postcode(end)
            || self.is_law(at)
        {
            return false;
        }
        // "en 2000 in 2017"
        if self.is(end, any!("in")) && self.year(end + 1).is_some() {
            return false;
        }
        // "Stukken betreffende de bouw, 1886 en 1891-1893"
        let described = self.mark(at.wrapping_sub(1)) == ',' && !self.is_number(at.wrapping_sub(2));
        if described && year >= 1400 && !round && self.leads_years(end) {
            return true;
        }
        // "2016, 2017 en 2018", "de jaren 2012 en 2013"
        if modern
            && (self.leads_years(end)
                || self.has(at.wrapping_sub(1), Word::Jaren)
                || self.is(at.wrapping_sub(1), any!("years")))
        {
            return true;
        }
        let opens_line = at == 0 || self.tokens[at].gap >= Gap::Line;
        if (modern || year >= 1000 && opens_line && self.mark(end) == ':') && self.is_label(at, end) {
            return true;
        }
        // "2019, 2020 en 2021"
        if self.mark(at.wrapping_sub(1)) == ','
            && self.year(at.wrapping_sub(2)).is_some()
            && (self.has(end, Word::And) || self.mark(end) == ',')
        {
            return modern;
        }
        // "1922-1939, 1946."
        let ranged = self.mark(at.wrapping_sub(1)) == ',' && self.year(at.wrapping_sub(2)).is_some();
        if ranged && matches!(self.mark(at.wrapping_sub(3)), '-' | '–') && self.year(at.wrapping_sub(4)).is_some() {
            return modern;
        }
        if matches!(self.mark(at.wrapping_sub(1)), '(' | '[')
            && (matches!(self.mark(end), ')' | ']' | ',' | ';' | ':')
                || matches!(self.mark(end), '-' | '–') && !self.glued(end))
        {
            return year >= 1400;
        }
        if self.mark(at.wrapping_sub(1)) == '±' {
            return year >= 1000;
        }
        // "in 1200 gevallen": a round number is a year only where nothing follows that it may count.
        if round && !modern && !self.ends_phrase(end) {
            return false;
        }
        match before {
            // "the 2019 election": not a round number, which may count.
            Word::Article if self.is(at - 1, any!("the")) => {
                modern && !round && matches!(self.word(end), Word::Other | Word::Set(..)) && self.raw(end).len() > 2
            }
            Word::In | Word::Bound(_) | Word::Between | Word::Part(_) | Word::Season(_) | Word::Holiday(_) => true,
            // "in 2016 en 2017"; of things it would be "en 1980 auto's".
            // "ongeveer 1450 bureaus"
            Word::Circa => !self.is_plural_noun(end) || !round && self.is(at - 1, any!("rond omstreeks around")),
            Word::And | Word::Or => self.year(at.wrapping_sub(2)).is_some() || self.ends_phrase(end),
            // "vóór 1580 gesloopt"
            Word::After | Word::Before
                if year >= 1400 && !round && is_participle(&self.raw(end).to_ascii_lowercase()) =>
            {
                true
            }
            Word::After | Word::Before | Word::To | Word::Through | Word::Per => modern || self.ends_phrase(end),
            // "in de loop van 2021 vertrokken er drie"
            Word::Of if matches!(self.word(at.wrapping_sub(2)), Word::Loop | Word::Course) => true,
            Word::Maybe => self.ends_phrase(end),
            // "uit 1848", "van 1795": of a number of things it would be followed by them.
            // "vakantiedagen uit 2022 vervallen"
            Word::Of if (modern || !round) && self.is(at - 1, any!("uit")) => true,
            // "het besluit van 1969 uitwerken", "in 2026 of 2030 voldoen"
            Word::Of
                if (modern || year >= 1500 && !round)
                    && (self.is_dated_noun(at.wrapping_sub(2))
                        || self.is(at - 1, any!("of")) && self.year(at.wrapping_sub(2)).is_some()) =>
            {
                true
            }
            // "bleef steken op 1890"
            Word::On => modern && !self.is_plural_noun(end) && !self.is(at - 1, any!("op")),
            Word::Over | Word::Of => modern && !self.is_plural_noun(end) || self.ends_phrase(end),
            Word::At => false,
            // "tot en met 2025"
            Word::With => {
                let through = modern && at > 2 && self.has(at - 2, Word::And) && self.has(at - 3, Word::To);
                through && !self.is_reference(at.saturating_sub(4))
            }
            _ if self.is(at.wrapping_sub(1), any!("either")) => self.ends_phrase(end),
            _ => modern && !self.is_plural_noun(end) && self.follows_a_name_of_time(at, end),
        }
    }

    /// "schooljaar", "academic year", "FY": the noun that stands before a year and is named by it.
    pub fn year_noun_before(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(1)?;
        if self.tokens[at].gap >= Gap::Line {
            return None;
        }
        if self.is(noun, any!("jaar year")) {
            return Some(self.year_noun_whole(noun));
        }
        let raw = self.raw(noun);
        let dutch = raw.len() > 6 && raw.as_bytes()[raw.len() - 4..].eq_ignore_ascii_case(b"jaar");
        // "bouwjaar 1934" is when something was, not a period.
        let dutch = dutch
            && !self.is(noun, any!("bouwjaar geboortejaar sterfjaar oprichtingsjaar stichtingsjaar productiejaar"));
        let known = self.has(noun, Word::SchoolYear) || self.is(noun, any!("FY seizoen season jaargang"));
        (known || self.has(noun, Word::Other) && dutch).then_some(noun)
    }

    /// From "academic" in "academic year".
    pub fn year_noun_whole(&self, noun: usize) -> usize {
        let kind = any!("academic academisch fiscal financial school tax calendar budget");
        noun - usize::from(noun > 0 && self.is(noun - 1, kind))
    }

    /// "besluit", "wet", "verdrag": what is named by its year.
    pub fn is_dated_noun(&self, at: usize) -> bool {
        let noun = self.raw(at).to_ascii_lowercase();
        [
            "besluit",
            "wet",
            "verdrag",
            "akkoord",
            "regeling",
            "rapport",
            "verslag",
            "advies",
            "nota",
            "convenant",
            "brief",
            "mail",
            "vergadering",
            "overleg",
            "gesprek",
            "notulen",
            "bericht",
            "factuur",
            "klacht",
            "aanvraag",
            "motie",
            "raad",
            "commissie",
            "vrede",
            "treaty",
            "revolution",
            "election",
            "report",
        ]
        .iter()
        .any(|known| noun.ends_with(known))
    }

    /// More years follow: ", 2017 en 2018".
    fn leads_years(&self, end: usize) -> bool {
        let mut at = end;
        for _ in 0..8 {
            let last = self.has(at, Word::And) || self.is(at, any!("of or"));
            let Some((_, next)) = self.year(at + 1).filter(|_| last || self.mark(at) == ',') else { return false };
            if last {
                return !self.counts(next) && !self.is_plural_noun(next);
            }
            at = next;
        }
        false
    }

    /// The year opens an item: "- 2014: 231;", "1992 - eredoctoraat".
    fn is_label(&self, at: usize, end: usize) -> bool {
        let opens_line = at == 0 || self.tokens[at].gap >= Gap::Line;
        let opens = opens_line
            || matches!(self.mark(at.wrapping_sub(1)), '-' | '–' | '•' | '*' | '·' | ';' | ':' | ')')
                && (at < 2 || !self.glued(at - 1) || self.mark(at - 1) != '-');
        match self.mark(end) {
            ':' => opens && self.glued(end) && !self.glued(end + 1),
            '-' | '–' => {
                opens_line
                    && !self.glued(end)
                    && !self.glued(end + 1)
                    && matches!(self.tokens.get(end + 1).map(|token| token.kind), Some(Kind::Word(_)))
            }
            _ => false,
        }
    }

    /// "de begroting 2024", "de verkiezingen 2021", "Prinsjesdag 2023", "2023 was …".
    pub fn follows_a_name_of_time(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            // Alone at the start: "2023 was een goed jaar", or a line of its own.
            // "1921?" in a field of its own
            let doubted = self.mark(end) == '?' && self.tokens.get(end + 1).is_none();
            return self.tokens.get(end).is_none()
                || doubted
                || self.is(
                    end,
                    any!(
                        "was is wordt werd stond begon will saw brought became bracht kende gaf liet zag bleek verliep"
                    ),
                )
                || self.raw(end).ends_with("ed") && self.is_number(at);
        };
        match before.kind {
            Kind::Word(Word::Other | Word::That) => {
                // Products, and what stands before a count.
                let count = any!(
                    "toen slechts maar nog minstens minimaal maximaal telde telt telden haalde haalden kreeg kregen waren were just counted"
                );
                !self.is_named_by_number(at - 1)
                    && !self.is_work(end)
                    && !self.is_club(at)
                    && !self.is(at - 1, count)
                    && self.raw(at - 1).len() > 2
                    && self.tokens[at].gap >= Gap::Space
                    || self.is(at - 1, any!("wk ek os fy"))
            }
            Kind::Word(Word::Set(..) | Word::Unit(..) | Word::Way(_)) => true,
            Kind::Mark('.' | '!' | '?') => self.is(end, any!("was is wordt werd stond begon will saw")),
            _ => false,
        }
    }

    /// The first number of a list that a number ends: "1801" in "de nummers 1801 en 1812".
    fn head_of_list(&self, at: usize) -> usize {
        let mut head = at;
        for _ in 0..8 {
            let links = self.has(head.wrapping_sub(1), Word::And)
                || self.is(head.wrapping_sub(1), any!("of or"))
                || self.mark(head.wrapping_sub(1)) == ',';
            // "rolls 1801 to 1846"
            let spans =
                matches!(self.before(head), Word::To | Word::Through) && self.year(head.wrapping_sub(2)).is_some();
            if head < 2 || !(links || spans) || !self.is_number(head - 2) {
                break;
            }
            head -= 2;
        }
        head
    }
}
