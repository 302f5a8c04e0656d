//! EDTF in plain words, Dutch and English.

use super::edtf::{Date, Edtf, End, Field, Member};
use crate::text::Said;

const NL: [&str; 12] = [
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
const EN: [&str; 12] = [
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
const NTH_NL: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];
const NTH_EN: [&str; 4] = ["first", "second", "third", "fourth"];

/// An EDTF value in words: "15 november 2022", "tussen 16 november 2022 en 25 januari 2023". Between day and month stands a
/// no-break space. What is no EDTF is given back as it is.
pub fn say(edtf: &str) -> Said {
    match Edtf::parse(edtf) {
        Some(value) => Said::new(dutch(&value), english(&value)),
        None => Said::new(edtf, edtf),
    }
}

fn dutch(value: &Edtf) -> String {
    let one = |date: &Date| date_nl(date);
    match value {
        Edtf::Date(date) => one(date),
        Edtf::Interval(End::Date(from), End::Date(to)) => format!("{} tot en met {}", one(from), one(to)),
        Edtf::Interval(End::Date(from), End::Open) => format!("vanaf {}", one(from)),
        Edtf::Interval(End::Date(from), End::Unknown) => format!("vanaf {}, tot onbekend", one(from)),
        Edtf::Interval(End::Open, End::Date(to)) => format!("tot en met {}", one(to)),
        Edtf::Interval(End::Unknown, End::Date(to)) => format!("van onbekend tot en met {}", one(to)),
        Edtf::Interval(..) => "onbekend".to_owned(),
        Edtf::OneOf(members) => list(members, " of ", |member| match member {
            Member::One(date) => one(date),
            Member::Stretch(Some(from), Some(to)) => format!("tussen {} en {}", one(from), one(to)),
            Member::Stretch(Some(from), None) => format!("op of na {}", one(from)),
            Member::Stretch(None, Some(to)) => format!("op of voor {}", one(to)),
            Member::Stretch(None, None) => "onbekend".to_owned(),
        }),
        Edtf::All(members) => list(members, " en ", |member| match member {
            Member::One(date) => one(date),
            Member::Stretch(Some(from), Some(to)) => format!("{} tot en met {}", one(from), one(to)),
            Member::Stretch(Some(from), None) => format!("vanaf {}", one(from)),
            Member::Stretch(None, Some(to)) => format!("tot en met {}", one(to)),
            Member::Stretch(None, None) => "onbekend".to_owned(),
        }),
    }
}

fn english(value: &Edtf) -> String {
    let one = |date: &Date| date_en(date);
    match value {
        Edtf::Date(date) => one(date),
        Edtf::Interval(End::Date(from), End::Date(to)) => format!("{} to {}", one(from), one(to)),
        Edtf::Interval(End::Date(from), End::Open) => format!("from {}", one(from)),
        Edtf::Interval(End::Date(from), End::Unknown) => format!("from {}, end unknown", one(from)),
        Edtf::Interval(End::Open, End::Date(to)) => format!("until {}", one(to)),
        Edtf::Interval(End::Unknown, End::Date(to)) => format!("from an unknown day until {}", one(to)),
        Edtf::Interval(..) => "unknown".to_owned(),
        Edtf::OneOf(members) => list(members, " or ", |member| match member {
            Member::One(date) => one(date),
            Member::Stretch(Some(from), Some(to)) => format!("between {} and {}", one(from), one(to)),
            Member::Stretch(Some(from), None) => format!("on or after {}", one(from)),
            Member::Stretch(None, Some(to)) => format!("on or before {}", one(to)),
            Member::Stretch(None, None) => "unknown".to_owned(),
        }),
        Edtf::All(members) => list(members, " and ", |member| match member {
            Member::One(date) => one(date),
            Member::Stretch(Some(from), Some(to)) => format!("{} to {}", one(from), one(to)),
            Member::Stretch(Some(from), None) => format!("from {}", one(from)),
            Member::Stretch(None, Some(to)) => format!("until {}", one(to)),
            Member::Stretch(None, None) => "unknown".to_owned(),
        }),
    }
}

fn list(members: &[Member], last: &str, one: impl Fn(&Member) -> String) -> String {
    let said: Vec<String> = members.iter().map(one).collect();
    match said.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{}{last}{end}", rest.join(", ")),
        _ => said.concat(),
    }
}

fn date_nl(date: &Date) -> String {
    let year = year_nl(date);
    let said = match (date.month, date.day) {
        (Field::Known(month @ 1..=12), Field::Known(day)) => {
            join(&[&format!("{day}\u{a0}{}", NL[usize::from(month) - 1]), &year])
        }
        (Field::Known(month @ 1..=12), _) => join(&[NL[usize::from(month) - 1], &year]),
        (Field::Known(season @ 21..=24), _) => {
            join(&[["lente", "zomer", "herfst", "winter"][usize::from(season) - 21], &year])
        }
        (Field::Known(quarter @ 33..=36), _) => join(&[NTH_NL[usize::from(quarter) - 33], "kwartaal", &year]),
        (Field::Known(third @ 37..=39), _) => join(&[NTH_NL[usize::from(third) - 37], "vier maanden", &year]),
        (Field::Known(half @ 40..=41), _) => join(&[NTH_NL[usize::from(half) - 40], "helft van", &year]),
        (_, Field::Known(day)) => join(&[&format!("de {day}e"), &year]),
        _ if year.is_empty() => "onbekend".to_owned(),
        _ => year,
    };
    let said = clock(date).map_or(said.clone(), |clock| format!("{said}, {clock}\u{a0}uur"));
    match (date.uncertain, date.approximate) {
        (false, false) => said,
        (false, true) => format!("omstreeks {said}"),
        (true, false) => format!("vermoedelijk {said}"),
        (true, true) => format!("vermoedelijk omstreeks {said}"),
    }
}

fn year_nl(date: &Date) -> String {
    let era = if date.year < 0 { " v.Chr." } else { "" };
    let year = date.year.abs();
    match date.hidden {
        0 => format!("{year}{era}"),
        1 => format!("jaren {year}{era}"),
        2 => format!("{}e eeuw{era}", year / 100 + 1),
        3 => format!("{year}–{}{era}", year + 999),
        _ => String::new(),
    }
}

fn date_en(date: &Date) -> String {
    let year = year_en(date);
    let said = match (date.month, date.day) {
        (Field::Known(month @ 1..=12), Field::Known(day)) => {
            join(&[&format!("{day}\u{a0}{}", EN[usize::from(month) - 1]), &year])
        }
        (Field::Known(month @ 1..=12), _) => join(&[EN[usize::from(month) - 1], &year]),
        (Field::Known(season @ 21..=24), _) => {
            join(&[["spring", "summer", "autumn", "winter"][usize::from(season) - 21], &year])
        }
        (Field::Known(quarter @ 33..=36), _) => join(&[NTH_EN[usize::from(quarter) - 33], "quarter of", &year]),
        (Field::Known(third @ 37..=39), _) => join(&[NTH_EN[usize::from(third) - 37], "four months of", &year]),
        (Field::Known(half @ 40..=41), _) => join(&[NTH_EN[usize::from(half) - 40], "half of", &year]),
        (_, Field::Known(day)) => join(&[&format!("day {day} of a month"), &year]),
        _ if year.is_empty() => "unknown".to_owned(),
        _ => year,
    };
    let said = clock(date).map_or(said.clone(), |clock| format!("{said}, {clock}"));
    match (date.uncertain, date.approximate) {
        (false, false) => said,
        (false, true) => format!("about {said}"),
        (true, false) => format!("presumably {said}"),
        (true, true) => format!("presumably about {said}"),
    }
}

fn year_en(date: &Date) -> String {
    let era = if date.year < 0 { " BC" } else { "" };
    let year = date.year.abs();
    match date.hidden {
        0 => format!("{year}{era}"),
        1 => format!("the {year}s{era}"),
        2 => {
            let n = year / 100 + 1;
            let suffix = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("the {n}{suffix} century{era}")
        }
        3 => format!("{year}–{}{era}", year + 999),
        _ => String::new(),
    }
}

fn clock(date: &Date) -> Option<String> {
    date.clock.map(|(hour, minute)| format!("{hour}.{minute:02}"))
}

fn join(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::say;

    #[test]
    fn says_what_it_is() {
        for (edtf, nl, en) in [
            ("2022-11-15", "15\u{a0}november 2022", "15\u{a0}November 2022"),
            ("2022-08", "augustus 2022", "August 2022"),
            ("2020~", "omstreeks 2020", "about 2020"),
            (
                "[2022-11-16..2023-01-25]",
                "tussen 16\u{a0}november 2022 en 25\u{a0}januari 2023",
                "between 16\u{a0}November 2022 and 25\u{a0}January 2023",
            ),
            ("2016/2021", "2016 tot en met 2021", "2016 to 2021"),
            ("2024-02-22/..", "vanaf 22\u{a0}februari 2024", "from 22\u{a0}February 2024"),
            ("199X", "jaren 1990", "the 1990s"),
            ("18XX", "19e eeuw", "the 19th century"),
            ("2023-35", "derde kwartaal 2023", "third quarter of 2023"),
            ("nonsense", "nonsense", "nonsense"),
        ] {
            let said = say(edtf);
            assert_eq!((said.nl.as_str(), said.en.as_str()), (nl, en), "{edtf}");
        }
    }
}
