//! The quotes view: who repeats whom as a picture, every link as a line, the chosen one as a pair, and what is missing.

mod ask;
mod gone;
mod list;
mod pair;
mod picture;

use crate::app::dom::prelude::*;
use crate::{
    app::state::{App, use_app},
    screen::{
        QuotesRoute, Route, Words, fill,
        quotes::{Picks, chosen},
        words::{count, number},
    },
};

/// What the parts of the view share. Copies are the same state.
#[derive(Clone, Copy)]
pub struct Quotes {
    pub app: App,
    pub words: &'static Words,
    pub route: Memo<QuotesRoute>,
    pub picks: Memo<Picks>,
    /// Links that the picks let through.
    pub links: Memo<Vec<u32>>,
    /// The link that is shown: the chosen one, else the first.
    pub shown: Memo<Option<u32>>,
}

impl Quotes {
    fn provide() -> Quotes {
        let app = use_app();
        let route = Memo::new(move |_| match app.route() {
            Route::Quotes(route) => route,
            _ => QuotesRoute::default(),
        });
        let picks = Memo::new(move |_| Picks::of(&route.read()));
        let links = Memo::new(move |_| chosen(&app.engine(), &picks.read()));
        let n_links = app.engine().links().len() as u32;
        let shown = Memo::new(move |_| {
            route.read().link.filter(|link| *link < n_links).or_else(|| links.read().first().copied())
        });
        Quotes { app, words: app.all_words(), route, picks, links, shown }
    }

    /// The address of the same list with this link chosen. Tracked.
    pub fn href(self, link: Option<u32>) -> String {
        Route::Quotes(QuotesRoute { link, change: None, ..self.route.get() }).href()
    }

    /// The address of a list narrowed otherwise, no link chosen.
    pub fn narrowed(self, picks: &Picks) -> Route {
        let route = self.route.get();
        Route::Quotes(QuotesRoute {
            link: None,
            change: None,
            documents: picks.documents.clone(),
            filters: picks.filters(),
            ..route
        })
    }
}

#[component]
pub fn QuotesView() -> impl IntoView {
    let quotes = Quotes::provide();
    let words = quotes.words;
    let engine = quotes.app.engine();
    let links = engine.links();
    let across = links.iter().filter(|link| link.a.doc != link.b.doc).count();
    let unlinked =
        engine.quotations().iter().filter(|quotation| !quotation.linked && !quotation.layer.is_noise()).count();
    let said = fill(
        words.web_counts,
        &[
            &count(links.len(), words.link_one, words.link_more, words.language),
            &number(across as u64, words.language),
            &count(unlinked, words.quote_one, words.quote_more, words.language),
        ],
    );
    let open = move || quotes.route.read().link.is_some();
    view! {
        {super::timeline::defs()}
        <div class="who0" class:is-open={open}>
            <div class="web">
                <h1>{words.web}</h1>
                <p class="sub">{said}</p>
                {(!links.is_empty()).then(|| view! { <picture::PictureView quotes=quotes /> })}
            </div>
            <ask::Ask quotes=quotes />
            {if links.is_empty() {
                view! { <p class="muted none0">{words.no_links}</p> }.into_any()
            } else {
                view! {
                    <div class="cite">
                        <list::Links quotes=quotes />
                        <div>{move || quotes.shown.get().map(|link| view! { <pair::Pair quotes=quotes link=link /> })}</div>
                    </div>
                }
                .into_any()
            }}
            <gone::Gone quotes=quotes />
        </div>
    }
}
