//! Where a quotation's words stand in the dossier: an inverted index of content words, asked for short queries.
//!
//! A quotation in marks is searched by its rarest words one by one, so that three words, of which one is damaged, still
//! find their place. Cost of a question: the postings of at most [`MOST_WORDS`] words, each no longer than
//! [`LONGEST_LIST`].

use super::{
    lexicon::{AsIs, Lexicon, Trait, Word},
    reading::{Part, Reading},
    shingle::Row,
    similar::Similar,
};
use crate::text::Order;
use std::{collections::HashMap, hash::BuildHasherDefault, ops::Range};

/// How many of a quotation's words are looked up.
const MOST_WORDS: usize = 10;
const LONGEST_LIST: usize = 4000;
/// Places of rarer words that make looking up commoner ones needless, as long as so many words were looked up.
const MOST_PLACES: usize = 800;
const LEAST_WORDS: usize = 3;
/// What a word that stands nowhere else counts at most: it may be damaged.
const UNKNOWN: i32 = 24;
/// Windows that are worth an alignment.
const MOST_WINDOWS: usize = 8;
/// Queries of so many words are looked at more closely: their words that stand nowhere else may be damaged ones.
const SHORT: usize = 12;
const MOST_SOUND: usize = 3;
/// What a word in its own place adds to a window.
const SIDE_BY_SIDE: i32 = 6;

/// Positions of every content word by its stem, and of every run of three words for the quotations that lack them.
#[derive(Debug)]
pub(super) struct Postings {
    stems: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    /// How many places each stem has.
    counts: Vec<u32>,
    /// Where the list of each begins, and one more; those that are too long are left out.
    starts: Vec<u32>,
    positions: Vec<u32>,
    /// Forms by their first and by their last letter: where a damaged word is sought.
    by_end: [Vec<Vec<u32>>; 2],
    pub row: Row,
}

/// Positions from the first to the last word that a query has there, and where its own first word would stand.
struct Place {
    weight: i32,
    start: u32,
    end: u32,
    base: i64,
}

/// What is asked, and of what.
pub(super) struct Asked<'a> {
    pub query: &'a [Word],
    pub lexicon: &'a Lexicon,
    pub readings: &'a [Reading<'a>],
    pub similar: &'a mut Similar,
}

/// A stretch of a document in which several of the quotation's words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub rank: usize,
    pub words: Range<usize>,
    pub weight: i32,
}

impl Postings {
    pub fn new(readings: &[Reading<'_>], lexicon: &Lexicon) -> Postings {
        let mut stems: HashMap<u64, u32, BuildHasherDefault<AsIs>> = HashMap::default();
        let stem_of: Vec<u32> = (0..lexicon.n_forms() as u32)
            .map(|form| {
                let next = stems.len() as u32;
                *stems.entry(lexicon.stem(form)).or_insert(next)
            })
            .collect();
        let row = Row::new(readings);
        // Function words go to a list that no one asks for: no branch, for what a word is can not be foretold.
        let unasked = stems.len();
        let list_of = |(form, stem): (u32, &u32)| if lexicon.is_function(form) { unasked } else { *stem as usize };
        let list_of: Vec<usize> = (0..).zip(&stem_of).map(list_of).collect();
        let mut counts = vec![0_u32; unasked + 1];
        for reading in readings {
            for_each_listed(reading, |_, word| counts[list_of[word.form as usize]] += 1);
        }
        let is_kept = |list: usize| list != unasked && counts[list] as usize <= LONGEST_LIST;
        let mut starts = vec![0_u32; unasked + 1];
        for list in 0..unasked {
            starts[list + 1] = starts[list] + if is_kept(list) { counts[list] } else { 0 };
        }
        // Where the next place of each list goes, and how far on the one after it: the others share the last cell.
        let last = starts[unasked];
        let mut next: Vec<(u32, u32)> =
            (0..=unasked).map(|list| if is_kept(list) { (starts[list], 1) } else { (last, 0) }).collect();
        let mut positions = vec![0; last as usize + 1];
        for (rank, reading) in readings.iter().enumerate() {
            for_each_listed(reading, |index, word| {
                let (at, step) = &mut next[list_of[word.form as usize]];
                positions[*at as usize] = row.position(rank, index);
                *at += *step;
            });
        }
        let mut by_end = [vec![Vec::new(); 256], vec![Vec::new(); 256]];
        for form in (0..lexicon.n_forms() as u32).filter(|form| may_be_damaged(&lexicon.trait_of(*form))) {
            let ends = lexicon.trait_of(form).ends;
            by_end[0][usize::from(ends.0)].push(form);
            by_end[1][usize::from(ends.1)].push(form);
        }
        Postings { stems, counts, starts, positions, by_end, row }
    }

    /// The dossier's words that this one, which stands nowhere else, may be a damaged form of; best first.
    fn sound_forms(&self, form: u32, lexicon: &Lexicon, similar: &mut Similar) -> Vec<(i32, u32)> {
        let damaged = lexicon.trait_of(form);
        if !may_be_damaged(&damaged) {
            return Vec::new();
        }
        let (first, last) =
            (&self.by_end[0][usize::from(damaged.ends.0)], &self.by_end[1][usize::from(damaged.ends.1)]);
        let mut found: Vec<(i32, u32)> = Vec::new();
        for sound in first.iter().chain(last) {
            let own = lexicon.trait_of(*sound);
            if own.stem != damaged.stem && damaged.may_be(&own) && !found.iter().any(|(_, known)| known == sound) {
                let percent = similar.percent(lexicon, &own, &damaged);
                if percent > 0 {
                    found.push((-percent, *sound));
                }
            }
        }
        found.order();
        found.truncate(MOST_SOUND);
        found
    }

    fn n_places(&self, stem: u64) -> usize {
        self.stems.get(&stem).map_or(0, |stem| self.counts[*stem as usize] as usize)
    }

    fn list(&self, stem: u64) -> &[u32] {
        self.stems.get(&stem).map_or(&[], |stem| {
            &self.positions[self.starts[*stem as usize] as usize..self.starts[*stem as usize + 1] as usize]
        })
    }

    /// The most promising windows for `query`, best first; ties by place. `own` positions never count.
    pub fn windows(&self, asked: Asked<'_>, own: Range<u32>) -> Vec<Window> {
        let Asked { query, lexicon, similar, .. } = asked;
        let mut content: Vec<Term> = Vec::new();
        for (at, word) in query.iter().enumerate().filter(|(_, word)| !lexicon.is_function(word.form)) {
            let stem = lexicon.stem(word.form);
            let n_places = self.n_places(stem);
            let weight = lexicon.weight(word.form);
            let weight = if n_places <= 1 { weight.min(UNKNOWN) } else { weight };
            content.push(Term { n_places, stem, weight, at: at as u32 });
            if n_places <= 1 && query.len() <= SHORT {
                for (percent, form) in self.sound_forms(word.form, lexicon, similar) {
                    let stem = lexicon.stem(form);
                    let weight = -lexicon.weight(form) * percent / 100;
                    content.push(Term { n_places: self.n_places(stem), stem, weight, at: at as u32 });
                }
            }
        }
        let terms = rarest(content, query.len());
        let all: i32 = terms.iter().map(|term| term.weight).sum();
        let n_words = query.len() as u32;
        let mut hits: Vec<u64> = Vec::new();
        for (term, Term { stem, at, .. }) in terms.iter().enumerate() {
            let elsewhere = self.list(*stem).iter().filter(|position| !own.contains(position));
            hits.extend(elsewhere.map(|position| u64::from(*position + n_words - at) << 16 | term as u64));
        }
        // Runs that rise already: a stable sort merges them.
        hits.sort();
        let found = self.found_windows(&hits, &terms, n_words, all);
        self.best_windows(found, query, asked.readings)
    }

    /// Slides over where the quotation would begin if each hit were its word; keeps the places on which enough words
    /// agree, give or take what was cut or moved.
    fn found_windows(&self, hits: &[u64], terms: &[Term], n_words: u32, all: i32) -> Vec<Place> {
        let reach = if n_words <= 12 { n_words + 8 } else { n_words / 3 + 16 };
        let least = if n_words <= 4 { all * 2 / 5 } else { all / 3 };
        let start = |hit: u64| (hit >> 16) as u32;
        let term = |hit: u64| (hit & 0xffff) as usize;
        let position = |hit: u64| start(hit) + terms[term(hit)].at - n_words;
        let mut found: Vec<Place> = Vec::new();
        let mut seen = vec![0_u32; terms.len()];
        let (mut first, mut weight) = (0, 0);
        for (last, hit) in hits.iter().enumerate() {
            while start(hits[first]) + reach < start(*hit) {
                let gone = term(hits[first]);
                seen[gone] -= 1;
                weight -= if seen[gone] == 0 { terms[gone].weight } else { 0 };
                first += 1;
            }
            weight += if seen[term(*hit)] == 0 { terms[term(*hit)].weight } else { 0 };
            seen[term(*hit)] += 1;
            if weight < least {
                continue;
            }
            let (rank, _) = self.row.place(position(*hit));
            let own = hits[first..=last].iter().map(|hit| position(*hit)).filter(|at| self.row.place(*at).0 == rank);
            let (from, to) = own.fold((u32::MAX, 0), |(from, to), at| (from.min(at), to.max(at)));
            let place = Place { weight, start: from, end: to, base: i64::from(start(*hit)) - i64::from(n_words) };
            match found.last_mut() {
                Some(before) if before.end >= from && before.start <= to => {
                    if weight > before.weight {
                        *before = place;
                    }
                }
                _ => found.push(place),
            }
        }
        found
    }

    /// The heaviest windows. Short queries have many of the same weight: of those the ones that hold most of its words side
    /// by side, small words and all.
    fn best_windows(&self, mut found: Vec<Place>, query: &[Word], readings: &[Reading<'_>]) -> Vec<Window> {
        let best = found.iter().map(|place| place.weight).max().unwrap_or(0);
        found.retain(|place| place.weight * 2 >= best);
        if query.len() <= SHORT && found.len() > MOST_WINDOWS {
            for one in &mut found {
                let (rank, first) = self.row.place(one.start);
                let base = first as i64 + one.base - i64::from(one.start);
                one.weight += SIDE_BY_SIDE * most_in_line(query, &readings[rank].words, base);
            }
        }
        found.order_by_key(|one| (-one.weight, one.start));
        found.truncate(MOST_WINDOWS);
        found
            .into_iter()
            .map(|Place { weight, start, end, .. }| {
                let (rank, first) = self.row.place(start);
                Window { rank, words: first..first + (end - start) as usize + 1, weight }
            })
            .collect()
    }
}

/// The words of a document that may be the source of a quotation.
fn for_each_listed(reading: &Reading<'_>, mut take: impl FnMut(usize, &Word)) {
    for (index, (word, part)) in reading.words.iter().zip(&*reading.part).enumerate() {
        if *part != Part::Muted {
            take(index, word);
        }
    }
}

/// The most words of `query` that stand side by side in `words`, its first word near `base`.
fn most_in_line(query: &[Word], words: &[Word], base: i64) -> i32 {
    let in_line = |shift: i64| {
        let stands = |(at, one): (usize, &Word)| {
            let place = usize::try_from(base + shift + at as i64).ok();
            place.and_then(|place| words.get(place)).is_some_and(|other| other.form == one.form)
        };
        query.iter().enumerate().filter(|each| stands(*each)).count() as i32
    };
    (-1..=1).map(in_line).max().unwrap_or(0)
}

/// Long enough to be known by what damage leaves of it.
fn may_be_damaged(one: &Trait) -> bool {
    one.len >= 5 && !one.function && !one.number
}

/// A content word of a quotation. Ordered rarest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    n_places: usize,
    stem: u64,
    weight: i32,
    /// Its place in the quotation.
    at: u32,
}

/// The words to look up: the rarest, until their places are many.
fn rarest(mut terms: Vec<Term>, n_words: usize) -> Vec<Term> {
    terms.retain(|term| (1..=LONGEST_LIST).contains(&term.n_places));
    terms.sort_unstable();
    terms.dedup_by_key(|term| term.stem);
    terms.truncate(MOST_WORDS.max(n_words / 3));
    let most_places = if n_words <= 4 { 3 * MOST_PLACES } else { MOST_PLACES };
    let mut n_places = 0;
    let mut fits = |term: &Term| {
        n_places += term.n_places;
        n_places <= most_places
    };
    let n = terms.iter().map_while(|term| fits(term).then_some(())).count();
    terms.truncate(n.max(LEAST_WORDS));
    terms
}
