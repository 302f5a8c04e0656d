//! The sources of quotations in marks: each is searched in the whole dossier, and needs little (three words will do).

use super::{
    align::Pair,
    matching::{Match, Matcher, ends_sentence, is_elision, share},
    reading::{Part, Reading},
    recall::{Asked, Postings},
};
use crate::text::Order;
use std::{collections::HashMap, ops::Range};

/// Words around a window that may still belong to it.
const MARGIN: usize = 24;
/// What a word counts at most that has no match.
const UNKNOWN: i32 = 24;
/// What a word between aligned ones costs, where several places are as good.
const LOOSE: i32 = 3;
/// Quotations of so few words may be a turn of speech that everyone uses: when it stands in running text so often.
const SHORT: usize = 7;
const MOST_IN_PASSING: usize = 3;
/// A document of so many quotations is full of talk.
const MANY: usize = 20;
/// What a quotation of few words must be worth more for each word that its source lacks.
const CHANGED: i32 = 4;

/// A quotation of so few words has several sources only where all are as good, and no more than a few.
const FEW_WORDS: usize = 6;
const MOST_COPIES: usize = 3;
const SURELY: i32 = 90;

/// So many words of the source may be passed over to the same word at a quotation's edge.
const PASSED: usize = 2;

/// A quotation of few words is believed where so many others of the document surely have the same source, one in
/// [`ONE_IN`] at least.
const ACQUAINTED: usize = 3;
const ONE_IN: usize = 50;

/// How far a match is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    Never,
    /// Where the document is known to quote the source.
    Likely,
    Sure,
}

impl Matcher<'_> {
    /// Every source of every quotation in marks.
    pub fn marked(&mut self, postings: &Postings) -> Vec<Match> {
        (0..self.readings.len()).flat_map(|rank| self.marked_in(postings, rank)).collect()
    }

    /// Every source of the quotations in one document. What proves little by itself is believed where the document quotes
    /// the same source at greater length as well.
    pub fn marked_in(&mut self, postings: &Postings, rank: usize) -> Vec<Match> {
        let n_quotations = self.readings[rank].marked.len();
        let found: Vec<(Match, Trust)> =
            (0..n_quotations).flat_map(|quotation| self.sources(postings, rank, quotation)).collect();
        let mut n_sure: HashMap<usize, usize> = HashMap::new();
        for (one, _) in found.iter().filter(|(one, trust)| *trust == Trust::Sure && one.rank_a != rank) {
            *n_sure.entry(one.rank_a).or_default() += 1;
        }
        let known = |source: usize| {
            n_sure.get(&source).is_some_and(|sure| *sure >= ACQUAINTED && sure * ONE_IN >= n_quotations)
        };
        let believed = found.into_iter().filter(|(one, trust)| *trust == Trust::Sure || known(one.rank_a));
        believed.map(|(one, _)| one).collect()
    }

    fn sources(&mut self, postings: &Postings, rank_b: usize, quotation: usize) -> Vec<(Match, Trust)> {
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
            if self.trust(&one, &query) != Trust::Never && !found.iter().any(seen) {
                self.fill_edges(&mut one, &query);
                if one.rank_a != rank_b || share(&one.hull_a(), &own) == 0 {
                    found.push(one);
                }
            }
        }
        if query.len() <= SHORT && self.is_said_often(&found) {
            return Vec::new();
        }
        let best = self.best_sources(found, query.len());
        best.into_iter()
            .map(|one| {
                let trust = self.trust(&one, &query);
                (one, trust)
            })
            .collect()
    }

    /// Of several places that say what the quotation says: all that are nearly as good as the best, one a document. A
    /// short quotation has several sources only where these hold its very words, or prove much, and are few.
    fn best_sources(&self, mut found: Vec<Match>, n_words: usize) -> Vec<Match> {
        // In one piece rather than gathered from several, and without words between.
        let worth = |one: &Match| one.weight - 8 * one.pieces.len() as i32 - LOOSE * one.n_skipped().min(8) as i32;
        found.order_by_key(|one| (-worth(one), one.rank_a, one.hull_a().start));
        let Some(best) = found.first().map(|one| one.weight) else {
            return found;
        };
        let short = n_words <= FEW_WORDS;
        let bar = if short { best } else { best * 9 / 10 };
        let mut documents = Vec::new();
        found.retain(|one| {
            let first = !documents.contains(&one.rank_a);
            documents.push(one.rank_a);
            first && one.weight >= bar
        });
        let much = SURELY + self.lexicon.chance(0);
        let very =
            |one: &Match| one.weight >= much || one.n_skipped() == 0 && one.pairs().all(|pair| pair.percent == 100);
        if short && (found.len() > MOST_COPIES || !found.iter().all(very)) {
            found.truncate(1);
        }
        found
    }

    /// Whether many places say in passing what the best of them says.
    fn is_said_often(&self, found: &[Match]) -> bool {
        let best = found.iter().map(|one| one.weight).max().unwrap_or(0);
        let as_good = found.iter().filter(|one| one.weight >= best);
        as_good.filter(|one| !self.is_quoted(one.rank_a, &one.hull_a())).count() > MOST_IN_PASSING
    }

    /// Whether these words are what one quotation in marks holds.
    pub fn is_quoted(&self, rank: usize, words: &Range<usize>) -> bool {
        let reading = &self.readings[rank];
        let span = reading.span_of(words.start, words.end - 1);
        let past = reading.marked.partition_point(|marked| marked.outside.start_byte < span.end_byte);
        let near = reading.marked[..past].iter().rev().take(4);
        near.map(|marked| reading.words_in(marked.inside))
            .any(|inside| share(&inside, words) * 3 >= 2 * inside.len().max(words.len()))
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

    fn trust(&self, one: &Match, query: &Range<usize>) -> Trust {
        let percent = self.covered_percent(one, query);
        let matched = one.pairs().filter(|pair| pair.percent > 0).count();
        let cut = self.silently_cut(one);
        let liberties = CHANGED * (query.len() - matched.min(query.len())) as i32;
        // What meets by chance grows with the dossier; every liberty taken with the words makes it likelier.
        let passes = |weight: i32, chance: i32| match query.len() {
            0..=4 => {
                let sure = weight >= 60 + chance && percent >= 68 || percent >= 76;
                matched >= 2 && sure && weight >= 30 + chance + liberties && cut <= 3
            }
            5..=8 => matched >= 3 && percent >= 58 && weight >= 50 + chance + liberties && cut <= matched + 6,
            _ => {
                let sure = weight >= 100 && percent >= 34 || percent >= 60 && weight >= 50 + chance;
                matched >= 5 && sure && cut <= 3 * matched
            }
        };
        let n_quotations = self.readings[one.rank_b].marked.len();
        // Where people talk much, their turns of speech come back.
        let proof = if n_quotations < MANY { one.weight } else { one.pairs().map(|pair| self.proof(one, pair)).sum() };
        if passes(proof, self.lexicon.chance(n_quotations)) {
            Trust::Sure
        } else if passes(one.weight, 0) {
            Trust::Likely
        } else {
            Trust::Never
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
                let (mut a, b) = (piece.pairs[0].a as usize - 1, piece.pairs[0].b as usize - 1);
                let same = (a.saturating_sub(PASSED)..=a).rev().find(|at| words_a[*at].form == words_b[b].form);
                a = same.unwrap_or(a);
                if !alike(a, b) || ends_sentence(reading_a.before_word(a + 1)) {
                    break;
                }
                let percent = if same.is_some() { 100 } else { 0 };
                piece.pairs.insert(0, Pair { a: a as u32, b: b as u32, percent });
            }
        }
        if query.end - hull_b.end <= 2 {
            let Some(piece) = one.pieces.last_mut() else { return };
            while let Some(last) = piece.pairs.last().copied() {
                let (mut a, b) = (last.a as usize + 1, last.b as usize + 1);
                if b >= query.end || a >= words_a.len() {
                    break;
                }
                let same = (a..words_a.len().min(a + PASSED + 1)).find(|at| words_a[*at].form == words_b[b].form);
                a = same.unwrap_or(a);
                if !alike(a, b) || ends_sentence(reading_a.before_word(a)) {
                    break;
                }
                let percent = if same.is_some() { 100 } else { 0 };
                piece.pairs.push(Pair { a: a as u32, b: b as u32, percent });
            }
        }
    }
}

/// Words as written: "politiek-ambtelijke" is one.
fn written_words(reading: &Reading<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|index| *index == words.start || reading.before_word(*index) != "-").count()
}
