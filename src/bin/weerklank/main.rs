//! The command: folders in, tables, JSON lines, corpus files and pages out.
//!
//! Exit status 0 (with warnings too), 1 for bad input, 2 for bad usage. Standard output carries the answer and nothing
//! else; progress and warnings go to standard error.

mod build;
mod dates;
mod echo;
mod index;
mod input;
mod inspect;
mod oembed;
mod offline;
mod output;
mod pack;
mod package;
mod place;
mod quotes;
mod search;
mod shell;
mod timeline;
mod usage;

use std::{
    io::{self, Write},
    process::ExitCode,
};
use usage::{Command, Usage};

fn main() -> ExitCode {
    let result = match usage::parse(std::env::args_os()) {
        Usage::Run(command) => run(command),
        Usage::Help(text) => {
            return match writeln!(io::stdout(), "{text}") {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            };
        }
        Usage::Wrong(problem) => {
            eprintln!("weerklank: {problem}\n`weerklank --help` lists the commands.");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads our output may stop reading: `weerklank dates . | head` is no failure.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("weerklank: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Build { source, wanted } => build::run(&source, &wanted),
        Command::Index { source, out, parts } => index::run(&source, &out, parts),
        Command::Search { source, query, limit, json } => search::run(&source, &query, limit, json),
        Command::Dates { sources, json } => dates::run(&sources, json),
        Command::DateLines => dates::lines(),
        Command::Timeline { source, form } => timeline::run(&source, form),
        Command::Quotes { source, quotations, unlinked, json } => quotes::run(&source, quotations, unlinked, json),
        Command::Inspect { file, json } => inspect::run(&file, json),
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// A file or folder could not be read or written: which, and what the system says.
    File {
        path: std::path::PathBuf,
        error: io::Error,
    },
    /// A corpus file could not be opened.
    Corpus {
        path: std::path::PathBuf,
        error: weerklank::corpus::CorpusError,
    },
    /// `dossier.toml` cannot be understood.
    Manifest(weerklank::corpus::ManifestError),
    /// Nothing to work on, with what to do about it.
    Input(String),
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::File { path, error } => write!(f, "{}: {error}", path.display()),
            Failure::Corpus { path, error } => write!(f, "{}: {error}", path.display()),
            Failure::Manifest(error) => write!(f, "{error}"),
            Failure::Input(problem) => write!(f, "{problem}"),
            Failure::Output(error) => write!(f, "cannot write the answer: {error}"),
        }
    }
}
