//! Native tests: one binary, a module a subject.

// Clippy's leave for tests does not reach their helpers.
#![allow(clippy::unwrap_used)]

mod asked_dates;
mod corpus;
mod dates;
mod dates_laws;
mod dates_sets;
mod dates_speed;
mod export;
mod large;
mod plain;
mod quotes;
mod quotes_eval;
mod quotes_found;
mod quotes_measured;
mod quotes_speakers;
mod quotes_told;
mod readers;
mod search;
mod tidy;
mod timeline;
