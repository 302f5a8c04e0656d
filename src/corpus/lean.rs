//! A dossier cut down to what its title page and its search show: what every reader downloads first. The same sections in
//! the same format, so that nothing but their contents is different.

use super::{
    Corpus,
    format::{self, Section, write_record, write_records},
    record::{DatesRecord, DocumentRecord, LayoutRecord},
};
use crate::{
    dates::{Entry, EntryKind, OwnDate, Telling},
    quotes::{Link, Quotation, Quotes},
    text::{Meta, SourceMap, Span, Told},
};

impl Corpus {
    /// The same dossier without what only its other views show: how an event was dated, how a quotation was changed, the
    /// dates in a text, the way back to the files. A corpus file too; cost: all of it is read.
    pub fn lean(&self) -> Vec<u8> {
        let as_it_is = |section| (section, self.section(section).unwrap_or_default().to_vec());
        let mut sections = vec![as_it_is(Section::Dossier), as_it_is(Section::Text)];
        let records: Vec<DocumentRecord> = self.records().iter().map(record).collect();
        sections.push((Section::Documents, write_record(&records)));
        sections.push((Section::Layout, write_records(self.docs().map(|doc| self.blocks_alone(doc)))));
        if self.section(Section::Index).is_some() {
            sections.push(as_it_is(Section::Index));
        }
        let own = |doc| DatesRecord { own: self.own_dates(doc).iter().map(own_date).collect(), mentions: Vec::new() };
        sections.push((Section::Dates, write_records(self.docs().map(own))));
        let events = self.timeline().iter().filter(|entry| entry.kind == EntryKind::Event);
        sections.push((Section::Timeline, write_record(&events.map(entry).collect::<Vec<_>>())));
        sections.push((Section::Quotes, write_record(&quotes(self.quotes()))));
        format::write(&sections)
    }

    fn blocks_alone(&self, doc: crate::text::DocId) -> LayoutRecord {
        let mut blocks = self.document(doc).blocks.clone();
        blocks.iter_mut().for_each(|block| block.source.clear());
        LayoutRecord { blocks, inlines: Vec::new(), source: SourceMap::default() }
    }
}

fn record(record: &DocumentRecord) -> DocumentRecord {
    let told = |told: &Option<Told>| told.clone().map(|told| Told { source: None, ..told });
    let Meta { title, short_title, kind, author, sender, receiver, show, .. } = &record.meta;
    let meta = Meta {
        title: told(title),
        short_title: short_title.clone(),
        kind: told(kind),
        author: told(author),
        sender: told(sender),
        receiver: told(receiver),
        show: *show,
        ..Meta::default()
    };
    DocumentRecord { meta, ..record.clone() }
}

fn own_date(date: &OwnDate) -> OwnDate {
    OwnDate { span: None, reasons: Vec::new(), ..date.clone() }
}

/// When it was, and which documents tell of it.
fn entry(entry: &Entry) -> Entry {
    let telling = |telling: &Telling| Telling {
        span: Span::default(),
        clause: Span::default(),
        edtf: String::new(),
        why: Default::default(),
        ..telling.clone()
    };
    Entry { title: String::new(), found: None, sources: entry.sources.iter().map(telling).collect(), ..entry.clone() }
}

/// How many there are, between which documents, and who speaks where.
fn quotes(quotes: &Quotes) -> Quotes {
    let link = |link: &Link| Link {
        segments: Vec::new(),
        evidence: Vec::new(),
        speaker_source: None,
        speaker_target: None,
        diff: Vec::new(),
        findings: Vec::new(),
        summary: Default::default(),
        ..link.clone()
    };
    let quotation = |quotation: &Quotation| Quotation { named_source: None, ..quotation.clone() };
    Quotes {
        links: quotes.links.iter().map(link).collect(),
        quotations: quotes.quotations.iter().map(quotation).collect(),
    }
}
