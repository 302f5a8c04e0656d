//! The only door to the browser: address, storage, clipboard, focus, listeners; below it scrolling and media queries.
//!
//! Everything here may be refused (a sandboxed frame has no storage, `file://` no clipboard): what is refused comes back
//! as `None` or `false`, never as an exception.

mod device;
mod scroll;

pub use device::{browser_language, is_framed, is_narrow, is_touch, jump_key, media, prefers_less_motion};
pub use scroll::{Place, screen_height, scroll_by, scroll_to, scroll_to_top, scrolled};

use super::Host;
use crate::screen::px::within;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::storage::{LocalStorage, Storage};
pub use gloo::timers::callback::Timeout;
use leptos::prelude::{StoredValue, UpdateValue, document, window};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, EventTarget, HtmlElement, NodeList};

thread_local! {
    /// What the page stands in: one for every WASM instance.
    static HOST: RefCell<Option<Host>> = const { RefCell::new(None) };
    /// Where the reader is, in a page that has not the window's address.
    static OWN_ADDRESS: RefCell<String> = const { RefCell::new(String::new()) };
}

#[wasm_bindgen]
extern "C" {
    /// What a document and a shadow root have in common (DOM standard: `DocumentOrShadowRoot`, `NonElementParentNode`,
    /// `ParentNode`).
    type Tree;

    #[wasm_bindgen(method, js_name = getElementById)]
    fn by_id(this: &Tree, id: &str) -> Option<Element>;

    #[wasm_bindgen(method, getter, js_name = activeElement)]
    fn focused(this: &Tree) -> Option<Element>;

    #[wasm_bindgen(method, js_name = querySelectorAll)]
    fn all(this: &Tree, selector: &str) -> NodeList;
}

/// Says what the page stands in; before anything else here.
pub fn stand_in(host: Host) {
    OWN_ADDRESS.set(host.address().unwrap_or_default());
    HOST.set(Some(host));
}

pub fn host<T>(ask: impl FnOnce(&Host) -> T) -> T {
    HOST.with_borrow(|host| ask(host.as_ref().expect("mount says what the page stands in")))
}

/// Whether the page has the window, its address, its title and its history.
pub fn is_alone() -> bool {
    host(Host::alone)
}

/// The element that all of the page stands in, and that says its language and theme.
fn root() -> Element {
    host(|host| if host.alone() { document().document_element() } else { None }.unwrap_or_else(|| host.place()))
}

fn tree() -> Tree {
    host(Host::place).get_root_node().unchecked_into()
}

/// Where keys and clicks of this page arrive.
fn ground() -> EventTarget {
    if is_alone() { window().into() } else { root().into() }
}

/// The part behind `#`, with it; empty where there is none.
pub fn address() -> String {
    if is_alone() { window().location().hash().unwrap_or_default() } else { OWN_ADDRESS.with_borrow(Clone::clone) }
}

/// The page's own address without the hash, for links that people share.
pub fn page_address() -> String {
    if let Some(page) = host(Host::page) {
        return page;
    }
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The part between `?` and `#`: how a page is embedded.
pub fn page_query() -> String {
    if !is_alone() {
        return String::new();
    }
    window().location().search().unwrap_or_default()
}

/// A new entry in the reader's history.
pub fn push_address(href: &str) {
    if !is_alone() {
        return OWN_ADDRESS.set(href.to_owned());
    }
    let pushed = window().history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(href)));
    if pushed.is_err() {
        // Some sandboxes refuse it; the hash itself is never refused.
        let _ = window().location().set_hash(href);
    }
}

/// The current entry of the reader's history, renamed.
pub fn replace_address(href: &str) {
    if !is_alone() {
        return OWN_ADDRESS.set(href.to_owned());
    }
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
}

/// Calls back when the reader goes back or forward, follows a link or edits the address.
pub fn on_address(callback: impl Fn(String) + Clone + 'static) {
    if !is_alone() {
        return on_own_link(callback);
    }
    let again = callback.clone();
    keep(EventListener::new(&window(), "hashchange", move |_| callback(address())));
    keep(EventListener::new(&window(), "popstate", move |_| again(address())));
}

/// Links to places in a page without an address of its own lead there, and leave the window where it is.
fn on_own_link(callback: impl Fn(String) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(&ground(), "click", options, move |event| {
        let link = event.target().and_then(|it| it.dyn_into::<Element>().ok()?.closest("a[href^='#/']").ok().flatten());
        if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            OWN_ADDRESS.set(href.clone());
            callback(href);
        }
    }));
}

/// Calls back on every key pressed anywhere in the page.
pub fn on_key(callback: impl Fn(&web_sys::KeyboardEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(&ground(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref() {
            callback(event);
        }
    }));
}

/// Calls back when the window changes its size.
pub fn on_resize(callback: impl Fn() + 'static) {
    keep(EventListener::new(&window(), "resize", move |_| callback()));
}

/// Calls back when the window scrolls, or what the page scrolls in.
pub fn on_scroll(callback: impl Fn() + Clone + 'static) {
    if !is_alone() {
        // It does not bubble, and does not leave a shadow root.
        let options = EventListenerOptions::run_in_capture_phase();
        let (ground, callback) = (host(Host::place).get_root_node(), callback.clone());
        keep(EventListener::new_with_options(&ground, "scroll", options, move |_| callback()));
    }
    keep(EventListener::new(&window(), "scroll", move |_| callback()));
}

/// Holds a listener until the component that asked for it is gone.
fn keep(listener: EventListener) {
    StoredValue::new_local(listener);
}

/// What was remembered under this name, where storage is allowed.
pub fn remembered(name: &str) -> Option<String> {
    storage_works().then(|| LocalStorage::raw().get_item(name).ok().flatten()).flatten()
}

/// Remembers, where storage is allowed. `None` forgets.
pub fn remember(name: &str, value: Option<&str>) {
    if !storage_works() {
        return;
    }
    let _ = match value {
        Some(value) => LocalStorage::raw().set_item(name, value),
        None => LocalStorage::raw().remove_item(name),
    };
}

/// gloo's storage throws where storage is refused: ask the window first.
fn storage_works() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

/// Sets or removes an attribute of the root element: language, theme, embedding.
pub fn set_root(name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => root().set_attribute(name, value),
        None => root().remove_attribute(name),
    };
}

pub fn root_language() -> Option<String> {
    root().get_attribute("lang")
}

pub fn set_title(title: &str) {
    if is_alone() {
        document().set_title(title);
    }
}

pub fn by_id(id: &str) -> Option<HtmlElement> {
    tree().by_id(id)?.dyn_into().ok()
}

pub fn first(selector: &str) -> Option<HtmlElement> {
    root().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

pub fn all(selector: &str) -> Vec<HtmlElement> {
    let found = tree().all(selector);
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Puts the focus there, without scrolling.
pub fn focus(id: &str) -> bool {
    let Some(element) = by_id(id) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// The same, once what was just drawn stands.
pub fn focus_later(id: impl AsRef<str> + 'static) {
    next_frame(move || {
        focus(id.as_ref());
    });
}

pub fn focus_element(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Closes the `<details>` that hears this event.
pub fn close(event: &web_sys::Event) {
    if let Some(details) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
        let _ = details.remove_attribute("open");
    }
}

/// Whether the focus goes on to something within what hears this event.
pub fn stays_within(event: &web_sys::FocusEvent) -> bool {
    let node = |target: Option<EventTarget>| target.and_then(|it| it.dyn_into::<web_sys::Node>().ok());
    node(event.current_target()).is_some_and(|it| it.contains(node(event.related_target()).as_ref()))
}

/// Opens every closed `<details>` around an element, so that it can be seen.
pub fn open_closed_above(element: &Element) {
    let mut at = element.closest("details").ok().flatten();
    while let Some(details) = at {
        let _ = details.set_attribute("open", "");
        at = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}

/// Pixels from the top of the window.
pub fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

pub fn height(element: &HtmlElement) -> f64 {
    f64::from(element.offset_height())
}

pub fn parent(element: &HtmlElement) -> Option<HtmlElement> {
    element.parent_element()?.dyn_into().ok()
}

/// Sets one property of an element's own style; `None` takes it away. A policy against inline styles allows this.
pub fn set_style(element: &HtmlElement, property: &str, value: Option<&str>) {
    let style = element.style();
    let _ = match value {
        Some(value) => style.set_property(property, value),
        None => style.remove_property(property).map(drop),
    };
}

/// A length in an element's own style; 0 where there is none.
pub fn style_pixels(element: &HtmlElement, property: &str) -> f64 {
    let value = element.style().get_property_value(property).unwrap_or_default();
    value.trim_end_matches("px").parse().map_or(0.0, |pixels: i32| f64::from(pixels))
}

/// How far below `origin` the words stand that each note belongs to: what bears the note's own `data-at` or `data-link`
/// in the row before it, else that row.
pub fn lines_of(notes: &[HtmlElement], origin: f64) -> Vec<f64> {
    let words = |note: &HtmlElement| {
        let mut row = note.parent_element()?.previous_element_sibling();
        while let Some(other) = row.as_ref().filter(|it| it.class_list().contains("beside")) {
            row = other.previous_element_sibling();
        }
        let row = row.or_else(|| note.parent_element()?.parent_element())?;
        let named = ["data-at", "data-link"].into_iter().find_map(|name| {
            let value = note.get_attribute(name)?;
            row.query_selector(&format!("[{name}=\"{value}\"]")).ok().flatten()
        });
        Some(top(&named.unwrap_or(row)) - origin)
    };
    notes.iter().map(|note| words(note).unwrap_or(0.0)).collect()
}

pub fn focused() -> Option<Element> {
    tree().focused()
}

/// The id of what has the focus, where it has one.
pub fn focused_id() -> Option<String> {
    focused().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Whether the reader is typing somewhere: then single keys are letters.
pub fn is_typing() -> bool {
    focused().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}

/// Writes into a field.
pub fn set_value(field: &HtmlElement, text: &str) {
    field.unchecked_ref::<web_sys::HtmlInputElement>().set_value(text);
}

/// Pixels, as laid out; `None` where nothing fits the selector. For drawings too, which are no HTML elements.
pub fn width_of(selector: &str) -> Option<f64> {
    let element = root().query_selector(selector).ok().flatten()?;
    Some(element.get_bounding_client_rect().width()).filter(|width| *width > 0.0)
}

/// Where in an element a pointer is: 0 at its left edge, 1 at its right.
pub fn part_of_width(element: &Element, client_x: f64) -> f64 {
    let rect = element.get_bounding_client_rect();
    within((client_x - rect.left()) / rect.width().max(1.0), 0.0, 1.0)
}

/// The nearest `data-part` that names what was pressed.
pub fn target_part(event: &web_sys::Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.get_attribute("data-part")
}

/// Whether less than two screens lie below.
pub fn is_near_end() -> bool {
    let height = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let screen = height(window().inner_height());
    let whole = document().document_element().map_or(0.0, |root| f64::from(root.scroll_height()));
    window().scroll_y().unwrap_or(0.0) + 3.0 * screen > whole
}

/// The pointer's moves go to this element until it is let go.
pub fn capture(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// Runs after so many milliseconds, unless dropped before.
pub fn after(delay_millis: u32, run: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(delay_millis, run)
}

/// Puts text on the clipboard. `done` hears whether it worked; where there is no clipboard (plain http, a sandbox) it
/// hears `false`.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    let Some(clipboard) =
        clipboard.filter(|it| !it.is_undefined()).and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok())
    else {
        return done(false);
    };
    let promise = clipboard.write_text(text);
    leptos::task::spawn_local(async move {
        done(JsFuture::from(promise).await.is_ok());
    });
}

/// Opens a `<dialog>` over everything: the browser keeps the focus in it, and Escape closes it.
pub fn show_dialog(dialog: &Element) {
    let _ = dialog.unchecked_ref::<web_sys::HtmlDialogElement>().show_modal();
}

/// Whether the page was opened from disk.
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

pub fn print() {
    let _ = window().print();
}

pub fn reload() {
    let _ = window().location().reload();
}

/// Runs when the page has been laid out.
pub fn next_frame(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}

/// Milliseconds since the page was opened: for measuring only, never for what is shown.
pub fn now_millis() -> f64 {
    js_sys::Reflect::get(&window(), &"performance".into())
        .ok()
        .and_then(|performance| js_sys::Reflect::get(&performance, &"now".into()).ok().map(|now| (performance, now)))
        .and_then(|(performance, now)| now.dyn_into::<js_sys::Function>().ok()?.call0(&performance).ok()?.as_f64())
        .unwrap_or(0.0)
}

/// Calls back with an element's width, now and whenever it changes.
pub fn on_width(element: &Element, callback: impl Fn(f64) + 'static) {
    callback(element.get_bounding_client_rect().width());
    let watched = element.clone();
    let changed = Closure::<dyn Fn()>::new(move || callback(watched.get_bounding_client_rect().width()));
    let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let held = StoredValue::new_local(Some((observer, changed)));
    leptos::prelude::on_cleanup(move || {
        let _ = held.try_update_value(|held| held.take().map(|(observer, _)| observer.disconnect()));
    });
}

/// Calls back on every turn of the wheel over an element; the callback may keep the page from scrolling.
pub fn on_wheel(element: &Element, callback: impl Fn(&web_sys::WheelEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(element, "wheel", options, move |event| {
        if let Some(event) = event.dyn_ref() {
            callback(event);
        }
    }));
}

/// Where on an element the pointer is, in its own pixels.
pub fn place_on(element: &Element, event: &web_sys::MouseEvent) -> (f64, f64) {
    let frame = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top())
}

/// Calls `step` with 0 to 1 over `millis`, easing out; at once where the reader prefers less motion. `step` answers
/// whether to go on.
pub fn animate(millis: f64, step: impl Fn(f64) -> bool + 'static) {
    fn frame(start: f64, millis: f64, step: std::rc::Rc<dyn Fn(f64) -> bool>) {
        next_frame(move || {
            let part = within((now_millis() - start) / millis, 0.0, 1.0);
            if step(1.0 - (1.0 - part).powi(3)) && part < 1.0 {
                frame(start, millis, step);
            }
        });
    }
    if prefers_less_motion() {
        step(1.0);
    } else {
        frame(now_millis(), millis, std::rc::Rc::new(step));
    }
}

/// Hands a file to the reader.
pub fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
}
