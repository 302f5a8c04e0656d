//! The page: Leptos components over `screen` and `engine`. Only on wasm32. `dom/` alone makes nodes, `browser.rs` alone
//! has the browser's services.
//!
//! [`mount`] opens the dossier and hands it to the [`shell`], which draws one view a time. Views live in modules of their
//! own and share [`state::App`]. A view is drawn anew when the reader goes to another page or changes the language; what
//! changes inside a page (a query, a selection) is a signal.

pub mod browser;
pub mod document;
mod documents;
pub mod dom;
mod failure;
pub mod figure;
pub mod icon;
mod overview;
mod palette;
pub mod quotes;
mod search;
mod shell;
pub mod state;
pub mod timeline;

use crate::app::dom::prelude::*;
use crate::engine::Engine;
use std::sync::Arc;

/// Draws the dossier in `bytes` into the page, or says what is wrong with it; whether there is a dossier to see.
pub fn mount(bytes: &'static [u8]) -> bool {
    match Engine::open(bytes) {
        Ok(engine) => {
            let engine = Arc::new(engine);
            dom::mount(move || view! { <shell::Shell engine=engine /> });
            true
        }
        Err(error) => {
            dom::mount(move || view! { <failure::Failure error=error /> });
            false
        }
    }
}
