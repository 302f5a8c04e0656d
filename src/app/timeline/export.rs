//! The timeline as a file: what the list shows now, or all of it where no period is chosen.

use super::{drop_down::DropDown, state::Line};
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    engine::{Engine, lowered},
    screen::{
        Words,
        export::file_name,
        export_timeline::{csv, ics, svg, timelinejs},
    },
};

type Write = fn(&Engine, &[u32], &Words) -> String;

#[component]
pub fn Export(line: Line) -> impl IntoView {
    let words = line.words;
    let kinds: [(&str, &str, &str, Write); 4] = [
        ("CSV", ".csv", "text/csv", csv),
        ("ICS", ".ics", "text/calendar", ics),
        ("TimelineJS", ".json", "application/json", timelinejs),
        ("SVG", ".svg", "image/svg+xml", svg),
    ];
    let button = move |(name, ending, mime, write): (&'static str, &'static str, &'static str, Write)| {
        let save = move |_| {
            let engine = line.app.engine();
            let ending = format!("-{}{ending}", lowered(words.timeline));
            browser::download(&file_name(&engine.dossier().title, &ending), mime, &write(&engine, &kept(line), words));
        };
        view! { <button type="button" class="linklike" on:click={save}>{name}</button> }
    };
    let sheet = view! {
        {kinds.map(button).into_iter().collect_view()}
        <button type="button" class="linklike" on:click={move |_| browser::print()}>{words.print}</button>
    };
    view! { <DropDown label=words.export sheet=sheet.into_any() /> }
}

/// Entries of the chosen period, in order of time.
fn kept(line: Line) -> Vec<u32> {
    let period = untrack(|| line.brush());
    let n_entries = line.app.engine().timeline().len() as u32;
    let keep = |item: &&crate::screen::timeline::Item| {
        item.entry < n_entries && period.is_none_or(|(from, to)| item.meets(from.0, to.0 + 1))
    };
    line.items.with_value(|items| items.iter().filter(keep).map(|item| item.entry).collect())
}
