//! What stands above the picture: its years, the period, lanes and zoom.

use super::{
    drop_down::DropDown,
    export::Export,
    state::{Line, Step},
};
use crate::app::dom::prelude::*;
use crate::{
    app::icon::{Icon, icon},
    engine::{Day, Filters},
    screen::{
        QuotesRoute, Route, SearchRoute, fill, route::parse_day, timeline_dates::short_span, timeline_lanes::Lanes,
    },
};

#[component]
pub fn Bench(line: Line) -> impl IntoView {
    let words = line.words;
    view! {
        <div class="bench">
            <h1>{move || fill(words.timeline_of, &[&line.years()])}</h1>
            {move || line.brush().map(|period| chip(line, period))}
            <div class="switch" role="group" aria-label={words.lanes}>{lanes(line)}</div>
            <div class="switch" role="group" aria-label={words.zoom}>
                <button type="button" aria-label={words.zoom_out} on:click={move |_| line.zoom(0.5)}>{"−"}</button>
                <button type="button" aria-label={words.zoom_in} on:click={move |_| line.zoom(2.0)}>{"+"}</button>
                <button type="button" on:click={move |_| line.go(line.whole())}>{words.zoom_all}</button>
            </div>
            <Period line=line />
            <Export line=line />
        </div>
        {move || line.brush().map(|period| elsewhere(line, period))}
    }
}

fn lanes(line: Line) -> impl IntoView {
    let button = move |choice: Lanes| {
        let pressed = move || if Lanes::named(&line.route.read().lanes) == choice { "true" } else { "false" };
        let choose = move |_| {
            line.change(Step::Push, |route| {
                route.lanes = (choice != Lanes::Nature).then(|| choice.name().to_owned()).into_iter().collect();
            });
        };
        view! { <button type="button" aria-pressed={pressed} on:click={choose}>{choice.label(line.words)}</button> }
    };
    Lanes::ALL.map(button).into_iter().collect_view()
}

/// The period, which one press takes away.
fn chip(line: Line, (from, to): (Day, Day)) -> impl IntoView {
    let drop = move |_| {
        line.brushing.set(None);
        line.change(Step::Push, |route| (route.from, route.to) = (None, None));
    };
    view! {
        <button class="chip" type="button" on:click={drop}>
            <span>{short_span(from, to, line.words.language)}</span>
            <span class="hidden">{line.words.period_drop}</span>
            {icon(Icon::Cross)}
        </button>
    }
}

/// The same period in the other views.
fn elsewhere(line: Line, (from, to): (Day, Day)) -> impl IntoView {
    let filters = Filters { from: Some(from), to: Some(to), ..Filters::default() };
    let search = Route::Search(SearchRoute { filters, ..SearchRoute::default() });
    let quotes = Route::Quotes(QuotesRoute { from: Some(from), to: Some(to), ..QuotesRoute::default() });
    view! {
        <p class="elsewhere">
            <a href={search.href()}>{line.words.period_search}</a>
            <a href={quotes.href()}>{line.words.period_quotes}</a>
        </p>
    }
}

/// The period by its days, for who does not drag.
#[component]
fn Period(line: Line) -> impl IntoView {
    let words = line.words;
    let day = move |first: bool| {
        let route = line.route.read();
        let day = if first { route.from } else { route.to };
        day.map_or(String::new(), |day| day.to_string())
    };
    let set = move |first: bool, typed: String| {
        let Some(day) = parse_day(&typed) else { return };
        line.change(Step::Push, |route| {
            let (from, to) = (route.from.unwrap_or(day), route.to.unwrap_or(day));
            let (from, to) = if first { (day, to.max(day)) } else { (from.min(day), day) };
            (route.from, route.to) = (Some(from), Some(to));
        });
    };
    let sheet = view! {
        <p class="small muted">{words.period_choose}</p>
        <label><span>{words.period_from}</span>
            <input type="date" prop:value={move || day(true)} on:change={move |event| set(true, event_target_value(&event))} />
        </label>
        <label><span>{words.period_to}</span>
            <input type="date" prop:value={move || day(false)} on:change={move |event| set(false, event_target_value(&event))} />
        </label>
    };
    view! { <DropDown label=words.period sheet=sheet.into_any() /> }
}
