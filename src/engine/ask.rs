//! Asking a dossier with a text of one's own: what does it quote, and how literally?

use crate::{
    corpus::Corpus,
    quotes::{Asked, Asker, Quotable},
};
use std::sync::OnceLock;

/// The dossier's words, indexed at the first question; an answer after that costs the words of its question.
#[derive(Debug, Default)]
pub struct Memory(OnceLock<Asker>);

impl Memory {
    pub fn ask(&self, corpus: &Corpus, text: &str) -> Asked {
        let dossier: Vec<Quotable<'_>> = corpus
            .docs()
            .map(|doc| Quotable {
                doc,
                document: corpus.document(doc),
                earliest_day: None,
                latest_day: None,
                named_days: &[],
            })
            .collect();
        self.0.get_or_init(|| Asker::new(&dossier)).ask(&dossier, text)
    }
}
