//! The words of time, Dutch and English in one table: what a folded word can mean to the grammar.
//!
//! One word, one meaning; where a language uses a word for two things (`half`, `last`, `voor`) the grammar asks for its
//! neighbours. Triggers are the words without which no expression stands; the scan looks at nothing else.

mod key;
mod table;

pub use key::{Key, in_order, keys, n_words};
pub(crate) use key::{any, sorted};

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
    /// "rond vieren": the hour.
    Hours(u8),
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
    /// A bit per key: whether a trigger may have it.
    triggers: Vec<u64>,
    /// Open addressing over the keys of folded words.
    slots: Vec<(Key, Word)>,
    /// The word of each slot.
    words: Vec<&'static str>,
}

const SLOTS: usize = 4096;
const BITS: usize = 1 << 14;

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
            | Hours(_)
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
        let mut index =
            Index { triggers: vec![0; BITS / 64], slots: vec![(Key::NONE, Other); SLOTS], words: vec![""; SLOTS] };
        for &(words, meaning) in TABLE {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                let key = Key::of(word);
                let mut slot = slot_of(key);
                while !matches!(index.slots[slot].0, known if known == Key::NONE || known == key) {
                    slot = (slot + 1) % SLOTS;
                }
                // The first meaning stands.
                if index.slots[slot].0 == Key::NONE {
                    index.slots[slot] = (key, meaning);
                    index.words[slot] = word;
                }
                if is_trigger(meaning) {
                    set_bit(&mut index.triggers, key);
                }
            }
        }
        for key in LONE_TRIGGERS {
            set_bit(&mut index.triggers, *key);
        }
        for weekday in DUTCH_WEEKDAYS {
            for part in DAY_PARTS {
                set_bit(&mut index.triggers, Key::of(&format!("{weekday}{part}")));
            }
        }
        index
    })
}

/// Triggers whose meaning does not tell: "o'clock" is two words to the scan, "jongstleden" means "past" as well.
const LONE_TRIGGERS: &[Key] = any!("tweeduizend clock jongstleden eeuwwisseling kalenderjaar oud");

fn slot_of(key: Key) -> usize {
    (key.bits() >> 12) as usize % SLOTS
}

fn set_bit(bits: &mut [u64], key: Key) {
    let bit = (key.bits() >> 16) as usize % BITS;
    bits[bit / 64] |= 1 << (bit % 64);
}

/// The words that an expression may open with or be carried by.
#[derive(Clone, Copy)]
pub struct Triggers(&'static [u64]);

/// Fetched once a text.
pub fn triggers() -> Triggers {
    Triggers(&index().triggers)
}

impl Triggers {
    /// Whether it may hold a word of this key: no false "no", and of some twenty other words one false "yes".
    #[inline(always)]
    pub fn may_hold(self, key: Key) -> bool {
        let bit = (key.bits() >> 16) as usize % BITS;
        self.0.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// Whether it holds a word of ASCII letters.
    pub fn holds(self, word: &str, key: Key) -> bool {
        self.may_hold(key) && (is_trigger(lookup_ascii(word, key)) || LONE_TRIGGERS.contains(&key))
    }
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
    match find(word, key) {
        Other if word.len() >= 8 && ends_as_compound(word.as_bytes()) => compound(&word.to_ascii_lowercase()),
        known => known,
    }
}

/// Most words of some length are told apart from the compounds by their last letters.
fn ends_as_compound(word: &[u8]) -> bool {
    word.last_chunk::<3>().is_some_and(|end| {
        matches!(
            &end.map(|byte| byte | 32),
            b"tig" | b"ste" | b"alf" | b"lve" | b"end" | b"gen" | b"dag" | b"ond" | b"cht"
        )
    })
}

fn find(word: &str, key: Key) -> Word {
    let index = index();
    let mut slot = slot_of(key);
    loop {
        match index.slots[slot] {
            (Key::NONE, _) => return Other,
            (known, meaning) if known == key && index.words[slot].eq_ignore_ascii_case(word) => return meaning,
            _ => slot = (slot + 1) % SLOTS,
        }
    }
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
    find(word, Key::of(word))
}
