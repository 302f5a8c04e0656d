//! What the index finds for a query: its words and, where no passage holds them all, the days that they name.

use super::{Engine, Filters, asked};
use crate::{
    search::{Found, Hit, Index, Query, Texts, Wanted},
    text::{Order, Said, Span},
};

/// What was asked in the end, what was found, and what a reader should know of that.
pub struct Sought {
    pub query: Query,
    pub found: Found,
    pub notes: Vec<Said>,
}

/// How much is wanted: see [`Wanted`].
#[derive(Clone, Copy)]
pub struct Measure {
    pub limit: usize,
    pub count: bool,
    pub wide: bool,
}

pub fn seek(engine: &Engine, index: &Index<'_>, typed: &str, filters: &Filters, measure: Measure) -> Sought {
    let query = Query::parse_with(typed, &|text| asked::date_bytes(engine.dates.read, text));
    let by_words = run(engine, index, query, filters, measure);
    let is_meant = is_complete(&by_words.found) && by_words.found.corrections.is_empty();
    if is_meant || !asked::may_name_a_day(typed) {
        return by_words;
    }
    (engine.dates.by_days)(engine, index, typed, filters, measure, by_words)
}

/// What is asked when a query's words were not found, and may name a day.
pub type ByDays = fn(&Engine, &Index<'_>, &str, &Filters, Measure, Sought) -> Sought;

/// Passages that name the query's days in other words, where there are any.
pub fn by_days(
    engine: &Engine,
    index: &Index<'_>,
    typed: &str,
    filters: &Filters,
    measure: Measure,
    by_words: Sought,
) -> Sought {
    let Some(days) = asked::with_days(engine.dates.read, typed, &by_words.query) else { return by_words };
    // A month is no typing error, nor is a year: "maart 2022" never means "maar 2021".
    let misread = by_words.found.corrections.iter().any(|(word, _)| asked::is_in_date(word, typed, &days));
    if is_complete(&by_words.found) && !misread {
        return by_words;
    }
    let mut by_days = run(engine, index, days, filters, measure);
    let found_none = by_days.found.hits.is_empty() && by_days.found.matched.is_empty();
    if found_none {
        let mut of_then = run(engine, index, asked::of_those_days(&by_days.query), filters, measure);
        if is_complete(&of_then.found) {
            of_then.notes.push(Said::new(
                "Geen passage noemt deze datum; dit zijn passages uit documenten van die tijd.",
                "No passage names this date; these are from documents of that time.",
            ));
            return of_then;
        }
    }
    if found_none && !misread && by_days.query.wanted().next().is_some() {
        return by_words;
    }
    if found_none {
        // Nothing but a date, and nobody names it: passages with its month in another year would mislead.
        return by_days;
    }
    by_days.notes.push(Said::new(
        "Geen passage bevat deze woorden zo; dit zijn passages die dezelfde datum noemen.",
        "No passage holds these words as they are; these name the same date.",
    ));
    by_days
}

fn is_complete(found: &Found) -> bool {
    found.hits.first().is_some_and(|hit| hit.complete) || found.matched.iter().any(|matched| matched.complete)
}

fn run(engine: &Engine, index: &Index<'_>, query: Query, filters: &Filters, measure: Measure) -> Sought {
    let mut notes = query.notes.clone();
    let asked = asked::restriction(engine, &query, filters, &mut notes);
    let Measure { limit, count, wide } = measure;
    let admit = |doc, span, layer| asked.admit(doc, span, layer);
    let mut found = index.search(&query, &engine.corpus, &Wanted { limit, admit: &admit, count, wide });
    for hit in &mut found.hits {
        let dates = asked.dates_in(hit.doc, hit.span);
        mark(engine, hit, dates);
    }
    Sought { query, found, notes }
}

/// Highlights the dates that were asked for, and shows the first where nothing else is to be shown.
fn mark(engine: &Engine, hit: &mut Hit, dates: Vec<Span>) {
    let Some(first) = dates.first().copied() else { return };
    if hit.highlights.is_empty() && !hit.snippet.contains(first) {
        let text = engine.corpus.stretch(hit.doc, hit.span);
        let from = hit.span.start();
        hit.snippet = around(&text, first.start() - from, first.end() - from).shift(from);
    }
    hit.highlights.extend(dates);
    hit.highlights.order();
    hit.highlights.dedup_by(|next, kept| kept.overlaps(*next));
}

/// Some words before and behind `start..end`.
fn around(text: &str, start: usize, end: usize) -> Span {
    const BEFORE: usize = 80;
    const BEHIND: usize = 160;
    let before = text.get(..start).unwrap_or_default();
    let skipped = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let from = if skipped == 0 { 0 } else { before[skipped..].find(' ').map_or(start, |space| skipped + space + 1) };
    let behind = text.get(end..).unwrap_or_default();
    let to = match behind.char_indices().nth(BEHIND) {
        Some((at, _)) => end + behind[..at].rfind(' ').unwrap_or(at),
        None => text.len().max(end),
    };
    Span::new(from, to)
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn shows_whole_words() {
        let text = format!("{}op 3 mei 2022 kwam {}", "één woord ".repeat(20), "en meer ".repeat(40));
        let start = text.find("3 mei").unwrap();
        let shown = around(&text, start, start + 10).of(&text).to_owned();
        assert!(shown.starts_with("één ") || shown.starts_with("woord "), "{shown}");
        assert!(shown.contains("3 mei 2022 kwam en") && shown.ends_with("meer"), "{shown}");
        assert_eq!(around("op 3 mei", 3, 8).of("op 3 mei"), "op 3 mei");
    }
}
