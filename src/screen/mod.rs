//! Screen: what a screen shows, computed; no Leptos, no browser.

pub mod axis;
pub mod diff;
pub mod measure;
pub mod timeline;
pub mod timeline_dates;
pub mod timeline_mark;
pub mod timeline_shape;
