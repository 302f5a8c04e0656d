//! The words that the plain page adds to the documents, in both languages.

use crate::engine::{Basis, DateRole, Language};

#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub language: Language,
    pub documents: &'static str,
    pub timeline: &'static str,
    pub quotes: &'static str,
    pub missing: &'static str,
    pub kind: &'static str,
    pub author: &'static str,
    pub sender: &'static str,
    pub receiver: &'static str,
    pub date: &'static str,
    pub undated: &'static str,
    pub source: &'static str,
    pub rights: &'static str,
    pub comments: &'static str,
    pub to_dossier: &'static str,
    pub back_from_note: &'static str,
    pub quoted_in: &'static str,
    pub comes_from: &'static str,
    pub also_in: &'static str,
    pub only_quotes: &'static str,
    pub no_text: &'static str,
    pub large: &'static str,
    pub no_script: &'static str,
    pub somebody: &'static str,
}

const DUTCH: Words = Words {
    language: Language::Dutch,
    documents: "Documenten",
    timeline: "Tijdlijn",
    quotes: "Citaten",
    missing: "Niet in dit dossier",
    kind: "Soort",
    author: "Auteur",
    sender: "Van",
    receiver: "Aan",
    date: "Datum",
    undated: "ongedateerd",
    source: "Bron",
    rights: "Rechten",
    comments: "Lezersreacties",
    to_dossier: "Naar het dossier",
    back_from_note: "Terug naar de tekst bij noot",
    quoted_in: "Geciteerd in",
    comes_from: "Komt uit",
    also_in: "Staat ook in",
    only_quotes: "Van dit document staan hier alleen de geciteerde passages.",
    no_text: "De tekst van dit document staat niet in dit dossier.",
    large: "Dit dossier is te groot om hier als gewone tekst te tonen; dit zijn de documenten.",
    no_script: "Zoeken, tijdlijn en citaten hebben script nodig. Zonder script is dit dossier hier te lezen.",
    somebody: "Onbekende spreker",
};

const ENGLISH: Words = Words {
    language: Language::English,
    documents: "Documents",
    timeline: "Timeline",
    quotes: "Quotes",
    missing: "Not in this dossier",
    kind: "Kind",
    author: "Author",
    sender: "From",
    receiver: "To",
    date: "Date",
    undated: "undated",
    source: "Source",
    rights: "Rights",
    comments: "Readers' comments",
    to_dossier: "To the dossier",
    back_from_note: "Back to the text at note",
    quoted_in: "Quoted in",
    comes_from: "Comes from",
    also_in: "Also stands in",
    only_quotes: "Of this document only the quoted passages stand here.",
    no_text: "The text of this document is not in this dossier.",
    large: "This dossier is too large to show here as plain text; these are its documents.",
    no_script: "Search, timeline and quotes need script. Without script this dossier can be read here.",
    somebody: "Unknown speaker",
};

impl Words {
    /// Those of the dossier's own language: English where it is, else Dutch. `language` is BCP 47.
    pub fn of(language: &str) -> Words {
        let primary = language.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { ENGLISH } else { DUTCH }
    }

    fn either(self, nl: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Dutch => nl,
            Language::English => en,
        }
    }

    pub fn role(self, role: DateRole) -> &'static str {
        match role {
            DateRole::Written => self.either("geschreven", "written"),
            DateRole::Published => self.either("gepubliceerd", "published"),
            DateRole::Asked => self.either("gevraagd", "asked"),
            DateRole::Answered => self.either("beantwoord", "answered"),
            DateRole::Received => self.either("ontvangen", "received"),
        }
    }

    pub fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::Curated => self.either("door een mens gegeven", "given by a person"),
            Basis::Stated => self.either("staat in het document", "stands in the document"),
            Basis::Bounded => self.either("afgeleid uit tekst en dossier", "inferred from text and dossier"),
        }
    }
}
