//! The list of hits, of which only what is near the window stands in the page.

use super::{
    Find,
    asked::{came, fetch, keep, kept},
    results::slice_view,
};
use crate::app::{browser, dom::prelude::*};
use crate::screen::slices::{Drawn, Slice, between, drawn, slice_key};
use std::sync::Arc;
use web_sys::HtmlElement;

/// Of the list, and of a slice in it.
const LIST: &str = "#treffers .slices";
const SLICE: &str = "#treffers .slice";

/// What is drawn now: slices with their places, and the height below them.
type Plan = (Vec<(Slice, Drawn)>, f64);

#[derive(Clone, Copy)]
struct Window {
    find: Find,
    plan: Memo<Arc<Plan>>,
    heights: RwSignal<crate::screen::slices::Heights>,
    /// From the list's top, what is to be drawn.
    view: RwSignal<(f64, f64)>,
    /// The slice in which the focus is.
    held: RwSignal<Option<u64>>,
    /// What the next frame is to do, where it has something to do.
    next: StoredValue<Option<Next>, LocalStorage>,
}

/// Measure, and hold what is in sight where it was.
struct Next {
    anchor: Option<Anchor>,
}

pub fn view(find: Find) -> AnyView {
    let heights = RwSignal::new(kept().heights);
    let view = RwSignal::new((0.0, 3.0 * browser::screen_height()));
    let held = RwSignal::new(None::<u64>);
    let edges = Memo::new(move |_| heights.with(|heights| heights.edges(&find.list())));
    let plan = Memo::new(move |_| {
        let (top, bottom) = view.get();
        let list = find.list();
        let chosen = find.selected.get().and_then(|hit| list.slice_of(list.position(hit)?));
        let focused = held.get().and_then(|key| list.slices.iter().position(|slice| slice_key(slice) == key));
        let kept: Vec<usize> = chosen.into_iter().chain(focused).collect();
        edges.with(|edges| {
            let (drawn, rest) = drawn(edges, between(edges, top, bottom), &kept);
            let with_slice = |drawn: Drawn| Some((list.slices.get(drawn.at)?.clone(), drawn));
            Arc::new((drawn.into_iter().filter_map(with_slice).collect(), rest))
        })
    });
    let window = Window { find, plan, heights, view, held, next: StoredValue::new_local(None) };
    browser::on_scroll(move || window.look());
    browser::on_resize(move || {
        heights.update(|heights| *heights = Default::default());
        window.look();
    });
    Effect::new(move || {
        plan.track();
        window.fetch();
        window.measure_next(false);
    });
    browser::next_frame(move || window.look());
    let gap = move |key: u64| {
        let find =
            move |plan: &Arc<Plan>| plan.0.iter().find(|(slice, _)| slice_key(slice) == key).map_or(0.0, |it| it.1.gap);
        Memo::new(move |_| plan.with(find))
    };
    let one = move |slice: Slice| {
        let key = slice_key(&slice);
        let gap = gap(key);
        view! { <div class="slice" data-slice={key.to_string()} style:padding-top={move || pixels(gap.get())}>{slice_view(find, &slice)}</div> }
    };
    let slices = move || plan.with(|plan| plan.0.iter().map(|(slice, _)| slice.clone()).collect::<Vec<_>>());
    view! {
        <div class="slices">
            <For each=slices key={slice_key} children={one} />
            <div style:height={move || pixels(plan.with(|plan| plan.1))}></div>
        </div>
    }
    .into_any()
}

fn pixels(height: f64) -> String {
    format!("{}px", height.round() as i64)
}

impl Window {
    /// The window has moved: draws what it comes near, and keeps what it shows where it is.
    fn look(self) {
        let Some(list) = browser::first(LIST) else { return };
        // A list that begins below the window has its first slices: what stands above it may yet shrink without a word.
        let (top, screen) = ((-browser::top(&list)).max(0.0), browser::screen_height());
        self.measure_next(true);
        let focused = browser::focused().and_then(|it| it.closest(".slice").ok()?);
        self.held.set(focused.and_then(|slice| slice.get_attribute("data-slice")?.parse().ok()));
        self.view.set((top - screen, top + 2.0 * screen));
    }

    /// Has the next frame measure what stands then; `holds`: something may change above what is in sight. What was in sight
    /// first since the last frame is what the reader saw.
    fn measure_next(self, holds: bool) {
        self.next.update_value(|next| {
            if next.is_none() {
                browser::next_frame(move || self.measure());
            }
            let next = next.get_or_insert(Next { anchor: None });
            if holds && next.anchor.is_none() {
                next.anchor = Anchor::now();
            }
        });
    }

    /// Learns how high is what was drawn, and holds what was in sight.
    fn measure(self) {
        let Some(Some(Next { anchor })) = self.next.try_update_value(Option::take) else { return };
        let Some(plan) = self.plan.try_get_untracked() else { return };
        let slices = browser::all(SLICE);
        let find = |key: &str| slices.iter().find(|slice| slice.get_attribute("data-slice").as_deref() == Some(key));
        if let Some(anchor) = anchor
            && let Some(node) = find(&anchor.slice)
        {
            anchor.hold(node);
        }
        let height = |(slice, drawn): &(Slice, Drawn)| {
            let node = find(&slice_key(slice).to_string())?;
            // The gap that stands in the page, not the plan's, which may be newer.
            Some((drawn.at, browser::height(node) - browser::style_pixels(node, "padding-top")))
        };
        let measured: Vec<(usize, f64)> = plan.0.iter().filter_map(height).collect();
        let Some(mut heights) = self.heights.try_get_untracked() else { return };
        if heights.learn(&self.find.list_now(), &measured) {
            keep(|kept| kept.heights = heights.clone());
            self.heights.set(heights);
        }
    }

    /// Has the hits come that are drawn and not there.
    fn fetch(self) {
        let plan = self.plan.get_untracked();
        let drawn = plan.0.iter().flat_map(|(slice, _)| slice.keys());
        let absent: Vec<_> = untrack(|| drawn.filter(|key| came(self.find, *key).is_none()).collect());
        if !absent.is_empty() {
            fetch(self.find.app, absent, move || self.measure_next(true));
        }
    }
}

/// The first slice in sight, and where in the page an edge of it is: the upper one where that is in sight too.
struct Anchor {
    slice: String,
    is_upper: bool,
    edge: f64,
}

impl Anchor {
    fn now() -> Option<Anchor> {
        browser::all(SLICE).iter().find_map(|node| {
            let is_upper = browser::top(node) >= 0.0;
            let slice = node.get_attribute("data-slice")?;
            let is_in_sight = browser::top(node) + browser::height(node) > 0.0;
            is_in_sight.then(|| Anchor { slice, is_upper, edge: edge(node, is_upper) })
        })
    }

    /// Brings it back to where it was in the window, wherever the reader has gone meanwhile.
    fn hold(&self, node: &HtmlElement) {
        let moved = edge(node, self.is_upper) - self.edge;
        if moved.abs() > 0.5 {
            browser::scroll_by(moved);
        }
    }
}

fn edge(node: &HtmlElement, is_upper: bool) -> f64 {
    browser::scrolled() + browser::top(node) + if is_upper { 0.0 } else { browser::height(node) }
}
