//! What of a passage is shown, and what of it is marked.

use super::reading::Place;
use crate::text::{Order, Span, fold_char};

/// A snippet's length, in bytes; a passage not much longer is shown whole.
const AIM: usize = 240;
const WHOLE: usize = 300;

/// The stretches of `text` that match, in order, not overlapping.
pub fn highlights(text: &str, places: &[Place]) -> Vec<Span> {
    let mut spans: Vec<Span> = places.iter().map(|place| matched(text, place)).collect();
    spans.order();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start_byte < last.end_byte => *last = last.hull(span),
            _ if span.is_empty() => {}
            _ => joined.push(span),
        }
    }
    joined
}

/// The letters of the word that match: all, or the part of a compound.
fn matched(text: &str, place: &Place) -> Span {
    let (start, end) = (place.start as usize, place.end as usize);
    let Some(word) = text.get(start..end) else { return Span::default() };
    let (from, to) = (usize::from(place.found.from), usize::from(place.found.to));
    let at = |letters: usize| {
        let mut n_folded = 0;
        let mut folded = String::new();
        for (at, c) in word.char_indices() {
            if n_folded >= letters {
                return start + at;
            }
            folded.clear();
            fold_char(c, &mut folded);
            n_folded += folded.bytes().filter(|byte| *byte != b'\'').count();
        }
        end
    };
    if from == 0 && place.found.to == u8::MAX {
        Span::new(start, end)
    } else {
        Span::new(at(from), at(to).max(at(from)))
    }
}

/// The stretch of `text` that holds most of what matches: whole words, and where it can, from a sentence's start.
pub fn best(text: &str, places: &[Place]) -> Span {
    if text.len() <= WHOLE {
        return trimmed(text, 0, text.len());
    }
    let mut best = (0.0, 0);
    for (at, first) in places.iter().enumerate() {
        let limit = first.start as usize + AIM - 40;
        let inside = places[at..].iter().take_while(|place| (place.end as usize) <= limit);
        let mut seen = [0.0f32; 64];
        inside.for_each(|place| {
            let best = &mut seen[usize::from(place.clause) % 64];
            *best = best.max(place.found.weight) + 0.01;
        });
        let worth: f32 = seen.iter().sum();
        if worth > best.0 {
            best = (worth, first.start as usize);
        }
    }
    let start = opening(text, best.1);
    let mut end = (start + AIM).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if text.get(end..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(char::is_whitespace)) {
        let space = text.get(start..end).and_then(|shown| shown.rfind(char::is_whitespace));
        end = space.filter(|at| *at > AIM / 2).map_or(end, |at| start + at);
    }
    trimmed(text, start, end)
}

/// Where a snippet begins whose first match stands at `at`: the sentence's start if near, else a few words before.
fn opening(text: &str, at: usize) -> usize {
    const FAR: usize = 60;
    let mut floor = at.saturating_sub(FAR);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    if floor == 0 {
        return 0;
    }
    let before = text.get(floor..at).unwrap_or_default();
    let sentence = before
        .rmatch_indices(['.', '!', '?', '\n'])
        .map(|(end, _)| end + 1)
        .find(|end| before.get(*end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)));
    let word = before.find(char::is_whitespace);
    floor + sentence.or(word).unwrap_or(0)
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let piece = text.get(start..end).unwrap_or_default();
    let from = start + (piece.len() - piece.trim_start().len());
    Span::new(from, (start + piece.trim_end().len()).max(from))
}
