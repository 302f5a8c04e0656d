//! The difference of a link in one sentence, in Dutch and English.

use super::{Change, DiffRun, Finding, LinkKind, Marks};
use crate::text::{Said, capitalised};

/// Runs of so many words are named, longer ones counted.
const NAMED: u32 = 3;

/// A link's words and what is known of them.
pub(super) struct Told<'a> {
    pub runs: &'a [DiffRun],
    /// The texts that the runs' spans are of.
    pub a: &'a str,
    pub b: &'a str,
    pub kind: LinkKind,
    pub marks: Marks,
    pub findings: &'a [Finding],
}

/// "„dit” vervangen door „dat” en drie woorden weggelaten, zonder dat het is aangegeven."
pub(super) fn summary(told: &Told<'_>) -> Said {
    let ways = [Change::Replaced, Change::Dropped, Change::Added, Change::Moved];
    let parts: Vec<(Change, Vec<&DiffRun>)> = ways
        .into_iter()
        .map(|change| (change, told.runs.iter().filter(|run| run.change == change).collect()))
        .filter(|(_, runs): &(_, Vec<&DiffRun>)| !runs.is_empty())
        .collect();
    if parts.is_empty() {
        return same(told.marks);
    }
    let quiet = told.findings.iter().any(|it| matches!(it, Finding::AlteredInMarks | Finding::SilentlyShortened));
    let sentence = |dutch: bool| {
        let mut counted = false;
        let parts: Vec<String> =
            parts.iter().map(|(change, runs)| told.part(*change, runs, dutch, &mut counted)).collect();
        let tail = match (told.kind, quiet, dutch) {
            (LinkKind::Paraphrase, _, true) => ". Mogelijk in eigen woorden naverteld.",
            (LinkKind::Paraphrase, _, false) => ". Possibly retold in other words.",
            (_, true, true) => ", zonder dat het is aangegeven.",
            (_, true, false) => ", without saying so.",
            _ => ".",
        };
        format!("{}{tail}", capital(&listed(&parts, if dutch { "en" } else { "and" })))
    };
    Said::new(sentence(true), sentence(false))
}

impl Told<'_> {
    /// One kind of change: its words where they are few and stand together, else how many there are.
    fn part(&self, change: Change, runs: &[&DiffRun], dutch: bool, counted: &mut bool) -> String {
        let verb = match (change, dutch) {
            (Change::Replaced, true) => "vervangen",
            (Change::Replaced, false) => "replaced",
            (Change::Dropped, true) => "weggelaten",
            (Change::Dropped, false) => "left out",
            (Change::Added, true) => "toegevoegd",
            (Change::Added, false) => "added",
            (_, true) => "verplaatst",
            (_, false) => "moved",
        };
        // What is moved stands as two runs, one a side.
        let moved = change == Change::Moved;
        let n: u32 = runs.iter().filter(|run| !moved || run.b.is_some()).map(|run| run.n_words).sum();
        let words = |of_a: bool| {
            let mut spans = runs.iter().filter_map(|run| if of_a { run.a } else { run.b });
            let (only, more) = (spans.next()?, spans.next());
            let said = only.of(if of_a { self.a } else { self.b }).replace('\n', " ");
            more.is_none().then(|| if dutch { format!("„{said}”") } else { format!("“{said}”") })
        };
        let named = if n > NAMED { None } else { words(change != Change::Added && !moved) };
        match (named, words(false).filter(|_| change == Change::Replaced)) {
            (Some(old), Some(new)) => format!("{old} {verb} {} {new}", if dutch { "door" } else { "by" }),
            (Some(words), None) if change != Change::Replaced => format!("{words} {verb}"),
            _ => {
                let noun = match (std::mem::replace(counted, true), n, dutch) {
                    (true, ..) => "",
                    (_, 1, true) => " woord",
                    (_, _, true) => " woorden",
                    (_, 1, false) => " word",
                    (_, _, false) => " words",
                };
                format!("{}{noun} {verb}", number(n, dutch))
            }
        }
    }
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
        use crate::text::Span;
        let text = "een twee drie vier vijf";
        let run = |change, a: Option<(usize, usize)>, b: Option<(usize, usize)>, n_words| DiffRun {
            change,
            a: a.map(|(from, to)| Span::new(from, to)),
            b: b.map(|(from, to)| Span::new(from, to)),
            number: 1,
            n_words,
        };
        let check = |runs: &[DiffRun], findings: &[Finding], nl: &str, en: &str| {
            let told = Told { runs, a: text, b: text, kind: LinkKind::Altered, marks: Marks::Full, findings };
            let said = summary(&told);
            assert_eq!((said.nl.as_str(), said.en.as_str()), (nl, en));
        };
        check(&[run(Change::Same, None, Some((0, 3)), 4)], &[], "Letterlijk gelijk.", "Word for word.");
        check(
            &[
                run(Change::Replaced, Some((0, 3)), Some((4, 8)), 1),
                run(Change::Dropped, Some((0, 13)), None, 3),
                run(Change::Added, None, Some((9, 13)), 1),
            ],
            &[Finding::AlteredInMarks],
            "„een” vervangen door „twee”, „een twee drie” weggelaten en „drie” toegevoegd, zonder dat het is aangegeven.",
            "“een” replaced by “twee”, “een twee drie” left out and “drie” added, without saying so.",
        );
        check(
            &[run(Change::Dropped, Some((0, 23)), None, 14), run(Change::Moved, None, Some((0, 3)), 1)],
            &[],
            "14 woorden weggelaten en „een” verplaatst.",
            "14 words left out and “een” moved.",
        );
        check(
            &[run(Change::Dropped, Some((0, 3)), None, 1), run(Change::Dropped, Some((4, 8)), None, 1)],
            &[],
            "Twee woorden weggelaten.",
            "Two words left out.",
        );
    }
}
