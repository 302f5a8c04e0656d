//! Where a quotation's words stand in the dossier: an inverted index of content words, asked for short queries.
//!
//! A quotation in marks is searched by its rarest words one by one, so that three words, of which one is damaged, still
//! find their place. Cost of a question: the postings of at most [`MOST_WORDS`] words, each no longer than
//! [`LONGEST_LIST`].

use super::{
    lexicon::{AsIs, Lexicon, Word},
    reading::{Part, Reading},
    shingle::Row,
};
use std::{collections::HashMap, hash::BuildHasherDefault, ops::Range};

/// How many of a quotation's words are looked up.
const MOST_WORDS: usize = 10;
const LONGEST_LIST: usize = 4000;
/// Windows that are worth an alignment.
const MOST_WINDOWS: usize = 8;

/// Positions of every content word by its stem, and of every run of three words for the quotations that lack them.
pub(super) struct Postings {
    stems: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    starts: Vec<u32>,
    positions: Vec<u32>,
    pub row: Row,
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
        let mut starts = vec![0_u32; stems.len() + 1];
        let listed = |reading: &Reading<'_>, index: usize| {
            reading.part[index] != Part::Muted && !lexicon.is_function(reading.words[index].form)
        };
        for reading in readings {
            for (_, word) in reading.words.iter().enumerate().filter(|(index, _)| listed(reading, *index)) {
                starts[stem_of[word.form as usize] as usize + 1] += 1;
            }
        }
        for stem in 0..stems.len() {
            starts[stem + 1] += starts[stem];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; starts[stems.len()] as usize];
        for (rank, reading) in readings.iter().enumerate() {
            for (index, word) in reading.words.iter().enumerate().filter(|(index, _)| listed(reading, *index)) {
                let slot = &mut next[stem_of[word.form as usize] as usize];
                positions[*slot as usize] = row.position(rank, index);
                *slot += 1;
            }
        }
        Postings { stems, starts, positions, row }
    }

    fn list(&self, stem: u64) -> &[u32] {
        self.stems.get(&stem).map_or(&[], |stem| {
            &self.positions[self.starts[*stem as usize] as usize..self.starts[*stem as usize + 1] as usize]
        })
    }

    /// The most promising windows for `query`, best first; ties by place. `own` positions never count.
    pub fn windows(&self, query: &[Word], lexicon: &Lexicon, own: Range<u32>) -> Vec<Window> {
        let mut terms: Vec<(usize, u64, i32)> = query
            .iter()
            .filter(|word| !lexicon.is_function(word.form))
            .map(|word| (lexicon.stem(word.form), lexicon.weight(word.form)))
            .map(|(stem, weight)| (self.list(stem).len(), stem, weight))
            .filter(|(len, ..)| (1..=LONGEST_LIST).contains(len))
            .collect();
        terms.sort_unstable();
        terms.dedup_by_key(|(_, stem, _)| *stem);
        // Rare words first, but of a long quotation not only those of one end.
        terms.truncate(MOST_WORDS.max(query.len() / 3));
        let mut hits: Vec<(u32, u32, i32)> = Vec::new();
        for (term, (_, stem, weight)) in terms.iter().enumerate() {
            let elsewhere = self.list(*stem).iter().filter(|position| !own.contains(position));
            hits.extend(elsewhere.map(|position| (*position, term as u32, *weight)));
        }
        hits.sort_unstable();
        self.best_windows(&hits, terms.len(), query.len() as u32)
    }

    fn best_windows(&self, hits: &[(u32, u32, i32)], n_terms: usize, n_words: u32) -> Vec<Window> {
        let reach = n_words + n_words / 2 + 12;
        let mut found: Vec<(i32, u32, u32)> = Vec::new();
        let mut seen = vec![0_u32; n_terms];
        let mut first = 0;
        let mut weight = 0;
        for (last, hit) in hits.iter().enumerate() {
            while hits[first].0 + reach < hit.0 {
                let (_, term, worth) = hits[first];
                seen[term as usize] -= 1;
                weight -= if seen[term as usize] == 0 { worth } else { 0 };
                first += 1;
            }
            weight += if seen[hit.1 as usize] == 0 { hit.2 } else { 0 };
            seen[hit.1 as usize] += 1;
            let window = (weight, hits[first].0, hits[last].0);
            match found.last_mut() {
                Some(before) if before.2 >= window.1 => {
                    if window.0 > before.0 {
                        *before = window;
                    }
                }
                _ => found.push(window),
            }
        }
        found.sort_by_key(|(weight, start, _)| (-weight, *start));
        found.truncate(MOST_WINDOWS);
        found
            .into_iter()
            .map(|(weight, start, end)| {
                let (rank, first) = self.row.place(start);
                Window { rank, words: first..first + (end - start) as usize + 1, weight }
            })
            .collect()
    }
}
