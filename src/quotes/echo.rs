//! Echoes: links of two texts that both repeat a third.

use super::{Direction, Link, link::Key};
use crate::text::Span;
use std::collections::HashMap;

/// Drops a link of two texts that both repeat a third, when the links to the third stand.
pub(super) fn without_echoes(links: Vec<(Key, Link)>) -> Vec<(Key, Link)> {
    let mut sources: HashMap<usize, Vec<(usize, Span, Span)>> = HashMap::new();
    for ((rank_a, span_a, rank_b, span_b), link) in &links {
        if link.direction == Direction::AToB {
            sources.entry(*rank_b).or_default().push((*rank_a, *span_a, *span_b));
        }
    }
    let share = |x: Span, y: Span| {
        let common = x.end_byte.min(y.end_byte).saturating_sub(x.start_byte.max(y.start_byte)) as usize;
        common * 2 > x.len().min(y.len())
    };
    let is_echo = |(rank_a, span_a, rank_b, span_b): &Key| {
        let of = |rank: &usize, span: Span| {
            let list = sources.get(rank).map_or(&[][..], Vec::as_slice);
            list.iter().filter(move |(_, _, quoting)| share(*quoting, span))
        };
        let is_third = |rank: usize, source: Span| {
            let apart = |own: &usize, span: &Span| *own != rank || !span.overlaps(source);
            // In one document both the echo and its links to a text elsewhere are worth showing.
            apart(rank_a, span_a) && apart(rank_b, span_b) && (rank_a != rank_b || rank == *rank_a)
        };
        of(rank_a, *span_a).any(|(third, source, _)| {
            is_third(*third, *source)
                && of(rank_b, *span_b).any(|(other, second, _)| other == third && share(*source, *second))
        })
    };
    let echoes: Vec<bool> = links.iter().map(|(key, _)| is_echo(key)).collect();
    let mut echoes = echoes.into_iter();
    links.into_iter().filter(|_| !echoes.next().unwrap_or(false)).collect()
}
