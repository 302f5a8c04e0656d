//! The difference of a link in one sentence, in Dutch and English.

use super::{Change, DiffRun, LinkKind, Marks};
use crate::text::{Said, capitalised};

/// "Eén woord vervangen en drie weggelaten, niet aangegeven."
pub(super) fn summary(runs: &[DiffRun], kind: LinkKind, marks: Marks) -> Said {
    let count = |change: Change| runs.iter().filter(|run| run.change == change).map(|run| run.n_words).sum::<u32>();
    let moved = runs.iter().filter(|run| run.change == Change::Moved && run.b.is_some()).map(|run| run.n_words).sum();
    let counts = [
        (count(Change::Replaced), "vervangen", "replaced"),
        (count(Change::Dropped), "weggelaten", "left out"),
        (count(Change::Added), "toegevoegd", "added"),
        (moved, "verplaatst", "moved"),
    ];
    let counts: Vec<_> = counts.into_iter().filter(|(n, ..)| *n > 0).collect();
    if counts.is_empty() {
        return same(marks);
    }
    let part = |dutch: bool| -> Vec<String> {
        let each = |(index, (n, nl, en)): (usize, &(u32, &str, &str))| {
            let noun = match (index, *n, dutch) {
                (0, 1, true) => " woord",
                (0, _, true) => " woorden",
                (0, 1, false) => " word",
                (0, _, false) => " words",
                _ => "",
            };
            format!("{}{noun} {}", number(*n, dutch), if dutch { nl } else { en })
        };
        counts.iter().enumerate().map(each).collect()
    };
    let tail = match (kind, marks) {
        (LinkKind::Paraphrase, _) => (" Mogelijk in eigen woorden naverteld.", " Possibly retold in other words."),
        _ => ("", ""),
    };
    let nl = format!("{}.{}", capital(&listed(&part(true), "en")), tail.0);
    let en = format!("{}.{}", capital(&listed(&part(false), "and")), tail.1);
    Said::new(nl, en)
}

fn same(marks: Marks) -> Said {
    match marks {
        Marks::None => {
            Said::new("Letterlijk gelijk, zonder aanhalingstekens.", "Word for word, without quotation marks.")
        }
        _ => Said::new("Letterlijk gelijk.", "Word for word."),
    }
}

fn number(n: u32, dutch: bool) -> String {
    let nl = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    let en = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words = if dutch { nl } else { en };
    words.get(n as usize).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

fn capital(sentence: &str) -> String {
    if let Some(rest) = sentence.strip_prefix("één") {
        return format!("Eén{rest}");
    }
    capitalised(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_difference_in_words() {
        let run = |change, n_words| DiffRun { change, a: None, b: Some(Default::default()), number: 1, n_words };
        let check = |runs: &[DiffRun], nl: &str, en: &str| {
            let said = summary(runs, LinkKind::Altered, Marks::Full);
            assert_eq!((said.nl.as_str(), said.en.as_str()), (nl, en));
        };
        check(&[run(Change::Same, 4)], "Letterlijk gelijk.", "Word for word.");
        check(
            &[run(Change::Replaced, 1), run(Change::Dropped, 3), run(Change::Added, 1)],
            "Eén woord vervangen, drie weggelaten en één toegevoegd.",
            "One word replaced, three left out and one added.",
        );
        check(&[run(Change::Dropped, 14)], "14 woorden weggelaten.", "14 words left out.");
    }
}
