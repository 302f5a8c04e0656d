//! The jump palette.

use super::Engine;
use crate::text::{DocId, Span};
use serde::{Deserialize, Serialize};

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

pub fn jump(engine: &Engine, needle: &str, limit: usize) -> Vec<Jump> {
    let _ = (engine, needle, limit);
    Vec::new()
}
