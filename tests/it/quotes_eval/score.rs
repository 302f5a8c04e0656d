//! Measures of what was found against what was planted.

use super::planter::{Plant, Planted};
use weerklank::{
    quotes::{Direction, Link},
    text::Span,
};

/// Character precision and recall, granularity and plagdet (Potthast et al. 2010, macro-averaged), and whole links.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub precision: f64,
    pub recall: f64,
    pub granularity: f64,
    pub plagdet: f64,
    /// Share of links that touch a plant on both sides.
    pub link_precision: f64,
    /// Share of plants that a link touches on both sides.
    pub link_recall: f64,
    /// The same two whichever way the links point: what a tool that gives no direction is measured by.
    pub either_precision: f64,
    pub either_recall: f64,
    pub n_links: usize,
    pub n_plants: usize,
}

/// Two stretches that someone says are one quotation. Without a direction it stands the way that fits.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub a: (usize, Span),
    pub b: (usize, Span),
    pub directed: bool,
}

fn common(one: (usize, Span), other: (usize, Span)) -> usize {
    if one.0 == other.0 { one.1.common(other.1) } else { 0 }
}

impl Case {
    pub fn of_link(link: &Link) -> Case {
        let directed = link.direction == Direction::AToB;
        Case { a: (link.a.doc.index(), link.a.span), b: (link.b.doc.index(), link.b.span), directed }
    }

    /// The same, whichever way it points.
    fn either(self) -> Case {
        Case { directed: false, ..self }
    }

    pub fn of_plant(plant: &Plant) -> Case {
        Case { a: (plant.source, plant.source_span), b: (plant.target, plant.target_span), directed: true }
    }

    fn turned(self, cases: &[Case]) -> Case {
        let turned = Case { a: self.b, b: self.a, ..self };
        let fits = |one: &Case| cases.iter().any(|case| one.share(case) > 0);
        if !self.directed && !fits(&self) && fits(&turned) { turned } else { self }
    }

    fn len(&self) -> usize {
        self.a.1.len() + self.b.1.len()
    }

    /// Characters in common, where both sides meet.
    fn share(&self, other: &Case) -> usize {
        let (a, b) = (common(self.a, other.a), common(self.b, other.b));
        if a == 0 || b == 0 { 0 } else { a + b }
    }

    /// Whether it meets a plant on both sides.
    pub fn touches(self, plant: &Plant) -> bool {
        let case = Case::of_plant(plant);
        self.turned(std::slice::from_ref(&case)).share(&case) > 0
    }

    /// Whether one of its sides is mostly words that were planted. What is not stands in the texts by nature.
    pub fn is_planted(&self, planted: &Planted) -> bool {
        let inserted = |side: (usize, Span)| {
            let plants = planted.plants.iter().map(|plant| (plant.target, plant.target_span));
            let all = plants.chain(planted.decoys.iter().copied());
            // A link may run over two plants that stand side by side.
            all.map(|place| common(side, place)).sum::<usize>() * 2 > side.1.len()
        };
        inserted(self.a) || inserted(self.b)
    }
}

fn mean(sum: f64, n: usize) -> f64 {
    if n == 0 { 1.0 } else { sum / n as f64 }
}

/// Share of links that meet a plant on both sides, share of plants that a link meets.
fn whole(found: &[Case], plants: &[Case]) -> (f64, f64) {
    let found: Vec<Case> = found.iter().map(|case| case.turned(plants)).collect();
    let touched = found.iter().filter(|one| plants.iter().any(|plant| one.share(plant) > 0)).count();
    let hit = plants.iter().filter(|plant| found.iter().any(|one| one.share(plant) > 0)).count();
    (mean(touched as f64, found.len()), mean(hit as f64, plants.len()))
}

pub fn score(found: &[Case], plants: &[&Plant]) -> Score {
    let cases: Vec<Case> = plants.iter().map(|plant| Case::of_plant(plant)).collect();
    let (either_precision, either_recall) = whole(&found.iter().map(|case| case.either()).collect::<Vec<_>>(), &cases);
    let (link_precision, link_recall) = whole(found, &cases);
    let found: Vec<Case> = found.iter().map(|case| case.turned(&cases)).collect();
    let covered = |one: &Case, others: &[Case]| {
        let shared: usize = others.iter().map(|other| one.share(other)).sum();
        (shared as f64 / one.len() as f64).min(1.0)
    };
    let precision = mean(found.iter().map(|one| covered(one, &cases)).sum(), found.len());
    let recall = mean(cases.iter().map(|one| covered(one, &found)).sum(), cases.len());
    let hits: Vec<usize> =
        cases.iter().map(|case| found.iter().filter(|one| one.share(case) > 0).count()).filter(|n| *n > 0).collect();
    let granularity = mean(hits.iter().sum::<usize>() as f64, hits.len());
    let both = precision + recall;
    let f1 = if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 };
    Score {
        precision,
        recall,
        granularity,
        plagdet: f1 / (1.0 + granularity).log2(),
        link_precision,
        link_recall,
        either_precision,
        either_recall,
        n_links: found.len(),
        n_plants: cases.len(),
    }
}

impl Score {
    /// Every figure the mean of several, counts added up.
    pub fn mean(scores: &[Score]) -> Score {
        let mean = |of: fn(&Score) -> f64| scores.iter().map(of).sum::<f64>() / scores.len().max(1) as f64;
        Score {
            precision: mean(|s| s.precision),
            recall: mean(|s| s.recall),
            granularity: mean(|s| s.granularity),
            plagdet: mean(|s| s.plagdet),
            link_precision: mean(|s| s.link_precision),
            link_recall: mean(|s| s.link_recall),
            either_precision: mean(|s| s.either_precision),
            either_recall: mean(|s| s.either_recall),
            n_links: scores.iter().map(|s| s.n_links).sum(),
            n_plants: scores.iter().map(|s| s.n_plants).sum(),
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {} of {}",
            self.plagdet,
            self.precision,
            self.recall,
            self.granularity,
            self.link_precision,
            self.link_recall,
            self.either_precision,
            self.either_recall,
            self.n_links,
            self.n_plants,
        )
    }
}
