//! A document as it is read: blocks as rows, their words parted into runs that are styled, linked or marked, and the
//! notes that belong beside them. Cost: one pass over blocks and over what was found in them.

mod claim;
mod gather;
mod reader;

use super::words::FirstWords;
use crate::engine::{Day, DocId, Document, Engine, Layer, Mention, Span};
use gather::gather;
use reader::Reader;

/// What is asked of a document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub noise: bool,
    /// What a search matched, in order.
    pub hits: Vec<Span>,
    /// Words that the address points at.
    pub words: Option<Span>,
}

/// Rows that are laid out as one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Row(Row),
    List {
        ordered: bool,
        rows: Vec<Row>,
    },
    Table(Vec<Row>),
    /// A question with its answer.
    Pair(Vec<Row>),
    /// The document's own head.
    Fields(Vec<Row>),
    Footnotes(Vec<Row>),
    /// Comments and other noise, closed until asked for.
    Closed {
        layer: Layer,
        rows: Vec<Row>,
    },
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub block: u32,
    /// The first passage of the block.
    pub passage: Option<u32>,
    pub kind: RowKind,
    pub layer: Layer,
    /// Cells of a table row, label and value of a field, else one.
    pub cells: Vec<Vec<Part>>,
    pub dates: Vec<DateNote>,
    pub quotes: Vec<QuoteNote>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    Heading {
        level: u8,
    },
    Paragraph,
    Quote,
    PullQuote,
    Item {
        depth: u8,
        ordered: bool,
        marker: String,
    },
    Question,
    Answer,
    Label,
    Field,
    /// `back` is where the text refers to it first.
    Footnote {
        label: String,
        back: Option<Span>,
    },
    Caption,
    TableRow {
        head: bool,
    },
    Preformatted,
    Rule,
}

/// Runs that lead to one place, or to none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// Where it begins in the document's text.
    pub at: u32,
    pub anchor: Anchor,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    None,
    Web(String),
    /// To the footnote that stands at this place.
    Note {
        label: String,
        to: Option<Span>,
    },
    Quote {
        link: u32,
    },
    /// A quotation whose source is not in the dossier.
    Unlinked,
    /// A date; the entry of the timeline that rests on it, and its days.
    Date {
        entry: Option<u32>,
        days: Option<(Day, Day)>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    pub text: String,
    pub style: Style,
    pub mark: Mark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    pub emphasis: bool,
    pub strong: bool,
    pub superscript: bool,
    pub code: bool,
    pub line_break: bool,
    /// A date inside something that leads elsewhere.
    pub date: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    #[default]
    None,
    Hit,
    /// The address points here.
    Here,
}

/// What stands in the margin about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateNote {
    /// Index into [`Engine::mentions`] of this document.
    pub mention: u32,
    /// The entry of the timeline that rests on it.
    pub entry: Option<u32>,
}

/// What stands in the margin about quotes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuoteNote {
    /// Index into [`Engine::links`]; the words at the other end.
    Linked { link: u32, doc: DocId, words: Span },
    /// Quotations of one speaker without a source.
    Unlinked { at: u32, speaker: Option<String>, named: Option<String>, n: u32, closed: bool },
}

/// First and last day of a date; of an open one, the day that is known.
pub fn days_of(mention: &Mention) -> Option<(Day, Day)> {
    let from = mention.earliest.or(mention.latest)?;
    Some((from, mention.latest.unwrap_or(from)))
}

/// The document's rows in reading order.
pub fn sections(engine: &Engine, doc: DocId, asked: &Asked) -> Vec<Section> {
    let reader = Reader::new(engine, doc, asked);
    let rows = reader.document.blocks.iter().enumerate().filter_map(|(index, block)| reader.row(index, block));
    gather(rows.collect())
}

/// The block that holds the place an address points at.
pub fn block_of(document: &Document, place: Span) -> Option<u32> {
    document.block_at(place.start_byte).and_then(|index| u32::try_from(index).ok())
}

pub fn layer_name(layer: Layer, words: &FirstWords) -> &'static str {
    match layer {
        Layer::Body => words.layer_body,
        Layer::Header => words.layer_header,
        Layer::Footnote => words.layer_footnote,
        Layer::Comment => words.layer_comment,
        Layer::Advertisement => words.layer_advertisement,
        Layer::Furniture => words.layer_furniture,
    }
}
