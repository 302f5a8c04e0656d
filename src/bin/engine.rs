//! The engine without a page, for workers, Node and other programs. On other targets it only says so.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The engine module runs in WebAssembly: `cargo xtask build` leaves it in dist/engine.");
    std::process::exit(2);
}
