//! Searching a small dossier: what is found, in what order, and what bad input does.

use std::borrow::Cow;
use weerklank::search::{Admit, Builder, Found, Index, Memory, Query, Texts, Wanted, title_of};
use weerklank::text::{Block, BlockKind, DocId, Document, Layer, Span, Told, passages};

struct Dossier {
    documents: Vec<Document>,
    index: Vec<u8>,
    memory: Memory,
}

impl Texts for Dossier {
    fn stretch(&self, doc: DocId, span: Span) -> Cow<'_, str> {
        Cow::Borrowed(span.of(&self.documents[doc.index()].text))
    }

    fn title(&self, doc: DocId) -> Cow<'_, str> {
        title_of(&self.documents[doc.index()].meta)
    }
}

/// A document of paragraphs; one that begins with `#` is a heading.
fn document(title: &str, paragraphs: &[&str]) -> Document {
    let mut document = Document::default();
    document.meta.title = Some(Told::found(title));
    for paragraph in paragraphs {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len();
        document.text.push_str(paragraph.trim_start_matches("# "));
        let kind = match paragraph.starts_with('#') {
            true => BlockKind::Heading { level: 1 },
            false => BlockKind::Paragraph,
        };
        let span = Span::new(start, document.text.len());
        document.blocks.push(Block { kind, layer: Layer::Body, span, source: vec![span] });
    }
    document
}

fn dossier(documents: Vec<Document>) -> Dossier {
    let mut builder = Builder::default();
    for document in &documents {
        builder.add(document, &passages(document));
    }
    Dossier { documents, index: builder.finish(), memory: Memory::default() }
}

/// Two invented documents about a harbour.
fn harbour() -> Dossier {
    dossier(vec![
        document(
            "Jaarverslag haven",
            &[
                "# Kade en brug",
                "De havenmeester herstelde de kademuren, en drie kranen werden geverfd.",
                "Coördinatie met de brugwachters bleef een zorg: de brug ging te laat open.",
                "De medezeggenschapsorganen van het loodswezen vroegen om overleg over de getijden.",
                "# Vaarwater",
                "Het vaarwater slibde dicht. Bagger schepen voeren uit, een bagger schuit zonk.",
            ],
        ),
        document(
            "Brief over de sluis",
            &[
                "De sluiswachter schrijft dat de brieven niet aankwamen.",
                "Een brief over zeggenschap, en over veiligheid op het water.",
                "De veiligheids-\ncommissie bezocht de sluis in mei 1893.",
            ],
        ),
    ])
}

fn search(dossier: &Dossier, query: &str, wide: bool) -> Found {
    let index = Index::open(&dossier.index, &dossier.memory).unwrap();
    let admit = |_: DocId, _: Span, _: Layer| Admit::Shown;
    index.search(&Query::parse(query), dossier, &Wanted { limit: 10, admit: &admit, count: true, wide })
}

/// The hits as `document.passage`, each with what is marked in it.
fn hits(dossier: &Dossier, query: &str) -> String {
    let hits = search(dossier, query, false).hits.into_iter().map(|hit| {
        let text = &dossier.documents[hit.doc.index()].text;
        let marked: Vec<&str> = hit.highlights.iter().map(|span| span.of(text)).collect();
        format!("{}.{} {}", hit.doc.0, hit.passage, marked.join("|"))
    });
    hits.collect::<Vec<_>>().join("; ")
}

#[test]
fn finds_what_is_meant() {
    let dossier = harbour();
    let check = |query: &str, expected: &str| assert_eq!(hits(&dossier, query), expected, "{query}");
    // Exact, and related below it.
    check("brief ", "1.1 brief; 1.0 brieven");
    check("kranen geverfd ", "0.1 kranen|geverfd");
    // Typing errors, at the first letter too, and missing diacritics.
    check("havenmeestr ", "0.1 havenmeester");
    check("avenmeester ", "0.1 havenmeester");
    check("coordinatie ", "0.2 Coördinatie");
    check("sluyswachter ", "1.0 sluiswachter");
    // Unfinished while it is typed.
    check("kadem", "0.1 kadem");
    // Compounds: parts, apart and together; a word torn by a line's end.
    check("zeggenschap ", "1.1 zeggenschap; 0.3 zeggenschap");
    check("organen ", "0.3 organen");
    check("medezeggenschaps organen ", "0.3 medezeggenschapsorganen");
    check("baggerschepen ", "0.5 Bagger schepen");
    check("veiligheidscommissie ", "1.2 veiligheids-\ncommissie");
    // The language of queries.
    check("\"bagger schuit\"", "0.5 bagger schuit");
    check("\"schuit bagger\"", "");
    check("sluis -mei ", "1.0 sluis");
    check("kademuren OF getijden ", "0.1 kademuren; 0.3 getijden");
    check("slui*", "1.0 slui; 1.2 slui");
    // Other forms of a word, and of a strong verb.
    check("schreven ", "1.0 schrijft");
    check("herstellen ", "0.1 herstelde");
    check("slib ", "0.5 slibde");
    // More than one error, and letters that a machine misread.
    check("havenmestr ", "0.1 havenmeester");
    check("vaanvater ", "0.4 Vaarwater; 0.5 vaarwater");
    check("kraan ", "0.1 kranen");
    // Nonsense.
    check("xqwzkrv ", "");
}

#[test]
fn says_what_stood_in_for_what() {
    let dossier = harbour();
    let found = search(&dossier, "havenmeestr ", false);
    assert_eq!(found.corrections, [("havenmeestr".to_owned(), "havenmeester".to_owned())]);
    assert_eq!(
        search(&dossier, "vaarwter slib*", false).corrections,
        [("vaarwter".to_owned(), "vaarwater".to_owned())]
    );
    assert!(search(&dossier, "havenmeester ", false).corrections.is_empty());
    assert_eq!(search(&dossier, "gytideb ", false).nearest, ["getijden"]);
}

#[test]
fn headings_and_titles_count_for_what_stands_under_them() {
    let dossier = harbour();
    assert!(hits(&dossier, "vaarwater schuit ").starts_with("0.5"));
    assert!(hits(&dossier, "jaarverslag getijden ").starts_with("0.3"));
}

#[test]
fn every_hit_shows_why() {
    let dossier = harbour();
    for query in ["havenmeestr brugg", "jaarverslag brugwachtr", "haven kademuren", "zeggenschp organen", "jaarverslag"]
    {
        for wide in [false, true] {
            let hits = search(&dossier, query, wide).hits;
            let bare = hits.iter().filter(|hit| hit.highlights.is_empty()).count();
            // A document that only its title brings is shown by its first passage.
            assert!(!hits.is_empty() && bare <= usize::from(query == "jaarverslag"), "{query} {wide}");
        }
    }
}

#[test]
fn some_of_the_words_are_better_than_nothing() {
    let dossier = harbour();
    let found = search(&dossier, "getijden kikkerdril ", false);
    assert_eq!(found.hits.iter().map(|hit| hit.complete).collect::<Vec<_>>(), [false]);
    let counted: Vec<_> = found.matched.iter().map(|matched| (matched.doc.0, matched.passage)).collect();
    assert_eq!(counted, [(0, 3)]);
}

#[test]
fn building_twice_gives_the_same_bytes() {
    assert_eq!(harbour().index, harbour().index);
}

#[test]
fn a_dossier_without_words_is_searched_without_harm() {
    for dossier in [dossier(vec![]), dossier(vec![document("", &[])]), dossier(vec![document("", &["…"])])] {
        assert_eq!(hits(&dossier, "haven"), "");
        assert_eq!(hits(&dossier, "\"haven dicht\" -brug x*"), "");
    }
}

#[test]
fn no_query_is_too_bad() {
    let dossier = harbour();
    let long = "haven ".repeat(20_000);
    let glued = "haven".repeat(20_000);
    let quotes = "\"".repeat(100_000);
    let odd = [
        "-",
        "--",
        "\"",
        "OF",
        "OF OF",
        "NIET",
        ":",
        "na:",
        "*",
        "\u{202e}haven\u{0}",
        "\u{feff}",
        "ĳ",
        "𝕙",
        "a*b*c",
        "-\"",
        "('",
    ];
    for query in odd.into_iter().chain([&*long, &*glued, &*quotes]) {
        for wide in [false, true] {
            let found = search(&dossier, query, wide);
            for hit in found.hits {
                let text = &dossier.documents[hit.doc.index()].text;
                assert!(hit.highlights.iter().all(|span| text.get(span.range()).is_some() && hit.span.contains(*span)));
                assert!(hit.span.contains(hit.snippet) && text.get(hit.snippet.range()).is_some());
            }
        }
    }
}

#[test]
fn damage_never_panics() {
    let whole = harbour();
    for at in 0..whole.index.len() {
        let mut dossier = harbour();
        dossier.index[at] ^= 0x55;
        if Index::open(&dossier.index, &dossier.memory).is_ok() {
            for query in ["zeggenschap", "havenmeestr slib", "\"bagger schuit\""] {
                search(&dossier, query, true);
            }
        }
        let cut = &whole.index[..at];
        let memory = Memory::default();
        assert!(Index::open(cut, &memory).is_err());
    }
}
