//! Dates: texts that carry their marks. Under each expression stand carets and the value we expect; a line without
//! carets holds no date. `@` sets the reference day for the lines that follow.

use weerklank::dates::{self, Day, TimexKind};

/// A text, and of each mention span and value.
struct Gold<'a> {
    reference: Option<Day>,
    text: &'a str,
    /// In characters: from, to, value, derived.
    marks: Vec<(usize, usize, &'a str)>,
}

fn gold(file: &str) -> Vec<Gold<'_>> {
    let mut all: Vec<Gold<'_>> = Vec::new();
    let mut reference = None;
    for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("//")) {
        if let Some(day) = line.strip_prefix('@') {
            reference = day_of(day.trim());
        } else if line.trim_start().starts_with('^') {
            let start = line.chars().take_while(|c| *c == ' ').count();
            let carets = line.trim_start().chars().take_while(|c| *c == '^').count();
            let value = line.trim().trim_start_matches('^').trim();
            all.last_mut().expect("carets stand under a text").marks.push((start, start + carets, value));
        } else {
            all.push(Gold { reference, text: line, marks: Vec::new() });
        }
    }
    all
}

fn day_of(text: &str) -> Option<Day> {
    let mut fields = text.split('-').map(|field| field.parse::<i32>().ok());
    Day::from_ymd(fields.next()??, fields.next()?? as u32, fields.next()?? as u32)
}

/// What was found, as carets.
fn drawn(gold: &Gold<'_>) -> Vec<(usize, usize, String)> {
    let chars = |byte: usize| gold.text[..byte].chars().count();
    let mut found: Vec<_> = dates::mentions_in(gold.text, gold.reference)
        .into_iter()
        .map(|mention| {
            let value = match mention.derived {
                Some(derived) => format!("{} -> {derived}", mention.value),
                None => mention.value,
            };
            (chars(mention.span.start()), chars(mention.span.end()), value)
        })
        .collect();
    found.sort();
    found
}

fn check(name: &str, file: &str) {
    let mut wrong = String::new();
    let (mut n, mut spans, mut values, mut said) = (0, 0, 0, 0);
    for gold in gold(file) {
        let found = drawn(&gold);
        let mut expected: Vec<_> = gold.marks.iter().map(|&(from, to, value)| (from, to, value.to_owned())).collect();
        expected.sort();
        n += expected.len();
        said += found.len();
        spans += expected.iter().filter(|mark| found.iter().any(|one| (one.0, one.1) == (mark.0, mark.1))).count();
        values += expected.iter().filter(|mark| found.contains(mark)).count();
        if found != expected {
            wrong.push_str(&format!("{}\n", gold.text));
            for (sign, marks) in [("-", &expected), ("+", &found)] {
                for mark in marks {
                    wrong.push_str(&format!(
                        "{}{} {sign}{}\n",
                        " ".repeat(mark.0),
                        "^".repeat(mark.1 - mark.0),
                        mark.2
                    ));
                }
            }
        }
    }
    let f1 = |right: usize| 2.0 * right as f64 / (n + said).max(1) as f64;
    assert!(wrong.is_empty(), "{name}: strict F1 {:.3}, value F1 {:.3} of {n}\n{wrong}", f1(spans), f1(values));
}

#[test]
fn dutch_expressions() {
    check("nl", include_str!("dates/nl.txt"));
    check("more nl", include_str!("dates/more_nl.txt"));
}

#[test]
fn english_expressions() {
    check("en", include_str!("dates/en.txt"));
    check("more en", include_str!("dates/more_en.txt"));
}

#[test]
fn is_not_fooled() {
    check("traps", include_str!("dates/traps.txt"));
    check("more traps", include_str!("dates/more_traps.txt"));
    check("office traps", include_str!("dates/office_traps.txt"));
}

#[test]
fn types_are_those_of_timex3() {
    for (text, kind) in [
        ("op 3 mei 2022", TimexKind::Date),
        ("gedurende vier dagen", TimexKind::Duration),
        ("elke maandag", TimexKind::Set),
        ("3 mei 2022 om 15.30 uur", TimexKind::Time),
        ("woensdagmiddag", TimexKind::Time),
    ] {
        let found = dates::mentions_in(text, Day::from_ymd(2022, 6, 1));
        assert_eq!(found.iter().map(|mention| mention.kind).collect::<Vec<_>>(), [kind], "{text}");
    }
}
