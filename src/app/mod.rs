//! The page: Leptos components over `screen` and `engine`. Only on wasm32. `dom/` alone makes nodes, `browser/` alone
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
mod guest;
mod host;
pub mod icon;
mod overview;
mod palette;
mod parts;
pub mod quotes;
mod search;
mod seeker;
mod share;
mod shell;
pub mod state;
pub mod timeline;

pub use guest::Standing;
pub use host::Host;
pub use parts::{Parts, START, WHOLE};

use crate::app::dom::prelude::*;
use state::App;
use std::sync::Arc;

/// Draws the dossier in `bytes` where the host says, or what is wrong with it; what is there when there is a dossier to
/// see.
pub fn mount(bytes: &'static [u8], parts: &'static Parts, host: Host) -> Option<Standing> {
    let place = host.place();
    browser::stand_in(host);
    match (parts.open)(bytes) {
        Ok(engine) => {
            let mut made = None;
            let mounted = dom::mount(&place, || {
                let app = *made.insert(App::provide(Arc::new(engine)));
                (parts.tell)(app);
                view! { <shell::Shell parts=parts /> }
            });
            Some(Standing::new(mounted, made?))
        }
        Err(error) => {
            dom::mount(&place, || view! { <failure::Failure error=error /> });
            None
        }
    }
}
