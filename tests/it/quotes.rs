//! Quotes on whole dossiers: the five documents, and the laws that hold for any.

#![allow(clippy::unwrap_used)]

use weerklank::{
    quotes::{Change, Quotable, Quotes, detect},
    text::{DocId, Document},
};

pub fn quotables(documents: &[Document]) -> Vec<Quotable<'_>> {
    let quotable = |(index, document)| Quotable {
        doc: DocId(index as u32),
        document,
        earliest_day: None,
        latest_day: None,
        named_days: &[],
    };
    documents.iter().enumerate().map(quotable).collect()
}

fn seeds() -> Vec<Document> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "txt"))
        .flat_map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            weerklank::readers::read(name, &std::fs::read(file).unwrap()).value
        })
        .collect()
}

fn print(documents: &[Document], quotes: &Quotes) {
    for link in &quotes.links {
        let side = |side: weerklank::quotes::Side| {
            let document = &documents[side.doc.index()];
            format!("{} {:?}", &document.id[..3], side.span.of(&document.text))
        };
        eprintln!(
            "{:?} {:?} {:?} {:?} {} segments",
            link.kind,
            link.certainty,
            link.direction,
            link.marks,
            link.segments.len()
        );
        eprintln!("  a {} [{:?}]", side(link.a), link.speaker_source);
        eprintln!("  b {} [{:?}]", side(link.b), link.speaker_target);
        eprintln!("  {:?} {}", link.findings, link.summary.nl);
        for run in link.diff.iter().filter(|run| run.change != Change::Same) {
            let of = |span: Option<weerklank::text::Span>, doc: DocId| {
                span.map(|span| span.of(&documents[doc.index()].text))
            };
            eprintln!("    {} {:?} {:?} -> {:?}", run.number, run.change, of(run.a, link.a.doc), of(run.b, link.b.doc));
        }
        for said in &link.evidence {
            eprintln!("    * {}", said.nl);
        }
    }
    for quotation in &quotes.quotations {
        let text = &documents[quotation.doc.index()].text;
        eprintln!(
            "{} {}{} {:?} by {:?} in {:?}",
            &documents[quotation.doc.index()].id[..3],
            if quotation.linked { "linked" } else { "" },
            if quotation.closed { "" } else { "UNCLOSED" },
            quotation.span.of(text),
            quotation.speaker,
            quotation.named_source.map(|span| span.of(text)),
        );
    }
}

#[test]
#[ignore = "prints, for people"]
fn show_the_five_documents() {
    let documents = seeds();
    let mut quotables = quotables(&documents);
    let days = [(19311, 19311), (19312, 19382), (19556, 19556), (19775, 19775), (19769, 19769)];
    for (quotable, (earliest, latest)) in quotables.iter_mut().zip(days) {
        (quotable.earliest_day, quotable.latest_day) = (Some(earliest), Some(latest));
    }
    print(&documents, &detect(&quotables));
}
