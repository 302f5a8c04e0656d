//! Readers: bytes of a file in, [`Document`]s and warnings out. One file per format.

use crate::text::{Block, BlockKind, Document, Layer, SourceMap, Span, Warned};

/// Reads one file. `file` is its path relative to the dossier's folder; its ending chooses the reader. Most files hold
/// one document, a `.jsonl` file one a line. What cannot be read gives no document and a warning that says why.
pub fn read(file: &str, bytes: &[u8]) -> Warned<Vec<Document>> {
    // Placeholder until the readers land: every paragraph is a block.
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut blocks = Vec::new();
    let mut at = 0;
    for piece in text.split("\n\n") {
        let start = at + (piece.len() - piece.trim_start().len());
        let span = Span::new(start, start + piece.trim().len());
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] });
        }
        at += piece.len() + 2;
    }
    let id = file.split(['_', '.']).next().unwrap_or(file).to_owned();
    let source = SourceMap::identity(text.len());
    Warned {
        value: vec![Document { id, file: file.to_owned(), text, blocks, source, ..Document::default() }],
        warnings: vec![],
    }
}

/// Whether a reader takes files of this name.
pub fn can_read(file: &str) -> bool {
    let lower = file.to_lowercase();
    let skipped = lower.starts_with("readme") || lower.starts_with("license") || lower.starts_with('.');
    !skipped && [".txt", ".md", ".jsonl"].iter().any(|ending| lower.ends_with(ending))
}
