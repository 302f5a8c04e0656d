//! Corpus: all that was read and found in a dossier, joined, and the one file that holds it.
//!
//! [`build()`] joins readers, search, dates and quotes; [`mod@format`] alone knows the bytes. A [`Corpus`] is a file, opened:
//! what is not asked for is not read.

pub mod build;
mod curate;
mod error;
pub mod format;
mod lean;
mod manifest;
mod pieces;
mod record;
mod show;

pub use build::{Built, Parts, SourceFile, Step, build};
pub use error::CorpusError;
pub use manifest::{
    EventEntry, MANIFEST_FILE, Manifest, ManifestDocument, ManifestError, Place, QuoteEntry, QuoteOverride,
};
pub use pieces::{Blocks, Pieces};
pub use record::{Counts, DigestRecord, DocumentDigest, DocumentRecord, DossierRecord, opening};

use crate::{
    dates::{Entry, Mention, OwnDate},
    quotes::Quotes,
    search::{self, Index, Texts},
    text::{DocId, Document, Passage, Span, Wire, passages},
};
use format::{Section, Table, read_record, record_range};
use record::{DatesRecord, LayoutRecord};
use std::{borrow::Cow, ops::Range, sync::OnceLock};

/// Files up to this size are checked whole when they are opened; a larger one by [`Corpus::damage`], on request.
const CHECKED_AT_ONCE: usize = 4 << 20;

/// An opened corpus file.
#[derive(Debug)]
pub struct Corpus {
    /// The file, or the first part of it.
    file: Cow<'static, [u8]>,
    /// What has come of the rest, where the file is not whole.
    rest: Option<Box<dyn Pieces>>,
    table: Table,
    dossier: DossierRecord,
    records: Vec<DocumentRecord>,
    loaded: Vec<OnceLock<Loaded>>,
    dates: Vec<OnceLock<DatesRecord>>,
    timeline: OnceLock<Vec<Entry>>,
    quotes: OnceLock<Quotes>,
    index_whole: OnceLock<Result<(), CorpusError>>,
    index_memory: search::Memory,
}

#[derive(Debug)]
struct Loaded {
    document: Document,
    passages: Vec<Passage>,
}

impl Corpus {
    /// # Errors
    /// When the file is none of ours, newer, cut off, or damaged in a part without which nothing can be shown. Damage
    /// elsewhere costs only what lies there: see [`Corpus::damage`].
    pub fn open(file: Cow<'static, [u8]>) -> Result<Corpus, CorpusError> {
        let table = Table::read(&file)?;
        for section in [Section::Text, Section::Layout] {
            if table.range(section).is_none() {
                return Err(CorpusError::Missing { section: section.name() });
            }
            if file.len() <= CHECKED_AT_ONCE {
                table.check(&file, section)?;
            }
        }
        Corpus::with(file, table, None)
    }

    /// Opens the first part of a file ([`Table::first_part`]); `rest` has what has come of the rest so far. What has not
    /// come reads as if it were not there.
    ///
    /// # Errors
    /// As [`Corpus::open`].
    pub fn open_first(first: Vec<u8>, rest: Box<dyn Pieces>) -> Result<Corpus, CorpusError> {
        let table = Table::read_first(&first)?;
        match table.first_part() {
            None => Err(CorpusError::Missing { section: Section::Digest.name() }),
            Some(end) if end > first.len() => {
                Err(CorpusError::Truncated { expected_bytes: end as u64, got_bytes: first.len() as u64 })
            }
            Some(_) => Corpus::with(first.into(), table, Some(rest)),
        }
    }

    fn with(file: Cow<'static, [u8]>, table: Table, rest: Option<Box<dyn Pieces>>) -> Result<Corpus, CorpusError> {
        for section in [Section::Dossier, Section::Documents] {
            if table.range(section).is_none() {
                return Err(CorpusError::Missing { section: section.name() });
            }
            table.check(&file, section)?;
        }
        let dossier = read_record(Section::Dossier, table.bytes(&file, Section::Dossier))?;
        let records: Vec<DocumentRecord> = read_record(Section::Documents, table.bytes(&file, Section::Documents))?;
        let loaded = records.iter().map(|_| OnceLock::new()).collect();
        let dates = records.iter().map(|_| OnceLock::new()).collect();
        Ok(Corpus {
            file,
            rest,
            table,
            dossier,
            records,
            loaded,
            dates,
            timeline: OnceLock::new(),
            quotes: OnceLock::new(),
            index_whole: OnceLock::new(),
            index_memory: search::Memory::default(),
        })
    }

    /// Whether all of the file is there.
    pub fn is_whole(&self) -> bool {
        self.rest.as_ref().is_none_or(|rest| rest.are_whole())
    }

    /// Bytes of a section, where they are there.
    fn bytes_in(&self, section: Section, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
        let whole = self.table.range(section)?;
        let (start, end) = (whole.start.checked_add(range.start)?, whole.start.checked_add(range.end)?);
        if end > whole.end {
            return None;
        }
        match self.file.get(start..end) {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None => self.rest.as_ref()?.get(start..end).map(Cow::Owned),
        }
    }

    /// What the digest of a large dossier says.
    ///
    /// # Errors
    /// When there is none, or it is damaged.
    pub fn digest(&self) -> Result<DigestRecord, CorpusError> {
        self.table.check(&self.file, Section::Digest)?;
        read_record(Section::Digest, self.table.bytes(&self.file, Section::Digest))
    }

    pub fn dossier(&self) -> &DossierRecord {
        &self.dossier
    }

    /// What is known of each document; a [`DocId`] is an index into it.
    pub fn records(&self) -> &[DocumentRecord] {
        &self.records
    }

    pub fn docs(&self) -> impl Iterator<Item = DocId> + use<> {
        (0..self.records.len() as u32).map(DocId)
    }

    /// A document's text alone, without laying it out. Empty where the section is damaged there.
    pub fn text(&self, doc: DocId) -> Cow<'_, str> {
        self.text_at(doc, 0..self.records.get(doc.index()).map_or(0, text_length))
    }

    /// Empty where it is no text of the document, or has not come.
    fn text_at(&self, doc: DocId, range: Range<usize>) -> Cow<'_, str> {
        match self.text_bytes(doc, range) {
            Some(Cow::Borrowed(bytes)) => Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or("")),
            Some(Cow::Owned(bytes)) => Cow::Owned(String::from_utf8(bytes).unwrap_or_default()),
            None => Cow::Borrowed(""),
        }
    }

    fn text_bytes(&self, doc: DocId, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
        let record = self.records.get(doc.index())?;
        let start = record.text_start as usize;
        let within = range.start <= range.end && range.end <= text_length(record);
        within.then(|| self.bytes_in(Section::Text, start + range.start..start + range.end))?
    }

    /// A document, laid out; read at the first call.
    ///
    /// # Panics
    /// When `doc` is not of this corpus.
    pub fn document(&self, doc: DocId) -> &Document {
        &self.loaded(doc).document
    }

    pub fn passages(&self, doc: DocId) -> &[Passage] {
        &self.loaded(doc).passages
    }

    fn loaded(&self, doc: DocId) -> &Loaded {
        self.loaded[doc.index()].get_or_init(|| {
            let record = &self.records[doc.index()];
            let layout: LayoutRecord = self.record_at(Section::Layout, doc).unwrap_or_default();
            let document = Document {
                id: record.id.clone(),
                file: record.file.clone(),
                line: record.line,
                meta: record.meta.clone(),
                text: String::from_utf8_lossy(&self.text_bytes(doc, 0..text_length(record)).unwrap_or_default())
                    .into_owned(),
                blocks: layout.blocks,
                inlines: layout.inlines,
                source: layout.source,
            };
            let passages = passages(&document);
            Loaded { document, passages }
        })
    }

    fn dates(&self, doc: DocId) -> &DatesRecord {
        self.dates[doc.index()].get_or_init(|| self.record_at(Section::Dates, doc).unwrap_or_default())
    }

    fn record_at<T: Wire>(&self, section: Section, doc: DocId) -> Option<T> {
        let range = record_range(&|range| self.bytes_in(section, range), doc.index())?;
        read_record(section, &self.bytes_in(section, range)?).ok()
    }

    pub fn own_dates(&self, doc: DocId) -> &[OwnDate] {
        &self.dates(doc).own
    }

    pub fn mentions(&self, doc: DocId) -> &[Mention] {
        &self.dates(doc).mentions
    }

    /// In order of time. Empty where the dossier was built without dates, or the section is damaged.
    pub fn timeline(&self) -> &[Entry] {
        self.timeline.get_or_init(|| self.optional(Section::Timeline))
    }

    /// Empty where the dossier was built without quotes, or the section is damaged.
    pub fn quotes(&self) -> &Quotes {
        self.quotes.get_or_init(|| self.optional(Section::Quotes))
    }

    /// The search index. A small file's is checked at the first call, a large one's by [`Corpus::damage`].
    ///
    /// # Errors
    /// When there is none, or it is damaged; the texts stay readable.
    pub fn index(&self) -> Result<Index<'_>, CorpusError> {
        let Some(bytes) = self.section(Section::Index).filter(|bytes| !bytes.is_empty()) else {
            return Err(CorpusError::Missing { section: Section::Index.name() });
        };
        self.index_whole.get_or_init(|| self.checked(Section::Index)).clone()?;
        Index::open(bytes, &self.index_memory)
            .map_err(|error| CorpusError::Unreadable { section: Section::Index.name(), problem: error.to_string() })
    }

    fn checked(&self, section: Section) -> Result<(), CorpusError> {
        if self.file.len() > CHECKED_AT_ONCE { Ok(()) } else { self.table.check(&self.file, section) }
    }

    fn optional<T: Wire + Default>(&self, section: Section) -> T {
        let length = self.table.range(section).map_or(0, |range| range.len());
        let bytes = self.bytes_in(section, 0..length).unwrap_or_default();
        if self.table.check_bytes(&bytes, section).is_err() {
            return T::default();
        }
        read_record(section, &bytes).unwrap_or_default()
    }

    /// The bytes of a section; `None` where the file has no such section.
    pub fn section(&self, section: Section) -> Option<&[u8]> {
        self.table.range(section).map(|_| self.table.bytes(&self.file, section))
    }

    /// What is damaged, section by section. Cost: one pass over the file.
    pub fn damage(&self) -> Vec<CorpusError> {
        Section::ALL.into_iter().filter_map(|section| self.table.check(&self.file, section).err()).collect()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.file
    }
}

fn text_length(record: &DocumentRecord) -> usize {
    record.text_end.saturating_sub(record.text_start) as usize
}

impl Texts for Corpus {
    fn stretch(&self, doc: DocId, span: Span) -> Cow<'_, str> {
        self.text_at(doc, span.range())
    }

    fn bytes(&self, doc: DocId, span: Span) -> Cow<'_, [u8]> {
        self.text_bytes(doc, span.range()).unwrap_or_default()
    }

    fn title(&self, doc: DocId) -> Cow<'_, str> {
        self.records.get(doc.index()).map_or(Cow::Borrowed(""), |record| search::title_of(&record.meta))
    }
}
