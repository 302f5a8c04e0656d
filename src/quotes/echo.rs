//! Echoes: links of two texts that both repeat a third.

use super::{Change, Direction, Link, link::Key};
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

/// Letters in common beyond what a third text explains, from which on they tell.
const BEYOND: usize = 8;

/// A link seen from the text that repeats.
#[derive(Clone, Copy)]
struct Source<'a> {
    rank: usize,
    span: Span,
    quoting: Span,
    link: &'a Link,
}

/// Says of every link whether it is the echo of links to a third text.
pub(super) fn echoes(links: &[(Key, Link)]) -> Vec<Echo> {
    let mut sources: HashMap<usize, Vec<Source<'_>>> = HashMap::new();
    let mut targets: HashMap<usize, Vec<(Span, usize)>> = HashMap::new();
    for ((rank_a, span_a, rank_b, span_b), link) in links {
        if link.direction == Direction::AToB {
            let source = Source { rank: *rank_a, span: *span_a, quoting: *span_b, link };
            sources.entry(*rank_b).or_default().push(source);
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
    let echo = |(rank_a, span_a, rank_b, span_b): &Key, link: &Link| {
        // What two documents have in common beyond the third is more than an echo.
        let explains = |quoting: Span, own: Span| {
            if rank_a == rank_b { share(quoting, own) } else { 2 * quoting.common(own) > own.len() }
        };
        let of = |rank: &usize, span: Span| {
            let list = sources.get(rank).map_or(&[][..], Vec::as_slice);
            list.iter().filter(move |source| explains(source.quoting, span))
        };
        let is_third = |third: &Source<'_>| {
            let apart = |own: &usize, span: &Span| *own != third.rank || !span.overlaps(third.span);
            // In one document both the echo and its links to a text elsewhere are worth showing.
            apart(rank_a, span_a) && apart(rank_b, span_b) && (rank_a != rank_b || third.rank == *rank_a)
        };
        let of_both = |first: &Source<'_>| {
            of(rank_b, *span_b).any(|second| {
                let same = second.rank == first.rank && share(first.span, second.span);
                same && (rank_a == rank_b || !departs_together(link, (first, *span_a), (second, *span_b)))
            })
        };
        let third = of(rank_a, *span_a).find(|third| is_third(third) && of_both(third));
        match third {
            None => Echo::No,
            Some(third)
                if rank_a != rank_b
                    && third.rank != *rank_a
                    && third.rank != *rank_b
                    && n_repeaters(third.rank, third.span) <= MOST_REPEATERS =>
            {
                Echo::Sibling(third.rank)
            }
            Some(_) => Echo::Needless,
        }
    };
    links.iter().map(|(key, link)| echo(key, link)).collect()
}

/// Whether one text repeats the other's own wording of a third: both depart from it, and less from each other.
fn departs_together(link: &Link, one: (&Source<'_>, Span), other: (&Source<'_>, Span)) -> bool {
    let own = departures(link, other.0.quoting);
    let from_third = |(source, span): (&Source<'_>, Span)| {
        departures(source.link, span) + usize::from(span.len() >= span.common(source.quoting) + BEYOND)
    };
    link.direction == Direction::AToB && own < from_third(one).min(from_third(other))
}

/// How many words of a link differ in a stretch of its side b.
fn departures(link: &Link, span: Span) -> usize {
    let mut at = 0;
    let mut n = 0;
    for run in &link.diff {
        let touches = match run.b {
            Some(own) => own.overlaps(span),
            None => (span.start_byte + 1..span.end_byte).contains(&at),
        };
        at = run.b.map_or(at, |own| own.end_byte);
        if touches && run.change != Change::Same {
            n += run.n_words as usize;
        }
    }
    n
}

/// Whether two stretches are mostly the same.
fn share(x: Span, y: Span) -> bool {
    2 * x.common(y) > x.len().min(y.len())
}
