//! What a clause is about, so that tellings of one event are known as such.

use super::super::lexicon::{self, Word};
use crate::text::{fold, words};

/// Words that tell something: folded stems of four letters and more, without those that every sentence has.
pub fn stems(text: &str) -> Vec<String> {
    const COMMON: &[&str] = &[
        "voor",
        "door",
        "naar",
        "over",
        "deze",
        "heeft",
        "hebben",
        "wordt",
        "worden",
        "werd",
        "werden",
        "zijn",
        "waren",
        "niet",
        "haar",
        "hun",
        "meer",
        "onder",
        "tegen",
        "tijdens",
        "daarna",
        "zich",
        "zijn",
        "sinds",
        "vanaf",
        "ook",
        "alle",
        "andere",
        "geen",
        "welke",
        "with",
        "from",
        "that",
        "this",
        "have",
        "were",
        "their",
        "which",
        "about",
        "after",
        "before",
        "jaar",
        "dagen",
        "weken",
        "maanden",
        "year",
        "days",
        "weeks",
        "month",
        "week",
        "maand",
        "afgelopen",
        "komende",
        "weer",
        "nieuwe",
        "eerste",
        "tweede",
        "heel",
        "veel",
        "zoals",
        "omdat",
        "maar",
        "kunnen",
        "moeten",
        "zullen",
    ];
    let mut found: Vec<String> = words(text)
        .map(|word| fold(word.of(text)))
        .filter(|word| {
            let named = matches!(lexicon::lookup(word), Word::Month(_) | Word::RiskyMonth(_) | Word::Weekday(_));
            let number = word.starts_with(|c: char| c.is_ascii_digit());
            word.len() > 3 && !COMMON.contains(&word.as_str()) && !named && !number
        })
        .map(|word| lemma(&word))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Rough: "opgestapt", "opstappen" and "stapte op" share "stap"; "verkiezingen" and "verkiezing" are one.
fn lemma(word: &str) -> String {
    let mut stem = word;
    for ending in ["ingen", "eerden", "eerde", "eren", "ten", "den", "en", "te", "de", "t", "d", "s", "e"] {
        if let Some(cut) = stem.strip_suffix(ending)
            && cut.len() > 3
        {
            stem = cut;
            break;
        }
    }
    let mut stem = stem.to_owned();
    // Doubled consonants of an open syllable.
    let bytes = stem.as_bytes();
    if bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && bytes.is_ascii() {
        stem.pop();
    }
    for prefix in ["op", "af", "aan", "uit", "in", "over", "neer", "voor", "door", "terug"] {
        if let Some(rest) = stem.strip_prefix(prefix).and_then(|rest| rest.strip_prefix("ge")) {
            return format!("{prefix}{rest}");
        }
    }
    stem
}

/// What sort of thing happens, by the words that tell it. Two tellings of one event share it even where no word is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    Leaving,
    Coming,
    Deciding,
    Publishing,
    Electing,
    Meeting,
    Writing,
}

pub fn happening(clause: &str) -> Option<Happening> {
    use Happening::{Coming, Deciding, Electing, Leaving, Meeting, Publishing, Writing};
    let folded = fold(clause);
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |words: &[&str]| all.iter().any(|word| words.contains(word));
    let starts = |stems: &[&str]| all.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let steps_off = has(&["stapte", "stapten", "stapt", "treedt", "trad", "traden", "trok", "trokken"])
        && has(&["op", "af", "terug"]);
    let lays_down = has(&["neer"]) && starts(&["leg"]) || has(&["neergelegd", "neerlegde", "neerlegden", "neerleggen"]);
    if steps_off
        || lays_down
        || starts(&[
            "opgestapt",
            "opstap",
            "aftred",
            "afgetreden",
            "vertrek",
            "vertrok",
            "ontslag",
            "ontslagen",
            "resign",
            "stepped",
            "quit",
            "aftreden",
        ])
    {
        return Some(Leaving);
    }
    if starts(&["aantred", "aangetreden", "benoem", "benoemd", "geinstalleerd", "beedig", "appointed"])
        || has(&["aantrad"])
    {
        return Some(Coming);
    }
    if all
        .iter()
        .any(|word| word.starts_with("verkiezing") || word.contains("verkiezing") || word.starts_with("election"))
    {
        return Some(Electing);
    }
    if starts(&["beslis", "besluit", "besloot", "besloten", "decid", "decision"]) {
        return Some(Deciding);
    }
    if starts(&["verschen", "verscheen", "gepubliceerd", "publice", "gelanceerd", "lancer", "publish", "launch"]) {
        return Some(Publishing);
    }
    if all.iter().any(|word| {
        ["overleg", "vergadering", "bijeenkomst", "workshop", "sessie", "debat", "presentatie", "meeting", "conference"]
            .iter()
            .any(|noun| word.ends_with(noun))
            || ["debatte", "vergader", "debated"].iter().any(|verb| word.starts_with(verb))
    }) {
        return Some(Meeting);
    }
    starts(&["schreef", "schreven", "brief", "stuurde", "wrote", "letter"]).then_some(Writing)
}

/// Capitalised words that do not open the sentence, folded.
pub fn names(sentence: &str) -> Vec<String> {
    let mut found: Vec<String> = words(sentence)
        .skip(1)
        .map(|word| word.of(sentence))
        .filter(|word| word.starts_with(char::is_uppercase) && word.len() > 2)
        .map(fold)
        .collect();
    found.sort();
    found.dedup();
    found
}
