//! Clauses: the stretch of a sentence that tells one event, by its borders alone.

mod about;
mod apart;
mod border;
mod phrase;
mod shorten;

use super::{piece, tense, verbs};
use crate::text::{Span, fold, words};
pub use about::{Happening, happening, names, stems};
pub use apart::apart;
use border::{Border, Kind, borders};
pub use phrase::noun_phrase;
use shorten::{LONG, before_second, shortened};

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
            let (before, behind) = (&text[start..mention.start()], &text[mention.end()..at]);
            let aside = border.kind == Kind::Strong && text[at..].starts_with(',');
            let open = border.kind == Kind::Relative && lacks_verb(before, behind, false)
                || aside && lacks_verb(before, behind, true);
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
    let clause = completed(text, sentence, trim(text, start, end));
    let clause = before_second(text, clause, mention);
    if clause.len() > LONG { shortened(text, clause, mention, &all) } else { clause }
}

/// A relative clause of fewer words says little without what it is about.
const BRIEF: usize = 10;

/// A clause that begins with its verb, or goes on about what stands before it, is read from the start of its sentence.
fn completed(text: &str, sentence: Span, clause: Span) -> Span {
    let first = words(clause.of(text)).next().map_or(String::new(), |word| fold(word.of(clause.of(text))));
    let relative =
        matches!(first.as_str(), "die" | "dat" | "zodat" | "which" | "who" | "whose") || first.starts_with("waar");
    let verb = verbs::is_past(&first) || tense::PERFECT.contains(&first.as_str()) || is_finite(&first);
    let lower = clause.of(text).starts_with(char::is_lowercase);
    let whole = trim(text, sentence.start(), clause.end());
    if lower && (relative || verb) && whole.len() <= LONG { whole } else { clause }
}

fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "wordt" | "worden" | "zal" | "zullen" | "kan" | "kunnen" | "moet" | "moeten" | "schrijft" | "zegt" | "meldt"
    )
}

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

/// What a relative clause or an aside interrupts; with `whole`, also where it opened before the expression: "heeft de commissie, die …", "liet weten dat het bureau, dat …".
fn lacks_verb(before: &str, behind: &str, whole: bool) -> bool {
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
    let that = all.iter().rposition(|word| matches!(*word, "dat" | "that")).filter(|at| whole || *at >= n_before);
    [lead, that].into_iter().flatten().any(|at| !all[at + 1..].iter().any(ends))
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

fn trim(text: &str, start: usize, end: usize) -> Span {
    let piece = &text[start..end.max(start)];
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '–' | '—' | '|' | '*' | '#' | '•');
    let from = piece.len() - piece.trim_start_matches(is_edge).len();
    let to = piece.trim_end_matches(|c: char| is_edge(c) || matches!(c, '.' | ':' | '-')).len();
    Span::new(start + from.min(to), start + to)
}
