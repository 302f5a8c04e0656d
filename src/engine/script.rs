//! Hits as scripts see them: ids for documents, and places in JavaScript's own units (UTF-16) of the snippet.

use super::Found;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScriptHit<'a> {
    /// The document's id.
    pub document: &'a str,
    /// From 0, within its document.
    pub passage: u32,
    pub score: f32,
    pub snippet: &'a str,
    pub highlights: Vec<Marked>,
}

/// Half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    pub start: usize,
    pub end: usize,
}

impl<'a> ScriptHit<'a> {
    pub fn of(found: &'a Found<'_>) -> ScriptHit<'a> {
        let utf16 = |byte: usize| found.snippet.get(..byte).map_or(0, |before| before.encode_utf16().count());
        ScriptHit {
            document: found.document,
            passage: found.passage,
            score: found.score,
            snippet: &found.snippet,
            highlights: found
                .marked
                .iter()
                .map(|span| Marked { start: utf16(span.start()), end: utf16(span.end()) })
                .collect(),
        }
    }
}
