//! Words as numbers: the grammar asks hundreds of times whether a token is one of a few words, and compares numbers.
//!
//! A token's key is made while its letters are read; [`any!`] makes those of a list when the program is built. No two words
//! of the grammar share a key (tested below). That some other word has the key of one in a list of ten is a matter of one in
//! 400 million: of 237,000 words of letters, laws, questions and word lists none has. What a word means is looked up by its
//! letters as well.

/// A hash of a word's bytes, ASCII letters folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u32);

/// Bytes that are hashed at once.
const CHUNK: usize = 8;

impl Key {
    /// Of no word.
    pub const NONE: Key = Key(0);

    pub const fn of(word: &str) -> Key {
        Key::between(word.as_bytes(), 0, word.len())
    }

    /// As [`Key::of`], faster where all are letters.
    pub fn of_word(word: &str) -> Key {
        match Key::of_letters(word.as_bytes(), 0) {
            (key, end) if end == word.len() => key,
            _ => Key::of(word),
        }
    }

    /// Of `bytes[start..end]`.
    const fn between(bytes: &[u8], start: usize, end: usize) -> Key {
        let (mut hash, mut chunk, mut at) = (0, 0, start);
        while at < end {
            chunk |= (bytes[at].to_ascii_lowercase() as u64) << ((at - start) % CHUNK * 8);
            at += 1;
            if (at - start).is_multiple_of(CHUNK) {
                (hash, chunk) = (step(hash, chunk), 0);
            }
        }
        Key((step(hash, chunk) >> 32) as u32)
    }

    /// Of the ASCII letters from `start` on, and where they end.
    #[inline(always)]
    pub fn of_letters(bytes: &[u8], start: usize) -> (Key, usize) {
        let (mut hash, mut at) = (0, start);
        loop {
            let (chunk, n) = letters(bytes, at);
            hash = step(hash, chunk);
            at += n;
            if n < CHUNK {
                return (Key((hash >> 32) as u32), at);
            }
        }
    }

    /// The hash; its upper bits are the best.
    #[inline(always)]
    pub const fn bits(self) -> u32 {
        self.0
    }
}

/// Multiplication by the golden ratio (Knuth 6.4).
#[inline(always)]
const fn step(hash: u64, chunk: u64) -> u64 {
    (hash.rotate_left(29) ^ chunk).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The first letters at `at`, folded, as the bytes of a number, and how many of them stand there, up to eight: all are
/// looked at in one go.
#[inline(always)]
fn letters(bytes: &[u8], at: usize) -> (u64, usize) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH * 0x80;
    let window = match bytes.get(at..).and_then(|rest| rest.first_chunk::<CHUNK>()) {
        Some(window) => u64::from_le_bytes(*window),
        None => bytes[at..].iter().rev().fold(0, |window, byte| (window << 8) | u64::from(*byte)),
    };
    let folded = (window & !HIGH) | (EACH * 0x20);
    let from_a = folded + EACH * u64::from(0x80 - b'a');
    let beyond_z = folded + EACH * u64::from(0x80 - (b'z' + 1));
    let others = !(from_a & !beyond_z & !window) & HIGH;
    let first_other = others & others.wrapping_neg();
    (folded & (first_other >> 7).wrapping_sub(1), others.trailing_zeros() as usize / 8)
}

/// The keys of words that stand in one text, parted by single spaces: `any!("van of in")`.
macro_rules! any {
    ($words:expr) => {{
        use $crate::dates::lexicon::{Key, keys, n_words};
        const KEYS: &[Key] = &keys::<{ n_words($words) }>($words);
        KEYS
    }};
}
pub(crate) use any;

/// As [`any!`], in the order of the keys: long lists are searched by halves.
macro_rules! sorted {
    ($words:expr) => {{
        const KEYS: &[$crate::dates::lexicon::Key] = $crate::dates::lexicon::any!($words);
        const SORTED: &[$crate::dates::lexicon::Key] = &$crate::dates::lexicon::in_order::<{ KEYS.len() }>(KEYS);
        SORTED
    }};
}
pub(crate) use sorted;

pub const fn n_words(words: &str) -> usize {
    let (bytes, mut n, mut at) = (words.as_bytes(), 1, 0);
    while at < bytes.len() {
        n += (bytes[at] == b' ') as usize;
        at += 1;
    }
    n
}

/// The keys of `N` words.
pub const fn keys<const N: usize>(words: &str) -> [Key; N] {
    let (bytes, mut keys, mut n, mut start) = (words.as_bytes(), [Key::NONE; N], 0, 0);
    while n < N {
        let mut end = start;
        while end < bytes.len() && bytes[end] != b' ' {
            end += 1;
        }
        keys[n] = Key::between(bytes, start, end);
        (n, start) = (n + 1, end + 1);
    }
    keys
}

/// The `N` keys, sorted.
pub const fn in_order<const N: usize>(keys: &[Key]) -> [Key; N] {
    let (mut sorted, mut n) = ([Key::NONE; N], 0);
    while n < N {
        let mut at = n;
        while at > 0 && sorted[at - 1].0 > keys[n].0 {
            sorted[at] = sorted[at - 1];
            at -= 1;
        }
        sorted[at] = keys[n];
        n += 1;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::dates::lexicon::table::TABLE;
    use std::{collections::HashMap, fs, path::Path};

    #[test]
    fn a_list_is_the_keys_of_its_words() {
        assert_eq!(any!("van Of één"), [Key::of("van"), Key::of("of"), Key::of("één")]);
    }

    #[test]
    fn letters_in_a_text_have_the_key_of_the_word() {
        for word in ["a", "Mei", "december", "septemberx", "zestienzestienzes", "eenentwintigstex"] {
            for rest in ["", " ", "1", "é", "'s avonds laat", "@[`{"] {
                let text = format!("één {word}{rest}");
                assert_eq!(Key::of_letters(text.as_bytes(), 6), (Key::of(word), 6 + word.len()), "{text}");
            }
        }
        assert_eq!(Key::of_letters("é".as_bytes(), 0), (Key::of(""), 0));
    }

    /// All words in quotes below `folder`: more than the lists have, which does no harm.
    fn words_in(folder: &Path, found: &mut Vec<String>) {
        for path in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            if path.is_dir() {
                words_in(&path, found);
            } else {
                let source = fs::read_to_string(path).unwrap();
                found.extend(source.split(['"', ' ', '\n']).map(str::to_lowercase));
            }
        }
    }

    #[test]
    fn no_two_words_share_a_key() {
        let mut words = TABLE.iter().flat_map(|(words, _)| words.split(' ')).map(str::to_owned).collect();
        words_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/dates"), &mut words);
        let mut of_key = HashMap::new();
        for word in words.iter().filter(|word| !word.is_empty()) {
            let known = of_key.entry(Key::of(word).bits()).or_insert(word);
            assert_eq!(*known, word);
        }
        assert!(of_key.len() > 2000 && !of_key.contains_key(&0));
    }
}
