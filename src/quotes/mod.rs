//! Quotes: who repeats whom, how literally, and what is missing.
//!
//! A link is an alignment of two stretches of text; a quotation is a stretch in quotation marks. The answer is the same
//! natively and in WASM, and whatever the order of the documents.

mod after;
mod align;
mod anchor;
mod around;
mod ask;
mod bearer;
mod before;
mod behind;
mod borders;
mod byline;
mod clause;
mod colon;
mod columns;
mod cue;
mod cues;
mod dated;
mod diff;
mod direction;
mod echo;
mod findings;
mod form;
mod function_words;
mod genre;
mod grid;
mod interview;
mod judged;
mod lexicon;
mod link;
mod marked;
mod matching;
mod meant;
mod name_words;
mod names;
mod pulled;
mod questions;
mod quotation;
mod reach;
mod reading;
mod recall;
mod reported;
mod roles;
mod scene;
mod seeds;
mod shingle;
mod signature;
mod similar;
mod speaker;
mod steps;
mod summary;
mod texts;
mod third;
mod told;
mod turns;
mod unmarked;
mod verb;
mod voice;
mod whom;

use crate::text::{DocId, Document, Layer, Said, Span, Wire};
pub use ask::{ASKED, Asked, Asker};
pub use told::{confirm, settle, told_link};

use align::Aligner;
use lexicon::Lexicon;
use link::Found;
use matching::Matcher;
use recall::Postings;
use serde::Serialize;

/// One document as the detector sees it. Dates come as plain values: quotes does not know how they were found.
#[derive(Clone, Copy, Debug)]
pub struct Quotable<'a> {
    pub doc: DocId,
    pub document: &'a Document,
    /// First and last possible day of the document, as days since 1970; `None` is open.
    pub earliest_day: Option<i32>,
    pub latest_day: Option<i32>,
    /// Days, months and years that this text names: where, the first and the last day ("de brief … is van 15 november").
    pub named_days: &'a [(Span, i32, i32)],
}

/// All that was found in a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Wire)]
pub struct Quotes {
    /// Sorted by a's place, then b's.
    pub links: Vec<Link>,
    /// Sorted by place.
    pub quotations: Vec<Quotation>,
}

/// Two stretches of which one repeats the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Wire)]
pub struct Link {
    /// Where the words come from; where parallel, the document with the lower id string.
    pub a: Side,
    /// The passage that repeats them.
    pub b: Side,
    /// Aligned stretches, in the order of `b`; several where words were left out between them.
    pub segments: Vec<Segment>,
    pub kind: LinkKind,
    pub certainty: Certainty,
    pub direction: Direction,
    /// What the direction rests on, strongest first.
    pub evidence: Vec<Said>,
    pub marks: Marks,
    pub speaker_source: Option<String>,
    pub speaker_target: Option<String>,
    /// Word runs that rebuild both sides in order.
    pub diff: Vec<DiffRun>,
    pub findings: Vec<Finding>,
    /// "„dit” vervangen door „dat”, „van dat MT” weggelaten en „zeer” toegevoegd, zonder dat het is aangegeven."
    pub summary: Said,
}

impl Link {
    /// The document that is quoted and the one that quotes it; `None` within one document, and where neither does.
    pub fn quotes(&self) -> Option<(DocId, DocId)> {
        (self.a.doc != self.b.doc && self.direction != Direction::Parallel).then_some((self.a.doc, self.b.doc))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Wire)]
pub struct Side {
    pub doc: DocId,
    /// Of that document's text: the inside of the marks, trimmed; the hull over what was left out.
    pub span: Span,
    pub layer: Layer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Wire)]
pub struct Segment {
    pub a: Span,
    pub b: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    Verbatim,
    /// Words only left out.
    Partial,
    Altered,
    Paraphrase,
    /// Wording that two texts draw from a third.
    Formula,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    Certain,
    Maybe,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Wire)]
pub enum Direction {
    #[serde(rename = "a->b")]
    AToB,
    #[serde(rename = "parallel")]
    Parallel,
}

/// Quotation marks around side b.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Marks {
    Full,
    Partly,
    Pull,
    None,
}

/// A run of words of one kind. Spans cover from the first word to the last; `None` on the side that lacks them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Wire)]
pub struct DiffRun {
    pub change: Change,
    pub a: Option<Span>,
    pub b: Option<Span>,
    /// From 1, the same for the two runs of one move; 0 for words that are the same.
    pub number: u32,
    pub n_words: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Wire)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Same,
    Dropped,
    Added,
    Replaced,
    /// Stands as two runs of one number: one with only `a`, one with only `b`.
    Moved,
}

/// What is worth a reader's attention about a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Wire)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    AlteredInMarks,
    /// A changed word touches the meaning: negation, number, name, modality, the place of a small word.
    MeaningTouched,
    SilentlyShortened,
    /// Verbatim, but not in quotation marks.
    Unmarked,
    OtherSpeaker,
    /// The speaker it is attributed to said it in a text that is not in the dossier: this one is its sibling.
    SiblingText,
}

/// A stretch in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Wire)]
pub struct Quotation {
    pub doc: DocId,
    /// The inside of the marks, trimmed.
    pub span: Span,
    pub layer: Layer,
    pub closed: bool,
    /// Who is said to have said it, as the text names them.
    pub speaker: Option<String>,
    /// The words that name where it was said ("een brief aan informateur Herman Tjeenk Willink in april 2021").
    pub named_source: Option<Span>,
    /// A link of this dossier covers it.
    pub linked: bool,
}

/// Every link and every quotation of a dossier.
pub fn detect(dossier: &[Quotable<'_>]) -> Quotes {
    let mut lexicon = Lexicon::default();
    let readings = reading::read(dossier, &mut lexicon);
    let postings = Postings::new(&readings, &lexicon);
    let swept = shingle::sweep(&readings, &lexicon);
    let mut matcher = Matcher { readings: &readings, lexicon: &lexicon, aligner: Aligner::default(), swept };
    let marked = matcher.marked(&postings);
    let unmarked = matcher.unmarked();
    let attributions = readings
        .iter()
        .map(|reading| speaker::attributions(reading.quotable.document, &reading.marked).into())
        .collect();
    Found { lexicon: &lexicon, readings: &readings, attributions }.quotes(&matcher, marked, unmarked)
}
