//! The page: what the browser runs. On other targets it only says so.

#[cfg(target_arch = "wasm32")]
fn main() {
    weerklank::app::mount(include_bytes!(concat!(env!("OUT_DIR"), "/default.weerklank")));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve` builds and serves it.");
    std::process::exit(2);
}
