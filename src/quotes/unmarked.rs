//! Repetition outside marks, from the sweep over shared seeds: it needs much.

use super::{
    align::{Pair, Piece, Problem},
    matching::{MARGIN, MOST_CELLS_AT_ONCE, Match, Matcher, UNMARKED_WEIGHT, WIDEST_CUT, ends_sentence, hull, share},
    reading::stands_alone,
    shingle::{self, REACH, Region},
};
use crate::text::Order;
use std::{collections::HashMap, ops::Range};

/// What the first look must find.
const PROMISING: i32 = UNMARKED_WEIGHT * 2 / 3 + 1;
/// The margin of the first look.
const NARROW: usize = 6;
const UNMARKED_WORDS: usize = 6;
/// Content words that are no names.
const UNMARKED_CONTENT: usize = 2;
/// What it proves that two words stand side by side on both sides.
const IN_ROW: i32 = 3;
/// What small words and their order prove at least, in percent: a page that twenty texts have is still repeated.
const OF_A_FORMULA: i32 = 25;
/// What content words fewer than five cost each, where the words are few: a title, a stock line.
const FEW_CONTENT: i32 = 20;
/// From so many words on nothing.
const LONG: usize = 10;
/// Two repetitions with so many words between them, on both sides together, are two links.
const APART: usize = 8;
/// So few words, hardly a telling one among them, hold no two sentences together.
const ISLAND: usize = 2;
/// One such word in so many between two sentences that are repeated.
const SCATTERED: usize = 4;
/// Of words that are the same one for one so many are enough, so many of them content words that are no names.
const DENSE_WORDS: usize = 5;
const DENSE_CONTENT: usize = 4;
const DENSE_WEIGHT: i32 = 100;
/// A pull quote has so many words, so many of them content words: fewer are a name, a function, a heading.
const PULL_WORDS: usize = 7;
const PULL_CONTENT: usize = 3;
/// What a text must repeat of itself, outside marks.
const OWN_WORDS: usize = 11;

impl Matcher<'_> {
    /// Repetition outside marks, from the sweep.
    pub fn unmarked(&mut self) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        for region in std::mem::take(&mut self.swept.regions) {
            found.extend(self.match_region(&region));
        }
        found.order_by_key(|one| (-one.weight, one.rank_b, one.hull_b().start, one.rank_a, one.hull_a().start));
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
            if whole.weight + IN_ROW * (whole.pairs().count() as i32) < UNMARKED_WEIGHT {
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
            added_tenths: 30,
        };
        let (a, b) = (narrow(a, &region.a), narrow(b, &region.b));
        if a.len() * b.len() > MOST_CELLS_AT_ONCE {
            return true;
        }
        self.aligner.reaches(problem, a, b, PROMISING)
    }

    fn weighed(&self, region: &Region, pieces: Vec<Piece>) -> Match {
        let mut one = Match { rank_a: region.rank_a, rank_b: region.rank_b, pieces, quotation: None, weight: 0 };
        one.weight = self.weigh(&one);
        one
    }

    /// A match cut where two sentences that are both repeated have other words between them on both sides, and the parts
    /// that pass by themselves. Empty where nothing is cut.
    fn parts(&self, region: &Region, whole: &Match) -> Vec<Match> {
        let gaps = |one: &Pair, next: &Pair| (next.a.saturating_sub(one.a + 1), next.b.saturating_sub(one.b + 1));
        let near = |one: &Pair, next: &Pair| {
            let (gap_a, gap_b) = gaps(one, next);
            gap_a.max(gap_b) as usize <= WIDEST_CUT && gap_a.min(gap_b) as usize <= APART
        };
        let goes_on = |run: &[Pair], one: &Pair, next: &Pair| {
            let (gap_a, gap_b) = gaps(one, next);
            if gap_a == 0 || gap_b == 0 || ((gap_a + gap_b) as usize) < APART {
                return true;
            }
            // In a damaged text words alone stand close together.
            let n_alone = run.iter().filter(|pair| one.b < pair.b && pair.b < next.b).count();
            n_alone * SCATTERED > gap_a.min(gap_b) as usize || self.sentences_between(region, one, next) < 2
        };
        let mut parts = Vec::new();
        for piece in &whole.pieces {
            let matched: Vec<Pair> = piece.pairs.iter().copied().filter(|pair| pair.percent > 0).collect();
            for run in matched.chunk_by(near) {
                for firm in self.without_islands(region, run).chunk_by(|one, next| goes_on(run, one, next)) {
                    let (first, last) = self.with_edges(region, run, firm);
                    let own =
                        |pair: &&Pair| (first.b..=last.b).contains(&pair.b) && (first.a..=last.a).contains(&pair.a);
                    parts.push(Piece { pairs: piece.pairs.iter().filter(own).copied().collect(), score: 0 });
                }
            }
        }
        if parts.len() == whole.pieces.len() {
            return Vec::new();
        }
        let parts = parts.into_iter().map(|piece| self.weighed(region, vec![piece]));
        parts.filter(|part| self.passes_unmarked(part)).collect()
    }

    /// On how many sides a sentence ends between two pairs.
    fn sentences_between(&self, region: &Region, one: &Pair, next: &Pair) -> usize {
        let ends = |rank: usize, from: u32, to: u32| {
            (from..to).any(|at| ends_sentence(self.readings[rank].before_word(at as usize + 1)))
        };
        usize::from(ends(region.rank_a, one.a, next.a)) + usize::from(ends(region.rank_b, one.b, next.b))
    }

    /// Matched words but for those that stand alone among others, and would bridge two sentences by a "the" that both have.
    /// Where nothing else is left, all.
    fn without_islands(&self, region: &Region, run: &[Pair]) -> Vec<Pair> {
        let words = &self.readings[region.rank_b].words;
        let follows = |one: &Pair, next: &Pair| {
            next.a == one.a + 1 && next.b == one.b + 1 && self.sentences_between(region, one, next) < 2
        };
        let little = |stretch: &[Pair]| {
            let telling = |pair: &&Pair| !self.lexicon.is_function(words[pair.b as usize].form);
            stretch.len() <= ISLAND && stretch.iter().filter(telling).count() < ISLAND
        };
        let firm: Vec<Pair> = run.chunk_by(follows).filter(|stretch| !little(stretch)).flatten().copied().collect();
        if firm.is_empty() { run.to_vec() } else { firm }
    }

    /// The first and the last pair of a part of a run: a word alone at either end stays where it stands in the sentence of the
    /// rest.
    fn with_edges(&self, region: &Region, run: &[Pair], firm: &[Pair]) -> (Pair, Pair) {
        let (head, tail) = (firm[0], firm[firm.len() - 1]);
        let before = run.iter().find(|pair| pair.b < head.b && self.sentences_between(region, pair, &head) == 0);
        let behind = run.iter().rfind(|pair| pair.b > tail.b && self.sentences_between(region, &tail, pair) == 0);
        (before.copied().unwrap_or(head), behind.copied().unwrap_or(tail))
    }

    /// What of an unmarked match lies outside the given words of b, where that passes by itself.
    pub fn beyond(&self, one: &Match, inside: &[Range<usize>]) -> Vec<Match> {
        let outside = |pair: &&Pair| !inside.iter().any(|range| range.contains(&(pair.b as usize)));
        let region = Region { rank_a: one.rank_a, a: one.hull_a(), rank_b: one.rank_b, b: one.hull_b() };
        let near = |left: &Pair, right: &Pair| (right.b as usize) <= left.b as usize + APART;
        let pairs: Vec<Pair> = one.pairs().filter(outside).copied().collect();
        let rises = |left: &Pair, right: &Pair| near(left, right) && left.a <= right.a;
        let kept = |run: &[Pair]| {
            let (first, last) = self.with_edges(&region, run, &self.without_islands(&region, run));
            run.iter().copied().filter(|pair| (first.b..=last.b).contains(&pair.b)).collect()
        };
        let parts = pairs.chunk_by(rises).map(|run| self.weighed(&region, vec![Piece { pairs: kept(run), score: 0 }]));
        parts.filter(|part| self.passes_unmarked(part)).collect()
    }

    fn passes_unmarked(&self, one: &Match) -> bool {
        let words = &self.readings[one.rank_b].words;
        let matched: Vec<&Pair> = one.pairs().filter(|pair| pair.percent > 0).collect();
        let is_content = |pair: &&Pair| !self.lexicon.is_function(words[pair.b as usize].form);
        let names: Vec<&Pair> =
            matched.iter().copied().filter(is_content).filter(|pair| self.is_name(one, pair)).collect();
        let content = matched.iter().copied().filter(is_content).count() - names.len();
        let proof: i32 = matched.iter().map(|pair| self.proof_in_run(one, pair)).sum();
        let in_row: i32 = matched.windows(2).map(|two| self.proof_of_row(one, two[0], two[1])).sum();
        let named: i32 = names.iter().map(|pair| self.proof_in_run(one, pair)).sum();
        let width =
            |side: fn(&Pair) -> u32| one.pieces.iter().map(|piece| hull(piece.pairs.iter().map(side)).len()).sum();
        let (width_a, width_b): (usize, usize) = (width(|pair| pair.a), width(|pair| pair.b));
        let own = one.rank_a == one.rank_b
            && !self.is_marked(one.rank_a, &one.hull_a())
            && !self.is_marked(one.rank_b, &one.hull_b());
        let apart = one.rank_a != one.rank_b || share(&one.hull_a(), &one.hull_b()) == 0;
        let short = LONG.saturating_sub(matched.len()).min(LONG / 2) as i32;
        let stock = 5_usize.saturating_sub(content) as i32 * FEW_CONTENT * short / (LONG / 2) as i32;
        let same = matched.len() == width_a.max(width_b) && matched.iter().all(|pair| pair.percent == 100);
        let chance = self.lexicon.chance_of_two();
        // The same words one for one, hardly a small one among them, prove more than their number.
        let dense = same
            && one.rank_a != one.rank_b
            && matched.len() >= DENSE_WORDS
            && content >= DENSE_CONTENT
            && proof + in_row - named >= DENSE_WEIGHT + chance;
        let telling = matched.len() >= PULL_WORDS && content >= PULL_CONTENT;
        let pull = same && one.rank_a == one.rank_b && telling && self.is_pull(one);
        apart
            && (dense || pull || self.is_long(&matched, own, (width_a, width_b)))
            && content >= UNMARKED_CONTENT
            && (dense || pull || proof + in_row - named >= UNMARKED_WEIGHT + chance + stock)
    }

    fn is_long(&self, matched: &[&Pair], own: bool, (width_a, width_b): (usize, usize)) -> bool {
        matched.len() >= if own { OWN_WORDS } else { UNMARKED_WORDS }
            && matched.len() * 100 >= width_a.min(width_b) * 60
            && matched.len() * 100 >= width_a.max(width_b) * 45
    }

    /// Whether one side fills a short block of its document, and the other stands in running text.
    fn is_pull(&self, one: &Match) -> bool {
        let reading = &self.readings[one.rank_a];
        stands_alone(reading, &one.hull_a()) != stands_alone(reading, &one.hull_b())
    }

    /// What a matched word proves: its weight, less where the words around it are said often.
    pub fn proof(&self, one: &Match, pair: &Pair) -> i32 {
        let own = one.rank_a == one.rank_b;
        let percent = self.said_percent(one, pair.b);
        self.worth(one, pair) * if own && percent < 100 { 0 } else { percent } / 100
    }

    /// The same outside marks, where a small word proves no more than the telling one before it.
    fn proof_in_run(&self, one: &Match, pair: &Pair) -> i32 {
        let telling = self.telling(one, pair);
        let least = if telling == pair.b { 0 } else { OF_A_FORMULA };
        self.worth(one, pair) * self.said_percent(one, telling).max(least) / 100
    }

    /// What it proves that two words stand side by side on both sides.
    fn proof_of_row(&self, one: &Match, left: &Pair, right: &Pair) -> i32 {
        let in_row = right.a == left.a + 1 && right.b == left.b + 1 && left.percent.min(right.percent) == 100;
        let percent = || self.said_percent(one, self.telling(one, right)).max(OF_A_FORMULA);
        if in_row { IN_ROW * percent() / 100 } else { 0 }
    }

    fn worth(&self, one: &Match, pair: &Pair) -> i32 {
        self.lexicon.weight(self.readings[one.rank_b].words[pair.b as usize].form) * i32::from(pair.percent) / 100
    }

    /// The word itself, or the telling one before a small word.
    fn telling(&self, one: &Match, pair: &Pair) -> u32 {
        let words = &self.readings[one.rank_b].words;
        let telling = |at: &u32| !self.lexicon.is_function(words[*at as usize].form);
        (0..=pair.b).rev().take(REACH).find(telling).unwrap_or(pair.b)
    }

    /// What wording proves that begins at a word of b, by how often the dossier has it. A text says its own turns again
    /// sooner than another's.
    fn said_percent(&self, one: &Match, word: u32) -> i32 {
        let occurrences = self.swept.occurrences[self.swept.row.position(one.rank_b, word as usize) as usize];
        match occurrences {
            5.. if one.rank_a == one.rank_b => 0,
            3.. if one.rank_a == one.rank_b => 40,
            _ => shingle::proof_percent(occurrences),
        }
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

/// Keeps the heavier of two matches that cover the same words on both sides.
fn without_doubles(found: Vec<Match>) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    let mut by_documents: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
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
