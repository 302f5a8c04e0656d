//! `weerklank quotes`: who repeats whom, and what is missing.

use crate::{
    Failure, input,
    output::{Table, json_line, stdout},
    place::{Bytes, bytes},
};
use serde::Serialize;
use std::{io::Write, path::Path};
use weerklank::{
    corpus::Parts,
    engine::{Certainty, Change, Direction, Engine, Finding, Link, LinkKind, Marks, Quotation, Side},
    text::{Document, Layer, Said, Span},
};

#[derive(Serialize)]
struct LinkRow<'a> {
    r#type: &'static str,
    a: SideRow<'a>,
    b: SideRow<'a>,
    segments: Vec<SegmentRow>,
    kind: LinkKind,
    certainty: Certainty,
    direction: Direction,
    evidence: &'a [Said],
    marks: Marks,
    speaker_source: Option<&'a str>,
    speaker_target: Option<&'a str>,
    diff: Vec<DiffRow<'a>>,
    findings: &'a [Finding],
    summary: &'a Said,
}

#[derive(Serialize)]
struct SideRow<'a> {
    document: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
    layer: Layer,
}

#[derive(Serialize)]
struct SegmentRow {
    a: Bytes,
    b: Bytes,
}

#[derive(Serialize)]
struct DiffRow<'a> {
    change: Change,
    number: u32,
    a: Option<&'a str>,
    b: Option<&'a str>,
}

#[derive(Serialize)]
struct QuotationRow<'a> {
    r#type: &'static str,
    document: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
    layer: Layer,
    closed: bool,
    speaker: Option<&'a str>,
    named_source: Option<&'a str>,
    linked: bool,
}

pub fn run(source: &Path, quotations: bool, unlinked: bool, json: bool) -> Result<(), Failure> {
    let engine = input::engine(source, Parts { dates: true, quotes: true, index: false })?;
    let mut out = stdout();
    if !unlinked {
        links(&engine, json, &mut out)?;
    }
    if quotations || unlinked {
        let shown = engine.quotations().iter().filter(|quotation| !unlinked || !quotation.linked);
        quotation_rows(&engine, shown, json, &mut out)?;
    }
    Ok(out.flush()?)
}

fn links(engine: &Engine, json: bool, out: &mut impl Write) -> Result<(), Failure> {
    let mut table = Table::new(&["bron", "citeert", "soort", "zekerheid", "tekens", "woorden"]);
    for link in engine.links() {
        let row = link_row(engine, link);
        if json {
            json_line(out, &row)?;
        } else {
            let kinds = [format!("{:?}", row.kind), format!("{:?}", row.certainty), format!("{:?}", row.marks)];
            let [kind, certainty, marks] = kinds.map(|word| word.to_lowercase());
            let target = match row.direction {
                Direction::AToB => format!("→ {}", row.b.document),
                Direction::Parallel => format!("∥ {}", row.b.document),
            };
            table.row(vec![row.a.document.into(), target, kind, certainty, marks, row.b.text.into()]);
        }
    }
    if !json {
        table.print(out)?;
    }
    Ok(())
}

fn quotation_rows<'a>(
    engine: &'a Engine,
    quotations: impl Iterator<Item = &'a Quotation>,
    json: bool,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let mut table = Table::new(&["document", "spreker", "gesloten", "bron", "woorden"]);
    for quotation in quotations {
        let row = quotation_row(engine, quotation);
        if json {
            json_line(out, &row)?;
        } else {
            let yes_or_no = |yes: bool| if yes { "ja" } else { "nee" };
            let (closed, linked) = (yes_or_no(row.closed), if row.linked { "gevonden" } else { "niet hier" });
            table.row([row.document, row.speaker.unwrap_or(""), closed, linked, row.text].map(String::from).into());
        }
    }
    if !json {
        writeln!(out)?;
        table.print(out)?;
    }
    Ok(())
}

fn link_row<'a>(engine: &'a Engine, link: &'a Link) -> LinkRow<'a> {
    let (a, b) = (engine.document(link.a.doc), engine.document(link.b.doc));
    let words = |document: &'a Document, span: Option<Span>| span.map(|span| span.of(&document.text));
    let segments = link.segments.iter().map(|segment| SegmentRow { a: bytes(a, segment.a), b: bytes(b, segment.b) });
    let diff = link.diff.iter().map(|run| DiffRow {
        change: run.change,
        number: run.number,
        a: words(a, run.a),
        b: words(b, run.b),
    });
    LinkRow {
        r#type: "link",
        a: side_row(a, link.a),
        b: side_row(b, link.b),
        segments: segments.collect(),
        kind: link.kind,
        certainty: link.certainty,
        direction: link.direction,
        evidence: &link.evidence,
        marks: link.marks,
        speaker_source: link.speaker_source.as_deref(),
        speaker_target: link.speaker_target.as_deref(),
        diff: diff.collect(),
        findings: &link.findings,
        summary: &link.summary,
    }
}

fn side_row(document: &Document, side: Side) -> SideRow<'_> {
    let place = bytes(document, side.span);
    SideRow {
        document: &document.id,
        file: &document.file,
        line: document.line,
        start_byte: place.start_byte,
        end_byte: place.end_byte,
        text: side.span.of(&document.text),
        layer: side.layer,
    }
}

fn quotation_row<'a>(engine: &'a Engine, quotation: &'a Quotation) -> QuotationRow<'a> {
    let document = engine.document(quotation.doc);
    let place = bytes(document, quotation.span);
    QuotationRow {
        r#type: "quotation",
        document: &document.id,
        file: &document.file,
        line: document.line,
        start_byte: place.start_byte,
        end_byte: place.end_byte,
        text: quotation.span.of(&document.text),
        layer: quotation.layer,
        closed: quotation.closed,
        speaker: quotation.speaker.as_deref(),
        named_source: quotation.named_source.map(|span| span.of(&document.text)),
        linked: quotation.linked,
    }
}
