//! `weerklank timeline`: documents and events in order of time.

use crate::{
    Failure, input,
    output::{Table, json_line, stdout},
    place::{Place, bytes, place},
    usage::Form,
};
use serde::Serialize;
use std::{io::Write, path::Path};
use weerklank::{
    corpus::Parts,
    engine::{Engine, Entry, EntryKind, Language, Telling},
    screen::{self, export_timeline},
};

#[derive(Serialize)]
struct Row<'a> {
    title: &'a str,
    edtf: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    earliest: Option<String>,
    latest: Option<String>,
    kind: &'static str,
    curated: bool,
    disagreeing: bool,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    document: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
    clause: Place,
    edtf: &'a str,
    why: &'a str,
    why_en: &'a str,
}

pub fn run(source: &Path, form: Form) -> Result<(), Failure> {
    let engine = input::engine(source, Parts { dates: true, quotes: false, index: false })?;
    let mut out = stdout();
    match form {
        Form::Table => table(&engine).print(&mut out)?,
        Form::Json => engine.timeline().iter().try_for_each(|entry| json_line(&mut out, &row(&engine, entry)))?,
        Form::Csv => write!(out, "{}", exported(&engine, export_timeline::csv))?,
        Form::Ics => write!(out, "{}", exported(&engine, export_timeline::ics))?,
        Form::TimelineJs => write!(out, "{}", exported(&engine, export_timeline::timelinejs))?,
        Form::Svg => write!(out, "{}", exported(&engine, export_timeline::svg))?,
    }
    Ok(out.flush()?)
}

fn table(engine: &Engine) -> Table {
    let mut table = Table::new(&["wanneer", "soort", "documenten", "wat"]);
    for entry in engine.timeline() {
        let row = row(engine, entry);
        let mut documents: Vec<&str> = row.sources.iter().map(|source| source.document).collect();
        documents.dedup();
        table.row([row.edtf, row.kind, &documents.join(" "), row.title].map(String::from).into());
    }
    table
}

/// The whole timeline, as the page writes it.
fn exported(engine: &Engine, write: fn(&Engine, &[u32], &screen::Words) -> String) -> String {
    let entries: Vec<u32> = (0..engine.timeline().len() as u32).collect();
    write(engine, &entries, screen::words(Language::Dutch))
}

fn row<'a>(engine: &'a Engine, entry: &'a Entry) -> Row<'a> {
    Row {
        title: &entry.title,
        edtf: &entry.edtf,
        found: entry.found.as_deref(),
        earliest: entry.earliest.map(|day| day.to_string()),
        latest: entry.latest.map(|day| day.to_string()),
        kind: match entry.kind {
            EntryKind::Document { .. } => "document",
            EntryKind::Event => "event",
        },
        curated: entry.curated,
        disagreeing: entry.disagreeing,
        sources: entry.sources.iter().map(|telling| told(engine, telling)).collect(),
    }
}

fn told<'a>(engine: &'a Engine, telling: &'a Telling) -> Source<'a> {
    let document = engine.document(telling.doc);
    let words = bytes(document, telling.span);
    Source {
        document: &document.id,
        file: &document.file,
        line: document.line,
        start_byte: words.start_byte,
        end_byte: words.end_byte,
        text: telling.span.of(&document.text),
        clause: place(document, telling.clause),
        edtf: &telling.edtf,
        why: &telling.why.nl,
        why_en: &telling.why.en,
    }
}
