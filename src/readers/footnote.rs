//! Footnotes written as plain paragraphs: a line that begins with its number raised.

use super::piece::Piece;
use crate::text::{BlockKind, InlineKind, Layer};
use std::collections::BTreeSet;

/// The label in a raised sign: a number or a star or two.
fn is_label(sign: &str) -> bool {
    let digits = sign.bytes().all(|byte| byte.is_ascii_digit());
    let signs = sign.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    !sign.is_empty() && sign.len() <= 6 && (digits || signs)
}

/// The labels of the notes of a Markdown text that stand as paragraphs of their own: `<sup>1</sup> words`.
pub(super) fn raised_labels(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix("<sup>")?.split_once("</sup>"))
        .filter(|(label, note)| is_label(label.trim()) && !note.trim().is_empty())
        .map(|(label, _)| label.trim())
        .collect()
}

/// Makes footnotes of plain pieces whose lines begin with a raised label.
pub(super) fn settle(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut settled = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        let mut parts = Vec::new();
        if piece.is_plain() {
            let mut starts: Vec<usize> =
                piece.lines().map(|(at, _)| at).filter(|at| label_at(&piece, *at).is_some()).collect();
            while let Some(at) = starts.pop() {
                let mut note = if at == 0 { std::mem::take(&mut piece) } else { piece.split_off(at) };
                name(&mut note);
                parts.push(note);
            }
        }
        if !piece.text.is_empty() || !piece.source.is_empty() {
            parts.push(piece);
        }
        settled.extend(parts.into_iter().rev());
    }
    settled
}

fn label_at(piece: &Piece, at: usize) -> Option<(String, usize)> {
    let raised = |kind: &InlineKind| matches!(kind, InlineKind::Superscript | InlineKind::FootnoteRef { .. });
    let inline = piece.inlines.iter().find(|inline| inline.span.start() == at && raised(&inline.kind))?;
    let label = inline.span.of(&piece.text).trim();
    let has_text = !piece.text[inline.span.end()..].trim().is_empty();
    (is_label(label) && has_text).then(|| (label.to_owned(), inline.span.end()))
}

fn name(note: &mut Piece) {
    let Some((label, end)) = label_at(note, 0) else { return };
    let space = note.text[end..].len() - note.text[end..].trim_start().len();
    note.cut_front(end + space);
    note.layer = Layer::Footnote;
    note.settle(BlockKind::Footnote { label });
}
