//! What may be shipped of a document whose rights do not allow all of it.

use super::Built;
use crate::text::{Block, BlockKind, DocId, Document, Order, Run, Show, SourceMap, Span};

/// The document as it may be shipped: whole, only the stretches that quote or are quoted, or no text at all. What is
/// left out is nowhere in the corpus file: dates, quotes and index are found anew in what is left.
pub fn reduced(built: &Built, doc: DocId) -> Document {
    let document = &built.documents[doc.index()];
    match document.meta.show {
        Show::Full => document.clone(),
        Show::Quotes => only(document, &quoted(built, doc)),
        Show::Metadata => only(document, &[]),
    }
}

/// Stretches of a document in links, in order, overlapping ones joined.
fn quoted(built: &Built, doc: DocId) -> Vec<Span> {
    let sides = built.quotes.links.iter().flat_map(|link| [link.a, link.b]);
    let mut spans: Vec<Span> = sides.filter(|side| side.doc == doc).map(|side| side.span).collect();
    spans.order();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => joined.push(span),
        }
    }
    joined
}

/// A document of these stretches alone, a paragraph each.
fn only(document: &Document, kept: &[Span]) -> Document {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let mut source = SourceMap::default();
    for span in kept {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(span.of(&document.text));
        let place = Span::new(start, text.len());
        let origin = document.source.to_source(*span);
        if let Some(origin) = origin {
            source.push(Run {
                text_byte: place.start_byte,
                text_len: place.len() as u32,
                source_byte: origin.start_byte,
                source_len: origin.len() as u32,
            });
        }
        let layer = document.layer_at(span.start_byte);
        blocks.push(Block { kind: BlockKind::Paragraph, layer, span: place, source: origin.into_iter().collect() });
    }
    Document { text, blocks, source, inlines: Vec::new(), ..document.clone() }
}
