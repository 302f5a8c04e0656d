//! Notes beside a row: what its dates mean, and where its quotes come from or go.

use super::Reading;
use crate::app::dom::prelude::*;
use crate::{
    app::{
        figure::band,
        icon::{Icon, icon},
        state::App,
    },
    engine::{DocId, Finding, Link, Span},
    screen::{
        DocumentRoute, Route, diff, fill,
        quotes::finding_word,
        reading::{DateNote, QuoteNote, Row, days_of},
        timeline_dates::short_value,
        words::Words,
    },
};

pub fn notes_view(reading: Reading, row: &Row) -> AnyView {
    if row.layer.is_noise() || (row.dates.is_empty() && row.quotes.is_empty()) {
        return ().into_any();
    }
    let words = reading.app.all_words();
    let dates = (!row.dates.is_empty()).then(|| {
        let notes = row.dates.iter().map(|note| date_note(reading, note)).collect_view();
        view! { <div class="beside left" role="group" aria-label={words.dates_here}>{notes}</div> }
    });
    let quotes = (!row.quotes.is_empty()).then(|| {
        let notes = row.quotes.iter().map(|note| quote_note(reading, note)).collect_view();
        view! { <div class="beside right" role="group" aria-label={words.quotes_here}>{notes}</div> }
    });
    view! { {dates} {quotes} }.into_any()
}

fn date_note(reading: Reading, note: &DateNote) -> AnyView {
    let app = reading.app;
    let engine = app.engine();
    let Some(mention) = engine.mentions(reading.doc).get(note.mention as usize) else { return ().into_any() };
    let value = mention.derived.as_deref().unwrap_or(&mention.value);
    let said = short_value(value, mention.earliest, mention.latest, app.language());
    let why = app.say(&mention.why);
    let span = mention.span;
    let to = note.entry.map(Route::entry).or_else(|| days_of(mention).map(|(from, to)| Route::days(from, to)));
    let href = to.unwrap_or_else(|| reading.with(|route| route.words = Some(span))).href();
    view! { <p class="note" data-at={span.start_byte.to_string()}><a href={href}>{said}</a><span>{why}</span></p> }
        .into_any()
}

fn quote_note(reading: Reading, note: &QuoteNote) -> AnyView {
    let words = reading.app.all_words();
    match note {
        QuoteNote::Linked { link, doc, words: place } => linked_note(reading, *link, *doc, *place),
        QuoteNote::Unlinked { at, speaker, named, n, closed } => {
            let about = named.clone().or_else(|| speaker.clone()).unwrap_or_default();
            let unclosed = (!closed).then(|| view! { <span class="marks">{care(words.finding_unclosed)}</span> });
            let many = (*n > 1).then(|| fill(words.unlinked_many, &[&n.to_string()]));
            let parts: Vec<String> = [about].into_iter().filter(|it| !it.is_empty()).chain(many).collect();
            view! { <p class="note gone2" data-at={at.to_string()}><b>{words.not_in_dossier}</b><span>{parts.join("; ")}</span>{unclosed}</p> }.into_any()
        }
    }
}

fn linked_note(reading: Reading, index: u32, other: DocId, place: Span) -> AnyView {
    let app = reading.app;
    let words = app.all_words();
    let engine = app.engine();
    let Some(link) = engine.links().get(index as usize) else { return ().into_any() };
    let card = &engine.cards()[other.index()];
    let to = Route::Document(DocumentRoute { link: Some(index), words: Some(place), ..document(&card.id) });
    let (here, name) = (other == reading.doc, card.short_title.as_str());
    let name = if here { words.this_document } else { name };
    let relation = match (link.direction, link.b.doc == reading.doc && link.b.span != place) {
        (crate::engine::Direction::Parallel, _) => words.parallel_with,
        (_, true) => words.quoted_from,
        (_, false) => words.quoted_in,
    };
    let chosen = Memo::new(move |_| reading.route.with(|route| route.link == Some(index)));
    let marks = link.findings.iter().map(|finding| badge(*finding, words)).collect_view();
    view! {
        <div class="note" class:is-sel={move || chosen.get()} data-link={index.to_string()}>
            <a href={to.href()}>{fill(relation, &[name])}</a>
            <span>{summary(app, link)}</span>
            {band(&diff::band(link))}
            <span class="marks">{marks}<a class="also" href={Route::link(index).href()}>{words.compare}</a></span>
        </div>
    }
    .into_any()
}

fn document(id: &str) -> DocumentRoute {
    DocumentRoute { id: id.to_owned(), ..DocumentRoute::default() }
}

fn summary(app: App, link: &Link) -> String {
    app.say(&link.summary)
}

/// What is worth attention, with its sign.
pub fn badge(finding: Finding, words: &'static Words) -> AnyView {
    care(finding_word(finding, words))
}

fn care(name: &'static str) -> AnyView {
    view! { <span class="badge care">{icon(Icon::Care)}{name}</span> }.into_any()
}
