//! Who quotes whom, as a picture: documents evenly spaced in order of date, an arc from each source to who quotes it.
//!
//! The places are along a line, so that the same picture lies (wide) or stands (narrow).

use super::{
    px::within,
    quotes::Picks,
    timeline_dates::short_value,
    timeline_shape::{Drawn, drawn},
    words::{Words, count},
};
use crate::engine::{Direction, DocId, Engine, Order, lowered};

/// A document, or a source that is not in the dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub name: String,
    pub when: String,
    /// `None` for a missing source.
    pub id: Option<String>,
    pub drawn: Option<Drawn>,
    /// Along the line.
    pub at: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Indices of nodes.
    pub from: usize,
    pub to: usize,
    pub n_links: u32,
    pub n_words: u32,
    /// No arrow where neither is known to be the source.
    pub directed: bool,
    /// The source is not in the dossier.
    pub gone: bool,
    /// How far it bows out.
    pub height: f64,
    pub stroke: f64,
    /// The list that it opens.
    pub picks: Picks,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Web {
    pub nodes: Vec<Node>,
    /// Highest first, so that low ones lie on top.
    pub arcs: Vec<Arc>,
    /// Documents that did not fit.
    pub left_out: usize,
}

/// What a node needs along the line when it lies, and when it stands.
pub const STEP_WIDE: f64 = 96.0;
pub const STEP_TALL: f64 = 36.0;
/// Missing sources that are drawn; all are listed.
const MISSING: usize = 6;

struct Flow {
    from: Key,
    to: Key,
    n_links: u32,
    n_words: u32,
    directed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Document(u32),
    Missing(u32),
}

/// `room`: nodes that fit. `length`: of the line, in pixels. `highest`: what arcs may bow.
///
/// Where not all documents fit, those stand between which most words are quoted; then those whose passages run alike (one
/// question put to many).
pub fn web(engine: &Engine, room: usize, length: f64, highest: f64, words: &Words) -> Web {
    let mut flows = linked(engine);
    let mut missing = missing(engine, words);
    let mut documents: Vec<u32> = (0..engine.cards().len() as u32).collect();
    let most = MISSING.min(room / 2);
    let places = room.saturating_sub(most.min(missing.len())).max(2);
    if documents.len() > places {
        documents = ranked(documents.len(), &flows, &missing);
        missing.retain(|gone| documents[..places].contains(&gone.doc.0));
    }
    missing.truncate(most);
    let places = room.saturating_sub(missing.len()).max(2);
    let left_out = documents.len().saturating_sub(places);
    documents.truncate(places);
    flows.extend((0..).zip(&missing).map(|(index, gone)| gone.flow(index)));
    let mut keys: Vec<Key> = documents.into_iter().map(Key::Document).collect();
    keys.extend((0..missing.len() as u32).map(Key::Missing));
    let place = |key: &Key| match key {
        Key::Document(doc) => (day_of(engine, DocId(*doc)).unwrap_or(i32::MAX), 1, *doc),
        // A source of a known date stands at it, another just before who quotes it.
        Key::Missing(index) => {
            let gone = &missing[*index as usize];
            let own = gone.node.drawn.and_then(|drawn| drawn.shape.place());
            (own.or_else(|| day_of(engine, gone.doc)).unwrap_or(i32::MAX), 0, *index)
        }
    };
    keys.order_by_key(place);
    let step = length / keys.len().max(1) as f64;
    let node = |(index, key): (usize, &Key)| {
        let at = (index as f64 + 0.5) * step;
        match key {
            Key::Document(doc) => document_node(engine, DocId(*doc), at, words),
            Key::Missing(index) => Node { at, ..missing[*index as usize].node.clone() },
        }
    };
    let nodes: Vec<Node> = keys.iter().enumerate().map(node).collect();
    let at = |key: Key| keys.iter().position(|known| *known == key);
    let mut arcs: Vec<Arc> = Vec::new();
    let apart = |flow: &Flow| at(flow.from).zip(at(flow.to)).map_or(0, |(from, to)| from.abs_diff(to));
    let farthest = flows.iter().map(apart).max().unwrap_or(0).max(3);
    for flow in &flows {
        let (Some(from), Some(to)) = (at(flow.from), at(flow.to)) else { continue };
        let far = from.abs_diff(to) as f64 / farthest as f64;
        let twin = arcs.iter().any(|arc| (arc.from, arc.to) == (to, from));
        let height = if from == to { 26.0 } else { 30.0 + (highest - 30.0) * far.powf(0.7) };
        let ids = [from, to].map(|node| nodes[node].id.clone());
        let documents: Vec<String> = ids.into_iter().flatten().collect();
        arcs.push(Arc {
            from,
            to,
            n_links: flow.n_links,
            n_words: flow.n_words,
            directed: flow.directed,
            gone: matches!(flow.from, Key::Missing(_)),
            height: if twin { height + 14.0 } else { height },
            stroke: within(f64::from(flow.n_words).sqrt() * 0.52, 1.2, 9.0),
            picks: Picks { documents, ..Picks::default() },
        });
    }
    arcs.order_by(|a, b| b.height.total_cmp(&a.height));
    Web { nodes, arcs, left_out }
}

/// Links between the same two documents, together.
fn linked(engine: &Engine) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    let mut known = std::collections::BTreeMap::new();
    for link in engine.links() {
        let directed = link.direction == Direction::AToB;
        let key = (Key::Document(link.a.doc.0), Key::Document(link.b.doc.0), directed);
        let at = *known.entry(key).or_insert_with(|| {
            flows.push(Flow { from: key.0, to: key.1, n_links: 0, n_words: 0, directed });
            flows.len() - 1
        });
        flows[at].n_links += 1;
        flows[at].n_words += super::diff::counts(link).quoting;
    }
    flows
}

/// All documents, those first that stand at the end of the thickest arcs.
fn ranked(n_documents: usize, flows: &[Flow], missing: &[Gone]) -> Vec<u32> {
    let between = flows.iter().filter(|flow| flow.from != flow.to);
    let between = between.map(|flow| (flow.directed, flow.n_words, [flow.from, flow.to]));
    let gone = missing.iter().map(|gone| (true, gone.n_words, [Key::Document(gone.doc.0); 2]));
    let mut arcs: Vec<(bool, u32, [Key; 2])> = between.chain(gone).collect();
    arcs.order_by_key(|arc| std::cmp::Reverse((arc.0, arc.1)));
    let mut is_ranked = vec![false; n_documents];
    let ends = arcs.into_iter().flat_map(|(.., ends)| ends);
    let ends = ends.filter_map(|end| if let Key::Document(doc) = end { Some(doc) } else { None });
    ends.chain(0..n_documents as u32).filter(|doc| !std::mem::replace(&mut is_ranked[*doc as usize], true)).collect()
}

/// A source that is not in the dossier, and the document that quotes it.
struct Gone {
    node: Node,
    doc: DocId,
    n_links: u32,
    n_words: u32,
}

impl Gone {
    fn flow(&self, index: u32) -> Flow {
        let (from, to) = (Key::Missing(index), Key::Document(self.doc.0));
        Flow { from, to, n_links: self.n_links, n_words: self.n_words, directed: true }
    }
}

/// Named or spoken sources, those with the most words first.
fn missing(engine: &Engine, words: &Words) -> Vec<Gone> {
    let mut found: Vec<Gone> = Vec::new();
    for source in engine.missing() {
        let Some(name) = source.named.clone().or(source.speaker.clone()) else { continue };
        let text = &engine.document(source.doc).text;
        let quoted: Vec<_> =
            source.quotations.iter().filter_map(|index| engine.quotations().get(*index as usize)).collect();
        let n_words = quoted.iter().map(|quotation| quotation.span.of(text).split_whitespace().count() as u32).sum();
        // The words that name a source may date it: "een brief … in april".
        let named = quoted.iter().find_map(|quotation| quotation.named_source);
        let dated =
            named.and_then(|named| engine.mentions(source.doc).iter().find(|mention| named.contains(mention.span)));
        let node = Node {
            name,
            when: dated.map_or(String::new(), |m| short_value(&m.value, m.earliest, m.latest, words.language)),
            id: None,
            drawn: dated.map(|mention| drawn(&mention.value, mention.earliest, mention.latest)),
            at: 0.0,
        };
        found.push(Gone { node, doc: source.doc, n_links: quoted.len() as u32, n_words });
    }
    found.order_by_key(|gone| std::cmp::Reverse(gone.n_words));
    found
}

fn document_node(engine: &Engine, doc: DocId, at: f64, words: &Words) -> Node {
    let card = engine.cards().get(doc.index());
    let date = card.and_then(|card| card.main_dates().next());
    Node {
        name: card.map_or(String::new(), |card| card.short_title.clone()),
        when: date
            .map_or(lowered(words.undated), |date| short_value(&date.edtf, date.earliest, date.latest, words.language)),
        id: card.map(|card| card.id.clone()),
        drawn: date.map(|date| drawn(&date.edtf, date.earliest, date.latest)),
        at,
    }
}

fn day_of(engine: &Engine, doc: DocId) -> Option<i32> {
    let card = engine.cards().get(doc.index())?;
    card.main_dates().find_map(|date| drawn(&date.edtf, date.earliest, date.latest).shape.place())
}

impl Arc {
    /// "3 citaten, 60 woorden".
    pub fn said(&self, words: &Words) -> [String; 2] {
        [
            count(self.n_links as usize, words.quote_one, words.quote_more, words.language),
            count(self.n_words as usize, words.word_one, words.word_more, words.language),
        ]
    }
}

/// A label in at most two lines of `width` pixels.
pub fn lines(name: &str, width: f64) -> Vec<String> {
    use super::measure::{fit, text_width};
    if text_width(name) <= width {
        return vec![name.to_owned()];
    }
    let mut first = String::new();
    for word in name.split_inclusive(' ') {
        if text_width(first.trim_end()) + text_width(word.trim_end()) > width && !first.is_empty() {
            break;
        }
        first.push_str(word);
    }
    let rest = fit(name[first.len()..].trim(), width);
    let first = fit(first.trim(), width);
    [first, rest].into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn labels_break_once() {
        assert_eq!(lines("Brief", 90.0), ["Brief"]);
        assert_eq!(lines("Publicatie over leiderschap", 99.0), ["Publicatie over", "leiderschap"]);
        assert_eq!(lines("Hoogwaardigheidsbekleder", 60.0), ["Hoogw…"]);
    }
}
