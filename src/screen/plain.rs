//! The dossier as plain semantic HTML: what stands in a page before the app runs, and all of it where script or
//! WebAssembly is refused. Readable, printable, and linked both ways between quotes and their sources.
//!
//! This is the one place that writes HTML; `html::Html` escapes every text and attribute. The app never uses it.
//! Documents' rights ([`Show`]) hold here too: nothing is written that may not be shipped.

mod document;
mod head;
mod html;
mod runs;
mod words;

use crate::engine::{
    Card, Direction, DocId, DossierCard, Engine, Entry, EntryKind, Link, Mention, Order, Show, Side, Span, TimexKind,
};
use document::{Article, QuoteEnd, anchor, passage_anchor};
use html::Html;
use words::Words;

/// Above this many bytes of text a page lists its documents only.
pub const LARGE_BYTES: u64 = 10_000_000;

/// A page's parts: `head` goes into `<head>`, `body` into `<body>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// BCP 47, of the dossier.
    pub language: String,
    pub head: String,
    pub body: String,
}

/// How much of a dossier stands in its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every document, the timeline, the quotes.
    Whole,
    /// The documents' names only.
    List,
    /// The documents' names, each leading to a page of its own ([`document_page`] at [`document_path`]).
    Pages,
}

/// Whether the dossier's text is too much for one page.
pub fn is_large(engine: &Engine) -> bool {
    engine.n_text_bytes() > LARGE_BYTES
}

/// The dossier's page.
pub fn page(engine: &Engine, extent: Extent) -> Plain {
    let writer = Page::new(engine);
    let mut head = Html::default();
    head::of_dossier(&mut head, &writer.dossier);
    engine.cards().iter().for_each(|card| head::part(&mut head, card));
    let mut body = Html::default();
    body.element("main", &[("id", "weerklank-plain")], |html| writer.dossier(html, extent));
    writer.finish(head, body)
}

/// A page for one document: its text, its quotes.
pub fn document_page(engine: &Engine, doc: DocId) -> Plain {
    let writer = Page { pages: true, ..Page::new(engine) };
    let card = &engine.cards()[doc.index()];
    let mut head = Html::default();
    head::of_document(&mut head, card, &writer.dossier);
    let mut body = Html::default();
    body.element("main", &[("id", "weerklank-plain")], |html| {
        html.element("p", &[], |html| html.leaf("a", &[("href", "../index.html")], writer.words.to_dossier));
        writer.article(html, card, "h1");
    });
    writer.finish(head, body)
}

/// Where a document's own page lies, seen from the dossier's page.
pub fn document_path(card: &Card) -> String {
    format!("tekst/{}.html", html::id_of(&card.id))
}

/// The value, as `<time>` where HTML knows such a value.
fn when(html: &mut Html, edtf: &str, words: Words) {
    let said = Engine::say_date(edtf);
    let said = said.r#in(words.language);
    if html_date(edtf) { html.leaf("time", &[("datetime", edtf)], said) } else { html.text(said) }
}

/// Whether `<time datetime>` takes this EDTF value: a day, month or year without more.
fn html_date(edtf: &str) -> bool {
    let parts: Vec<&str> = edtf.split('-').collect();
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&parts.len()) && digits(parts[0], 4) && parts[1..].iter().all(|part| digits(part, 2))
}

/// What every part of the page draws on.
struct Page<'a> {
    engine: &'a Engine,
    dossier: DossierCard,
    words: Words,
    /// Each document has a page of its own.
    pages: bool,
}

impl<'a> Page<'a> {
    fn new(engine: &'a Engine) -> Page<'a> {
        let dossier = engine.dossier();
        let words = Words::of(&dossier.language);
        Page { engine, dossier, words, pages: false }
    }

    fn finish(&self, head: Html, body: Html) -> Plain {
        Plain { language: self.dossier.language.clone(), head: head.into_string(), body: body.into_string() }
    }

    fn dossier(&self, html: &mut Html, extent: Extent) {
        html.leaf("h1", &[("id", "top")], &self.dossier.title);
        if let Some(description) = &self.dossier.description {
            html.leaf("p", &[("class", "plain-lede")], description);
        }
        // Script takes it away before it shows: where script is off, and where a policy or a sandbox refuses ours.
        html.leaf("p", &[("class", "news plain-late")], self.words.no_script);
        html.element("nav", &[("aria-label", self.words.documents)], |html| {
            html.element("ol", &[], |html| {
                self.engine.cards().iter().for_each(|card| self.contents_line(html, card, extent));
            });
        });
        if extent != Extent::Whole {
            html.leaf("p", &[("class", "news")], self.words.large);
            return;
        }
        for card in self.engine.cards() {
            self.article(html, card, "h2");
        }
        self.timeline(html);
        self.quotes(html);
        self.missing(html);
    }

    fn contents_line(&self, html: &mut Html, card: &Card, extent: Extent) {
        html.element("li", &[], |html| {
            let address = match extent {
                Extent::Whole => Some(format!("#{}", anchor(card))),
                Extent::Pages => Some(document_path(card)),
                Extent::List => None,
            };
            match address {
                Some(address) => html.leaf("a", &[("href", &address)], &card.title.value),
                None => html.text(&card.title.value),
            }
            for date in card.main_dates() {
                html.text(", ");
                when(html, &date.edtf, self.words);
            }
        });
    }

    fn article(&self, html: &mut Html, card: &Card, heading: &'static str) {
        let document = self.engine.document(card.doc);
        let language = document.meta.language.as_deref().filter(|own| *own != self.dossier.language);
        let anchor = anchor(card);
        let mut attributes = vec![("id", anchor.as_str()), ("class", "plain-document")];
        attributes.extend(language.map(|language| ("lang", language)));
        html.element("article", &attributes, |html| {
            html.element("header", &[], |html| {
                html.leaf(heading, &[], &card.title.value);
                document::write_facts(html, card, self.words);
            });
            // The corpus has already taken out what may not be shown; here that is said.
            match document.meta.show {
                Show::Full => {}
                Show::Quotes => html.leaf("p", &[("class", "news")], self.words.only_quotes),
                Show::Metadata => html.leaf("p", &[("class", "news")], self.words.no_text),
            }
            self.text(html, card);
        });
    }

    fn text(&self, html: &mut Html, card: &Card) {
        let article = Article {
            card,
            document: self.engine.document(card.doc),
            passages: self.engine.passages(card.doc),
            quotes: &self.quote_ends(card.doc),
            dates: &self.dates(card.doc),
            words: self.words,
        };
        document::write_blocks(html, &article);
    }

    fn dates(&self, doc: DocId) -> Vec<(Span, String)> {
        let plain = |mention: &&Mention| mention.kind == TimexKind::Date && html_date(&mention.value);
        let mentions = self.engine.mentions(doc).iter().filter(plain);
        mentions.map(|mention| (mention.span, mention.value.clone())).collect()
    }

    /// Both ends of every link that touch this document, in order of place.
    fn quote_ends(&self, doc: DocId) -> Vec<QuoteEnd> {
        let mut ends: Vec<QuoteEnd> = Vec::new();
        for (number, link) in self.engine.links().iter().enumerate() {
            if !self.is_shown(link) {
                continue;
            }
            if link.a.doc == doc {
                ends.push(self.quote_end(number, link, End::A));
            }
            if link.b.doc == doc {
                ends.push(self.quote_end(number, link, End::B));
            }
        }
        ends.order_by_key(|end| (end.span, end.anchor.clone()));
        ends
    }

    fn quote_end(&self, number: usize, link: &Link, end: End) -> QuoteEnd {
        let (own, other) = match end {
            End::A => (&link.a, &link.b),
            End::B => (&link.b, &link.a),
        };
        let lead = match (link.direction, end) {
            (Direction::Parallel, _) => self.words.also_in,
            (Direction::AToB, End::A) => self.words.quoted_in,
            (Direction::AToB, End::B) => self.words.comes_from,
        };
        QuoteEnd {
            span: own.span,
            anchor: format!("q{number}-{}", end.letter()),
            other: self.address(other.doc, &format!("q{number}-{}", end.other().letter()), own.doc),
            label: format!("{lead} {}", self.card(other.doc).short_title),
        }
    }

    fn card(&self, doc: DocId) -> &Card {
        &self.engine.cards()[doc.index()]
    }

    /// Where an anchor of `doc` lies, seen from the page that holds `from`.
    fn address(&self, doc: DocId, anchor: &str, from: DocId) -> String {
        if self.pages && doc != from {
            return format!("{}.html#{anchor}", html::id_of(&self.card(doc).id));
        }
        format!("#{anchor}")
    }

    fn timeline(&self, html: &mut Html) {
        let shown = |entry: &&Entry| !entry.sources.iter().all(|telling| self.is_noise(telling.doc, telling.span));
        let entries: Vec<&Entry> = self.engine.timeline().iter().filter(shown).collect();
        if entries.is_empty() {
            return;
        }
        html.element("section", &[("id", "tijdlijn")], |html| {
            html.leaf("h2", &[], self.words.timeline);
            html.element("ol", &[("class", "plain-timeline")], |html| {
                entries.iter().for_each(|entry| html.element("li", &[], |html| self.entry(html, entry)));
            });
        });
    }

    fn is_noise(&self, doc: DocId, span: Span) -> bool {
        self.engine.document(doc).layer_at(span.start_byte).is_noise()
    }

    fn entry(&self, html: &mut Html, entry: &Entry) {
        when(html, &entry.edtf, self.words);
        html.text(": ");
        if let EntryKind::Document { doc, role } = entry.kind {
            let address = format!("#{}", anchor(self.card(doc)));
            html.leaf("a", &[("href", &address)], &entry.title);
            html.text(&format!(" ({})", self.words.role(role)));
            return;
        }
        html.text(&entry.title);
        for telling in entry.sources.iter().filter(|telling| !self.is_noise(telling.doc, telling.span)) {
            let card = self.card(telling.doc);
            html.text(" ");
            html.leaf("a", &[("href", &self.passage_address(card, telling.span))], &card.short_title);
        }
    }

    /// The passage that holds `span`; the document where its text is not shown.
    fn passage_address(&self, card: &Card, span: Span) -> String {
        let passages = self.engine.passages(card.doc);
        let after = passages.partition_point(|passage| passage.span.start_byte <= span.start_byte);
        match after.checked_sub(1) {
            Some(passage) => format!("#{}", passage_anchor(card, passage)),
            None => format!("#{}", anchor(card)),
        }
    }

    fn quotes(&self, html: &mut Html) {
        let links: Vec<(usize, &Link)> =
            self.engine.links().iter().enumerate().filter(|(_, link)| self.is_shown(link)).collect();
        if links.is_empty() {
            return;
        }
        html.element("section", &[("id", "citaten")], |html| {
            html.leaf("h2", &[], self.words.quotes);
            html.element("ol", &[("class", "plain-quotes")], |html| {
                for (number, link) in links {
                    html.element("li", &[], |html| self.link(html, number, link));
                }
            });
        });
    }

    fn is_shown(&self, link: &Link) -> bool {
        let shown = |side: &Side| !side.layer.is_noise() && self.engine.document(side.doc).meta.show != Show::Metadata;
        shown(&link.a) && shown(&link.b)
    }

    fn link(&self, html: &mut Html, number: usize, link: &Link) {
        html.leaf("q", &[], link.b.span.of(&self.engine.document(link.b.doc).text));
        html.text(" ");
        html.leaf("a", &[("href", &format!("#q{number}-a"))], &self.card(link.a.doc).short_title);
        html.text(match link.direction {
            Direction::AToB => " → ",
            Direction::Parallel => " = ",
        });
        html.leaf("a", &[("href", &format!("#q{number}-b"))], &self.card(link.b.doc).short_title);
        html.text(&format!(". {}", link.summary.r#in(self.words.language)));
    }

    fn missing(&self, html: &mut Html) {
        let missing = self.engine.missing();
        if missing.is_empty() {
            return;
        }
        html.element("section", &[("id", "ontbreekt")], |html| {
            html.leaf("h2", &[], self.words.missing);
            html.element("ul", &[], |html| {
                for source in &missing {
                    let who = source.speaker.as_deref().unwrap_or(self.words.somebody);
                    html.element("li", &[], |html| {
                        html.text(who);
                        if let Some(named) = &source.named {
                            html.text(&format!(": {named}"));
                        }
                        html.text(&format!(" ({} ×) ", source.quotations.len()));
                        let card = self.card(source.doc);
                        let first = source.quotations.first().map(|first| &self.engine.quotations()[*first as usize]);
                        let address = first.map_or_else(
                            || format!("#{}", anchor(card)),
                            |quotation| self.passage_address(card, quotation.span),
                        );
                        html.leaf("a", &[("href", &address)], &card.short_title);
                    });
                }
            });
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    A,
    B,
}

impl End {
    fn other(self) -> End {
        match self {
            End::A => End::B,
            End::B => End::A,
        }
    }

    fn letter(self) -> char {
        match self {
            End::A => 'a',
            End::B => 'b',
        }
    }
}
