//! Scrolling: the window, or the frame that stands for it.

use super::{Host, host, is_alone, prefers_less_motion, root, top};
use leptos::prelude::window;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Nearest,
    Center,
    /// Without a ride: on arrival, and where one key after the other is pressed.
    CenterAtOnce,
    NearestAtOnce,
}

/// Scrolls an element into sight, calmly unless the reader prefers less motion.
pub fn scroll_to(element: &Element, place: Place) {
    let options = ScrollIntoViewOptions::new();
    let calm = !prefers_less_motion() && !matches!(place, Place::CenterAtOnce | Place::NearestAtOnce);
    options.set_behavior(if calm { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    options.set_block(match place {
        Place::Nearest | Place::NearestAtOnce => ScrollLogicalPosition::Nearest,
        Place::Center | Place::CenterAtOnce => ScrollLogicalPosition::Center,
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What scrolls instead of the window: the frame of a page in another one, where it has a height of its own.
fn own_scroller() -> Option<Element> {
    let frame = if is_alone() { None } else { host(Host::place).parent_element() };
    frame.filter(|frame| frame.scroll_height() > frame.client_height() + 1)
}

/// Pixels of the page above the window.
pub fn scrolled() -> f64 {
    match own_scroller() {
        Some(frame) => f64::from(frame.scroll_top()),
        None => window().scroll_y().unwrap_or(0.0),
    }
}

/// Moves the window over the page, at once.
pub fn scroll_by(pixels: f64) {
    match own_scroller() {
        Some(frame) => frame.set_scroll_top(frame.scroll_top() + pixels.round() as i32),
        None => window().scroll_by_with_x_and_y(0.0, pixels),
    }
}

/// Pixels.
pub fn screen_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0)
}

pub fn scroll_to_top() {
    if !is_alone() {
        if top(&root()) < 0.0 {
            scroll_to(&root(), Place::Nearest);
        }
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
