//! What stands on a document's card, and on the dossier's title page.

use super::{Filters, counts};
use crate::{
    corpus::{self, Corpus, Counts, DigestRecord, DocumentDigest},
    dates::{self, Basis, Day, EntryKind, OwnDate},
    quotes::Link,
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

    /// Whether these filters let the document through.
    pub fn passes(&self, filters: &Filters) -> bool {
        counts::passes(self, filters, None)
    }

    /// What the text says where a person says otherwise.
    pub fn found_dates(&self) -> impl Iterator<Item = &OwnDate> {
        self.dates.iter().filter(|date| date.basis != Basis::Curated)
    }
}

/// A card for every document. Reads what is known of each, not their texts.
pub fn cards(corpus: &Corpus) -> Vec<Card> {
    let opening = |doc: DocId| corpus::opening(&corpus.text(doc));
    let mut cards: Vec<Card> =
        corpus.docs().map(|doc| card(corpus, doc, corpus.own_dates(doc), &|| opening(doc))).collect();
    for (quoted, quoting) in corpus.quotes().links.iter().filter_map(Link::quotes) {
        cards[quoted.index()].n_quoted_by += 1;
        cards[quoting.index()].n_quotes_from += 1;
    }
    cards
}

/// The same by the digest of a large dossier, of which nothing else need be there.
pub fn cards_of(corpus: &Corpus, digest: &DigestRecord) -> Vec<Card> {
    let of_digest = |(doc, digest): (DocId, &DocumentDigest)| Card {
        n_quotes_from: digest.n_quotes_from as usize,
        n_quoted_by: digest.n_quoted_by as usize,
        ..card(corpus, doc, &digest.own, &|| digest.opening.clone())
    };
    corpus.docs().zip(&digest.documents).map(of_digest).collect()
}

fn card(corpus: &Corpus, doc: DocId, own: &[OwnDate], opening: &dyn Fn() -> String) -> Card {
    let record = &corpus.records()[doc.index()];
    let meta = &record.meta;
    let title = meta.title.clone().unwrap_or_else(|| {
        let opening = opening();
        Told::found(if opening.is_empty() { record.file.clone() } else { opening })
    });
    Card {
        doc,
        id: record.id.clone(),
        file: record.file.clone(),
        short_title: meta.short_title.clone().unwrap_or_else(|| title.value.clone()),
        title,
        kind: meta.kind.clone(),
        author: meta.author.clone(),
        sender: meta.sender.clone(),
        receiver: meta.receiver.clone(),
        dates: own.to_vec(),
        source: meta.source.clone(),
        rights: meta.rights.clone(),
        n_words: record.n_words as usize,
        n_quotes_from: 0,
        n_quoted_by: 0,
    }
}

/// What all documents hold together, where no digest says it.
pub fn counts(corpus: &Corpus) -> Counts {
    let quotes = corpus.quotes();
    Counts {
        n_events: corpus.timeline().iter().filter(|entry| entry.kind == EntryKind::Event).count() as u32,
        n_links: quotes.links.len() as u32,
        n_unlinked: quotes.quotations.iter().filter(|quotation| !quotation.linked).count() as u32,
    }
}

/// The dossier's title page.
pub fn dossier(corpus: &Corpus, cards: &[Card], counts: Counts) -> DossierCard {
    let record = corpus.dossier();
    let own = || cards.iter().flat_map(Card::main_dates);
    let earliest = own().filter_map(|date| date.earliest).min();
    let latest = own().filter_map(|date| date.latest).max();
    let whole_years = earliest.zip(latest).and_then(|(earliest, latest)| years(earliest.year(), latest.year()));
    DossierCard {
        title: record.title.clone(),
        description: record.description.clone(),
        language: record.language.clone(),
        earliest,
        latest,
        window: record.window.as_deref().and_then(dates::bounds).or(whole_years),
        n_documents: cards.len(),
        n_events: counts.n_events as usize,
        n_links: counts.n_links as usize,
        n_unlinked: counts.n_unlinked as usize,
        n_bytes: record.n_bytes,
    }
}

fn years(first: i32, last: i32) -> Option<(Day, Day)> {
    Day::from_ymd(first, 1, 1).zip(Day::from_ymd(last, 12, 31))
}
