//! The answer to a search.

use super::{
    Engine, Filters, asked, counts,
    sought::{Measure, Sought, seek},
};
use crate::{
    corpus::Corpus,
    search::{self, Query, Texts},
    text::{Block, BlockKind, DocId, Layer, Said, Span},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether the numbers below, the facets and the months are of all that matches; else of the hits alone.
    pub counted: bool,
    /// There were so many that not all were counted: the numbers are at least this high.
    pub at_least: bool,
    /// Words like those typed were looked for too: what [`Engine::show`] has to know.
    pub forgiving: bool,
    /// All that match, not only those within the limit.
    pub n_passages: usize,
    pub n_documents: usize,
    /// Best document first; hits of one document together, best first. Where all was counted, documents whose hits lie
    /// beyond the limit stand behind the others.
    pub groups: Vec<Group>,
    pub facets: Vec<Facet>,
    /// Where an expansion carried the result: "Bedoelde u …".
    pub corrections: Vec<Correction>,
    /// What was understood of the query, a removable chip each.
    pub chips: Vec<Chip>,
    /// What could not be understood, and what was done instead.
    pub notes: Vec<Said>,
    /// With no hit: words of this dossier nearest to those typed, which do have hits.
    pub nearest: Vec<String>,
    /// Hits a month of their document's date, for the histogram. A document with a range counts in each month of it.
    pub months: Vec<MonthCount>,
}

/// The hits of one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub doc: DocId,
    pub n_passages: usize,
    pub hits: Vec<Hit>,
    /// Passages that match too, best first, for [`Engine::show`]; empty where not all was counted.
    pub more: Vec<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    pub doc: DocId,
    /// From 0, within its document.
    pub passage: u32,
    pub span: Span,
    pub layer: Layer,
    pub score: f32,
    /// The heading or question it stands under.
    pub place: Option<String>,
    pub snippet: Snippet,
    /// All that matched in the passage.
    pub highlights: Vec<Span>,
}

/// The stretch of the passage to show, with what matched in it. Spans are of the document's text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snippet {
    pub span: Span,
    pub text: String,
    pub highlights: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facet {
    pub field: FacetField,
    /// Zeros included, so that nothing jumps.
    pub values: Vec<FacetValue>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FacetField {
    Document,
    Kind,
    Year,
    Author,
}

/// Counts are of the hits that there would be if only this value of the field were chosen, other fields as they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetValue {
    /// What stands in [`Filters`].
    pub value: String,
    pub label: String,
    pub n_passages: usize,
    pub chosen: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub typed: String,
    pub used: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chip {
    pub kind: ChipKind,
    /// As it would be typed.
    pub text: String,
    /// The query without it.
    pub without: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChipKind {
    Word,
    Phrase,
    Not,
    Prefix,
    Speaker,
    Author,
    Kind,
    Document,
    Dates,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthCount {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    pub n_passages: usize,
    /// Of these, from documents that may be of another month.
    pub n_uncertain: usize,
}

/// Whether an answer says how many passages match. Hits take about a millisecond at any size; counting reads all that
/// matches, and takes a tenth of a second in a page with 10 MB of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    All,
    None,
}

/// Passages that a query means, under these filters. Reads what it shows and what it counts; below 40 kB of text that takes
/// well under a millisecond.
pub fn answer(engine: &Engine, query: &str, filters: &Filters, limit: usize, counting: Counting) -> Answer {
    let (corpus, cards) = (&engine.corpus, engine.cards());
    let mut answer = Answer::default();
    let index = match corpus.index() {
        Ok(index) => index,
        Err(error) => {
            let Said { nl, en } = error.said();
            answer.notes.push(Said::new(
                format!("Zoeken kan niet: {nl}. De teksten zijn wel te lezen."),
                format!("Search is out of order: {en}. The texts can still be read."),
            ));
            return answer;
        }
    };
    let measure = Measure { limit, count: counting == Counting::All, wide: false };
    let Sought { query: asked, found, notes } = seek(engine, &index, query, filters, measure);
    (answer.chips, answer.notes) = (asked::chips(query, &asked), notes);
    let shown: Vec<_> = found.matched.iter().filter(|matched| matched.shown).collect();
    let best = found.hits.first().map(|hit| hit.complete);
    if best.or(shown.first().map(|matched| matched.complete)) == Some(false) {
        answer.notes.push(Said::new(
            "Geen passage bevat alles wat u vroeg; dit zijn passages met een deel ervan.",
            "No passage holds all that you asked for; these hold part of it.",
        ));
    }
    answer.groups = groups(corpus, &found);
    answer.corrections = found.corrections.into_iter().map(|(typed, used)| Correction { typed, used }).collect();
    answer.nearest = found.nearest;
    (answer.at_least, answer.forgiving) = (found.is_cut, found.forgiving);
    if counting == Counting::None {
        answer.n_passages = found.hits.len();
        answer.n_documents = answer.groups.len();
        return answer;
    }
    answer.counted = true;
    answer.n_passages = shown.len();
    answer.n_documents = count_documents(&shown);
    let docs: Vec<DocId> = found.matched.iter().map(|matched| matched.doc).collect();
    answer.facets = counts::facets(cards, filters, &docs);
    answer.months = counts::months(cards, shown.iter().map(|matched| matched.doc));
    answer
}

/// A passage that [`Engine::find`] found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    pub doc: DocId,
    /// The document's id.
    pub document: &'a str,
    /// From 0, within its document.
    pub passage: u32,
    pub span: Span,
    pub layer: Layer,
    pub score: f32,
    pub snippet: Cow<'a, str>,
    /// All that matched in the passage; of the document's text.
    pub highlights: Vec<Span>,
    /// What of it stands in the snippet; of the snippet.
    pub marked: Vec<Span>,
}

pub fn find<'a>(engine: &'a Engine, query: &str, limit: usize) -> Vec<Found<'a>> {
    let corpus = &engine.corpus;
    let Ok(index) = corpus.index() else { return Vec::new() };
    let filters = Filters { noise: true, ..Filters::default() };
    let found = seek(engine, &index, query, &filters, Measure { limit, count: false, wide: true }).found;
    let shown = |hit: search::Hit| Found {
        doc: hit.doc,
        document: corpus.records().get(hit.doc.index()).map_or("", |record| &record.id),
        passage: hit.passage,
        span: hit.span,
        layer: hit.layer,
        score: hit.score,
        snippet: corpus.stretch(hit.doc, hit.snippet),
        marked: clipped(&hit)
            .map(|span| Span {
                start_byte: span.start_byte - hit.snippet.start_byte,
                end_byte: span.end_byte - hit.snippet.start_byte,
            })
            .collect(),
        highlights: hit.highlights,
    };
    found.hits.into_iter().map(shown).collect()
}

/// The parts of a hit's highlights that stand in its snippet.
fn clipped(hit: &search::Hit) -> impl Iterator<Item = Span> + '_ {
    let inside = hit.highlights.iter().copied().filter(|span| span.overlaps(hit.snippet));
    inside.map(|span| Span {
        start_byte: span.start_byte.max(hit.snippet.start_byte),
        end_byte: span.end_byte.min(hit.snippet.end_byte),
    })
}

fn count_documents(shown: &[&search::Matched]) -> usize {
    let mut docs: Vec<DocId> = shown.iter().map(|matched| matched.doc).collect();
    docs.dedup();
    docs.len()
}

/// Hits by document, and behind them what else matches.
fn groups(corpus: &Corpus, found: &search::Found) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at: Vec<Option<usize>> = vec![None; corpus.records().len()];
    let mut group = |groups: &mut Vec<Group>, doc: DocId| {
        let at = at.get_mut(doc.index())?;
        if at.is_none() {
            *at = Some(groups.len());
            groups.push(Group { doc, n_passages: 0, hits: Vec::new(), more: Vec::new() });
        }
        *at
    };
    for hit in &found.hits {
        if let Some(at) = group(&mut groups, hit.doc) {
            groups[at].hits.push(shown_hit(corpus, hit));
        }
    }
    for &(doc, passage) in found.ranked.iter().skip(found.hits.len()) {
        if let Some(at) = group(&mut groups, doc) {
            groups[at].more.push(passage);
        }
    }
    groups.iter_mut().for_each(|group| group.n_passages = group.hits.len() + group.more.len());
    groups
}

/// The hits of passages that an answer to `query` names.
pub fn show(engine: &Engine, query: &str, forgiving: bool, passages: &[(DocId, u32)]) -> Vec<Hit> {
    let corpus = &engine.corpus;
    let Ok(index) = corpus.index() else { return Vec::new() };
    let query = Query::parse_with(query, &|text| asked::date_bytes(engine.dates.read, text));
    index.show(&query, corpus, forgiving, passages).iter().map(|hit| shown_hit(corpus, hit)).collect()
}

fn shown_hit(corpus: &Corpus, hit: &search::Hit) -> Hit {
    Hit {
        doc: hit.doc,
        passage: hit.passage,
        span: hit.span,
        layer: hit.layer,
        score: hit.score,
        place: place(corpus, hit),
        snippet: Snippet {
            span: hit.snippet,
            text: corpus.stretch(hit.doc, hit.snippet).into_owned(),
            highlights: clipped(hit).collect(),
        },
        highlights: hit.highlights.clone(),
    }
}

/// The nearest heading above, or the label of the question or answer that the passage belongs to. Labels stand in the
/// layout: without it, the heading that the search knows of.
fn place(corpus: &Corpus, hit: &search::Hit) -> Option<String> {
    let in_words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !corpus.is_whole() {
        let heading = in_words(&corpus.stretch(hit.doc, hit.heading?));
        return Some(heading).filter(|heading| *heading != corpus.title(hit.doc));
    }
    let document = corpus.document(hit.doc);
    let own = corpus.passages(hit.doc).get(hit.passage as usize)?.block as usize;
    let answers = |block: &Block| matches!(block.kind, BlockKind::Question { .. } | BlockKind::Answer { .. });
    let in_question = document.blocks.get(own).is_some_and(answers);
    let above = document.blocks.get(..own)?.iter().rev().find(|block| match block.kind {
        BlockKind::Heading { .. } => true,
        BlockKind::Label => in_question,
        _ => false,
    })?;
    Some(in_words(above.span.of(&document.text)))
}
