//! Which end of each match repeats the other: each by its own evidence, then by what most links of its two documents say.

use super::{
    direction::{End, Judgement, Third, Verdict, as_the_others, direct, marked_before_dated},
    link::Found,
    matching::Match,
    reading::Reading,
};
use std::collections::HashMap;

/// The two ends of a match, and which of them repeats the other.
pub(super) type Judged<'a> = (End<'a>, End<'a>, Judgement);

/// From so many quotations on, a text whose quotations are known nowhere else is one that tells speech; from so many on
/// where they are so much of it, in percent.
const MANY_QUOTATIONS: usize = 20;
const SOME_QUOTATIONS: usize = 10;
const MUCH: usize = 30;
/// One quotation in so many may be known elsewhere.
const KNOWN: usize = 6;
/// So many links must go one way, and so many times as many as the other, to decide for those that do not say.
const MAJORITY: usize = 3;

impl Found<'_> {
    /// One a document: whether it has many quotations, and hardly one of them is known elsewhere. `marked` has the matches
    /// of one quotation side by side.
    pub fn telling_speech(&self, marked: &[Match]) -> Vec<bool> {
        let mut known = vec![0; self.readings.len()];
        let elsewhere: Vec<&Match> = marked.iter().filter(|one| one.rank_a != one.rank_b).collect();
        for one in elsewhere.chunk_by(|x, y| (x.rank_b, x.quotation) == (y.rank_b, y.quotation)) {
            known[one[0].rank_b] += 1;
        }
        let tells = |(reading, known): (&Reading<'_>, &usize)| {
            let n = reading.marked.len();
            (n >= MANY_QUOTATIONS || n >= SOME_QUOTATIONS && is_mostly_speech(reading)) && known * KNOWN < n
        };
        self.readings.iter().zip(&known).map(tells).collect()
    }

    pub fn ends(&self, one: &Match, tells_speech: &[bool]) -> (End<'_>, End<'_>) {
        let end = |side_b: bool, rank: usize| End { tells_speech: tells_speech[rank], ..self.end(one, side_b) };
        (end(false, one.rank_a), end(true, one.rank_b))
    }

    /// Judges each match by itself. Where one document again and again quotes another that is dated later, and never the
    /// other way around, a date is wrong, or the words were known before they were dated: dates do not count there.
    pub fn judge<'b>(&self, matches: &[Match], ends: Vec<(End<'b>, End<'b>)>) -> Vec<Judged<'b>> {
        let mut votes: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
        let pair = |one: &Match| (one.rank_a.min(one.rank_b), one.rank_a.max(one.rank_b));
        for (one, (x, y)) in matches.iter().zip(&ends).filter(|(one, _)| one.rank_a != one.rank_b) {
            if let Some(against) = marked_before_dated(*x, *y) {
                let (n_against, n_for) = votes.entry(pair(one)).or_default();
                *(if against { n_against } else { n_for }) += 1;
            }
        }
        let undated =
            |one: &Match| votes.get(&pair(one)).is_some_and(|(n_against, n_for)| *n_against >= MAJORITY && *n_for == 0);
        let judged = matches.iter().zip(ends).map(|(one, (x, y))| {
            let undated = undated(one);
            let (x, y) = (End { undated, ..x }, End { undated, ..y });
            (x, y, direct(x, y))
        });
        judged.collect()
    }

    /// Lets what most links of two documents say decide where a link has no firm evidence of its own. A document full of
    /// quotations has more that look like the other's by chance: each vote counts by how many there are.
    pub fn agreed<'b>(&self, matches: &[Match], mut judged: Vec<Judged<'b>>) -> Vec<Judged<'b>> {
        let repeating = |one: &Match, verdict: Verdict| match verdict {
            Verdict::YRepeats => Some((one.rank_b, one.rank_a)),
            Verdict::XRepeats => Some((one.rank_a, one.rank_b)),
            Verdict::Parallel => None,
        };
        let mut n_sources: HashMap<(usize, Option<usize>), usize> = HashMap::new();
        for one in matches {
            *n_sources.entry((one.rank_b, one.quotation)).or_default() += 1;
        }
        // A quotation that several texts hold does not say which of them is quoted.
        let votes_for = |one: &Match| {
            one.rank_a != one.rank_b && (one.quotation.is_none() || n_sources[&(one.rank_b, one.quotation)] == 1)
        };
        let mut votes: HashMap<(usize, usize), usize> = HashMap::new();
        for (one, (_, _, judgement)) in
            matches.iter().zip(&judged).filter(|(one, judged)| votes_for(one) && judged.2.firm)
        {
            if let Some(way) = repeating(one, judgement.verdict) {
                *votes.entry(way).or_default() += 1;
            }
        }
        let n_votes = |way: (usize, usize)| votes.get(&way).copied().unwrap_or(0);
        let n_quotations = |rank: usize| self.readings[rank].marked.len().max(MANY_QUOTATIONS);
        let prevails = |(to, from): (usize, usize)| {
            let (own, other) = (n_votes((to, from)), n_votes((from, to)));
            own >= MAJORITY && own * n_quotations(from) >= MAJORITY * other * n_quotations(to)
        };
        for (one, (_, _, judgement)) in matches.iter().zip(&mut judged).filter(|(_, judged)| !judged.2.firm) {
            let ways = [(Verdict::YRepeats, (one.rank_b, one.rank_a)), (Verdict::XRepeats, (one.rank_a, one.rank_b))];
            let most = ways.into_iter().find(|(_, way)| prevails(*way)).map(|(verdict, _)| verdict);
            if let Some(verdict) = most.filter(|most| judgement.verdict != *most) {
                *judgement = Judgement { verdict, evidence: vec![as_the_others()], firm: true, third: Third::Unknown };
            }
        }
        judged
    }
}

fn is_mostly_speech(reading: &Reading<'_>) -> bool {
    let outer = reading.marked.iter().filter(|marked| marked.depth == 0);
    outer.map(|marked| marked.inside.len()).sum::<usize>() * 100 >= reading.text().len() * MUCH
}
