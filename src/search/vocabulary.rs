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
use std::sync::OnceLock;

#[derive(Debug, Default)]
pub struct Vocabulary {
    letters: Vec<u8>,
    /// Where each term ends in `letters`.
    ends: Vec<u32>,
    /// A term's number plus one at the place that its hash says, or behind it; 0 where there is none. As many as a power of two.
    slots: Vec<u32>,
    /// For each term which pairs of neighbours it holds, spread over 64 bits.
    pairs: Vec<u64>,
    by_length: OnceLock<ByLength>,
    grams: OnceLock<Grams>,
}

/// The terms by length, as a scan for near words meets them.
#[derive(Debug, Default)]
struct ByLength {
    terms: Vec<u32>,
    /// Which letters each of these holds, and which pairs: side by side.
    held: Vec<u32>,
    paired: Vec<u64>,
    /// The same turned round: for each letter a bit for each term by length, 64 in a row. What a scan goes through.
    planes: Vec<u64>,
    /// Where each length begins in `terms`, and one past the last.
    lengths: Vec<u32>,
}

/// Letters, digits and the rest, as `letters` tells them apart.
const N_PLANES: usize = 32;

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
        Unpacking { terms: layout.terms(), n_left: layout.n_terms, vocabulary }
    }

    /// Goes on; whether all is done.
    pub fn step(&mut self, layout: &Layout<'_>) -> bool {
        if self.n_left > 0 {
            self.read(layout, self.n_left.min(N_AT_ONCE));
        } else if self.vocabulary.slots.is_empty() {
            self.vocabulary.hash();
        } else if self.vocabulary.by_length.get().is_none() {
            self.vocabulary.by_length();
        } else {
            self.vocabulary.grams();
            return true;
        }
        false
    }

    fn read(&mut self, layout: &Layout<'_>, n: u32) {
        in_turns(n, &mut |turn| turn.for_each(|_| self.vocabulary.push(layout.next_term(&mut self.terms))));
        self.n_left -= n;
    }

    /// The words, with what else has been done so far.
    pub fn finish(mut self, layout: &Layout<'_>) -> Vocabulary {
        self.read(layout, self.n_left);
        if self.vocabulary.slots.is_empty() {
            self.vocabulary.hash();
        }
        self.vocabulary
    }
}

/// Calls `each` with all numbers below `n`, some at a time. Browsers run what is new to them by code that is made quickly and
/// runs slowly; better code, once it is made, takes over at the next call, but never within a loop.
pub fn in_turns(n: u32, each: &mut dyn FnMut(Range<u32>)) {
    const TURN: u32 = 512;
    let each = std::hint::black_box(each);
    (0..n).step_by(TURN as usize).for_each(|from| each(from..n.min(from + TURN)));
}

impl ByLength {
    /// Counting sort: the terms of one length stay in their order.
    fn of(vocabulary: &Vocabulary) -> ByLength {
        let n = vocabulary.len() as u32;
        let length = |term: u32| vocabulary.term(term).len();
        let longest = (0..n).map(length).max().unwrap_or(0);
        let mut lengths = vec![0u32; longest + 2];
        (0..n).for_each(|term| lengths[length(term) + 1] += 1);
        for at in 1..lengths.len() {
            lengths[at] += lengths[at - 1];
        }
        let mut next = lengths.clone();
        let nothing = || vec![0u32; n as usize];
        let n_rows = (n as usize).div_ceil(64);
        let (mut terms, mut held, mut paired) = (nothing(), nothing(), vec![0u64; n as usize]);
        let mut planes = vec![0; N_PLANES * n_rows];
        in_turns(n, &mut |turn| {
            for term in turn {
                let place = &mut next[length(term)];
                let at = *place as usize;
                *place += 1;
                let mut rest = letters(vocabulary.term(term));
                (terms[at], held[at], paired[at]) = (term, rest, vocabulary.pairs[term as usize]);
                while rest != 0 {
                    planes[rest.trailing_zeros() as usize * n_rows + at / 64] |= 1 << (at % 64);
                    rest &= rest - 1;
                }
            }
        });
        ByLength { terms, held, paired, planes, lengths }
    }

    fn n_rows(&self) -> usize {
        self.held.len().div_ceil(64)
    }

    /// Calls `found` with the places of the terms of these lengths that lack at most `most` of the letters
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
}

impl Vocabulary {
    /// For tests: of these terms, sorted.
    #[cfg(test)]
    pub fn of(terms: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        terms.iter().for_each(|term| vocabulary.push(term.as_bytes()));
        vocabulary.hash();
        vocabulary
    }

    fn push(&mut self, term: &[u8]) {
        self.letters.extend_from_slice(term);
        self.ends.push(self.letters.len() as u32);
        self.pairs.push(pairs(term));
    }

    fn hash(&mut self) {
        self.slots = vec![0; (self.len() * 2).next_power_of_two()];
        in_turns(self.len() as u32, &mut |turn| {
            for term in turn {
                let mut at = self.slot(self.term(term));
                while self.slots[at] != 0 {
                    at = (at + 1) & (self.slots.len() - 1);
                }
                self.slots[at] = term + 1;
            }
        });
    }

    /// Where to look for a word first.
    fn slot(&self, word: &[u8]) -> usize {
        key(word) as usize & (self.slots.len() - 1)
    }

    fn grams(&self) -> &Grams {
        self.grams.get_or_init(|| Grams::of(self.len() as u32, |term| self.term(term)))
    }

    fn by_length(&self) -> &ByLength {
        self.by_length.get_or_init(|| ByLength::of(self))
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
            at = (at + 1) & (self.slots.len() - 1);
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
        let (wanted, wanted_pairs) = (letters(word), pairs(word));
        let by_length = self.by_length();
        let mut found = Vec::new();
        let most = max_edits as usize;
        // An edit takes a letter away at most, and puts one in; it changes two pairs, but a swap, which leaves the letters, three.
        by_length.each_like(word.len().saturating_sub(most)..word.len() + most + 1, wanted, max_edits, |at| {
            let (held, pairs) = (by_length.held[at], by_length.paired[at]);
            let lacks = (wanted_pairs & !pairs).count_ones().max((pairs & !wanted_pairs).count_ones());
            if lacks < 3 * max_edits + u32::from(held == wanted) {
                let term = by_length.terms[at];
                let n_edits = pattern.distance_within(self.term(term), max_edits);
                found.extend(n_edits.filter(|n| *n > 0).map(|n_edits| Near { term, n_edits }));
            }
        });
        found
    }

    /// Terms that begin with the same letter, and of which a beginning is within `max_edits` edits of `word`.
    pub fn near_start(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = pairs(word);
        let longest = word.len() + max_edits as usize;
        let mut found = Vec::new();
        for term in self.starting_with(&word[..word.len().min(1)]) {
            if (wanted & !self.pairs[term as usize]).count_ones() > 3 * max_edits {
                continue;
            }
            let letters = self.term(term);
            let n_edits = pattern.distance_of_start(&letters[..letters.len().min(longest)], max_edits);
            found.extend(n_edits.filter(|n| *n > 0).map(|n_edits| Near { term, n_edits }));
        }
        found
    }

    /// Calls `found` with the terms that hold `form`, of four letters or more, and where: itself and barely longer ones left
    /// out.
    ///
    /// Longer by three letters: a shorter remainder is an ending, or a word that joins no compound. Of very many the answer is
    /// a part, spread evenly over the alphabet.
    pub fn each_holding(&self, form: &[u8], found: &mut dyn FnMut(u32, usize)) {
        const LONGER: usize = 3;
        let (list, offset) = self.grams().rarest(form);
        let step = list.len().div_ceil(MAX_HOLDING).max(1);
        for &term in list.iter().step_by(step) {
            let letters = self.term(term);
            if letters.len() < form.len() + LONGER {
                continue;
            }
            let inside = letters[offset..letters.len() - (form.len() - offset - 1)].iter();
            let mut starts = (0..).zip(inside).filter(|(_, letter)| **letter == form[offset]).map(|(at, _)| at);
            if let Some(at) = starts.find(|&at| letters[at..].starts_with(form)) {
                found(term, at);
            }
        }
    }
}

/// Which pairs of neighbours a word holds, spread over 64 bits.
fn pairs(word: &[u8]) -> u64 {
    word.windows(2).fold(0, |pairs, two| pairs | 1 << ((u32::from(two[0]) * 31 + u32::from(two[1])) % 64))
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
