//! What a screen shows, computed: addresses, rows, timeline geometry, diff runs. Plain `PartialEq` data, no Leptos.

mod address;
pub mod plain;
pub mod route;
pub mod words;

pub use route::{DocumentRoute, Parsed, QuotesRoute, Route, SearchRoute, TimelineRoute};
pub use words::{Words, fill, words};
