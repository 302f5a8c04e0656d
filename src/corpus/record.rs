//! What the sections hold, as they are written.

use crate::{
    dates::{Mention, OwnDate},
    text::{Block, Inline, Meta, SourceMap},
};
use serde::{Deserialize, Serialize};

/// Section `dossier`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierRecord {
    pub title: String,
    pub description: Option<String>,
    /// BCP 47.
    pub language: String,
    /// Years or days that the timeline opens on, as EDTF (`2021/2024`).
    pub window: Option<String>,
    /// Of the files as received.
    pub n_bytes: u64,
}

/// Section `docs`, one a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    pub id: String,
    pub file: String,
    pub line: Option<u32>,
    pub meta: Meta,
    /// Where its text lies in section `text`.
    pub text_start: u64,
    pub text_end: u64,
    pub n_words: u32,
}

/// Section `layout`, one a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayoutRecord {
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub source: SourceMap,
}

/// Section `dates`, one a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatesRecord {
    pub own: Vec<OwnDate>,
    pub mentions: Vec<Mention>,
}
