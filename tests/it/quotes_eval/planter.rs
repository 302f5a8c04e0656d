//! Plants quotations: takes words from one document, changes them as people and machines do, writes them into another.

use std::collections::HashMap;

use super::{load::document, random::Random};
use weerklank::text::{Document, Span, words};

/// What was done to the words on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    Verbatim,
    Substituted,
    SilentCut,
    Ellipsis,
    Moved,
    Tense,
    Ocr,
    Noisy,
}

impl Change {
    pub const ALL: [Change; 8] = [
        Change::Verbatim,
        Change::Substituted,
        Change::SilentCut,
        Change::Ellipsis,
        Change::Moved,
        Change::Tense,
        Change::Ocr,
        Change::Noisy,
    ];
}

/// One planted quotation.
#[derive(Clone, Debug)]
pub struct Plant {
    pub source: usize,
    /// Of the source's text, after all planting.
    pub source_span: Span,
    pub target: usize,
    /// Inside the marks, of the target's text.
    pub target_span: Span,
    pub change: Change,
    pub marked: bool,
    pub n_words: usize,
}

/// Documents with plants in them, and marked phrases that quote nothing.
pub struct Planted {
    pub documents: Vec<Document>,
    pub plants: Vec<Plant>,
    /// Marked words that quote nothing: document and place.
    pub decoys: Vec<(usize, Span)>,
}

/// What to plant.
#[derive(Clone, Copy)]
pub struct Plan {
    pub n_plants: usize,
    pub marked_percent: usize,
    pub shortest: usize,
    pub longest: usize,
    pub changes: &'static [Change],
    /// Marked stretches of invented wording, to be left alone.
    pub n_decoys: usize,
}

/// A passage to be inserted behind a paragraph's sentence.
struct Insertion {
    target: usize,
    /// Place in the target's original text.
    at: usize,
    text: String,
    /// Of `text`.
    inside: Span,
    plant: Option<(usize, Span, Change, bool, usize)>,
}

const MARKS: &[(&str, &str)] = &[("„", "”"), ("‘", "’"), ("“", "”"), ("\"", "\""), ("'", "'")];
const LEADS: &[&str] = &[
    "De woordvoerder zei daarover: ",
    "Zij schreef toen ",
    "In het debat klonk ",
    "Volgens haar is dat ",
    "Daarop antwoordde hij: ",
    "Men sprak van ",
];
const PLAIN_LEADS: &[&str] =
    &["Er werd gezegd dat ", "Daarbij gold dat ", "Kennelijk meende men dat ", "Later heette het dat "];

pub fn plant(texts: &[String], plan: Plan, seed: u64) -> Planted {
    let mut random = Random::new(seed);
    let vocabulary: Vec<String> = vocabulary(texts);
    let runs = runs(texts);
    let mut insertions: Vec<Insertion> = Vec::new();
    let mut taken: Vec<(usize, Span)> = Vec::new();
    let mut tries = 0;
    while insertions.len() < plan.n_plants && tries < plan.n_plants * 60 {
        tries += 1;
        let source = random.between(0, texts.len());
        let target = random.between(0, texts.len());
        if source == target {
            continue;
        }
        let n_words = random.between(plan.shortest, plan.longest + 1);
        let change = *random.pick(plan.changes);
        let Some(span) = passage(&mut random, &texts[source], n_words, change) else {
            continue;
        };
        if folded_runs(span.of(&texts[source])).iter().any(|run| runs.get(run).is_none_or(|n| *n > 1)) {
            continue;
        }
        if taken.iter().any(|(rank, other)| *rank == source && other.overlaps(span)) {
            continue;
        }
        let Some(at) = place(&mut random, &texts[target]) else {
            continue;
        };
        let clear = |other: &Insertion| other.target != target || other.at.abs_diff(at) > 60;
        let inside_a_source =
            taken.iter().any(|(rank, other)| *rank == target && other.start() < at && at < other.end());
        if inside_a_source || !insertions.iter().all(clear) {
            continue;
        }
        if insertions.iter().any(|other| other.target == source && span.start() < other.at && other.at < span.end()) {
            continue;
        }
        let marked = random.chance(plan.marked_percent);
        let Some(changed) = changed(&mut random, span.of(&texts[source]), change, &vocabulary) else {
            continue;
        };
        let (text, inside) = framed(&mut random, &changed, marked);
        taken.push((source, span));
        insertions.push(Insertion { target, at, text, inside, plant: Some((source, span, change, marked, n_words)) });
    }
    for _ in 0..plan.n_decoys {
        let target = random.between(0, texts.len());
        let Some(at) = place(&mut random, &texts[target]) else { continue };
        let used = taken.iter().any(|(rank, other)| *rank == target && other.start() < at && at < other.end());
        if used || insertions.iter().any(|other| other.target == target && other.at.abs_diff(at) <= 60) {
            continue;
        }
        let n = random.between(plan.shortest, plan.longest.min(12) + 1);
        let decoy: Vec<&str> = (0..n).map(|_| random.pick(&vocabulary).as_str()).collect();
        let (text, inside) = framed(&mut random, &decoy.join(" "), true);
        insertions.push(Insertion { target, at, text, inside, plant: None });
    }
    written(texts, insertions)
}

/// Writes all insertions into the texts and reckons the places anew.
fn written(texts: &[String], mut insertions: Vec<Insertion>) -> Planted {
    insertions.sort_by_key(|insertion| (insertion.target, insertion.at));
    let shift = |document: usize, at: usize| -> usize {
        let before = insertions.iter().filter(|one| one.target == document && one.at <= at);
        before.map(|one| one.text.len()).sum()
    };
    let mut plants = Vec::new();
    let mut decoys = Vec::new();
    for (index, insertion) in insertions.iter().enumerate() {
        let before: usize =
            insertions[..index].iter().filter(|one| one.target == insertion.target).map(|one| one.text.len()).sum();
        let Some((source, span, change, marked, n_words)) = insertion.plant else {
            decoys.push((insertion.target, insertion.inside.shift(insertion.at + before)));
            continue;
        };
        plants.push(Plant {
            source,
            source_span: span.shift(shift(source, span.start())),
            target: insertion.target,
            target_span: insertion.inside.shift(insertion.at + before),
            change,
            marked,
            n_words,
        });
    }
    let mut texts: Vec<String> = texts.to_vec();
    for insertion in insertions.iter().rev() {
        texts[insertion.target].insert_str(insertion.at, &insertion.text);
    }
    let documents =
        texts.into_iter().enumerate().map(|(index, text)| document(&format!("d{index:04}"), text)).collect();
    Planted { documents, plants, decoys }
}

/// How often each run of four words occurs: what stands twice by nature is not planted.
fn runs(texts: &[String]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for text in texts {
        let all: Vec<String> = words(text).map(|span| span.of(text).to_lowercase()).collect();
        for run in all.windows(4).chain(all.windows(3)) {
            *counts.entry(run.join(" ")).or_default() += 1;
        }
    }
    counts
}

fn folded_runs(text: &str) -> Vec<String> {
    let all: Vec<String> = words(text).map(|span| span.of(text).to_lowercase()).collect();
    all.windows(4.min(all.len().max(1))).map(|run| run.join(" ")).collect()
}

fn vocabulary(texts: &[String]) -> Vec<String> {
    let mut all: Vec<String> = texts
        .iter()
        .flat_map(|text| words(text).map(|span| span.of(text).to_lowercase()).collect::<Vec<_>>())
        .filter(|word| word.chars().count() > 3)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// A stretch of `n` words inside one paragraph, with at least two long words.
fn passage(random: &mut Random, text: &str, n: usize, change: Change) -> Option<Span> {
    let need = match change {
        Change::Ellipsis | Change::SilentCut | Change::Moved if n < 7 => return None,
        Change::Ellipsis => n + n / 2 + 4,
        _ => n,
    };
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|part| words(part).count() > need + 2).collect();
    if paragraphs.is_empty() {
        return None;
    }
    let paragraph = *random.pick(&paragraphs);
    let base = paragraph.as_ptr() as usize - text.as_ptr() as usize;
    let spans: Vec<Span> = words(paragraph).collect();
    let first = random.between(0, spans.len() - need);
    let span = Span::new(spans[first].start(), spans[first + need - 1].end()).shift(base);
    let chosen = span.of(text);
    let long = words(chosen).filter(|word| word.len() > 5).count();
    let clean = !chosen.contains(['"', '„', '“', '”', '‘', '’', '\'', '«', '»', '[', '(']);
    (clean && long >= 2).then_some(span)
}

/// Behind a sentence in mid-paragraph.
fn place(random: &mut Random, text: &str) -> Option<usize> {
    let stops: Vec<usize> = text.match_indices(". ").map(|(at, _)| at + 2).collect();
    (!stops.is_empty()).then(|| *random.pick(&stops))
}

fn framed(random: &mut Random, words: &str, marked: bool) -> (String, Span) {
    let (open, close) = if marked { *random.pick(MARKS) } else { ("", "") };
    let lead = if marked { *random.pick(LEADS) } else { *random.pick(PLAIN_LEADS) };
    let start = lead.len() + open.len();
    let text = format!("{lead}{open}{words}{close}. ");
    (text, Span::new(start, start + words.len()))
}

fn changed(random: &mut Random, passage: &str, change: Change, vocabulary: &[String]) -> Option<String> {
    let mut list: Vec<String> = passage.split_whitespace().map(str::to_owned).collect();
    let n = list.len();
    match change {
        Change::Verbatim => {}
        Change::Substituted => substitute(random, &mut list, (n / 8).max(1), vocabulary),
        Change::SilentCut => {
            let length = random.between(1, (n / 3).clamp(2, 9));
            let from = random.between(2, n.checked_sub(length + 2)?.max(3));
            list.drain(from..(from + length).min(n - 2));
        }
        Change::Ellipsis => {
            let length = random.between(3, (n / 2).max(4));
            let from = random.between(3, n.checked_sub(length + 3)?.max(4));
            let sign = *random.pick(&["[…]", "(...)", "…", "..."]);
            list.splice(from..(from + length).min(n - 2), [sign.to_owned()]);
        }
        Change::Moved => {
            let length = random.between(2, (n / 3).clamp(3, 7));
            let from = random.between(0, n - length);
            let clause: Vec<String> = list.drain(from..from + length).collect();
            let to = random.between(0, list.len() + 1);
            list.splice(to..to, clause);
        }
        Change::Tense => inflect(random, &mut list),
        Change::Ocr => damage(random, &mut list, 15),
        Change::Noisy => {
            damage(random, &mut list, 12);
            substitute(random, &mut list, n / 10, vocabulary);
            if n > 14 && random.chance(50) {
                let from = random.between(3, n - 6);
                list.drain(from..from + 3);
            }
        }
    }
    Some(list.join(" "))
}

fn substitute(random: &mut Random, list: &mut [String], n: usize, vocabulary: &[String]) {
    for _ in 0..n {
        let at = random.between(0, list.len());
        list[at] = random.pick(vocabulary).clone();
    }
}

/// Other forms of some words: an ending more or less, as between tenses.
fn inflect(random: &mut Random, list: &mut [String]) {
    for word in list.iter_mut().filter(|word| word.len() > 4 && word.chars().all(char::is_alphabetic)) {
        if random.chance(30) {
            *word = match word.strip_suffix("en").or_else(|| word.strip_suffix('t')) {
                Some(stem) => format!("{stem}de"),
                None => format!("{word}den"),
            };
        }
    }
}

fn damage(random: &mut Random, list: &mut Vec<String>, percent: usize) {
    for word in list.iter_mut() {
        if word.len() < 4 || !random.chance(percent) {
            continue;
        }
        let confusions =
            [("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("e", "c"), ("i", "l"), ("h", "b"), ("u", "n")];
        let (from, to) = *random.pick(&confusions);
        if word.contains(from) {
            *word = word.replacen(from, to, 1);
        } else {
            let at = random.between(1, word.chars().count() - 1);
            *word = word.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, c)| c).collect();
        }
    }
    if list.len() > 6 && random.chance(percent * 2) {
        let at = random.between(1, list.len() - 1);
        let next = list.remove(at);
        list[at - 1].push_str(&next);
    }
}
