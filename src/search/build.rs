//! Building an index: documents in, one section out.

use super::layout::{self, Listed, OFTEN, PassageRow, UNIT_BYTES};
use super::words::{each_word, key};
use crate::text::{BlockKind, Document, Meta, Passage};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Gathers what documents say; [`Builder::finish`] writes it down.
///
/// Cost: one pass over the text. Memory: eight bytes for each word that a unit holds, less than the text itself.
#[derive(Debug, Default)]
pub struct Builder {
    rows: Vec<PassageRow>,
    n_units: u32,
    terms: Terms,
    /// Term and unit of every posting, in the order of units; the highest bit of the unit says that it stands there often.
    postings: Vec<(u32, u32)>,
}

const OFTEN_BIT: u32 = 1 << 31;

impl Builder {
    /// Adds the dossier's next document, as it is shipped. One without passages is found by its title.
    pub fn add(&mut self, document: &Document, passages: &[Passage]) {
        let mut unit = Unit::default();
        let mut heading = "";
        let mut end = 0;
        let title = title_of(&document.meta);
        let nothing = [Passage { block: 0, span: Default::default(), layer: Default::default() }];
        let passages = if passages.is_empty() { &nothing } else { passages };
        for (index, passage) in passages.iter().enumerate() {
            let is_heading = is_heading(document, passage);
            let full = unit.n_bytes + passage.span.len() > UNIT_BYTES;
            let opens_unit = index == 0 || full || (is_heading && unit.n_bytes > UNIT_BYTES / 2);
            if opens_unit {
                self.close(&mut unit);
                self.read(&title, &mut unit);
                self.read(heading, &mut unit);
            }
            self.rows.push(PassageRow {
                opens_document: index == 0,
                opens_unit,
                heading: is_heading,
                layer: passage.layer,
                gap_bytes: passage.span.start_byte.saturating_sub(end),
                len_bytes: passage.span.end_byte - passage.span.start_byte.max(end).min(passage.span.end_byte),
            });
            let text = passage.span.of(&document.text);
            self.read(text, &mut unit);
            unit.n_bytes += passage.span.len();
            end = passage.span.end_byte.max(end);
            if is_heading {
                heading = text;
            }
        }
        self.close(&mut unit);
    }

    fn read(&mut self, text: &str, unit: &mut Unit) {
        let terms = &mut self.terms;
        unit.is_open = true;
        each_word(text, &mut |word| {
            let term = terms.id(word.folded);
            let seen = &mut terms.seen[term as usize];
            if *seen == 0 {
                unit.terms.push(term);
            }
            *seen += 1;
        });
    }

    fn close(&mut self, unit: &mut Unit) {
        if !unit.is_open {
            return;
        }
        for &term in &unit.terms {
            let seen = std::mem::take(&mut self.terms.seen[term as usize]);
            let often = if seen >= OFTEN { OFTEN_BIT } else { 0 };
            self.postings.push((term, self.n_units | often));
        }
        self.n_units += 1;
        *unit = Unit { terms: std::mem::take(&mut unit.terms), ..Unit::default() };
        unit.terms.clear();
    }

    /// Adds what another one gathered of the documents that come next.
    pub fn append(&mut self, next: Builder) {
        let mut ids = vec![0; next.terms.seen.len()];
        for (term, id) in &next.terms.ids {
            ids[*id as usize] = self.terms.id(term);
        }
        drop(next.terms);
        self.rows.extend(next.rows);
        self.postings.reserve_exact(next.postings.len());
        // Unit numbers leave the highest bit free.
        self.postings.extend(next.postings.into_iter().map(|(term, unit)| (ids[term as usize], unit + self.n_units)));
        self.n_units += next.n_units;
    }

    /// The bytes of the section. The same documents always give the same bytes.
    pub fn finish(self) -> Vec<u8> {
        let Builder { rows, n_units, terms, postings } = self;
        let mut starts = vec![0usize; terms.seen.len() + 1];
        postings.iter().for_each(|&(term, _)| starts[term as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut units = vec![0u32; postings.len()];
        for (term, unit) in postings {
            units[next[term as usize]] = unit;
            next[term as usize] += 1;
        }
        let mut order: Vec<(u64, &[u8], u32)> =
            terms.ids.iter().map(|(term, &id)| (beginning(term), &**term, id)).collect();
        order.sort_unstable();
        let listed = order.iter().map(|&(_, term, id)| {
            let range = starts[id as usize]..starts[id as usize + 1];
            (term, Listed::from_marked(&units[range]))
        });
        layout::write(&rows, n_units, listed)
    }
}

/// The first eight letters as one number, which tells most words' order.
fn beginning(term: &[u8]) -> u64 {
    let mut letters = [0; 8];
    let n = term.len().min(8);
    letters[..n].copy_from_slice(&term[..n]);
    u64::from_be_bytes(letters)
}

impl Listed {
    fn from_marked(marked: &[u32]) -> Listed {
        let often = (0u32..).zip(marked).filter(|(_, unit)| **unit & OFTEN_BIT != 0).map(|(at, _)| at);
        Listed { units: marked.iter().map(|unit| unit & !OFTEN_BIT).collect(), often: often.collect() }
    }
}

/// What a document is called, for searching: its title and its short one, empty where nobody gave any.
pub fn title_of(meta: &Meta) -> Cow<'_, str> {
    let title = meta.title.as_ref().map_or("", |title| title.value.as_str());
    match meta.short_title.as_deref() {
        Some(short) if short != title => Cow::Owned(format!("{title}\n{short}")),
        _ => Cow::Borrowed(title),
    }
}

fn is_heading(document: &Document, passage: &Passage) -> bool {
    let kind = document.blocks.get(passage.block as usize).map(|block| &block.kind);
    matches!(kind, Some(BlockKind::Title | BlockKind::Heading { .. }))
}

#[derive(Debug, Default)]
struct Unit {
    is_open: bool,
    n_bytes: usize,
    terms: Vec<u32>,
}

#[derive(Debug, Default)]
struct Terms {
    ids: HashMap<Box<[u8]>, u32, BuildHasherDefault<WordHasher>>,
    /// How often the open unit holds each term.
    seen: Vec<u32>,
}

impl Terms {
    fn id(&mut self, word: &[u8]) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.seen.len() as u32;
        self.ids.insert(word.into(), id);
        self.seen.push(0);
        id
    }
}

/// A word's key is its hash: [`key`]. Its worst case costs time, and a document's words are bounded by its text.
#[derive(Debug, Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = key(bytes);
    }

    fn write_usize(&mut self, _len: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
