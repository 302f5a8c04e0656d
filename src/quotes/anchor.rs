//! Alignment of long stretches: exact anchors first, dynamic programming only between them.
//!
//! Runs of three words that occur once on each side are anchors; the longest rising chain of them (patience) fixes the
//! path. Cost: linear in the words, plus the gaps.

use super::align::{Aligner, Pair, Piece, Problem};
use std::{collections::HashMap, ops::Range};

/// Between two anchors farther apart than this on either side, the stretch is held to end.
const WIDEST: usize = 150;

pub(super) fn align(
    aligner: &mut Aligner,
    problem: Problem<'_>,
    in_a: Range<usize>,
    in_b: Range<usize>,
) -> Option<Piece> {
    let anchors = chain(&anchors(problem, in_a.clone(), in_b.clone()));
    let runs = anchors.chunk_by(|one, next| next.0 - one.0 <= WIDEST && next.1 - one.1 <= WIDEST);
    let run = runs.max_by_key(|run| run.len())?;
    let mut piece = Piece::default();
    let (first, last) = (run[0], run[run.len() - 1]);
    let head_a = first.0.saturating_sub(WIDEST).max(in_a.start)..first.0;
    let head_b = first.1.saturating_sub(WIDEST).max(in_b.start)..first.1;
    join(aligner, problem, head_a, head_b, &mut piece);
    for (index, anchor) in run.iter().enumerate() {
        piece.pairs.push(Pair { a: anchor.0 as u32, b: anchor.1 as u32, percent: 100 });
        piece.score += problem.lexicon.weight(problem.a[anchor.0].form);
        if let Some(next) = run.get(index + 1) {
            join(aligner, problem, anchor.0 + 1..next.0, anchor.1 + 1..next.1, &mut piece);
        }
    }
    let tail_a = last.0 + 1..(last.0 + 1 + WIDEST).min(in_a.end);
    let tail_b = last.1 + 1..(last.1 + 1 + WIDEST).min(in_b.end);
    join(aligner, problem, tail_a, tail_b, &mut piece);
    Some(piece)
}

fn join(aligner: &mut Aligner, problem: Problem<'_>, a: Range<usize>, b: Range<usize>, piece: &mut Piece) {
    if let Some(between) = aligner.local(problem, a, b, 0) {
        piece.pairs.extend(between.pairs);
        piece.score += between.score;
    }
}

/// Places of three-word runs that stand once on each side, in order of b.
fn anchors(problem: Problem<'_>, in_a: Range<usize>, in_b: Range<usize>) -> Vec<(usize, usize)> {
    let run = |words: &[super::lexicon::Word]| [words[0].form, words[1].form, words[2].form];
    let mut places: HashMap<[u32; 3], (Option<usize>, Option<usize>)> = HashMap::new();
    let mut twice: Vec<[u32; 3]> = Vec::new();
    for (offset, three) in problem.a[in_a.clone()].windows(3).enumerate() {
        let place = places.entry(run(three)).or_default();
        if place.0.replace(in_a.start + offset).is_some() {
            twice.push(run(three));
        }
    }
    for (offset, three) in problem.b[in_b.clone()].windows(3).enumerate() {
        if let Some(place) = places.get_mut(&run(three))
            && place.1.replace(in_b.start + offset).is_some()
        {
            twice.push(run(three));
        }
    }
    for three in twice {
        places.remove(&three);
    }
    let mut found: Vec<(usize, usize)> = places.into_values().filter_map(|(a, b)| Some((a?, b?))).collect();
    found.sort_unstable_by_key(|(a, b)| (*b, *a));
    found
}

/// The longest chain that rises on both sides.
fn chain(anchors: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; anchors.len()];
    for (index, (a, _)) in anchors.iter().enumerate() {
        let at = tails.partition_point(|tail| anchors[*tail].0 < *a);
        before[index] = at.checked_sub(1).map(|last| tails[last]);
        if at == tails.len() {
            tails.push(index);
        } else {
            tails[at] = index;
        }
    }
    let mut found = Vec::new();
    let mut next = tails.last().copied();
    while let Some(index) = next {
        found.push(anchors[index]);
        next = before[index];
    }
    found.reverse();
    found
}
