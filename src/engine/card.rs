//! What stands on a document's card, and on the dossier's title page.

use crate::{
    corpus::Corpus,
    dates::{Basis, Day, OwnDate},
    text::{DocId, Told},
};
use serde::{Deserialize, Serialize};

/// A document in a list. What nothing says is absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub doc: DocId,
    pub id: String,
    pub file: String,
    /// Curated, or its own title, or its first words.
    pub title: Told,
    /// For narrow places; the title where nobody gave a short one.
    pub short_title: String,
    pub kind: Option<Told>,
    pub author: Option<Told>,
    pub sender: Option<Told>,
    pub receiver: Option<Told>,
    /// Curated first. Two of one role are what a person says and what the text says.
    pub dates: Vec<OwnDate>,
    pub source: Option<String>,
    pub rights: Option<String>,
    pub n_words: usize,
    /// Links in which this document is the one that quotes, or is quoted.
    pub n_quotes_from: usize,
    pub n_quoted_by: usize,
    pub n_comments: usize,
}

/// The dossier's title page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DossierCard {
    pub title: String,
    pub description: Option<String>,
    pub language: String,
    /// First and last day of the documents' own dates, where any has one.
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    /// The window that the timeline opens on, whole years where nobody gave one.
    pub window: Option<(Day, Day)>,
    pub n_documents: usize,
    pub n_events: usize,
    pub n_links: usize,
    pub n_unlinked: usize,
    /// Of the files as received.
    pub n_bytes: u64,
}

impl Card {
    /// The dates to show first: one a role, a person's word before the text's.
    pub fn main_dates(&self) -> impl Iterator<Item = &OwnDate> {
        self.dates.iter().enumerate().filter_map(|(index, date)| {
            let told_before = self.dates[..index].iter().any(|earlier| earlier.role == date.role);
            (!told_before).then_some(date)
        })
    }

    /// What the text says where a person says otherwise.
    pub fn found_dates(&self) -> impl Iterator<Item = &OwnDate> {
        self.dates.iter().filter(|date| date.basis != Basis::Curated)
    }
}

pub fn cards(corpus: &Corpus) -> Vec<Card> {
    let _ = corpus;
    Vec::new()
}

pub fn dossier(corpus: &Corpus, cards: &[Card]) -> DossierCard {
    let _ = (corpus, cards);
    unimplemented!()
}
