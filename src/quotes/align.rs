//! Alignment: which words of one stretch answer to which of another.
//!
//! Smith-Waterman over words with affine gaps (Gotoh 1982). A match is worth the word's weight times its likeness, so
//! damaged and inflected words still align; leaving words out of the source is cheap, adding words is not. What the
//! best local alignment leaves is aligned again, so that a moved clause and a far ellipsis come out as further pieces.

use super::{
    grid::{
        CAME_FROM, DIAGONAL, Gaps, Grid, ONE_TO_TWO, SOURCE_GAP, SOURCE_GAP_GOES_ON, TARGET_GAP, TARGET_GAP_GOES_ON,
        TWO_TO_ONE,
    },
    lexicon::{Lexicon, Word},
    similar::Similar,
    steps::Steps,
};
use std::ops::Range;

/// One word of the source and the word that repeats it. Indices into the two word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub a: u32,
    pub b: u32,
    /// 100 the same form; less for a damaged one; 0 where another word stands in its place.
    pub percent: u8,
}

/// Aligned words in rising order of both sides.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub pairs: Vec<Pair>,
    pub score: i32,
}

/// Above this many cells a problem is not worth its time: callers cut it up before.
const MOST_CELLS: usize = 400_000;

/// Aligns, with buffers that live on from call to call.
#[derive(Debug, Default)]
pub(super) struct Aligner {
    pub similar: Similar,
    steps: Steps,
    grid: Grid,
}

/// The two stretches to align.
#[derive(Clone, Copy)]
pub(super) struct Problem<'a> {
    pub lexicon: &'a Lexicon,
    pub a: &'a [Word],
    pub b: &'a [Word],
    /// Whether words may be left out for nothing before word `b` (an ellipsis stands there).
    pub elided: &'a dyn Fn(usize) -> bool,
    /// What each further word left out of the source costs, in tenths.
    pub cut_tenths: i32,
    /// What each further word costs that the source lacks, in tenths.
    pub added_tenths: i32,
}

/// What each further word left out of the source of a quotation in marks costs, in tenths.
pub(super) const CUT_IN_MARKS: i32 = 8;

impl Problem<'_> {
    pub fn in_marks(&self) -> bool {
        self.cut_tenths == CUT_IN_MARKS
    }
}

impl Aligner {
    /// The best local alignment of `a[in_a]` and `b[in_b]`, if it is worth `least` or more. Of one that is worth less
    /// nothing is said: it may come out, or another in its place, or none.
    pub fn local(&mut self, problem: Problem<'_>, in_a: Range<usize>, in_b: Range<usize>, least: i32) -> Option<Piece> {
        self.take(problem, &in_a, &in_b)?;
        self.fill(problem, &in_b, least);
        (self.grid.top.0 > 0).then(|| self.trace(problem, &in_a, &in_b))
    }

    /// Whether the best local alignment is worth `least`. Where one run of the same words is, nothing need be aligned.
    pub fn reaches(&mut self, problem: Problem<'_>, in_a: Range<usize>, in_b: Range<usize>, least: i32) -> bool {
        if self.take(problem, &in_a, &in_b).is_none() {
            return false;
        }
        self.steps.compare_same();
        if self.steps.sure < 10 * least {
            self.fill(problem, &in_b, least);
        }
        self.steps.sure.max(self.grid.top.0) >= 10 * least
    }

    /// `None` where there is nothing to align, or too much.
    fn take(&mut self, problem: Problem<'_>, in_a: &Range<usize>, in_b: &Range<usize>) -> Option<()> {
        let n_cells = in_a.len() * in_b.len();
        (n_cells > 0 && n_cells <= MOST_CELLS).then(|| {
            self.grid.top = (0, 0, 0);
            self.steps.take(problem.lexicon, &problem.a[in_a.clone()], &problem.b[in_b.clone()]);
        })
    }

    fn fill(&mut self, problem: Problem<'_>, in_b: &Range<usize>, least: i32) {
        self.steps.compare(problem.lexicon, &mut self.similar);
        let bar = self.steps.sure.max(10 * least);
        if self.steps.reach(0, 0) < bar {
            return;
        }
        self.grid.clear(&self.steps);
        for j in 1..=in_b.len() {
            let free = (problem.elided)(in_b.start + j);
            self.grid.row(&self.steps, j, bar, Gaps::new(free, problem.cut_tenths, problem.added_tenths));
        }
    }

    fn trace(&mut self, problem: Problem<'_>, in_a: &Range<usize>, in_b: &Range<usize>) -> Piece {
        let (tenths, mut i, mut j) = self.grid.top;
        let score = tenths / 10;
        let mut pairs = Vec::new();
        let pair = |i: usize, j: usize, percent: u8| Pair {
            a: (in_a.start + i - 1) as u32,
            b: (in_b.start + j - 1) as u32,
            percent,
        };
        loop {
            match self.grid.cell(i, j) & CAME_FROM {
                DIAGONAL => {
                    let (source, target) = (&self.steps.traits_a[i - 1], &self.steps.traits_b[j - 1]);
                    let percent = self.similar.percent(problem.lexicon, source, target);
                    pairs.push(pair(i, j, percent as u8));
                    (i, j) = (i - 1, j - 1);
                }
                SOURCE_GAP => loop {
                    let goes_on = self.grid.cell(i, j) & SOURCE_GAP_GOES_ON != 0;
                    i -= 1;
                    if !goes_on {
                        break;
                    }
                },
                TARGET_GAP => loop {
                    let goes_on = self.grid.cell(i, j) & TARGET_GAP_GOES_ON != 0;
                    j -= 1;
                    if !goes_on {
                        break;
                    }
                },
                TWO_TO_ONE => {
                    pairs.push(pair(i, j, 95));
                    pairs.push(pair(i - 1, j, 95));
                    (i, j) = (i - 2, j - 1);
                }
                ONE_TO_TWO => {
                    pairs.push(pair(i, j, 95));
                    pairs.push(pair(i, j - 1, 95));
                    (i, j) = (i - 1, j - 2);
                }
                _ => break,
            }
        }
        pairs.reverse();
        Piece { pairs, score }
    }
}
