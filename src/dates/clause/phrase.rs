//! The noun phrase that a date is hung on.

use crate::{
    dates::{piece, tense},
    text::{Span, fold, words},
};

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
    // "met ingang van", "op grond van", "in de loop van"
    if matches!(word(link - 1).as_str(), "ingang" | "grond" | "loop" | "basis" | "verband" | "gevolge") {
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
        let determiner = is_determiner(&said);
        // "het programma dat door de raad van 3 mei is goedgekeurd"
        if start.is_some() && matches!(said.as_str(), "dat" | "die" | "which" | "who" | "that") {
            break;
        }
        // "is op de agenda gezet van de vergadering": what follows a verb belongs to it.
        if start.is_some() && at > 0 && is_participle(&said) && !is_determiner(&word(at - 1)) {
            break;
        }
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

fn is_determiner(word: &str) -> bool {
    matches!(word, "de" | "het" | "een" | "the" | "a" | "an" | "deze" | "dit" | "zijn" | "haar" | "hun" | "onze" | "uw")
}

fn is_participle(word: &str) -> bool {
    tense::is_participle(word) || word.len() == 5 && word.starts_with("ge") && word.ends_with(['d', 't'])
}
