//! A search's answer as it is shown: marked pieces, corrected letters, chips, facets, ways out of an empty result.

use super::{
    fill,
    timeline_dates::short_span,
    words::{FirstWords, count},
};
use crate::engine::{Answer, Card, DocId, Engine, FacetField, Filters, Hit, Order, Snippet, Span, lower};
use serde::{Deserialize, Serialize};

/// Text, and whether it is marked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// The words at `span`, with the parts in `marks` marked. Pieces put together are the words; breaks become spaces.
/// Marks that only a space parts become one.
pub fn marked(text: &str, span: Span, marks: &[Span]) -> Vec<Piece> {
    let marks = joined(text, marks);
    let mut pieces = Vec::new();
    let mut at = span.start_byte;
    let mut push = |start_byte: u32, end_byte: u32, marked: bool| {
        let piece = Span { start_byte, end_byte }.of(text);
        if !piece.is_empty() {
            pieces.push(Piece { text: piece.replace(['\n', '\t'], " "), marked });
        }
    };
    for mark in marks.iter().filter(|mark| mark.overlaps(span)) {
        let (from, to) = (mark.start_byte.max(at), mark.end_byte.min(span.end_byte));
        if from >= to {
            continue;
        }
        if at < from {
            push(at, from, false);
        }
        push(from, to, true);
        at = to;
    }
    if at < span.end_byte {
        push(at, span.end_byte, false);
    }
    pieces
}

/// Marks that lie side by side, taken together.
pub fn joined(text: &str, marks: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &mark in marks {
        match joined.last_mut() {
            Some(last)
                if last.end_byte < mark.start_byte
                    && Span { start_byte: last.end_byte, end_byte: mark.start_byte }.of(text).trim().is_empty() =>
            {
                *last = last.hull(mark);
            }
            _ => joined.push(mark),
        }
    }
    joined
}

/// A hit's snippet, with `…` where the passage goes on.
pub fn snippet(hit: &Hit) -> Vec<Piece> {
    let Snippet { span, text, highlights } = &hit.snippet;
    let within = |mark: &Span| Span {
        start_byte: mark.start_byte.saturating_sub(span.start_byte),
        end_byte: mark.end_byte.saturating_sub(span.start_byte),
    };
    let marks: Vec<Span> = highlights.iter().map(within).collect();
    let mut pieces = marked(text, Span::new(0, text.len()), &marks);
    let dots = |text: &str| Piece { text: text.to_owned(), marked: false };
    if hit.snippet.span.start_byte > hit.span.start_byte {
        pieces.insert(0, dots("… "));
    }
    if hit.snippet.span.end_byte < hit.span.end_byte {
        pieces.push(dots(" …"));
    }
    pieces
}

/// `used` with the letters marked that `typed` does not have in that order: a longest common subsequence.
pub fn corrected(typed: &str, used: &str) -> Vec<Piece> {
    let a: Vec<char> = typed.chars().map(lower).collect();
    let b: Vec<char> = used.chars().collect();
    if a.len() * b.len() > 10_000 {
        return vec![Piece { text: used.to_owned(), marked: true }];
    }
    let mut best = vec![vec![0u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i][j] = if same(a[i], b[j]) { best[i + 1][j + 1] + 1 } else { best[i + 1][j].max(best[i][j + 1]) };
        }
    }
    let (mut i, mut pieces) = (0, Vec::<Piece>::new());
    for (j, &letter) in b.iter().enumerate() {
        while i < a.len() && !same(a[i], letter) && best[i + 1][j] >= best[i][j + 1].max(1) {
            i += 1;
        }
        let kept = i < a.len() && same(a[i], letter);
        i += usize::from(kept);
        match pieces.last_mut() {
            Some(last) if last.marked != kept => last.text.push(letter),
            _ => pieces.push(Piece { text: letter.to_string(), marked: !kept }),
        }
    }
    pieces
}

fn same(a: char, b: char) -> bool {
    a == b || lower(b) == a
}

/// One filter that stands, and the filters without it.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterChip {
    pub label: String,
    pub without: Filters,
}

pub fn filter_chips(filters: &Filters, cards: &[Card], words: &FirstWords) -> Vec<FilterChip> {
    let mut chips = Vec::new();
    let mut list = |name: &str, values: Vec<String>, without: Filters| {
        if !values.is_empty() {
            chips.push(FilterChip { label: fill("{}: {}", &[name, &values.join(", ")]), without });
        }
    };
    let titles = filters.documents.iter().map(|id| short_title(cards, id)).collect();
    list(words.document, titles, Filters { documents: Vec::new(), ..filters.clone() });
    list(words.kind, filters.kinds.clone(), Filters { kinds: Vec::new(), ..filters.clone() });
    let years = filters.years.iter().map(|year| year_label(year, words)).collect();
    list(words.year, years, Filters { years: Vec::new(), ..filters.clone() });
    list(words.author, filters.authors.clone(), Filters { authors: Vec::new(), ..filters.clone() });
    if let (Some(from), Some(to)) = (filters.from, filters.to) {
        let label = short_span(from, to, words.language);
        chips.push(FilterChip { label, without: Filters { from: None, to: None, ..filters.clone() } });
    }
    if filters.noise {
        let without = Filters { noise: false, ..filters.clone() };
        chips.push(FilterChip { label: words.noise_too.to_owned(), without });
    }
    chips
}

fn short_title(cards: &[Card], id: &str) -> String {
    cards.iter().find(|card| card.id == id).map_or_else(|| id.to_owned(), |card| card.short_title.clone())
}

/// `2022-2023` as "2022 of 2023", `?` as "zonder datum".
pub fn year_label(value: &str, words: &FirstWords) -> String {
    match value.split_once('-').filter(|(first, _)| !first.is_empty()) {
        _ if value == "?" => words.without_date.to_owned(),
        Some((first, last)) => fill(words.either_year, &[first, last]),
        None => value.to_owned(),
    }
}

pub fn field_name(field: FacetField, words: &FirstWords) -> &'static str {
    match field {
        FacetField::Document => words.document,
        FacetField::Kind => words.kind,
        FacetField::Year => words.year,
        FacetField::Author => words.author,
    }
}

/// The filters with one value of one field switched over.
pub fn toggled(filters: &Filters, field: FacetField, value: &str) -> Filters {
    let mut filters = filters.clone();
    let values = match field {
        FacetField::Document => &mut filters.documents,
        FacetField::Kind => &mut filters.kinds,
        FacetField::Year => &mut filters.years,
        FacetField::Author => &mut filters.authors,
    };
    match values.iter().position(|chosen| chosen == value) {
        Some(index) => drop(values.remove(index)),
        None => {
            values.push(value.to_owned());
            values.order();
        }
    }
    filters
}

pub fn n_filters(filters: &Filters) -> usize {
    let lists = [&filters.documents, &filters.kinds, &filters.years, &filters.authors];
    lists.iter().map(|list| list.len()).sum::<usize>()
        + usize::from(filters.from.is_some())
        + usize::from(filters.noise)
}

/// Hits of one document that stand before "all 15 passages": enough to judge by, few enough to see the next document.
pub const A_FEW: usize = 4;

/// Whether a few hits of each document are listed, or all: where only one document was found or asked for.
pub fn is_few(answer: &Answer) -> bool {
    answer.groups.len() > 1
}

/// How many passages of a document match; 0 where they were not counted.
pub fn n_passages(answer: &Answer, doc: DocId) -> usize {
    let group = answer.groups.iter().find(|group| group.doc == doc);
    group.filter(|_| answer.counted).map_or(0, |group| group.n_passages)
}

/// "20 passages in 2 documenten".
pub fn counted(answer: &Answer, words: &FirstWords) -> (String, String) {
    if !answer.counted {
        return (words.counting.to_owned(), String::new());
    }
    let passages = count(answer.n_passages, words.passage, words.passages, words.language);
    let documents = count(answer.n_documents, words.a_document, words.some_documents, words.language);
    let passages = if answer.at_least { fill(words.at_least, &[&passages]) } else { passages };
    (passages, fill(words.in_these, &[&documents]))
}

/// A way out of an empty result: what to change, and how much that finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    pub label: String,
    pub query: String,
    pub filters: Filters,
    pub n_passages: usize,
}

/// What else could be asked, each tried. Only ways that have results are worth a link.
pub fn ways(engine: &Engine, query: &str, filters: &Filters, answer: &Answer, words: &FirstWords) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut attempt = |label: String, query: &str, filters: Filters| {
        let n_passages = engine.search(query, &filters, 0).n_passages;
        ways.push(Way { label, query: query.to_owned(), filters, n_passages });
    };
    for word in &answer.nearest {
        attempt(fill(words.search_for, &[word]), word, filters.clone());
    }
    let chips = filter_chips(filters, engine.cards(), words);
    if !chips.is_empty() {
        attempt(words.without_filters.to_owned(), query, Filters::default());
    }
    if chips.len() > 1 {
        for chip in chips {
            attempt(fill(words.without, &[&chip.label]), query, chip.without);
        }
    }
    if answer.chips.len() > 1 {
        for chip in answer.chips.iter().filter(|chip| !chip.without.trim().is_empty()) {
            attempt(fill(words.without, &[&chip.text]), &chip.without, filters.clone());
        }
    }
    if !filters.noise {
        attempt(words.also_in_noise.to_owned(), query, Filters { noise: true, ..filters.clone() });
    }
    ways
}

/// The query with every corrected word in quotation marks: then it is taken as typed.
pub fn exactly(query: &str, answer: &Answer) -> String {
    let mut exact = query.to_owned();
    for correction in &answer.corrections {
        exact = exact.replacen(&correction.typed, &fill("\"{}\"", &[&correction.typed]), 1);
    }
    exact
}

/// A passage to paste elsewhere: the words, whose they are, where they stand.
pub fn citation(engine: &Engine, card: &Card, span: Span, link: &str, words: &FirstWords) -> String {
    let text = span.of(&engine.document(card.doc).text).replace('\n', " ");
    let (open, close) = match words.language {
        crate::engine::Language::Dutch => ("„", "”"),
        crate::engine::Language::English => ("“", "”"),
    };
    let mut said = fill("{}{}{}\n{}", &[open, text.trim(), close, &card.title.value]);
    for date in card.main_dates() {
        said.push_str(", ");
        said.push_str(Engine::say_date(&date.edtf).r#in(words.language));
    }
    for address in card.source.iter().map(String::as_str).chain([link]) {
        said.push('\n');
        said.push_str(address);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| if piece.marked { fill("[{}]", &[&piece.text]) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn marks_what_matched() {
        let check = |marks: &[(usize, usize)], expected: &str| {
            let marks: Vec<_> = marks.iter().map(|&(from, to)| Span::new(from, to)).collect();
            assert_eq!(shown(&marked("een twee drie", Span::new(4, 13), &marks)), expected);
        };
        check(&[], "twee drie");
        check(&[(4, 8)], "[twee] drie");
        check(&[(0, 3)], "twee drie");
        check(&[(2, 6), (5, 8)], "[tw][ee] drie");
        check(&[(9, 13)], "twee [drie]");
        check(&[(4, 8), (9, 13)], "[twee drie]");
    }

    #[test]
    fn shows_which_letters_were_corrected() {
        for (typed, used, expected) in [
            ("ambtelyk", "ambtelijk", "ambtel[ij]k"),
            ("vakmanschp", "vakmanschap", "vakmansch[a]p"),
            ("Zoeken", "zoeken", "zoeken"),
            ("teh", "the", "th[e]"),
            ("", "het", "[het]"),
        ] {
            assert_eq!(shown(&corrected(typed, used)), expected, "{typed}");
        }
    }

    #[test]
    fn says_years() {
        let words = super::super::first_words(crate::engine::Language::Dutch);
        for (value, expected) in
            [("2023", "2023"), ("2022-2023", "2022 of 2023"), ("?", "zonder datum"), ("-50", "-50")]
        {
            assert_eq!(year_label(value, words), expected);
        }
    }

    proptest! {
        #[test]
        fn marking_keeps_the_text(text in "\\PC{0,40}", cuts in prop::collection::vec((0usize..60, 0usize..60), 0..6)) {
            let border = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let mut marks: Vec<Span> =
                cuts.iter().map(|&(a, b)| Span::new(border(a.min(b)), border(a.max(b)))).collect();
            marks.order();
            let pieces = marked(&text, Span::new(0, text.len()), &marks);
            prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}
