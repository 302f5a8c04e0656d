//! The timeline as a file.

use super::state::Line;
use leptos::prelude::*;

#[component]
pub fn Export(line: Line) -> impl IntoView {
    let _ = line;
}
