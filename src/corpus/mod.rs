//! Corpus: all that was read and found in a dossier, joined, and the one file that holds it.
//!
//! [`build`] joins readers, search, dates and quotes; [`format`] alone knows the bytes.

mod error;
mod manifest;

pub use error::CorpusError;
pub use manifest::{
    EventEntry, MANIFEST_FILE, Manifest, ManifestDocument, ManifestError, Place, QuoteEntry, QuoteOverride,
};

use crate::{
    dates::{Entry, Mention, OwnDate},
    quotes::Quotes,
    text::{DocId, Document, Passage},
};
use std::borrow::Cow;

#[derive(Debug)]
pub struct Corpus {}

impl Corpus {
    pub fn open(_bytes: Cow<'static, [u8]>) -> Result<Corpus, CorpusError> {
        Err(CorpusError::Empty)
    }
    pub fn document(&self, _doc: DocId) -> &Document {
        unimplemented!()
    }
    pub fn passages(&self, _doc: DocId) -> &[Passage] {
        unimplemented!()
    }
    pub fn own_dates(&self, _doc: DocId) -> &[OwnDate] {
        unimplemented!()
    }
    pub fn mentions(&self, _doc: DocId) -> &[Mention] {
        unimplemented!()
    }
    pub fn timeline(&self) -> &[Entry] {
        unimplemented!()
    }
    pub fn quotes(&self) -> &Quotes {
        unimplemented!()
    }
}
