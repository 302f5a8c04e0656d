//! Words of a text, with their places.

use super::Span;

/// The words of `text` in order: runs of letters and digits. An apostrophe between letters belongs to its word
/// (`collega’s`), as do combining marks and soft hyphens; a hyphen parts two words.
///
/// Spans are of `text`. Cost: one pass.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.by_ref().find(|&(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some(&(at, c)) = rest.peek() {
            let inside = c.is_alphanumeric()
                || is_mark(c)
                || (is_apostrophe(c)
                    && text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric)
                    && text[..at].chars().next_back().is_some_and(char::is_alphabetic));
            if !inside {
                end = at;
                break;
            }
            rest.next();
        }
        Some(Span::new(start, end))
    })
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
