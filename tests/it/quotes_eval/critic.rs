//! A second planter, to see what the first does not think of: critics and columnists who quote one book or debate.
//!
//! The longest text is quoted by all others: run into the critic's own sentences, interrupted, in scattered fragments, as
//! a block without marks; with an editor's brackets, odd signs of omission, another tense or person, modern spelling, a
//! scan's line ends and footnote numbers. Decoys speak of the same matter in other words.

use super::{
    planter::{Insertion, Planted, Source, folded_runs, is_english, place, runs, vocabulary, written},
    random::Random,
};
use weerklank::text::{Span, words};

/// One way of changing the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Plain,
    EditorsLetter,
    EditorsEnding,
    EditorsWord,
    Elided,
    ElidedTwice,
    Cut,
    Respelt,
    Shifted,
    Swapped,
    Scanned,
    Emphasised,
    Thinned,
}

impl Hand {
    pub const ALL: [Hand; 13] = [
        Hand::Plain,
        Hand::EditorsLetter,
        Hand::EditorsEnding,
        Hand::EditorsWord,
        Hand::Elided,
        Hand::ElidedTwice,
        Hand::Cut,
        Hand::Respelt,
        Hand::Shifted,
        Hand::Swapped,
        Hand::Scanned,
        Hand::Emphasised,
        Hand::Thinned,
    ];
}

/// How the words stand in the critic's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Blended,
    Interrupted,
    Fragments,
    Block,
    Unmarked,
}

impl Setting {
    pub const ALL: [Setting; 5] =
        [Setting::Blended, Setting::Interrupted, Setting::Fragments, Setting::Block, Setting::Unmarked];
}

struct Tongue {
    /// What joins a quotation to the sentence before it.
    joints: &'static [&'static str],
    says: &'static [&'static str],
    shifts: &'static [(&'static str, &'static str)],
    spellings: &'static [(&'static str, &'static str)],
    inserted: &'static [&'static str],
}

const ENGLISH: Tongue = Tongue {
    joints: &["that", "of", "as", "how", "to be", "upon", "in what is called", "when", "for"],
    says: &["writes the author", "she says", "as the narrator has it", "he insists"],
    shifts: &[
        ("I", "she"),
        ("my", "her"),
        ("me", "her"),
        ("am", "was"),
        ("is", "was"),
        ("are", "were"),
        ("have", "had"),
        ("has", "had"),
        ("will", "would"),
        ("can", "could"),
        ("you", "they"),
        ("we", "they"),
        ("was", "is"),
        ("had", "has"),
    ],
    spellings: &[("our", "or"), ("ise", "ize"), ("ll", "l"), ("ough", "o"), ("ed", "'d")],
    inserted: &["she", "he", "the narrator", "his", "Emma's"],
};

const DUTCH: Tongue = Tongue {
    joints: &["dat", "van", "als", "hoe", "over", "met", "in wat heet", "toen", "voor"],
    says: &["zo begon het betoog", "schrijft de commissie", "aldus de spreker", "zegt zij"],
    shifts: &[
        ("ik", "zij"),
        ("mijn", "haar"),
        ("mij", "haar"),
        ("is", "was"),
        ("zijn", "waren"),
        ("heb", "had"),
        ("heeft", "had"),
        ("hebben", "hadden"),
        ("kan", "kon"),
        ("kunnen", "konden"),
        ("zal", "zou"),
        ("zullen", "zouden"),
        ("wil", "wilde"),
        ("wij", "zij"),
        ("we", "ze"),
        ("moet", "moest"),
    ],
    spellings: &[("ie", "i"), ("oo", "o"), ("aa", "a"), ("c", "k"), ("eu", "ue")],
    inserted: &["zij", "de minister", "hun", "hij", "het kabinet"],
};

const MARKS: &[(&str, &str)] = &[("“", "”"), ("‘", "’"), ("\"", "\""), ("'", "'"), ("„", "”"), ("»", "«")];
const SIGNS: &[&str] = &["…", "...", ". . .", ".. .", "....", "[. . .]", "(...)", "[...]", "(. . .)", ". . . ."];

pub fn plant(texts: &[String], n_plants: usize, seed: u64) -> Planted {
    let mut random = Random::new(seed ^ 0xc01d);
    let tongue = if is_english(texts) { &ENGLISH } else { &DUTCH };
    let book = (0..texts.len()).max_by_key(|at| texts[*at].len()).unwrap_or(0);
    let (runs, vocabulary) = (runs(texts), vocabulary(texts));
    let mut insertions: Vec<Insertion> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    let n_decoys = n_plants / 3;
    let mut n = 0;
    for _ in 0..n_plants * 60 {
        if n >= n_plants + n_decoys {
            break;
        }
        let target = random.between(0, texts.len());
        let Some(at) = place(&mut random, &texts[target]).filter(|_| target != book) else { continue };
        if insertions.iter().any(|other| other.target == target && other.at.abs_diff(at) <= 60) {
            continue;
        }
        if n < n_decoys {
            let Some(span) = passage(&mut random, &texts[book], 14) else { continue };
            let text = echo(&mut random, span.of(&texts[book]), &vocabulary);
            let inside = Span::new(0, text.trim_end().len());
            insertions.push(Insertion { target, at, text, insides: vec![(inside, None)] });
            n += 1;
            continue;
        }
        let setting = *random.pick(&Setting::ALL);
        let hand = *random.pick(&Hand::ALL);
        let fresh = |span: &Span| {
            !taken.iter().any(|other| other.overlaps(*span))
                && folded_runs(span.of(&texts[book])).iter().all(|run| runs.get(run).is_some_and(|n| *n == 1))
        };
        let n_words = length(&mut random, setting);
        let Some(span) = passage(&mut random, &texts[book], n_words).filter(fresh) else { continue };
        let second =
            passage(&mut random, &texts[book], 3 + n_words % 5).filter(|two| fresh(two) && !two.overlaps(span));
        let Some(one) = changed(&mut random, &quoted_once(span.of(&texts[book])), hand, tongue) else { continue };
        let source = |span: Span, marked: bool, hand: Hand| Source {
            document: book,
            span,
            change: format!("{setting:?} {hand:?}"),
            marked,
            n_words: words(span.of(&texts[book])).count(),
        };
        let mut text = String::new();
        let mut insides = Vec::new();
        let mut write = |text: &mut String, (open, close): (&str, &str), words: &str, source: Source| {
            text.push_str(open);
            let start = text.len();
            text.push_str(words);
            insides.push((Span::new(start, text.len()), Some(source)));
            text.push_str(close);
        };
        let marks = *random.pick(MARKS);
        let lead = |random: &mut Random| {
            let n = random.between(3, 8);
            let own = some_words(random, &vocabulary, n);
            format!("{own} {} ", random.pick(tongue.joints))
        };
        let tail = |random: &mut Random| format!(", {}.", some_words(random, &vocabulary, 4));
        text.push_str(&capital(&lead(&mut random)));
        match setting {
            Setting::Blended => {
                write(&mut text, marks, &one, source(span, true, hand));
                text.push_str(&tail(&mut random));
            }
            Setting::Unmarked => {
                write(&mut text, ("", ""), &one, source(span, false, hand));
                text.push_str(&tail(&mut random));
            }
            Setting::Block => {
                text.push_str(&format!("{}:", some_words(&mut random, &vocabulary, 3)));
                write(&mut text, ("\n\n", " (12)\n\n"), &one, source(span, false, hand));
            }
            Setting::Fragments => {
                let Some(second) = second else { continue };
                write(&mut text, marks, &one, source(span, true, hand));
                text.push_str(&format!(" {}", lead(&mut random)));
                write(&mut text, marks, &quoted_once(second.of(&texts[book])), source(second, true, Hand::Plain));
                text.push_str(&tail(&mut random));
                taken.push(second);
            }
            Setting::Interrupted => {
                let parts: Vec<Span> = words(span.of(&texts[book])).collect();
                let half = parts.len() / 2;
                let whole = span.of(&texts[book]);
                let (left, right) = (Span::new(0, parts[half - 1].end()), Span::new(parts[half].start(), whole.len()));
                let rest = Span::new(right.start(), right.end()).shift(span.start());
                let Some(first) = changed(&mut random, &quoted_once(left.of(whole)), hand, tongue) else { continue };
                write(&mut text, (marks.0, ""), &capital(&first), source(left.shift(span.start()), true, hand));
                text.push_str(&format!(",{} {}, ", marks.1, random.pick(tongue.says)));
                write(&mut text, marks, &quoted_once(right.of(whole)), source(rest, true, Hand::Plain));
                text.push('.');
            }
        }
        text.push(' ');
        taken.push(span);
        n += insides.len();
        insertions.push(Insertion { target, at, text, insides });
    }
    written(texts, insertions)
}

/// Short ones are as frequent as long ones.
fn length(random: &mut Random, setting: Setting) -> usize {
    let (low, high) = match setting {
        Setting::Block => (25, 90),
        Setting::Unmarked => (11, 60),
        Setting::Interrupted => (8, 50),
        _ => (3, 60),
    };
    let octaves = (high as f64 / low as f64).log2();
    let part = random.between(0, 1000) as f64 / 1000.0;
    (low as f64 * (octaves * part).exp2()) as usize
}

/// A stretch of `n` words of one paragraph, wherever it begins, with two words of some length.
fn passage(random: &mut Random, text: &str, n: usize) -> Option<Span> {
    for _ in 0..20 {
        let at = random.between(0, text.len());
        let start = text.get(..at).and_then(|before| before.rfind("\n\n")).map_or(0, |start| start + 2);
        let end = text.get(at..).and_then(|after| after.find("\n\n")).map_or(text.len(), |end| at + end);
        let Some(paragraph) = text.get(start..end) else { continue };
        let spans: Vec<Span> = words(paragraph).collect();
        if spans.len() < n {
            continue;
        }
        let first = random.between(0, spans.len() - n + 1);
        let span = spans[first].hull(spans[first + n - 1]);
        let own = span.of(paragraph);
        let long = words(own).filter(|word| word.len() > 5 && !word.of(own).starts_with(char::is_uppercase)).count();
        let named = words(own).filter(|word| word.of(own).starts_with(char::is_uppercase)).count();
        if long >= 2 && named * 3 <= n {
            return Some(span.shift(start));
        }
    }
    None
}

/// As one writes inside marks what has marks itself.
fn quoted_once(passage: &str) -> String {
    passage.replace(['"', '“', '”', '„'], "").replace('\n', " ")
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Words of the texts at random: no one's wording.
fn some_words(random: &mut Random, vocabulary: &[String], n: usize) -> String {
    (0..n).map(|_| random.pick(vocabulary).as_str()).collect::<Vec<_>>().join(" ")
}

/// Other words on the same matter: some telling words of a passage in another order among words of elsewhere.
fn echo(random: &mut Random, passage: &str, vocabulary: &[String]) -> String {
    let mut telling: Vec<&str> =
        words(passage).map(|word| word.of(passage)).filter(|word| word.len() > 5).take(4).collect();
    telling.reverse();
    let mut text = String::new();
    for word in telling {
        for _ in 0..random.between(1, 4) {
            text.push_str(random.pick(vocabulary).as_str());
            text.push(' ');
        }
        text.push_str(word);
        text.push(' ');
    }
    format!("{}. ", capital(text.trim_end()))
}

fn changed(random: &mut Random, passage: &str, hand: Hand, tongue: &Tongue) -> Option<String> {
    let mut list: Vec<String> = passage.split_whitespace().map(str::to_owned).collect();
    let all = list.len();
    match hand {
        Hand::Plain => {}
        Hand::EditorsLetter => {
            let first = list[0].chars().next()?;
            let turned: String =
                if first.is_lowercase() { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
            list[0].replace_range(..first.len_utf8(), &format!("[{turned}]"));
        }
        Hand::EditorsEnding => {
            let at = (0..all).find(|at| list[*at].len() > 5 && list[*at].chars().all(char::is_alphabetic))?;
            list[at] = match list[at].strip_suffix("ed").or(list[at].strip_suffix("en")) {
                Some(stem) => format!("{stem}[s]"),
                None => format!("{}[s]", list[at]),
            };
        }
        Hand::EditorsWord => {
            let at = random.between(0, all);
            list[at] = format!("[{}]", random.pick(tongue.inserted));
        }
        Hand::Elided => elide(random, &mut list)?,
        Hand::ElidedTwice => {
            elide(random, &mut list)?;
            elide(random, &mut list)?;
        }
        Hand::Cut => {
            let n = random.between(1, (all / 4).max(2));
            let from = random.between(2, all.checked_sub(n + 2)?.max(3));
            list.drain(from..from + n);
        }
        Hand::Respelt => {
            for word in list.iter_mut().filter(|word| word.len() > 4) {
                if let Some((old, new)) = tongue.spellings.iter().find(|(old, _)| word.contains(old)) {
                    *word = word.replacen(old, new, 1);
                }
            }
        }
        Hand::Shifted => {
            for word in &mut list {
                if let Some((_, new)) = tongue.shifts.iter().find(|(old, _)| word == old) {
                    (*new).clone_into(word);
                }
            }
        }
        Hand::Swapped => {
            let comma = (3..all.checked_sub(3)?.max(3)).find(|at| list[*at].ends_with([',', ';']))?;
            list.rotate_left(comma + 1);
        }
        Hand::Scanned => scan(random, &mut list),
        Hand::Emphasised => {
            let at = random.between(0, all);
            list[at] = format!("_{}_", list[at]);
        }
        Hand::Thinned => {
            let small = |word: &String| word.len() < 4;
            let at = list.iter().position(small).filter(|_| all > 4)?;
            list.remove(at);
        }
    }
    Some(list.join(" "))
}

/// Puts a sign of omission in the place of some words, at least three on either side.
fn elide(random: &mut Random, list: &mut Vec<String>) -> Option<()> {
    let all = list.len();
    if all < 9 {
        return None;
    }
    let n = random.between(2, all - 6);
    let from = random.between(3, all - n - 2);
    list.splice(from..from + n, [(*random.pick(SIGNS)).to_owned()]);
    Some(())
}

/// What a scan of a printed page does.
fn scan(random: &mut Random, list: &mut [String]) {
    for word in list.iter_mut() {
        if word.len() > 7 && word.is_ascii() && random.chance(25) {
            word.insert_str(4, "-\n");
        } else if random.chance(8) {
            *word = word.replacen("fi", "ﬁ", 1).replacen("li", "h", 1).replacen('c', "e", 1);
        } else if word.ends_with(['.', ',']) && random.chance(30) {
            word.push_str(["1", "23", "7"][random.between(0, 3)]);
        }
    }
}
