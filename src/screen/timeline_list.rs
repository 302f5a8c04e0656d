//! The timeline as an ordered list, and what stands under a chosen entry.

use super::{
    Route, Words,
    timeline::Item,
    timeline_dates::short_value,
    timeline_mark::{Mark, glyph},
    timeline_shape::{Shape, drawn},
    words::fill,
};
use crate::engine::{Basis, DateRole, Day, DocId, Engine, Entry, EntryKind, Language, Span, Telling, capitalised};

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub entry: u32,
    pub glyph: Mark,
    /// The date in words: stretches of them, each with its value as HTML's `datetime` takes it, where it does.
    pub date: Vec<(String, Option<String>)>,
    /// What the glyph tells of the date beside its days, in words; empty for a day.
    pub shape: &'static str,
    pub title: String,
    /// Short names of the documents that tell it.
    pub sources: String,
    pub curated: bool,
    pub disagreeing: bool,
}

/// Lines under one heading: a year, what came before, what has no date.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub lines: Vec<Line>,
}

/// Lines a list may have before the reader is asked to zoom.
const MOST_LINES: usize = 200;

/// What an item is called in the picture and the list: a document by its short name.
pub fn title(engine: &Engine, undated: &[DocId], entry: u32, words: &Words) -> String {
    let name = |doc: DocId| engine.cards().get(doc.index()).map_or(String::new(), |card| card.short_title.clone());
    match entry_at(engine, entry) {
        Some(Entry { kind: EntryKind::Document { doc, role }, .. }) => {
            let several = engine.cards().get(doc.index()).is_some_and(|card| card.main_dates().count() > 1);
            if several { format!("{}: {}", name(*doc), role_word(*role, words)) } else { name(*doc) }
        }
        Some(entry) => sentence(&entry.title),
        None => undated.get(entry as usize - engine.timeline().len()).map_or(String::new(), |doc| name(*doc)),
    }
}

pub fn entry_at(engine: &Engine, entry: u32) -> Option<&Entry> {
    engine.timeline().get(entry as usize)
}

pub fn role_word(role: DateRole, words: &Words) -> &'static str {
    match role {
        DateRole::Written => words.role_written,
        DateRole::Published => words.role_published,
        DateRole::Asked => words.role_asked,
        DateRole::Answered => words.role_answered,
        DateRole::Received => words.role_received,
    }
}

/// One line, with a capital: a clause is cut out of a sentence.
fn sentence(clause: &str) -> String {
    capitalised(&clause.replace('\n', " "))
}

/// Groups of the items for which `keep` holds, in order of time. `start` parts what came before the dossier's window.
pub fn groups(
    engine: &Engine,
    items: &[Item],
    undated: &[DocId],
    start: Option<Day>,
    words: &Words,
    keep: impl Fn(&Item) -> bool,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // What has no date stands last, and is never cut off by what has.
    let mut room = [MOST_LINES; 2];
    let fits = |item: &&Item| {
        let left = &mut room[usize::from(item.drawn.shape.place().is_none())];
        let fits = *left > 0;
        *left -= usize::from(fits);
        fits
    };
    for item in items.iter().filter(|item| keep(item)).filter(fits) {
        let name = match item.drawn.shape.place() {
            None => words.undated.to_owned(),
            Some(day) if start.is_some_and(|start| day < start.0) => words.prehistory.to_owned(),
            Some(day) => Day(day).year().to_string(),
        };
        let line = line(engine, item, undated, words);
        match groups.last_mut() {
            Some(last) if last.name == name => last.lines.push(line),
            _ => groups.push(Group { name, lines: vec![line] }),
        }
    }
    groups
}

fn line(engine: &Engine, item: &Item, undated: &[DocId], words: &Words) -> Line {
    let entry = entry_at(engine, item.entry);
    let (edtf, earliest, latest) =
        entry.map_or(("", None, None), |entry| (entry.edtf.as_str(), entry.earliest, entry.latest));
    let is_event = entry.is_some_and(|entry| entry.kind == EntryKind::Event);
    Line {
        entry: item.entry,
        glyph: glyph(&item.drawn),
        date: timed(&short_value(edtf, earliest, latest, words.language), edtf),
        shape: match item.drawn.shape {
            Shape::Day(_) | Shape::Unknown => "",
            Shape::Unit(unit) if unit.to - unit.from <= 31 => words.key_unit,
            Shape::Unit(_) | Shape::Somewhere(..) => words.key_somewhere,
            Shape::Lasted(_, None) => words.key_open,
            Shape::Lasted(None, _) => "",
            Shape::Lasted(..) => words.key_lasted,
            // "rond" stands in the date itself.
            Shape::About(_) => "",
        },
        title: title(engine, undated, item.entry, words),
        sources: if is_event {
            entry.map_or(String::new(), |entry| sources(engine, entry))
        } else {
            words.document.to_owned()
        },
        curated: entry.is_some_and(|entry| entry.curated),
        disagreeing: entry.is_some_and(|entry| entry.disagreeing),
    }
}

/// A date as said, parted where its first and last day stand: "21 sep", " – ", "30 sep 2022", or "sinds ", "2015".
fn timed(said: &str, edtf: &str) -> Vec<(String, Option<String>)> {
    let plain: String = edtf.chars().filter(|sign| !matches!(sign, '[' | ']' | '~' | '?' | '%')).collect();
    let ends = plain.split_once('/').or_else(|| plain.split_once(".."));
    let (first, last) = ends.map_or((datetime(&plain), None), |(first, last)| (datetime(first), datetime(last)));
    if ends.is_none() && !edtf.contains(['~', '%']) {
        return vec![(said.to_owned(), first)];
    }
    let dash = [" – ", "–"].into_iter().find_map(|dash| Some((said.split_once(dash)?, dash)));
    // "2015 tot en met voorjaar 2022": an end that HTML has no word for leaves none.
    let open = ends.is_none_or(|(first, last)| [first, last].iter().any(|end| matches!(*end, "" | "..")));
    match (first, last, dash) {
        (Some(first), Some(last), Some(((from, to), dash))) => {
            vec![(from.to_owned(), Some(first)), (dash.to_owned(), None), (to.to_owned(), Some(last))]
        }
        (Some(one), None, _) | (None, Some(one), _) if open => match said.split_once(' ') {
            Some((word, date)) => vec![(format!("{word} "), None), (date.to_owned(), Some(one))],
            None => vec![(said.to_owned(), Some(one))],
        },
        _ => vec![(said.to_owned(), None)],
    }
}

/// `2022`, `2022-11` and `2022-11-15` are dates to HTML, no more of EDTF is.
fn datetime(edtf: &str) -> Option<String> {
    let plain = matches!(drawn(edtf, None, None).shape, Shape::Day(_) | Shape::Unit(_));
    let digits = edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let month = edtf.get(5..7).and_then(|month| month.parse().ok()).unwrap_or(1_u32);
    (plain && digits && month <= 12 && matches!(edtf.len(), 4 | 7 | 10)).then(|| edtf.to_owned())
}

/// Each document once, in the order of the tellings.
fn sources(engine: &Engine, entry: &Entry) -> String {
    let mut names: Vec<&str> = Vec::new();
    for telling in &entry.sources {
        let name = engine.cards().get(telling.doc.index()).map_or("", |card| card.short_title.as_str());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// What is shown of a chosen entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    pub date: String,
    /// Absent where the quoted clause says it all.
    pub title: Option<String>,
    pub tellings: Vec<Told>,
    /// For a document: what each of its dates rests on.
    pub reasons: Vec<Why>,
    pub edtf: String,
    /// What was found where a person says otherwise: in words, and as EDTF.
    pub found: Option<(String, String)>,
    pub curated: bool,
    pub disagreeing: bool,
    /// The document itself.
    pub document: Option<(String, Route)>,
}

/// One document's telling, its dating words apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub document: String,
    pub before: String,
    pub dating: String,
    pub after: String,
    /// What it says by itself, where that is not the entry's value.
    pub differs: Option<String>,
    pub why: String,
    pub passage: Route,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    pub said: String,
    pub passage: Option<Route>,
}

/// `None` for an entry that the dossier does not have.
pub fn detail(engine: &Engine, undated: &[DocId], entry: u32, words: &Words) -> Option<Detail> {
    let Some(at) = entry_at(engine, entry) else {
        let doc = *undated.get((entry as usize).checked_sub(engine.timeline().len())?)?;
        return Some(undated_document(engine, doc, words));
    };
    let say = |edtf: &str| Engine::say_date(edtf).r#in(words.language).to_owned();
    let tellings: Vec<Told> = at.sources.iter().map(|telling| told(engine, at, telling, words)).collect();
    let is_event = at.kind == EntryKind::Event;
    let clause = tellings.first().map(|told| format!("{}{}{}", told.before, told.dating, told.after));
    let title = title(engine, undated, entry, words);
    let said_twice = is_event && clause.is_some_and(|clause| sentence(clause.trim()) == title.trim());
    Some(Detail {
        date: long_date(at, words),
        title: (!said_twice).then_some(title),
        reasons: reasons(engine, at, words),
        tellings,
        edtf: at.edtf.clone(),
        found: at.found.as_ref().map(|found| (say(found), found.clone())),
        curated: at.curated,
        disagreeing: at.disagreeing,
        document: document_of(engine, at),
    })
}

fn undated_document(engine: &Engine, doc: DocId, words: &Words) -> Detail {
    let card = engine.cards().get(doc.index());
    Detail {
        date: words.undated.to_owned(),
        title: card.map(|card| card.title.value.clone()),
        tellings: Vec::new(),
        reasons: vec![Why { said: words.nothing_dates_it.to_owned(), passage: None }],
        edtf: String::new(),
        found: None,
        curated: false,
        disagreeing: false,
        document: card.map(|card| (card.short_title.clone(), Route::document(card.id.clone()))),
    }
}

fn document_of(engine: &Engine, entry: &Entry) -> Option<(String, Route)> {
    let card = engine.cards().get(super::timeline_lanes::doc_of(entry)?.index())?;
    Some((card.short_title.clone(), Route::document(card.id.clone())))
}

/// "vrijdag 11 november 2022": a day with its weekday, else the value in words.
fn long_date(entry: &Entry, words: &Words) -> String {
    let said = Engine::say_date(&entry.edtf).r#in(words.language).to_owned();
    match drawn(&entry.edtf, entry.earliest, entry.latest).shape {
        Shape::Day(day) => format!("{} {said}", weekday(Day(day), words.language)),
        Shape::Unknown => words.undated.to_owned(),
        _ => said,
    }
}

fn weekday(day: Day, language: Language) -> &'static str {
    const DUTCH: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    const ENGLISH: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let names = if language == Language::Dutch { DUTCH } else { ENGLISH };
    names[day.weekday() as usize % 7]
}

fn told(engine: &Engine, entry: &Entry, telling: &Telling, words: &Words) -> Told {
    let card = &engine.cards().get(telling.doc.index());
    let text = &engine.document(telling.doc).text;
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("").replace('\n', " ");
    let Span { start_byte, end_byte } = telling.clause;
    let (start, end) = (start_byte as usize, end_byte as usize);
    let (before, dating, after) = if telling.clause.contains(telling.span) {
        (
            part(start, telling.span.start()),
            part(telling.span.start(), telling.span.end()),
            part(telling.span.end(), end),
        )
    } else {
        (part(start, end), String::new(), String::new())
    };
    let differs = (telling.edtf != entry.edtf && !telling.edtf.is_empty())
        .then(|| short_value(&telling.edtf, None, None, words.language));
    Told {
        document: card.map_or(String::new(), |card| card.short_title.clone()),
        before,
        dating,
        after,
        differs,
        why: telling.why.r#in(words.language).to_owned(),
        passage: Route::words(card.map_or(String::new(), |card| card.id.clone()), telling.clause),
    }
}

/// What a document's own dates rest on: who says so, and what bounds them.
fn reasons(engine: &Engine, entry: &Entry, words: &Words) -> Vec<Why> {
    let EntryKind::Document { doc, role } = entry.kind else { return Vec::new() };
    let id = engine.cards().get(doc.index()).map_or(String::new(), |card| card.id.clone());
    let way = |span: Option<Span>| span.map(|span| Route::words(id.clone(), span));
    let mut found = Vec::new();
    for date in engine.own_dates(doc).iter().filter(|date| date.role == role || date.basis == Basis::Bounded) {
        let basis = match date.basis {
            Basis::Curated => words.basis_curated,
            Basis::Stated => words.basis_stated,
            Basis::Bounded => words.basis_bounded,
        };
        let said = fill(basis, &[&short_value(&date.edtf, date.earliest, date.latest, words.language)]);
        found.push(Why { said, passage: way(date.span) });
        let reason = |reason: &crate::engine::Reason| Why {
            said: reason.said.r#in(words.language).to_owned(),
            passage: way(reason.span),
        };
        found.extend(date.reasons.iter().map(reason));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{datetime, sentence, timed};

    #[test]
    fn every_day_of_a_date_is_a_time_of_its_own() {
        #[track_caller]
        fn check(said: &str, edtf: &str, expected: &str) {
            let part = |(said, value): &(String, Option<String>)| match value {
                Some(value) => format!("<{value}>{said}</>"),
                None => said.clone(),
            };
            assert_eq!(timed(said, edtf).iter().map(part).collect::<String>(), expected);
        }
        check("11 nov 2022", "2022-11-11", "<2022-11-11>11 nov 2022</>");
        check("aug 2022", "2022-08", "<2022-08>aug 2022</>");
        check("21 sep – 30 sep 2022", "[2022-09-21..2022-09-30]", "<2022-09-21>21 sep</> – <2022-09-30>30 sep 2022</>");
        check("2016–2021", "2016/2021", "<2016>2016</>–<2021>2021</>");
        check("sinds 2015", "2015/..", "sinds <2015>2015</>");
        check("uiterlijk 25 mrt 2022", "[..2022-03-25]", "uiterlijk <2022-03-25>25 mrt 2022</>");
        check("rond 2020", "2020~", "rond <2020>2020</>");
        check("zonder datum", "", "zonder datum");
        check("voorjaar 2022", "2022-21", "voorjaar 2022");
        check("2015 tot en met voorjaar 2022", "2015/2022-21", "2015 tot en met voorjaar 2022");
    }

    #[test]
    fn html_takes_only_plain_dates() {
        #[track_caller]
        fn check(edtf: &str, expected: Option<&str>) {
            assert_eq!(datetime(edtf).as_deref(), expected);
        }
        check("2022-11-15", Some("2022-11-15"));
        check("2022-11", Some("2022-11"));
        check("2022", Some("2022"));
        check("2022-33", None);
        check("2022~", None);
        check("2022/2023", None);
        check("", None);
        assert_eq!(sentence("élke\nmaand"), "Élke maand");
    }
}
