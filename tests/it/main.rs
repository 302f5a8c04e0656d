//! Native tests: one binary, a module a subject.

mod corpus;
mod dates;
mod plain;
mod readers;
mod tidy;
