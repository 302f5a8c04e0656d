//! A dossier and the page's shell, made into what one publishes: one HTML file, or a folder of static files.
//!
//! The shell is the page without a dossier of its own: script, WASM, style. It comes from `--shell DIR`, from inside the
//! installed command, or from `dist/shell`. Where the shell's WASM already holds the very dossier that is packaged
//! (`cargo xtask build` does so for the default one), the pages do not carry it twice.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};
use weerklank::{
    engine::Engine,
    screen::plain::{self, Extent, Plain},
};

/// Where `cargo xtask build` leaves the shell, below the project's folder.
const BUILT: &str = "dist/shell";

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' \
                    stroke='%23357'%3E%3Cpath d='M2 18h20' stroke-width='1.5'/%3E%3Cpath d='M5 18a7 7 0 0 1 14 0' \
                    stroke-width='2.25'/%3E%3Cpath d='M9 18a3 3 0 0 1 6 0' stroke-width='2.25'/%3E%3C/svg%3E";

/// The page without a dossier.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// wasm-bindgen's glue and the loader, one classic script.
    pub script: String,
    pub style: String,
    pub wasm: Vec<u8>,
    /// The dossier that the WASM holds, if any.
    pub holds: Option<Vec<u8>>,
}

/// A file of the web flavour: path with `/`, and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Shell {
    /// The shell in `named`, else the one inside this command, else the one in `dist/shell`.
    ///
    /// # Errors
    /// A sentence for the terminal, when there is none or it cannot be read.
    pub fn find(named: Option<&Path>) -> Result<Shell, String> {
        if let Some(folder) = named {
            return Shell::read(folder);
        }
        match Shell::inside() {
            Some(shell) => Ok(shell),
            None if Path::new(BUILT).is_dir() => Shell::read(Path::new(BUILT)),
            None => Err("the page's shell is not here: run `cargo xtask install` (or `cargo xtask build`) in the \
                         project's folder, or name one with --shell DIR"
                .to_owned()),
        }
    }

    fn read(folder: &Path) -> Result<Shell, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| format!("cannot read the shell's {}: {error}", path.display()))
        };
        let text = |name: &str| {
            String::from_utf8(read(name)?).map_err(|_| format!("the shell's {name} is not UTF-8; build it anew"))
        };
        Ok(Shell {
            script: text("weerklank.js")?,
            style: text("weerklank.css")?,
            wasm: read("weerklank.wasm")?,
            holds: fs::read(folder.join("holds.weerklank")).ok(),
        })
    }

    /// What `cargo xtask install` put into the command; `None` in a plain build.
    fn inside() -> Option<Shell> {
        let script = include_str!(concat!(env!("OUT_DIR"), "/shell/weerklank.js"));
        let style = include_str!(concat!(env!("OUT_DIR"), "/shell/weerklank.css"));
        let wasm = include_bytes!(concat!(env!("OUT_DIR"), "/shell/weerklank.wasm"));
        (!wasm.is_empty()).then(|| Shell {
            script: script.to_owned(),
            style: style.to_owned(),
            wasm: wasm.to_vec(),
            holds: None,
        })
    }

    /// `corpus`, unless the WASM holds it.
    fn lacks<'a>(&self, corpus: &'a [u8]) -> Option<&'a [u8]> {
        (self.holds.as_deref() != Some(corpus)).then_some(corpus)
    }
}

/// The portable flavour: one HTML file that asks for nothing.
pub fn single_file(engine: &Engine, corpus: &[u8], shell: &Shell) -> String {
    let extent = if plain::is_large(engine) { Extent::List } else { Extent::Whole };
    let plain = plain::page(engine, extent);
    let style = shell.style.replace("</style", "<\\/style");
    let script = shell.script.replace("</script", "<\\/script");
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; connect-src 'none'; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style)
    );
    let mut end = carried("weerklank-wasm", &shell.wasm);
    if let Some(corpus) = shell.lacks(corpus) {
        end.push_str(&carried("weerklank-dossier", corpus));
    }
    end.push_str(&format!("<script>{script}</script>\n"));
    skeleton(&plain, &policy, &format!("<style>{style}</style>\n"), &end)
}

/// The web flavour: static files with relative addresses, for any path of any server.
pub fn site(engine: &Engine, corpus: &[u8], shell: &Shell) -> Vec<Packed> {
    let large = plain::is_large(engine);
    let own = shell.lacks(corpus);
    let extent = if large { Extent::Pages } else { Extent::Whole };
    let dossier = own.map_or("", |_| " data-dossier=\"dossier.weerklank\"");
    let script = format!("<script src=\"weerklank.js\"{dossier}></script>\n");
    let index = skeleton(&plain::page(engine, extent), WEB_POLICY, &style_link("weerklank.css"), &script);
    let mut files = vec![
        packed("index.html", index),
        packed("weerklank.js", shell.script.clone()),
        packed("weerklank.css", shell.style.clone()),
        packed("weerklank.wasm", shell.wasm.clone()),
        packed("later/fallback.js", fallback(&shell.wasm, own)),
    ];
    files.extend(own.map(|corpus| packed("dossier.weerklank", corpus)));
    if large {
        files.extend(engine.cards().iter().map(|card| {
            let page = plain::document_page(engine, card.doc);
            packed(&plain::document_path(card), skeleton(&page, WEB_POLICY, &style_link("../weerklank.css"), ""))
        }));
    }
    files
}

const WEB_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' \
                          data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Writes the web flavour below `folder`, which is made where it is not there.
pub fn write_site(folder: &Path, files: &[Packed]) -> io::Result<()> {
    for file in files {
        let path: PathBuf = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.bytes)?;
    }
    Ok(())
}

fn skeleton(plain: &Plain, policy: &str, style: &str, end: &str) -> String {
    let Plain { language, head, body } = plain;
    let language: String = language.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"Weerklank {}\">\n\
         <link rel=\"icon\" href=\"{ICON}\">\n{head}{style}</head>\n<body>\n{body}{end}</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    )
}

fn style_link(href: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{href}\">\n")
}

/// A block of data in the page, which the loader takes.
fn carried(id: &str, bytes: &[u8]) -> String {
    format!("<script type=\"application/octet-stream;base64\" id=\"{id}\">{}</script>\n", gzip_base64(bytes))
}

/// The script that brings the WASM where the server or the place keeps back `.wasm` files.
fn fallback(wasm: &[u8], dossier: Option<&[u8]>) -> String {
    let dossier = dossier.map(|bytes| format!(",dossier:\"{}\"", gzip_base64(bytes))).unwrap_or_default();
    format!("weerklankParts({{wasm:\"{}\"{dossier}}});\n", gzip_base64(wasm))
}

fn gzip_base64(bytes: &[u8]) -> String {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish());
    STANDARD.encode(packed.expect("writing to memory does not fail"))
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn packed(path: &str, bytes: impl Into<Vec<u8>>) -> Packed {
    Packed { path: path.to_owned(), bytes: bytes.into() }
}
