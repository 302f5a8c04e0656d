//! Counting hits: by facet and by month.

use super::{Basis, Card, Facet, FacetField, FacetValue, Filters, MonthCount, OwnDate};
use crate::text::{Order, SortedMap};
use crate::{dates::Day, text::DocId};

const FIELDS: [FacetField; 4] = [FacetField::Document, FacetField::Kind, FacetField::Year, FacetField::Author];
/// A document that may be of more months than this is not spread over the histogram.
const MAX_MONTHS: i32 = 24;

/// Whether the filters let a document through; `except` leaves one field out of account.
pub fn passes(card: &Card, filters: &Filters, except: Option<FacetField>) -> bool {
    FIELDS.into_iter().filter(|field| Some(*field) != except).all(|field| {
        let chosen = chosen(filters, field);
        chosen.is_empty() || value(card, field).is_some_and(|value| chosen.contains(&value))
    }) && ((filters.from.is_none() && filters.to.is_none()) || within(card, filters.from, filters.to))
}

fn chosen(filters: &Filters, field: FacetField) -> &[String] {
    match field {
        FacetField::Document => &filters.documents,
        FacetField::Kind => &filters.kinds,
        FacetField::Year => &filters.years,
        FacetField::Author => &filters.authors,
    }
}

/// A document's value of a field, as [`Filters`] holds it.
fn value(card: &Card, field: FacetField) -> Option<String> {
    match field {
        FacetField::Document => Some(card.id.clone()),
        FacetField::Kind => card.kind.as_ref().map(|kind| kind.value.clone()),
        FacetField::Year => Some(year(card)),
        FacetField::Author => card.author.as_ref().map(|author| author.value.clone()),
    }
}

/// The date that places a document in time: the first one told.
fn dated(card: &Card) -> Option<&OwnDate> {
    card.main_dates().find(|date| date.basis == Basis::Curated).or_else(|| card.main_dates().next())
}

fn year(card: &Card) -> String {
    let Some(date) = dated(card) else { return "?".to_owned() };
    match (date.earliest.map(Day::year), date.latest.map(Day::year)) {
        (Some(first), Some(last)) if first != last => format!("{first}-{last}"),
        (Some(year), _) | (None, Some(year)) => year.to_string(),
        (None, None) => "?".to_owned(),
    }
}

/// Whether any of a document's dates may lie between these days. An undated document lies nowhere.
pub fn within(card: &Card, from: Option<Day>, to: Option<Day>) -> bool {
    card.main_dates().any(|date| {
        let known = date.earliest.is_some() || date.latest.is_some();
        let ends_before = from.zip(date.latest).is_some_and(|(from, latest)| latest < from);
        let begins_after = to.zip(date.earliest).is_some_and(|(to, earliest)| earliest > to);
        known && !ends_before && !begins_after
    })
}

/// The facets; `docs` holds the document of each passage that matches, whatever the filters say.
pub fn facets(cards: &[Card], filters: &Filters, docs: &[DocId]) -> Vec<Facet> {
    FIELDS.into_iter().map(|field| facet(cards, filters, docs, field)).collect()
}

fn facet(cards: &[Card], filters: &Filters, docs: &[DocId], field: FacetField) -> Facet {
    let mut values: Vec<FacetValue> = Vec::new();
    let mut place: SortedMap<String, usize> = SortedMap::default();
    let of_card: Vec<Option<usize>> = cards
        .iter()
        .map(|card| {
            let value = value(card, field)?;
            let at = *place.or_insert(value.clone(), values.len());
            if at == values.len() {
                let label = if field == FacetField::Document { card.short_title.clone() } else { value.clone() };
                let chosen = chosen(filters, field).contains(&value);
                values.push(FacetValue { value, label, n_passages: 0, chosen });
            }
            passes(card, filters, Some(field)).then_some(at)
        })
        .collect();
    for doc in docs {
        if let Some(at) = of_card.get(doc.index()).copied().flatten() {
            values[at].n_passages += 1;
        }
    }
    if field != FacetField::Document {
        values.order_by(|a, b| a.value.cmp(&b.value));
    }
    keep_fullest(&mut values);
    Facet { field, values }
}

/// Of very many values those with the most passages stand, and those that are chosen.
fn keep_fullest(values: &mut Vec<FacetValue>) {
    const MOST: usize = 60;
    let mut counts: Vec<usize> = values.iter().map(|value| value.n_passages).collect();
    counts.order_by(|a, b| b.cmp(a));
    if let Some(&most_left_out) = counts.get(MOST) {
        values.retain(|value| value.chosen || value.n_passages > most_left_out);
    }
}

/// Hits a month, in order of time.
pub fn months(cards: &[Card], docs: impl Iterator<Item = DocId>) -> Vec<MonthCount> {
    let mut by_doc: SortedMap<DocId, usize> = SortedMap::default();
    docs.for_each(|doc| *by_doc.or_insert(doc, 0) += 1);
    let mut months: SortedMap<i32, (usize, usize)> = SortedMap::default();
    for (doc, n) in by_doc.into_vec() {
        let Some((first, last)) = cards.get(doc.index()).and_then(dated).and_then(months_of) else { continue };
        for month in first..=last {
            let counts = months.or_insert(month, (0, 0));
            counts.0 += n;
            counts.1 += if first == last { 0 } else { n };
        }
    }
    let count = |(month, (n_passages, n_uncertain)): (i32, (usize, usize))| MonthCount {
        year: month.div_euclid(12),
        month: month.rem_euclid(12) as u32 + 1,
        n_passages,
        n_uncertain,
    };
    months.into_vec().into_iter().map(count).collect()
}

/// First and last month that a date allows, counted from the year 0.
fn months_of(date: &OwnDate) -> Option<(i32, i32)> {
    let month = |day: Day| {
        let (year, month, _) = day.ymd();
        year * 12 + month as i32 - 1
    };
    let (first, last) = (month(date.earliest?), month(date.latest?));
    (first <= last && last - first < MAX_MONTHS).then_some((first, last))
}
