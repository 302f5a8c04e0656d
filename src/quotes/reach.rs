//! How far a link goes on beyond what was aligned: words outside the marks that both texts have, and the verb that a Dutch
//! clause has in second place or at its end.

use super::{
    Marks,
    align::{Pair, Piece},
    direction::End,
    link::Found,
    matching::{Match, ends_sentence},
    name_words::{is_finite, is_having, is_modal},
    reading::Reading,
};
use std::ops::Range;

/// So many words beyond the marks say that the quotation was begun late or ended early; fewer are a turn of the sentence.
const LEAST_BEYOND: usize = 3;
/// So many telling words among them where another word stands between.
const LEAST_TELLING: usize = 2;
/// So many words of the sentence are looked at.
const MOST_BESIDE: usize = 60;
/// So many words of another sentence are no part of a repetition.
const MOST_STRAGGLERS: usize = 2;
/// So many quotations before a place are looked at.
const MOST_WITHIN: usize = 12;
/// So many words may move to a clause's end.
const MOST_VERBS: usize = 2;
/// The signs that a quotation begins or ends with.
const SIGNS: [char; 9] = ['„', '“', '”', '‘', '’', '"', '\'', '«', '»'];

impl Found<'_> {
    /// The match with the words around it that belong to the same repetition.
    pub fn reach(&self, one: &Match) -> Match {
        let mut one = one.clone();
        if one.rank_a == one.rank_b {
            return one;
        }
        self.beyond_marks(&mut one);
        self.moved_verb(&mut one);
        if one.quotation.is_none() {
            self.without_stragglers(&mut one);
        }
        one
    }

    /// Drops one or two words at either end that stand in another sentence than the rest, of which one tells something at most.
    fn without_stragglers(&self, one: &mut Match) {
        let (a, b) = (&self.readings[one.rank_a], &self.readings[one.rank_b]);
        let mut matched: Vec<Pair> = one.pairs().filter(|pair| pair.percent > 0).copied().collect();
        matched.sort_by_key(|pair| pair.b);
        let parted = |left: &Pair, right: &Pair| {
            let ends = |reading: &Reading<'_>, from: u32, to: u32| {
                (from..to).any(|at| ends_sentence(reading.before_word(at as usize + 1)))
            };
            (left.a + 1 != right.a || left.b + 1 != right.b) && (ends(a, left.a, right.a) || ends(b, left.b, right.b))
        };
        let sentences: Vec<&[Pair]> = matched.chunk_by(|left, right| !parted(left, right)).collect();
        let straggles = |sentence: &[Pair]| {
            let telling = |pair: &&Pair| !self.lexicon.is_function(b.words[pair.b as usize].form);
            sentence.len() <= MOST_STRAGGLERS && sentence.iter().filter(telling).count() < LEAST_TELLING
        };
        let mut kept = &sentences[..];
        while let [rest @ .., last] = kept
            && !rest.is_empty()
            && straggles(last)
        {
            kept = rest;
        }
        while let [first, rest @ ..] = kept
            && !rest.is_empty()
            && straggles(first)
        {
            kept = rest;
        }
        if let (Some(first), Some(last)) = (kept.first(), kept.last())
            && kept.len() < sentences.len()
        {
            let words = first[0].b..=last[last.len() - 1].b;
            one.pieces.iter_mut().for_each(|piece| piece.pairs.retain(|pair| words.contains(&pair.b)));
            one.pieces.retain(|piece| !piece.pairs.is_empty());
        }
    }

    /// Words before and behind a quotation in marks that the source has there too, in the same sentence and not in marks of its
    /// own: several in a row with a telling word among them.
    fn beyond_marks(&self, one: &mut Match) {
        let b = &self.readings[one.rank_b];
        let Some(inside) = one.quotation.map(|own| b.words_in(b.marked[own].inside)) else {
            return;
        };
        let (hull_a, hull_b) = (one.hull_a(), one.hull_b());
        if hull_b.start == inside.start {
            let before = self.beside(one, Way::Back);
            if let Some(first) = one.pieces.iter_mut().find(|piece| piece.pairs[0].a as usize == hull_a.start) {
                first.pairs.splice(0..0, before.into_iter().rev());
            }
        }
        if hull_b.end == inside.end {
            let behind = self.beside(one, Way::On);
            let ends = |piece: &&mut Piece| piece.pairs.last().is_some_and(|last| last.a as usize + 1 == hull_a.end);
            if let Some(last) = one.pieces.iter_mut().find(ends) {
                last.pairs.extend(behind);
            }
        }
    }

    /// The words on one side of a match that both texts have, nearest first.
    fn beside(&self, one: &Match, way: Way) -> Vec<Pair> {
        let (a, b) = (&self.readings[one.rank_a], &self.readings[one.rank_b]);
        let (hull_a, hull_b) = (one.hull_a(), one.hull_b());
        // A copied sentence has the marks too.
        let copied = signs_at(a, &hull_a, way) && signs_at(b, &hull_b, way);
        let in_a = rest_of_sentence(a, &hull_a, way, |n| n == 0 && copied);
        let in_b = rest_of_sentence(b, &hull_b, way, |_| true);
        let same =
            |(at_a, at_b): (&usize, &usize)| (a.words[*at_a].form == b.words[*at_b].form).then_some((*at_a, *at_b));
        // A verb may stand between, which the quoting sentence has in another place.
        let skips = [(0, 0), (0, 1), (1, 0), (1, 1)];
        let runs = skips.into_iter().filter_map(|(skip_a, skip_b)| {
            let sides = in_a.get(skip_a..)?.iter().zip(in_b.get(skip_b..)?);
            let run: Vec<(usize, usize)> = sides.map_while(same).collect();
            let telling = run.iter().filter(|(_, at)| !self.lexicon.is_function(b.words[*at].form)).count();
            let enough = if skip_a + skip_b == 0 { 1 } else { LEAST_TELLING };
            (run.len() >= LEAST_BEYOND && telling >= enough).then_some(run)
        });
        let pair = |(at_a, at_b): (usize, usize)| Pair { a: at_a as u32, b: at_b as u32, percent: 100 };
        runs.into_iter().next().unwrap_or_default().into_iter().map(pair).collect()
    }

    /// "De eis is te hoog" and "dat de eis te hoog is": what stands behind the words of one text, and between those of the
    /// other without a counterpart.
    fn moved_verb(&self, one: &mut Match) {
        for _ in 0..MOST_VERBS {
            let (a, b) = (&self.readings[one.rank_a], &self.readings[one.rank_b]);
            let (hull_a, hull_b) = (one.hull_a(), one.hull_b());
            let loose = |hull: &Range<usize>, side: fn(&Pair) -> u32| {
                let mut taken = vec![false; hull.len()];
                one.pairs()
                    .filter(|pair| pair.percent > 0)
                    .for_each(|pair| taken[side(pair) as usize - hull.start] = true);
                hull.clone().filter(move |at| !taken[at - hull.start]).collect::<Vec<usize>>()
            };
            let in_a = self.verb_at(b, hull_b.end, a, || loose(&hull_a, |pair| pair.a)).map(|at| (at, hull_b.end));
            let found = in_a.or_else(|| {
                self.verb_at(a, hull_a.end, b, || loose(&hull_b, |pair| pair.b)).map(|at| (hull_a.end, at))
            });
            let Some((at_a, at_b)) = found else { return };
            // It takes the place of a word that was set against another.
            for piece in &mut one.pieces {
                piece.pairs.retain(|pair| pair.percent > 0 || (pair.a as usize != at_a && pair.b as usize != at_b));
            }
            let pairs = vec![Pair { a: at_a as u32, b: at_b as u32, percent: 100 }];
            one.pieces.push(Piece { pairs, score: 0 });
            one.pieces.retain(|piece| !piece.pairs.is_empty());
            one.pieces.sort_by_key(|piece| piece.pairs[0].b);
        }
    }

    /// Which of the loose words of one text is the verb at a place of the other.
    fn verb_at(
        &self,
        reading: &Reading<'_>,
        at: usize,
        other: &Reading<'_>,
        loose: impl Fn() -> Vec<usize>,
    ) -> Option<usize> {
        let word = reading.words.get(at)?;
        let beside = reading.before_word(at).chars().all(|sign| sign.is_whitespace() || SIGNS.contains(&sign));
        let folded = self.lexicon.folded(word.form);
        let may_move = !self.lexicon.is_function(word.form) || is_verb(folded);
        if !beside || reading.before_word(at).contains("\n\n") || !may_move {
            return None;
        }
        loose().into_iter().find(|own| other.words[*own].form == word.form)
    }
}

/// Before the words, or behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    On,
}

/// Whether quotation marks stand at that end of the words.
fn signs_at(reading: &Reading<'_>, words: &Range<usize>, way: Way) -> bool {
    let gap = reading.before_word(if way == Way::Back { words.start } else { words.end });
    gap.contains(SIGNS)
}

/// The words of the same sentence on one side of others, nearest first, up to quotation marks that may not be passed.
fn rest_of_sentence(
    reading: &Reading<'_>,
    words: &Range<usize>,
    way: Way,
    passes: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let own = match way {
        Way::Back => (words.start.saturating_sub(MOST_BESIDE)..words.start).rev().collect::<Vec<usize>>(),
        Way::On => (words.end..reading.words.len().min(words.end + MOST_BESIDE)).collect(),
    };
    let goes_on = |(n, at): &(usize, &usize)| {
        let gap = reading.before_word(if way == Way::Back { *at + 1 } else { **at });
        !ends_sentence(gap) && (passes(*n) || !gap.contains(SIGNS))
    };
    own.iter().enumerate().take_while(goes_on).map(|(_, at)| *at).collect()
}

/// Small verbs.
fn is_verb(folded: &str) -> bool {
    is_having(folded)
        || is_modal(folded)
        || is_finite(folded)
        || matches!(folded, "ben" | "is" | "waren" | "was" | "werd" | "werden" | "word" | "worden" | "wordt" | "zijn")
}

/// The marks around side b, of which more may be repeated than they hold: partly in marks, or in none where the source has as
/// many within the same words.
pub(super) fn marks_of((a, words_a): (End<'_>, &Range<usize>), (b, words_b): (End<'_>, &Range<usize>)) -> Marks {
    let beyond = |inside: &Range<usize>, words: &Range<usize>| words.start < inside.start || inside.end < words.end;
    let own = b.quotation.map(|own| b.reading.words_in(b.reading.marked[own].inside));
    let partly = b.marks == Marks::Partly || b.marks == Marks::Full && own.is_some_and(|own| beyond(&own, words_b));
    let n_within = |end: End<'_>, words: &Range<usize>| {
        let span = end.reading.span_of(words.start, words.end - 1);
        let past = end.reading.marked.partition_point(|marked| marked.outside.start_byte < span.end_byte);
        let near = end.reading.marked[..past].iter().rev().take(MOST_WITHIN);
        near.filter(|marked| span.contains(marked.inside) && marked.inside != span).count()
    };
    match n_within(b, words_b) {
        _ if !partly => b.marks,
        n if n > 0 && n == n_within(a, words_a) => Marks::None,
        _ => Marks::Partly,
    }
}
