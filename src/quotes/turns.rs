//! Dialogues: lines that each hold what one of a few people says, who take turns where no one is named.

use super::{
    function_words::is_function_word,
    name_words::{is_determiner, is_preposition, is_subject_pronoun},
    names::{tidy, words_of},
    quotation::Marked,
    speaker::{Attribution, is_same},
};
use crate::text::{Span, fold, words};
use std::ops::Range;

/// So many lines that follow each other, of so many words in marks each, are a dialogue.
const LEAST_TURNS: usize = 3;
const MOST_WORDS: usize = 15;

/// One line with what is said in it.
struct Turn {
    line: Span,
    /// Its quotations.
    quotations: Range<usize>,
    /// Who is named as its speaker.
    named: Option<String>,
}

/// Gives lines of a dialogue that name no one to who spoke before the last one.
pub(super) fn take_turns(text: &str, marked: &[Marked], found: &mut [Attribution]) {
    let mut run: Vec<Turn> = Vec::new();
    for turn in turns(text, marked, found) {
        let follows = run.last().is_some_and(|last| text[last.line.end()..turn.line.start()].trim().is_empty());
        if !follows {
            settle(text, marked, &run, found);
            run.clear();
        }
        run.push(turn);
    }
    settle(text, marked, &run, found);
}

fn turns(text: &str, marked: &[Marked], found: &[Attribution]) -> Vec<Turn> {
    let mut all: Vec<Turn> = Vec::new();
    for (index, one) in marked.iter().enumerate() {
        if let Some(last) = all.last_mut().filter(|last| one.outside.start_byte < last.line.end_byte) {
            last.quotations.end = index + 1;
            if last.named.is_none() && one.depth == 0 && found[index].cue.is_some() {
                last.named.clone_from(&found[index].speaker);
            }
            continue;
        }
        let start = text[..one.outside.start()].rfind('\n').map_or(0, |at| at + 1);
        let end = text[one.outside.end()..].find('\n').map_or(text.len(), |at| one.outside.end() + at);
        let line = Span::new(start, end);
        let told = found[index].speaker.clone().filter(|_| found[index].cue.is_some());
        // "Ze zette een bord neer. „…”" below what another said: not that one again.
        let pronoun = found[index]
            .cue
            .is_some_and(|cue| words(cue.of(text)).any(|word| is_subject_pronoun(&fold(word.of(cue.of(text))))));
        let before = all.last().and_then(|last| last.named.as_ref());
        let again = told.as_ref().zip(before).is_some_and(|(told, before)| pronoun && is_same(told, before));
        let told = told.filter(|_| !again);
        let named = told.or_else(|| doer(text, Span::new(start, one.outside.start())));
        all.push(Turn { line, quotations: index..index + 1, named });
    }
    all
}

/// "Wessel hing zijn jas op. „…”": who opens the line by a first name.
fn doer(text: &str, before: Span) -> Option<String> {
    let tokens = words_of(text, before);
    let (first, next) = (tokens.first()?, tokens.get(1)?);
    let small = |word: &str| is_function_word(word) || is_determiner(word) || is_preposition(word);
    let name = first.capital && !small(&first.folded) && !next.capital && !small(&next.folded);
    let ended = before.of(text).trim_end().ends_with('.');
    (name && ended).then(|| tidy(first.span.of(text)))
}

fn settle(text: &str, marked: &[Marked], run: &[Turn], found: &mut [Attribution]) {
    if run.len() < LEAST_TURNS {
        return;
    }
    let most = MOST_WORDS * run.len();
    let quoted = run.iter().flat_map(|turn| turn.quotations.clone()).flat_map(|at| words(marked[at].inside.of(text)));
    let n_words = quoted.take(most + 1).count();
    let opens = |turn: &&Turn| marked[turn.quotations.start].outside.start() <= turn.line.start() + 2;
    let n_open = run.iter().filter(opens).count();
    if n_words > most || 2 * n_open < run.len() {
        return;
    }
    let mut speakers: Vec<Option<String>> = run.iter().map(|turn| turn.named.clone()).collect();
    let mut people: Vec<&String> = Vec::new();
    for name in run.iter().filter_map(|turn| turn.named.as_ref()) {
        // More than two are not told apart.
        if people.len() < 3 && !people.iter().any(|other| is_same(other, name)) {
            people.push(name);
        }
    }
    if people.is_empty() {
        return;
    }
    let two = <[&String; 2]>::try_from(people).ok();
    let other = |than: &String| {
        let [one, other] = two?;
        Some(if is_same(one, than) { other.clone() } else { one.clone() })
    };
    let alternate = |near: Option<&String>, far: Option<&String>| {
        let near = near?;
        far.filter(|far| !is_same(far, near)).cloned().or_else(|| other(near))
    };
    for at in 1..speakers.len() {
        if speakers[at].is_none() {
            let far = at.checked_sub(2).and_then(|far| speakers[far].as_ref());
            speakers[at] = alternate(speakers[at - 1].as_ref(), far);
        }
    }
    for at in (0..speakers.len() - 1).rev() {
        if speakers[at].is_none() {
            speakers[at] = alternate(speakers[at + 1].as_ref(), speakers.get(at + 2).and_then(Option::as_ref));
        }
    }
    for (turn, speaker) in run.iter().zip(speakers) {
        for at in turn.quotations.clone() {
            let open = found[at].cue.is_none() || (turn.named.is_none() && speaker.is_some());
            if marked[at].depth == 0 && open {
                found[at].speaker.clone_from(&speaker);
            }
        }
    }
}
