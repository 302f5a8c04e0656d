//! Hands the default dossier to the page: `include_bytes!` needs a file that is always there.
//!
//! `cargo xtask` and Trunk's hook write `target/weerklank/default.weerklank` before they build the page. A bare
//! `cargo check --target wasm32-unknown-unknown` has none yet: it gets an empty file, and the page then says that it
//! carries no dossier. `WEERKLANK_SHELL=1` asks for that on purpose: a page's shell that takes any dossier.

use std::{env, fs, path::Path};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let dossier = Path::new(&root).join("target/weerklank/default.weerklank");
    println!("cargo::rerun-if-changed={}", dossier.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=WEERKLANK_SHELL");
    let bytes = match env::var_os("WEERKLANK_SHELL") {
        Some(_) => Vec::new(),
        None => fs::read(&dossier).unwrap_or_default(),
    };
    let target = Path::new(&out).join("default.weerklank");
    fs::write(&target, bytes).unwrap_or_else(|error| panic!("cannot write {}: {error}", target.display()));
}
