//! Examples of queries, made of this dossier's own words: none is wired in, all find something.

use super::words::FirstWords;
use crate::engine::{Card, Engine, Order, SortedMap, lowered};

/// How many of the longest words are worth a try.
const TRIES: usize = 40;

/// A few queries that find something: two words, a phrase, a speaker, a month.
pub fn examples(engine: &Engine, words: &FirstWords) -> Vec<String> {
    let finds = |query: &String| engine.glance(query, &Default::default(), 1).n_passages > 0;
    let mut examples: Vec<String> = Vec::new();
    let titles: Vec<Vec<&str>> = engine.cards().iter().take(TRIES).map(title_words).collect();
    let phrases: Vec<Vec<&str>> = engine.cards().iter().take(TRIES).flat_map(phrases).collect();
    let pairs =
        phrases.iter().flat_map(|phrase| phrase.windows(2)).filter(|pair| pair.iter().all(|word| word.len() > 7));
    examples.extend(pairs.map(|pair| lowered(&pair.join(" "))).find(finds));
    let speakers = speakers(engine);
    examples.extend(speakers.into_iter().take(3).map(|name| prefixed(words.speaker_key, &name)).find(finds));
    let singles = titles.iter().flatten().filter(|word| word.len() > 7).map(|word| lowered(word));
    let fresh = singles.filter(|word| !examples.iter().any(|example| example.contains(word.as_str())));
    examples.extend(fresh.take(TRIES).collect::<Vec<_>>().into_iter().find(finds));
    examples
}

/// The query language, each line with an example and what it does.
pub fn syntax(engine: &Engine, words: &FirstWords) -> Vec<(String, String)> {
    let cards = engine.cards();
    let mut long = cards.iter().take(TRIES).flat_map(title_words).filter(|word| word.len() > 5).map(lowered);
    let (a, b) = (long.next().unwrap_or_else(|| "a".into()), long.next().unwrap_or_else(|| "b".into()));
    let mut lines = vec![
        (format!("\"{a} {b}\""), words.help_phrase),
        (format!("{a} -{b}"), words.help_not),
        (format!("{a} {} {b}", words.or_key), words.help_or),
        (format!("{}*", a.chars().take(5).collect::<String>()), words.help_prefix),
    ];
    lines.extend(speakers(engine).first().map(|name| (prefixed(words.speaker_key, name), words.help_speaker)));
    let kinds = cards.iter().find_map(|card| card.kind.as_ref());
    lines.extend(kinds.map(|kind| (prefixed(words.kind_key, &lowered(&kind.value)), words.help_kind)));
    lines.extend(cards.first().map(|card| (format!("{a} in:{}", card.id), words.help_document)));
    lines.extend(
        engine.dossier().earliest.map(|day| (format!("{a} {}:{}", words.after_key, day.year()), words.help_time)),
    );
    lines.into_iter().map(|(query, meaning)| (query, meaning.to_owned())).collect()
}

fn prefixed(key: &str, value: &str) -> String {
    if value.contains(' ') { format!("{key}:\"{value}\"") } else { format!("{key}:{value}") }
}

/// The words of a title, parted where punctuation parts them.
fn phrases(card: &Card) -> Vec<Vec<&str>> {
    let phrases = card.title.value.split([',', ';', ':', '(', ')', '.', '?', '!', '–', '/']);
    phrases.map(|phrase| phrase.split(' ').filter(|word| !word.is_empty()).collect()).collect()
}

fn title_words(card: &Card) -> Vec<&str> {
    card.title.value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Last words of the names of those who are quoted, most quoted first; what is no name ("de brief") is left out.
fn speakers(engine: &Engine) -> Vec<String> {
    let mut counts: SortedMap<&str, usize> = SortedMap::default();
    for name in engine.quotations().iter().filter_map(|quotation| quotation.speaker.as_deref()) {
        *counts.or_insert(name, 0) += 1;
    }
    let mut names: Vec<(&str, usize)> = counts.into_vec();
    names.order_by_key(|&(name, n)| (std::cmp::Reverse(n), name));
    let last = names.into_iter().filter_map(|(name, _)| name.split(' ').next_back());
    last.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_owned).collect()
}
