//! The overview below the picture: the whole of time, and where the window stands in it.

use super::{picture::ink, state::Line};
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    screen::{
        axis::{Rank, Scale},
        px::path,
        timeline_ink::Size,
        timeline_mark::mark,
    },
};
use wasm_bindgen::JsCast;

const HEIGHT: f64 = 28.0;
/// Marks that are drawn one by one; more become columns.
const FEW: usize = 300;

#[component]
pub fn Strip(line: Line) -> impl IntoView {
    let canvas = NodeRef::new_local(None);
    let whole = move || {
        let (from, to) = line.whole();
        Scale::new(from, to, line.width.get())
    };
    let held = StoredValue::new(false);
    let center = move |event: &leptos::ev::PointerEvent| {
        let Some(canvas) = canvas.get_untracked() else { return };
        let (x, _) = browser::place_on(canvas.unchecked_ref(), event);
        let (moment, scale) = (untrack(whole).moment(x), line.scale_now());
        let half = scale.span() / 2.0;
        line.show(Scale { from: moment - half, to: moment + half, ..scale });
    };
    let down = move |event: leptos::ev::PointerEvent| {
        held.set_value(true);
        if let Some(canvas) = canvas.get_untracked() {
            let _ = canvas.unchecked_ref::<web_sys::Element>().set_pointer_capture(event.pointer_id());
        }
        center(&event);
    };
    let window = move || {
        let (scale, (from, to)) = (whole(), line.window.get());
        let (left, right) = (scale.x(from).max(0.0), scale.x(to).min(scale.width));
        view! {
            <rect class="brush" x={left} y={"0"} width={(right - left).max(2.0)} height={HEIGHT}></rect>
            <path class="brushe" d={path(&[("M", &[left, 0.0]), ("V", &[HEIGHT]), ("M", &[right, 0.0]), ("V", &[HEIGHT])])}></path>
        }
    };
    view! {
        <div class="mini">
            <svg class="fig" node_ref={canvas} width={move || line.width.get()} height={HEIGHT + 16.0} aria-hidden="true"
                on:pointerdown={down}
                on:pointermove={move |event| if held.get_value() { center(&event) }}
                on:pointerup={move |_| held.set_value(false)}
                on:pointercancel={move |_| held.set_value(false)}>
                {window}
                {move || years(&whole(), line)}
                {move || marks(&whole(), line)}
                <path class="base" d={move || path(&[("M", &[0.0, HEIGHT]), ("H", &[line.width.get()])])}></path>
            </svg>
        </div>
    }
}

fn years(scale: &Scale, line: Line) -> impl IntoView + use<> {
    let ticks = scale
        .ticks(line.words.language)
        .into_iter()
        .filter(|tick| tick.rank == Rank::Year && tick.x < scale.width - 30.0);
    let tick = |tick: crate::screen::axis::Tick| {
        view! {
            <path class="tick" d={path(&[("M", &[tick.x, 0.0]), ("V", &[HEIGHT + 4.0])])}></path>
            <text class="ax" x={tick.x + 3.0} y={HEIGHT + 13.0}>{tick.label}</text>
        }
    };
    ticks.map(tick).collect_view()
}

/// Few entries as what they are, on two lines; many as columns of how many there are.
fn marks(scale: &Scale, line: Line) -> AnyView {
    line.items.with_value(|items| {
        if items.len() <= FEW {
            let draw = |item: &crate::screen::timeline::Item| {
                let mark = mark(&item.drawn, scale)?;
                let y = if mark.right - mark.left > scale.width / 6.0 { 8.0 } else { 19.0 };
                Some(ink(&mark, y, Size::STRIP))
            };
            return items.iter().filter_map(draw).collect_view().into_any();
        }
        let mut columns = vec![0_u32; (scale.width / 3.0) as usize + 1];
        for place in items.iter().filter_map(|item| item.drawn.shape.place()) {
            if let Some(column) = columns.get_mut((scale.x(f64::from(place)).max(0.0) / 3.0) as usize) {
                *column += 1;
            }
        }
        let most = f64::from(columns.iter().copied().max().unwrap_or(1).max(1));
        let mut d = String::new();
        for (index, count) in columns.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let height = (f64::from(count) / most).sqrt() * (HEIGHT - 4.0);
            let from = index as f64 * 3.0;
            d.push_str(&path(&[
                ("M", &[from, HEIGHT]),
                ("v", &[-height]),
                ("h", &[2.0]),
                ("v", &[height]),
                ("z", &[]),
            ]));
        }
        view! { <path class="solid" d={d}></path> }.into_any()
    })
}
