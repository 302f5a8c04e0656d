//! What a document is, by its kind, its file and its head lines: who writes about whose words.

use super::dated::head_lines;
use crate::text::{Document, fold, words};

/// Kinds of document. Later ones are written about earlier ones' words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Genre {
    /// Holds the words of people who speak in it: a novel, an interview, minutes, a transcript.
    Speech,
    /// Speaks for itself: a law, a contract, a ruling, a report, a letter.
    Source,
    /// An institution's own announcement of such a text.
    Announcement,
    /// Press and opinion.
    Press,
    /// Answers, readers' letters, pupils' work, what a publisher prints on a cover.
    Reply,
}

/// Endings of Dutch words and whole English ones, by what they name. Folded.
#[rustfmt::skip]
const NAMES: &[(Genre, &[&str])] = &[
    (Genre::Reply, &[
        "antwoord", "antwoorden", "beantwoording", "reactie", "lezersbrief", "lezersreactie", "boekverslag",
        "rectificatie", "flaptekst", "weerwoord", "repliek", "verweerschrift", "dupliek", "answer", "answers", "blurb",
        "rejoinder", "reply", "response",
    ]),
    (Genre::Press, &[
        "artikel", "nieuws", "nieuwsbericht", "krant", "dagblad", "weekblad", "vakblad", "column", "reportage",
        "recensie", "blog", "weblog", "essay", "opinie", "commentaar", "article", "blogpost", "editorial", "news",
        "newspaper", "oped", "review",
    ]),
    (Genre::Announcement, &["persbericht", "nieuwsbrief", "press"]),
    (Genre::Source, &[
        "brief", "vonnis", "arrest", "uitspraak", "beschikking", "rapport", "eindrapport", "convenant", "cao",
        "overeenkomst", "verordening", "reglement", "statuten", "pamflet", "manifest", "advies", "contract", "judgment",
        "letter", "manifesto", "report", "ruling", "statute",
    ]),
    (Genre::Speech, &[
        "roman", "novelle", "interview", "vraaggesprek", "notulen", "transcript", "transcriptie", "handelingen",
        "stenogram", "toespraak", "speech", "rede", "debat", "persconferentie", "chapter", "excerpt", "minutes", "novel",
        "debate", "hearing", "hoorzitting", "verhoor",
    ]),
];

/// So many words of a head line name what the document is; later ones belong to its subject.
const FIRST_WORDS: usize = 3;

/// What the document is: by its kind, else its file, else its head lines.
pub(super) fn genre(document: &Document) -> Option<Genre> {
    let kind = document.meta.kind.as_ref().and_then(|told| named(&told.value, usize::MAX));
    let kind = kind.or_else(|| named(&document.id, usize::MAX));
    kind.or_else(|| {
        let mut lines =
            head_lines(document).map(|line| line.of(&document.text).trim()).filter(|line| !is_sentence(line));
        lines.find_map(|line| named(line, FIRST_WORDS))
    })
}

/// A sentence belongs to the text, and names what it is about.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '?', '!', ',', ';'])
}

/// The latest kind that one of the first words names. "Artikel 12" is a part of a text, no article.
fn named(text: &str, n_words: usize) -> Option<Genre> {
    let first = words(text).take(n_words.saturating_add(1));
    let all: Vec<String> = first.map(|word| fold(word.of(text))).collect();
    let number = |at: usize| all.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let of = |word: &str| NAMES.iter().find(|(_, names)| names.iter().any(|name| is_named(word, name)));
    let found = (0..all.len().min(n_words)).filter(|at| !number(*at)).filter_map(|at| of(&all[at]));
    found.map(|(genre, _)| *genre).max()
}

/// The word itself or a compound that ends in it: "kamerbrief", "krantenartikel".
fn is_named(word: &str, name: &str) -> bool {
    // Most differ in the last letter.
    word.as_bytes().last() == name.as_bytes().last() && (word == name || (name.len() >= 5 && word.ends_with(name)))
}

/// Whether documents of the first kind are written about those of the second.
pub(super) fn is_about(one: Genre, other: Genre) -> bool {
    other < one && one >= Genre::Announcement
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_name_the_kind() {
        let check = |text, expected| assert_eq!(named(text, FIRST_WORDS), expected, "{text}");
        check("Kamerbrief over de dijken", Some(Genre::Source));
        check("Antwoord op uw brief", Some(Genre::Reply));
        check("Handen af van artikel 14", None);
        check("Vragen ex artikel 38", None);
        check("Wie dit artikel leest, schrijft een brief", Some(Genre::Press));
        check("Notulen overlegvergadering", Some(Genre::Speech));
        check("De dijk brak om zes uur, zegt een krant", None);
    }
}
