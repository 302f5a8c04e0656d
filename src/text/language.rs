//! The languages of the interface, and words said in both.

use super::Wire;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Wire)]
pub enum Language {
    #[default]
    Dutch,
    English,
}

/// A sentence of ours about the documents, in both languages: what was found and why. Plain text, never markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
pub struct Said {
    pub nl: String,
    pub en: String,
}

impl Said {
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Said {
        Said { nl: nl.into(), en: en.into() }
    }

    pub fn r#in(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}
