//! Plants quotations: takes words from one document, changes them as people and machines do, writes them into another.

use std::collections::HashMap;

use super::{
    edits::{Change, changed},
    load::document,
    random::Random,
};
use weerklank::text::{Document, Span, words};

/// One planted quotation.
#[derive(Clone, Debug)]
pub struct Plant {
    pub source: usize,
    /// Of the source's text, after all planting.
    pub source_span: Span,
    pub target: usize,
    /// Inside the marks, of the target's text.
    pub target_span: Span,
    /// What was done to the words, by name.
    pub change: String,
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
pub struct Insertion {
    pub target: usize,
    /// Place in the target's original text.
    pub at: usize,
    pub text: String,
    /// Stretches of `text`, and what they quote: nothing for a decoy.
    pub insides: Vec<(Span, Option<Source>)>,
}

/// What a planted quotation quotes.
pub struct Source {
    pub document: usize,
    pub span: Span,
    pub change: String,
    pub marked: bool,
    pub n_words: usize,
}

const MARKS: &[(&str, &str)] = &[
    ("„", "”"),
    ("‘", "’"),
    ("“", "”"),
    ("\"", "\""),
    ("'", "'"),
    ("«", "»"),
    ("”", "”"),
    ("‚", "’"),
    (",,", "''"),
    ("« ", " »"),
];

/// What stands before and behind a quotation in marks, and one without.
struct Frames {
    marked: &'static [(&'static str, &'static str)],
    plain: &'static [&'static str],
}

const DUTCH: Frames = Frames {
    marked: &[
        ("De woordvoerder zei daarover: ", "."),
        ("Zij schreef toen ", "."),
        ("In het debat klonk ", ", en daar bleef het bij."),
        ("Volgens haar is dat ", "."),
        ("Daarop antwoordde hij: ", "."),
        ("Men sprak van ", "."),
        ("", ", aldus de wethouder."),
        ("", ", zei mevrouw De Bruin na afloop."),
    ],
    plain: &["Er werd gezegd dat ", "Daarbij gold dat ", "Kennelijk meende men dat ", "Later heette het dat ", ""],
};
const ENGLISH: Frames = Frames {
    marked: &[
        ("As the narrator puts it, ", "."),
        ("The passage speaks of ", ", which tells us much."),
        ("We read: ", "."),
        ("", ", he writes."),
        ("", " (124)."),
        ("What matters here is ", " and nothing else."),
    ],
    plain: &["It is said that ", "The reader learns that ", ""],
};

pub fn plant(texts: &[String], plan: Plan, seed: u64) -> Planted {
    let mut random = Random::new(seed);
    let vocabulary: Vec<String> = vocabulary(texts);
    let runs = runs(texts);
    let mut insertions: Vec<Insertion> = Vec::new();
    let mut taken: Vec<(usize, Span)> = Vec::new();
    let frames = if is_english(texts) { &ENGLISH } else { &DUTCH };
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
        let Some(need) = change.needs(&mut random, n_words) else {
            continue;
        };
        let Some(span) = passage(&mut random, &texts[source], need) else {
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
        let Some(changed) = changed(&mut random, span.of(&texts[source]), n_words, change, &vocabulary) else {
            continue;
        };
        let (text, inside) = framed(&mut random, frames, &changed, marked);
        taken.push((source, span));
        let source = Source { document: source, span, change: format!("{change:?}"), marked, n_words };
        insertions.push(Insertion { target, at, text, insides: vec![(inside, Some(source))] });
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
        let (text, inside) = framed(&mut random, frames, &decoy.join(" "), true);
        insertions.push(Insertion { target, at, text, insides: vec![(inside, None)] });
    }
    written(texts, insertions)
}

/// Writes all insertions into the texts and reckons the places anew.
pub fn written(texts: &[String], mut insertions: Vec<Insertion>) -> Planted {
    insertions.sort_by_key(|insertion| (insertion.target, insertion.at));
    let shift = |document: usize, at: usize| -> usize {
        let before = insertions.iter().filter(|one| one.target == document && one.at <= at);
        before.map(|one| one.text.len()).sum()
    };
    let mut plants = Vec::new();
    let mut decoys = Vec::new();
    for (index, insertion) in insertions.iter().enumerate() {
        let target = insertion.target;
        let before: usize =
            insertions[..index].iter().filter(|one| one.target == target).map(|one| one.text.len()).sum();
        for (inside, source) in &insertion.insides {
            let target_span = inside.shift(insertion.at + before);
            let Some(source) = source else {
                decoys.push((target, target_span));
                continue;
            };
            plants.push(Plant {
                source: source.document,
                source_span: source.span.shift(shift(source.document, source.span.start())),
                target,
                target_span,
                change: source.change.clone(),
                marked: source.marked,
                n_words: source.n_words,
            });
        }
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
pub fn runs(texts: &[String]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for text in texts {
        let all: Vec<String> = words(text).map(|span| span.of(text).to_lowercase()).collect();
        for run in all.windows(4).chain(all.windows(3)) {
            *counts.entry(run.join(" ")).or_default() += 1;
        }
    }
    counts
}

pub fn folded_runs(text: &str) -> Vec<String> {
    let all: Vec<String> = words(text).map(|span| span.of(text).to_lowercase()).collect();
    all.windows(4.min(all.len().max(1))).map(|run| run.join(" ")).collect()
}

pub fn vocabulary(texts: &[String]) -> Vec<String> {
    let mut all: Vec<String> = texts
        .iter()
        .flat_map(|text| words(text).map(|span| span.of(text).to_lowercase()).collect::<Vec<_>>())
        .filter(|word| word.chars().count() > 3)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// A stretch of `need` words inside one paragraph, with at least two long words, and no list of names.
fn passage(random: &mut Random, text: &str, need: usize) -> Option<Span> {
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
    let named = words(chosen).filter(|word| word.of(chosen).starts_with(char::is_uppercase)).count();
    let clean = !chosen.contains(['"', '„', '“', '”', '‘', '’', '\'', '«', '»', '[', '(', '…']);
    (clean && long >= 2 && named * 2 <= need).then_some(span)
}

/// Behind a sentence in mid-paragraph, in no one's mouth: a person in a novel quotes no essay.
pub fn place(random: &mut Random, text: &str) -> Option<usize> {
    let spoken = |at: usize| is_spoken(&text[text[..at].rfind("\n\n").map_or(0, |start| start + 2)..at]);
    let stops: Vec<usize> = text.match_indices(". ").map(|(at, _)| at + 2).filter(|at| !spoken(*at)).collect();
    (!stops.is_empty()).then(|| *random.pick(&stops))
}

/// Whether a quotation stands open where the beginning of a paragraph ends. Of single marks one that stands before a word
/// opens and one behind a word closes; a clipped word ("'tis") counts as open: there nothing is planted, which does no harm.
fn is_spoken(paragraph: &str) -> bool {
    let mut open = (false, false);
    let mut before = ' ';
    let mut signs = paragraph.chars().peekable();
    while let Some(sign) = signs.next() {
        let after = signs.peek().copied().unwrap_or(' ');
        match sign {
            '"' => open.0 = !open.0,
            '“' | '„' | '«' => open.0 = true,
            '”' | '»' => open.0 = false,
            '‘' => open.1 = true,
            '\'' | '’' if !before.is_alphanumeric() && after.is_alphanumeric() => open.1 = true,
            '\'' | '’' if !after.is_alphanumeric() && !before.is_whitespace() => open.1 = false,
            _ => {}
        }
        before = sign;
    }
    open.0 || open.1
}

pub fn is_english(texts: &[String]) -> bool {
    let count = |word: &str| texts.iter().take(5).map(|text| text.matches(word).count()).sum::<usize>();
    count(" the ") > count(" het ")
}

fn framed(random: &mut Random, frames: &Frames, words: &str, marked: bool) -> (String, Span) {
    if !marked {
        let lead = *random.pick(frames.plain);
        let text = format!("{lead}{words}. ");
        return (text, Span::new(lead.len(), lead.len() + words.len()));
    }
    let (open, close) = *random.pick(MARKS);
    let (lead, tail) = *random.pick(frames.marked);
    let sentence = lead.is_empty() || lead.ends_with(": ");
    let mut words = words.to_owned();
    if sentence && let Some(first) = words.chars().next() {
        words.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    let start = lead.len() + open.len();
    let inside = Span::new(start, start + words.len());
    // A full sentence ends inside its marks, or outside them.
    let stop = if tail == "." && sentence && random.chance(50) { (".", "") } else { ("", tail) };
    (format!("{lead}{open}{words}{}{close}{} ", stop.0, stop.1), inside)
}
