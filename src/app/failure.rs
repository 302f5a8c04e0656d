//! The page that says what is wrong with a dossier.

use crate::engine::CorpusError;
use leptos::prelude::*;

#[component]
pub fn Failure(error: CorpusError) -> impl IntoView {
    view! { <div class="wrong" role="alert"><p>{error.to_string()}</p></div> }
}
