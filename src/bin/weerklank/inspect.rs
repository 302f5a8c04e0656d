//! `weerklank inspect`: what a corpus file holds, and whether it is whole.

use crate::{
    Failure, input,
    output::{Table, json_line, stdout},
};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use std::{io::Write, path::Path};
use weerklank::corpus::{Corpus, format::Section};

#[derive(Serialize)]
struct Whole<'a> {
    documents: usize,
    title: &'a str,
    text_bytes: usize,
    sections: Vec<SectionRow>,
    damage: Vec<String>,
}

#[derive(Serialize)]
struct SectionRow {
    name: &'static str,
    raw_bytes: usize,
    gzip_bytes: usize,
}

pub fn run(path: &Path, json: bool) -> Result<(), Failure> {
    let corpus =
        Corpus::open(input::read(path)?.into()).map_err(|error| Failure::Corpus { path: path.to_owned(), error })?;
    let damage: Vec<String> = corpus.damage().iter().map(ToString::to_string).collect();
    let sections = Section::ALL.into_iter().filter_map(|section| {
        let bytes = corpus.section(section)?;
        Some(SectionRow { name: section.name(), raw_bytes: bytes.len(), gzip_bytes: gzip(bytes) })
    });
    let whole = Whole {
        documents: corpus.records().len(),
        title: &corpus.dossier().title,
        text_bytes: corpus.section(Section::Text).map_or(0, <[u8]>::len),
        sections: sections.collect(),
        damage,
    };
    let mut out = stdout();
    if json {
        json_line(&mut out, &whole)?;
    } else {
        writeln!(out, "{}: {} documents", whole.title, whole.documents)?;
        let mut table = Table::new(&["section", "bytes", "gzip"]);
        for row in &whole.sections {
            table.row(vec![row.name.into(), row.raw_bytes.to_string(), row.gzip_bytes.to_string()]);
        }
        table.print(&mut out)?;
        whole.damage.iter().try_for_each(|damage| writeln!(out, "{damage}"))?;
    }
    out.flush()?;
    match whole.damage.first() {
        Some(damage) => Err(Failure::Input(format!("{}: {damage}", path.display()))),
        None => Ok(()),
    }
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(0, |packed| packed.len())
}
