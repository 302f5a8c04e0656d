//! Native tests: one binary, a module a subject.

mod corpus;
mod dates;
mod dates_laws;
mod export;
mod plain;
mod quotes;
mod quotes_eval;
mod quotes_found;
mod readers;
mod search;
mod tidy;
mod timeline;
