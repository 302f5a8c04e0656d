//! The corpus file: what goes in comes out, the same input gives the same bytes, and damage never panics.

use proptest::prelude::*;
use weerklank::{
    corpus::{Corpus, CorpusError, Parts, SourceFile, build},
    engine::{Engine, Filters, Language},
    screen::{first_words, help, listing},
};

fn files() -> Vec<SourceFile> {
    let file = |name: &str, text: &str| SourceFile { file: name.into(), bytes: text.as_bytes().to_vec() };
    vec![
        file(
            "b-brief.txt",
            "Utrecht, 3 mei 2021\n\nWij vragen de raad om een open gesprek over de nieuwe brug te voeren.\n",
        ),
        file(
            "a-bericht.md",
            "# Brug\n\nDe bewoners vragen „een open gesprek over de nieuwe brug te voeren”, schrijven zij.\n",
        ),
    ]
}

fn corpus_file(files: &[SourceFile]) -> Vec<u8> {
    build(files, None, Parts::ALL, &mut |_| ()).unwrap().value.write(&mut |_| ())
}

#[test]
fn what_was_built_is_what_is_opened() {
    let built = build(&files(), None, Parts::ALL, &mut |_| ()).unwrap().value;
    let corpus = Corpus::open(built.write(&mut |_| ()).into()).unwrap();
    assert_eq!(corpus.damage(), []);
    for doc in corpus.docs() {
        assert_eq!(*corpus.document(doc), built.documents[doc.index()]);
        assert_eq!(corpus.own_dates(doc), built.own_dates[doc.index()]);
        assert_eq!(corpus.mentions(doc), built.mentions[doc.index()]);
    }
    assert_eq!(corpus.timeline(), built.timeline);
    assert_eq!(*corpus.quotes(), built.quotes);
}

#[test]
fn the_same_files_give_the_same_bytes_in_any_order() {
    let mut files = files();
    let first = corpus_file(&files);
    files.reverse();
    assert_eq!(corpus_file(&files), first);
}

#[test]
fn an_index_of_two_halves_is_the_index() {
    let built = build(&files(), None, Parts::ALL, &mut |_| ()).unwrap().value;
    let n = built.documents.len();
    assert!(built.middle() < n);
    for middle in 0..=n {
        let mut index = built.gathered(0..middle);
        index.append(built.gathered(middle..n));
        assert!(index.finish() == built.index(), "cut at {middle}");
    }
}

#[test]
fn a_lean_dossier_has_the_same_title_page_and_finds_the_same() {
    let files = files();
    let whole = corpus_file(&files);
    let engine = Engine::open(whole.clone()).unwrap();
    let lean_file = engine.lean();
    assert!(lean_file.len() < whole.len());
    let lean = Engine::open(lean_file).unwrap();
    assert_eq!(lean.dossier(), engine.dossier());
    let words = first_words(Language::Dutch);
    assert_eq!(listing::rows(&lean, words), listing::rows(&engine, words));
    assert_eq!(help::examples(&lean, words), help::examples(&engine, words));
    assert_eq!(help::syntax(&lean, words), help::syntax(&engine, words));
    for query in ["brug", "gesprek bruug", "\"nieuwe brug\"", "brug na:2020", "brug spreker:bewoners", "niets daarvan"]
    {
        let answer = |engine: &Engine| engine.search(query, &Filters::default(), 10);
        assert_eq!(answer(&lean), answer(&engine), "{query}");
    }
}

#[test]
fn a_damaged_index_costs_the_search_alone() {
    let mut bytes = corpus_file(&files());
    let corpus = Corpus::open(bytes.clone().into()).unwrap();
    let index = corpus.section(weerklank::corpus::format::Section::Index).unwrap();
    let at = bytes.windows(index.len()).position(|window| window == index).unwrap();
    bytes[at + index.len() / 2] ^= 0x55;
    let corpus = Corpus::open(bytes.clone().into()).unwrap();
    assert!(matches!(corpus.index(), Err(CorpusError::Damaged { section: "index", .. })));
    let engine = Engine::open(bytes).unwrap();
    assert!(engine.document(engine.cards()[0].doc).text.contains("brug"));
    let answer = engine.search("brug", &Filters::default(), 5);
    assert_eq!(answer.n_passages, 0);
    assert!(!answer.notes.is_empty(), "the search says that its index is damaged");
}

fn ask_everything(engine: &Engine) {
    for card in engine.cards() {
        let document = engine.document(card.doc);
        document.blocks.iter().for_each(|block| {
            let _ = block.span.of(&document.text);
        });
        let _ = (engine.passages(card.doc), engine.own_dates(card.doc), engine.mentions(card.doc));
    }
    let _ = (engine.timeline(), engine.links(), engine.quotations(), engine.missing(), engine.dossier());
    let _ = engine.search("brug gesprk", &Filters::default(), 10);
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(20_221_115), cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn damage_gets_a_name_and_never_a_panic(at in 0usize..20_000, bit in 0u8..8, cut in 0usize..20_000) {
        let bytes = corpus_file(&files());
        let mut flipped = bytes.clone();
        let place = at % flipped.len();
        flipped[place] ^= 1 << bit;
        if let Ok(engine) = Engine::open(flipped) {
            ask_everything(&engine);
        }
        let shorter = bytes[..cut % bytes.len()].to_vec();
        prop_assert!(Engine::open(shorter).is_err());
    }
}
