//! The page: what the browser runs. On other targets it only says so.

#[cfg(target_arch = "wasm32")]
mod door;
#[cfg(target_arch = "wasm32")]
mod guest;
#[cfg(target_arch = "wasm32")]
mod worker;

/// All that a page can show.
#[cfg(target_arch = "wasm32")]
const PARTS: &weerklank::app::Parts = &weerklank::app::WHOLE;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve` builds and serves it.");
    std::process::exit(2);
}
