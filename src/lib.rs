//! Weerklank turns a folder of documents into one page that finds, dates and compares what they say.
//!
//! The modules stand in reading order; each looks left only, and neighbours between bars never meet:
//! `text -> readers | search | dates | quotes -> corpus -> engine -> screen -> app`. `tests/it/tidy.rs` guards this.

pub mod text;

pub mod readers;

pub mod dates;
pub mod quotes;
pub mod search;

pub mod corpus;

pub mod engine;

pub mod screen;

#[cfg(target_arch = "wasm32")]
pub mod app;
