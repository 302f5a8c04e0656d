//! A document's own dates.

use super::{OwnDate, resolve::Reference};
use crate::text::{Document, Span};

pub fn own_dates(_document: &Document) -> Vec<OwnDate> {
    Vec::new()
}

pub fn reference(_document: &Document, _own: &[OwnDate], _at: Span) -> Option<Reference> {
    None
}
