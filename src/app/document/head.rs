//! The head of a document: title, what is known of it and who says so, its dates with their reasons, its neighbours.

use super::Reading;
use crate::app::dom::prelude::*;
use crate::{
    app::{
        browser,
        overview::{title_view, when_view},
    },
    engine::{Basis, Card, EntryKind, OwnDate, Show, Told},
    screen::{
        DocumentRoute, Route, fill,
        listing::{When, basis, plain_date, role, title},
        words::{Words, count},
    },
};

pub fn head_view(reading: Reading, card: &Card) -> AnyView {
    let app = reading.app;
    let words = app.all_words();
    let engine = app.engine();
    let cards = engine.cards();
    let index = reading.doc.index();
    let neighbour = |at: Option<usize>, back: bool| {
        let card = cards.get(at?)?;
        let name = if back { format!("← {}", card.short_title) } else { format!("{} →", card.short_title) };
        Some(view! { <a href={Route::document(card.id.clone()).href()}>{name}</a> })
    };
    let place = fill(words.document_of, &[&(index + 1).to_string(), &cards.len().to_string()]);
    let has_noise = engine.document(reading.doc).blocks.iter().any(|block| block.layer.is_noise());
    view! {
        <header>
            <p class="crumb"><span>{place}</span>{neighbour(index.checked_sub(1), true)}{neighbour(Some(index + 1), false)}</p>
            <div class="t">
                <h1 tabindex="-1">{title_view(&title(&engine, card))}</h1>
                <dl class="meta">{facts(reading, card)}</dl>
                <p class="does">
                    {has_noise.then(|| noise_switch(reading))}
                    <button class="link" type="button" on:click={move |_| {
                        let link = browser::page_address() + &app.route_now().href();
                        app.copy(&link, words.copied_link);
                    }}>{words.copy_link}</button>
                </p>
            </div>
            <section class="dated" aria-label={words.document_date}>{dates(reading, card)}</section>
        </header>
    }
    .into_any()
}

fn facts(reading: Reading, card: &Card) -> AnyView {
    let words = reading.app.all_words();
    let engine = reading.app.engine();
    let mut rows: Vec<AnyView> = Vec::new();
    let mut row = |name: &'static str, value: AnyView| {
        rows.push(view! { <dt>{name}</dt><dd>{value}</dd> }.into_any());
    };
    let told = |told: &Told| match (&told.source, told.curated) {
        (Some(source), true) => {
            let because = fill(words.given_because, &[source]);
            view! { {told.value.clone()}" "<span class="faint">{"("}{because}{")"}</span> }.into_any()
        }
        _ => told.value.clone().into_any(),
    };
    if let Some(kind) = &card.kind {
        row(words.kind, told(kind));
    }
    match &card.author {
        Some(author) => row(words.author, told(author)),
        None if card.sender.is_none() => {
            row(words.author, view! { <span class="faint">{words.not_told}</span> }.into_any())
        }
        None => {}
    }
    if let Some(sender) = &card.sender {
        row(words.sender, told(sender));
    }
    if let Some(receiver) = &card.receiver {
        row(words.receiver, told(receiver));
    }
    if title(&engine, card).supplied {
        row(words.title_label, words.title_given.into_any());
    }
    if let Some(source) = &card.source {
        row(words.source, web_link(source));
    }
    if let Some(rights) = &card.rights {
        row(words.rights, rights.clone().into_any());
    }
    let length = count(card.n_words, words.word, words.words, words.language);
    row(words.file_label, view! { <span class="num">{format!("{}, {length}", card.file)}</span> }.into_any());
    rows.collect_view().into_any()
}

/// A link where the address is one that can be followed; else its words.
pub fn web_link(address: &str) -> AnyView {
    let followed = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    let shown = address.trim_start_matches("https://").trim_start_matches("www.").to_owned();
    if followed {
        view! { <a class="web" href={address.to_owned()} rel="noopener noreferrer">{shown}</a> }.into_any()
    } else {
        address.to_owned().into_any()
    }
}

fn noise_switch(reading: Reading) -> AnyView {
    let words = reading.app.all_words();
    let on = Memo::new(move |_| reading.route.with(|route| route.noise));
    let switch = move |_| {
        let route = reading.route.get_untracked();
        reading.app.replace(Route::Document(DocumentRoute { noise: !route.noise, ..route }));
    };
    view! {
        <label class="check" title={words.noise_explain}>
            <input type="checkbox" id="ruis" prop:checked={move || on.get()} on:change={switch} />
            <span>{words.noise_show}</span>
        </label>
    }
    .into_any()
}

/// Every date of the document, told apart by who says so; found ones with their reasons.
fn dates(reading: Reading, card: &Card) -> AnyView {
    let words = reading.app.all_words();
    if card.dates.is_empty() {
        return view! { <p class="label">{words.document_date}</p><p class="as-h2">{words.without_date}</p><p class="small muted">{words.nothing_says}</p> }
            .into_any();
    }
    card.dates.iter().map(|date| date_view(reading, date, words)).collect_view().into_any()
}

fn date_view(reading: Reading, date: &OwnDate, words: &'static Words) -> AnyView {
    let app = reading.app;
    let said = When {
        said: app.say_date(&date.edtf),
        datetime: plain_date(&date.edtf).then(|| date.edtf.clone()),
        note: String::new(),
    };
    let label = format!("{}, {}", role(date.role, words), basis(date.basis, words));
    let reasons = date.reasons.iter().map(|reason| {
        let said = app.say(&reason.said);
        match reason.span {
            Some(span) => {
                let href = reading.with(|route| route.words = Some(span)).href();
                view! { <li><a href={href}>{said}</a></li> }.into_any()
            }
            None => view! { <li>{said}</li> }.into_any(),
        }
    });
    let stands = date.span.filter(|_| date.reasons.is_empty()).map(|span| {
        let text = span.of(&app.engine().document(reading.doc).text).replace('\n', " ");
        let href = reading.with(|route| route.words = Some(span)).href();
        view! { <ul><li><a href={href}>{format!("„{text}”")}</a></li></ul> }
    });
    let found = date.basis != Basis::Curated;
    let said = match on_timeline(reading, date) {
        Some(to) => view! { <a href={to.href()}>{when_view(&said)}</a> }.into_any(),
        None => when_view(&said),
    };
    view! {
        <div class="one" class:is-found={found}>
            <p class="label">{label}</p>
            <p class="as-h2">{said}</p>
            {(!date.reasons.is_empty()).then(|| view! { <ul>{reasons.collect_view()}</ul> })}
            {stands}
        </div>
    }
    .into_any()
}

/// The document's own entry of the timeline where this date is its value, else the days of the date.
fn on_timeline(reading: Reading, date: &OwnDate) -> Option<Route> {
    let own = EntryKind::Document { doc: reading.doc, role: date.role };
    let engine = reading.app.engine();
    let entry = engine.timeline().iter().position(|entry| entry.kind == own && entry.edtf == date.edtf);
    let from = date.earliest.or(date.latest);
    let days = from.map(|from| Route::days(from, date.latest.unwrap_or(from)));
    entry.and_then(|entry| u32::try_from(entry).ok()).map(Route::entry).or(days)
}

/// Says so where rights keep text back.
pub fn limits(reading: Reading) -> AnyView {
    let words = reading.app.all_words();
    let said = match reading.app.engine().document(reading.doc).meta.show {
        Show::Full => return ().into_any(),
        Show::Quotes => words.only_quotes,
        Show::Metadata => words.no_text,
    };
    view! { <p class="state muted">{said}</p> }.into_any()
}
