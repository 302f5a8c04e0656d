//! The dossier's words, unpacked: looked up, and looked through.
//!
//! Three ways lead to words. A hash finds one; a list for each three letters in a row finds those that hold a stretch; and a
//! scan over the words of fitting length, a few bits each (which letters and which pairs of letters it holds), leaves a
//! hundred that can be near to what was typed. The scan costs about a nanosecond a word, less than an automaton over a trie
//! needs for two edits, and it finds errors anywhere, the first letter included.

use super::distance::Pattern;
use super::grams::Grams;
use super::layout::Layout;
use super::letters::WordReader;
use super::words::key;
use std::ops::Range;

#[derive(Debug, Default)]
pub struct Vocabulary {
    letters: Vec<u8>,
    /// Where each term ends in `letters`.
    ends: Vec<u32>,
    /// A term's number plus one at the place that its hash says, or behind it; 0 where there is none.
    slots: Vec<u32>,
    grams: Grams,
    /// For each term which pairs of neighbours it holds, spread over 64 bits.
    pairs: Vec<u64>,
    /// The terms by length, which letters each of these holds, and which pairs: side by side, as a scan meets them.
    by_length: Vec<u32>,
    held: Vec<u32>,
    paired: Vec<u64>,
    /// The same turned round: for each letter a bit for each term by length, 64 in a row. What a scan goes through.
    planes: Vec<u64>,
    /// Where each length begins in `by_length`, and one past the last.
    lengths: Vec<u32>,
}

/// Letters, digits and the rest, as `letters` tells them apart.
const N_PLANES: usize = 32;

/// What a word holds, in bits: which letters, and which pairs of neighbours, these spread over 64 places.
#[derive(Clone, Copy, Debug)]
struct Sign {
    pairs: u64,
    letters: u32,
}

impl Sign {
    fn of(word: &[u8]) -> Sign {
        let pairs =
            word.windows(2).fold(0, |pairs, two| pairs | 1 << ((u32::from(two[0]) * 31 + u32::from(two[1])) % 64));
        Sign { pairs, letters: letters(word) }
    }
}

/// So many words that hold three letters in a row are looked at.
const MAX_HOLDING: usize = 512;

/// A word near to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    pub term: u32,
    pub n_edits: u32,
}

/// The words on their way out of the index, so that it can be done in small steps while nobody types.
#[derive(Debug)]
pub struct Unpacking {
    terms: WordReader,
    n_left: u32,
    held: Vec<u32>,
    vocabulary: Vocabulary,
}

/// Words read in a step: some milliseconds.
const N_AT_ONCE: u32 = 8192;

impl Unpacking {
    pub fn new(layout: &Layout<'_>) -> Unpacking {
        let n = layout.n_terms as usize;
        let vocabulary = Vocabulary {
            letters: Vec::with_capacity(n * 10),
            ends: Vec::with_capacity(n),
            pairs: Vec::with_capacity(n),
            ..Vocabulary::default()
        };
        Unpacking { terms: layout.terms(), n_left: layout.n_terms, held: Vec::with_capacity(n), vocabulary }
    }

    /// Goes on; whether all is done.
    pub fn step(&mut self, layout: &Layout<'_>) -> bool {
        if self.n_left > 0 {
            let n = self.n_left.min(N_AT_ONCE);
            (0..n).for_each(|_| self.vocabulary.push(layout.next_term(&mut self.terms), &mut self.held));
            self.n_left -= n;
        } else if self.vocabulary.slots.is_empty() {
            self.vocabulary.arrange(&self.held);
        } else {
            self.vocabulary.gather();
            return true;
        }
        false
    }

    /// Does the rest.
    pub fn finish(mut self, layout: &Layout<'_>) -> Vocabulary {
        while !self.step(layout) {}
        self.done()
    }

    /// The words, once a step has said that all is done.
    pub fn done(self) -> Vocabulary {
        self.vocabulary
    }
}

impl Vocabulary {
    /// For tests: of these terms, sorted.
    #[cfg(test)]
    pub fn of(terms: &[&str]) -> Vocabulary {
        let (mut vocabulary, mut held) = (Vocabulary::default(), Vec::new());
        terms.iter().for_each(|term| vocabulary.push(term.as_bytes(), &mut held));
        vocabulary.arrange(&held);
        vocabulary.gather();
        vocabulary
    }

    fn push(&mut self, term: &[u8], held: &mut Vec<u32>) {
        let sign = Sign::of(term);
        self.letters.extend_from_slice(term);
        self.ends.push(self.letters.len() as u32);
        self.pairs.push(sign.pairs);
        held.push(sign.letters);
    }

    fn arrange(&mut self, held: &[u32]) {
        self.sort_by_length(held);
        self.slots = vec![0; (self.len() * 2).next_power_of_two()];
        for term in 0..self.len() as u32 {
            let mut at = self.slot(self.term(term));
            while self.slots[at] != 0 {
                at = (at + 1) % self.slots.len();
            }
            self.slots[at] = term + 1;
        }
    }

    fn gather(&mut self) {
        self.grams = Grams::of(self.len() as u32, |term| self.term(term));
    }

    /// Where to look for a word first.
    fn slot(&self, word: &[u8]) -> usize {
        key(word) as usize % self.slots.len()
    }

    /// Counting sort: the terms of one length stay in their order.
    fn sort_by_length(&mut self, held: &[u32]) {
        let length = |term: usize| self.term(term as u32).len();
        let longest = (0..held.len()).map(length).max().unwrap_or(0);
        let mut lengths = vec![0u32; longest + 2];
        (0..held.len()).for_each(|term| lengths[length(term) + 1] += 1);
        for at in 1..lengths.len() {
            lengths[at] += lengths[at - 1];
        }
        let mut next = lengths.clone();
        let (mut by_length, mut sorted) = (vec![0; held.len()], vec![0; held.len()]);
        for (term, held) in held.iter().enumerate() {
            let place = &mut next[length(term)];
            by_length[*place as usize] = term as u32;
            sorted[*place as usize] = *held;
            *place += 1;
        }
        self.paired = by_length.iter().map(|term| self.pairs[*term as usize]).collect();
        (self.by_length, self.held, self.lengths) = (by_length, sorted, lengths);
        let n_rows = self.n_rows();
        self.planes = vec![0; N_PLANES * n_rows];
        for (at, &held) in self.held.iter().enumerate() {
            let mut rest = held;
            while rest != 0 {
                self.planes[rest.trailing_zeros() as usize * n_rows + at / 64] |= 1 << (at % 64);
                rest &= rest - 1;
            }
        }
    }

    fn n_rows(&self) -> usize {
        self.held.len().div_ceil(64)
    }

    /// Calls `found` with the places in `by_length` of the terms of these lengths that lack at most `most` of the letters
    /// `wanted`, and hold as few others.
    ///
    /// Counts for 64 terms at a time: the bits of three words are how many of the letters each of them lacks.
    fn each_like(&self, lengths: Range<usize>, wanted: u32, most: u32, mut found: impl FnMut(usize)) {
        let last = self.lengths.len().saturating_sub(1);
        let (from, to) = (lengths.start.min(last), lengths.end.min(last));
        let (Some(&from), Some(&to)) = (self.lengths.get(from), self.lengths.get(to)) else { return };
        let (from, to) = (from as usize, to as usize);
        let n_rows = self.n_rows();
        let letters: Vec<usize> = (0..N_PLANES).filter(|letter| wanted >> letter & 1 == 1).collect();
        for row in from / 64..to.div_ceil(64) {
            let (mut ones, mut twos, mut fours, mut over) = (0u64, 0u64, 0u64, 0u64);
            for letter in &letters {
                let lacks = !self.planes[letter * n_rows + row];
                let (carry, carry_on) = (ones & lacks, twos & ones & lacks);
                ones ^= lacks;
                twos ^= carry;
                over |= fours & carry_on;
                fours ^= carry_on;
            }
            let mut fitting = !over
                & match most {
                    0 => !(ones | twos | fours),
                    1 => !(twos | fours),
                    2 => !(fours | (twos & ones)),
                    3 => !fours,
                    _ => !(fours & (twos | ones)),
                };
            while fitting != 0 {
                let at = row * 64 + fitting.trailing_zeros() as usize;
                fitting &= fitting - 1;
                if (from..to).contains(&at) && (self.held[at] & !wanted).count_ones() <= most {
                    found(at);
                }
            }
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn term(&self, term: u32) -> &[u8] {
        let at = term as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.letters[start as usize..self.ends[at] as usize]
    }

    pub fn find(&self, word: &[u8]) -> Option<u32> {
        let mut at = self.slot(word);
        loop {
            let term = self.slots[at].checked_sub(1)?;
            if self.term(term) == word {
                return Some(term);
            }
            at = (at + 1) % self.slots.len();
        }
    }

    /// The terms that begin with `prefix`, itself included.
    pub fn starting_with(&self, prefix: &[u8]) -> Range<u32> {
        let start = self.lower_bound(|term| term < prefix);
        let end = self.lower_bound(|term| term < prefix || term.starts_with(prefix));
        start..end
    }

    fn lower_bound(&self, is_before: impl Fn(&[u8]) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(self.term(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Terms within `max_edits` edits of `word`, at most four; itself left out. The order means nothing.
    pub fn near(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = Sign::of(word);
        let mut found = Vec::new();
        let most = max_edits as usize;
        // An edit takes a letter away at most, and puts one in; it changes two pairs, but a swap, which leaves the letters, three.
        self.each_like(word.len().saturating_sub(most)..word.len() + most + 1, wanted.letters, max_edits, |at| {
            let (held, pairs) = (self.held[at], self.paired[at]);
            let lacks = (wanted.pairs & !pairs).count_ones().max((pairs & !wanted.pairs).count_ones());
            if lacks < 3 * max_edits + u32::from(held == wanted.letters) {
                let term = self.by_length[at];
                let n_edits = pattern.distance_within(self.term(term), max_edits);
                found.extend(n_edits.filter(|n| *n > 0).map(|n_edits| Near { term, n_edits }));
            }
        });
        found
    }

    /// Terms that begin with the same letter, and of which a beginning is within `max_edits` edits of `word`.
    pub fn near_start(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = Sign::of(word);
        let longest = word.len() + max_edits as usize;
        let mut found = Vec::new();
        for term in self.starting_with(&word[..word.len().min(1)]) {
            if (wanted.pairs & !self.pairs[term as usize]).count_ones() > 3 * max_edits {
                continue;
            }
            let letters = self.term(term);
            let n_edits = pattern.distance_of_start(&letters[..letters.len().min(longest)]);
            if (1..=max_edits).contains(&n_edits) {
                found.push(Near { term, n_edits });
            }
        }
        found
    }

    /// Terms that hold `form`, of four letters or more, and where: itself and barely longer ones left out.
    ///
    /// Longer by three letters: a shorter remainder is an ending, or a word that joins no compound. Of very many the answer is
    /// a part, spread evenly over the alphabet.
    pub fn holding(&self, form: &[u8]) -> impl Iterator<Item = (u32, usize)> {
        const LONGER: usize = 3;
        let (list, offset) = self.grams.rarest(form);
        let step = list.len().div_ceil(MAX_HOLDING).max(1);
        list.iter().step_by(step).filter_map(move |&term| {
            let letters = self.term(term);
            if letters.len() < form.len() + LONGER {
                return None;
            }
            let inside = letters[offset..letters.len() - (form.len() - offset - 1)].iter();
            let mut starts = (0..).zip(inside).filter(|(_, letter)| **letter == form[offset]).map(|(at, _)| at);
            starts.find(|&at| letters[at..].starts_with(form)).map(|at| (term, at))
        })
    }
}

/// Which letters a word holds: a bit each for a to z, one for digits, the others shared by all other bytes.
fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |letters, &byte| {
        letters
            | 1 << match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => 26,
                _ => 27 + byte % 5,
            }
    })
}
