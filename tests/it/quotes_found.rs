//! How well planted quotations are found in an invented dossier. In real texts: `quotes_measured`.

#![allow(clippy::unwrap_used)]

use super::{
    quotes::quotables,
    quotes_eval::{
        edits::Change,
        invent,
        planter::{Plan, plant},
        random::Random,
        score::{Case, score},
    },
};
use weerklank::quotes::detect;

#[test]
fn finds_what_is_planted_in_an_invented_dossier() {
    let texts = invent::documents(&mut Random::new(1), 12, 1500);
    let plan =
        Plan { n_plants: 120, marked_percent: 60, shortest: 5, longest: 60, changes: &Change::ALL, n_decoys: 30 };
    let planted = plant(&texts, plan, 7);
    let found: Vec<Case> = detect(&quotables(&planted.documents)).links.iter().map(Case::of_link).collect();
    let score = score(&found, &planted.plants.iter().collect::<Vec<_>>());
    eprintln!("{score}");
    assert!(score.plagdet > 0.75 && score.granularity <= 1.02, "{score}");
}
