//! Who answers what the search view asks: a worker that runs this page's own WASM, or, in a small dossier and where a
//! page is allowed no worker, the page itself.

use super::{Host, browser, state::App};
use crate::screen::seek::{self, Question, Reply};
use std::{cell::RefCell, mem, rc::Rc};
use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A worker that searches, made by `public/large.js`.
    pub type Line;

    /// `replied(number, reply)`; `refused()`: there is no worker here.
    #[wasm_bindgen(method)]
    fn listen(this: &Line, replied: &JsValue, refused: &JsValue);

    #[wasm_bindgen(method)]
    fn ask(this: &Line, number: u32, question: &JsValue);
}

/// A question that waits for its reply.
struct Asked {
    number: u32,
    question: Question,
    done: Box<dyn FnOnce(Reply)>,
}

struct Seeker {
    app: App,
    line: RefCell<Option<Line>>,
    asked: RefCell<Vec<Asked>>,
}

thread_local! {
    static SEEKER: RefCell<Option<Rc<Seeker>>> = const { RefCell::new(None) };
}

/// Asks; `done` hears the reply, at once where the page answers by itself.
pub fn ask(app: App, question: Question, done: impl FnOnce(Reply) + 'static) {
    seeker(app).ask(question, Box::new(done));
}

/// All of the dossier is there: what waited for it can be answered.
pub fn wake(app: App) {
    seeker(app).answer_here();
}

fn seeker(app: App) -> Rc<Seeker> {
    if let Some(seeker) = SEEKER.with_borrow(Clone::clone) {
        return seeker;
    }
    let line = if app.is_large() { browser::host(Host::line) } else { None };
    let seeker = Rc::new(Seeker { app, line: RefCell::new(line), asked: RefCell::default() });
    SEEKER.set(Some(Rc::clone(&seeker)));
    seeker.listen();
    seeker
}

impl Seeker {
    fn listen(self: &Rc<Self>) {
        let line = self.line.borrow();
        let Some(line) = line.as_ref() else { return };
        let (here, other) = (Rc::clone(self), Rc::clone(self));
        let replied = Closure::<dyn FnMut(u32, JsValue)>::new(move |number, reply| here.hear(number, reply));
        let refused = Closure::<dyn FnMut()>::new(move || {
            other.line.replace(None);
            other.answer_here();
        });
        line.listen(&replied.into_js_value(), &refused.into_js_value());
    }

    fn ask(&self, question: Question, done: Box<dyn FnOnce(Reply)>) {
        let number = self.asked.borrow().last().map_or(0, |asked| asked.number + 1);
        let line = self.line.borrow();
        if let Some(line) = line.as_ref() {
            if let Ok(message) = serde_wasm_bindgen::to_value(&question) {
                self.asked.borrow_mut().push(Asked { number, question, done });
                line.ask(number, &message);
            }
            return;
        }
        drop(line);
        self.asked.borrow_mut().push(Asked { number, question, done });
        self.answer_here();
    }

    fn hear(&self, number: u32, reply: JsValue) {
        let asked = {
            let mut asked = self.asked.borrow_mut();
            asked.iter().position(|asked| asked.number == number).map(|at| asked.remove(at))
        };
        if let (Some(asked), Ok(reply)) = (asked, serde_wasm_bindgen::from_value(reply)) {
            (asked.done)(reply);
        }
    }

    /// Answers all that waits, where there is no worker and the dossier is there.
    fn answer_here(&self) {
        if self.line.borrow().is_some() || !self.app.is_whole() {
            return;
        }
        for asked in mem::take(&mut *self.asked.borrow_mut()) {
            let reply = seek::answer(&self.app.engine(), &asked.question);
            (asked.done)(reply);
        }
    }
}
