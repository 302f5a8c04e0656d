//! The ways in which the built page reaches a reader.

use crate::server::{Host, Server};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One way, and where the page then is.
#[derive(Debug)]
pub struct Flavour {
    pub name: &'static str,
    pub address: String,
    pub server: Option<Server>,
}

/// The project's `dist`.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    dist.canonicalize().unwrap_or(dist)
}

/// A copy of the web flavour, to be changed.
pub fn copy_web(to: &Path) -> std::io::Result<()> {
    let from = dist().join("web");
    fs::create_dir_all(to.join("later"))?;
    for folder in ["", "later"] {
        for entry in fs::read_dir(from.join(folder))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name()))?;
            }
        }
    }
    Ok(())
}

/// The portable file, double-clicked.
pub fn from_disk() -> Flavour {
    Flavour { name: "disk", address: format!("file://{}", dist().join("weerklank.html").display()), server: None }
}

/// The web flavour on an ordinary server, in a sub-path.
pub fn from_server() -> Result<Flavour, String> {
    served("http", &dist().join("web"), Host { prefix: "/dossiers/een", ..Host::default() })
}

fn served(name: &'static str, folder: &Path, host: Host) -> Result<Flavour, String> {
    let server = Server::start(folder, host).map_err(|error| format!("no server: {error}"))?;
    Ok(Flavour { name, address: server.address(), server: Some(server) })
}
