//! What a screen shows, computed: addresses, rows, timeline geometry, diff runs. Plain `PartialEq` data, no Leptos.

mod address;
pub mod arcs;
pub mod asked;
pub mod axis;
pub mod diff;
pub mod export;
pub mod export_quotes;
pub mod export_timeline;
pub mod help;
pub mod histogram;
pub mod listing;
pub mod margin;
pub mod measure;
pub mod palette;
pub mod plain;
pub mod px;
pub mod quotes;
pub mod reading;
pub mod results;
pub mod route;
pub mod seek;
pub mod share;
pub mod slices;
pub mod timeline;
pub mod timeline_dates;
pub mod timeline_ink;
pub mod timeline_lanes;
pub mod timeline_list;
pub mod timeline_mark;
pub mod timeline_shape;
pub mod words;

pub use route::{DocumentRoute, Parsed, QuotesRoute, Route, SearchRoute, TimelineRoute};
pub use words::{FirstWords, Words, fill, first_words, words};
