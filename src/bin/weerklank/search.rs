//! `weerklank search`: passages that a query means, best first.

use crate::{
    Failure, input,
    output::{Table, json_line, stdout},
    place::{Place, bytes, place},
};
use serde::Serialize;
use std::{io::Write, path::Path};
use weerklank::{
    corpus::Parts,
    engine::{Engine, Filters, Found, Language},
    text::Layer,
};

#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    passage: u32,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    layer: Layer,
    start_byte: u32,
    end_byte: u32,
    score: f32,
    snippet: &'a str,
    /// Of the file.
    highlights: Vec<Place>,
}

pub fn run(source: &Path, query: &str, limit: usize, json: bool) -> Result<(), Failure> {
    let engine = input::engine(source, Parts { quotes: false, ..Parts::ALL })?;
    // What was understood, and said about it, comes from the page's own question; the passages from the one that also adds,
    // below those that hold all that was asked for, those that come near.
    let filters = Filters { noise: true, ..Filters::default() };
    let answer = engine.search(query, &filters, 0);
    for note in &answer.notes {
        eprintln!("{}", note.r#in(Language::Dutch));
    }
    let hits = engine.find(query, limit);
    let mut out = stdout();
    if json {
        for hit in &hits {
            json_line(&mut out, &row(&engine, hit))?;
        }
    } else {
        for correction in &answer.corrections {
            writeln!(out, "Bedoelde u {:?}? Daarop is gezocht (getypt: {:?}).", correction.used, correction.typed)?;
        }
        if hits.is_empty() && !answer.nearest.is_empty() {
            writeln!(out, "Geen treffers. Wel in dit dossier: {}", answer.nearest.join(", "))?;
        }
        let mut table = Table::new(&["score", "document", "passage", "tekst"]);
        for hit in &hits {
            let row = row(&engine, hit);
            let cells = [format!("{:.2}", row.score), row.document.into(), row.passage.to_string(), row.snippet.into()];
            table.row(cells.into());
        }
        table.print(&mut out)?;
    }
    Ok(out.flush()?)
}

fn row<'a>(engine: &'a Engine, hit: &'a Found<'_>) -> Row<'a> {
    let document = engine.document(hit.doc);
    let whole = bytes(document, hit.span);
    Row {
        document: &document.id,
        passage: hit.passage,
        file: &document.file,
        line: document.line,
        layer: hit.layer,
        start_byte: whole.start_byte,
        end_byte: whole.end_byte,
        score: hit.score,
        snippet: &hit.snippet,
        highlights: hit.highlights.iter().map(|span| place(document, *span)).collect(),
    }
}
