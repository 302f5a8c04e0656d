//! `cargo xtask build`: the pages as they are published, the engine module, and the shell for other dossiers.

use crate::{
    glue,
    sh::{self, Result},
    styles, tools,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
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

/// Passes for size: code with fewer locals first, then twice what makes it small. No data lies in the first kilobyte of
/// memory, which is the stack's end.
const SMALL: [&str; 5] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];

pub fn build() -> Result {
    let tools = Tools::ensure()?;
    let shell = shell_with(&tools)?;
    engine(&tools)?;
    publish(&shell)?;
    report(&shell)
}

/// All but the engine module.
pub fn pages() -> Result {
    let shell = shell()?;
    publish(&shell)?;
    report(&shell)
}

/// Builds `dist/shell`, the page without a dossier, and returns its folder.
pub fn shell() -> Result<PathBuf> {
    shell_with(&Tools::ensure()?)
}

fn shell_with(tools: &Tools) -> Result<PathBuf> {
    sh::step("Building the page in two parts (optimised for size: 2 to 5 minutes when things changed)");
    let folder = sh::root().join("dist/shell");
    clear(&folder)?;
    for bin in ["start", "page"] {
        compile(bin, "page")?;
        let bound = bind(tools, bin, "page", "bundler")?;
        shorten(&bound)?;
        optimise(&bound.join("weerklank_bg.wasm"), &folder.join(format!("{bin}.wasm")), &SMALL)?;
        sh::write(&folder.join(format!("{bin}.js")), bundled(bin, &bound)?)?;
    }
    for script in ["loader.js", "portable.js", "plain.js", "large.js", "element.js", "sw.js"] {
        let source = sh::read_text(&sh::root().join("public").join(script))?;
        small(&source, &folder.join(script))?;
    }
    small(&styles::of_page()?, &folder.join("page.css"))?;
    small(&styles::of_plain()?, &folder.join("plain.css"))?;
    small(&styles::of_start()?, &folder.join("start.css"))?;
    small(&styles::of_rest()?, &folder.join("rest.css"))?;
    small(&styles::of_element()?, &folder.join("element.css"))?;
    pack(&folder)?;
    sh::write(&folder.join("icon.svg"), sh::read(&sh::root().join("public/icon.svg"))?)?;
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
        tools::ESBUILD.ensure()?;
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
    optimise(&bound.join("weerklank_bg.wasm"), &folder.join("weerklank_bg.wasm"), &["-O3"])?;
    sh::write(&folder.join("weerklank_glue.js"), sh::read(&bound.join("weerklank.js"))?)?;
    for script in ["weerklank.js", "weerklank.d.ts"] {
        sh::write(&folder.join(script), sh::read(&sh::root().join("public/engine").join(script))?)?;
    }
    Ok(())
}

/// Without a dossier: the command puts one in. What a page says of its source names no folder of this machine.
fn compile(bin: &str, profile: &str) -> Result {
    let target = "wasm32-unknown-unknown";
    let mut cargo = sh::cargo(&["build", "--quiet", "--profile", profile, "--target", target, "--bin", bin]);
    let home = env::var_os("CARGO_HOME").or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo").into()));
    let registry = home.map(|home| format!("--remap-path-prefix={}=cargo", Path::new(&home).display()));
    sh::run(cargo.env("WEERKLANK_SHELL", "1").env("RUSTFLAGS", registry.unwrap_or_default()))
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

fn optimise(from: &Path, to: &Path, passes: &[&str]) -> Result {
    let mut optimise = tools::wasm_opt()?;
    optimise.args(FEATURES).args(passes);
    optimise.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    sh::run(optimise.arg(from).arg("-o").arg(to))
}

/// What the portable page unpacks at its start, once for all dossiers: denser than what a command would wait for.
fn pack(shell: &Path) -> Result {
    let parts = ["page.js", "page.css", "page.wasm"].map(|name| sh::read(&shell.join(name)));
    let bytes = parts.into_iter().collect::<Result<Vec<_>>>()?.concat();
    let mut packed = Vec::new();
    let made = zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes.as_slice(), &mut packed);
    made.map_err(|error| format!("cannot pack the page: {error}"))?;
    sh::write(&shell.join("page.gz"), packed)
}

/// Gives WASM and glue short names for each other.
fn shorten(bound: &Path) -> Result {
    let (wasm, glue) = (bound.join("weerklank_bg.wasm"), bound.join("weerklank_bg.js"));
    let short = glue::shorten(&sh::read(&wasm)?, &sh::read_text(&glue)?)?;
    sh::write(&wasm, short.wasm)?;
    sh::write(&glue, short.glue)?;
    sh::write(&bound.join("entry.js"), short.entry)
}

/// The glue as a function that makes a fresh one for every page.
fn bundled(part: &str, bound: &Path) -> Result<String> {
    let out = bound.join("bundle.js");
    let mut esbuild = Command::new(tools::ESBUILD.ensure()?);
    esbuild.args(["--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=warning"]);
    sh::run(esbuild.arg(bound.join("entry.js")).arg(format!("--outfile={}", out.display())))?;
    let bundle = sh::read_text(&out)?;
    let (code, name) = bundle
        .trim_end()
        .trim_end_matches("as bound};")
        .rsplit_once("export{")
        .ok_or("esbuild left no module that exports `bound`")?;
    Ok(format!("(window.weerklank||={{}}).{part}=function(){{\"use strict\";{code}return {}}};\n", name.trim()))
}

/// Writes a script or style without remarks, in few bytes.
fn small(source: &str, to: &Path) -> Result {
    let whole = sh::root().join("target/weerklank/whole").join(to.file_name().unwrap_or_default());
    sh::write(&whole, source)?;
    let mut esbuild = Command::new(tools::ESBUILD.ensure()?);
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]).arg(whole);
    sh::run(esbuild.arg(format!("--outfile={}", to.display())))
}

/// `dist/weerklank.html` and `dist/web/`, by the command itself.
fn publish(shell: &Path) -> Result {
    sh::step("Packing dist/weerklank.html and dist/web/");
    clear(&sh::root().join("dist/web"))?;
    let build = ["run", "--quiet", "--bin", "weerklank", "--", "build", "seeds"];
    let to = ["--out", "dist/web", "--single-file", "dist/weerklank.html", "--shell"];
    sh::run(sh::cargo(&build).args(to).arg(shell))?;
    let demo = sh::read(&sh::root().join("public/embed-demo.html"))?;
    sh::write(&sh::root().join("dist/web/later/embed-demo.html"), demo)
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
