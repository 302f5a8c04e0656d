//! `cargo xtask eval quotes` and `bench quotes`: the measurements of `tests/it/quotes_measured.rs`, with their peers at hand.

use crate::sh::{self, Result};
use std::path::{Path, PathBuf};

/// Libraries from PyPI that are run on the same planted dossiers.
const PEERS: [&str; 3] = ["rapidfuzz==3.14.3", "text-matcher==0.1.6", "nltk==3.10.4"];

/// Every `--data DIR` is a folder of .txt or .xml, or holds such folders; without one there is nothing to plant in.
pub fn eval(arguments: &[String]) -> Result {
    let mut folders = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), rest.next()) {
            ("--data", Some(folder)) => folders.push(folder.as_str()),
            _ => return Err("eval quotes takes --data DIR, as often as there are folders".to_owned()),
        }
    }
    if folders.is_empty() {
        return Err("eval quotes wants --data DIR: a folder of .txt or .xml, in Dutch or English".to_owned());
    }
    let python = peers()?;
    sh::step("Planting quotations and looking for them (some minutes)");
    run("measure_quotes", |command| {
        command.env("WEERKLANK_DATA", folders.join(":")).env("WEERKLANK_PEERS", python);
    })
}

/// Time and memory; on invented dossiers, or on the texts of `--data DIR`.
pub fn bench(arguments: &[String]) -> Result {
    sh::step("Measuring the search for quotes (a minute or two)");
    match arguments {
        [] => run("bench_quotes", |_| {}),
        [flag, folder] if flag == "--data" => run("bench_quotes", |command| {
            command.env("WEERKLANK_DATA", folder);
        }),
        _ => Err("bench quotes takes --data DIR at most".to_owned()),
    }
}

fn run(test: &str, prepare: impl FnOnce(&mut std::process::Command)) -> Result {
    let mut command =
        sh::cargo(&["test", "--quiet", "--release", "--test", "it", test, "--", "--ignored", "--nocapture"]);
    prepare(&mut command);
    sh::run(&mut command)
}

/// A Python of its own with the peers, under `target`.
fn peers() -> Result<PathBuf> {
    let folder = sh::root().join("target/peers");
    let python = folder.join("bin/python");
    if !is_ready(&python) {
        sh::step("Fetching the other tools from PyPI");
        sh::run(sh::command("python3", &["-m", "venv"]).arg(&folder))?;
        sh::run(std::process::Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PEERS))?;
    }
    Ok(python)
}

fn is_ready(python: &Path) -> bool {
    let mut command = std::process::Command::new(python);
    let done = command.args(["-c", "import rapidfuzz, text_matcher"]).output();
    done.is_ok_and(|output| output.status.success())
}
