//! Laws that hold for every text: spans on borders and in order, values that read back, nothing that panics.

use proptest::prelude::*;
use weerklank::{
    dates::{self, Day, Edtf},
    readers,
};

/// Pieces that grammars stumble over.
const PIECES: &[&str] = &[
    "15",
    "3",
    "31",
    "2022",
    "'22",
    "’90",
    "1.700",
    "2024Z01294",
    "0",
    "99",
    "november",
    "nov.",
    "mei",
    "May",
    "march",
    "maandag",
    "vrij",
    "zo",
    "de",
    "het",
    "the",
    "een",
    "a",
    "van",
    "of",
    "in",
    "op",
    "om",
    "tot",
    "en",
    "met",
    "t/m",
    "tussen",
    "between",
    "sinds",
    "vanaf",
    "voor",
    "vóór",
    "na",
    "over",
    "week",
    "weken",
    "jaar",
    "jaren",
    "dag",
    "dagen",
    "eeuw",
    "kwartaal",
    "helft",
    "eerste",
    "laatste",
    "last",
    "next",
    "afgelopen",
    "volgende",
    "deze",
    "begin",
    "eind",
    "medio",
    "half",
    "ultimo",
    "jl.",
    "a.s.",
    "circa",
    "ca.",
    "geleden",
    "ago",
    "later",
    "ervoor",
    "elke",
    "every",
    "per",
    "keer",
    "jaarlijks",
    "Q3",
    "H1",
    "W12",
    "-",
    "–",
    "/",
    ".",
    ",",
    ":",
    "(",
    ")",
    "'",
    "é",
    "\u{a0}",
    "\n",
    "\n\n",
    "uur",
    "pm",
    "kerst",
    "e",
    "th",
    "s",
    "nog",
    "geen",
    "daags",
    "verkiezingen",
    "dezes",
    "“",
    "€",
    "%",
    "T10",
    "u30",
    "anderhalf",
    "twee",
    "5",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    let glue = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((piece, glue), 0..14)
        .prop_map(|all| all.into_iter().map(|(piece, glue)| piece + glue).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn mentions_lie_on_borders_in_order_and_read_back(text in texts(), day in prop::option::of(-200_000..200_000_i32)) {
        let mut end = 0;
        for mention in dates::mentions_in(&text, day.map(Day)) {
            prop_assert!(text.get(mention.span.range()).is_some_and(|said| !said.is_empty() && said.trim() == said), "{text:?}");
            prop_assert!(mention.span.start() >= end, "{text:?}");
            end = mention.span.end();
            let plain = mention.value.starts_with('P') || mention.value.starts_with('T');
            let value = Edtf::parse(&mention.value);
            prop_assert!(plain || value.is_some(), "{text:?} gives {}", mention.value);
            prop_assert_eq!(value.map_or(mention.value.clone(), |value| value.to_string()), mention.value.clone());
            prop_assert!(mention.derived.as_ref().is_none_or(|derived| Edtf::parse(derived).is_some()), "{:?}", mention.derived);
            prop_assert!(mention.earliest.zip(mention.latest).is_none_or(|(first, last)| first <= last), "{text:?} {}", mention.value);
        }
    }

    #[test]
    fn what_is_counted_moves_with_the_reference(day in -20_000..40_000_i32, more in 0..400_i32) {
        for text in ["gisteren", "drie dagen geleden", "vorige week", "volgende maand", "afgelopen vrijdag", "in twee jaar geleden", "komende zomer", "15 november was het"] {
            let at = |day| dates::mentions_in(text, Some(Day(day))).first().and_then(|mention| mention.earliest);
            prop_assert!(at(day) <= at(day + more), "{text} {day} {more}");
        }
    }

    #[test]
    fn edtf_reads_what_it_writes(text in "[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?") {
        if let Some(value) = Edtf::parse(&text) {
            prop_assert_eq!(value.to_string(), text.clone());
            let (first, last) = value.bounds();
            prop_assert!(first.zip(last).is_none_or(|(first, last)| first <= last));
        }
        let _ = dates::say(&text);
    }

    #[test]
    fn edtf_takes_anything(text in "\\PC{0,20}", other in "[0-9X./\\[\\]{},?~%T:-]{0,24}") {
        for text in [text, other] {
            if let Some(value) = Edtf::parse(&text) {
                prop_assert_eq!(Edtf::parse(&value.to_string()), Some(value));
            }
            let _ = dates::say(&text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_dossier_has_a_timeline(texts in prop::collection::vec(texts(), 1..4)) {
        let read = |(index, text): (usize, &String)| readers::read(&format!("{index}.txt"), text.as_bytes()).value;
        let documents: Vec<_> = texts.iter().enumerate().flat_map(read).collect();
        let own: Vec<_> = documents.iter().map(dates::own_dates).collect();
        let mentions: Vec<_> = documents.iter().zip(&own).map(|(document, own)| dates::mentions(document, own)).collect();
        let together = documents.iter().zip(&own).zip(&mentions);
        let dossier: Vec<_> = together.map(|((document, own), mentions)| dates::Dated { document, own, mentions }).collect();
        let entries = dates::timeline(&dossier, &[]);
        prop_assert_eq!(&entries, &dates::timeline(&dossier, &[]));
        for pair in entries.windows(2) {
            prop_assert!(pair[0].earliest <= pair[1].earliest);
        }
        for entry in entries {
            prop_assert!(Edtf::parse(&entry.edtf).is_some(), "{}", entry.edtf);
            for source in entry.sources {
                let text = &documents[source.doc.index()].text;
                prop_assert!(text.get(source.span.range()).is_some() && text.get(source.clause.range()).is_some());
            }
        }
    }
}
