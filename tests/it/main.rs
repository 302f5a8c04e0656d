//! Native tests: one binary, a module a subject.

#![allow(clippy::unwrap_used, reason = "tests")]

mod corpus;
mod dates;
mod dates_laws;
mod export;
mod plain;
mod quotes;
mod quotes_eval;
mod quotes_found;
mod readers;
mod tidy;
mod timeline;
