//! A large dossier: opened by its first part, asked by message, listed in parts. What comes later changes nothing.

use std::{ops::Range, sync::OnceLock};
use weerklank::{
    corpus::{Parts, SourceFile, build, format::Table},
    engine::{DocId, Engine, Filters, Language, Pieces},
    screen::{
        seek::{self, Question, Reply, Sought},
        slices::List,
    },
};

/// Some 1.2 MB of invented minutes, with a word that stands everywhere and some that stand seldom.
fn corpus_file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| {
        let file = |number: usize| {
            let mut text = format!("Verslag {number}\n\nUtrecht, {} mei 20{:02}\n", 1 + number % 28, 1 + number % 20);
            for part in 0..12 {
                let rare = (number * 7 + part * 13) % 97;
                text.push_str(&format!("\nDe raad besprak punt {part}. "));
                text.push_str(&"Over de brug, de sluis en het veer werd lang en zonder besluit gesproken. ".repeat(4));
                text.push_str(&format!("Het lid kwartel{rare} vroeg om stemming.\n"));
            }
            SourceFile { file: format!("verslag-{number:04}.txt"), bytes: text.into_bytes() }
        };
        let files: Vec<SourceFile> = (0..300).map(file).collect();
        let parts = Parts { quotes: false, ..Parts::ALL };
        build(&files, None, parts, &mut |_| ()).unwrap().value.write(&mut |_| ())
    })
}

fn sought(query: &str) -> Sought {
    Sought { query: query.into(), filters: Filters::default() }
}

fn answered(engine: &Engine, question: Question) -> weerklank::engine::Answer {
    match seek::answer(engine, &question) {
        Reply::Answer(answer) => answer,
        other => panic!("no answer but {other:?}"),
    }
}

/// A file that lies elsewhere, all of it.
#[derive(Debug)]
struct Elsewhere(&'static [u8]);

impl Pieces for Elsewhere {
    fn get(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.0.get(range).map(<[u8]>::to_vec)
    }

    fn are_whole(&self) -> bool {
        true
    }
}

#[test]
fn a_file_that_lies_elsewhere_answers_as_one_that_was_copied() {
    let file = corpus_file();
    let n_first = Table::read(file).unwrap().first_part().unwrap();
    let copied = Engine::open(file).unwrap();
    let over = Engine::open_over(file[..n_first].to_vec(), Box::new(Elsewhere(file))).unwrap();
    assert!(over.is_whole());
    for query in ["kwartel12", "kwartl12 stemming", "de sluis", "\"lid kwartel3\"", "nietswaard"] {
        assert_eq!(format!("{:?}", over.find(query, 10)), format!("{:?}", copied.find(query, 10)), "{query}");
    }
    assert_eq!(over.timeline(), copied.timeline());
    assert_eq!(over.document(DocId(7)), copied.document(DocId(7)));
}

#[test]
fn the_first_part_and_what_was_missed_answer_as_the_whole_does() {
    let file = corpus_file();
    let n_first = Table::read(file).unwrap().first_part().unwrap();
    assert!(n_first * 4 < file.len(), "{n_first} of {}", file.len());
    let whole = Engine::open(file).unwrap();
    let (part, rest) = Engine::open_first(file[..n_first].to_vec()).unwrap();
    assert_eq!(part.cards(), whole.cards());
    assert_eq!(part.dossier(), whole.dossier());
    assert!(!part.is_whole() && Engine::open_first(file[..n_first - 1].to_vec()).is_err());
    for query in ["kwartel12", "kwartl12 stemming", "de sluis", "\"lid kwartel3\"", "nietswaard"] {
        let mut n_bytes = 0;
        let glance = loop {
            let glance = answered(&part, Question::Glance(sought(query)));
            let missed = rest.take_missed(48);
            if missed.is_empty() {
                break glance;
            }
            for range in missed {
                n_bytes += range.len();
                rest.fill(range.start, &file[range]);
            }
        };
        assert!(n_bytes < file.len() / 2, "{query}: {n_bytes} bytes");
        let expected = answered(&whole, Question::Glance(sought(query)));
        assert!(glance.groups == expected.groups, "{query}");
    }
    assert_eq!(part.complete(file).unwrap().cards(), whole.cards());
}

#[test]
fn counting_names_all_hits_and_they_can_be_shown() {
    let engine = Engine::open(corpus_file()).unwrap();
    for query in ["kwartel12", "brug", "kwartl12"] {
        let glance = answered(&engine, Question::Glance(sought(query)));
        let counted = answered(&engine, Question::Count(sought(query)));
        assert!(!glance.counted && counted.counted);
        let list = List::of(&glance);
        let all = list.with(&counted);
        assert_eq!(all.hits().take(list.n_hits).collect::<Vec<_>>(), list.hits().collect::<Vec<_>>(), "{query}");
        let listed: Vec<(DocId, u32)> = all.hits().collect();
        let question = Question::Show {
            sought: sought(query),
            forgiving: counted.forgiving,
            passages: listed.iter().copied().chain([(DocId(0), 9999), (DocId(9999), 0)]).collect(),
        };
        let Reply::Hits(hits) = seek::answer(&engine, &question) else { panic!("no hits") };
        let shown: Vec<(DocId, u32)> = hits.iter().map(|hit| (hit.doc, hit.passage)).collect();
        assert_eq!(shown, listed, "{query}");
        assert!(hits.iter().all(|hit| !hit.snippet.highlights.is_empty()), "{query}");
        let first = glance.groups.iter().flat_map(|group| &group.hits);
        first
            .filter_map(|hit| Some((hit, hits.iter().find(|it| (it.doc, it.passage) == (hit.doc, hit.passage))?)))
            .for_each(|(hit, again)| {
                assert_eq!((&hit.snippet, &hit.highlights), (&again.snippet, &again.highlights), "{query}")
            });
    }
    let counted = answered(&engine, Question::Count(sought("brug")));
    assert_eq!((counted.n_passages, counted.n_documents), (3600, 300));
    let list = List::of(&counted).with(&counted);
    assert!(list.slices.len() == 300 && list.n_hits <= 1200, "{} {}", list.slices.len(), list.n_hits);
}

#[test]
fn ways_and_examples_come_by_message() {
    let engine = Engine::open(corpus_file()).unwrap();
    let ways = seek::answer(&engine, &Question::Ways(sought("brug xqzwvxq"), Language::Dutch));
    assert!(matches!(&ways, Reply::Ways(ways) if ways.iter().any(|way| way.n_passages > 0)), "{ways:?}");
    let examples = seek::answer(&engine, &Question::Examples(Language::Dutch));
    assert!(matches!(&examples, Reply::Examples { syntax, .. } if !syntax.is_empty()), "{examples:?}");
}
