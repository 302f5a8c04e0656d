//! What to type: examples from this dossier, and the query language.

use super::Find;
use crate::app::dom::prelude::*;
use crate::screen::{
    Route,
    help::{examples, syntax},
};

#[component]
pub fn Tries(find: Find) -> impl IntoView {
    let app = find.app;
    let words = app.words_now();
    let engine = app.engine();
    let links = examples(&engine, words).into_iter().map(|query| {
        let href = Route::search(query.clone()).href();
        view! { <a href={href}>{query}</a> }
    });
    let rows = syntax(&engine, words).into_iter().map(|(query, meaning)| {
        let href = Route::search(query.clone()).href();
        view! { <div><dt><a href={href}>{query}</a></dt><dd>{meaning}</dd></div> }
    });
    view! {
        <p class="tries"><span>{words.for_example}</span>{links.collect_view()}<span>{words.typos_welcome}</span></p>
        <details class="help" data-part="help">
            <summary>{words.help}</summary>
            <dl>{rows.collect_view()}</dl>
            <p class="small muted">{words.help_keys}</p>
        </details>
    }
}

/// The way back to where the reader was the last time; the page itself always opens on its title.
#[component]
pub fn Resume(find: Find, on_title_page: Memo<bool>) -> impl IntoView {
    let words = find.app.words_now();
    let last = find.app.last();
    move || {
        let (href, name) = last.clone().filter(|_| on_title_page.get())?;
        Some(view! { <p class="resume" data-part="resume">{words.resume}" "<a href={href}>{name}</a></p> })
    }
}
