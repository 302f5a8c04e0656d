//! What the parts of the timeline share: the window, the route, the picture that follows from them.

use crate::app::dom::prelude::*;
use crate::{
    app::{
        browser,
        state::{App, use_app},
    },
    engine::{Day, DocId, Engine, EntryKind},
    screen::{
        Route, TimelineRoute, Words,
        axis::Scale,
        measure::text_width,
        timeline::{Item, Picture, Room, extent, items, layout},
        timeline_lanes::{Assigned, Lanes, assign},
        timeline_list::title,
    },
};
use std::sync::Arc;

/// Copies are the same state.
#[derive(Clone, Copy)]
pub struct Line {
    pub app: App,
    pub words: &'static Words,
    pub items: StoredValue<Vec<Item>>,
    /// Documents without any entry; they count on behind the timeline's end.
    pub undated: StoredValue<Vec<DocId>>,
    pub route: Memo<TimelineRoute>,
    /// Moments at the picture's edges.
    pub window: RwSignal<(f64, f64)>,
    /// The window once it stands still: what is slower than the picture follows it.
    pub settled: RwSignal<(f64, f64)>,
    /// Of the picture, in pixels.
    pub width: RwSignal<f64>,
    /// The span that is being brushed, before it is in the address.
    pub brushing: RwSignal<Option<(Day, Day)>>,
    pub picture: Memo<Picture>,
    /// Counts the windows that were asked for: a later one ends an animation.
    turn: StoredValue<u32>,
    home: (f64, f64),
    all: (f64, f64),
    /// First day of the dossier's window.
    pub start: Option<Day>,
}

/// A picture below this is drawn small: no labels, low rows.
const SMALL: f64 = 560.0;

impl Line {
    pub fn provide() -> Line {
        let app = use_app();
        let words = app.all_words();
        let engine = app.engine();
        let undated = undated(&engine);
        let items = items(engine.timeline(), undated.len());
        let all = padded(extent(&items).unwrap_or((0, 365)));
        let dossier = window(&engine);
        let home = dossier.map_or(all, |(from, to)| (f64::from(from.0), f64::from(to.0 + 1)));
        let (items, undated) = (StoredValue::new(items), StoredValue::new(undated));
        let route = Memo::new(move |_| match app.route() {
            Route::Timeline(route) => route,
            _ => TimelineRoute::default(),
        });
        let (window, settled) = (RwSignal::new(home), RwSignal::new(home));
        let width = RwSignal::new(if browser::is_narrow() { 340.0 } else { 796.0 });
        let lanes = Memo::new(move |_| {
            let choice = Lanes::named(&route.read().lanes);
            undated.with_value(|undated| assign(choice, &app.engine(), undated, words))
        });
        let picture = Memo::new(move |_| {
            let room = room(width.get(), window.get(), undated_count(items));
            picture(&app.engine(), items, undated, &lanes.read(), &room, words)
        });
        let brushing = RwSignal::new(None);
        let turn = StoredValue::new(0);
        let start = dossier.map(|(from, _)| from);
        let line = Line {
            app,
            words,
            items,
            undated,
            route,
            window,
            settled,
            width,
            brushing,
            picture,
            turn,
            home,
            all,
            start,
        };
        line.follow_address();
        line
    }

    /// The window of the address, when the reader arrives there; a chosen entry outside it comes into view.
    fn follow_address(self) {
        let asked = Memo::new(move |_| (self.route.read().window, self.route.read().selected));
        Effect::remembering(move |previous: Option<Asked>| {
            let (window, selected) = asked.get();
            let standing = previous.map(|(window, _)| window);
            if let Some(window) = window {
                if days(self.window.get_untracked()) != window {
                    self.stand((f64::from(window.0.0), f64::from(window.1.0 + 1)));
                }
            } else if standing.is_some_and(|standing| standing.is_some()) {
                self.stand(self.home);
            }
            if let Some(selected) = selected {
                self.reveal(selected);
            }
            (window, selected)
        });
    }

    fn stand(self, window: (f64, f64)) {
        self.window.set(window);
        self.settled.set(window);
    }

    pub fn scale(self) -> Scale {
        let (from, to) = self.window.get();
        Scale::new(from, to, self.width.get() - undated_room(self.width.get(), undated_count(self.items)))
    }

    pub fn scale_now(self) -> Scale {
        untrack(|| self.scale())
    }

    pub fn is_small(self) -> bool {
        self.width.get() < SMALL
    }

    /// Shows this window at once: dragging, wheel.
    pub fn show(self, scale: Scale) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        self.window.set((scale.from, scale.to));
        self.remember(turn);
    }

    /// Goes to this window calmly: buttons, keys, boxes that open.
    pub fn go(self, goal: (f64, f64)) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        let from = self.scale_now();
        let goal = Scale::new(goal.0, goal.1, from.width);
        browser::animate(240.0, move |part| {
            let ours = self.turn.try_get_value() == Some(turn);
            if ours {
                let step = if part < 1.0 { from.toward(&goal, part) } else { goal };
                self.window.set((step.from, step.to));
            }
            ours
        });
        self.remember(turn);
    }

    /// Once the window has stood still for a while, the list follows it, and so does the address.
    fn remember(self, turn: u32) {
        let settle = move || {
            if self.turn.try_get_value() == Some(turn) {
                self.settled.try_set(self.window.get_untracked());
            }
        };
        gloo::timers::callback::Timeout::new(260, settle).forget();
        let write = move || {
            let is_here = matches!(self.app.route_now(), Route::Timeline(_));
            if self.turn.try_get_value() == Some(turn) && is_here {
                let (from, to) = days(self.window.get_untracked());
                let at_home = (from, to) == days(self.home);
                self.change(Step::Replace, |route| route.window = (!at_home).then_some((from, to)));
            }
        };
        gloo::timers::callback::Timeout::new(400, write).forget();
    }

    pub fn zoom(self, factor: f64) {
        let scale = self.scale_now();
        let goal = scale.zoom(scale.width / 2.0, factor);
        self.go((goal.from, goal.to));
    }

    pub fn pan(self, share: f64) {
        let scale = self.scale_now();
        let goal = scale.pan(scale.width * share);
        self.go((goal.from, goal.to));
    }

    pub fn whole(self) -> (f64, f64) {
        (self.all.0.min(self.home.0), self.all.1.max(self.home.1))
    }

    /// Brings an entry into view where it is not.
    fn reveal(self, entry: u32) {
        let (from, to) = days(self.window.get_untracked());
        let place = self.items.with_value(|items| {
            let item = items.iter().find(|item| item.entry == entry)?;
            (!item.meets(from.0, to.0 + 1)).then(|| item.drawn.shape.place()).flatten()
        });
        if let Some(place) = place.map(f64::from) {
            let half = self.scale_now().span() / 2.0;
            self.go((place - half, place + half));
        }
    }

    pub fn change(self, step: Step, edit: impl FnOnce(&mut TimelineRoute)) {
        let mut route = self.route.get_untracked();
        edit(&mut route);
        match step {
            Step::Push => self.app.navigate(Route::Timeline(route)),
            Step::Replace => self.app.replace(Route::Timeline(route)),
        }
    }

    /// The address of the same view with this entry chosen, or none where it is chosen already. Tracked.
    pub fn href(self, entry: u32) -> String {
        let mut route = self.route.get();
        route.selected = (route.selected != Some(entry)).then_some(entry);
        Route::Timeline(route).href()
    }

    pub fn brush(self) -> Option<(Day, Day)> {
        let route = self.route.read();
        self.brushing.get().or(route.from.zip(route.to))
    }

    pub fn name(self, entry: u32) -> String {
        self.undated.with_value(|undated| title(&self.app.engine(), undated, entry, self.words))
    }

    /// "2021–2024", or "2022".
    pub fn years(self) -> String {
        let (from, to) = days(self.window.get());
        let (from, to) = (from.year(), to.year());
        if from == to { from.to_string() } else { format!("{from}–{to}") }
    }
}

/// The window and the entry that an address asks for.
type Asked = (Option<(Day, Day)>, Option<u32>);

/// Whether the reader's history gets a new entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Push,
    Replace,
}

/// First and last day of a window.
pub fn days(window: (f64, f64)) -> (Day, Day) {
    let from = window.0.round() as i32;
    (Day(from), Day((window.1.round() as i32 - 1).max(from)))
}

/// A person's window, else whole years around the documents' own dates.
fn window(engine: &Engine) -> Option<(Day, Day)> {
    let dossier = engine.dossier();
    let years = || {
        let (first, last) = (dossier.earliest?.year(), dossier.latest?.year());
        Some((Day::from_ymd(first, 1, 1)?, Day::from_ymd(last, 12, 31)?))
    };
    dossier.window.or_else(years)
}

fn undated(engine: &Engine) -> Vec<DocId> {
    let mut dated = vec![false; engine.cards().len()];
    for entry in engine.timeline() {
        if let EntryKind::Document { doc, .. } = entry.kind
            && let Some(dated) = dated.get_mut(doc.index())
        {
            *dated = true;
        }
    }
    engine
        .cards()
        .iter()
        .map(|card| card.doc)
        .filter(|doc| !dated.get(doc.index()).is_none_or(|dated| *dated))
        .collect()
}

fn undated_count(items: StoredValue<Vec<Item>>) -> usize {
    items.with_value(|items| items.iter().rev().take_while(|item| !item.is_dated()).count())
}

/// A narrow strip still holds the number of what stands in it.
fn undated_room(width: f64, count: usize) -> f64 {
    match count {
        0 => 0.0,
        _ if width < SMALL => text_width(&count.to_string()).max(16.0) + 20.0,
        _ => 128.0,
    }
}

/// A twentieth of air on both sides.
fn padded((from, to): (i32, i32)) -> (f64, f64) {
    let (from, to) = (f64::from(from), f64::from(to));
    let air = ((to - from) * 0.05).max(10.0);
    (from - air, to + air)
}

fn room(width: f64, (from, to): (f64, f64), n_undated: usize) -> Room {
    let small = width < SMALL;
    let undated = undated_room(width, n_undated);
    Room {
        scale: Scale::new(from, to, width - undated),
        row: if small { 15.0 } else { 25.0 },
        labels: !small,
        max_rows: 30,
        undated,
    }
}

fn picture(
    engine: &Arc<Engine>,
    items: StoredValue<Vec<Item>>,
    undated: StoredValue<Vec<DocId>>,
    lanes: &Assigned,
    room: &Room,
    words: &Words,
) -> Picture {
    let lane = |entry: u32| lanes.of.get(entry as usize).map_or(0, |lane| usize::from(*lane));
    items.with_value(|items| {
        undated
            .with_value(|undated| layout(items, &lanes.names, lane, room, |entry| title(engine, undated, entry, words)))
    })
}
