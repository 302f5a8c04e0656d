//! Scores on sets of phrases and sentences, written class by class before the grammar was run on them: they must not fall.
//!
//! `@ 2024-05-15` sets the day on which the lines below are written, `# class` names them; `[words]{EDTF}` marks an expression,
//! ⏎ stands for a line break, ␣ for a no-break space. The seventh and eighth were written by one who knew the project's
//! conventions and none of its rules; where that hand left several readings open, the one of the rules stands. From the
//! fourteenth on the other readings that a hand allows stand there: `[words]{EDTF|EDTF}`, and lines `| …` that mark the line
//! above in another way.
//! The hand of the twenty-fourth and twenty-fifth marks a leading preposition with the date; in 42 lines, where that was all that parted
//! it from the conventions, the mark begins behind it.
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
    let mut lines = set.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")).peekable();
    while let Some(line) = lines.next() {
        if let Some(date) = line.strip_prefix("@ ") {
            day = dates::bounds(date).map(|(day, _)| day);
            continue;
        }
        let (text, first) = marked(line);
        let said = found(&text, day);
        let mut readings = vec![first];
        while let Some(other) = lines.next_if(|line| line.starts_with("| ")) {
            readings.push(marked(&other[2..]).1);
        }
        let fits = |gold: &Spans| gold.iter().filter(|one| said.iter().any(|other| is_meant(one, other))).count();
        let Some(gold) = readings.iter().rev().max_by_key(|gold| 2 * fits(gold) as isize - gold.len() as isize) else {
            continue;
        };
        score.gold += gold.len();
        score.said += said.len();
        score.strict +=
            gold.iter().filter(|(from, to, _)| said.iter().any(|one| (one.0, one.1) == (*from, *to))).count();
        score.value += fits(gold);
        if fits(gold) < gold.len().max(said.len()) {
            score.wrong.push_str(&format!("{text}\n  - {gold:?}\n  + {said:?}\n"));
        }
    }
    score
}

/// The same span, and one of the values of the mark.
fn is_meant(mark: &(usize, usize, String), said: &(usize, usize, String)) -> bool {
    (mark.0, mark.1) == (said.0, said.1) && mark.2.split('|').any(|value| value == said.2)
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
        ("fourteenth", include_str!("dates/sets/fourteenth.txt")),
        ("fifteenth", include_str!("dates/sets/fifteenth.txt")),
        ("sixteenth", include_str!("dates/sets/sixteenth.txt")),
        ("seventeenth", include_str!("dates/sets/seventeenth.txt")),
        ("eighteenth", include_str!("dates/sets/eighteenth.txt")),
        ("nineteenth", include_str!("dates/sets/nineteenth.txt")),
        ("twentieth", include_str!("dates/sets/twentieth.txt")),
        ("twentyfirst", include_str!("dates/sets/twentyfirst.txt")),
        ("twentysecond", include_str!("dates/sets/twentysecond.txt")),
        ("twentythird", include_str!("dates/sets/twentythird.txt")),
        ("twentyfourth", include_str!("dates/sets/twentyfourth.txt")),
        ("twentyfifth", include_str!("dates/sets/twentyfifth.txt")),
        ("twentysixth", include_str!("dates/sets/twentysixth.txt")),
        ("twentyseventh", include_str!("dates/sets/twentyseventh.txt")),
        ("twentyeighth", include_str!("dates/sets/twentyeighth.txt")),
        ("twentyninth", include_str!("dates/sets/twentyninth.txt")),
        ("thirtieth", include_str!("dates/sets/thirtieth.txt")),
        ("thirtyfirst", include_str!("dates/sets/thirtyfirst.txt")),
        ("thirtysecond", include_str!("dates/sets/thirtysecond.txt")),
        ("thirtythird", include_str!("dates/sets/thirtythird.txt")),
        ("thirtyfourth", include_str!("dates/sets/thirtyfourth.txt")),
        ("thirtyfifth", include_str!("dates/sets/thirtyfifth.txt")),
        ("thirtysixth", include_str!("dates/sets/thirtysixth.txt")),
        ("thirtyseventh", include_str!("dates/sets/thirtyseventh.txt")),
        ("thirtyeighth", include_str!("dates/sets/thirtyeighth.txt")),
    ] {
        let score = score(set);
        let f1 = |right: usize| 2.0 * right as f64 / (score.gold + score.said) as f64;
        let (strict, value) = (f1(score.strict), f1(score.value));
        // In the sets from the fourteenth on the hand's own conventions stand; the twentieth and twenty-first are odd on purpose.
        let floor = match name {
            "fourteenth" | "fifteenth" | "sixteenth" | "seventeenth" => 0.94,
            "eighteenth" | "nineteenth" | "twentysecond" | "twentythird" => 0.89,
            "twentieth" | "twentyfirst" => 0.84,
            "twentyfourth" | "twentysixth" | "twentyseventh" => 0.86,
            "twentyfifth" => 0.75,
            "twentyeighth" | "twentyninth" | "thirtieth" | "thirtyfirst" | "thirtysecond" | "thirtythird" => 0.97,
            "thirtyfourth" | "thirtyfifth" => 0.77,
            "thirtyseventh" | "thirtyeighth" => 0.97,
            _ => 0.98,
        };
        assert!(strict >= floor && value >= floor, "{name}: strict {strict:.3}, value {value:.3}\n{}", score.wrong);
    }
}
