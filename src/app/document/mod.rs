//! One document, read: its head, its text with notes in the margins, and the hits of the search that led here.

mod head;
mod hits;
mod margin;
mod notes;
mod text;

use super::{
    browser,
    overview::Inventory,
    state::{App, use_app},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::{Card, DocId, Span},
    screen::{
        DocumentRoute, Route, fill,
        reading::{self, Asked, Section},
        results::joined,
    },
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What the parts of this view share.
#[derive(Clone, Copy)]
pub struct Reading {
    pub app: App,
    pub doc: DocId,
    pub route: Memo<DocumentRoute>,
    pub hits: Memo<Vec<hits::Found>>,
    /// Where the address points, as a place in the text.
    pub here: Memo<Option<Span>>,
    /// The block that holds it.
    pub here_block: Memo<Option<u32>>,
}

impl Reading {
    fn new(app: App, doc: DocId) -> Reading {
        let route = Memo::new(move |previous: Option<&DocumentRoute>| match app.route() {
            Route::Document(route) => route,
            // On the way out: keep what stands until the page is gone.
            _ => previous.cloned().unwrap_or_default(),
        });
        let question = Memo::new(move |_| route.with(|route| (route.query.clone(), route.filters.clone())));
        let hits = Memo::new(move |_| question.with(|(query, filters)| hits::find(&app.engine(), doc, query, filters)));
        let here = Memo::new(move |_| {
            let engine = app.engine();
            route.with(|route| {
                let link = || {
                    let link = engine.links().get(route.link? as usize)?;
                    [link.a, link.b].into_iter().find(|side| side.doc == doc).map(|side| side.span)
                };
                let passage = || engine.passages(doc).get(route.passage? as usize).map(|passage| passage.span);
                route.words.or_else(link).or_else(passage)
            })
        });
        let here_block = Memo::new(move |_| reading::block_of(app.engine().document(doc), here.get()?));
        Reading { app, doc, route, hits, here, here_block }
    }

    /// The same document, with something else chosen in it.
    pub fn with(&self, change: impl FnOnce(&mut DocumentRoute)) -> Route {
        let mut route = self.route.get_untracked();
        (route.passage, route.words, route.link) = (None, None, None);
        change(&mut route);
        Route::Document(route)
    }
}

#[component]
pub fn DocumentView(id: String) -> impl IntoView {
    let app = use_app();
    let engine = app.engine();
    match engine.doc(&id) {
        Some(doc) => view! { <Standing doc=doc /> }.into_any(),
        None => {
            let words = app.all_words();
            view! {
                <section class="state">
                    <h1>{fill(words.no_document, &[&id])}</h1>
                    <p>{words.no_document_why}</p>
                </section>
                <Inventory filters={Default::default()} />
            }
            .into_any()
        }
    }
}

#[component]
fn Standing(doc: DocId) -> impl IntoView {
    let app = use_app();
    let reading = Reading::new(app, doc);
    let card: Card = app.engine().cards()[doc.index()].clone();
    let language = app.engine().document(doc).meta.language.clone();
    let asked = Memo::new(move |_| {
        reading.route.with(|route| Asked {
            noise: route.noise,
            hits: reading.hits.with(|hits| {
                let marks: Vec<Span> = hits.iter().flat_map(|hit| hit.highlights.iter().copied()).collect();
                joined(&app.engine().document(doc).text, &marks)
            }),
            words: route.words,
        })
    });
    let sections = move || asked.with(|asked| reading::sections(&app.engine(), doc, asked));
    margin::keep_in_place(asked);
    scroll_to_here(reading);
    view! {
        <article class="doc" lang={language} data-document={card.id.clone()}>
            {head::head_view(reading, &card)}
            <div class="body" id="tekst">
                <For each=sections key={fingerprint} children={move |section| text::section_view(reading, &section)} />
            </div>
            {head::limits(reading)}
        </article>
        <hits::HitBar reading=reading />
    }
}

fn fingerprint(section: &Section) -> u64 {
    let mut hasher = DefaultHasher::new();
    section.hash(&mut hasher);
    hasher.finish()
}

/// Brings the place that the address names into sight, and the focus to it.
fn scroll_to_here(reading: Reading) {
    Effect::remembering(move |visited: Option<()>| {
        let place = reading.here.get();
        browser::next_frame(move || {
            let mark = browser::first(".doc .is-here-words").or_else(|| browser::first(".doc a.q.is-sel"));
            let Some(row) = mark.or_else(|| browser::first(".doc .is-at")).filter(|_| place.is_some()) else {
                return;
            };
            browser::open_closed_above(&row);
            browser::scroll_to(
                &row,
                if visited.is_none() { browser::Place::CenterAtOnce } else { browser::Place::Center },
            );
            if let Some(row) = browser::first(".doc .is-at") {
                browser::focus_element(&row);
            }
        });
    });
}
