//! What a typed word may stand for, in the words that the dossier holds.

use super::doubt::Doubt;
use super::inflect;
use super::misread::{misread, replaced};
use super::vocabulary::Vocabulary;
use crate::text::{Order, SortedMap};
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
    pub pairs: Vec<(u32, u32, Match)>,
    /// All terms that begin so match too: those in `terms`, and, read in the text, those too many to list.
    pub start: Option<(Vec<u8>, Match)>,
    /// So many terms begin so that every unit counts as holding one, and none is listed: only the text is asked.
    pub everywhere: bool,
}

/// What a word counts that begins as typed.
pub const BEGUN: f32 = 0.9;
/// What two words count that were typed as one, or the other way round.
const TOGETHER: f32 = 0.95;
/// And two where one is too short to say much: `de`, `ing`; or both are.
const LOOSELY: f32 = 0.5;
const BARELY: f32 = 0.42;
/// What a compound counts of which the typed word is a part, and one where the rest is no word that is known.
const PART: f32 = 0.6;
const UNSURE_PART: f32 = 0.42;
/// What is left of that where the dossier lacks the word itself, and it is short: a letter may lack as well.
const UNKNOWN_PART: f32 = 0.75;
/// Words of this length mean what is typed.
const LONG: usize = 8;
/// What a typing error leaves: by the number of edits, of a letter left out or two swapped, of one put in, of another one.
const TYPOS: [[f32; 3]; 2] = [[0.58, 0.56, 0.54], [0.34, 0.32, 0.3]];
/// What is left of that where the first letter differs, or where the dossier holds the word as typed.
const OTHER_START: f32 = 0.85;
const KNOWN: f32 = 0.5;

/// Below this length an edit makes another word.
pub const ONE_EDIT_FROM: usize = 4;
/// Two edits are forgiven where the longer of the two words, typed and meant, has this length, and the typed one that.
const TWO_EDITS_FROM: usize = 8;
const TWO_EDITS_TYPED: usize = 6;
const PART_FROM: usize = 4;
/// Where more words begin as typed, none is looked up; of those that lie near or are compounds, so many are.
const MAX_STARTS: usize = 400;
const MAX_NEAR: usize = 48;
const MAX_PARTS: usize = 64;

#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    pub word: &'a [u8],
    /// It may be the beginning of a word.
    pub unfinished: bool,
}

struct Found<'a> {
    vocabulary: &'a Vocabulary,
    terms: SortedMap<u32, Match>,
}

impl Found<'_> {
    fn add(&mut self, term: u32, found: Match) {
        let place = self.terms.or_insert(term, found);
        if found.weight > place.weight {
            *place = found;
        }
    }

    fn add_word(&mut self, word: &[u8], found: Match) {
        if let Some(term) = self.vocabulary.find(word) {
            self.add(term, found);
        }
    }
}

/// What the word stands for, taken as it is typed. `n_units` says how many units hold a term.
pub fn expand(vocabulary: &Vocabulary, typed: Typed<'_>, n_units: &dyn Fn(u32) -> u32) -> Expansion {
    let mut found = Found { vocabulary, terms: SortedMap::default() };
    let word = typed.word;
    found.add_word(word, Match::whole(Kind::Exact, 1.0));
    for (seen, meant) in [(&b"ij"[..], &b"y"[..]), (b"y", b"ij")] {
        found.add_word(&replaced(word, seen, meant, &mut |_| {}).0, Match::whole(Kind::Related, 0.9));
    }
    let (mut start, mut everywhere) = (None, false);
    if typed.unfinished {
        let begun = Match { kind: Kind::Related, weight: BEGUN, from: 0, to: word.len() as u8 };
        everywhere = add_starts(&mut found, word, begun);
        start = Some((word.to_vec(), begun));
    }
    let forms = inflect::forms(vocabulary, word);
    let is_unsure = vocabulary.find(word).is_none();
    let may_go_on = typed.unfinished && !vocabulary.starting_with(word).is_empty();
    let doubt = if is_unsure && !may_go_on { Doubt::of(vocabulary, word, &forms, n_units) } else { Doubt::default() };
    let mut inflected = Vec::new();
    for &(term, weight) in forms.iter() {
        if weight > 0.8 {
            inflected.push(term);
        }
        let weight = match (weight > inflect::DERIVED, is_unsure) {
            (true, _) => weight * doubt.forms,
            (false, true) => weight.min(doubt.family),
            (false, false) => weight,
        };
        found.add(term, Match::whole(Kind::Related, weight));
    }
    add_parts(&mut found, word, &inflected);
    let pairs = pairs(vocabulary, word);
    Expansion { terms: found.terms.into_vec(), pairs, start, everywhere }
}

/// What it may stand for beside that, typing errors forgiven. In order of the terms.
pub fn forgive(vocabulary: &Vocabulary, typed: Typed<'_>) -> Vec<(u32, Match)> {
    let mut found = Found { vocabulary, terms: SortedMap::default() };
    add_near(&mut found, typed);
    found.terms.into_vec()
}

/// All terms that begin with `start` as if typed: what `begin*` asks for.
pub fn expand_start(vocabulary: &Vocabulary, start: &[u8]) -> Expansion {
    let mut found = Found { vocabulary, terms: SortedMap::default() };
    let begun = Match { kind: Kind::Exact, weight: 1.0, from: 0, to: start.len() as u8 };
    let everywhere = add_starts(&mut found, start, begun);
    let terms = found.terms.into_vec();
    Expansion { terms, pairs: Vec::new(), start: Some((start.to_vec(), begun)), everywhere }
}

/// Adds the terms that begin so. Many are not added: hardly a unit has none. The answer says whether that is so.
fn add_starts(found: &mut Found<'_>, start: &[u8], begun: Match) -> bool {
    let range = found.vocabulary.starting_with(start);
    if start.len() == 1 || range.len() > MAX_STARTS {
        return true;
    }
    range.for_each(|term| found.add(term, begun));
    false
}

/// A word and the next one written together: `ambtelijk vakmanschap` finds `ambtelijkvakmanschap`. In order of the terms.
pub fn joined(vocabulary: &Vocabulary, first: &[u8], second: &[u8]) -> Vec<(u32, Match)> {
    let mut found = Found { vocabulary, terms: SortedMap::default() };
    let mut add = |parts: [&[u8]; 3]| found.add_word(&parts.concat(), Match::whole(Kind::Related, TOGETHER));
    for link in ["", "s", "en", "e"] {
        add([first, link.as_bytes(), second]);
    }
    if let Some(bare) = first.strip_suffix(b"s") {
        add([bare, b"", second]);
    }
    found.terms.into_vec()
}

/// Compounds that hold the word, or the word inflected: the likeliest.
fn add_parts(found: &mut Found<'_>, word: &[u8], inflected: &[u32]) {
    let vocabulary = found.vocabulary;
    let is_known = vocabulary.find(word).is_some();
    let mut parts: Vec<(u32, Match)> = Vec::new();
    let mut is_first = true;
    let mut add = |form: &[u8]| {
        if form.len() < PART_FROM {
            return;
        }
        let is_typed = std::mem::take(&mut is_first);
        vocabulary.each_holding(form, &mut |term, at| {
            let letters = vocabulary.term(term);
            let end = at + form.len();
            // `chepen` is no part of `oorlogschepen` where the dossier knows `schepen`.
            if !is_known && is_typed && is_cut_short(vocabulary, letters, at..end) {
                return;
            }
            let Some(mut weight) = part_weight(vocabulary, &letters[..at], &letters[end..]) else { return };
            if !is_typed {
                weight -= 0.05;
            }
            if !is_known && form.len() < LONG {
                weight *= UNKNOWN_PART;
            }
            parts.push((term, Match { kind: Kind::Part, weight, from: at as u8, to: end as u8 }));
        });
    };
    add(word);
    inflected.iter().take(3).for_each(|&term| add(vocabulary.term(term)));
    likeliest(&mut parts, MAX_PARTS);
    parts.into_iter().for_each(|(term, part)| found.add(term, part));
}

/// Leaves the so many that count most, best first; of equals the first terms.
fn likeliest(terms: &mut Vec<(u32, Match)>, most: usize) {
    terms.order_by(|(a, one), (b, other)| other.weight.total_cmp(&one.weight).then(a.cmp(b)));
    terms.truncate(most);
}

/// Whether one more letter of the compound makes a word of what is no word.
fn is_cut_short(vocabulary: &Vocabulary, letters: &[u8], part: Range<usize>) -> bool {
    let before = part.start.checked_sub(1).and_then(|start| vocabulary.find(&letters[start..part.end]));
    let behind = letters.get(part.start..part.end + 1).and_then(|longer| vocabulary.find(longer));
    before.or(behind).is_some()
}

/// What a compound counts that holds the word between these; `None` where that cannot be one.
fn part_weight(vocabulary: &Vocabulary, left: &[u8], right: &[u8]) -> Option<f32> {
    /// A remainder this long may be a word that stands nowhere else.
    const LONG: usize = 4;
    const LINKS: [&[u8]; 5] = [b"s", b"en", b"e", b"n", b"er"];
    let known = |bytes: &[u8]| bytes.len() >= 3 && vocabulary.find(bytes).is_some();
    let left_known = left.is_empty()
        || (left.len() >= LONG && known(left))
        || LINKS.iter().any(|link| left.strip_suffix(*link).is_some_and(known));
    let right_known = right.is_empty()
        || known(right)
        || LINKS.iter().any(|link| right.strip_prefix(*link).is_some_and(|rest| rest.is_empty() || known(rest)));
    let fits = (left_known || left.len() >= LONG) && (right_known || right.len() >= LONG);
    fits.then_some(if left_known && right_known { PART } else { UNSURE_PART })
}

/// Two terms whose letters, one behind the other, are the word.
fn pairs(vocabulary: &Vocabulary, word: &[u8]) -> Vec<(u32, u32, Match)> {
    const SHORTEST: usize = 2;
    let mut pairs = Vec::new();
    for at in SHORTEST..(word.len() + 1).saturating_sub(SHORTEST) {
        let (left, right) = word.split_at(at);
        let (Some(first), Some(second)) = (vocabulary.find(left), vocabulary.find(right)) else { continue };
        let weight = match (left.len() < 4, right.len() < 4) {
            (false, false) => TOGETHER,
            (true, true) => BARELY,
            _ => LOOSELY,
        };
        pairs.push((first, second, Match::whole(Kind::Related, weight)));
    }
    pairs
}

/// Typing errors, and letters that machines confuse.
fn add_near(found: &mut Found<'_>, typed: Typed<'_>) {
    let word = typed.word;
    let vocabulary = found.vocabulary;
    let known = if vocabulary.find(word).is_some() { KNOWN } else { 1.0 };
    misread(word, &mut |reading| found.add_word(reading, Match::whole(Kind::Typo, 0.6 * known)));
    let max_edits = match word.len() {
        0..ONE_EDIT_FROM => return,
        ONE_EDIT_FROM..TWO_EDITS_TYPED => 1,
        _ => 2,
    };
    let mut near: Vec<(u32, Match)> = Vec::new();
    let mut add = |term: u32, weight: f32| near.push((term, Match::whole(Kind::Typo, weight * known)));
    for whole in vocabulary.near(word, max_edits) {
        let term = vocabulary.term(whole.term);
        if whole.n_edits < 2 || word.len().max(term.len()) >= TWO_EDITS_FROM {
            add(whole.term, typo_weight(word, term, whole.n_edits));
        }
    }
    if typed.unfinished && word.len() > ONE_EDIT_FROM {
        for begun in vocabulary.near_start(word, max_edits.min(word.len() as u32 / 5)) {
            add(begun.term, if begun.n_edits == 1 { 0.25 } else { 0.15 });
        }
    }
    likeliest(&mut near, MAX_NEAR);
    near.into_iter().for_each(|(term, near)| found.add(term, near));
}

/// What went wrong where the typed word differs from the one that was meant.
///
/// A slip of one kind is likelier the fewer slips of that kind there are: a word has few letters to leave out or to swap, but
/// twenty-five wrong ones to type at each place (the noisy channel of Kernighan, Church and Gale, 1990, without its counts).
#[derive(Clone, Copy, Debug)]
pub enum Slip {
    /// A letter was left out, or two were swapped.
    Dropped,
    Added,
    Other,
}

impl Slip {
    pub fn of(typed: &[u8], meant: &[u8]) -> Slip {
        let sum = |word: &[u8]| word.iter().map(|byte| u32::from(*byte).pow(2)).sum::<u32>();
        match meant.len().cmp(&typed.len()) {
            std::cmp::Ordering::Greater => Slip::Dropped,
            std::cmp::Ordering::Less => Slip::Added,
            std::cmp::Ordering::Equal if sum(typed) == sum(meant) => Slip::Dropped,
            std::cmp::Ordering::Equal => Slip::Other,
        }
    }
}

/// What a term counts that lies so many edits from the typed word.
fn typo_weight(typed: &[u8], term: &[u8], n_edits: u32) -> f32 {
    let start = if typed.first() == term.first() { 1.0 } else { OTHER_START };
    TYPOS[n_edits as usize - 1][Slip::of(typed, term) as usize] * start
}

/// Words that are nearest to one that the dossier does not hold, best first.
pub fn nearest(vocabulary: &Vocabulary, word: &[u8], limit: usize) -> Vec<String> {
    let most = (word.len() as u32 / 2).clamp(1, 4);
    let mut near = Vec::new();
    for most in 1..=most {
        if near.is_empty() {
            near = vocabulary.near(word, most);
        }
    }
    near.order_by_key(|near| (near.n_edits, vocabulary.term(near.term).first() != word.first(), near.term));
    let mut words = Vec::new();
    for near in near {
        let term = vocabulary.term(near.term);
        if term.len() > 2 && words.len() < limit {
            words.push(String::from_utf8_lossy(term).into_owned());
        }
    }
    words
}
