//! Which units may hold what a clause asks for, and how well: from the lists alone, no text read.

use super::expand::{Expansion, Match, Typed, expand, expand_start, forgive, joined};
use super::index::Index;
use super::layout::{Listed, Lists};
use super::query::{Clause, Wording};
use std::sync::Arc;

/// Two short words that share more units than this seldom stand for one: `tot`, `dat`.
const MAX_LOOSE: usize = 64;
/// A unit that holds a term often counts this much more among those of its tier.
const OFTEN: f32 = 1.25;

/// How well each unit fits one wording, see [`grade`]: 0 for not at all.
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
    /// Where there are several: the best grade of each unit.
    merged: Option<Graded>,
    /// What a match is worth: rare clauses more (BM25's inverse document frequency, over units).
    pub worth: f32,
}

impl Column {
    fn new(wordings: Vec<Arc<Graded>>, n_units: u32) -> Column {
        let merged = (wordings.len() > 1).then(|| {
            let mut merged = Graded { grades: vec![0; n_units as usize], ..Graded::default() };
            for graded in &wordings {
                merged.grades.iter_mut().zip(&graded.grades).for_each(|(best, grade)| *best = (*best).max(*grade));
            }
            merged.count()
        });
        let n_held = merged.as_ref().or(wordings.first().map(|graded| &**graded)).map_or(0, |graded| graded.n_units);
        let (n, n_held) = (n_units as f32, n_held as f32);
        Column { wordings, merged, worth: (1.0 + (n - n_held + 0.5) / (n_held + 0.5)).ln() }
    }

    fn graded(&self) -> Option<&Graded> {
        self.merged.as_ref().or(self.wordings.first().map(|graded| &**graded))
    }

    /// How well each unit fits.
    pub fn grades(&self) -> &[u8] {
        self.graded().map_or(&[], |graded| &graded.grades)
    }

    pub fn n_units(&self) -> u32 {
        self.graded().map_or(0, |graded| graded.n_units)
    }
}

/// The columns of the clauses, in their order. Words beside each other are also sought written together.
pub fn columns(index: &Index<'_>, clauses: &[&Clause], tolerant: bool) -> Vec<Column> {
    let mut columns = Vec::with_capacity(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        let mut wordings = Vec::new();
        for wording in &clause.any {
            wordings.push(graded(index, wording, tolerant));
        }
        for pair in [at.wrapping_sub(1), at] {
            if let (Some(first), Some(second)) =
                (single_word(clauses, pair), single_word(clauses, pair.wrapping_add(1)))
            {
                let terms = joined(index.vocabulary(), first, second);
                if !terms.is_empty() {
                    wordings.push(Arc::new(Graded::of(index, Expansion { terms, ..Expansion::default() })));
                }
            }
        }
        columns.push(Column::new(wordings, index.layout.n_units));
    }
    columns
}

fn single_word<'c>(clauses: &[&'c Clause], at: usize) -> Option<&'c [u8]> {
    match &clauses.get(at)?.any[..] {
        [Wording::Word(word) | Wording::Unfinished(word)] => Some(word.as_bytes()),
        _ => None,
    }
}

fn graded(index: &Index<'_>, wording: &Wording, tolerant: bool) -> Arc<Graded> {
    let typed = match wording {
        Wording::Word(word) => Some(Typed { word: word.as_bytes(), unfinished: false }),
        Wording::Unfinished(word) => Some(Typed { word: word.as_bytes(), unfinished: true }),
        Wording::Start(_) | Wording::Phrase { .. } => None,
    };
    let strict = index.recall(wording, false, &|| match (wording, typed) {
        (Wording::Start(start), _) => Graded::of(index, expand_start(index.vocabulary(), start.as_bytes())),
        (Wording::Phrase { words, unfinished }, _) => Graded::of_phrase(index, words, *unfinished),
        (_, Some(typed)) => {
            let n_units = |term: u32| index.layout.lists_from(None, term).n_units();
            Graded::of(index, expand(index.vocabulary(), typed, &n_units))
        }
        _ => Graded::empty(index),
    });
    match typed.filter(|_| tolerant) {
        Some(typed) => index.recall(wording, true, &|| strict.and(index, forgive(index.vocabulary(), typed))),
        None => strict,
    }
}

impl Graded {
    fn empty(index: &Index<'_>) -> Graded {
        Graded { grades: vec![0; index.layout.n_units as usize], ..Graded::default() }
    }

    fn of(index: &Index<'_>, mut expansion: Expansion) -> Graded {
        let mut graded = Graded::empty(index);
        if let Some((_, begun)) = expansion.start.as_ref().filter(|_| expansion.everywhere) {
            graded.grades.fill(grade(begun.weight));
        }
        graded.add_terms(index, &expansion.terms);
        expansion.pairs.retain(|&(first, second, pair)| {
            let units = units_with(index, &[first, second]);
            let telling = units.len() <= MAX_LOOSE || pair.weight > 0.9;
            graded.set(if telling { &units } else { &[] }, grade(pair.weight));
            telling
        });
        Graded { expansion, ..graded.count() }
    }

    /// The same with more terms.
    fn and(&self, index: &Index<'_>, more: Vec<(u32, Match)>) -> Graded {
        let mut expansion = self.expansion.clone();
        expansion.terms.extend(&more);
        let mut graded = Graded { grades: self.grades.clone(), n_units: 0, expansion };
        graded.add_terms(index, &more);
        graded.count()
    }

    fn add_terms(&mut self, index: &Index<'_>, terms: &[(u32, Match)]) {
        let mut listed = Listed::default();
        let mut cursor: Option<(u32, Lists<'_>)> = None;
        for &(term, found) in terms {
            // Terms that begin alike stand together: their lists are read one behind the other.
            let mut lists = index.layout.lists_from(cursor, term);
            lists.read(&mut listed);
            cursor = Some((term + 1, lists));
            self.add(&listed, found);
        }
    }

    /// Units that hold all words; whether they follow each other, the text says.
    fn of_phrase(index: &Index<'_>, words: &[String], unfinished: bool) -> Graded {
        let vocabulary = index.vocabulary();
        let mut graded = Graded::empty(index);
        let whole = words.len() - usize::from(unfinished);
        let mut terms = Vec::new();
        for word in &words[..whole] {
            let Some(term) = vocabulary.find(word.as_bytes()) else { return graded };
            terms.push(term);
        }
        let mut units = units_with(index, &terms);
        if let Some(last) = words.get(whole) {
            let begun = Graded::of(index, expand_start(vocabulary, last.as_bytes()));
            units.retain(|unit| begun.grades[*unit as usize] > 0);
        }
        graded.set(&units, grade(1.0));
        graded.count()
    }

    fn add(&mut self, listed: &Listed, found: Match) {
        let grade = grade(found.weight);
        self.set(&listed.units, grade);
        for &at in &listed.often {
            let place = &mut self.grades[listed.units[at as usize] as usize];
            *place = (*place).max(grade | OFTEN_BIT);
        }
    }

    fn set(&mut self, units: &[u32], grade: u8) {
        for &unit in units {
            let place = &mut self.grades[unit as usize];
            *place = (*place).max(grade);
        }
    }

    fn count(mut self) -> Graded {
        self.n_units = n_above_zero(&self.grades);
        self
    }
}

/// The units that hold all of `terms`.
fn units_with(index: &Index<'_>, terms: &[u32]) -> Vec<u32> {
    let mut common: Option<Vec<u32>> = None;
    let mut listed = Listed::default();
    for &term in terms {
        index.layout.lists_from(None, term).read(&mut listed);
        common = Some(match common {
            None => std::mem::take(&mut listed.units),
            Some(units) => intersection(&units, &listed.units),
        });
    }
    common.unwrap_or_default()
}

/// What parts a unit that holds a term often from those that only hold it: it may not raise a grade to a better word's.
const OFTEN_BIT: u8 = 1;

/// A weight as a grade: in hundredths, and twice that.
pub fn grade(weight: f32) -> u8 {
    (weight * 100.0).round() as u8 * 2
}

/// The weight that a grade stands for, from 0 to 1.
pub fn weight_of(grade: u8) -> f32 {
    (grade / 2) as f32 / 100.0
}

/// What a unit's grade counts for the order in which units are read.
pub fn promise_of(grade: u8) -> f32 {
    weight_of(grade) * if grade & OFTEN_BIT == 0 { 1.0 } else { OFTEN }
}

/// How many of these are not 0: eight at a time.
fn n_above_zero(grades: &[u8]) -> u32 {
    const LOW: u64 = u64::MAX / 255 * 127;
    let (eights, rest) = grades.as_chunks();
    let some = |eight: u64| (((eight & LOW) + LOW) | eight) & !LOW;
    let n: u32 = eights.iter().map(|eight| some(u64::from_le_bytes(*eight)).count_ones()).sum();
    n + rest.iter().filter(|grade| **grade > 0).count() as u32
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
