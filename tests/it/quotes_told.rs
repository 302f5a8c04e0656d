//! What people say of quotes in `dossier.toml`: links made, chosen, joined, confirmed and hidden.

use weerklank::{
    corpus::{Built, Parts, SourceFile, build},
    quotes::{Certainty, LinkKind},
};

const LETTER: &str = "De brug over de Vecht wordt volgend voorjaar gesloopt. Omwonenden krijgen een veerpont. \
    De wethouder komt in mei naar het dorpshuis om vragen te beantwoorden van wie daar woont.";
const COLUMN: &str = "Eerst schreef men: „De brug over de Vecht wordt volgend voorjaar gesloopt.” Later bleek dat er \
    een bootje zou varen. Ook klonk: „de wethouder komt in mei naar het dorpshuis om vragen te beantwoorden”. Tja.";

fn built(corrections: &str) -> Built {
    let file = |name: &str, text: &str| SourceFile { file: name.into(), bytes: text.into() };
    let manifest = format!(
        "title = \"Brug\"\n[[document]]\nfile = \"a.txt\"\nid = \"a\"\n[[document]]\nfile = \"b.txt\"\nid = \"b\"\n{corrections}"
    );
    let parts = Parts { dates: true, quotes: true, index: false };
    let built = build(&[file("a.txt", LETTER), file("b.txt", COLUMN)], Some(&manifest), parts, &mut |_| {}).unwrap();
    assert!(built.warnings.is_empty(), "{:?}", built.warnings);
    built.value
}

fn check(corrections: &str, expected: &[(&str, &str, LinkKind)], linked: &[bool]) {
    let built = built(corrections);
    let text = |doc: weerklank::text::DocId| built.documents[doc.index()].text.as_str();
    let side = |side: weerklank::quotes::Side| side.span.of(text(side.doc));
    let got: Vec<_> = built.quotes.links.iter().map(|link| (side(link.a), side(link.b), link.kind)).collect();
    assert_eq!(got, expected, "{corrections}");
    let got: Vec<bool> = built.quotes.quotations.iter().map(|quotation| quotation.linked).collect();
    assert_eq!(got, linked, "{corrections}");
    assert!(built.quotes.links.iter().all(|link| link.certainty == Certainty::Certain));
}

#[test]
fn people_correct_links() {
    let bridge = "De brug over de Vecht wordt volgend voorjaar gesloopt.";
    let visit = (
        "De wethouder komt in mei naar het dorpshuis om vragen te beantwoorden",
        "de wethouder komt in mei naar het dorpshuis om vragen te beantwoorden",
        LinkKind::Verbatim,
    );
    let found = (bridge, bridge, LinkKind::Verbatim);
    check("", &[found, visit], &[true, true]);
    let ferry = ("Omwonenden krijgen een veerpont", "er een bootje zou varen", LinkKind::Paraphrase);
    check(
        "[[quote]]\ndoc = \"b\"\nquote = \"er een bootje zou varen\"\n\
         link = { doc = \"a\", quote = \"Omwonenden krijgen een veerpont\" }\nsource = \"de wethouder\"",
        &[found, ferry, visit],
        &[true, true],
    );
    check("[[quote]]\ndoc = \"b\"\nquote = \"De brug over de Vecht\"\nhide = true", &[visit], &[false, true]);
    check("[[quote]]\ndoc = \"b\"\nquote = \"De brug over de Vecht\"\nconfirm = true", &[found, visit], &[true, true]);
    check(
        "[[quote]]\ndoc = \"b\"\nquote = \"De brug over de Vecht\"\nmerge = [\"komt in mei naar het dorpshuis\"]",
        &[(
            "De brug over de Vecht wordt volgend voorjaar gesloopt. Omwonenden krijgen een veerpont. \
             De wethouder komt in mei naar het dorpshuis om vragen te beantwoorden",
            "De brug over de Vecht wordt volgend voorjaar gesloopt.” Later bleek dat er een bootje zou varen. Ook \
             klonk: „de wethouder komt in mei naar het dorpshuis om vragen te beantwoorden",
            LinkKind::Altered,
        )],
        &[true, true],
    );
}

#[test]
fn a_link_that_a_person_made_says_so() {
    let built = built(
        "[[quote]]\ndoc = \"b\"\nquote = \"er een bootje zou varen\"\n\
         link = { doc = \"a\", quote = \"Omwonenden krijgen een veerpont\" }\nsource = \"de wethouder\"",
    );
    let said: Vec<&str> = built.quotes.links[1].evidence.iter().map(|said| said.nl.as_str()).collect();
    assert_eq!(said, ["Door een mens aangewezen: de wethouder"]);
}
