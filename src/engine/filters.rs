//! What narrows a search or a view beside the query: chosen facets and a span of time.

use crate::dates::Day;
use serde::{Deserialize, Serialize};

/// Values of one field widen each other (this document or that), fields narrow each other. Empty lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filters {
    /// Document ids.
    pub documents: Vec<String>,
    pub kinds: Vec<String>,
    /// As the year facet names them: `2023`, `2022-2023` for a document that may be of either, `?` for undated.
    pub years: Vec<String>,
    pub authors: Vec<String>,
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// Also search comments, advertisements and furniture.
    pub noise: bool,
}

impl Filters {
    /// Whether no document is left out.
    pub fn lets_all_documents(&self) -> bool {
        let chosen = [&self.documents, &self.kinds, &self.years, &self.authors];
        chosen.iter().all(|values| values.is_empty()) && self.from.is_none() && self.to.is_none()
    }
}
