//! A clause that is too long, cut at its commas.

use super::{Border, count, trim};
use crate::{
    dates::{tense, verbs},
    text::{Span, fold, words},
};

/// A clause of more bytes than this is cut at commas too.
pub const LONG: usize = 240;

/// What is cut off before a comma has its verb: no clause left open by "dat", no "werd" or "heeft" without what follows it.
pub fn is_whole(piece: &str) -> bool {
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

/// From so many bytes on, what a clause tells second is left out.
const LENGTHY: usize = 160;

/// Without what follows "en werd", "en heeft" behind a clause that is whole.
pub fn before_second(text: &str, clause: Span, mention: Span) -> Span {
    const SECOND: &[&str] = &[
        "werd", "werden", "is", "zijn", "heeft", "hebben", "had", "wordt", "worden", "zal", "zullen", "gaat", "was",
        "were", "has", "have",
    ];
    if clause.len() < LENGTHY || mention.end() > clause.end() {
        return clause;
    }
    let behind = &text[mention.end()..clause.end()];
    let all: Vec<Span> = words(behind).collect();
    let is = |at: usize, set: &[&str]| set.contains(&fold(all[at].of(behind)).as_str());
    let second = (0..all.len().saturating_sub(1)).find(|&at| {
        let end = mention.end() + all[at].start();
        is(at, &["en", "and"]) && is(at + 1, SECOND) && is_whole(&text[clause.start()..end])
    });
    second.map_or(clause, |at| trim(text, clause.start(), mention.end() + all[at].start()))
}

/// Cut at the nearest commas that leave a clause: enough words on the expression's side of each.
pub fn shortened(text: &str, clause: Span, mention: Span, all: &[Border]) -> Span {
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
            after <= mention.start()
                && told(after, end) >= ENOUGH
                && is_whole(&text[after..end])
                && !goes_on(&text[after..end])
        });
        start = left.map_or(start, |border| border.byte + border.len);
    }
    trim(text, start, end)
}

/// "door u als ontwerp voorgelegd", "zodat …": what stands behind a comma and only goes on.
fn goes_on(piece: &str) -> bool {
    let first = words(piece).next().map_or(String::new(), |word| fold(word.of(piece)));
    matches!(
        first.as_str(),
        "door" | "en" | "of" | "aan" | "met" | "om" | "te" | "zodat" | "dat" | "die" | "by" | "and" | "or" | "to"
    )
}
