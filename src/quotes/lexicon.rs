//! Lexicon: the word forms of a dossier, and how much a match of each is worth.
//!
//! Words are compared folded. A form's weight grows with its rarity in the dossier, tempered by a prior (function words,
//! short words) so that a dossier of one page already knows that "de" is worth little. Cost: one pass over the text.

use super::function_words::is_function_word;
use crate::text::{Document, Span, fold_char, words};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// One word of a document: where it stands and which form it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: Span,
    pub form: u32,
}

/// A match of a function word, in the unit in which [`Lexicon::weight`] counts.
pub(super) const LIGHT: i32 = 7;
/// The most that a match of one word can be worth.
const HEAVIEST: i32 = 36;
/// Words of an imagined text that is added to the dossier's own, so that small dossiers give sober weights.
const PRIOR_TEXT: u32 = 200_000;

/// Words of a small dossier, to which the bars for a quotation are set.
const SMALL: u32 = 20_000;
/// Quotations of such a dossier's document.
const FEW: u32 = 8;

/// All forms of a dossier. A form's number is its place here.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    numbers: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    /// All folded forms, one behind the other.
    letters: String,
    forms: Vec<Form>,
    n_words: u32,
}

/// A form's properties, for loops that compare many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trait {
    pub form: u32,
    pub len: u32,
    pub signature: u32,
    pub stem: u64,
    /// First and last letter: damage seldom takes both.
    pub ends: (u8, u8),
    pub function: bool,
    pub number: bool,
    pub weight: i32,
}

impl Trait {
    /// Whether the two may be one word, inflected or damaged; a quick no for nearly all pairs.
    #[inline]
    pub fn may_be(&self, other: &Trait) -> bool {
        if self.stem == other.stem {
            return !self.number && !other.number;
        }
        if self.ends.0 != other.ends.0 && self.ends.1 != other.ends.1 {
            return false;
        }
        let allowed = allowed_edits(self.len.max(other.len));
        // A changed letter changes at most two bits.
        self.len.abs_diff(other.len) <= allowed
            && (self.signature ^ other.signature).count_ones() <= 2 * allowed
            && !(self.number || other.number || (self.function && other.function))
    }
}

/// How many edits still make the same word, by the longer one's letters.
#[inline]
pub(super) fn allowed_edits(longest: u32) -> u32 {
    match longest {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        9..=12 => 3,
        _ => 4,
    }
}

#[derive(Clone, Copy, Debug)]
struct Form {
    start: u32,
    end: u32,
    count: u32,
    /// Which letters occur, a bit each: two forms that differ in many are not worth comparing.
    signature: u32,
    /// Forms of one stem share it: what seeds are made of.
    stem: u64,
    ends: (u8, u8),
    function: bool,
    number: bool,
    weight: i32,
}

impl Lexicon {
    /// The words of `document` in order. A word torn over a line end ("beleids-", "voorbereiding") is one word, and so is
    /// one with an editor's letters ("[H]et", "harden[ing]").
    pub fn read(&mut self, document: &Document) -> Vec<Word> {
        let text = document.text.as_str();
        let mut read: Vec<Word> = Vec::with_capacity(text.len() / 6);
        let mut folded = String::new();
        let mut at = 0;
        while let Some(next) = next_word(text, at) {
            let span = next.span;
            at = span.end();
            let torn = read.last().is_some_and(|last: &Word| goes_on(text, last.span, span));
            let whole = if torn { read.pop().map_or(span, |last| self.forget(last).hull(span)) } else { span };
            let whole = with_brackets(text, whole);
            let known = next.plain_hash.filter(|_| whole == span).and_then(|hash| self.numbers.get(&hash).copied());
            let form = known.unwrap_or_else(|| {
                folded.clear();
                let letters = whole.of(text).chars().filter(|c| !matches!(c, '[' | ']'));
                letters.filter(|c| !torn || c.is_alphanumeric()).for_each(|c| fold_char(c, &mut folded));
                self.number(&folded)
            });
            if form != NO_FORM {
                self.forms[form as usize].count += 1;
                self.n_words += 1;
                read.push(Word { span: whole, form });
            }
        }
        read
    }

    fn forget(&mut self, word: Word) -> Span {
        self.forms[word.form as usize].count -= 1;
        self.n_words -= 1;
        word.span
    }

    /// The number of a form, known or new; [`NO_FORM`] where no letter is left.
    fn number(&mut self, folded: &str) -> u32 {
        if folded.is_empty() {
            return NO_FORM;
        }
        let next = self.forms.len() as u32;
        let number = *self.numbers.entry(hash(folded.as_bytes())).or_insert(next);
        if number == next {
            let start = self.letters.len() as u32;
            self.letters.push_str(folded);
            self.forms.push(Form {
                start,
                end: self.letters.len() as u32,
                count: 0,
                signature: folded.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31)),
                stem: hash(stem(folded).as_bytes()),
                ends: (folded.as_bytes()[0], folded.as_bytes()[folded.len() - 1]),
                function: is_function_word(folded),
                number: folded.bytes().all(|byte| byte.is_ascii_digit()),
                weight: 0,
            });
        }
        number
    }

    /// Computes the weights, once all documents are read.
    pub fn weigh(&mut self) {
        let total = f32::log2((self.n_words + PRIOR_TEXT) as f32);
        for form in &mut self.forms {
            let prior = match form.end - form.start {
                0..=3 => 60,
                4..=5 => 20,
                6..=8 => 6,
                _ => 2,
            };
            let bits = total - f32::log2((form.count + prior) as f32);
            form.weight = if form.function { LIGHT } else { ((bits * 2.0) as i32).clamp(LIGHT + 3, HEAVIEST) };
        }
    }

    pub fn folded(&self, form: u32) -> &str {
        let form = &self.forms[form as usize];
        &self.letters[form.start as usize..form.end as usize]
    }

    pub fn weight(&self, form: u32) -> i32 {
        self.forms[form as usize].weight
    }

    /// What an alignment asks of a form, in one place.
    pub fn trait_of(&self, form: u32) -> Trait {
        let own = &self.forms[form as usize];
        Trait {
            form,
            len: own.end - own.start,
            signature: own.signature,
            stem: own.stem,
            ends: own.ends,
            function: own.function,
            number: own.number,
            weight: own.weight,
        }
    }

    pub fn stem(&self, form: u32) -> u64 {
        self.forms[form as usize].stem
    }

    /// The stem of each form, but of function words.
    pub fn telling_stems(&self) -> Vec<Option<u64>> {
        self.forms.iter().map(|form| (!form.function).then_some(form.stem)).collect()
    }

    pub fn is_function(&self, form: u32) -> bool {
        self.forms[form as usize].function
    }

    /// What a quotation must prove more than one of a few in a dossier of a few letters, in the unit of
    /// [`Lexicon::weight`]: each doubling of the words, and of the document's quotations, doubles what agrees by chance.
    pub fn chance(&self, n_quotations: usize) -> i32 {
        let words = (self.n_words + SMALL) / SMALL;
        2 * (words.ilog2() + (n_quotations as u32 / FEW).max(1).ilog2()) as i32
    }

    /// The same where either side may stand anywhere: each doubling of the words makes four times as many pairs of places.
    pub fn chance_of_two(&self) -> i32 {
        4 * ((self.n_words + SMALL) / SMALL).ilog2() as i32
    }

    pub fn n_forms(&self) -> usize {
        self.forms.len()
    }
}

/// What stands for a word of which folding leaves nothing.
const NO_FORM: u32 = u32::MAX;

struct Next {
    span: Span,
    /// The hash of its folded form, where it is of ASCII letters and digits only.
    plain_hash: Option<u64>,
}

/// The first word from `at` on, as [`words`] has it. Most are plain: those are found and hashed in one go.
fn next_word(text: &str, at: usize) -> Option<Next> {
    let bytes = text.as_bytes();
    let folded = |at: usize| bytes.get(at).map_or(0, |byte| PLAIN[usize::from(*byte)]);
    let mut start = at;
    while bytes.get(start).is_some_and(|byte| byte.is_ascii() && PLAIN[usize::from(*byte)] == 0) {
        start += 1;
    }
    let (mut end, mut hash) = (start, EMPTY);
    loop {
        let letter = folded(end);
        if letter == 0 {
            break;
        }
        hash = hashed(hash, letter);
        end += 1;
    }
    let is_plain = end > start && bytes.get(end).is_none_or(|byte| byte.is_ascii() && *byte != b'\'');
    if is_plain {
        return Some(Next { span: Span::new(start, end), plain_hash: Some(mix(hash)) });
    }
    let span = words(&text[start..]).next()?.shift(start);
    Some(Next { span, plain_hash: None })
}

/// ASCII letters and digits, folded; nothing for other bytes.
const PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let folded = (byte as u8).to_ascii_lowercase();
        plain[byte] = if folded.is_ascii_alphanumeric() { folded } else { 0 };
        byte += 1;
    }
    plain
};

/// Whether the second word is the rest of the first.
fn goes_on(text: &str, left: Span, right: Span) -> bool {
    // A space parts most words.
    text.as_bytes()[left.end()] != b' ' && (is_torn(text, left, right) || is_edited(text, left, right))
}

/// A hyphen at a line end between two words, of which the second goes on in lower case.
fn is_torn(text: &str, left: Span, right: Span) -> bool {
    let between = &text[left.end()..right.start()];
    let Some(rest) = between.strip_prefix(['-', '\u{ad}', '‐']) else {
        return false;
    };
    matches!(rest.trim_matches(' '), "\n" | "\r\n") && text[right.start()..].starts_with(char::is_lowercase)
}

/// Letters that an editor set for others: "[H]et", "harden[ing]".
fn is_edited(text: &str, left: Span, right: Span) -> bool {
    let opened = || left.of(text).contains('[');
    let bracketed = match &text[left.end()..right.start()] {
        "" => left.of(text).ends_with(']') && opened(),
        "[" => text[right.end()..].starts_with(']'),
        _ => false,
    };
    bracketed && text[right.start()..].starts_with(char::is_lowercase)
}

/// A word with the editor's bracket before and behind it.
fn with_brackets(text: &str, word: Span) -> Span {
    let text = text.as_bytes();
    let before = word.start().checked_sub(1).is_some_and(|before| text[before] == b'[');
    let behind = text.get(word.end()) == Some(&b']');
    Span::new(word.start() - usize::from(before), word.end() + usize::from(behind))
}

/// A crude stem: prefix `ge-` and inflections fall away, long words are cut. It only has to bring variants together in
/// the search for seeds; the alignment compares the words themselves.
fn stem(folded: &str) -> &str {
    if !folded.is_ascii() || folded.len() < 5 {
        return folded;
    }
    let bare = folded.strip_prefix("ge").filter(|rest| rest.len() >= 4).unwrap_or(folded);
    let bare = ["enden", "ende", "ten", "den", "ing", "te", "de", "en", "ed", "es", "e", "t", "d", "s", "n"]
        .iter()
        .find_map(|ending| bare.strip_suffix(ending).filter(|rest| rest.len() >= 3))
        .unwrap_or(bare);
    &bare[..bare.len().min(7)]
}

/// FNV-1a with a final mix: short keys, no dependency, the same on every target.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    mix(bytes.iter().fold(EMPTY, |hash, byte| hashed(hash, *byte)))
}

const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

fn hashed(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Spreads a number over all 64 bits (the finaliser of SplitMix64).
pub(super) fn mix(number: u64) -> u64 {
    let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// For keys that are hashes already.
#[derive(Debug, Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heals_words_torn_over_a_line_end() {
        let document = Document {
            text: "in de beleids-\nvoorbereiding, SG-\nOverleg [H]et hard[en] on[der]wijs [a] b[1]".into(),
            ..Document::default()
        };
        let mut lexicon = Lexicon::default();
        let read = lexicon.read(&document);
        let forms: Vec<_> = read.iter().map(|word| lexicon.folded(word.form)).collect();
        assert_eq!(
            forms,
            ["in", "de", "beleidsvoorbereiding", "sg", "overleg", "het", "harden", "onderwijs", "a", "b", "1"]
        );
    }

    #[test]
    fn stems_bring_variants_together() {
        for (one, other) in
            [("werken", "gewerkt"), ("randvoorwaarde", "randvoorwaardelijk"), ("ambtenaar", "ambtenaar")]
        {
            assert_eq!(stem(one), stem(other));
        }
    }
}
