//! A dossier and the page's shell, made into what one publishes: one HTML file, or a folder of static files.
//!
//! The dossier goes into the WASM as a custom section, which the loader takes
//! out: one request, one compressed block, and no compiler is needed. Only a large one lies beside it.

use crate::{echo, oembed, offline, pack, shell::Shell};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};
use weerklank::{
    corpus::format,
    engine::Engine,
    screen::{
        plain::{self, Extent, Plain},
        seek,
    },
};

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' \
                    stroke='%23357'%3E%3Cpath d='M2 18h20' stroke-width='1.5'/%3E%3Cpath d='M5 18a7 7 0 0 1 14 0' \
                    stroke-width='2.25'/%3E%3Cpath d='M9 18a3 3 0 0 1 6 0' stroke-width='2.25'/%3E%3C/svg%3E";

/// A file of the web flavour: path with `/`, and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The portable flavour: one HTML file that asks for nothing.
pub fn single_file(engine: &Engine, corpus: &[u8], shell: &Shell) -> String {
    let extent = if plain::is_large(engine) { Extent::List } else { Extent::Whole };
    let plain = plain::page(engine, extent);
    let style = shell.plain_style.replace("</style", "<\\/style");
    let large = is_searched_apart(engine);
    let of_large = if large { shell.large.as_str() } else { "" };
    let script = [shell.portable.as_str(), &shell.plain, of_large, &shell.loader].concat();
    let script = script.replace("</script", "<\\/script");
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}' '{}'; img-src data:; \
         connect-src 'none'; {}base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&shell.page.glue),
        hash(&style),
        hash(&shell.style),
        if large { "worker-src blob:; " } else { "" },
    );
    // In a large dossier an echo takes minutes to find.
    let is_echo = extent == Extent::Whole && corpus.len() < ECHOED_BYTES;
    let dossier = if is_echo { echo::of(corpus, &plain.body) } else { corpus.to_vec() };
    let sizes = format!("{} {}", shell.page.glue.len(), shell.style.len());
    let end = holder("packed", &format!(" data-sizes=\"{sizes}\""), &shell.page_packed)
        + &holder("dossier", "", &gzip(&dossier))
        + &format!("<script>{script}</script>\n");
    // The mark of UTF-8: no header of a server has a say in it then.
    format!("\u{feff}{}", skeleton(&plain, &policy, &format!("<style>{style}</style>\n"), &end))
}

/// Smaller dossiers leave out what the plain page holds of them.
const ECHOED_BYTES: usize = 1 << 20;

/// Bytes that the page takes, and nobody runs.
fn holder(name: &str, more: &str, bytes: &[u8]) -> String {
    let text = pack::text(bytes);
    format!("<script type=\"text/weerklank\" id=\"weerklank-{name}\"{more}>{text}</script>\n")
}

/// The web flavour: static files with relative addresses, for any path of any server.
///
/// `address`: where the folder will stand, for those who want to show it elsewhere.
pub fn site(engine: &Engine, corpus: &[u8], shell: &Shell, address: Option<&str>) -> Vec<Packed> {
    let policy = web_policy(is_searched_apart(engine));
    // A large dossier is fetched beside the WASM: the page begins with the first part of it, and has no other text to wait for.
    let first = format::Table::read(corpus).ok().and_then(|table| table.first_part());
    let first = first.filter(|_| is_searched_apart(engine));
    let many_pages = first.is_some() || plain::is_large(engine);
    let plain = plain::page(engine, if many_pages { Extent::Pages } else { Extent::Whole });
    let named = first.map_or_else(String::new, |first| format!(" data-dossier=\"{DOSSIER}\" data-first=\"{first}\""));
    let script = format!("<script src=\"weerklank.js\" data-page{named}></script>\n");
    let index = skeleton(&plain, &policy, &(style_link("weerklank.css") + OEMBED_LINK), &script);
    let whole = shell.page.wasm_with(corpus);
    let fallback = format!("{}weerklank.wasm = \"{}\";\n", shell.page.glue, STANDARD.encode(gzip(&whole)));
    let page = if first.is_some() { shell.page.wasm.clone() } else { whole };
    let mut files = vec![
        packed("index.html", index),
        packed("weerklank.js", [first.map_or(&shell.start.glue, |_| &shell.large).as_str(), &shell.loader].concat()),
        packed("weerklank.css", shell.start_style.clone()),
        packed("later/weerklank.css", shell.rest_style.clone()),
        packed("later/weerklank.js", shell.page.glue.clone()),
        packed("later/weerklank.wasm", page),
        packed("later/plain.js", shell.plain.clone()),
        packed("later/element.js", shell.element.clone()),
        packed("later/element.css", shell.element_style.clone()),
        packed("later/icon.svg", shell.icon.clone()),
        packed("later/manifest.webmanifest", offline::manifest(engine)),
        packed("oembed.json", oembed::answer(engine, address)),
        packed("later/fallback.js", fallback),
        packed(DOSSIER, corpus),
    ];
    if first.is_none() {
        // The first part of the page has what it shows of a small dossier, less the text that stands in `index.html`.
        let lean = engine.lean();
        let lean = if many_pages { lean } else { echo::of(&lean, &plain.body) };
        files.push(packed("weerklank.wasm", shell.start.wasm_with(&lean)));
    }
    if many_pages {
        files.extend(engine.cards().iter().map(|card| {
            let page = plain::document_page(engine, card.doc);
            packed(&plain::document_path(card), skeleton(&page, &policy, &style_link("../weerklank.css"), ""))
        }));
    }
    let worker = offline::worker(&shell.worker, &files);
    files.push(packed("sw.js", worker));
    files
}

/// Whether a worker searches the dossier.
fn is_searched_apart(engine: &Engine) -> bool {
    engine.n_text_bytes() >= seek::LARGE_BYTES
}

const OEMBED_LINK: &str = "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"oembed.json\">\n";

/// Where the loader looks for a large dossier, elements for any, and the page for a small one when it has none.
const DOSSIER: &str = "later/dossier.weerklank";

/// A worker is made of the page's own bytes, only where there is one.
fn web_policy(apart: bool) -> String {
    let worker = if apart { " blob:" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src \
         'self'; manifest-src 'self'; worker-src 'self'{worker}; base-uri 'none'; form-action 'none'"
    )
}

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

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish());
    packed.expect("writing to memory does not fail")
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn packed(path: &str, bytes: impl Into<Vec<u8>>) -> Packed {
    Packed { path: path.to_owned(), bytes: bytes.into() }
}
