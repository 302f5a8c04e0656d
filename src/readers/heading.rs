//! Headings, pull quotes and captions: short lines that stand alone.

use super::{
    piece::{Kind, Piece},
    shape,
};
use crate::text::{BlockKind, InlineKind, Layer, Span, fold, words};
use std::collections::BTreeSet;

/// Settles what stands alone, and numbers heading levels from 1.
pub(super) fn settle(pieces: &mut [Piece]) {
    bold_headings(pieces);
    pull_quotes(pieces);
    plain_headings(pieces);
    let mut levels: Vec<u8> = pieces.iter().filter_map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    for piece in pieces {
        if let Kind::Heading(level) = &mut piece.kind {
            *level = levels.iter().position(|known| known == level).unwrap_or(0) as u8 + 1;
            // A heading is a heading all through: bold adds nothing.
            let whole = Span::new(0, piece.text.len());
            piece.inlines.retain(|inline| inline.kind != InlineKind::Strong || inline.span != whole);
        }
    }
}

fn level(piece: &Piece) -> Option<u8> {
    match piece.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    }
}

/// A paragraph that is bold throughout and says no sentence is a heading, below those that are marked as such or beside
/// them.
fn bold_headings(pieces: &mut [Piece]) {
    const LONGEST: usize = 250;
    let deepest = pieces.iter().filter_map(level).max().unwrap_or(1);
    for at in 0..pieces.len() {
        let has_text_below = pieces.get(at + 1).is_some();
        let piece = &mut pieces[at];
        let whole = Span::new(0, piece.text.len());
        let bold = piece.inlines.iter().any(|inline| inline.kind == InlineKind::Strong && inline.span == whole);
        if bold
            && has_text_below
            && piece.is_plain_body()
            && piece.text.len() <= LONGEST
            && !shape::ends_sentence(&piece.text)
        {
            piece.kind = Kind::Heading(deepest);
        }
    }
}

/// A line alone that looks like a headline and has running text below it.
fn plain_headings(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if !stands_alone(pieces, at) || !shape::is_headline(&pieces[at].text) {
            continue;
        }
        let below = pieces[at + 1..].iter().find(|piece| piece.layer == Layer::Body);
        let heads = below.is_some_and(|below| match &below.kind {
            Kind::Plain => shape::is_prose(&below.text) || shape::is_headline(&below.text),
            Kind::Settled(kind) => {
                matches!(kind, BlockKind::ListItem { .. } | BlockKind::Label | BlockKind::Question { .. })
            }
            _ => false,
        });
        if heads {
            pieces[at].kind = Kind::Heading(1);
        }
    }
}

/// Plain, in the body, of one line, and with blank lines around.
fn stands_alone(pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    piece.is_plain_body()
        && !piece.tight
        && !piece.text.contains('\n')
        && pieces.get(at + 1).is_some_and(|next| !next.tight)
}

/// A stretch without a sentence's end whose words the document says again is a pull quote; a short line below it names
/// the speaker.
fn pull_quotes(pieces: &mut [Piece]) {
    const FEWEST_WORDS: usize = 8;
    let candidates: Vec<usize> = (0..pieces.len())
        .filter(|at| {
            let text = &pieces[*at].text;
            stands_alone(pieces, *at)
                && (!shape::ends_sentence(text) || text.starts_with(['„', '“', '"', '‘', '«']))
                && text.len() <= 400
                && words(text).count() >= FEWEST_WORDS
        })
        .collect();
    for at in candidates {
        if share_said_again(pieces, at) < 0.6 {
            continue;
        }
        pieces[at].settle(BlockKind::PullQuote);
        let named = stands_alone(pieces, at + 1) && {
            let text = &pieces[at + 1].text;
            text.chars().count() <= 80 && !shape::ends_sentence(text)
        };
        if named {
            pieces[at + 1].settle(BlockKind::Caption);
        }
    }
}

/// How much of the piece's words stand, four in a row, elsewhere in the running text.
fn share_said_again(pieces: &[Piece], at: usize) -> f64 {
    const ROW: usize = 4;
    let folded = |text: &str| -> Vec<String> { words(text).map(|span| fold(span.of(text))).collect() };
    let own = folded(&pieces[at].text);
    let wanted: BTreeSet<&[String]> = own.windows(ROW).collect();
    let mut said: BTreeSet<Vec<String>> = BTreeSet::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index != at && piece.layer == Layer::Body {
            said.extend(folded(&piece.text).windows(ROW).filter(|row| wanted.contains(row)).map(<[String]>::to_vec));
        }
    }
    let mut covered = vec![false; own.len()];
    for (start, row) in own.windows(ROW).enumerate() {
        if said.contains(row) {
            covered[start..start + ROW].fill(true);
        }
    }
    covered.iter().filter(|covered| **covered).count() as f64 / own.len().max(1) as f64
}
