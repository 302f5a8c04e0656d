//! Dates short enough for a list, an axis or a chip: "15 nov 2022", "aug 2022", "16 nov 2022 – 25 jan 2023".

use super::timeline_shape::{Drawn, Shape, Stretch, drawn};
use crate::engine::{Day, Engine, Language};

const DUTCH: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Three letters; `month` is 1 to 12.
pub fn short_month(month: u32, language: Language) -> &'static str {
    let names = if language == Language::Dutch { DUTCH } else { ENGLISH };
    names[(month as usize + 11) % 12]
}

/// "15 nov 2022": nothing in it parts at a line's end.
pub fn short_day(day: Day, language: Language) -> String {
    let (year, month, day) = day.ymd();
    format!("{day}\u{a0}{}\u{a0}{year}", short_month(month, language))
}

/// First and last day, the year once where it is the same.
pub fn short_span(first: Day, last: Day, language: Language) -> String {
    let (year, month, day) = first.ymd();
    if first == last {
        return short_day(last, language);
    }
    let from = if year == last.year() {
        format!("{day}\u{a0}{}", short_month(month, language))
    } else {
        short_day(first, language)
    };
    format!("{from} – {}", short_day(last, language))
}

/// A value in a few words. What has no short form is said in full.
pub fn short_value(edtf: &str, earliest: Option<Day>, latest: Option<Day>, language: Language) -> String {
    let Drawn { shape, doubtful } = drawn(edtf, earliest, latest);
    let dutch = language == Language::Dutch;
    let one = |nl: &str, en: &str, rest: String| format!("{} {rest}", if dutch { nl } else { en });
    let said = match shape {
        Shape::Day(day) => short_day(Day(day), language),
        Shape::Unit(unit) => unit_name(unit, language).unwrap_or_else(|| said(edtf, language)),
        Shape::About(about) => match unit_name(about, language) {
            Some(name) => one("rond", "around", name),
            None => said(edtf, language),
        },
        Shape::Somewhere(Some(from), Some(to)) => short_span(Day(from), Day(to - 1), language),
        Shape::Somewhere(Some(from), None) => one("vanaf", "from", short_day(Day(from), language)),
        Shape::Somewhere(None, Some(to)) => one("uiterlijk", "by", short_day(Day(to - 1), language)),
        Shape::Lasted(Some(first), Some(last)) => match (unit_name(first, language), unit_name(last, language)) {
            (Some(first), Some(last)) if first.len() > 4 || last.len() > 4 => format!("{first} – {last}"),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            _ => said(edtf, language),
        },
        Shape::Lasted(Some(first), None) => {
            unit_name(first, language).map_or_else(|| said(edtf, language), |name| one("sinds", "since", name))
        }
        Shape::Lasted(None, Some(last)) => {
            unit_name(last, language).map_or_else(|| said(edtf, language), |name| one("tot", "until", name))
        }
        _ => (if dutch { "zonder datum" } else { "no date" }).to_owned(),
    };
    if doubtful { said + "\u{a0}(?)" } else { said }
}

fn said(edtf: &str, language: Language) -> String {
    Engine::say_date(edtf).r#in(language).to_owned()
}

/// A day, a month or a year by its name.
fn unit_name(unit: Stretch, language: Language) -> Option<String> {
    let ((year, month, day), (next_year, next_month, next_day)) = (Day(unit.from).ymd(), Day(unit.to).ymd());
    if unit.to - unit.from == 1 {
        return Some(short_day(Day(unit.from), language));
    }
    if day != 1 || next_day != 1 {
        return None;
    }
    match (next_year * 12 + next_month as i32) - (year * 12 + month as i32) {
        1 => Some(format!("{}\u{a0}{year}", short_month(month, language))),
        12 if month == 1 => Some(year.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::short_value;
    use crate::engine::Language;

    #[track_caller]
    fn check(edtf: &str, dutch: &str, english: &str) {
        let said = |language| short_value(edtf, None, None, language).replace('\u{a0}', " ");
        assert_eq!((said(Language::Dutch).as_str(), said(Language::English).as_str()), (dutch, english));
    }

    #[test]
    fn short_and_still_honest() {
        check("2022-03-15", "15 mrt 2022", "15 Mar 2022");
        check("2022-08", "aug 2022", "Aug 2022");
        check("2022", "2022", "2022");
        check("2020~", "rond 2020", "around 2020");
        check("[2022-11-16..2023-01-25]", "16 nov 2022 – 25 jan 2023", "16 Nov 2022 – 25 Jan 2023");
        check("[2022-09-21..2022-09-30]", "21 sep – 30 sep 2022", "21 Sep – 30 Sep 2022");
        check("2016/2021", "2016–2021", "2016–2021");
        check("2024-02-22/..", "sinds 22 feb 2024", "since 22 Feb 2024");
        check("[2024-02-22..]", "vanaf 22 feb 2024", "from 22 Feb 2024");
        check("2022-08?", "aug 2022 (?)", "Aug 2022 (?)");
        check("", "zonder datum", "no date");
    }
}
