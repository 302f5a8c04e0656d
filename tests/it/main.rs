//! Native tests: one binary, a module a subject.

mod plain;
