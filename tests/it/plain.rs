//! The dossier as plain HTML: complete, linked, and harmless.

use weerklank::{
    corpus::{self, Parts, SourceFile},
    engine::Engine,
    screen::plain::{self, Extent},
};

const LETTER: &str = "Utrecht, 3 mei 2021\n\nGeachte leden,\n\nDe brug over de gracht moet volgens alle deskundigen \
                      nog dit jaar worden vervangen door een nieuwe.\n\nMet groet,\n";
const ARTICLE: &str = "Brug wordt vervangen\n\nIn een brief staat: „De brug over de gracht moet volgens alle \
                       deskundigen nog dit jaar worden vervangen door een nieuwe.” <script>alert(1)</script>\n";

fn engine(files: &[(&str, &str)], manifest: Option<&str>) -> Engine {
    let file = |(file, text): &(&str, &str)| SourceFile { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    let files: Vec<SourceFile> = files.iter().map(file).collect();
    let built = corpus::build(&files, manifest, Parts::ALL, &mut |_| {}).unwrap().value;
    Engine::open(built.write(&mut |_| {})).expect("what was just written can be read")
}

/// Every `href="#…"` of the page leads to an `id` of it, and no `id` stands twice.
#[track_caller]
fn check_anchors(body: &str) {
    let values = |name: &str| -> Vec<String> {
        let sign = format!(" {name}=\"");
        body.split(&sign).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let mut ids = values("id");
    ids.sort();
    let n_ids = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), n_ids, "an id stands twice in {body}");
    for href in values("href").iter().filter_map(|href| href.strip_prefix('#').map(str::to_owned)) {
        assert!(ids.contains(&href), "#{href} leads nowhere in {body}");
    }
}

#[test]
fn every_word_stands_there_as_text() {
    let engine = engine(&[("a.txt", LETTER), ("b.txt", ARTICLE)], None);
    let body = plain::page(&engine, Extent::Whole).body;
    assert!(body.contains("Geachte leden,"), "{body}");
    assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !body.contains("<script"), "{body}");
    check_anchors(&body);
}

#[test]
fn hostile_names_do_no_harm() {
    let manifest = "title = \"<b>x</b>\"\n[[document]]\nfile = \"a.txt\"\nid = \"a\\\"><i>\"\ntitle = \"</title><i>\"\n\
                    source = \"javascript:alert(1)\"\n";
    let engine = engine(&[("a.txt", LETTER)], Some(manifest));
    let page = plain::page(&engine, Extent::Whole);
    assert!(!page.body.contains("<i>") && !page.head.contains("<i>") && !page.head.contains("<b>"), "{page:?}");
    assert!(!page.body.contains("href=\"javascript"), "{page:?}");
    check_anchors(&page.body);
}

#[test]
fn a_list_holds_no_text() {
    let engine = engine(&[("a.txt", LETTER), ("b.txt", ARTICLE)], None);
    let body = plain::page(&engine, Extent::List).body;
    assert!(!body.contains("deskundigen nog"), "{body}");
    let pages = plain::page(&engine, Extent::Pages).body;
    assert!(pages.contains(&plain::document_path(&engine.cards()[0])), "{pages}");
    let own = plain::document_page(&engine, engine.cards()[0].doc);
    assert!(own.body.contains("Geachte leden,") && own.head.contains("citation_title"), "{own:?}");
}
