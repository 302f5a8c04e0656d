//! Paragraphs torn by a page's end: joined again where the text itself shows the tear, over page heads and footnotes.
//!
//! Careful on purpose: a paragraph that merely lost its full stop is left alone.

use super::{piece::Piece, shape};
use crate::text::{Layer, fold, sentences};

/// Shorter stretches are lines, not the first half of a paragraph.
const SHORTEST: usize = 60;

/// A sentence is looked for in so many bytes.
const NEAR: usize = 1000;

/// Joins torn paragraphs. What stood in the tear (a footnote, a page's head) follows the whole.
pub(super) fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let before = joined.iter().rposition(|piece| !stands_in_tears(piece));
        match before.filter(|_| piece.is_plain_body()) {
            Some(before) if is_torn(&joined[before], &piece) => joined[before].append(piece),
            _ => joined.push(piece),
        }
    }
    joined
}

fn stands_in_tears(piece: &Piece) -> bool {
    matches!(piece.layer, Layer::Footnote | Layer::Furniture)
}

fn is_torn(before: &Piece, after: &Piece) -> bool {
    let text = before.text.as_str();
    // Lines without a blank one between them were parted on purpose.
    if !before.is_plain_body() || after.tight || text.len() < SHORTEST || shape::ends_sentence(text) {
        return false;
    }
    if shape::goes_on(&after.text) {
        return true;
    }
    // The last sentence lies near the end: what is joined again and again is not read again and again.
    let near = (0..=text.len().saturating_sub(NEAR)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let near = &text[near..];
    let Some(fragment) = sentences(near).last().map(|span| span.of(near)) else { return false };
    let n_words = fragment.split_whitespace().count();
    let opened_before = fragment.len() < text.len();
    shape::is_prose(&after.text) && (leans_forward(fragment) || opened_before && n_words <= 3)
}

/// Whether the words cannot end a sentence: they close with an article, a preposition, a conjunction.
fn leans_forward(fragment: &str) -> bool {
    const LEANING: &[&str] = &[
        "aan", "als", "an", "and", "at", "bij", "by", "dat", "de", "deze", "die", "dit", "door", "een", "en", "for",
        "from", "het", "hun", "in", "met", "mijn", "na", "naar", "of", "om", "omdat", "onder", "onze", "op", "or",
        "over", "per", "such", "te", "tegen", "that", "the", "their", "to", "tot", "tussen", "uit", "uw", "van",
        "voor", "wanneer", "welke", "with", "zijn", "zoals", "zonder",
    ];
    let word = fold(fragment.split_whitespace().next_back().unwrap_or(""));
    LEANING.contains(&word.as_str())
}
