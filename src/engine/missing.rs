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

/// Quotations without a link, outside noise, grouped; in the order of their first quotation.
pub fn missing(corpus: &Corpus) -> Vec<MissingSource> {
    let mut sources: Vec<MissingSource> = Vec::new();
    for (index, quotation) in corpus.quotes().quotations.iter().enumerate() {
        if quotation.linked || quotation.layer.is_noise() {
            continue;
        }
        let named = quotation.named_source.map(|span| span.of(&corpus.text(quotation.doc)).to_owned());
        let same = sources
            .iter_mut()
            .find(|source| source.doc == quotation.doc && source.speaker == quotation.speaker && source.named == named);
        match same {
            Some(source) => source.quotations.push(index as u32),
            None => sources.push(MissingSource {
                doc: quotation.doc,
                speaker: quotation.speaker.clone(),
                named,
                quotations: vec![index as u32],
            }),
        }
    }
    sources
}
