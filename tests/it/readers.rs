//! Readers: what blocks invented texts give, laws that hold for any bytes, and the outline of the default dossier.

use proptest::prelude::*;
use std::{fmt::Write as _, fs, path::Path};
use weerklank::{
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
    let mut files: Vec<_> = fs::read_dir(root.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files {
        let file = path.file_name().unwrap().to_str().unwrap();
        if !readers::can_read(file) || file.starts_with("README") {
            continue;
        }
        let read = readers::read(file, &fs::read(&path).unwrap());
        assert_eq!(read.warnings, []);
        let document = &read.value[0];
        let golden = root.join(format!("tests/golden/outline-{}.txt", document.id));
        let got = outline(document);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &got).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(got, expected, "{file}: look at the change, then run with UPDATE_GOLDEN=1");
    }
}
