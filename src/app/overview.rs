//! The title page, and the list of documents with their place in time.

use super::{
    browser,
    figure::mark_at,
    state::{App, use_app},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::{DossierCard, Filters},
    screen::{
        Route,
        axis::{Rank, Scale, Tick},
        listing::{self, DocRow, Title, When},
        measure::text_width,
        px::path,
        timeline_mark::mark,
        words::number,
    },
};

/// Title, description and counts.
#[component]
pub fn Opening() -> impl IntoView {
    let app = use_app();
    let dossier = app.engine().dossier();
    view! {
        <div class="opening">
            <div>
                <h1>{dossier.title.clone()}</h1>
                {dossier.description.clone().map(|description| view! { <p class="lede">{description}</p> })}
            </div>
            <dl class="facts">{facts(app, &dossier)}</dl>
        </div>
    }
}

fn facts(app: App, dossier: &DossierCard) -> AnyView {
    let words = app.words_now();
    let one = |n: usize, one: &'static str, more: &'static str, href: String| {
        let name = if n == 1 { one } else { more };
        view! { <div><dt>{number(n as u64, app.language())}</dt><dd><a href={href}>{name}</a></dd></div> }
    };
    let quotes = Route::Quotes(Default::default()).href();
    let mut facts = vec![one(dossier.n_documents, words.a_document, words.some_documents, Route::Documents.href())];
    facts.push(one(dossier.n_events, words.an_event, words.some_events, Route::Timeline(Default::default()).href()));
    facts.push(one(dossier.n_links, words.a_link, words.some_links, quotes.clone()));
    facts.push(one(dossier.n_unlinked, words.an_unlinked, words.some_unlinked, quotes));
    facts.collect_view().into_any()
}

/// How many rows stand at first; the rest comes when asked for.
const FIRST_ROWS: usize = 100;

/// Every document that the filters let through, a row each, with its dates on one axis.
#[component]
pub fn Inventory(filters: Filters) -> impl IntoView {
    let app = use_app();
    let words = app.words_now();
    let engine = app.engine();
    let dossier = engine.dossier();
    let window = dossier.window;
    let mut kept = listing::rows(&engine, words);
    kept.retain(|row| engine.cards()[row.doc.index()].passes(&filters));
    let rows = StoredValue::new(kept);
    let n_rows = rows.with_value(Vec::len);
    let shown = RwSignal::new(FIRST_ROWS.min(n_rows));
    let width = RwSignal::new(416.0);
    let measure = move || {
        if let Some(wide) = browser::width_of(".inv .axis") {
            width.set(wide);
        }
    };
    browser::on_resize(measure);
    browser::next_frame(measure);
    let scale =
        Memo::new(move |_| window.map(|(from, to)| Scale::new(f64::from(from.0), f64::from(to.0 + 1), width.get())));
    let name = if n_rows == 1 { words.a_document } else { words.some_documents };
    let title = format!("{} {name}", number(n_rows as u64, app.language()));
    if n_rows == 0 && !filters.lets_all_documents() {
        return view! { <p class="muted">{words.no_hits}</p> }.into_any();
    }
    if n_rows == 0 {
        return view! { <p class="muted">{words.empty_dossier}</p> }.into_any();
    }
    view! {
        <section class="inv" class:is-long={n_rows > FIRST_ROWS} aria-labelledby="inventaris">
            <div class="head">
                <span class="label date0">{words.date}</span>
                <h2 class="label" id="inventaris">{title}</h2>
                {move || scale.get().map(|scale| axis_head(app, &scale))}
            </div>
            <ol>
                {move || rows.with_value(|rows| rows[..shown.get()].iter().map(|row| row_view(row, scale)).collect_view())}
            </ol>
            {move || (shown.get() < n_rows).then(|| view! {
                <p class="more">
                    <button class="button" type="button" on:click={move |_| shown.update(|n| *n = (*n + 500).min(n_rows))}>
                        {words.more_results}
                    </button>
                </p>
            })}
            {window.map(|_| key(app))}
        </section>
    }
    .into_any()
}

fn axis_head(app: App, scale: &Scale) -> AnyView {
    let ticks = scale.ticks(app.language());
    let has_room = |tick: &Tick| tick.x + text_width(&tick.label) <= scale.width;
    let years = ticks.into_iter().filter(|tick| tick.rank != Rank::Part && !tick.label.is_empty() && has_room(tick));
    let labels = years.map(|tick| {
        view! { <text class="ax" x={tick.x + 1.0} y={"12"}>{tick.label}</text> }
    });
    view! { <svg class="fig axis" height={"16"} aria-hidden="true">{labels.collect_view()}</svg> }.into_any()
}

/// A title as it stands in a list or a heading; in brackets where a person gave it.
pub fn title_view(title: &Title) -> AnyView {
    let text = title.text.clone();
    if !title.supplied {
        return text.into_any();
    }
    view! { <span class="supplied">{"["}</span>{text}<span class="supplied">{"]"}</span> }.into_any()
}

pub fn when_view(when: &When) -> AnyView {
    let said = when.said.clone();
    match when.datetime.clone() {
        Some(datetime) => view! { <time datetime={datetime}>{said}</time> }.into_any(),
        None => said.into_any(),
    }
}

fn row_view(row: &DocRow, scale: Memo<Option<Scale>>) -> AnyView {
    let when = row.when.iter().map(|when| view! { <span>{when_view(when)}<em>{when.note.clone()}</em></span> });
    let (own, told) = (row.own.clone(), row.told.clone());
    let picture = move || {
        scale.get().map(|scale| {
            let told = told.iter().filter_map(|drawn| mark(drawn, &scale)).map(|mark| mark_at(&mark, 20.0, 5.0));
            let own = own.iter().filter_map(|drawn| mark(drawn, &scale)).map(|mark| mark_at(&mark, 20.0, 9.0));
            let years = scale.ticks(Default::default()).into_iter().filter(|tick| tick.rank == Rank::Year);
            let lines = years
                .map(|tick| view! { <path class="tick" d={path(&[("M", &[tick.x, 0.0]), ("V", &[40.0])])}></path> });
            view! {
                <svg class="fig axis" height={"40"} aria-hidden="true">
                    {lines.collect_view()}
                    <path class="tick" d={path(&[("M", &[0.0, 20.0]), ("H", &[scale.width.round()])])}></path>
                    <g class="told">{told.collect_view()}</g>
                    {own.collect_view()}
                </svg>
            }
        })
    };
    view! {
        <li data-part="document">
            <p class="when">{when.collect_view()}</p>
            <div class="what">
                <a href={Route::document(row.id.clone()).href()}>{title_view(&row.title)}</a>
                <p>{row.about.clone()}</p>
            </div>
            {picture}
        </li>
    }
    .into_any()
}

fn key(app: App) -> AnyView {
    use crate::screen::timeline_mark::glyph;
    use crate::screen::timeline_shape::{Drawn, Shape};
    let words = app.words_now();
    let sample = |shape: Shape, half: f64, told: bool, name: &'static str| {
        let drawing = mark_at(&glyph(&Drawn { shape, doubtful: false }), 9.0, half);
        view! {
            <span>
                <svg class="fig" width={"20"} height={"18"} aria-hidden="true"><g class:told={told}>{drawing}</g></svg>
                {name}
            </span>
        }
    };
    view! {
        <p class="key">
            {sample(Shape::Day(0), 8.0, false, words.key_own)}
            {sample(Shape::Somewhere(Some(0), Some(9)), 8.0, false, words.key_range)}
            {sample(Shape::Day(0), 5.0, true, words.key_told)}
        </p>
    }
    .into_any()
}
