//! Says what the pieces of a document are: the rules that hold for every format, in the order in which each can rely on
//! the one before.

use super::{field, footnote, furniture, head, heading, links, motto, piece::Piece, question, tear, txt::Wrap};

/// What the line breaks inside a paragraph mean.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lines {
    /// Nothing, as in Markdown.
    Flow,
    /// A line that ends before it is full was ended on purpose.
    AsTyped(Wrap),
}

pub(super) fn arrange(pieces: Vec<Piece>, lines: Lines) -> Vec<Piece> {
    let pieces = footnote::settle(pieces);
    let pieces = question::part_labels(pieces);
    let pieces = field::part(pieces);
    let pieces = motto::part(pieces);
    let mut pieces = match lines {
        Lines::Flow => pieces,
        Lines::AsTyped(wrap) => part_lines(pieces, wrap),
    };
    furniture::mark(&mut pieces);
    let mut pieces = tear::join(pieces);
    head::mark(&mut pieces);
    question::settle(&mut pieces);
    heading::settle(&mut pieces);
    pieces.iter_mut().for_each(links::link_bare);
    pieces
}

/// Above this many characters a line that ends on purpose is a paragraph of its own; below, one of a group such as an
/// address.
const PARAGRAPH: usize = 100;

fn part_lines(pieces: Vec<Piece>, wrap: Wrap) -> Vec<Piece> {
    let mut parted = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        if !piece.is_plain() {
            parted.push(piece);
            continue;
        }
        while let Some(at) = next_paragraph(&piece, wrap) {
            let rest = piece.split_off(at);
            mark_breaks(&mut piece, wrap);
            parted.push(std::mem::replace(&mut piece, rest));
        }
        mark_breaks(&mut piece, wrap);
        parted.push(piece);
    }
    parted
}

/// Where in the piece's text the next paragraph begins, though no blank line parts it.
fn next_paragraph(piece: &Piece, wrap: Wrap) -> Option<usize> {
    let lines: Vec<(usize, &str)> = piece.lines().collect();
    lines.windows(2).find_map(|pair| {
        let [(_, line), (at, next)] = pair else { return None };
        let is_long = |line: &str| line.chars().count() > PARAGRAPH;
        let parts = match wrap {
            Wrap::None => is_long(line) || is_long(next),
            Wrap::At(_) => super::shape::ends_sentence(line) && !super::shape::goes_on(next),
        };
        (parts && wrap.is_meant(line, next) && !next.is_empty() && !line.is_empty()).then_some(*at)
    })
}

fn mark_breaks(piece: &mut Piece, wrap: Wrap) {
    use crate::text::{Inline, InlineKind, Span};
    let lines: Vec<(usize, &str)> = piece.lines().collect();
    let breaks: Vec<Span> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [(_, line), (at, next)] if wrap.is_meant(line, next) => Some(Span::new(at - 1, *at)),
            _ => None,
        })
        .collect();
    for span in breaks {
        let known = |inline: &Inline| inline.kind == InlineKind::LineBreak && inline.span == span;
        if !piece.inlines.iter().any(known) {
            piece.inlines.push(Inline { span, kind: InlineKind::LineBreak });
        }
    }
}
