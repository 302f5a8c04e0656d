//! Standard output: JSON lines for programs, tables for people.

use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

pub fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

pub fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// A table: columns as wide as their widest cell, the last one cut to the terminal's width.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(head: &[&str]) -> Table {
        Table { rows: vec![head.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.into_iter().map(|cell| one_line(&cell)).collect());
    }

    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let n_columns = self.rows.first().map_or(0, Vec::len);
        let widest = |column: usize| self.rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
        let widths: Vec<usize> = (0..n_columns).map(widest).collect();
        let before_last: usize = widths.iter().take(n_columns.saturating_sub(1)).map(|width| width + 2).sum();
        let room = if io::stdout().is_terminal() { columns().saturating_sub(before_last).max(20) } else { usize::MAX };
        for row in &self.rows {
            for (column, cell) in row.iter().enumerate() {
                if column + 1 == n_columns {
                    writeln!(out, "{}", cut(cell, room))?;
                } else {
                    write!(out, "{cell}{:1$}", "", widths[column] - width(cell) + 2)?;
                }
            }
        }
        Ok(())
    }
}

fn columns() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(120)
}

fn width(text: &str) -> usize {
    text.chars().count()
}

fn cut(text: &str, room: usize) -> String {
    match text.char_indices().nth(room) {
        Some(_) => text.chars().take(room.saturating_sub(1)).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// White space as single spaces; what a terminal would obey (escape sequences in a document) is shown, not sent.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
