//! Links end where quotation marks do, unless the words beyond are the same, and where a paragraph does that is followed by others.

use super::{
    align::{Pair, Piece},
    link::{Found, swap},
    matching::{Match, Matcher, share},
};
use std::{collections::HashMap, ops::Range};

/// A quotation of fewer words is no link's border.
const LEAST_QUOTED: usize = 3;
/// So many words that go on the same beyond a quotation's border belong to the link.
const GOES_ON: usize = 4;

/// So many words around a quotation say that it is copied with its sentence.
const LEAST_COPIED: usize = 4;
/// A paragraph that repeats fewer words stays with its neighbours.
const LEAST_PARAGRAPH: usize = 6;

/// The words of matches on either side.
pub(super) type Hulls = Vec<(Range<usize>, Range<usize>)>;

impl Found<'_> {
    /// Drops a match whose source is broken into several quotations, where these have matches of their own that hold most
    /// of it: "„…”, zei zij, „…”" repeats one quotation twice.
    pub fn unbroken(&self, marked: Vec<Match>) -> Vec<Match> {
        let mut by_documents: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (index, one) in marked.iter().enumerate().filter(|(_, one)| one.rank_a != one.rank_b) {
            by_documents.entry((one.rank_a, one.rank_b)).or_default().push(index);
        }
        let broken = |one: &Match| {
            let (a, b) = (one.hull_a(), one.hull_b());
            if one.rank_a == one.rank_b || !self.crosses_marks(one.rank_a, &a) {
                return false;
            }
            let back = by_documents.get(&(one.rank_b, one.rank_a)).map_or(&[][..], Vec::as_slice);
            let pieces: Vec<Range<usize>> = back
                .iter()
                .map(|index| (marked[*index].hull_b(), marked[*index].hull_a()))
                .filter(|(own, source)| share(own, &a) == own.len() && share(source, &b) > 0)
                .map(|(own, _)| own)
                .collect();
            let matched: Vec<&Pair> = one.pairs().filter(|pair| pair.percent > 0).collect();
            let held = |pair: &&&Pair| pieces.iter().any(|own| own.contains(&(pair.a as usize)));
            matched.iter().filter(held).count() * 4 >= matched.len() * 3
        };
        let broken: Vec<bool> = marked.iter().map(broken).collect();
        marked.into_iter().zip(broken).filter(|(_, broken)| !broken).map(|(one, _)| one).collect()
    }

    /// Drops a match whose source stands in the same marks, where both are part of words outside marks that are repeated as
    /// they stand, marks included: who repeats a question repeats what it quotes.
    pub fn not_copied(&self, matcher: &Matcher<'_>, marked: Vec<Match>, unmarked: &[Match]) -> Vec<Match> {
        let mut by_documents: HashMap<(usize, usize), Hulls> = HashMap::new();
        for one in unmarked.iter().filter(|one| one.quotation.is_none() && one.rank_a != one.rank_b) {
            let (a, b) = (one.hull_a(), one.hull_b());
            by_documents.entry((one.rank_a, one.rank_b)).or_default().push((a.clone(), b.clone()));
            by_documents.entry((one.rank_b, one.rank_a)).or_default().push((b, a));
        }
        let within = |inner: &Range<usize>, outer: &Range<usize>| {
            share(inner, outer) == inner.len() && outer.len() >= inner.len() + LEAST_COPIED
        };
        let copied = |one: &Match| {
            let (a, b) = (one.hull_a(), one.hull_b());
            let wider = by_documents.get(&(one.rank_a, one.rank_b)).map_or(&[][..], Vec::as_slice);
            wider.iter().any(|(wide_a, wide_b)| within(&a, wide_a) && within(&b, wide_b))
                && matcher.is_quoted(one.rank_a, &a)
        };
        marked.into_iter().filter(|one| !copied(one)).collect()
    }

    /// Whether these words hold a quotation in marks and words outside it.
    fn crosses_marks(&self, rank: usize, words: &Range<usize>) -> bool {
        self.quoted_in(rank, words).iter().any(|(_, inside)| *inside != *words)
    }

    /// The quotations of which these words hold all but a little, and their words.
    fn quoted_in(&self, rank: usize, words: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let reading = &self.readings[rank];
        let span = reading.span_of(words.start, words.end - 1);
        let past = reading.marked.partition_point(|marked| marked.outside.start_byte < span.end_byte);
        let near = reading.marked[..past].iter().enumerate().rev().take(12);
        let quoted = near.map(|(at, marked)| (at, reading.words_in(marked.inside)));
        quoted
            .filter(|(_, inside)| {
                inside.len() >= LEAST_QUOTED
                    && share(inside, words) * 10 >= inside.len() * 8
                    && (words.start < inside.start || inside.end < words.end)
            })
            .collect()
    }

    /// A repetition outside marks parted where both texts begin a new paragraph and one has something in between: an answer behind
    /// each question that it repeats. Paragraphs that follow each other in both are one.
    pub fn by_paragraphs(&self, matcher: &Matcher<'_>, one: Match) -> Vec<Match> {
        let matched: Vec<&Pair> = one.pairs().filter(|pair| pair.percent > 0).collect();
        if one.rank_a == one.rank_b || !matched.is_sorted_by(|left, right| left.a < right.a && left.b < right.b) {
            return vec![one];
        }
        let follow = |left: &&Pair, right: &&Pair| {
            let goes_on = right.a == left.a + 1 && right.b == left.b + 1;
            let within = |rank: usize, left: u32, right: u32| self.block_of(rank, left) == self.block_of(rank, right);
            goes_on || within(one.rank_a, left.a, right.a) || within(one.rank_b, left.b, right.b)
        };
        let mut runs: Vec<Vec<&Pair>> = Vec::new();
        for run in matched.chunk_by(follow) {
            match runs.last_mut().filter(|last| last.len().min(run.len()) < LEAST_PARAGRAPH) {
                Some(last) => last.extend(run),
                None => runs.push(run.to_vec()),
            }
        }
        if runs.len() < 2 {
            return vec![one];
        }
        let parts = runs.iter().map(|run| {
            let words = run[0].b..=run[run.len() - 1].b;
            let held = |piece: &Piece| {
                let pairs = piece.pairs.iter().copied().filter(|pair| words.contains(&pair.b));
                Piece { pairs: pairs.collect(), score: piece.score }
            };
            let pieces = one.pieces.iter().map(held).filter(|piece| !piece.pairs.is_empty()).collect();
            let part = Match { pieces, ..one.clone() };
            Match { weight: matcher.weigh(&part), ..part }
        });
        parts.collect()
    }

    fn block_of(&self, rank: usize, word: u32) -> Option<usize> {
        let reading = &self.readings[rank];
        reading.quotable.document.block_at(reading.words[word as usize].span.start_byte)
    }

    /// A repetition outside marks parted where it runs over the border of a quotation and the words beyond are others.
    pub fn parted(&self, matcher: &Matcher<'_>, one: Match) -> Vec<Match> {
        if one.rank_a == one.rank_b {
            return vec![one];
        }
        let turned = swap(&one);
        for side in [&one, &turned] {
            let quoted: Vec<Match> = self
                .quoted_in(side.rank_b, &side.hull_b())
                .into_iter()
                .filter(|(_, inside)| stops_at(side, inside))
                .filter_map(|(at, inside)| within(side, at, &inside))
                .collect();
            if quoted.is_empty() {
                continue;
            }
            let inside: Vec<Range<usize>> = quoted.iter().map(Match::hull_b).collect();
            let mut parts = matcher.beyond(side, &inside);
            parts.extend(quoted.into_iter().map(|part| Match { weight: matcher.weigh(&part), ..part }));
            return parts;
        }
        vec![one]
    }
}

/// Whether a match stops being the same where a quotation of b begins and ends: no run of several words goes on.
fn stops_at(one: &Match, inside: &Range<usize>) -> bool {
    let matched: Vec<&Pair> = one.pairs().filter(|pair| pair.percent > 0).collect();
    let first = matched.partition_point(|pair| (pair.b as usize) < inside.start);
    let past = matched.partition_point(|pair| (pair.b as usize) < inside.end);
    let follows = |left: &Pair, right: &Pair| {
        left.percent.min(right.percent) == 100 && right.a == left.a + 1 && right.b == left.b + 1
    };
    let before = matched[..past].windows(2).rev().skip(past.saturating_sub(first + 1));
    let behind = matched[first..].windows(2).skip((past - first).saturating_sub(1));
    let n_before = before.take_while(|two| follows(two[0], two[1])).count();
    let n_behind = behind.take_while(|two| follows(two[0], two[1])).count();
    past > first && n_before.max(n_behind) < GOES_ON
}

/// The part of a match that lies in one quotation of b; `None` where little of the quotation is in it.
fn within(one: &Match, quotation: usize, inside: &Range<usize>) -> Option<Match> {
    let held = |piece: &Piece| {
        let pairs = piece.pairs.iter().copied().filter(|pair| inside.contains(&(pair.b as usize)));
        Piece { pairs: pairs.collect(), score: piece.score }
    };
    let mut pieces: Vec<Piece> = one.pieces.iter().map(held).filter(|piece| !piece.pairs.is_empty()).collect();
    for piece in &mut pieces {
        let matched = |pair: &Pair| pair.percent > 0;
        let last = piece.pairs.iter().rposition(matched).map_or(0, |at| at + 1);
        piece.pairs.truncate(last);
        piece.pairs.drain(..piece.pairs.iter().position(matched).unwrap_or(0));
    }
    pieces.retain(|piece| !piece.pairs.is_empty());
    let matched = pieces.iter().flat_map(|piece| &piece.pairs).filter(|pair| pair.percent > 0).count();
    (matched * 10 >= inside.len() * 6).then_some(Match {
        rank_a: one.rank_a,
        rank_b: one.rank_b,
        pieces,
        quotation: Some(quotation),
        weight: 0,
    })
}
