//! `dossier.toml`: what people know about a dossier and its documents, and where they correct what was found.
//!
//! Strict on purpose: a key that is not known is an error, never passed over. A misspelt `show = "metadata"` that went
//! unnoticed would ship a text that may not be shipped.

use crate::{
    dates::EventOverride,
    readers::{LayerRule, find_words, relayer},
    text::{CuratedDate, DateRole, DocId, Document, Layer, Meta, Show, Told, Warned, Warning},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt};

/// The name that the file has in a dossier's folder.
pub const MANIFEST_FILE: &str = "dossier.toml";

/// A dossier's title and documents, and a person's corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub title: Option<String>,
    pub description: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// EDTF interval: what the timeline is about. What lies before it is what went before.
    pub window: Option<String>,
    /// In the order in which the dossier shows them. Empty: every readable file of the folder.
    pub documents: Vec<ManifestDocument>,
    /// Documents by their ids here, as the file has them; [`Manifest::event_overrides`] finds them.
    pub events: Vec<EventEntry>,
    pub quotes: Vec<QuoteEntry>,
}

/// What a person says of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ManifestDocument {
    /// Path relative to the dossier's folder, with `/`.
    pub file: String,
    pub id: Option<String>,
    /// Only what is told: the rest is empty.
    pub meta: Meta,
    /// `None` leaves the document as its file has it.
    pub show: Option<Show>,
    pub layers: Vec<LayerRule>,
}

/// `[[event]]`: see [`EventOverride`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventEntry {
    pub doc: Option<String>,
    pub quote: Option<String>,
    pub title: Option<String>,
    pub edtf: Option<String>,
    #[serde(default)]
    pub hide: bool,
    #[serde(default)]
    pub merge: Vec<String>,
    pub source: Option<String>,
}

/// `[[quote]]`: words of a quoting passage, and what to do with the links found there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteEntry {
    /// The document that quotes, and words of the passage.
    pub doc: String,
    pub quote: String,
    /// The document and words that it draws on: a link that a person makes, or the one of several that is meant.
    pub link: Option<Place>,
    /// Shows no link here; with `link`, not that one.
    #[serde(default)]
    pub hide: bool,
    /// Says that the links found here are right, also one that was only offered.
    #[serde(default)]
    pub confirm: bool,
    /// Words of passages of the same document whose links are one with this one.
    #[serde(default)]
    pub merge: Vec<String>,
    pub source: Option<String>,
}

/// Words in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub doc: String,
    pub quote: String,
}

/// A [`QuoteEntry`] whose documents were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteOverride {
    pub doc: DocId,
    pub quote: String,
    pub link: Option<(DocId, String)>,
    pub hide: bool,
    pub confirm: bool,
    pub merge: Vec<String>,
    pub source: Option<String>,
}

/// Why a `dossier.toml` cannot be read: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManifestError {
    /// 1-based.
    pub line: u32,
    pub problem: String,
    pub remedy: String,
}

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MANIFEST_FILE}, line {}: {} {}", self.line, self.problem, self.remedy)
    }
}

impl std::error::Error for ManifestError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Option<String>,
    description: Option<String>,
    language: Option<String>,
    window: Option<String>,
    #[serde(default)]
    document: Vec<toml::Spanned<RawDocument>>,
    #[serde(default)]
    event: Vec<EventEntry>,
    #[serde(default)]
    quote: Vec<QuoteEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDocument {
    file: String,
    id: Option<String>,
    title: Option<Words>,
    short_title: Option<String>,
    kind: Option<Words>,
    #[serde(default)]
    dates: Vec<RawDate>,
    author: Option<Words>,
    sender: Option<Words>,
    receiver: Option<Words>,
    publisher: Option<Words>,
    source: Option<String>,
    rights: Option<String>,
    show: Option<Show>,
    language: Option<String>,
    #[serde(default)]
    layer: Vec<RawLayer>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected words in quotation marks, or { value = \"…\", source = \"…\" }")]
enum Words {
    Plain(String),
    Sourced(Sourced),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sourced {
    value: String,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDate {
    #[serde(default)]
    role: DateRole,
    edtf: String,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLayer {
    layer: Layer,
    from: String,
    #[serde(default)]
    to: String,
}

impl Manifest {
    /// Reads a `dossier.toml`. What cannot be understood is an error; what can, but is likely meant otherwise, a warning.
    ///
    /// # Errors
    /// Broken TOML, unknown keys and values, a file outside the folder, two documents of one file or id.
    pub fn parse(text: &str) -> Result<Warned<Manifest>, ManifestError> {
        let raw: Raw = toml::from_str(text).map_err(|error| explain(text, &error))?;
        let mut manifest = Manifest {
            title: raw.title,
            description: raw.description,
            language: raw.language,
            window: raw.window,
            documents: Vec::with_capacity(raw.document.len()),
            events: raw.event,
            quotes: raw.quote,
        };
        let mut taken: BTreeMap<String, &'static str> = BTreeMap::new();
        for spanned in raw.document {
            let line = line_of(text, spanned.span().start);
            let document = ManifestDocument::from(spanned.into_inner());
            check(&document, &mut taken).map_err(|(problem, remedy)| ManifestError {
                line,
                problem,
                remedy: remedy.to_owned(),
            })?;
            manifest.documents.push(document);
        }
        let warnings = manifest.doubts();
        Ok(Warned { value: manifest, warnings })
    }

    fn doubts(&self) -> Vec<Warning> {
        let warn = |problem: String, remedy: &str| Warning {
            file: MANIFEST_FILE.to_owned(),
            line: None,
            problem,
            remedy: remedy.to_owned(),
        };
        let mut warnings = Vec::new();
        if self.title.is_none() {
            warnings.push(warn("The dossier has no title.".to_owned(), "Write title = \"…\" at the top."));
        }
        if let Some(window) = self.window.as_ref().filter(|window| window.split('/').count() != 2) {
            let problem = format!("The window “{window}” is not an interval.");
            warnings.push(warn(problem, "Write it as \"2021/2024\"."));
        }
        for event in self.events.iter().filter(|event| event.quote.is_none() && event.edtf.is_none()) {
            let title = event.title.as_deref().unwrap_or("without a title");
            let problem = format!("The event {title} has neither words of a document nor a date.");
            warnings.push(warn(problem, "Give it doc and quote, or edtf."));
        }
        warnings
    }

    /// What a person says of a file.
    pub fn document(&self, file: &str) -> Option<&ManifestDocument> {
        self.documents.iter().find(|document| document.file == file)
    }

    /// The corrections of events, with the documents they mean. One that means a document that is not there is left out,
    /// with a warning.
    pub fn event_overrides(&self, documents: &[Document]) -> Warned<Vec<EventOverride>> {
        let mut found = Warned { value: Vec::new(), warnings: Vec::new() };
        for event in &self.events {
            let doc = match event.doc.as_deref().map(|id| place_of(id, documents)) {
                Some(Err(warning)) => {
                    found.warnings.push(warning);
                    continue;
                }
                Some(Ok(doc)) => Some(doc),
                None => None,
            };
            found.warnings.extend(doc.and_then(|doc| missing_words(doc, event.quote.as_deref()?, documents)));
            found.value.push(EventOverride {
                doc,
                quote: event.quote.clone(),
                title: event.title.clone(),
                edtf: event.edtf.clone(),
                hide: event.hide,
                merge: event.merge.clone(),
                source: event.source.clone(),
            });
        }
        found
    }

    /// The corrections of quotes, with the documents they mean; as [`Manifest::event_overrides`].
    pub fn quote_overrides(&self, documents: &[Document]) -> Warned<Vec<QuoteOverride>> {
        let mut found = Warned { value: Vec::new(), warnings: Vec::new() };
        for entry in &self.quotes {
            let link = entry.link.as_ref();
            let places = place_of(&entry.doc, documents).and_then(|doc| {
                let link = link.map(|place| Ok((place_of(&place.doc, documents)?, place.quote.clone()))).transpose()?;
                Ok((doc, link))
            });
            match places {
                Ok((doc, link)) => {
                    let ends =
                        std::iter::once((doc, &entry.quote)).chain(link.iter().map(|(doc, words)| (*doc, words)));
                    found.warnings.extend(ends.filter_map(|(doc, words)| missing_words(doc, words, documents)));
                    found.value.push(QuoteOverride {
                        doc,
                        quote: entry.quote.clone(),
                        link,
                        hide: entry.hide,
                        confirm: entry.confirm,
                        merge: entry.merge.clone(),
                        source: entry.source.clone(),
                    });
                }
                Err(warning) => found.warnings.push(warning),
            }
        }
        found
    }
}

impl ManifestDocument {
    /// Lays what is told over what was found in the document, and moves its parts to their layers.
    pub fn apply(&self, document: &mut Document) -> Vec<Warning> {
        let (told, found) = (&self.meta, &mut document.meta);
        let lay = |told: &Option<Told>, found: &mut Option<Told>| {
            if told.is_some() {
                found.clone_from(told);
            }
        };
        lay(&told.title, &mut found.title);
        lay(&told.kind, &mut found.kind);
        lay(&told.author, &mut found.author);
        lay(&told.sender, &mut found.sender);
        lay(&told.receiver, &mut found.receiver);
        lay(&told.publisher, &mut found.publisher);
        let lay = |told: &Option<String>, found: &mut Option<String>| {
            if told.is_some() {
                found.clone_from(told);
            }
        };
        lay(&told.short_title, &mut found.short_title);
        lay(&told.source, &mut found.source);
        lay(&told.rights, &mut found.rights);
        lay(&told.language, &mut found.language);
        found.show = self.show.unwrap_or(found.show);
        found.dates.extend(told.dates.iter().cloned());
        // What is said of a `.jsonl` file holds for each of its lines; a name and stretches of text cannot.
        if document.line.is_some() {
            return Vec::new();
        }
        if let Some(id) = &self.id {
            document.id.clone_from(id);
        }
        relayer(document, &self.layers)
    }
}

impl From<RawDocument> for ManifestDocument {
    fn from(raw: RawDocument) -> ManifestDocument {
        let told = |words: Option<Words>| {
            words.map(|words| match words {
                Words::Plain(value) => Told { value, curated: true, source: None },
                Words::Sourced(Sourced { value, source }) => Told { value, curated: true, source },
            })
        };
        let date = |date: RawDate| CuratedDate { role: date.role, edtf: date.edtf, source: date.source };
        let layer = |rule: RawLayer| LayerRule { layer: rule.layer, from: rule.from, to: rule.to };
        ManifestDocument {
            file: raw.file.replace('\\', "/"),
            id: raw.id,
            meta: Meta {
                title: told(raw.title),
                short_title: raw.short_title,
                kind: told(raw.kind),
                dates: raw.dates.into_iter().map(date).collect(),
                author: told(raw.author),
                sender: told(raw.sender),
                receiver: told(raw.receiver),
                publisher: told(raw.publisher),
                source: raw.source,
                rights: raw.rights,
                language: raw.language,
                ..Meta::default()
            },
            show: raw.show,
            layers: raw.layer.into_iter().map(layer).collect(),
        }
    }
}

/// What makes a document of the list impossible, and what to do.
fn check(
    document: &ManifestDocument,
    taken: &mut BTreeMap<String, &'static str>,
) -> Result<(), (String, &'static str)> {
    let file = document.file.as_str();
    let outside = file.starts_with('/') || file.get(1..2) == Some(":") || file.split('/').any(|part| part == "..");
    if outside || file.is_empty() {
        return Err((format!("The file “{file}” is not in the dossier's folder."), "Name it relative to the folder."));
    }
    if taken.insert(format!("file {file}"), "file").is_some() {
        return Err((format!("The file “{file}” is listed twice."), "Keep one of the two."));
    }
    if let Some(id) = &document.id {
        if id.is_empty() || id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '/' | '#' | '?')) {
            let remedy = "Use letters, digits, hyphens: it stands in addresses.";
            return Err((format!("The id “{id}” cannot stand in an address."), remedy));
        }
        if taken.insert(format!("id {id}"), "id").is_some() {
            return Err((format!("Two documents are called “{id}”."), "Give each an id of its own."));
        }
    }
    if let Some(rule) = document.layers.iter().find(|rule| rule.from.trim().is_empty()) {
        let problem = format!("A stretch of layer {} does not say where it begins.", rule.layer.name());
        return Err((problem, "Copy its first words from the file into from = \"…\"."));
    }
    Ok(())
}

fn place_of(id: &str, documents: &[Document]) -> Result<DocId, Warning> {
    let place = documents.iter().position(|document| document.id == id);
    place.map(|index| DocId(index as u32)).ok_or_else(|| Warning {
        file: MANIFEST_FILE.to_owned(),
        line: None,
        problem: format!("A correction means document “{id}”, which is not in the dossier."),
        remedy: "Use the id of one of its documents.".to_owned(),
    })
}

/// The warning that a correction's words are not in its document.
fn missing_words(doc: DocId, words: &str, documents: &[Document]) -> Option<Warning> {
    let document = documents.get(doc.index())?;
    find_words(&document.text, words, 0).is_none().then(|| Warning {
        file: MANIFEST_FILE.to_owned(),
        line: None,
        problem: format!("A correction means the words “{words}”, which are not in document {}.", document.id),
        remedy: "Copy the words from the file.".to_owned(),
    })
}

fn explain(text: &str, error: &toml::de::Error) -> ManifestError {
    let line = line_of(text, error.span().map_or(0, |span| span.start));
    let message = error.message().trim().trim_end_matches('.');
    ManifestError {
        line,
        problem: format!("{message}."),
        remedy: "Mend that line; seeds/README.md shows all that may stand there.".to_owned(),
    }
}

fn line_of(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or("");
    u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_person_writes() {
        let text = r#"
            title = "Proef"
            window = "2020/2021"
            [[document]]
            id = "a"
            file = "a.txt"
            title = { value = "Brief over de brug", source = "het archief" }
            sender = "De gemeente"
            show = "quotes"
            dates = [{ role = "published", edtf = "2020-05" }]
            [[document.layer]]
            layer = "advertisement"
            from = "Te koop"
            [[event]]
            doc = "a"
            quote = "ging de brug open"
            title = "Opening van de brug"
            [[event]]
            doc = "b"
            hide = true
            quote = "x"
        "#;
        let Warned { value: manifest, warnings } = Manifest::parse(text).unwrap();
        assert_eq!(warnings, []);
        let mut document = Document { file: "a.txt".into(), ..Document::default() };
        let warnings = manifest.document("a.txt").unwrap().apply(&mut document);
        assert_eq!(warnings.len(), 1, "the words of the layer are not in an empty document");
        assert_eq!(document.id, "a");
        assert_eq!(document.meta.show, Show::Quotes);
        let title = document.meta.title.clone().unwrap();
        assert!(title.curated && title.source.as_deref() == Some("het archief"));
        assert_eq!(document.meta.dates[0].role, DateRole::Published);
        let events = manifest.event_overrides(&[document]);
        assert_eq!((events.value.len(), events.warnings.len()), (1, 2), "words that are not in a, and document b");
        assert_eq!(events.value[0].doc, Some(DocId(0)));
    }

    #[test]
    fn names_what_cannot_be_read() {
        let check = |text: &str, line: u32, words: &str| {
            let error = Manifest::parse(text).expect_err(text);
            assert_eq!(error.line, line, "{error}");
            assert!(error.problem.contains(words), "{error}");
        };
        check("title = \"x", 1, "string");
        check("title = \"x\"\ntitel = \"y\"", 2, "titel");
        check("title = \"x\"\n[[document]]\nfile = \"a\"\nshow = \"none\"", 4, "none");
        check("title = \"x\"\n[[document]]\nfile = \"a\"\ntitle = 3", 4, "expected words");
        check("[[document]]\nfile = \"../a\"", 1, "folder");
        check("[[document]]\nfile = \"a\"\n[[document]]\nfile = \"a\"", 3, "twice");
        check("[[document]]\nfile = \"a\"\nid = \"1\"\n\n[[document]]\nfile = \"b\"\nid = \"1\"", 5, "called");
        check("[[document]]\nfile = \"a\"\nid = \"een twee\"", 1, "address");
    }
}
