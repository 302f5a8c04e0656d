//! What a command works on: a folder, single files, or a corpus file.

use crate::Failure;
use std::{
    fs,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};
use weerklank::{
    corpus::{Built, MANIFEST_FILE, Manifest, Parts, SourceFile, Step, build},
    engine::Engine,
    readers,
    text::Warning,
};

/// A dossier from a folder, a file or several files, ready to be asked. A `.weerklank` file is opened as it is.
pub fn engine(source: &Path, parts: Parts) -> Result<Engine, Failure> {
    if is_corpus_file(source) {
        return open(source);
    }
    let built = built(&[source.to_owned()], parts)?;
    engine_of(&built)
}

pub fn is_corpus_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("weerklank"))
}

pub fn open(path: &Path) -> Result<Engine, Failure> {
    Engine::open(read(path)?).map_err(|error| Failure::Corpus { path: path.to_owned(), error })
}

/// The built dossier as the engine that a page would have.
pub fn engine_of(built: &Built) -> Result<Engine, Failure> {
    Engine::open(built.write(&mut progress()))
        .map_err(|error| Failure::Corpus { path: PathBuf::from("(in memory)"), error })
}

/// Reads and builds; warnings go to standard error.
pub fn built(sources: &[PathBuf], parts: Parts) -> Result<Built, Failure> {
    let (files, manifest) = gather(sources)?;
    if files.is_empty() {
        let names: Vec<String> = sources.iter().map(|path| path.display().to_string()).collect();
        return Err(Failure::Input(format!(
            "{}: no document found. A folder holds .txt, .md or .jsonl files, or a {MANIFEST_FILE} that lists them.",
            names.join(", ")
        )));
    }
    let built = build(&files, manifest.as_deref(), parts, &mut progress()).map_err(Failure::Manifest)?;
    built.warnings.iter().for_each(warn);
    let mut built = built.value;
    if built.dossier.title.is_empty() {
        built.dossier.title = sources.first().map(|source| title_of(source)).unwrap_or_default();
    }
    Ok(built)
}

/// What a folder is called, as the title of a dossier that has none: `or-brieven_2023` is "Or brieven 2023".
fn title_of(source: &Path) -> String {
    let whole = source.canonicalize().unwrap_or_else(|_| source.to_owned());
    let name = if whole.is_dir() { whole.file_name() } else { whole.file_stem() };
    let name = name.map(|name| name.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let mut letters = name.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub fn warn(warning: &Warning) {
    let line = warning.line.map(|line| format!(":{line}")).unwrap_or_default();
    eprintln!("warning: {}{line}: {} {}", warning.file, warning.problem, warning.remedy);
}

fn gather(sources: &[PathBuf]) -> Result<(Vec<SourceFile>, Option<String>), Failure> {
    let mut files = Vec::new();
    let mut manifest = None;
    for source in sources {
        let about = fs::metadata(source).map_err(|error| failed(source, error))?;
        if about.is_dir() {
            let text = match fs::read(source.join(MANIFEST_FILE)) {
                Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
                Err(_) => None,
            };
            for file in listed(source, text.as_deref())? {
                match fs::read(source.join(&file)) {
                    Ok(bytes) => files.push(SourceFile { file, bytes }),
                    Err(error) => warn(&Warning {
                        file,
                        line: None,
                        problem: format!("It cannot be read ({error})."),
                        remedy: "Check its name and its rights; the other files go on.".into(),
                    }),
                }
            }
            manifest = manifest.or(text);
        } else {
            let file = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            files.push(SourceFile { file, bytes: read(source)? });
        }
    }
    Ok((files, manifest))
}

/// The files of a folder that are read: those that the manifest lists, else every readable one below it.
fn listed(folder: &Path, manifest: Option<&str>) -> Result<Vec<String>, Failure> {
    let manifest = manifest.map(Manifest::parse).transpose().map_err(Failure::Manifest)?.unwrap_or_default().value;
    if !manifest.documents.is_empty() {
        return Ok(manifest.documents.into_iter().map(|document| document.file).collect());
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let entry = entry.map_err(|error| failed(folder, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let file = format!("{prefix}{name}");
        // A link is not followed: a folder that links to its parent would never end.
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            walk(&entry.path(), &format!("{file}/"), found)?;
        } else if kind.is_file() && is_document(&name) {
            found.push(file);
        }
    }
    Ok(())
}

/// About the folder rather than of it, or of no format that is read.
fn is_document(name: &str) -> bool {
    let upper = name.to_uppercase();
    readers::can_read(name) && !upper.starts_with("README") && !upper.starts_with("LICENSE")
}

pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| failed(path, error))
}

pub fn failed(path: &Path, error: std::io::Error) -> Failure {
    Failure::File { path: path.to_owned(), error }
}

/// Says on a terminal what long work is doing.
pub fn progress() -> impl FnMut(Step) {
    let terminal = std::io::stderr().is_terminal();
    let mut last = None;
    move |step| {
        let stage = std::mem::discriminant(&step);
        let seldom = matches!(step, Step::Reading { file, of } if file % 100 != 0 && file != of);
        if !terminal || (seldom && last == Some(stage)) {
            return;
        }
        last = Some(stage);
        let words = match step {
            Step::Reading { file, of } => format!("reading {file} of {of}"),
            Step::Dating => "finding dates".into(),
            Step::Comparing => "comparing texts".into(),
            Step::Indexing => "indexing".into(),
        };
        let mut err = std::io::stderr();
        let _ = write!(err, "\r\x1b[K{words} …\r");
        if matches!(step, Step::Indexing) {
            let _ = write!(err, "\x1b[K");
        }
    }
}
