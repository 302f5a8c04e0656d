//! The dossier's words, unpacked: looked up, and looked through.
//!
//! A scan over one 32-bit mask a word (which letters it holds) leaves a few hundred words that can be near to, or hold, what
//! was typed; only these are compared. At 70,000 words that is 70 microseconds, less than an automaton over a trie needs
//! for two edits, and one scan serves typing errors anywhere in the word, parts of compounds and unfinished words alike.

use super::distance::Pattern;
use super::layout::Layout;
use std::ops::Range;

#[derive(Debug)]
pub struct Vocabulary {
    letters: Vec<u8>,
    /// Where each term ends in `letters`.
    ends: Vec<u32>,
    masks: Vec<u32>,
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
            masks: Vec::with_capacity(n),
        };
        layout.each_term(|term| {
            vocabulary.letters.extend_from_slice(term);
            vocabulary.ends.push(vocabulary.letters.len() as u32);
            vocabulary.masks.push(mask(term));
        });
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
        let wanted = mask(word);
        let lengths = word.len().saturating_sub(max_edits as usize)..=word.len() + max_edits as usize;
        self.scan(
            |letters| (letters ^ wanted).count_ones() <= 2 * max_edits,
            |term, letters| {
                if !lengths.contains(&letters.len()) {
                    return None;
                }
                let n_edits = pattern.distance(letters);
                (1..=max_edits).contains(&n_edits).then_some(Near { term, n_edits })
            },
        )
    }

    /// Terms that begin with the same letter, and of which a beginning is within `max_edits` edits of `word`.
    pub fn near_start(&self, word: &[u8], max_edits: u32) -> Vec<Near> {
        let pattern = Pattern::new(word);
        let wanted = mask(word);
        let longest = word.len() + max_edits as usize;
        let mut found = Vec::new();
        for term in self.starting_with(&word[..word.len().min(1)]) {
            if (wanted & !self.masks[term as usize]).count_ones() > max_edits {
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
        let wanted: Vec<u32> = forms.iter().map(|form| mask(form)).collect();
        let held = |letters: &[u8], form: &[u8]| {
            let last = letters.len().checked_sub(form.len()).filter(|longer| *longer >= 3)?;
            let first: [u8; 4] = form[..4].try_into().expect("four letters");
            (0..=last).find(|&at| letters[at..at + 4] == first && letters[at + 4..].starts_with(&form[4..]))
        };
        self.scan(
            |letters| wanted.iter().any(|wanted| wanted & !letters == 0),
            |term, letters| {
                let at = |(index, form): (usize, &&[u8])| Some((term, index, held(letters, form)?));
                forms.iter().enumerate().find_map(at)
            },
        )
    }

    fn scan<T>(&self, may: impl Fn(u32) -> bool, look: impl Fn(u32, &[u8]) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for (at, &letters) in self.masks.iter().enumerate() {
            if may(letters) {
                found.extend(look(at as u32, self.term(at as u32)));
            }
        }
        found
    }
}

/// Which letters a word holds: a bit each for a to z, one for digits, the others shared by all other bytes.
fn mask(word: &[u8]) -> u32 {
    word.iter().fold(0, |mask, &byte| {
        mask | 1
            << match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => 26,
                _ => 27 + byte % 5,
            }
    })
}
