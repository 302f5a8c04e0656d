//! What to type: examples from this dossier, and the query language.

use super::{Find, Tries};
use crate::app::dom::prelude::*;
use crate::screen::Route;

#[component]
pub fn Help(find: Find) -> impl IntoView {
    let app = find.app;
    let words = app.words_now();
    let tries = (find.means.tries)(app);
    let link = |query: &String| {
        let href = Route::search(query.clone()).href();
        view! { <a href={href}>{query.clone()}</a> }
    };
    let row = |(query, meaning): &(String, String)| {
        let href = Route::search(query.clone()).href();
        view! { <div><dt><a href={href}>{query.clone()}</a></dt><dd>{meaning.clone()}</dd></div> }
    };
    move || {
        let Tries { queries, syntax } = tries();
        view! {
            <p class="tries"><span>{words.for_example}</span>{queries.iter().map(link).collect_view()}<span>{words.typos_welcome}</span></p>
            <details class="help" data-part="help">
                <summary>{words.help}</summary>
                <dl>{syntax.iter().map(row).collect_view()}</dl>
                <p class="small muted">{words.help_keys}</p>
            </details>
        }
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
