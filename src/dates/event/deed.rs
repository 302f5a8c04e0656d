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
    /// The words between the commas that the expression stands between.
    near: std::ops::Range<usize>,
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
        let before = text.get(clause.start()..mention.start()).unwrap_or("");
        let after = text.get(mention.end()..clause.end()).unwrap_or("");
        let from = before.rfind(", ").map_or(0, |comma| words(&before[..comma]).count());
        let to = behind + words(&after[..after.find(", ").unwrap_or(after.len())]).count();
        Clause { words: all, behind, numeric, digits, letters, near: from..to.max(from) }
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
            || is_weak_past(word)
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

    /// "een held", "de loop": what looks like a verb is none behind an article.
    fn is_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.words[at].as_str());
        matches!(before, "een" | "de" | "den" | "der" | "the" | "a" | "an")
    }

    /// "who opened the road".
    fn is_english_past(&self) -> bool {
        let english = self.has(&["the", "who", "she", "he", "they", "was", "were", "and", "of"]);
        let ends = |word: &str| {
            word.len() > 4 && word.ends_with("ed") && !["eed", "oed", "ied"].iter().any(|end| word.ends_with(end))
        };
        // Of now and then alike, and nouns: "the county cut its budget".
        let same = |at: usize| {
            let before = at.checked_sub(1).map_or("", |at| self.words[at].as_str());
            at >= 1
                && matches!(self.words[at].as_str(), "cut" | "set" | "put" | "shut" | "hit" | "split")
                && !matches!(before, "to" | "will" | "would" | "can" | "could" | "be" | "is" | "are" | "of" | "in")
        };
        english && (0..self.words.len()).any(|at| (ends(&self.words[at]) || same(at)) && !self.is_noun(at))
    }

    /// Any verb of the past, of a state too: "was burgemeester".
    pub fn is_past(&self) -> bool {
        (0..self.words.len()).any(|at| {
            let word = self.words[at].as_str();
            (verbs::is_past(word) || is_weak_past(word)) && word != "met" && !self.is_noun(at)
        })
    }

    /// The words around the expression, up to commas and to what is said or found: "heeft vastgesteld", of "heeft vastgesteld dat er
    /// geen grens is".
    pub fn near_words(&self) -> &[String] {
        let (from, to) = if self.near.len() < 3 { (0, self.words.len()) } else { (self.near.start, self.near.end) };
        let opens = |word: &String| matches!(word.as_str(), "dat" | "that" | "waarin" | "waarbij" | "omdat");
        let until = (self.behind.max(from)..to).find(|&at| opens(&self.words[at]));
        &self.words[from..until.unwrap_or(to).min(self.words.len())]
    }

    /// Only how things were: "daarvan was op 3 mei geen sprake".
    pub fn is_slight(&self) -> bool {
        !self.is_done() && (self.has(&["sprake"]) || self.has(&["was", "waren", "were"]))
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
        let past = |at: usize| {
            let word = self.words[at].as_str();
            let known = verbs::is_past(word) && !STATES.contains(&word) && !self.is_noun(at);
            known && !(subject && word.starts_with("ging"))
        };
        let led = self.has(&[
            "werd", "werden", "is", "zijn", "heeft", "hebben", "heb", "was", "were", "has", "have", "had", "hadden",
            "waren",
        ]);
        let weak = self.words.get(self.behind).filter(|word| self.behind <= 3 && ends_weak(word)).is_some();
        let weak = weak || self.words.iter().any(|word| is_weak_past(word));
        weak || (0..self.words.len()).any(past)
            || self.is_english_past()
            || led
                && (0..self.words.len())
                    .any(|at| tense::is_participle(&self.words[at]) && !is_thing(&self.words[at]) && !self.is_noun(at))
    }
}

/// "instortte", "leidde": by its ending, and no adjective or noun.
fn is_weak_past(word: &str) -> bool {
    const NONE: &[&str] =
        &["hitte", "witte", "natte", "vette", "platte", "matte", "botte", "zotte", "kudde", "halfnatte"];
    let doubled =
        (word.ends_with("tte") || word.ends_with("dde")) && word.len() > 4 || word.ends_with("dden") && word.len() > 6;
    // "beloofde", "leefden", no "hoofden" and "geliefde".
    let voiced = ["oofde", "oofden", "leefde", "leefden", "reefde", "reefden"].iter().any(|end| word.ends_with(end))
        && !word.ends_with("hoofden");
    tense::is_weak_past(word) || voiced || doubled && !NONE.contains(&word)
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
