//! Native tests: one binary, a module a subject.

mod corpus;
mod readers;
mod tidy;
