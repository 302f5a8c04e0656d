//! Which units may hold what a clause asks for, and how well: from the lists alone, no text read.

use super::expand::{BEGUN, Expansion, Kind, Match, PAIR, Typed, expand, expand_start};
use super::index::Index;
use super::layout::{Listed, Lists};
use super::query::{Clause, Wording};
use std::ops::Range;
use std::sync::Arc;

/// A unit that holds the word as typed has this grade; those with less hold something like it.
pub const EXACT: u8 = 100;
/// A unit that holds a term often counts this much more.
const OFTEN: f32 = 1.25;

/// How well each unit fits one wording: 0 for not at all.
#[derive(Debug, Default)]
pub struct Graded {
    pub grades: Vec<u8>,
    /// How many units have a grade.
    pub n_units: u32,
    pub expansion: Expansion,
}

/// How well each unit fits a clause: its wordings' grades, of which the best counts.
#[derive(Debug)]
pub struct Column {
    pub wordings: Vec<Arc<Graded>>,
    /// What a match is worth: rare clauses more (BM25's inverse document frequency, over units).
    pub worth: f32,
}

impl Column {
    pub fn grade(&self, unit: u32) -> u8 {
        self.wordings.iter().map(|graded| graded.grades[unit as usize]).max().unwrap_or(0)
    }

    pub fn n_units(&self) -> u32 {
        self.wordings.iter().map(|graded| graded.n_units).max().unwrap_or(0)
    }
}

/// The columns of the clauses, in their order. Words beside each other are also sought written together.
pub fn columns(index: &Index<'_>, clauses: &[&Clause], tolerant: bool) -> Vec<Column> {
    let word_at = |at: Option<usize>| at.and_then(|at| clauses.get(at)).and_then(|clause| single_word(clause));
    clauses
        .iter()
        .enumerate()
        .map(|(at, clause)| {
            let (before, after) = (word_at(at.checked_sub(1)), word_at(Some(at + 1)));
            let wordings: Vec<_> =
                clause.any.iter().map(|wording| graded(index, wording, before, after, tolerant)).collect();
            let n = index.layout.n_units as f32;
            let n_held = wordings.iter().map(|graded| graded.n_units).max().unwrap_or(0) as f32;
            let worth = (1.0 + (n - n_held + 0.5) / (n_held + 0.5)).ln();
            Column { wordings, worth }
        })
        .collect()
}

fn single_word(clause: &Clause) -> Option<&str> {
    match &clause.any[..] {
        [Wording::Word(word) | Wording::Unfinished(word)] => Some(word),
        _ => None,
    }
}

fn graded(
    index: &Index<'_>,
    wording: &Wording,
    before: Option<&str>,
    after: Option<&str>,
    tolerant: bool,
) -> Arc<Graded> {
    let key = match wording {
        Wording::Word(word) => format!("w{tolerant} {} {word} {}", before.unwrap_or(""), after.unwrap_or("")),
        Wording::Unfinished(word) => format!("u{tolerant} {} {word}", before.unwrap_or("")),
        Wording::Start(start) => format!("s {start}"),
        Wording::Phrase { words, unfinished } => format!("p{unfinished} {}", words.join(" ")),
    };
    index.recall(&key, || {
        let vocabulary = index.vocabulary();
        let counts = |terms: Range<u32>| index.layout.n_units_of(terms);
        match wording {
            Wording::Word(word) => {
                let typed = Typed { word, before, after, unfinished: false, tolerant };
                Graded::of(index, expand(vocabulary, typed, &counts))
            }
            Wording::Unfinished(word) => {
                let typed = Typed { word, before, after, unfinished: true, tolerant };
                Graded::of(index, expand(vocabulary, typed, &counts))
            }
            Wording::Start(start) => Graded::of(index, expand_start(vocabulary, start, &counts)),
            Wording::Phrase { words, unfinished } => Graded::of_phrase(index, words, *unfinished),
        }
    })
}

impl Graded {
    fn empty(index: &Index<'_>) -> Graded {
        Graded { grades: vec![0; index.layout.n_units as usize], ..Graded::default() }
    }

    fn of(index: &Index<'_>, mut expansion: Expansion) -> Graded {
        let mut graded = Graded::empty(index);
        if expansion.start.as_ref().is_some_and(|(start, _)| start.len() == 1) {
            graded.grades.fill(percent(BEGUN));
        }
        let mut listed = Listed::default();
        let mut cursor: Option<(u32, Lists<'_>)> = None;
        for &(term, found) in &expansion.terms {
            // Terms that begin alike stand together: their lists are read one behind the other.
            let mut lists = match cursor {
                Some((next, lists)) if next == term => lists,
                _ => index.layout.lists_of(term),
            };
            lists.read(&mut listed);
            cursor = Some((term + 1, lists));
            graded.add(&listed, found);
        }
        // Two words that often share a unit seldom stand for one: `tot`, `dat`.
        let most = index.layout.n_units as usize / 16 + 2;
        expansion.pairs.retain(|&(first, second)| {
            let units = units_with(index, &[first, second]);
            let telling = units.len() <= most;
            graded.set(if telling { &units } else { &[] }, percent(PAIR.weight));
            telling
        });
        Graded { expansion, ..graded.count() }
    }

    /// Units that hold all words; whether they follow each other, the text says.
    fn of_phrase(index: &Index<'_>, words: &[String], unfinished: bool) -> Graded {
        let vocabulary = index.vocabulary();
        let mut graded = Graded::empty(index);
        let whole = words.len() - usize::from(unfinished);
        let terms: Option<Vec<u32>> = words[..whole].iter().map(|word| vocabulary.find(word.as_bytes())).collect();
        let Some(terms) = terms else { return graded };
        let mut units = units_with(index, &terms);
        if let Some(last) = words.get(whole) {
            let expansion = expand_start(vocabulary, last, &|terms| index.layout.n_units_of(terms));
            let begun = Graded::of(index, expansion);
            units.retain(|unit| begun.grades[*unit as usize] > 0);
        }
        graded.set(&units, EXACT);
        graded.count()
    }

    fn add(&mut self, listed: &Listed, found: Match) {
        let grade = percent(found.weight);
        self.set(&listed.units, grade);
        let often = (f32::from(grade) * OFTEN) as u8;
        let often = if found.kind == Kind::Exact { often } else { often.min(EXACT - 1) };
        for &at in &listed.often {
            let place = &mut self.grades[listed.units[at as usize] as usize];
            *place = (*place).max(often);
        }
    }

    fn set(&mut self, units: &[u32], grade: u8) {
        for &unit in units {
            let place = &mut self.grades[unit as usize];
            *place = (*place).max(grade);
        }
    }

    fn count(mut self) -> Graded {
        self.n_units = self.grades.iter().filter(|grade| **grade > 0).count() as u32;
        self
    }
}

/// The units that hold all of `terms`.
fn units_with(index: &Index<'_>, terms: &[u32]) -> Vec<u32> {
    let mut common: Option<Vec<u32>> = None;
    let mut listed = Listed::default();
    for &term in terms {
        index.layout.lists_of(term).read(&mut listed);
        common = Some(match common {
            None => std::mem::take(&mut listed.units),
            Some(units) => intersection(&units, &listed.units),
        });
    }
    common.unwrap_or_default()
}

fn percent(weight: f32) -> u8 {
    (weight * 100.0).round() as u8
}

/// What two rising lists share.
fn intersection(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (mut at, mut shared) = (0, Vec::new());
    for &value in a {
        while b.get(at).is_some_and(|other| *other < value) {
            at += 1;
        }
        if b.get(at) == Some(&value) {
            shared.push(value);
        }
    }
    shared
}
