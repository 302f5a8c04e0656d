//! Looking through a text for few words without reading the others.
//!
//! Reading word by word costs a mispredicted branch a word. Here eight bytes at a time become bits that say where words may
//! begin (arithmetic on whole registers, as in Lamport, "Multiple byte processing with full-word instructions", 1975); of
//! each word the first two letters decide whether it is read. What is not plain ASCII is left to [`each_word`].

use super::words::{Buffer, CLASSES, Word, each_word, is_torn, plain_bytes};

/// Where words are in the text that is looked through: a bit for each byte, 64 in a row. Kept, so that its memory serves for
/// the next text as well.
#[derive(Debug, Default)]
pub struct Scanner {
    /// Letters, digits, and what may belong to a word.
    in_words: Vec<u64>,
    /// Of these, all but ASCII letters and digits.
    odd: Vec<u64>,
    /// Where words begin that hold something odd.
    odd_starts: Vec<u64>,
}

impl Scanner {
    /// Calls `found` with the words of `text`, which is UTF-8, that `may` begin with these two folded letters; the second one
    /// is 0 where there is none. Words with marks or letters outside ASCII are always given. Otherwise the same as
    /// [`each_word`].
    ///
    /// Cost: about half a nanosecond a byte, and a few for each word that is read.
    pub fn each_word_like(&mut self, text: &[u8], may: impl Fn(u8, u8) -> bool, mut found: impl FnMut(Word<'_>)) {
        self.look(text);
        let mut buffer = Buffer::default();
        let mut nth = 0;
        for at in 0..self.in_words.len() {
            let mut starts = self.starts(at);
            while starts != 0 {
                let start = at * 64 + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                if self.odd_starts[at] >> (start % 64) & 1 == 1 {
                    let end = self.end(start).min(text.len());
                    let so_far = nth;
                    let odd = std::str::from_utf8(&text[start..end]).unwrap_or("");
                    nth += each_word(odd, &mut |word| {
                        let (start, end) = (word.start + start, word.end + start);
                        found(Word { start, end, nth: word.nth + so_far, ..word });
                    });
                    continue;
                }
                nth += 1;
                let first = CLASSES[usize::from(text[start])];
                let second = text.get(start + 1).map_or(0, |byte| CLASSES[usize::from(*byte)]);
                if may(first, second) {
                    let end = start + plain_bytes(&text[start..]);
                    let folded = buffer.fold_plain(&text[start..end]);
                    found(Word { folded, start, end, nth, whole: false });
                }
            }
        }
    }

    fn look(&mut self, text: &[u8]) {
        self.in_words.clear();
        self.odd.clear();
        let (rows, rest) = text.as_chunks();
        let mut last = [0; 64];
        last[..rest.len()].copy_from_slice(rest);
        for (row, chunk) in rows.iter().chain([&last]).enumerate() {
            let (mut plain, mut odd, mut lines) = (0, 0, 0);
            for (at, eight) in chunk.as_chunks().0.iter().enumerate() {
                let eight = u64::from_le_bytes(*eight);
                plain |= gather(plain_of(eight)) << (at * 8);
                let (others, ends) = ((eight & HIGH) | equal(eight, b'\''), equal(eight, b'\n'));
                if others | ends != 0 {
                    odd |= gather(others) << (at * 8);
                    lines |= gather(ends) << (at * 8);
                }
            }
            self.in_words.push(plain | odd);
            self.odd.push(odd);
            while lines != 0 {
                self.join_torn(text, row * 64 + lines.trailing_zeros() as usize);
                lines &= lines - 1;
            }
        }
        self.mark_odd();
    }

    fn mark_odd(&mut self) {
        self.odd_starts.clear();
        self.odd_starts.resize(self.odd.len(), 0);
        for row in 0..self.odd.len() {
            let mut odd = self.odd[row];
            while odd != 0 {
                let start = self.start(row * 64 + odd.trailing_zeros() as usize);
                odd &= odd - 1;
                self.odd_starts[start / 64] |= 1 << (start % 64);
            }
        }
    }

    /// Takes the hyphen and the line's end at `line` into the word that they tear.
    fn join_torn(&mut self, bytes: &[u8], line: usize) {
        if line > 0 && is_torn(bytes, line - 1) {
            for at in [line - 1, line] {
                self.in_words[at / 64] |= 1 << (at % 64);
                self.odd[at / 64] |= 1 << (at % 64);
            }
        }
    }

    /// Where words begin in this row.
    fn starts(&self, row: usize) -> u64 {
        let before = if row == 0 { 0 } else { self.in_words[row - 1] >> 63 };
        self.in_words[row] & !(self.in_words[row] << 1 | before)
    }

    /// Where the word that begins at `start` ends; the text's end or behind it for the last one.
    fn end(&self, start: usize) -> usize {
        let mut row = start / 64;
        let mut out = !self.in_words[row] & (u64::MAX << (start % 64));
        while out == 0 {
            row += 1;
            out = self.in_words.get(row).map_or(1, |inside| !inside);
        }
        row * 64 + out.trailing_zeros() as usize
    }

    /// Where the word begins that goes through `at`.
    fn start(&self, at: usize) -> usize {
        let mut row = at / 64;
        let mut out = !self.in_words[row] & !(u64::MAX << (at % 64));
        while out == 0 {
            let Some(before) = row.checked_sub(1) else { return 0 };
            row = before;
            out = !self.in_words[row];
        }
        row * 64 + 64 - out.leading_zeros() as usize
    }
}

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;

/// The high bit of each byte that is an ASCII letter or digit.
fn plain_of(eight: u64) -> u64 {
    let ascii = !eight & HIGH;
    let low = eight & !HIGH;
    // A byte below 0x80 plus (0x80 - c) has its high bit set from c on.
    let from = |bytes: u64, c: u8| bytes + u64::from(0x80 - c) * EACH;
    let small = (low | (0x20 * EACH)) & !HIGH;
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(low, b'0') & !from(low, b'9' + 1);
    // Setting bit 0x20 may not turn a sign into a letter: only 0x40 to 0x5f become 0x60 to 0x7f.
    let capitals_or_small = from(low, b'A');
    ((letters & capitals_or_small) | digits) & ascii
}

/// The high bit of each byte that is `c`, below 0x80.
fn equal(eight: u64, c: u8) -> u64 {
    let different = eight ^ (u64::from(c) * EACH);
    !(((different & !HIGH) + !HIGH) | different) & HIGH
}

/// The high bits of eight bytes, side by side.
fn gather(high: u64) -> u64 {
    ((high & HIGH) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::Scanner;
    use crate::search::words::{Word, each_word};
    use proptest::prelude::*;

    type Seen = (Vec<u8>, usize, usize, u32, bool);

    fn seen(word: Word<'_>) -> Seen {
        (word.folded.to_vec(), word.start, word.end, word.nth, word.whole)
    }

    fn check(text: &str) {
        let (mut all, mut like) = (Vec::new(), Vec::new());
        each_word(text, &mut |word| all.push(seen(word)));
        Scanner::default().each_word_like(text.as_bytes(), |_, _| true, |word| like.push(seen(word)));
        assert_eq!(like, all, "{text:?}");
        let (mut some, begins) = (Vec::new(), |word: &Seen| word.0.first() == Some(&b'm'));
        Scanner::default().each_word_like(text.as_bytes(), |first, _| first == b'm', |word| some.push(seen(word)));
        some.retain(begins);
        all.retain(begins);
        assert_eq!(some, all, "{text:?}");
    }

    #[test]
    fn reads_as_word_by_word() {
        check("Eén d'Orsay mede-\nzeggenschap foto’s coördinatie, \u{a0}mens – mede-\nwerker’s o’k @[`{ Zz09:/");
        check(&format!("{}medewerker {}é", "x".repeat(62), "m".repeat(200)));
        check("mede-\nmede-\nmede mens-\n");
        check("");
    }

    proptest! {
        #[test]
        fn always_reads_as_word_by_word(text in "([a-cA-C09 @`\\[{'’é“\n-]|m){0,150}") {
            check(&text);
        }
    }
}
