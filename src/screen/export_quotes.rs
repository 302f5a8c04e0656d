//! Quotes for elsewhere: a citation for the clipboard, CSV, and W3C Web Annotations.

use super::{
    Route, Words,
    diff::counts,
    export::{csv_row, in_file, json_text},
    quotes::{finding_name, marks_word},
    timeline_dates::short_value,
};
use crate::engine::{Certainty, Direction, Engine, Language, Link, LinkKind, Side, Span};

/// How a quote is written for elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CiteAs {
    Plain,
    Markdown,
    /// Plain, with the address of each passage.
    Linked,
}

/// The quoting words and the words they come from, each with its source. `page` is the address before the hash.
pub fn cite(engine: &Engine, link: &Link, page: &str, language: Language, form: CiteAs) -> String {
    let title = engine.dossier().title;
    let part = |side: Side| {
        let card = engine.cards().get(side.doc.index());
        let name = card.map_or("", |card| card.title.value.as_str());
        let date = card.and_then(|card| card.main_dates().next());
        let date = date.map(|date| format!(", {}", short_value(&date.edtf, date.earliest, date.latest, language)));
        let date = date.unwrap_or_default();
        let said = words_of(engine, side);
        let id = card.map_or(String::new(), |card| card.id.clone());
        let address = format!("{page}{}", Route::words(id, side.span).href());
        match form {
            CiteAs::Plain => format!("„{said}”\n{name}{date}, in: {title}"),
            CiteAs::Linked => format!("„{said}”\n{name}{date}, in: {title}\n{address}"),
            CiteAs::Markdown => {
                let (said, name, title) = (escaped(&said), escaped(name), escaped(&title));
                format!("> {said}\n>\n> — [{name}](<{address}>){date}, in: {title}")
            }
        }
    };
    format!("{}\n\n{}", part(link.b), part(link.a))
}

/// Words that Markdown takes for nothing but words.
fn escaped(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for sign in words.chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            written.push('\\');
        }
        written.push(sign);
    }
    written
}

fn words_of(engine: &Engine, side: Side) -> String {
    side.span.of(&engine.document(side.doc).text).replace('\n', " ")
}

const COLUMNS: [&str; 22] = [
    "link",
    "kind",
    "certainty",
    "direction",
    "marks",
    "a_document",
    "a_file",
    "a_start_byte",
    "a_end_byte",
    "a_text",
    "b_document",
    "b_file",
    "b_start_byte",
    "b_end_byte",
    "b_text",
    "speaker_source",
    "speaker_target",
    "findings",
    "words_same",
    "words",
    "summary",
    "evidence",
];

/// A row a link. Offsets are bytes of the file.
pub fn csv(engine: &Engine, links: &[u32], words: &Words) -> String {
    let mut csv = String::new();
    csv_row(&COLUMNS, &mut csv);
    for (index, link) in chosen(engine, links) {
        let findings: Vec<&str> = link.findings.iter().map(|finding| finding_name(*finding)).collect();
        let evidence: Vec<&str> = link.evidence.iter().map(|said| said.r#in(words.language)).collect();
        let tallied = counts(link);
        let mut fields = vec![
            index.to_string(),
            kind_name(link.kind).to_owned(),
            (if link.certainty == Certainty::Certain { "certain" } else { "maybe" }).to_owned(),
            (if link.direction == Direction::AToB { "a->b" } else { "parallel" }).to_owned(),
            marks_word(link.marks, words).to_owned(),
        ];
        for side in [link.a, link.b] {
            let document = engine.document(side.doc);
            let place = in_file(document, side.span);
            fields.extend([document.id.clone(), document.file.clone()]);
            fields.extend([place.start_byte.to_string(), place.end_byte.to_string()]);
            fields.push(side.span.of(&document.text).to_owned());
        }
        fields.extend([link.speaker_source.clone(), link.speaker_target.clone()].map(Option::unwrap_or_default));
        fields.extend([findings.join("; "), tallied.same.to_string(), tallied.all.to_string()]);
        fields.extend([link.summary.r#in(words.language).to_owned(), evidence.join("; ")]);
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        csv_row(&fields, &mut csv);
    }
    csv
}

fn chosen<'a>(engine: &'a Engine, links: &'a [u32]) -> impl Iterator<Item = (u32, &'a Link)> {
    links.iter().filter_map(|index| Some((*index, engine.links().get(*index as usize)?)))
}

fn kind_name(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Verbatim => "verbatim",
        LinkKind::Partial => "partial",
        LinkKind::Altered => "altered",
        LinkKind::Paraphrase => "paraphrase",
        LinkKind::Formula => "formula",
    }
}

/// Characters around a quote by which it is found again.
const AROUND: usize = 32;

/// A page of Web Annotations (W3C, 2017): each links the quoting words (target) to their source (body), both selected by
/// their words with what stands around, and by their place in code points of the document's text; where the document is no
/// web page, by the bytes of its file too, markup and line ends included.
pub fn annotations(engine: &Engine, links: &[u32], words: &Words) -> String {
    let item = |(index, link): (u32, &Link)| {
        let summary = json_text(link.summary.r#in(words.language));
        format!(
            "{{\"id\":\"urn:weerklank:link:{index}\",\"type\":\"Annotation\",\"motivation\":\"linking\",\"body\":[{},{{\"type\":\"TextualBody\",\"purpose\":\"describing\",\"format\":\"text/plain\",\"language\":\"{}\",\"value\":{summary}}}],\"target\":{}}}",
            resource(engine, link.a),
            if words.language == Language::Dutch { "nl" } else { "en" },
            resource(engine, link.b)
        )
    };
    let items: Vec<String> = chosen(engine, links).map(item).collect();
    format!(
        "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:weerklank:links\",\"type\":\"AnnotationPage\",\"items\":[{}]}}\n",
        items.join(",\n")
    )
}

fn resource(engine: &Engine, side: Side) -> String {
    let document = engine.document(side.doc);
    let card = engine.cards().get(side.doc.index());
    let on_web = card.and_then(|card| card.source.clone());
    let bytes = in_file(document, side.span);
    let in_bytes = match on_web {
        Some(_) => String::new(),
        None => {
            format!(",{{\"type\":\"DataPositionSelector\",\"start\":{},\"end\":{}}}", bytes.start_byte, bytes.end_byte)
        }
    };
    let source = on_web.unwrap_or_else(|| {
        let mut urn = "urn:weerklank:document:".to_owned();
        super::address::encode(&document.id, &mut urn);
        urn
    });
    let Span { start_byte, end_byte } = side.span;
    let before = document.text.get(..start_byte as usize).unwrap_or("");
    let after = document.text.get(end_byte as usize..).unwrap_or("");
    let exact = side.span.of(&document.text);
    let start = before.chars().count();
    let prefix: String = before.chars().skip(start.saturating_sub(AROUND)).collect();
    let suffix: String = after.chars().take(AROUND).collect();
    format!(
        "{{\"type\":\"SpecificResource\",\"source\":{},\"selector\":[{{\"type\":\"TextQuoteSelector\",\"exact\":{},\"prefix\":{},\"suffix\":{}}},{{\"type\":\"TextPositionSelector\",\"start\":{start},\"end\":{}}}{in_bytes}]}}",
        json_text(&source),
        json_text(exact),
        json_text(&prefix),
        json_text(&suffix),
        start + exact.chars().count()
    )
}
