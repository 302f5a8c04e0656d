//! The words of time, Dutch and English in one table: what a folded word can mean to the grammar.
//!
//! One word, one meaning; where a language uses a word for two things (`half`, `last`, `voor`) the grammar asks for its
//! neighbours. Triggers are the words without which no expression stands; the scan looks at nothing else.

mod key;
mod table;

pub(crate) use key::any;
pub use key::{Key, keys, n_words};

use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    QuarterHour,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Dutch,
    English,
    Both,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Begin,
    Middle,
    End,
    /// The first day: "primo".
    First,
    /// The last day: "ultimo".
    Last,
}

/// "vorige", "afgelopen", "deze", "volgende", "komende".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The calendar one before: "vorige", "previous".
    Previous,
    /// The one just gone: "afgelopen", "last", "past".
    Past,
    This,
    /// The calendar one after: "volgende", "next".
    Next,
    /// The one just ahead: "komende", "coming".
    Coming,
}

/// How a date is bounded by the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A state that lasts: "sinds", "vanaf", "tot", "tot en met".
    Since,
    From,
    Until,
    Through,
    /// One unknown day: "voor", "na", "uiterlijk", "niet voor".
    Before,
    After,
    By,
    NotBefore,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Other,
    Month(u8),
    /// Abbreviated: wants a day or a year.
    MonthShort(u8),
    /// English, and something else in lower case: "may", "march".
    RiskyMonth(u8),
    Weekday(u8),
    /// "ma", "zo", "sun": wants a date after it.
    WeekdayShort(u8),
    /// "woensdagmiddag".
    WeekdayPart(u8),
    /// "Mondays", "maandags".
    Weekdays(u8),
    Unit(Unit, Tongue),
    Number(u16),
    Ordinal(u8),
    /// "laatste", "final".
    Ultimate,
    One,
    Half,
    /// "anderhalf", "drieënhalf": so many and a half.
    AndHalf(u8),
    /// "halve"
    Halves,
    /// "enkele", "several": a number that nobody counted.
    Vague,
    Article,
    Helft,
    Part(Part),
    Season(u8),
    /// "spring", "fall".
    RiskySeason(u8),
    Way(Way),
    /// "last": Past or Ultimate.
    LastEnglish,
    Day(i8),
    /// A part of a day counted from today: "vanavond", "gistermiddag".
    DayPart(i8),
    /// "morgen": tomorrow or morning.
    Morgen,
    Heden,
    DayName,
    /// "'s avonds".
    DayHabit,
    Ago,
    Later,
    Earlier,
    After,
    Before,
    Over,
    In,
    Within,
    Of,
    On,
    At,
    To,
    /// "t/m", "through".
    Through,
    And,
    Or,
    Between,
    Bound(Bound),
    Jl,
    /// "a.s."
    Aanstaande,
    Dezes,
    /// "datzelfde", "die": what was told.
    That,
    Circa,
    Maybe,
    /// "daags na": the day after; "twee maal daags".
    Daags,
    Every,
    /// "every other week".
    Alternate,
    /// "bi-weekly".
    Bi,
    Per,
    /// "keer", "maal", "times".
    Times,
    Once,
    /// Its period: number and unit.
    Set(u8, Unit),
    Decades(u16),
    Jaren,
    Suffix,
    AmPm,
    OClock,
    Quarter15,
    /// "noon", "midnight".
    Noon,
    Holiday(u8),
    With,
    Ingang,
    Not,
    /// "now", "heute": from now.
    Now,
    /// "oud", "old".
    Old,
    Age,
    /// "same", "rest", "eve": with what follows it may tell a time.
    Relative,
    /// "schooljaar": from August on.
    SchoolYear,
    /// "Chr.", "BC": years before or after the common era.
    Era,
    /// Before a number it says that the number is no date: "artikel", "nr".
    Reference,
    /// After a number it says that the number counts things.
    Counted,
    Loop,
    Course,
    Name,
}

use Word::*;
use table::TABLE;

struct Index {
    /// A bit per hash: whether a trigger may have it.
    triggers: Vec<u64>,
    /// Open addressing over folded words.
    slots: Vec<Option<(&'static str, Word)>>,
}

const SLOTS: usize = 4096;
const BITS: usize = 1 << 16;

fn is_trigger(word: Word) -> bool {
    matches!(
        word,
        Month(_)
            | MonthShort(_)
            | RiskyMonth(_)
            | Weekday(_)
            | WeekdayPart(_)
            | Weekdays(_)
            | Unit(..)
            | Season(_)
            | RiskySeason(_)
            | Day(_)
            | DayPart(_)
            | Morgen
            | Heden
            | Set(..)
            | Decades(_)
            | Jaren
            | AmPm
            | Holiday(_)
            | Dezes
            | Helft
            | Half
            | Quarter15
            | Noon
            | DayName
            | Daags
            | Jl
            | Era
            | SchoolYear
            // "negentien drieënzestig", "twenty twenty"
            | Number(18..=20)
            | Ordinal(13..=31)
    )
}

/// Parts of the day that Dutch glues to the weekday.
const DAY_PARTS: &[&str] = &["ochtend", "morgen", "middag", "namiddag", "avond", "nacht"];
const DUTCH_WEEKDAYS: &[&str] = &["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index { triggers: vec![0; BITS / 64], slots: vec![None; SLOTS] };
        for &(words, meaning) in TABLE {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                let key = Key::of(word);
                let mut slot = slot_of(key);
                while index.slots[slot].is_some_and(|(known, _)| known != word) {
                    slot = (slot + 1) % SLOTS;
                }
                // The first meaning stands.
                if index.slots[slot].is_none() {
                    index.slots[slot] = Some((word, meaning));
                }
                if is_trigger(meaning) {
                    set_bit(&mut index.triggers, key);
                }
            }
        }
        set_bit(&mut index.triggers, Key::of("tweeduizend"));
        set_bit(&mut index.triggers, Key::of("eeuwwisseling"));
        // "o'clock" is two words to the scan.
        set_bit(&mut index.triggers, Key::of("clock"));
        for weekday in DUTCH_WEEKDAYS {
            for part in DAY_PARTS {
                set_bit(&mut index.triggers, Key::of(weekday).and(part.as_bytes()));
            }
        }
        index
    })
}

fn slot_of(key: Key) -> usize {
    (key.bits() >> 12) as usize % SLOTS
}

fn set_bit(bits: &mut [u64], key: Key) {
    let bit = (key.bits() >> 16) as usize;
    bits[bit / 64] |= 1 << (bit % 64);
}

/// The bits that [`may_trigger`] reads; fetched once a text.
pub fn trigger_bits() -> &'static [u64] {
    &index().triggers
}

/// Whether a word of this key may open or carry an expression: no false "no".
#[inline(always)]
pub fn may_trigger(bits: &[u64], key: Key) -> bool {
    let bit = (key.bits() >> 16) as usize;
    bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
}

/// What a folded word means.
pub fn lookup(word: &str) -> Word {
    match exact(word) {
        Other => compound(word),
        known => known,
    }
}

/// What a word of ASCII letters means, capitals or not, if its key is known.
pub fn lookup_ascii(word: &str, key: Key) -> Word {
    let slots = &index().slots;
    let mut slot = slot_of(key);
    while let Some((known, meaning)) = slots[slot] {
        if known.eq_ignore_ascii_case(word) {
            return meaning;
        }
        slot = (slot + 1) % SLOTS;
    }
    let last = word.as_bytes().last().map_or(0, u8::to_ascii_lowercase);
    if word.len() < 8 || !matches!(last, b'g' | b'd' | b'n' | b't' | b'e' | b'f') {
        return Other;
    }
    compound(&word.to_ascii_lowercase())
}

/// "woensdagmiddag", "eenentwintig", "drieëntwintigste".
fn compound(word: &str) -> Word {
    if word.len() < 8 || !word.is_ascii() {
        return Other;
    }
    let stem =
        word.strip_suffix("halve").or_else(|| word.strip_suffix("half")).and_then(|word| word.strip_suffix("en"));
    if let Some(Number(n @ 2..=99)) = stem.map(exact) {
        return AndHalf(n as u8);
    }
    let numeral = word.ends_with("tig") || word.ends_with("tigste");
    if !numeral && !DAY_PARTS.iter().any(|part| word.ends_with(part)) {
        return Other;
    }
    for (day, name) in DUTCH_WEEKDAYS.iter().enumerate() {
        if word.strip_prefix(name).is_some_and(|part| DAY_PARTS.contains(&part)) {
            return WeekdayPart(day as u8);
        }
    }
    const ONES: &[&str] = &["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
    for (one, name) in ONES.iter().enumerate() {
        let Some(tens) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix("en")) else {
            continue;
        };
        let stem = tens.strip_suffix("ste").unwrap_or(tens);
        if let Number(ten @ 20..=90) = exact(stem) {
            let value = ten + one as u16 + 1;
            return if stem.len() < tens.len() { Ordinal(value as u8) } else { Number(value) };
        }
    }
    Other
}

fn exact(word: &str) -> Word {
    let slots = &index().slots;
    let mut slot = slot_of(Key::of(word));
    while let Some((known, meaning)) = slots[slot] {
        if known == word {
            return meaning;
        }
        slot = (slot + 1) % SLOTS;
    }
    Other
}
