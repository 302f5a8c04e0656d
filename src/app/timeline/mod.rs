//! The timeline view: a picture that zooms and pans, an overview below it, and the same entries as a list.

mod bench;
mod detail;
mod drop_down;
mod export;
mod gesture;
mod list;
mod picture;
mod state;
mod strip;

pub use picture::{defs, glyph, ink};

use crate::app::dom::prelude::*;
use state::Line;

#[component]
pub fn TimelineView() -> impl IntoView {
    let line = Line::provide();
    view! {
        {defs()}
        <bench::Bench line=line />
        {if line.items.with_value(Vec::is_empty) {
            view! { <p class="muted">{line.words.no_entries}</p> }.into_any()
        } else {
            view! {
                <div class="line">
                    <figure class="pic">
                        <picture::PictureView line=line />
                        <strip::Strip line=line />
                        {picture::legend(line.words)}
                    </figure>
                    <list::Order line=line />
                </div>
            }
            .into_any()
        }}
    }
}
