//! What is known about a document beside its text, and who says so.

use super::Wire;
use serde::{Deserialize, Serialize};

/// Facts about a document. Absent means that nothing says so: never an invented value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Meta {
    pub title: Option<Told>,
    /// Short name for narrow places ("Brandbrief"); falls back on the title.
    pub short_title: Option<String>,
    /// What sort of document: free words in the dossier's language ("Brief", "Krantenartikel").
    pub kind: Option<Told>,
    /// Dates that a person gave. What the text itself says is found by `dates`, and stands beside these.
    pub dates: Vec<CuratedDate>,
    pub author: Option<Told>,
    pub sender: Option<Told>,
    pub receiver: Option<Told>,
    pub publisher: Option<Told>,
    /// Address of the original.
    pub source: Option<String>,
    /// Whose rights, in words.
    pub rights: Option<String>,
    pub show: Show,
    /// BCP 47; absent: the dossier's.
    pub language: Option<String>,
    /// All else that came with the document, as it came: the other keys of a `.jsonl` line.
    pub extra: Vec<(String, String)>,
}

/// A fact in words, and on whose word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Told {
    pub value: String,
    /// Given by a person in `dossier.toml`; else found in the file.
    pub curated: bool,
    /// Where a curated fact comes from, if told: an address or words.
    pub source: Option<String>,
}

impl Told {
    pub fn found(value: impl Into<String>) -> Told {
        Told { value: value.into(), curated: false, source: None }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct CuratedDate {
    pub role: DateRole,
    /// EDTF (ISO 8601-2).
    pub edtf: String,
    pub source: Option<String>,
}

/// What happened to the document on that date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum DateRole {
    #[default]
    Written,
    Published,
    Asked,
    Answered,
    Received,
}

/// How much of a document may be shipped: in the page, the corpus file, the index and every export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Show {
    #[default]
    Full,
    /// Only the stretches that are quoted or quote.
    Quotes,
    /// No text at all.
    Metadata,
}
