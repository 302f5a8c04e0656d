//! Dates in a query, as people type them, against documents that name the day in other words.

use weerklank::{
    corpus::{Parts, SourceFile, build},
    engine::{Engine, Filters},
};

const LETTER: &str = "Utrecht, 12 mei 2021\n\nAfgelopen vrijdag stapte het hele bestuur van de ijsclub op.\n\n\
                      De leden vergaderen verder op 20 mei 2021 over een nieuwe voorzitter.\n";
const NEWS: &str = "Zwolle, 3 juni 2022\n\nIn de zomer van 2019 lag de baan stil. Het bestuur bleef.\n";

fn engine() -> Engine {
    let file = |name: &str, text: &str| SourceFile { file: name.into(), bytes: text.as_bytes().to_vec() };
    let files = [file("a-brief.txt", LETTER), file("b-bericht.txt", NEWS)];
    let built = build(&files, None, Parts::ALL, &mut |_| ()).unwrap().value;
    Engine::open(built.write(&mut |_| ())).unwrap()
}

/// The snippets found, with what is highlighted in [brackets].
fn check(query: &str, expected: &[&str]) {
    let engine = engine();
    let answer = engine.search(query, &Filters::default(), 10);
    let shown = answer.groups.iter().flat_map(|group| &group.hits).map(|hit| {
        let text = &engine.document(hit.doc).text;
        let mut said = String::new();
        let mut at = hit.snippet.span.start();
        for span in &hit.snippet.highlights {
            said += &format!("{}[{}]", &text[at..span.start()], span.of(text));
            at = span.end();
        }
        said + &text[at..hit.snippet.span.end()]
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{query}");
}

#[test]
fn a_day_is_found_in_other_words() {
    let friday = "[Afgelopen vrijdag] stapte het hele bestuur van de ijsclub op.";
    check("7 mei 2021", &[friday]);
    check("7-5-2021 ", &[friday]);
    check("zeven mei 2021 bestuur ", &["[Afgelopen vrijdag] stapte het hele [bestuur] van de ijsclub op."]);
    check("datum: 7 mei 2021", &[friday]);
}

#[test]
fn words_that_stand_there_come_first() {
    check("20 mei 2021", &["De leden vergaderen verder op [20] [mei] [2021] over een nieuwe voorzitter."]);
}

#[test]
fn a_longer_time_holds_its_days() {
    check("zomer 2019 bestuur ", &["In de [zomer] van [2019] lag de baan stil. Het [bestuur] bleef."]);
    check("-datum:2019 baan ", &[]);
}

#[test]
fn a_day_that_nobody_names_finds_nothing() {
    check("8 mei 2021", &[]);
    check("\"8 mei 2021\"", &[]);
}

#[test]
fn a_month_or_a_year_is_no_typing_error() {
    let text = "Zwolle, 3 juni 2022\n\nMaar in 2021 bleef het stil op de ijsbaan.\n\nIn 2023 komt er een nieuwe.\n";
    let files = [SourceFile { file: "a.txt".into(), bytes: text.as_bytes().to_vec() }];
    let built = build(&files, None, Parts::ALL, &mut |_| ()).unwrap().value;
    let engine = Engine::open(built.write(&mut |_| ())).unwrap();
    for query in ["maart 2022", "in 2024"] {
        let answer = engine.search(query, &Filters::default(), 10);
        assert_eq!((answer.n_passages, answer.corrections.len()), (0, 0), "{query}");
        assert!(answer.notes.iter().any(|note| note.nl.starts_with("Niets in dit dossier past bij")), "{query}");
    }
}

#[test]
fn a_time_that_nobody_names_is_that_of_the_documents() {
    check("bestuur juni 2022 ", &["In de zomer van 2019 lag de baan stil. Het [bestuur] bleef."]);
    let answer = engine().search("bestuur juni 2022", &Filters::default(), 10);
    assert!(answer.notes.iter().any(|note| note.nl.contains("van die tijd")), "{:?}", answer.notes);
}

#[test]
fn before_and_after_need_no_colon() {
    let board = "In de zomer van 2019 lag de baan stil. Het [bestuur] bleef.";
    check("bestuur na 2021 ", &[board]);
    check("bestuur sinds 2022 ", &[board]);
    check("bestuur vanaf juni 2022 ", &[board]);
    check("bestuur na 2022 ", &[]);
    check("voor 2022 bestuur ", &["Afgelopen vrijdag stapte het hele [bestuur] van de ijsclub op."]);
}
