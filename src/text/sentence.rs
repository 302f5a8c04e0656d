//! Sentences of a text.

use super::Span;

/// Dutch and English abbreviations after which a capital does not open a sentence (folded, without the last dot).
const ABBREVIATIONS: &[&str] = &[
    "a.s", "art", "bijv", "blz", "bv", "b.v", "c.q", "ca", "cf", "d.d", "dhr", "dr", "drs", "e.a", "e.d", "enz", "etc",
    "e.g", "i.e", "i.o", "i.v.m", "ing", "ir", "jhr", "jl", "jr", "kol", "m.b.t", "m.i.v", "max", "mevr", "min", "mr",
    "mrs", "ms", "mw", "n.a.v", "nl", "no", "nr", "nrs", "o.a", "o.b.v", "o.l.v", "p", "prof", "resp", "sr", "st",
    "t.a.v", "t.b.v", "t.o.v", "vgl", "vs", "zgn", "z.s.m",
];

/// The sentences of `text` in order, trimmed; spans are of `text`. A blank line always ends one.
///
/// A full stop glued to the next word (`uur.Volgens`), as sources without care have it, ends a sentence too.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        let ends = match c {
            '\n' => text[after..].starts_with('\n'),
            '.' => ends_at_dot(text, start, at),
            '!' | '?' | '…' => opens_sentence(&text[after..]),
            _ => false,
        };
        if !ends {
            continue;
        }
        let mut end = after;
        while let Some(&(at, c)) = chars.peek() {
            if !matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '.' | '!' | '?') {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        push(text, start, end, &mut found);
        start = end;
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    let to = start + piece.trim_end().len();
    if from < to {
        found.push(Span::new(from, to));
    }
}

/// Whether what follows closing marks looks like a new sentence: white space and no lower-case letter, or the end.
fn opens_sentence(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']', '.', '!', '?']);
    let next = rest.trim_start();
    next.is_empty()
        || (next.len() < rest.len()
            && !next.chars().find(|c| !is_opening(*c)).is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';')))
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '„' | '“' | '‘' | '«' | '(' | '[' | '*' | '_')
}

fn ends_at_dot(text: &str, start: usize, dot: usize) -> bool {
    let rest = &text[dot + 1..];
    let before = &text[start..dot];
    let word = before.rsplit([' ', '\n', '\u{a0}', '(']).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return letters > 2 && !word.contains('.') && word.chars().all(char::is_lowercase);
    }
    if !opens_sentence(rest) {
        return false;
    }
    let known = word.trim_start_matches(is_opening).to_lowercase();
    let initial = letters == 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
    let ordinal = !known.is_empty() && known.chars().all(|c| c.is_ascii_digit()) && before.trim() == word;
    rest.trim().is_empty() || !(initial || ordinal || ABBREVIATIONS.contains(&known.as_str()))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn parts_sentences() {
        let check = |text: &str, expected: &[&str]| {
            let got: Vec<_> = sentences(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check(
            "Op 29 maart jl. werd het gelanceerd. Daarna niet.",
            &["Op 29 maart jl. werd het gelanceerd.", "Daarna niet."],
        );
        check("M. de Boer schrijft. „Nee.” Ja?", &["M. de Boer schrijft.", "„Nee.”", "Ja?"]);
        check("om tien uur.Volgens hem", &["om tien uur.", "Volgens hem"]);
        check("", &[]);
    }
}
