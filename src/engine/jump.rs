//! The jump palette.

use super::{Block, BlockKind, Engine, EntryKind, Told};
use crate::{
    search::fuzzy::Fuzzy,
    text::{DocId, Order, Span},
};
use serde::{Deserialize, Serialize};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// One line of the palette, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Jump {
    pub kind: JumpKind,
    pub label: String,
    /// What tells it apart: the document's name, the date.
    pub hint: String,
    /// Byte ranges of `label` that matched.
    pub matched: Vec<Span>,
    pub score: i64,
}

/// Where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JumpKind {
    Document {
        doc: DocId,
    },
    Heading {
        doc: DocId,
        span: Span,
    },
    /// Index into [`Engine::timeline`].
    Event {
        entry: u32,
    },
    /// Index into [`Engine::links`].
    Quote {
        link: u32,
    },
    /// A speaker or author; `label` is the name.
    Person,
}

/// Above this many documents, headings are left out: to know them, every document would have to be laid out.
const MAX_LAID_OUT: usize = 400;
/// A quote's label is cut at a word below this many bytes.
const LABEL: usize = 90;

/// What fits `needle`, best first. An empty needle gives the documents first, then what else there is in its order.
pub fn jump(engine: &Engine, needle: &str, limit: usize) -> Vec<Jump> {
    let fuzzy = Fuzzy::default();
    let mut found = Vec::new();
    for target in targets(engine) {
        if needle.trim().is_empty() && found.len() == limit {
            break;
        }
        let Some(fit) = fuzzy.fit(&target.label, needle) else { continue };
        let score = if needle.trim().is_empty() { 0 } else { fit.score + target.bonus };
        let Target { kind, label, hint, .. } = target;
        found.push(Jump { kind, label, hint, matched: fit.matched, score });
    }
    found.order_by_key(|jump| Reverse(jump.score));
    found.truncate(limit);
    found
}

struct Target {
    kind: JumpKind,
    label: String,
    hint: String,
    /// What one jumps to most often stands first where letters fit as well.
    bonus: i64,
}

fn targets(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    documents(engine).chain(persons(engine)).chain(headings(engine)).chain(events(engine)).chain(quotes(engine))
}

fn documents(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    engine.cards().iter().map(|card| Target {
        kind: JumpKind::Document { doc: card.doc },
        label: card.title.value.clone(),
        hint: if card.short_title == card.title.value { card.id.clone() } else { card.short_title.clone() },
        bonus: 20,
    })
}

fn persons(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    let told = |told: &Option<Told>| told.as_ref().map(|told| told.value.clone());
    let named = engine.cards().iter().flat_map(move |card| {
        [told(&card.author), told(&card.sender), told(&card.receiver)]
            .into_iter()
            .flatten()
            .map(|name| (name, card.short_title.clone()))
    });
    let speakers = engine.quotations().iter().filter_map(|quotation| {
        let card = engine.cards().get(quotation.doc.index())?;
        Some((quotation.speaker.clone()?, card.short_title.clone()))
    });
    let mut hints: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, hint) in named.chain(speakers) {
        hints.entry(name).or_default().insert(hint);
    }
    hints.into_iter().map(|(label, hints)| Target {
        kind: JumpKind::Person,
        label,
        hint: hints.into_iter().take(3).collect::<Vec<_>>().join(", "),
        bonus: 10,
    })
}

fn headings(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    let cards = if engine.cards().len() <= MAX_LAID_OUT { engine.cards() } else { &[] };
    cards.iter().flat_map(|card| {
        let document = engine.document(card.doc);
        let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Heading { .. }) && !block.layer.is_noise();
        document.blocks.iter().filter(is_heading).map(|block| Target {
            kind: JumpKind::Heading { doc: card.doc, span: block.span },
            label: one_line(block.span.of(&document.text)),
            hint: card.short_title.clone(),
            bonus: 5,
        })
    })
}

fn events(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    let entries = (0..).zip(engine.timeline()).filter(|(_, entry)| entry.kind == EntryKind::Event);
    entries.map(|(at, entry)| Target {
        kind: JumpKind::Event { entry: at },
        label: one_line(&entry.title),
        hint: Engine::say_date(&entry.edtf).nl,
        bonus: 0,
    })
}

fn quotes(engine: &Engine) -> impl Iterator<Item = Target> + '_ {
    let name = |doc: DocId| engine.cards().get(doc.index()).map_or("", |card| card.short_title.as_str());
    (0..).zip(engine.links()).map(move |(at, link)| Target {
        kind: JumpKind::Quote { link: at },
        label: one_line(link.b.span.of(&engine.document(link.b.doc).text)),
        hint: format!("{} → {}", name(link.a.doc), name(link.b.doc)),
        bonus: 0,
    })
}

/// `text` with single spaces, cut at a word where it is long.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.len() + word.len() > LABEL {
            line.push_str(" …");
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
