//! Events: clauses that a dated mention heads, and those that dated ones bound.
//!
//! An event is told in running text, by a verb or as a dated noun phrase ("de uitslag van 22 november"). Noise, labels, legal
//! citations, repetitions, deadlines without a deed and stretches of which nothing is told are none.

mod bounded;
mod dated;
mod deed;
mod due;
mod figure;
mod generic;
mod noun;
mod reference;
mod year;

use super::{
    Basis, Dated, Day, Mention, OwnDate, TimexKind, ceil,
    clause::{self, Happening},
    edtf::{Date, Edtf, End, Field, Member},
    expr::Side,
    floor, say, tense,
};
use crate::text::{Block, BlockKind, DateRole, DocId, Document, InlineKind, Layer, Said, Span, fold, words};
pub use bounded::is_foretold;
use bounded::{announced, foretold, prose, reaction};
use dated::telling;

/// One telling of an event, before tellings are joined.
#[derive(Clone, Debug)]
pub struct Told {
    pub doc: DocId,
    pub span: Span,
    pub clause: Span,
    pub value: Edtf,
    pub why: Said,
    /// What it is about, for joining.
    pub stems: Vec<String>,
    /// Those of the clause alone.
    pub core: Vec<String>,
    /// It only says how things were.
    pub slight: bool,
    pub happening: Option<Happening>,
    /// The day was only given relative to the document: "woensdag".
    pub relative: bool,
    /// What its date was counted from, EDTF: never the same event.
    pub counted_from: Option<String>,
}

/// All tellings of one document, in order of the text.
pub fn tellings(doc: DocId, dated: &Dated<'_>, dossier: &[Dated<'_>]) -> Vec<Told> {
    let document = dated.document;
    let mut found: Vec<Told> = Vec::new();
    for mention in dated.mentions {
        found.extend(telling(doc, dated, mention).or_else(|| due::due(doc, dated, mention)));
    }
    for sentence in prose(document) {
        found.extend(reaction(doc, dated, sentence));
        found.extend(announced(doc, dated, sentence));
    }
    found.extend(foretold(doc, dated, dossier));
    found.sort_by_key(|told| (told.span, told.clause));
    found
}

fn told(doc: DocId, text: &str, span: Span, clause: Span, value: Edtf, mention: &Mention) -> Told {
    let sentence = tense::sentence_around(text, clause);
    let is_day = width(&value) == 0;
    let core = clause::stems(clause.of(text));
    let mut stems = core.clone();
    stems.extend(clause::stems(sentence.of(text)));
    stems.sort();
    stems.dedup();
    let happening = clause::happening(clause.of(text)).or_else(|| clause::happening(sentence.of(text)));
    let relative = words(span.of(text)).count() <= 2 && !span.of(text).contains(|c: char| c.is_ascii_digit());
    Told {
        doc,
        span,
        clause,
        value,
        why: mention.why.clone(),
        stems,
        core,
        slight: is_day && deed::Clause::of(text, clause, span).is_slight(),
        happening,
        relative,
        counted_from: mention.anchor.clone(),
    }
}

/// How precise a value is: days that it leaves open, many for open ends.
pub fn width(value: &Edtf) -> i32 {
    match value.bounds() {
        (Some(first), Some(last)) => last.0 - first.0,
        _ => i32::MAX,
    }
}

/// Whether something lasted or has an open end: an interval or a deadline, not one day in a stretch.
pub fn lasts(value: &Edtf) -> bool {
    let open = matches!(value, Edtf::OneOf(_)) && width(value) == i32::MAX;
    matches!(value, Edtf::Interval(..))
        || open
        || value.as_date().is_some_and(|date| date.month == Field::Absent && date.hidden > 0)
}
