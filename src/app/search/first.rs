//! A search that is answered at once, its best hits listed: all that a page begins with. At whatever goes further, the whole
//! page takes over.

use super::{Answered, Asked, Find, Means, Tries, results::slice_view};
use crate::app::{browser, dom::prelude::*, state::App};
use crate::{
    engine::{DocId, Filters, Hit},
    screen::{
        Route, SearchRoute,
        help::{examples, syntax},
        results::{self, Way},
        seek::N_FIRST,
        slices::{List, slice_key},
    },
};
use std::sync::Arc;

pub const FIRST: Means = Means { answer, list, hit, view, more, ways, tries };

fn answer(app: App, query: Memo<String>, filters: Memo<Filters>) -> Answered {
    Memo::new(move |_| {
        let query = query.get();
        let asked = !query.trim().is_empty();
        asked.then(|| Arc::new(filters.with(|filters| app.engine().search(&query, filters, N_FIRST))))
    })
}

fn list(find: &Find) -> Arc<List> {
    Arc::new(find.answer.with(|answer| answer.as_ref().map(|answer| List::of(answer)).unwrap_or_default()))
}

fn hit(find: Find, key: (DocId, u32)) -> Asked<Option<Hit>> {
    Box::new(move || find.answered(key))
}

fn view(find: Find) -> AnyView {
    let words = find.app.words_now();
    let has_more =
        move || find.answer.with(|it| it.as_ref().is_some_and(|it| it.groups.iter().any(|it| !it.more.is_empty())));
    browser::on_scroll(move || {
        if has_more() && browser::is_near_end() {
            more(&find);
        }
    });
    view! {
        <For each={move || find.list().slices.clone()} key={slice_key} children={move |slice| slice_view(find, &slice)} />
        {move || has_more().then(|| view! {
            <p class="more"><button class="button" type="button" on:click={move |_| more(&find)}>{words.more_results}</button></p>
        })}
    }
    .into_any()
}

/// The whole page goes on where the reader is.
fn more(find: &Find) {
    let selected = find.selected.get_untracked().and_then(|hit| find.list_now().position(hit));
    let (query, filters) = (find.query.get_untracked(), find.filters.get_untracked());
    let selected = selected.and_then(|index| u32::try_from(index).ok());
    find.app.replace(Route::Search(SearchRoute { query, filters, selected }));
    browser::host(|host| host.rest(None));
}

fn ways(find: Find) -> Asked<Vec<Way>> {
    Box::new(move || {
        let Some(answer) = find.answer.get() else { return Vec::new() };
        let (query, filters) = (find.query.get(), find.filters.get());
        results::ways(&find.app.engine(), &query, &filters, &answer, find.app.words_now())
    })
}

fn tries(app: App) -> Asked<Tries> {
    Box::new(move || {
        let (engine, words) = (app.engine(), app.words_now());
        Tries { queries: examples(&engine, words), syntax: syntax(&engine, words) }
    })
}
