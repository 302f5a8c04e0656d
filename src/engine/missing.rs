//! Sources that are quoted but not in the dossier.

use crate::{corpus::Corpus, text::DocId};
use serde::{Deserialize, Serialize};

/// Quotations of one speaker from one named source, in one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MissingSource {
    /// The document that quotes.
    pub doc: DocId,
    pub speaker: Option<String>,
    /// The text's own words for the source ("een brief aan informateur Herman Tjeenk Willink in april 2021").
    pub named: Option<String>,
    /// Indices into [`Engine::quotations`](super::Engine::quotations).
    pub quotations: Vec<u32>,
}

pub fn missing(corpus: &Corpus) -> Vec<MissingSource> {
    let _ = corpus;
    Vec::new()
}
