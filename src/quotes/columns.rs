//! Which words of one stretch may answer to a given word: sets of places, a bit each.
//!
//! Of all pairs of words few are one word damaged or inflected. Places are sorted into sets by letters, length and stem, so
//! that a word meets only those that agree in several of these at once. What comes out is a superset: letters share sets,
//! and the words themselves are still to be compared.

use super::lexicon::{Trait, allowed_edits};

/// How many sets there are of each sort. Longer words share the last one.
const LETTERS: usize = 32;
const LENGTHS: usize = 32;
const STEMS: usize = 64;

const FIRST: usize = 0;
const LAST: usize = FIRST + LETTERS;
const LENGTH: usize = LAST + LETTERS;
/// By the length of a word and the one before it together.
const OF_TWO: usize = LENGTH + LENGTHS;
const STEM: usize = OF_TWO + LENGTHS;
/// Words that are no numbers, and those of them that are no function words.
const PLAIN: usize = STEM + STEMS;
const TELLING: usize = PLAIN + 1;
const SETS: usize = TELLING + 1;

/// The sets of 64 places.
type Block = [u64; SETS];

/// The places of the words of one stretch. Buffers live on from one to the next.
#[derive(Debug, Default)]
pub(super) struct Columns {
    blocks: Vec<Block>,
}

impl Columns {
    pub fn fill(&mut self, words: &[Trait]) {
        self.blocks.clear();
        self.blocks.resize(words.len().div_ceil(64), [0; SETS]);
        let mut before = 0;
        for (at, word) in words.iter().enumerate() {
            let (block, bit) = (&mut self.blocks[at / 64], 1 << (at % 64));
            block[FIRST + letter(word.ends.0)] |= bit;
            block[LAST + letter(word.ends.1)] |= bit;
            block[LENGTH + length(word.len)] |= bit;
            block[STEM + stem(word)] |= bit;
            if before > 0 {
                block[OF_TWO + length(before + word.len)] |= bit;
            }
            if !word.number {
                block[PLAIN] |= bit;
                block[TELLING] |= if word.function { 0 } else { bit };
            }
            before = word.len;
        }
    }

    /// Places of words that may have the stem of this one.
    pub fn of_stem(&self, word: &Trait) -> impl Iterator<Item = usize> {
        let set = STEM + stem(word);
        self.places(move |block| block[set])
    }

    /// Places of words that may be this one, inflected or damaged.
    pub fn like(&self, word: &Trait) -> impl Iterator<Item = usize> {
        let (first, last, stem) = (FIRST + letter(word.ends.0), LAST + letter(word.ends.1), STEM + stem(word));
        let kind = if word.function { TELLING } else { PLAIN };
        // No longer word has more edits than one that is longer by the most.
        let more = allowed_edits(word.len + allowed_edits(u32::MAX));
        let shortest = length(word.len - allowed_edits(word.len).min(word.len));
        let lengths = LENGTH + shortest..LENGTH + length(word.len + more) + 1;
        let number = word.number;
        self.places(move |block| {
            let near = block[lengths.clone()].iter().fold(0, |all, set| all | set);
            let damaged = if number { 0 } else { (block[first] | block[last]) & near & block[kind] };
            damaged | block[stem]
        })
    }

    /// Places of words that may, with the one before them, be this one written as two; and of those that may be this one and
    /// the one before it, of length `before`, written as one.
    pub fn joined(&self, word: &Trait, before: Option<u32>) -> impl Iterator<Item = usize> {
        let last = LAST + letter(word.ends.1);
        let of_two = OF_TWO + length(word.len);
        let whole = before.map(|before| LENGTH + length(before + word.len));
        self.places(move |block| block[last] & (block[of_two] | whole.map_or(0, |whole| block[whole])))
    }

    fn places(&self, set: impl Fn(&Block) -> u64) -> impl Iterator<Item = usize> {
        let of_block = move |(at, block): (usize, &Block)| {
            let rest = set(block);
            let next = move |rest: &u64| Some(rest & (rest - 1)).filter(|rest| *rest > 0);
            std::iter::successors(Some(rest).filter(|rest| *rest > 0), next)
                .map(move |rest| at * 64 + rest.trailing_zeros() as usize)
        };
        self.blocks.iter().enumerate().flat_map(of_block)
    }
}

fn letter(byte: u8) -> usize {
    usize::from(byte) % LETTERS
}

fn length(len: u32) -> usize {
    (len as usize).min(LENGTHS - 1)
}

fn stem(word: &Trait) -> usize {
    word.stem as usize % STEMS
}
