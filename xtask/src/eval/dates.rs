//! `cargo xtask eval dates [--data DIR] [--misses]`: the date tagger on the project's own sets, beside chrono-node, and on the metadata of
//! real documents where a folder is given. The scoring itself is `dates.mjs`, so that both taggers are scored by one rule.

use crate::{
    sh::{self, Result},
    tools,
};
use std::process::Command;

pub fn eval(arguments: &[String]) -> Result {
    sh::step("Building the command (the first time 1 to 2 minutes)");
    sh::run(&mut sh::cargo(&["build", "--release", "--quiet", "--bin", "weerklank"]))?;
    let chrono = tools::CHRONO.ensure()?;
    let Some(node) = sh::which("node") else {
        return Err("the scoring runs in Node, and node is not on PATH: install Node 18 or newer".to_owned());
    };
    let root = sh::root();
    let mut score = Command::new(node);
    score.arg(root.join("xtask/src/eval/dates.mjs"));
    score.arg("--weerklank").arg(root.join("target/release/weerklank"));
    score.arg("--sets").arg(root.join("tests/it/dates/sets"));
    score.arg("--chrono").arg(chrono);
    sh::run(score.args(arguments))
}
