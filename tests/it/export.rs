//! What people take out of a dossier: every file is what its kind says it is, and CSV loses nothing.

use weerklank::{
    corpus::{Parts, SourceFile, build},
    dates::{Entry, EntryKind, Telling},
    engine::Engine,
    screen::{
        export_quotes, export_timeline,
        words::{Words, words},
    },
    text::{DocId, Language, Said, Span},
};

const LETTER: &str =
    "Utrecht, 3 mei 2021\n\nWij vragen de raad, \"na beraad\", om een open gesprek over de nieuwe brug te voeren.\n";
const NEWS: &str =
    "De bewoners schrijven: „een open gesprek over de nieuwe brug te voeren”. In maart ging de oude brug dicht.\n";

/// Two documents, and a timeline as it might be found in them.
fn engine() -> Engine {
    let file = |name: &str, text: &str| SourceFile { file: name.into(), bytes: text.as_bytes().to_vec() };
    let files = [file("a-brief.txt", LETTER), file("b-bericht.txt", NEWS)];
    let mut built = build(&files, None, Parts::ALL, &mut |_| ()).unwrap().value;
    let text = built.documents[1].text.clone();
    let entry = |title: &str, edtf: &str, words: &str| Entry {
        title: title.to_owned(),
        edtf: edtf.to_owned(),
        found: None,
        earliest: None,
        latest: None,
        kind: EntryKind::Event,
        curated: true,
        sources: telling(&text, words, edtf).into_iter().collect(),
        disagreeing: false,
    };
    built.timeline = vec![
        entry("In maart ging de oude brug dicht", "2021-03", "In maart ging de oude brug dicht"),
        entry("Beraad; \"rijp\", zei men\nlater", "[2021-04-02..2021-05-03]", ""),
        entry("Wie weet wanneer <b>", "", ""),
        entry("De nieuwe brug staat", "2022-06-01/..", "de nieuwe brug"),
    ];
    Engine::open(built.write(&mut |_| ())).unwrap()
}

fn telling(text: &str, words: &str, edtf: &str) -> Option<Telling> {
    let start = text.find(words).filter(|_| !words.is_empty())?;
    let span = Span::new(start, start + words.len());
    let why = Said::new("zo geschreven", "as written");
    Some(Telling { doc: DocId(1), span, clause: span, edtf: edtf.to_owned(), why })
}

fn dutch() -> &'static Words {
    words(Language::Dutch)
}

fn all(n: usize) -> Vec<u32> {
    (0..n as u32).collect()
}

/// Fields of a CSV file by RFC 4180.
fn read_csv(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = csv.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => field.extend(signs.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut field)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            (sign, _) => field.push(sign),
        }
    }
    rows
}

#[test]
fn csv_of_the_timeline_comes_back_whole() {
    let engine = engine();
    let rows = read_csv(&export_timeline::csv(&engine, &all(4), dutch()));
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row has every column");
    for (row, entry) in rows[1..].iter().zip(engine.timeline()) {
        assert_eq!((&row[1], &row[2]), (&entry.title, &entry.edtf));
        if let Some(telling) = entry.sources.first() {
            let (start, end): (usize, usize) = (row[12].parse().unwrap(), row[13].parse().unwrap());
            assert_eq!(&NEWS[start..end], row[14], "offsets are those of the file");
            assert_eq!(row[18], telling.edtf);
        }
    }
}

#[test]
fn calendars_have_whole_days_for_what_is_dated() {
    let ics = export_timeline::ics(&engine(), &all(4), dutch());
    assert!(ics.split_terminator("\r\n").all(|line| !line.is_empty() && line.len() <= 75 && !line.contains('\n')));
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 3, "what has no date has no place in a calendar");
    assert_eq!(ics.matches("BEGIN:").count(), ics.matches("END:").count());
    for line in ["DTSTART;VALUE=DATE:20210301", "DTEND;VALUE=DATE:20210401", "DTSTART;VALUE=DATE:20210402"] {
        assert!(ics.contains(line), "{line}");
    }
    assert!(ics.contains("SUMMARY:Beraad\\; \"rijp\"\\, zei men\\nlater"));
}

#[test]
fn timelinejs_is_json_whose_texts_are_harmless() {
    let json = export_timeline::timelinejs(&engine(), &all(4), dutch());
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    let events = parsed["events"].as_array().unwrap();
    assert_eq!(events.len(), 3);
    assert_eq!((&events[0]["start_date"]["month"], &events[0]["end_date"]["day"]), (&3.into(), &31.into()));
    assert!(!json.contains("<b>"));
}

#[test]
fn the_picture_is_well_formed() {
    let svg = export_timeline::svg(&engine(), &all(4), dutch());
    assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("Wie weet") && !svg.contains("<b>") && !svg.contains("NaN"));
    for tag in ["svg", "g", "text", "defs", "mask"] {
        let opened = svg.matches(&format!("<{tag} ")).count() + svg.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, svg.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn quotes_leave_as_rows_and_as_annotations() {
    let engine = engine();
    let links = all(engine.links().len());
    let rows = read_csv(&export_quotes::csv(&engine, &links, dutch()));
    assert_eq!(rows.len(), links.len() + 1);
    let page = export_quotes::annotations(&engine, &links, dutch());
    let parsed: serde_json::Value = serde_json::from_str(&page).unwrap();
    let items = parsed["items"].as_array().unwrap();
    assert_eq!(items.len(), links.len());
    for (row, (link, item)) in rows[1..].iter().zip(engine.links().iter().zip(items)) {
        let text = &engine.document(link.b.doc).text;
        let selectors = &item["target"]["selector"];
        assert_eq!(selectors[0]["exact"], link.b.span.of(text));
        assert_eq!(row[14], link.b.span.of(text));
        let place = |name: &str| selectors[1][name].as_u64().unwrap() as usize;
        let selected: String = text.chars().skip(place("start")).take(place("end") - place("start")).collect();
        assert_eq!(selectors[0]["exact"], selected);
    }
}

#[test]
fn a_quote_is_copied_as_words_with_its_address_and_as_markdown() {
    use export_quotes::{CiteAs, cite};
    let engine = engine();
    let copied = |form| cite(&engine, &engine.links()[0], "https://a.nl/d.html", Language::Dutch, form);
    let words = "„een open gesprek over de nieuwe brug te voeren”\n";
    let (plain, linked, markdown) = (copied(CiteAs::Plain), copied(CiteAs::Linked), copied(CiteAs::Markdown));
    assert!(plain.starts_with(words) && linked.starts_with(words) && !plain.contains("https://"), "{plain}");
    assert_eq!(linked.matches("https://a.nl/d.html#/").count(), 2, "{linked}");
    assert!(markdown.starts_with("> een open gesprek over de nieuwe brug te voeren\n>\n> — ["), "{markdown}");
    assert!(markdown.contains("](<https://a.nl/d.html#/"), "{markdown}");
}
