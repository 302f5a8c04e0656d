//! `weerklank build`: a folder as the pages that one publishes.

use crate::{Failure, index::write, input, package, shell::Shell};
use std::path::{Path, PathBuf};
use weerklank::{corpus::Parts, engine::Engine};

/// Where the web flavour goes when neither place is named.
const DEFAULT_OUT: &str = "weerklank";

/// What is asked for.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Folder of the web flavour; where neither this nor a single file is named, one beside the reader.
    pub out: Option<PathBuf>,
    /// The portable flavour.
    pub single_file: Option<PathBuf>,
    pub shell: Option<PathBuf>,
    /// Where the web flavour will stand.
    pub address: Option<String>,
}

pub fn run(source: &Path, wanted: &Wanted) -> Result<(), Failure> {
    // Asked for first: a missing shell should not be news after minutes of reading.
    let shell = Shell::find(wanted.shell.as_deref()).map_err(Failure::Input)?;
    let (engine, corpus) = dossier(source)?;
    if let Some(file) = &wanted.single_file {
        let page = package::single_file(&engine, &corpus, &shell);
        write(file, page.as_bytes())?;
        eprintln!("{}: {} bytes", file.display(), page.len());
    }
    let beside = wanted.single_file.is_none().then(|| PathBuf::from(DEFAULT_OUT));
    if let Some(folder) = wanted.out.clone().or(beside) {
        let files = package::site(&engine, &corpus, &shell, wanted.address.as_deref());
        package::write_site(&folder, &files).map_err(|error| input::failed(&folder, error))?;
        eprintln!("{}: {} files", folder.display(), files.len());
    }
    Ok(())
}

fn dossier(source: &Path) -> Result<(Engine, Vec<u8>), Failure> {
    let corpus = if input::is_corpus_file(source) {
        input::read(source)?
    } else {
        input::built(&[source.to_owned()], Parts::ALL)?.write(&mut input::progress())
    };
    let engine = Engine::open(corpus.clone());
    let engine = engine.map_err(|error| Failure::Corpus { path: source.to_owned(), error })?;
    Ok((engine, corpus))
}
