//! Candidates for unmarked repetition: regions of two texts that share several pairs of rare words.
//!
//! A seed is a pair of neighbouring content words by their stems, with up to [`REACH`] words between, next or next but
//! one (a skip-gram): function words may change and one content word may differ. Seeds that occur once are dropped with
//! a table of two bits a slot; the rest go into an inverted index of gap-free lists. One sweep over the dossier joins
//! hits that lie near each other on both sides. Cost: linear in words and in hits, and the hits are bounded by a limit
//! on how often a seed may occur, which is lowered until they are few.

use super::{
    lexicon::{AsIs, LIGHT, Lexicon, mix},
    reading::{Part, Reading},
};
use std::{collections::HashMap, hash::BuildHasherDefault, ops::Range};

/// Words of two documents worth aligning. `a` stands before `b` in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub rank_a: usize,
    pub a: Range<usize>,
    pub rank_b: usize,
    pub b: Range<usize>,
}

/// Words between the two of a seed.
pub(super) const REACH: usize = 8;
/// A seed that occurs more often is a stock phrase.
const MOST_OCCURRENCES: usize = 32;
/// Hits of one region lie no farther apart on the b side; on the a side one cell more at most.
const NEAR: u32 = 24;
const CELL: u32 = 16;
/// How many content words the seeds of a region must hold, and what they must be worth.
const LEAST_WORDS: u32 = 3;
const LEAST_WEIGHT: i32 = 80;
/// The latter where so many seeds stand in one line, with as many words between on one side as on the other.
const WEIGHT_IN_LINE: i32 = 56;
const LEAST_IN_LINE: u32 = 2;
/// Room between two documents in the one row of positions, more than any reach.
const ROOM: u32 = 8 * CELL;

/// What the sweep gives: where to align, and what is said so often that it proves nothing.
pub(super) struct Swept {
    /// Sorted by place of b, then a.
    pub regions: Vec<Region>,
    /// How often the commonest seed that begins at each position occurs in the dossier; 255 and more are one.
    pub occurrences: Vec<u8>,
    pub row: Row,
}

impl Swept {
    /// Regions found in another way, where no wording counts as stock.
    pub fn of(regions: Vec<Region>, row: Row) -> Swept {
        Swept { regions, occurrences: vec![1; row.len as usize], row }
    }
}

/// What wording proves that occurs so often in the dossier.
pub(super) fn proof_percent(occurrences: u8) -> i32 {
    match occurrences {
        0..=2 => 100,
        3..=4 => 80,
        5..=8 => 50,
        9..=20 => 25,
        _ => 0,
    }
}

/// Finds all regions.
pub(super) fn sweep(readings: &[Reading<'_>], lexicon: &Lexicon) -> Swept {
    let row = Row::new(readings);
    let seeds = Seeds::gather(readings, lexicon, &row);
    let regions = regions(&seeds, readings, lexicon, &row);
    Swept { regions, occurrences: seeds.occurrences, row }
}

/// All documents' words in one row of positions, document by document in the order of their texts: which id a document has
/// must not decide from which side a repetition is seen.
#[derive(Debug)]
pub(super) struct Row {
    /// Where each document begins, by rank.
    bases: Vec<u32>,
    /// Rank and beginning of each document, in the order of the row.
    order: Vec<(usize, u32)>,
    len: u32,
}

impl Row {
    pub fn new(readings: &[Reading<'_>]) -> Row {
        let mut ranks: Vec<usize> = (0..readings.len()).collect();
        ranks.sort_by_key(|rank| readings[*rank].text());
        let mut row = Row { bases: vec![0; readings.len()], order: Vec::new(), len: ROOM };
        ranks.into_iter().for_each(|rank| row.lay(rank, readings[rank].words.len()));
        row
    }

    /// Room for one more document at the end; its rank is the number of those before it.
    pub fn with(&self, n_words: usize) -> Row {
        let mut row = Row { bases: self.bases.clone(), order: self.order.clone(), len: self.len };
        row.bases.push(0);
        row.lay(self.bases.len(), n_words);
        row
    }

    fn lay(&mut self, rank: usize, n_words: usize) {
        self.bases[rank] = self.len;
        self.order.push((rank, self.len));
        self.len += (n_words as u32).next_multiple_of(CELL) + ROOM;
    }

    pub fn position(&self, rank: usize, word: usize) -> u32 {
        self.bases[rank] + word as u32
    }

    pub fn place(&self, position: u32) -> (usize, usize) {
        let at = self.order.partition_point(|(_, base)| *base <= position) - 1;
        let (rank, base) = self.order[at];
        (rank, (position - base) as usize)
    }
}

/// A seed's position and its reach, packed: what the sweep reads most often.
#[derive(Clone, Copy, Default)]
struct Place(u32);

impl Place {
    const REACH_BITS: u32 = 4;

    fn new(position: u32, reach: u32) -> Place {
        Place(position << Place::REACH_BITS | reach)
    }

    fn position(self) -> u32 {
        self.0 >> Place::REACH_BITS
    }

    fn reach(self) -> u32 {
        self.0 & ((1 << Place::REACH_BITS) - 1)
    }
}

#[derive(Clone, Copy)]
struct Seed {
    /// Of the first word.
    position: u32,
    group: u32,
    /// From the first word to the second.
    reach: u32,
}

/// Seeds that occur more than once: where, and their fellows.
struct Seeds {
    /// In the order of positions.
    row: Vec<Seed>,
    /// Where each group's list begins in `fellows`; one more at the end.
    starts: Vec<u32>,
    /// Places, rising within a group.
    fellows: Vec<Place>,
    occurrences: Vec<u8>,
}

impl Seeds {
    fn gather(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Seeds {
        let n_slots = (row.len as usize * 4).next_power_of_two().clamp(1 << 12, 1 << 25);
        let slot = |seed: u64| (seed >> 20) as usize & (n_slots - 1);
        let (mut once, mut twice) = (vec![0_u64; n_slots / 64], vec![0_u64; n_slots / 64]);
        for_each_seed(readings, lexicon, row, |_, _, seed| {
            let (at, bit) = (slot(seed) / 64, 1_u64 << (slot(seed) % 64));
            twice[at] |= once[at] & bit;
            once[at] |= bit;
        });
        let mut groups: HashMap<u64, u32, BuildHasherDefault<AsIs>> = HashMap::default();
        let mut counts: Vec<u32> = Vec::new();
        let mut kept = Vec::new();
        for_each_seed(readings, lexicon, row, |position, reach, seed| {
            if twice[slot(seed) / 64] >> (slot(seed) % 64) & 1 == 1 {
                let group = *groups.entry(seed).or_insert(counts.len() as u32);
                if group as usize == counts.len() {
                    counts.push(0);
                }
                counts[group as usize] += 1;
                kept.push(Seed { position, group, reach });
            }
        });
        let mut occurrences = vec![1_u8; row.len as usize];
        for seed in &kept {
            let slot = &mut occurrences[seed.position as usize];
            *slot = (*slot).max(counts[seed.group as usize].min(255) as u8);
        }
        let limit = limit(&counts, kept.len());
        kept.retain(|seed| (2..=limit).contains(&(counts[seed.group as usize] as usize)));
        kept.sort_by_key(|seed| seed.position);
        let mut starts = vec![0_u32; counts.len() + 1];
        for seed in &kept {
            starts[seed.group as usize + 1] += 1;
        }
        for group in 0..counts.len() {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut fellows = vec![Place::default(); kept.len()];
        for seed in &kept {
            let slot = &mut next[seed.group as usize];
            fellows[*slot as usize] = Place::new(seed.position, seed.reach);
            *slot += 1;
        }
        Seeds { row: kept, starts, fellows, occurrences }
    }
}

/// The highest limit on a seed's occurrences that keeps the number of hits linear in the number of seeds.
fn limit(counts: &[u32], n_kept: usize) -> usize {
    let mut n_groups = [0_usize; MOST_OCCURRENCES + 1];
    for count in counts {
        if let Some(n) = n_groups.get_mut(*count as usize) {
            *n += 1;
        }
    }
    let most_hits = 100_000 + 3 * n_kept;
    let mut hits = 0;
    let fits = |occurrences: &usize| {
        hits += n_groups[*occurrences] * occurrences * (occurrences - 1) / 2;
        hits <= most_hits
    };
    (2..=MOST_OCCURRENCES).take_while(fits).last().unwrap_or(2)
}

fn for_each_seed(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row, mut take: impl FnMut(u32, u32, u64)) {
    for (rank, reading) in readings.iter().enumerate() {
        // The last two content words, newest first.
        let mut back: [Option<(usize, u64)>; 2] = [None, None];
        for (index, word) in reading.words.iter().enumerate() {
            if reading.part[index] != Part::Full {
                back = [None, None];
                continue;
            }
            if lexicon.is_function(word.form) {
                continue;
            }
            let stem = lexicon.stem(word.form);
            for (earlier, first) in back.into_iter().flatten() {
                if index - earlier <= REACH + 1 {
                    take(row.position(rank, earlier), (index - earlier) as u32, mix(first.rotate_left(23) ^ stem));
                }
            }
            back = [Some((index, stem)), back[0]];
        }
    }
}

/// Hits gathered so far that lie near each other.
#[derive(Clone, Copy)]
struct Cluster {
    a_first: u32,
    a_last: u32,
    b_first: u32,
    b_last: u32,
    /// The last word of b that was counted.
    counted: u32,
    n_words: u32,
    weight: i32,
    /// How far a lies before b in the newest seed that reaches as far on both sides.
    shift: u32,
    n_in_line: u32,
}

impl Cluster {
    fn count(&mut self, position: u32, weight: i32) {
        if position > self.counted {
            self.counted = position;
            self.n_words += 1;
            self.weight += weight;
        }
    }

    /// The small words up to `position`, as many on one side as on the other: they may well be the same.
    fn count_between(&mut self, position: u32, weight: i32) {
        let n_words = position.saturating_sub(self.counted + 1);
        self.weight += weight * n_words as i32;
    }
}

fn regions(seeds: &Seeds, readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Vec<Region> {
    let mut clusters: Vec<Cluster> = Vec::new();
    // The newest cluster that touches each cell of the a side, plus one.
    let mut cells = vec![0_u32; (row.len / CELL) as usize + 2];
    for &Seed { position: b, group, reach } in &seeds.row {
        let list = &seeds.fellows[seeds.starts[group as usize] as usize..seeds.starts[group as usize + 1] as usize];
        let (rank, word) = row.place(b);
        let weight = |word: usize| lexicon.weight(readings[rank].words[word].form);
        let (weight, weight_second) = (weight(word), weight(word + reach as usize));
        let proof = proof_percent(seeds.occurrences[b as usize]);
        let (weight, weight_second) = (weight * proof / 100, weight_second * proof / 100);
        for place in list.iter().take_while(|place| place.position() + 4 < b) {
            let a = place.position();
            let cell = (a / CELL) as usize;
            let near = |cell: &usize| {
                let cluster = cells[*cell].checked_sub(1).map(|index| (index, clusters[index as usize]));
                cluster.filter(|(_, cluster)| b - cluster.b_last <= NEAR).map(|(index, _)| index)
            };
            let index = [cell, cell - 1, cell + 1].iter().find_map(near).unwrap_or_else(|| {
                clusters.push(Cluster {
                    a_first: a,
                    a_last: a,
                    b_first: b,
                    b_last: 0,
                    counted: 0,
                    n_words: 0,
                    weight: 0,
                    shift: 0,
                    n_in_line: 0,
                });
                clusters.len() as u32 - 1
            });
            cells[cell] = index + 1;
            let cluster = &mut clusters[index as usize];
            cluster.count(b, weight);
            if place.reach() == reach {
                cluster.count_between(b + reach, LIGHT * proof / 100);
                let shift = std::mem::replace(&mut cluster.shift, b - a);
                cluster.n_in_line = if shift == b - a { cluster.n_in_line + 1 } else { cluster.n_in_line.max(1) };
            }
            cluster.count(b + reach, weight_second);
            cluster.a_first = cluster.a_first.min(a);
            cluster.a_last = cluster.a_last.max(a);
            cluster.b_last = b;
        }
    }
    let is_strong = |cluster: &Cluster| {
        let least = if cluster.n_in_line >= LEAST_IN_LINE { WEIGHT_IN_LINE } else { LEAST_WEIGHT };
        cluster.n_words >= LEAST_WORDS && cluster.weight >= least
    };
    let strong = clusters.into_iter().filter(is_strong);
    let mut regions: Vec<Region> = strong
        .map(|cluster| {
            let ((rank_a, a_first), (_, a_last)) = (row.place(cluster.a_first), row.place(cluster.a_last));
            let ((rank_b, b_first), (_, b_last)) = (row.place(cluster.b_first), row.place(cluster.b_last));
            Region { rank_a, a: a_first..a_last + 1, rank_b, b: b_first..b_last + 1 }
        })
        .collect();
    regions.sort_by_key(|region| (region.rank_b, region.b.start, region.rank_a, region.a.start, region.b.end));
    regions
}
