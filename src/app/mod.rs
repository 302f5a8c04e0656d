//! The page: Leptos components over `screen` and `engine`. Only on wasm32; `browser.rs` alone touches the browser.

use leptos::prelude::*;

pub fn mount(bytes: &'static [u8]) {
    leptos::mount::mount_to_body(move || view! { <p>{format!("Weerklank, {} bytes", bytes.len())}</p> });
}
