//! Measures of what was found against what was planted.

use super::planter::Plant;
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
    pub n_links: usize,
    pub n_plants: usize,
}

struct Case {
    a: (usize, Span),
    b: (usize, Span),
}

fn common(one: (usize, Span), other: (usize, Span)) -> usize {
    if one.0 != other.0 {
        return 0;
    }
    one.1.end().min(other.1.end()).saturating_sub(one.1.start().max(other.1.start()))
}

impl Case {
    fn of_link(link: &Link) -> Case {
        Case { a: (link.a.doc.index(), link.a.span), b: (link.b.doc.index(), link.b.span) }
    }

    fn of_plant(plant: &Plant) -> Case {
        Case { a: (plant.source, plant.source_span), b: (plant.target, plant.target_span) }
    }

    /// A parallel link claims no direction: it stands the way that fits.
    fn turned(self, link: &Link, cases: &[Case]) -> Case {
        let turned = Case { a: self.b, b: self.a };
        let fits = |one: &Case| cases.iter().any(|case| one.share(case) > 0);
        if link.direction == Direction::Parallel && !fits(&self) && fits(&turned) { turned } else { self }
    }

    fn len(&self) -> usize {
        self.a.1.len() + self.b.1.len()
    }

    /// Characters in common, where both sides meet.
    fn share(&self, other: &Case) -> usize {
        let (a, b) = (common(self.a, other.a), common(self.b, other.b));
        if a == 0 || b == 0 { 0 } else { a + b }
    }
}

pub fn score(links: &[&Link], plants: &[&Plant]) -> Score {
    let cases: Vec<Case> = plants.iter().map(|plant| Case::of_plant(plant)).collect();
    let found: Vec<Case> = links.iter().map(|link| Case::of_link(link).turned(link, &cases)).collect();
    let covered = |one: &Case, others: &[Case]| {
        let shared: usize = others.iter().map(|other| one.share(other)).sum();
        (shared as f64 / one.len() as f64).min(1.0)
    };
    let mean = |sum: f64, n: usize| if n == 0 { 1.0 } else { sum / n as f64 };
    let precision = mean(found.iter().map(|one| covered(one, &cases)).sum(), found.len());
    let recall = mean(cases.iter().map(|one| covered(one, &found)).sum(), cases.len());
    let hits: Vec<usize> =
        cases.iter().map(|case| found.iter().filter(|one| one.share(case) > 0).count()).filter(|n| *n > 0).collect();
    let granularity = mean(hits.iter().sum::<usize>() as f64, hits.len());
    let touched = found.iter().filter(|one| cases.iter().any(|case| one.share(case) > 0)).count();
    let both = precision + recall;
    let f1 = if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 };
    Score {
        precision,
        recall,
        granularity,
        plagdet: f1 / (1.0 + granularity).log2(),
        link_precision: mean(touched as f64, found.len()),
        link_recall: mean(hits.len() as f64, cases.len()),
        n_links: found.len(),
        n_plants: cases.len(),
    }
}

/// Whether a link touches a plant on both sides.
pub fn touches(link: &Link, plant: &Plant) -> bool {
    let case = Case::of_plant(plant);
    Case::of_link(link).turned(link, std::slice::from_ref(&case)).share(&case) > 0
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "plagdet {:.3}  P {:.3} R {:.3} gran {:.3}  links P {:.3} R {:.3}  ({} found, {} planted)",
            self.plagdet,
            self.precision,
            self.recall,
            self.granularity,
            self.link_precision,
            self.link_recall,
            self.n_links,
            self.n_plants
        )
    }
}
