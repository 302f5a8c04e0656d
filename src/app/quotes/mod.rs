//! The quotes view.

use leptos::prelude::*;

#[component]
pub fn QuotesView() -> impl IntoView {
    let words = super::state::use_app().words_now();
    view! { <h1>{words.quotes}</h1> }
}
