//! Which text repeats which, and where a repetition ends, in short invented texts.

#![allow(clippy::unwrap_used)]

use super::{quotes::quotables, quotes_eval::load};
use weerklank::{
    quotes::{Direction, LinkKind, Marks, Quotable, detect},
    text::{Document, Span},
};

fn documents(texts: &[(&str, &str)]) -> Vec<Document> {
    texts.iter().map(|(id, text)| load::document(id, (*text).to_owned())).collect()
}

/// Every link as "source>target kind marks: words of the target", parallel ones with "=".
fn told(dossier: &[Quotable<'_>]) -> Vec<String> {
    let id = |at: usize| dossier[at].document.id.as_str();
    let links = detect(dossier).links;
    let told = links.iter().map(|link| {
        let sign = if link.direction == Direction::Parallel { "=" } else { ">" };
        let words = link.b.span.of(&dossier[link.b.doc.index()].document.text);
        format!("{}{sign}{} {:?} {:?}: {words}", id(link.a.doc.index()), id(link.b.doc.index()), link.kind, link.marks)
    });
    told.collect()
}

fn on(day: i32, one: Quotable<'_>) -> Quotable<'_> {
    Quotable { earliest_day: Some(day), latest_day: Some(day), ..one }
}

#[test]
fn the_older_text_is_not_the_one_that_quotes() {
    let documents = documents(&[
        (
            "a",
            "De bewoner klaagde al in mei: „De bus komt hier nooit, omdat de chauffeur dan moet keren.” Daarna bleef het stil.",
        ),
        ("b", "Wij weten het: de bus komt hier nooit, omdat de chauffeur dan moet keren. Er is een lus aangelegd."),
    ]);
    let plain = quotables(&documents);
    let check = |dossier: &[Quotable<'_>], expected: &str| {
        let got = told(dossier);
        assert_eq!(got.len(), 1, "{got:?}");
        assert!(got[0].starts_with(expected), "{got:?}");
    };
    check(&plain, "b>a ");
    check(&[on(100, plain[0]), on(130, plain[1])], "a>b Verbatim None");
    check(&[on(130, plain[0]), on(100, plain[1])], "b>a Verbatim Full");
}

#[test]
fn a_day_in_its_own_head_is_no_reference() {
    let texts = [
        (
            "a",
            "Vonnis van 17 maart\n\nDe rechter zegt dat een vergunning niets zegt over wat een bouwer zijn buurman heeft beloofd.",
        ),
        (
            "b",
            "Bouw moet stoppen\n\nVolgens de rechter zegt een vergunning niets over wat een bouwer zijn buurman heeft beloofd, en dat telt.",
        ),
    ];
    let documents = documents(&texts);
    let plain = quotables(&documents);
    let at = texts[0].1.find("17 maart").unwrap();
    let named = [(Span::new(at, at + 8), 200, 200)];
    let open = Quotable { named_days: &named, ..plain[0] };
    let got = told(&[open, on(200, plain[1])]);
    assert!(!got.iter().any(|link| link.starts_with("b>a")), "{got:?}");
    let dated = Quotable { named_days: &named, ..on(230, plain[0]) };
    let got = told(&[dated, on(200, plain[1])]);
    assert!(got.iter().all(|link| link.starts_with("b>a")), "{got:?}");
}

#[test]
fn two_that_repeat_a_third_are_parallel() {
    let documents = documents(&[
        (
            "a",
            "Wij schreven het bestuur: een zwembad is geen begrotingspost die je in een slechte winter doorstreept. Zo is het.",
        ),
        (
            "b",
            "De krant meldde: „Een zwembad is geen begrotingspost die je in een slechte winter doorstreept.” Dat stond er.",
        ),
        (
            "c",
            "In het antwoord heet het dat „een zwembad geen begrotingspost is die je in een slechte winter doorstreept”.",
        ),
    ]);
    let plain = quotables(&documents);
    let got = told(&[on(10, plain[0]), on(20, plain[1]), on(30, plain[2])]);
    let mut ways: Vec<&str> = got.iter().map(|link| &link[..3]).collect();
    ways.sort_unstable();
    assert_eq!(ways, ["a>b", "a>c", "b=c"], "{got:?}");
}

#[test]
fn a_laws_words_are_no_ones() {
    let documents = documents(&[
        (
            "a",
            "De commissie is streng. Artikel 7 van de Havenwet bepaalt dat „de beheerder zorg draagt voor de instandhouding van de kades”.",
        ),
        (
            "b",
            "De minister antwoordt. Ingevolge artikel 7 geldt dat „de beheerder zorg draagt voor de instandhouding van de kades”.",
        ),
    ]);
    let plain = quotables(&documents);
    let links = detect(&[on(10, plain[0]), on(20, plain[1])]).links;
    let got: Vec<_> = links.iter().map(|link| (link.kind, link.direction)).collect();
    assert_eq!(got, [(LinkKind::Formula, Direction::Parallel)]);
    assert!(
        links[0].evidence[0].en.contains("Artikel 7 van de Havenwet") || links[0].evidence[0].en.contains("artikel 7")
    );
}

#[test]
fn a_link_ends_at_the_marks() {
    let documents = documents(&[
        (
            "a",
            "Er komt een kamer met acht stoelen. We noemen hem de glazen kamer. Dan kunnen anderen zien hoe het vroeger was. Mooi toch?",
        ),
        (
            "b",
            "Er komt een kamer met acht stoelen en glas eromheen. „Dan kunnen anderen zien hoe het vroeger was”, zei hij vrolijk.",
        ),
    ]);
    let links = detect(&quotables(&documents)).links;
    let full: Vec<_> = links.iter().filter(|link| link.marks == Marks::Full).collect();
    assert_eq!(full.len(), 1, "{links:?}");
    assert_eq!(full[0].b.span.of(&documents[1].text), "Dan kunnen anderen zien hoe het vroeger was");
    assert!(!links.iter().any(|link| link.marks == Marks::Partly), "{links:?}");
}

#[test]
fn an_attribution_between_two_quotations_is_not_repeated() {
    let documents = documents(&[
        (
            "a",
            "De molenaar: „Een molen zonder wind is een schuur met armen. Ik kan er meel in opslaan, maar niet maken.” Stilte.",
        ),
        (
            "b",
            "Neem hem. „Een molen zonder wind is een schuur met armen”, zei hij daar. „Ik kan er meel in opslaan, maar niet maken.”",
        ),
    ]);
    let plain = quotables(&documents);
    let got = told(&[on(10, plain[0]), on(20, plain[1])]);
    assert!(got.iter().all(|link| link.starts_with("a>b") && link.contains(" Full:")), "{got:?}");
}

#[test]
fn a_short_quotation_has_every_source_that_is_as_good() {
    let documents = documents(&[
        ("a", "Een bewoner kreeg drie naheffingen in een week, zegt zij."),
        ("b", "De bewoner met „drie naheffingen in een week” heeft zijn geld terug."),
        ("c", "Hij die „drie naheffingen in een week” kreeg, is tevreden."),
    ]);
    let plain = quotables(&documents);
    let got = told(&[on(10, plain[0]), on(20, plain[1]), on(30, plain[2])]);
    let mut ways: Vec<&str> = got.iter().map(|link| &link[..3]).collect();
    ways.sort_unstable();
    assert_eq!(ways, ["a>b", "a>c", "b=c"], "{got:?}");
}
