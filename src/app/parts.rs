//! What a build of the page brings along: it links only what its [`Parts`] name.

use super::{
    Host, browser,
    document::DocumentView,
    documents::DocumentsView,
    guest,
    palette::Palette,
    quotes::QuotesView,
    search::{self, FindView},
    share::Share,
    state::{App, PALETTE, SHARE, use_app},
    timeline::TimelineView,
};
use crate::app::dom::prelude::*;
use crate::{
    engine::{CorpusError, DateReader, Engine},
    screen::Route,
};

pub struct Parts {
    pub open: fn(&'static [u8]) -> Result<Engine, CorpusError>,
    pub view: fn(&Route) -> AnyView,
    /// What opens over the page: the jump palette, the ways to share.
    pub over: fn() -> AnyView,
    /// Tells a page around this one what the reader does.
    pub tell: fn(App),
}

/// Everything.
pub const WHOLE: Parts = Parts { open: open_any, view: any_view, over: any_over, tell: guest::tell };

/// Title page and search. At whatever else is asked for, the whole page takes over.
pub const START: Parts = Parts {
    open: |bytes| Engine::open_with(bytes, DateReader::elsewhere(later)),
    view: first_view,
    over: over_later,
    tell: |_| (),
};

/// The host says where only the first part of a dossier has come: the rest follows.
fn open_any(bytes: &'static [u8]) -> Result<Engine, CorpusError> {
    if browser::host(Host::is_coming) {
        return Engine::open_first(bytes.to_vec()).map(|(engine, _)| engine);
    }
    Engine::open(bytes).map(Engine::with_digest)
}

fn any_view(route: &Route) -> AnyView {
    match route {
        Route::Overview | Route::Search(_) => view! { <FindView means=&search::WHOLE /> }.into_any(),
        _ if !use_app().follow_whole() => view! { <p class="muted">{use_app().words_now().loading}</p> }.into_any(),
        Route::Timeline(_) => view! { <TimelineView /> }.into_any(),
        Route::Quotes(_) => view! { <QuotesView /> }.into_any(),
        Route::Documents => view! { <DocumentsView /> }.into_any(),
        Route::Document(document) => view! { <DocumentView id=document.id.clone() /> }.into_any(),
    }
}

fn first_view(route: &Route) -> AnyView {
    match route {
        Route::Overview | Route::Search(_) => view! { <FindView means=&search::FIRST /> }.into_any(),
        _ => {
            browser::host(|host| host.rest(None));
            view! { <p class="muted">{use_app().words_now().loading}</p> }.into_any()
        }
    }
}

fn any_over() -> AnyView {
    view! { <Palette /> <Share /> }.into_any()
}

fn over_later() -> AnyView {
    let app = use_app();
    (move || {
        let wanted = [(app.palette, PALETTE), (app.sharing, SHARE)];
        if let Some((_, name)) = wanted.into_iter().find(|(open, _)| open.get()) {
            browser::host(|host| host.rest(Some(name)));
        }
    })
    .into_view()
}

/// A query holds a date: what reads dates comes with the rest of the page.
fn later(_: &str) -> Vec<crate::engine::Mention> {
    browser::host(|host| host.rest(None));
    Vec::new()
}
