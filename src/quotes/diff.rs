//! The difference of two sides in words: same, dropped, added, replaced, moved.
//!
//! The runs rebuild both sides: those with an `a`, in order, are all words of side a; those with a `b` all words of b.
//! Signs between words are no words: a comma more or less is no difference. Two words written as one are the same.

use super::{
    Change, DiffRun,
    lexicon::{LIGHT, Lexicon},
    matching::Match,
    reading::Reading,
};
use std::ops::Range;

/// One step along both sides: so many words of a, so many of b.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    change: Change,
    a: usize,
    b: usize,
    /// Ties the two ends of a move; 0 for none.
    movement: u32,
}

/// A light word counts as moved only over so few words.
const NEAR: usize = 5;
/// What words must be worth to count as moved over any distance.
const HEAVY: i32 = 2 * LIGHT + 6;
/// Above this many comparisons, what is left over is not searched for moves, and stays dropped and added.
const MOST_COMPARED: usize = 60_000;

/// Both sides by their word forms.
struct Sides<'a> {
    lexicon: &'a Lexicon,
    a: Vec<u32>,
    b: Vec<u32>,
}

/// The runs for words `in_a` of one document and `in_b` of another, aligned as `one` says.
pub(super) fn diff(
    lexicon: &Lexicon,
    readings: &[Reading<'_>],
    one: &Match,
    in_a: &Range<usize>,
    in_b: &Range<usize>,
) -> Vec<DiffRun> {
    let (reading_a, reading_b) = (&readings[one.rank_a], &readings[one.rank_b]);
    let forms = |reading: &Reading<'_>, words: &Range<usize>| {
        reading.words[words.clone()].iter().map(|word| word.form).collect()
    };
    let sides = Sides { lexicon, a: forms(reading_a, in_a), b: forms(reading_b, in_b) };
    let steps = sides.with_moves(sides.steps(&sides.anchors(one, in_a, in_b)));
    runs(&steps, (reading_a, in_a.start), (reading_b, in_b.start))
}

impl Sides<'_> {
    /// Aligned words that rise on both sides, from 0 on each; the heaviest chain of pieces.
    fn anchors(&self, one: &Match, in_a: &Range<usize>, in_b: &Range<usize>) -> Vec<(usize, usize, Change)> {
        let mut anchors: Vec<(usize, usize, Change)> = Vec::new();
        for piece in main_chain(one) {
            let pairs = one.pieces[piece].pairs.iter();
            for pair in pairs.filter(|pair| in_a.contains(&(pair.a as usize)) && in_b.contains(&(pair.b as usize))) {
                let (a, b) = (pair.a as usize - in_a.start, pair.b as usize - in_b.start);
                let change = match pair.percent {
                    0 => continue,
                    100 | JOINED => Change::Same,
                    _ => Change::Replaced,
                };
                if anchors.last().is_none_or(|last| last.0 <= a && last.1 <= b) {
                    anchors.push((a, b, change));
                }
            }
        }
        anchors
    }

    fn steps(&self, anchors: &[(usize, usize, Change)]) -> Vec<Step> {
        let mut steps = Vec::new();
        let (mut a, mut b) = (0, 0);
        for &(anchor_a, anchor_b, change) in anchors {
            if anchor_a >= a || anchor_b >= b {
                self.between(a..anchor_a.max(a), b..anchor_b.max(b), &mut steps);
            }
            // Of two words written as one, the second anchor repeats one side.
            let (n_a, n_b) = (usize::from(anchor_a >= a), usize::from(anchor_b >= b));
            steps.push(Step { change, a: n_a, b: n_b, movement: 0 });
            (a, b) = (a.max(anchor_a + 1), b.max(anchor_b + 1));
        }
        self.between(a..self.a.len(), b..self.b.len(), &mut steps);
        steps
    }

    /// Steps over a stretch without anchors: words that still agree (longest common subsequence), and the rest.
    fn between(&self, a: Range<usize>, b: Range<usize>, steps: &mut Vec<Step>) {
        let common = if a.len() * b.len() <= MOST_COMPARED { self.common(&a, &b) } else { Vec::new() };
        let (mut at_a, mut at_b) = (a.start, b.start);
        for (same_a, same_b) in common {
            rest(same_a - at_a, same_b - at_b, steps);
            steps.push(Step { change: Change::Same, a: 1, b: 1, movement: 0 });
            (at_a, at_b) = (same_a + 1, same_b + 1);
        }
        rest(a.end - at_a, b.end - at_b, steps);
    }

    fn common(&self, a: &Range<usize>, b: &Range<usize>) -> Vec<(usize, usize)> {
        let width = b.len() + 1;
        let mut lengths = vec![0_u32; (a.len() + 1) * width];
        for i in (0..a.len()).rev() {
            for j in (0..b.len()).rev() {
                lengths[i * width + j] = if self.a[a.start + i] == self.b[b.start + j] {
                    lengths[(i + 1) * width + j + 1] + 1
                } else {
                    lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j, mut found) = (0, 0, Vec::new());
        while i < a.len() && j < b.len() {
            if self.a[a.start + i] == self.b[b.start + j] {
                found.push((a.start + i, b.start + j));
                (i, j) = (i + 1, j + 1);
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
        found
    }

    /// Finds words that were dropped in one place and added in another, longest first, and ties the two.
    fn with_moves(&self, steps: Vec<Step>) -> Vec<Step> {
        let mut words = Words::new(&steps);
        if words.dropped.len() * words.added.len() > MOST_COMPARED {
            return steps;
        }
        let mut movement = 0;
        while let Some((from, to, n)) = self.longest_move(&words) {
            movement += 1;
            words.tie(from, to, n, movement);
        }
        words.steps
    }

    /// The longest run of words that stands both among the dropped and the added: step of each, and how many.
    fn longest_move(&self, words: &Words) -> Option<(usize, usize, usize)> {
        let mut best: Option<(i32, usize, usize, usize)> = None;
        for (at, &(step_a, a)) in words.dropped.iter().enumerate() {
            for (to, &(step_b, b)) in words.added.iter().enumerate() {
                let n = (0..)
                    .take_while(|n| {
                        let next = |list: &[(usize, usize)], at: usize, word: usize, step: usize| {
                            list.get(at + n).is_some_and(|next| *next == (step + n, word + n))
                        };
                        next(&words.dropped, at, a, step_a)
                            && next(&words.added, to, b, step_b)
                            && self.a[a + n] == self.b[b + n]
                    })
                    .count();
                let weight: i32 = self.a[a..a + n].iter().map(|form| self.lexicon.weight(*form)).sum();
                let near = words.steps[step_a.min(step_b)..step_a.max(step_b)].len() <= NEAR + n;
                if n > 0 && (weight >= HEAVY || near) && best.is_none_or(|best| best.0 < weight) {
                    best = Some((weight, step_a, step_b, n));
                }
            }
        }
        best.map(|(_, from, to, n)| (from, to, n))
    }
}

/// Steps word by word, and which of them are free to be the ends of a move.
struct Words {
    steps: Vec<Step>,
    /// Step and word of side a.
    dropped: Vec<(usize, usize)>,
    /// Step and word of side b.
    added: Vec<(usize, usize)>,
}

impl Words {
    /// Parts dropped, added and uneven replaced runs into single words.
    fn new(steps: &[Step]) -> Words {
        let single = |step: &Step| {
            let dropped = Step { change: Change::Dropped, a: 1, b: 0, movement: 0 };
            let added = Step { change: Change::Added, a: 0, b: 1, movement: 0 };
            match step.change {
                Change::Dropped => vec![dropped; step.a],
                Change::Added => vec![added; step.b],
                _ => vec![*step],
            }
        };
        let mut words =
            Words { steps: steps.iter().flat_map(single).collect(), dropped: Vec::new(), added: Vec::new() };
        let (mut a, mut b) = (0, 0);
        for (index, step) in words.steps.iter().enumerate() {
            match step.change {
                Change::Dropped => words.dropped.push((index, a)),
                Change::Added => words.added.push((index, b)),
                _ => {}
            }
            (a, b) = (a + step.a, b + step.b);
        }
        words
    }

    fn tie(&mut self, from: usize, to: usize, n: usize, movement: u32) {
        for step in (from..from + n).chain(to..to + n) {
            self.steps[step] = Step { change: Change::Moved, movement, ..self.steps[step] };
        }
        let steps = &self.steps;
        self.dropped.retain(|(step, _)| steps[*step].change == Change::Dropped);
        self.added.retain(|(step, _)| steps[*step].change == Change::Added);
    }
}

/// The percent that [`super::align`] gives to words written as one.
const JOINED: u8 = 95;

/// Words without a counterpart: replaced where both sides have about as many, else dropped and added.
fn rest(n_a: usize, n_b: usize, steps: &mut Vec<Step>) {
    if n_a > 0 && n_b > 0 && n_a <= 2 * n_b + 1 && n_b <= 2 * n_a + 1 {
        steps.push(Step { change: Change::Replaced, a: n_a, b: n_b, movement: 0 });
        return;
    }
    if n_a > 0 {
        steps.push(Step { change: Change::Dropped, a: n_a, b: 0, movement: 0 });
    }
    if n_b > 0 {
        steps.push(Step { change: Change::Added, a: 0, b: n_b, movement: 0 });
    }
}

/// The pieces that make the heaviest chain rising on both sides.
fn main_chain(one: &Match) -> Vec<usize> {
    let n = one.pieces.len();
    let ends = |at: usize| {
        let pairs = &one.pieces[at].pairs;
        (pairs[0].a, pairs[pairs.len() - 1].a)
    };
    let mut best: Vec<(usize, Option<usize>)> = (0..n).map(|at| (one.pieces[at].pairs.len(), None)).collect();
    for at in 0..n {
        for earlier in 0..at {
            let longer = best[earlier].0 + one.pieces[at].pairs.len();
            if ends(earlier).1 < ends(at).0 && longer > best[at].0 {
                best[at] = (longer, Some(earlier));
            }
        }
    }
    let mut next = (0..n).max_by_key(|at| (best[*at].0, n - at));
    let mut chain = Vec::new();
    while let Some(at) = next {
        chain.push(at);
        next = best[at].1;
    }
    chain.reverse();
    chain
}

/// Joins steps of one change into runs, with their places.
fn runs(steps: &[Step], a: (&Reading<'_>, usize), b: (&Reading<'_>, usize)) -> Vec<DiffRun> {
    let one_sided = |step: &Step| (step.a == 0, step.b == 0);
    let goes_on = |one: &Step, next: &Step| {
        let one_run = one.change == next.change && one.movement == next.movement;
        one_run && (one.change == Change::Same || one_sided(one) == one_sided(next))
    };
    let mut numbers: Vec<(u32, u32)> = Vec::new();
    let mut number = 0;
    let (mut at_a, mut at_b) = (a.1, b.1);
    let mut found = Vec::new();
    for run in steps.chunk_by(goes_on) {
        let (n_a, n_b) = (run.iter().map(|step| step.a).sum::<usize>(), run.iter().map(|step| step.b).sum::<usize>());
        let known = numbers.iter().find(|(movement, _)| *movement == run[0].movement && run[0].movement > 0);
        let own = match (run[0].change, known) {
            (Change::Same, _) => 0,
            (_, Some((_, known))) => *known,
            _ => {
                number += 1;
                numbers.push((run[0].movement, number));
                number
            }
        };
        let span = |reading: &Reading<'_>, at: usize, n: usize| (n > 0).then(|| reading.span_of(at, at + n - 1));
        found.push(DiffRun {
            change: run[0].change,
            a: span(a.0, at_a, n_a),
            b: span(b.0, at_b, n_b),
            number: own,
            n_words: n_a.max(n_b) as u32,
        });
        (at_a, at_b) = (at_a + n_a, at_b + n_b);
    }
    found
}
