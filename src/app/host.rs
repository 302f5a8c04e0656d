//! What stands around the page: the loader, which knows whether the page has a window to itself.

use super::seeker::Line;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// An object of the loader's making (`public/loader.js`), one for every page that is drawn.
    #[derive(Clone, Debug)]
    pub type Host;

    /// Where the page is drawn.
    #[wasm_bindgen(method, getter)]
    pub fn place(this: &Host) -> Element;

    /// The page has the window, its address, its title and its history.
    #[wasm_bindgen(method, getter)]
    pub fn alone(this: &Host) -> bool;

    /// Where the page begins when it has no address of its own: `#/tijdlijn`.
    #[wasm_bindgen(method, getter)]
    pub fn address(this: &Host) -> Option<String>;

    /// The address of the page by itself, for links that people share, where it is not the window's.
    #[wasm_bindgen(method, getter)]
    pub fn page(this: &Host) -> Option<String>;

    /// The language asked for, where one is.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> Option<String>;

    /// This page takes over from the first part of it: the reader is in the middle of something.
    #[wasm_bindgen(method, getter, js_name = takesOver)]
    pub fn takes_over(this: &Host) -> bool;

    /// What the reader had asked for when it did: `palette` or `share`.
    #[wasm_bindgen(method, getter)]
    pub fn wanted(this: &Host) -> Option<String>;

    /// Light, dark or system, where the page around it says so.
    #[wasm_bindgen(method, getter)]
    pub fn theme(this: &Host) -> Option<String>;

    /// Only the first part of the dossier has come; [`Standing::complete`](super::Standing::complete) brings the rest.
    #[wasm_bindgen(method, getter, js_name = isComing)]
    pub fn is_coming(this: &Host) -> bool;

    /// A worker that searches, where the loader brought what makes one.
    #[wasm_bindgen(method, getter)]
    pub fn line(this: &Host) -> Option<Line>;

    #[wasm_bindgen(method)]
    pub fn failed(this: &Host, message: &str);

    /// Asks for the whole page to take over, with what the reader asked for open.
    #[wasm_bindgen(method)]
    pub fn rest(this: &Host, wanted: Option<&str>);

    /// Tells the page around it what the reader did: an event's name and its details, a plain object.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, name: &str, detail: &JsValue);
}
