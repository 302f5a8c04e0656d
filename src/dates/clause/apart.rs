//! A clause with several dates, parted where each has words of its own.

use super::{count, shorten::is_whole, trim};
use crate::{
    dates::{tense, verbs},
    text::{Span, fold, words},
};

/// Words that open what is said, or what came before or after.
const OPENERS: &[&str] = &["toen", "when", "nadat", "voordat", "waarna", "alvorens", "terwijl", "while"];
/// Fewer words beside a date tell nothing.
const FEWEST: usize = 3;

/// The part of `clause` that is of `mention`, where another date stands in it: "she wrote in November | that it would be right by
/// Easter". The whole, where the parts would tell nothing.
pub fn apart(text: &str, clause: Span, mention: Span, others: impl Iterator<Item = Span>) -> Span {
    let (mut start, mut end) = (clause.start(), clause.end());
    for other in others.filter(|other| clause.contains(*other) && !other.overlaps(mention)) {
        if other.end() <= mention.start() {
            let opener = opener(text, clause, other, mention);
            start = opener.map_or(start, |(_, after)| start.max(after));
        } else {
            end = opener(text, clause, mention, other).map_or(end, |(at, _)| end.min(at));
        }
    }
    let told = count(text, start, mention.start()) + count(text, mention.end(), end);
    if told < FEWEST { clause } else { trim(text, start, end) }
}

/// Where a word between two dates opens what the second is of, and where that begins.
fn opener(text: &str, clause: Span, first: Span, second: Span) -> Option<(usize, usize)> {
    let between = &text[first.end()..second.start()];
    let all: Vec<Span> = words(between).collect();
    let word = |at: usize| fold(all[at].of(between));
    let at = (0..all.len()).find(|&at| {
        let said = word(at);
        let purpose = said == "om" && at + 1 < all.len() && word(at + 1) == "te";
        let opens = match said.as_str() {
            "dat" => at > 0 && (is_verb(&word(at - 1)) || word(at - 1) == "en"),
            "that" => at == 0 || is_verb(&word(at - 1)) || word(at - 1) == "and",
            "en" | "and" | "maar" | "but" => {
                let left = &text[clause.start()..first.end() + all[at].start()];
                at + 2 >= all.len() && is_inverted(text, second) && is_whole(left)
            }
            said => OPENERS.contains(&said) || purpose,
        };
        let told = count(text, clause.start(), first.start()) + count(text, first.end(), first.end() + all[at].start());
        opens && told >= FEWEST
    })?;
    let said = word(at);
    let (from, to) = (first.end() + all[at].start(), first.end() + all[at].end());
    let before = if at == 0 { first.end() } else { from };
    let keeps = !matches!(said.as_str(), "dat" | "that" | "en" | "and" | "maar" | "but");
    Some((before, if keeps { from } else { to }))
}

/// What "dat" stands behind where it opens what is said: behind a noun it only goes on about that.
fn is_verb(word: &str) -> bool {
    tense::is_participle(word)
        || verbs::is_past(word)
        || verbs::is_ahead(word)
        || tense::is_weak_past(word)
        || word.ends_with('t') && word.len() > 3
        || matches!(word, "mee" | "toe" | "say" | "says" | "doubt" | "weten" | "zeggen" | "zeg")
}

/// "… en op 3 mei kwam hij", "… and on 3 May the board resigned": behind the date a clause of its own goes on.
fn is_inverted(text: &str, date: Span) -> bool {
    let rest = &text[date.end()..];
    let Some(next) = words(rest).next().filter(|next| rest[..next.start()].trim().is_empty()) else { return false };
    let next = fold(next.of(rest));
    let subject = matches!(next.as_str(), "the" | "he" | "she" | "they" | "it" | "we" | "i");
    let verb = verbs::is_past(&next) || verbs::is_ahead(&next) || tense::is_weak_past(&next);
    subject || verb || tense::PERFECT.contains(&next.as_str())
}
