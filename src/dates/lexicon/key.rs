//! Words as numbers: the grammar asks hundreds of times whether a token is one of a few words, and compares numbers.
//!
//! A token's key is made while its letters are read; [`any!`] makes those of a list when the program is built. That no
//! two words of the grammar share a key is tested below; that a word which is in none of its lists has the key of one is a
//! matter of one in a few millions, and harms only beside a date.

/// A hash of a word's bytes, ASCII letters folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u32);

impl Key {
    /// Of no word.
    pub const NONE: Key = Key(0);

    pub const fn of(word: &str) -> Key {
        Key::NONE.and(word.as_bytes())
    }

    /// Of a word that goes on with `more`.
    pub const fn and(self, more: &[u8]) -> Key {
        let (mut key, mut at) = (self, 0);
        while at < more.len() {
            key = key.then(more[at].to_ascii_lowercase());
            at += 1;
        }
        key
    }

    /// One folded byte further.
    #[inline(always)]
    pub const fn then(self, byte: u8) -> Key {
        Key((self.0.rotate_left(5) ^ byte as u32).wrapping_mul(0x9E37_79B1))
    }

    /// The hash; its upper bits are the best.
    #[inline(always)]
    pub const fn bits(self) -> u32 {
        self.0
    }
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
    let (bytes, mut keys, mut n, mut at) = (words.as_bytes(), [Key::NONE; N], 0, 0);
    while at < bytes.len() {
        if bytes[at] == b' ' {
            n += 1;
        } else {
            keys[n] = keys[n].then(bytes[at].to_ascii_lowercase());
        }
        at += 1;
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::dates::lexicon::table::TABLE;
    use std::{collections::HashMap, fs, path::Path};

    #[test]
    fn a_list_is_the_keys_of_its_words() {
        assert_eq!(any!("van Of één"), [Key::of("van"), Key::of("of"), Key::of("één")]);
        assert_eq!(any!("van"), [Key::NONE.then(b'v').then(b'a').then(b'n')]);
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
