//! Matches: pieces of two texts that answer to each other.
//!
//! Two ways lead to one: [`super::marked`] searches each quotation, [`super::unmarked`] follows the sweep. Both align
//! here, by the best local alignment and what else stands near it.

use super::{
    align::{Aligner, CUT_IN_MARKS, Pair, Piece, Problem},
    lexicon::Lexicon,
    reading::Reading,
    shingle::Swept,
};
use crate::text::Order;
use std::ops::Range;

/// An alignment of two documents, before it is known which quotes which.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub rank_a: usize,
    pub rank_b: usize,
    /// In rising order of b. More than one where words were left out or moved.
    pub pieces: Vec<Piece>,
    /// The quotation of document b that this is the source of.
    pub quotation: Option<usize>,
    pub weight: i32,
}

impl Match {
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.pieces.iter().flat_map(|piece| &piece.pairs)
    }

    /// Words of either side that stand between aligned ones and have no counterpart.
    pub fn n_skipped(&self) -> usize {
        let matched = self.pairs().filter(|pair| pair.percent > 0).count();
        (self.hull_a().len() + self.hull_b().len()).saturating_sub(2 * matched)
    }

    pub fn hull_a(&self) -> Range<usize> {
        hull(self.pairs().map(|pair| pair.a))
    }

    pub fn hull_b(&self) -> Range<usize> {
        hull(self.pairs().map(|pair| pair.b))
    }
}

pub(super) fn hull(indices: impl Iterator<Item = u32>) -> Range<usize> {
    let (first, last) = indices.fold((u32::MAX, 0), |(first, last), at| (first.min(at), last.max(at)));
    if first == u32::MAX { 0..0 } else { first as usize..last as usize + 1 }
}

pub(super) fn share(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// A dossier and what is needed to align its documents.
pub(super) struct Matcher<'a> {
    pub readings: &'a [Reading<'a>],
    pub lexicon: &'a Lexicon,
    pub aligner: Aligner,
    pub swept: Swept,
}

/// Words around a region that may still belong to it.
pub(super) const MARGIN: usize = 24;
/// How far from its other pieces a piece of a quotation may stand in the source.
const FAR: usize = 220;
/// What a further piece must be worth.
const LEAST_PIECE: i32 = 34;
/// What the end of a piece behind a gap must be worth to stay.
const LEAST_END: i32 = 12;
/// The same for words of the next sentence, outside marks.
const LEAST_SENTENCE: i32 = 60;
/// So many words of the source may be left out before the last word of a quotation.
const NEAR_END: u32 = 3;
/// The bar for words outside marks.
pub(super) const UNMARKED_WEIGHT: i32 = 110;
/// What a piece must be worth that goes on with the others after a cut outside marks.
const GOES_ON: i32 = 90;
/// The most words that may be left out silently outside marks.
pub(super) const WIDEST_CUT: usize = 40;
pub(super) const MOST_CELLS_AT_ONCE: usize = 60_000;

impl Matcher<'_> {
    /// The best local alignment and what else of `b` stands near it, in order of b.
    pub fn pieces(
        &mut self,
        rank_a: usize,
        rank_b: usize,
        a: &Range<usize>,
        b: &Range<usize>,
        in_marks: bool,
    ) -> Option<Vec<Piece>> {
        let reading_b = &self.readings[rank_b];
        let elided = |index: usize| index < b.end && is_elision(reading_b.before_word(index));
        let problem = Problem {
            lexicon: self.lexicon,
            a: &self.readings[rank_a].words,
            b: &reading_b.words,
            elided: &elided,
            cut_tenths: if in_marks { CUT_IN_MARKS } else { 30 },
            added_tenths: if in_marks { 70 } else { 30 },
        };
        let least = if in_marks { 0 } else { UNMARKED_WEIGHT * 2 / 3 };
        let first = self.local((rank_a, rank_b), problem, a.clone(), b.clone(), least)?;
        if first.score < LEAST_PIECE || (!in_marks && first.score < UNMARKED_WEIGHT * 2 / 3) {
            return in_marks.then(|| vec![first]);
        }
        let mut pieces = vec![first];
        let n_words = self.readings[rank_a].words.len();
        while pieces.len() < 8 {
            let (used_a, used_b) = (used(&pieces, |pair| pair.a), used(&pieces, |pair| pair.b));
            let hull_a = used_a.start..used_a.end;
            let reach = if in_marks { FAR } else { WIDEST_CUT + MARGIN };
            let wide = hull_a.start.saturating_sub(reach)..(hull_a.end + reach).min(n_words);
            let wide = if rank_a == rank_b { clip(wide, &hull_a, b) } else { wide };
            let sides_a = [wide.start..hull_a.start, hull_a.end..wide.end];
            // Outside marks either side may be the one that left words out.
            let wide_b = if in_marks || rank_a == rank_b {
                b.clone()
            } else {
                used_b.start.saturating_sub(reach)..(used_b.end + reach).min(reading_b.words.len())
            };
            let sides_b = [wide_b.start..used_b.start, used_b.end..wide_b.end];
            let mut best: Option<Piece> = None;
            for side_b in &sides_b {
                for side_a in &sides_a {
                    let least = best.as_ref().map_or(LEAST_PIECE / 2, |best| best.score);
                    let piece = self.local((rank_a, rank_b), problem, side_a.clone(), side_b.clone(), least);
                    let piece = piece.filter(|piece| in_marks || is_next_to(piece, &hull_a, &used_b));
                    best = match (best, piece) {
                        (Some(best), Some(piece)) if piece.score > best.score => Some(piece),
                        (None, piece) => piece,
                        (best, _) => best,
                    };
                }
            }
            match best {
                Some(piece) if piece.score >= least_piece(&piece, &hull_a, &used_b, &elided) => pieces.push(piece),
                _ => break,
            }
        }
        pieces.order_by_key(|piece| piece.pairs[0].b);
        Some(pieces)
    }

    fn local(
        &mut self,
        (rank_a, rank_b): (usize, usize),
        problem: Problem<'_>,
        a: Range<usize>,
        b: Range<usize>,
        least: i32,
    ) -> Option<Piece> {
        let piece = if a.len() * b.len() > MOST_CELLS_AT_ONCE {
            super::anchor::align(&mut self.aligner, problem, a, b)
        } else {
            self.aligner.local(problem, a, b, least)
        }?;
        self.trim(rank_a, rank_b, problem, piece)
    }

    /// Drops the ends of an alignment that hang on by little: a few light words behind a gap, another word, or the end of a
    /// sentence on one side only.
    fn trim(&self, rank_a: usize, rank_b: usize, problem: Problem<'_>, mut piece: Piece) -> Option<Piece> {
        let worth = |pair: &Pair| self.lexicon.weight(problem.b[pair.b as usize].form) * i32::from(pair.percent) / 100;
        let breaks = |left: &Pair, right: &Pair| {
            left.percent == 0
                || right.percent == 0
                || right.a > left.a + 1
                || right.b > left.b + 1
                || self.sentence_ends(rank_a, right.a) != self.sentence_ends(rank_b, right.b)
        };
        // The farthest break before which, or behind which, too little stands.
        let sum = |pairs: &[Pair]| pairs.iter().map(worth).sum::<i32>();
        loop {
            let pairs = &piece.pairs;
            let little = |at: usize, worth: i32| {
                breaks(&pairs[at - 1], &pairs[at])
                    && worth < self.least_end(rank_a, rank_b, problem, &pairs[at - 1..=at])
            };
            let head = (1..pairs.len()).take_while(|at| sum(&pairs[..*at]) < LEAST_SENTENCE);
            let tail = (1..pairs.len()).rev().take_while(|at| sum(&pairs[*at..]) < LEAST_SENTENCE);
            if let Some(at) = head.filter(|at| little(*at, sum(&pairs[..*at]))).last() {
                piece.pairs.drain(..at);
            } else if let Some(at) = tail.filter(|at| little(*at, sum(&pairs[*at..]))).last() {
                piece.pairs.truncate(at);
            } else {
                break;
            }
        }
        (piece.pairs.iter().any(|pair| pair.percent > 0)).then_some(piece)
    }

    /// What an end must be worth: little where a quotation has it, near what stands before it; outside marks much where both
    /// sides end a sentence between, and other words stand there.
    fn least_end(&self, rank_a: usize, rank_b: usize, problem: Problem<'_>, two: &[Pair]) -> i32 {
        let (left, right) = (&two[0], &two[1]);
        let gap = |from: u32, to: u32| to.saturating_sub(from + 1);
        let (gap_a, gap_b) = (gap(left.a, right.a), gap(left.b, right.b));
        if problem.in_marks() {
            return if gap_a <= NEAR_END && gap_b == 0 { 1 } else { LEAST_END };
        }
        let ends = |rank: usize, from: u32, to: u32| (from..to).any(|at| self.sentence_ends(rank, at + 1));
        let apart = ends(rank_a, left.a, right.a) && ends(rank_b, left.b, right.b);
        let other = gap_a + gap_b > 0 || left.percent == 0 || right.percent == 0;
        if apart && other { LEAST_SENTENCE } else { LEAST_END }
    }

    fn sentence_ends(&self, rank: usize, before: u32) -> bool {
        ends_sentence(self.readings[rank].before_word(before as usize))
    }

    pub fn weigh(&self, one: &Match) -> i32 {
        let words_b = &self.readings[one.rank_b].words;
        let words_a = &self.readings[one.rank_a].words;
        let worth = |pair: &Pair| {
            let (a, b) = (words_a[pair.a as usize].form, words_b[pair.b as usize].form);
            self.lexicon.weight(a).min(self.lexicon.weight(b)) * i32::from(pair.percent) / 100
        };
        one.pairs().map(worth).sum()
    }
}

/// What a further piece must be worth: less where an ellipsis parts it from the others, least where it stands beside
/// them on both sides, in the other order.
fn least_piece(piece: &Piece, used_a: &Range<usize>, used_b: &Range<usize>, elided: &dyn Fn(usize) -> bool) -> i32 {
    let own = hull(piece.pairs.iter().map(|pair| pair.b));
    let own_a = hull(piece.pairs.iter().map(|pair| pair.a));
    let border = if own.start >= used_b.end { used_b.end..own.start + 1 } else { own.end..used_b.start + 1 };
    if border.into_iter().any(elided) {
        return LEAST_PIECE;
    }
    let moved = (own.start >= used_b.end) == (own_a.end <= used_a.start);
    if moved && gap(&own, used_b) <= 1 && gap(&own_a, used_a) <= 1 { LEAST_PIECE / 2 } else { 2 * LEAST_PIECE }
}

/// Words between two ranges.
fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.start.saturating_sub(other.end).max(other.start.saturating_sub(one.end))
}

fn used(pieces: &[Piece], side: impl Fn(&Pair) -> u32) -> Range<usize> {
    hull(pieces.iter().flat_map(|piece| piece.pairs.iter().map(&side)))
}

/// Keeps the search for further pieces in a document's own text off the target itself.
fn clip(wide: Range<usize>, hull: &Range<usize>, target: &Range<usize>) -> Range<usize> {
    if hull.start >= target.end {
        wide.start.max(target.end).min(hull.start)..wide.end
    } else {
        wide.start..wide.end.min(target.start).max(hull.end)
    }
}

/// Whether a piece stands beside the others on both sides, in either order; or goes on with them in the same order on one
/// side, where the other has words between.
fn is_next_to(piece: &Piece, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (piece_a, piece_b) = (hull(piece.pairs.iter().map(|p| p.a)), hull(piece.pairs.iter().map(|p| p.b)));
    let (gap_a, gap_b) = (gap(&piece_a, a), gap(&piece_b, b));
    let in_order = (piece_a.start >= a.end) == (piece_b.start >= b.end);
    let goes_on = in_order && gap_a.min(gap_b) <= 1 && gap_a.max(gap_b) <= WIDEST_CUT && piece.score >= GOES_ON;
    (gap_a <= 4 && gap_b <= 3) || goes_on
}

/// Whether the signs between two words say that something was left out: `[…]`, `(...)`, `…`, `(..)`, `. . .`, `.. .`.
pub(super) fn is_elision(between: &str) -> bool {
    if between.len() < 2 {
        return false;
    }
    let in_row = |two: &str| two.trim_end_matches([' ', ',', '\n']).ends_with('.');
    let dots = || between.match_indices('.').any(|(at, _)| in_row(&between[..at]));
    between.contains('…') || ["[]", "* * *", "---"].iter().any(|sign| between.contains(sign)) || dots()
}

/// Whether the signs between two words end a sentence.
pub(super) fn ends_sentence(between: &str) -> bool {
    between != " " && (between.is_empty() || between.contains(['.', '!', '?', ':']) || between.contains("\n\n"))
}
