//! Texts of a folder as plain paragraphs: `.txt` as it is, `.xml` without its tags.

use std::path::Path;
use weerklank::text::{Block, BlockKind, Document, Layer, SourceMap, Span};

/// At most `most` texts, by file name; long ones are cut.
pub fn texts(folder: &Path, most: usize) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let text = std::fs::read_to_string(file).ok()?.replace("\r\n", "\n");
        match file.extension()?.to_str()? {
            "txt" | "md" => Some(paragraphs(&text)),
            "xml" => Some(paragraphs(&without_tags(&text))),
            _ => None,
        }
    };
    files.iter().filter_map(read).filter(|text| text.len() > 600).take(most).collect()
}

/// Parts long texts, so that there are enough documents to quote from and in.
pub fn parted(texts: Vec<String>, longest_bytes: usize) -> Vec<String> {
    let mut parts = Vec::new();
    for text in texts {
        let mut part = String::new();
        for paragraph in text.split("\n\n") {
            part.push_str(paragraph);
            part.push_str("\n\n");
            if part.len() > longest_bytes {
                parts.push(std::mem::take(&mut part).trim_end().to_owned());
            }
        }
        if part.len() > 600 {
            parts.push(part.trim_end().to_owned());
        }
    }
    parts
}

fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name: String = tag.trim_start_matches('/').chars().take_while(|c| c.is_alphanumeric()).collect();
        if matches!(name.as_str(), "al" | "p" | "u" | "seg" | "head" | "titel" | "note") {
            text.push('\u{1}');
        }
        rest = after;
    }
    text.push_str(rest);
    let unescaped = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&apos;", "'");
    unescaped
        .split('\u{1}')
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn paragraphs(text: &str) -> String {
    let parts = text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// A document of paragraphs parted by blank lines.
pub fn document(id: &str, text: String) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for piece in text.split("\n\n") {
        let span = Span::new(at, at + piece.len());
        blocks.push(Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] });
        at += piece.len() + 2;
    }
    let source = SourceMap::identity(text.len());
    Document { id: id.to_owned(), file: format!("{id}.txt"), text, blocks, source, ..Document::default() }
}
