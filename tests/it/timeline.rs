//! The timeline: what a careful archivist would list of a small dossier, and nothing else.

use weerklank::{
    dates::{self, Dated, Day, EntryKind, EventOverride},
    readers,
    text::Document,
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
            "2023-22/.. Na de zomer zal er een nieuwe bijeenkomst worden gehouden",
        ]
    );
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
            "2023-22/.. Na de zomer zal er een nieuwe bijeenkomst worden gehouden",
        ]
    );
}

#[test]
fn states_or_bounds_the_documents_own_date() {
    for (text, expected) in [
        ("Den Haag, 3 mei 2021\n\nGeachte heer,\n", "written 2021-05-03"),
        ("'s-Gravenhage, 3 mei 2021\n\nGeachte heer,\n", "written 2021-05-03"),
        ("Aan de raad\n\nDatum: 03-05-2021\nBetreft: huren\n\nGeachte raad,\n", "written 2021-05-03"),
        ("**Datum**  \n3 mei 2021\n\nTekst.\n", "written 2021-05-03"),
        (
            "Vraag over huren\n\nIngediend 3 mei 2021\nBeantwoord 1 juni 2021 (na 29 dagen)\n",
            "asked 2021-05-03; answered 2021-06-01",
        ),
        ("Antwoord van minister X (ontvangen 1 juni 2021)\n\nTekst.\n", "answered 2021-06-01"),
        ("Groot nieuws\n\n3 mei 2021\nRedactie\n\nEr is iets gebeurd.\n", "published 2021-05-03"),
        ("From: a\nTo: b\nDate: Mon, 3 May 2021 10:00\nSubject: c\n\nDear all,\n", "written 2021-05-03"),
        ("Zonder datum.\n\nEr staat niets.\n", ""),
        (
            "Op 28 januari 2022 was er een workshop in de zaal.\n\nNog geen jaar na de workshop is het weer mis.\n",
            "written [2022-01-28..2023-01-27]",
        ),
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
