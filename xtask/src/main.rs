//! `cargo xtask`: set-up, build, test, bench. The only place that installs anything.
//!
//! Every step says what it does; a step that may take minutes says so first. Nothing is downloaded but from the package
//! registries that cargo, npm and apt are set up with.

mod bench;
mod browsers;
mod build;
mod ci;
mod dossier;
mod eval;
mod glue;
mod install;
mod serve;
mod sh;
mod styles;
mod test;
mod tools;

use sh::Result;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <task>

  serve [--port N]       set up, build the default dossier, and serve the page on 127.0.0.1
  build                  dist/weerklank.html, dist/web/, dist/engine/ and dist/shell/
  pages                  of these dist/weerklank.html, dist/web/ and dist/shell/ alone
  test [--native]        every test; with --native those that need no browser
  screenshots [DIR]      every view, wide and narrow, light and dark (default: target/screenshots)
  bench                  sizes and speeds, as BENCHMARKS.md says
  bench large FILE.weerklank               a large dossier from disk and from servers of some speed
  bench search [--data DIR] [--mb N]...   search against other engines on dossiers of 0.04, 1 and 10 MB, or of N
  bench quotes [--data DIR]   time and memory of the search for quotes
  eval --data DIR        quality on annotated data
  eval search --data DIR   ranking on annotated data, beside another engine
  eval quotes --data DIR...   planted quotations in the texts of each folder, beside rapidfuzz and text-matcher
  eval dates [--data DIR] [--misses]    dates on the project's own sets, beside chrono-node, and on DIR's metadata
  install                build the shell and install a self-sufficient `weerklank`
  ci                     all of the above that must hold before a change lands
  dossier                only the default dossier (Trunk's hook)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, rest)) = arguments.split_first() else {
        sh::say(USAGE.trim_end());
        return ExitCode::from(2);
    };
    match run(task, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            sh::warn(&format!("xtask {task}: {problem}"));
            ExitCode::FAILURE
        }
    }
}

fn run(task: &str, rest: &[String]) -> Result {
    match task {
        "serve" => serve::serve(rest),
        "build" => build::build(),
        "pages" => build::pages(),
        "test" => test::test(rest),
        "screenshots" => test::screenshots(rest),
        "bench" => bench::bench(rest),
        "eval" => eval::eval(rest),
        "install" => install::install(),
        "ci" => ci::ci(),
        "dossier" => dossier::build(),
        _ => Err(format!("there is no such task\n\n{USAGE}")),
    }
}
