//! What a reader typed, understood. Cannot fail.

use crate::text::Span;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub clauses: Vec<Clause>,
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    Word { text: String, span: Span },
}

/// What a `name:` before a value asks about; the engine settles these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Speaker,
    Kind,
    Document,
    After,
    Before,
    Between,
}

impl Query {
    pub fn parse(_typed: &str) -> Query {
        Query::default()
    }
}
