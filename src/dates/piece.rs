//! The piece of a sentence that an expression stands in, where marks of items or words glued together part it: "… komen.b) Er werd …",
//! "2 dagen6) 27 juni", ":-Onderzoeken". Sources that lost their line ends have sentences of a page.

use super::tense;
use crate::text::Span;

/// Small words in a capital that open a sentence where they are glued to the word before: "processen-verbaalVan de".
const OPENERS: &[&str] = &[
    "Daarnaast",
    "De",
    "Deze",
    "Die",
    "Dit",
    "Een",
    "Er",
    "Het",
    "Ik",
    "In",
    "Op",
    "Van",
    "Voor",
    "Wij",
    "The",
    "This",
];

/// The piece around `span`, without the mark of an item before it.
pub fn around(text: &str, span: Span) -> Span {
    let sentence = mended(text, tense::sentence_around(text, span));
    let (mut start, mut end) = (sentence.start(), sentence.end());
    for (at, after) in borders(sentence.of(text)) {
        let (at, after) = (sentence.start() + at, sentence.start() + after);
        if after <= span.start() {
            start = after;
        } else if at >= span.end() {
            end = at;
            break;
        }
    }
    start += mark_len(&text[start..span.start()]);
    Span::new(start, end)
}

/// The sentence with what a torn number or an initial parts from it: "een bedrag van 670. 000 euro", "mr. C. A. van Loen".
fn mended(text: &str, sentence: Span) -> Span {
    const MOST: usize = 4;
    let (mut start, mut end) = (sentence.start(), sentence.end());
    for _ in 0..MOST {
        let after = &text[end..];
        if !is_torn(&text[start..end], after.trim_start_matches(' ')) || after.starts_with('\n') || after.is_empty() {
            break;
        }
        let next = end + (after.len() - after.trim_start().len());
        end = tense::sentence_around(text, Span::new(next, next)).end().max(next);
    }
    for _ in 0..MOST {
        let before = text[..start].trim_end_matches(' ');
        if before.is_empty() || !is_torn(before, &text[start..end]) {
            break;
        }
        let last = super::floor(text, before.len() - 1);
        start = tense::sentence_around(text, Span::new(last, last)).start().min(start);
    }
    Span::new(start, end)
}

fn is_torn(before: &str, after: &str) -> bool {
    let Some(word) = before.strip_suffix('.').and_then(|before| before.rsplit([' ', '\n', '.']).next()) else {
        return false;
    };
    let thousand = word.bytes().all(|byte| byte.is_ascii_digit())
        && (1..=3).contains(&word.len())
        && after.len() > 2
        && after.bytes().take(3).all(|byte| byte.is_ascii_digit());
    let initial =
        word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && after.starts_with(char::is_alphabetic);
    thousand || initial
}

/// Where a piece ends and where the next begins.
fn borders(sentence: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (at, c) in sentence.char_indices() {
        let (before, after) = (&sentence[..at], &sentence[at + c.len_utf8()..]);
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => found.extend(item_start(before).map(|start| (start, at + 1))),
            // A bullet that lost its shape.
            'o' if before.ends_with(['.', ':', ';', ')']) && after.starts_with(' ') => found.push((at, at + 1)),
            '-' | '•' if is_item_dash(before, after) => found.push((at, at + c.len_utf8())),
            ':' if before.ends_with(char::is_lowercase) && after.starts_with(char::is_uppercase) => {
                found.push((at, at + 1));
            }
            _ if c.is_uppercase() && before.ends_with(char::is_lowercase) && opens(before, &sentence[at..]) => {
                found.push((at, at));
            }
            _ => {}
        }
    }
    found
}

/// Where the mark begins that a bracket without its other half closes: "b)", "12)".
fn item_start(before: &str) -> Option<usize> {
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let letter = before.ends_with(|c: char| c.is_ascii_lowercase());
    match digits {
        1 | 2 => Some(before.len() - digits),
        0 if letter => Some(before.len() - 1),
        _ => None,
    }
}

/// A dash at the start of a line, or glued to the mark that ends what stood before: ":-Onderzoeken", "(WHO)- Riga".
fn is_item_dash(before: &str, after: &str) -> bool {
    let line = before.trim_end_matches([' ', '\t']).ends_with('\n') && after.starts_with(' ');
    let glued = before.ends_with(['.', ':', ';', ')']) && after.trim_start().starts_with(char::is_uppercase);
    line || glued
}

fn opens(before: &str, rest: &str) -> bool {
    let word = rest.split(' ').next().unwrap_or("");
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.len() < rest.len()
        && OPENERS.contains(&word)
        && last.len() > if last.starts_with(char::is_lowercase) { 2 } else { 6 }
}

/// Bytes of the mark of an item before its words: "3. ", "a. ", "- ", "2) ".
fn mark_len(piece: &str) -> usize {
    let mut rest = piece;
    loop {
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '•' | '*'));
        let mark = trimmed.split(char::is_whitespace).next().unwrap_or("");
        let label = mark.trim_end_matches(['.', ')', '-']);
        let is_mark = label.len() < mark.len()
            && mark.len() < trimmed.len()
            && matches!(label.as_bytes(), [b'a'..=b'z' | b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9']);
        if !is_mark {
            return piece.len() - trimmed.len();
        }
        rest = &trimmed[mark.len()..];
    }
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::text::Span;

    #[test]
    fn parts_what_is_glued() {
        for (text, date, expected) in [
            ("Het duurde 2 dagen6) 27 juni 2016 met de trein7) Gent", "27 juni 2016", "27 juni 2016 met de trein"),
            ("a) een dag, op 12 mei 2015b) Gent", "12 mei 2015", "een dag, op 12 mei 2015"),
            ("De stukken:-Verslag van 3 mei 2015", "3 mei 2015", "Verslag van 3 mei 2015"),
            ("3. Op 3 mei 2015 kwam (a) Jan", "3 mei 2015", "Op 3 mei 2015 kwam (a) Jan"),
            ("opgemaakte stukkenVan de raad op 3 mei 2015", "3 mei 2015", "Van de raad op 3 mei 2015"),
            ("GroenLinks en McDonald op 3 mei 2015", "3 mei 2015", "GroenLinks en McDonald op 3 mei 2015"),
        ] {
            let at = text.find(date).unwrap();
            assert_eq!(around(text, Span::new(at, at + date.len())).of(text), expected);
        }
    }
}
