//! Dates: which expressions of time a text holds, what they mean, and what happened then.
//!
//! No clock, no files, no DOM: the same text gives the same answer natively and in WASM.

mod clause;
mod day;
mod document_date;
mod dress;
mod edtf;
mod event;
mod expr;
mod grammar;
mod holiday;
mod lead;
mod lexicon;
mod piece;
mod resolve;
mod say;
mod tagger;
mod tense;
mod timeline;
mod token;
mod verbs;

pub use day::Day;
pub use edtf::Edtf;
pub use say::say;

use crate::text::{DateRole, DocId, Document, Said, Span, Wire};
use serde::{Deserialize, Serialize};

/// TIMEX3's types (TimeML 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    Date,
    Time,
    Duration,
    Set,
}

/// An expression of time, resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Mention {
    /// Of the document's text.
    pub span: Span,
    pub kind: TimexKind,
    /// EDTF for a date; an ISO 8601 period for a duration or repetition.
    pub value: String,
    /// First and last day that the value allows; `None` is open or unknown.
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    /// EDTF of the date that a duration leads to ("vier dagen na …").
    pub derived: Option<String>,
    /// EDTF of what it was counted from.
    pub anchor: Option<String>,
    /// "gerekend vanaf 15 november 2022, de dagtekening"
    pub why: Said,
}

/// A date of the document itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct OwnDate {
    pub role: DateRole,
    pub edtf: String,
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    pub basis: Basis,
    /// The words it rests on, where it stands in the text.
    pub span: Option<Span>,
    /// What else bounds it, each with its place where it has one.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Given by a person in `dossier.toml`.
    Curated,
    /// Stands in the document ("Datum 18 juli 2023").
    Stated,
    /// An interval that other dates and words of the text leave open.
    Bounded,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Reason {
    pub span: Option<Span>,
    pub said: Said,
}

/// Something on the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Entry {
    /// For an event: its clause, or a person's title. For a document: its title.
    pub title: String,
    pub edtf: String,
    /// What was found, where a curated value stands in `edtf` and differs.
    pub found: Option<String>,
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    pub kind: EntryKind,
    /// A person gave its title or date.
    pub curated: bool,
    /// First the telling that the value rests on.
    pub sources: Vec<Telling>,
    /// Its tellings do not agree on the date.
    pub disagreeing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub enum EntryKind {
    Document { doc: DocId, role: DateRole },
    Event,
}

/// One document's telling of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct Telling {
    pub doc: DocId,
    /// The dating words; where there are none, the words that name the event.
    pub span: Span,
    /// The clause that tells it, quoted verbatim.
    pub clause: Span,
    /// What this telling alone says, EDTF.
    pub edtf: String,
    pub why: Said,
}

/// What a person corrected about an event (`[[event]]` in `dossier.toml`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Wire)]
pub struct EventOverride {
    /// The document it is told in, and words of its clause there: which event is meant. Absent: a new event.
    pub doc: Option<DocId>,
    pub quote: Option<String>,
    pub title: Option<String>,
    pub edtf: Option<String>,
    pub hide: bool,
    /// Words of the clauses of other events that are the same one.
    pub merge: Vec<String>,
    pub source: Option<String>,
}

/// One document with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    pub document: &'a Document,
    pub own: &'a [OwnDate],
    pub mentions: &'a [Mention],
}

/// The dates of the document itself, as its text states or bounds them; curated ones first, with [`Basis::Curated`], and
/// what the text says beside them.
pub fn own_dates(document: &Document) -> Vec<OwnDate> {
    document_date::own_dates(document)
}

/// The same for all documents of a dossier: where a text states no date, what it leaves open is narrowed, doubtfully, by its name, its
/// number and the other documents.
pub fn dossier_dates(documents: &[Document]) -> Vec<Vec<OwnDate>> {
    document_date::dossier::own_dates(documents)
}

pub use document_date::dossier::first_of_roles;

/// All expressions of time in all layers of the document, in order, resolved against its own dates.
pub fn mentions(document: &Document, own: &[OwnDate]) -> Vec<Mention> {
    let timexes = tagger::tag(&document.text);
    let log = document_date::log::entries(&document.text, &timexes);
    resolve::resolve(&document.text, &timexes, |span| match document_date::log::day_at(&log, span) {
        Some(day) => Some(document_date::entry_reference(day)),
        None => document_date::reference(document, own, span),
    })
}

/// All expressions of time in a loose text, resolved against one reference day.
pub fn mentions_in(text: &str, reference: Option<Day>) -> Vec<Mention> {
    let reference = reference.map(resolve::Reference::day);
    resolve::resolve(text, &tagger::tag(text), |_| reference.clone())
}

/// The dossier's timeline, in order of time: documents and events, the same event of several documents once.
pub fn timeline(dossier: &[Dated<'_>], overrides: &[EventOverride]) -> Vec<Entry> {
    timeline::timeline(dossier, overrides)
}

/// First and last day of an EDTF value; `None` where it cannot be read or is open at an end.
pub fn bounds(edtf: &str) -> Option<(Day, Day)> {
    let (earliest, latest) = Edtf::parse(edtf)?.bounds();
    earliest.zip(latest)
}

/// How many expressions of time stand in `text`: tagging alone, nothing resolved. What its speed is measured on.
pub fn count(text: &str) -> usize {
    tagger::tag(text).len()
}

/// The character border at or before `byte`.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The character border at or behind `byte`.
fn ceil(text: &str, byte: usize) -> usize {
    (byte.min(text.len())..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
