//! Lists of short words as one array of numbers: no pointers that every reader downloads, and a word is found without reading.

/// Words of at most eight bytes, in order of their letters.
#[derive(Debug)]
pub struct Packed<const N: usize>([u64; N]);

/// A word as a number, so that words and numbers have one order.
const fn number(word: &[u8]) -> u64 {
    let mut number = 0;
    let mut at = 0;
    while at < 8 {
        number = number << 8 | if at < word.len() { word[at] as u64 } else { 0 };
        at += 1;
    }
    number
}

impl<const N: usize> Packed<N> {
    /// Of a list that spaces part, at compile time.
    ///
    /// # Panics
    /// When the list has another number of words, or is not in order.
    pub const fn of(list: &str) -> Packed<N> {
        let mut words = [0; N];
        let (mut n, mut rest) = (0, list.as_bytes());
        while n < N {
            let mut end = 0;
            while end < rest.len() && rest[end] != b' ' {
                end += 1;
            }
            let (word, behind) = rest.split_at(end);
            assert!(end > 0 && end <= 8);
            words[n] = number(word);
            assert!(n == 0 || words[n - 1] < words[n]);
            n += 1;
            rest = match behind {
                [_, behind @ ..] => behind,
                [] => behind,
            };
        }
        assert!(rest.is_empty());
        Packed(words)
    }

    pub fn holds(&self, word: &[u8]) -> bool {
        word.len() <= 8 && self.0.binary_search(&number(word)).is_ok()
    }

    /// Calls `found` with each of them.
    pub fn each(&self, found: &mut dyn FnMut(&[u8])) {
        for number in &self.0 {
            let bytes = number.to_be_bytes();
            found(&bytes[..8 - number.trailing_zeros() as usize / 8]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn holds_what_it_was_made_of() {
        const WORDS: Packed<4> = Packed::of("a aan achtiger be");
        let mut all = Vec::new();
        WORDS.each(&mut |word| all.push(String::from_utf8(word.to_vec()).unwrap()));
        assert_eq!(all.join(" "), "a aan achtiger be");
        for word in ["a", "aan", "achtiger", "be"] {
            assert!(WORDS.holds(word.as_bytes()));
        }
        for word in ["", "aa", "achtigere", "b", "c"] {
            assert!(!WORDS.holds(word.as_bytes()));
        }
    }
}
