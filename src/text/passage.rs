//! Passages: the stretches that a search finds and an address points at.

use super::{BlockKind, Document, Layer, Span, sentences};

/// Above this many bytes a block is parted at sentence borders, so that a hit stays something one can read at a glance.
const LONG: usize = 1800;
/// What a parted block's passages aim at.
const AIM: usize = 1000;

/// A retrievable stretch, normally a paragraph. Its number is its place in [`passages`]' answer, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// Of the document's text.
    pub span: Span,
    pub layer: Layer,
}

/// The passages of a document in reading order: every block with text is one, a long one several. The same document
/// always gives the same passages, so they are computed, not stored.
pub fn passages(document: &Document) -> Vec<Passage> {
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if block.span.is_empty() || block.kind == BlockKind::Rule {
            continue;
        }
        let passage = |span| Passage { block: index as u32, span, layer: block.layer };
        if block.span.len() <= LONG {
            found.push(passage(block.span));
        } else {
            found.extend(parts(block.span, &document.text).into_iter().map(passage));
        }
    }
    found
}

fn parts(block: Span, text: &str) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    for sentence in sentences(block.of(text)) {
        let sentence = sentence.shift(block.start());
        match parts.last_mut() {
            Some(last) if last.len() + sentence.len() <= AIM => *last = last.hull(sentence),
            _ => parts.push(sentence),
        }
    }
    parts
}
