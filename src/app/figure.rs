//! Drawings shared by views: marks on a time axis, the word band. Coordinates come from `screen`.

use crate::app::dom::prelude::*;
use crate::engine::Change;
use crate::screen::{
    diff::BandTick,
    px::path as draw,
    timeline_mark::{Mark, Piece, Toward},
};

fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class={class} d={d}></path> }.into_any()
}

/// A mark on the line `y`, `half` pixels above and below it.
pub fn mark_at(mark: &Mark, y: f64, half: f64) -> AnyView {
    mark.pieces.iter().map(|piece| piece_at(piece, y, half)).collect_view().into_any()
}

fn piece_at(piece: &Piece, y: f64, half: f64) -> AnyView {
    let box_path = |x: f64, width: f64, high: f64| {
        draw(&[("M", &[x, y - high]), ("h", &[width]), ("v", &[2.0 * high]), ("h", &[-width]), ("z", &[])])
    };
    match *piece {
        Piece::Lozenge { x } => {
            let w = half * 0.7;
            path("day", draw(&[("M", &[x, y - half]), ("l", &[w, half, -w, half, -w, -half]), ("z", &[])]))
        }
        Piece::Asked { x } => {
            path("maybe", draw(&[("M", &[x - 6.0, y]), ("l", &[6.0, -7.0, 6.0, 7.0, -6.0, 7.0]), ("z", &[])]))
        }
        Piece::Frame { x, width } => path("box", box_path(x, width, half * 0.45)),
        Piece::Solid { x, width } => path("solid", box_path(x, width, half * 0.35)),
        Piece::Hatch { x, width } => path("hatch", hatching(x, width, y, half * 0.6)),
        Piece::Post { x } => path("box", draw(&[("M", &[x, y - half * 0.75]), ("v", &[half * 1.5])])),
        Piece::Fade { x, width, toward, certain } => {
            let (blunt, sharp) = match toward {
                Toward::Left => (x + width, x),
                Toward::Right => (x, x + width),
            };
            let d = draw(&[("M", &[blunt, y - half * 0.35]), ("v", &[half * 0.7]), ("L", &[sharp, y]), ("z", &[])]);
            path(if certain { "solid" } else { "solid unsure" }, d)
        }
        Piece::Wave { x, width } => path("link2", wave(x, width, y)),
        Piece::Arrow { x, toward } => {
            let dx = if toward == Toward::Left { 5.0 } else { -5.0 };
            path("link2", draw(&[("M", &[x + dx, y - 4.0]), ("L", &[x, y]), ("l", &[dx, 4.0])]))
        }
    }
}

/// Slanted lines over a stretch, cut off at its ends.
fn hatching(x: f64, width: f64, y: f64, half: f64) -> String {
    let mut d = String::new();
    let tall = 2.0 * half;
    let mut at = x - tall + 2.5;
    while at < x + width {
        let (from, to) = (at.max(x), (at + tall).min(x + width));
        if to - from > 0.5 {
            d.push_str(&draw(&[("M", &[from, y + half - (from - at)]), ("L", &[to, y + half - (to - at)])]));
        }
        at += 5.0;
    }
    d
}

fn wave(x: f64, width: f64, y: f64) -> String {
    let mut d = draw(&[("M", &[x, y])]);
    let mut at = 0.0;
    while at < width {
        d.push_str("q1.5 -4 3 0t3 0");
        at += 6.0;
    }
    d
}

/// How literal a quote is: one tick a word.
pub fn band(ticks: &[BandTick]) -> AnyView {
    const STEP: usize = 4;
    let width = (ticks.len() * STEP + 2).to_string();
    let lines = ticks.iter().enumerate().map(|(index, tick)| {
        let x = index * STEP + 2;
        let (class, d) = match (tick.change, tick.lower) {
            (Change::Same, _) => ("w", format!("M{x} 7V13")),
            (Change::Added, _) => ("a", format!("M{x} 1V10")),
            (Change::Dropped, _) => ("d", format!("M{x} 10V19")),
            (Change::Replaced, _) => ("r", format!("M{x} 3V17")),
            (Change::Moved, lower) => {
                let y = if lower { 15 } else { 5 };
                ("m", format!("M{} {y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0", x as f32 - 2.5))
            }
        };
        path(class, d)
    });
    view! {
        <svg class="band" width={width} height={"20"} aria-hidden="true">{lines.collect_view()}</svg>
    }
    .into_any()
}
