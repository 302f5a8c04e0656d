//! A person's corrections of quotes, laid over what was found.

use super::manifest::QuoteOverride;
use crate::{
    quotes::{Link, Quotes, Side},
    text::{DocId, Document},
};

/// Hides links and chooses between them, as `dossier.toml` says.
pub fn quotes(quotes: &mut Quotes, told: &[QuoteOverride], documents: &[Document]) {
    for told in told {
        let here = |link: &Link| holds(link.b, told.doc, &told.quote, documents);
        let meant = |link: &Link| match &told.link {
            Some((doc, words)) => holds(link.a, *doc, words, documents),
            None => !told.hide,
        };
        quotes.links.retain(|link| !here(link) || meant(link));
    }
}

/// Whether a side is of this document and holds these words, or lies in them.
fn holds(side: Side, doc: DocId, words: &str, documents: &[Document]) -> bool {
    let text = one_line(side.span.of(&documents[side.doc.index()].text));
    let words = one_line(words);
    side.doc == doc && (text.contains(&words) || words.contains(&text))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
