//! `weerklank index`: a folder as one corpus file.

use crate::{Failure, input};
use std::{fs, panic::resume_unwind, path::Path, thread};
use weerklank::corpus::{Built, Parts};

pub fn run(source: &Path, out: &Path, parts: Parts) -> Result<(), Failure> {
    let built = input::built(&[source.to_owned()], parts)?;
    let bytes = match parts.index {
        // The index takes half of the time: the rest is made beside it.
        true => thread::scope(|scope| {
            let index = scope.spawn(|| built.index());
            let sections = built.sections();
            index.join().map(|index| Built::join(sections, Some(index)))
        })
        .unwrap_or_else(|panic| resume_unwind(panic)),
        false => built.write(&mut input::progress()),
    };
    write(out, &bytes)?;
    eprintln!("{}: {} documents, {} bytes", out.display(), built.documents.len(), bytes.len());
    Ok(())
}

/// Writes a file whole or not at all: whoever reads it meanwhile finds the old one.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| input::failed(folder, error))?;
    }
    let mut aside = path.as_os_str().to_owned();
    aside.push(".new");
    fs::write(&aside, bytes).map_err(|error| input::failed(path, error))?;
    fs::rename(&aside, path).map_err(|error| input::failed(path, error))
}
