//! The list of links and what narrows it.

use super::Quotes;
use crate::app::dom::prelude::*;
use crate::{
    app::{browser, figure::band},
    engine::{Finding, LinkKind, Order, lowered},
    screen::{
        QuotesRoute, Route,
        export::file_name,
        export_quotes::{annotations, csv},
        fill,
        quotes::{
            FINDINGS, Line, Loose, LooseLine, Pick, Picks, finding_name, finding_word, kind_word, line, loose, speakers,
        },
        timeline_dates::short_span,
        words::{count, number},
    },
};

/// Lines that are drawn before the reader asks for more.
const FIRST: usize = 100;

#[component]
pub fn Links(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let shown = RwSignal::new(FIRST);
    let rows = move || {
        let links = quotes.links.read();
        let engine = quotes.app.engine();
        links
            .iter()
            .take(shown.get())
            .filter_map(|link| line(&engine, *link))
            .map(|line| row(quotes, line))
            .collect_view()
    };
    let quotations = Memo::new(move |_| loose(&quotes.app.engine(), &quotes.picks.read()));
    let loose_rows =
        move || quotations.read().iter().take(shown.get()).map(|line| loose_row(quotes, line.clone())).collect_view();
    let n_listed = move || quotes.links.read().len() + quotations.read().len();
    let beyond = move || {
        (n_listed() > shown.get()).then(|| {
            view! { <p class="more"><button type="button" class="linklike" on:click={move |_| shown.update(|n| *n += FIRST)}>{words.show_more}</button></p> }
        })
    };
    view! {
        <section class="quotes" aria-label={words.links_list}>
            {move || tabs(quotes)}
            {move || fields(quotes)}
            {move || (n_listed() == 0).then(|| view! {
                <p class="more">{words.no_links_here}" "<a href={Route::Quotes(QuotesRoute::default()).href()}>{words.pick_none}</a></p>
            })}
            <ol>{rows}{loose_rows}</ol>
            {beyond}
            {move || quotes.picks.read().loose.is_none().then(|| export(quotes))}
        </section>
    }
}

/// The links of the list as a file.
fn export(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    type Write = fn(&crate::engine::Engine, &[u32], &crate::screen::Words) -> String;
    let button = move |name: &'static str, ending: &'static str, mime: &'static str, write: Write| {
        let save = move |_| {
            let engine = quotes.app.engine();
            let ending = format!("-{}{ending}", lowered(words.quotes));
            let text = write(&engine, &quotes.links.read_untracked(), words);
            browser::download(&file_name(&engine.dossier().title, &ending), mime, &text);
        };
        view! { <button type="button" class="linklike" on:click={save}>{name}</button> }
    };
    view! {
        <p class="more export0">
            {words.export}
            {button("CSV", ".csv", "text/csv", csv)}
            {button("Web Annotation", ".jsonld", "application/ld+json", annotations)}
        </p>
    }
}

/// Kinds with their counts, as they would be under the other choices.
fn tabs(quotes: Quotes) -> impl IntoView {
    let engine = quotes.app.engine();
    let picks = quotes.picks.get();
    let tab = |pick: Option<Pick>| {
        let wanted = Picks { kind: pick, loose: None, ..picks.clone() };
        let n = engine.links().iter().filter(|link| wanted.hold(&engine, link)).count();
        let name = pick.map_or(quotes.words.pick_all, |pick| pick.label(quotes.words));
        let current = (picks.kind == pick && picks.loose.is_none()).then_some("true");
        (n > 0 || pick.is_none() || picks.kind == pick).then(|| {
            view! { <a href={quotes.narrowed(&wanted).href()} aria-current={current}>{name}" "{number(n as u64, quotes.words.language)}</a> }
        })
    };
    let all = std::iter::once(None).chain(Pick::ALL.map(Some));
    view! { <p class="pick">{all.map(tab).collect_view()}</p> }
}

/// Finding, speaker and document, each a choice of one.
fn fields(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let engine = quotes.app.engine();
    let picks = quotes.picks.get();
    let loose = Loose::ALL.into_iter().filter(|loose| engine.quotations().iter().any(|it| loose.holds(it)));
    let loose = loose.map(|loose| (loose.name().to_owned(), loose.word(words).to_owned()));
    let findings: Vec<_> = FINDINGS
        .into_iter()
        .filter(|finding| engine.links().iter().any(|link| link.findings.contains(finding)))
        .map(|finding| (finding_name(finding).to_owned(), finding_word(finding, words).to_owned()))
        .chain(loose)
        .collect();
    let mut names: Vec<String> = match picks.loose {
        None => engine.links().iter().flat_map(|link| speakers(link).cloned()).collect(),
        Some(loose) => {
            engine.quotations().iter().filter(|it| loose.holds(it)).filter_map(|it| it.speaker.clone()).collect()
        }
    };
    names.order();
    names.dedup();
    let names: Vec<_> = names.into_iter().map(|name| (name.clone(), name)).collect();
    let linked = |card: &&crate::engine::Card| match picks.loose {
        None => card.n_quotes_from + card.n_quoted_by > 0,
        Some(loose) => engine.quotations().iter().any(|it| it.doc == card.doc && loose.holds(it)),
    };
    let documents: Vec<_> =
        engine.cards().iter().filter(linked).map(|card| (card.id.clone(), card.short_title.clone())).collect();
    let finding = picks.finding.map(finding_name).or(picks.loose.map(Loose::name)).map(str::to_owned);
    let go = move |change: Box<dyn Fn(&mut Picks)>| {
        let mut picks = quotes.picks.get_untracked();
        change(&mut picks);
        quotes.app.navigate(untrack(|| quotes.narrowed(&picks)));
    };
    let pair = (picks.documents.len() > 1).then(|| {
        let name = |id: &String| engine.cards().iter().find(|card| card.id == *id).map(|card| card.short_title.clone());
        let mut names: Vec<String> = picks.documents.iter().filter_map(name).collect();
        names.dedup();
        let all = Picks { documents: Vec::new(), ..picks.clone() };
        let said = if names.len() == 1 { fill(words.pick_within, &[&names[0]]) } else { names.join(" – ") };
        view! { <a class="chip" href={quotes.narrowed(&all).href()}><span>{said}</span>{crate::app::icon::icon(crate::app::icon::Icon::Cross)}</a> }
    });
    let one = if picks.documents.len() == 1 { picks.documents.first().cloned() } else { None };
    view! {
        <div class="narrow0">
            {choice(words.pick_finding, words.pick_any, findings, finding, move |value| {
                go(Box::new(move |picks| {
                    picks.finding = FINDINGS.into_iter().find(|finding| finding_name(*finding) == value);
                    let loose = Loose::ALL.into_iter().find(|loose| loose.name() == value);
                    // The other list has its own speakers and documents: a filter that none of them shows may not go on.
                    if loose != picks.loose {
                        (picks.speaker, picks.documents) = (None, Vec::new());
                    }
                    picks.loose = loose;
                    // Quotations have no kind of link.
                    picks.kind = picks.kind.filter(|_| picks.loose.is_none());
                }));
            })}
            {choice(words.pick_document, words.pick_any, documents, one, move |value| {
                go(Box::new(move |picks| picks.documents = Some(value.clone()).filter(|id| !id.is_empty()).into_iter().collect()));
            })}
            {choice(words.pick_speaker, words.pick_any, names, picks.speaker.clone(), move |value| {
                go(Box::new(move |picks| picks.speaker = Some(value.clone()).filter(|name| !name.is_empty())));
            })}
            {pair}
            {period(quotes)}
        </div>
    }
}

/// The period that narrows the list, which one press takes away.
fn period(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let route = quotes.route.get();
    let (from, to) = route.from.zip(route.to)?;
    let without = QuotesRoute { from: None, to: None, link: None, change: None, ..route };
    Some(view! {
        <a class="chip" href={Route::Quotes(without).href()}>
            <span>{short_span(from, to, words.language)}</span>
            <span class="hidden">{words.period_drop}</span>
            {crate::app::icon::icon(crate::app::icon::Icon::Cross)}
        </a>
    })
}

/// A list of which one is chosen, or none. Nothing where there is nothing to choose.
fn choice(
    name: &'static str,
    any: &'static str,
    values: Vec<(String, String)>,
    chosen: Option<String>,
    set: impl Fn(String) + 'static,
) -> impl IntoView {
    (!values.is_empty()).then(move || {
        let option = |(value, label): (String, String)| {
            let is_chosen = chosen.as_ref() == Some(&value);
            view! { <option value={value} selected={is_chosen}>{label}</option> }
        };
        view! {
            <label><span>{name}</span>
                <select on:change={move |event| set(event_target_value(&event))}>
                    <option value="">{any}</option>
                    {values.into_iter().map(option).collect_view()}
                </select>
            </label>
        }
    })
}

fn row(quotes: Quotes, line: Line) -> impl IntoView {
    let words = quotes.words;
    let is_shown = move || quotes.shown.get() == Some(line.link);
    let arrow = if line.parallel { "–" } else { "→" };
    view! {
        <li class:is-sel={is_shown}>
            <p class="who">
                <span>{line.from}{" "}{arrow}{" "}{line.to}</span>
                <span class="num">{count(line.n_words as usize, words.word_one, words.word_more, words.language)}</span>
            </p>
            <a class="txt" href={move || quotes.href(Some(line.link))} aria-current={move || is_shown().then_some("true")}>{line.text}</a>
            {band(&line.band)}
            <p class="marks">
                {kind_badge(line.kind, kind_word(line.kind, words))}
                {line.maybe.then(|| view! { <span class="badge">{words.maybe}</span> })}
                {line.findings.into_iter().map(|finding: Finding| care_badge(finding_word(finding, words))).collect_view()}
            </p>
        </li>
    }
}

fn loose_row(quotes: Quotes, line: LooseLine) -> impl IntoView {
    let words = quotes.words;
    view! {
        <li>
            <p class="who"><span>{line.document}</span></p>
            <a class="txt" href={line.to.href()}>{line.text}</a>
            {line.speaker.map(|name| view! { <p class="who">{fill(words.said_by, &[&name])}</p> })}
            <p class="marks">{line.lacks.into_iter().map(|lack| care_badge(lack.word(words))).collect_view()}</p>
        </li>
    }
}

pub fn kind_badge(kind: LinkKind, word: &'static str) -> impl IntoView {
    let d = match kind {
        LinkKind::Verbatim => "M1 4h10M1 8h10",
        LinkKind::Partial => "M1 6h3M8 6h3",
        LinkKind::Altered => "M1 4h10M1 8h4M8 8h3",
        LinkKind::Paraphrase => "M1 5q2.5 -3 5 0t5 0M1 9q2.5 -3 5 0t5 0",
        LinkKind::Formula => "M3 2v8M9 2v8",
    };
    view! {
        <span class="badge kind">
            <svg viewBox={"0 0 12 12"} aria-hidden="true"><path d={d} fill="none" stroke="currentColor" stroke-width={"1.6"}></path></svg>
            {word}
        </span>
    }
}

pub fn care_badge(word: &'static str) -> impl IntoView {
    view! {
        <span class="badge care">
            <svg viewBox={"0 0 12 12"} aria-hidden="true">
                <path d={"M6 1l5 9.5H1zM6 4.5v3"} fill="none" stroke="currentColor" stroke-width={"1.5"}></path>
            </svg>
            {word}
        </span>
    }
}
