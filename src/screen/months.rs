//! Months in words, and dates short enough for a list or an axis.

use crate::engine::{Day, Language};

const DUTCH: [&str; 12] = [
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
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name; `month` is 1 to 12.
pub fn long(month: u32, language: Language) -> &'static str {
    let names = if language == Language::Dutch { DUTCH } else { ENGLISH };
    names[(month as usize + 11) % 12]
}

/// Three letters; Dutch "maart" is "mrt".
pub fn short(month: u32, language: Language) -> &'static str {
    match (month, language) {
        (3, Language::Dutch) => "mrt",
        _ => &long(month, language)[..3],
    }
}

/// "15 nov 2022": day and month never part.
pub fn short_day(day: Day, language: Language) -> String {
    let (year, month, day) = day.ymd();
    format!("{day}\u{a0}{} {year}", short(month, language))
}
