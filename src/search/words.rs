//! The words of a text as search compares them. Building and searching both go through [`each_word`], so that they agree.

use crate::text::fold_char;

/// Longer words are compared by this many bytes of their folded form: what is longer is no word but an address or code.
pub const MAX_WORD_BYTES: usize = 48;

/// Calls `found` with every word: its folded form, and where it starts and ends in `text`, in bytes.
///
/// A word is a run of letters and digits. An apostrophe inside falls away (`foto’s` is `fotos`), but after a single letter
/// it parts two words (`d’Orsay`). A hyphen parts two words; at a line's end, before a small letter, the two are given once
/// more as the one word that they probably are. Cost: one pass, about a nanosecond a byte for ASCII.
pub fn each_word(text: &str, mut found: impl FnMut(&[u8], usize, usize)) {
    let bytes = text.as_bytes();
    let mut word = Buffer::default();
    let mut torn: Option<(Buffer, usize)> = None;
    let mut at = 0;
    while at < bytes.len() {
        let Some(step) = word.take(text, at) else {
            at += char_len(bytes[at]);
            continue;
        };
        let start = at;
        at += step;
        while at < bytes.len() {
            if let Some(step) = word.take(text, at).or_else(|| inside(text, start, at)) {
                at += step;
            } else {
                break;
            }
        }
        if word.len > 0 {
            found(word.bytes(), start, at);
            if let Some((mut whole, from)) = torn.take() {
                whole.append(word.bytes());
                found(whole.bytes(), from, at);
            }
            if is_torn(bytes, at) {
                torn = Some((word, start));
            }
            word.len = 0;
        }
    }
}

/// Whether the word that ends here goes on in the next line.
fn is_torn(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 3), Some([b'-', b'\n', next]) if next.is_ascii_lowercase())
}

/// The length of what stands at `at`, if it belongs to a word without being heard: an apostrophe, a mark.
fn inside(text: &str, start: usize, at: usize) -> Option<usize> {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() && byte != b'\'' {
        return None;
    }
    let c = text[at..].chars().next()?;
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' => Some(c.len_utf8()),
        '\'' | '’' | 'ʼ' => {
            let next = text[at + c.len_utf8()..].chars().next()?;
            let before = &text[start..at];
            let longer = before.chars().nth(1).is_some() && before.ends_with(char::is_alphabetic);
            (longer && next.is_alphanumeric()).then_some(c.len_utf8())
        }
        _ => None,
    }
}

fn char_len(first: u8) -> usize {
    match first {
        0..=0xbf => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

#[derive(Clone, Copy)]
struct Buffer {
    bytes: [u8; MAX_WORD_BYTES],
    len: usize,
}

impl Default for Buffer {
    fn default() -> Buffer {
        Buffer { bytes: [0; MAX_WORD_BYTES], len: 0 }
    }
}

impl Buffer {
    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn push(&mut self, byte: u8) {
        if self.len < MAX_WORD_BYTES {
            self.bytes[self.len] = byte;
            self.len += 1;
        }
    }

    fn append(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.push(byte));
    }

    /// Appends the folded letter or digit at `at` and returns how long it is in the text; `None` where none stands.
    #[inline]
    fn take(&mut self, text: &str, at: usize) -> Option<usize> {
        let byte = text.as_bytes()[at];
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                return None;
            }
            self.push(byte.to_ascii_lowercase());
            return Some(1);
        }
        self.take_other(text, at)
    }

    #[cold]
    fn take_other(&mut self, text: &str, at: usize) -> Option<usize> {
        let c = text.get(at..)?.chars().next()?;
        if !c.is_alphabetic() {
            return None;
        }
        let mut folded = String::new();
        fold_char(c, &mut folded);
        self.append(folded.as_bytes());
        Some(c.len_utf8())
    }
}

/// The folded words of `text`, without their places.
pub fn folded_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _, _| words.push(String::from_utf8_lossy(word).into_owned()));
    words
}

#[cfg(test)]
mod tests {
    use super::{each_word, folded_words};

    #[test]
    fn parts_and_folds_words() {
        let check = |text: &str, expected: &str| assert_eq!(folded_words(text).join(" "), expected, "{text}");
        check("De foto’s van d'Orsay, 1.700 keer", "de fotos van d orsay 1 700 keer");
        check("Coördinatie politiek-ambtelijk", "coordinatie politiek ambtelijk");
        check("mede-\nzeggenschap geldt", "mede zeggenschap medezeggenschap geldt");
        check("co\u{308}peratie ge\u{ad}let organisatie² ĳs", "coperatie gelet organisatie ijs");
        check("zo'n 'woord' ’s avonds", "zon woord s avonds");
        check("", "");
    }

    #[test]
    fn places_stand_on_character_borders() {
        let text = "„Één” − é’é mede-\nwerking\u{301}";
        each_word(text, |_, start, end| assert!(text.get(start..end).is_some()));
    }
}
