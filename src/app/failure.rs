//! The page that says what is wrong with a dossier. The plain text of the documents stays below it.

use super::browser;
use crate::app::dom::prelude::*;
use crate::{
    engine::{CorpusError, Language},
    screen::first_words,
};

#[component]
pub fn Failure(error: CorpusError) -> impl IntoView {
    let english = browser::root_language().is_some_and(|language| language.starts_with("en"));
    let words = first_words(if english { Language::English } else { Language::Dutch });
    let title = match &error {
        CorpusError::Empty | CorpusError::NotACorpus => words.no_dossier,
        CorpusError::Newer { .. } => words.newer_dossier,
        _ => words.damaged_dossier,
    };
    let damaged = title == words.damaged_dossier;
    let said = error.said().r#in(words.language).to_owned();
    let copied = said.clone();
    view! {
        <section class="state frame" id="fout">
            <div class="wrong" role="alert">
                <p class="label">{words.not_opened}</p>
                <h1>{title}</h1>
                {damaged.then(|| view! { <p class="muted">{words.rather_nothing}</p> })}
            </div>
            <dl class="facts2"><dt>{words.what_is_wrong}</dt><dd><code>{said}</code></dd></dl>
            <div class="acts">
                <button class="button is-first" type="button" on:click={|_| browser::reload()}>{words.try_again}</button>
                <button class="button" type="button" on:click={move |_| browser::copy(&copied, |_| ())}>{words.copy_message}</button>
            </div>
            {damaged.then(|| view! { <p class="muted">{words.copying_helps}</p> })}
        </section>
    }
}
