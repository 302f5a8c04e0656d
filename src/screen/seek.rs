//! What the search view asks of a dossier, as messages: a large dossier is searched in a worker.
//!
//! [`answer`] is what both ends agree on: a worker calls it, and so does a page that is allowed none. Hits come first
//! ([`Question::Glance`]), counting follows when the typing rests.

use super::{
    help::{examples, syntax},
    results::{A_FEW, Way, is_few, ways},
    words,
};
use crate::engine::{Answer, DocId, Engine, Filters, Hit, Language};
use serde::{Deserialize, Serialize};

/// From this many bytes of text on, a dossier is searched in a worker: below, counting takes less than 20 ms.
pub const LARGE_BYTES: u64 = 2_000_000;

/// A query and what narrows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sought {
    pub query: String,
    pub filters: Filters,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The best hits at once.
    Glance(Sought),
    /// All that matches.
    Count(Sought),
    /// Hits that a counted answer names.
    Show { sought: Sought, forgiving: bool, passages: Vec<(DocId, u32)> },
    /// Ways out of an empty result.
    Ways(Sought, Language),
    /// What one could try.
    Examples(Language),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    Answer(Answer),
    Hits(Vec<Hit>),
    Ways(Vec<Way>),
    Examples { queries: Vec<String>, syntax: Vec<(String, String)> },
}

/// How many hits come with an answer.
pub const N_FIRST: usize = 60;

pub fn answer(engine: &Engine, question: &Question) -> Reply {
    match question {
        Question::Glance(sought) => Reply::Answer(engine.glance(&sought.query, &sought.filters, N_FIRST)),
        Question::Count(sought) => Reply::Answer(listed(engine.search(&sought.query, &sought.filters, N_FIRST))),
        Question::Show { sought, forgiving, passages } => Reply::Hits(engine.show(&sought.query, *forgiving, passages)),
        Question::Ways(sought, language) => {
            let nearest = engine.glance(&sought.query, &sought.filters, 0);
            Reply::Ways(ways(engine, &sought.query, &sought.filters, &nearest, words(*language)))
        }
        Question::Examples(language) => {
            let words = words(*language);
            Reply::Examples { queries: examples(engine, words), syntax: syntax(engine, words) }
        }
    }
}

/// Without what no list shows: of many documents a few hits each.
fn listed(mut answer: Answer) -> Answer {
    if is_few(&answer) {
        answer.groups.iter_mut().for_each(|group| group.more.truncate(A_FEW + 2));
    }
    answer
}
