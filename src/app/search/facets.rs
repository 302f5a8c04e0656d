//! What narrows a search: values of document, kind, year and author with their counts.

use super::Find;
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    engine::{Facet, Filters},
    screen::{
        fill,
        results::{field_name, n_filters, toggled, year_label},
    },
};

/// More values than this stand behind "show all".
const ENOUGH: usize = 12;

#[component]
pub fn Facets(find: Find) -> impl IntoView {
    let words = find.app.words_now();
    let label = move || match find.filters.with(n_filters) {
        0 => words.refine.to_owned(),
        n => fill(words.refine_n, &[&n.to_string()]),
    };
    let facets =
        Memo::new(move |_| find.answer.with(|answer| answer.as_ref().map(|it| it.facets.clone()).unwrap_or_default()));
    let noise = move |_| {
        let filters = find.filters.get_untracked();
        find.filter(Filters { noise: !filters.noise, ..filters });
    };
    view! {
        <details class="facets" data-part="facets" open={!browser::media("(max-width: 63.99rem)")}>
            <summary class="button">{label}</summary>
            <div role="group" aria-label={words.refine}>
                {move || facets.get().into_iter().filter(|facet| facet.values.len() > 1)
                    .map(|facet| facet_view(find, &facet)).collect_view()}
                <fieldset class="facet">
                    <legend>{words.noise}</legend>
                    <label>
                        <input type="checkbox" prop:checked={move || find.filters.with(|it| it.noise)} on:change={noise} />
                        <span>{words.noise_layers}</span>
                    </label>
                </fieldset>
            </div>
        </details>
    }
}

fn facet_view(find: Find, facet: &Facet) -> AnyView {
    let words = find.app.words_now();
    let field = facet.field;
    let rows = facet.values.iter().enumerate().map(|(index, value)| {
        let (name, chosen) = (value.value.clone(), value.chosen);
        let label = if field == crate::engine::FacetField::Year {
            year_label(&value.value, words)
        } else {
            value.label.clone()
        };
        let id = format!("facet-{}-{index}", field_name(field, words));
        let refocus = id.clone();
        let change = move |_| {
            find.filter(toggled(&find.filters.get_untracked(), field, &name));
            let id = refocus.clone();
            browser::focus_later(id);
        };
        view! {
            <label class:is-none={value.n_passages == 0 && !chosen} class:is-late={index >= ENOUGH && !chosen}>
                <input type="checkbox" id={id} prop:checked={chosen} on:change={change} />
                <span>{label}</span>
                <span class="num">{value.n_passages}</span>
            </label>
        }
    });
    view! { <fieldset class="facet"><legend>{field_name(field, words)}</legend>{rows.collect_view()}</fieldset> }
        .into_any()
}
