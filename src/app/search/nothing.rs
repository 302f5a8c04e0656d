//! An empty result: what else could be asked. Only ways that have results are links.

use super::Find;
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    screen::{Route, SearchRoute, fill, results::n_filters, words::count},
};

#[component]
pub fn Nothing(find: Find) -> impl IntoView {
    let app = find.app;
    let words = app.words_now();
    let ways = (find.means.ways)(find);
    let state = move || {
        let (query, filters) = (find.query.get(), find.filters.get());
        let about = if n_filters(&filters) > 0 { words.nothing_about_filters } else { words.nothing_about };
        let ways = ways();
        let any = ways.iter().any(|way| way.n_passages > 0);
        let rows = ways.into_iter().map(|way| {
            let n = match way.n_passages {
                0 => words.no_hits.to_owned(),
                n => count(n, words.passage, words.passages, words.language),
            };
            let href = Route::Search(SearchRoute { query: way.query, filters: way.filters, selected: None }).href();
            let label = if way.n_passages > 0 {
                view! { <a href={href}>{way.label}</a> }.into_any()
            } else {
                view! { <span class="faint">{way.label}</span> }.into_any()
            };
            view! { <li><span>{label}</span><span class="num">{n}</span></li> }
        });
        let (before, after) = words.nothing_else.split_once("{}").unwrap_or((words.nothing_else, ""));
        let timeline = Route::Timeline(Default::default()).href();
        let why = if n_filters(&filters) > 0 { words.nothing_why_filters } else { words.nothing_why };
        view! {
            {super::results::filters_view(find)}
            <h2 class="as-title">{fill(about, &[query.trim()])}</h2>
            <p>{why}{any.then_some(" ")}{any.then_some(words.nothing_nearest)}</p>
            <ul class="ways">{rows.collect_view()}</ul>
            <p>{before}<kbd>{browser::jump_key()}</kbd>{after}" "<a href={timeline}>{words.timeline_inline}</a>"."</p>
        }
    };
    view! { <section class="state" id="geen-treffer">{state}</section> }
}
