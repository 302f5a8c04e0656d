//! The answer to a search.

use super::{Card, Filters};
use crate::{
    corpus::Corpus,
    text::{DocId, Layer, Said, Span},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// All that match, not only those within the limit.
    pub n_passages: usize,
    pub n_documents: usize,
    /// Best document first; hits of one document together, best first.
    pub groups: Vec<Group>,
    pub facets: Vec<Facet>,
    /// Where an expansion carried the result: "Bedoelde u …".
    pub corrections: Vec<Correction>,
    /// What was understood of the query, a removable chip each.
    pub chips: Vec<Chip>,
    /// What could not be understood, and what was done instead.
    pub notes: Vec<Said>,
    /// With no hit: words of this dossier nearest to those typed, which do have hits.
    pub nearest: Vec<String>,
    /// Hits a month of their document's date, for the histogram. A document with a range counts in each month of it.
    pub months: Vec<MonthCount>,
}

/// The hits of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub doc: DocId,
    pub n_passages: usize,
    pub hits: Vec<Hit>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    pub doc: DocId,
    /// From 0, within its document.
    pub passage: u32,
    pub span: Span,
    pub layer: Layer,
    pub score: f32,
    /// The heading or question it stands under.
    pub place: Option<String>,
    pub snippet: Snippet,
    /// All that matched in the passage.
    pub highlights: Vec<Span>,
}

/// The stretch of the passage to show, with what matched in it. Spans are of the document's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snippet {
    pub span: Span,
    pub highlights: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facet {
    pub field: FacetField,
    /// Zeros included, so that nothing jumps.
    pub values: Vec<FacetValue>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FacetField {
    Document,
    Kind,
    Year,
    Author,
}

/// Counts are of the hits that there would be if only this value of the field were chosen, other fields as they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetValue {
    /// What stands in [`Filters`].
    pub value: String,
    pub label: String,
    pub n_passages: usize,
    pub chosen: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub typed: String,
    pub used: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chip {
    pub kind: ChipKind,
    /// As it would be typed.
    pub text: String,
    /// The query without it.
    pub without: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChipKind {
    Word,
    Phrase,
    Not,
    Prefix,
    Speaker,
    Author,
    Kind,
    Document,
    Dates,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthCount {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    pub n_passages: usize,
    /// Of these, from documents that may be of another month.
    pub n_uncertain: usize,
}

pub fn answer(corpus: &Corpus, cards: &[Card], query: &str, filters: &Filters, limit: usize) -> Answer {
    let _ = (corpus, cards, query, filters, limit);
    Answer::default()
}
