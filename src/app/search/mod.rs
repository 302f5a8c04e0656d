//! The start page and the search: one box, and beneath it the dossier or what was found.

mod facets;
mod help;
mod histogram;
mod nothing;
mod results;

use super::{
    browser,
    icon::{Icon, icon},
    overview::{Inventory, Opening},
    state::{App, Setting, use_app},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::{Answer, DocId, Filters, Hit},
    screen::{
        DocumentRoute, Route, SearchRoute, fill,
        results::{Piece, counted, shown},
        words::count,
    },
};
use leptos::ev::KeyboardEvent;
use std::sync::Arc;

pub const BOX: &str = "zoek";

/// How many hits stand at first, and how many come at a time.
const PAGE: usize = 60;

/// What the parts of this view share.
#[derive(Clone, Copy)]
pub struct Find {
    pub app: App,
    pub query: Memo<String>,
    pub filters: Memo<Filters>,
    /// `None` while nothing is asked.
    pub answer: Memo<Option<Arc<Answer>>>,
    pub limit: RwSignal<usize>,
    pub selected: RwSignal<Option<(DocId, u32)>>,
}

impl Find {
    fn new(app: App) -> Find {
        let search = move || match app.route() {
            Route::Search(search) => search,
            _ => SearchRoute::default(),
        };
        let query = Memo::new(move |_| search().query);
        let filters = Memo::new(move |_| search().filters);
        let limit = RwSignal::new(PAGE);
        let counted = counted_query(app, query);
        let answer = Memo::new(move |previous: Option<&Option<Arc<Answer>>>| {
            let query = query.get();
            if query.trim().is_empty() {
                return None;
            }
            let engine = app.engine();
            filters.with(|filters| {
                if counted.is_none_or(|counted| counted.get() == query) {
                    return Some(Arc::new(engine.search(&query, filters, limit.get())));
                }
                let mut answer = engine.glance(&query, filters, limit.get());
                // Until there are new numbers, the old ones keep their places.
                if let Some(Some(previous)) = previous {
                    (answer.facets, answer.months) = (previous.facets.clone(), previous.months.clone());
                }
                Some(Arc::new(answer))
            })
        });
        let find = Find { app, query, filters, answer, limit, selected: RwSignal::new(None) };
        if let Route::Search(SearchRoute { selected: Some(index), .. }) = app.route_now() {
            find.selected.set(find.hits().get(index as usize).map(|hit| (hit.doc, hit.passage)));
        }
        find
    }

    fn hits(&self) -> Vec<Hit> {
        let answer = self.answer.get_untracked();
        let Some(answer) = answer else { return Vec::new() };
        answer.groups.iter().flat_map(|group| shown(&answer, group).iter().cloned()).collect()
    }

    /// The first change of a query is a new page to come back from; letters that follow change its address.
    pub fn ask(&self, query: String, filters: Filters) {
        self.limit.set(PAGE);
        self.selected.set(None);
        let fresh = self.app.route_now() == Route::Overview;
        let route = Route::Search(SearchRoute { query, filters, selected: None });
        if fresh { self.app.navigate(route) } else { self.app.replace(route) }
    }

    pub fn filter(&self, filters: Filters) {
        self.ask(self.query.get_untracked(), filters);
    }

    /// Where a hit stands, with the search that found it.
    pub fn passage_route(&self, doc: DocId, passage: u32) -> Route {
        let id = self.app.engine().cards()[doc.index()].id.clone();
        Route::Document(DocumentRoute {
            id,
            passage: Some(passage),
            query: self.query.get_untracked(),
            filters: self.filters.get_untracked(),
            ..DocumentRoute::default()
        })
    }

    /// Opens the chosen hit, else the first. Coming back finds it chosen.
    pub fn open(&self) {
        let hits = self.hits();
        let chosen = self.selected.get_untracked();
        let index = hits.iter().position(|hit| Some((hit.doc, hit.passage)) == chosen).unwrap_or(0);
        if let Some(hit) = hits.get(index) {
            self.leave_for(hit.doc, hit.passage, index);
        }
    }

    fn leave_for(&self, doc: DocId, passage: u32, index: usize) {
        let (query, filters) = (self.query.get_untracked(), self.filters.get_untracked());
        let to = self.passage_route(doc, passage);
        self.app.replace(Route::Search(SearchRoute { query, filters, selected: u32::try_from(index).ok() }));
        self.app.navigate(to);
    }

    /// Chooses the next or previous hit and brings it into sight.
    fn step(&self, by: isize) {
        let hits = self.hits();
        if hits.is_empty() {
            return;
        }
        let chosen = self.selected.get_untracked();
        let at = hits.iter().position(|hit| Some((hit.doc, hit.passage)) == chosen);
        let next = match at {
            Some(at) => at.saturating_add_signed(by).min(hits.len() - 1),
            None if by > 0 => 0,
            None => return,
        };
        if next + 2 >= hits.len() {
            self.more();
        }
        self.selected.set(Some((hits[next].doc, hits[next].passage)));
        browser::next_frame(move || {
            if let Some(row) = browser::first(".pass.is-sel") {
                browser::scroll_to(&row, browser::Place::Nearest);
            }
        });
    }

    /// Shows more hits, where there are more.
    pub fn more(&self) {
        let all = self.answer.with_untracked(|answer| answer.as_ref().map_or(0, |answer| answer.n_passages));
        if self.limit.get_untracked() < all {
            self.limit.update(|limit| *limit += PAGE);
        }
    }
}

/// In a large dossier, the query whose matches are counted: the one at which the typing rests. `None`: always.
fn counted_query(app: App, query: Memo<String>) -> Option<RwSignal<String>> {
    const LARGE_BYTES: u64 = 2_000_000;
    const REST_MILLIS: u32 = 250;
    if app.engine().dossier().n_bytes < LARGE_BYTES {
        return None;
    }
    let counted = RwSignal::new(query.get_untracked());
    let timer = StoredValue::new_local(None);
    Effect::new(move || {
        let query = query.get();
        timer.set_value(Some(browser::after(REST_MILLIS, move || counted.set(query))));
    });
    Some(counted)
}

/// Labels of the palette: what matched is bold.
pub fn pieces_bold(pieces: &[Piece]) -> AnyView {
    let one = |piece: &Piece| match piece.marked {
        true => view! { <b>{piece.text.clone()}</b> }.into_any(),
        false => piece.text.clone().into_any(),
    };
    pieces.iter().map(one).collect_view().into_any()
}

#[component]
pub fn FindView() -> impl IntoView {
    let app = use_app();
    let find = Find::new(app);
    let on_title_page = Memo::new(move |_| app.route() == Route::Overview);
    let asked = Memo::new(move |_| find.answer.with(Option::is_some));
    if app.setting == Setting::Alone && !browser::is_touch() {
        browser::focus_later(BOX);
    }
    if find.selected.get_untracked().is_some() {
        browser::next_frame(|| {
            if let Some(row) = browser::first(".pass.is-sel") {
                browser::scroll_to(&row, browser::Place::CenterAtOnce);
            }
        });
    }
    browser::on_scroll(move || {
        if browser::is_near_end() {
            find.more();
        }
    });
    view! {
        {move || if on_title_page.get() {
            view! { <Opening /> }.into_any()
        } else {
            view! { <h1 class="hidden">{app.words_now().search}</h1> }.into_any()
        }}
        <div class="seek" class:is-first={move || on_title_page.get()}>
            <SearchBox find=find />
            {move || if asked.get() {
                view! { <results::Understood find=find /> <histogram::Histogram find=find /> }.into_any()
            } else {
                view! { <help::Tries find=find /> <help::Resume find=find on_title_page=on_title_page /> }.into_any()
            }}
        </div>
        <Announcement find=find />
        {move || if asked.get() {
            view! { <Found find=find /> }.into_any()
        } else {
            view! { <Inventory /> }.into_any()
        }}
    }
}

#[component]
fn SearchBox(find: Find) -> impl IntoView {
    let app = find.app;
    let words = app.words_now();
    let n_documents = app.engine().cards().len();
    let hint = fill(words.search_in, &[&count(n_documents, words.a_document, words.some_documents, app.language())]);
    let query = find.query;
    let clear = move || {
        find.ask(String::new(), Filters::default());
        browser::focus(BOX);
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => find.step(1),
            "ArrowUp" => find.step(-1),
            "Escape" if !query.get_untracked().is_empty() => clear(),
            _ => return,
        }
        event.prevent_default();
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        find.open();
    };
    let on_input = move |event: leptos::ev::Event| find.ask(event_target_value(&event), find.filters.get_untracked());
    view! {
        <form role="search" on:submit={on_submit}>
            <label class="hidden" for={BOX}>{words.search_label}</label>
            <div class="find">
                {icon(Icon::Search)}
                <input id={BOX} type="search" placeholder={hint} autocomplete="off" autocapitalize="off" spellcheck="false"
                    enterkeyhint="search" aria-describedby="zoek-uitleg" prop:value={move || query.get()}
                    on:input={on_input} on:keydown={on_key} />
                {move || (!query.with(String::is_empty)).then(|| view! {
                    <button class="quiet" type="button" aria-label={words.clear_query} on:click={move |_| clear()}>
                        {icon(Icon::Cross)}
                    </button>
                })}
            </div>
            <span class="hidden" id="zoek-uitleg">{words.help_keys}</span>
        </form>
    }
}

/// What a search found, said once to screen readers when the typing rests.
#[component]
fn Announcement(find: Find) -> impl IntoView {
    const REST_MILLIS: u32 = 700;
    let said = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None);
    Effect::new(move || {
        let words = find.app.words_now();
        let sentence = find.answer.with(|answer| match answer {
            None => String::new(),
            Some(answer) if answer.n_passages == 0 => words.no_hits.to_owned(),
            Some(answer) => {
                let (passages, documents) = counted(answer, words);
                format!("{passages} {documents}")
            }
        });
        timer.set_value(Some(browser::after(REST_MILLIS, move || said.set(sentence))));
    });
    view! { <p class="hidden" role="status" id="zoek-status">{move || said.get()}</p> }
}

#[component]
fn Found(find: Find) -> impl IntoView {
    let empty = Memo::new(move |_| find.answer.with(|answer| answer.as_ref().is_some_and(|it| it.n_passages == 0)));
    move || {
        if empty.get() {
            view! { <nothing::Nothing find=find /> }.into_any()
        } else {
            view! {
                <div class="found">
                    <facets::Facets find=find />
                    <results::Results find=find />
                </div>
            }
            .into_any()
        }
    }
}
