//! The timeline: what a careful archivist would list of a small dossier, and nothing else.

use weerklank::{
    dates::{self, Dated, Day, EntryKind, EventOverride},
    readers,
    text::{CuratedDate, DateRole, Document},
};

fn read(files: &[(&str, &str)]) -> Vec<Document> {
    files.iter().flat_map(|(name, text)| readers::read(name, text.as_bytes()).value).collect()
}

/// Every entry as "value title", documents as "value (id)".
fn listed(documents: &[Document], overrides: &[EventOverride]) -> Vec<String> {
    let own: Vec<_> = documents.iter().map(dates::own_dates).collect();
    let mentions: Vec<_> = documents.iter().zip(&own).map(|(document, own)| dates::mentions(document, own)).collect();
    let dossier: Vec<_> = documents
        .iter()
        .zip(&own)
        .zip(&mentions)
        .map(|((document, own), mentions)| Dated { document, own, mentions })
        .collect();
    let say = |entry: dates::Entry| match entry.kind {
        EntryKind::Document { doc, .. } => format!("{} ({})", entry.edtf, documents[doc.index()].id),
        EntryKind::Event => format!("{} {}", entry.edtf, entry.title),
    };
    dates::timeline(&dossier, overrides).into_iter().map(say).collect()
}

const LETTER: &str = "Utrecht, 14 maart 2023\n\nGeachte raad,\n\nAfgelopen donderdag is het bestuur van de woningstichting \
    afgetreden, vanwege het rapport over de huren. Wij vergaderen elke maandag en kijken uit naar uw reactie.\n\nHoogachtend,\n";
const ARTICLE: &str = "De stichting in opspraak\n\n20 maart 2023\n\nOp 9 maart 2023 trad het bestuur van de woningstichting af. \
    De brief van de huurders is van 14 maart, vijf dagen na het aftreden. In juni 2021 verscheen een eerste onderzoek naar \
    de huren. Na de zomer zal er een nieuwe bijeenkomst worden gehouden.\n\nIn de toekomst kunnen bewoners zich melden.\n";

#[test]
fn tells_every_event_once() {
    let documents = read(&[("a.txt", LETTER), ("b.txt", ARTICLE)]);
    assert_eq!(
        listed(&documents, &[]),
        [
            "2021-06 In juni 2021 verscheen een eerste onderzoek naar de huren",
            "2023-03-09 Afgelopen donderdag is het bestuur van de woningstichting afgetreden",
            "2023-03-14 (a)",
            "2023-03-20 (b)",
            "2023-09/.. Na de zomer zal er een nieuwe bijeenkomst worden gehouden",
        ]
    );
}

#[test]
fn references_periods_and_timetables_are_no_events() {
    let text = "Utrecht, 14 maart 2023\n\nIk verwijs naar mijn antwoord van 3 februari 2023 op uw vraag. De richtlijn 2016/17/EU van \
        9 mei 2016 is hier niet van toepassing. Graag ontvang ik de cijfers van 1 januari 2019 tot 31 december 2022, per jaar. De \
        balie is van maandag tot en met vrijdag bereikbaar voor al uw vragen. Op 2 maart 2023 is de vraag van volksvertegenwoordiger \
        Jansen van 1 maart 2023 ontvangen.\n";
    let first =
        "In aanbeveling 58 wordt de regering gevraagd om tegen eind 2022 een actieplan in te dienen met maatregelen.\n";
    let documents = read(&[("a.txt", text), ("b.txt", first), ("c.txt", first)]);
    let told = listed(&documents, &[]);
    let events: Vec<&String> = told.iter().filter(|entry| !entry.ends_with(')')).collect();
    assert_eq!(events.len(), 2, "{told:?}");
}

/// The events of one invented paper, each as "value title".
fn told(sentences: &str) -> Vec<String> {
    let text = format!("Utrecht, 14 maart 2023\n\nGeachte raad,\n\n{sentences}\n");
    let all = listed(&read(&[("a.txt", &text)]), &[]);
    all.into_iter().filter(|entry| !entry.ends_with("(a)")).collect()
}

#[test]
fn tells_deeds() {
    for (text, expected) in [
        ("In 1962 opende de wethouder het zwembad.", "1962 In 1962 opende de wethouder het zwembad"),
        ("In 2006 hebben partijen een convenant gesloten.", "2006 In 2006 hebben partijen een convenant gesloten"),
        ("Donderdag dien ik een motie in.", "2023-03-16 Donderdag dien ik een motie in"),
        (
            "Het gesprek, dat plaatsvond op 5 mei 2022, heeft ons als basis gediend.",
            "2022-05-05 Het gesprek, dat plaatsvond op 5 mei 2022",
        ),
        ("Dat zou komen.b) Op 3 mei 2022 werd de brug gesloten.", "2022-05-03 Op 3 mei 2022 werd de brug gesloten"),
        ("Zij reisden veel.- Op 3 mei 2022 kwam de raad bijeen.", "2022-05-03 Op 3 mei 2022 kwam de raad bijeen"),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn figures_habits_states_and_sources_are_no_events() {
    for text in [
        "In 2021 werden er 13.234 ziektedagen geregistreerd.",
        "In de tweede helft van 2021 waren er vijf dossiers in behandeling.",
        "Deze vergoeding wordt jaarlijks op 1 april bijgewerkt.",
        "De regeling gold voor wie op 31 december 2013 in dienst was.",
        "Dat volgt uit het koninklijk besluit nr. 78 van 10 november 1967.",
        "De wetten op het gebruik van de talen van 18 juli 1966 gelden ook hier.",
        "De raad heeft tal van folders (8.364 op 17 maart 2022) verspreid.",
        "Vos, mei 2021, De dijk, www.voorbeeld.nl/dijk.pdf",
        "18-22 september 2022 met mijn adviseur",
        "De bus vertrekt om 20.15 uur bij het station.",
        "Een zaterdagavond levert vijf punten op.",
        "Het jaarverslag 2021 noemt de brug niet.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn years_tell_what_goes_on_and_who_was_in_office() {
    assert_eq!(
        told(
            "De pacht loopt tot 2029. Het veerhuis is sinds 1994 eigendom van vier families. Ze beloofden ons in 2015 een steiger. \
              De brief was van Anna Vos, penningmeester en archivaris van 1984 tot 2011. Dat moet uiterlijk in 2025 klaar zijn."
        ),
        [
            "[..2025] Dat moet uiterlijk in 2025 klaar zijn",
            "../2029 De pacht loopt tot 2029",
            "1984/2011 De brief was van Anna Vos, penningmeester en archivaris van 1984 tot 2011",
            "1994/.. Het veerhuis is sinds 1994 eigendom van vier families",
            "2015 Ze beloofden ons in 2015 een steiger",
        ]
    );
}

#[test]
fn what_is_of_anyone_is_no_event() {
    let none: [&str; 0] = [];
    assert_eq!(
        told(
            "Wie vandaag een schuur vraagt, vraagt morgen een huis. Wij zijn tegen een regel die op vrijdagmiddag wordt bedacht. \
              Inwoners die vanaf 1939 zijn overleden staan in het register. De pas moet zijn uitgegeven na 13 maart 2021. \
              Uit 400 controles sinds 2015 blijkt dat het zelden goed gaat. Liever een jaar later met de buurt dan zonder."
        ),
        none
    );
}

#[test]
fn every_message_of_a_thread_has_its_date() {
    let thread = "Van: Jan Vos\nAan: bestuur\nDatum: 18 januari 2024 08:12\nOnderwerp: RE: dak\n\nAkkoord.\n\n\
        Van: Piet Bos\nAan: Jan Vos\nDatum: 16 januari 2024 19:05\nOnderwerp: dak\n\nGisteren lekte het dak van de zaal.\n";
    let told = listed(&read(&[("a.txt", thread)]), &[]);
    assert_eq!(told, ["2024-01-15 Gisteren lekte het dak van de zaal", "2024-01-16 (a)", "2024-01-18 (a)"]);
}

#[test]
fn dates_of_one_sentence_tell_their_own() {
    let both = told("De hal is in 1931 gebouwd en staat sinds 2004 op de lijst van monumenten.");
    assert_eq!(both.iter().map(|entry| &entry[..5]).collect::<Vec<_>>(), ["1931 ", "2004/"], "{both:?}");
    assert_eq!(
        told("De huur ging in op 28 december 2006 om te eindigen op 27 december 2027."),
        [
            "2006-12-28 De huur ging in op 28 december 2006",
            "2027-12-27 De huur ging in op 28 december 2006 om te eindigen op 27 december 2027",
        ]
    );
    assert_eq!(
        told("Wij verwachten binnen zes weken een plan van het bestuur."),
        ["[2023-03-14..2023-04-25] Wij verwachten binnen zes weken een plan van het bestuur"]
    );
    assert_eq!(
        told(
            "Door de nieuwe wet kan de dienst sinds 1 januari 2015 - voor alle aanvragen - beslag leggen op het loon."
        ),
        [
            "2015-01-01/.. Door de nieuwe wet kan de dienst sinds 1 januari 2015 - voor alle aanvragen - beslag leggen op het loon"
        ]
    );
    assert_eq!(
        told("Op 3 mei 2022 kreeg mr. C. A. Bos een bedrag van 670. 000 euro voor de brug."),
        ["2022-05-03 Op 3 mei 2022 kreeg mr. C. A. Bos een bedrag van 670. 000 euro voor de brug"]
    );
}

#[test]
fn what_holds_every_week_is_no_event() {
    for text in [
        "Op dinsdag zijn wij tot zes uur open voor wie langs wil komen.",
        "Daar moet men op kunnen rekenen, ook op een gewone dinsdag in februari.",
        "Dit is de grootste ramp sinds 1953 in heel Europa.",
        "De krant van 1963 had een held nodig.",
        "U moet het bezwaar binnen zes weken bij ons indienen.",
        "2026: € 80,10",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn a_diary_tells_by_its_days() {
    let diary = "Dagboek van de molenaar\n\n17 september 1944. Zondag. Den heelen ochtend vlogen er vliegtuigen over.\n\n\
        4 october 1944. Gisteren verscheen de knecht niet op het werk.\n\n\
        11 januari 1945. Vorst. De kinderen van de school eten suikerbieten.\n";
    let told = listed(&read(&[("a.txt", diary)]), &[]);
    assert!(told.contains(&"1944-10-03 Gisteren verscheen de knecht niet op het werk".to_owned()), "{told:?}");
    assert!(told.iter().any(|entry| entry.starts_with("1945-01-11 11 januari 1945. Vorst. De kinderen")), "{told:?}");
}

#[test]
fn a_chronology_tells_by_its_lines() {
    let rules = "Tijdlijn\n\nWritten 3 mei 2024\n\n2 augustus 2025: Vereisten voor nieuwe modellen\n\n\
        2 augustus 2026 – Vereisten voor producten\n\nAls u aanbieder bent, moet u vóór 2 augustus 2027 aan alle vereisten voldoen.\n";
    let told = listed(&read(&[("a.txt", rules)]), &[]);
    assert!(told.contains(&"2025-08-02 2 augustus 2025: Vereisten voor nieuwe modellen".to_owned()), "{told:?}");
    assert!(told.iter().any(|entry| entry.starts_with("2026-08-02 2 augustus 2026 – Vereisten")), "{told:?}");
    assert!(
        told.iter().any(|entry| entry.ends_with("moet u vóór 2 augustus 2027 aan alle vereisten voldoen")),
        "{told:?}"
    );
}

#[test]
fn how_things_were_belongs_to_what_happened_that_day() {
    let all =
        told("Op 6 maart 2023 zijn 34 bomen gekapt aan de laan. Van een vergunning was op 6 maart 2023 geen sprake.");
    assert_eq!(all, ["2023-03-06 Op 6 maart 2023 zijn 34 bomen gekapt aan de laan"]);
}

#[test]
fn people_correct_events() {
    let documents = read(&[("a.txt", LETTER), ("b.txt", ARTICLE)]);
    let hide = EventOverride { quote: Some("eerste onderzoek".into()), hide: true, ..EventOverride::default() };
    let rename = EventOverride {
        quote: Some("bestuur van de woningstichting".into()),
        title: Some("Bestuur treedt af".into()),
        edtf: Some("2023-03-08".into()),
        ..EventOverride::default()
    };
    let add = EventOverride { title: Some("Oprichting".into()), edtf: Some("1919".into()), ..EventOverride::default() };
    assert_eq!(
        listed(&documents, &[hide, rename, add]),
        [
            "1919 Oprichting",
            "2023-03-08 Bestuur treedt af",
            "2023-03-14 (a)",
            "2023-03-20 (b)",
            "2023-09/.. Na de zomer zal er een nieuwe bijeenkomst worden gehouden",
        ]
    );
}

#[test]
fn states_or_bounds_the_documents_own_date() {
    for (text, expected) in [
        ("Den Haag, 3 mei 2021\n\nGeachte heer,\n", "written 2021-05-03"),
        ("Rapport dak\n\nVastgesteld te Zuiderdiep op 9 oktober 2023\n\nSamenvatting.\n", "written 2023-10-09"),
        ("Rapport dak\n\nBezoek: 7 en 8 november 2019 – Vastgesteld: 16 december 2019\n", "written 2019-12-16"),
        ("Geen cadeau\n\nLedenblad, jaargang 61, nummer 4 – 24 maart 2023\n\nBeste leden,\n", "published 2023-03-24"),
        ("Natte voeten\n\nJaarboek Oud-Land 14 (1998), blz. 41-43\n\nHet was nat.\n", "published 1998"),
        (
            "Motie\n\nDe raad, in vergadering bijeen op 18 oktober 1979,\n\ngehoord de beraadslaging,\n",
            "written 1979-10-18",
        ),
        ("'s-Gravenhage, 3 mei 2021\n\nGeachte heer,\n", "written 2021-05-03"),
        ("Aan de raad\n\nDatum: 03-05-2021\nBetreft: huren\n\nGeachte raad,\n", "written 2021-05-03"),
        ("**Datum**  \n3 mei 2021\n\nTekst.\n", "written 2021-05-03"),
        (
            "Vraag over huren\n\nIngediend 3 mei 2021\nBeantwoord 1 juni 2021 (na 29 dagen)\n",
            "asked 2021-05-03; answered 2021-06-01",
        ),
        ("Vonnis in kort geding van 3 mei 2021\n\nDe feiten zijn bekend.\n", "written 2021-05-03"),
        ("Notulen raad\n\nDatum: dinsdag 4 mei 2021, 13.00-15.10 uur, zaal 3\n\nOpening.\n", "written 2021-05-04"),
        ("Groot nieuws\n\nGeplaatst door: Jan Vos (redactie) op 03-05-2021 om 09:12\n\nHoi.\n", "published 2021-05-03"),
        ("De molen\n\nHet Blad, nummer 4 – mei 2021\n\nEr was eens een molen.\n", "published 2021-05"),
        ("Antwoord van minister X (ontvangen 1 juni 2021)\n\nTekst.\n", "answered 2021-06-01"),
        ("Groot nieuws\n\n3 mei 2021\nRedactie\n\nEr is iets gebeurd.\n", "published 2021-05-03"),
        ("From: a\nTo: b\nDate: Mon, 3 May 2021 10:00\nSubject: c\n\nDear all,\n", "written 2021-05-03"),
        ("Zonder datum.\n\nEr staat niets.\n", ""),
        (
            "Op 28 januari 2022 was er een workshop in de zaal.\n\nNog geen jaar na de workshop is het weer mis.\n",
            "written [2022-01-28..2023-01-27]",
        ),
        ("Doelen\n\n* circulair werken in 2050: met hergebruikte grondstoffen\n* klimaatneutraal in 2030\n", ""),
        ("Ik verwijs u naar vraag nr. 206 van 30 januari 2017.\n", "written [2017-01-30..]"),
        ("Kunt u de cijfers van 2014 tot en met 2016 geven, per gemeente?\n", "written [2016?..]"),
        ("Er loopt een actieplan 2016-2020 voor de hele sector.\n", "written [2016?..]"),
        ("De dienst wil tegen 2020 vijfhonderd mensen in dienst hebben.\n", ""),
        (
            "Vraag 1\n\nIn maart 2016 beloofde u een plan. Waar blijft het?\n\nAntwoord 1\n\nHet plan verscheen op 3 mei 2016.\n",
            "asked [2016-03-01..]; answered [2016-05-03..]",
        ),
        (
            "Vraag 1\n\nWaar blijft het plan?\n\nAntwoord 1\n\nHet plan verscheen op 3 mei 2016.\n",
            "asked [2015-05?..]; answered [2016-05-03..]",
        ),
        ("Het portaal werd geopend op 16 maart 2017 en zal op termijn alle kaarten bevatten.\n", ""),
        ("Het rapport 2012, het verslag 2014, de begroting 2015.\n", "written [2012?..]"),
    ] {
        let documents = read(&[("a.txt", text)]);
        let own = dates::own_dates(&documents[0]);
        let said: Vec<_> = own.iter().map(|own| format!("{:?} {}", own.role, own.edtf).to_lowercase()).collect();
        assert_eq!(said.join("; "), expected, "{text}");
        let ordered =
            own.iter().all(|own| own.earliest.zip(own.latest).is_none_or(|(first, last): (Day, Day)| first <= last));
        assert!(ordered);
    }
}

/// The default dossier, with the one date that a person gave.
fn seeds() -> Vec<Document> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        readers::read(&name, &std::fs::read(file).unwrap()).value
    };
    let mut documents: Vec<_> = files.iter().flat_map(read).collect();
    documents[1].meta.dates.push(CuratedDate { role: DateRole::Published, edtf: "2023-01-10".into(), source: None });
    documents
}

#[test]
fn the_default_dossier_has_its_entries_each_once() {
    let values: Vec<_> = listed(&seeds(), &[])
        .into_iter()
        .map(|entry| {
            entry.split(' ').next().unwrap_or("").to_owned()
                + if entry.ends_with(')') && entry.len() < 40 { " doc" } else { "" }
        })
        .collect();
    assert_eq!(
        values,
        [
            "2016/2021",
            "2020",
            "2020~",
            "2021-04",
            "2022-01-28",
            "2022-08",
            "[2022-09-21..2022-09-30]",
            "2022-11-11",
            "2022-11-15 doc",
            "[2022-11-15..2023-01-10]",
            "2023-01-10 doc",
            "2023-01-11",
            "2023-03-29",
            "2023-06-06",
            "2023-07-18 doc",
            "[2023-11-08..2024-02-02]",
            "2023-11-22",
            "[2023-11-22..2024-02-16]",
            "2023-11-23",
            "2024-01-29 doc",
            "2024-02-16 doc",
            "2024-02-22/..",
            "2024-02-22 doc",
        ]
    );
}

#[test]
fn the_default_dossier_is_read_to_the_letter() {
    let expected: [&[&str]; 5] = [
        &["15 november 2022 = 2022-11-15", "Afgelopen vrijdag = 2022-11-11", "Dagelijks = P1D"],
        &[
            "Woensdag = 2023-01-11",
            "15 november = 2022-11-15",
            "vier dagen = P4D",
            "april 2021 = 2021-04",
            "augustus 2022 = 2022-08",
            "twee jaar = P2Y",
            "2016-2021 = 2016/2021",
            "eind september 2022 = [2022-09-21..2022-09-30]",
            "november = 2022-11",
            "28 januari 2022 = 2022-01-28",
            "Woensdagmiddag = 2023-01-11",
            "nog geen jaar = P1Y",
        ],
        &[
            "18 juli 2023 = 2023-07-18",
            "2020 = 2020",
            "6 juni 2023 = 2023-06-06",
            "29 maart jl. = 2023-03-29",
            "18 juli 2023 = 2023-07-18",
            "18 juli 2023 = 2023-07-18",
        ],
        &["22 februari 2024 = 2024-02-22", "22 november 2023 = 2023-11-22", "twee weken ervoor = P2W"],
        &[
            "22 november 2023 = 2023-11-22",
            "29 januari 2024 = 2024-01-29",
            "16 februari 2024 = 2024-02-16",
            "18 dagen = P18D",
            "wekelijks = P1W",
            "De dag na de verkiezingen = 2023-11-23",
            "22 november 2023 = 2023-11-22",
            "22 november 2023 = 2023-11-22",
        ],
    ];
    for (document, expected) in seeds().iter().zip(expected) {
        let own = dates::own_dates(document);
        let said = |mention: dates::Mention| format!("{} = {}", mention.span.of(&document.text), mention.value);
        let found: Vec<_> = dates::mentions(document, &own).into_iter().map(said).collect();
        assert_eq!(found, expected, "{}", document.id);
    }
}

#[test]
fn a_dossier_bounds_what_its_text_does_not() {
    #[track_caller]
    fn check(files: &[(&str, &str)], of: &str, expected: &str) {
        let documents = read(files);
        let own = dates::dossier_dates(&documents);
        let at = documents.iter().position(|document| document.file == of).unwrap();
        let said: Vec<_> = own[at].iter().map(|own| own.edtf.as_str()).collect();
        assert_eq!(said.join("; "), expected, "{of}");
        assert!(own[at].iter().all(|own| !own.reasons.is_empty() && own.sure_bounds() == (None, None)));
    }
    let dated = [
        ("brief-101.txt", "Den Haag, 3 mei 2021\n\nGeachte heer,\n"),
        ("brief-104.txt", "Den Haag, 9 juni 2021\n\nGeachte heer,\n"),
        ("brief-109.txt", "Den Haag, 30 juni 2021\n\nGeachte heer,\n"),
    ];
    let with = |file, text| {
        let mut files = dated.to_vec();
        files.push((file, text));
        files
    };
    check(&with("brief-102.txt", "Er staat niets.\n"), "brief-102.txt", "[2021-05-03?..2021-06-09?]");
    check(&with("notitie.txt", "Er staat niets.\n"), "notitie.txt", "[2021-04?..2021-07?]");
    check(&with("2021-05-20 notitie.txt", "Er staat niets.\n"), "2021-05-20 notitie.txt", "2021-05-20?");
    // What is only named may be a plan.
    check(&with("notitie.txt", "Er staat een jaar in, 2029, en niets meer.\n"), "notitie.txt", "[2021-04?..2021-07?]");
    let referring = ("nota.txt", "Den Haag, 1 juli 2021\n\nUw brief nr. 20417 van 12 mei 2021 is ontvangen.\n");
    check(&[referring, ("20417.txt", "Er staat niets.\n")], "20417.txt", "2021-05-12?");
    check(&[("a.txt", "Er staat niets.\n"), ("b.txt", "Er staat niets.\n")], "a.txt", "");
}

/// What hangs on a day that is only known to be later than another is not told.
#[test]
fn nothing_is_counted_from_an_open_interval() {
    let documents =
        read(&[("a.txt", "De commissie sprak op 3 mei 2014 over de huren. Vorig jaar stegen die ook al.\n")]);
    let own = dates::own_dates(&documents[0]);
    let mentions = dates::mentions(&documents[0], &own);
    assert_eq!(own[0].edtf, "[2014-05-03..]");
    assert!(mentions[1].value.starts_with("XXXX"), "{}", mentions[1].value);
}

#[test]
fn an_undated_article_is_bounded_by_what_it_tells() {
    let mut article = seeds().swap_remove(1);
    article.meta.dates.clear();
    let own = dates::own_dates(&article);
    assert_eq!((own.len(), own[0].edtf.as_str(), own[0].reasons.len()), (1, "[2022-11-16..2023-01-25]", 2));
}
