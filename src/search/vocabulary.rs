//! The dossier's words, unpacked: looked up, and looked through.
//!
//! A scan over a few bits a word (which letters and which pairs of letters it holds) leaves a hundred words that can be near
//! to, or hold, what was typed; only these are compared. At 50,000 words that is some 50 microseconds, less than an automaton
//! over a trie needs for two edits, and it finds errors anywhere in the word, the first letter included.

use super::distance::Pattern;
use super::layout::Layout;
use std::ops::Range;

#[derive(Debug)]
pub struct Vocabulary {
    letters: Vec<u8>,
    /// Where each term ends in `letters`.
    ends: Vec<u32>,
    signs: Vec<Sign>,
}

/// What a word holds, in bits: which letters, and which pairs of neighbours, these spread over 64 places.
#[derive(Clone, Copy, Debug)]
struct Sign {
    pairs: u64,
    letters: u32,
    n_bytes: u32,
}

impl Sign {
    fn of(word: &[u8]) -> Sign {
        let pairs =
            word.windows(2).fold(0, |pairs, two| pairs | 1 << ((u32::from(two[0]) * 31 + u32::from(two[1])) % 64));
        Sign { pairs, letters: letters(word), n_bytes: word.len() as u32 }
    }

    /// Whether a word of this sign may hold one of that sign.
    fn may_hold(&self, part: &Sign) -> bool {
        part.pairs & !self.pairs == 0 && part.letters & !self.letters == 0
    }

    /// Whether these words may be so many edits apart: each changes two letters at most, and three pairs.
    fn may_be_near(&self, other: &Sign, max_edits: u32) -> bool {
        self.n_bytes.abs_diff(other.n_bytes) <= max_edits
            && (self.letters ^ other.letters).count_ones() <= 2 * max_edits
            && (other.pairs & !self.pairs).count_ones() <= 3 * max_edits
    }
}

/// A word near to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    pub term: u32,
    pub n_edits: u32,
}

impl Vocabulary {
    pub fn unpack(layout: &Layout<'_>) -> Vocabulary {
        let n = layout.n_terms as usize;
        let mut vocabulary = Vocabulary {
            letters: Vec::with_capacity(n * 10),
            ends: Vec::with_capacity(n),
            signs: Vec::with_capacity(n),
        };
        layout.each_term(|term| {
            vocabulary.letters.extend_from_slice(term);
            vocabulary.ends.push(vocabulary.letters.len() as u32);
            vocabulary.signs.push(Sign::of(term));
        });
        vocabulary
    }

    /// For tests: of these terms, sorted.
    #[cfg(test)]
    pub fn of(terms: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary { letters: Vec::new(), ends: Vec::new(), signs: Vec::new() };
        for term in terms {
            vocabulary.letters.extend_from_slice(term.as_bytes());
            vocabulary.ends.push(vocabulary.letters.len() as u32);
            vocabulary.signs.push(Sign::of(term.as_bytes()));
        }
        vocabulary
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
        let at = self.lower_bound(|term| term < word);
        (at < self.len() as u32 && self.term(at) == word).then_some(at)
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

    /// Terms within `max_edits` edits of `word`, itself left out, in order of the terms.
    pub fn near(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = Sign::of(word);
        let mut found = Vec::new();
        for (term, sign) in (0..).zip(&self.signs) {
            if sign.may_be_near(&wanted, max_edits) {
                let n_edits = pattern.distance(self.term(term));
                if (1..=max_edits).contains(&n_edits) {
                    found.push(Near { term, n_edits });
                }
            }
        }
        found
    }

    /// Terms that begin with the same letter, and of which a beginning is within `max_edits` edits of `word`.
    pub fn near_start(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = Sign::of(word);
        let longest = word.len() + max_edits as usize;
        let mut found = Vec::new();
        for term in self.starting_with(&word[..word.len().min(1)]) {
            let sign = &self.signs[term as usize];
            if (wanted.letters & !sign.letters).count_ones() > max_edits
                || (wanted.pairs & !sign.pairs).count_ones() > 3 * max_edits
            {
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

    /// Longer terms that hold one of `forms`, each of four letters or more: the term, which form, and where in the term.
    ///
    /// Longer by three letters: a shorter remainder is an ending, or a word that joins no compound.
    pub fn holding(&self, forms: &[&[u8]]) -> Vec<(u32, usize, usize)> {
        let held = |letters: &[u8], form: &[u8]| {
            let last = letters.len().checked_sub(form.len()).filter(|longer| *longer >= 3)?;
            (0..=last).find(|&at| letters[at..].starts_with(form))
        };
        let mut found = Vec::new();
        for (form, letters) in forms.iter().enumerate() {
            let wanted = Sign::of(letters);
            for (term, sign) in (0..).zip(&self.signs) {
                if sign.may_hold(&wanted) {
                    found.extend(held(self.term(term), letters).map(|at| (term, form, at)));
                }
            }
        }
        found
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
