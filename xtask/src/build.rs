//! `cargo xtask build`: the pages as they are published, the engine module, and the shell for other dossiers.

use crate::{
    sh::{self, Result},
    tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What wasm-opt has to know of the features that rustc uses: `strip` drops the section that says so.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

pub fn build() -> Result {
    let tools = Tools::ensure()?;
    let shell = shell_with(&tools)?;
    engine(&tools)?;
    publish(&shell)?;
    report(&shell)
}

/// Builds `dist/shell`, the page without a dossier, and returns its folder.
pub fn shell() -> Result<PathBuf> {
    shell_with(&Tools::ensure()?)
}

fn shell_with(tools: &Tools) -> Result<PathBuf> {
    sh::step("Building the page (optimised for size: 2 to 4 minutes when things changed)");
    let folder = sh::root().join("dist/shell");
    compile("page", "page")?;
    let bound = bind(tools, "page", "page", "no-modules")?;
    clear(&folder)?;
    optimise(&bound.join("weerklank_bg.wasm"), &folder.join("weerklank.wasm"), "-Oz")?;
    sh::write(&folder.join("weerklank.js"), script(&bound)?)?;
    sh::write(&folder.join("weerklank.css"), styles()?)?;
    Ok(folder)
}

struct Tools {
    wasm_bindgen: PathBuf,
}

impl Tools {
    fn ensure() -> Result<Tools> {
        tools::wasm_target()?;
        // Asked for first: a missing Node should not be news after minutes of compiling.
        tools::wasm_opt()?;
        Ok(Tools { wasm_bindgen: tools::WASM_BINDGEN.ensure()? })
    }
}

/// The engine without a page, for those who want only that.
pub fn engine_alone() -> Result {
    engine(&Tools::ensure()?)
}

/// The engine without a page: an ES module, built for speed rather than size.
fn engine(tools: &Tools) -> Result {
    sh::step("Building the engine module");
    compile("engine", "engine")?;
    let bound = bind(tools, "engine", "engine", "web")?;
    let folder = sh::root().join("dist/engine");
    clear(&folder)?;
    optimise(&bound.join("weerklank_bg.wasm"), &folder.join("weerklank_bg.wasm"), "-O3")?;
    sh::write(&folder.join("weerklank_glue.js"), sh::read(&bound.join("weerklank.js"))?)?;
    sh::write(&folder.join("weerklank.js"), sh::read(&sh::root().join("public/engine/weerklank.js"))?)
}

/// Without a dossier: the command puts one in.
fn compile(bin: &str, profile: &str) -> Result {
    let target = "wasm32-unknown-unknown";
    let mut cargo = sh::cargo(&["build", "--quiet", "--profile", profile, "--target", target, "--bin", bin]);
    sh::run(cargo.env("WEERKLANK_SHELL", "1"))
}

/// Runs wasm-bindgen; the answer is the folder with `weerklank.js` and `weerklank_bg.wasm`.
fn bind(tools: &Tools, bin: &str, profile: &str, target: &str) -> Result<PathBuf> {
    let out = sh::root().join("target/weerklank/bound").join(bin);
    clear(&out)?;
    let wasm = sh::root().join(format!("target/wasm32-unknown-unknown/{profile}/{bin}.wasm"));
    let mut bind =
        sh::command(&tools.wasm_bindgen, &["--target", target, "--no-typescript", "--out-name", "weerklank"]);
    sh::run(bind.args(["--remove-name-section", "--remove-producers-section", "--out-dir"]).arg(&out).arg(wasm))?;
    Ok(out)
}

fn optimise(from: &Path, to: &Path, level: &str) -> Result {
    let mut optimise = tools::wasm_opt()?;
    optimise.args(FEATURES).args([level, "--strip-debug", "--strip-producers", "--strip-target-features"]);
    sh::run(optimise.arg(from).arg("-o").arg(to))
}

/// One classic script: wasm-bindgen's glue, then the loader.
fn script(bound: &Path) -> Result<String> {
    let glue = sh::read_text(&bound.join("weerklank.js"))?;
    let loader = sh::read_text(&sh::root().join("public/loader.js"))?;
    Ok(format!("{}\n{}", glue.trim_end(), without_remarks(&loader)))
}

/// A script without the lines that are remarks, and without indentation: ours hold no text over several lines.
fn without_remarks(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The styles that `index.html` names, in its order, as one.
fn styles() -> Result<String> {
    let index = sh::read_text(&sh::root().join("index.html"))?;
    let mut styles = String::new();
    for line in index.lines().filter(|line| line.contains("rel=\"css\"")) {
        let Some(path) = line.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()) else { continue };
        styles.push_str(&without_css_remarks(&sh::read_text(&sh::root().join(path))?));
    }
    Ok(styles)
}

fn without_css_remarks(style: &str) -> String {
    let mut pieces = style.split("/*");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once("*/").map_or("", |(_, after)| after));
    }
    out.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// `dist/weerklank.html` and `dist/web/`, by the command itself.
fn publish(shell: &Path) -> Result {
    sh::step("Packing dist/weerklank.html and dist/web/");
    clear(&sh::root().join("dist/web"))?;
    let build = ["run", "--quiet", "--bin", "weerklank", "--", "build", "seeds"];
    let to = ["--out", "dist/web", "--single-file", "dist/weerklank.html", "--shell"];
    sh::run(sh::cargo(&build).args(to).arg(shell))
}

fn clear(folder: &Path) -> Result {
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| format!("cannot clear {}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn report(shell: &Path) -> Result {
    let size = |path: &str| fs::metadata(sh::root().join(path)).map_or(0, |data| data.len());
    for path in ["dist/weerklank.html", "dist/web/weerklank.wasm", "dist/engine/weerklank_bg.wasm"] {
        sh::say(&format!("{:>9} bytes  {path}", size(path)));
    }
    sh::say(&format!("the shell for other dossiers: {}", shell.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_go_and_code_stays() {
        assert_eq!(without_remarks("// a\n  let b = 1; // c\n\n// d\n"), "let b = 1; // c\n");
        assert_eq!(without_css_remarks("/* a */\np {\n  color: red; /* b */\n}\n/* open"), "p {\ncolor: red;\n}\n");
    }
}
