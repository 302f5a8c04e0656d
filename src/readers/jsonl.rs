//! The JSON Lines reader: one document a line, `{"id", "title", "date", "text"}`; the other keys are kept as they came.
//! A line that cannot be read is a warning; the others go on.

use super::{Format, lay_out, stem_of};
use crate::text::{CuratedDate, DateRole, Document, Told, Warned, Warning};
use serde_json::{Map, Value};

/// Above this, lines with the same fault are counted, not listed.
const LISTED: usize = 5;

pub(super) fn read(file: &str, text: &str) -> Warned<Vec<Document>> {
    let mut read: Warned<Vec<Document>> = Warned::default();
    let mut n_bad = 0;
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        match document(file, number, line) {
            Ok(document) => read.value.push(document),
            Err(problem) => {
                n_bad += 1;
                if n_bad <= LISTED {
                    read.warnings.push(Warning {
                        file: file.to_owned(),
                        line: Some(number),
                        problem,
                        remedy: "Write one JSON object a line, with the words of the document in \"text\".".to_owned(),
                    });
                }
            }
        }
    }
    if n_bad > LISTED {
        read.warnings.push(Warning {
            file: file.to_owned(),
            line: None,
            problem: format!("{} more lines could not be read.", n_bad - LISTED),
            remedy: "Mend the lines named first; the others likely have the same fault.".to_owned(),
        });
    }
    read
}

fn document(file: &str, number: u32, line: &str) -> Result<Document, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("The line is not JSON: {error}."))?;
    let Value::Object(mut keys) = value else { return Err("The line is not a JSON object.".to_owned()) };
    let text = match keys.remove("text") {
        Some(Value::String(text)) => text,
        Some(_) => return Err("The line's \"text\" is not a string.".to_owned()),
        None => return Err("The line has no \"text\".".to_owned()),
    };
    let id = take_word(&mut keys, "id").unwrap_or_else(|| format!("{}-{number}", stem_of(file)));
    let mut document = Document { id, file: file.to_owned(), line: Some(number), ..Document::default() };
    let title = take_word(&mut keys, "title");
    let date = take_word(&mut keys, "date");
    lay_out(&mut document, Format::Text, &text, 0);
    let meta = &mut document.meta;
    if let Some(title) = title {
        meta.title = Some(Told::found(title));
    }
    if let Some(date) = date {
        match day_of(&date) {
            Some(edtf) => meta.dates.push(CuratedDate { role: DateRole::Written, edtf, source: None }),
            None => meta.extra.push(("date".to_owned(), date)),
        }
    }
    meta.extra.extend(keys.into_iter().map(|(key, value)| (key, in_words(value))));
    Ok(document)
}

fn take_word(keys: &mut Map<String, Value>, key: &str) -> Option<String> {
    let word = in_words(keys.remove(key)?);
    let word = word.trim();
    (!word.is_empty()).then(|| word.to_owned())
}

fn in_words(value: Value) -> String {
    match value {
        Value::String(words) => words,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The day, month or year of an ISO 8601 date or date-time; `None` for other words.
fn day_of(date: &str) -> Option<String> {
    let day = date.split(['T', ' ']).next().unwrap_or(date);
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &&str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    let within = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    let fits = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2) && within(month, 12),
        [year, month, day] => {
            digits(year, 4) && digits(month, 2) && digits(day, 2) && within(month, 12) && within(day, 31)
        }
        _ => false,
    };
    fits.then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_good_lines_and_names_bad_ones() {
        let text = concat!(
            "{\"id\": 7, \"title\": \"Eén\", \"date\": \"2017-01-04\", \"text\": \"Een zin.\", \"party\": \"X\"}\n",
            "geen json\n\n",
            "{\"text\": \"Nog \\u00e9\\u00e9n.\", \"date\": \"onbekend\"}\n",
            "{\"id\": \"x\"}\n",
        );
        let read = read("map/alle.jsonl", text);
        let ids: Vec<_> = read.value.iter().map(|document| (document.id.as_str(), document.line)).collect();
        assert_eq!(ids, [("7", Some(1)), ("alle-4", Some(4))]);
        let lines: Vec<_> = read.warnings.iter().map(|warning| warning.line).collect();
        assert_eq!(lines, [Some(2), Some(5)]);
        let [first, second] = &read.value[..] else { panic!("two documents") };
        assert_eq!(first.meta.dates[0].edtf, "2017-01-04");
        assert_eq!(first.meta.extra, [("party".to_owned(), "X".to_owned())]);
        assert_eq!(second.text, "Nog één.");
        assert_eq!(second.meta.extra, [("date".to_owned(), "onbekend".to_owned())]);
    }
}
