//! A chosen entry: the sentence it comes from, what it is worth, why, and the ways to its passages.

use super::state::Line;
use crate::app::dom::prelude::*;
use crate::{
    app::browser,
    screen::{
        Route, fill,
        timeline_list::{Told, detail},
    },
};

#[component]
pub fn Detail(line: Line, entry: u32) -> impl IntoView {
    let words = line.words;
    let detail = line.undated.with_value(|undated| detail(&line.app.engine(), undated, entry, words))?;
    let close = untrack(|| line.href(entry));
    let first = detail.tellings.first().cloned();
    let others: Vec<Told> = detail.tellings.iter().skip(1).cloned().collect();
    let marks =
        [(detail.curated, words.curated_mark, "badge"), (detail.disagreeing, words.disagreeing_mark, "badge care")];
    let mark =
        |(on, word, class): (bool, &'static str, &'static str)| on.then(|| view! { <span class={class}>{word}</span> });
    let reasons: Vec<_> = detail.reasons.iter().map(|why| (why.said.clone(), why.passage.clone())).collect();
    let cited = first.clone().map(|told| cite(line, &told));
    Some(view! {
        <article class="event">
            <p class="date"><a class="close" href={close}>{detail.date.clone()}</a>{marks.map(mark).into_iter().collect_view()}</p>
            {detail.title.map(|title| view! { <h3 class="title">{title}</h3> })}
            {first.clone().map(|told| view! { <blockquote>{clause(&told)}</blockquote> })}
            <dl class="why">
                {first.clone().filter(|told| reasons.is_empty() && !told.why.is_empty()).map(|told| row(words.why, told.why))}
                {(!reasons.is_empty()).then(|| view! { <dt>{words.why}</dt><dd>{reasons.into_iter().map(reason).collect_view()}</dd> })}
                {(!others.is_empty()).then(|| view! { <dt>{words.also}</dt><dd>{others.iter().map(|told| other(line, told)).collect_view()}</dd> })}
                {detail.found.map(|(said, edtf)| view! { <dt>{words.found_value}</dt><dd>{said}" "<code>{edtf}</code></dd> })}
                {(!detail.edtf.is_empty()).then(|| view! { <dt>{words.value}</dt><dd><code>{detail.edtf.clone()}</code></dd> })}
            </dl>
            <p class="does2">
                {first.map(|told| view! { <a href={told.passage.href()}>{words.to_passage}</a> })}
                {detail.document.map(|(name, route)| view! { <a href={route.href()}>{fill(words.to_document, &[&name])}</a> })}
                {cited.map(|text| view! { <button type="button" class="linklike" on:click={move |_| copy(line, &text)}>{words.copy_cited}</button> })}
            </p>
        </article>
    })
}

fn row(name: &'static str, text: String) -> impl IntoView {
    view! { <dt>{name}</dt><dd>{text}</dd> }
}

/// The clause, its dating words underlined.
fn clause(told: &Told) -> impl IntoView + use<> {
    view! { {told.before.clone()}<u>{told.dating.clone()}</u>{told.after.clone()} }
}

fn reason((said, passage): (String, Option<Route>)) -> impl IntoView {
    match passage {
        Some(route) => view! { <p><a href={route.href()}>{said}</a></p> }.into_any(),
        None => view! { <p>{said}</p> }.into_any(),
    }
}

/// Another document's telling, and what it says where it says otherwise.
fn other(line: Line, told: &Told) -> impl IntoView + use<> {
    let differs = told.differs.as_ref().map(|date| {
        view! { <span class="care0">{format!(" ({})", fill(line.words.says_else, &[date]))}</span> }
    });
    view! { <p><a href={told.passage.href()}>{told.document.clone()}</a>{": "}<q>{clause(told)}</q>{differs}</p> }
}

/// The clause with its document and address.
fn cite(line: Line, told: &Told) -> String {
    let text = format!("{}{}{}", told.before, told.dating, told.after);
    let title = line.app.engine().dossier().title;
    format!("„{}”\n{}, in: {title}\n{}{}", text.trim(), told.document, browser::page_address(), told.passage.href())
}

fn copy(line: Line, text: &str) {
    let (notice, words) = (line.app.notice, line.words);
    browser::copy(text, move |done| notice.set(if done { words.copied } else { words.not_copied }.to_owned()));
}
