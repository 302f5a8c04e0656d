//! The oEmbed answer (<https://oembed.com>, version 1.0, type `rich`): how another site shows this dossier.

use weerklank::{engine::Engine, screen::share::frame_code};

/// `address`: the folder that the page stands in. Without it the frame's address is relative, and of use only to pages
/// beside it.
pub fn answer(engine: &Engine, address: Option<&str>) -> String {
    let folder = address.map_or_else(String::new, |address| format!("{}/", address.trim_end_matches('/')));
    let title = engine.dossier().title;
    let answer = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Weerklank",
        "width": 800,
        "height": 640,
        "html": frame_code(&format!("{folder}index.html"), "#/", &title),
    });
    format!("{answer:#}\n")
}
