//! Screen: what a screen shows, computed; no Leptos, no browser.

pub mod axis;
pub mod months;
pub mod timeline_shape;
