//! `cargo xtask ci`: what must hold before a change lands. Cheap checks first.

use crate::{
    sh::{self, Result},
    test, tools,
};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

pub fn ci() -> Result {
    tools::wasm_target()?;
    sh::step("Format");
    sh::run(&mut sh::cargo(&["fmt", "--all", "--check"]))?;
    sh::step("Clippy, native and WebAssembly");
    let deny = ["--", "-D", "warnings"];
    sh::run(sh::cargo(&["clippy", "--quiet", "--workspace", "--all-targets"]).args(deny))?;
    sh::run(
        sh::cargo(&["clippy", "--quiet", "--lib", "--bin", "page", "--bin", "start", "--bin", "engine"])
            .args(WASM)
            .args(deny),
    )?;
    sh::step("Documentation");
    sh::run(sh::cargo(&["doc", "--quiet", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    test::test(&[])
}
