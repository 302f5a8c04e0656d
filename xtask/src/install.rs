//! `cargo xtask install`: a `weerklank` that carries the page's shell, and so needs no Rust to build pages.

use crate::{
    build,
    sh::{self, Result},
};

pub fn install() -> Result {
    let shell = build::shell()?;
    sh::step("Installing the command `weerklank` (optimised: 1 to 3 minutes)");
    let mut install = sh::cargo(&["install", "--quiet", "--force", "--locked", "--bin", "weerklank", "--path", "."]);
    sh::run(install.env("WEERKLANK_SHELL_DIR", shell))?;
    sh::say("`weerklank build <folder> --single-file page.html` now works anywhere.");
    Ok(())
}
