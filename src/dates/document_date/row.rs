//! Documents in a row: numbers in their names or titles that rise with time, and who refers to such a number.

use super::{bounded::Bound, name, stated::whole_day, *};
use std::collections::BTreeMap;

/// Fewer documents make no row.
const FEWEST: usize = 4;
/// Fewer of them dated do not show that it rises with time.
const FEWEST_DATED: usize = 3;
/// Numbers of a register have so many digits; with fewer, an order may be any.
const REGISTER_DIGITS: usize = 3;

/// What the rows of a dossier bound, for each document.
pub struct Rows {
    lower: Vec<Option<Bound>>,
    upper: Vec<Option<Bound>>,
}

impl Rows {
    pub fn lower(&self, at: usize) -> Option<Bound> {
        self.lower[at].clone()
    }

    pub fn upper(&self, at: usize) -> Option<Bound> {
        self.upper[at].clone()
    }
}

pub fn rows(documents: &[Document], known: &[Option<Day>], own: &[Vec<OwnDate>]) -> Rows {
    let mut rows = Rows { lower: vec![None; documents.len()], upper: vec![None; documents.len()] };
    let mut named: BTreeMap<String, Vec<(u64, usize)>> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        for (key, number) in keys(document) {
            if let Ok(number) = number.parse() {
                named.entry(key).or_default().push((number, at));
            }
        }
    }
    for mut row in named.into_values().filter(|row| row.len() >= FEWEST) {
        row.sort_unstable();
        let dated: Vec<(u64, Day, usize)> =
            row.iter().filter_map(|(number, at)| Some((*number, known[*at]?, *at))).collect();
        if dated.len() >= FEWEST_DATED {
            rises(&dated).then(|| rows.between(documents, &row, &dated));
        } else {
            rows.behind(&row, own);
        }
    }
    rows
}

/// Nearly all dated documents stand in the order of their days.
fn rises(dated: &[(u64, Day, usize)]) -> bool {
    let wrong = dated.windows(2).filter(|pair| pair[0].1 > pair[1].1).count();
    dated[0].1 < dated[dated.len() - 1].1 && wrong * 10 < dated.len()
}

impl Rows {
    /// Between the dated neighbours. Of a row that is not wholly in order, of the two nearest the farther.
    fn between(&mut self, documents: &[Document], row: &[(u64, usize)], dated: &[(u64, Day, usize)]) {
        let near = if dated.windows(2).all(|pair| pair[0].1 <= pair[1].1) { 1 } else { 2 };
        for (number, at) in row {
            let here = dated.partition_point(|(other, ..)| other < number);
            let before = dated[here.saturating_sub(near)..here].iter().min_by_key(|(_, day, _)| *day);
            let behind = dated[here..].iter().filter(|(other, ..)| other > number).take(near);
            let behind = behind.max_by_key(|(_, day, _)| *day);
            let said = |(_, day, other): &(u64, Day, usize), nl: &str, en: &str| {
                let (name, day) = (&documents[*other].id, say(&day.to_string()));
                let said = Said::new(
                    format!("in de nummering {nl} „{name}” van {}", day.nl),
                    format!("in the numbering “{name}” of {} {en}", day.en),
                );
                Reason { span: None, said }
            };
            self.lower[*at] = before
                .map(|one| Bound::doubtful(Date::day(one.1), said(one, "gaat ervoor:", "comes before")))
                .or(self.lower[*at].take());
            self.upper[*at] = behind
                .map(|one| Bound::doubtful(Date::day(one.1), said(one, "volgt erop:", "comes after")))
                .or(self.upper[*at].take());
        }
    }

    /// Where hardly any is dated: what two with a lower number tell as past, was past.
    fn behind(&mut self, row: &[(u64, usize)], own: &[Vec<OwnDate>]) {
        let register = row.first().is_some_and(|(number, _)| number.to_string().len() >= REGISTER_DIGITS);
        let (mut most, mut second): (Option<Day>, Option<Day>) = (None, None);
        for (_, at) in row.iter().filter(|_| register) {
            if let Some(day) = second {
                let said = say(&day.to_string());
                let said = Said::new(
                    format!("stukken met een lager nummer noemen {} als voorbij", said.nl),
                    format!("documents with a lower number name {} as past", said.en),
                );
                self.lower[*at] = Some(Bound::doubtful(Date::day(day), Reason { span: None, said }));
            }
            let day = own[*at].first().and_then(|own| own.sure_bounds().0);
            if day > most {
                (most, second) = (day, most);
            } else {
                second = second.max(day);
            }
        }
    }
}

/// A document's name and title with the last number taken out, and that number.
fn keys(document: &Document) -> impl Iterator<Item = (String, &str)> {
    const LONGEST_TITLE: usize = 60;
    let stem = document.file.rsplit_once('.').map_or(document.file.as_str(), |(stem, _)| stem);
    let stem = if name::is_day(stem) { "" } else { stem };
    let title = document.meta.title.as_ref().map_or("", |title| title.value.as_str());
    let title = if title.len() <= LONGEST_TITLE { title } else { "" };
    [stem, title].into_iter().filter_map(|text| {
        let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let start = text[..end]
            .rfind(|c: char| !c.is_ascii_digit())
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        Some((format!("{}#{}", &text[..start], &text[end..]), &text[start..end]))
    })
}

/// "uw vraag nr. 184502 van 4 januari 2017": what another document calls an undated one of this number.
pub fn references(documents: &[Document], undated: &[usize]) -> Vec<(usize, Bound)> {
    const NEAR: usize = 40;
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in undated {
        for (_, number) in keys(&documents[*at]).filter(|(_, number)| number.len() > REGISTER_DIGITS) {
            numbers.entry(number).or_default().push(*at);
        }
    }
    numbers.retain(|_, at| at.windows(2).all(|pair| pair[0] == pair[1]));
    let mut found = Vec::new();
    for (from, document) in documents.iter().enumerate().filter(|_| !numbers.is_empty()) {
        let text = &document.text;
        for (at, _) in text.match_indices(" van ") {
            let before = &text[..at];
            let start = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
            let number = text.get(start..at).unwrap_or("");
            let Some(doc) = numbers.get(number).map(|docs| docs[0]).filter(|doc| *doc != from) else { continue };
            let lead = fold(&text[floor(text, start.saturating_sub(12))..start]);
            // "notulen 2017 van" names no number.
            let noun = lead.trim_end().trim_end_matches(['.', ':']).rsplit(|c: char| !c.is_alphanumeric()).next();
            if !noun.is_some_and(|noun| matches!(noun, "nr" | "no") || noun.ends_with("nummer") || noun == "kenmerk") {
                continue;
            }
            let piece = &text[at + 5..floor(text, (at + NEAR).min(text.len()))];
            let timexes = tagger::tag(piece);
            let Some(day) = timexes.first().filter(|timex| timex.span.start_byte < 4).and_then(whole_day) else {
                continue;
            };
            let said = say(&day.to_string());
            let said = Said::new(
                format!("„{}” noemt nr. {number} van {}", document.id, said.nl),
                format!("“{}” names no. {number} of {}", document.id, said.en),
            );
            found.push((doc, Bound::doubtful(Date::day(day), Reason { span: None, said })));
        }
    }
    found
}
