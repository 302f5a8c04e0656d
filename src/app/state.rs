//! What all of the page shares: the dossier, where the reader is, language, theme, and how the page is embedded.

use super::{Host, browser};
use crate::app::dom::prelude::*;
use crate::{
    engine::{DossierCard, Engine, Language, Said},
    screen::{FirstWords, Route, Words, first_words, seek::LARGE_BYTES, words},
};
use std::sync::Arc;

/// Light or dark; `System` leaves it to the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// What the root's `data-theme` says, and what is remembered.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    fn named(name: &str) -> Theme {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }

    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// Whether the page stands alone or in another one: then its chrome is compact and it takes no focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Alone,
    Embedded,
}

/// The page's shared state. Copies are the same state.
#[derive(Clone, Copy)]
pub struct App {
    engine: StoredValue<Arc<Engine>>,
    /// Whether all of the dossier has come.
    whole: RwSignal<bool>,
    route: RwSignal<Route>,
    /// An address that led nowhere, to be said once.
    pub unknown: RwSignal<Option<String>>,
    language: RwSignal<Language>,
    theme: RwSignal<Theme>,
    pub palette: RwSignal<bool>,
    /// Whether the ways to share this place stand open.
    pub sharing: RwSignal<bool>,
    /// A short sentence of what just happened ("Gekopieerd"), for eyes and screen readers.
    pub notice: RwSignal<String>,
    /// What the reader pasted to ask with: kept while the page is open, nowhere else.
    pub own_text: RwSignal<String>,
    pub setting: Setting,
    /// The first part of the page stood here before, and the reader is in the middle of something.
    pub taken_over: bool,
    /// Pixels from the window's top to the hit for which the reader left a list.
    pub left_at: RwSignal<Option<usize>>,
    /// Where the reader was the last time: address and name.
    last: StoredValue<Option<(String, String)>>,
}

pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// Reads the address and what is remembered, and gives the context to all below.
    pub fn provide(engine: Arc<Engine>) -> App {
        let parsed = Route::parse(&browser::address());
        let DossierCard { language: dossier_language, title, .. } = engine.dossier();
        let (taken_over, wanted, lang) = browser::host(|host| (host.takes_over(), host.wanted(), host.lang()));
        let wants = |name: &str| wanted.as_deref() == Some(name);
        let language =
            lang.or_else(|| browser::remembered(LANGUAGE)).or_else(|| query_value("lang")).unwrap_or(dossier_language);
        let theme = browser::host(Host::theme).or_else(|| browser::remembered(THEME)).unwrap_or_default();
        let embedded = !browser::is_alone()
            || browser::page_query().trim_start_matches('?').split('&').any(|field| field == "embed");
        let app = App {
            whole: RwSignal::new(engine.is_whole()),
            engine: StoredValue::new(engine),
            route: RwSignal::new(parsed.route),
            unknown: RwSignal::new(parsed.unknown),
            language: RwSignal::new(if language.starts_with("en") { Language::English } else { Language::Dutch }),
            theme: RwSignal::new(Theme::named(&theme)),
            palette: RwSignal::new(wants(PALETTE)),
            sharing: RwSignal::new(wants(SHARE)),
            notice: RwSignal::new(String::new()),
            own_text: RwSignal::new(String::new()),
            setting: if embedded { Setting::Embedded } else { Setting::Alone },
            taken_over,
            left_at: RwSignal::new(None),
            last: StoredValue::new(browser::remembered(&last_key(&title)).and_then(|last| {
                let (href, name) = last.split_once('\n')?;
                Some((href.to_owned(), name.to_owned()))
            })),
        };
        browser::set_root("data-embed", embedded.then_some(""));
        browser::on_address(move |address| app.arrive(&address));
        Effect::new(move || browser::set_root("lang", Some(code(app.language.get()))));
        Effect::new(move || browser::set_root("data-theme", app.theme.get().name()));
        provide_context(app);
        app
    }

    pub fn engine(&self) -> Arc<Engine> {
        self.engine.get_value()
    }

    /// The dossier, now that all of it has come.
    pub fn complete(&self, engine: Engine) {
        self.engine.set_value(Arc::new(engine));
        self.whole.set(true);
    }

    /// Whether all of the dossier has come.
    pub fn is_whole(&self) -> bool {
        self.whole.get_untracked()
    }

    /// The same, tracked.
    pub fn follow_whole(&self) -> bool {
        self.whole.get()
    }

    /// Whether the dossier is so large that hits come before they are counted.
    pub fn is_large(&self) -> bool {
        self.engine().n_text_bytes() >= LARGE_BYTES
    }

    /// Where the reader is; tracked.
    pub fn route(&self) -> Route {
        self.route.get()
    }

    pub fn route_now(&self) -> Route {
        self.route.get_untracked()
    }

    /// Goes there, with a new entry in the reader's history.
    pub fn navigate(&self, route: Route) {
        if route == self.route_now() {
            return;
        }
        browser::push_address(&route.href());
        self.set_route(route);
    }

    /// Goes there in place of the current entry: what changes while typing or dragging.
    pub fn replace(&self, route: Route) {
        if route == self.route_now() {
            return;
        }
        browser::replace_address(&route.href());
        self.set_route(route);
    }

    fn set_route(&self, route: Route) {
        self.unknown.set(None);
        self.route.set(route);
    }

    /// The reader went back, forward, or followed a link.
    fn arrive(&self, address: &str) {
        let parsed = Route::parse(address);
        if parsed.route != self.route_now() || parsed.unknown.is_some() {
            self.unknown.set(parsed.unknown);
            self.route.set(parsed.route);
        }
    }

    /// The interface's words, tracked: the shell draws all anew when the language changes, so that what stands below may
    /// ask once.
    pub fn words(&self) -> &'static FirstWords {
        first_words(self.language.get())
    }

    /// The interface's words now, for handlers and for what the shell draws anew.
    pub fn words_now(&self) -> &'static FirstWords {
        first_words(self.language.get_untracked())
    }

    /// All of them, for what is not in the first part of the page.
    pub fn all_words(&self) -> &'static Words {
        words(self.language.get_untracked())
    }

    pub fn language(&self) -> Language {
        self.language.get_untracked()
    }

    pub fn set_language(&self, language: Language) {
        browser::remember(LANGUAGE, Some(code(language)));
        self.language.set(language);
    }

    /// A sentence of the engine's, in the reader's language.
    pub fn say(&self, said: &Said) -> String {
        said.r#in(self.language()).to_owned()
    }

    /// A date in words.
    pub fn say_date(&self, edtf: &str) -> String {
        Engine::say_date(edtf).r#in(self.language()).to_owned()
    }

    /// Where the reader was when the page was last left: address and name.
    pub fn last(&self) -> Option<(String, String)> {
        self.last.get_value()
    }

    /// Remembers a page to come back to another day.
    pub fn remember_place(&self, route: &Route, name: &str) {
        if *route != Route::Overview {
            let key = last_key(&self.engine().dossier().title);
            browser::remember(&key, Some(&format!("{}\n{name}", route.href())));
        }
    }

    /// Copies, and says whether it worked.
    pub fn copy(&self, text: &str, done: &'static str) {
        let (notice, refused) = (self.notice, self.words_now().not_copied);
        browser::copy(text, move |worked| notice.set(if worked { done } else { refused }.to_owned()));
    }

    /// Tracked.
    pub fn theme(&self) -> Theme {
        self.theme.get()
    }

    pub fn theme_now(&self) -> Theme {
        self.theme.get_untracked()
    }

    pub fn set_theme(&self, theme: Theme) {
        browser::remember(THEME, theme.name());
        self.theme.set(theme);
    }
}

/// What may be open over the page, as the host calls it.
pub const PALETTE: &str = "palette";
pub const SHARE: &str = "share";

const LANGUAGE: &str = "weerklank-language";
const THEME: &str = "weerklank-theme";

/// Dossiers from one folder share their storage.
fn last_key(title: &str) -> String {
    format!("weerklank-last {title}")
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

fn query_value(name: &str) -> Option<String> {
    let query = browser::page_query();
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}
