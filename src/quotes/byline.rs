//! Who wrote a text and to whom, as the lines above its prose say ("Door Anna Kok", "Brief van X aan Y") and, in a thread
//! of mails, the lines above each of them ("Van: X").

use super::{
    names::tidy,
    roles::{is_body, is_person},
    scene::border,
};
use crate::text::{Document, fold};

/// Lines of a head that are looked at, each of at most so many bytes and words.
const MOST_LINES: usize = 9;
const LONGEST_LINE: usize = 140;
const MOST_WORDS: usize = 14;

/// So far back the head of a mail is looked for.
const LONGEST_MAIL: usize = 20_000;

/// What a line begins with that says who writes.
#[rustfmt::skip]
const WRITERS: &[&str] = &[
    "auteur: ", "blog van ", "brief van ", "by ", "column van ", "dagboek van ", "diary of ", "door ", "from: ",
    "geplaatst door ", "geplaatst door: ", "ingezonden brief van ", "letter from ", "lezing van ", "open brief van ",
    "opgesteld door ", "opgesteld door: ", "speech by ", "tekst ", "tekst: ", "toespraak van ", "uitgesproken door ",
    "van ", "van: ", "vragen van ", "woord van ", "words by ",
];

/// Words behind which a line says more than who writes.
const ENDS: &[&str] = &[" aan ", " te ", " to ", ", vertaald ", " – ", " | "];

/// Lines above the prose of a document, in their order.
fn head(document: &Document) -> impl Iterator<Item = &str> {
    let start = &document.text[..border(&document.text, document.text.len().min(MOST_LINES * LONGEST_LINE))];
    let lines = start.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_LINES);
    lines.take_while(|line| line.len() <= LONGEST_LINE && !is_salutation(line)).filter(|line| is_loose(line))
}

/// A line of a head and not of prose: few words, no sentence, nothing quoted.
fn is_loose(line: &str) -> bool {
    line.split_whitespace().count() <= MOST_WORDS
        && !line.ends_with(['.', '?', ':', ';', ','])
        && !line.contains(['“', '„'])
}

fn is_salutation(line: &str) -> bool {
    let first = fold(line.split(' ').next().unwrap_or(""));
    matches!(first.as_str(), "allen," | "beste" | "dear" | "geachte" | "hoi" | "lieve" | "waarde")
}

/// Who writes, by a line that says so, else by a line that is a name: "Jeroen Staal", "Prof. dr. O. Bos, hoogleraar".
pub(super) fn byline(document: &Document) -> Option<String> {
    head(document).find_map(said_to_write).or_else(|| head(document).skip(1).find_map(name_alone))
}

fn said_to_write(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let label = WRITERS.iter().find(|label| lower.starts_with(**label))?;
    let rest = line.get(label.len()..)?;
    let end = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let name = rest[..end].trim().trim_end_matches(',');
    let named = name.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    (named && !name.contains(|c: char| c.is_ascii_digit())).then(|| tidy(name))
}

/// A line that is a person's name, with what they are behind a comma.
fn name_alone(line: &str) -> Option<String> {
    let name = line.split(',').next()?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = |word: &str| matches!(word, "van" | "de" | "der" | "den" | "ten" | "ter" | "von" | "el" | "of");
    let title = |word: &str| word.ends_with('.') || small(word);
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let shouted = words.iter().any(|word| word.len() > 2 && !word.chars().any(char::is_lowercase));
    let article = matches!(fold(words.first()?).as_str(), "de" | "het" | "the" | "een" | "a");
    let is_name = (2..=7).contains(&words.len())
        && words.iter().filter(|word| capital(word) && !title(word)).count() >= 1
        && words.iter().all(|word| capital(word) || title(word))
        && !words.iter().any(|word| is_body(&fold(word)));
    let plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '&' | '>' | '/'));
    // "De minister van Onderwijs, T.J. Bos"
    let role = line.contains(", ") && words.iter().take(3).any(|word| is_person(&fold(word))) && words.len() < 8;
    if role && plain && !shouted {
        return Some(tidy(line));
    }
    (is_name && plain && !shouted && !article).then(|| tidy(name))
}

/// To whom a text is written, by a line that says so: "Aan de ondernemingsraad, t.a.v. …", "Brief van X aan Y".
pub(super) fn receiver(document: &Document) -> Option<String> {
    head(document).find_map(|line| {
        let lower = line.to_lowercase();
        let direct = ["aan: ", "aan ", "to: "].iter().find(|label| lower.starts_with(**label)).map(|label| label.len());
        let letter =
            || (lower.starts_with("brief ") || lower.starts_with("letter ")).then(|| lower.find(" aan ")).flatten();
        let at = direct.or_else(|| letter().map(|at| at + " aan ".len()))?;
        let name = line.get(at..)?.split(", t.a.v.").next()?.trim();
        (!name.is_empty()).then(|| tidy(name))
    })
}

/// The value of the nearest line above that begins with one of `labels`, inside one mail: "Van: Tom Sikkema".
fn above(document: &Document, at: usize, labels: &[&str]) -> Option<String> {
    let text = document.text.as_str();
    let start = border(text, at.saturating_sub(LONGEST_MAIL));
    let before = &text[start..at];
    let value = labels.iter().filter_map(|label| before.rfind(label).map(|found| found + label.len())).max()?;
    let name = before[value..].lines().next()?.trim();
    (!name.is_empty() && name.len() < LONGEST_LINE).then(|| tidy(name))
}

/// Whether the text is a thread: two mails or more, each with its sender. Read up to the second one.
fn is_thread(document: &Document) -> bool {
    let mut senders = document.text.lines().skip(1).filter(|line| SENDERS.iter().any(|label| line.starts_with(*label)));
    senders.nth(1).is_some()
}

const SENDERS: [&str; 2] = ["Van: ", "From: "];

/// Who wrote the mail of a thread that holds the place, and to whom.
pub(super) fn writer_of_mail(document: &Document, at: usize) -> Option<String> {
    above(document, at, &["\nVan: ", "\nFrom: "]).filter(|_| is_thread(document))
}

pub(super) fn receiver_of_mail(document: &Document, at: usize) -> Option<String> {
    above(document, at, &["\nAan: ", "\nTo: "]).filter(|_| is_thread(document))
}
