//! Candidates for unmarked repetition: regions of two texts that share several pairs of rare words.
//!
//! A seed is a pair of neighbouring content words by their stems, with up to [`REACH`] words between, next or next but
//! one (a skip-gram): function words may change and one content word may differ. They are sorted by hash, bucket by bucket;
//! those that occur more than once make an inverted index of gap-free lists. One sweep over the dossier joins
//! hits that lie near each other on both sides. Cost: linear in words and in hits, and the hits are bounded by a limit
//! on how often a seed may occur, which is lowered until they are few.

use super::{
    lexicon::{LIGHT, Lexicon, mix},
    reading::{Part, Reading},
};
use std::ops::Range;

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

    /// The place in a packed seed.
    fn of(seed: u64) -> Place {
        Place(seed as u32)
    }

    fn reach(self) -> u32 {
        self.0 & ((1 << Place::REACH_BITS) - 1)
    }
}

/// Seeds that occur more than once: where, and their fellows.
struct Seeds {
    /// Place and group of each, packed, by place.
    row: Vec<u64>,
    /// Where each group's list begins in `fellows`; one more at the end.
    starts: Vec<u32>,
    /// Places, rising within a group.
    fellows: Vec<Place>,
    occurrences: Vec<u8>,
}

impl Seeds {
    fn gather(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Seeds {
        let buckets = Buckets::fill(readings, lexicon, row);
        let mut occurrences = vec![1_u8; row.len as usize];
        let mut n_groups = [0_usize; MOST_OCCURRENCES + 1];
        let mut n_repeated = 0;
        for group in buckets.groups().filter(|group| group.len() > 1) {
            n_repeated += group.len();
            if let Some(n) = n_groups.get_mut(group.len()) {
                *n += 1;
            }
            for seed in group {
                let slot = &mut occurrences[Place::of(*seed).position() as usize];
                *slot = (*slot).max(group.len().min(255) as u8);
            }
        }
        let limit = limit(&n_groups, n_repeated);
        let (mut row, mut starts, mut fellows) = (Vec::new(), Vec::new(), Vec::new());
        for group in buckets.groups().filter(|group| (2..=limit).contains(&group.len())) {
            row.extend(group.iter().map(|seed| u64::from(Place::of(*seed).0) << 32 | starts.len() as u64));
            starts.push(fellows.len() as u32);
            fellows.extend(group.iter().map(|seed| Place::of(*seed)));
        }
        starts.push(fellows.len() as u32);
        row.sort();
        Seeds { row, starts, fellows, occurrences }
    }

    /// Where each seed stands, and all places of its like.
    fn iter(&self) -> impl Iterator<Item = (Place, &[Place])> {
        self.row.iter().map(|seed| {
            let group = (*seed & u64::from(u32::MAX)) as usize;
            (Place((*seed >> 32) as u32), &self.fellows[self.starts[group] as usize..self.starts[group + 1] as usize])
        })
    }
}

/// All seeds as numbers: 32 bits of the hash, then the place. Those of one hash stand side by side, by place; a bucket is
/// small enough to be sorted in a processor's cache.
struct Buckets {
    seeds: Vec<u64>,
    /// Where each bucket begins, and one more.
    starts: Vec<usize>,
}

impl Buckets {
    /// So many words for each bucket, about.
    const WORDS: u32 = 4096;

    fn fill(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Buckets {
        let bits = (row.len / Buckets::WORDS).max(2).ilog2();
        let bucket = |hash: u64| (hash >> (64 - bits)) as usize;
        let mut starts = vec![0; (1 << bits) + 1];
        for_each_seed(readings, lexicon, row, |_, hash| starts[bucket(hash) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut seeds = vec![0; starts[starts.len() - 1]];
        let mut next = starts.clone();
        for_each_seed(readings, lexicon, row, |place, hash| {
            let slot = &mut next[bucket(hash)];
            seeds[*slot] = hash << bits >> 32 << 32 | u64::from(place.0);
            *slot += 1;
        });
        for two in starts.windows(2) {
            seeds[two[0]..two[1]].sort();
        }
        Buckets { seeds, starts }
    }

    /// The seeds of each hash, by place.
    fn groups(&self) -> impl Iterator<Item = &[u64]> {
        let buckets = self.starts.windows(2).map(|two| &self.seeds[two[0]..two[1]]);
        buckets.flat_map(|bucket| bucket.chunk_by(|one, next| one >> 32 == next >> 32))
    }
}

/// The highest limit on a seed's occurrences that keeps the number of hits linear in the number of seeds that are
/// repeated. `n_groups` are the seeds that occur so often.
fn limit(n_groups: &[usize], n_repeated: usize) -> usize {
    let most_hits = 100_000 + 3 * n_repeated;
    let mut hits = 0;
    let fits = |occurrences: &usize| {
        hits += n_groups[*occurrences] * occurrences * (occurrences - 1) / 2;
        hits <= most_hits
    };
    (2..=MOST_OCCURRENCES).take_while(fits).last().unwrap_or(2)
}

fn for_each_seed(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row, mut take: impl FnMut(Place, u64)) {
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
                    take(
                        Place::new(row.position(rank, earlier), (index - earlier) as u32),
                        mix(first.rotate_left(23) ^ stem),
                    );
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
    for (seed, fellows) in seeds.iter() {
        let (b, reach) = (seed.position(), seed.reach());
        let (rank, word) = row.place(b);
        let weight = |word: usize| lexicon.weight(readings[rank].words[word].form);
        let (weight, weight_second) = (weight(word), weight(word + reach as usize));
        let proof = proof_percent(seeds.occurrences[b as usize]);
        let (weight, weight_second) = (weight * proof / 100, weight_second * proof / 100);
        for place in fellows.iter().take_while(|place| place.position() + 4 < b) {
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
