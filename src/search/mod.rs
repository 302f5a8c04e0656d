//! Search: which passages a query means, best first.
//!
//! # What the corpus gives and gets
//!
//! *Building*: [`Builder::add`] once a document, in the dossier's order, with the document **as it is shipped** (text cut
//! to what its rights show) and its [`passages`](crate::text::passages); [`Builder::finish`] gives the bytes of one
//! section. The title in its [`Meta`](crate::text::Meta) is searched too, and the headings its passages stand under.
//!
//! *Opening*: [`Index::open`] over those bytes and a [`Memory`], which the corpus keeps beside them (`Memory::default()`;
//! it holds what queries have unpacked so far). It checks bounds only and costs microseconds, so that it may be called
//! for every query. A checksum over the section is the corpus's matter; verify it at most once, not before the first query.
//!
//! *Searching*: [`Index::search`] reads the text of its best candidates through [`Texts`]. The corpus should keep all
//! texts in one section, uncompressed, one document after the other, so that a stretch is read in place without parsing
//! the document it belongs to: that is what makes a keystroke cost less than a millisecond.

mod ablaut;
mod bits;
mod build;
mod distance;
mod doubt;
mod expand;
pub mod fuzzy;
mod grade;
mod grams;
mod index;
mod inflect;
mod layout;
mod letters;
mod misread;
mod packed;
mod query;
mod rank;
mod reading;
mod scan;
mod snippet;
mod table;
mod vocabulary;
mod words;

pub use build::{Builder, title_of};
pub use index::{Index, IndexError, Memory};
pub use query::{Asked, Clause, Field, Query, Wording};

use crate::text::{DocId, Layer, Span};
use std::borrow::Cow;

/// Where the words stand. Spans are of the document's text.
pub trait Texts {
    /// A stretch of a document's text; empty where there is none, so that a damaged file cannot panic.
    fn stretch(&self, doc: DocId, span: Span) -> Cow<'_, str>;

    /// The same as bytes, which need not be UTF-8 where the file is damaged: most of what is read is not shown.
    fn bytes(&self, doc: DocId, span: Span) -> Cow<'_, [u8]> {
        match self.stretch(doc, span) {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        }
    }

    /// What [`title_of`] gives for the document.
    fn title(&self, doc: DocId) -> Cow<'_, str>;
}

/// What is asked for beside the query.
pub struct Wanted<'a> {
    /// How many hits to rank and highlight.
    pub limit: usize,
    /// Whether a passage takes part; called with its document, its place and its layer.
    pub admit: &'a dyn Fn(DocId, Span, Layer) -> Admit,
    /// Also return [`Found::matched`], for counts: reads all that may match.
    pub count: bool,
    /// Where few passages hold all that is asked for, add below them those that hold some of it, or something like it. Else
    /// that is done only where none does.
    pub wide: bool,
}

/// How a passage takes part in a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admit {
    No,
    /// Not shown, but counted: a filter that the reader can undo hides it.
    Counted,
    Shown,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Best first, at most `limit`; only shown passages. Ties stand in the dossier's order.
    pub hits: Vec<Hit>,
    /// All passages that match, those only counted too, in the dossier's order. Empty unless asked for.
    pub matched: Vec<Matched>,
    /// All shown passages that match, best first, those beyond `limit` too. Empty unless counting is asked for.
    pub ranked: Vec<(DocId, u32)>,
    /// Words like those typed were looked for too, as typing errors are.
    pub forgiving: bool,
    /// There were too many to read them all: [`Found::matched`] holds the best of them.
    pub is_cut: bool,
    /// Words that an expansion stood in for, where it carried the result.
    pub corrections: Vec<(String, String)>,
    /// With no hit, and not asked for [`Wanted::wide`]: words of this dossier nearest to those typed.
    pub nearest: Vec<String>,
}

/// A passage that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matched {
    pub doc: DocId,
    /// From 0, within its document.
    pub passage: u32,
    pub shown: bool,
    /// Holds (or stands under) every word asked for, not only some.
    pub complete: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub doc: DocId,
    /// From 0, within its document.
    pub passage: u32,
    pub span: Span,
    pub layer: Layer,
    pub score: f32,
    pub complete: bool,
    /// The best place to show, whole words; within `span`.
    pub snippet: Span,
    /// All that matched in the passage, in order, not overlapping: of the document's text.
    pub highlights: Vec<Span>,
    /// The nearest heading above.
    pub heading: Option<Span>,
}
