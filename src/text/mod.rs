//! What a document is once its file has been read: text, blocks, styles, and the way back to the file's own bytes.
//!
//! Everything right of this module (search, dates, quotes, corpus, engine, screen) speaks of places as a [`Span`] of
//! [`Document::text`]. Only programs that report to other programs go back to the file, through [`SourceMap`].

mod case;
mod document;
mod fold;
mod language;
mod meta;
mod order;
mod passage;
mod sentence;
mod sorted_map;
mod source_map;
mod span;
mod stem;
mod token;
mod wire;

pub use case::{capitalised, lower, lowered};
pub use document::{Block, BlockKind, DocId, Document, Inline, InlineKind, Layer, Warned, Warning};
pub use fold::{fold, fold_char};
pub use language::{Language, Said};
pub use meta::{CuratedDate, DateRole, Meta, Show, Told};
pub use order::Order;
pub use passage::{Passage, passages};
pub use sentence::sentences;
pub use sorted_map::SortedMap;
pub use source_map::{Run, SourceMap};
pub use span::Span;
pub use stem::{stem, stem_of};
pub use token::{parted, words};
pub use weerklank_macros::Wire;
pub use wire::Wire;
