//! What the worker (`public/large.js`) asks of the page's own WASM: a large dossier is searched beside the page.

use std::{panic, sync::Arc};
use wasm_bindgen::prelude::*;
use weerklank::{
    engine::{Blocks, Engine},
    screen::seek,
};

/// A dossier that answers questions.
#[wasm_bindgen]
pub struct Seeker {
    engine: Engine,
    /// Where only the first part is there, what has come of the rest.
    rest: Option<Arc<Blocks>>,
}

#[wasm_bindgen]
impl Seeker {
    /// Opens a whole dossier. `failed` hears what a panic says.
    ///
    /// # Errors
    /// Throws what is wrong with the file.
    pub fn open(bytes: Vec<u8>, failed: js_sys::Function) -> Result<Seeker, JsError> {
        tell_panics(failed);
        Ok(Seeker { engine: Engine::open(bytes)?.with_digest(), rest: None })
    }

    /// Opens the first part of one.
    ///
    /// # Errors
    /// Throws what is wrong with it.
    #[wasm_bindgen(js_name = openFirst)]
    pub fn open_first(bytes: Vec<u8>, failed: js_sys::Function) -> Result<Seeker, JsError> {
        tell_panics(failed);
        let (engine, rest) = Engine::open_first(bytes)?;
        Ok(Seeker { engine, rest: Some(rest) })
    }

    /// The reply to a question ([`seek::Question`]). Where something was missed, it is of what is there.
    ///
    /// # Errors
    /// Throws where it is no question.
    pub fn ask(&self, question: JsValue) -> Result<JsValue, JsError> {
        let question = serde_wasm_bindgen::from_value(question)?;
        Ok(serde_wasm_bindgen::to_value(&seek::answer(&self.engine, &question))?)
    }

    /// Does a part of what the first question needs; whether all is done.
    pub fn prepare(&self) -> bool {
        self.engine.prepare()
    }

    /// What the last question missed: pairs of a first byte and the one behind the last, of the file.
    pub fn missed(&self) -> Vec<u32> {
        self.rest.as_ref().map(|rest| rest.take_missed_pairs()).unwrap_or_default()
    }

    /// Takes in bytes of the file.
    pub fn fill(&self, start: usize, bytes: &[u8]) {
        if let Some(rest) = &self.rest {
            rest.fill(start, bytes);
        }
    }
}

fn tell_panics(failed: js_sys::Function) {
    panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        let _ = failed.call1(&JsValue::NULL, &panic.to_string().into());
    }));
}
