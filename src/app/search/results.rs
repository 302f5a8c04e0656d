//! What was found: corrections, chips, and the passages by document.

use super::Find;
use crate::app::dom::prelude::*;
use crate::{
    app::{
        browser,
        icon::{Icon, icon},
        overview::{title_view, when_view},
    },
    engine::{Answer, Card, Correction, DocId, Filters, Hit},
    screen::{
        Route, fill,
        listing::{title, when},
        results::{Piece, citation, corrected, counted, exactly, filter_chips, n_filters, n_passages, snippet},
        slices::Slice,
        words::count,
    },
};
use std::sync::Arc;

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
    view! {
        <section class="hits" aria-label={words.results} id="treffers">
            <div class="bar">{move || find.answer.get().map(|answer| bar(find, &answer))}</div>
            {(find.means.view)(find)}
        </section>
    }
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

/// Hits of one document; its name above, if they are the first, and the way to the others below the last.
pub fn slice_view(find: Find, slice: &Slice) -> AnyView {
    let engine = find.app.engine();
    let card = &engine.cards()[slice.doc.index()];
    let hits = slice.keys().map(|key| hit_view(find, key)).collect_view();
    view! {
        <section class="group" class:is-open={slice.opens} data-document={card.id.clone()}>
            {slice.opens.then(|| head_view(find, card))}
            {hits}
            {slice.closes.then(|| rest_view(find, card, !slice.counted))}
        </section>
    }
    .into_any()
}

/// How many passages of a document match; 0 until they are counted. Tracked.
fn counted_in(find: Find, doc: DocId) -> usize {
    find.answer.with(|answer| answer.as_ref().map_or(0, |answer| n_passages(answer, doc)))
}

fn head_view(find: Find, card: &Card) -> AnyView {
    let words = find.app.words_now();
    let href = Route::document(card.id.clone()).href();
    let doc = card.doc;
    let n = move || match counted_in(find, doc) {
        // A line is as high without it as with it.
        0 => "\u{a0}".to_owned(),
        n => count(n, words.passage, words.passages, words.language),
    };
    let kind = card.kind.as_ref().map(|kind| format!("{}, ", kind.value));
    let date = when(card, words).into_iter().next().map(|when| when_view(&when));
    view! {
        <header>
            <h2><a href={href}>{title_view(&title(&find.app.engine(), card))}</a></h2>
            <span class="n">{n}</span>
            <span class="date">{kind}{date}</span>
        </header>
    }
    .into_any()
}

/// Where hits come before their numbers, the line for what follows keeps its place.
fn rest_view(find: Find, card: &Card, is_held: bool) -> AnyView {
    let words = find.app.words_now();
    let (doc, id, title) = (card.doc, card.id.clone(), card.short_title.clone());
    let rest = move || {
        let n = counted_in(find, doc);
        (find.list().n_of(doc) < n).then(|| {
            let id = id.clone();
            let all = move |_| {
                let filters = find.filters.get_untracked();
                find.filter(Filters { documents: vec![id.clone()], ..filters });
            };
            let n = count(n, words.passage, words.passages, words.language);
            let label = fill(words.all_from, &[&n, &title]);
            view! { <button class="link" type="button" on:click={all}>{label}</button> }
        })
    };
    view! { <p class="more" class:is-held={is_held && find.app.is_large()}>{rest}</p> }.into_any()
}

fn hit_view(find: Find, key: (DocId, u32)) -> AnyView {
    let chosen = move || find.selected.get() == Some(key);
    let hit = (find.means.hit)(find, key);
    let place = move || find.list().position(key).map(|place| place + 1);
    let n_hits = move || find.list().n_hits;
    let words = move || match hit() {
        Some(hit) => words_view(find, &hit),
        None => view! { <div class="coming"></div> }.into_any(),
    };
    view! {
        <article class="pass" class:is-sel={chosen} data-passage={key.1.to_string()} aria-posinset={place} aria-setsize={n_hits}>
            {words}
        </article>
    }
    .into_any()
}

fn words_view(find: Find, hit: &Hit) -> AnyView {
    let key = (hit.doc, hit.passage);
    let chosen = move || find.selected.get() == Some(key);
    let href = move || find.passage_route(key.0, key.1).href();
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
        <p class="place">{place}{noise.map(|name| view! { <span class="layer">{name}</span> })}</p>
        <div>
            <blockquote><a href={href} on:click={open}>{pieces_view(snippet(hit))}</a></blockquote>
            {move || chosen().then(|| does(find, key, span))}
        </div>
    }
    .into_any()
}

/// What one can do with the chosen hit.
fn does(find: Find, (doc, passage): (DocId, u32), span: crate::engine::Span) -> AnyView {
    let app = find.app;
    let words = app.words_now();
    let copy = move |_| {
        let engine = app.engine();
        let card = &engine.cards()[doc.index()];
        let link = browser::page_address() + &Route::passage(card.id.clone(), passage).href();
        app.copy(&citation(&engine, card, span, &link, words), words.copied_with_source);
    };
    // The passage is cited whole: its text must have come.
    let copy = move || {
        app.follow_whole().then(|| {
            view! {
                <button class="link" type="button" on:click={copy}>{words.copy_with_source}</button>
            }
        })
    };
    view! {
        <p class="does">
            <span class="keys"><kbd>{"Enter"}</kbd>" "{words.opens_passage}</span>
            {copy}
        </p>
    }
    .into_any()
}
