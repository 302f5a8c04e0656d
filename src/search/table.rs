//! Which passages there are, where they stand, and what they stand under: the index's table, unpacked once.

use super::layout::Layout;
use crate::text::{DocId, Layer, Span};
use std::ops::Range;

#[derive(Debug)]
pub struct Table {
    passages: Vec<Row>,
    /// First passage of each document, and one past the last.
    documents: Vec<u32>,
    /// First passage of each unit, and one past the last.
    units: Vec<u32>,
    /// Bytes of text, on average, in a passage.
    pub mean_bytes: f32,
}

#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub doc: DocId,
    pub span: Span,
    pub layer: Layer,
    /// The passage that is the nearest heading above, in the same document; itself for none.
    pub heading: u32,
}

impl Table {
    pub fn unpack(layout: &Layout<'_>) -> Table {
        let mut passages: Vec<Row> = Vec::with_capacity(layout.n_passages as usize);
        let (mut documents, mut units) = (Vec::new(), Vec::new());
        let (mut end, mut heading, mut total) = (0u32, None, 0u64);
        for (index, row) in (0u32..).zip(layout.rows()) {
            if row.opens_document || index == 0 {
                documents.push(index);
                (end, heading) = (0, None);
            }
            if row.opens_unit || index == 0 {
                units.push(index);
            }
            let start_byte = end.saturating_add(row.gap_bytes);
            end = start_byte.saturating_add(row.len_bytes);
            total += u64::from(row.len_bytes);
            passages.push(Row {
                // Never past those announced, whatever damage says.
                doc: DocId((documents.len() as u32).min(layout.n_documents).saturating_sub(1)),
                span: Span { start_byte, end_byte: end },
                layer: row.layer,
                heading: heading.unwrap_or(index),
            });
            if row.heading {
                heading = Some(index);
            }
        }
        documents.push(passages.len() as u32);
        units.push(passages.len() as u32);
        units.resize(layout.n_units as usize + 1, passages.len() as u32);
        documents.resize(layout.n_documents as usize + 1, passages.len() as u32);
        let mean_bytes = total as f32 / passages.len().max(1) as f32;
        Table { passages, documents, units, mean_bytes }
    }

    pub fn row(&self, passage: u32) -> Row {
        self.passages[passage as usize]
    }

    /// The passages of a unit, counted over the whole dossier.
    pub fn passages_of(&self, unit: u32) -> Range<u32> {
        self.units[unit as usize]..self.units[unit as usize + 1]
    }

    /// The first passage of a document, counted over the whole dossier.
    pub fn first_of(&self, doc: DocId) -> u32 {
        self.documents[doc.index()]
    }

    /// A document's passage, counted over the whole dossier; `None` where it has no such passage.
    pub fn find(&self, doc: DocId, passage: u32) -> Option<u32> {
        let (first, end) = (*self.documents.get(doc.index())?, *self.documents.get(doc.index() + 1)?);
        first.checked_add(passage).filter(|passage| *passage < end)
    }

    /// The text that a unit covers; `None` for one without passages.
    pub fn stretch_of(&self, unit: u32) -> Option<(DocId, Span)> {
        let passages = self.passages_of(unit);
        let (first, last) = (self.row(passages.clone().next()?), self.row(passages.last()?));
        Some((first.doc, first.span.hull(last.span)))
    }
}
