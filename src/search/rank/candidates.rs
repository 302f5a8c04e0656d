//! Units in the order in which they are read: most of a keystroke in a large dossier.

use super::passage::tier_of;
use crate::search::grade::{Column, promise_of, weight_of};
use crate::text::Order;

/// A unit worth reading, as one number: the best tier that a passage of it can reach, what its grades promise, and which
/// unit it is, so that the largest number is the best unit and, of equals, the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate(u64);

const UNIT: u64 = (1 << 24) - 1;

impl Candidate {
    /// `promise` is not negative: such numbers are ordered as their bits are.
    fn new(unit: u32, tier: u8, promise: f32) -> Candidate {
        Candidate(u64::from(tier) << 56 | u64::from(promise.to_bits()) << 24 | UNIT.saturating_sub(u64::from(unit)))
    }

    pub(super) fn unit(self) -> u32 {
        (UNIT - (self.0 & UNIT)) as u32
    }

    pub(super) fn tier(self) -> u8 {
        (self.0 >> 56) as u8
    }
}

/// A clause's grades, and what each of them promises of it.
struct Promised<'a> {
    grades: &'a [u8],
    promises: [f32; 256],
    content: bool,
}

/// Units that hold all clauses, or half of those that tell passages apart, best first: so many at a time as are read
/// together, since going through the grades once more costs less than keeping all units.
pub(super) struct Candidates<'a> {
    columns: Vec<Promised<'a>>,
    n_content: usize,
    n_units: usize,
    n_at_once: usize,
    tiers: [u8; 256],
    /// The last one given.
    last: Option<Candidate>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(columns: &'a [Column], content: &[bool], n_units: u32, n_at_once: usize) -> Candidates<'a> {
        let mut promises = [0.0; 256];
        let mut tiers = [0; 256];
        for grade in 0..=u8::MAX {
            promises[usize::from(grade)] = promise_of(grade);
            tiers[usize::from(grade)] = tier_of(weight_of(grade));
        }
        let mut promised = Vec::with_capacity(columns.len());
        let mut n_content = 0;
        for (column, &content) in columns.iter().zip(content) {
            n_content += usize::from(content);
            let promises = promises.map(|promise| promise * column.worth);
            promised.push(Promised { grades: column.grades(), promises, content });
        }
        Candidates { columns: promised, n_content, n_units: n_units as usize, n_at_once, tiers, last: None }
    }

    /// The next ones, best first; none where all were given.
    pub(super) fn next(&mut self) -> Vec<Candidate> {
        let mut best: Vec<Candidate> = Vec::new();
        let mut worst = None;
        for from in (0..self.n_units).step_by(8) {
            let to = (from + 8).min(self.n_units);
            // Where nothing is asked for but fields, all units may do.
            if !self.columns.is_empty() && self.columns.iter().all(|column| are_none(&column.grades[from..to])) {
                continue;
            }
            for unit in from..to {
                let Some(candidate) = self.candidate(unit) else { continue };
                if Some(candidate) > worst && self.last.is_none_or(|last| candidate < last) {
                    best.push(candidate);
                    if best.len() >= self.n_at_once.saturating_mul(2) {
                        worst = self.keep_best(&mut best);
                    }
                }
            }
        }
        self.keep_best(&mut best);
        self.last = best.last().copied().or(self.last);
        // Who reads so many will read more.
        self.n_at_once = self.n_at_once.saturating_mul(4);
        best
    }

    #[inline]
    fn candidate(&self, unit: usize) -> Option<Candidate> {
        let (mut promise, mut n_held, mut least) = (0.0, 0, u8::MAX);
        for column in &self.columns {
            let grade = column.grades[unit];
            least = least.min(grade);
            promise += column.promises[usize::from(grade)];
            n_held += usize::from(grade > 0 && column.content);
        }
        let fits = least > 0 || (n_held > 0 && 2 * n_held >= self.n_content);
        fits.then(|| Candidate::new(unit as u32, self.tiers[usize::from(least)], promise))
    }

    /// Leaves the best of them, in order; the worst of these.
    fn keep_best(&self, candidates: &mut Vec<Candidate>) -> Option<Candidate> {
        candidates.order_by(|a, b| b.cmp(a));
        candidates.truncate(self.n_at_once);
        candidates.last().copied()
    }
}

/// Whether none of up to eight units has a grade.
fn are_none(grades: &[u8]) -> bool {
    match grades.try_into() {
        Ok(eight) => u64::from_le_bytes(eight) == 0,
        Err(_) => grades.iter().all(|grade| *grade == 0),
    }
}
