//! Hits and quoted passages as scripts see them: ids for documents, and places in JavaScript's own units (UTF-16).

use super::{Certainty, Change, DiffRun, Engine, Found, Link, LinkKind, Span};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScriptHit<'a> {
    /// The document's id.
    pub document: &'a str,
    /// From 0, within its document.
    pub passage: u32,
    pub score: f32,
    pub snippet: &'a str,
    pub highlights: Vec<Marked>,
}

/// Half-open, of the snippet or text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    pub start: usize,
    pub end: usize,
}

impl Marked {
    fn of(text: &str, span: Span) -> Marked {
        let utf16 = |byte: usize| text.get(..byte).map_or(0, |before| before.encode_utf16().count());
        Marked { start: utf16(span.start()), end: utf16(span.end()) }
    }
}

impl<'a> ScriptHit<'a> {
    pub fn of(found: &'a Found<'_>) -> ScriptHit<'a> {
        ScriptHit {
            document: found.document,
            passage: found.passage,
            score: found.score,
            snippet: &found.snippet,
            highlights: found.marked.iter().map(|span| Marked::of(found.snippet.as_ref(), *span)).collect(),
        }
    }
}

/// A passage of the dossier that an asked text repeats.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScriptLink<'a> {
    /// The document's id.
    pub document: &'a str,
    /// Of the document's text.
    pub source: Stretch<'a>,
    /// Of the asked text.
    pub asked: Stretch<'a>,
    pub kind: LinkKind,
    pub certainty: Certainty,
    /// Who says it in the document.
    pub speaker: Option<&'a str>,
    pub diff: Vec<Difference<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stretch<'a> {
    #[serde(flatten)]
    pub place: Marked,
    pub text: &'a str,
}

/// Words of one kind on both sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference<'a> {
    pub change: Change,
    /// From 1, the same for the two ends of a move; 0 for words that are the same.
    pub number: u32,
    pub source: Option<&'a str>,
    pub asked: Option<&'a str>,
}

impl<'a> ScriptLink<'a> {
    /// `None` where the link leads to no document of the dossier.
    pub fn of(engine: &'a Engine, link: &'a Link, asked: &'a str) -> Option<ScriptLink<'a>> {
        let card = engine.cards().get(link.a.doc.index())?;
        let source = engine.document(link.a.doc).text.as_str();
        let difference = |run: &DiffRun| Difference {
            change: run.change,
            number: run.number,
            source: run.a.map(|span| span.of(source)),
            asked: run.b.map(|span| span.of(asked)),
        };
        let stretch = |text: &'a str, span: Span| Stretch { place: Marked::of(text, span), text: span.of(text) };
        Some(ScriptLink {
            document: &card.id,
            source: stretch(source, link.a.span),
            asked: stretch(asked, link.b.span),
            kind: link.kind,
            certainty: link.certainty,
            speaker: link.speaker_source.as_deref(),
            diff: link.diff.iter().map(difference).collect(),
        })
    }
}
