//! `weerklank index`: a folder as one corpus file.

use crate::{Failure, input};
use std::{fs, panic::resume_unwind, path::Path, thread};
use weerklank::corpus::{Built, Parts};

pub fn run(source: &Path, out: &Path, parts: Parts) -> Result<(), Failure> {
    let built = input::built(&[source.to_owned()], parts)?;
    let bytes = match parts.index {
        true => indexed(&built).unwrap_or_else(|panic| resume_unwind(panic)),
        false => built.write(&mut input::progress()),
    };
    write(out, &bytes)?;
    eprintln!("{}: {} documents, {} bytes", out.display(), built.documents.len(), bytes.len());
    Ok(())
}

/// The corpus file with its index, which takes half of the time: its halves are made side by side, and the rest beside its end.
fn indexed(built: &Built) -> thread::Result<Vec<u8>> {
    thread::scope(|scope| {
        let middle = built.middle();
        let second = scope.spawn(move || built.gathered(middle..built.documents.len()));
        let mut index = built.gathered(0..middle);
        index.append(second.join()?);
        let index = scope.spawn(|| index.finish());
        let sections = built.sections();
        index.join().map(|index| Built::join(sections, Some(index)))
    })
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
