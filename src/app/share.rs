//! Ways to share the place where the reader is: a link, a frame, an element.

use super::{
    browser,
    icon::{Icon, icon},
    state::use_app,
};
use crate::app::dom::prelude::*;
use crate::screen::share::{element_code, frame_code};

#[component]
pub fn Share() -> impl IntoView {
    let app = use_app();
    move || app.sharing.get().then(|| view! { <Open /> })
}

#[component]
fn Open() -> impl IntoView {
    let app = use_app();
    let words = app.all_words();
    let (page, place) = (browser::page_address(), app.route_now().href());
    let title = app.engine().dossier().title;
    let ways = [
        ("deel-link", words.share_link, format!("{page}{place}")),
        ("deel-kader", words.share_frame, frame_code(&page, &place, &title)),
        ("deel-element", words.share_element, element_code(&page, &place)),
    ];
    let dialog = NodeRef::new_local(None);
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            browser::show_dialog(&dialog);
        }
    });
    let leave = move || {
        app.sharing.set(false);
        browser::focus_later("deel");
    };
    let way = move |(id, name, code): (&'static str, &'static str, String)| {
        let copied = code.clone();
        view! {
            <div class="way">
                <label for={id}>{name}</label>
                <textarea id={id} readonly="" rows="2" spellcheck="false" prop:value={code}></textarea>
                <button class="button" type="button" on:click={move |_| app.copy(&copied, words.copied)}>{words.copy}</button>
            </div>
        }
    };
    view! {
        <dialog class="share" aria-labelledby="deel-kop" node_ref={dialog} on:close={move |_| leave()}>
            <div class="top">
                <h2 id="deel-kop">{words.share_title}</h2>
                <button class="quiet" type="button" aria-label={words.close} on:click={move |_| leave()}>{icon(Icon::Cross)}</button>
            </div>
            {browser::is_file().then(|| view! { <p class="muted small">{words.share_file}</p> })}
            {ways.into_iter().map(way).collect_view()}
        </dialog>
    }
}
