//! What can be wrong with a corpus file.

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

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CorpusError::Empty => write!(f, "no dossier: the file is empty"),
            CorpusError::NotACorpus => write!(f, "not a .weerklank file: it does not begin with the sign of one"),
            CorpusError::Newer { version, supported } => write!(
                f,
                "written by a newer Weerklank: format {version}, this one reads up to {supported}; build it anew or update"
            ),
            CorpusError::Truncated { expected_bytes, got_bytes } => {
                write!(f, "cut off: {expected_bytes} bytes announced, {got_bytes} there; copy the file again")
            }
            CorpusError::Damaged { section, expected, got } => write!(
                f,
                "damaged in section {section}: checksum {expected:08x} announced, {got:08x} found; copy the file again"
            ),
            CorpusError::Missing { section } => write!(f, "section {section} is missing; build the dossier anew"),
            CorpusError::Unreadable { section, problem } => {
                write!(f, "section {section} cannot be read ({problem}); build the dossier anew")
            }
        }
    }
}

impl std::error::Error for CorpusError {}
