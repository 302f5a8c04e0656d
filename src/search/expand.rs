//! What a typed word may stand for, in the words that the dossier holds.

use super::vocabulary::{Near, Vocabulary};
use crate::text::Order;
use crate::text::stem;
use std::collections::BTreeMap;
use std::ops::Range;

/// How far a match is from what was typed: nearest first, and a passage with only nearer matches stands above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Exact,
    /// The typed letters begin it, or it is the same word inflected, spelt `ij` for `y`, or written apart or together.
    Related,
    /// It is a part of this compound.
    Part,
    /// One or two letters differ.
    Typo,
}

/// How much a match counts beside an exact one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    pub kind: Kind,
    pub weight: f32,
    /// Of the term's letters, those that match: a part of a compound, the typed beginning.
    pub from: u8,
    pub to: u8,
}

impl Match {
    fn whole(kind: Kind, weight: f32) -> Match {
        Match { kind, weight, from: 0, to: u8::MAX }
    }
}

/// A word's alternatives.
#[derive(Clone, Debug, Default)]
pub struct Expansion {
    /// In order of the terms.
    pub terms: Vec<(u32, Match)>,
    /// Two terms that together stand for the word, where the first directly precedes the second.
    pub pairs: Vec<(u32, u32)>,
    /// All terms that begin so match too: those in `terms`, and, read in the text, those too many to list.
    pub start: Option<(Vec<u8>, Match)>,
}

/// What a word counts that begins as typed.
pub const BEGUN: f32 = 0.75;
/// What a pair of neighbours counts.
pub const PAIR: Match = Match { kind: Kind::Related, weight: 0.8, from: 0, to: u8::MAX };

/// Below this length an edit makes another word.
pub const ONE_EDIT_FROM: usize = 4;
const TWO_EDITS_FROM: usize = 8;
const PART_FROM: usize = 4;
/// Of the words that begin as typed or lie near, so many are looked up; of those that begin with two letters only, fewer.
const MAX_STARTS: usize = 400;
const MAX_SHORT_STARTS: usize = 60;
const MAX_NEAR: usize = 48;
const MAX_PARTS: usize = 64;

/// A word with what stands around it, as far as that says what it may stand for.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    pub word: &'a str,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    /// It may be the beginning of a word.
    pub unfinished: bool,
}

struct Found<'a> {
    vocabulary: &'a Vocabulary,
    terms: BTreeMap<u32, Match>,
}

impl Found<'_> {
    fn add(&mut self, term: u32, found: Match) {
        let place = self.terms.entry(term).or_insert(found);
        if found.weight > place.weight {
            *place = found;
        }
    }

    fn add_word(&mut self, word: &[u8], found: Match) -> bool {
        let term = self.vocabulary.find(word);
        term.into_iter().for_each(|term| self.add(term, found));
        term.is_some()
    }
}

/// What the word stands for, taken as it is typed.
pub fn expand(vocabulary: &Vocabulary, typed: Typed<'_>, n_units: &dyn Fn(Range<u32>) -> Vec<u32>) -> Expansion {
    let mut found = Found { vocabulary, terms: BTreeMap::new() };
    let word = typed.word.as_bytes();
    found.add_word(word, Match::whole(Kind::Exact, 1.0));
    for spelling in [typed.word.replace("ij", "y"), typed.word.replace('y', "ij")] {
        found.add_word(spelling.as_bytes(), Match::whole(Kind::Related, 0.9));
    }
    let mut start = None;
    if typed.unfinished {
        let begun = Match { kind: Kind::Related, weight: BEGUN, from: 0, to: word.len() as u8 };
        if word.len() == 1 {
            // Something begins with that letter everywhere: only the text is asked.
            return Expansion {
                terms: found.terms.into_iter().collect(),
                pairs: Vec::new(),
                start: Some((word.to_vec(), begun)),
            };
        }
        add_starts(&mut found, word, begun, n_units);
        start = Some((word.to_vec(), begun));
    }
    let inflected = inflected(vocabulary, typed.word);
    for &term in &inflected {
        found.add(term, Match::whole(Kind::Related, 0.7));
    }
    add_joined(&mut found, typed);
    add_parts(&mut found, word, &inflected);
    let pairs = pairs(vocabulary, word);
    Expansion { terms: found.terms.into_iter().collect(), pairs, start }
}

/// What it may stand for beside that, typing errors forgiven. In order of the terms.
pub fn forgive(vocabulary: &Vocabulary, typed: Typed<'_>) -> Vec<(u32, Match)> {
    let mut found = Found { vocabulary, terms: BTreeMap::new() };
    add_near(&mut found, typed);
    found.terms.into_iter().collect()
}

/// All terms that begin with `start` as if typed: what `begin*` asks for.
pub fn expand_start(vocabulary: &Vocabulary, start: &str, n_units: &dyn Fn(Range<u32>) -> Vec<u32>) -> Expansion {
    let mut found = Found { vocabulary, terms: BTreeMap::new() };
    let begun = Match { kind: Kind::Exact, weight: 1.0, from: 0, to: start.len() as u8 };
    add_starts(&mut found, start.as_bytes(), begun, n_units);
    Expansion {
        terms: found.terms.into_iter().collect(),
        pairs: Vec::new(),
        start: Some((start.as_bytes().to_vec(), begun)),
    }
}

/// Of many, those that stand in most units: the others are still seen where the text is read.
fn add_starts(found: &mut Found<'_>, start: &[u8], begun: Match, n_units: &dyn Fn(Range<u32>) -> Vec<u32>) {
    let range = found.vocabulary.starting_with(start);
    let mut terms: Vec<u32> = range.clone().collect();
    let most = if start.len() > 2 { MAX_STARTS } else { MAX_SHORT_STARTS };
    if terms.len() > most {
        let counts = n_units(range.clone());
        terms.order_by_key(|&term| (std::cmp::Reverse(counts[(term - range.start) as usize]), term));
        terms.truncate(most);
    }
    terms.into_iter().for_each(|term| found.add(term, begun));
}

/// Terms with the same stem. The stem's spellings say where in the word list to look; the stemmer has the last word.
fn inflected(vocabulary: &Vocabulary, word: &str) -> Vec<u32> {
    const LONGEST_ENDING: usize = 5;
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let wanted = stem(word);
    let mut terms = Vec::new();
    for base in spellings(&wanted) {
        for term in vocabulary.starting_with(base.as_bytes()) {
            let letters = vocabulary.term(term);
            if letters.len() > base.len() + LONGEST_ENDING || letters == word.as_bytes() {
                continue;
            }
            if std::str::from_utf8(letters).is_ok_and(|letters| stem(letters) == wanted) {
                terms.push(term);
            }
        }
    }
    terms.order();
    terms.dedup();
    terms
}

/// How the words of a stem may begin: with it, with its vowel written once, with `v` for `f`, `z` for `s`, after `ge`.
fn spellings(stem: &str) -> Vec<String> {
    let mut bases = vec![stem.to_owned()];
    let bytes = stem.as_bytes();
    let n = bytes.len();
    if n >= 3 && bytes[n - 2] == bytes[n - 3] && matches!(bytes[n - 2], b'a' | b'e' | b'o' | b'u') {
        bases.push(format!("{}{}", &stem[..n - 2], &stem[n - 1..]));
    }
    if let Some(short) = stem.strip_suffix("heid") {
        bases.push(format!("{short}hed"));
    }
    if let Some(short) = stem.strip_suffix("eer") {
        bases.push(format!("{short}at"));
    }
    for base in bases.clone() {
        match base.as_bytes().last() {
            Some(b'f') => bases.push(format!("{}v", &base[..base.len() - 1])),
            Some(b's') => bases.push(format!("{}z", &base[..base.len() - 1])),
            _ => {}
        }
    }
    if n >= 3 {
        bases.push(format!("ge{stem}"));
    }
    bases
}

/// The word written together with its neighbour: `ambtelijk vakmanschap` finds `ambtelijkvakmanschap`.
fn add_joined(found: &mut Found<'_>, typed: Typed<'_>) {
    let joined = Match::whole(Kind::Related, 0.8);
    let pairs = [(typed.before, Some(typed.word)), (Some(typed.word), typed.after)];
    for (first, second) in pairs.into_iter().filter_map(|(first, second)| first.zip(second)) {
        for link in ["", "s", "en", "e"] {
            found.add_word(format!("{first}{link}{second}").as_bytes(), joined);
        }
        if let Some(bare) = first.strip_suffix('s') {
            found.add_word(format!("{bare}{second}").as_bytes(), joined);
        }
    }
}

/// Compounds that hold the word, or the word inflected.
fn add_parts(found: &mut Found<'_>, word: &[u8], inflected: &[u32]) {
    let vocabulary = found.vocabulary;
    let forms = inflected.iter().map(|&term| vocabulary.term(term)).filter(|form| form.len() >= PART_FROM).take(3);
    let forms: Vec<&[u8]> = Some(word).filter(|word| word.len() >= PART_FROM).into_iter().chain(forms).collect();
    if forms.is_empty() {
        return;
    }
    let mut n_found = 0;
    for (term, form, at) in vocabulary.holding(&forms) {
        let letters = vocabulary.term(term);
        let end = at + forms[form].len();
        if is_left_part(vocabulary, &letters[..at]) && is_right_part(vocabulary, &letters[end..]) {
            let weight = if form == 0 { 0.45 } else { 0.4 };
            found.add(term, Match { kind: Kind::Part, weight, from: at as u8, to: end as u8 });
            n_found += 1;
            if n_found == MAX_PARTS {
                break;
            }
        }
    }
}

/// A remainder this long is taken for a word, known or not.
const SURELY_A_WORD: usize = 4;

fn is_left_part(vocabulary: &Vocabulary, left: &[u8]) -> bool {
    let known = |bytes: &[u8]| bytes.len() >= 3 && vocabulary.find(bytes).is_some();
    left.is_empty()
        || left.len() >= SURELY_A_WORD
        || known(left)
        || ["s", "e", "en", "n", "er"].iter().any(|link| left.strip_suffix(link.as_bytes()).is_some_and(known))
}

fn is_right_part(vocabulary: &Vocabulary, right: &[u8]) -> bool {
    let known = |bytes: &[u8]| bytes.len() >= 3 && vocabulary.find(bytes).is_some();
    right.is_empty()
        || right.len() >= SURELY_A_WORD
        || known(right)
        || ["s", "en", "e", "n"].iter().any(|link| right.strip_prefix(link.as_bytes()).is_some_and(known))
}

/// Two terms whose letters, one behind the other, are the word.
fn pairs(vocabulary: &Vocabulary, word: &[u8]) -> Vec<(u32, u32)> {
    const SHORTEST: usize = 2;
    let splits = SHORTEST..word.len().saturating_sub(SHORTEST - 1).max(SHORTEST);
    splits.filter_map(|at| Some((vocabulary.find(&word[..at])?, vocabulary.find(&word[at..])?))).collect()
}

/// Typing errors, and letters that machines confuse.
fn add_near(found: &mut Found<'_>, typed: Typed<'_>) {
    let word = typed.word.as_bytes();
    let vocabulary = found.vocabulary;
    for confused in confused(typed.word) {
        found.add_word(confused.as_bytes(), Match::whole(Kind::Typo, 0.6));
    }
    let max_edits = match word.len() {
        0..ONE_EDIT_FROM => return,
        ONE_EDIT_FROM..TWO_EDITS_FROM => 1,
        _ => 2,
    };
    let whole = vocabulary.near(word, max_edits);
    let begun = if typed.unfinished && word.len() > ONE_EDIT_FROM {
        vocabulary.near_start(word, max_edits.min(word.len() as u32 / 5))
    } else {
        Vec::new()
    };
    let weight = |near: &Near, weights: [f32; 2]| {
        let same_start = vocabulary.term(near.term).first() == word.first();
        weights[near.n_edits as usize - 1] * if same_start { 1.0 } else { 0.8 }
    };
    let whole = whole.iter().map(|near| (near.term, weight(near, [0.55, 0.3])));
    let begun = begun.iter().map(|near| (near.term, weight(near, [0.25, 0.15])));
    let mut weighed: Vec<(u32, f32)> = whole.chain(begun).collect();
    weighed.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for (term, weight) in weighed.into_iter().take(MAX_NEAR) {
        found.add(term, Match::whole(Kind::Typo, weight));
    }
}

/// Letters that look alike to a machine that reads print, and `f` for the long `s`.
const CONFUSED: &[(&str, &str)] = &[
    ("rn", "m"),
    ("l", "i"),
    ("l", "1"),
    ("i", "1"),
    ("o", "0"),
    ("c", "e"),
    ("vv", "w"),
    ("ii", "u"),
    ("cl", "d"),
    ("f", "s"),
    ("h", "b"),
    ("s", "5"),
    ("ij", "y"),
    ("u", "n"),
];

/// The word with one such place read the other way, and with all of them.
fn confused(word: &str) -> Vec<String> {
    let both_ways = CONFUSED.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
    let mut readings = Vec::new();
    for (seen, meant) in both_ways {
        let places: Vec<usize> = word.match_indices(seen).map(|(at, _)| at).collect();
        for &at in &places {
            readings.push(format!("{}{meant}{}", &word[..at], &word[at + seen.len()..]));
        }
        if places.len() > 1 {
            readings.push(word.replace(seen, meant));
        }
    }
    readings
}

/// Words that are nearest to one that the dossier does not hold, best first.
pub fn nearest(vocabulary: &Vocabulary, word: &str, limit: usize) -> Vec<String> {
    let most = (word.len() as u32 / 2).clamp(1, 4);
    let mut near = vocabulary.near(word.as_bytes(), most);
    near.order_by_key(|near| (near.n_edits, vocabulary.term(near.term).first() != word.as_bytes().first(), near.term));
    let words = near.iter().map(|near| String::from_utf8_lossy(vocabulary.term(near.term)).into_owned());
    words.filter(|word| word.len() > 2).take(limit).collect()
}
