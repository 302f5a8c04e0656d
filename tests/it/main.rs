//! Native tests: one binary, a module a subject.

mod corpus;
mod plain;
mod readers;
