//! What a component needs: Leptos' reactive system, and views.

pub use super::{AnyView, CollectView, For, IntoAttr, IntoView, NodeRef, View};
pub use leptos::{
    prelude::{Callable, Callback, event_target_value},
    reactive::{
        computed::Memo,
        effect::Effect,
        graph::untrack,
        owner::{LocalStorage, Owner, StoredValue, expect_context, on_cleanup, provide_context, use_context},
        signal::{ReadSignal, RwSignal},
        traits::*,
    },
};
pub use weerklank_macros::{component, view};
