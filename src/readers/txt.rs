//! The plain-text reader: chunks between blank lines, list items inside them, and how wide the lines were wrapped.

use super::piece::Piece;
use crate::text::{BlockKind, Span};

/// How a text's lines come to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Lines end only where the writer meant it.
    None,
    /// Lines were filled up to about this many characters.
    At(usize),
}

/// How wide the lines of a text were wrapped. A text with much of it on lines longer than anyone wraps was not.
pub(super) fn wrap(text: &str) -> Wrap {
    const WIDEST: usize = 160;
    let mut lens: Vec<usize> = text.lines().map(|line| line.trim().chars().count()).filter(|len| *len > 0).collect();
    lens.sort_unstable();
    let total: usize = lens.iter().sum();
    let on_long: usize = lens.iter().filter(|len| **len > WIDEST).sum();
    let typical = lens.get(lens.len() * 9 / 10).copied().unwrap_or(0);
    if on_long * 4 > total || typical < 40 { Wrap::None } else { Wrap::At(typical.min(WIDEST)) }
}

impl Wrap {
    /// Whether the line ended although the next one's first word still fitted.
    pub fn is_meant(self, line: &str, next: &str) -> bool {
        match self {
            Wrap::None => true,
            Wrap::At(width) => {
                let word = next.split_whitespace().next().unwrap_or("").chars().count();
                (line.trim().chars().count() + 1 + word) * 10 < width * 9
            }
        }
    }
}

/// The pieces of a plain text that begins at `shift` bytes of its file: chunks between blank lines, and list items.
pub(super) fn pieces(text: &str, shift: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut depths: Vec<usize> = Vec::new();
    let mut blank = true;
    let mut page_break = false;
    for line in lines(text) {
        let Some(words) = line.words() else {
            blank = true;
            page_break |= line.text.ends_with('\u{c}');
            continue;
        };
        let marker = marker_len(words.text);
        let goes_on = !blank && !page_break && marker.is_none();
        match pieces.last_mut().filter(|_| goes_on) {
            Some(piece) => continue_piece(piece, &words, shift),
            None => {
                let mut piece =
                    Piece { tight: !blank && !page_break, after_page_break: page_break, ..Piece::default() };
                let len = marker.unwrap_or(0);
                if len > 0 {
                    let marker = words.text[..len].trim().to_owned();
                    let depth = depth_of(words.indent, blank, &mut depths);
                    let ordered = marker.starts_with(char::is_alphanumeric) || marker.starts_with('(');
                    piece.settle(BlockKind::ListItem { depth, ordered, marker });
                }
                piece.push_source(&words.text[len..], shift + words.start_byte + len);
                piece.source = vec![words.span().shift(shift)];
                pieces.push(piece);
            }
        }
        blank = false;
        page_break = line.text.ends_with('\u{c}');
    }
    pieces
}

fn continue_piece(piece: &mut Piece, words: &Line<'_>, shift: usize) {
    let last = piece.source.last_mut().expect("a piece of text has a source");
    // From the end of the last line's words over the line break and the indent.
    let gap = Span::new(last.end(), shift + words.start_byte);
    *last = last.hull(words.span().shift(shift));
    piece.push_as("\n", gap);
    piece.push_source(words.text, shift + words.start_byte);
}

/// A line, or its words.
struct Line<'a> {
    text: &'a str,
    start_byte: usize,
    indent: usize,
}

impl<'a> Line<'a> {
    fn words(&self) -> Option<Line<'a>> {
        let text = self.text.trim();
        let skipped = self.text.len() - self.text.trim_start().len();
        let indent = self.text[..skipped].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        (!text.is_empty()).then(|| Line { text, start_byte: self.start_byte + skipped, indent })
    }

    fn span(&self) -> Span {
        Span::new(self.start_byte, self.start_byte + self.text.len())
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    text.split_inclusive(['\n', '\u{c}']).map(move |whole| {
        let start_byte = at;
        at += whole.len();
        Line { text: whole, start_byte, indent: 0 }
    })
}

fn depth_of(indent: usize, afresh: bool, depths: &mut Vec<usize>) -> u8 {
    if afresh && depths.first().is_some_and(|first| indent <= *first) {
        depths.clear();
    }
    while depths.last().is_some_and(|last| indent < *last) {
        depths.pop();
    }
    if depths.last() != Some(&indent) {
        depths.push(indent);
    }
    u8::try_from(depths.len() - 1).unwrap_or(u8::MAX)
}

/// The length of a list marker and the space behind it: a bullet, a dash, `1.`, `2)`, `a.`, `(3)`.
fn marker_len(line: &str) -> Option<usize> {
    let marker = line.split([' ', '\t', '\u{a0}']).next().filter(|marker| marker.len() < line.len())?;
    let bullet = matches!(marker, "•" | "-" | "*" | "–" | "—" | "▪" | "◦" | "‣" | "·" | "o" | "●" | "■" | "\u{f0b7}");
    let counter = marker.trim_start_matches('(').trim_end_matches(['.', ')']);
    let closed = counter.len() < marker.len();
    let counts = (1..=2).contains(&counter.len()) && counter.bytes().all(|byte| byte.is_ascii_digit())
        || counter.len() == 1 && counter.bytes().all(|byte| byte.is_ascii_lowercase());
    let len = line.len() - line[marker.len()..].trim_start().len();
    (bullet || closed && counts).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_chunks_and_items() {
        let check = |text: &str, expected: &[&str]| {
            let pieces = pieces(text, 0);
            let got: Vec<_> = pieces.iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(got, expected);
        };
        check("een\ntwee\n \ndrie", &["een\ntwee", "drie"]);
        check("een\r\ntwee\r\n\r\ndrie\r\n", &["een\ntwee", "drie"]);
        check(" • Vraag 1\n   Waarom?", &["Vraag 1\nWaarom?"]);
        check("1. een\n2) twee\n   verder\n(c) drie", &["een", "twee\nverder", "drie"]);
        check("- ja\n-nee", &["ja\n-nee"]);
        check("blad een\u{c}blad twee", &["blad een", "blad twee"]);
        check("\n \n", &[]);
    }

    #[test]
    fn tells_wrapped_lines_from_meant_ones() {
        let wrapped = "Dit is een regel die tot de kantlijn doorloopt en dan\nverder gaat op de volgende regel, net zolang tot het\nop is.";
        let check = |text: &str, expected: Wrap| assert_eq!(wrap(text), expected);
        check(wrapped, Wrap::At(53));
        check("kort\nkort", Wrap::None);
        check(&"woord ".repeat(60), Wrap::None);
        assert!(Wrap::At(60).is_meant("Met vriendelijke groet,", "J. Jansen"));
        assert!(!Wrap::At(60).is_meant("een regel die bijna tot aan de kantlijn van het blad loopt", "verder"));
    }
}
