//! What the sections hold, as they are written.

use crate::{
    dates::{Mention, OwnDate},
    text::{Block, Inline, Meta, SourceMap, Wire},
};
use serde::Serialize;

/// Section `dossier`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct LayoutRecord {
    pub blocks: Vec<Block>,
    pub inlines: Vec<Inline>,
    pub source: SourceMap,
}

/// Section `dates`, one a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct DatesRecord {
    pub own: Vec<OwnDate>,
    pub mentions: Vec<Mention>,
}

/// Section `digest`: what the sections behind it say of each document, so that its card needs none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct DigestRecord {
    pub counts: Counts,
    pub documents: Vec<DocumentDigest>,
}

/// Of the whole dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct Counts {
    pub n_events: u32,
    pub n_links: u32,
    pub n_unlinked: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct DocumentDigest {
    pub own: Vec<OwnDate>,
    /// See [`opening`]; empty where the document has a title.
    pub opening: String,
    /// Links in which this document is the one that quotes, or is quoted.
    pub n_quotes_from: u32,
    pub n_quoted_by: u32,
}

/// The words that a text opens with, up to some 60 characters: what a document without a title is called.
pub fn opening(text: &str) -> String {
    const ENOUGH: usize = 60;
    let line = text.trim_start().lines().next().unwrap_or("");
    let mut end = line.len();
    if let Some((cut, _)) = line.char_indices().nth(ENOUGH) {
        end = line[..cut].rfind(' ').unwrap_or(cut);
    }
    let words = &line[..end];
    if end < line.len() && end > 0 { format!("{words} …") } else { words.to_owned() }
}
