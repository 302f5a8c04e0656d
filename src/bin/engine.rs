//! The engine without a page, for workers, Node and other programs. On other targets it only says so.
//!
//! `init()` of the module comes from wasm-bindgen; then `open(bytes)` gives a dossier that answers at once.

#[cfg(target_arch = "wasm32")]
mod engine {
    use js_sys::Uint8Array;
    use serde::{Deserialize, Serialize};
    use std::{cell::RefCell, ops::Range, sync::Arc};
    use wasm_bindgen::prelude::*;
    use weerklank::{
        corpus::format::Table,
        engine::{self, Blocks, Engine, Pieces, ScriptHit, ScriptLink},
    };

    /// Passages that are given when the caller names no limit.
    const DEFAULT_LIMIT: usize = 20;

    /// Bytes that are enough for the table of a file, and little to copy.
    const HEAD: u32 = 4096;
    /// Smaller files are checked whole when they are opened, and copied for that.
    const LARGE: u32 = 4 << 20;

    /// Opens the bytes of a `.weerklank` file. Of a large one what a first search needs is copied; the rest stays where it is,
    /// and must stay as it is until the dossier is closed.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the file.
    #[wasm_bindgen]
    pub fn open(bytes: Uint8Array) -> Result<Dossier, JsError> {
        let head = bytes.slice(0, HEAD).to_vec();
        let table = Table::read_first(&head);
        let first = table.ok().filter(|table| bytes.length() > LARGE && table.end() <= bytes.length() as usize);
        let engine = match first.and_then(|table| table.first_part()) {
            Some(end) => Engine::open_over(bytes.subarray(0, end as u32).to_vec(), Box::new(File::hold(bytes)))?,
            None => Engine::open(bytes.to_vec())?,
        };
        Ok(Dossier { engine, rest: None })
    }

    thread_local! {
        /// The files that are open, by number: what is JavaScript's own may not go from thread to thread.
        static FILES: RefCell<Vec<Option<Uint8Array>>> = const { RefCell::new(Vec::new()) };
    }

    /// A file that lies in JavaScript's memory.
    #[derive(Debug)]
    struct File(usize);

    impl File {
        fn hold(bytes: Uint8Array) -> File {
            FILES.with_borrow_mut(|files| {
                let free = files.iter().position(Option::is_none).unwrap_or_else(|| {
                    files.push(None);
                    files.len() - 1
                });
                files[free] = Some(bytes);
                File(free)
            })
        }
    }

    impl Drop for File {
        fn drop(&mut self) {
            FILES.with_borrow_mut(|files| files[self.0] = None);
        }
    }

    impl Pieces for File {
        fn get(&self, range: Range<usize>) -> Option<Vec<u8>> {
            FILES.with_borrow(|files| {
                let file = files.get(self.0)?.as_ref()?;
                let there = range.start <= range.end && range.end <= file.length() as usize;
                there.then(|| file.subarray(range.start as u32, range.end as u32).to_vec())
            })
        }

        fn are_whole(&self) -> bool {
            true
        }
    }

    /// How many bytes a file's first part has, by its first bytes; `undefined` for one that has to come whole.
    ///
    /// # Errors
    /// Throws where these are not the first bytes of a `.weerklank` file.
    #[wasm_bindgen(js_name = firstPart)]
    pub fn first_part(head: &[u8]) -> Result<Option<usize>, JsError> {
        Ok(Table::read_first(head)?.first_part())
    }

    /// Opens the first part of a file. What a search misses is told by `missed()` and taken in by `fill()`.
    ///
    /// # Errors
    /// As [`open`].
    #[wasm_bindgen(js_name = openFirst)]
    pub fn open_first(bytes: Vec<u8>) -> Result<Dossier, JsError> {
        let (engine, rest) = Engine::open_first(bytes)?;
        Ok(Dossier { engine, rest: Some(rest) })
    }

    #[wasm_bindgen]
    pub struct Dossier {
        engine: Engine,
        /// Where only the first part is there, what has come of the rest.
        rest: Option<Arc<Blocks>>,
    }

    #[derive(Default, Deserialize)]
    struct Options {
        limit: Option<usize>,
    }

    #[derive(Serialize)]
    struct PassageRow {
        document: String,
        passage: u32,
        text: String,
    }

    #[wasm_bindgen]
    impl Dossier {
        /// `search(query, { limit })`: an array of hits, best first.
        pub fn search(&self, query: &str, options: JsValue) -> Result<JsValue, JsError> {
            let options: Option<Options> = serde_wasm_bindgen::from_value(options)?;
            let limit = options.unwrap_or_default().limit.unwrap_or(DEFAULT_LIMIT);
            let found = self.engine.find(query, limit);
            let hits: Vec<_> = found.iter().map(ScriptHit::of).collect();
            Ok(serde_wasm_bindgen::to_value(&hits)?)
        }

        /// Does a part of what the first query needs; whether all is done.
        pub fn prepare(&self) -> bool {
            self.engine.prepare()
        }

        /// All passages in the dossier's order: an array of `{ document, passage, text }`.
        pub fn passages(&self) -> Result<JsValue, JsError> {
            let of_card = |card: &'_ engine::Card| {
                let text = &self.engine.document(card.doc).text;
                let passages = (0..).zip(self.engine.passages(card.doc));
                let row = |(passage, place): (u32, &engine::Passage)| PassageRow {
                    document: card.id.clone(),
                    passage,
                    text: place.span.of(text).to_owned(),
                };
                passages.map(row).collect::<Vec<_>>()
            };
            let rows: Vec<PassageRow> = self.engine.cards().iter().flat_map(of_card).collect();
            Ok(serde_wasm_bindgen::to_value(&rows)?)
        }

        /// `ask(text)`: the passages that a text of one's own quotes, and how literally, in the order of the dossier.
        pub fn ask(&self, text: &str) -> Result<JsValue, JsError> {
            let asked = self.engine.ask(text);
            let links: Vec<_> =
                asked.links.iter().filter_map(|link| ScriptLink::of(&self.engine, link, text)).collect();
            Ok(serde_wasm_bindgen::to_value(&links)?)
        }

        /// What was missed since the last call: pairs of a first byte and the one behind the last, of the file.
        pub fn missed(&self) -> Vec<u32> {
            self.rest.as_ref().map(|rest| rest.take_missed_pairs()).unwrap_or_default()
        }

        /// Takes in bytes of the file.
        pub fn fill(&self, start: usize, bytes: &[u8]) {
            if let Some(rest) = &self.rest {
                rest.fill(start, bytes);
            }
        }

        /// Gives its memory back; the dossier cannot be asked after that.
        pub fn close(self) {}
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The engine module runs in WebAssembly: `cargo xtask build` leaves it in dist/engine.");
    std::process::exit(2);
}
