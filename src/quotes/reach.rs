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
        one
    }

    /// Words before and behind a quotation in marks that the source has there too, in the same sentence and not in marks: where
    /// they are several and a telling word is among them.
    fn beyond_marks(&self, one: &mut Match) {
        let (a, b) = (&self.readings[one.rank_a], &self.readings[one.rank_b]);
        let Some(inside) = one.quotation.map(|own| b.words_in(b.marked[own].inside)) else {
            return;
        };
        let (hull_a, hull_b) = (one.hull_a(), one.hull_b());
        let tells = |mut words: Range<usize>| {
            words.len() >= LEAST_BEYOND && words.any(|at| !self.lexicon.is_function(b.words[at].form))
        };
        let same = |at_a: usize, at_b: usize| a.words[at_a].form == b.words[at_b].form;
        let pair = |at_a: usize, at_b: usize| Pair { a: at_a as u32, b: at_b as u32, percent: 100 };
        if hull_b.start == inside.start {
            let open = |n: &usize| {
                let (at_a, at_b) = (hull_a.start - n, hull_b.start - n);
                at_a > 0 && at_b > 0 && goes_on(a, at_a, b, at_b) && same(at_a - 1, at_b - 1)
            };
            let n = (0..hull_a.start.min(hull_b.start)).take_while(open).count();
            if tells(hull_b.start - n..hull_b.start)
                && let Some(first) = one.pieces.iter_mut().find(|piece| piece.pairs[0].a as usize == hull_a.start)
            {
                first.pairs.splice(0..0, (1..=n).rev().map(|n| pair(hull_a.start - n, hull_b.start - n)));
            }
        }
        if hull_b.end == inside.end {
            let (rest_a, rest_b) = (a.words.len() - hull_a.end, b.words.len() - hull_b.end);
            let open = |n: &usize| {
                let (at_a, at_b) = (hull_a.end + n, hull_b.end + n);
                goes_on(a, at_a, b, at_b) && same(at_a, at_b)
            };
            let n = (0..rest_a.min(rest_b)).take_while(open).count();
            let ends = |piece: &&mut Piece| piece.pairs.last().is_some_and(|last| last.a as usize + 1 == hull_a.end);
            if tells(hull_b.end..hull_b.end + n)
                && let Some(last) = one.pieces.iter_mut().find(ends)
            {
                last.pairs.extend((0..n).map(|n| pair(hull_a.end + n, hull_b.end + n)));
            }
        }
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

/// Whether both texts go on at a word without the end of a sentence, and the first one without marks.
fn goes_on(a: &Reading<'_>, at_a: usize, b: &Reading<'_>, at_b: usize) -> bool {
    let (before_a, before_b) = (a.before_word(at_a), b.before_word(at_b));
    !ends_sentence(before_a) && !ends_sentence(before_b) && !before_a.contains(SIGNS)
}

/// Small verbs.
fn is_verb(folded: &str) -> bool {
    is_having(folded)
        || is_modal(folded)
        || is_finite(folded)
        || matches!(folded, "ben" | "is" | "waren" | "was" | "werd" | "werden" | "word" | "worden" | "wordt" | "zijn")
}

/// The marks around side b, of which more may be repeated than they hold.
pub(super) fn marks_of(end: End<'_>, words: &Range<usize>) -> Marks {
    let inside = end.quotation.map(|own| end.reading.words_in(end.reading.marked[own].inside));
    match inside {
        Some(inside) if end.marks == Marks::Full && (words.start < inside.start || inside.end < words.end) => {
            Marks::Partly
        }
        _ => end.marks,
    }
}
