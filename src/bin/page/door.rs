//! How the loader (`public/loader.js`) and the page speak: it calls [`start`] once for every page that it draws, with the
//! bytes of a `.weerklank` file (none: the dossier that was compiled in) and a [`Host`].

use crate::PARTS;
use std::panic;
use wasm_bindgen::prelude::*;
use weerklank::app::{self, Host, Standing};

/// The default dossier; empty in a shell.
static DEFAULT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/default.weerklank"));

/// A page that was drawn.
#[wasm_bindgen]
pub struct Page(pub(crate) Standing);

#[wasm_bindgen]
impl Page {
    /// Takes it away: nodes, listeners, timers.
    pub fn stop(self) {
        self.0.stop();
    }
}

/// Draws the page. Nothing comes back when the dossier could not be opened; the page then says why.
#[wasm_bindgen]
pub fn start(dossier: Option<Vec<u8>>, host: Host) -> Option<Page> {
    let told = host.clone();
    panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        told.failed(&panic.to_string());
    }));
    app::mount(dossier.map_or(DEFAULT, |bytes| bytes.leak()), PARTS, host).map(Page)
}
