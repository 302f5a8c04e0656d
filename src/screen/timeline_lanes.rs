//! Which lane an entry stands in: documents and events, or one lane a document, kind or speaker.

use super::Words;
use crate::engine::{Card, DocId, Engine, Entry, EntryKind, Order, Told};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    #[default]
    Nature,
    Document,
    Kind,
    Speaker,
}

impl Lanes {
    pub const ALL: [Lanes; 4] = [Lanes::Nature, Lanes::Document, Lanes::Kind, Lanes::Speaker];

    /// As the address names them; the usual ones are not named.
    pub fn name(self) -> &'static str {
        match self {
            Lanes::Nature => "",
            Lanes::Document => "document",
            Lanes::Kind => "soort",
            Lanes::Speaker => "spreker",
        }
    }

    pub fn named(lanes: &[String]) -> Lanes {
        Lanes::ALL
            .into_iter()
            .find(|choice| lanes.first().is_some_and(|name| name == choice.name()))
            .unwrap_or_default()
    }

    pub fn label(self, words: &Words) -> &'static str {
        match self {
            Lanes::Nature => words.lanes_nature,
            Lanes::Document => words.lanes_document,
            Lanes::Kind => words.lanes_kind,
            Lanes::Speaker => words.lanes_speaker,
        }
    }
}

/// Names of the lanes, and for each entry (the undated documents behind the timeline's end included) its lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assigned {
    pub names: Vec<String>,
    pub of: Vec<u16>,
}

/// No picture holds more lanes; the last then gathers what is left.
const MOST: usize = 12;

pub fn assign(choice: Lanes, engine: &Engine, undated: &[DocId], words: &Words) -> Assigned {
    let timeline = engine.timeline();
    if choice == Lanes::Nature {
        let lane = |entry: &Entry| u16::from(entry.kind == EntryKind::Event);
        let of = timeline.iter().map(lane).chain(undated.iter().map(|_| 0)).collect();
        return Assigned { names: vec![words.documents.to_owned(), words.events.to_owned()], of };
    }
    let cards = engine.cards();
    let key = |doc: DocId, entry: Option<&Entry>| {
        let card = cards.get(doc.index());
        match choice {
            Lanes::Document => card.map(|card| card.short_title.clone()),
            Lanes::Kind => card.and_then(|card| told(&card.kind)),
            _ => entry.and_then(|entry| speaker(engine, entry)).or_else(|| card.and_then(writer)),
        }
    };
    let keys = timeline.iter().map(|entry| doc_of(entry).and_then(|doc| key(doc, Some(entry))));
    let keys: Vec<Option<String>> = keys.chain(undated.iter().map(|doc| key(*doc, None))).collect();
    gather(&keys, words.lanes_unknown, words.lanes_other)
}

/// The document that tells it first.
pub fn doc_of(entry: &Entry) -> Option<DocId> {
    match entry.kind {
        EntryKind::Document { doc, .. } => Some(doc),
        EntryKind::Event => entry.sources.first().map(|source| source.doc),
    }
}

/// Whose words the event's clause stands in, where it stands in a quotation.
fn speaker(engine: &Engine, entry: &Entry) -> Option<String> {
    let telling = entry.sources.first().filter(|_| entry.kind == EntryKind::Event)?;
    let quotations = engine.quotations();
    let from = quotations.partition_point(|quotation| quotation.doc < telling.doc);
    let same_document = quotations[from..].iter().take_while(|quotation| quotation.doc == telling.doc);
    same_document
        .filter(|quotation| quotation.span.contains(telling.span))
        .find_map(|quotation| quotation.speaker.clone())
}

fn writer(card: &Card) -> Option<String> {
    told(&card.author).or_else(|| told(&card.sender))
}

fn told(fact: &Option<Told>) -> Option<String> {
    fact.as_ref().map(|told| told.value.clone())
}

/// Lanes in the order in which they first occur; the smallest are gathered where there are too many.
fn gather(keys: &[Option<String>], unknown: &str, other: &str) -> Assigned {
    let mut lanes: Vec<(Option<&str>, usize)> = Vec::new();
    let mut at = std::collections::HashMap::new();
    for key in keys {
        let key = key.as_deref();
        let lane = *at.entry(key).or_insert_with(|| {
            lanes.push((key, 0));
            lanes.len() - 1
        });
        lanes[lane].1 += 1;
    }
    let mut kept: Vec<usize> = (0..lanes.len()).collect();
    if lanes.len() > MOST {
        kept.order_by_key(|lane| (std::cmp::Reverse(lanes[*lane].1), *lane));
        kept.truncate(MOST - 1);
        kept.order();
    }
    let mut names: Vec<String> = kept.iter().map(|lane| lanes[*lane].0.unwrap_or(unknown).to_owned()).collect();
    if lanes.len() > MOST {
        names.push(other.to_owned());
    }
    let place = |key: &Option<String>| kept.binary_search(&at[&key.as_deref()]).unwrap_or(MOST - 1) as u16;
    Assigned { of: keys.iter().map(place).collect(), names }
}

#[cfg(test)]
mod tests {
    use super::gather;

    #[test]
    fn gathers_the_smallest() {
        let keys: Vec<Option<String>> =
            (0..40).map(|n| Some(format!("{}", n % 20))).chain([None, Some("3".into())]).collect();
        let lanes = gather(&keys, "onbekend", "overige");
        assert_eq!(lanes.names.len(), 12);
        assert_eq!(lanes.names[11], "overige");
        assert_eq!((lanes.of[3], lanes.of[41], lanes.of[19], lanes.of[40]), (3, 3, 11, 11));
        let few = gather(&[Some("a".into()), None], "onbekend", "overige");
        assert_eq!((few.names, few.of), (vec!["a".to_owned(), "onbekend".to_owned()], vec![0, 1]));
    }
}
