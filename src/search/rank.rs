//! From a query to passages, best first.
//!
//! Lists first, text second: the lists grade every unit ([`super::grade`]); the best are read, and what the text says
//! decides ([`passage`]).

mod candidates;
mod passage;

use super::expand::{Kind, nearest};
use super::grade::{Column, columns, grade};
use super::index::Index;
use super::query::{Clause, Query, Wording};
use super::reading::{Place, Sought};
use super::scan::Scanner;
use super::snippet;
use super::{Admit, Found, Hit, Matched, Texts, Wanted};
use crate::text::{DocId, Order, Span, lowered};
use candidates::Candidates;
use passage::{EXACTLY, PassageReader, SURELY, tier_of};

/// A clause in more than this share of the units says little: passages that hold only such clauses do not match.
const COMMON: f32 = 0.25;
/// In a small dossier that would be any word.
const COMMON_FROM: f32 = 4.0;
/// Text read for an answer, in bytes: about a tenth of a millisecond. Where no hit was found in it, or none as good as words in
/// a row would make it, reading goes on to [`READ_FOR_ONE`], and for counts to the last of these bounds.
const READ: usize = 40 << 10;
/// The same where the typed word may be two in a row.
const READ_FOR_ROW: usize = 3 << 19;
/// Until a hit is as good as the lists promise: they name units, and words of one unit may stand in several of its passages.
const READ_FOR_ALL: usize = 160 << 10;
/// Of that, for passages with only some of the words, once there are as many hits as are wanted.
const READ_FOR_SOME: usize = 16 << 10;
const READ_FOR_ONE: usize = 4 << 20;
const READ_FOR_COUNTS: usize = 16 << 20;
const N_NEAREST: usize = 5;
/// Units that are ordered at a time: most answers read fewer.
const AT_ONCE: usize = 64;

/// A passage that was read and matches.
struct Scored {
    passage: u32,
    tier: u8,
    score: f32,
}

impl Index<'_> {
    /// The passages that `query` means, best first. The same query on the same dossier always gives the same answer.
    pub fn search(&self, query: &Query, texts: &dyn Texts, wanted: &Wanted<'_>) -> Found {
        let clauses: Vec<&Clause> = query.wanted().collect();
        let unwanted: Vec<&Clause> = query.unwanted().collect();
        if self.layout.n_units == 0 || (clauses.is_empty() && unwanted.is_empty() && query.fields.is_empty()) {
            return Found::default();
        }
        // Several words that stand together as typed are no typing errors; one word may be.
        let enough = if wanted.wide && clauses.len() == 1 { wanted.limit } else { 1 };
        let mut found = Found::default();
        for tolerant in [false, true] {
            let mut search = Search::new(self, texts, wanted, &clauses, &unwanted, tolerant);
            let can_tolerate = search.can_tolerate();
            if !tolerant && can_tolerate {
                if !search.enough_hold_all(enough) {
                    continue;
                }
                search.n_enough = enough;
            }
            found = search.run();
            let least = search.least_sure();
            let complete = found.hits.iter().filter(|hit| hit.complete && hit.score >= f32::from(least)).count();
            let counted = found.matched.iter().any(|matched| matched.complete);
            if complete >= enough || (counted && enough == 1) || !can_tolerate {
                break;
            }
        }
        if found.hits.is_empty() && found.matched.is_empty() && !wanted.wide {
            found.nearest = self.nearest(&clauses);
        }
        found
    }

    /// Passages that a search of `query` has ranked, with what matched in them, in the order given and without a score;
    /// `forgiving` as that search was ([`Found::forgiving`]). What is not in the dossier is left out.
    pub fn show(&self, query: &Query, texts: &dyn Texts, forgiving: bool, passages: &[(DocId, u32)]) -> Vec<Hit> {
        let clauses: Vec<&Clause> = query.wanted().collect();
        let wanted = Wanted { limit: passages.len(), admit: &|_, _, _| Admit::Shown, count: false, wide: false };
        let search = Search::new(self, texts, &wanted, &clauses, &[], forgiving);
        let places = passages.iter().filter_map(|&(doc, passage)| self.table().find(doc, passage));
        places.map(|passage| search.hit(&Scored { passage, tier: 0, score: 0.0 })).collect()
    }

    /// Words nearest to the first two that the dossier lacks.
    fn nearest(&self, clauses: &[&Clause]) -> Vec<String> {
        let (mut all, mut n_unknown) = (Vec::new(), 0);
        for wording in clauses.iter().flat_map(|clause| &clause.any) {
            let (Wording::Word(word) | Wording::Unfinished(word) | Wording::Start(word)) = wording else { continue };
            if n_unknown < 2 && self.vocabulary().find(word.as_bytes()).is_none() {
                n_unknown += 1;
                all.extend(nearest(self.vocabulary(), word.as_bytes(), N_NEAREST));
            }
        }
        all.truncate(N_NEAREST);
        all
    }
}

struct Search<'a> {
    index: &'a Index<'a>,
    texts: &'a dyn Texts,
    wanted: &'a Wanted<'a>,
    clauses: &'a [&'a Clause],
    columns: Vec<Column>,
    content: Vec<bool>,
    sought: Sought,
    /// Where fewer passages surely hold what was typed, all is searched once more, typing errors forgiven.
    n_enough: usize,
    tolerant: bool,
    /// Clauses from this number on are not wanted.
    n_wanted: usize,
    n_clauses: usize,
}

impl<'a> Search<'a> {
    fn new(
        index: &'a Index<'a>,
        texts: &'a dyn Texts,
        wanted: &'a Wanted<'a>,
        clauses: &'a [&'a Clause],
        unwanted: &[&'a Clause],
        tolerant: bool,
    ) -> Search<'a> {
        let columns = columns(index, clauses, tolerant);
        let mut sought = Sought::new();
        for (at, (clause, column)) in (0..).zip(clauses.iter().zip(&columns)) {
            column.wordings.iter().for_each(|graded| sought.add(at, &graded.expansion, index.vocabulary()));
            clause.any.iter().for_each(|wording| sought.add_phrase(at, wording));
        }
        for (at, clause) in (clauses.len() as u8..).zip(unwanted) {
            clause.any.iter().for_each(|wording| sought.add_unwanted(at, wording));
        }
        let mut search = Search {
            index,
            texts,
            wanted,
            clauses,
            columns,
            content: Vec::new(),
            sought,
            n_enough: 0,
            tolerant,
            n_wanted: clauses.len(),
            n_clauses: clauses.len() + unwanted.len(),
        };
        search.content = search.content();
        search
    }

    /// The least tier of passages that surely hold all that was typed, or all where what comes near is not wanted too.
    fn least_sure(&self) -> u8 {
        if self.wanted.wide { tier_of(SURELY) } else { 1 }
    }

    /// Whether words are asked for that must follow each other.
    fn has_phrase(&self) -> bool {
        let is_phrase = |wording: &Wording| matches!(wording, Wording::Phrase { .. });
        self.clauses.iter().any(|clause| clause.any.iter().any(is_phrase))
    }

    /// Whether forgiving typing errors can find more.
    fn can_tolerate(&self) -> bool {
        let is_long = |wording: &Wording| match wording {
            Wording::Word(word) | Wording::Unfinished(word) => word.len() >= super::expand::ONE_EDIT_FROM,
            _ => false,
        };
        self.clauses.iter().any(|clause| clause.any.iter().any(is_long))
    }

    /// Which clauses tell passages apart: those that some units hold, but not many. Where there is no such clause, all that
    /// any unit holds. What no unit holds cannot be asked of a passage: "praten verkiezingsuitslag" finds the second word
    /// where nobody writes of "praten".
    fn content(&self) -> Vec<bool> {
        let common = (COMMON * self.index.layout.n_units as f32).max(COMMON_FROM);
        let within = |column: &Column, most: f32| (1.0..=most).contains(&(column.n_units() as f32));
        let any = self.columns.iter().any(|column| within(column, common));
        let most = if any { common } else { f32::MAX };
        self.columns.iter().map(|column| within(column, most)).collect()
    }

    /// Whether so many units hold all words, or forms of them, and where what comes near is wanted too, surely so.
    fn enough_hold_all(&self, enough: usize) -> bool {
        let least = if self.wanted.wide { grade(SURELY) } else { 1 };
        let columns: Vec<&[u8]> = self.columns.iter().map(Column::grades).collect();
        let holds_all = |unit: usize| columns.iter().all(|grades| grades[unit] >= least);
        (0..self.index.layout.n_units as usize).filter(|unit| holds_all(*unit)).nth(enough.saturating_sub(1)).is_some()
    }

    fn run(&self) -> Found {
        let table = self.index.table();
        let mut scored: Vec<Scored> = Vec::new();
        let mut found = Found::default();
        let mut n_read = 0;
        let mut n_of_tier = [0; EXACTLY as usize + 1];
        // First passages in which nothing matches but their document's title: they stand for it where no other one does.
        let mut titles: Vec<(Matched, Scored)> = Vec::new();
        let mut has_text = vec![false; self.index.layout.n_documents as usize];
        let mut reader = PassageReader::new(self);
        let mut places = Vec::new();
        let n_at_once = if self.wanted.count { usize::MAX } else { AT_ONCE };
        let mut candidates = Candidates::new(&self.columns, &self.content, self.index.layout.n_units, n_at_once);
        let (mut given, mut n_given) = (Vec::new(), 0);
        let mut best_tier = None;
        loop {
            if n_given == given.len() {
                (given, n_given) = (candidates.next(), 0);
            }
            let Some(&candidate) = given.get(n_given) else { break };
            n_given += 1;
            // Where a unit that holds all words surely has a passage that does, no others are read.
            let best_tier = *best_tier.get_or_insert(candidate.tier());
            if candidate.tier() == 0 && best_tier > 0 && !self.wanted.wide && self.reads_as_told() {
                break;
            }
            let least = self.least_sure();
            let is_in_vain = candidate.tier() < least
                && n_of_tier[usize::from(least)..].iter().sum::<usize>() < self.n_enough
                && !found.matched.iter().any(|matched| matched.complete);
            if is_in_vain {
                break;
            }
            let most = match candidate.tier() {
                _ if self.wanted.count => READ_FOR_COUNTS,
                _ if scored.is_empty() => READ_FOR_ONE,
                // That these words follow each other the lists do not say; what was met on the way may be something like it.
                tier if n_of_tier[usize::from(tier)..].iter().all(|n| *n == 0) => match self.sought.is_plain() {
                    true => READ_FOR_ALL,
                    false if self.has_phrase() => READ_FOR_ONE,
                    false => READ_FOR_ROW,
                },
                0 if scored.len() >= self.wanted.limit => READ_FOR_SOME,
                _ => READ,
            };
            // What comes now stands below as many as are wanted: a unit's tier is the best that its passages reach.
            let n_above: usize = n_of_tier[usize::from(candidate.tier()) + 1..].iter().sum();
            let enough = n_read > most || (n_above >= self.wanted.limit && !self.wanted.count);
            if enough {
                found.is_cut = self.wanted.count;
                break;
            }
            n_read += reader.read_unit(candidate.unit(), &mut places);
            let mut rest = &places[..];
            for passage in table.passages_of(candidate.unit()) {
                let row = table.row(passage);
                let here = take_within(&mut rest, row.span);
                let is_first = passage == table.first_of(row.doc);
                if here.is_empty() && !is_first && self.n_wanted > 0 {
                    continue;
                }
                let admitted = (self.wanted.admit)(row.doc, row.span, row.layer);
                let shown = admitted == Admit::Shown;
                if admitted == Admit::No || !(shown || self.wanted.count) {
                    continue;
                }
                let Some((tier, score)) = reader.score_places(passage, row, here) else { continue };
                let matched =
                    Matched { doc: row.doc, passage: passage - table.first_of(row.doc), shown, complete: tier > 0 };
                let read = Scored { passage, tier, score };
                if self.n_wanted > 0 && reader.met.iter().all(|met| met.body == 0.0) {
                    titles.push((matched, read));
                    continue;
                }
                if let Some(has_text) = has_text.get_mut(row.doc.index()) {
                    *has_text = true;
                }
                if self.wanted.count {
                    found.matched.push(matched);
                }
                if shown {
                    n_of_tier[usize::from(tier)] += 1;
                    scored.push(read);
                }
            }
        }
        for (matched, read) in titles {
            if has_text.get(matched.doc.index()) != Some(&false) {
                continue;
            }
            if self.wanted.count {
                found.matched.push(matched);
            }
            if matched.shown {
                scored.push(read);
            }
        }
        self.settle(scored, &mut found);
        found
    }

    /// Whether a unit that holds all words surely has a passage that does: where units are not put together of several
    /// passages and nothing depends on order, which is seldom.
    fn reads_as_told(&self) -> bool {
        self.n_clauses == 1 && self.sought.is_plain()
    }

    /// Sorts, cuts, and adds what is shown.
    fn settle(&self, mut scored: Vec<Scored>, found: &mut Found) {
        let any_complete =
            found.matched.iter().any(|matched| matched.complete) || scored.iter().any(|scored| scored.tier > 0);
        if !self.wanted.wide && any_complete {
            scored.retain(|scored| scored.tier > 0);
            found.matched.retain(|matched| matched.complete);
        }
        found.matched.order_by_key(|matched| (matched.doc, matched.passage));
        scored.order_by(|a, b| b.tier.cmp(&a.tier).then(b.score.total_cmp(&a.score)).then(a.passage.cmp(&b.passage)));
        if self.wanted.count {
            let place = |scored: &Scored| {
                let doc = self.index.table().row(scored.passage).doc;
                (doc, scored.passage - self.index.table().first_of(doc))
            };
            found.ranked = scored.iter().map(place).collect();
        }
        found.forgiving = self.tolerant;
        scored.truncate(self.wanted.limit);
        found.hits = scored.iter().map(|scored| self.hit(scored)).collect();
        if let Some(best) = scored.first().filter(|_| self.tolerant) {
            found.corrections = self.corrections(best);
        }
    }

    fn hit(&self, scored: &Scored) -> Hit {
        let table = self.index.table();
        let row = table.row(scored.passage);
        let text = self.texts.stretch(row.doc, row.span);
        let mut places = Vec::new();
        self.sought.read(&mut Scanner::default(), text.as_bytes(), &mut |place| places.push(place));
        places.retain(|place| usize::from(place.clause) < self.n_wanted);
        let highlights = snippet::highlights(&text, &places);
        let snippet = snippet::best(&text, &places);
        let shift = |span: Span| span.shift(row.span.start());
        Hit {
            doc: row.doc,
            passage: scored.passage - table.first_of(row.doc),
            span: row.span,
            layer: row.layer,
            score: f32::from(scored.tier) + scored.score / (scored.score + 10.0),
            complete: scored.tier > 0,
            snippet: shift(snippet),
            highlights: highlights.into_iter().map(shift).collect(),
            heading: (row.heading != scored.passage).then(|| table.row(row.heading).span),
        }
    }

    /// Words of the best hit that stand in for others that were typed.
    fn corrections(&self, best: &Scored) -> Vec<(String, String)> {
        let row = self.index.table().row(best.passage);
        let text = self.texts.stretch(row.doc, row.span);
        let mut nearest: Vec<Option<Place>> = vec![None; self.n_clauses];
        self.sought.read(&mut Scanner::default(), text.as_bytes(), &mut |place| {
            let slot = &mut nearest[usize::from(place.clause)];
            if slot.is_none_or(|known| place.found.weight > known.found.weight) {
                *slot = Some(place);
            }
        });
        let mut corrections = Vec::new();
        for (place, clause) in nearest.into_iter().zip(self.clauses) {
            let Some(place) = place.filter(|place| place.found.kind == Kind::Typo) else { continue };
            let typed = clause.any.iter().find_map(|wording| match wording {
                Wording::Word(word) | Wording::Unfinished(word) => Some(word),
                _ => None,
            });
            let used = text.get(place.start as usize..place.end as usize);
            if let (Some(typed), Some(used)) = (typed, used) {
                corrections.push((typed.clone(), lowered(used)));
            }
        }
        corrections
    }
}

/// Takes from the front of `places`, which are in order, those that lie within `span`.
fn take_within<'p>(places: &mut &'p [Place], span: Span) -> &'p [Place] {
    let n_before = places.iter().take_while(|place| place.start < span.start_byte).count();
    let n_within = places[n_before..].iter().take_while(|place| place.end <= span.end_byte).count();
    let (taken, rest) = places.split_at(n_before + n_within);
    *places = rest;
    &taken[n_before..]
}
