//! A place in a text.

use super::Wire;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open byte range on character borders. Which text it belongs to is said by whoever holds it; unless told
/// otherwise it is [`Document::text`](crate::text::Document::text).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
pub struct Span {
    pub start_byte: u32,
    pub end_byte: u32,
}

impl Span {
    /// # Panics
    /// When a bound exceeds 4 GiB or the range runs backwards: both are defects of the caller.
    pub fn new(start_byte: usize, end_byte: usize) -> Span {
        assert!(start_byte <= end_byte, "a span runs forwards, {start_byte}..{end_byte} does not");
        let bound = |byte| u32::try_from(byte).expect("a document holds less than 4 GiB");
        Span { start_byte: bound(start_byte), end_byte: bound(end_byte) }
    }

    pub fn start(self) -> usize {
        self.start_byte as usize
    }

    pub fn end(self) -> usize {
        self.end_byte as usize
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    pub fn is_empty(self) -> bool {
        self.start_byte == self.end_byte
    }

    /// The words at this place. Empty where the span does not fit `text`, so that a damaged corpus file cannot panic.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    pub fn contains(self, other: Span) -> bool {
        self.start_byte <= other.start_byte && other.end_byte <= self.end_byte
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start_byte < other.end_byte && other.start_byte < self.end_byte
    }

    /// Bytes that both hold.
    pub fn common(self, other: Span) -> usize {
        self.end_byte.min(other.end_byte).saturating_sub(self.start_byte.max(other.start_byte)) as usize
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Span) -> Span {
        Span { start_byte: self.start_byte.min(other.start_byte), end_byte: self.end_byte.max(other.end_byte) }
    }

    /// The same place in a text in which this span's text begins at `by_bytes`.
    pub fn shift(self, by_bytes: usize) -> Span {
        Span::new(self.start() + by_bytes, self.end() + by_bytes)
    }
}
