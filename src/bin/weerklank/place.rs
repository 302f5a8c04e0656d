//! Places as other programs want them: bytes of the file, not of our text.

use serde::Serialize;
use weerklank::text::{Document, Layer, Span};

/// A stretch of a file. `text` is what stands there, to the letter of our text.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    pub start_byte: u32,
    pub end_byte: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bytes {
    pub start_byte: u32,
    pub end_byte: u32,
}

/// Where a span of the text stands in the file. A span without a source (there is none in practice) is an empty place.
pub fn bytes(document: &Document, span: Span) -> Bytes {
    let source = document.source.to_source(span).unwrap_or_default();
    Bytes { start_byte: source.start_byte, end_byte: source.end_byte }
}

pub fn place(document: &Document, span: Span) -> Place {
    let Bytes { start_byte, end_byte } = bytes(document, span);
    Place { start_byte, end_byte, line: document.line, text: span.of(&document.text).to_owned() }
}

pub fn layer(document: &Document, span: Span) -> Layer {
    document.layer_at(span.start_byte)
}
