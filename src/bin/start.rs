//! The first part of the page in the web flavour: title page and search, at a quarter of the page's weight. What a
//! reader asks for beyond that, the loader fetches and lets take over.

#[cfg(target_arch = "wasm32")]
#[path = "page/door.rs"]
mod door;

#[cfg(target_arch = "wasm32")]
const PARTS: &weerklank::app::Parts = &weerklank::app::START;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve` builds and serves it.");
    std::process::exit(2);
}
