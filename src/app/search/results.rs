//! What was found: corrections, chips, and the passages by document.

use super::Find;
use crate::app::dom::prelude::*;
use crate::{
    app::{
        browser,
        icon::{Icon, icon},
        overview::{title_view, when_view},
    },
    engine::{Answer, Correction, Group, Hit},
    screen::{
        Route, fill,
        listing::{title, when},
        results::{Piece, citation, corrected, counted, exactly, filter_chips, n_filters, shown, snippet},
        words::count,
    },
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// Text with marks: text nodes only.
pub fn pieces_view(pieces: Vec<Piece>) -> AnyView {
    let one = |piece: Piece| {
        if piece.marked { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
    };
    pieces.into_iter().map(one).collect_view().into_any()
}

/// "Bedoelde u …?", and chips for a query that is more than words.
#[component]
pub fn Understood(find: Find) -> impl IntoView {
    let words = find.app.words_now();
    move || {
        let answer = find.answer.get()?;
        let query = find.query.get_untracked();
        let filters = find.filters.get_untracked();
        let meant = (!answer.corrections.is_empty()).then(|| {
            let exact = exactly(&query, &answer);
            let href = Route::Search(crate::screen::SearchRoute { query: exact.clone(), filters: filters.clone(), selected: None }).href();
            view! {
                <p class="meant" data-part="corrections">
                    <span>{words.did_you_mean}" "<b>{correction_list(&answer.corrections)}</b>{words.that_was_searched}</span>
                    <a href={href}>{fill(words.only_exactly, &[query.trim()])}</a>
                </p>
            }
        });
        let plain = answer.chips.iter().all(|chip| chip.kind == crate::engine::ChipKind::Word);
        let chips = (!plain).then(|| {
            let chips = answer.chips.iter().map(|chip| {
                let without = chip.without.clone();
                let go = move || find.ask(without.clone(), find.filters.get_untracked());
                chip_view(chip.text.clone(), fill(words.remove_chip, &[&chip.text]), go)
            });
            view! { <div class="chips asked" role="group" aria-label={words.understood}>{chips.collect_view()}</div> }
        });
        let notes = answer.notes.iter().map(|note| view! { <p class="small muted">{find.app.say(note)}</p> });
        Some(view! { {meant} {chips} {notes.collect_view()} }.into_any())
    }
}

fn correction_list(corrections: &[Correction]) -> AnyView {
    let one = |(index, correction): (usize, &Correction)| {
        let letters = corrected(&correction.typed, &correction.used).into_iter().map(|piece| match piece.marked {
            true => view! { <i>{piece.text}</i> }.into_any(),
            false => piece.text.into_any(),
        });
        view! { {(index > 0).then_some(" ")} {letters.collect_view()} }
    };
    corrections.iter().enumerate().map(one).collect_view().into_any()
}

pub fn chip_view(label: String, name: String, remove: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="chip" type="button" aria-label={name} on:click={move |_| remove()}>
            <span>{label}</span>{icon(Icon::Cross)}
        </button>
    }
    .into_any()
}

#[component]
pub fn Results(find: Find) -> impl IntoView {
    let words = find.app.words_now();
    let groups = move || {
        let answer = find.answer.get().unwrap_or_default();
        let cut = |group: &Group| Group { hits: shown(&answer, group).to_vec(), ..group.clone() };
        answer.groups.iter().map(cut).collect::<Vec<_>>()
    };
    let rest = move || {
        let shown = find.answer.with(|answer| {
            answer.as_ref().map_or(0, |answer| answer.groups.iter().map(|group| group.hits.len()).sum::<usize>())
        });
        let all = find.answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.n_passages));
        (shown < all && find.limit.get() < all).then(|| view! {
            <p class="more"><button class="button" type="button" on:click={move |_| find.more()}>{words.more_results}</button></p>
        })
    };
    view! {
        <section class="hits" aria-label={words.results} id="treffers">
            <div class="bar">{move || find.answer.get().map(|answer| bar(find, &answer))}</div>
            <For each=groups key={fingerprint} children={move |group| group_view(find, &group)} />
            {rest}
        </section>
    }
}

/// A group is drawn anew only when something in it changed.
fn fingerprint(group: &Group) -> u64 {
    let mut hasher = DefaultHasher::new();
    (group.doc, group.n_passages).hash(&mut hasher);
    for hit in &group.hits {
        (hit.passage, hit.snippet.span, &hit.snippet.highlights).hash(&mut hasher);
    }
    hasher.finish()
}

fn bar(find: Find, answer: &Arc<Answer>) -> AnyView {
    let words = find.app.words_now();
    let (passages, documents) = counted(answer, words);
    view! { <p data-part="count"><b>{passages}</b>" "{documents}</p> {filters_view(find)} }.into_any()
}

/// The filters that stand, a removable chip each.
pub fn filters_view(find: Find) -> AnyView {
    let words = find.app.words_now();
    let chips = move || {
        let filters = find.filters.get();
        let chips = filter_chips(&filters, find.app.engine().cards(), words).into_iter().map(|chip| {
            let without = chip.without;
            chip_view(chip.label.clone(), fill(words.remove_chip, &[&chip.label]), move || find.filter(without.clone()))
        });
        let chips = chips.collect_view();
        (n_filters(&filters) > 0).then(|| view! { <div class="chips" data-part="filters">{chips}</div> })
    };
    chips.into_any()
}

fn group_view(find: Find, group: &Group) -> AnyView {
    let words = find.app.words_now();
    let engine = find.app.engine();
    let card = &engine.cards()[group.doc.index()];
    let href = Route::document(card.id.clone()).href();
    let n = count(group.n_passages, words.passage, words.passages, words.language);
    let kind = card.kind.as_ref().map(|kind| format!("{}, ", kind.value));
    let date = when(card, words).into_iter().next().map(|when| when_view(&when));
    let hits = group.hits.iter().map(|hit| hit_view(find, hit)).collect_view();
    let rest = (group.hits.len() < group.n_passages).then(|| {
        let mut filters = find.filters.get_untracked();
        filters.documents = vec![card.id.clone()];
        let label = fill(words.all_from, &[&n, &card.short_title]);
        view! {
            <p class="more"><button class="link" type="button" on:click={move |_| find.filter(filters.clone())}>{label}</button></p>
        }
    });
    view! {
        <section class="group" data-document={card.id.clone()}>
            <header>
                <h2><a href={href}>{title_view(&title(&engine, card))}</a></h2>
                <span class="n">{n.clone()}</span>
                <span class="date">{kind}{date}</span>
            </header>
            {hits}
            {rest}
        </section>
    }
    .into_any()
}

fn hit_view(find: Find, hit: &Hit) -> AnyView {
    let key = (hit.doc, hit.passage);
    let chosen = move || find.selected.get() == Some(key);
    let engine = find.app.engine();
    let href = find.passage_route(hit.doc, hit.passage).href();
    let place = hit.place.clone().unwrap_or_default();
    let noise = hit.layer.is_noise().then(|| crate::screen::reading::layer_name(hit.layer, find.app.words_now()));
    let span = hit.span;
    let open = move |event: leptos::ev::MouseEvent| {
        // A click with a key held opens another tab, as everywhere.
        if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            find.selected.set(Some(key));
            find.open();
        }
    };
    view! {
        <article class="pass" class:is-sel={chosen} data-passage={hit.passage.to_string()}>
            <p class="place">{place}{noise.map(|name| view! { <span class="layer">{name}</span> })}</p>
            <div>
                <blockquote><a href={href} on:click={open}>{pieces_view(snippet(&engine, hit))}</a></blockquote>
                {move || chosen().then(|| does(find, key, span))}
            </div>
        </article>
    }
    .into_any()
}

/// What one can do with the chosen hit.
fn does(find: Find, (doc, passage): (crate::engine::DocId, u32), span: crate::engine::Span) -> AnyView {
    let app = find.app;
    let words = app.words_now();
    let copy = move |_| {
        let engine = app.engine();
        let card = &engine.cards()[doc.index()];
        let link = browser::page_address() + &Route::passage(card.id.clone(), passage).href();
        app.copy(&citation(&engine, card, span, &link, words), words.copied_with_source);
    };
    view! {
        <p class="does">
            <span class="keys"><kbd>{"Enter"}</kbd>" "{words.opens_passage}</span>
            <button class="link" type="button" on:click={copy}>{words.copy_with_source}</button>
        </p>
    }
    .into_any()
}
