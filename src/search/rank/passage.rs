//! What a passage is worth by what its text says.
//!
//! Its score is BM25F over body, heading and title (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
//! weighted fields", 2004) with a bonus for words that stand near each other in the order asked. Above the score stands the
//! tier ([`TIERS`]): how near the word that fits least comes to what was typed; last, only some of the words.

use super::Search;
use crate::search::{reading::Place, scan::Scanner, table::Row};
use crate::text::{DocId, Span};

/// BM25's saturation and length normalisation. Passages are short: a low `B` keeps headings from outranking what they head.
const K1: f32 = 1.2;
const B: f32 = 0.5;
const HEADING: f32 = 0.6;
const TITLE: f32 = 0.8;
/// What a match in the heading or title counts for the tier: a passage that says all itself stands above.
const ABOVE: f32 = 0.85;
/// What two words next to each other add, of the lesser one's worth.
const NEAR: f32 = 0.8;

/// What a clause met in one passage.
#[derive(Clone, Copy, Default)]
pub(super) struct Met {
    /// Sum of weights of what matches in the passage itself.
    pub(super) body: f32,
    /// The best single weight in the passage, its heading and its title.
    best: f32,
    field: f32,
    /// The word at which it was met last, from 1.
    last: u32,
    /// The shortest way from the clause before to this one, in words; 0 for never.
    distance: u32,
}

pub(super) struct PassageReader<'a> {
    search: &'a Search<'a>,
    scanner: Scanner,
    pub(super) met: Vec<Met>,
    /// What the titles and headings read last hold.
    title: (Option<DocId>, Vec<f32>),
    heading: (u32, Vec<f32>),
}

impl<'a> PassageReader<'a> {
    pub(super) fn new(search: &'a Search<'a>) -> PassageReader<'a> {
        let nothing = || vec![0.0; search.n_clauses];
        PassageReader {
            search,
            scanner: Scanner::default(),
            met: vec![Met::default(); search.n_clauses],
            title: (None, nothing()),
            heading: (u32::MAX, nothing()),
        }
    }

    /// Reads a unit's text for what matches; returns how long it is. Places are bytes of the document's text.
    pub(super) fn read_unit(&mut self, unit: u32, places: &mut Vec<Place>) -> usize {
        let Some((doc, span)) = self.search.index.table().stretch_of(unit) else { return 0 };
        self.read_stretch(doc, span, places);
        span.len()
    }

    pub(super) fn read_stretch(&mut self, doc: DocId, span: Span, places: &mut Vec<Place>) {
        places.clear();
        let text = self.search.texts.bytes(doc, span);
        self.search.sought.read(&mut self.scanner, &text, &mut |place| {
            places.push(Place { start: place.start + span.start_byte, end: place.end + span.start_byte, ..place });
        });
    }

    /// Tier and score by what matches in the passage itself, in order; `None` where it does not match.
    pub(super) fn score_places(&mut self, passage: u32, row: Row, places: &[Place]) -> Option<(u8, f32)> {
        let search = self.search;
        let table = search.index.table();
        self.met.fill(Met::default());
        // Words in a row may begin in the passage before.
        let inside = places.iter().filter(|place| place.start >= row.span.start_byte);
        inside.for_each(|place| meet(&mut self.met, *place));
        if self.met[search.n_wanted..].iter().any(|met| met.body > 0.0) {
            return None;
        }
        let is_first = passage == table.first_of(row.doc);
        if search.n_wanted == 0 {
            return Some((EXACTLY, 0.0));
        }
        if !is_first && self.met.iter().all(|met| met.body == 0.0) {
            return None;
        }
        self.read_fields(passage, row);
        let fields = self.heading.1.iter().zip(&self.title.1);
        for (met, (heading, title)) in self.met.iter_mut().zip(fields) {
            let heading = if row.heading == passage { 0.0 } else { *heading };
            met.field = HEADING * heading + TITLE * title;
            met.best = met.best.max(ABOVE * heading.max(*title));
        }
        self.weigh(row)
    }

    fn read_fields(&mut self, passage: u32, row: Row) {
        let search = self.search;
        let mut read = |text: &[u8], into: &mut Vec<f32>| {
            into.fill(0.0);
            search.sought.read(&mut self.scanner, text, &mut |place| {
                let best = &mut into[usize::from(place.clause)];
                *best = best.max(place.found.weight);
            });
        };
        if self.title.0 != Some(row.doc) {
            self.title.0 = Some(row.doc);
            read(search.texts.title(row.doc).as_bytes(), &mut self.title.1);
        }
        if row.heading != passage && self.heading.0 != row.heading {
            self.heading.0 = row.heading;
            let heading = search.index.table().row(row.heading);
            read(&search.texts.bytes(heading.doc, heading.span), &mut self.heading.1);
        }
    }

    fn weigh(&self, row: Row) -> Option<(u8, f32)> {
        let search = self.search;
        let length = 1.0 - B + B * row.span.len() as f32 / search.index.table().mean_bytes.max(1.0);
        let (mut score, mut least, mut n_met, mut n_content, mut n_content_met) = (0.0, f32::MAX, 0, 0, 0);
        let wanted = self.met[..search.n_wanted].iter();
        for (at, (met, column)) in wanted.zip(&search.columns).enumerate() {
            // The best match says what the clause is worth here, the others only how often: three words that are related
            // do not make up for one that is meant.
            let frequency = (met.body / length + met.field) / met.best.max(f32::MIN_POSITIVE);
            score += column.worth * met.best * met.best * frequency * (K1 + 1.0) / (frequency + K1);
            if met.distance > 0 {
                score += NEAR * column.worth.min(search.columns[at - 1].worth) / met.distance as f32;
            }
            least = least.min(met.best);
            let is_content = search.content[at];
            n_content += usize::from(is_content);
            n_met += usize::from(met.best > 0.0);
            n_content_met += usize::from(is_content && met.best > 0.0);
        }
        let complete = n_met == search.n_wanted;
        let tier = if complete { tier_of(least) } else { 0 };
        let matches = complete || (n_content_met > 0 && 2 * n_content_met >= n_content);
        matches.then_some((tier, score))
    }
}

/// The tier of passages that hold all words as they were typed.
pub(super) const EXACTLY: u8 = TIERS.len() as u8;
/// What the word that fits least must count for each tier, the best one first: as typed; written apart or together, or
/// begun so; another form, surely, probably, or in old spelling; of the same stem, or so in old spelling; in a compound, or
/// misread; by one typing error, likely or less so, or in the first letter; perhaps in a compound; by more.
const TIERS: [f32; 13] = [1.0, 0.87, 0.83, 0.79, 0.78, 0.69, 0.65, 0.59, 0.55, 0.5, 0.455, 0.4, f32::MIN_POSITIVE];

/// What counts less than the forms of a word may as well be something else, typed wrongly.
pub(super) const SURELY: f32 = TIERS[4];

/// How good a passage is of which the word that fits least has this weight; 0 where one lacks.
pub(super) fn tier_of(weight: f32) -> u8 {
    TIERS.iter().filter(|least| weight >= **least).count() as u8
}

fn meet(met: &mut [Met], place: Place) {
    let at = usize::from(place.clause);
    let weight = place.found.weight;
    let before = at.checked_sub(1).map_or(0, |before| met[before].last);
    let here = &mut met[at];
    here.body += weight;
    here.best = here.best.max(weight);
    here.last = place.word;
    let shorten = |distance: &mut u32, way: u32| *distance = if *distance == 0 { way } else { way.min(*distance) };
    if before > 0 {
        shorten(&mut here.distance, (place.word - before).max(1));
    }
    if let Some(after) = met.get_mut(at + 1).filter(|after| after.last > 0) {
        // The other way round counts as one word further.
        shorten(&mut after.distance, place.word - after.last + 1);
    }
}
