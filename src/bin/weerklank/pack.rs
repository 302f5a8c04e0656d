//! Bytes as characters that any HTML file may hold, as few as can be.
//!
//! The characters: 97 that take a byte (those of ASCII that a document may hold, less `<`) and, from U+00A0 on, 1,984 that
//! take two (the last 96: three). Seven bits below 97 are one of the first; others, with six bits more, one of the second.
//! That is 6.7 bits a byte, where base64 has 6. `public/portable.js` reads it.

/// How many of the values of seven bits are a character by themselves.
const N_SINGLE: u32 = 97;
const FIRST_DOUBLE: u32 = 0xa0;

/// Bytes as text; the last character is filled up with zero bits.
pub fn text(bytes: &[u8]) -> String {
    let mut bits = Bits { bytes, at_bit: 0 };
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    while bits.at_bit < 8 * bytes.len() {
        let value = bits.take(7);
        text.extend(if value < N_SINGLE {
            char::from_u32(single(value))
        } else {
            char::from_u32(FIRST_DOUBLE + ((value - N_SINGLE) << 6 | bits.take(6)))
        });
    }
    text
}

/// Tab, line feed, form feed, space to `;`, `=` to `~`.
fn single(value: u32) -> u32 {
    match value {
        0 | 1 => 9 + value,
        2 => 12,
        3..31 => 29 + value,
        _ => 30 + value,
    }
}

struct Bits<'a> {
    bytes: &'a [u8],
    at_bit: usize,
}

impl Bits<'_> {
    fn take(&mut self, n: usize) -> u32 {
        let bit = |at: usize| self.bytes.get(at / 8).map_or(0, |byte| u32::from(byte >> (7 - at % 8) & 1));
        let value = (self.at_bit..self.at_bit + n).fold(0, |value, at| value << 1 | bit(at));
        self.at_bit += n;
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes_of(text: &str) -> Vec<u8> {
        let (mut held, mut n_held, mut bytes) = (0_u32, 0, Vec::new());
        for c in text.chars().map(u32::from) {
            let (value, n) = match c {
                9 | 10 => (c - 9, 7),
                12 => (2, 7),
                32..=59 => (c - 29, 7),
                61..=126 => (c - 30, 7),
                _ => (c - FIRST_DOUBLE + (N_SINGLE << 6), 13),
            };
            (held, n_held) = (held << n | value, n_held + n);
            while n_held >= 8 {
                n_held -= 8;
                bytes.push((held >> n_held) as u8);
                held &= (1 << n_held) - 1;
            }
        }
        bytes
    }

    proptest! {
        #[test]
        fn bytes_come_back_from_text(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let text = text(&bytes);
            let is_fine = |c: char| c != '<' && (!c.is_control() || matches!(c, '\t' | '\n' | '\u{c}'));
            prop_assert!(text.chars().all(is_fine));
            prop_assert_eq!(&bytes_of(&text)[..bytes.len()], &bytes[..]);
        }
    }
}
