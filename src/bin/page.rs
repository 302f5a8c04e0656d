//! The page: what the browser runs. On other targets it only says so.
//!
//! How bytes reach it: the page's loader (`public/loader.js`) starts the WASM and calls [`start`](page::start) once,
//! with the bytes of a `.weerklank` file when the page brings its own dossier (inlined, or beside it), and with nothing
//! when it is to show the one that was compiled in. When `start` has drawn a dossier, the loader takes the plain page out
//! of the document; when anything panics, it puts it back and says what happened.

#[cfg(target_arch = "wasm32")]
mod page {
    use std::panic;
    use wasm_bindgen::prelude::*;

    /// The default dossier; empty in a shell.
    static DEFAULT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/default.weerklank"));

    #[wasm_bindgen]
    extern "C" {
        /// The loader's door for bad news.
        #[wasm_bindgen(catch, js_name = weerklankFailed)]
        fn failed(message: &str) -> Result<(), JsValue>;
    }

    /// Mounts the app on the document's body. `dossier`: the bytes of a `.weerklank` file. `false`: it could not be
    /// opened, and the page says why.
    #[wasm_bindgen]
    pub fn start(dossier: Option<Vec<u8>>) -> bool {
        panic::set_hook(Box::new(|panic| {
            console_error_panic_hook::hook(panic);
            // Without a loader the console has said it.
            let _ = failed(&panic.to_string());
        }));
        weerklank::app::mount(dossier.map_or(DEFAULT, |bytes| bytes.leak()))
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve` builds and serves it.");
    std::process::exit(2);
}
