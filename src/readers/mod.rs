//! Readers: bytes of a file in, [`Document`]s and warnings out. One file per format.
//!
//! A format's reader (`txt`, `md`, `jsonl`) turns decoded text into pieces: blocks in the making, each with the
//! way back to the file. `arrange` then says what they are by general rules: repeated page headers, paragraphs torn by
//! a page break, the document's own head, questions and answers, headings. What only a person can know comes from
//! `dossier.toml` through [`relayer`]. Cost: linear in the size of the file.

mod arrange;
mod decode;
mod field;
mod footnote;
mod furniture;
mod head;
mod heading;
mod ids;
mod jsonl;
mod links;
mod md;
mod motto;
mod piece;
mod question;
mod relayer;
mod shape;
mod signs;
mod tear;
mod txt;

pub use ids::settle_ids;
pub use relayer::{LayerRule, find_words, relayer};

use crate::text::{Document, Warned, Warning};
use decode::Decoded;

/// How a file's text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// Plain, or with signs of Markdown: the text itself decides.
    Text,
    Markdown,
    JsonLines,
}

impl Format {
    fn of(file: &str) -> Option<Format> {
        let (_, ending) = name_of(file).rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            _ => None,
        }
    }
}

/// Whether a folder's file of this name is one of its documents: one that there is a reader for, but no README, licence or
/// hidden file.
pub fn can_read(file: &str) -> bool {
    let name = name_of(file).to_ascii_lowercase();
    let about = ["readme", "license", "licence", "."].iter().any(|start| name.starts_with(start));
    !about && Format::of(file).is_some()
}

/// Reads one file. `file` is its path relative to the dossier's folder; its ending chooses the reader. Most files hold
/// one document, a `.jsonl` file one a line. What cannot be read gives no document and a warning that says why.
///
/// Offsets in the documents' source maps are bytes of the file as on disk; where it had to be decoded from another
/// encoding, of its UTF-8 form; for a `.jsonl` line, of the decoded `text`.
pub fn read(file: &str, bytes: &[u8]) -> Warned<Vec<Document>> {
    let warn = |problem: String, remedy: &str| Warning {
        file: file.to_owned(),
        line: None,
        problem,
        remedy: remedy.to_owned(),
    };
    let Some(format) = Format::of(file) else {
        let problem = format!("No reader knows the ending of {}.", name_of(file));
        let remedy = "Save it as .txt, .md or .jsonl, or leave it out of the dossier.";
        return Warned { value: vec![], warnings: vec![warn(problem, remedy)] };
    };
    let decoded = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => {
            return Warned { value: vec![], warnings: vec![warn(refusal.problem.to_owned(), refusal.remedy)] };
        }
    };
    let mut warnings: Vec<Warning> =
        decoded.remarks.iter().map(|remark| warn(remark.problem.to_owned(), remark.remedy)).collect();
    let value = match format {
        Format::JsonLines => {
            let read = jsonl::read(file, &decoded.text);
            warnings.extend(read.warnings);
            read.value
        }
        Format::Text | Format::Markdown => {
            let document = document(file, format, &decoded);
            if document.blocks.is_empty() {
                warnings.push(warn("The file holds no text.".to_owned(), "Leave it out, or save its text anew."));
            }
            vec![document]
        }
    };
    Warned { value, warnings }
}

fn document(file: &str, format: Format, decoded: &Decoded) -> Document {
    let mut document = Document { id: ids::proposed(file), file: file.to_owned(), ..Document::default() };
    lay_out(&mut document, format, &decoded.text, decoded.bom_len);
    document
}

/// Fills in a document's text, blocks, styles, source map and what its head says. `text` begins at `shift` bytes of the
/// file.
fn lay_out(document: &mut Document, format: Format, text: &str, shift: usize) {
    let marked_up = format == Format::Markdown || signs::shows_markdown(text);
    let pieces = if marked_up { md::pieces(text, shift) } else { txt::pieces(text, shift) };
    let lines = match format {
        Format::Markdown => arrange::Lines::Flow,
        _ => arrange::Lines::AsTyped(txt::wrap(text)),
    };
    let pieces = arrange::arrange(pieces, lines);
    head::tell(&pieces, &mut document.meta);
    piece::assemble(pieces, text, shift, document);
}

/// The last part of a path.
fn name_of(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// The name without folder and ending.
fn stem_of(file: &str) -> &str {
    let name = name_of(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
