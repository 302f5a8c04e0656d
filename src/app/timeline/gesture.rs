//! Wheel, drag, pinch, brush and keys on the picture.

use super::{
    picture::AXIS,
    state::{Line, Step},
};
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    engine::Day,
    screen::{axis::Scale, px::within},
};
use leptos::ev;
use wasm_bindgen::JsCast;

/// An end of the brush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    Start,
    End,
}

impl Grip {
    pub fn name(self) -> &'static str {
        match self {
            Grip::Start => "start",
            Grip::End => "end",
        }
    }
}

#[derive(Clone, Copy)]
pub struct Gestures {
    /// A drag moves the picture: the hand closes.
    pub held: RwSignal<bool>,
}

/// A pointer on the picture, where it was last.
#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    x: f64,
}

/// What the pointers do.
#[derive(Clone, Copy, Default)]
enum Act {
    #[default]
    Nothing,
    /// Pressed, not yet moved.
    Press {
        x: f64,
    },
    Pan {
        scale: Scale,
        x: f64,
    },
    Pinch {
        scale: Scale,
        apart: f64,
        middle: f64,
    },
    /// From this moment.
    Brush {
        anchor: f64,
    },
}

/// Pixels that a press may wander and still be a click.
const STILL: f64 = 4.0;

pub fn attach(line: Line, canvas: NodeRef) -> Gestures {
    let gestures = Gestures { held: RwSignal::new(false) };
    let scrolled = StoredValue::new(0.0);
    browser::on_scroll(move || scrolled.set_value(browser::now_millis()));
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let element: &web_sys::Element = canvas.unchecked_ref();
        let place = element.clone();
        browser::on_wheel(element, move |event| wheel(line, &place, scrolled.get_value(), event));
        pointers(line, element, gestures);
        let held = canvas.clone();
        let keys = gloo::events::EventListener::new_with_options(
            element,
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
                    key(line, event);
                }
                let _ = &held;
            },
        );
        StoredValue::new_local(keys);
    });
    gestures
}

/// Turns zoom at the pointer, sideways turns pan. A page that is being scrolled goes on scrolling, and so does one whose
/// picture cannot zoom further.
fn wheel(line: Line, element: &web_sys::Element, scrolled_millis: f64, event: &web_sys::WheelEvent) {
    if browser::now_millis() - scrolled_millis < 220.0 && !event.ctrl_key() {
        return;
    }
    let unit = match event.delta_mode() {
        0 => 1.0,
        1 => 18.0,
        _ => 300.0,
    };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    let scale = line.scale_now();
    let next = if dx.abs() > dy.abs() || event.shift_key() {
        scale.pan(if dx == 0.0 { dy } else { dx })
    } else {
        let (x, _) = browser::place_on(element, event);
        let strength = if event.ctrl_key() { 0.01 } else { 0.0022 };
        let next = scale.zoom(x.min(scale.width), within(-dy * strength, -1.0, 1.0).exp());
        let (from, to) = line.whole();
        if dy > 0.0 && !event.ctrl_key() && scale.span() > (to - from) * 1.2 {
            return;
        }
        next
    };
    if next != scale {
        event.prevent_default();
        line.show(next);
    }
}

fn pointers(line: Line, element: &web_sys::Element, gestures: Gestures) {
    let fingers = StoredValue::new(Vec::<Finger>::new());
    let act = StoredValue::new(Act::Nothing);
    let on = |name: &'static str, run: Box<dyn Fn(&web_sys::PointerEvent)>| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = gloo::events::EventListener::new_with_options(element, name, options, move |event| {
            if let Some(event) = event.dyn_ref() {
                run(event);
            }
        });
        StoredValue::new_local(listener);
    };
    let place = element.clone();
    on(
        "pointerdown",
        Box::new(move |event| {
            if event.button() != 0 {
                return;
            }
            let (x, y) = browser::place_on(&place, event);
            fingers.update_value(|fingers| fingers.push(Finger { id: event.pointer_id(), x }));
            act.set_value(start(line, event, &fingers.get_value(), y));
        }),
    );
    let place = element.clone();
    on(
        "pointermove",
        Box::new(move |event| {
            let (x, _) = browser::place_on(&place, event);
            let known = fingers.try_update_value(|fingers| {
                fingers.iter_mut().find(|finger| finger.id == event.pointer_id()).map(|finger| finger.x = x).is_some()
            });
            if known != Some(true) {
                return;
            }
            let next = moved(line, act.get_value(), x, &fingers.get_value());
            let moving = matches!(next, Act::Pan { .. } | Act::Pinch { .. } | Act::Brush { .. });
            if moving && !gestures.held.get_untracked() {
                // From here on it is no click: the pointer stays ours, wherever it goes.
                let _ = place.set_pointer_capture(event.pointer_id());
                gestures.held.set(true);
            }
            act.set_value(next);
        }),
    );
    for name in ["pointerup", "pointercancel"] {
        on(
            name,
            Box::new(move |event| {
                fingers.update_value(|fingers| fingers.retain(|finger| finger.id != event.pointer_id()));
                if let Act::Brush { .. } = act.get_value() {
                    settle(line);
                }
                act.set_value(Act::Nothing);
                // A click follows a drag: it must not choose anything.
                browser::next_frame(move || gestures.held.set(false));
            }),
        );
    }
    let no_click = gloo::events::EventListener::new_with_options(
        element,
        "click",
        gloo::events::EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false },
        move |event| {
            if gestures.held.get_untracked() {
                event.prevent_default();
                event.stop_propagation();
            }
        },
    );
    StoredValue::new_local(no_click);
}

fn start(line: Line, event: &web_sys::PointerEvent, fingers: &[Finger], y: f64) -> Act {
    let scale = line.scale_now();
    if let [a, b] = fingers {
        return Act::Pinch { scale, apart: (a.x - b.x).abs().max(20.0), middle: (a.x + b.x) / 2.0 };
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let grip = target.and_then(|target| target.get_attribute("data-grip"));
    let x = fingers.last().map_or(0.0, |finger| finger.x);
    match (grip.as_deref(), untrack(|| line.brush())) {
        (Some("start"), Some((_, to))) => Act::Brush { anchor: f64::from(to.0 + 1) },
        (Some(_), Some((from, _))) => Act::Brush { anchor: f64::from(from.0) },
        _ if y < AXIS || event.alt_key() => Act::Brush { anchor: scale.moment(x) },
        _ => Act::Press { x },
    }
}

fn moved(line: Line, act: Act, x: f64, fingers: &[Finger]) -> Act {
    match act {
        Act::Press { x: pressed } if (x - pressed).abs() > STILL => Act::Pan { scale: line.scale_now(), x: pressed },
        Act::Pan { scale, x: pressed } => {
            line.show(scale.pan(pressed - x));
            act
        }
        Act::Pinch { scale, apart, middle } => {
            if let [a, b] = fingers {
                let (now_apart, now_middle) = ((a.x - b.x).abs().max(20.0), (a.x + b.x) / 2.0);
                line.show(scale.zoom(middle, now_apart / apart).pan(middle - now_middle));
            }
            act
        }
        Act::Brush { anchor } => {
            let scale = line.scale_now();
            let x = within(x, 0.0, scale.width);
            if (scale.x(anchor) - x).abs() > STILL || line.brushing.get_untracked().is_some() {
                line.brushing.set(Some(span(snap(&scale, anchor), snap(&scale, scale.moment(x)))));
            }
            act
        }
        other => other,
    }
}

/// Two moments in any order as a first and last day; at least one.
fn span(a: f64, b: f64) -> (Day, Day) {
    let (from, to) = (a.min(b).round() as i32, a.max(b).round() as i32);
    (Day(from), Day((to - 1).max(from)))
}

/// A tick within six pixels is meant.
fn snap(scale: &Scale, moment: f64) -> f64 {
    let x = scale.x(moment);
    let ticks = scale.ticks(crate::engine::Language::Dutch);
    let near = ticks.iter().map(|tick| tick.x).filter(|tick| (tick - x).abs() < 6.0);
    near.min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs())).map_or(moment, |tick| scale.moment(tick))
}

/// The brushed span goes into the address.
fn settle(line: Line) {
    if let Some((from, to)) = line.brushing.get_untracked() {
        line.change(Step::Push, |route| (route.from, route.to) = (Some(from), Some(to)));
        line.brushing.set(None);
    }
}

/// Arrows on an end of the brush: a day, with Shift a month.
pub fn nudge(line: Line, grip: Grip, event: &ev::KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => -1,
        "ArrowRight" | "ArrowUp" => 1,
        _ => return,
    } * if event.shift_key() { 30 } else { 1 };
    event.prevent_default();
    event.stop_propagation();
    let Some((from, to)) = untrack(|| line.brush()) else { return };
    let (from, to) = match grip {
        Grip::Start => (Day((from.0 + by).min(to.0)), to),
        Grip::End => (from, Day((to.0 + by).max(from.0))),
    };
    line.change(Step::Replace, |route| (route.from, route.to) = (Some(from), Some(to)));
}

fn key(line: Line, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => line.pan(-0.15),
        "ArrowRight" => line.pan(0.15),
        "PageUp" => line.pan(-0.9),
        "PageDown" => line.pan(0.9),
        "+" | "=" => line.zoom(2.0),
        "-" | "_" => line.zoom(0.5),
        "Home" | "0" => line.go(line.whole()),
        _ => return,
    }
    event.prevent_default();
}
