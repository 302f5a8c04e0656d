//! Reading a passage for what a query asks: which words match, how well, and where.
//!
//! Lists name units; only the text says in which passage a word stands, how often, and next to what. A passage is read
//! once, word by word; each word costs a look at its first letter and length, and, where these fit, one hash.

use super::expand::{Expansion, Kind, Match};
use super::query::Wording;
use super::scan::Scanner;
use super::vocabulary::Vocabulary;
use super::words::key;

/// What to look for, ready to be compared with words.
#[derive(Debug)]
pub struct Sought {
    words: Vec<Meant>,
    /// The number plus one of a word in `words` at the place that its key says, or behind it; 0 where there is none. As many as a power of
    /// two.
    slots: Vec<u32>,
    starts: Vec<(Vec<u8>, u8, Match)>,
    rows: Vec<Row>,
    /// For each first letter the second letters that are sought, a bit each.
    begins: Box<[u64; 256]>,
}

/// What a word means for one clause.
#[derive(Clone, Copy, Debug)]
struct Meant {
    key: u64,
    clause: u8,
    found: Match,
}

/// Words that must follow each other.
#[derive(Debug)]
struct Row {
    /// Keys.
    words: Vec<u64>,
    /// How one more word must begin, of a phrase that is still typed.
    start: Option<Vec<u8>>,
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
        let slots = vec![0; 64];
        Sought { words: Vec::new(), slots, starts: Vec::new(), rows: Vec::new(), begins: Box::new([0; 256]) }
    }

    /// Seeks what `expansion` says for a clause.
    pub fn add(&mut self, clause: u8, expansion: &Expansion, vocabulary: &Vocabulary) {
        // Those that begin as typed are seen by their beginning.
        let begins = |word: &[u8], found: &Match| {
            let start = expansion.start.as_ref();
            start.is_some_and(|(start, begun)| found.weight <= begun.weight && word.starts_with(start))
        };
        for (term, found) in &expansion.terms {
            let word = vocabulary.term(*term);
            if !begins(word, found) {
                self.add_word(clause, word, *found);
            }
        }
        for &(first, second, pair) in &expansion.pairs {
            self.add_row(clause, &[vocabulary.term(first), vocabulary.term(second)], pair);
        }
        if let Some((start, found)) = &expansion.start {
            self.add_start(clause, start, *found);
        }
    }

    /// Seeks words in a row.
    pub fn add_phrase(&mut self, clause: u8, wording: &Wording) {
        let Wording::Phrase { words, unfinished } = wording else { return };
        let words: Vec<&[u8]> = words.iter().map(|word| word.as_bytes()).take(MAX_ROW).collect();
        self.add_row(clause, &words, EXACTLY);
        let Some((row, last)) = self.rows.last_mut().zip(words.last()) else { return };
        if *unfinished {
            row.words.pop();
            row.start = Some(last.to_vec());
            self.let_in(last, last.len() == 1);
        }
    }

    /// Seeks what must not stand there: exactly that, nothing like it.
    pub fn add_unwanted(&mut self, clause: u8, wording: &Wording) {
        match wording {
            Wording::Word(word) | Wording::Unfinished(word) => self.add_word(clause, word.as_bytes(), EXACTLY),
            Wording::Start(start) => self.add_start(clause, start.as_bytes(), EXACTLY),
            Wording::Phrase { .. } => self.add_phrase(clause, wording),
        }
    }

    /// Whether only single words are sought, whatever their order.
    pub fn is_plain(&self) -> bool {
        self.rows.is_empty()
    }

    fn add_start(&mut self, clause: u8, start: &[u8], found: Match) {
        self.let_in(start, start.len() == 1);
        self.starts.push((start.to_vec(), clause, found));
    }

    fn add_word(&mut self, clause: u8, word: &[u8], found: Match) {
        self.let_in(word, false);
        let meant = Meant { key: key(word), clause, found };
        let mut at = self.slot(meant.key);
        while let Some(known) = self.slots[at].checked_sub(1) {
            let known = &mut self.words[known as usize];
            if (known.key, known.clause) == (meant.key, clause) {
                if found.weight > known.found.weight {
                    known.found = found;
                }
                return;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.words.push(meant);
        self.slots[at] = self.words.len() as u32;
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for number in 0..self.words.len() {
            let mut at = self.slot(self.words[number].key);
            while self.slots[at] != 0 {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.slots[at] = number as u32 + 1;
        }
    }

    fn slot(&self, key: u64) -> usize {
        key as usize & (self.slots.len() - 1)
    }

    /// Lets words that begin like this one be read: by its first two letters, or by the first alone.
    fn let_in(&mut self, word: &[u8], by_first: bool) {
        let Some(&first) = word.first() else { return };
        let second = word.get(1).copied().unwrap_or(0);
        self.begins[usize::from(first)] |= if by_first { u64::MAX } else { 1 << bit(second) };
    }

    fn add_row(&mut self, clause: u8, words: &[&[u8]], found: Match) {
        words.iter().for_each(|word| self.let_in(word, false));
        let words = words.iter().map(|word| key(word)).collect();
        self.rows.push(Row { words, start: None, clause, found });
    }

    /// Calls `seen` with every place in `text`, which is UTF-8, that matches; in the order in which they end.
    ///
    /// Not generic: all that reads is compiled once.
    pub fn read(&self, scanner: &mut Scanner, text: &[u8], seen: &mut dyn FnMut(Place)) {
        let mut recent = [(0u64, 0u32, 0u32); MAX_ROW];
        let may = |first: u8, second: u8| self.begins[usize::from(first)] >> bit(second) & 1 == 1;
        scanner.each_word_like(text, may, |word| {
            let key = key(word.folded);
            let place =
                |clause, found| Place { clause, found, word: word.nth, start: word.start as u32, end: word.end as u32 };
            self.read_word(word.folded, key, &mut |clause, found| seen(place(clause, found)));
            if !word.whole && !self.rows.is_empty() {
                recent[word.nth as usize % MAX_ROW] = (key, word.nth, word.start as u32);
                for row in self.rows.iter().filter(|row| row.ends_in(&recent, word.nth, word.folded)) {
                    let start = recent[(word.nth as usize + 1 - row.len()) % MAX_ROW].2;
                    seen(Place { start, ..place(row.clause, row.found) });
                }
            }
        });
    }

    fn read_word(&self, word: &[u8], key: u64, seen: &mut dyn FnMut(u8, Match)) {
        let mut known = 0u64;
        let mut at = self.slot(key);
        while let Some(number) = self.slots[at].checked_sub(1) {
            let meant = &self.words[number as usize];
            if meant.key == key {
                known |= 1 << (meant.clause % 64);
                seen(meant.clause, meant.found);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        for (start, clause, found) in &self.starts {
            if known >> (clause % 64) & 1 == 0 && word.starts_with(start) {
                seen(*clause, *found);
            }
        }
    }
}

impl Row {
    fn len(&self) -> usize {
        self.words.len() + usize::from(self.start.is_some())
    }

    /// Whether the words up to the `nth`, which is `last`, are this row's. `recent` holds key and number of those read.
    fn ends_in(&self, recent: &[(u64, u32, u32); MAX_ROW], nth: u32, last: &[u8]) -> bool {
        if (nth as usize) < self.len() || self.start.as_ref().is_some_and(|start| !last.starts_with(start)) {
            return false;
        }
        let behind = nth - u32::from(self.start.is_some());
        self.words.iter().rev().zip((1..=behind).rev()).all(|(word, nth)| {
            let (key, number, _) = recent[nth as usize % MAX_ROW];
            (key, number) == (*word, nth)
        })
    }
}

/// Folds letters, digits and the rest into 64 places. Two that share one only cost a word read in vain.
fn bit(letter: u8) -> u8 {
    letter % 64
}
