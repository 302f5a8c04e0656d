//! Reading a passage for what a query asks: which words match, how well, and where.
//!
//! Lists name units; only the text says in which passage a word stands, how often, and next to what. A passage is read
//! once, word by word; each word costs a look at its first letter and length, and, where these fit, one hash.

use super::expand::{Expansion, Kind, Match, PAIR};
use super::query::Wording;
use super::vocabulary::Vocabulary;
use super::words::each_word;
use std::collections::HashMap;

/// What to look for, ready to be compared with words.
#[derive(Debug, Default)]
pub struct Sought {
    /// What a word means, by its hash.
    words: HashMap<u64, Vec<(u8, Match)>, std::hash::BuildHasherDefault<Known>>,
    starts: Vec<(Vec<u8>, u8, Match)>,
    /// Hashes of words that must follow each other; the last one is the key.
    rows: Vec<Row>,
    /// For each first byte the lengths that are sought, a bit each.
    lengths: Box<[u64]>,
}

#[derive(Debug)]
struct Row {
    words: Vec<u64>,
    clause: u8,
    found: Match,
}

/// A place that matches. Bytes of the text read, half-open.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub clause: u8,
    pub found: Match,
    /// Counted in words.
    pub word: u32,
    pub start: u32,
    pub end: u32,
}

const MAX_ROW: usize = 32;
const EXACTLY: Match = Match { kind: Kind::Exact, weight: 1.0, from: 0, to: u8::MAX };

impl Sought {
    pub fn new() -> Sought {
        Sought { lengths: vec![0; 256].into(), ..Sought::default() }
    }

    /// Seeks what `expansion` says for a clause.
    pub fn add(&mut self, clause: u8, expansion: &Expansion, vocabulary: &Vocabulary) {
        for &(term, found) in &expansion.terms {
            self.add_word(clause, vocabulary.term(term), found);
        }
        for &(first, second) in &expansion.pairs {
            self.add_row(clause, &[vocabulary.term(first), vocabulary.term(second)], PAIR);
        }
        if let Some((start, found)) = &expansion.start {
            self.add_start(clause, start, *found);
        }
    }

    /// Seeks words in a row.
    pub fn add_phrase(&mut self, clause: u8, wording: &Wording) {
        let Wording::Phrase(words) = wording else { return };
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).take(MAX_ROW).collect();
        self.add_row(clause, &words, EXACTLY);
    }

    /// Seeks what must not stand there: exactly that, nothing like it.
    pub fn add_unwanted(&mut self, clause: u8, wording: &Wording) {
        match wording {
            Wording::Word(word) | Wording::Unfinished(word) => self.add_word(clause, word.as_bytes(), EXACTLY),
            Wording::Start(start) => self.add_start(clause, start.as_bytes(), EXACTLY),
            Wording::Phrase(_) => self.add_phrase(clause, wording),
        }
    }

    /// Whether only single words are sought, whatever their order.
    pub fn is_plain(&self) -> bool {
        self.rows.is_empty()
    }

    fn add_start(&mut self, clause: u8, start: &[u8], found: Match) {
        let Some(&first) = start.first() else { return };
        self.lengths[usize::from(first)] |= u64::MAX << start.len().min(63);
        self.starts.push((start.to_vec(), clause, found));
    }

    fn add_word(&mut self, clause: u8, word: &[u8], found: Match) {
        let Some(&first) = word.first() else { return };
        self.lengths[usize::from(first)] |= 1 << word.len().min(63);
        let meanings = self.words.entry(hash(word)).or_default();
        match meanings.iter_mut().find(|(known, _)| *known == clause) {
            Some((_, known)) if known.weight >= found.weight => {}
            Some((_, known)) => *known = found,
            None => meanings.push((clause, found)),
        }
    }

    fn add_row(&mut self, clause: u8, words: &[&[u8]], found: Match) {
        let words = words.iter().map(|word| hash(word)).collect();
        self.rows.push(Row { words, clause, found });
    }

    /// Calls `seen` with every place in `text` that matches, in order; returns the number of words.
    pub fn read(&self, text: &str, mut seen: impl FnMut(Place)) -> u32 {
        let mut n_words = 0u32;
        let mut last_end = 0;
        let mut recent = [(0u64, 0u32); MAX_ROW];
        each_word(text, |word, start, end| {
            // A word torn by a line's end comes once more, whole: it is no word of its own.
            let whole = start < last_end;
            if !whole {
                n_words += 1;
                last_end = end;
            }
            let sought =
                word.first().is_some_and(|&first| self.lengths[usize::from(first)] >> word.len().min(63) & 1 == 1);
            if !sought && self.rows.is_empty() {
                return;
            }
            let key = hash(word);
            let place = |clause, found| Place { clause, found, word: n_words, start: start as u32, end: end as u32 };
            if sought {
                self.read_word(word, key, |clause, found| seen(place(clause, found)));
            }
            if !whole && !self.rows.is_empty() {
                recent[n_words as usize % MAX_ROW] = (key, start as u32);
                for row in self.rows.iter().filter(|row| row.ends_in(&recent, n_words)) {
                    let start = recent[(n_words as usize + 1 - row.words.len()) % MAX_ROW].1;
                    seen(Place { start, ..place(row.clause, row.found) });
                }
            }
        });
        n_words
    }

    fn read_word(&self, word: &[u8], key: u64, mut seen: impl FnMut(u8, Match)) {
        let known = self.words.get(&key).map_or(&[][..], |known| known);
        known.iter().for_each(|&(clause, found)| seen(clause, found));
        for (start, clause, found) in &self.starts {
            if word.starts_with(start) && !known.iter().any(|(other, _)| other == clause) {
                seen(*clause, *found);
            }
        }
    }
}

impl Row {
    fn ends_in(&self, recent: &[(u64, u32); MAX_ROW], n_words: u32) -> bool {
        let n = self.words.len();
        n_words as usize >= n
            && self
                .words
                .iter()
                .rev()
                .enumerate()
                .all(|(back, word)| recent[(n_words as usize - back) % MAX_ROW].0 == *word)
    }
}

/// A word's key: FNV-1a over its bytes, its length mixed in.
fn hash(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Keys are hashes already.
#[derive(Debug, Default)]
struct Known(u64);

impl std::hash::Hasher for Known {
    fn write(&mut self, _bytes: &[u8]) {}

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
