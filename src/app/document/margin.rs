//! Puts the notes level with their lines. Where the page is too narrow for margins, and on paper, styles lay them out.

use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    screen::{
        margin::{Note, tops},
        reading::Asked,
    },
};

/// Pixels between two notes.
const GAP: f64 = 12.0;

/// Lays the notes out now, and again when the text or the window changes.
pub fn keep_in_place(asked: Memo<Asked>) {
    browser::on_resize(lay);
    Effect::new(move || {
        asked.track();
        browser::next_frame(lay);
    });
}

fn lay() {
    let Some(body) = browser::first(".doc .body") else { return };
    if !browser::media("(min-width: 64rem)") {
        browser::set_style(&body, "min-height", None);
        return;
    }
    let origin = browser::top(&body);
    let mut lowest: f64 = 0.0;
    for side in [".doc .body .left > .note", ".doc .body .right > .note"] {
        let notes = browser::all(side);
        let lines = browser::lines_of(&notes, origin);
        let measured: Vec<Note> =
            notes.iter().zip(lines).map(|(note, line)| Note { line, height: browser::height(note) }).collect();
        for ((note, top), measured) in notes.iter().zip(tops(&measured, GAP)).zip(&measured) {
            browser::set_style(note, "top", Some(&format!("{}px", top.round() as i32)));
            lowest = lowest.max(top + measured.height);
        }
    }
    browser::set_style(&body, "min-height", Some(&format!("{}px", lowest.round() as i32)));
}
