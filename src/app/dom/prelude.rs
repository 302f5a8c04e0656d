//! What a component needs: Leptos' reactive system, and views.

pub use super::{AnyView, CollectView, Effect, For, IntoAttr, IntoView, Memo, NodeRef, RwSignal, View};
pub use leptos::{
    prelude::{Callable, Callback, event_target_value},
    reactive::{
        graph::untrack,
        owner::{LocalStorage, Owner, StoredValue, expect_context, on_cleanup, provide_context, use_context},
        traits::*,
    },
};
pub use weerklank_macros::{component, view};
