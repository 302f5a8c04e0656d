//! The same entries as an ordered list; the chosen one stands open in it.

use super::{
    detail::Detail,
    picture::glyph,
    state::{Line, days},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::Day,
    screen::{
        fill,
        timeline::Item,
        timeline_list::{Group, Line as Row, groups},
        words::number,
    },
};

#[component]
pub fn Order(line: Line) -> impl IntoView {
    // Days, not moments: a pan of some pixels does not draw the list anew.
    let shown = Memo::new(move |_| line.brush().unwrap_or_else(|| days(line.settled.get())));
    let wide = RwSignal::new(false);
    let listed = Memo::new(move |_| {
        let (from, to) = shown.get();
        let everything = wide.get();
        let selected = line.route.read().selected;
        let keep = |item: &Item| everything || meets(item, from, to) || Some(item.entry) == selected;
        let words = line.words;
        line.items.with_value(|items| {
            let kept = items.iter().filter(|item| keep(item)).count();
            let dated = items.iter().filter(|item| item.is_dated());
            let (before, after) = dated.fold((0, 0), |(before, after), item| {
                (
                    before + usize::from(item.is_before(from.0)),
                    after + usize::from(!item.is_before(from.0) && !meets(item, from, to)),
                )
            });
            let groups =
                line.undated.with_value(|undated| groups(&line.app.engine(), items, undated, line.start, words, keep));
            let n_shown: usize = groups.iter().map(|group| group.lines.len()).sum();
            Listed { groups, before, after, beyond: kept.saturating_sub(n_shown) }
        })
    });
    let more = move |count: usize, template: &'static str| {
        (count > 0 && !wide.get()).then(|| {
            view! {
                <p class="small faint more">
                    {fill(template, &[&number(count as u64, line.words.language)])}{" · "}
                    <button type="button" class="linklike" on:click={move |_| wide.set(true)}>{line.words.show}</button>
                </p>
            }
        })
    };
    view! {
        <section class="order" aria-label={line.words.timeline_list}>
            {move || more(listed.read().before, line.words.outside_before)}
            {move || listed.read().groups.iter().map(|group| section(line, group)).collect_view()}
            {move || listed.read().groups.is_empty().then(|| view! { <p class="small faint more">{line.words.nothing_here}</p> })}
            {move || {
                let beyond = listed.read().beyond;
                (beyond > 0).then(|| view! { <p class="small faint more">{fill(line.words.zoom_for_more, &[&number(beyond as u64, line.words.language)])}</p> })
            }}
            {move || more(listed.read().after, line.words.outside_after)}
        </section>
    }
}

#[derive(Clone, PartialEq)]
struct Listed {
    groups: Vec<Group>,
    before: usize,
    after: usize,
    /// Lines that did not fit.
    beyond: usize,
}

fn meets(item: &Item, from: Day, to: Day) -> bool {
    !item.is_dated() || item.meets(from.0, to.0 + 1)
}

fn section(line: Line, group: &Group) -> impl IntoView + use<> {
    view! {
        <h2 class="year">{group.name.clone()}</h2>
        <ol>{group.lines.iter().map(|row| item(line, row)).collect_view()}</ol>
    }
}

fn item(line: Line, row: &Row) -> impl IntoView + use<> {
    let entry = row.entry;
    if line.route.read().selected == Some(entry) {
        return view! { <li class="is-sel">{glyph(&row.glyph)}<Detail line=line entry=entry /></li> }.into_any();
    }
    let part = |(said, value): &(String, Option<String>)| match value.clone() {
        Some(value) => view! { <time datetime={value}>{said.clone()}</time> }.into_any(),
        None => said.clone().into_any(),
    };
    let date = row.date.iter().map(part).collect_view();
    let shape = (!row.shape.is_empty()).then(|| view! { <span class="hidden">{format!(" ({})", row.shape)}</span> });
    let words = line.words;
    let notes = [(row.curated, words.curated_mark, "src"), (row.disagreeing, words.disagreeing_mark, "note0")];
    let note = |(on, word, class): (bool, &'static str, &'static str)| {
        on.then(|| view! { <span class={class}>{format!(" · {word}")}</span> })
    };
    view! {
        <li>
            {glyph(&row.glyph)}
            <span class="date">{date}{shape}</span>
            <a href={line.href(entry)}>
                {row.title.clone()}{" "}<span class="src">{row.sources.clone()}{notes.map(note).into_iter().collect_view()}</span>
            </a>
        </li>
    }
    .into_any()
}
