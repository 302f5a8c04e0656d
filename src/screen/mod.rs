//! What a screen shows, computed: addresses, rows, timeline geometry, diff runs. Plain `PartialEq` data, no Leptos.

pub mod plain;
