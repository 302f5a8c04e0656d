//! What a query and the filters ask of documents: which take part, and how that is shown as chips.

use super::{Card, Chip, ChipKind, Engine, Filters, ReadDates, counts};
use crate::{
    corpus::Corpus,
    dates::{Day, TimexKind},
    search::{Admit, Asked, Clause, Field, Query, Wording},
    text::{DocId, Layer, Order, Said, Span, fold},
};

/// How many bytes at the start of `text` are a date, or two with a word between: what `na:` and `tussen:` ask for.
pub fn date_bytes(read_dates: ReadDates, text: &str) -> usize {
    const LONGEST: usize = 80;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let mut dates = read_dates(text).into_iter().map(|mention| mention.span).peekable();
    let Some(first) = dates.next_if(|span| span.start() == 0) else { return year_bytes(text) };
    let second = dates.next().filter(|second| {
        let between = text.get(first.end()..second.start()).unwrap_or("?").trim();
        matches!(between, "en" | "and" | "tot" | "t/m" | "to" | "-" | "–" | "/")
    });
    second.unwrap_or(first).end()
}

/// A year before a word that makes it a number elsewhere ("2022 ambtenaren"): behind `na` it is one.
fn year_bytes(text: &str) -> usize {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if n_digits == 4 && text.starts_with(['1', '2']) { n_digits } else { 0 }
}

/// Which documents and passages take part.
pub struct Restriction {
    /// What the query's own fields let through, for each document.
    admitted: Vec<bool>,
    /// What the filters beside the query let through.
    shown: Vec<bool>,
    noise: bool,
    /// Where the speakers asked for are quoted; `None` where nobody is asked for.
    spoken: Option<Vec<Place>>,
    /// For each date asked for, where it is named.
    named: Vec<Vec<Place>>,
    /// Where speakers and dates are that are not wanted.
    unwanted: Vec<Place>,
}

pub type Place = (DocId, Span);

impl Restriction {
    /// Where the dates asked for are named within this stretch, in order.
    pub fn dates_in(&self, doc: DocId, span: Span) -> Vec<Span> {
        let all = self.named.iter().flatten().filter(|place| place.0 == doc && span.contains(place.1));
        let mut spans: Vec<Span> = all.map(|place| place.1).collect();
        spans.order();
        spans.dedup();
        spans
    }

    pub fn admit(&self, doc: DocId, span: Span, layer: Layer) -> Admit {
        let at = doc.index();
        let meets = |places: &Vec<Place>| {
            let from = places.partition_point(|place| place.0 < doc);
            places[from..].iter().take_while(|place| place.0 == doc).any(|place| place.1.overlaps(span))
        };
        let is_there = self.spoken.iter().chain(&self.named).all(meets) && !meets(&self.unwanted);
        if !self.admitted.get(at).copied().unwrap_or(false) || (layer.is_noise() && !self.noise) || !is_there {
            Admit::No
        } else if self.shown.get(at).copied().unwrap_or(false) {
            Admit::Shown
        } else {
            Admit::Counted
        }
    }
}

/// Reads the query's fields and the filters. What a field names that the dossier does not hold is said in `notes`.
pub fn restriction(engine: &Engine, query: &Query, filters: &Filters, notes: &mut Vec<Said>) -> Restriction {
    let n_documents = engine.corpus.records().len();
    let mut admitted = vec![true; n_documents];
    let (mut spoken, mut named, mut unwanted): (Option<Vec<Place>>, _, _) = (None, Vec::new(), Vec::new());
    for asked in &query.fields {
        let places = match asked.field {
            Field::Speaker => Some(spoken_by(&engine.corpus, &asked.value)),
            Field::On => asked_days(engine.dates.read, asked).map(|days| (engine.dates.named)(&engine.corpus, days)),
            _ => None,
        };
        if let Some(places) = places {
            if places.is_empty() {
                notes.push(unknown(asked));
            }
            match asked.field {
                _ if asked.unwanted => unwanted.extend(places),
                Field::Speaker => spoken.get_or_insert_default().extend(places),
                _ => named.push(places),
            }
            continue;
        }
        let Some(fits) = fits(engine, asked) else {
            notes.push(Said::new(
                format!("„{}” is niet als datum herkend en telt niet mee.", asked.value),
                format!("“{}” was not recognised as a date and does not count.", asked.value),
            ));
            continue;
        };
        if !fits.contains(&true) {
            notes.push(unknown(asked));
        }
        admitted.iter_mut().zip(fits).for_each(|(admitted, fits)| *admitted &= fits != asked.unwanted);
    }
    if let Some(places) = &mut spoken {
        places.order();
    }
    unwanted.order();
    let shown = match filters.lets_all_documents() {
        true => vec![true; n_documents],
        false => engine.cards().iter().map(|card| counts::passes(card, filters, None)).collect(),
    };
    Restriction { admitted, shown, noise: filters.noise, spoken, named, unwanted }
}

fn unknown(asked: &Asked) -> Said {
    Said::new(
        format!("Niets in dit dossier past bij „{}”.", asked.value),
        format!("Nothing in this dossier fits “{}”.", asked.value),
    )
}

/// Whether each document fits a field; `None` where a date was asked for and none was understood.
fn fits(engine: &Engine, asked: &Asked) -> Option<Vec<bool>> {
    let wanted = fold(&asked.value);
    let holds = |text: &str| fold(text).contains(&wanted);
    let told = |told: &Option<crate::text::Told>| told.as_ref().is_some_and(|told| holds(&told.value));
    let days = asked_days(engine.dates.read, asked);
    if days.is_none() && asked.field.is_date() {
        return None;
    }
    let (from, to) = days.unwrap_or_default();
    let fit = |card: &Card| match asked.field {
        Field::Speaker | Field::On => true,
        Field::Author => told(&card.author) || told(&card.sender),
        Field::Kind => told(&card.kind),
        Field::Document => {
            card.id == asked.value
                || [&card.title.value, &card.short_title, &card.file].into_iter().any(|name| holds(name))
        }
        Field::After | Field::Since | Field::Before | Field::Between => counts::within(card, from, to),
    };
    Some(engine.cards().iter().map(fit).collect())
}

pub type Days = (Option<Day>, Option<Day>);

/// First and last day that a date field lets through.
fn asked_days(read_dates: ReadDates, asked: &Asked) -> Option<Days> {
    let mentions = read_dates(&asked.value);
    let (first, last) = (mentions.first()?, mentions.last()?);
    Some(match asked.field {
        // From the day after: `na: 2022` begins in 2023.
        Field::After => (Some(Day(first.latest.or(first.earliest)?.0 + 1)), None),
        Field::Since => (first.earliest.or(first.latest), None),
        Field::Before => (None, Some(Day(first.earliest.or(first.latest)?.0 - 1))),
        _ => (first.earliest, last.latest),
    })
}

/// The query with the days that its words name ("11 november 2022", "zomer 2022") asked for as days; `None` where it names
/// none.
pub fn with_days(read_dates: ReadDates, typed: &str, query: &Query) -> Option<Query> {
    let is_word = |clause: &Clause| !clause.unwanted && !matches!(clause.any[..], [Wording::Phrase { .. }]);
    let mut with_days = query.clone();
    for mention in read_dates(typed) {
        let is_known = mention.kind == TimexKind::Date && mention.earliest.is_some() && mention.latest.is_some();
        let said = |clause: &Clause| is_known && is_word(clause) && mention.span.contains(clause.span);
        if with_days.clauses.iter().any(said) {
            let leads = |clause: &Clause| is_word(clause) && leads_to(typed, clause.span, mention.span);
            with_days.clauses.retain(|clause| !said(clause) && !leads(clause));
            let value = mention.span.of(typed).to_owned();
            with_days.fields.push(Asked { unwanted: false, field: Field::On, value, span: mention.span });
        }
    }
    (with_days.fields.len() > query.fields.len()).then_some(with_days)
}

/// Whether a word is no more than the way into the date behind it: "in 2024", "op 3 mei".
fn leads_to(typed: &str, word: Span, date: Span) -> bool {
    let between = typed.get(word.end()..date.start()).is_some_and(|between| between.trim().is_empty());
    between && matches!(&*fold(word.of(typed)), "in" | "op" | "on" | "van" | "of" | "uit" | "from" | "per")
}

/// The same query, of documents from the days that it names rather than passages that name them.
pub fn of_those_days(query: &Query) -> Query {
    let mut query = query.clone();
    for asked in query.fields.iter_mut().filter(|asked| asked.field == Field::On && !asked.unwanted) {
        asked.field = Field::Between;
    }
    query
}

/// Whether a word stands in one of the days that a query names.
pub fn is_in_date(word: &str, typed: &str, query: &Query) -> bool {
    let word = fold(word);
    let days = query.fields.iter().filter(|asked| asked.field == Field::On);
    days.map(|asked| fold(asked.span.of(typed))).any(|day| day.contains(&word))
}

/// Whether it is worth asking what reads dates: a first part of the page has that only later.
pub fn may_name_a_day(typed: &str) -> bool {
    const BEGINNINGS: [&str; 20] = [
        "jan", "feb", "maa", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec",
        "lent", "zome", "herf", "wint", "kwar",
    ];
    let has_digit = typed.bytes().any(|byte| byte.is_ascii_digit());
    has_digit || typed.split_whitespace().any(|word| BEGINNINGS.iter().any(|begin| fold(word).starts_with(begin)))
}

/// Where these days are named: mentions that lie within them.
pub fn named_in(corpus: &Corpus, (from, to): Days) -> Vec<Place> {
    let within = |earliest: Option<Day>, latest: Option<Day>| match (earliest, latest) {
        (Some(earliest), Some(latest)) => from.is_none_or(|from| from <= earliest) && to.is_none_or(|to| latest <= to),
        _ => false,
    };
    let docs = (0..corpus.records().len()).map(|at| DocId(at as u32));
    docs.flat_map(|doc| {
        let mentions = corpus.mentions(doc).iter().filter(|it| it.kind == TimexKind::Date);
        mentions.filter(|it| within(it.earliest, it.latest)).map(move |it| (doc, it.span))
    })
    .collect()
}

/// Where people of that name are quoted.
fn spoken_by(corpus: &Corpus, name: &str) -> Vec<Place> {
    let wanted = fold(name);
    let quotations = corpus.quotes().quotations.iter();
    let by_name = quotations
        .filter(|quotation| quotation.speaker.as_ref().is_some_and(|speaker| fold(speaker).contains(&wanted)));
    by_name.map(|quotation| (quotation.doc, quotation.span)).collect()
}

/// What was understood, in the order typed.
pub fn chips(typed: &str, query: &Query) -> Vec<Chip> {
    let clauses = query.clauses.iter().map(|clause| {
        let kind = match clause.any.first() {
            _ if clause.unwanted => ChipKind::Not,
            Some(Wording::Phrase { .. }) => ChipKind::Phrase,
            Some(Wording::Start(_)) => ChipKind::Prefix,
            _ => ChipKind::Word,
        };
        (clause.span, kind)
    });
    let fields = query.fields.iter().map(|asked| {
        let kind = match asked.field {
            Field::Speaker => ChipKind::Speaker,
            Field::Author => ChipKind::Author,
            Field::Kind => ChipKind::Kind,
            Field::Document => ChipKind::Document,
            Field::After | Field::Since | Field::Before | Field::Between | Field::On => ChipKind::Dates,
        };
        (asked.span, kind)
    });
    let mut parts: Vec<(Span, ChipKind)> = clauses.chain(fields).collect();
    parts.order_by_key(|(span, _)| *span);
    parts.dedup_by_key(|(span, _)| *span);
    let chip = |(span, kind): (Span, ChipKind)| Chip {
        kind,
        text: span.of(typed).to_owned(),
        without: format!("{} {}", typed[..span.start()].trim_end(), typed[span.end()..].trim_start()).trim().to_owned(),
    };
    parts.into_iter().map(chip).collect()
}
