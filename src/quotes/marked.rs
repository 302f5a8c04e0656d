//! The sources of quotations in marks: each is searched in the whole dossier, and needs little (three words will do).

use super::{
    align::Pair,
    matching::{Match, Matcher, ends_sentence, is_elision, share},
    reading::{Part, Reading},
    recall::{Asked, Postings},
};
use crate::text::Order;
use std::ops::Range;

/// Words around a window that may still belong to it.
const MARGIN: usize = 24;
/// What a word counts at most that has no match.
const UNKNOWN: i32 = 24;
/// What a word between aligned ones costs, where several places are as good.
const LOOSE: i32 = 3;

impl Matcher<'_> {
    /// Every source of every quotation in marks.
    pub fn marked(&mut self, postings: &Postings) -> Vec<Match> {
        (0..self.readings.len()).flat_map(|rank| self.marked_in(postings, rank)).collect()
    }

    /// Every source of the quotations in one document.
    pub fn marked_in(&mut self, postings: &Postings, rank: usize) -> Vec<Match> {
        let quotations = 0..self.readings[rank].marked.len();
        quotations.flat_map(|quotation| self.sources(postings, rank, quotation)).collect()
    }

    fn sources(&mut self, postings: &Postings, rank_b: usize, quotation: usize) -> Vec<Match> {
        let reading = &self.readings[rank_b];
        let marked = reading.marked[quotation];
        let query = reading.words_in(marked.inside);
        if written_words(reading, &query) < 3 || reading.part[query.clone()].contains(&Part::Muted) {
            return Vec::new();
        }
        let own = reading.words_in(marked.outside);
        let position = |word| self.swept.row.position(rank_b, word);
        let own_positions = position(own.start)..position(own.end);
        let asked = Asked {
            query: &reading.words[query.clone()],
            lexicon: self.lexicon,
            readings: self.readings,
            similar: &mut self.aligner.similar,
        };
        let windows = postings.windows(asked, own_positions);
        let mut found: Vec<Match> = Vec::new();
        for window in windows {
            let margin = (query.len() / 2 + MARGIN / 2).max(MARGIN);
            let around = self.around(window.rank, &window.words, margin, rank_b, &own);
            let Some(pieces) = self.pieces(window.rank, rank_b, &around, &query, true) else {
                continue;
            };
            let mut one = Match { rank_a: window.rank, rank_b, pieces, quotation: Some(quotation), weight: 0 };
            one.weight = self.weigh(&one);
            let seen = |other: &Match| other.rank_a == one.rank_a && share(&other.hull_a(), &one.hull_a()) > 0;
            if self.passes_marked(&one, &query) && !found.iter().any(seen) {
                self.fill_edges(&mut one, &query);
                if one.rank_a != rank_b || share(&one.hull_a(), &own) == 0 {
                    found.push(one);
                }
            }
        }
        best_sources(found, query.len())
    }

    /// `words` with a margin, inside the document, and beside the quotation itself.
    fn around(
        &self,
        rank: usize,
        words: &Range<usize>,
        margin: usize,
        own_rank: usize,
        own: &Range<usize>,
    ) -> Range<usize> {
        let mut start = words.start.saturating_sub(margin);
        let mut end = (words.end + margin).min(self.readings[rank].words.len());
        if rank == own_rank {
            if words.start >= own.end {
                start = start.max(own.end);
            } else {
                end = end.min(own.start);
            }
        }
        start..end.max(start)
    }

    fn passes_marked(&self, one: &Match, query: &Range<usize>) -> bool {
        let percent = self.covered_percent(one, query);
        let matched = one.pairs().filter(|pair| pair.percent > 0).count();
        let cut = self.silently_cut(one);
        match query.len() {
            0..=4 => matched >= 2 && percent >= 76 && one.weight >= 30 && cut <= 3,
            5..=8 => matched >= 3 && percent >= 58 && one.weight >= 50 && cut <= matched + 6,
            _ => matched >= 5 && (one.weight >= 100 && percent >= 34 || percent >= 60) && cut <= 3 * matched,
        }
    }

    /// How much of the quotation's weight is matched. A damaged word weighs what the sound one weighs, a word that the
    /// dossier knows nowhere else no more than a common one: it may be one that is damaged beyond recognition.
    fn covered_percent(&self, one: &Match, query: &Range<usize>) -> i32 {
        let (words_a, words_b) = (&self.readings[one.rank_a].words, &self.readings[one.rank_b].words);
        let mut matched = vec![0; query.len()];
        for pair in one.pairs().filter(|pair| pair.percent > 0) {
            let weight = |form| self.lexicon.weight(form);
            matched[pair.b as usize - query.start] =
                weight(words_a[pair.a as usize].form).min(weight(words_b[pair.b as usize].form));
        }
        let left: i32 = query
            .clone()
            .filter(|index| matched[index - query.start] == 0)
            .map(|index| self.lexicon.weight(words_b[index].form).min(UNKNOWN))
            .sum();
        let all = matched.iter().sum::<i32>() + left;
        100 * one.weight / all.max(1)
    }

    /// Words of the source passed over without a sign in the target.
    fn silently_cut(&self, one: &Match) -> usize {
        let reading = &self.readings[one.rank_b];
        let pairs: Vec<&Pair> = one.pairs().collect();
        let cut = |two: &[&Pair]| {
            let signed = (two[0].b..two[1].b).any(|at| is_elision(reading.before_word(at as usize + 1)));
            if signed { 0 } else { (two[1].a as usize).saturating_sub(two[0].a as usize + 1) }
        };
        pairs.windows(2).map(cut).sum()
    }

    /// Words of the quotation before its first and after its last aligned word stand in the place of the source's words
    /// there, as long as they are of a kind.
    fn fill_edges(&self, one: &mut Match, query: &Range<usize>) {
        let (words_a, words_b) = (&self.readings[one.rank_a].words, &self.readings[one.rank_b].words);
        let alike =
            |a: usize, b: usize| self.lexicon.is_function(words_a[a].form) == self.lexicon.is_function(words_b[b].form);
        let reading_a = &self.readings[one.rank_a];
        let hull_b = one.hull_b();
        if hull_b.start - query.start <= 2 {
            let Some(piece) = one.pieces.first_mut() else { return };
            while piece.pairs[0].b as usize > query.start && piece.pairs[0].a > 0 {
                let (a, b) = (piece.pairs[0].a as usize - 1, piece.pairs[0].b as usize - 1);
                if !alike(a, b) || ends_sentence(reading_a.before_word(a + 1)) {
                    break;
                }
                piece.pairs.insert(0, Pair { a: a as u32, b: b as u32, percent: 0 });
            }
        }
        if query.end - hull_b.end <= 2 {
            let Some(piece) = one.pieces.last_mut() else { return };
            while let Some(last) = piece.pairs.last().copied() {
                let (a, b) = (last.a as usize + 1, last.b as usize + 1);
                if b >= query.end || a >= words_a.len() || !alike(a, b) || ends_sentence(reading_a.before_word(a)) {
                    break;
                }
                piece.pairs.push(Pair { a: a as u32, b: b as u32, percent: 0 });
            }
        }
    }
}

/// Of several places that say what the quotation says: all that are nearly as good as the best, one a document.
fn best_sources(mut found: Vec<Match>, n_words: usize) -> Vec<Match> {
    // In one piece rather than gathered from several, and without words between.
    let worth = |one: &Match| one.weight - 8 * one.pieces.len() as i32 - LOOSE * one.n_skipped().min(8) as i32;
    found.order_by_key(|one| (-worth(one), one.rank_a, one.hull_a().start));
    let Some(best) = found.first().map(|one| one.weight) else {
        return found;
    };
    let bar = if n_words <= 6 { best } else { best * 9 / 10 };
    let mut documents = Vec::new();
    found.retain(|one| {
        let first = !documents.contains(&one.rank_a);
        documents.push(one.rank_a);
        first && one.weight >= bar
    });
    if n_words <= 6 {
        found.truncate(1);
    }
    found
}

/// Words as written: "politiek-ambtelijke" is one.
fn written_words(reading: &Reading<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|index| *index == words.start || reading.before_word(*index) != "-").count()
}
