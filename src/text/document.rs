//! A document: its text, the blocks the text is laid out in, and what is styled or linked inside them.

use super::{Meta, SourceMap, Span, Wire};
use serde::{Deserialize, Serialize};

/// A document's place in its dossier, from 0, in the dossier's own order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
pub struct DocId(pub u32);

impl DocId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One document, read.
///
/// `text` holds every visible character of the file once, noise included, in reading order: blocks stand one after the
/// other, parted by a blank line (`"\n\n"`). Markup is not in it. A soft line break inside a block stays `'\n'` and is
/// shown as a space; a break that means something is an [`InlineKind::LineBreak`] over that `'\n'`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Document {
    /// Short and stable: what an address and `dossier.toml` call it. Unique in a dossier.
    pub id: String,
    /// Path relative to the dossier's folder, with `/`.
    pub file: String,
    /// For a line of a `.jsonl` file: its 1-based number. Offsets are then those of the decoded `text` value.
    pub line: Option<u32>,
    pub meta: Meta,
    pub text: String,
    /// In reading order; their spans rise and do not overlap.
    pub blocks: Vec<Block>,
    /// Sorted by start, outer before inner.
    pub inlines: Vec<Inline>,
    pub source: SourceMap,
}

/// Whose words a stretch of the file is. Everything but [`Layer::Body`], [`Layer::Header`] and [`Layer::Footnote`] is
/// noise: kept and searchable by command, out of the views unless switched on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    #[default]
    Body,
    /// The document's own head: addressee, date line, reference lines, as it stands once at the top.
    Header,
    Footnote,
    /// Readers' comments: words of private persons.
    Comment,
    Advertisement,
    /// Page headers repeated in mid-text, log-in prompts, navigation, credits.
    Furniture,
}

impl Layer {
    pub fn is_noise(self) -> bool {
        matches!(self, Layer::Comment | Layer::Advertisement | Layer::Furniture)
    }

    pub fn name(self) -> &'static str {
        match self {
            Layer::Body => "body",
            Layer::Header => "header",
            Layer::Footnote => "footnote",
            Layer::Comment => "comment",
            Layer::Advertisement => "advertisement",
            Layer::Furniture => "furniture",
        }
    }
}

/// A paragraph, a heading, an item: what is laid out as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Block {
    pub kind: BlockKind,
    pub layer: Layer,
    /// Of the document's text. Not empty, but for [`BlockKind::Rule`].
    pub span: Span,
    /// Of the file: all that this block took up there, markup included. More than one where a page break or footnote
    /// tore it. Together the blocks of a document take up every byte of the file that is not white space between blocks.
    pub source: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub enum BlockKind {
    /// The document's own title, at most one.
    Title,
    /// 1 is the highest below the title.
    Heading {
        level: u8,
    },
    Paragraph,
    /// A motto or block quote.
    Quote,
    /// A pull quote: words of this document repeated for the eye.
    PullQuote,
    ListItem {
        depth: u8,
        ordered: bool,
        marker: String,
    },
    /// A question as put, with the number it bears ("Vraag 5" gives `5`). The block's text is the question itself; the
    /// line that names it is a [`BlockKind::Label`] just before.
    Question {
        number: String,
    },
    /// Belongs to the question of that number. May stand several times for one question.
    Answer {
        number: String,
    },
    /// A line that only names what follows: "Vraag 5", "Antwoord".
    Label,
    /// A line of the head such as "Datum 18 juli 2023": the label is the stretch up to `value_start`, of the text.
    Field {
        value_start_byte: u32,
    },
    /// A note; `label` is the sign that refers to it.
    Footnote {
        label: String,
    },
    /// Names who speaks, or a picture's maker.
    Caption,
    /// One row; cells are parted by `'\t'`.
    TableRow {
        head: bool,
    },
    Preformatted,
    /// A drawn line. Its span is empty.
    Rule,
}

/// A stretch inside a block that is styled, linked, or a reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub enum InlineKind {
    Emphasis,
    Strong,
    Superscript,
    Code,
    /// Where it leads, when that is an address one can follow (`http`, `https`, `mailto`); `None` is a dead link.
    Link {
        target: Option<String>,
    },
    /// Refers to the footnote with this label.
    FootnoteRef {
        label: String,
    },
    LineBreak,
}

/// A value and what went wrong on the way: a damaged file is news, not a crash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warned<T> {
    pub value: T,
    pub warnings: Vec<Warning>,
}

/// One thing that a person may want to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Warning {
    pub file: String,
    /// 1-based line, where one is known.
    pub line: Option<u32>,
    /// What is wrong, a full sentence.
    pub problem: String,
    /// What to do about it, a full sentence.
    pub remedy: String,
}

impl Document {
    /// The block that holds this byte of the text, if one does.
    pub fn block_at(&self, byte: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start_byte <= byte);
        let index = after.checked_sub(1)?;
        (byte < self.blocks[index].span.end_byte).then_some(index)
    }

    /// The layer at this byte; [`Layer::Body`] between blocks.
    pub fn layer_at(&self, byte: u32) -> Layer {
        self.block_at(byte).map_or(Layer::Body, |index| self.blocks[index].layer)
    }
}
