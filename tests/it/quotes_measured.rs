//! `cargo xtask eval quotes`: planted quotations in the real texts of `WEERKLANK_DATA`, beside other tools.
//!
//! Environment: `WEERKLANK_DATA` (folders of .txt or .xml, parted by `:`), `WEERKLANK_FIRST` (first seed), `WEERKLANK_SEEDS`
//! (how many), `WEERKLANK_SHOW` (every miss), `WEERKLANK_PEERS` (a Python that has the peers).

use super::{
    quotes::quotables,
    quotes_eval::{
        critic,
        edits::Change,
        invent, load, peers,
        planter::{Plan, Plant, Planted, plant},
        random::Random,
        score::{Case, Score, score},
    },
};
use std::path::{Path, PathBuf};
use weerklank::{
    quotes::{Asker, Link, detect},
    text::Span,
};

const MIXED: Plan =
    Plan { n_plants: 0, marked_percent: 65, shortest: 3, longest: 60, changes: &Change::ALL, n_decoys: 0 };
const NOISY: &[Change] = &[Change::Ocr, Change::Noisy];
const ELLIPSES: &[Change] = &[Change::Ellipsis, Change::FarEllipsis];
const HEAD: &str = "| set | plagdet | char P | char R | granularity | link P | link R | either way P | either way R | links of plants |\n|---|---|---|---|---|---|---|---|---|---|";

#[test]
#[ignore = "a measurement: set WEERKLANK_DATA to a folder of .txt or .xml"]
fn measure_quotes() {
    let Ok(folders) = std::env::var("WEERKLANK_DATA") else {
        eprintln!("WEERKLANK_DATA is not set: nothing to measure on");
        return;
    };
    for folder in folders.split(':') {
        text_folders(Path::new(folder)).iter().for_each(|folder| measure(folder));
    }
}

/// The folder, where it holds enough text to plant in; else those below it that do.
fn text_folders(folder: &Path) -> Vec<PathBuf> {
    let texts = load::texts(folder, 60);
    if texts.len() > 1 && texts.iter().map(String::len).sum::<usize>() > 40_000 {
        return vec![folder.to_owned()];
    }
    let mut below: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect())
        .unwrap_or_default();
    below.sort();
    below.iter().flat_map(|folder| text_folders(folder)).collect()
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn measure(folder: &Path) {
    let texts = load::parted(load::texts(folder, 60), 12_000);
    let n_bytes: usize = texts.iter().map(String::len).sum();
    if texts.len() < 2 {
        return eprintln!("{}: fewer than two texts", folder.display());
    }
    let (first, n_seeds) = (number("WEERKLANK_FIRST", 100), number("WEERKLANK_SEEDS", 3));
    eprintln!(
        "\n{}: {} texts, {n_bytes} bytes, seeds {first} to {}\n{HEAD}",
        folder.display(),
        texts.len(),
        first + n_seeds - 1
    );
    let n_plants = (n_bytes / 2500).clamp(8, 120);
    let plans = [
        ("mixed", MIXED),
        ("noisy", Plan { changes: NOISY, ..MIXED }),
        ("in marks", Plan { marked_percent: 100, ..MIXED }),
        ("3-4 words in marks", Plan { marked_percent: 100, longest: 4, changes: &[Change::Verbatim], ..MIXED }),
        ("3-4 words in marks, damaged", Plan { marked_percent: 100, longest: 4, changes: NOISY, ..MIXED }),
        ("5-8 words in marks", Plan { marked_percent: 100, shortest: 5, longest: 8, ..MIXED }),
        ("ellipses", Plan { marked_percent: 100, shortest: 8, changes: ELLIPSES, ..MIXED }),
        ("not in marks, 10-60 words", Plan { marked_percent: 0, shortest: 10, ..MIXED }),
    ];
    let mut all: Vec<(Planted, Vec<Link>)> = Vec::new();
    for (name, plan) in plans {
        let plan = Plan { n_plants, n_decoys: n_plants / 4, ..plan };
        let planted = (first..first + n_seeds).map(|seed| plant(&texts, plan, seed));
        let found: Vec<(Planted, Vec<Link>)> = planted
            .map(|planted| {
                let links = own_links(&planted);
                (planted, links)
            })
            .collect();
        let scores: Vec<Score> = found.iter().map(|(planted, links)| score_of(planted, links)).collect();
        eprintln!("| {name} | {} |", Score::mean(&scores));
        if std::env::var_os("WEERKLANK_SHOW").is_some() {
            found.iter().for_each(|(planted, links)| show_misses(planted, links));
        }
        if matches!(name, "mixed" | "noisy") {
            beside(name, &found[0].0);
        }
        all.extend(found);
    }
    breakdown(&all);
}

/// What critics and columnists quote of the longest text: the second planter's set.
#[test]
#[ignore = "a measurement: set WEERKLANK_DATA to folders of .txt or .xml"]
fn measure_critics() {
    let folders = std::env::var("WEERKLANK_DATA").unwrap_or_default();
    for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
        let texts = load::texts(Path::new(folder), 60);
        let n_plants = (texts.iter().map(String::len).sum::<usize>() / 4000).clamp(30, 150);
        let (first, n_seeds) = (number("WEERKLANK_FIRST", 100), number("WEERKLANK_SEEDS", 3));
        let planted: Vec<Planted> =
            (first..first + n_seeds).map(|seed| critic::plant(&texts, n_plants, seed)).collect();
        let found: Vec<(Planted, Vec<Link>)> = planted
            .into_iter()
            .map(|planted| {
                let links = own_links(&planted);
                (planted, links)
            })
            .collect();
        let scores: Vec<Score> = found.iter().map(|(planted, links)| score_of(planted, links)).collect();
        eprintln!(
            "\n{folder}: seeds {first} to {}\n{HEAD}\n| critics | {} |",
            first + n_seeds - 1,
            Score::mean(&scores)
        );
        let shares = |of: &dyn Fn(&Plant) -> bool| {
            let plants =
                found.iter().flat_map(|(planted, links)| planted.plants.iter().map(move |plant| (plant, links)));
            let own: Vec<_> = plants.filter(|(plant, _)| of(plant)).collect();
            let hit = own.iter().filter(|(plant, links)| links.iter().any(|link| Case::of_link(link).touches(plant)));
            format!("{} of {}", hit.count(), own.len())
        };
        for hand in critic::Hand::ALL {
            eprintln!("| {hand:?} | {} |", shares(&|plant| plant.change.ends_with(&format!(" {hand:?}"))));
        }
        for setting in critic::Setting::ALL {
            eprintln!("| {setting:?} | {} |", shares(&|plant| plant.change.starts_with(&format!("{setting:?}"))));
        }
        if std::env::var_os("WEERKLANK_SHOW").is_some() {
            found.iter().for_each(|(planted, links)| show_misses(planted, links));
        }
    }
}

/// Links that what was planted made.
fn own_links(planted: &Planted) -> Vec<Link> {
    let links = detect(&quotables(&planted.documents)).links;
    links.into_iter().filter(|link| Case::of_link(link).is_planted(planted)).collect()
}

fn score_of(planted: &Planted, links: &[Link]) -> Score {
    let found: Vec<Case> = links.iter().map(Case::of_link).collect();
    score(&found, &planted.plants.iter().collect::<Vec<_>>())
}

/// The first seed's dossier as the peers see it.
fn beside(name: &str, planted: &Planted) {
    for peer in peers::ALL {
        match peers::links(peer, &planted.documents) {
            Ok(found) => {
                let own: Vec<Case> = found.into_iter().filter(|case| case.is_planted(planted)).collect();
                let plants: Vec<&Plant> = planted.plants.iter().collect();
                eprintln!("| {name}, {peer} | {} |", score(&own, &plants));
            }
            Err(problem) => eprintln!("| {name}, {peer} | not run: {problem} |"),
        }
    }
}

type Class = (String, Box<dyn Fn(&Plant) -> bool>, Box<dyn Fn(&Link, &str) -> bool>);

/// Recall by kind, length and marking of the plants; precision by length and marking of the links.
fn breakdown(all: &[(Planted, Vec<Link>)]) {
    eprintln!("\n| by | link P | link R | plants |\n|---|---|---|---|");
    let n_words = |link: &Link, text: &str| weerklank::text::words(link.b.span.of(text)).count();
    let mut classes: Vec<Class> = Vec::new();
    for change in Change::ALL {
        classes.push((
            format!("{change:?}"),
            Box::new(move |plant| plant.change == format!("{change:?}")),
            Box::new(|_, _| false),
        ));
    }
    for (low, high) in [(3, 4), (5, 9), (10, 19), (20, 60)] {
        let fits = move |n: usize| (low..=high).contains(&n);
        let (plants, links) =
            (move |plant: &Plant| fits(plant.n_words), move |link: &Link, text: &str| fits(n_words(link, text)));
        classes.push((format!("{low}-{high} words"), Box::new(plants), Box::new(links)));
    }
    for (name, marked) in [("in marks", true), ("not in marks", false)] {
        let links = move |link: &Link, _: &str| (link.marks != weerklank::quotes::Marks::None) == marked;
        classes.push((name.to_owned(), Box::new(move |plant| plant.marked == marked), Box::new(links)));
    }
    for (name, of_plant, of_link) in classes {
        let (mut plants, mut hit, mut links, mut right) = (0, 0, 0, 0);
        for (planted, found) in all {
            let own: Vec<&Plant> = planted.plants.iter().filter(|plant| of_plant(plant)).collect();
            plants += own.len();
            hit += own.iter().filter(|plant| found.iter().any(|link| Case::of_link(link).touches(plant))).count();
            let own = found.iter().filter(|link| of_link(link, &planted.documents[link.b.doc.index()].text));
            for link in own {
                links += 1;
                right += usize::from(planted.plants.iter().any(|plant| Case::of_link(link).touches(plant)));
            }
        }
        let share = |n: usize, of: usize| if of == 0 { "-".to_owned() } else { format!("{:.3}", n as f64 / of as f64) };
        eprintln!("| {name} | {} | {} | {plants} |", share(right, links), share(hit, plants));
    }
}

/// A stretch with its marks and some words around.
fn framed(text: &str, span: Span) -> String {
    let near = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (near(span.start().saturating_sub(30)), near((span.end() + 20).min(text.len())));
    text[start..end].replace('\n', " ")
}

fn show_misses(planted: &Planted, links: &[Link]) {
    let text = |doc: usize, span: Span| span.of(&planted.documents[doc].text).to_owned();
    for plant in &planted.plants {
        let hits: Vec<&Link> = links.iter().filter(|link| Case::of_link(link).touches(plant)).collect();
        let exact = hits.len() == 1
            && 10 * hits[0].a.span.common(plant.source_span) >= 9 * hits[0].a.span.len().max(plant.source_span.len());
        if !exact {
            let how = if hits.is_empty() { "MISSED" } else { "inexact" };
            eprintln!("   {how} {:?} marked {} {} words", plant.change, plant.marked, plant.n_words);
            eprintln!("     a {}", text(plant.source, plant.source_span));
            eprintln!("     b {}", framed(&planted.documents[plant.target].text, plant.target_span));
            for hit in hits {
                eprintln!("     > {}", text(hit.a.doc.index(), hit.a.span));
                eprintln!("     > {}", text(hit.b.doc.index(), hit.b.span));
            }
        }
    }
    for link in links.iter().filter(|link| !planted.plants.iter().any(|plant| Case::of_link(link).touches(plant))) {
        let evidence: Vec<&str> = link.evidence.iter().map(|said| said.en.as_str()).collect();
        eprintln!("   FALSE {:?} {:?} {evidence:?}", link.kind, link.marks);
        eprintln!("     a {}", text(link.a.doc.index(), link.a.span));
        eprintln!("     b {}", text(link.b.doc.index(), link.b.span));
    }
}

/// `cargo xtask bench quotes`: time and memory on invented dossiers, or on the texts of `WEERKLANK_DATA`.
#[test]
#[ignore = "a measurement"]
fn bench_quotes() {
    let all = match std::env::var_os("WEERKLANK_DATA") {
        Some(folder) => load::parted(load::texts(Path::new(&folder), 100_000), 12_000),
        None => invent::documents(&mut Random::new(3), 1000, 2000),
    };
    let n = all.len();
    assert!(n >= 40, "40 texts of .txt or .xml are needed, {n} found: name the folder in which they lie");
    let plan = |n_plants| Plan { n_plants, n_decoys: n_plants / 4, ..MIXED };
    let (mut times, mut peak) = (Vec::new(), None);
    for part in [10, 1] {
        let documents = plant(&all[..all.len() / part], plan(400 / part), 5).documents;
        let n_words: usize = documents.iter().map(|document| weerklank::text::words(&document.text).count()).sum();
        let before = memory("VmRSS");
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let took = best_of(3, || detect(&quotables(&documents)));
        peak = memory("VmHWM").zip(before).map(|(peak, before)| peak.saturating_sub(before));
        eprintln!("| {} documents, {n_words} words, all pairs | {took:.2?} |", documents.len());
        times.push(took.as_secs_f64());
    }
    eprintln!("| growth from a tenth to the whole | {:.1}-fold |", times[1] / times[0]);
    if let Some(peak) = peak {
        eprintln!("| memory that the whole needs beside its texts | {} MB |", peak / 1_000_000);
    }
    let documents = plant(&all[..all.len() / 2], plan(200), 6).documents;
    let dossier = quotables(&documents);
    let asker = Asker::new(&dossier);
    let page: String = documents[3].text.chars().skip(500).take(3000).collect();
    let took = best_of(5, || asker.ask(&dossier, &page));
    let n_words: usize = documents.iter().map(|document| weerklank::text::words(&document.text).count()).sum();
    eprintln!("| a pasted page of 3,000 characters against {n_words} words | {took:.2?} |");
    let sentence = "De minister zei „wij zullen de brug over de rivier vernieuwen” en ging naar huis. ";
    for times in [1000, 10_000] {
        let said = [load::document("a", sentence.repeat(times)), load::document("b", format!("Er staat: {sentence}"))];
        let took = best_of(1, || detect(&quotables(&said)));
        eprintln!("| one sentence {times} times | {took:.2?} |");
    }
    let told = "‘Zo gaat het elk jaar weer met de brug’, schreef ik. U vroeg mij daarnaar.\n\n";
    for times in [1000, 10_000] {
        let took = best_of(1, || detect(&quotables(&[load::document("a", told.repeat(times))])));
        eprintln!("| {times} quotations of the one who writes | {took:.2?} |");
    }
}

fn best_of<T>(n: usize, mut run: impl FnMut() -> T) -> std::time::Duration {
    let once = |_| {
        let started = std::time::Instant::now();
        std::hint::black_box(run());
        started.elapsed()
    };
    (0..n).map(once).min().unwrap_or_default()
}

/// Bytes that this process holds (`VmRSS`) or held at most (`VmHWM`), where the system tells.
fn memory(what: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
}
