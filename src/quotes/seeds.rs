//! Seeds: pairs of neighbouring content words, and where else the dossier has each.
//!
//! Cost: linear in the words. Seeds are laid out by hash in buckets that fit a processor's cache, and each bucket finds its
//! own that occur more than once; only those go on.

use super::{
    lexicon::{Lexicon, mix},
    reading::{Part, Reading},
    shingle::{REACH, Row},
};

/// A seed that occurs more often is a stock phrase.
const MOST_OCCURRENCES: usize = 32;
/// So many words make one bucket, about.
const WORDS_OF_BUCKET: u32 = 4096;

/// A seed's position and its reach, packed: what the sweep reads most often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(u32);

impl Place {
    const REACH_BITS: u32 = 4;

    fn new(position: u32, reach: u32) -> Place {
        Place(position << Place::REACH_BITS | reach)
    }

    pub fn position(self) -> u32 {
        self.0 >> Place::REACH_BITS
    }

    pub fn reach(self) -> u32 {
        self.0 & ((1 << Place::REACH_BITS) - 1)
    }
}

/// Seeds that occur more than once: where, and their fellows.
pub(super) struct Seeds {
    /// Each seed that is no stock phrase and its group, by place.
    row: Vec<(Place, u32)>,
    groups: Groups,
    /// How often the commonest seed that begins at each position occurs; 255 and more are one.
    pub occurrences: Vec<u8>,
}

impl Seeds {
    pub fn gather(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Seeds {
        let groups = Groups::of(&Buckets::fill(readings, lexicon, row));
        let mut occurrences = vec![1_u8; row.len() as usize];
        let mut n_groups = [0_usize; MOST_OCCURRENCES + 1];
        for group in groups.iter() {
            if let Some(n) = n_groups.get_mut(group.len()) {
                *n += 1;
            }
            for place in group {
                let slot = &mut occurrences[place.position() as usize];
                *slot = (*slot).max(group.len().min(255) as u8);
            }
        }
        let limit = limit(&n_groups, groups.places.len());
        let row = by_place(&groups, limit, row.len());
        Seeds { row, groups, occurrences }
    }

    /// Where each seed stands, and all places of its like.
    pub fn iter(&self) -> impl Iterator<Item = (Place, &[Place])> {
        self.row.iter().map(|(place, group)| (*place, self.groups.get(*group as usize)))
    }
}

/// The seeds of groups up to this limit, by place: laid out by parts of the row, and each part sorted.
fn by_place(groups: &Groups, limit: usize, row_len: u32) -> Vec<(Place, u32)> {
    let kept = || groups.iter().enumerate().filter(|(_, group)| group.len() <= limit);
    let part = |place: Place| (place.position() / WORDS_OF_BUCKET) as usize;
    let mut starts = vec![0; part(Place::new(row_len, 0)) + 2];
    kept().flat_map(|(_, group)| group).for_each(|place| starts[part(*place) + 1] += 1);
    add_up(&mut starts);
    let mut next = starts.clone();
    let mut row = vec![(Place::default(), 0); starts[starts.len() - 1]];
    for (index, group) in kept() {
        for place in group {
            let slot = &mut next[part(*place)];
            row[*slot] = (*place, index as u32);
            *slot += 1;
        }
    }
    starts.windows(2).for_each(|two| row[two[0]..two[1]].sort_unstable());
    row
}

/// Places of seeds that occur more than once; rising within a group.
struct Groups {
    places: Vec<Place>,
    /// Where each group begins, and one more.
    starts: Vec<u32>,
}

impl Groups {
    fn of(buckets: &Buckets) -> Groups {
        let mut groups = Groups { places: Vec::new(), starts: vec![0] };
        let mut sorter = Sorter::default();
        buckets.iter().for_each(|bucket| sorter.add(bucket, &mut groups));
        groups
    }

    fn get(&self, index: usize) -> &[Place] {
        &self.places[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    fn iter(&self) -> impl Iterator<Item = &[Place]> {
        self.starts.windows(2).map(|two| &self.places[two[0] as usize..two[1] as usize])
    }
}

/// Finds the seeds of one bucket that have fellows. Buffers live on from bucket to bucket.
#[derive(Default)]
struct Sorter {
    /// By hash, open addressing: the first seed of a group, plus one.
    slots: Vec<u32>,
    /// For each seed the first of its group; for that one how many there are.
    firsts: Vec<(u32, u32)>,
    /// Where the next place of each group goes.
    next: Vec<u32>,
}

impl Sorter {
    fn add(&mut self, bucket: &[u64], groups: &mut Groups) {
        let mask = (bucket.len() * 2).next_power_of_two() - 1;
        self.slots.clear();
        self.slots.resize(mask + 1, 0);
        self.firsts.clear();
        for (index, seed) in bucket.iter().enumerate() {
            let mut slot = (seed >> 32) as usize & mask;
            let first = loop {
                match self.slots[slot].checked_sub(1) {
                    None => {
                        self.slots[slot] = index as u32 + 1;
                        break index as u32;
                    }
                    Some(first) if bucket[first as usize] >> 32 == seed >> 32 => break first,
                    Some(_) => slot = (slot + 1) & mask,
                }
            };
            self.firsts.push((first, 0));
            self.firsts[first as usize].1 += 1;
        }
        self.give(bucket, groups);
    }

    /// Writes down the groups of more than one, in the order of their first seeds.
    fn give(&mut self, bucket: &[u64], groups: &mut Groups) {
        self.next.clear();
        self.next.resize(bucket.len(), 0);
        for (index, seed) in bucket.iter().enumerate() {
            let first = self.firsts[index].0 as usize;
            let n_seeds = self.firsts[first].1;
            if n_seeds < 2 {
                continue;
            }
            if first == index {
                let start = groups.places.len();
                self.next[first] = start as u32;
                groups.places.resize(start + n_seeds as usize, Place::default());
                groups.starts.push((start + n_seeds as usize) as u32);
            }
            groups.places[self.next[first] as usize] = Place(*seed as u32);
            self.next[first] += 1;
        }
    }
}

/// All seeds as numbers: 32 bits of the hash, then the place. Those of one hash lie in one bucket, by place.
struct Buckets {
    seeds: Vec<u64>,
    /// Where each bucket begins, and one more.
    starts: Vec<usize>,
}

impl Buckets {
    fn fill(readings: &[Reading<'_>], lexicon: &Lexicon, row: &Row) -> Buckets {
        let stems: Vec<Option<u64>> = lexicon.telling_stems();
        let bits = (row.len() / WORDS_OF_BUCKET).max(2).ilog2();
        let bucket = |hash: u64| (hash >> (64 - bits)) as usize;
        let mut starts = vec![0; (1 << bits) + 1];
        for_each_seed(readings, &stems, row, |_, hash| starts[bucket(hash) + 1] += 1);
        add_up(&mut starts);
        let mut seeds = vec![0; starts[starts.len() - 1]];
        let mut next = starts.clone();
        for_each_seed(readings, &stems, row, |place, hash| {
            let slot = &mut next[bucket(hash)];
            seeds[*slot] = hash << bits >> 32 << 32 | u64::from(place.0);
            *slot += 1;
        });
        Buckets { seeds, starts }
    }

    fn iter(&self) -> impl Iterator<Item = &[u64]> {
        self.starts.windows(2).map(|two| &self.seeds[two[0]..two[1]])
    }
}

/// From how many each has to where each begins.
fn add_up(starts: &mut [usize]) {
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
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

/// All seeds, by place. `stems` are those of the forms, but of function words.
fn for_each_seed(readings: &[Reading<'_>], stems: &[Option<u64>], row: &Row, mut take: impl FnMut(Place, u64)) {
    for (rank, base) in row.documents() {
        let reading = &readings[rank];
        // The last two content words, oldest first.
        let mut back: [Option<(usize, u64)>; 2] = [None, None];
        for (index, (word, part)) in reading.words.iter().zip(&*reading.part).enumerate() {
            if *part != Part::Full {
                back = [None, None];
                continue;
            }
            let Some(stem) = stems[word.form as usize] else {
                continue;
            };
            for (earlier, first) in back.into_iter().flatten() {
                if index - earlier <= REACH + 1 {
                    let place = Place::new(base + earlier as u32, (index - earlier) as u32);
                    take(place, mix(first.rotate_left(23) ^ stem));
                }
            }
            back = [back[1], Some((index, stem))];
        }
    }
}
