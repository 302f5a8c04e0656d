//! Clauses: the stretch of a sentence that tells one event, by its borders alone.

use super::{piece, tense, verbs};
use crate::text::{Span, fold, words};

/// Words behind a comma that open another clause.
const OPENERS: &[&str] = &[
    "die",
    "dat",
    "waar",
    "waarbij",
    "waarin",
    "waarvan",
    "waarmee",
    "waardoor",
    "waarna",
    "waarop",
    "waaronder",
    "waarover",
    "maar",
    "want",
    "omdat",
    "zodat",
    "terwijl",
    "hoewel",
    "aldus",
    "vanwege",
    "doordat",
    "toen",
    "als",
    "mits",
    "tenzij",
    "alwaar",
    "zoals",
    "which",
    "who",
    "whom",
    "whose",
    "where",
    "because",
    "but",
    "while",
    "although",
    "after",
    "so",
    "dus",
    "nadat",
    "voordat",
    "schrijft",
    "zegt",
    "blijkt",
    "zei",
    "schreef",
    "says",
    "said",
    "voelden",
    "stelde",
    "vervolgt",
    "meldt",
    "volgens",
];

/// A clause of more bytes than this is cut at commas too.
const LONG: usize = 240;

/// The clause around `mention`, trimmed, without its closing full stop.
pub fn around(text: &str, mention: Span) -> Span {
    let sentence = drop_line_head(text, piece::around(text, mention), mention);
    let mut start = sentence.start();
    let mut end = sentence.end();
    // Where a relative clause opened, and what stood before it: its closing comma leads back there.
    let mut outer = None;
    let all = borders(text, sentence, mention);
    for border in &all {
        let (at, after) = (border.byte, border.byte + border.len);
        if after <= mention.start() {
            match border.kind {
                Kind::Closes => start = outer.take().map_or(start, |(before, _)| before),
                Kind::Relative => outer = Some((std::mem::replace(&mut start, after), at)),
                Kind::Strong => (start, outer) = (after, None),
                // What stands between a weak border and the expression must be more than a preposition.
                Kind::Weak if count(text, after, mention.start()) > 2 || is_apposed(text, at, mention) => {
                    (start, outer) = (after, None);
                }
                Kind::Weak => {}
            }
        } else if at >= mention.end() && (border.kind != Kind::Closes || outer.is_some() && is_resumed(text, after)) {
            let told = count(text, start, mention.start()) + count(text, mention.end(), at);
            let open =
                border.kind == Kind::Relative && lacks_verb(&text[start..mention.start()], &text[mention.end()..at]);
            if told >= 3 && !open {
                end = at;
                break;
            }
        }
    }
    let told = count(text, start, mention.start()) + count(text, mention.end(), end);
    if let Some((before, comma)) = outer.filter(|_| told < BRIEF) {
        start = antecedent(text, before, comma);
    }
    let clause = trim(text, start, end);
    if clause.len() > LONG { shortened(text, clause, mention, &all) } else { clause }
}

/// A relative clause of fewer words says little without what it is about.
const BRIEF: usize = 10;

/// What a relative clause is about: all that stands before its comma, or where that is much, the noun phrase at its end.
fn antecedent(text: &str, before: usize, comma: usize) -> usize {
    let piece = &text[before..comma];
    let all: Vec<Span> = words(piece).collect();
    if all.len() <= 12 {
        return before;
    }
    let near = all.len() - 8;
    let determiner = |word: &&Span| matches!(fold(word.of(piece)).as_str(), "de" | "het" | "een" | "the" | "a" | "an");
    before + all[near..].iter().find(determiner).unwrap_or(&all[near]).start()
}

/// The main clause goes on behind the comma: ", heeft als basis gediend".
fn is_resumed(text: &str, after: usize) -> bool {
    let next = words(&text[after..]).next().map_or(String::new(), |word| fold(word.of(&text[after..])));
    verbs::is_past(&next) || verbs::is_ahead(&next) || tense::PERFECT.contains(&next.as_str())
}

/// What a relative clause interrupts: "heeft de commissie, die …", "liet weten dat het bureau, dat …".
fn lacks_verb(before: &str, behind: &str) -> bool {
    const LEADS: &[&str] =
        &["werd", "werden", "wordt", "worden", "heeft", "hebben", "zal", "zullen", "kan", "kunnen", "moet", "moeten"];
    let folded = [fold(before), fold(behind)].join(" ");
    let all: Vec<&str> = words(&folded).map(|word| word.of(&folded)).collect();
    let n_before = words(before).count();
    let ends = |word: &&str| {
        tense::is_participle(word)
            || verbs::is_past(word)
            || verbs::is_ahead(word)
            || verbs::is_present_plural(word)
            || tense::is_weak_past(word)
            || word.ends_with('t') && word.len() > 3
            || word.ends_with("en") && word.len() > 4
    };
    let lead = all.iter().position(|word| LEADS.contains(word));
    let that = all.iter().rposition(|word| matches!(*word, "dat" | "that")).filter(|at| *at >= n_before);
    [lead, that].into_iter().flatten().any(|at| !all[at + 1..].iter().any(ends))
}

/// What is cut off before a comma has its verb: no clause left open by "dat", no "werd" or "heeft" without what follows it.
fn is_whole(piece: &str) -> bool {
    const OPEN: &[&str] = &["dat", "die", "of", "om", "waarbij", "waarin", "that", "which", "who", "to"];
    const LEADS: &[&str] = &[
        "werd", "werden", "wordt", "worden", "heeft", "hebben", "heb", "is", "zijn", "was", "waren", "kan", "kunnen",
        "zal", "zullen", "moet", "moeten", "liet", "laat", "zou", "zouden", "will", "has", "have", "had", "hadden",
        "were",
    ];
    let folded = fold(piece);
    let all: Vec<&str> = words(&folded).map(|word| word.of(&folded)).collect();
    let open = all.iter().any(|word| OPEN.contains(word));
    let done =
        |at: usize| all[at + 1..].iter().any(|word| tense::is_participle(word) || verbs::is_present_plural(word));
    match all.iter().position(|word| LEADS.contains(word)) {
        Some(at) => !open && done(at),
        None => {
            !open && all.iter().any(|word| verbs::is_past(word) || verbs::is_ahead(word) || tense::is_weak_past(word))
        }
    }
}

/// Cut at the nearest commas that leave a clause: enough words on the expression's side of each.
fn shortened(text: &str, clause: Span, mention: Span, all: &[Border]) -> Span {
    const ENOUGH: usize = 8;
    let told = |start: usize, end: usize| count(text, start, mention.start()) + count(text, mention.end(), end);
    let inside = |border: &&Border| clause.start() < border.byte && border.byte < clause.end();
    let commas = all.iter().filter(inside);
    let (mut start, mut end) = (clause.start(), clause.end());
    let right = commas.clone().find(|border| {
        border.byte >= mention.end() && told(start, border.byte) >= ENOUGH && is_whole(&text[start..border.byte])
    });
    end = right.map_or(end, |border| border.byte);
    if end - start > LONG {
        let left = commas.rev().find(|border| {
            let after = border.byte + border.len;
            after <= mention.start() && told(after, end) >= ENOUGH && is_whole(&text[after..end])
        });
        start = left.map_or(start, |border| border.byte + border.len);
    }
    trim(text, start, end)
}

/// A field's label or a bullet before the expression's own line.
fn drop_line_head(text: &str, sentence: Span, mention: Span) -> Span {
    let before = &text[sentence.start()..mention.start()];
    match before.rfind(": ") {
        Some(at) if words(&before[..at]).count() <= 3 => Span::new(sentence.start() + at + 2, sentence.end()),
        _ => sentence,
    }
}

/// Directly behind the comma stands the expression itself: ", vier dagen na".
fn is_apposed(text: &str, comma: usize, mention: Span) -> bool {
    text[comma..mention.start()].trim_matches([',', ' ', '\n']).is_empty()
}

fn count(text: &str, start: usize, end: usize) -> usize {
    if start < end { words(&text[start..end]).count() } else { 0 }
}

struct Border {
    byte: usize,
    len: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A clause ends here for sure.
    Strong,
    /// It may.
    Weak,
    /// A comma and a relative pronoun.
    Relative,
    /// A plain comma: it may end a relative clause, and nothing else.
    Closes,
}

/// Places where a clause may end.
fn borders(text: &str, sentence: Span, mention: Span) -> Vec<Border> {
    let piece = sentence.of(text);
    let mut found = Vec::new();
    let mut depth = 0_i32;
    let dashes: Vec<usize> = piece.match_indices(" – ").map(|(at, _)| sentence.start() + at).collect();
    // Two dashes hold an aside; the clause goes on behind it.
    let aside = dashes.len() == 2 && !(dashes[0] < mention.start() && mention.end() <= dashes[1]);
    for (at, c) in piece.char_indices() {
        let byte = sentence.start() + at;
        let after = &piece[at + c.len_utf8()..];
        let mut push = |kind| found.push(Border { byte, len: c.len_utf8(), kind });
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth > 0 => {}
            ';' => push(Kind::Strong),
            ':' if after.starts_with(' ') => push(Kind::Weak),
            '–' | '—' if after.starts_with(' ') && !aside => push(Kind::Strong),
            '-' if after.starts_with(' ') && piece[..at].ends_with(' ') => push(Kind::Strong),
            ',' if after.starts_with([' ', '\n']) => {
                let next = words(after).next().map_or(String::new(), |word| fold(word.of(after)));
                let relative = matches!(next.as_str(), "die" | "dat" | "which" | "who" | "whose" | "whom")
                    || next.starts_with("waar");
                let counted = matches!(
                    next.as_str(),
                    "een" | "twee" | "drie" | "vier" | "vijf" | "zes" | "zeven" | "acht" | "nog"
                );
                push(if relative {
                    Kind::Relative
                } else if OPENERS.contains(&next.as_str()) {
                    Kind::Strong
                } else if counted || next.starts_with(|c: char| c.is_ascii_digit()) {
                    Kind::Weak
                } else {
                    Kind::Closes
                });
            }
            _ => {}
        }
    }
    found
}

fn trim(text: &str, start: usize, end: usize) -> Span {
    let piece = &text[start..end.max(start)];
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '–' | '—' | '|' | '*' | '#' | '•');
    let from = piece.len() - piece.trim_start_matches(is_edge).len();
    let to = piece.trim_end_matches(|c: char| is_edge(c) || matches!(c, '.' | ':')).len();
    Span::new(start + from.min(to), start + to)
}

/// The noun phrase that a date is hung on: "de verkiezingsuitslag van 22 november 2023", "het advies van de Raad uit 2020". `None`
/// where the date does not follow "van", "uit", "of".
pub fn noun_phrase(text: &str, mention: Span) -> Option<Span> {
    let sentence = piece::around(text, mention);
    let before = &text[sentence.start()..mention.start()];
    let all: Vec<Span> = words(before).collect();
    let word = |at: usize| fold(all[at].of(before));
    let link = all.len().checked_sub(1)?;
    let glued = before[all[link].end()..].trim().is_empty();
    if !glued || !matches!(word(link).as_str(), "van" | "uit" | "of" | "from") || link == 0 {
        return None;
    }
    let mut start = None;
    for at in (link.saturating_sub(9)..link).rev() {
        // No comma or bracket inside the phrase.
        let gap = &before[all[at].end()..all[at + 1].start()];
        if gap.contains([',', '(', ')', ';', ':', '”', '“', '"']) {
            break;
        }
        let said = word(at);
        let determiner = matches!(
            said.as_str(),
            "de" | "het" | "een" | "the" | "a" | "an" | "deze" | "dit" | "zijn" | "haar" | "hun" | "onze" | "uw"
        );
        if determiner {
            let inner = at
                .checked_sub(1)
                .map(word)
                .is_some_and(|before| matches!(before.as_str(), "van" | "of" | "voor" | "for" | "door" | "aan"));
            start = Some(at);
            if !inner {
                break;
            }
        }
        if matches!(said.as_str(), "is" | "was" | "zijn" | "waren" | "werd" | "werden" | "wordt") {
            return None;
        }
    }
    let from = sentence.start() + all[start?].start();
    Some(Span::new(from, mention.end()))
}

/// Words that tell something: folded stems of four letters and more, without those that every sentence has.
pub fn stems(text: &str) -> Vec<String> {
    const COMMON: &[&str] = &[
        "voor",
        "door",
        "naar",
        "over",
        "deze",
        "heeft",
        "hebben",
        "wordt",
        "worden",
        "werd",
        "werden",
        "zijn",
        "waren",
        "niet",
        "haar",
        "hun",
        "meer",
        "onder",
        "tegen",
        "tijdens",
        "daarna",
        "zich",
        "zijn",
        "sinds",
        "vanaf",
        "ook",
        "alle",
        "andere",
        "geen",
        "welke",
        "with",
        "from",
        "that",
        "this",
        "have",
        "were",
        "their",
        "which",
        "about",
        "after",
        "before",
        "jaar",
        "dagen",
        "weken",
        "maanden",
        "year",
        "days",
        "weeks",
        "month",
        "week",
        "maand",
        "afgelopen",
        "komende",
        "januari",
        "februari",
        "maart",
        "april",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "weer",
        "nieuwe",
        "eerste",
        "tweede",
        "heel",
        "veel",
        "zoals",
        "omdat",
        "maar",
        "kunnen",
        "moeten",
        "zullen",
    ];
    let mut found: Vec<String> = words(text)
        .map(|word| fold(word.of(text)))
        .filter(|word| {
            word.len() > 3 && !COMMON.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit())
        })
        .map(|word| lemma(&word))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Rough: "opgestapt", "opstappen" and "stapte op" share "stap"; "verkiezingen" and "verkiezing" are one.
fn lemma(word: &str) -> String {
    let mut stem = word;
    for ending in ["ingen", "eerden", "eerde", "eren", "ten", "den", "en", "te", "de", "t", "d", "s", "e"] {
        if let Some(cut) = stem.strip_suffix(ending)
            && cut.len() > 3
        {
            stem = cut;
            break;
        }
    }
    let mut stem = stem.to_owned();
    // Doubled consonants of an open syllable.
    let bytes = stem.as_bytes();
    if bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && bytes.is_ascii() {
        stem.pop();
    }
    for prefix in ["op", "af", "aan", "uit", "in", "over", "neer", "voor", "door", "terug"] {
        if let Some(rest) = stem.strip_prefix(prefix).and_then(|rest| rest.strip_prefix("ge")) {
            return format!("{prefix}{rest}");
        }
    }
    stem
}

/// What sort of thing happens, by the words that tell it. Two tellings of one event share it even where no word is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    Leaving,
    Coming,
    Deciding,
    Publishing,
    Electing,
    Meeting,
    Writing,
}

pub fn happening(clause: &str) -> Option<Happening> {
    use Happening::{Coming, Deciding, Electing, Leaving, Meeting, Publishing, Writing};
    let folded = fold(clause);
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |words: &[&str]| all.iter().any(|word| words.contains(word));
    let starts = |stems: &[&str]| all.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let steps_off = has(&["stapte", "stapten", "stapt", "treedt", "trad", "traden", "trok", "trokken"])
        && has(&["op", "af", "terug"]);
    let lays_down = has(&["neer"]) && starts(&["leg"]) || has(&["neergelegd", "neerlegde", "neerlegden", "neerleggen"]);
    if steps_off
        || lays_down
        || starts(&[
            "opgestapt",
            "opstap",
            "aftred",
            "afgetreden",
            "vertrek",
            "vertrok",
            "ontslag",
            "ontslagen",
            "resign",
            "stepped",
            "quit",
            "aftreden",
        ])
    {
        return Some(Leaving);
    }
    if starts(&["aantred", "aangetreden", "benoem", "benoemd", "geinstalleerd", "beedig", "appointed"])
        || has(&["aantrad"])
    {
        return Some(Coming);
    }
    if all
        .iter()
        .any(|word| word.starts_with("verkiezing") || word.contains("verkiezing") || word.starts_with("election"))
    {
        return Some(Electing);
    }
    if starts(&["beslis", "besluit", "besloot", "besloten", "decid", "decision"]) {
        return Some(Deciding);
    }
    if starts(&["verschen", "verscheen", "gepubliceerd", "publice", "gelanceerd", "lancer", "publish", "launch"]) {
        return Some(Publishing);
    }
    if all.iter().any(|word| {
        ["overleg", "vergadering", "bijeenkomst", "workshop", "sessie", "debat", "presentatie", "meeting", "conference"]
            .iter()
            .any(|noun| word.ends_with(noun))
    }) {
        return Some(Meeting);
    }
    starts(&["schreef", "schreven", "brief", "stuurde", "wrote", "letter"]).then_some(Writing)
}

/// Capitalised words that do not open the sentence, folded.
pub fn names(sentence: &str) -> Vec<String> {
    let mut found: Vec<String> = words(sentence)
        .skip(1)
        .map(|word| word.of(sentence))
        .filter(|word| word.starts_with(char::is_uppercase) && word.len() > 2)
        .map(fold)
        .collect();
    found.sort();
    found.dedup();
    found
}
