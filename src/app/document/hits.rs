//! The hits of the search that led here, and the bar that walks them.

use super::Reading;
use crate::app::dom::prelude::*;
use crate::{
    engine::{DocId, Engine, Filters, Order, Span},
    screen::{Route, SearchRoute, fill, words::count},
};

/// More than anyone walks through.
const MOST: usize = 2000;

#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub passage: u32,
    pub span: Span,
    pub highlights: Vec<Span>,
}

/// What the search finds in this document, in the order of its text.
pub fn find(engine: &Engine, doc: DocId, query: &str, filters: &Filters) -> Vec<Found> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let documents = vec![engine.cards()[doc.index()].id.clone()];
    let filters = Filters { documents, noise: filters.noise, ..Filters::default() };
    let answer = engine.search(query, &filters, MOST);
    let hits = answer.groups.into_iter().filter(|group| group.doc == doc).flat_map(|group| group.hits);
    let mut found: Vec<Found> =
        hits.map(|hit| Found { passage: hit.passage, span: hit.span, highlights: hit.highlights }).collect();
    found.order_by_key(|hit| hit.passage);
    found
}

#[component]
pub fn HitBar(reading: Reading) -> impl IntoView {
    let app = reading.app;
    let words = app.all_words();
    move || {
        let hits = reading.hits.get();
        if hits.is_empty() {
            return ().into_any();
        }
        let (query, filters) = reading.route.with(|route| (route.query.clone(), route.filters.clone()));
        let results = Route::Search(SearchRoute { query, filters, selected: None }).href();
        let place = reading.here.get().map(|here| here.start_byte);
        let at = place.and_then(|place| hits.iter().rposition(|hit| hit.span.start_byte <= place));
        let said = match at {
            Some(at) => fill(words.hit_of, &[&(at + 1).to_string(), &hits.len().to_string()]),
            None => fill(words.hits_here, &[&count(hits.len(), words.a_hit, words.some_hits, app.language())]),
        };
        let step = |to: Option<usize>, name: &'static str, key: &'static str| match to.and_then(|to| hits.get(to)) {
            Some(hit) => {
                let passage = hit.passage;
                let href = reading.with(|route| route.passage = Some(passage)).href();
                view! { <a href={href} data-part={key} on:click={move |event| {
                    event.prevent_default();
                    app.replace(reading.with(|route| route.passage = Some(passage)));
                }}>{name}</a> }
                .into_any()
            }
            None => view! { <span class="faint" data-part={key}>{name}</span> }.into_any(),
        };
        let previous = at.and_then(|at| at.checked_sub(1));
        view! {
            <nav class="hitnav" aria-label={words.results}>
                <div class="frame">
                    <span role="status">{said}</span>
                    {step(previous, words.previous, "previous")}
                    {step(Some(at.map_or(0, |at| at + 1)), words.next, "next")}
                    <a href={results} data-part="results">{words.to_results}</a>
                </div>
            </nav>
        }
        .into_any()
    }
}
