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
/// Two seeds that begin no farther apart are one repeated word, no hit.
const TOO_NEAR: u32 = 4;
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

/// Where the dossier has the same seed twice.
pub(super) struct Seeds {
    /// A seed and one of its like that stands before it, not too near; by the later one, then by the earlier.
    pub hits: Vec<(Place, Place)>,
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
        Seeds { hits: groups.hits(limit, row.len()), occurrences }
    }
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

    /// All hits of groups up to this limit: laid out by parts of the row, and each part sorted.
    fn hits(&self, limit: usize, row_len: u32) -> Vec<(Place, Place)> {
        let part = |place: Place| (place.position() / WORDS_OF_BUCKET) as usize;
        let mut starts = vec![0; part(Place::new(row_len, 0)) + 2];
        self.for_each_hit(limit, |later, _| starts[part(later) + 1] += 1);
        add_up(&mut starts);
        let mut next = starts.clone();
        let mut hits = vec![(Place::default(), Place::default()); starts[starts.len() - 1]];
        self.for_each_hit(limit, |later, earlier| {
            let slot = &mut next[part(later)];
            hits[*slot] = (later, earlier);
            *slot += 1;
        });
        starts.windows(2).for_each(|two| hits[two[0]..two[1]].sort_unstable());
        hits
    }

    fn for_each_hit(&self, limit: usize, mut take: impl FnMut(Place, Place)) {
        for group in self.iter().filter(|group| group.len() <= limit) {
            for (at, later) in group.iter().enumerate().skip(1) {
                let before = |earlier: &&Place| earlier.position() + TOO_NEAR < later.position();
                group[..at].iter().take_while(before).for_each(|earlier| take(*later, *earlier));
            }
        }
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
        let stems = lexicon.telling_stems();
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
    let mut room: Vec<(u32, u64)> = Vec::new();
    for (rank, base) in row.documents() {
        let telling = telling(&readings[rank], stems, &mut room);
        for (at, (index, stem)) in telling.iter().enumerate() {
            for (next, other) in telling[at + 1..].iter().take(2) {
                let n_between = next.wrapping_sub(index + 1);
                if n_between <= REACH as u32 {
                    take(Place::new(base + index, n_between + 1), mix(stem.rotate_left(23) ^ other));
                }
            }
        }
    }
}

/// The content words of a document that may take part in seeds, by their places and stems; between those that no seed may
/// join, two words that stand nowhere.
fn telling<'a>(reading: &Reading<'_>, stems: &[Option<u64>], room: &'a mut Vec<(u32, u64)>) -> &'a [(u32, u64)] {
    const NOWHERE: (u32, u64) = (u32::MAX / 2, 0);
    let n_words = reading.words.len();
    // A word that no seed may join takes two places where the one before it may join one.
    if room.len() < 2 * n_words + 2 {
        room.resize(2 * n_words + 2, NOWHERE);
    }
    let (mut n, mut before) = (0, Part::Full);
    for (index, (word, part)) in reading.words.iter().zip(&*reading.part).enumerate() {
        if *part != Part::Full {
            if before == Part::Full {
                room[n..n + 2].fill(NOWHERE);
                n += 2;
            }
        } else {
            // No branch: whether a word is a function word can not be foretold.
            let stem = stems[word.form as usize];
            room[n] = (index as u32, stem.unwrap_or(0));
            n += usize::from(stem.is_some());
        }
        before = *part;
    }
    &room[..n]
}
