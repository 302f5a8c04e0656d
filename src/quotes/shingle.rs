//! Candidates for unmarked repetition: regions of two texts that share several pairs of rare words.
//!
//! A seed is a pair of neighbouring content words by their stems, with up to [`REACH`] words between, next or next but
//! one (a skip-gram): function words may change and one content word may differ. One sweep over those that occur more than
//! once ([`Seeds`]) joins hits that lie near each other on both sides. Cost: linear in words and in hits, and the hits are
//! bounded by a limit on how often a seed may occur, which is lowered until they are few.

use super::{
    lexicon::{LIGHT, Lexicon},
    reading::Reading,
    seeds::{Place, Seeds},
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
/// Hits of one region lie no farther apart on the b side; on the a side one cell more at most.
const NEAR: u32 = 24;
const CELL: u32 = 16;
/// How many content words the seeds of a region must hold, and what they must be worth.
const LEAST_WORDS: u32 = 4;
const LEAST_WEIGHT: i32 = 80;
/// The same where so many seeds stand in one line, with as many words between on one side as on the other.
const WORDS_IN_LINE: u32 = 3;
const WEIGHT_IN_LINE: i32 = 70;
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

    /// Positions in all, those between the documents too.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Rank and beginning of each document, in the order of the row.
    pub fn documents(&self) -> impl Iterator<Item = (usize, u32)> {
        self.order.iter().copied()
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

/// What a seed of b counts: its two words, and a small word between them.
#[derive(Clone, Copy)]
struct Worth {
    first: i32,
    second: i32,
    small: i32,
}

impl Cluster {
    fn new(a: u32, b: u32) -> Cluster {
        let (counted, n_words, weight, shift, n_in_line) = (0, 0, 0, 0, 0);
        Cluster { a_first: a, a_last: a, b_first: b, b_last: b, counted, n_words, weight, shift, n_in_line }
    }

    fn hit(&mut self, place: Place, seed: Place, worth: Worth) {
        let (a, b, reach) = (place.position(), seed.position(), seed.reach());
        self.count(b, worth.first);
        if place.reach() == reach {
            self.count_between(b + reach, worth.small);
            let shift = std::mem::replace(&mut self.shift, b - a);
            self.n_in_line = if shift == b - a { self.n_in_line + 1 } else { self.n_in_line.max(1) };
        }
        self.count(b + reach, worth.second);
        self.a_first = self.a_first.min(a);
        self.a_last = self.a_last.max(a);
        self.b_last = b;
    }

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

    /// Whether it may grow by a hit at `b`.
    fn is_open(&self, b: u32) -> bool {
        b - self.b_last <= NEAR
    }

    fn touches(&self, cell: usize) -> bool {
        ((self.a_first / CELL) as usize..=(self.a_last / CELL) as usize).contains(&cell)
    }

    fn is_strong(&self) -> bool {
        let in_line = self.n_in_line >= LEAST_IN_LINE;
        let (words, weight) = if in_line { (WORDS_IN_LINE, WEIGHT_IN_LINE) } else { (LEAST_WORDS, LEAST_WEIGHT) };
        self.n_words >= words && self.weight >= weight
    }

    fn region(&self, row: &Row) -> Region {
        let ((rank_a, a_first), (_, a_last)) = (row.place(self.a_first), row.place(self.a_last));
        let ((rank_b, b_first), (_, b_last)) = (row.place(self.b_first), row.place(self.b_last));
        Region { rank_a, a: a_first..a_last + 1, rank_b, b: b_first..b_last + 1 }
    }
}

/// The clusters that may still grow, few at a time: the rest are dropped, or kept as strong.
struct Clusters {
    /// The newest cluster that touched each cell of the a side, plus one. It may have made room for another since, which
    /// then did not touch the cell: its cells lie side by side, and each was told.
    cells: Vec<u32>,
    open: Vec<Cluster>,
    free: Vec<u32>,
    strong: Vec<Cluster>,
    /// Where closed ones are looked for again.
    next_tidy: u32,
}

impl Clusters {
    /// Looking for closed ones so seldom costs little.
    const TIDY: u32 = 8 * NEAR;

    fn new(row: &Row) -> Clusters {
        let cells = vec![0; (row.len / CELL) as usize + 2];
        Clusters { cells, open: Vec::new(), free: Vec::new(), strong: Vec::new(), next_tidy: Clusters::TIDY }
    }

    /// The cluster that a hit belongs to.
    fn at(&mut self, a: u32, b: u32) -> &mut Cluster {
        let cell = (a / CELL) as usize;
        let near = |cell: &usize| {
            let index = self.cells[*cell].checked_sub(1)?;
            let cluster = &self.open[index as usize];
            (cluster.is_open(b) && cluster.touches(*cell)).then_some(index)
        };
        let index = [cell, cell - 1, cell + 1].iter().find_map(near).unwrap_or_else(|| {
            let index = self.free.pop().unwrap_or(self.open.len() as u32);
            match self.open.get_mut(index as usize) {
                Some(slot) => *slot = Cluster::new(a, b),
                None => self.open.push(Cluster::new(a, b)),
            }
            index
        });
        self.cells[cell] = index + 1;
        &mut self.open[index as usize]
    }

    /// Makes room, now and then.
    fn tidy(&mut self, b: u32) {
        if b < self.next_tidy {
            return;
        }
        self.next_tidy = b + Clusters::TIDY;
        for (index, cluster) in self.open.iter_mut().enumerate() {
            if cluster.n_words > 0 && !cluster.is_open(b) {
                self.strong.extend(Some(*cluster).filter(Cluster::is_strong));
                cluster.n_words = 0;
                self.free.push(index as u32);
            }
        }
    }

    fn into_strong(mut self) -> Vec<Cluster> {
        self.strong.extend(self.open.iter().filter(|cluster| cluster.n_words > 0 && cluster.is_strong()));
        self.strong
    }
}

fn regions(seeds: &Seeds, readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Vec<Region> {
    let mut clusters = Clusters::new(row);
    let mut documents = row.documents().peekable();
    let (mut rank, mut base) = (0, 0);
    for of_seed in seeds.hits.chunk_by(|(one, _), (next, _)| one == next) {
        let seed = of_seed[0].0;
        let b = seed.position();
        while let Some(next) = documents.next_if(|(_, base)| *base <= b) {
            (rank, base) = next;
        }
        let weight = |position: u32| lexicon.weight(readings[rank].words[(position - base) as usize].form);
        let proof = proof_percent(seeds.occurrences[b as usize]);
        let [first, second, small] = [weight(b), weight(b + seed.reach()), LIGHT].map(|weight| weight * proof / 100);
        clusters.tidy(b);
        for (_, place) in of_seed {
            clusters.at(place.position(), b).hit(*place, seed, Worth { first, second, small });
        }
    }
    let mut regions: Vec<Region> = clusters.into_strong().iter().map(|cluster| cluster.region(row)).collect();
    regions.sort_by_key(|region| {
        (region.rank_b, region.b.start, region.rank_a, region.a.start, region.b.end, region.a.end)
    });
    regions
}
