//! Headings, pull quotes and captions: short lines that stand alone.

use super::{
    piece::{Kind, Piece},
    shape,
};
use crate::text::{BlockKind, InlineKind, Layer, Span, fold, words};
use std::collections::BTreeMap;

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

/// A line alone that looks like a headline and has running text below it. It may be numbered, if no other item of a list
/// is beside it.
fn plain_headings(pieces: &mut [Piece]) {
    let is_item = |piece: &Piece| matches!(piece.kind, Kind::Settled(BlockKind::ListItem { ordered: true, .. }));
    for at in 0..pieces.len() {
        let marker = match &pieces[at].kind {
            Kind::Settled(BlockKind::ListItem { ordered: true, depth: 0, marker }) => Some(marker.clone()),
            _ => None,
        };
        let beside_item =
            marker.is_some() && [at.wrapping_sub(1), at + 1].iter().any(|at| pieces.get(*at).is_some_and(is_item));
        let alone = is_one_line(pieces, at) && (marker.is_some() && !beside_item || pieces[at].is_plain());
        if !alone || !shape::is_headline(&pieces[at].text) || !heads_text(&pieces[at + 1..]) {
            continue;
        }
        pieces[at].kind = Kind::Heading(1);
        if let Some(marker) = marker {
            pieces[at].put_back(&marker);
        }
    }
}

/// Whether what comes next in the body is text that a heading can stand above.
fn heads_text(below: &[Piece]) -> bool {
    let Some(below) = below.iter().find(|piece| piece.layer == Layer::Body) else { return false };
    match &below.kind {
        Kind::Plain => {
            shape::is_prose(&below.text) || shape::ends_sentence(&below.text) || shape::is_headline(&below.text)
        }
        Kind::Settled(kind) => {
            matches!(kind, BlockKind::ListItem { .. } | BlockKind::Label | BlockKind::Question { .. })
        }
        _ => false,
    }
}

/// Plain, in the body, of one line, and with blank lines around.
fn stands_alone(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(Piece::is_plain) && is_one_line(pieces, at)
}

fn is_one_line(pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    piece.layer == Layer::Body
        && !piece.tight
        && !piece.text.contains('\n')
        && pieces.get(at + 1).is_some_and(|next| !next.tight)
}

/// A stretch without a sentence's end whose words the document says again is a pull quote; a short line below it names
/// the speaker.
fn pull_quotes(pieces: &mut [Piece]) {
    const FEWEST_WORDS: usize = 8;
    // What stands above all running text is a title.
    let is_prose = |piece: &Piece| piece.layer == Layer::Body && shape::is_prose(&piece.text);
    let first_prose = pieces.iter().position(is_prose).unwrap_or(pieces.len());
    let candidates: Vec<usize> = (first_prose..pieces.len())
        .filter(|at| {
            let text = &pieces[*at].text;
            stands_alone(pieces, *at)
                && (!shape::ends_sentence(text) || text.starts_with(['„', '“', '"', '‘', '«']))
                && text.len() <= 400
                && words(text).count() >= FEWEST_WORDS
        })
        .collect();
    if candidates.is_empty() {
        return;
    }
    let said = rows_said(pieces, &candidates);
    for at in candidates {
        if share_said_again(&said, pieces, at) < 0.6 {
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

/// So many words in a row are no chance.
const ROW: usize = 4;

/// Who says a row of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nobody,
    /// By its number.
    Piece(usize),
    Several,
}

/// Rows of folded words, each by a fingerprint of 64 bits, in order, with who says it.
type Rows = Vec<(u64, Owner)>;

/// The fingerprints of all rows of words in `text` (FNV-1a, Fowler, Noll and Vo, over words and then over rows).
fn rows(text: &str) -> Vec<u64> {
    const MIX: u64 = 0x0100_0000_01b3;
    let mix = |hash: u64, part: u64| (hash ^ part).wrapping_mul(MIX);
    let hash =
        |bytes: &mut dyn Iterator<Item = u8>| bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| mix(hash, byte.into()));
    let key = |word: Span| match word.of(text) {
        // Most words: folded as they are read.
        word if word.is_ascii() => hash(&mut word.bytes().map(|byte| byte.to_ascii_lowercase())),
        word => hash(&mut fold(word).bytes()),
    };
    let keys: Vec<u64> = words(text).map(key).collect();
    keys.windows(ROW).map(|row| row.iter().fold(0u64, |hash, key| mix(hash.rotate_left(29), *key))).collect()
}

/// The rows of the candidates, with the running text that says them too.
fn rows_said(pieces: &[Piece], candidates: &[usize]) -> Rows {
    let of_candidates = candidates.iter().flat_map(|at| rows(&pieces[*at].text));
    let mut said: Rows = of_candidates.map(|row| (row, Owner::Nobody)).collect();
    said.sort_unstable_by_key(|(row, _)| *row);
    said.dedup_by_key(|(row, _)| *row);
    let prose =
        pieces.iter().enumerate().filter(|(_, piece)| piece.layer == Layer::Body && shape::is_prose(&piece.text));
    for (index, piece) in prose {
        for row in rows(&piece.text) {
            let Ok(at) = said.binary_search_by_key(&row, |(row, _)| *row) else { continue };
            said[at].1 = match said[at].1 {
                Owner::Nobody => Owner::Piece(index),
                Owner::Piece(owner) if owner == index => Owner::Piece(index),
                _ => Owner::Several,
            };
        }
    }
    said
}

/// How much of the piece's words stand, a row at a time, in the one other piece that has most of them. What several
/// pieces say is a formula, not a quote.
fn share_said_again(said: &Rows, pieces: &[Piece], at: usize) -> f64 {
    let text = &pieces[at].text;
    let owner = |row: u64| match said.binary_search_by_key(&row, |(row, _)| *row).map(|at| said[at].1) {
        Ok(Owner::Piece(owner)) => Some(owner),
        _ => None,
    };
    let owners: Vec<Option<usize>> = rows(text).into_iter().map(owner).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for owner in owners.iter().flatten().filter(|owner| **owner != at) {
        *counts.entry(*owner).or_default() += 1;
    }
    let Some((main, _)) = counts.into_iter().max_by_key(|(_, n)| *n) else { return 0.0 };
    let mut covered = vec![false; owners.len() + ROW - 1];
    for (start, _) in owners.iter().enumerate().filter(|(_, owner)| **owner == Some(main)) {
        covered[start..start + ROW].fill(true);
    }
    covered.iter().filter(|covered| **covered).count() as f64 / covered.len() as f64
}
