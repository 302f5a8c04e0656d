//! Quotes on whole dossiers: the five documents, and the laws that hold for any.

#![allow(clippy::unwrap_used)]

use super::quotes_eval::{edits, invent, load, planter, random::Random};
use proptest::prelude::*;
use weerklank::{
    quotes::{Change, Direction, Finding, LinkKind, Marks, Quotable, Quotes, Side, detect},
    text::{DocId, Document},
};

pub fn quotables(documents: &[Document]) -> Vec<Quotable<'_>> {
    let quotable = |(index, document)| Quotable {
        doc: DocId(index as u32),
        document,
        earliest_day: None,
        latest_day: None,
        named_days: &[],
    };
    documents.iter().enumerate().map(quotable).collect()
}

fn seeds() -> Vec<Document> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "txt"))
        .flat_map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            weerklank::readers::read(name, &std::fs::read(file).unwrap()).value
        })
        .collect()
}

fn print(documents: &[Document], quotes: &Quotes) {
    for link in &quotes.links {
        let side = |side: Side| {
            let document = &documents[side.doc.index()];
            format!("{} {:?}", &document.id[..3], side.span.of(&document.text))
        };
        eprintln!(
            "{:?} {:?} {:?} {:?} {} segments",
            link.kind,
            link.certainty,
            link.direction,
            link.marks,
            link.segments.len()
        );
        eprintln!("  a {} [{:?}]", side(link.a), link.speaker_source);
        eprintln!("  b {} [{:?}]", side(link.b), link.speaker_target);
        eprintln!("  {:?} {}", link.findings, link.summary.nl);
        for run in link.diff.iter().filter(|run| run.change != Change::Same) {
            let of = |span: Option<weerklank::text::Span>, doc: DocId| {
                span.map(|span| span.of(&documents[doc.index()].text))
            };
            eprintln!("    {} {:?} {:?} -> {:?}", run.number, run.change, of(run.a, link.a.doc), of(run.b, link.b.doc));
        }
        for said in &link.evidence {
            eprintln!("    * {}", said.nl);
        }
    }
    for quotation in &quotes.quotations {
        let text = &documents[quotation.doc.index()].text;
        eprintln!(
            "{} {}{} {:?} by {:?} in {:?}",
            &documents[quotation.doc.index()].id[..3],
            if quotation.linked { "linked" } else { "" },
            if quotation.closed { "" } else { "UNCLOSED" },
            quotation.span.of(text),
            quotation.speaker,
            quotation.named_source.map(|span| span.of(text)),
        );
    }
}

#[test]
#[ignore = "prints, for people"]
fn show_the_five_documents() {
    let documents = seeds();
    let mut quotables = quotables(&documents);
    let days = [(19311, 19311), (19312, 19382), (19556, 19556), (19775, 19775), (19769, 19769)];
    for (quotable, (earliest, latest)) in quotables.iter_mut().zip(days) {
        (quotable.earliest_day, quotable.latest_day) = (Some(earliest), Some(latest));
    }
    print(&documents, &detect(&quotables));
}

/// The dossier with its dates, as a person gave them.
fn dated(documents: &[Document]) -> Vec<Quotable<'_>> {
    let days = [(19311, 19311), (19312, 19382), (19556, 19556), (19775, 19775), (19769, 19769)];
    let mut quotables = quotables(documents);
    for (quotable, (earliest, latest)) in quotables.iter_mut().zip(days) {
        (quotable.earliest_day, quotable.latest_day) = (Some(earliest), Some(latest));
    }
    quotables
}

#[test]
fn reads_the_five_documents_as_a_careful_reader_does() {
    let documents = seeds();
    let quotes = detect(&dated(&documents));
    let check = |a: &str, b: &str, kind: LinkKind, marks: Marks, findings: &[Finding]| {
        let of = |side: Side| side.span.of(&documents[side.doc.index()].text);
        let link = quotes.links.iter().find(|link| of(link.a).starts_with(a) && of(link.b).starts_with(b));
        let link = link.unwrap_or_else(|| panic!("no link from {a:?} to {b:?}"));
        let got = (link.kind, link.marks, link.direction, link.findings.as_slice());
        assert_eq!(got, (kind, marks, Direction::AToB, findings), "{a} -> {b}");
    };
    use Finding::{AlteredInMarks, MeaningTouched, OtherSpeaker, SiblingText, SilentlyShortened, Unmarked};
    use LinkKind::{Altered, Paraphrase, Partial, Verbatim};
    use Marks::{Full, None, Pull};
    check("Wij zien dit als", "Wij zien dat als", Altered, Full, &[AlteredInMarks, SilentlyShortened]);
    check("gericht op effectief", "zijn gericht op", Altered, Full, &[AlteredInMarks, MeaningTouched]);
    check("Ambtenaren moeten hun werk", "Ambtenaren moeten hun werk", Verbatim, Full, &[]);
    let other = [SilentlyShortened, OtherSpeaker];
    check("een toegenomen politiek", "een toegenomen spanning", Partial, Full, &other);
    check("om het ambtelijk vakmanschap", "om het ambtelijk vakmanschap", Verbatim, None, &[]);
    check("Het hoort bij het ambtelijk", "Het hoort bij het ambtelijk", Verbatim, Pull, &[]);
    check("hoort bij een open", "hoort bij een open", Altered, None, &[]);
    let told = [AlteredInMarks, MeaningTouched, SilentlyShortened, OtherSpeaker];
    check("een open en veilige", "Ambtenaren moeten in", Altered, Full, &told);
    check("Een sociaal veilige werkomgeving is hier", "Een sociaal veilige", Partial, Pull, &other);
    check("die op één van", "die op één van", Verbatim, Full, &[]);
    let sibling = [AlteredInMarks, SilentlyShortened, OtherSpeaker, SiblingText];
    check("Het past in een open", "Dat past in een open", Altered, Full, &sibling);
    check("in de toekomst naar", "in de toekomst kunnen", Paraphrase, None, &[MeaningTouched]);
    check("hun zorgen mogen", "hun zorgen mogen", Verbatim, Full, &[OtherSpeaker]);
    check("dat dergelijke bijeenkomsten", "dat dergelijke", Verbatim, None, &[Unmarked]);
    check("belangrijk dat ambtenaren", "Belangrijk is dat", Altered, None, &[]);
    check("een ondersteunende, adviserende", "een ondersteunende", Partial, None, &[Unmarked]);
    check("Een sociaal veilige werkomgeving is een", "Een sociaal veilige", Altered, Pull, &sibling);
    check("om professionele tegenspraak", "Om professionele tegenspraak", Verbatim, Full, &[]);
    check("waarbij medewerkers", "waarbij medewerkers", Verbatim, Full, &[]);
    check("Het bieden van ruimte", "Het bieden van ruimte", Partial, Full, &[SilentlyShortened]);
    assert_eq!(quotes.links.len(), 20);
    assert_eq!(quotes.quotations.iter().filter(|quotation| !quotation.linked).count(), 23);
    let unclosed: Vec<_> = quotes.quotations.iter().filter(|quotation| !quotation.closed).collect();
    assert_eq!(unclosed.len(), 1);
}

/// A link in words that do not depend on the order of documents.
fn told(documents: &[Document], quotes: &Quotes) -> Vec<String> {
    let side = |side: Side| (documents[side.doc.index()].id.clone(), side.span);
    let links = quotes.links.iter().map(|link| {
        let rest = (&link.segments, link.kind, link.certainty, link.direction, &link.evidence, link.marks);
        let more = (&link.speaker_source, &link.speaker_target, &link.diff, &link.findings, &link.summary);
        format!("{:?} {:?} {rest:?} {more:?}", side(link.a), side(link.b))
    });
    let quotation = |q: &weerklank::quotes::Quotation| {
        let id = &documents[q.doc.index()].id;
        format!("{id} {:?} {:?} {:?} {:?}", q.span, q.closed, q.speaker, q.linked)
    };
    links.chain(quotes.quotations.iter().map(quotation)).collect()
}

fn planted(seed: u64) -> Vec<Document> {
    let texts = invent::documents(&mut Random::new(seed), 6, 500);
    let plan = planter::Plan {
        n_plants: 15,
        marked_percent: 60,
        shortest: 3,
        longest: 30,
        changes: &edits::Change::ALL,
        n_decoys: 3,
    };
    planter::plant(&texts, plan, seed).documents
}

#[test]
fn the_order_of_documents_does_not_matter() {
    for seed in 0..6 {
        let documents = planted(seed);
        let mut turned = documents.clone();
        turned.reverse();
        turned.swap(0, 3);
        let (one, other) = (detect(&quotables(&documents)), detect(&quotables(&turned)));
        assert_eq!(told(&documents, &one), told(&turned, &other));
    }
}

/// What must hold of every answer.
fn assert_sound(documents: &[Document], quotes: &Quotes) {
    for link in &quotes.links {
        let (a, b) = (&documents[link.a.doc.index()].text, &documents[link.b.doc.index()].text);
        assert!(a.get(link.a.span.range()).is_some() && b.get(link.b.span.range()).is_some());
        let words = |text: &str, span: weerklank::text::Span| -> Vec<String> {
            weerklank::text::words(span.of(text)).map(|word| word.of(span.of(text)).to_owned()).collect()
        };
        let rebuilt = |text: &str, spans: Vec<weerklank::text::Span>| -> Vec<String> {
            spans.into_iter().flat_map(|span| words(text, span)).collect()
        };
        assert_eq!(rebuilt(a, link.diff.iter().filter_map(|run| run.a).collect()), words(a, link.a.span));
        assert_eq!(rebuilt(b, link.diff.iter().filter_map(|run| run.b).collect()), words(b, link.b.span));
        for segment in &link.segments {
            assert!(link.a.span.contains(segment.a) && link.b.span.contains(segment.b));
        }
        assert!(link.segments.windows(2).all(|two| two[0].b.start_byte < two[1].b.start_byte));
        assert!(link.a.doc != link.b.doc || !link.a.span.overlaps(link.b.span));
        for number in link.diff.iter().filter(|run| run.change == Change::Moved).map(|run| run.number) {
            let ends: Vec<_> = link.diff.iter().filter(|run| run.number == number).collect();
            assert!(
                ends.len() >= 2 && ends.iter().any(|run| run.a.is_some()) && ends.iter().any(|run| run.b.is_some())
            );
        }
    }
    for quotation in &quotes.quotations {
        assert!(documents[quotation.doc.index()].text.get(quotation.span.range()).is_some());
    }
}

#[test]
fn answers_are_sound_on_planted_dossiers() {
    for seed in 10..16 {
        let documents = planted(seed);
        assert_sound(&documents, &detect(&quotables(&documents)));
    }
    let documents = seeds();
    assert_sound(&documents, &detect(&dated(&documents)));
}

#[test]
fn swapping_two_documents_mirrors_the_links() {
    for seed in 20..24 {
        let texts: Vec<String> = planted(seed).into_iter().map(|document| document.text).take(2).collect();
        let pair =
            |one: &str, other: &str| [load::document(one, texts[0].clone()), load::document(other, texts[1].clone())];
        let spans = |documents: &[Document; 2]| {
            let mut spans: Vec<_> = detect(&quotables(documents))
                .links
                .iter()
                .map(|link| {
                    let mut ends = [(link.a.doc, link.a.span), (link.b.doc, link.b.span)];
                    ends.sort();
                    ends
                })
                .collect();
            spans.sort();
            spans
        };
        assert_eq!(spans(&pair("a", "b")), spans(&pair("b", "a")));
    }
}

#[test]
fn a_sentence_said_ten_thousand_times_stays_linear() {
    let sentence = "De minister zei „wij zullen de brug over de rivier vernieuwen” en ging naar huis. ";
    let long = load::document("a", sentence.repeat(10_000));
    let short = load::document("b", format!("Er staat: {sentence}"));
    let started = std::time::Instant::now();
    assert_sound(&[long.clone(), short.clone()], &detect(&quotables(&[long, short])));
    assert!(started.elapsed().as_secs() < 30, "took {:?}", started.elapsed());
}

/// A word, a mark or a sign of any kind.
fn scrap(random: &mut Random) -> &'static str {
    const SCRAPS: &[&str] = &[
        "brug ",
        "over ",
        "de ",
        "gesloopt ",
        "minister ",
        "zegt ",
        "„",
        "”",
        "‘",
        "’",
        "'",
        "\"",
        "«",
        "» ",
        ",,",
        "''",
        "[…] ",
        "...",
        ". ",
        "\n\n",
        "[H]et ",
        "- ",
        "beleids-\n",
        "é",
        "\u{301}",
        "\u{200d}",
        "漢字",
        "(",
        ") ",
        "2024 ",
        ": ",
        "niet ",
    ];
    SCRAPS[random.between(0, SCRAPS.len())]
}

/// `cargo test --release --test it fuzzed -- --ignored`: some minutes.
#[test]
#[ignore = "a million inputs"]
fn a_million_fuzzed_inputs_neither_panic_nor_stall() {
    let mut random = Random::new(77);
    for _ in 0..500_000 {
        let mut text = |most: usize| (0..random.between(0, most)).map(|_| scrap(&mut random)).collect::<String>();
        let documents = [load::document("a", text(60)), load::document("b", text(60))];
        let asked = text(40);
        let dossier = quotables(&documents);
        let started = std::time::Instant::now();
        assert_sound(&documents, &detect(&dossier));
        weerklank::quotes::Asker::new(&dossier).ask(&dossier, &asked);
        assert!(started.elapsed().as_secs_f64() < 1.0, "{documents:?} {asked:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(20_221_115), cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic(one in "([a-cé„”‘’'\"«».,!?…\\[\\]() \n-]|de |brug |over |gesloopt ){0,80}", other in "([a-c„”'\". \n]|de |brug |over |gesloopt ){0,80}") {
        let documents = [load::document("a", one), load::document("b", other)];
        assert_sound(&documents, &detect(&quotables(&documents)));
    }

    #[test]
    fn any_characters_will_do(one in "\\PC{0,200}", other in "\\PC{0,200}") {
        let documents = [load::document("a", one.clone() + &other), load::document("b", other + &one)];
        assert_sound(&documents, &detect(&quotables(&documents)));
    }
}
