//! The way back from a document's text to the bytes of its file.

use super::{Span, Wire};
use serde::{Deserialize, Serialize};

/// Runs of text and where in the file they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct SourceMap {
    /// Sorted by `text_byte`, not overlapping. Text that no run covers (blank lines between blocks) has no source.
    runs: Vec<Run>,
}

/// `text_len` bytes of text from `text_byte` stand at `source_len` bytes of the file from `source_byte`. Where the two
/// lengths are the same the bytes are too, and a place inside can be found; else (an entity, a healed ligature, CRLF)
/// the run counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Run {
    pub text_byte: u32,
    pub text_len: u32,
    pub source_byte: u32,
    pub source_len: u32,
}

impl SourceMap {
    /// The map of a text that is the file to the letter.
    pub fn identity(len: usize) -> SourceMap {
        let len = u32::try_from(len).expect("a document holds less than 4 GiB");
        SourceMap { runs: vec![Run { text_byte: 0, text_len: len, source_byte: 0, source_len: len }] }
    }

    /// Appends a run; joins it to the last where both sides go on.
    ///
    /// # Panics
    /// When runs come out of order.
    pub fn push(&mut self, run: Run) {
        if let Some(last) = self.runs.last_mut() {
            assert!(last.text_byte + last.text_len <= run.text_byte, "runs come in the order of the text");
            let verbatim = last.text_len == last.source_len && run.text_len == run.source_len;
            if verbatim
                && last.text_byte + last.text_len == run.text_byte
                && last.source_byte + last.source_len == run.source_byte
            {
                last.text_len += run.text_len;
                last.source_len += run.source_len;
                return;
            }
        }
        self.runs.push(run);
    }

    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Where a span of the text stands in the file: from its first byte's place to behind its last byte's. Where a tear
    /// lies between, this is the hull over it. `None` for a span that no run touches.
    pub fn to_source(&self, span: Span) -> Option<Span> {
        let first = self.runs.partition_point(|run| run.text_byte + run.text_len <= span.start_byte);
        let past = self.runs.partition_point(|run| run.text_byte < span.end_byte);
        let touched = self.runs.get(first..past)?;
        let hull = touched.iter().map(|run| {
            if run.text_len != run.source_len {
                return (run.source_byte, run.source_byte + run.source_len);
            }
            let from = span.start_byte.max(run.text_byte) - run.text_byte;
            let to = span.end_byte.min(run.text_byte + run.text_len) - run.text_byte;
            (run.source_byte + from, run.source_byte + to)
        });
        hull.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(start_byte, end_byte)| Span { start_byte, end_byte })
    }
}
