//! All documents, as a list.

use super::{overview::Inventory, state::use_app};
use crate::app::dom::prelude::*;

#[component]
pub fn DocumentsView() -> impl IntoView {
    let words = use_app().all_words();
    view! {
        <div class="bench"><h1>{words.documents}</h1></div>
        <Inventory filters={Default::default()} />
    }
}
