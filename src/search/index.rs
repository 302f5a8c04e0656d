//! The index section, opened, and what queries unpack of it.

use super::grade::Graded;
use super::layout::Layout;
use super::query::Wording;
use super::table::Table;
use super::vocabulary::{Unpacking, Vocabulary};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

/// What queries have unpacked of an index so far. One for each index, kept as long as its bytes.
///
/// The first query unpacks the word list and the table of passages, or what [`Index::prepare`] has left of that: some two
/// hundred nanoseconds a word. What looks for parts of words and for near ones is made when it is first asked for. After that only the words of the last few queries are kept: who types goes on with the same
/// words.
#[derive(Debug, Default)]
pub struct Memory {
    unpacking: Mutex<Option<Unpacking>>,
    vocabulary: OnceLock<Vocabulary>,
    table: OnceLock<Table>,
    recent: Mutex<Vec<Recent>>,
}

/// What was asked for, whether typing errors were forgiven, and how it graded the units.
type Recent = (Wording, bool, Arc<Graded>);

const N_RECENT: usize = 24;

/// An index, searched in place.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    pub(super) layout: Layout<'a>,
    memory: &'a Memory,
}

/// What can be wrong with an index section. The texts stay readable without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// Ends before what its head announces.
    Truncated { expected_bytes: usize, got_bytes: usize },
    /// Written by a version that this one does not read.
    Version { expected: u32, got: u32 },
    /// Its parts do not fit each other.
    Inconsistent,
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IndexError::Truncated { expected_bytes, got_bytes } => {
                write!(f, "the index is cut off: {expected_bytes} bytes announced, {got_bytes} there")
            }
            IndexError::Version { expected, got } => write!(f, "the index has version {got}, this reads {expected}"),
            IndexError::Inconsistent => write!(f, "the parts of the index do not fit each other"),
        }
    }
}

impl std::error::Error for IndexError {}

impl<'a> Index<'a> {
    /// # Errors
    /// When the section is cut off or of another version. Damage that bounds cannot show makes hits wrong or fewer, never a
    /// panic: checksums are the corpus's matter.
    pub fn open(bytes: &'a [u8], memory: &'a Memory) -> Result<Index<'a>, IndexError> {
        Ok(Index { layout: Layout::open(bytes)?, memory })
    }

    pub fn n_documents(&self) -> usize {
        self.layout.n_documents as usize
    }

    pub fn n_passages(&self) -> usize {
        self.layout.n_passages as usize
    }

    pub fn n_terms(&self) -> usize {
        self.layout.n_terms as usize
    }

    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.memory.vocabulary.get_or_init(|| self.unpacking().finish(&self.layout))
    }

    /// What was begun of it.
    fn unpacking(&self) -> Unpacking {
        let begun = self.memory.unpacking.lock().ok().and_then(|mut begun| begun.take());
        begun.unwrap_or_else(|| Unpacking::new(&self.layout))
    }

    /// Unpacks a part of what the first query needs, a few milliseconds' worth; whether all is done.
    pub fn prepare(&self) -> bool {
        if self.memory.vocabulary.get().is_some() {
            return true;
        }
        let mut unpacking = self.unpacking();
        if unpacking.step(&self.layout) {
            self.table();
            self.memory.vocabulary.get_or_init(|| unpacking.finish(&self.layout));
            return true;
        }
        if let Ok(mut begun) = self.memory.unpacking.lock() {
            *begun = Some(unpacking);
        }
        false
    }

    pub(super) fn table(&self) -> &'a Table {
        self.memory.table.get_or_init(|| Table::unpack(&self.layout))
    }

    /// How a wording graded the units last time, or what `grade` says now.
    pub(super) fn recall(&self, wording: &Wording, tolerant: bool, grade: &dyn Fn() -> Graded) -> Arc<Graded> {
        if let Ok(mut recent) = self.memory.recent.lock()
            && let Some(at) = recent.iter().position(|(known, other, _)| *other == tolerant && known == wording)
        {
            recent[at..].rotate_left(1);
            if let Some((_, _, graded)) = recent.last() {
                return Arc::clone(graded);
            }
        }
        let graded = Arc::new(grade());
        if let Ok(mut recent) = self.memory.recent.lock() {
            if recent.len() == N_RECENT {
                recent.remove(0);
            }
            recent.push((wording.clone(), tolerant, Arc::clone(&graded)));
        }
        graded
    }
}
