//! Words of a text, with their places.

use super::Span;

/// The words of `text` in order: runs of letters and digits. An apostrophe between letters belongs to its word
/// (`collega’s`), as do combining marks and soft hyphens; a hyphen parts two words.
///
/// Spans are of `text`. Cost: one pass.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = loop {
            let c = char_at(text, at)?;
            if c.is_alphanumeric() {
                break at;
            }
            at += c.len_utf8();
        };
        while let Some(c) = char_at(text, at) {
            let inside = c.is_alphanumeric()
                || is_mark(c)
                || (is_apostrophe(c)
                    && char_at(text, at + c.len_utf8()).is_some_and(char::is_alphanumeric)
                    && text[..at].chars().next_back().is_some_and(char::is_alphabetic));
            if !inside {
                break;
            }
            at += c.len_utf8();
        }
        Some(Span::new(start, at))
    })
}

/// The character that begins at this byte. Most are ASCII, which needs no decoding.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte @ 0..0x80 => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

/// The stretches of a list in ASCII that this sign parts.
pub fn parted(list: &[u8], sign: u8) -> impl DoubleEndedIterator<Item = &[u8]> {
    list.split(move |byte| *byte == sign)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn parts_words_as_readers_do() {
        let check = |text: &str, expected: &[&str]| {
            let got: Vec<_> = words(text).map(|span| span.of(text)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("collega’s, 1.700 Rijksambtenaren", &["collega’s", "1", "700", "Rijksambtenaren"]);
        check("‘hun zorgen’ politiek-ambtelijke", &["hun", "zorgen", "politiek", "ambtelijke"]);
        check("", &[]);
    }
}
