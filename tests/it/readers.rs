//! Readers: what blocks invented texts give, laws that hold for any bytes, and the outline of the default dossier.

use proptest::prelude::*;
use std::{fmt::Write as _, fs, path::Path};
use weerklank::{
    corpus::Manifest,
    readers,
    text::{Block, BlockKind, Document, InlineKind},
};

/// One line a block: its layer, its kind, its first and last words, where it stands in the file.
fn outline(document: &Document) -> String {
    let mut outline = String::new();
    for block in &document.blocks {
        let words: Vec<&str> = block.span.of(&document.text).split_whitespace().collect();
        let words = match words.as_slice() {
            [first @ .., _, _, _] if first.len() > 4 => {
                format!("{} … {}", words[..4].join(" "), words[words.len() - 3..].join(" "))
            }
            all => all.join(" "),
        };
        let source: Vec<String> =
            block.source.iter().map(|span| format!("{}-{}", span.start_byte, span.end_byte)).collect();
        let kind = kind(document, block);
        writeln!(outline, "{} {kind} | {words} | {}", block.layer.name(), source.join(" ")).expect("a string grows");
    }
    outline
}

fn kind(document: &Document, block: &Block) -> String {
    match &block.kind {
        BlockKind::Title => "title".into(),
        BlockKind::Heading { level } => format!("heading-{level}"),
        BlockKind::Paragraph => "paragraph".into(),
        BlockKind::Quote => "quote".into(),
        BlockKind::PullQuote => "pull-quote".into(),
        BlockKind::ListItem { depth, marker, .. } => format!("item-{depth} {marker}"),
        BlockKind::Question { number } => format!("question {number}"),
        BlockKind::Answer { number } => format!("answer {number}"),
        BlockKind::Label => "label".into(),
        BlockKind::Field { value_start_byte } => {
            let label = &document.text[block.span.start()..*value_start_byte as usize];
            format!("field[{}]", label.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        BlockKind::Footnote { label } => format!("footnote {label}"),
        BlockKind::Caption => "caption".into(),
        BlockKind::TableRow { head: true } => "table-head".into(),
        BlockKind::TableRow { head: false } => "table-row".into(),
        BlockKind::Preformatted => "preformatted".into(),
        BlockKind::Rule => "rule".into(),
    }
}

#[test]
fn outlines_of_the_default_dossier_stand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("seeds/dossier.toml")).unwrap();
    let manifest = Manifest::parse(&text).unwrap();
    assert_eq!(manifest.warnings, []);
    let mut documents = Vec::new();
    for told in &manifest.value.documents {
        let read = readers::read(&told.file, &fs::read(root.join("seeds").join(&told.file)).unwrap());
        assert_eq!(read.warnings, []);
        documents.extend(read.value);
    }
    assert_eq!(readers::settle_ids(&mut documents), []);
    for document in &mut documents {
        let told = manifest.value.document(&document.file).unwrap();
        assert_eq!(told.apply(document), [], "{}", document.file);
        let golden = root.join(format!("tests/golden/outline-{}.txt", document.id));
        let got = outline(document);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &got).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(got, expected, "{}: look at the change, then run with UPDATE_GOLDEN=1", document.file);
    }
    assert_eq!(manifest.value.event_overrides(&documents).warnings, []);
    assert_eq!(manifest.value.quote_overrides(&documents).warnings, []);
}
