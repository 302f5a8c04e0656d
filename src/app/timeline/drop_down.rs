//! A button with a sheet below it, which closes when the reader goes elsewhere.

use crate::app::browser;
use crate::app::dom::prelude::*;

#[component]
pub fn DropDown(label: &'static str, sheet: AnyView) -> impl IntoView {
    let left = |event: web_sys::FocusEvent| {
        if !browser::stays_within(&event) {
            browser::close(&event);
        }
    };
    let key = |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            if let Some(button) = browser::first(".drop[open] > summary") {
                browser::focus_element(&button);
            }
            browser::close(&event);
        }
    };
    // One of that name is open at a time. The sheet takes the focus of a click between its controls.
    view! {
        <details class="drop" name="drop" on:focusout={left} on:keydown={key}>
            <summary class="button">{label}</summary>
            <div class="sheet0" tabindex="-1">{sheet}</div>
        </details>
    }
}
