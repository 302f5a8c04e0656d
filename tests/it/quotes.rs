//! Quotes on whole dossiers: the five documents, and the laws that hold for any.

#![allow(clippy::unwrap_used)]

use super::quotes_eval::{edits, invent, load, planter, random::Random};
use proptest::prelude::*;
use weerklank::{
    quotes::{Change, Direction, Finding, Link, LinkKind, Marks, Quotable, Quotes, Side, detect},
    text::{BlockKind, DocId, Document, Layer, Span},
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
    let side = |side: Side| (documents[side.doc.index()].id.clone(), side.span, side.layer);
    let links = quotes.links.iter().map(|link| {
        let rest = (&link.segments, link.kind, link.certainty, link.direction, &link.evidence, link.marks);
        let more = (&link.speaker_source, &link.speaker_target, &link.diff, &link.findings, &link.summary);
        format!("{:?} {:?} {rest:?} {more:?}", side(link.a), side(link.b))
    });
    let quotation = |q: &weerklank::quotes::Quotation| {
        let id = &documents[q.doc.index()].id;
        let rest = (q.layer, q.closed, &q.speaker, q.named_source, q.linked);
        format!("{id} {:?} {rest:?}", q.span)
    };
    links.chain(quotes.quotations.iter().map(quotation)).collect()
}

#[test]
fn small_words_in_one_long_run_and_wording_said_once_are_links() {
    let check = |texts: [&str; 3], expected: &[(usize, &str)]| {
        let documents: Vec<Document> =
            ["a", "b", "c"].into_iter().zip(texts).map(|(id, text)| load::document(id, text.to_owned())).collect();
        let links = detect(&quotables(&documents)).links;
        let got: Vec<_> = links
            .iter()
            .map(|link| (link.a.doc.index(), link.b.span.of(&documents[link.b.doc.index()].text)))
            .collect();
        assert_eq!(got, expected);
    };
    check(
        [
            "De brief kwam laat. Wij zagen dat hij nog maar net op de site stond. We hebben ons er dus nog niet goed in kunnen verdiepen. Dat spijt ons.",
            "Later heette het, zo gaat dat: nog maar net op de site stond. We hebben ons er dus nog niet goed in kunnen verdiepen, en daar bleef het bij.",
            "De rivier stroomt langs het dorp en niemand kijkt ernaar om.",
        ],
        &[(0, "nog maar net op de site stond. We hebben ons er dus nog niet goed in kunnen verdiepen")],
    );
    check(
        [
            "Zij noemde ze constructies in strijd.",
            "Er zijn constructies die in strijd zijn. Er waren constructies die in strijd waren. Het zijn constructies, \
             ook in strijd. Daar gaat het om als constructies in strijd met de wet komen. Dan zijn constructies weer in strijd.",
            "Hij sprak van „als constructies in strijd” en zweeg.",
        ],
        &[(1, "als constructies in strijd")],
    );
}

#[test]
fn a_question_that_its_answer_repeats_is_a_link_of_its_own() {
    let asked = [
        "Heeft u kennisgenomen van het bericht dat de sluis bij Vennekerk al negen weken lekt?",
        "Welke maatregelen heeft de provincie sindsdien genomen om de weilanden droog te houden?",
        "Bent u bereid de schippers een tegemoetkoming te geven voor de gemiste vaart?",
    ];
    let answers =
        ["Ja.", "Er zijn twee pompen geplaatst, en er wordt dag en nacht gewaakt.", "Daarover beslist de raad."];
    let answered: Vec<String> = asked.iter().zip(answers).map(|(one, answer)| format!("{one}\n\n{answer}")).collect();
    let check = |second: String, expected: &[&str]| {
        let documents = [load::document("a", asked.join("\n\n")), load::document("b", second)];
        let links = detect(&quotables(&documents)).links;
        let mut got: Vec<&str> = links.iter().map(|link| link.a.span.of(&documents[0].text)).collect();
        got.sort_by_key(|text| documents[0].text.find(text));
        let bare: Vec<&str> = expected.iter().map(|text| text.trim_end_matches('?')).collect();
        assert_eq!(got.iter().map(|text| text.trim_end_matches('?')).collect::<Vec<_>>(), bare);
    };
    check(answered.join("\n\n"), &asked);
    // Paragraphs that follow each other in both are one repetition.
    check(asked.join("\n\n"), &[&asked.join("\n\n")]);
}

#[test]
fn a_source_is_named_without_the_sentence_that_goes_on() {
    let check = |text: &str, expected: Option<&str>| {
        let documents = [load::document("a", text.to_owned())];
        let quotes = detect(&quotables(&documents));
        let named = quotes.quotations[0].named_source.map(|span| span.of(&documents[0].text));
        assert_eq!(named, expected, "{text}");
    };
    check(
        "Na het akkoordverslag zal er worden gepraat. ‘Wij gaan door met de brug’, zei hij.",
        Some("het akkoordverslag"),
    );
    check(
        "In een brief aan de voorzitter in mei 2021 stond: ‘Wij gaan door met de brug.’",
        Some("een brief aan de voorzitter in mei 2021"),
    );
    check("Het stond op de agenda. ‘Wij gaan door met de brug’, zei hij.", None);
}

fn planted(seed: u64) -> Vec<Document> {
    planted_in(6, seed)
}

fn planted_in(n_documents: usize, seed: u64) -> Vec<Document> {
    let texts = invent::documents(&mut Random::new(seed), n_documents, 500);
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
        let mut documents = planted(seed);
        let first = told(&documents, &detect(&quotables(&documents)));
        assert!(!first.is_empty());
        let mut random = Random::new(seed);
        for _ in 0..4 {
            for last in (1..documents.len()).rev() {
                documents.swap(last, random.between(0, last + 1));
            }
            assert_eq!(first, told(&documents, &detect(&quotables(&documents))));
        }
    }
}

/// What must hold of every answer.
fn assert_sound(documents: &[Document], quotes: &Quotes) {
    for link in &quotes.links {
        let (a, b) = (&documents[link.a.doc.index()].text, &documents[link.b.doc.index()].text);
        assert!(a.get(link.a.span.range()).is_some() && b.get(link.b.span.range()).is_some());
        let words = |text: &str, span: Span| -> Vec<String> {
            weerklank::text::words(span.of(text)).map(|word| word.of(span.of(text)).to_owned()).collect()
        };
        let rebuilt = |text: &str, spans: Vec<Span>| -> Vec<String> {
            spans.into_iter().flat_map(|span| words(text, span)).collect()
        };
        assert_eq!(rebuilt(a, link.diff.iter().filter_map(|run| run.a).collect()), words(a, link.a.span));
        assert_eq!(rebuilt(b, link.diff.iter().filter_map(|run| run.b).collect()), words(b, link.b.span));
        for segment in &link.segments {
            assert!(link.a.span.contains(segment.a) && link.b.span.contains(segment.b));
        }
        let in_order = link.segments.windows(2).all(|two| two[0].b.start_byte < two[1].b.start_byte);
        assert!(in_order, "{:?} of {a:?} and {b:?}", link.segments);
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

/// A link in words that do not depend on which document has which id: each end with the number of its text. One without a
/// direction is turned so that the first text stands first.
fn mirrored(link: &Link, text_of: [usize; 2]) -> String {
    let number = |side: Side| text_of[side.doc.index()];
    let turn = link.direction == Direction::Parallel && number(link.a) > number(link.b);
    let ends = |a: Option<Span>, b: Option<Span>| if turn { (b, a) } else { (a, b) };
    let mut segments: Vec<_> = link.segments.iter().map(|one| ends(Some(one.a), Some(one.b))).collect();
    segments.sort();
    let change = |change: Change| match change {
        Change::Dropped if turn => Change::Added,
        Change::Added if turn => Change::Dropped,
        other => other,
    };
    let mut runs: Vec<_> =
        link.diff.iter().map(|run| (ends(run.a, run.b), change(run.change), run.n_words, run.number > 0)).collect();
    runs.sort();
    let sides = if turn { [link.b, link.a] } else { [link.a, link.b] };
    let sides = sides.map(|side| (number(side), side.span, side.layer));
    let mut said = format!("{sides:?} {:?} {segments:?} {runs:?}", link.direction);
    if link.direction == Direction::AToB {
        // What is asked of the side that repeats has no meaning where neither does.
        let told = (link.kind, link.certainty, link.marks, &link.findings, &link.summary);
        said += &format!(" {told:?} {:?} {:?}", link.speaker_source, link.speaker_target);
    }
    said
}

#[test]
fn swapping_two_documents_mirrors_the_links() {
    let (mut n_directed, mut n_parallel) = (0, 0);
    for seed in 20..44 {
        let texts: Vec<String> = planted_in(2, seed).into_iter().map(|document| document.text).collect();
        let pair =
            |one: &str, other: &str| [load::document(one, texts[0].clone()), load::document(other, texts[1].clone())];
        let links = |documents: &[Document; 2]| detect(&quotables(documents)).links;
        let (one, other) = (links(&pair("a", "b")), links(&pair("b", "a")));
        let all = |links: &[Link]| {
            let mut all: Vec<String> = links.iter().map(|link| mirrored(link, [0, 1])).collect();
            all.sort();
            all
        };
        for (one, other) in all(&one).iter().zip(all(&other)) {
            assert_eq!(*one, other, "seed {seed}");
        }
        assert_eq!(one.len(), other.len(), "seed {seed}");
        n_directed += one.iter().filter(|link| link.direction == Direction::AToB).count();
        n_parallel += one.iter().filter(|link| link.direction == Direction::Parallel).count();
    }
    assert!(n_directed >= 100 && n_parallel >= 20, "too few to say anything: {n_directed} and {n_parallel}");
}

/// Words of a small world, and what a hasty hand makes of them.
fn retold(random: &mut Random) -> (String, String) {
    const WORDS: &[&str] = &[
        "brug",
        "minister",
        "de",
        "het",
        "gesloopt",
        "rivier",
        "begroting",
        "van",
        "schoolgebouw",
        "en",
        "nieuwe",
        "gemeenteraad",
        "heeft",
        "wethouder",
        "niet",
        "besloten",
        "omwonenden",
        "met",
        "vergunning",
        "altijd",
        "twaalf",
        "miljoen",
        "over",
        "wegens",
        "stikstof",
        "toch",
        "later",
        "vertrouwen",
    ];
    let source: Vec<&str> = (0..random.between(8, 45)).map(|_| *random.pick::<&str>(WORDS)).collect();
    let mut told = source.clone();
    for _ in 0..random.between(0, 5) {
        let at = random.between(0, told.len());
        match random.between(0, 4) {
            0 if told.len() > 6 => drop(told.remove(at)),
            1 => told.insert(at, *random.pick::<&str>(WORDS)),
            2 => told[at] = *random.pick::<&str>(WORDS),
            _ => {
                let to = random.between(at, told.len());
                told[at..=to].rotate_left(1);
            }
        }
    }
    (source.join(" "), told.join(" "))
}

#[test]
fn the_diff_rebuilds_both_sides_of_what_is_retold() {
    let mut random = Random::new(5);
    let mut n_linked = 0;
    for round in 0..400 {
        let (source, told) = retold(&mut random);
        let told = if round % 2 == 0 { format!("Zij zei: „{told}”.") } else { told };
        let documents =
            [load::document("a", format!("Er was eens: {source}. Dat was het.")), load::document("b", told)];
        let found = detect(&quotables(&documents));
        assert_sound(&documents, &found);
        n_linked += usize::from(!found.links.is_empty());
    }
    assert!(n_linked > 200, "only {n_linked} of 400 are linked at all");
}

/// Processor time of this thread where the system tells, else time that went by: other processes do not count.
fn processor_nanos() -> u128 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    told.unwrap_or_else(|| std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos())
}

#[test]
fn a_sentence_said_ten_thousand_times_stays_linear() {
    let sentence = "De minister zei „wij zullen de brug over de rivier vernieuwen” en ging naar huis. ";
    let cost = |times: usize| {
        let long = load::document("a", sentence.repeat(times));
        let short = load::document("b", format!("Er staat: {sentence}"));
        let documents = [long, short];
        let dossier = quotables(&documents);
        let once = |_| {
            let started = processor_nanos();
            let found = detect(&dossier);
            let took = processor_nanos() - started;
            assert_sound(&documents, &found);
            took
        };
        (0..2).map(once).min().unwrap()
    };
    let (some, many) = (cost(2_500), cost(10_000));
    assert!(many < 7 * some, "four times as much text took {:.1} times as long", many as f64 / some as f64);
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
/// A form of labels with one word each: every second word is one that no seed may join.
#[test]
fn reads_a_form_of_labels_and_values() {
    let words = ["Naam", "Vos", "Plaats", "Zwolle", "Functie", "Bode", "Afdeling", "Post", "Kamer", "Kelder"];
    for first in 0..2 {
        let mut documents = weerklank::readers::read("form.txt", words.join("\n\n").as_bytes()).value;
        assert!(documents[0].blocks.len() >= words.len(), "a block a word");
        for (at, block) in documents[0].blocks.iter_mut().enumerate() {
            block.kind = if at % 2 == first { BlockKind::Label } else { BlockKind::Paragraph };
            block.layer = Layer::Body;
        }
        assert!(detect(&quotables(&documents)).links.is_empty());
    }
}

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
