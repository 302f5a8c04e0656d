//! What lets a browser keep the web flavour: the service worker with its list of files, and the manifest.

use crate::package::Packed;
use sha2::{Digest, Sha256};
use weerklank::engine::Engine;

/// `public/sw.js` for these files; its edition changes when any of them does.
pub fn worker(template: &str, files: &[Packed]) -> String {
    let kept = files.iter().filter(|file| !file.path.ends_with("fallback.js"));
    let paths: Vec<&str> = std::iter::once("./").chain(kept.clone().map(|file| file.path.as_str())).collect();
    let mut edition = Sha256::new();
    for file in kept {
        edition.update(file.path.as_bytes());
        edition.update([0]);
        edition.update(&file.bytes);
    }
    let edition: String = edition.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let list = serde_json::to_string(&paths).expect("paths are text");
    template.replace("{edition}", &edition).replace("\"{files}\"", &list)
}

/// The web application manifest (W3C), relative to `later/`.
pub fn manifest(engine: &Engine) -> String {
    let dossier = engine.dossier();
    let manifest = serde_json::json!({
        "name": dossier.title,
        "short_name": dossier.title,
        "description": dossier.description,
        "lang": dossier.language,
        "start_url": "../index.html",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#fbfcfb",
        "theme_color": "#fbfcfb",
        "icons": [{ "src": "icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any" }],
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_of_its_files() {
        let file = |path: &str, bytes: &[u8]| Packed { path: path.to_owned(), bytes: bytes.to_vec() };
        let template = "const A = \"{edition}\"; const B = \"{files}\";";
        let one = worker(template, &[file("index.html", b"a"), file("later/fallback.js", b"b")]);
        assert!(one.ends_with("const B = [\"./\",\"index.html\"];"), "{one}");
        assert_eq!(one, worker(template, &[file("index.html", b"a")]));
        assert_ne!(one, worker(template, &[file("index.html", b"b")]));
    }
}
