//! Pieces: blocks in the making, each with its own text, styles and way back to the file.
//!
//! Readers make them, the rules of [`super::arrange`] split, join and name them, [`assemble`] lays them end to end.

use crate::text::{Block, BlockKind, Document, Inline, InlineKind, Layer, Run, Span};
use std::collections::BTreeSet;

/// One block in the making. Spans of `inlines` and `text_byte` of `runs` are of this piece's own text.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub kind: Kind,
    pub layer: Layer,
    pub text: String,
    pub runs: Vec<Run>,
    /// Sorted by where they end.
    pub inlines: Vec<Inline>,
    /// Of the file, rising, not touching each other.
    pub source: Vec<Span>,
    /// No blank line parts it from the piece before.
    pub tight: bool,
    /// A page break stands just before it.
    pub after_page_break: bool,
}

/// What a piece is. Like [`BlockKind`], with what is not yet settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing says so yet: a paragraph, unless a rule knows better.
    #[default]
    Plain,
    Settled(BlockKind),
    /// A heading at the level the file gives it.
    Heading(u8),
    /// The label is the stretch up to this byte of the piece's text.
    Field(usize),
}

impl Piece {
    pub fn is_plain(&self) -> bool {
        self.kind == Kind::Plain
    }

    /// Plain, and among the document's own running text.
    pub fn is_plain_body(&self) -> bool {
        self.is_plain() && self.layer == Layer::Body
    }

    pub fn settle(&mut self, kind: BlockKind) {
        self.kind = Kind::Settled(kind);
    }

    /// Appends text that stands in the file at `span`, to the letter. Carriage returns before a line feed and control
    /// characters have no place in a document's text: the first fall away, the others become U+FFFD.
    pub fn push_source(&mut self, text: &str, start_byte: usize) {
        let mut from = 0;
        let bytes = text.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            if byte >= 0x20 && byte != 0x7f || matches!(byte, b'\n' | b'\t') {
                continue;
            }
            self.push_verbatim(&text[from..at], start_byte + from);
            let shown = match byte {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => "",
                b'\r' => "\n",
                0x0c | 0x0b => " ",
                _ => "\u{fffd}",
            };
            self.push_as(shown, Span::new(start_byte + at, start_byte + at + 1));
            from = at + 1;
        }
        self.push_verbatim(&text[from..], start_byte + from);
    }

    fn push_verbatim(&mut self, text: &str, start_byte: usize) {
        if !text.is_empty() {
            self.push_run(text, Span::new(start_byte, start_byte + text.len()));
        }
    }

    /// Appends text that stands for other bytes of the file.
    pub fn push_as(&mut self, text: &str, source: Span) {
        if !text.is_empty() {
            self.push_run(text, source);
        }
    }

    fn push_run(&mut self, text: &str, source: Span) {
        let len = |bytes: usize| u32::try_from(bytes).expect("a document holds less than 4 GiB");
        self.runs.push(Run {
            text_byte: len(self.text.len()),
            text_len: len(text.len()),
            source_byte: source.start_byte,
            source_len: len(source.len()),
        });
        self.text.push_str(text);
    }

    /// Appends text that the file does not hold.
    pub fn push_own(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Makes the last character, a line feed, a break that means something.
    pub fn mark_break(&mut self) {
        let end = self.text.len();
        if self.text.ends_with('\n') {
            self.inlines.push(Inline { span: Span::new(end - 1, end), kind: InlineKind::LineBreak });
        }
    }

    /// Makes line feeds, named by where they stand, breaks that mean something.
    pub fn mark_breaks(&mut self, line_feeds: impl Iterator<Item = usize>) {
        let is_break = |inline: &Inline| inline.kind == InlineKind::LineBreak;
        let known: BTreeSet<usize> =
            self.inlines.iter().filter(|inline| is_break(inline)).map(|inline| inline.span.start()).collect();
        self.inlines.extend(
            line_feeds
                .filter(|at| !known.contains(at))
                .map(|at| Inline { span: Span::new(at, at + 1), kind: InlineKind::LineBreak }),
        );
        self.inlines.sort_by_key(|inline| inline.span.end_byte);
    }

    /// Whether the text ends in a reference to a note.
    pub fn ends_with_reference(&self) -> bool {
        self.inlines.last().is_some_and(|inline| {
            matches!(inline.kind, InlineKind::FootnoteRef { .. }) && inline.span.end() == self.text.len()
        })
    }

    /// The lines of the text with where each starts.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.split('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        })
    }

    /// Where in the file the text from this byte on stands.
    fn source_at(&self, byte: usize) -> Option<u32> {
        let at = byte as u32;
        let run = self.runs.get(self.runs.partition_point(|run| run.text_byte + run.text_len <= at))?;
        let inside = if run.text_len == run.source_len { at.saturating_sub(run.text_byte) } else { 0 };
        Some(run.source_byte + inside)
    }

    /// Whether the file can be parted where the text can: not inside a run that is not verbatim.
    pub fn can_part(&self, byte: usize) -> bool {
        let at = byte as u32;
        let run = self.runs.get(self.runs.partition_point(|run| run.text_byte + run.text_len <= at));
        run.is_none_or(|run| run.text_byte >= at || run.text_len == run.source_len)
    }

    /// Parts the piece in front of each of these rising bytes of its text. Parts without text are left out, but for the
    /// first.
    pub fn part_at(mut self, bytes: &[usize]) -> Vec<Piece> {
        let mut parts: Vec<Piece> = Vec::with_capacity(bytes.len() + 1);
        // From the back, so that each cut touches only what it takes off.
        for byte in bytes.iter().rev() {
            let part = self.split_off(*byte);
            if !part.text.is_empty() {
                parts.push(part);
            }
        }
        parts.push(self);
        parts.reverse();
        parts
    }

    /// Parts the piece in front of this byte of its text: the first keeps what is before it. Both are trimmed. What
    /// parts them in the file goes to the first. Costs what it takes off.
    pub fn split_off(&mut self, byte: usize) -> Piece {
        let byte = byte.min(self.text.len());
        if self.text[..byte].trim().is_empty() {
            return std::mem::take(self);
        }
        let mut rest = Piece { kind: Kind::Plain, layer: self.layer, tight: true, ..Piece::default() };
        let skip = self.text[byte..].len() - self.text[byte..].trim_start().len();
        let cut = self.source_at(byte + skip);
        rest.text = self.text.split_off(byte);
        let first = self.runs.partition_point(|run| run.text_byte + run.text_len <= byte as u32);
        for run in self.runs.split_off(first) {
            let (before, after) = cut_run(run, byte as u32);
            self.runs.extend(before);
            rest.runs.extend(after);
        }
        let first = self.inlines.partition_point(|inline| inline.span.end() <= byte);
        for inline in self.inlines.split_off(first) {
            let (start, end) = (inline.span.start(), inline.span.end());
            if start < byte {
                self.inlines.push(Inline { span: Span::new(start, byte), kind: inline.kind.clone() });
            }
            rest.inlines.push(Inline { span: Span::new(start.max(byte) - byte, end - byte), kind: inline.kind });
        }
        if let Some(cut) = cut {
            let first = self.source.partition_point(|span| span.end_byte <= cut);
            for span in self.source.split_off(first) {
                let middle = cut.clamp(span.start_byte, span.end_byte);
                keep(&mut self.source, span.start_byte, middle);
                keep(&mut rest.source, middle, span.end_byte);
            }
        }
        self.trim();
        rest.trim();
        rest
    }

    /// Appends another piece behind a soft line break.
    pub fn append(&mut self, other: Piece) {
        self.push_own("\n");
        self.join(other);
    }

    fn join(&mut self, other: Piece) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.runs.extend(other.runs.into_iter().map(|run| Run { text_byte: run.text_byte + by as u32, ..run }));
        self.inlines
            .extend(other.inlines.into_iter().map(|inline| Inline { span: inline.span.shift(by), kind: inline.kind }));
        self.source.extend(other.source);
        self.source.sort();
        self.source.dedup_by(|next, last| {
            let touches = next.start_byte <= last.end_byte;
            if touches {
                *last = last.hull(*next);
            }
            touches
        });
    }

    /// Puts the marker of a list item, which stands first in its source, back in front of the text.
    pub fn put_back(&mut self, marker: &str) {
        let Some(source) = self.source.first().copied() else { return };
        let rest = std::mem::take(self);
        *self = Piece { kind: rest.kind.clone(), layer: rest.layer, tight: rest.tight, ..Piece::default() };
        self.push_verbatim(marker, source.start());
        self.push_own(" ");
        self.join(rest);
    }

    /// Takes white space off both ends of the text.
    pub fn trim(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len() as u32;
        while let Some(run) = self.runs.pop_if(|run| run.text_byte + run.text_len > end) {
            self.runs.extend(cut_run(run, end).0);
        }
        let first = self.inlines.partition_point(|inline| inline.span.end_byte <= end);
        for inline in self.inlines.split_off(first) {
            if inline.span.start_byte < end {
                self.inlines.push(Inline { span: Span { end_byte: end, ..inline.span }, ..inline });
            }
        }
        self.cut_front(self.text.len() - self.text.trim_start().len());
    }

    /// Takes this many bytes off the front of the text; the source keeps them.
    pub fn cut_front(&mut self, bytes: usize) {
        if bytes == 0 {
            return;
        }
        self.text.drain(..bytes);
        self.runs = std::mem::take(&mut self.runs).into_iter().filter_map(|run| cut_run(run, bytes as u32).1).collect();
        self.inlines.retain_mut(|inline| {
            let shifted = |byte: u32| byte.saturating_sub(bytes as u32);
            inline.span = Span { start_byte: shifted(inline.span.start_byte), end_byte: shifted(inline.span.end_byte) };
            !inline.span.is_empty()
        });
        if let Kind::Field(value) = &mut self.kind {
            *value = value.saturating_sub(bytes);
        }
    }
}

fn keep(spans: &mut Vec<Span>, start_byte: u32, end_byte: u32) {
    if start_byte < end_byte {
        spans.push(Span { start_byte, end_byte });
    }
}

/// The parts of a run in front of a byte of the text and from it on, the second counted from there. A run that is not
/// verbatim cannot be cut: the side with its first byte takes its source whole.
fn cut_run(run: Run, byte: u32) -> (Option<Run>, Option<Run>) {
    if run.text_byte >= byte {
        return (None, Some(Run { text_byte: run.text_byte - byte, ..run }));
    }
    if run.text_byte + run.text_len <= byte {
        return (Some(run), None);
    }
    let head = byte - run.text_byte;
    let tail = run.text_len - head;
    if run.text_len != run.source_len {
        return (Some(Run { text_len: head, ..run }), Some(Run { text_byte: 0, text_len: tail, ..run }));
    }
    let before = Run { text_len: head, source_len: head, ..run };
    let after = Run { text_byte: 0, text_len: tail, source_byte: run.source_byte + head, source_len: tail };
    (Some(before), Some(after))
}

/// Lays pieces end to end, parted by blank lines, as a document's text, blocks, styles and source map. `file` is the text
/// that the pieces were read from; it begins at `shift` bytes.
pub(super) fn assemble(pieces: Vec<Piece>, file: &str, shift: usize, document: &mut Document) {
    for mut piece in pieces {
        let is_rule = piece.kind == Kind::Settled(BlockKind::Rule);
        if piece.text.is_empty() && !is_rule {
            continue;
        }
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len();
        document.text.push_str(&piece.text);
        let source: Vec<Span> = piece.source.into_iter().filter_map(|span| trimmed(span, file, shift)).collect();
        let source_end = source.last().map_or(u32::MAX, |span| span.end_byte);
        for run in piece.runs {
            // An entity before white space at the block's end was read as one with it.
            let over = (run.source_byte + run.source_len).saturating_sub(source_end);
            let source_len = if run.text_len == run.source_len { run.source_len } else { run.source_len - over };
            document.source.push(Run { text_byte: run.text_byte + start as u32, source_len, ..run });
        }
        piece.inlines.sort_by_key(|inline| (inline.span.start_byte, std::cmp::Reverse(inline.span.end_byte)));
        document.inlines.extend(
            piece.inlines.into_iter().map(|inline| Inline { span: inline.span.shift(start), kind: inline.kind }),
        );
        let kind = match piece.kind {
            Kind::Plain => BlockKind::Paragraph,
            Kind::Settled(kind) => kind,
            Kind::Heading(level) => BlockKind::Heading { level },
            Kind::Field(value) => BlockKind::Field { value_start_byte: (start + value) as u32 },
        };
        let span = Span::new(start, document.text.len());
        document.blocks.push(Block { kind, layer: piece.layer, span, source });
    }
}

/// The span without the white space at its ends; `None` where nothing else is in it.
fn trimmed(span: Span, file: &str, shift: usize) -> Option<Span> {
    let words = file.get(span.start() - shift..span.end() - shift)?;
    let start = span.start() + (words.len() - words.trim_start().len());
    let len = words.trim().len();
    (len > 0).then(|| Span::new(start, start + len))
}
