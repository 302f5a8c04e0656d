//! Says what the pieces of a document are: the rules that hold for every format, in the order in which each can rely on
//! the one before.

use super::{field, footnote, furniture, head, heading, links, motto, piece::Piece, question, shape, tear, txt::Wrap};

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
    for piece in pieces {
        if !piece.is_plain() {
            parted.push(piece);
            continue;
        }
        let starts: Vec<usize> = pairs(&piece).filter(|pair| begins_paragraph(pair, wrap)).map(|pair| pair.1).collect();
        for mut part in piece.part_at(&starts) {
            let ends: Vec<usize> =
                pairs(&part).filter(|(line, _, next)| wrap.is_meant(line, next)).map(|(_, at, _)| at - 1).collect();
            part.mark_breaks(ends.into_iter());
            parted.push(part);
        }
    }
    parted
}

/// Each line with the next one and where that begins.
fn pairs(piece: &Piece) -> impl Iterator<Item = (&str, usize, &str)> {
    let next = piece.lines().skip(1);
    piece.lines().zip(next).map(|((_, line), (at, next))| (line, at, next))
}

/// Whether the second line begins a paragraph, though no blank line parts it from the first.
fn begins_paragraph(&(line, _, next): &(&str, usize, &str), wrap: Wrap) -> bool {
    let is_long = |line: &str| line.chars().nth(PARAGRAPH).is_some();
    let parts = match wrap {
        Wrap::None => is_long(line) || is_long(next),
        Wrap::At(_) => shape::ends_sentence(line) && !shape::goes_on(next),
    };
    parts && wrap.is_meant(line, next) && !next.is_empty() && !line.is_empty()
}
