//! Sources that are quoted but not in the dossier, each with its quotations.

use super::{Quotes, list::care_badge};
use crate::app::dom::prelude::*;
use crate::screen::{fill, quotes::gone, words::count};

#[component]
pub fn Gone(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    let sources = gone(&quotes.app.engine(), words);
    let all: usize = sources.iter().map(|source| source.quotations.len()).sum();
    let said = fill(words.gone_counts, &[&count(all, words.quote_one, words.quote_more, words.language)]);
    let quotation = |(text, route, closed): (String, crate::screen::Route, bool)| {
        let (end, mark) = if closed { ("”", None) } else { ("", Some(care_badge(words.finding_unclosed))) };
        view! { <li><a href={route.href()}>{format!("„{text}{end}")}</a>{mark.map(|mark| view! { " "{mark} })}</li> }
    };
    let source = move |source: crate::screen::quotes::Gone| {
        let n = source.quotations.len();
        view! {
            <li>
                <details>
                    <summary><span>{source.name}<span class="faint hint0">{source.hint}</span></span><span class="num">{n}</span></summary>
                    <ul>{source.quotations.into_iter().map(quotation).collect_view()}</ul>
                </details>
            </li>
        }
    };
    (!sources.is_empty()).then(|| {
        view! {
            <section class="gone" id="ontbreekt">
                <h2>{words.gone}</h2>
                <p class="small muted">{said}</p>
                <ul class="sources">{sources.into_iter().map(source).collect_view()}</ul>
            </section>
        }
    })
}
