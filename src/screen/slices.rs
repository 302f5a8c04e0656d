//! The list of hits in slices, and which of them are drawn.
//!
//! A slice is a stretch of the list that is drawn as a whole: a few hits of one document, or ten of many. Only slices near
//! the window stand in the page; the rest is height. What stands in a list never moves: counts that come later only add
//! at its end.

use super::results::{A_FEW, is_few};
use crate::engine::{Answer, DocId, Group};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

/// Hits of one document that make a slice where all of them are listed.
const SLICE: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slice {
    pub doc: DocId,
    /// Where its first hit stands in the list, from 0.
    pub first: usize,
    pub passages: Vec<u32>,
    /// The document's name stands above.
    pub opens: bool,
    /// Below, the rest of its document can be asked for, where there is one.
    pub closes: bool,
    /// It came with the numbers: whether there is a rest is known.
    pub counted: bool,
}

impl Slice {
    pub fn keys(&self) -> impl Iterator<Item = (DocId, u32)> + '_ {
        self.passages.iter().map(|passage| (self.doc, *passage))
    }

    /// Its height, in hits.
    fn n_hits_high(&self) -> f64 {
        const HEAD: f64 = 0.75;
        self.passages.len() as f64 + if self.opens { HEAD } else { 0.0 }
    }
}

/// What a slice is known by, wherever in the list it stands.
pub fn slice_key(slice: &Slice) -> u64 {
    let mut hasher = DefaultHasher::new();
    (slice.doc, slice.opens, slice.closes, &slice.passages).hash(&mut hasher);
    hasher.finish()
}

/// The hits that are listed, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Another one for every list that takes the place of this one.
    pub turn: u32,
    pub slices: Vec<Slice>,
    pub n_hits: usize,
}

impl List {
    /// The hits that came with an answer.
    pub fn of(answer: &Answer) -> List {
        let mut list = List::default();
        let few = is_few(answer);
        for group in &answer.groups {
            list.push(group.doc, &listed(group.hits.iter().map(|hit| hit.passage), few), true, false);
        }
        list
    }

    /// This list with what counting has found besides, at its end.
    pub fn with(&self, counted: &Answer) -> List {
        let mut list = self.clone();
        let few = is_few(counted);
        for group in &counted.groups {
            let last = self.slices.iter().rposition(|slice| slice.doc == group.doc);
            match last {
                Some(_) if few => {}
                Some(last) => {
                    let more: Vec<u32> = all(group).filter(|it| self.position((group.doc, *it)).is_none()).collect();
                    list.slices[last].closes = more.is_empty();
                    list.push(group.doc, &more, false, true);
                }
                None => list.push(group.doc, &listed(all(group), few), true, true),
            }
        }
        list
    }

    fn push(&mut self, doc: DocId, passages: &[u32], opens: bool, counted: bool) {
        let n_slices = passages.len().div_ceil(SLICE);
        for (at, passages) in passages.chunks(SLICE).enumerate() {
            let (opens, closes) = (opens && at == 0, at + 1 == n_slices);
            self.slices.push(Slice { doc, first: self.n_hits, passages: passages.to_vec(), opens, closes, counted });
            self.n_hits += passages.len();
        }
    }

    pub fn hits(&self) -> impl Iterator<Item = (DocId, u32)> + '_ {
        self.slices.iter().flat_map(Slice::keys)
    }

    pub fn position(&self, hit: (DocId, u32)) -> Option<usize> {
        self.hits().position(|other| other == hit)
    }

    pub fn at(&self, index: usize) -> Option<(DocId, u32)> {
        let slice = self.slices.get(self.slice_of(index)?)?;
        Some((slice.doc, *slice.passages.get(index - slice.first)?))
    }

    /// How many hits of a document are listed.
    pub fn n_of(&self, doc: DocId) -> usize {
        self.slices.iter().filter(|slice| slice.doc == doc).map(|slice| slice.passages.len()).sum()
    }

    /// The slice that holds the hit at `index`.
    pub fn slice_of(&self, index: usize) -> Option<usize> {
        if index >= self.n_hits {
            return None;
        }
        self.slices.partition_point(|slice| slice.first <= index).checked_sub(1)
    }
}

fn all(group: &Group) -> impl Iterator<Item = u32> + '_ {
    group.hits.iter().map(|hit| hit.passage).chain(group.more.iter().copied())
}

/// Those of a group that are listed: all where few are not enough.
fn listed(passages: impl Iterator<Item = u32>, few: bool) -> Vec<u32> {
    let mut listed: Vec<u32> = passages.collect();
    if few && listed.len() > A_FEW + 1 {
        listed.truncate(A_FEW);
    }
    listed
}

/// How high slices are, as far as they were drawn; in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    /// Of which list.
    turn: u32,
    known: Vec<Option<f64>>,
    /// Of one hit that was not drawn yet. It stays once it is known: what is above the window must not move.
    of_hit: Option<f64>,
}

impl Heights {
    /// Takes in what was measured: places of slices and their heights. Whether anything changed.
    pub fn learn(&mut self, list: &List, measured: &[(usize, f64)]) -> bool {
        let slices = &list.slices;
        if self.turn != list.turn {
            (self.turn, self.known) = (list.turn, Vec::new());
        }
        self.known.resize(slices.len().max(self.known.len()), None);
        let mut changed = false;
        for &(at, height) in measured.iter().filter(|(_, height)| *height > 0.0) {
            let Some(known) = self.known.get_mut(at) else { continue };
            if known.is_none_or(|known| (known - height).abs() >= 0.5) {
                (*known, changed) = (Some(height), true);
            }
        }
        if self.of_hit.is_none() {
            let units: f64 = measured.iter().filter_map(|(at, _)| slices.get(*at)).map(Slice::n_hits_high).sum();
            let pixels: f64 = measured.iter().map(|(_, height)| height).sum();
            self.of_hit = (units > 0.0 && pixels > 0.0).then(|| pixels / units);
        }
        changed
    }

    /// Where each slice begins, from the top of the list, and where the last one ends.
    pub fn edges(&self, list: &List) -> Vec<f64> {
        const UNSEEN: f64 = 110.0;
        let of_hit = self.of_hit.unwrap_or(UNSEEN);
        let mut edge = 0.0;
        let mut edges = vec![0.0];
        let known = if self.turn == list.turn { &self.known[..] } else { &[] };
        for (at, slice) in list.slices.iter().enumerate() {
            edge += known.get(at).copied().flatten().unwrap_or(of_hit * slice.n_hits_high());
            edges.push(edge);
        }
        edges
    }
}

/// The slices between two heights, from the top of the list.
pub fn between(edges: &[f64], top: f64, bottom: f64) -> Range<usize> {
    let n = edges.len().saturating_sub(1);
    let first = edges[1..].partition_point(|end| *end < top).min(n);
    let end = edges[..n].partition_point(|start| *start <= bottom);
    first..end.max(first)
}

/// A slice that is drawn, and the height of what is not drawn between it and the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub at: usize,
    pub gap: f64,
}

/// The slices of `window` and those that are `held` wherever they are, with the gaps between them; and what is left below.
pub fn drawn(edges: &[f64], window: Range<usize>, held: &[usize]) -> (Vec<Drawn>, f64) {
    let n = edges.len() - 1;
    let mut places: Vec<usize> = window.chain(held.iter().copied()).filter(|at| *at < n).collect();
    places.sort_unstable();
    places.dedup();
    let mut end = 0.0;
    let mut drawn = Vec::with_capacity(places.len());
    for at in places {
        drawn.push(Drawn { at, gap: edges[at] - end });
        end = edges[at + 1];
    }
    (drawn, edges[n] - end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(doc: u32, n_hits: u32, n_more: u32) -> Group {
        let hit = |passage: u32| crate::engine::Hit { doc: DocId(doc), passage, ..Default::default() };
        let n_passages = (n_hits + n_more) as usize;
        Group {
            doc: DocId(doc),
            n_passages,
            hits: (0..n_hits).map(hit).collect(),
            more: (n_hits..n_hits + n_more).collect(),
        }
    }

    fn answer(groups: Vec<Group>) -> Answer {
        Answer { groups, ..Answer::default() }
    }

    fn list(groups: Vec<Group>) -> List {
        let answer = answer(groups);
        List::of(&answer).with(&answer)
    }

    fn shape(list: &List) -> Vec<(u32, usize, bool, bool)> {
        list.slices.iter().map(|slice| (slice.doc.0, slice.passages.len(), slice.opens, slice.closes)).collect()
    }

    #[test]
    fn many_documents_show_a_few_hits_each_and_one_shows_all() {
        assert_eq!(shape(&list(vec![group(0, 5, 0), group(1, 6, 3)])), [(0, 5, true, true), (1, 4, true, true)]);
        let one = list(vec![group(3, 6, 16)]);
        assert_eq!(shape(&one), [(3, 6, true, false), (3, 10, false, false), (3, 6, false, true)]);
        assert_eq!(shape(&list(vec![group(1, 0, 7), group(2, 1, 0)])), [(2, 1, true, true), (1, 4, true, true)]);
        assert_eq!(list(vec![]), List::default());
    }

    #[test]
    fn counting_adds_at_the_end_only() {
        let glance = List::of(&answer(vec![group(2, 3, 0), group(0, 1, 0)]));
        let with = glance.with(&answer(vec![group(0, 2, 0), group(2, 3, 9), group(1, 1, 0)]));
        assert_eq!(with.slices[..2], glance.slices[..]);
        assert_eq!(shape(&with)[2..], [(1, 1, true, true)]);
        let with = List::of(&answer(vec![group(2, 3, 0)])).with(&answer(vec![group(2, 3, 9)]));
        assert_eq!(shape(&with), [(2, 3, true, false), (2, 9, false, true)]);
    }

    #[test]
    fn hits_are_found_by_place_and_by_name() {
        let list = list(vec![group(3, 6, 16)]);
        for (index, hit) in list.hits().enumerate() {
            assert_eq!((list.at(index), list.position(hit)), (Some(hit), Some(index)));
            assert!(list.slice_of(index).is_some_and(|at| list.slices[at].keys().any(|other| other == hit)));
        }
        assert_eq!((list.at(22), list.slice_of(22)), (None, None));
    }

    #[test]
    fn what_is_drawn_and_what_is_not_make_the_whole_height() {
        let list = list((0..100).map(|doc| group(doc, 4, 0)).collect());
        let mut heights = Heights::default();
        assert!(heights.learn(&list, &[(0, 475.0), (1, 500.0)]));
        assert!(!heights.learn(&list, &[(0, 475.2)]));
        let edges = heights.edges(&list);
        let window = between(&edges, 5000.0, 6000.0);
        assert!(edges[window.start + 1] >= 5000.0 && edges[window.end] >= 6000.0 && window.len() < 6, "{window:?}");
        let (drawn, rest) = drawn(&edges, window.clone(), &[0, 99, window.start, 500]);
        assert_eq!(drawn.len(), window.len() + 2);
        let height = |at: usize| edges[at + 1] - edges[at];
        let whole: f64 = drawn.iter().map(|drawn| drawn.gap + height(drawn.at)).sum();
        assert!((whole + rest - edges[100]).abs() < 1e-6 && rest == 0.0);
        assert_eq!(between(&[0.0], 0.0, 10.0), 0..0);
    }
}
