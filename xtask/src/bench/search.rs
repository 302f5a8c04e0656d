//! `cargo xtask bench search`: the engine module in Node against other engines, on the same passages in one run.

use crate::{
    build,
    sh::{self, Result},
};
use std::path::Path;

/// Measures dossiers of some megabytes of text from `--data DIR`, with the other engines up to 10 MB.
pub fn bench(arguments: &[String]) -> Result {
    let mut data = None;
    let mut sizes: Vec<f64> = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{argument} wants a value"))?;
        match argument.as_str() {
            "--data" => data = Some(value.clone()),
            "--mb" => sizes.push(value.parse().map_err(|_| format!("{value} is no number of megabytes"))?),
            _ => return Err(format!("there is no option {argument}")),
        }
    }
    let data = data.ok_or("takes --data DIR: a folder of texts to make dossiers of")?;
    if sizes.is_empty() {
        sizes = vec![1.0, 10.0];
    }
    prepare()?;
    sizes.into_iter().try_for_each(|megabytes| measure(Path::new(&data), megabytes))
}

fn prepare() -> Result {
    build::engine_alone()?;
    sh::step("Building the command");
    sh::run(&mut sh::cargo(&["build", "--quiet", "--release", "--bin", "weerklank"]))?;
    sh::step("Fetching the other engines from the npm registry");
    // Not `npm ci`: it wants Pagefind's binaries for every platform, which not every registry mirror has.
    let mut npm = sh::command("npm", &["install", "--no-save", "--no-audit", "--no-fund", "--silent"]);
    sh::run(npm.current_dir(sh::root().join("xtask/search")))
}

fn measure(data: &Path, megabytes: f64) -> Result {
    sh::step(&format!("Measuring search at {megabytes} MB (some minutes)"));
    let bytes = (megabytes * 1e6).to_string();
    let mut node = sh::command("node", &["--max-old-space-size=12000", "xtask/search/bench.mjs", "--bytes", &bytes]);
    node.arg("--data").arg(data);
    node.args([
        "--engine",
        "dist/engine",
        "--command",
        "target/release/weerklank",
        "--cache",
        "target/weerklank/bench",
    ]);
    if megabytes <= 10.0 {
        node.arg("--peers");
    }
    sh::run(&mut node)
}
