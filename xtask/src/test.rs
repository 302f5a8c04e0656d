//! `cargo xtask test`: native tests, both targets' builds, then the built page in real browsers.

use crate::{
    browsers, build,
    sh::{self, Result},
    tools,
};

pub fn test(arguments: &[String]) -> Result {
    native()?;
    if arguments.iter().any(|argument| argument == "--native") {
        return Ok(());
    }
    build::build()?;
    drive("test", &[])
}

pub fn native() -> Result {
    sh::step("Native tests (the first time 1 to 3 minutes)");
    sh::run(&mut sh::cargo(&["test", "--quiet", "--workspace"]))?;
    tools::wasm_target()?;
    sh::step("Checking the page and the engine for WebAssembly");
    sh::run(&mut sh::cargo(&[
        "check",
        "--quiet",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
        "--bin",
        "page",
        "--bin",
        "engine",
    ]))
}

/// Every view as pictures, of the page in `dist`.
pub fn screenshots(arguments: &[String]) -> Result {
    let folder = arguments.first().map_or("target/screenshots", String::as_str);
    if !sh::root().join("dist/weerklank.html").is_file() {
        build::build()?;
    }
    drive("screenshots", &[folder])
}

/// Runs `tests/browser` with the drivers and axe-core at hand.
pub fn drive(task: &str, arguments: &[&str]) -> Result {
    let geckodriver = browsers::ensure()?;
    let axe = tools::AXE.ensure()?;
    sh::step("Driving the built page in real browsers");
    let mut run = sh::cargo(&["run", "--quiet", "--package", "browser-tests", "--", task]);
    sh::run(run.args(arguments).env("WEERKLANK_GECKODRIVER", geckodriver).env("WEERKLANK_AXE", axe))
}
