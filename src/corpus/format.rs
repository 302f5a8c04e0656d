//! The `.weerklank` file: bytes in, sections out, and back.
//!
//! All numbers are little-endian. A file is
//!
//! ```text
//! magic        8 bytes   "WEERKLNK"
//! version      u16       1
//! reserved     u16       0
//! n_sections   u32
//! table        n_sections times:
//!   name       8 bytes   ASCII, padded with zero bytes
//!   start      u64       from the beginning of the file, a multiple of 8
//!   length     u64       in bytes
//!   checksum   u32       XXH32 of the section's bytes, seed 0
//!   reserved   u32       0
//! checksum     u32       XXH32 of all before it
//! sections               in the table's order, each preceded by zero bytes up to a multiple of 8
//! ```
//!
//! A reader takes the sections it knows by name and leaves the others alone: a new section is no new version. What a
//! section holds is written down where it is made: `text` is UTF-8, `index` is described in `search`, the others are
//! records in the postcard wire format 1.0 (<https://postcard.jamesmunns.com/wire-format>). `layout` and `dates` hold a
//! record a document, found by a table of `u32` ends in front: see [`write_records`].
//!
//! The same sections give the same bytes. Opening reads the table only.

use super::CorpusError;
use crate::text::{Order, Wire};
use serde::Serialize;
use std::{borrow::Cow, ops::Range};
use twox_hash::XxHash32;

const MAGIC: &[u8; 8] = b"WEERKLNK";
/// Raised when an older reader would misread what a newer writer writes.
pub const VERSION: u16 = 1;
const HEAD: usize = 16;
const ROW: usize = 32;

/// XXH32 (<https://xxhash.com>): a CRC-32 as fast as this brings tables of 16 kB along, which every reader downloads.
fn checksum(bytes: &[u8]) -> u32 {
    XxHash32::oneshot(0, bytes)
}

/// What a corpus file is made of, in the file's order: what a first search needs stands in front, so that a page can begin
/// with the first part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// About the whole: title, description, window.
    Dossier,
    /// About each document, its text left out.
    Documents,
    /// Of a large dossier: what the sections behind say of each document, in short.
    Digest,
    Index,
    /// All text, one document after the other.
    Text,
    /// Blocks, inlines and the way back to the file, a record a document.
    Layout,
    /// Own dates and mentions, a record a document.
    Dates,
    Timeline,
    Quotes,
}

impl Section {
    pub const ALL: [Section; 9] = [
        Section::Dossier,
        Section::Documents,
        Section::Digest,
        Section::Index,
        Section::Text,
        Section::Layout,
        Section::Dates,
        Section::Timeline,
        Section::Quotes,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Section::Dossier => "dossier",
            Section::Documents => "docs",
            Section::Digest => "digest",
            Section::Index => "index",
            Section::Text => "text",
            Section::Layout => "layout",
            Section::Dates => "dates",
            Section::Timeline => "timeline",
            Section::Quotes => "quotes",
        }
    }
}

/// One corpus file of these sections, in [`Section`]'s order whatever the order given.
pub fn write(sections: &[(Section, Vec<u8>)]) -> Vec<u8> {
    let mut sections: Vec<_> = sections.iter().collect();
    sections.order_by_key(|(section, _)| *section);
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&0u16.to_le_bytes());
    out.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    let mut start = padded(HEAD + ROW * sections.len() + 4);
    for (section, bytes) in &sections {
        let mut name = [0; 8];
        name[..section.name().len()].copy_from_slice(section.name().as_bytes());
        out.extend_from_slice(&name);
        out.extend_from_slice(&(start as u64).to_le_bytes());
        out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        out.extend_from_slice(&checksum(bytes).to_le_bytes());
        out.extend_from_slice(&0u32.to_le_bytes());
        start = padded(start + bytes.len());
    }
    let of_table = checksum(&out);
    out.extend_from_slice(&of_table.to_le_bytes());
    for (_, bytes) in &sections {
        out.resize(padded(out.len()), 0);
        out.extend_from_slice(bytes);
    }
    out
}

fn padded(len: usize) -> usize {
    len.next_multiple_of(8)
}

/// Where the sections of a file lie.
#[derive(Clone, Debug)]
pub struct Table {
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    section: Section,
    range: Range<usize>,
    checksum: u32,
}

impl Table {
    /// Reads head and table; no section is looked at.
    ///
    /// # Errors
    /// Empty, not a corpus, newer, cut off, or a damaged table.
    pub fn read(file: &[u8]) -> Result<Table, CorpusError> {
        let table = Table::read_first(file)?;
        match table.end() {
            end if end > file.len() => {
                Err(CorpusError::Truncated { expected_bytes: end as u64, got_bytes: file.len() as u64 })
            }
            _ => Ok(table),
        }
    }

    /// The same for the first part of a file: its head and table at least.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn read_first(file: &[u8]) -> Result<Table, CorpusError> {
        if file.is_empty() {
            return Err(CorpusError::Empty);
        }
        if !file.starts_with(MAGIC) {
            return Err(CorpusError::NotACorpus);
        }
        let cut =
            |expected: usize| CorpusError::Truncated { expected_bytes: expected as u64, got_bytes: file.len() as u64 };
        let head = file.get(..HEAD).ok_or(cut(HEAD))?;
        let version = u16::from_le_bytes([head[8], head[9]]);
        if version > VERSION {
            return Err(CorpusError::Newer { version, supported: VERSION });
        }
        let n_sections = le_u32(head, 12) as usize;
        let table_end = n_sections.checked_mul(ROW).and_then(|len| len.checked_add(HEAD)).unwrap_or(usize::MAX - 4);
        let announced = file.get(table_end..table_end.saturating_add(4)).ok_or(cut(table_end))?;
        let (expected, got) = (le_u32(announced, 0), checksum(&file[..table_end]));
        if expected != got {
            return Err(CorpusError::Damaged { section: "table", expected, got });
        }
        let rows = file[HEAD..table_end].chunks_exact(ROW).filter_map(|row| row_of(row).transpose());
        Ok(Table { rows: rows.collect::<Result<_, _>>()? })
    }

    /// Where the last section ends.
    pub fn end(&self) -> usize {
        self.rows.iter().map(|row| row.range.end).max().unwrap_or_default()
    }

    /// Bytes of the file's first part, with which a page can begin to search: up to the end of the index, where the digest
    /// and all that an answer needs but the text stand before it. `None` for a file that is not made for this.
    pub fn first_part(&self) -> Option<usize> {
        let needed = [Section::Dossier, Section::Documents, Section::Digest, Section::Index];
        let ends: Option<Vec<usize>> = needed.iter().map(|section| Some(self.range(*section)?.end)).collect();
        ends?.into_iter().max()
    }

    pub fn range(&self, section: Section) -> Option<Range<usize>> {
        self.rows.iter().find(|row| row.section == section).map(|row| row.range.clone())
    }

    /// The bytes of a section as they are, unchecked. Empty where it is not there.
    pub fn bytes<'a>(&self, file: &'a [u8], section: Section) -> &'a [u8] {
        self.range(section).and_then(|range| file.get(range)).unwrap_or(&[])
    }

    /// Whether a section's bytes are those that were written. An absent section is whole.
    ///
    /// # Errors
    /// [`CorpusError::Damaged`]. Cost: one pass over the section.
    pub fn check(&self, file: &[u8], section: Section) -> Result<(), CorpusError> {
        self.check_bytes(self.bytes(file, section), section)
    }

    /// The same of the section's bytes alone.
    ///
    /// # Errors
    /// As [`Table::check`].
    pub fn check_bytes(&self, bytes: &[u8], section: Section) -> Result<(), CorpusError> {
        let Some(row) = self.rows.iter().find(|row| row.section == section) else { return Ok(()) };
        let got = checksum(bytes);
        if got == row.checksum {
            return Ok(());
        }
        Err(CorpusError::Damaged { section: section.name(), expected: row.checksum, got })
    }
}

/// `Ok(None)` for a section of a later writer.
fn row_of(row: &[u8]) -> Result<Option<Row>, CorpusError> {
    let name = row[..8].split(|byte| *byte == 0).next().unwrap_or(&[]);
    let Some(section) = Section::ALL.into_iter().find(|section| section.name().as_bytes() == name) else {
        return Ok(None);
    };
    let unreadable =
        || CorpusError::Unreadable { section: section.name(), problem: "its place is out of bounds".into() };
    let start = usize::try_from(le_u64(row, 8)).map_err(|_| unreadable())?;
    let length = usize::try_from(le_u64(row, 16)).map_err(|_| unreadable())?;
    let end = start.checked_add(length).ok_or_else(unreadable)?;
    Ok(Some(Row { section, range: start..end, checksum: le_u32(row, 24) }))
}

fn le_u32(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn le_u64(bytes: &[u8], at: usize) -> u64 {
    u64::from(le_u32(bytes, at)) | u64::from(le_u32(bytes, at + 4)) << 32
}

/// One record as bytes.
///
/// # Panics
/// Never for our records: they hold no maps or sequences of unknown length, which is all that postcard refuses.
pub fn write_record<T: Serialize>(record: &T) -> Vec<u8> {
    postcard::to_allocvec(record).expect("our records are plain data")
}

/// # Errors
/// [`CorpusError::Unreadable`] where the bytes are not such a record.
pub fn read_record<T: Wire>(section: Section, bytes: &[u8]) -> Result<T, CorpusError> {
    T::read(&mut { bytes }).ok_or_else(|| CorpusError::Unreadable {
        section: section.name(),
        problem: "a record ends too early, or is another than it should be".into(),
    })
}

/// Records one after the other, each to be read alone: `n` as `u32`, then the end of each record as `u32`, counted from
/// behind the ends, then the records.
pub fn write_records<T: Serialize>(records: impl IntoIterator<Item = T>) -> Vec<u8> {
    let records: Vec<Vec<u8>> = records.into_iter().map(|record| write_record(&record)).collect();
    let mut out = (records.len() as u32).to_le_bytes().to_vec();
    let mut end = 0u32;
    for record in &records {
        end += record.len() as u32;
        out.extend_from_slice(&end.to_le_bytes());
    }
    records.iter().for_each(|record| out.extend_from_slice(record));
    out
}

/// Where the `index`-th of [`write_records`]' records lies in their section, of which `get` gives bytes. `None` where there is
/// no such record.
pub fn record_range<'a>(get: &dyn Fn(Range<usize>) -> Option<Cow<'a, [u8]>>, index: usize) -> Option<Range<usize>> {
    let number = |at: usize| Some(le_u32(get(at..at + 4)?.get(..4)?, 0) as usize);
    let n = number(0).filter(|n| index < *n)?;
    let records = n.checked_mul(4)?.checked_add(4)?;
    let end = |index: usize| records.checked_add(number(4 + 4 * index)?);
    let start = match index {
        0 => records,
        _ => end(index - 1)?,
    };
    Some(start..end(index)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_back_its_sections() {
        let sections =
            [(Section::Text, b"Weerklank".to_vec()), (Section::Dossier, vec![]), (Section::Quotes, vec![7; 9])];
        let file = write(&sections);
        let table = Table::read(&file).unwrap();
        for (section, bytes) in &sections {
            assert_eq!(table.bytes(&file, *section), bytes);
            assert_eq!(table.check(&file, *section), Ok(()));
        }
        assert!(table.bytes(&file, Section::Index).is_empty());
        assert_eq!(write(&[sections[2].clone(), sections[1].clone(), sections[0].clone()]), file);
    }

    #[test]
    fn damage_has_a_name() {
        let file = write(&[(Section::Text, b"Weerklank".to_vec())]);
        assert_eq!(Table::read(&[]).unwrap_err(), CorpusError::Empty);
        assert_eq!(Table::read(b"<html>").unwrap_err(), CorpusError::NotACorpus);
        let mut newer = file.clone();
        newer[8] = 9;
        assert_eq!(Table::read(&newer).unwrap_err(), CorpusError::Newer { version: 9, supported: VERSION });
        for cut in 8..file.len() {
            assert!(matches!(Table::read(&file[..cut]), Err(CorpusError::Truncated { .. })), "cut at {cut}");
        }
        for at in 10..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x40;
            if let Ok(table) = Table::read(&damaged) {
                let _ = table.check(&damaged, Section::Text);
            }
        }
        let mut damaged = file.clone();
        let text = Table::read(&file).unwrap().range(Section::Text).unwrap();
        damaged[text.start] ^= 1;
        let table = Table::read(&damaged).unwrap();
        assert!(matches!(table.check(&damaged, Section::Text), Err(CorpusError::Damaged { section: "text", .. })));
    }

    #[test]
    fn records_are_read_alone() {
        let bytes = write_records(["een", "", "drie"]);
        let get = |range: Range<usize>| bytes.get(range).map(Cow::Borrowed);
        let read = |index| {
            let range = record_range(&get, index)?;
            read_record::<String>(Section::Layout, bytes.get(range)?).ok()
        };
        assert_eq!(read(0).as_deref(), Some("een"));
        assert_eq!(read(2).as_deref(), Some("drie"));
        assert_eq!(read(3), None);
    }
}
