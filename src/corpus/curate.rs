//! A person's corrections of quotes, laid over what was found.

use super::manifest::QuoteOverride;
use crate::{
    quotes::{self, Link, Quotable, Quotes, Side, told_link},
    text::{DocId, Document, Span},
};

/// Makes, joins, confirms and hides links, as `dossier.toml` says, one correction after the other.
pub fn quotes(quotes: &mut Quotes, told: &[QuoteOverride], dossier: &[Quotable<'_>]) {
    for told in told {
        correct(quotes, told, dossier);
    }
    if !told.is_empty() {
        quotes::settle(quotes, dossier);
    }
}

fn correct(quotes: &mut Quotes, told: &QuoteOverride, dossier: &[Quotable<'_>]) {
    let document = |doc: DocId| dossier.iter().find(|one| one.doc == doc);
    let holds = |side: Side, doc: DocId, words: &str| {
        side.doc == doc && document(doc).is_some_and(|one| says(one.document, side.span, words))
    };
    let here = |link: &Link| holds(link.b, told.doc, &told.quote);
    let meant = |link: &Link| told.link.as_ref().is_none_or(|(doc, words)| holds(link.a, *doc, words));
    let source = told.source.as_deref();
    if told.hide {
        quotes.links.retain(|link| !here(link) || !meant(link));
        return;
    }
    if !told.merge.is_empty() {
        join(quotes, told, dossier, &holds);
    }
    if told.link.is_some() || told.confirm {
        quotes.links.retain(|link| !here(link) || meant(link));
        quotes.links.iter_mut().filter(|link| here(link)).for_each(|link| quotes::confirm(link, source));
    }
    if let Some((doc, words)) = &told.link
        && !quotes.links.iter().any(here)
        && let (Some(a), Some(b)) = (document(*doc), document(told.doc))
        && let (Some(from), Some(to)) = (find(a.document, words), find(b.document, &told.quote))
    {
        quotes.links.extend(told_link(*a, *b, &[(from, to)], source));
    }
}

/// Makes one link of several that stand in the same two documents.
fn join(
    quotes: &mut Quotes,
    told: &QuoteOverride,
    dossier: &[Quotable<'_>],
    holds: &dyn Fn(Side, DocId, &str) -> bool,
) {
    let Some(first) = quotes.links.iter().find(|link| holds(link.b, told.doc, &told.quote)) else { return };
    let from = first.a.doc;
    let all = || std::iter::once(&told.quote).chain(&told.merge);
    let part = |link: &Link| link.a.doc == from && all().any(|words| holds(link.b, told.doc, words));
    let places: Vec<(Span, Span)> =
        quotes.links.iter().filter(|link| part(link)).map(|link| (link.a.span, link.b.span)).collect();
    let document = |doc: DocId| dossier.iter().find(|one| one.doc == doc).copied();
    if let (true, Some(a), Some(b)) = (places.len() > 1, document(from), document(told.doc))
        && let Some(link) = told_link(a, b, &places, told.source.as_deref())
    {
        quotes.links.retain(|link| !part(link));
        quotes.links.push(link);
    }
}

/// Whether a stretch holds these words, or lies in them.
fn says(document: &Document, span: Span, words: &str) -> bool {
    let (text, words) = (one_line(span.of(&document.text)), one_line(words));
    text.contains(&words) || words.contains(&text)
}

/// Where the words stand, whatever the white space.
fn find(document: &Document, words: &str) -> Option<Span> {
    crate::readers::find_words(&document.text, words, 0)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
