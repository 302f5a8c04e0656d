//! Feast days by name.

use super::*;

impl Grammar<'_> {
    pub fn holiday(&self, start: usize) -> Read<Point> {
        let (ordinal, at) = match self.word(start) {
            Word::Ordinal(n @ 1..=2) => (n, start + 1),
            _ => match self.number(start) {
                Some((n @ 1..=2, 1)) if self.suffix(start + 1) => (n as u8, start + 2),
                _ => (0, start),
            },
        };
        let (which, end) = self.holiday_name(at, ordinal)?;
        // "pinkstermaandag 6 juni": one day, by two names.
        if self.is_number(end)
            && let Some((day @ Point::Calendar { day: Some(_), month: Some(_), .. }, end)) = self.day_month(end)
        {
            return Some((day, end));
        }
        // "the Good Friday Agreement", "Easter Road": a name goes on.
        let named = self.is(at, any!("good easter christmas black boxing palm ash")) && self.is_in_name(end);
        if named {
            return None;
        }
        let (year, end) = self.year_after(end);
        // "rond de jaarwisseling 2020/2021": with which the second begins.
        if let (0, Year::Known(first), '/' | '-' | '–', Some((second, 4))) =
            (which, year, self.mark(end), self.number(end + 1))
            && first + 1 == second as i32
        {
            return Some((Point::Holiday { which, year: Year::Known(second as i32) }, end + 2));
        }
        if let Some((days, last)) = days_of(which) {
            let to = Box::new(Point::Holiday { which: last, year });
            return Some((Point::UpTo { amount: Amount::whole(days, Unit::Day), to }, end));
        }
        // "Zaterdag komt Sinterklaas": the man, not his day, unless a word of time leads to it.
        if year == Year::Absent && self.is(at, any!("sinterklaas")) && !self.is_all(start, end) {
            let led = matches!(
                self.before(start),
                Word::With
                    | Word::Before
                    | Word::After
                    | Word::On
                    | Word::To
                    | Word::Between
                    | Word::And
                    | Word::Bound(_)
                    | Word::Circa
                    | Word::Way(_)
            );
            let kept =
                (1..4).any(|back| self.is(start.wrapping_sub(back), any!("vieren viert vierden vierde gevierd")));
            if !led && !kept && !self.is(start.wrapping_sub(1), any!("tijdens tegen")) {
                return None;
            }
        }
        Some((Point::Holiday { which, year }, end))
    }

    /// "last Christmas", "next Easter", "het afgelopen pinksterweekend".
    pub fn way_holiday(&self, start: usize) -> Read<Point> {
        let year = match self.word(start) {
            Word::LastEnglish => Year::Shift(PAST_NEXT),
            _ if self.is(start, any!("next")) => Year::Shift(FUTURE_NEXT),
            // "het afgelopen pinksterweekend"
            _ => return self.way_feast_days(start),
        };
        let (which, end) = self.holiday_name(start + 1, 0)?;
        Some((Point::Holiday { which, year }, end))
    }

    /// Another word in a capital follows: "Easter Road".
    fn is_in_name(&self, end: usize) -> bool {
        let next = self.tokens.get(end);
        next.is_some_and(|next| next.capital && next.gap == Gap::Space && next.kind == Kind::Word(Word::Other))
    }

    fn way_feast_days(&self, start: usize) -> Read<Point> {
        let (way, at) = self.way(start)?;
        let Word::Holiday(which) = self.word(at) else { return None };
        let (days, last) = days_of(which)?;
        let year = match way {
            Way::Past | Way::Previous => Year::Shift(PAST_NEXT),
            Way::Coming | Way::Next => Year::Shift(FUTURE_NEXT),
            Way::This => Year::Absent,
        };
        let to = Box::new(Point::Holiday { which: last, year });
        Some((Point::UpTo { amount: Amount::whole(days, Unit::Day), to }, at + 1))
    }

    /// "de jaarwisseling", "de Kerst".
    pub fn articled_holiday(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let Word::Holiday(which) = self.word(at) else { return None };
        // "Morgen is het Hemelvaartsdag"
        let neuter = days_of(which).is_some() || ["feest", "fest"].iter().any(|end| self.raw(at).ends_with(end));
        if at > start && self.is(start, any!("het")) && !neuter {
            return None;
        }
        self.holiday(at)
    }

    pub fn holiday_name(&self, at: usize, ordinal: u8) -> Read<u8> {
        // "mevrouw Pasen", "Easter Island"
        let island = self.is(at + 1, any!("island islands"));
        if island || self.is_addressed(at) {
            return None;
        }
        if let Word::Holiday(which) = self.word(at) {
            let eve = self.is(at + 1, any!("eve avond"));
            let weekend = matches!(which, 9 | 11) && self.is(at + 1, any!("weekend"));
            let day = weekend || self.is(at + 1, any!("day sunday monday"));
            let which = match (which, ordinal) {
                (7, 2) => 20,
                (9, 2) => 14,
                (11, 2) => 15,
                (7, _) if eve => 6,
                (9, _) if self.is(at + 1, any!("monday")) => 14,
                (9, _) if weekend => 53,
                (11, _) if weekend => 54,
                (which, _) => which,
            };
            return Some((which, at + 1 + usize::from(eve || day)));
        }
        if !self.opens_feast(at) {
            return None;
        }
        NAMES.iter().find_map(|(name, which)| {
            let end = self.words_of(at, name)?;
            let meant = *which != GOEDE_VRIJDAG || self.capital(at) || self.is(at, any!("good"));
            meant.then_some((*which, end))
        })
    }

    /// A name of two words or more may start here: "Boxing Day", "Goede Vrijdag".
    pub fn may_be_feast(&self, at: usize) -> bool {
        self.opens_feast(at) && self.holiday_name(at, 0).is_some()
    }

    /// Its word is the first of such a name.
    fn opens_feast(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| FIRST_BITS >> (token.key.bits() % 128) & 1 == 1) && self.is(at, FIRST)
    }

    /// The end of the words of `name`; "'s" may lack its apostrophe.
    fn words_of(&self, start: usize, name: &str) -> Option<usize> {
        let mut at = start;
        for word in name.split(' ') {
            let (stem, possessive) = word.strip_suffix("'s").map_or((word, false), |stem| (stem, true));
            let raw = self.raw(at);
            let plural = possessive
                && raw.len() == stem.len() + 1
                && raw.as_bytes()[stem.len()].eq_ignore_ascii_case(&b's')
                && raw.as_bytes()[..stem.len()].eq_ignore_ascii_case(stem.as_bytes());
            if !plural && !raw.eq_ignore_ascii_case(stem) {
                return None;
            }
            at += 1;
            if self.mark(at) == '.' && stem.len() == 2 {
                at += 1;
            }
            if self.mark(at) == '\'' && self.glued(at) {
                at += 1 + usize::from(possessive && !plural && self.is(at + 1, any!("s")));
            }
        }
        Some(at)
    }
}

/// "de kerstdagen", "het pinksterweekend": so many days, and the feast that is the last of them.
fn days_of(which: u8) -> Option<(u32, u8)> {
    match which {
        50 => Some((2, 20)),
        51 => Some((2, 14)),
        52 => Some((2, 15)),
        53 => Some((3, 14)),
        54 => Some((3, 15)),
        // "carnaval": to Shrove Tuesday.
        43 => Some((3, 55)),
        _ => None,
    }
}

const GOEDE_VRIJDAG: u8 = 24;

/// A bit for some of the keys' bits: most words are told apart from [`FIRST`] by these.
const FIRST_BITS: u128 = {
    let (mut bits, mut at) = (0, 0);
    while at < FIRST.len() {
        bits |= 1 << (FIRST[at].bits() % 128);
        at += 1;
    }
    bits
};

/// The first words of [`NAMES`], with and without their "s".
const FIRST: &[Key] = any!(
    "all april armistice ascension ash black boxing canada columbus cyber dag earth epiphany \
     father fathers first goede goeden good independence king kings labor labour liberation \
     martin maundy memorial mlk mother mothers new oud palm pancake president presidents \
     remembrance saint shrove st stille valentine valentines veteran veterans whit witte women \
     womens"
);

/// Feasts of several words; the numbers are those of `holiday.rs`.
const NAMES: &[(&str, u8)] = &[
    ("oud en nieuw", 8),
    ("new year's day", 0),
    ("new year's eve", 8),
    ("new year's", 0),
    ("new year", 0),
    ("valentine's day", 18),
    ("independence day", 21),
    ("boxing day", 20),
    ("labor day", 22),
    ("labour day", 22),
    ("liberation day", 3),
    ("memorial day", 23),
    ("good friday", 24),
    ("goede vrijdag", 24),
    ("goeden vrijdag", 24),
    ("dag van de arbeid", 25),
    ("ascension day", 10),
    ("epiphany", 26),
    ("all saint's day", 27),
    ("all soul's day", 28),
    ("palm sunday", 30),
    ("ash wednesday", 31),
    ("witte donderdag", 32),
    ("maundy thursday", 32),
    ("stille zaterdag", 33),
    ("st patrick's day", 35),
    ("saint patrick's day", 35),
    ("veteran's day", 36),
    ("armistice day", 36),
    ("remembrance day", 36),
    ("martin luther king day", 38),
    ("mlk day", 38),
    ("president's day", 39),
    ("columbus day", 40),
    ("april fool's day", 41),
    ("earth day", 42),
    ("black friday", 44),
    ("canada day", 45),
    ("mother's day", 16),
    ("father's day", 17),
    ("women's day", 46),
    ("whit monday", 15),
    ("king's day", 1),
    ("first advent", 47),
    ("pancake day", 55),
    ("shrove tuesday", 55),
    ("cyber monday", 56),
];

#[cfg(test)]
mod tests {
    use super::{FIRST, Key, NAMES};

    #[test]
    fn first_words_are_known() {
        let first = |name: &str| Key::of(name.split(' ').next().unwrap_or("").trim_end_matches("'s"));
        assert!(NAMES.iter().all(|(name, _)| FIRST.contains(&first(name))));
    }
}
