//! How well planted quotations are found: in an invented dossier always, in real texts where `WEERKLANK_DATA` names a
//! folder of them.

#![allow(clippy::unwrap_used)]

use super::{
    quotes::quotables,
    quotes_eval::{
        invent, load,
        planter::{Change, Plan, Planted, plant},
        random::Random,
        score::{Score, score, touches},
    },
};
use std::time::Instant;
use weerklank::quotes::{Link, detect};

const MIXED: Plan =
    Plan { n_plants: 120, marked_percent: 60, shortest: 5, longest: 60, changes: &Change::ALL, n_decoys: 30 };

fn found(planted: &Planted) -> Vec<Link> {
    detect(&quotables(&planted.documents)).links
}

fn total(planted: &Planted, links: &[Link]) -> Score {
    score(&links.iter().collect::<Vec<_>>(), &planted.plants.iter().collect::<Vec<_>>())
}

#[test]
fn finds_what_is_planted_in_an_invented_dossier() {
    let texts = invent::documents(&mut Random::new(1), 12, 1500);
    let planted = plant(&texts, MIXED, 7);
    let score = total(&planted, &found(&planted));
    eprintln!("{score}");
    assert!(score.plagdet > 0.75 && score.granularity <= 1.02, "{score}");
}

/// The whole table, for people.
#[test]
#[ignore = "a measurement: set WEERKLANK_DATA to a folder of .txt or .xml"]
fn measure_on_real_texts() {
    let Some(folder) = std::env::var_os("WEERKLANK_DATA") else {
        eprintln!("WEERKLANK_DATA is not set: nothing to measure on");
        return;
    };
    let most = std::env::var("WEERKLANK_MOST").ok().and_then(|most| most.parse().ok()).unwrap_or(60);
    let seeds: u64 = std::env::var("WEERKLANK_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(3);
    let first: u64 = std::env::var("WEERKLANK_FIRST").ok().and_then(|first| first.parse().ok()).unwrap_or(100);
    let show = std::env::var_os("WEERKLANK_SHOW").is_some();
    let texts = load::parted(load::texts(std::path::Path::new(&folder), most), 12_000);
    eprintln!("{} texts, {} bytes", texts.len(), texts.iter().map(String::len).sum::<usize>());
    let clean = Planted {
        documents: texts.iter().enumerate().map(|(i, t)| load::document(&format!("d{i:04}"), t.clone())).collect(),
        plants: Vec::new(),
        decoys: Vec::new(),
    };
    let natural = found(&clean);
    eprintln!("{} links stand in the texts as they are", natural.len());
    if show {
        for link in natural.iter().take(40) {
            let (a, b) = (&clean.documents[link.a.doc.index()], &clean.documents[link.b.doc.index()]);
            eprintln!(
                "   {:?} {:?}\n   | {}\n   | {}",
                link.kind,
                link.marks,
                link.a.span.of(&a.text),
                link.b.span.of(&b.text)
            );
        }
    }
    let noisy: &'static [Change] = &[Change::Ocr, Change::Noisy];
    let n_plants = (texts.iter().map(String::len).sum::<usize>() / 2500).min(120);
    let plans = [
        ("mixed", MIXED),
        ("mixed marked", Plan { marked_percent: 100, ..MIXED }),
        ("mixed unmarked", Plan { marked_percent: 0, shortest: 10, ..MIXED }),
        ("noisy", Plan { changes: noisy, ..MIXED }),
        ("3-4 words", Plan { marked_percent: 100, shortest: 3, longest: 4, changes: &[Change::Verbatim], ..MIXED }),
        ("3-4 changed", Plan { marked_percent: 100, shortest: 3, longest: 4, changes: noisy, ..MIXED }),
        ("3-8 marked", Plan { marked_percent: 100, shortest: 3, longest: 8, ..MIXED }),
        ("ellipsis", Plan { shortest: 8, changes: &[Change::Ellipsis], ..MIXED }),
        ("silent cut", Plan { shortest: 8, changes: &[Change::SilentCut], ..MIXED }),
        ("moved", Plan { shortest: 8, changes: &[Change::Moved], ..MIXED }),
        ("substituted", Plan { shortest: 5, changes: &[Change::Substituted], ..MIXED }),
        ("tense", Plan { shortest: 5, changes: &[Change::Tense], ..MIXED }),
    ];
    for (name, plan) in plans {
        let plan = Plan { n_plants, n_decoys: n_plants / 4, ..plan };
        let started = Instant::now();
        let mut scores = Vec::new();
        for seed in first..first + seeds {
            let planted = plant(&texts, plan, seed);
            let links = found(&planted);
            // What touches no inserted words stands in the texts by nature.
            let is_natural = |link: &&Link| {
                let most = |side: weerklank::quotes::Side, other: &weerklank::text::Span, doc: usize| {
                    let common = side.span.end().min(other.end()).saturating_sub(side.span.start().max(other.start()));
                    doc == side.doc.index() && common * 2 > side.span.len()
                };
                let inserted = |side: weerklank::quotes::Side| {
                    planted.plants.iter().any(|plant| most(side, &plant.target_span, plant.target))
                        || planted.decoys.iter().any(|(doc, span)| most(side, span, *doc))
                };
                !inserted(link.a) && !inserted(link.b)
            };
            let own: Vec<&Link> = links.iter().filter(|link| !is_natural(link)).collect();
            scores.push(score(&own, &planted.plants.iter().collect::<Vec<_>>()));
            if show {
                show_misses(&planted, &own);
            }
        }
        let mean = |of: fn(&Score) -> f64| scores.iter().map(of).sum::<f64>() / scores.len() as f64;
        eprintln!(
            "{name:16} plagdet {:.3}  P {:.3} R {:.3} gran {:.3}  links P {:.3} R {:.3}  n {} {:?}",
            mean(|s| s.plagdet),
            mean(|s| s.precision),
            mean(|s| s.recall),
            mean(|s| s.granularity),
            mean(|s| s.link_precision),
            mean(|s| s.link_recall),
            scores.iter().map(|s| s.n_plants).sum::<usize>(),
            started.elapsed()
        );
    }
}

fn show_misses(planted: &Planted, links: &[&Link]) {
    let text = |doc: usize, span: weerklank::text::Span| span.of(&planted.documents[doc].text).to_owned();
    for plant in &planted.plants {
        let hits: Vec<_> = links.iter().filter(|link| touches(link, plant)).collect();
        let exact = hits.len() == 1 && hits[0].a.span == plant.source_span && hits[0].b.span == plant.target_span;
        if !exact {
            eprintln!(
                "   {} {:?} marked {} {} words",
                if hits.is_empty() { "MISSED" } else { "inexact" },
                plant.change,
                plant.marked,
                plant.n_words
            );
            eprintln!("     a {}", text(plant.source, plant.source_span));
            eprintln!("     b {}", text(plant.target, plant.target_span));
            for hit in hits {
                eprintln!(
                    "     > {}\n     > {}",
                    text(hit.a.doc.index(), hit.a.span),
                    text(hit.b.doc.index(), hit.b.span)
                );
            }
        }
    }
    for link in links.iter().filter(|link| !planted.plants.iter().any(|plant| touches(link, plant))) {
        eprintln!(
            "   FALSE {:?} {:?}\n     a {}\n     b {}",
            link.kind,
            link.marks,
            text(link.a.doc.index(), link.a.span),
            text(link.b.doc.index(), link.b.span)
        );
    }
}

/// Time and size on a folder.
#[test]
#[ignore = "a measurement: set WEERKLANK_DATA to a folder of .txt or .xml"]
fn measure_speed() {
    let Some(folder) = std::env::var_os("WEERKLANK_DATA") else {
        eprintln!("WEERKLANK_DATA is not set: nothing to measure on");
        return;
    };
    let texts = load::texts(std::path::Path::new(&folder), 100_000);
    let parts = std::env::var("WEERKLANK_PARTS").ok().and_then(|parts| parts.parse().ok());
    for part in parts.map_or(vec![10, 1], |part| vec![part]) {
        let documents: Vec<_> = texts[..texts.len() / part]
            .iter()
            .enumerate()
            .map(|(i, t)| load::document(&format!("d{i:05}"), t.clone()))
            .collect();
        let n_words: usize = documents.iter().map(|document| weerklank::text::words(&document.text).count()).sum();
        let started = Instant::now();
        let quotes = detect(&quotables(&documents));
        let took = started.elapsed();
        eprintln!(
            "{} documents, {n_words} words: {} links, {} quotations in {took:?}",
            documents.len(),
            quotes.links.len(),
            quotes.quotations.len()
        );
    }
}
