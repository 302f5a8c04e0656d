//! The rows of a document: text nodes in semantic elements, never HTML strings.

use super::{Reading, notes};
use crate::app::dom::{self, prelude::*};
use crate::{
    engine::Layer,
    screen::{
        Route, fill,
        reading::{Anchor, Mark, Part, Row, RowKind, Run, Section, layer_name},
        words::count,
    },
};

pub fn section_view(reading: Reading, section: &Section) -> AnyView {
    let words = reading.app.all_words();
    let rows = |rows: &[Row]| rows.iter().map(|row| row_view(reading, row)).collect_view();
    match section {
        Section::Row(row) => row_view(reading, row),
        Section::List { ordered: true, rows: items } => view! { <ol class="items">{rows(items)}</ol> }.into_any(),
        Section::List { ordered: false, rows: items } => view! { <ul class="items">{rows(items)}</ul> }.into_any(),
        Section::Table(items) => view! { <div class="table" role="region" tabindex="0" aria-label={words.layer_body}><table><tbody>{rows(items)}</tbody></table></div> }.into_any(),
        Section::Pair(items) => view! { <section class="qa">{rows(items)}</section> }.into_any(),
        Section::Fields(items) => view! { <dl class="fields">{rows(items)}</dl> }.into_any(),
        Section::Footnotes(items) => {
            view! { <section class="feet" aria-label={words.footnotes}>{rows(items)}</section> }.into_any()
        }
        Section::Closed { layer: Layer::Comment, rows: items } => {
            let n = items.iter().filter(|row| row.kind == RowKind::Caption || row.kind == RowKind::Label).count();
            let n = if n == 0 { items.len() } else { n };
            let said = fill(words.comments_closed, &[&count(n, words.a_comment, words.some_comments, words.language)]);
            view! { <details class="noise" data-layer="comment"><summary>{said}</summary>{rows(items)}</details> }.into_any()
        }
        Section::Closed { layer, rows: items } => view! {
            <section class="noise" data-layer={layer.name()}>
                <p class="label">{layer_name(*layer, words)}</p>
                {rows(items)}
            </section>
        }
        .into_any(),
    }
}

fn row_view(reading: Reading, row: &Row) -> AnyView {
    let block = row.block;
    let at = Memo::new(move |_| reading.here_block.get() == Some(block));
    let here =
        Memo::new(move |_| at.get() && reading.route.with(|route| route.words.is_none() && route.link.is_none()));
    let is_head = row.layer == Layer::Header;
    let id = row.passage.map(|passage| format!("p{passage}"));
    let whole = || row.cells.iter().map(|cell| parts_view(reading, cell)).collect_view();
    let asides = notes::notes_view(reading, row);
    macro_rules! laid {
        ($element:ident, $class:literal) => {
            view! { <$element id={id} class={$class} class:is-here={move || here.get()} class:is-at={move || at.get()} class:is-head={is_head} tabindex="-1">{whole()}</$element> {asides} }.into_any()
        };
    }
    match &row.kind {
        RowKind::Heading { level: 0 | 1 } => laid!(h2, "text"),
        RowKind::Heading { level: 2 } => laid!(h3, "text"),
        RowKind::Heading { .. } => laid!(h4, "text"),
        RowKind::Quote => laid!(blockquote, "text"),
        RowKind::PullQuote => laid!(p, "text pull"),
        RowKind::Question => laid!(p, "text question"),
        RowKind::Answer => laid!(p, "text answer"),
        RowKind::Label => laid!(p, "text tag"),
        RowKind::Caption => laid!(p, "text caption"),
        RowKind::Preformatted => laid!(pre, "text"),
        RowKind::Paragraph => laid!(p, "text"),
        RowKind::Rule => view! { <hr class="text" /> }.into_any(),
        RowKind::Item { depth, marker, .. } => {
            let depth = f64::from(*depth);
            view! {
                <li id={id} class="text" class:is-here={move || here.get()} class:is-at={move || at.get()} class:is-head={is_head} tabindex="-1" style:--depth={depth.to_string()}>
                    <span class="bullet" aria-hidden="true">{marker.clone()}</span>
                    {whole()}
                    {asides}
                </li>
            }
            .into_any()
        }
        RowKind::Field => {
            let mut cells = row.cells.iter().map(|cell| parts_view(reading, cell));
            let (label, value) = (cells.next(), cells.collect_view());
            view! { <div id={id} class="text" class:is-here={move || here.get()} class:is-at={move || at.get()} class:is-head={is_head} tabindex="-1"><dt>{label}</dt><dd>{value}{asides}</dd></div> }.into_any()
        }
        RowKind::TableRow { head } => {
            let cells = row.cells.iter().map(|cell| match head {
                true => view! { <th scope="col">{parts_view(reading, cell)}</th> }.into_any(),
                false => view! { <td>{parts_view(reading, cell)}</td> }.into_any(),
            });
            view! { <tr id={id} class:is-here={move || here.get()} class:is-at={move || at.get()} class:is-head={is_head} tabindex="-1">{cells.collect_view()}</tr> }
                .into_any()
        }
        RowKind::Footnote { label, back } => {
            let words = reading.app.all_words();
            let back = back.map(|span| {
                let href = reading.with(|route| route.words = Some(span)).href();
                view! { <a class="back" href={href} aria-label={fill(words.back_to_text, &[label])}>{"↩"}</a> }
            });
            view! {
                <div id={id} class="text note" class:is-here={move || here.get()} class:is-at={move || at.get()} class:is-head={is_head} tabindex="-1">
                    <sup class="no">{label.clone()}</sup><p>{whole()}" "{back}</p>{asides}
                </div>
            }
            .into_any()
        }
    }
}

fn parts_view(reading: Reading, parts: &[Part]) -> AnyView {
    parts.iter().map(|part| part_view(reading, part)).collect_view().into_any()
}

fn part_view(reading: Reading, part: &Part) -> AnyView {
    let words = reading.app.all_words();
    let at = part.at.to_string();
    let runs = part.runs.iter().map(run_view).collect_view();
    match &part.anchor {
        Anchor::None => runs.into_any(),
        Anchor::Web(address) => view! { <a href={address.clone()} rel="noopener noreferrer">{runs}</a> }.into_any(),
        Anchor::Note { label, to } => {
            let name = fill(words.to_note, &[label]);
            match to {
                Some(span) => {
                    let span = *span;
                    let href = reading.with(|route| route.words = Some(span)).href();
                    view! { <sup><a class="ref" href={href} aria-label={name}>{runs}</a></sup> }.into_any()
                }
                None => view! { <sup>{runs}</sup> }.into_any(),
            }
        }
        Anchor::Quote { link } => {
            let link = *link;
            let chosen = Memo::new(move |_| reading.route.with(|route| route.link == Some(link)));
            view! {
                <a class="q" class:is-sel={move || chosen.get()} href={Route::link(link).href()} data-link={link.to_string()}>{runs}</a>
            }
            .into_any()
        }
        Anchor::Unlinked => view! { <span class="q none" data-at={at}>{runs}</span> }.into_any(),
        Anchor::Date { entry, days } => {
            let to = entry.map(Route::entry).or_else(|| days.map(|(from, to)| Route::days(from, to)));
            match to {
                Some(to) => view! { <a class="d" href={to.href()} data-at={at}>{runs}</a> }.into_any(),
                None => view! { <span class="d" data-at={at}>{runs}</span> }.into_any(),
            }
        }
    }
}

fn run_view(run: &Run) -> AnyView {
    let style = run.style;
    if style.line_break {
        return view! { <br /> }.into_any();
    }
    let mut shown = run.text.replace('\n', " ").into_any();
    if style.code {
        shown = dom::html("code").child(shown).into_any();
    }
    if style.emphasis {
        shown = dom::html("em").child(shown).into_any();
    }
    if style.strong {
        shown = dom::html("strong").child(shown).into_any();
    }
    if style.superscript {
        shown = dom::html("sup").child(shown).into_any();
    }
    if style.date {
        shown = dom::html("span").set("class", "d").child(shown).into_any();
    }
    match run.mark {
        Mark::None => shown,
        Mark::Hit => dom::html("mark").child(shown).into_any(),
        Mark::Here => dom::html("mark").set("class", "is-here-words").child(shown).into_any(),
    }
}
