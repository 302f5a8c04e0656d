//! The default dossier: `seeds/`, read and indexed into the file that the page embeds.

use crate::sh::{self, Result};
use std::path::PathBuf;

pub fn path() -> PathBuf {
    sh::root().join("target/weerklank/default.weerklank")
}

/// Writes the dossier. The file is only touched when its bytes change, so that nothing is rebuilt for nothing.
pub fn build() -> Result {
    sh::step("Reading seeds/ into the default dossier");
    let fresh = sh::root().join("target/weerklank/fresh.weerklank");
    std::fs::create_dir_all(sh::root().join("target/weerklank"))
        .map_err(|error| format!("target/weerklank: {error}"))?;
    let mut index = sh::cargo(&["run", "--quiet", "--bin", "weerklank", "--", "index", "seeds", "--out"]);
    sh::run(index.arg(&fresh))?;
    let bytes = sh::read(&fresh)?;
    if std::fs::read(path()).ok().as_ref() != Some(&bytes) {
        sh::write(&path(), &bytes)?;
    }
    Ok(())
}
