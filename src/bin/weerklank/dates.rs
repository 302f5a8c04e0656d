//! `weerklank dates`: expressions of time, and what they mean.

use crate::{
    Failure, input,
    output::{Table, json_line, stdout},
    place::{bytes, layer},
};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, Write},
    path::PathBuf,
};
use weerklank::{
    corpus::Parts,
    dates::{self, Day, Mention, TimexKind},
    text::{Document, Layer},
};

#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    layer: Layer,
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
    r#type: TimexKind,
    value: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<&'a str>,
    why: &'a str,
    why_en: &'a str,
}

pub fn run(sources: &[PathBuf], json: bool) -> Result<(), Failure> {
    let built = input::built(sources, Parts { dates: true, quotes: false, index: false })?;
    let mut out = stdout();
    let mut table = Table::new(&["document", "waarde", "soort", "laag", "woorden", "waarom"]);
    for (document, mentions) in built.documents.iter().zip(&built.mentions) {
        for mention in mentions {
            let row = row(document, mention);
            if json {
                json_line(&mut out, &row)?;
            } else {
                let kind = format!("{:?}", row.r#type).to_uppercase();
                let cells = [row.document, row.value, &kind, row.layer.name(), row.text, row.why];
                table.row(cells.map(String::from).into());
            }
        }
    }
    if !json {
        table.print(&mut out)?;
    }
    Ok(out.flush()?)
}

fn row<'a>(document: &'a Document, mention: &'a Mention) -> Row<'a> {
    let place = bytes(document, mention.span);
    Row {
        document: &document.id,
        file: &document.file,
        line: document.line,
        layer: layer(document, mention.span),
        start_byte: place.start_byte,
        end_byte: place.end_byte,
        text: mention.span.of(&document.text),
        r#type: mention.kind,
        value: &mention.value,
        earliest: mention.earliest.map(|day| day.to_string()),
        latest: mention.latest.map(|day| day.to_string()),
        derived: mention.derived.as_deref(),
        anchor: mention.anchor.as_deref(),
        why: &mention.why.nl,
        why_en: &mention.why.en,
    }
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    reference_date: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    spans: Vec<LineSpan<'a>>,
}

#[derive(Serialize)]
struct LineSpan<'a> {
    start: u32,
    end: u32,
    r#type: TimexKind,
    value: &'a str,
}

/// `dates --lines`: a JSON line in, a JSON line out. A line that cannot be read is a warning; the others go on.
pub fn lines() -> Result<(), Failure> {
    let mut out = stdout();
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| input::failed(&PathBuf::from("(standard input)"), error))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = match serde_json::from_str(&line) {
            Ok(line) => line,
            Err(error) => {
                eprintln!(
                    "warning: line {}: not of the form {{\"id\", \"text\", \"reference_date\"}} ({error}).",
                    index + 1
                );
                continue;
            }
        };
        let reference = line.reference_date.as_deref().and_then(day);
        let mentions = dates::mentions_in(&line.text, reference);
        let spans = mentions.iter().map(|mention| LineSpan {
            start: mention.span.start_byte,
            end: mention.span.end_byte,
            r#type: mention.kind,
            value: &mention.value,
        });
        json_line(&mut out, &Answer { id: &line.id, spans: spans.collect() })?;
    }
    Ok(out.flush()?)
}

/// A reference date: a day, with or without a time behind it.
fn day(text: &str) -> Option<Day> {
    let mut parts = text.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Day::from_ymd(year, month, parts.next()?.parse().ok()?)
}
