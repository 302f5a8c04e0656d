//! The start page and the search: one box, and beneath it the dossier or what was found.

mod asked;
mod facets;
mod first;
mod help;
mod histogram;
mod nothing;
mod results;
mod window;

pub use asked::WHOLE;
pub use first::FIRST;

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
        results::{Piece, Way, counted},
        slices::List,
        words::count,
    },
};
use leptos::ev::KeyboardEvent;
use std::sync::Arc;

pub const BOX: &str = "zoek";

/// The answer, as it comes and changes.
type Answered = Memo<Option<Arc<Answer>>>;

/// What is there now; tracked.
type Asked<T> = Box<dyn Fn() -> T>;

/// How a search is answered and what is found is listed. A page begins with [`FIRST`]; [`WHOLE`] holds large dossiers too.
pub struct Means {
    /// `None` while nothing is asked.
    answer: fn(App, Memo<String>, Memo<Filters>) -> Answered,
    /// What is listed now; tracked.
    list: fn(&Find) -> Arc<List>,
    /// A hit of the list, where it has come; tracked.
    hit: fn(Find, (DocId, u32)) -> Asked<Option<Hit>>,
    view: fn(Find) -> AnyView,
    /// The reader is at the last hit that stands.
    more: fn(&Find),
    /// Ways out of an empty result.
    ways: fn(Find) -> Asked<Vec<Way>>,
    tries: fn(App) -> Asked<Tries>,
}

/// What one could type: queries that find something, and the query language with an example a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tries {
    queries: Vec<String>,
    syntax: Vec<(String, String)>,
}

/// What the parts of this view share.
#[derive(Clone, Copy)]
pub struct Find {
    pub app: App,
    means: &'static Means,
    pub query: Memo<String>,
    pub filters: Memo<Filters>,
    /// `None` while nothing is asked.
    pub answer: Memo<Option<Arc<Answer>>>,
    pub selected: RwSignal<Option<(DocId, u32)>>,
    /// Place in the list of the hit that the address names, until there is a list.
    named: RwSignal<Option<usize>>,
}

impl Find {
    fn new(app: App, means: &'static Means) -> Find {
        let search = move || match app.route() {
            Route::Search(search) => search,
            _ => SearchRoute::default(),
        };
        let query = Memo::new(move |_| search().query);
        let filters = Memo::new(move |_| search().filters);
        let answer = (means.answer)(app, query, filters);
        let named = match app.route_now() {
            Route::Search(SearchRoute { selected, .. }) => selected.map(|index| index as usize),
            _ => None,
        };
        let (selected, named) = (RwSignal::new(None), RwSignal::new(named));
        Find { app, means, query, filters, answer, selected, named }
    }

    /// What is listed; tracked.
    pub fn list(&self) -> Arc<List> {
        (self.means.list)(self)
    }

    pub fn list_now(&self) -> Arc<List> {
        untrack(|| self.list())
    }

    /// A hit that came with the answer; tracked.
    pub fn answered(&self, (doc, passage): (DocId, u32)) -> Option<Hit> {
        self.answer.with(|answer| {
            let group = answer.as_ref()?.groups.iter().find(|group| group.doc == doc)?;
            group.hits.iter().find(|hit| hit.passage == passage).cloned()
        })
    }

    /// The first change of a query is a new page to come back from; letters that follow change its address.
    pub fn ask(&self, query: String, filters: Filters) {
        self.selected.set(None);
        self.named.set(None);
        let fresh = self.app.route_now() == Route::Overview;
        let route = Route::Search(SearchRoute { query, filters, selected: None });
        if fresh { self.app.navigate(route) } else { self.app.replace(route) }
    }

    pub fn filter(&self, filters: Filters) {
        self.ask(self.query.get_untracked(), filters);
    }

    /// Where a hit stands, with the search that found it; tracked.
    pub fn passage_route(&self, doc: DocId, passage: u32) -> Route {
        let id = self.app.engine().cards()[doc.index()].id.clone();
        let (query, filters) = (self.query.get(), self.filters.get());
        Route::Document(DocumentRoute { id, passage: Some(passage), query, filters, ..DocumentRoute::default() })
    }

    /// Opens the chosen hit, else the first. Coming back finds it chosen.
    pub fn open(&self) {
        let chosen = self.selected.get_untracked();
        let list = self.list_now();
        let index = chosen.and_then(|hit| list.position(hit)).unwrap_or(0);
        if let Some(hit) = list.at(index) {
            self.leave_for(hit, index);
        }
    }

    fn leave_for(&self, (doc, passage): (DocId, u32), index: usize) {
        let (query, filters) = (self.query.get_untracked(), self.filters.get_untracked());
        let to = untrack(|| self.passage_route(doc, passage));
        let row = browser::first(&format!(".pass[aria-posinset='{}']", index + 1));
        self.app.left_at.set(row.map(|row| browser::top(&row).max(0.0) as usize));
        self.app.replace(Route::Search(SearchRoute { query, filters, selected: u32::try_from(index).ok() }));
        self.app.navigate(to);
    }

    /// Chooses the next or previous hit and brings it into sight.
    fn step(&self, by: isize) {
        let list = self.list_now();
        if list.n_hits == 0 {
            return;
        }
        let next = match self.selected.get_untracked().and_then(|hit| list.position(hit)) {
            Some(at) => at.saturating_add_signed(by),
            None if by > 0 => 0,
            None => return,
        };
        match list.at(next) {
            Some(hit) => self.choose(hit, browser::Place::NearestAtOnce),
            None => (self.means.more)(self),
        }
    }

    fn choose(&self, hit: (DocId, u32), place: browser::Place) {
        self.selected.set(Some(hit));
        browser::next_frame(move || {
            if let Some(row) = browser::first(".pass.is-sel") {
                browser::scroll_to(&row, place);
            }
        });
    }

    /// Chooses the hit that the address names, as soon as there is a list.
    fn follow_name(self) {
        Effect::new(move || {
            let hit = self.named.get().and_then(|index| self.list().at(index));
            if let Some(hit) = hit {
                self.named.set(None);
                self.choose(hit, browser::Place::CenterAtOnce);
                // Where it was when the reader left for it.
                if let Some(top) = self.app.left_at.get_untracked() {
                    self.app.left_at.set(None);
                    browser::next_frame(move || {
                        if let Some(row) = browser::first(".pass.is-sel") {
                            browser::scroll_by(browser::top(&row) - top as f64);
                        }
                    });
                }
            }
        });
    }
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
pub fn FindView(means: &'static Means) -> impl IntoView {
    let app = use_app();
    let find = Find::new(app, means);
    let on_title_page = Memo::new(move |_| app.route() == Route::Overview);
    let asked = Memo::new(move |_| find.answer.with(Option::is_some));
    if app.setting == Setting::Alone && !browser::is_touch() {
        browser::focus_later(BOX);
    }
    find.follow_name();
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
                view! { <help::Help find=find /> <help::Resume find=find on_title_page=on_title_page /> }.into_any()
            }}
        </div>
        <Announcement find=find />
        {move || if asked.get() {
            view! { <Found find=find /> }.into_any()
        } else {
            app.follow_whole();
            // Nothing is asked, but a period may be: what narrows stands above what it narrows.
            view! { {results::filters_view(find)} <Inventory filters={find.filters.get()} /> }.into_any()
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
            Some(answer) if !answer.counted => said.get_untracked(),
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
    let empty =
        Memo::new(move |_| find.answer.with(|it| it.as_ref().is_some_and(|it| it.counted && it.n_passages == 0)));
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
