//! What a screen shows, computed: addresses, rows, timeline geometry, diff runs. Plain `PartialEq` data, no Leptos.

mod address;
pub mod arcs;
pub mod axis;
pub mod diff;
pub mod export_quotes;
pub mod measure;
pub mod plain;
pub mod quotes;
pub mod route;
pub mod timeline;
pub mod timeline_dates;
pub mod timeline_ink;
pub mod timeline_lanes;
pub mod timeline_list;
pub mod timeline_mark;
pub mod timeline_shape;
pub mod words;

pub use route::{DocumentRoute, Parsed, QuotesRoute, Route, SearchRoute, TimelineRoute};
pub use words::{Words, fill, words};
