//! Whether a clause tells a deed: its verbs.

use super::*;
use crate::dates::verbs;

/// The words of a clause, folded, without its dating expression.
pub struct Clause {
    pub words: Vec<String>,
    /// Index of the first word behind the expression.
    behind: usize,
    /// The expression begins with a number.
    numeric: bool,
    pub digits: usize,
    letters: usize,
}

impl Clause {
    pub fn of(text: &str, clause: Span, mention: Span) -> Clause {
        let folded = |start: usize, end: usize| -> Vec<String> {
            let piece = text.get(start..end).unwrap_or("");
            words(piece).map(|word| fold(word.of(piece))).collect()
        };
        let mut all = folded(clause.start(), mention.start().max(clause.start()));
        let behind = all.len();
        all.extend(folded(mention.end().min(clause.end()), clause.end()));
        let digits = all.iter().filter(|word| word.bytes().any(|byte| byte.is_ascii_digit())).count();
        let letters = all.len() - digits;
        let numeric = mention.of(text).starts_with(|c: char| c.is_ascii_digit());
        Clause { words: all, behind, numeric, digits, letters }
    }

    pub fn has(&self, set: &[&str]) -> bool {
        self.words.iter().any(|word| set.contains(&word.as_str()))
    }

    pub fn has_pair(&self, first: &[&str], second: &[&str]) -> bool {
        self.words.windows(2).any(|pair| first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str()))
    }

    /// Enough words to say something by themselves.
    pub fn says_something(&self) -> bool {
        self.letters >= 3 && self.digits <= self.letters
    }

    /// A finite verb or a participle.
    pub fn has_verb(&self) -> bool {
        (0..self.words.len()).any(|at| self.is_verb(at))
    }

    fn is_verb(&self, at: usize) -> bool {
        const NO_VERBS: &[&str] =
            &["met", "plan", "plans", "m", "ll", "graag", "start", "reed", "bond", "kosten", "diensten"];
        let word = self.words[at].as_str();
        if NO_VERBS.contains(&word) {
            return false;
        }
        verbs::is_past(word)
            || verbs::is_ahead(word)
            || tense::PERFECT.contains(&word)
            || tense::is_participle(word)
            || tense::is_weak_past(word)
            || verbs::is_present_plural(word)
            || self.has_subject(at)
            || self.is_present(at)
    }

    /// A personal pronoun stands beside it: "Woensdag dien ik een motie in".
    fn has_subject(&self, at: usize) -> bool {
        const SUBJECTS: &[&str] =
            &["ik", "wij", "we", "hij", "zij", "ze", "u", "jullie", "men", "er", "i", "they", "he", "she"];
        let is = |at: Option<usize>| {
            at.and_then(|at| self.words.get(at)).is_some_and(|word| SUBJECTS.contains(&word.as_str()))
        };
        let word = self.words[at].as_str();
        let small =
            word.len() < 3 || matches!(word, "dat" | "die" | "als" | "toen" | "dan" | "maar" | "voor" | "van" | "aan");
        !small && !SUBJECTS.contains(&word) && (is(Some(at + 1)) || is(at.checked_sub(1)))
    }

    /// "De commissie adviseert", "op 3 mei presenteert de raad": an ending of the present where a verb stands.
    fn is_present(&self, at: usize) -> bool {
        const NOUN_LEADS: &[&str] = &[
            "de", "het", "een", "dit", "dat", "deze", "die", "van", "in", "op", "met", "per", "voor", "door", "the",
            "a", "zijn", "haar", "hun", "mijn", "uw", "ons", "onze", "en", "geen", "tot", "uit", "bij", "te", "om",
            "over", "aan", "naar",
        ];
        const NOUNS: &[&str] =
            &["niet", "naast", "want", "recht", "rapport", "project", "kabinet", "besluit", "budget", "internet"];
        let word = self.words[at].as_str();
        let second = at == self.behind && at <= 3 && (at > 0 || !self.numeric);
        let before = at.checked_sub(1).map_or("", |at| self.words[at].as_str());
        let led = self.words.get(at + 1).is_some_and(|next| NOUN_LEADS.contains(&next.as_str()));
        let ends = word.ends_with('t') || ends_weak(word) && (second || led) || second && word.ends_with("en");
        word.len() > 3
            && ends
            && !NOUNS.contains(&word)
            && !["komst", "dienst", "kunst", "kracht", "macht", "recht", "zicht"]
                .iter()
                .any(|noun| word.ends_with(noun))
            && (second || at > 0 && !NOUN_LEADS.contains(&before) && !before.ends_with('e'))
    }

    /// A past verb that closes something: "sprak", "is gesloten", no "was", "bestond".
    pub fn is_done(&self) -> bool {
        const STATES: &[&str] = &[
            "was",
            "waren",
            "had",
            "hadden",
            "kon",
            "konden",
            "moest",
            "moesten",
            "mocht",
            "mochten",
            "wilde",
            "wilden",
            "bestond",
            "bestonden",
            "gold",
            "golden",
            "bleef",
            "bleven",
            "stond",
            "stonden",
            "lag",
            "lagen",
            "zat",
            "zaten",
            "bleek",
            "leek",
            "betrof",
            "betroffen",
            "hield",
            "hielden",
            "met",
            "were",
            "werd",
            "werden",
            "bond",
            "reed",
            "wist",
            "had",
            "did",
            "stood",
            "bleken",
            "hing",
            "hingen",
            "heette",
        ];
        let subject = self.has_pair(&["het"], &["ging"]) || self.has_pair(&["ging", "gingen"], &["het", "over", "om"]);
        let past = |word: &String| {
            !(subject && word.starts_with("ging")) && verbs::is_past(word) && !STATES.contains(&word.as_str())
        };
        let led = self.has(&[
            "werd", "werden", "is", "zijn", "heeft", "hebben", "heb", "was", "were", "has", "have", "had", "hadden",
        ]);
        let weak = self.words.get(self.behind).filter(|word| self.behind <= 3 && ends_weak(word)).is_some();
        let weak = weak || self.words.iter().any(|word| tense::is_weak_past(word));
        weak || self.words.iter().any(past)
            || led && self.words.iter().any(|word| tense::is_participle(word) && !is_thing(word))
    }
}

/// The ending of a weak past, though of other words too.
fn ends_weak(word: &str) -> bool {
    word.len() > 4 && ["te", "ten", "de", "den"].iter().any(|ending| word.ends_with(ending))
}

/// Nouns that end as participles do.
fn is_thing(word: &str) -> bool {
    ["verband", "bestand", "bedrijven", "verhaal", "beleid", "verkeer", "begrip", "overleg", "bezoek", "ontwerpen"]
        .contains(&word)
}
