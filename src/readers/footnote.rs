//! Footnotes written as plain paragraphs: a line that begins with its number raised.

use super::piece::Piece;
use crate::text::{BlockKind, Inline, InlineKind, Layer};
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
    for piece in pieces {
        let starts: Vec<usize> = match piece.is_plain() {
            true => piece.inlines.iter().filter_map(|inline| note_start(&piece, inline)).collect(),
            false => Vec::new(),
        };
        if starts.is_empty() {
            settled.push(piece);
            continue;
        }
        for mut part in piece.part_at(&starts).into_iter().filter(|part| !part.text.is_empty()) {
            if part.is_plain() {
                name(&mut part);
            }
            settled.push(part);
        }
    }
    settled
}

/// Where a note begins: at a raised label that opens a line and has words behind it.
fn note_start(piece: &Piece, inline: &Inline) -> Option<usize> {
    let at = inline.span.start();
    let raised = matches!(inline.kind, InlineKind::Superscript | InlineKind::FootnoteRef { .. });
    let opens_line = at == 0 || piece.text[..at].ends_with('\n');
    let line = piece.text[inline.span.end()..].split('\n').next().unwrap_or("");
    (raised && opens_line && is_label(inline.span.of(&piece.text).trim()) && !line.trim().is_empty()).then_some(at)
}

fn name(note: &mut Piece) {
    let label = note.inlines.iter().find(|inline| note_start(note, inline) == Some(0));
    let Some((label, end)) = label.map(|inline| (inline.span.of(&note.text).trim().to_owned(), inline.span.end()))
    else {
        return;
    };
    let space = note.text[end..].len() - note.text[end..].trim_start().len();
    note.cut_front(end + space);
    note.layer = Layer::Footnote;
    note.settle(BlockKind::Footnote { label });
}
