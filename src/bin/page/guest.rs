//! What the element `<weerklank-dossier>` (`public/element.js`) asks of the page that it holds.

use crate::door::Page;
use wasm_bindgen::prelude::*;

/// Hits that `search` gives when the caller names no limit.
const DEFAULT_LIMIT: usize = 20;

#[wasm_bindgen]
impl Page {
    /// Goes to an address, `#/tijdlijn`; `false`: it leads nowhere.
    pub fn open(&self, address: &str) -> bool {
        self.0.open(address)
    }

    /// Takes in all of a dossier of which only the first part was there.
    ///
    /// # Errors
    /// Throws what is wrong with it.
    pub fn complete(&self, dossier: Vec<u8>) -> Result<(), JsError> {
        Ok(self.0.complete(dossier)?)
    }

    /// `search(query, limit)`: an array of `{ document, passage, score, snippet, highlights }`, best first.
    pub fn search(&self, query: &str, limit: Option<usize>) -> JsValue {
        self.0.search(query, limit.unwrap_or(DEFAULT_LIMIT))
    }

    /// A passage in quotation marks with its source; `undefined` where there is no such passage.
    pub fn cite(&self, document: &str, passage: usize) -> Option<String> {
        self.0.cite(document, passage)
    }
}
