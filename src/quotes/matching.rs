//! Matches: pieces of two texts that answer to each other, above the bar for their kind.
//!
//! Two ways lead to one: a quotation in marks is searched in the whole dossier and needs little (three words will do);
//! words outside marks come from the sweep over shared seeds and need much.

use super::{
    align::{Aligner, Pair, Piece, Problem},
    lexicon::Lexicon,
    reading::{Part, Reading},
    recall::Postings,
    shingle::{self, Region, Swept},
};
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

    pub fn hull_a(&self) -> Range<usize> {
        hull(self.pairs().map(|pair| pair.a))
    }

    pub fn hull_b(&self) -> Range<usize> {
        hull(self.pairs().map(|pair| pair.b))
    }
}

fn hull(indices: impl Iterator<Item = u32>) -> Range<usize> {
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
const MARGIN: usize = 24;
/// The margin of the first look.
const NARROW: usize = 6;
/// How far from its other pieces a piece of a quotation may stand in the source.
const FAR: usize = 220;
/// What a further piece must be worth.
const LEAST_PIECE: i32 = 34;
/// What the end of a piece behind a gap must be worth to stay.
const LEAST_END: i32 = 12;
/// What a word counts at most that has no match.
const UNKNOWN: i32 = 24;
/// The bar for words outside marks.
const UNMARKED_WEIGHT: i32 = 110;
const UNMARKED_WORDS: usize = 6;
/// Content words that are no names.
const UNMARKED_CONTENT: usize = 4;
/// Two repetitions with so many words between them, on both sides together, are two links.
const APART: usize = 8;
/// The most words that may be left out silently outside marks.
const WIDEST_CUT: usize = 40;
/// What a text must repeat of itself, outside marks.
const OWN_WORDS: usize = 11;
const MOST_CELLS_AT_ONCE: usize = 60_000;

impl<'a> Matcher<'a> {
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
        let windows = postings.windows(&reading.words[query.clone()], self.lexicon, own_positions);
        let mut found: Vec<Match> = Vec::new();
        for window in windows {
            let margin = query.len() / 2 + MARGIN / 2;
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

    /// The best local alignment and what else of `b` stands near it, in order of b.
    fn pieces(
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
            cut_tenths: if in_marks { 8 } else { 30 },
        };
        let first = self.local((rank_a, rank_b), problem, a.clone(), b.clone())?;
        if first.score < LEAST_PIECE || (!in_marks && first.score < UNMARKED_WEIGHT * 2 / 3) {
            return in_marks.then(|| vec![first]);
        }
        let mut pieces = vec![first];
        let n_words = self.readings[rank_a].words.len();
        while pieces.len() < 8 {
            let (used_a, used_b) = (used(&pieces, |pair| pair.a), used(&pieces, |pair| pair.b));
            let hull_a = used_a.start..used_a.end;
            let reach = if in_marks { FAR } else { MARGIN };
            let wide = hull_a.start.saturating_sub(reach)..(hull_a.end + reach).min(n_words);
            let wide = if rank_a == rank_b { clip(wide, &hull_a, b) } else { wide };
            let sides_a = [wide.start..hull_a.start, hull_a.end..wide.end];
            let sides_b = [b.start..used_b.start, used_b.end..b.end];
            let mut best: Option<Piece> = None;
            for side_b in &sides_b {
                for side_a in &sides_a {
                    let piece = self.local((rank_a, rank_b), problem, side_a.clone(), side_b.clone());
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
        pieces.sort_by_key(|piece| piece.pairs[0].b);
        Some(pieces)
    }

    fn local(
        &mut self,
        (rank_a, rank_b): (usize, usize),
        problem: Problem<'_>,
        a: Range<usize>,
        b: Range<usize>,
    ) -> Option<Piece> {
        let piece = if a.len() * b.len() > MOST_CELLS_AT_ONCE {
            super::anchor::align(&mut self.aligner, problem, a, b)
        } else {
            self.aligner.local(problem, a, b)
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
        loop {
            let pairs = &piece.pairs;
            let head = pairs.windows(2).position(|two| breaks(&two[0], &two[1])).map(|at| at + 1);
            let tail = pairs.windows(2).rposition(|two| breaks(&two[0], &two[1])).map(|at| at + 1);
            let (Some(head), Some(tail)) = (head, tail) else {
                break;
            };
            let head_worth: i32 = pairs[..head].iter().map(worth).sum();
            let tail_worth: i32 = pairs[tail..].iter().map(worth).sum();
            if head_worth < LEAST_END {
                piece.pairs.drain(..head);
            } else if tail_worth < LEAST_END {
                piece.pairs.truncate(tail);
            } else {
                break;
            }
        }
        (piece.pairs.iter().any(|pair| pair.percent > 0)).then_some(piece)
    }

    fn sentence_ends(&self, rank: usize, before: u32) -> bool {
        ends_sentence(self.readings[rank].before_word(before as usize))
    }

    fn weigh(&self, one: &Match) -> i32 {
        let words_b = &self.readings[one.rank_b].words;
        let words_a = &self.readings[one.rank_a].words;
        let worth = |pair: &Pair| {
            let (a, b) = (words_a[pair.a as usize].form, words_b[pair.b as usize].form);
            self.lexicon.weight(a).min(self.lexicon.weight(b)) * i32::from(pair.percent) / 100
        };
        one.pairs().map(worth).sum()
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

    /// Repetition outside marks, from the sweep.
    pub fn unmarked(&mut self) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        for region in std::mem::take(&mut self.swept.regions) {
            found.extend(self.match_region(&region));
        }
        found.sort_by_key(|one| (-one.weight, one.rank_b, one.hull_b().start, one.rank_a, one.hull_a().start));
        without_doubles(found)
    }

    fn match_region(&mut self, region: &Region) -> Vec<Match> {
        let widen = |words: &Range<usize>, rank: usize| {
            words.start.saturating_sub(MARGIN)..(words.end + MARGIN).min(self.readings[rank].words.len())
        };
        let (mut a, mut b) = (widen(&region.a, region.rank_a), widen(&region.b, region.rank_b));
        if region.rank_a == region.rank_b && a.end > b.start {
            if region.a.end >= region.b.start {
                return Vec::new();
            }
            let middle = region.a.end.midpoint(region.b.start);
            (a.end, b.start) = (middle, middle);
        }
        if !self.is_promising(region, &a, &b) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut rest = vec![(a, b)];
        while let Some((a, b)) = rest.pop() {
            if a.len() < UNMARKED_WORDS || b.len() < UNMARKED_WORDS {
                continue;
            }
            let Some(pieces) = self.pieces(region.rank_a, region.rank_b, &a, &b, false) else {
                continue;
            };
            let whole = self.weighed(region, pieces);
            if whole.weight < UNMARKED_WEIGHT {
                continue;
            }
            let (own_a, own_b) = (whole.hull_a(), whole.hull_b());
            let parts = self.parts(region, &whole);
            if parts.is_empty() && self.passes_unmarked(&whole) {
                found.push(whole);
            }
            found.extend(parts);
            // The region may hold other repetitions beside this one.
            let holds = |words: &Range<usize>, region: &Range<usize>| share(words, region) >= UNMARKED_WORDS;
            for side_b in [b.start..own_b.start, own_b.end..b.end] {
                for side_a in [a.start..own_a.start, own_a.end..a.end] {
                    if holds(&side_a, &region.a) && holds(&side_b, &region.b) {
                        rest.push((side_a, side_b.clone()));
                    }
                }
            }
        }
        found
    }

    /// A first look without the margins: most regions hold scattered words only.
    fn is_promising(&mut self, region: &Region, a: &Range<usize>, b: &Range<usize>) -> bool {
        let narrow = |words: &Range<usize>, inner: &Range<usize>| {
            words.start.max(inner.start.saturating_sub(NARROW))..words.end.min(inner.end + NARROW)
        };
        let problem = Problem {
            lexicon: self.lexicon,
            a: &self.readings[region.rank_a].words,
            b: &self.readings[region.rank_b].words,
            elided: &|_| false,
            cut_tenths: 30,
        };
        let (a, b) = (narrow(a, &region.a), narrow(b, &region.b));
        if a.len() * b.len() > MOST_CELLS_AT_ONCE {
            return true;
        }
        self.aligner.local(problem, a, b).is_some_and(|piece| piece.score * 3 >= UNMARKED_WEIGHT * 2)
    }

    fn weighed(&self, region: &Region, pieces: Vec<Piece>) -> Match {
        let mut one = Match { rank_a: region.rank_a, rank_b: region.rank_b, pieces, quotation: None, weight: 0 };
        one.weight = self.weigh(&one);
        one
    }

    /// A match cut where two sentences that are both repeated have other words between them on both sides, and the parts
    /// that pass by themselves. Empty where nothing is cut.
    fn parts(&self, region: &Region, whole: &Match) -> Vec<Match> {
        let ends = |rank: usize, from: u32, to: u32| {
            (from..to).any(|at| ends_sentence(self.readings[rank].before_word(at as usize + 1)))
        };
        let near = |one: &Pair, next: &Pair| {
            let (gap_a, gap_b) = (next.a.saturating_sub(one.a + 1), next.b.saturating_sub(one.b + 1));
            let apart = gap_a > 0 && gap_b > 0 && (gap_a + gap_b) as usize >= APART;
            let far = gap_a.max(gap_b) as usize > WIDEST_CUT || gap_a.min(gap_b) as usize > APART;
            let parted = apart && ends(region.rank_a, one.a, next.a) && ends(region.rank_b, one.b, next.b);
            !far && !parted
        };
        let mut parts = Vec::new();
        for piece in &whole.pieces {
            let matched: Vec<Pair> = piece.pairs.iter().copied().filter(|pair| pair.percent > 0).collect();
            for run in matched.chunk_by(near) {
                let (first, last) = (run[0], run[run.len() - 1]);
                let own = |pair: &&Pair| (first.b..=last.b).contains(&pair.b) && (first.a..=last.a).contains(&pair.a);
                parts.push(Piece { pairs: piece.pairs.iter().filter(own).copied().collect(), score: 0 });
            }
        }
        if parts.len() == whole.pieces.len() {
            return Vec::new();
        }
        let parts = parts.into_iter().map(|piece| self.weighed(region, vec![piece]));
        parts.filter(|part| self.passes_unmarked(part)).collect()
    }

    /// What of an unmarked match lies outside the given words of b, where that passes by itself.
    pub fn beyond(&self, one: &Match, inside: &[Range<usize>]) -> Vec<Match> {
        let outside = |pair: &&Pair| !inside.iter().any(|range| range.contains(&(pair.b as usize)));
        let region = Region { rank_a: one.rank_a, a: one.hull_a(), rank_b: one.rank_b, b: one.hull_b() };
        let near = |left: &Pair, right: &Pair| (right.b as usize) <= left.b as usize + APART;
        let pairs: Vec<Pair> = one.pairs().filter(outside).copied().collect();
        let rises = |left: &Pair, right: &Pair| near(left, right) && left.a <= right.a;
        let parts =
            pairs.chunk_by(rises).map(|run| self.weighed(&region, vec![Piece { pairs: run.to_vec(), score: 0 }]));
        parts.filter(|part| self.passes_unmarked(part)).collect()
    }

    fn passes_unmarked(&self, one: &Match) -> bool {
        let words = &self.readings[one.rank_b].words;
        let matched: Vec<&Pair> = one.pairs().filter(|pair| pair.percent > 0).collect();
        let is_content = |pair: &&Pair| !self.lexicon.is_function(words[pair.b as usize].form);
        let names: Vec<&Pair> =
            matched.iter().copied().filter(is_content).filter(|pair| self.is_name(one, pair)).collect();
        let content = matched.iter().copied().filter(is_content).count() - names.len();
        let proof: i32 = matched.iter().map(|pair| self.proof(one, pair)).sum();
        let named: i32 = names.iter().map(|pair| self.lexicon.weight(words[pair.b as usize].form)).sum();
        let width =
            |side: fn(&Pair) -> u32| one.pieces.iter().map(|piece| hull(piece.pairs.iter().map(side)).len()).sum();
        let widest: usize = usize::max(width(|pair| pair.a), width(|pair| pair.b));
        let own = one.rank_a == one.rank_b
            && !self.is_marked(one.rank_a, &one.hull_a())
            && !self.is_marked(one.rank_b, &one.hull_b());
        let apart = one.rank_a != one.rank_b || share(&one.hull_a(), &one.hull_b()) == 0;
        apart
            && matched.len() >= if own { OWN_WORDS } else { UNMARKED_WORDS }
            && content >= UNMARKED_CONTENT
            && proof - named >= UNMARKED_WEIGHT + (UNMARKED_CONTENT + 1).saturating_sub(content) as i32 * 20
            && matched.len() * 100 >= widest * 60
    }

    /// What a matched word proves: its weight, less where the words around it are said often.
    fn proof(&self, one: &Match, pair: &Pair) -> i32 {
        let position = self.swept.row.position(one.rank_b, pair.b as usize) as usize;
        let weight = self.lexicon.weight(self.readings[one.rank_b].words[pair.b as usize].form);
        let occurrences = self.swept.occurrences[position];
        let often_in_one = one.rank_a == one.rank_b && occurrences > 2;
        let percent = if often_in_one { 0 } else { shingle::proof_percent(occurrences) };
        weight * i32::from(pair.percent) / 100 * percent / 100
    }

    /// Whether most of these words stand in one quotation.
    fn is_marked(&self, rank: usize, words: &Range<usize>) -> bool {
        let reading = &self.readings[rank];
        let span = reading.span_of(words.start, words.end - 1);
        let past = reading.marked.partition_point(|marked| marked.outside.start_byte < span.end_byte);
        let near = reading.marked[..past].iter().rev().take(4);
        near.map(|marked| reading.words_in(marked.inside)).any(|inside| share(&inside, words) * 2 > words.len())
    }

    /// Whether a matched word is a name on both sides: institutions are named, not quoted.
    fn is_name(&self, one: &Match, pair: &Pair) -> bool {
        let is_name = |rank: usize, index: usize| {
            let reading = &self.readings[rank];
            let word = reading.words[index];
            word.span.of(reading.text()).starts_with(char::is_uppercase) && !ends_sentence(reading.before_word(index))
        };
        is_name(one.rank_a, pair.a as usize) && is_name(one.rank_b, pair.b as usize)
    }
}

/// Of several places that say what the quotation says: all that are nearly as good as the best, one a document.
fn best_sources(mut found: Vec<Match>, n_words: usize) -> Vec<Match> {
    // In one piece rather than gathered from several.
    found.sort_by_key(|one| (8 * one.pieces.len() as i32 - one.weight, one.rank_a, one.hull_a().start));
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

/// Keeps the heavier of two matches that cover the same words on both sides.
fn without_doubles(found: Vec<Match>) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    let mut by_documents: std::collections::HashMap<(usize, usize), Vec<usize>> = std::collections::HashMap::new();
    for one in found {
        let list = by_documents.entry((one.rank_a, one.rank_b)).or_default();
        let (a, b) = (one.hull_a(), one.hull_b());
        let double = list.iter().any(|index| {
            let other: &Match = &kept[*index];
            share(&other.hull_b(), &b) * 2 > b.len() && share(&other.hull_a(), &a) * 2 > a.len()
        });
        if !double {
            list.push(kept.len());
            kept.push(one);
        }
    }
    kept
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

/// Whether a piece stands beside the others on both sides, in either order.
fn is_next_to(piece: &Piece, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (piece_a, piece_b) = (hull(piece.pairs.iter().map(|p| p.a)), hull(piece.pairs.iter().map(|p| p.b)));
    gap(&piece_a, a) <= 4 && gap(&piece_b, b) <= 3
}

/// Words as written: "politiek-ambtelijke" is one.
fn written_words(reading: &Reading<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|index| *index == words.start || reading.before_word(*index) != "-").count()
}

/// Whether the signs between two words say that something was left out: `[…]`, `(...)`, `…`.
pub(super) fn is_elision(between: &str) -> bool {
    between.contains('…') || between.contains("...") || between.contains(". . .") || between.contains("[")
}

/// Whether the signs between two words end a sentence.
pub(super) fn ends_sentence(between: &str) -> bool {
    between.is_empty() || between.contains(['.', '!', '?', ':']) || between.contains("\n\n")
}
