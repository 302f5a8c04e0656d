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
mod record;
mod show;

pub use build::{Built, Parts, SourceFile, Step, build};
pub use error::CorpusError;
pub use manifest::{
    EventEntry, MANIFEST_FILE, Manifest, ManifestDocument, ManifestError, Place, QuoteEntry, QuoteOverride,
};
pub use record::{DocumentRecord, DossierRecord};

use crate::{
    dates::{Entry, Mention, OwnDate},
    quotes::Quotes,
    search::{self, Index, Texts},
    text::{DocId, Document, Passage, Span, passages},
};
use format::{Section, Table, read_record, read_record_at};
use record::{DatesRecord, LayoutRecord};
use std::{borrow::Cow, sync::OnceLock};

/// Files up to this size are checked whole when they are opened; a larger one by [`Corpus::damage`], on request.
const CHECKED_AT_ONCE: usize = 4 << 20;

/// An opened corpus file.
#[derive(Debug)]
pub struct Corpus {
    file: Cow<'static, [u8]>,
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
        for section in [Section::Dossier, Section::Documents, Section::Text, Section::Layout] {
            if table.range(section).is_none() {
                return Err(CorpusError::Missing { section: section.name() });
            }
            let small = matches!(section, Section::Dossier | Section::Documents);
            if small || file.len() <= CHECKED_AT_ONCE {
                table.check(&file, section)?;
            }
        }
        let dossier = read_record(Section::Dossier, table.bytes(&file, Section::Dossier))?;
        let records: Vec<DocumentRecord> = read_record(Section::Documents, table.bytes(&file, Section::Documents))?;
        let loaded = records.iter().map(|_| OnceLock::new()).collect();
        let dates = records.iter().map(|_| OnceLock::new()).collect();
        Ok(Corpus {
            file,
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
    pub fn text(&self, doc: DocId) -> &str {
        if let Some(loaded) = self.loaded[doc.index()].get() {
            return &loaded.document.text;
        }
        std::str::from_utf8(self.text_bytes(doc)).unwrap_or("")
    }

    fn text_bytes(&self, doc: DocId) -> &[u8] {
        let record = &self.records[doc.index()];
        let range = record.text_start as usize..record.text_end as usize;
        self.table.bytes(&self.file, Section::Text).get(range).unwrap_or(&[])
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
            let bytes = self.table.bytes(&self.file, Section::Layout);
            let layout: LayoutRecord = read_record_at(Section::Layout, bytes, doc.index()).unwrap_or_default();
            let document = Document {
                id: record.id.clone(),
                file: record.file.clone(),
                line: record.line,
                meta: record.meta.clone(),
                text: String::from_utf8_lossy(self.text_bytes(doc)).into_owned(),
                blocks: layout.blocks,
                inlines: layout.inlines,
                source: layout.source,
            };
            let passages = passages(&document);
            Loaded { document, passages }
        })
    }

    fn dates(&self, doc: DocId) -> &DatesRecord {
        self.dates[doc.index()].get_or_init(|| {
            let bytes = self.table.bytes(&self.file, Section::Dates);
            read_record_at(Section::Dates, bytes, doc.index()).unwrap_or_default()
        })
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
        let Some(bytes) = self.section(Section::Index) else {
            return Err(CorpusError::Missing { section: Section::Index.name() });
        };
        self.index_whole.get_or_init(|| self.checked(Section::Index)).clone()?;
        Index::open(bytes, &self.index_memory)
            .map_err(|error| CorpusError::Unreadable { section: Section::Index.name(), problem: error.to_string() })
    }

    fn checked(&self, section: Section) -> Result<(), CorpusError> {
        if self.file.len() > CHECKED_AT_ONCE { Ok(()) } else { self.table.check(&self.file, section) }
    }

    fn optional<T: serde::de::DeserializeOwned + Default>(&self, section: Section) -> T {
        if self.table.check(&self.file, section).is_err() {
            return T::default();
        }
        read_record(section, self.table.bytes(&self.file, section)).unwrap_or_default()
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

impl Texts for Corpus {
    fn stretch(&self, doc: DocId, span: Span) -> Cow<'_, str> {
        let bytes = self.text_bytes(doc).get(span.range()).unwrap_or(&[]);
        Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or(""))
    }

    fn title(&self, doc: DocId) -> Cow<'_, str> {
        self.records.get(doc.index()).map_or(Cow::Borrowed(""), |record| search::title_of(&record.meta))
    }
}
