//! Search: a query in, passages out, best first.
