//! Tokens of the stretches where an expression of time may stand, and the scan that finds those stretches.
//!
//! The scan reads bytes and hashes words; only around a word or number that can carry a date is anything split into
//! tokens. That is what makes prose cheap: most of it is never looked at twice.

use super::lexicon::{self, Key, Word};
use crate::text::fold;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Digits: value (saturating) and how many.
    Number(u32, u8),
    Word(Word),
    /// One letter and one or two digits: "Q3", "W12".
    Code(u8, u8),
    /// Punctuation; hyphens as `-`, dashes as `–`, apostrophes as `'`.
    Mark(char),
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    Glued,
    Space,
    Line,
    /// A blank line: no expression runs over it.
    Paragraph,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// Of the word as it is written, [`Key::NONE`] for a number or mark.
    pub key: Key,
    pub gap: Gap,
    pub capital: bool,
}

/// Stretches of `text`, in order, outside of which no expression stands.
///
/// Cost: one pass over the bytes.
pub fn stretches(text: &str) -> Vec<(usize, usize)> {
    // Room for the words that lead to an expression, and for those that follow its last word of time.
    const BEFORE: usize = 64;
    const AFTER: usize = 64;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let bytes = text.as_bytes();
    // A query or a cell: what needs company elsewhere may be a date there.
    if bytes.len() < 24 {
        return vec![(0, bytes.len())];
    }
    scan(text, |at| {
        let (start, end) = (floor(text, at.saturating_sub(BEFORE)), ceil(text, (at + AFTER).min(bytes.len())));
        match found.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => found.push((start, end)),
        }
    });
    found
}

/// The start of the word that `byte` lies in.
fn floor(text: &str, byte: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = byte;
    while at > 0 && byte - at < 64 && !bytes[at - 1].is_ascii_whitespace() {
        at -= 1;
    }
    super::floor(text, at)
}

fn ceil(text: &str, byte: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = byte;
    while at < bytes.len() && at - byte < 64 && !bytes[at].is_ascii_whitespace() {
        at += 1;
    }
    super::ceil(text, at)
}

const BREAK: u8 = 0;
const DIGIT: u8 = 1;
const LETTER: u8 = 2;

const CLASS: [u8; 256] = {
    let mut table = [BREAK; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_digit() {
            table[byte] = DIGIT;
        } else if b.is_ascii_alphabetic() || b >= 0xC3 && b < 0xF5 {
            // A letter beyond ASCII: no trigger has one, and it keeps what follows from looking like a whole word.
            table[byte] = LETTER;
        }
        byte += 1;
    }
    table
};

/// Calls `hit` with the place of every word and number that may carry a date.
fn scan(text: &str, mut hit: impl FnMut(usize)) {
    let (bytes, triggers) = (text.as_bytes(), lexicon::triggers());
    let mut at = 0;
    while at < bytes.len() {
        let class = CLASS[bytes[at] as usize];
        if class == BREAK {
            at += 1;
            continue;
        }
        let start = at;
        if class == DIGIT {
            while at < bytes.len() && bytes[at].is_ascii_digit() {
                at += 1;
            }
            if is_telling(bytes, start, at) {
                hit(start);
            }
            continue;
        }
        let (key, end) = Key::of_letters(bytes, at);
        at = end + bytes[end..].iter().take_while(|byte| CLASS[**byte as usize] == LETTER).count();
        // "Q3", "H1".
        let code = at - start == 1 && at < bytes.len() && bytes[at].is_ascii_digit();
        // "negentienhonderdvierentachtig": words as long are rare.
        let spelled =
            at - start > 15 && matches!(bytes[start] | 32, b'n' | b't' | b'a' | b'z') && is_spelled(&bytes[start..at]);
        if code || spelled || at == end && triggers.may_hold(key) && triggers.holds(&text[start..end], key) {
            hit(start);
        }
    }
}

/// A year in one long word.
fn is_spelled(word: &[u8]) -> bool {
    let opens = |start: &str| word.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()));
    ["negentienhonderd", "tweeduizend", "achttienhonderd", "zeventienhonderd", "zestienhonderd"].into_iter().any(opens)
}

/// Whether a run of digits can be a date without a word of time beside it.
fn is_telling(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or(b' ');
    match end - start {
        4 => matches!(bytes[start], b'1' | b'2'),
        1 | 2 => {
            let after = bytes.get(end + 1).copied().unwrap_or(b' ');
            (matches!(next, b'-' | b'/' | b'.' | b':') && (after.is_ascii_digit() || after == b'\''))
                || matches!(
                    next,
                    b'e' | b'd' | b's' | b't' | b'n' | b'r' | b'h' | b'u' | b'p' | b'a' | b'm' | b'j' | b'f' | b'o'
                )
                || (start > 0 && bytes[start - 1] == b'\'')
                || bytes[..start].ends_with("’".as_bytes())
                || bytes[..start].ends_with("‘".as_bytes())
                || bytes[end..].starts_with("–".as_bytes())
        }
        _ => false,
    }
}

/// The tokens of `text[start..end]`; places are of the whole text.
pub fn tokens(text: &str, start: usize, end: usize, into: &mut Vec<Token>) {
    let piece = &text[..end];
    let bytes = piece.as_bytes();
    let mut at = start;
    let mut gap = Gap::Paragraph;
    while at < end {
        let byte = bytes[at];
        // Nearly all that stands in a text.
        if byte == b' ' {
            gap = gap.max(Gap::Space);
            at += 1;
            continue;
        }
        if byte.is_ascii_alphanumeric() || byte.is_ascii_punctuation() {
            let (end, kind, key) = match byte {
                b'0'..=b'9' => number(piece, at),
                b'`' => (at + 1, Kind::Mark('\''), Key::NONE),
                _ if byte.is_ascii_alphabetic() => word(piece, at),
                _ => (at + 1, Kind::Mark(char::from(byte)), Key::NONE),
            };
            into.push(Token { start: at, end, kind, key, gap, capital: byte.is_ascii_uppercase() });
            gap = Gap::Glued;
            at = end;
            continue;
        }
        let Some(c) = piece[at..].chars().next() else { break };
        if c.is_whitespace() || c == '\u{200b}' {
            let wider = match (c, gap) {
                ('\n', Gap::Line) => Gap::Paragraph,
                ('\n', Gap::Glued | Gap::Space) => Gap::Line,
                (_, Gap::Glued) => Gap::Space,
                _ => gap,
            };
            gap = gap.max(wider);
            at += c.len_utf8();
            continue;
        }
        let (end, kind, key) =
            if c.is_alphabetic() { word(piece, at) } else { (at + c.len_utf8(), Kind::Mark(plain(c)), Key::NONE) };
        into.push(Token { start: at, end, kind, key, gap, capital: c.is_uppercase() });
        gap = Gap::Glued;
        at = end;
    }
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '‚' | '′' | 'ʼ' | '`' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '−' => '-',
        '—' => '–',
        '…' => '.',
        _ => c,
    }
}

fn number(text: &str, start: usize) -> (usize, Kind, Key) {
    let mut value = 0_u32;
    let digits = text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_digit()).inspect(|digit| {
        value = value.saturating_mul(10).saturating_add(u32::from(**digit - b'0'));
    });
    let digits = digits.count();
    (start + digits, Kind::Number(value, digits.min(255) as u8), Key::NONE)
}

/// The end of the word that starts here, what it is, and its key.
#[inline]
fn word(text: &str, start: usize) -> (usize, Kind, Key) {
    let (key, end) = Key::of_letters(text.as_bytes(), start);
    let plain = match text.as_bytes().get(end).copied().unwrap_or(b' ') {
        b' ' | b',' | b'\n' => end > start,
        next => end > start + 1 && next != b'\'' && next.is_ascii() && !next.is_ascii_digit(),
    };
    if plain { (end, Kind::Word(lexicon::lookup_ascii(&text[start..end], key)), key) } else { odd_word(text, start) }
}

/// As [`word`], with what may stand in it beside letters.
fn odd_word(text: &str, start: usize) -> (usize, Kind, Key) {
    let bytes = text.as_bytes();
    if let Some(end) = dotted(bytes, start) {
        let end = if bytes.get(end) == Some(&b'.') { end + 1 } else { end };
        let known = lexicon::lookup(text[start..end].trim_end_matches('.').to_ascii_lowercase().as_str());
        if known != Word::Other {
            return (end, Kind::Word(known), Key::of(&text[start..end]));
        }
    }
    if matches!(bytes[start], b't' | b'T')
        && bytes.get(start + 1) == Some(&b'/')
        && matches!(bytes.get(start + 2), Some(b'm' | b'M'))
    {
        return (start + 3, Kind::Word(Word::Through), Key::of("t/m"));
    }
    let (_, rest) = Key::of_letters(bytes, start);
    let mut end = rest;
    let more = bytes.get(end).is_some_and(|byte| !byte.is_ascii() || *byte == b'\'');
    for (at, c) in text[rest..].char_indices().take_while(|_| more) {
        let inside = c.is_alphabetic()
            || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
            || (matches!(c, '\'' | '’') && text[rest + at + c.len_utf8()..].starts_with("clock"));
        if !inside {
            break;
        }
        end = rest + at + c.len_utf8();
    }
    let key = Key::of(&text[start..end]);
    let digits = bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
    if digits > 0 {
        let after = end + digits;
        let after_digit = start > 0 && bytes[start - 1].is_ascii_digit() && matches!(bytes[start] | 32, b'u' | b'h');
        let closed = !after_digit && !text[after..].starts_with(|c: char| c.is_alphanumeric());
        if end - start == 1
            && digits <= 2
            && closed
            && matches!(bytes[start], b'Q' | b'q' | b'K' | b'k' | b'H' | b'h' | b'W' | b'w')
        {
            let value = text[end..after].parse().unwrap_or(0);
            return (after, Kind::Code(bytes[start].to_ascii_uppercase(), value), Key::of(&text[start..after]));
        }
        // "mei2020"
        let month = closed
            && (digits == 4 && is_month(&text[start..end], key)
                || matches!(digits, 2 | 4) && &text[start..end] == "FY");
        // "wk12", "15NOV22"
        let week = digits <= 2 && closed && matches!(known(&text[start..end], key), Word::Unit(lexicon::Unit::Week, _));
        let behind_day =
            start > 0 && bytes[start - 1].is_ascii_digit() && digits == 2 && is_month(&text[start..end], key);
        let month = month || week || behind_day && closed;
        if !after_digit && !month && !matches!(bytes[start..end], [b'T'] | [b't'] | [b'v']) {
            // "JA21", "JJJ2022": a name, whatever the digits say.
            let mut after = after;
            while text[after..].starts_with(|c: char| c.is_alphanumeric()) {
                after += text[after..].chars().next().map_or(1, char::len_utf8);
            }
            return (after, Kind::Word(Word::Other), Key::of(&text[start..after]));
        }
    }
    (end, Kind::Word(known(&text[start..end], key)), key)
}

/// What a word means, as it is written.
fn known(piece: &str, key: Key) -> Word {
    if piece.len() > 40 {
        Word::Other
    } else if piece.is_ascii() {
        lexicon::lookup_ascii(piece, key)
    } else if matches!(piece, "à" | "á") {
        // "5 à 6 oktober"
        Word::Through
    } else {
        lexicon::lookup(fold(piece).replace('’', "'").as_str())
    }
}

fn is_month(piece: &str, key: Key) -> bool {
    matches!(known(piece, key), Word::Month(_) | Word::MonthShort(_) | Word::RiskyMonth(_))
}

/// The end of single letters parted by dots: "a.s", "p.m".
fn dotted(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
        && bytes.get(at + 1) == Some(&b'.')
        && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic)
    {
        at += 2;
    }
    let alone = !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    (at > start && alone).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::{Kind, Token, stretches, tokens};

    fn split(text: &str) -> Vec<&str> {
        let mut found: Vec<Token> = Vec::new();
        tokens(text, 0, text.len(), &mut found);
        found.iter().map(|token| &text[token.start..token.end]).collect()
    }

    #[test]
    fn splits() {
        assert_eq!(split("vrijdag a.s. om 15.30 uur"), ["vrijdag", "a.s.", "om", "15", ".", "30", "uur"]);
        assert_eq!(split("van 3 t/m 7 juni ’22"), ["van", "3", "t/m", "7", "juni", "’", "22"]);
        assert_eq!(split("JA21 en D66"), ["JA21", "en", "D66"]);
        assert_eq!(split("de 15e"), ["de", "15", "e"]);
        assert_eq!(split("2022-11-15T10:00"), ["2022", "-", "11", "-", "15", "T", "10", ":", "00"]);
    }

    #[test]
    fn folds_the_words() {
        let mut found = Vec::new();
        tokens("Drieëntwintig", 0, 14, &mut found);
        assert_eq!(found[0].kind, Kind::Word(super::Word::Number(23)));
    }

    #[test]
    fn looks_only_where_a_date_may_stand() {
        assert_eq!(stretches("Zo werkt het meestal toch niet."), []);
        assert_eq!(stretches("Het was al 1.700 keer zo geweest.").len(), 1);
        assert_eq!(stretches("Op 3 mei.").len(), 1);
    }
}
