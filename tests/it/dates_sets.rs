//! Scores on sets of phrases and sentences, written class by class before the grammar was run on them: they must not fall.
//!
//! `@ 2024-05-15` sets the day on which the lines below are written, `# class` names them; `[words]{EDTF}` marks an expression,
//! ⏎ stands for a line break, ␣ for a no-break space. The seventh and eighth were written by one who knew the project's
//! conventions and none of its rules; where that hand left several readings open, the one of the rules stands.
//! `cargo xtask eval dates` prints the figures by class.

use weerklank::dates::{self, Day};

#[derive(Default)]
struct Score {
    gold: usize,
    said: usize,
    strict: usize,
    value: usize,
    wrong: String,
}

fn score(set: &str) -> Score {
    let mut score = Score::default();
    let mut day = None;
    for line in set.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
        if let Some(date) = line.strip_prefix("@ ") {
            day = dates::bounds(date).map(|(day, _)| day);
            continue;
        }
        let (text, gold) = marked(line);
        let said = found(&text, day);
        score.gold += gold.len();
        score.said += said.len();
        score.strict +=
            gold.iter().filter(|(from, to, _)| said.iter().any(|one| (one.0, one.1) == (*from, *to))).count();
        score.value += gold.iter().filter(|one| said.contains(one)).count();
        if gold != said {
            score.wrong.push_str(&format!("{text}\n  - {gold:?}\n  + {said:?}\n"));
        }
    }
    score
}

type Spans = Vec<(usize, usize, String)>;

fn marked(line: &str) -> (String, Spans) {
    let line = line.replace('⏎', "\n").replace('␣', "\u{a0}");
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = line.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        let (words, after) = after.split_once("]{").expect("a mark is [words]{EDTF}");
        let (value, after) = after.split_once('}').expect("a mark is [words]{EDTF}");
        text.push_str(before);
        spans.push((text.len(), text.len() + words.len(), value.to_owned()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

fn found(text: &str, day: Option<Day>) -> Spans {
    let mentions = dates::mentions_in(text, day).into_iter();
    mentions.map(|mention| (mention.span.start(), mention.span.end(), mention.value)).collect()
}

#[test]
fn the_sets_score_as_they_did() {
    for (name, set) in [
        ("first", include_str!("dates/sets/first.txt")),
        ("second", include_str!("dates/sets/second.txt")),
        ("third", include_str!("dates/sets/third.txt")),
        ("fourth", include_str!("dates/sets/fourth.txt")),
        ("fifth", include_str!("dates/sets/fifth.txt")),
        ("sixth", include_str!("dates/sets/sixth.txt")),
        ("seventh", include_str!("dates/sets/seventh.txt")),
        ("eighth", include_str!("dates/sets/eighth.txt")),
        ("ninth", include_str!("dates/sets/ninth.txt")),
        ("tenth", include_str!("dates/sets/tenth.txt")),
        ("eleventh", include_str!("dates/sets/eleventh.txt")),
        ("twelfth", include_str!("dates/sets/twelfth.txt")),
        ("thirteenth", include_str!("dates/sets/thirteenth.txt")),
    ] {
        let score = score(set);
        let f1 = |right: usize| 2.0 * right as f64 / (score.gold + score.said) as f64;
        let (strict, value) = (f1(score.strict), f1(score.value));
        assert!(strict >= 0.98 && value >= 0.98, "{name}: strict {strict:.3}, value {value:.3}\n{}", score.wrong);
    }
}
