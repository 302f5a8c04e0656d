//! Mottoes and block quotes in plain text: a chunk that is one quotation or one emphasised stretch, and under it who said
//! it.

use super::piece::Piece;
use crate::text::{BlockKind, InlineKind};

/// Parts the name under a motto from it, and names both.
pub(super) fn part(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut parted = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        let Some(end) = quoted_len(&piece).filter(|_| piece.is_plain_body()) else {
            parted.push(piece);
            continue;
        };
        let name = (end < piece.text.len()).then(|| piece.split_off(end));
        piece.settle(BlockKind::Quote);
        // The lines of a motto are its own.
        let ends: Vec<usize> = piece.text.match_indices('\n').map(|(at, _)| at).collect();
        piece.mark_breaks(ends.into_iter());
        parted.push(piece);
        if let Some(mut name) = name {
            name.settle(BlockKind::Caption);
            parted.push(name);
        }
    }
    parted
}

/// How much of the piece is one quotation on lines of its own; what is left is at most one short line that names.
fn quoted_len(piece: &Piece) -> Option<usize> {
    let text = piece.text.as_str();
    let n_lines = text.split('\n').count();
    let emphasised = piece
        .inlines
        .iter()
        .find(|inline| inline.span.start() == 0 && inline.kind == InlineKind::Emphasis)
        .map(|inline| inline.span.end());
    let in_marks = || {
        let (open, close) = [('"', '"'), ('“', '”'), ('„', '”'), ('„', '“'), ('«', '»'), ('‘', '’')]
            .into_iter()
            .find(|(open, close)| text.starts_with(*open) && text.trim_end().contains(*close))?;
        let end = text[open.len_utf8()..].find(close)? + open.len_utf8() + close.len_utf8();
        Some(end)
    };
    let end = emphasised.or_else(in_marks)?;
    let rest = &text[end..];
    let name = rest.trim();
    let own_line = name.is_empty() || rest.starts_with('\n');
    let is_name = name.chars().count() <= 60
        && !name.contains('\n')
        && !name.ends_with(['.', ':', ';', '?', '!'])
        && name.trim_start_matches(['–', '—', '-', ' ', '(']).starts_with(char::is_uppercase);
    let long = n_lines > 1 && text[..end].split_whitespace().count() >= 4;
    (long && own_line && (name.is_empty() || is_name)).then_some(end)
}
