//! Building the page's nodes: what Leptos' view layer does, with one kind of view instead of a type for each.
//!
//! Leptos' signals, effects and owners do the work; `view!` (of `weerklank_macros`) writes calls to what stands here.
//! A [`View`] is made at once, as DOM nodes. Where something in it changes, an effect of its own follows: [`live`]
//! attributes, [`parts`](part) between two comments, keyed [`rows`]. What an effect made goes when it runs anew or when
//! its owner goes: inner effects, listeners, nodes. Only text nodes and attributes: no markup made of strings.
//!
//! Generic functions here are shims of a few lines around one that is not: their copies are what a reader downloads.

mod attr;
mod element;
mod focus;
mod part;
pub mod prelude;
mod rows;
mod signal;
mod view;

pub use attr::{Attr, IntoAttr};
pub use element::{El, NodeRef, drawn, fragment, html};
pub use rows::For;
pub use signal::{Effect, Memo, RwSignal};
pub use view::{CollectView, Component, IntoView, View};

use leptos::reactive::{
    effect::RenderEffect,
    graph::{Subscriber, ToAnySubscriber},
    owner::{LocalStorage, Owner, StoredValue},
};
use part::Span;
use std::any::Any;
use web_sys::Element;

/// What functions that return any view say they return.
pub type AnyView = View;

/// A view that stands in the page until it is stopped, or for good.
pub struct Mounted {
    span: Span,
    owner: Owner,
}

impl Mounted {
    /// Runs where its signals and contexts are at hand.
    pub fn within<T>(&self, run: impl FnOnce() -> T) -> T {
        self.owner.with(run)
    }

    /// Takes its nodes away, and all that followed signals or listened.
    pub fn stop(self) {
        self.span.fill(None);
        self.span.remove();
        self.owner.cleanup();
    }
}

/// Draws a view at the end of `place`.
pub fn mount(place: &Element, draw: impl FnOnce() -> View) -> Mounted {
    // A second page in the same window finds it there.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let (_, span) = Span::new(El::of(place.clone().into()));
    let owner = Owner::new();
    if let View::Node(node) = owner.with(draw) {
        span.fill(Some(&node));
    }
    Mounted { span, owner }
}

/// Runs `follow` now, and again whenever a signal changes that it read, as long as the current owner stands.
fn live(mut follow: Box<dyn FnMut()>) {
    keep(Box::new(Follower(RenderEffect::new(move |_: Option<()>| follow()))));
}

/// Signals that outlive it forget it: by itself an effect that ends stays in their lists until they change.
struct Follower(RenderEffect<()>);

impl Drop for Follower {
    fn drop(&mut self) {
        let me = self.0.to_any_subscriber();
        me.clear_sources(&me);
    }
}

/// Drops it with the current owner.
fn keep(thing: Box<dyn Any>) {
    StoredValue::<Box<dyn Any>, LocalStorage>::new_local(thing);
}
