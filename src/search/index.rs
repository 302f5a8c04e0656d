//! The index section: built, opened, searched.

use super::{Found, Query, Texts, Wanted};
use crate::text::{Document, Passage};
use std::fmt;

/// Gathers what documents say; [`Builder::finish`] writes it down.
#[derive(Debug, Default)]
pub struct Builder {}

impl Builder {
    /// Adds the dossier's next document.
    pub fn add(&mut self, document: &Document, passages: &[Passage]) {
        let _ = (document, passages);
    }

    /// The bytes of the section. The same documents always give the same bytes.
    pub fn finish(self) -> Vec<u8> {
        Vec::new()
    }
}

/// What queries have unpacked of an index so far. One for each index, kept as long as its bytes.
#[derive(Debug, Default)]
pub struct Memory {}

/// An index, searched in place.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    _bytes: &'a [u8],
    _memory: &'a Memory,
}

/// What can be wrong with an index section. The texts stay readable without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// Ends before what its head announces.
    Truncated { expected_bytes: usize, got_bytes: usize },
    /// Written by a version that this one does not read.
    Version { expected: u32, got: u32 },
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IndexError::Truncated { expected_bytes, got_bytes } => {
                write!(f, "the index is cut off: {expected_bytes} bytes announced, {got_bytes} there")
            }
            IndexError::Version { expected, got } => write!(f, "the index has version {got}, this reads {expected}"),
        }
    }
}

impl std::error::Error for IndexError {}

impl<'a> Index<'a> {
    /// # Errors
    /// When the section is cut off or of another version. Damage that bounds cannot show makes hits fewer, never a panic.
    pub fn open(bytes: &'a [u8], memory: &'a Memory) -> Result<Index<'a>, IndexError> {
        Ok(Index { _bytes: bytes, _memory: memory })
    }

    pub fn search(&self, query: &Query, texts: &dyn Texts, wanted: &Wanted<'_>) -> Found {
        let _ = (query, texts, wanted);
        Found::default()
    }
}
