//! Readers: what blocks invented texts give, laws that hold for any bytes, and the outline of the default dossier.

use proptest::prelude::*;
use std::{fmt::Write as _, fs, path::Path};
use weerklank::{
    corpus::Manifest,
    readers::{self, LayerRule},
    text::{Block, BlockKind, Document, InlineKind, Layer, Span},
};

/// One line a block: its layer, its kind, its first and last words, where it stands in the file.
fn outline(document: &Document) -> String {
    let mut outline = String::new();
    for block in &document.blocks {
        let words: Vec<&str> = block.span.of(&document.text).split_whitespace().collect();
        let words = match words.as_slice() {
            [first @ .., _, _, _] if first.len() > 4 => {
                format!("{} … {}", words[..4].join(" "), words[words.len() - 3..].join(" "))
            }
            all => all.join(" "),
        };
        let source: Vec<String> =
            block.source.iter().map(|span| format!("{}-{}", span.start_byte, span.end_byte)).collect();
        let kind = kind(document, block);
        writeln!(outline, "{} {kind} | {words} | {}", block.layer.name(), source.join(" ")).expect("a string grows");
    }
    outline
}

fn kind(document: &Document, block: &Block) -> String {
    match &block.kind {
        BlockKind::Title => "title".into(),
        BlockKind::Heading { level } => format!("heading-{level}"),
        BlockKind::Paragraph => "paragraph".into(),
        BlockKind::Quote => "quote".into(),
        BlockKind::PullQuote => "pull-quote".into(),
        BlockKind::ListItem { depth, marker, .. } => format!("item-{depth} {marker}"),
        BlockKind::Question { number } => format!("question {number}"),
        BlockKind::Answer { number } => format!("answer {number}"),
        BlockKind::Label => "label".into(),
        BlockKind::Field { value_start_byte } => {
            let label = &document.text[block.span.start()..*value_start_byte as usize];
            format!("field[{}]", label.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        BlockKind::Footnote { label } => format!("footnote {label}"),
        BlockKind::Caption => "caption".into(),
        BlockKind::TableRow { head: true } => "table-head".into(),
        BlockKind::TableRow { head: false } => "table-row".into(),
        BlockKind::Preformatted => "preformatted".into(),
        BlockKind::Rule => "rule".into(),
    }
}

#[test]
fn outlines_of_the_default_dossier_stand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("seeds/dossier.toml")).unwrap();
    let manifest = Manifest::parse(&text).unwrap();
    assert_eq!(manifest.warnings, []);
    let mut documents = Vec::new();
    for told in &manifest.value.documents {
        let read = readers::read(&told.file, &fs::read(root.join("seeds").join(&told.file)).unwrap());
        assert_eq!(read.warnings, []);
        documents.extend(read.value);
    }
    assert_eq!(readers::settle_ids(&mut documents), []);
    for document in &mut documents {
        let told = manifest.value.document(&document.file).unwrap();
        assert_eq!(told.apply(document), [], "{}", document.file);
        let golden = root.join(format!("tests/golden/outline-{}.txt", document.id));
        let got = outline(document);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &got).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(got, expected, "{}: look at the change, then run with UPDATE_GOLDEN=1", document.file);
    }
    assert_eq!(manifest.value.event_overrides(&documents).warnings, []);
    assert_eq!(manifest.value.quote_overrides(&documents).warnings, []);
}

/// What an invented text is read as: a line a block, without places.
#[track_caller]
fn check(file: &str, text: &str, expected: &[&str]) {
    let read = readers::read(file, text.as_bytes());
    let document = &read.value[0];
    check_laws(document, text);
    let lines = outline(document);
    let got: Vec<&str> = lines.lines().filter_map(|line| line.rsplit_once(" | ")).map(|(line, _)| line).collect();
    assert_eq!(got, expected);
}

/// The styles of an invented text, with the words they cover.
#[track_caller]
fn check_styles(file: &str, text: &str, expected: &[&str]) {
    let read = readers::read(file, text.as_bytes());
    let document = &read.value[0];
    let got: Vec<String> =
        document.inlines.iter().map(|inline| format!("{:?} {}", inline.kind, inline.span.of(&document.text))).collect();
    assert_eq!(got, expected);
}

#[test]
fn reads_a_plain_letter() {
    check(
        "brief.txt",
        "Gemeente Voorbeeldstad\nPostbus 12\n\nAan de raad\n\nVoorbeeldstad, 3 mei 2020\nOns kenmerk: 2020-1234\n\
         Onderwerp: Herstel van de oude brug\n\nGeachte leden,\n\n\
         Op 28 april jl. heeft het college besloten de brug te herstellen. Dit kost\n\
         naar verwachting twee jaar. Hieronder leggen wij uit waarom wij dat doen en\n\
         wat dat voor u betekent.\n\nWaarom nu\n\n\
         De brug is in 1934 gebouwd. Hij is al twee keer hersteld, en de laatste keer\n\
         was dat niet genoeg. Deze delen zijn aan vervanging toe:\n\n- het dek,\n- de leuningen, die bij de\n  storm braken.\n\n\
         1. Planning\n\n\
         Het werk begint in het najaar. Wij laten u tijdig weten wanneer de weg\n\
         wordt afgesloten, en welke omleiding er dan is voor de bewoners van de\n\n\
         Pagina 1 van 2\n\nstraten langs het kanaal.\n\nMet vriendelijke groet,\n\nJ. Jansen\nwethouder\n",
        &[
            "header paragraph | Gemeente Voorbeeldstad Postbus 12",
            "header paragraph | Aan de raad",
            "header paragraph | Voorbeeldstad, 3 mei 2020",
            "header field[Ons kenmerk:] | Ons kenmerk: 2020-1234",
            "header field[Onderwerp:] | Onderwerp: Herstel van de oude brug",
            "body paragraph | Geachte leden,",
            "body paragraph | Op 28 april jl. … voor u betekent.",
            "body heading-1 | Waarom nu",
            "body paragraph | De brug is in … aan vervanging toe:",
            "body item-0 - | het dek,",
            "body item-0 - | de leuningen, die bij de storm braken.",
            "body heading-1 | 1. Planning",
            "body paragraph | Het werk begint in … langs het kanaal.",
            "furniture paragraph | Pagina 1 van 2",
            "body paragraph | Met vriendelijke groet,",
            "body paragraph | J. Jansen wethouder",
        ],
    );
}

#[test]
fn reads_questions_and_answers() {
    let numbered = "Vragen over de brug\n\nVraag 1\nWanneer gaat de brug open?\n\nIn mei.\n\nVraag 2\nEn wie betaalt dat?\n\nDe provincie.\n";
    let with_labels = "### Vraag 1\n\nWanneer?\n\nEn waarom?\n\n### Antwoord op vraag 1\n\nIn mei.\n";
    check(
        "vragen.txt",
        numbered,
        &[
            "body title | Vragen over de brug",
            "body label | Vraag 1",
            "body question 1 | Wanneer gaat de brug open?",
            "body answer 1 | In mei.",
            "body label | Vraag 2",
            "body question 2 | En wie betaalt dat?",
            "body answer 2 | De provincie.",
        ],
    );
    check(
        "vragen.md",
        with_labels,
        &[
            "body label | Vraag 1",
            "body question 1 | Wanneer?",
            "body question 1 | En waarom?",
            "body label | Antwoord op vraag 1",
            "body answer 1 | In mei.",
        ],
    );
}

#[test]
fn joins_what_a_page_end_tore_and_nothing_else() {
    let long = "Dit is een alinea die lang genoeg is om er een te zijn, en die bij het einde van het blad";
    let check = |before: &str, after: &str, joined: bool| {
        let text = format!("{long} {before}\n\n{after}\n");
        let document = readers::read("a.txt", text.as_bytes()).value.remove(0);
        check_laws(&document, &text);
        assert_eq!(document.blocks.len(), if joined { 1 } else { 2 }, "{text}");
    };
    check("werd afgebroken door de", "drukker.", true);
    check("werd afgebroken door de", "Raad van State, die dat wel vaker heeft gedaan in die dagen en later.", true);
    check("stopt.", "Een andere alinea begint hier, met genoeg woorden om een alinea te mogen heten.", false);
    check(
        "zijn punt verloor",
        "Een andere alinea begint hier, met genoeg woorden om een alinea te mogen heten.",
        false,
    );
    check("noemt:", "een punt en nog een punt.", false);
}

#[test]
fn reads_notes_both_ways() {
    let raised = "Een zin met een noot<sup>1</sup>en meer woorden, waarna het blad ophoudt en de zin nog\n\n\
                  <sup>1</sup> Zie het [verslag](#).\n\nverder gaat.\n";
    check(
        "noot.txt",
        raised,
        &["body paragraph | Een zin met een … nog verder gaat.", "footnote footnote 1 | Zie het verslag."],
    );
    check_styles("noot.txt", raised, &["FootnoteRef { label: \"1\" } 1", "Link { target: None } verslag"]);
    let read = readers::read("noot.txt", raised.as_bytes());
    assert!(read.value[0].text.contains("noot\u{2060}1 en meer"), "a raised number is no part of a word");
    let marked = "Een zin[^a].\n\n[^a]: De noot.\n";
    check("noot.md", marked, &["body paragraph | Een zin\u{2060}a.", "footnote footnote a | De noot."]);
    check_styles("vlak.txt", "17<sup>e</sup> eeuw", &["Superscript e"]);
}

#[test]
fn reads_markdown_and_never_html() {
    check(
        "a.md",
        "---\ntitle: Proef\n---\n# Kop\n\n> Een motto\n\n1. een\n   - twee\n\n| a | b |\n|---|---|\n| c | d |\n\n\
         <script>alert(1)</script>\n\n<!-- stil -->\n\n```\ncode\n```\n\n---\n",
        &[
            "header field[title:] | title: Proef",
            "body title | Kop",
            "body quote | Een motto",
            "body item-0 1. | een",
            "body item-1 - | twee",
            "body table-head | a b",
            "body table-row | c d",
            "body paragraph | <script>alert(1)</script>",
            "furniture preformatted | <!-- stil -->",
            "body preformatted | code",
            "body rule | ",
        ],
    );
    let long = format!("Een <a onclick=\"{}\">stuk</a> tekst.\n", "ga(); ".repeat(60));
    check("c.md", &long, &["body paragraph | Een stuk tekst."]);
    // What only a site's builder reads is noise.
    check(
        "b.md",
        "---\ntitle: Regels\nhide:\n  - toc\nsummary: Waar het om gaat\n---\n# Regels\n\nDe tekst.\n",
        &[
            "header field[title:] | title: Regels",
            "furniture paragraph | hide:",
            "furniture paragraph | - toc",
            "header field[summary:] | summary: Waar het om gaat",
            "body title | Regels",
            "body paragraph | De tekst.",
        ],
    );
    check_styles(
        "a.md",
        "Een *nadruk*, **vet**, `code`,  \n[goed](https://a.nl) en [kwaad](javascript:alert(1)), <b>dik</b>, https://b.nl.",
        &[
            "Emphasis nadruk",
            "Strong vet",
            "Code code",
            "LineBreak \n",
            "Link { target: Some(\"https://a.nl\") } goed",
            "Link { target: None } kwaad",
            "Strong dik",
            "Link { target: Some(\"https://b.nl\") } https://b.nl",
        ],
    );
}

#[test]
fn offsets_are_those_of_the_file_on_disk() {
    let check = |bytes: &[u8], words: &str| {
        let document = readers::read("a.txt", bytes).value.remove(0);
        let at = document.text.find(words).unwrap();
        let source = document.source.to_source(Span::new(at, at + words.len())).unwrap();
        assert_eq!(&bytes[source.range()], words.as_bytes());
    };
    check("\u{feff}Een regel.\r\n\r\nNog één regel.\r\nEn nóg een.\r\n".as_bytes(), "nóg");
    check("\u{feff}Een **vet** woord.\r\n\r\n### Kop\r\n\r\nNa de kop.".as_bytes(), "Na de kop");
    check("Een &amp; ander.\n\n**Vet** na een teken.".as_bytes(), "na een teken");
}

/// What holds for every document, however damaged its file. `file` is the text that its offsets mean.
fn check_laws(document: &Document, file: &str) {
    let text = &document.text;
    let fits = |span: Span, of: &str| of.get(span.range()).is_some();
    let mut end = 0;
    for block in &document.blocks {
        assert!(fits(block.span, text), "blocks stand on character borders");
        assert!(block.span.start() >= end, "blocks rise");
        assert!(!block.span.is_empty() || block.kind == BlockKind::Rule, "blocks hold text");
        assert_eq!(block.span.of(text).trim(), block.span.of(text), "blocks are trimmed");
        if let BlockKind::Field { value_start_byte } = block.kind {
            let value = value_start_byte as usize;
            assert!((block.span.start()..=block.span.end()).contains(&value) && text.is_char_boundary(value));
        }
        end = block.span.end();
    }
    let mut taken = vec![0u8; file.len()];
    for span in document.blocks.iter().flat_map(|block| &block.source) {
        assert!(fits(*span, file), "sources stand on character borders");
        taken[span.range()].iter_mut().for_each(|n| *n += 1);
    }
    assert!(taken.iter().all(|n| *n <= 1), "no byte of the file is in two blocks");
    for (at, c) in file.char_indices().filter(|(_, c)| !c.is_whitespace() && *c != '\u{feff}') {
        assert_eq!(taken[at], 1, "{c:?} at {at} is in no block");
    }
    for run in document.source.runs() {
        let span = Span { start_byte: run.text_byte, end_byte: run.text_byte + run.text_len };
        let source = Span { start_byte: run.source_byte, end_byte: run.source_byte + run.source_len };
        assert!(fits(span, text) && fits(source, file), "runs stand on character borders");
        // A blank may stand for another one; all else is to the letter.
        let plain = |text: &str| text.replace(|c: char| c.is_whitespace(), " ");
        assert!(run.text_len != run.source_len || plain(span.of(text)) == plain(source.of(file)), "{run:?}");
    }
    for block in document.blocks.iter().filter(|block| !block.span.is_empty()) {
        let (first, last) = (block.source.first().expect("a source"), block.source.last().expect("a source"));
        let whole = document.source.to_source(block.span).expect("text comes from the file");
        assert!(first.hull(*last).contains(whole), "a block's text comes from its source: {whole:?} {block:?}");
    }
    let mut last = (0, 0);
    for inline in &document.inlines {
        assert!(fits(inline.span, text) && !inline.span.is_empty(), "styles stand on character borders");
        let block = document.block_at(inline.span.start_byte).expect("a style is in a block");
        assert!(document.blocks[block].span.contains(inline.span), "a style is in one block");
        let order = (inline.span.start_byte, u32::MAX - inline.span.end_byte);
        assert!(last <= order, "styles rise, outer before inner");
        last = order;
        if let InlineKind::Link { target: Some(target) } = &inline.kind {
            let lower = target.to_ascii_lowercase();
            assert!(["http:", "https:", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)), "{target}");
        }
    }
}

/// Reads text as plain and as Markdown and checks the laws of both.
fn check_text(text: &str) {
    for file in ["a.txt", "a.md"] {
        for document in readers::read(file, text.as_bytes()).value {
            check_laws(&document, text);
        }
    }
}

/// Pieces that documents are made of, in any order.
fn fragments() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "een zin. ",
        "Een zin die verder gaat",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        " ",
        "\t",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "~~",
        "# ",
        "### ",
        "> ",
        "- ",
        " • ",
        "1. ",
        "2) ",
        "    ",
        "[a](http://b.nl)",
        "[x](#)",
        "![p](q)",
        "[^1]",
        "[^1]: noot",
        "<sup>1</sup>",
        "<sup>",
        "</sup>",
        "<br>",
        "<div>",
        "<!-- a -->",
        "<script>",
        "&amp;",
        "&#0;",
        "&copy;",
        "\\*",
        "|a|b|\n|-|-|\n|c|d|\n",
        "---\n",
        "===\n",
        "Datum 3 mei 2020",
        "Kenmerk: x",
        "**Datum**  \n3 mei 2020",
        "Vraag 1",
        "Antwoord op vraag 1: ja",
        "Pagina 2 van 3",
        "Delft, 3 mei 2020",
        "\u{c}",
        "\u{feff}",
        "\u{a0}",
        "é",
        "„ja”",
        "\u{0}",
        "\u{1b}",
        "ĳ",
        "𝄞",
        "http://x",
        "---\ntitle: a\n---\n",
        "[a]: http://b\n",
        "\r",
    ]);
    prop::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(20_221_115), cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_for_text_made_of_markup(text in fragments()) {
        check_text(&text);
    }

    #[test]
    fn laws_hold_for_any_text(text in any::<String>()) {
        check_text(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for file in ["a.txt", "a.md", "a.jsonl", "a.pdf"] {
            let read = readers::read(file, &bytes);
            prop_assert!(!read.value.is_empty() || !read.warnings.is_empty() || String::from_utf8_lossy(&bytes).trim().is_empty());
        }
    }

    #[test]
    fn layers_told_by_words_keep_the_laws(text in fragments(), from in 0usize..60, len in 1usize..9) {
        for document in readers::read("a.txt", text.as_bytes()).value {
            let mut document = document;
            let words: Vec<&str> = document.text.split_whitespace().collect();
            let stretch = words.iter().skip(from).take(len).copied().collect::<Vec<_>>().join(" ");
            readers::relayer(&mut document, &[LayerRule { layer: Layer::Comment, from: stretch, to: String::new() }]);
            check_laws(&document, &text);
        }
    }
}

#[test]
fn a_numbered_heading_that_is_set_in_keeps_its_place() {
    check_text(" 1. Datum 3 mei 2020```\n- [a](http://b.nl)");
}

#[test]
fn an_entity_before_white_space_keeps_its_place() {
    check_text("een zin. [a](http://b.nl)een zin.\n\n# &#0;\u{c}\neen zin. ");
}

#[test]
fn letters_of_few_fonts_are_read() {
    check_text("FAⶸ");
}
