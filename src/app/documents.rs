//! All documents, as a list.

use super::state::use_app;
use crate::screen::Route;
use leptos::prelude::*;

#[component]
pub fn DocumentsView() -> impl IntoView {
    let app = use_app();
    let words = app.words_now();
    let engine = app.engine();
    let rows = engine.cards().iter().map(|card| {
        view! { <li><a href={Route::document(card.id.clone()).href()}>{card.title.value.clone()}</a></li> }
    });
    view! {
        <h1>{words.documents}</h1>
        <ol>{rows.collect_view()}</ol>
    }
}
