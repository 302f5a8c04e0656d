//! What a stretch of text looks like: a sentence's end, a heading, prose, a date standing alone.

use crate::text::fold;

/// Marks that close a sentence or announce what follows; behind them quotation marks and brackets may close.
const FINAL: &str = ".!?…:;";
const CLOSING: &str = "\"'”’»)]*_";

/// Whether the text ends as sentences do.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end().trim_end_matches(|c| CLOSING.contains(c)).ends_with(|c| FINAL.contains(c))
}

/// Whether it begins as what goes on: with a lower-case letter.
pub(super) fn goes_on(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Running text: long, or ending as a sentence does after more words than a title has.
pub(super) fn is_prose(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    n_words > 30 || n_words > 12 && ends_sentence(text) && !text.ends_with(':')
}

/// One short line without a sentence's end, beginning with a capital or a number: as headings are written.
pub(super) fn is_headline(text: &str) -> bool {
    const LONGEST: usize = 100;
    let short = text.chars().count() <= LONGEST && !text.contains('\n');
    let begins = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let asks = text.ends_with('?');
    short && begins && !text.ends_with([',', '-', '–', '/']) && (asks || !ends_sentence(text))
}

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];
const WEEKDAYS: &[&str] = &[
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A line that holds a day and nothing else but where it was written: "Delft, 3 mei 2020", "vrijdag 3 mei 2020 14:05".
pub(super) fn is_date_line(line: &str) -> bool {
    let line = fold(line);
    let line = line.trim().trim_end_matches('.');
    let date = match line.split_once(", ") {
        Some((place, date)) if place.split(' ').count() <= 3 && !place.contains(|c: char| c.is_ascii_digit()) => date,
        _ => line,
    };
    let words: Vec<&str> = date.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let words = match words.as_slice() {
        [day, rest @ ..] if WEEKDAYS.contains(day) => rest,
        all => all,
    };
    let is_number = |word: &str, len: std::ops::RangeInclusive<usize>| {
        len.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (dated, rest) = match words {
        [day, month, year, rest @ ..] if MONTHS.contains(month) => {
            (is_number(day, 1..=2) && is_number(year, 4..=4), rest)
        }
        [month, day, year, rest @ ..] if MONTHS.contains(month) => {
            (is_number(day, 1..=2) && is_number(year, 4..=4), rest)
        }
        [numeric, rest @ ..] => {
            let parts: Vec<&str> = numeric.split(['-', '/', '.']).collect();
            let sizes: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            let digits = parts.iter().all(|part| is_number(part, 1..=4));
            (digits && matches!(sizes.as_slice(), [1 | 2, 1 | 2, 4] | [4, 2, 2]), rest)
        }
        [] => (false, words),
    };
    let is_clock = |word: &&str| {
        matches!(*word, "om" | "at" | "uur" | "u" | "|" | "-" | "–")
            || word.split([':', '.']).all(|part| is_number(part, 1..=2))
    };
    dated && rest.iter().all(is_clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_line_that_is_a_date() {
        let check = |line: &str, expected: bool| assert_eq!(is_date_line(line), expected, "{line}");
        check("Delft, 3 mei 2020", true);
        check("'s-Gravenhage, vrijdag 3 mei 2020", true);
        check("22 februari 2024", true);
        check("22 februari 2024 om 14:05 uur", true);
        check("3-5-2020", true);
        check("2020-05-03", true);
        check("May 3, 2020", true);
        check("3 mei", false);
        check("Op 3 mei 2020 kwam hij.", false);
        check("22 februari 2024 was een donderdag", false);
        check("3.5", false);
        check("", false);
    }

    #[test]
    fn knows_headlines_and_prose() {
        assert!(is_headline("Politieke bemoeienis"));
        assert!(is_headline("Wat nu?"));
        assert!(!is_headline("Hoogachtend,"));
        assert!(!is_headline("en verder"));
        assert!(is_prose("Dit is een zin die met al haar woorden te lang is voor een titel."));
        assert!(!is_prose("Bruggen. - Uitkomsten van het onderzoek naar hun staat."));
        assert!(!is_prose("Geen zin"));
    }
}
