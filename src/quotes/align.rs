//! Alignment: which words of one stretch answer to which of another.
//!
//! Smith-Waterman over words with affine gaps (Gotoh 1982). A match is worth the word's weight times its likeness, so
//! damaged and inflected words still align; leaving words out of the source is cheap, adding words is not. What the
//! best local alignment leaves is aligned again, so that a moved clause and a far ellipsis come out as further pieces.

use super::{
    lexicon::{LIGHT, Lexicon, Trait, Word},
    similar::Similar,
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

const OPEN_IN_SOURCE: i32 = 16;
const OPEN_IN_TARGET: i32 = 16;
const REPLACED_LIKE: i32 = 6;
const REPLACED_UNLIKE: i32 = 14;
/// Above this many cells a problem is not worth its time: callers cut it up before.
const MOST_CELLS: usize = 400_000;

/// Aligns, with buffers that live on from call to call.
#[derive(Debug, Default)]
pub(super) struct Aligner {
    pub similar: Similar,
    cells: Vec<u8>,
    best: Vec<i32>,
    in_source: Vec<i32>,
    in_target: Vec<i32>,
    traits_a: Vec<Trait>,
    traits_b: Vec<Trait>,
    /// For the row at work: what setting its word against each word of a is worth, and how alike they are.
    steps: Vec<i32>,
    joins: Vec<u8>,
}

/// What came before a cell of the main matrix.
const STOP: u8 = 0;
const DIAGONAL: u8 = 1;
const SOURCE_GAP: u8 = 2;
const TARGET_GAP: u8 = 3;
/// Two words of the source written as one in the target, and the reverse.
const TWO_TO_ONE: u8 = 4;
const ONE_TO_TWO: u8 = 5;
const CAME_FROM: u8 = 7;
const SOURCE_GAP_GOES_ON: u8 = 8;
const TARGET_GAP_GOES_ON: u8 = 16;

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

impl Problem<'_> {
    /// What the words between two aligned stretches cost: as many as can in each other's place, the rest as a gap.
    pub fn gap_cost(&self, from_a: u32, to_a: usize, from_b: u32, to_b: usize) -> i32 {
        let gap = |from: u32, to: usize| to.saturating_sub(from as usize) as i32;
        let (gap_a, gap_b) = (gap(from_a, to_a), gap(from_b, to_b));
        let rest = match gap_a - gap_b {
            0 => 0,
            more @ 1.. => OPEN_IN_SOURCE + more * self.cut_tenths / 10,
            less => OPEN_IN_TARGET - less * self.added_tenths / 10,
        };
        gap_a.min(gap_b) * (REPLACED_LIKE + REPLACED_UNLIKE) / 2 + rest
    }
}

impl Aligner {
    /// The best local alignment of `a[in_a]` and `b[in_b]`, if any is worth anything.
    pub fn local(&mut self, problem: Problem<'_>, in_a: Range<usize>, in_b: Range<usize>) -> Option<Piece> {
        let (n_a, n_b) = (in_a.len(), in_b.len());
        if n_a == 0 || n_b == 0 || n_a * n_b > MOST_CELLS {
            return None;
        }
        let width = n_a + 1;
        self.cells.clear();
        self.cells.resize(width * (n_b + 1), STOP);
        // One row a word of b; the row before, and for joined words the one before that.
        self.best.clear();
        self.best.resize(3 * width, 0);
        self.in_source.clear();
        self.in_source.resize(width, i32::MIN / 2);
        self.in_target.clear();
        self.in_target.resize(width, i32::MIN / 2);
        let traits = |words: &[Word], into: &mut Vec<Trait>| {
            into.clear();
            into.extend(words.iter().map(|word| problem.lexicon.trait_of(word.form)));
        };
        traits(&problem.a[in_a.clone()], &mut self.traits_a);
        traits(&problem.b[in_b.clone()], &mut self.traits_b);
        let mut top = (0, 0, 0);
        for j in 1..=n_b {
            let row_top = self.row(problem, &in_b, j);
            if row_top.0 > top.0 {
                top = (row_top.0, row_top.1, j);
            }
        }
        (top.0 > 0).then(|| self.trace(problem, &in_a, &in_b, top))
    }

    /// Fills the row of the `j`th word of b; gives its highest score and where.
    fn row(&mut self, problem: Problem<'_>, in_b: &Range<usize>, j: usize) -> (i32, usize) {
        let Problem { lexicon, elided, cut_tenths, added_tenths, .. } = problem;
        let width = self.traits_a.len() + 1;
        let (row, last, before) = ((j % 3) * width, ((j + 2) % 3) * width, ((j + 1) % 3) * width);
        let b_index = in_b.start + j - 1;
        let target = self.traits_b[j - 1];
        self.compare(lexicon, j - 1);
        let free = elided(b_index + 1);
        // All in tenths, so that a long cut costs little a word.
        let open_in_source = if free { 0 } else { OPEN_IN_SOURCE * 10 };
        let extend_in_source = if free { 1 } else { cut_tenths };
        let mut top = (0, 0);
        let mut gap = i32::MIN / 2;
        self.best[row] = 0;
        for i in 1..width {
            let mut score = 0;
            let mut from = STOP;
            let mut flags = 0;
            let mut offer = |value: i32, way: u8| {
                if value > score {
                    (score, from) = (value, way);
                }
            };
            offer(self.best[last + i - 1] + self.steps[i - 1] * 10, DIAGONAL);
            let opened = self.best[row + i - 1] - open_in_source;
            if gap - extend_in_source > opened {
                gap -= extend_in_source;
                flags |= SOURCE_GAP_GOES_ON;
            } else {
                gap = opened;
            }
            offer(gap, SOURCE_GAP);
            let opened = self.best[last + i] - OPEN_IN_TARGET * 10;
            let goes_on = self.in_target[i] - added_tenths;
            if goes_on > opened {
                self.in_target[i] = goes_on;
                flags |= TARGET_GAP_GOES_ON;
            } else {
                self.in_target[i] = opened;
            }
            offer(self.in_target[i], TARGET_GAP);
            match self.joins[i - 1] {
                TWO_TO_ONE => offer(self.best[last + i - 2] + target.weight * 10, TWO_TO_ONE),
                ONE_TO_TWO => offer(self.best[before + i - 1] + self.traits_a[i - 1].weight * 10, ONE_TO_TWO),
                _ => {}
            }
            self.best[row + i] = score;
            self.cells[j * width + i] = from | flags;
            if score > top.0 {
                top = (score, i);
            }
        }
        top
    }

    /// Compares one word of b with all of a. Most words differ at a glance; only what may be alike is looked at.
    fn compare(&mut self, lexicon: &Lexicon, at: usize) {
        let target = self.traits_b[at];
        let before = at.checked_sub(1).map(|before| self.traits_b[before]);
        self.steps.clear();
        self.joins.clear();
        self.joins.resize(self.traits_a.len(), STOP);
        let unlike =
            |source: &Trait| if source.function == target.function { -REPLACED_LIKE } else { -REPLACED_UNLIKE };
        self.steps.extend(
            self.traits_a.iter().map(|source| if source.form == target.form { source.weight } else { unlike(source) }),
        );
        for (index, source) in self.traits_a.iter().enumerate() {
            if source.form == target.form {
                continue;
            }
            if target.may_be(source) {
                let percent = self.similar.percent(lexicon, source, &target);
                if percent > 0 {
                    // A damaged form is rare by being damaged; the sound one says what the match is worth.
                    let worth = source.weight.min(target.weight) * percent / 100 - 4;
                    self.steps[index] = worth.max(LIGHT / 2);
                    continue;
                }
            }
            if index > 0 && source.ends.1 == target.ends.1 && source.len < target.len {
                let left = &self.traits_a[index - 1];
                if Similar::joined(lexicon, left, source, &target) {
                    self.joins[index] = TWO_TO_ONE;
                }
            } else if let Some(left) = before
                && source.ends.1 == target.ends.1
                && source.len > target.len
                && Similar::joined(lexicon, &left, &target, source)
            {
                self.joins[index] = ONE_TO_TWO;
            }
        }
    }

    fn trace(&self, problem: Problem<'_>, in_a: &Range<usize>, in_b: &Range<usize>, top: (i32, usize, usize)) -> Piece {
        let width = in_a.len() + 1;
        let (tenths, mut i, mut j) = top;
        let score = tenths / 10;
        let mut pairs = Vec::new();
        let pair = |i: usize, j: usize, percent: u8| Pair {
            a: (in_a.start + i - 1) as u32,
            b: (in_b.start + j - 1) as u32,
            percent,
        };
        let similar = |i: usize, j: usize| {
            let (a, b) = (problem.a[in_a.start + i - 1].form, problem.b[in_b.start + j - 1].form);
            self.similar.known_percent(a, b)
        };
        loop {
            match self.cells[j * width + i] & CAME_FROM {
                DIAGONAL => {
                    pairs.push(pair(i, j, similar(i, j)));
                    (i, j) = (i - 1, j - 1);
                }
                SOURCE_GAP => loop {
                    let goes_on = self.cells[j * width + i] & SOURCE_GAP_GOES_ON != 0;
                    i -= 1;
                    if !goes_on {
                        break;
                    }
                },
                TARGET_GAP => loop {
                    let goes_on = self.cells[j * width + i] & TARGET_GAP_GOES_ON != 0;
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
