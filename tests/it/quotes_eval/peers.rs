//! Other tools on the same planted dossiers: Python libraries, run by the interpreter that `WEERKLANK_PEERS` names.

use super::score::Case;
use std::{
    io::Write,
    process::{Command, Stdio},
};
use weerklank::text::{Document, Span};

pub const ALL: [&str; 2] = ["rapidfuzz", "text-matcher"];

/// What a peer links, or why it could not be asked.
pub fn links(peer: &str, documents: &[Document]) -> Result<Vec<Case>, String> {
    let python = std::env::var_os("WEERKLANK_PEERS").ok_or("WEERKLANK_PEERS names no Python")?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/quotes_eval/peers.py");
    let said = |error: std::io::Error| error.to_string();
    let mut command = Command::new(python);
    let mut child =
        command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(said)?;
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let question = serde_json::json!({ "peer": peer, "texts": texts }).to_string();
    child.stdin.take().ok_or("no input")?.write_all(question.as_bytes()).map_err(said)?;
    let output = child.wait_with_output().map_err(said)?;
    let rows: Vec<[usize; 6]> = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let span = |doc: usize, start: usize, end: usize| {
        let text = &texts[doc];
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        (doc, Span::new(byte(start), byte(end)))
    };
    let case =
        |row: [usize; 6]| Case { a: span(row[0], row[1], row[2]), b: span(row[3], row[4], row[5]), directed: false };
    Ok(rows.into_iter().map(case).collect())
}
