//! "Ask with your own text": a pasted sentence or article, and what of the dossier it quotes.
//!
//! The text stands in the page's memory alone, as long as the page is open: never in the address, never stored.

use super::{Quotes, list::kind_badge, pair::run};
use crate::app::dom::prelude::*;
use crate::{
    app::{browser, figure::band},
    screen::{
        QuotesRoute, Route,
        asked::{AskedPair, asked},
        fill,
        quotes::kind_word,
        words::count,
    },
};

/// How long a reader pauses before the text is looked at.
const REST_MILLIS: u32 = 250;
const FIELD: &str = "eigen-tekst";

#[component]
pub fn Ask(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let is_open = move || quotes.route.read().asking;
    let turn = move |_| {
        let route = quotes.route.get_untracked();
        let asking = !route.asking;
        quotes.app.replace(Route::Quotes(QuotesRoute { asking, ..route }));
        if asking {
            browser::focus_later(FIELD);
        }
    };
    view! {
        <section class="ask" aria-label={words.ask}>
            <h2>
                <button type="button" class="linklike" aria-expanded={move || if is_open() { "true" } else { "false" }} on:click={turn}>
                    {words.ask}
                </button>
            </h2>
            {move || is_open().then(|| panel(quotes))}
        </section>
    }
}

fn panel(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let text = quotes.app.own_text;
    let pairs = Memo::new(move |_| asked(&quotes.app.engine(), &text.read()));
    let timer = StoredValue::new_local(None);
    let write = move |event| {
        let written = event_target_value(&event);
        timer.set_value(Some(browser::after(REST_MILLIS, move || text.set(written))));
    };
    let clear = move |_| {
        text.set(String::new());
        if let Some(field) = browser::by_id(FIELD) {
            browser::set_value(&field, "");
            browser::focus_element(&field);
        }
    };
    let said = move || {
        let n = pairs.read().len();
        match (text.read().trim().is_empty(), n) {
            (true, _) => String::new(),
            (_, 0) => words.ask_none.to_owned(),
            _ => fill(words.ask_found, &[&count(n, words.passage_one, words.passage_more, words.language)]),
        }
    };
    view! {
        <p class="small muted" id="eigen-tekst-uitleg">{words.ask_hint}</p>
        <label class="hidden" for={FIELD}>{words.ask_label}</label>
        <textarea id={FIELD} rows={"6"} aria-describedby="eigen-tekst-uitleg" on:input={write}>{text.get_untracked()}</textarea>
        <p class="answer">
            <span role="status">{said}</span>
            {move || (!text.read().is_empty()).then(|| view! { <button type="button" class="linklike" on:click={clear}>{words.ask_clear}</button> })}
        </p>
        <ol>{move || pairs.get().into_iter().map(|pair| answer(quotes, pair)).collect_view()}</ol>
    }
}

/// One passage of the dossier and the words that repeat it, as the pairs of the dossier itself are shown.
fn answer(quotes: Quotes, pair: AskedPair) -> impl IntoView {
    let words = quotes.words;
    let here = Memo::new(|_| None);
    let same = fill(words.words_same, &[&pair.counts.same.to_string(), &pair.counts.all.to_string()]);
    let runs = move |runs: Vec<_>| runs.into_iter().map(|each| run(words, here, each)).collect_view();
    view! {
        <li>
            <h3>{pair.summary.r#in(words.language).to_owned()}</h3>
            <p class="facts3">
                {band(&pair.band)}
                {kind_badge(pair.kind, kind_word(pair.kind, words))}
                {pair.maybe.then(|| view! { <span class="badge">{words.maybe}</span> })}
                <span>{same}</span>
            </p>
            <div class="sides">
                <section class="side">
                    <h4>{fill(words.side_source, &[&pair.name])}</h4>
                    <p>{runs(pair.source)}</p>
                    {pair.said.map(|name| view! { <p class="said">{fill(words.said_by, &[&name])}</p> })}
                    <p class="said"><a href={pair.href}>{words.to_passage}</a></p>
                </section>
                <section class="side">
                    <h4>{words.ask_here}</h4>
                    <p>{runs(pair.asked)}</p>
                </section>
            </div>
        </li>
    }
}
