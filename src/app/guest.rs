//! The page as a guest in another one: what that page can ask of it, and what it hears.

use super::{
    browser,
    dom::{Mounted, prelude::*},
    seeker,
    state::App,
};
use crate::{
    engine::{CorpusError, ScriptHit},
    screen::{
        Route, SearchRoute,
        results::citation,
        seek::{Question, Reply, Sought},
    },
};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A page that stands, until it is stopped.
pub struct Standing {
    mounted: Mounted,
    app: App,
}

impl Standing {
    pub fn new(mounted: Mounted, app: App) -> Standing {
        Standing { mounted, app }
    }

    /// Takes the page away: nodes, listeners, timers.
    pub fn stop(self) {
        self.mounted.stop();
    }

    /// Goes to an address, `#/tijdlijn`; whether it leads somewhere.
    pub fn open(&self, address: &str) -> bool {
        let parsed = Route::parse(address);
        if parsed.unknown.is_some() {
            return false;
        }
        self.mounted.within(|| self.app.navigate(parsed.route));
        true
    }

    /// Takes in all of a dossier of which only the first part was there.
    ///
    /// # Errors
    /// As [`Engine::open`]; what stands then stays.
    pub fn complete(&self, bytes: Vec<u8>) -> Result<(), CorpusError> {
        self.mounted.within(|| {
            self.app.complete(self.app.engine().complete(bytes)?);
            seeker::wake(self.app);
            Ok(())
        })
    }

    /// Hits as plain objects, best first.
    pub fn search(&self, query: &str, limit: usize) -> JsValue {
        let engine = self.mounted.within(|| self.app.engine());
        let found = engine.find(query, limit);
        let hits: Vec<_> = found.iter().map(ScriptHit::of).collect();
        serde_wasm_bindgen::to_value(&hits).unwrap_or_default()
    }

    /// A passage with its source, to paste elsewhere; nothing where there is no such passage.
    pub fn cite(&self, document: &str, passage: usize) -> Option<String> {
        self.mounted.within(|| {
            let engine = self.app.engine();
            let doc = engine.doc(document)?;
            let (card, place) = (engine.cards().get(doc.index())?, engine.passages(doc).get(passage)?);
            let link = format!("{}#/document/{document}?passage={passage}", browser::page_address());
            Some(citation(&engine, card, place.span, &link, self.app.all_words()))
        })
    }
}

/// What the page around this one hears; every one an object of its own event.
#[derive(Serialize)]
#[serde(untagged)]
enum Told {
    Open { document: String, passage: Option<u32>, address: String },
    Search { query: String, passages: usize, documents: usize },
    Select { kind: &'static str, index: u32, address: String },
}

impl Told {
    fn event(&self) -> &'static str {
        match self {
            Told::Open { .. } => "weerklank-open",
            Told::Search { .. } => "weerklank-search",
            Told::Select { .. } => "weerklank-select",
        }
    }
}

/// Tells the host where the reader goes, once the typing or dragging rests.
pub fn tell(app: App) {
    const REST_MILLIS: u32 = 300;
    if browser::is_alone() {
        return;
    }
    let timer = StoredValue::new_local(None);
    Effect::new(move || {
        let route = app.route();
        timer.set_value(Some(browser::after(REST_MILLIS, move || {
            match route {
                Route::Search(it) if it.selected.is_none() && !it.query.trim().is_empty() => tell_search(app, it),
                route => told(&route).iter().for_each(emit),
            };
        })));
    });
}

fn emit(told: &Told) {
    if let Ok(detail) = serde_wasm_bindgen::to_value(told) {
        browser::host(|host| host.emit(told.event(), &detail));
    }
}

fn tell_search(app: App, SearchRoute { query, filters, .. }: SearchRoute) {
    let sought = Sought { query: query.clone(), filters };
    seeker::ask(app, Question::Count(sought), move |reply| {
        if let Reply::Answer(answer) = reply {
            emit(&Told::Search { query, passages: answer.n_passages, documents: answer.n_documents });
        }
    });
}

fn told(route: &Route) -> Option<Told> {
    let address = route.href();
    Some(match route {
        Route::Document(it) => Told::Open { document: it.id.clone(), passage: it.passage, address },
        Route::Search(it) if it.selected.is_some() => Told::Select { kind: "hit", index: it.selected?, address },
        Route::Timeline(it) => Told::Select { kind: "event", index: it.selected?, address },
        Route::Quotes(it) => Told::Select { kind: "quote", index: it.link?, address },
        _ => return None,
    })
}
