//! The engine without a page, for workers, Node and other programs. On other targets it only says so.
//!
//! `init()` of the module comes from wasm-bindgen; then `open(bytes)` gives a dossier that answers at once.

#[cfg(target_arch = "wasm32")]
mod engine {
    use serde::{Deserialize, Serialize};
    use wasm_bindgen::prelude::*;
    use weerklank::engine::{Engine, Filters, Hit};

    /// Passages that are given when the caller names no limit.
    const DEFAULT_LIMIT: usize = 20;

    /// Opens the bytes of a `.weerklank` file.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the file.
    #[wasm_bindgen]
    pub fn open(bytes: Vec<u8>) -> Result<Dossier, JsError> {
        Ok(Dossier { engine: Engine::open(bytes).map_err(JsError::from)? })
    }

    #[wasm_bindgen]
    pub struct Dossier {
        engine: Engine,
    }

    #[derive(Default, Deserialize)]
    struct Options {
        limit: Option<usize>,
    }

    #[derive(Serialize)]
    struct Found<'a> {
        /// The document's id.
        document: &'a str,
        /// From 0, within its document.
        passage: u32,
        score: f32,
        snippet: &'a str,
        highlights: Vec<Marked>,
    }

    /// Half-open, in JavaScript's own units (UTF-16) of the snippet.
    #[derive(Serialize)]
    struct Marked {
        start: usize,
        end: usize,
    }

    #[wasm_bindgen]
    impl Dossier {
        /// `search(query, { limit })`: an array of hits, best first.
        pub fn search(&self, query: &str, options: JsValue) -> Result<JsValue, JsError> {
            let options: Option<Options> = serde_wasm_bindgen::from_value(options)?;
            let limit = options.unwrap_or_default().limit.unwrap_or(DEFAULT_LIMIT);
            let filters = Filters { noise: true, ..Filters::default() };
            let answer = self.engine.search(query, &filters, limit);
            let mut hits: Vec<&Hit> = answer.groups.iter().flat_map(|group| &group.hits).collect();
            hits.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.doc, a.passage).cmp(&(b.doc, b.passage))));
            let found: Vec<Found<'_>> = hits.into_iter().take(limit).map(|hit| self.found(hit)).collect();
            Ok(serde_wasm_bindgen::to_value(&found)?)
        }

        /// Gives its memory back; the dossier cannot be asked after that.
        pub fn close(self) {}

        fn found(&self, hit: &Hit) -> Found<'_> {
            let document = self.engine.document(hit.doc);
            let shown = hit.snippet.span;
            let utf16 =
                |byte: usize| document.text.get(shown.start()..byte).map_or(0, |before| before.encode_utf16().count());
            let marked = |span: &weerklank::text::Span| Marked { start: utf16(span.start()), end: utf16(span.end()) };
            Found {
                document: &document.id,
                passage: hit.passage,
                score: hit.score,
                snippet: shown.of(&document.text),
                highlights: hit.snippet.highlights.iter().map(marked).collect(),
            }
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The engine module runs in WebAssembly: `cargo xtask build` leaves it in dist/engine.");
    std::process::exit(2);
}
