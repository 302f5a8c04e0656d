//! Joins readers, dates, quotes and search: files in, a corpus file and warnings out.

use super::{
    curate,
    format::{self, Section, write_record, write_records},
    manifest::{Manifest, ManifestError, QuoteOverride},
    record::{Counts, DatesRecord, DigestRecord, DocumentDigest, DocumentRecord, DossierRecord, LayoutRecord, opening},
    show,
};
use crate::{
    dates::{self, Basis, Dated, Entry, EntryKind, EventOverride, Mention, OwnDate, TimexKind},
    quotes::{self, Link, Quotable, Quotes},
    readers, search,
    text::{BlockKind, DocId, Document, Order, Show, Span, Warned, Warning, passages, words},
};
use std::ops::Range;

/// From this many bytes of text on, a corpus file has a digest: below, its first part is not worth a request of its own.
const DIGEST_FROM: usize = 1_000_000;

/// A file of the dossier's folder: its path relative to it, with `/`, and its bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub file: String,
    pub bytes: Vec<u8>,
}

/// What to find beside the text itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub dates: bool,
    pub quotes: bool,
    pub index: bool,
}

impl Parts {
    pub const ALL: Parts = Parts { dates: true, quotes: true, index: true };
}

/// A dossier, read and understood, before it is written.
#[derive(Clone, Debug, Default)]
pub struct Built {
    pub dossier: DossierRecord,
    pub documents: Vec<Document>,
    pub own_dates: Vec<Vec<OwnDate>>,
    pub mentions: Vec<Vec<Mention>>,
    pub timeline: Vec<Entry>,
    pub quotes: Quotes,
    parts: Parts,
}

/// Reads a dossier's files and finds what is in them. The same files give the same answer, in whatever order they come.
///
/// `manifest` is the text of `dossier.toml`, where there is one. `progress` is told what is being done.
///
/// # Errors
/// Only for a manifest that cannot be understood: what it says of rights must not be passed over. A document that cannot
/// be read is a warning.
pub fn build(
    files: &[SourceFile],
    manifest: Option<&str>,
    parts: Parts,
    progress: &mut dyn FnMut(Step),
) -> Result<Warned<Built>, ManifestError> {
    let Warned { value: manifest, mut warnings } = manifest.map(Manifest::parse).transpose()?.unwrap_or_default();
    let documents = read_all(files, &manifest, &mut warnings, progress);
    let dossier = DossierRecord {
        title: manifest.title.clone().unwrap_or_default(),
        description: manifest.description.clone(),
        language: manifest.language.clone().unwrap_or_else(|| "nl".into()),
        window: manifest.window.clone(),
        n_bytes: files.iter().map(|file| file.bytes.len() as u64).sum(),
    };
    let events = manifest.event_overrides(&documents);
    let quotes = manifest.quote_overrides(&documents);
    warnings.extend(events.warnings.into_iter().chain(quotes.warnings));
    let told = Told { events: events.value, quotes: quotes.value };
    let mut built = find(dossier, documents, &told, parts, progress);
    if built.documents.iter().any(|document| document.meta.show != Show::Full) {
        let shown = (0..built.documents.len()).map(|index| show::reduced(&built, DocId(index as u32))).collect();
        built = find(built.dossier, shown, &told, parts, progress);
    }
    Ok(Warned { value: built, warnings })
}

/// Corrections, with the documents they mean.
struct Told {
    events: Vec<EventOverride>,
    quotes: Vec<QuoteOverride>,
}

/// What a build is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Reading { file: usize, of: usize },
    Dating,
    Comparing,
    Indexing,
}

/// All documents, in the manifest's order, else by file.
fn read_all(
    files: &[SourceFile],
    manifest: &Manifest,
    warnings: &mut Vec<Warning>,
    progress: &mut dyn FnMut(Step),
) -> Vec<Document> {
    let place = |file: &str| manifest.documents.iter().position(|told| told.file == file);
    let mut files: Vec<&SourceFile> = files.iter().collect();
    files.order_by(|a, b| (place(&a.file), &a.file).cmp(&(place(&b.file), &b.file)));
    let mut documents = Vec::new();
    for (index, file) in files.iter().enumerate() {
        progress(Step::Reading { file: index + 1, of: files.len() });
        let read = readers::read(&file.file, &file.bytes);
        warnings.extend(read.warnings);
        documents.extend(read.value);
    }
    warnings.extend(readers::settle_ids(&mut documents));
    for document in &mut documents {
        if let Some(told) = manifest.document(&document.file) {
            warnings.extend(told.apply(document));
        }
    }
    documents
}

/// All that can be found in documents as they stand.
fn find(
    dossier: DossierRecord,
    documents: Vec<Document>,
    told: &Told,
    parts: Parts,
    progress: &mut dyn FnMut(Step),
) -> Built {
    let mut built = Built { dossier, documents, parts, ..Built::default() };
    if parts.dates || parts.quotes {
        progress(Step::Dating);
        built.own_dates = dates::dossier_dates(&built.documents);
        let dated = built.documents.iter().zip(&built.own_dates);
        built.mentions = dated.map(|(document, own)| dates::mentions(document, own)).collect();
    }
    if parts.dates {
        built.timeline = dates::timeline(&built.dated(), &told.events);
    }
    if parts.quotes {
        progress(Step::Comparing);
        built.quotes = found_quotes(&built, &told.quotes);
    }
    built
}

fn found_quotes(built: &Built, told: &[QuoteOverride]) -> Quotes {
    let named: Vec<Vec<(Span, i32, i32)>> = built.mentions.iter().map(|mentions| named_days(mentions)).collect();
    let quotables = built.documents.iter().enumerate().map(|(index, document)| {
        let own = earliest_own(&built.own_dates[index]);
        Quotable {
            doc: DocId(index as u32),
            document,
            earliest_day: own.and_then(|date| date.sure_bounds().0).map(|day| day.0),
            latest_day: own.and_then(|date| date.sure_bounds().1).map(|day| day.0),
            named_days: &named[index],
        }
    });
    let dossier: Vec<Quotable<'_>> = quotables.collect();
    let mut quotes = quotes::detect(&dossier);
    curate::quotes(&mut quotes, told, &dossier);
    quotes
}

/// The date by which a document can quote another: the first of its roles, a person's word before the text's.
fn earliest_own(own: &[OwnDate]) -> Option<&OwnDate> {
    dates::first_of_roles(own).min_by_key(|date| (date.basis != Basis::Curated, date.earliest))
}

/// Mentions that name a day, a month or a year.
fn named_days(mentions: &[Mention]) -> Vec<(Span, i32, i32)> {
    let days = mentions.iter().filter(|mention| mention.kind == TimexKind::Date);
    days.filter_map(|mention| match (mention.earliest, mention.latest) {
        (Some(earliest), Some(latest)) if latest.0 - earliest.0 <= 366 => Some((mention.span, earliest.0, latest.0)),
        _ => None,
    })
    .collect()
}

impl Built {
    fn dated(&self) -> Vec<Dated<'_>> {
        let found = self.own_dates.iter().zip(&self.mentions);
        let dated = self.documents.iter().zip(found);
        dated.map(|(document, (own, mentions))| Dated { document, own, mentions }).collect()
    }

    /// The corpus file. The same dossier always gives the same bytes.
    pub fn write(&self, progress: &mut dyn FnMut(Step)) -> Vec<u8> {
        let index = self.parts.index.then(|| {
            progress(Step::Indexing);
            self.index()
        });
        Built::join(self.sections(), index)
    }

    /// The corpus file of [`Built::sections`] and [`Built::index`], which do not wait for each other.
    pub fn join(mut sections: Vec<(Section, Vec<u8>)>, index: Option<Vec<u8>>) -> Vec<u8> {
        sections.extend(index.map(|index| (Section::Index, index)));
        format::write(&sections)
    }

    /// All sections but the index.
    pub fn sections(&self) -> Vec<(Section, Vec<u8>)> {
        let mut records = Vec::with_capacity(self.documents.len());
        let mut text = Vec::new();
        for document in &self.documents {
            let text_start = text.len() as u64;
            text.extend_from_slice(document.text.as_bytes());
            records.push(record_of(document, text_start, text.len() as u64));
        }
        let layouts = self.documents.iter().map(|document| LayoutRecord {
            blocks: document.blocks.clone(),
            inlines: document.inlines.clone(),
            source: document.source.clone(),
        });
        let mut sections =
            vec![(Section::Dossier, write_record(&self.dossier)), (Section::Documents, write_record(&records))];
        if text.len() >= DIGEST_FROM {
            sections.push((Section::Digest, write_record(&self.digest())));
        }
        sections.extend([(Section::Text, text), (Section::Layout, write_records(layouts))]);
        if self.parts.dates {
            let found = self.own_dates.iter().zip(&self.mentions);
            let dates = found.map(|(own, mentions)| DatesRecord { own: own.clone(), mentions: mentions.clone() });
            sections.push((Section::Dates, write_records(dates)));
            sections.push((Section::Timeline, write_record(&self.timeline)));
        }
        if self.parts.quotes {
            sections.push((Section::Quotes, write_record(&self.quotes)));
        }
        sections
    }

    fn digest(&self) -> DigestRecord {
        let digest = |(at, document): (usize, &Document)| DocumentDigest {
            own: self.own_dates.get(at).cloned().unwrap_or_default(),
            opening: if document.meta.title.is_none() { opening(&document.text) } else { String::new() },
            ..DocumentDigest::default()
        };
        let mut documents: Vec<DocumentDigest> = self.documents.iter().enumerate().map(digest).collect();
        for (a, b) in self.quotes.links.iter().filter_map(Link::quotes) {
            documents[a.index()].n_quoted_by += 1;
            documents[b.index()].n_quotes_from += 1;
        }
        let counts = Counts {
            n_events: self.timeline.iter().filter(|entry| entry.kind == EntryKind::Event).count() as u32,
            n_links: self.quotes.links.len() as u32,
            n_unlinked: self.quotes.quotations.iter().filter(|quotation| !quotation.linked).count() as u32,
        };
        DigestRecord { counts, documents }
    }

    /// The bytes of the search index.
    pub fn index(&self) -> Vec<u8> {
        self.gathered(0..self.documents.len()).finish()
    }

    /// What the search index holds of some documents. Those that stand behind each other may be gathered side by side, and
    /// [appended](search::Builder::append).
    pub fn gathered(&self, documents: Range<usize>) -> search::Builder {
        let mut builder = search::Builder::default();
        for document in self.documents.get(documents).unwrap_or_default() {
            builder.add(document, &passages(document));
        }
        builder
    }

    /// The number of the first document of the second half, by bytes of text.
    pub fn middle(&self) -> usize {
        let all: usize = self.documents.iter().map(|document| document.text.len()).sum();
        let mut before = 0;
        let in_first = |document: &&Document| {
            before += document.text.len();
            2 * before <= all
        };
        self.documents.iter().take_while(in_first).count()
    }
}

fn record_of(document: &Document, text_start: u64, text_end: u64) -> DocumentRecord {
    let own_words = document.blocks.iter().filter(|block| !block.layer.is_noise() && block.kind != BlockKind::Rule);
    let n_words = own_words.map(|block| words(block.span.of(&document.text)).count()).sum::<usize>();
    DocumentRecord {
        id: document.id.clone(),
        file: document.file.clone(),
        line: document.line,
        meta: document.meta.clone(),
        text_start,
        text_end,
        n_words: n_words as u32,
    }
}
