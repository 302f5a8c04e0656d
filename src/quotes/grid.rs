//! The matrix of an alignment: scores row by row, and how each cell was come by.
//!
//! Cost: only cells are filled that may lie on the best path. A cell is known to lie off it when what it has, and what the
//! rows below and the columns behind can still add, is less than what the best path is worth for sure. So the path comes
//! out that filling all cells gives.

use super::steps::{REPLACED_LIKE, REPLACED_UNLIKE, Steps, Way};
use std::ops::Range;

/// No columns; grows to any that are taken in.
#[allow(clippy::reversed_empty_ranges, reason = "the least start and the greatest end that are to come decide")]
const NONE: Range<usize> = usize::MAX..0;

const OPEN_IN_SOURCE: i32 = 160;
const OPEN_IN_TARGET: i32 = 160;
/// Less than any score.
const NOTHING: i32 = i32::MIN / 2;

/// What came before a cell.
const STOP: u8 = 0;
pub(super) const DIAGONAL: u8 = 1;
pub(super) const SOURCE_GAP: u8 = 2;
pub(super) const TARGET_GAP: u8 = 3;
/// Two words of the source written as one in the target, and the reverse.
pub(super) const TWO_TO_ONE: u8 = 4;
pub(super) const ONE_TO_TWO: u8 = 5;
pub(super) const CAME_FROM: u8 = 7;
pub(super) const SOURCE_GAP_GOES_ON: u8 = 8;
pub(super) const TARGET_GAP_GOES_ON: u8 = 16;

/// Rows are words of b, columns words of a, both from 1. All scores are in tenths, so that a long cut costs little a word.
#[derive(Debug, Default)]
pub(super) struct Grid {
    width: usize,
    cells: Vec<u8>,
    /// The row at work, the one before it, and for joined words the one before that.
    rows: [Row; 3],
    in_target: Vec<i32>,
    /// What it costs to set another word in the place of each word of a: no function word, or one.
    unlike: [Vec<i32>; 2],
    joins: Vec<u8>,
    /// The highest score, its column and row; the first of several.
    pub top: (i32, usize, usize),
}

/// Scores of one row: zeros but for a window.
#[derive(Debug, Default)]
struct Row {
    scores: Vec<i32>,
    window: Range<usize>,
    /// From the first to the last column from which a path may go on.
    live: Range<usize>,
}

/// What words without a counterpart cost before one word of b, in tenths.
#[derive(Clone, Copy)]
pub(super) struct Gaps {
    open_in_source: i32,
    extend_in_source: i32,
    extend_in_target: i32,
}

impl Gaps {
    /// Where an ellipsis stands, `free`, words of the source are left out for nothing.
    pub fn new(free: bool, cut_tenths: i32, added_tenths: i32) -> Gaps {
        let (open_in_source, extend_in_source) = if free { (0, 1) } else { (OPEN_IN_SOURCE, cut_tenths) };
        Gaps { open_in_source, extend_in_source, extend_in_target: added_tenths }
    }
}

impl Grid {
    pub fn cell(&self, column: usize, row: usize) -> u8 {
        self.cells[row * self.width + column]
    }

    pub fn clear(&mut self, steps: &Steps) {
        fn fresh<T: Copy>(list: &mut Vec<T>, n: usize, value: T) {
            list.clear();
            list.resize(n, value);
        }
        let width = steps.traits_a.len() + 1;
        self.width = width;
        fresh(&mut self.cells, width * (steps.traits_b.len() + 1), STOP);
        for row in &mut self.rows {
            fresh(&mut row.scores, width, 0);
            (row.window, row.live) = (0..0, 0..0);
        }
        fresh(&mut self.in_target, width, NOTHING);
        fresh(&mut self.joins, width, STOP);
        for (function, list) in self.unlike.iter_mut().enumerate() {
            list.clear();
            list.push(0);
            list.extend(steps.traits_a.iter().map(|source| replaced(source.function == (function == 1))));
        }
    }

    /// Fills the `j`th row, as far as its cells may lie on a path worth `bar`.
    pub fn row(&mut self, steps: &Steps, j: usize, bar: i32, gaps: Gaps) {
        self.rows.rotate_right(1);
        let [row, last, _] = &mut self.rows;
        row.scores[row.window.clone()].fill(0);
        // A step from the live columns leads one to the right.
        let mut window = last.live.start..last.live.end + 1;
        if last.live.is_empty() {
            window = NONE;
        }
        for step in steps.of_row(j) {
            let column = step.column as usize;
            if step.way != Way::OneToOne || step.tenths >= bar - steps.reach(column, j) {
                window = window.start.min(column)..window.end.max(column + 1);
            }
        }
        (row.window, row.live) = (0..0, 0..0);
        if window.start < window.end {
            self.set(steps, j, true);
            self.fill(steps, j, bar, gaps, window);
            self.set(steps, j, false);
        }
    }

    /// Lays the steps of a row over the costs of other words, or takes them off again.
    fn set(&mut self, steps: &Steps, j: usize, on: bool) {
        let function = steps.traits_b[j - 1].function;
        for step in steps.of_row(j) {
            let column = step.column as usize;
            let source = &steps.traits_a[column - 1];
            let off = replaced(source.function == function);
            match step.way {
                Way::OneToOne => self.unlike[usize::from(function)][column] = if on { step.tenths } else { off },
                Way::TwoToOne => self.joins[column] = if on { TWO_TO_ONE } else { STOP },
                Way::OneToTwo => self.joins[column] = if on { ONE_TO_TWO } else { STOP },
            }
        }
    }

    /// Fills the window, and to the right of it what a gap in the source reaches.
    fn fill(&mut self, steps: &Steps, j: usize, bar: i32, gaps: Gaps, window: Range<usize>) {
        let width = self.width;
        let target = &steps.traits_b[j - 1];
        let [row, last, before] = &mut self.rows;
        let (scores, last, before) = (&mut row.scores[..width], &last.scores[..width], &before.scores[..width]);
        let (in_target, joins) = (&mut self.in_target[..width], &self.joins[..width]);
        let (worth, behind) = (&self.unlike[usize::from(target.function)][..width], &steps.behind[..width]);
        let cells = &mut self.cells[j * width..][..width];
        let below = steps.below[j];
        let (start, end) = (window.start.max(1), window.end.min(width));
        let mut live = NONE;
        let mut gap = NOTHING;
        let (mut left, mut diagonal) = (0, last[start - 1]);
        let mut i = start;
        while i < width {
            let (opened, goes_on) = (left - gaps.open_in_source, gap - gaps.extend_in_source);
            gap = opened.max(goes_on);
            if i >= end && gap <= 0 {
                break;
            }
            let (opened_in_target, goes_on_in_target) =
                (last[i] - OPEN_IN_TARGET, in_target[i] - gaps.extend_in_target);
            let down = opened_in_target.max(goes_on_in_target);
            let straight = diagonal + worth[i];
            let joined = match joins[i] {
                STOP => 0,
                TWO_TO_ONE => last[i - 2] + target.weight * 10,
                _ => before[i - 1] + steps.traits_a[i - 1].weight * 10,
            };
            diagonal = last[i];
            let score = straight.max(gap).max(down).max(joined);
            let needs = bar - below.min(behind[i]);
            if score < needs.max(1) {
                // Off the way to `bar`, as most cells are: it counts as nothing.
                (cells[i], scores[i], in_target[i]) = (STOP, 0, NOTHING);
                (left, gap) = (0, NOTHING);
                i += 1;
                continue;
            }
            let from = match score {
                _ if score == straight => DIAGONAL,
                _ if score == gap => SOURCE_GAP,
                _ if score == down => TARGET_GAP,
                _ => joins[i],
            };
            let in_source = if goes_on > opened { SOURCE_GAP_GOES_ON } else { 0 };
            let in_both = if goes_on_in_target > opened_in_target { TARGET_GAP_GOES_ON } else { 0 };
            cells[i] = from | in_source | in_both;
            scores[i] = score;
            in_target[i] = if down < needs { NOTHING } else { down };
            gap = if gap < needs { NOTHING } else { gap };
            live = live.start.min(i)..i + 1;
            if score > self.top.0 {
                self.top = (score, i, j);
            }
            left = score;
            i += 1;
        }
        row.window = start..i;
        row.live = if live.start < live.end { live } else { 0..0 };
    }
}

/// What it costs to set one word in the place of another, in tenths.
fn replaced(of_a_kind: bool) -> i32 {
    -10 * if of_a_kind { REPLACED_LIKE } else { REPLACED_UNLIKE }
}
