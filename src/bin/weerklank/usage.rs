//! What the command understands.

use crate::build::Wanted;
use lexopt::prelude::*;
use std::{ffi::OsString, path::PathBuf};
use weerklank::corpus::Parts;

pub enum Usage {
    Run(Command),
    Help(&'static str),
    /// What is wrong with the words given.
    Wrong(String),
}

pub enum Command {
    Build { source: PathBuf, wanted: Wanted },
    Index { source: PathBuf, out: PathBuf, parts: Parts },
    Search { source: PathBuf, query: String, limit: usize, json: bool },
    Dates { sources: Vec<PathBuf>, json: bool },
    DateLines,
    Timeline { source: PathBuf, form: Form },
    Quotes { source: PathBuf, quotations: bool, unlinked: bool, json: bool },
    Inspect { file: PathBuf, json: bool },
}

const HELP: &str = "\
weerklank: finds, dates and compares what a folder of documents says

  weerklank build <folder> [--out DIR] [--single-file FILE]
                                         the dossier's page: static files, one file, or both
      --address URL                      where the folder will stand, for sites that show it by oEmbed
      --shell DIR                        the page's shell, where the command does not carry one
  weerklank index <folder|file.jsonl> --out FILE.weerklank [--without dates,quotes]
  weerklank search <folder|file.weerklank> <query> [--limit N]
  weerklank dates <folder|file…>         every expression of time, and what it means
  weerklank dates --lines                the same for JSON lines {\"id\", \"text\", \"reference_date\"} on standard input
  weerklank timeline <folder>            documents and events in order of time
      --format csv|ics|timelinejs|svg    as a file for other programs, on standard output
  weerklank quotes <folder>              who repeats whom
      --quotations                       also everything in quotation marks
      --unlinked                         only quotations whose source is not there
  weerklank inspect <file.weerklank>     what a corpus file holds

  --json       JSON lines on standard output and nothing else
  --help       this
  --version

What is read: the documents that dossier.toml lists; where there is none, every .txt, .md and .jsonl file below the
folder. Exit status: 0 done (warnings too), 1 bad input, 2 bad usage.";

const VERSION: &str = concat!("weerklank ", env!("CARGO_PKG_VERSION"));

/// How a timeline is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Table,
    Json,
    Csv,
    Ics,
    TimelineJs,
    Svg,
}

/// What was given, in the order it came.
#[derive(Default)]
struct Given {
    positional: Vec<OsString>,
    json: bool,
    lines: bool,
    quotations: bool,
    unlinked: bool,
    /// `out` is also where an index goes.
    build: Wanted,
    limit: Option<usize>,
    without: Option<String>,
    format: Option<String>,
}

pub fn parse(args: impl IntoIterator<Item = OsString>) -> Usage {
    match read(args) {
        Ok(usage) => usage,
        Err(error) => Usage::Wrong(error.to_string()),
    }
}

fn read(args: impl IntoIterator<Item = OsString>) -> Result<Usage, lexopt::Error> {
    let mut parser = lexopt::Parser::from_iter(args);
    let mut given = Given::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") | Short('h') => return Ok(Usage::Help(HELP)),
            Long("version") | Short('V') => return Ok(Usage::Help(VERSION)),
            Long("json") => given.json = true,
            Long("lines") => given.lines = true,
            Long("quotations") => given.quotations = true,
            Long("unlinked") => given.unlinked = true,
            Long("out") | Short('o') => given.build.out = Some(parser.value()?.into()),
            Long("single-file") => given.build.single_file = Some(parser.value()?.into()),
            Long("shell") => given.build.shell = Some(parser.value()?.into()),
            Long("address") => given.build.address = Some(parser.value()?.string()?),
            Long("limit") => given.limit = Some(parser.value()?.parse()?),
            Long("format") => given.format = Some(parser.value()?.string()?),
            Long("without") => given.without = Some(parser.value()?.string()?),
            Value(value) => given.positional.push(value),
            other => return Err(other.unexpected()),
        }
    }
    if given.positional.is_empty() {
        return Ok(Usage::Wrong("no command given".into()));
    }
    let name = given.positional.remove(0);
    Ok(command(&name.to_string_lossy(), given).map_or_else(Usage::Wrong, Usage::Run))
}

fn command(name: &str, mut given: Given) -> Result<Command, String> {
    let json = given.json;
    match name {
        "build" => {
            let wanted = std::mem::take(&mut given.build);
            Ok(Command::Build { source: one(name, "a folder", given)?, wanted })
        }
        "index" => {
            let parts = parts(given.without.as_deref())?;
            let out = given.build.out.take().ok_or("index: --out FILE.weerklank is missing")?;
            Ok(Command::Index { source: one(name, "a folder", given)?, out, parts })
        }
        "search" => {
            let limit = given.limit.unwrap_or(20);
            match <[OsString; 2]>::try_from(given.positional) {
                Ok([source, query]) => Ok(Command::Search {
                    source: source.into(),
                    query: query.to_string_lossy().into_owned(),
                    limit,
                    json,
                }),
                Err(_) => {
                    Err("search: wants a folder or .weerklank file, and a query (in quotes where it has spaces)".into())
                }
            }
        }
        "dates" if given.lines => Ok(Command::DateLines),
        "dates" if given.positional.is_empty() => Err("dates: wants a folder or files, or --lines".into()),
        "dates" => Ok(Command::Dates { sources: given.positional.into_iter().map(PathBuf::from).collect(), json }),
        "timeline" => {
            let form = form(given.format.as_deref(), json)?;
            Ok(Command::Timeline { source: one(name, "a folder", given)?, form })
        }
        "quotes" => {
            let (quotations, unlinked) = (given.quotations, given.unlinked);
            Ok(Command::Quotes { source: one(name, "a folder", given)?, quotations, unlinked, json })
        }
        "inspect" => Ok(Command::Inspect { file: one(name, "a .weerklank file", given)?, json }),
        other => Err(format!("there is no command {other:?}")),
    }
}

fn one(name: &str, what: &str, given: Given) -> Result<PathBuf, String> {
    match <[OsString; 1]>::try_from(given.positional) {
        Ok([path]) => Ok(path.into()),
        Err(got) => Err(format!("{name}: wants {what}, got {} of them", got.len())),
    }
}

fn form(format: Option<&str>, json: bool) -> Result<Form, String> {
    match format {
        None if json => Ok(Form::Json),
        None => Ok(Form::Table),
        Some("csv") => Ok(Form::Csv),
        Some("ics") => Ok(Form::Ics),
        Some("timelinejs") => Ok(Form::TimelineJs),
        Some("svg") => Ok(Form::Svg),
        Some(other) => Err(format!("--format takes csv, ics, timelinejs or svg, not {other:?}")),
    }
}

fn parts(without: Option<&str>) -> Result<Parts, String> {
    let mut parts = Parts::ALL;
    for part in without.into_iter().flat_map(|list| list.split(',')) {
        match part.trim() {
            "dates" => parts.dates = false,
            "quotes" => parts.quotes = false,
            other => return Err(format!("--without takes dates and quotes, not {other:?}")),
        }
    }
    Ok(parts)
}
