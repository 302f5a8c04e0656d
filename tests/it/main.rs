//! Native tests: one binary, a module a subject.

mod corpus;
mod dates;
mod dates_laws;
mod plain;
mod readers;
mod timeline;
