//! What stands around every view: masthead, views, tools, foot.

use super::{
    Parts, browser,
    icon::{Icon, half_disc, icon, mark},
    search::BOX,
    state::{App, Theme, use_app},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::{Engine, Language},
    screen::{
        FirstWords, Route, fill,
        route::{QuotesRoute, SearchRoute, TimelineRoute},
        words::{count, number},
    },
};

#[component]
pub fn Shell(parts: &'static Parts) -> impl IntoView {
    let app = use_app();
    // One page a time: its route's details are signals inside it, so that only another page or language draws anew.
    let page = Memo::new(move |previous: Option<&Route>| {
        let route = app.route();
        match previous {
            Some(standing) if same_view(standing, &route) => standing.clone(),
            _ => route,
        }
    });
    Effect::new(move || {
        let (route, dossier) = (app.route(), app.engine().dossier().title);
        let name = place_name(&app.engine(), &route, app.words());
        app.remember_place(&route, &name);
        let parts: Vec<&str> = [name.as_str(), &dossier, "Weerklank"].into_iter().filter(|it| !it.is_empty()).collect();
        browser::set_title(&parts.join(" – "));
    });
    after_each_page(page, app.taken_over);
    browser::on_key(move |event| shortcut(app, event));
    view! {
        {move || {
            let words = app.words();
            view! {
                <a class="skip" href="#inhoud" on:click={skip}>{words.to_content}</a>
                <Masthead />
                <main id="inhoud" class="frame" tabindex="-1">
                    {move || app.unknown.get().map(|address| view! {
                        <p class="unknown" role="status">{fill(words.unknown_address, &[&address])}</p>
                    })}
                    {move || (parts.view)(&page.get())}
                </main>
                <Notice />
                <Foot />
                {(parts.over)()}
            }
        }}
    }
}

/// The title page and the search are one view: its box stays under the reader's fingers.
fn same_view(a: &Route, b: &Route) -> bool {
    let finds = |route: &Route| matches!(route, Route::Overview | Route::Search(_));
    a.same_page(b) || (finds(a) && finds(b))
}

/// A new page begins at its top, with the focus on its content so that screen readers and Tab go on from there; a place
/// inside it that the address names is found by the page itself.
fn after_each_page(page: Memo<Route>, taken_over: bool) {
    Effect::remembering(move |visited: Option<()>| {
        let route = page.get();
        if visited.is_some() || taken_over {
            browser::next_frame(move || {
                match &route {
                    // The search brings its chosen hit into sight and takes the focus, a document its place.
                    Route::Search(_) => {}
                    Route::Document(it) if it.passage.is_some() || it.words.is_some() || it.link.is_some() => {}
                    Route::Overview => browser::scroll_to_top(),
                    _ => {
                        browser::scroll_to_top();
                        browser::focus("inhoud");
                    }
                }
            });
        }
    });
}

/// Keys that work everywhere: Ctrl K or ⌘ K, and `/` for the search box.
fn shortcut(app: App, event: &leptos::ev::KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" | "K" if command && !event.shift_key() && !event.alt_key() => {
            event.prevent_default();
            app.palette.update(|open| *open = !*open);
        }
        "/" if !command && !event.alt_key() && !browser::is_typing() && !app.palette.get_untracked() => {
            event.prevent_default();
            if !browser::focus(BOX) {
                app.navigate(Route::Search(SearchRoute::default()));
                browser::focus_later(BOX);
            }
            if let Some(find) = browser::by_id(BOX) {
                browser::scroll_to(&find, browser::Place::Nearest);
            }
        }
        _ => {}
    }
}

/// The skip link moves the focus; the address stays where the reader is.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("inhoud");
}

/// What the browser's tab and history call the page; the title page has no name but the dossier's.
fn place_name(engine: &Engine, route: &Route, words: &'static FirstWords) -> String {
    match route {
        Route::Overview => String::new(),
        Route::Search(search) if search.query.trim().is_empty() => words.search.to_owned(),
        Route::Search(search) => format!("{}: {}", words.search, search.query.trim()),
        Route::Timeline(_) => words.timeline.to_owned(),
        Route::Quotes(_) => words.quotes.to_owned(),
        Route::Documents => words.documents.to_owned(),
        Route::Document(document) => {
            let card = engine.doc(&document.id).and_then(|doc| engine.cards().get(doc.index()));
            card.map_or_else(|| document.id.clone(), |card| card.short_title.clone())
        }
    }
}

/// A sentence of what just happened; it goes by itself.
#[component]
fn Notice() -> impl IntoView {
    const STANDS_MILLIS: u32 = 4000;
    let app = use_app();
    let timer = StoredValue::new_local(None);
    Effect::new(move || {
        if !app.notice.with(String::is_empty) {
            timer.set_value(Some(browser::after(STANDS_MILLIS, move || app.notice.set(String::new()))));
        }
    });
    view! { <p class="notice" role="status" id="bericht">{move || app.notice.get()}</p> }
}

#[component]
fn Masthead() -> impl IntoView {
    let app = use_app();
    let words = app.words_now();
    let title = app.engine().dossier().title;
    let home = Route::Overview.href();
    let views = [
        (Route::Search(SearchRoute::default()), words.search, Icon::Search),
        (Route::Timeline(TimelineRoute::default()), words.timeline, Icon::Timeline),
        (Route::Quotes(QuotesRoute::default()), words.quotes, Icon::Quotes),
        (Route::Documents, words.documents, Icon::Documents),
    ];
    view! {
        <header class="mast" class:is-home={move || app.route() == Route::Overview}>
            <div class="frame">
                <a class="mark" href={home.clone()} aria-label={words.to_start}>{mark()}<b>{"Weerklank"}</b></a>
                <a class="dossier" href={home}><span>{title}</span></a>
                <nav class="views" aria-label={words.views}>
                    {views.into_iter().map(|(route, name, drawing)| view_link(app, route, name, drawing)).collect_view()}
                </nav>
                <div class="tools"><Tools /></div>
            </div>
        </header>
    }
}

fn view_link(app: App, to: Route, name: &'static str, drawing: Icon) -> AnyView {
    let href = to.href();
    let current = move || is_within(&app.route(), &to).then_some("page");
    view! { <a href={href} aria-current={current}>{icon(drawing)}{name}</a> }.into_any()
}

/// Which of the four views a route belongs to: the title page is search's, a document the documents'.
fn is_within(route: &Route, view: &Route) -> bool {
    match (route, view) {
        (Route::Overview, Route::Search(_)) | (Route::Document(_), Route::Documents) => true,
        _ => route.same_page(view),
    }
}

#[component]
fn Tools() -> impl IntoView {
    let app = use_app();
    let words = app.words_now();
    let other = match app.language() {
        Language::Dutch => Language::English,
        Language::English => Language::Dutch,
    };
    let theme_label = move || {
        let name = match app.theme() {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        fill(words.theme_is, &[name])
    };
    view! {
        <button class="jump" type="button" id="ga-naar" on:click={move |_| app.palette.set(true)}>
            {icon(Icon::Jump)}<span>{words.jump}</span><kbd>{browser::jump_key()}</kbd>
        </button>
        <button class="quiet lang" type="button" id="taal" lang={words.other_language_code} on:click={move |_| app.set_language(other)}>
            {words.other_language}
        </button>
        <button class="quiet" type="button" id="thema" aria-label={theme_label} title={theme_label}
            on:click={move |_| app.set_theme(app.theme().next())}>
            {half_disc()}
        </button>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let app = use_app();
    let words = app.words_now();
    let dossier = app.engine().dossier();
    let files = count(dossier.n_documents, words.file, words.files, app.language());
    let built = fill(words.built_from, &[&files, &number(dossier.n_bytes, app.language())]);
    view! {
        <footer class="foot">
            <div class="frame">
                <span>{words.nothing_sent}</span>
                <button class="linklike" type="button" id="deel" on:click={move |_| app.sharing.set(true)}>{words.share}</button>
                <span>{built}</span>
            </div>
        </footer>
    }
}
