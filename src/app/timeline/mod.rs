//! The timeline view.

use leptos::prelude::*;

#[component]
pub fn TimelineView() -> impl IntoView {
    let words = super::state::use_app().words_now();
    view! { <h1>{words.timeline}</h1> }
}
