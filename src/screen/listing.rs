//! A document's row in a list: when, what, who.

use super::{
    fill,
    timeline_shape::{Drawn, Shape, drawn},
    words::{FirstWords, count},
};
use crate::engine::{Basis, Card, DateRole, DocId, Engine, EntryKind, OwnDate};

/// Above this many documents a list does not read each text to see who gave the title.
const MANY: usize = 200;

#[derive(Clone, Debug, PartialEq)]
pub struct DocRow {
    pub doc: DocId,
    pub id: String,
    pub title: Title,
    pub when: Vec<When>,
    /// Kind, sender and receiver, length, quotes: parted by dots.
    pub about: String,
    /// The document's own dates, as drawn on an axis.
    pub own: Vec<Drawn>,
    /// Dates of events that it tells of.
    pub told: Vec<Drawn>,
}

/// A title, and whether a person gave it to a text that has none: then it stands in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    pub supplied: bool,
}

/// One date of a document in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub said: String,
    /// For `<time datetime>`, where HTML knows such a value.
    pub datetime: Option<String>,
    /// What happened then, and who says so.
    pub note: String,
}

pub fn rows(engine: &Engine, words: &FirstWords) -> Vec<DocRow> {
    let check_titles = engine.cards().len() <= MANY;
    let mut rows: Vec<DocRow> = engine
        .cards()
        .iter()
        .map(|card| DocRow {
            doc: card.doc,
            id: card.id.clone(),
            title: if check_titles { title(engine, card) } else { loose_title(card) },
            when: when(card, words),
            about: about(card, words),
            own: card.dates.iter().map(own).collect(),
            told: Vec::new(),
        })
        .collect();
    for entry in engine.timeline().iter().filter(|entry| entry.kind == EntryKind::Event) {
        for telling in &entry.sources {
            rows[telling.doc.index()].told.push(drawn(&entry.edtf, entry.earliest, entry.latest));
        }
    }
    rows
}

/// A document was written at one moment: bounds between which it lies are a stretch somewhere in which, not all of it.
fn own(date: &OwnDate) -> Drawn {
    let drawn = drawn(&date.edtf, date.earliest, date.latest);
    match drawn.shape {
        Shape::Lasted(first, last) => {
            let shape = Shape::Somewhere(first.map(|end| end.from), last.map(|end| end.to));
            Drawn { shape, ..drawn }
        }
        _ => drawn,
    }
}

/// A curated title that the text itself bears is the text's own.
pub fn title(engine: &Engine, card: &Card) -> Title {
    let supplied = card.title.curated && !engine.document(card.doc).text.contains(card.title.value.as_str());
    Title { text: card.title.value.clone(), supplied }
}

fn loose_title(card: &Card) -> Title {
    Title { text: card.title.value.clone(), supplied: card.title.curated }
}

/// What is told of the document's dates: what a person says first, then what the text says where it says otherwise.
pub fn when(card: &Card, words: &FirstWords) -> Vec<When> {
    if card.dates.is_empty() {
        return vec![When { said: words.without_date.to_owned(), datetime: None, note: words.nothing_says.to_owned() }];
    }
    let told_before = |index: usize, date: &OwnDate| {
        card.dates[..index].iter().any(|earlier| earlier.role == date.role && earlier.edtf == date.edtf)
    };
    let kept = card.dates.iter().enumerate().filter(|(index, date)| !told_before(*index, date));
    kept.map(|(_, date)| When {
        said: Engine::say_date(&date.edtf).r#in(words.language).to_owned(),
        datetime: plain_date(&date.edtf).then(|| date.edtf.clone()),
        note: fill("{}; {}", &[role(date.role, words), basis(date.basis, words)]),
    })
    .collect()
}

pub fn role(role: DateRole, words: &FirstWords) -> &'static str {
    match role {
        DateRole::Written => words.written,
        DateRole::Published => words.published,
        DateRole::Asked => words.asked,
        DateRole::Answered => words.answered,
        DateRole::Received => words.received,
    }
}

pub fn basis(basis: Basis, words: &FirstWords) -> &'static str {
    match basis {
        Basis::Curated => words.curated,
        Basis::Stated => words.stated,
        Basis::Bounded => words.bounded,
    }
}

/// Year, year-month or year-month-day.
pub fn plain_date(edtf: &str) -> bool {
    let is = |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = edtf.split('-');
    parts.next().is_some_and(|year| is(year, 4)) && parts.all(|part| is(part, 2)) && edtf.len() <= 10
}

fn about(card: &Card, words: &FirstWords) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(card.kind.as_ref().map(|kind| kind.value.clone()));
    match (&card.sender, &card.receiver) {
        (Some(sender), Some(receiver)) => parts.push(fill(words.from_to, &[&sender.value, &receiver.value])),
        (None, Some(receiver)) => parts.push(fill(words.addressed_to, &[&receiver.value])),
        (Some(sender), None) => parts.push(fill(words.sent_by, &[&sender.value])),
        (None, None) => parts.extend(card.author.as_ref().map(|author| author.value.clone())),
    }
    parts.push(count(card.n_words, words.word, words.words, words.language));
    if card.n_quotes_from > 0 {
        parts.push(fill(words.quotes_times, &[&card.n_quotes_from.to_string()]));
    }
    if card.n_quoted_by > 0 {
        parts.push(fill(words.quoted_times, &[&card.n_quoted_by.to_string()]));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::plain_date;

    #[test]
    fn knows_what_html_takes_for_a_date() {
        for (edtf, expected) in [
            ("2022", true),
            ("2022-11", true),
            ("2022-11-15", true),
            ("2022-11-15/2023", false),
            ("2022~", false),
            ("2022-2X", false),
            ("[2022-11-15..2023-01-25]", false),
            ("", false),
        ] {
            assert_eq!(plain_date(edtf), expected, "{edtf}");
        }
    }
}
