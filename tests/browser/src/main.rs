//! Drives the built page in real browsers: `browser-tests test | screenshots DIR | bench [FILE.weerklank]`. Run by `cargo xtask`.
#![allow(clippy::print_stdout, reason = "a test run speaks on the terminal")]

mod bench;
mod bidi;
mod browser;
mod flavours;
mod guests;
mod hosts;
mod large;
mod lasting;
mod page;
mod recipes;
mod scenarios;
mod server;
mod shares;
mod suite;
mod ways;
mod webdriver;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = std::fs::create_dir_all(browser::scratch("")).map_err(|error| error.to_string());
    let result = done.and_then(|()| match words.as_slice() {
        ["test", filter @ ..] => suite::run(filter),
        ["screenshots", folder] => suite::screenshots(folder),
        ["bench"] => bench::run(),
        ["bench", corpus] => large::measure(corpus).map_err(|problem| problem.0),
        _ => Err("takes test, screenshots DIR, or bench [FILE.weerklank]".to_owned()),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("browser-tests: {problem}");
            ExitCode::FAILURE
        }
    }
}
