//! Echoes: links of two texts that both repeat a third.

use super::{Direction, Link, link::Key};
use crate::text::Span;
use std::collections::HashMap;

/// What a link is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Echo {
    No,
    /// Two documents that both repeat the one of this rank.
    Sibling(usize),
    /// One document that repeats another twice, and one of many that repeat the same place.
    Needless,
}

/// Where more texts repeat a place, links among them would say the same again and again.
const MOST_REPEATERS: usize = 3;

/// Says of every link whether it is the echo of links to a third text.
pub(super) fn echoes(links: &[(Key, Link)]) -> Vec<Echo> {
    let mut sources: HashMap<usize, Vec<(usize, Span, Span)>> = HashMap::new();
    let mut targets: HashMap<usize, Vec<(Span, usize)>> = HashMap::new();
    for ((rank_a, span_a, rank_b, span_b), link) in links {
        if link.direction == Direction::AToB {
            sources.entry(*rank_b).or_default().push((*rank_a, *span_a, *span_b));
            targets.entry(*rank_a).or_default().push((*span_a, *rank_b));
        }
    }
    let n_repeaters = |rank: usize, source: Span| {
        let list = targets.get(&rank).map_or(&[][..], Vec::as_slice);
        let mut ranks: Vec<usize> =
            list.iter().filter(|(span, _)| share(*span, source)).map(|(_, target)| *target).collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.len()
    };
    let echo = |(rank_a, span_a, rank_b, span_b): &Key| {
        // What two documents have in common beyond the third is more than an echo.
        let explains = |quoting: Span, own: Span| {
            if rank_a == rank_b { share(quoting, own) } else { 2 * quoting.common(own) > own.len() }
        };
        let of = |rank: &usize, span: Span| {
            let list = sources.get(rank).map_or(&[][..], Vec::as_slice);
            list.iter().filter(move |(_, _, quoting)| explains(*quoting, span))
        };
        let is_third = |rank: usize, source: Span| {
            let apart = |own: &usize, span: &Span| *own != rank || !span.overlaps(source);
            // In one document both the echo and its links to a text elsewhere are worth showing.
            apart(rank_a, span_a) && apart(rank_b, span_b) && (rank_a != rank_b || rank == *rank_a)
        };
        let third = of(rank_a, *span_a).find(|(third, source, _)| {
            is_third(*third, *source)
                && of(rank_b, *span_b).any(|(other, second, _)| other == third && share(*source, *second))
        });
        match third {
            None => Echo::No,
            Some((third, source, _))
                if rank_a != rank_b
                    && third != rank_a
                    && third != rank_b
                    && n_repeaters(*third, *source) <= MOST_REPEATERS =>
            {
                Echo::Sibling(*third)
            }
            Some(_) => Echo::Needless,
        }
    };
    links.iter().map(|(key, _)| echo(key)).collect()
}

/// Whether two stretches are mostly the same.
fn share(x: Span, y: Span) -> bool {
    2 * x.common(y) > x.len().min(y.len())
}
