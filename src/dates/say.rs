//! EDTF in plain words, Dutch and English.
//!
//! Both languages stand beside each other, `*` where a date comes: one code says both.

use super::edtf::{Date, Edtf, End, Field, Member};
use crate::text::Said;

/// Dutch, English.
type Both<T> = [T; 2];

const MONTHS: Both<&str> = [
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
];
const SEASONS: Both<&str> = ["lente zomer herfst winter", "spring summer autumn winter"];
const NTH: Both<&str> = ["eerste tweede derde vierde", "first second third fourth"];
const UNKNOWN: Both<&str> = ["onbekend", "unknown"];

/// An EDTF value in words: "15 november 2022", "tussen 16 november 2022 en 25 januari 2023". Between day and month stands a
/// no-break space. What is no EDTF is given back as it is.
pub fn say(edtf: &str) -> Said {
    match Edtf::parse(edtf) {
        Some(value) => Said::new(Tongue(0).value(&value), Tongue(1).value(&value)),
        None => Said::new(edtf, edtf),
    }
}

/// Which of [`Both`] is spoken.
#[derive(Clone, Copy)]
struct Tongue(usize);

impl Tongue {
    fn value(self, value: &Edtf) -> String {
        match value {
            Edtf::Date(date) => self.date(date),
            Edtf::Interval(End::Date(from), End::Date(to)) => self.fill(["* tot en met *", "* to *"], &[from, to]),
            Edtf::Interval(End::Date(from), End::Open) => self.fill(["vanaf *", "from *"], &[from]),
            Edtf::Interval(End::Date(from), End::Unknown) => {
                self.fill(["vanaf *, tot onbekend", "from *, end unknown"], &[from])
            }
            Edtf::Interval(End::Open, End::Date(to)) => self.fill(["tot en met *", "until *"], &[to]),
            Edtf::Interval(End::Unknown, End::Date(to)) => {
                self.fill(["van onbekend tot en met *", "from an unknown day until *"], &[to])
            }
            Edtf::Interval(..) => UNKNOWN[self.0].to_owned(),
            Edtf::OneOf(members) => self.list(members, [" of ", " or "], &ONE_OF),
            Edtf::All(members) => self.list(members, [" en ", " and "], &ALL),
        }
    }

    /// `stretch`: how one is said that has both ends, a first, a last.
    fn list(self, members: &[Member], last: Both<&str>, stretch: &[Both<&str>; 3]) -> String {
        let one = |member: &Member| match member {
            Member::One(date) => self.date(date),
            Member::Stretch(Some(from), Some(to)) => self.fill(stretch[0], &[from, to]),
            Member::Stretch(Some(from), None) => self.fill(stretch[1], &[from]),
            Member::Stretch(None, Some(to)) => self.fill(stretch[2], &[to]),
            Member::Stretch(None, None) => UNKNOWN[self.0].to_owned(),
        };
        let said: Vec<String> = members.iter().map(one).collect();
        match said.split_last() {
            Some((end, rest)) if !rest.is_empty() => [&rest.join(", "), last[self.0], end].concat(),
            _ => said.concat(),
        }
    }

    fn fill(self, pattern: Both<&str>, dates: &[&Date]) -> String {
        let mut said = pattern[self.0].to_owned();
        for date in dates {
            said = said.replacen('*', &self.date(date), 1);
        }
        said
    }

    fn put(self, pattern: Both<&str>, words: &str) -> String {
        pattern[self.0].replace('*', words)
    }

    fn word(self, of: Both<&'static str>, n: u8) -> &'static str {
        of[self.0].split(' ').nth(usize::from(n)).unwrap_or_default()
    }

    fn date(self, date: &Date) -> String {
        let year = self.year(date);
        let nth = |n, of| self.put(of, self.word(NTH, n));
        let within = match (date.month, date.day) {
            (Field::Known(month @ 1..=12), Field::Known(day)) => {
                [&day.to_string(), "\u{a0}", self.word(MONTHS, month - 1)].concat()
            }
            (Field::Known(month @ 1..=12), _) => self.word(MONTHS, month - 1).to_owned(),
            (Field::Known(season @ 21..=24), _) => self.word(SEASONS, season - 21).to_owned(),
            (Field::Known(quarter @ 33..=36), _) => nth(quarter - 33, ["* kwartaal", "* quarter of"]),
            (Field::Known(third @ 37..=39), _) => nth(third - 37, ["* vier maanden", "* four months of"]),
            (Field::Known(half @ 40..=41), _) => nth(half - 40, ["* helft van", "* half of"]),
            (_, Field::Known(day)) => self.put(["de *e", "day * of a month"], &day.to_string()),
            _ if year.is_empty() => UNKNOWN[self.0].to_owned(),
            _ => String::new(),
        };
        let between = if within.is_empty() || year.is_empty() { "" } else { " " };
        let mut said = [&within, between, &year].concat();
        if let Some((hour, minute)) = date.clock {
            said += &self.put([", *\u{a0}uur", ", *"], &format!("{hour}.{minute:02}"));
        }
        let doubted = match (date.uncertain, date.approximate) {
            (false, false) => return said,
            (false, true) => ["omstreeks *", "about *"],
            (true, false) => ["vermoedelijk *", "presumably *"],
            (true, true) => ["vermoedelijk omstreeks *", "presumably about *"],
        };
        self.put(doubted, &said)
    }

    fn year(self, date: &Date) -> String {
        let year = date.year.abs();
        let said = match date.hidden {
            0 => year.to_string(),
            1 => self.put(["jaren *", "the *s"], &year.to_string()),
            2 => self.century(year / 100 + 1),
            3 => [year.to_string(), (year + 999).to_string()].join("–"),
            _ => return String::new(),
        };
        if date.year < 0 { said + [" v.Chr.", " BC"][self.0] } else { said }
    }

    fn century(self, n: i32) -> String {
        let english = match (n % 10, n % 100) {
            (_, 11..=13) => "the *th century",
            (1, _) => "the *st century",
            (2, _) => "the *nd century",
            (3, _) => "the *rd century",
            _ => "the *th century",
        };
        self.put(["*e eeuw", english], &n.to_string())
    }
}

const ONE_OF: [Both<&str>; 3] =
    [["tussen * en *", "between * and *"], ["op of na *", "on or after *"], ["op of voor *", "on or before *"]];
const ALL: [Both<&str>; 3] = [["* tot en met *", "* to *"], ["vanaf *", "from *"], ["tot en met *", "until *"]];

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
