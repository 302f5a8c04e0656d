//! What can be wrong with a corpus file.

use crate::text::{Language, Said};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorpusError {
    /// No bytes: a page's shell without a dossier.
    Empty,
    /// Does not begin with the magic: some other file.
    NotACorpus,
    /// Written by a newer Weerklank.
    Newer { version: u16, supported: u16 },
    /// Ends before what its table announces.
    Truncated { expected_bytes: u64, got_bytes: u64 },
    /// A section's bytes are not those that were written.
    Damaged { section: &'static str, expected: u32, got: u32 },
    /// A section that the page cannot do without is not there.
    Missing { section: &'static str },
    /// A section is whole but does not read as what it should be: a defect of the writer.
    Unreadable { section: &'static str, problem: String },
}

impl CorpusError {
    /// What is wrong and what helps, in the reader's language.
    pub fn said(&self) -> Said {
        match self {
            CorpusError::Empty => Said::new("geen dossier: het bestand is leeg", "no dossier: the file is empty"),
            CorpusError::NotACorpus => Said::new(
                "geen .weerklank-bestand: het begint niet met het teken daarvan",
                "not a .weerklank file: it does not begin with the sign of one",
            ),
            CorpusError::Newer { version, supported } => Said::new(
                format!(
                    "geschreven door een nieuwere Weerklank: formaat {version}, deze leest tot {supported}; bouw het opnieuw of werk bij"
                ),
                format!(
                    "written by a newer Weerklank: format {version}, this one reads up to {supported}; build it anew or update"
                ),
            ),
            CorpusError::Truncated { expected_bytes, got_bytes } => Said::new(
                format!(
                    "afgebroken: {expected_bytes} bytes aangekondigd, {got_bytes} aanwezig; kopieer het bestand opnieuw"
                ),
                format!("cut off: {expected_bytes} bytes announced, {got_bytes} there; copy the file again"),
            ),
            CorpusError::Damaged { section, expected, got } => Said::new(
                format!(
                    "beschadigd in sectie {section}: controlegetal {expected:08x} aangekondigd, {got:08x} gevonden; kopieer het bestand opnieuw"
                ),
                format!(
                    "damaged in section {section}: checksum {expected:08x} announced, {got:08x} found; copy the file again"
                ),
            ),
            CorpusError::Missing { section } => Said::new(
                format!("sectie {section} ontbreekt; bouw het dossier opnieuw"),
                format!("section {section} is missing; build the dossier anew"),
            ),
            CorpusError::Unreadable { section, problem } => Said::new(
                format!("sectie {section} is niet te lezen ({problem}); bouw het dossier opnieuw"),
                format!("section {section} cannot be read ({problem}); build the dossier anew"),
            ),
        }
    }
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.said().r#in(Language::English))
    }
}

impl std::error::Error for CorpusError {}
