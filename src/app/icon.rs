//! Small drawings that stand beside words.

use crate::app::dom::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Search,
    Timeline,
    Quotes,
    Documents,
    Jump,
    Cross,
    Care,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Search => "M14 8.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0M12.7 12.7L18 18",
            Icon::Timeline => "M2 15h16M5 15V9M10 15V4M15 15v-4",
            Icon::Quotes => "M3 15a7 7 0 0 1 14 0M7.5 15a2.5 2.5 0 0 1 5 0",
            Icon::Documents => "M5 2.5h7l3 3v12H5zM8 9h4.5M8 12.5h4.5",
            Icon::Jump => "M3 10h12M11 5.5L15.5 10 11 14.5",
            Icon::Cross => "M6 6l8 8M14 6l-8 8",
            Icon::Care => "M10 2.5l8 14.5H2zM10 8v4.5M10 14v1.2",
        }
    }
}

/// A line drawing of 20 by 20; hidden from screen readers: words stand beside it.
pub fn icon(icon: Icon) -> AnyView {
    drawing("0 0 20 20", "1.6", icon.path())
}

fn drawing(view_box: &'static str, width: &'static str, path: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox={view_box} fill="none" stroke="currentColor" stroke-width={width} aria-hidden="true">
            <path d={path}></path>
        </svg>
    }
    .into_any()
}

/// Weerklank's own mark: sound that comes back.
pub fn mark() -> AnyView {
    let arcs = [
        ("M2 18h20", "1.5", "1"),
        ("M5 18a7 7 0 0 1 14 0", "2.25", "1"),
        ("M9 18a3 3 0 0 1 6 0", "1.5", "1"),
        ("M1.5 14.5A11 11 0 0 1 22.5 14.5", "1", ".6"),
    ];
    view! {
        <svg class="icon" viewBox={"0 0 24 24"} fill="none" stroke="currentColor" aria-hidden="true">
            {arcs
                .into_iter()
                .map(|(d, width, opacity)| view! { <path d={d} stroke-width={width} opacity={opacity}></path> })
                .collect_view()}
        </svg>
    }
    .into_any()
}

/// A disc, half filled: light and dark.
pub fn half_disc() -> AnyView {
    view! {
        <svg class="icon" viewBox={"0 0 20 20"} aria-hidden="true">
            <path d={"M10 3.5a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13z"} fill="none" stroke="currentColor" stroke-width={"1.6"}></path>
            <path d={"M10 3.5a6.5 6.5 0 0 1 0 13z"} fill="currentColor"></path>
        </svg>
    }
    .into_any()
}
