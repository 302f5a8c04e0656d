//! Drawings shared by views: marks on a time axis, the word band. Coordinates come from `screen`.

use crate::app::dom::prelude::*;
use crate::engine::Change;
use crate::screen::{
    diff::BandTick,
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
    let box_path =
        |x: f64, width: f64, high: f64| format!("M{x:.1} {:.1}h{width:.1}v{:.1}h-{width:.1}z", y - high, 2.0 * high);
    match *piece {
        Piece::Lozenge { x } => {
            let w = half * 0.7;
            path("day", format!("M{x:.1} {:.1}l{w:.1} {half:.1}l-{w:.1} {half:.1}l-{w:.1} -{half:.1}z", y - half))
        }
        Piece::Asked { x } => path("maybe", format!("M{:.1} {y:.1}l6 -7l6 7l-6 7z", x - 6.0)),
        Piece::Frame { x, width } => path("box", box_path(x, width, half * 0.45)),
        Piece::Solid { x, width } => path("solid", box_path(x, width, half * 0.35)),
        Piece::Hatch { x, width } => path("hatch", hatching(x, width, y, half * 0.6)),
        Piece::Post { x } => path("box", format!("M{x:.1} {:.1}v{:.1}", y - half * 0.75, half * 1.5)),
        Piece::Fade { x, width, toward, certain } => {
            let d = match toward {
                Toward::Left => format!("M{:.1} {:.1}v{:.1}L{x:.1} {y:.1}z", x + width, y - half * 0.35, half * 0.7),
                Toward::Right => format!("M{x:.1} {:.1}v{:.1}L{:.1} {y:.1}z", y - half * 0.35, half * 0.7, x + width),
            };
            path(if certain { "solid" } else { "solid unsure" }, d)
        }
        Piece::Wave { x, width } => path("link2", wave(x, width, y)),
        Piece::Arrow { x, toward } => {
            let dx = if toward == Toward::Left { 5.0 } else { -5.0 };
            path("link2", format!("M{:.1} {:.1}L{x:.1} {y:.1}l{dx} 4", x + dx, y - 4.0))
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
            d.push_str(&format!("M{from:.1} {:.1}L{to:.1} {:.1}", y + half - (from - at), y + half - (to - at)));
        }
        at += 5.0;
    }
    d
}

fn wave(x: f64, width: f64, y: f64) -> String {
    let mut d = format!("M{x:.1} {y:.1}");
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
