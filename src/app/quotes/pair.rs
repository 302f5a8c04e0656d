//! A chosen link: both passages side by side, every difference numbered, and on what evidence the direction rests.

use super::{
    Quotes,
    list::{care_badge, kind_badge},
};
use crate::app::dom::prelude::*;
use crate::{
    app::{
        browser::{self, Place},
        figure::band,
    },
    engine::{Change, Direction, Engine, Link, Side},
    screen::{
        QuotesRoute, Route, Words,
        diff::{self, Difference, Run, RunKind, counts, differences, level_sides},
        export_quotes::{CiteAs, cite},
        fill,
        quotes::{finding_word, kind_word, marks_word},
        timeline_dates::short_value,
    },
};

#[component]
pub fn Pair(quotes: Quotes, link: u32) -> impl IntoView {
    let words = quotes.words;
    let engine = quotes.app.engine();
    let at = engine.links().get(link as usize)?.clone();
    let (source, quoting) = (engine.document(at.a.doc), engine.document(at.b.doc));
    let listed = differences(&at, source, quoting);
    let last = listed.iter().map(|difference| difference.number).max().unwrap_or(0);
    let here = Memo::new(move |_| quotes.route.read().change.filter(|change| (1..=last).contains(change)));
    let walk = Walk { quotes, link, here, last };
    walk.listen();
    let [source_rows, quoting_rows] = level_sides(&at, source, quoting);
    let sides =
        [side(&walk, &engine, &at, at.a, source_rows, true), side(&walk, &engine, &at, at.b, quoting_rows, false)];
    keep_level();
    let summary = at.summary.r#in(words.language).to_owned();
    let summary = if summary.is_empty() { kind_word(at.kind, words).to_owned() } else { summary };
    let tallied = counts(&at);
    Some(view! {
        <article class="pair" id="paar">
            <p class="back0"><a href={move || quotes.href(None)}>{words.back_to_list}</a></p>
            <header><h2>{summary}</h2>{walker(walk)}</header>
            <p class="facts3">
                {band(&diff::band(&at))}
                {kind_badge(at.kind, kind_word(at.kind, words))}
                <span>{fill(words.words_same, &[&tallied.same.to_string(), &tallied.all.to_string()])}</span>
                <span>{marks_word(at.marks, words)}</span>
                {at.findings.iter().map(|finding| care_badge(finding_word(*finding, words))).collect_view()}
            </p>
            <div class="sides">{sides.into_iter().collect_view()}</div>
            <div class="app">
                <section><h3>{words.differences}</h3>{changes(walk, listed)}</section>
                <section><h3>{words.why_direction}</h3>{evidence(&at, words)}</section>
            </div>
            {ways(quotes, &engine, &at, link)}
        </article>
    })
}

/// Walking the differences: by buttons, by n and p, by the list.
#[derive(Clone, Copy)]
struct Walk {
    quotes: Quotes,
    link: u32,
    here: Memo<Option<u32>>,
    last: u32,
}

impl Walk {
    fn go(self, number: u32) {
        let route = QuotesRoute { link: Some(self.link), change: Some(number), ..self.quotes.route.get_untracked() };
        self.quotes.app.replace(Route::Quotes(route));
        browser::next_frame(move || {
            if let Some(element) = browser::first(".side .is-here") {
                browser::scroll_to(&element, Place::Nearest);
            }
        });
    }

    fn step(self, by: i64) {
        if self.last > 0 {
            let last = i64::from(self.last);
            let next = match self.here.get_untracked() {
                Some(here) => (i64::from(here) - 1 + by).rem_euclid(last) + 1,
                None if by > 0 => 1,
                None => last,
            };
            self.go(u32::try_from(next).unwrap_or(1));
        }
    }

    fn listen(self) {
        browser::on_key(move |event| {
            if browser::is_typing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "n" => self.step(1),
                "p" => self.step(-1),
                _ => {}
            }
        });
    }
}

fn walker(walk: Walk) -> impl IntoView {
    let words = walk.quotes.words;
    let said =
        move || walk.here.get().map(|here| fill(words.difference_of, &[&here.to_string(), &walk.last.to_string()]));
    (walk.last > 0).then(|| {
        view! {
            <div class="nav">
                <span class="small muted" aria-live="polite">{said}</span>
                <button class="quiet" type="button" aria-label={words.difference_previous} title={words.difference_previous} on:click={move |_| walk.step(-1)}>
                    {chevron("M12.5 4.5L7 10l5.5 5.5")}
                </button>
                <button class="quiet" type="button" aria-label={words.difference_next} title={words.difference_next} on:click={move |_| walk.step(1)}>
                    {chevron("M7.5 4.5L13 10l-5.5 5.5")}
                </button>
            </div>
        }
    })
}

fn chevron(d: &'static str) -> impl IntoView {
    view! { <svg viewBox={"0 0 20 20"} fill="none" stroke="currentColor" stroke-width={"1.6"} aria-hidden="true"><path d={d}></path></svg> }
}

fn side(walk: &Walk, engine: &Engine, link: &Link, side: Side, rows: Vec<Vec<Run>>, is_source: bool) -> AnyView {
    let words = walk.quotes.words;
    let card = engine.cards().get(side.doc.index());
    let name = card.map_or(String::new(), |card| card.short_title.clone());
    let template = match (link.direction, is_source) {
        (Direction::Parallel, _) => words.side_parallel,
        (_, true) => words.side_source,
        (_, false) => words.side_quoting,
    };
    let date = card.and_then(|card| card.main_dates().next());
    let date = date.map(|date| short_value(&date.edtf, date.earliest, date.latest, words.language));
    let (said, template_said) = if is_source {
        (link.speaker_source.clone(), words.said_by)
    } else {
        (link.speaker_target.clone(), words.ascribed_to)
    };
    let passage = card.map(|card| Route::words(card.id.clone(), side.span).href());
    let walk = *walk;
    // Name, stretches, speaker and way out: as many lines of the grid on both sides.
    let n_lines = (rows.len() + 2).to_string();
    let stretch = |(index, runs): (usize, Vec<Run>)| view! { <p>{stretch(walk, runs, index == 0)}</p> };
    view! {
        <section class="side" style:--lines={n_lines}>
            <h3>{fill(template, &[&name])}<span class="date">{date}</span></h3>
            {rows.into_iter().enumerate().map(stretch).collect_view()}
            <div>
                {said.map(|name| view! { <p class="said">{fill(template_said, &[&name])}</p> })}
                <p class="said"><a href={passage}>{words.to_passage}</a></p>
            </div>
        </section>
    }
    .into_any()
}

/// Runs of one stretch; in the first, what begins the quote can be found again.
fn stretch(walk: Walk, runs: Vec<Run>, is_first: bool) -> AnyView {
    let words = walk.quotes.words;
    let begins = runs.iter().position(|run| run.kind != RunKind::Context).filter(|_| is_first);
    let one = move |(index, mut each): (usize, Run)| {
        if begins != Some(index) {
            return run(words, walk.here, each);
        }
        // Of plain words the first: where it stands, not where the space before it does.
        let first =
            if each.kind == RunKind::Same { each.text.find(' ').unwrap_or(each.text.len()) } else { each.text.len() };
        let rest = Run { text: each.text.split_off(first), ..each };
        let rest = (!rest.text.is_empty()).then(|| run(words, walk.here, rest));
        view! { <span class="from">{run(words, walk.here, each)}</span>{rest} }.into_any()
    };
    runs.into_iter().enumerate().map(one).collect_view().into_any()
}

/// Both quotes begin on the same line, however much stands before them.
fn keep_level() {
    browser::on_resize(level);
    Effect::new(move || browser::next_frame(level));
}

fn level() {
    let starts = browser::all(".pair .side .from");
    let rows: Vec<_> = starts.iter().filter_map(browser::parent).collect();
    let ([one, other], [row, other_row]) = (starts.as_slice(), rows.as_slice()) else { return };
    for row in &rows {
        browser::set_style(row, "padding-top", None);
    }
    if (browser::top(row) - browser::top(other_row)).abs() > 4.0 {
        // One stands below the other.
        return;
    }
    let apart = (browser::top(one) - browser::top(other)).round();
    let (lower, by) = if apart > 0.0 { (other_row, apart) } else { (row, -apart) };
    browser::set_style(lower, "padding-top", Some(&format!("{}px", by as i32)));
}

/// A run by LOOK's table: a line, a number and a place; a hidden word for who does not see it.
pub fn run(words: &'static Words, here: Memo<Option<u32>>, run: Run) -> AnyView {
    let number = run.number;
    let here = move || number > 0 && here.get() == Some(number);
    let sup = move || view! { <sup class="n">{number}</sup> };
    let told = |word: &'static str| view! { <span class="hidden">{format!(" ({word}) ")}</span> };
    let text = run.text;
    match run.kind {
        RunKind::Context => view! { <span class="ctx">{text}</span> }.into_any(),
        RunKind::Same => text.into_any(),
        RunKind::Dropped => view! { <del class:is-here={here}>{told(words.dropped)}{text}{sup()}</del> }.into_any(),
        RunKind::Added => view! { <ins class:is-here={here}>{told(words.added)}{text}{sup()}</ins> }.into_any(),
        RunKind::Replaced => {
            view! { <span class="rep" class:is-here={here}>{told(words.replaced)}{text}{sup()}</span> }.into_any()
        }
        RunKind::Moved => {
            view! { <span class="mov" class:is-here={here}>{told(words.moved)}{text}{sup()}</span> }.into_any()
        }
        RunKind::GapDropped | RunKind::GapAdded => {
            let added = run.kind == RunKind::GapAdded;
            let word = if added { words.added_here } else { words.dropped_here };
            let class = if added { "gap on" } else { "gap" };
            view! {
                " "<span class={class} class:is-here={here}>
                    {told(word)}
                    <svg class="caret" viewBox={"0 0 10 10"} aria-hidden="true"><path d={"M1 9.5L5 2l4 7.5"}></path></svg>
                    {sup()}
                </span>
            }
            .into_any()
        }
    }
}

/// The list of differences; pressing one goes there.
fn changes(walk: Walk, listed: Vec<Difference>) -> AnyView {
    let words = walk.quotes.words;
    if listed.is_empty() {
        return view! { <p class="small muted">{words.no_differences}</p> }.into_any();
    }
    let line = move |difference: Difference| {
        let number = difference.number;
        let (a, b) = (difference.a, difference.b);
        let (content, word) = match difference.change {
            Change::Dropped => (view! { <del>{a}</del> }.into_any(), words.dropped),
            Change::Added => (view! { <ins>{b}</ins> }.into_any(), words.added),
            Change::Moved => {
                (view! { <span class="mov">{if a.is_empty() { b } else { a }}</span> }.into_any(), words.moved)
            }
            _ => (
                view! { <span class="rep">{a}</span>{format!(" {} ", words.becomes)}<span class="rep">{b}</span> }
                    .into_any(),
                words.replaced,
            ),
        };
        let current = move || (walk.here.get() == Some(number)).then_some("true");
        view! {
            <li>
                <button type="button" aria-current={current} on:click={move |_| walk.go(number)}>
                    <span class="num">{number}</span><span class="what">{content}</span><span class="op">{word}</span>
                </button>
            </li>
        }
    };
    view! { <ol class="dif">{listed.into_iter().map(line).collect_view()}</ol> }.into_any()
}

fn evidence(link: &Link, words: &'static Words) -> impl IntoView + use<> {
    if link.evidence.is_empty() {
        return view! { <p class="small muted">{words.why_none}</p> }.into_any();
    }
    let line = |(index, said): (usize, &crate::engine::Said)| {
        view! { <li><span class="num">{index + 1}</span><span>{said.r#in(words.language).to_owned()}</span></li> }
    };
    view! { <ol>{link.evidence.iter().enumerate().map(line).collect_view()}</ol> }.into_any()
}

/// To the pairs before and after, and the quote with its source for elsewhere.
fn ways(quotes: Quotes, engine: &Engine, at: &Link, link: u32) -> impl IntoView + use<> {
    let words = quotes.words;
    let neighbour = move |by: i64| {
        let links = quotes.links.read();
        let place = links.iter().position(|known| *known == link)? as i64 + by;
        links.get(usize::try_from(place).ok()?).copied()
    };
    let way = move |by: i64, name: &'static str| {
        move || neighbour(by).map(|link| view! { <a href={quotes.href(Some(link))}>{name}</a> })
    };
    let notice = quotes.app.notice;
    let copy = |form: CiteAs, name: &'static str| {
        let cited = cite(engine, at, &browser::page_address(), words.language, form);
        let copy = move |_| {
            browser::copy(&cited, move |done| {
                notice.set(if done { words.copied } else { words.not_copied }.to_owned())
            });
        };
        view! { <button type="button" class="linklike" on:click={copy}>{name}</button> }
    };
    view! {
        <p class="does2">
            {way(-1, words.previous_pair)}
            {way(1, words.next_pair)}
            {copy(CiteAs::Plain, words.copy_cited)}
            {copy(CiteAs::Linked, words.copy_linked)}
            {copy(CiteAs::Markdown, "Markdown")}
        </p>
    }
}
