//! Invented passages from newspapers, minutes and letters, by writers who did not know the rules: who said what.

use std::collections::BTreeSet;
use weerklank::{
    corpus::{Parts, SourceFile, build},
    text::{fold, words},
};

/// A quotation of a passage by its first words, and its speaker; `None` where no one is named.
struct Said<'a> {
    first: &'a str,
    speaker: Option<&'a str>,
}

#[test]
fn names_the_speakers_of_invented_passages() {
    check("first", include_str!("speakers/first.md"), 80);
    check("second", include_str!("speakers/second.md"), 69);
    check("third", include_str!("speakers/third.md"), 75);
    check("fourth", include_str!("speakers/fourth.md"), 68);
    check("fifth", include_str!("speakers/fifth.md"), 74);
    check("sixth", include_str!("speakers/sixth.md"), 63);
    check("seventh", include_str!("speakers/seventh.md"), 88);
    check("eighth", include_str!("speakers/eighth.md"), 88);
}

/// At least `floor` quotations of the set have their speaker: one telling word in common, or none where none is told.
fn check(set: &str, passages: &str, floor: usize) {
    let mut n_right = 0;
    let mut missed = String::new();
    for passage in passages.split("\n## ").skip(1) {
        let body = passage.split_once('\n').map_or("", |(_, body)| body);
        let (told, text): (Vec<&str>, Vec<&str>) = body.trim().lines().partition(|line| line.starts_with("- \""));
        let found = speakers(&text.join("\n"));
        for said in told.iter().filter_map(|line| said(line)) {
            let opens = bare(said.first);
            let got = found.iter().find(|(text, _)| bare(text).starts_with(&opens)).map(|(_, speaker)| speaker);
            let right = got.is_some_and(|got| agrees(said.speaker, got.as_deref()));
            n_right += usize::from(right);
            if !right {
                missed += &format!("\n{}: {:?}, not {got:?}", said.first, said.speaker);
            }
        }
    }
    assert!(n_right >= floor, "{set}: {n_right} right, not {floor}{missed}");
}

/// `- "First words …" -> the speaker`
fn said(line: &str) -> Option<Said<'_>> {
    let (first, speaker) = line.strip_prefix("- \"")?.split_once("\" -> ")?;
    Some(Said { first, speaker: Some(speaker.trim()).filter(|speaker| !speaker.starts_with('?')) })
}

/// The quotations of a text with their speakers.
fn speakers(text: &str) -> Vec<(String, Option<String>)> {
    let bytes = format!("# Stuk\n\n{}\n", text.trim()).into_bytes();
    let file = SourceFile { file: "stuk.md".into(), bytes };
    let parts = Parts { dates: false, quotes: true, index: false };
    let built = build(&[file], None, parts, &mut |_| {}).expect("a document can be read").value;
    let text = &built.documents[0].text;
    built.quotes.quotations.iter().map(|one| (one.span.of(text).to_owned(), one.speaker.clone())).collect()
}

fn bare(text: &str) -> Vec<String> {
    words(text).map(|word| fold(word.of(text))).collect()
}

fn agrees(told: Option<&str>, got: Option<&str>) -> bool {
    const SMALL: &[&str] = &["de", "haar", "heer", "het", "een", "of", "the", "van", "zijn"];
    let telling =
        |name: &str| bare(name).into_iter().filter(|word| !SMALL.contains(&word.as_str())).collect::<BTreeSet<_>>();
    match (told, got) {
        (Some(told), Some(got)) => !telling(told).is_disjoint(&telling(got)),
        (told, got) => told.is_none() && got.is_none(),
    }
}
