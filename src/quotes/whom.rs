//! Whom the name at a cue stands for: itself, or the one that a pronoun, "I" and "you" mean.

use super::{
    cues::{is_answer, is_claim, is_saying},
    function_words::is_function_word,
    meant::{Stands, owner_of, stands},
    names::{told_name, words_of},
    scene::{Named, Scene, border},
    voice::{addressee, writer},
};
use crate::text::{Document, Span, fold};

/// Bytes to either side that are looked at for a headline in capitals.
const LONGEST_LINE: usize = 120;

/// Who was quoted last, and where.
#[derive(Default)]
pub(super) struct Last {
    pub speaker: Option<String>,
    pub place: Span,
    pub block: usize,
    /// Others were quoted in passing since.
    pub aside: bool,
}

/// The name as it is told, or for whom it stands. `around` is the speaker of the quotation that holds this one.
pub(super) fn told(
    document: &Document,
    scene: &Scene<'_>,
    named: &Named,
    last: &Last,
    around: Option<&Option<String>>,
) -> Option<String> {
    let name = told_name(scene.text, named.name);
    let folded = fold(&name);
    if folded.ends_with(" ervan") || folded.ends_with(" daarvan") || folded.ends_with(" hiervan") {
        return scene.last_text(named.name.start()).map(|text| told_name(scene.text, text));
    }
    if matches!(folded.split(' ').next(), Some("iemand" | "niemand" | "nobody" | "someone" | "somebody")) {
        return None;
    }
    let owner = owner_of(&name, |word| is_answer(word) || is_claim(word));
    let pronoun = owner.as_deref().unwrap_or(&folded);
    let at = named.name.start_byte;
    match stands(pronoun) {
        None if owner.is_none() => (!is_shouted(scene.text, named.name)).then_some(name),
        Some(Stands::Writer) => around.cloned().unwrap_or_else(|| writer(document, named.name)),
        Some(Stands::Reader) => {
            let called = called(scene.text, named.name.start());
            called.or_else(|| addressee(document, named.name.start())).filter(|_| around.is_none())
        }
        _ => {
            let last = last.speaker.as_deref().map(|speaker| (speaker, last.place)).filter(|_| around.is_none());
            let behind = || scene.introduced_after().map(|named| told_name(scene.text, named.name));
            let many = is_plural(scene, named, pronoun);
            scene.meant((pronoun, many), at, last).or_else(behind)
        }
    }
}

/// Whether the verb beside "ze" says that these are many: "ze klaagden", "vonden zij".
fn is_plural(scene: &Scene<'_>, named: &Named, pronoun: &str) -> bool {
    let beside = words_of(scene.text, named.cue.hull(named.name));
    let verb = beside.iter().find(|word| is_saying(&word.folded));
    matches!(pronoun, "ze" | "zij") && verb.is_some_and(|verb| verb.folded.ends_with("en"))
}

/// Who is called just before "you": "Idris, je zegt".
fn called(text: &str, at: usize) -> Option<String> {
    let before = text[..at].trim_end().strip_suffix(',')?;
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let line = before.rsplit('\n').next()?;
    let greets = matches!(fold(line.split(' ').next()?).as_str(), "beste" | "dear" | "geachte" | "lieve" | "waarde");
    let is_name = !greets && word.len() > 2 && word.starts_with(char::is_uppercase) && !is_function_word(&fold(word));
    is_name.then(|| word.to_owned())
}

/// A line in capitals throughout is a headline, and its words are no names by their capitals.
fn is_shouted(text: &str, name: Span) -> bool {
    let (far, past) = (
        border(text, name.start().saturating_sub(LONGEST_LINE)),
        border(text, (name.end() + LONGEST_LINE).min(text.len())),
    );
    let start = text[far..name.start()].rfind('\n').map_or(far, |at| far + at + 1);
    let end = text[name.end()..past].find('\n').map_or(past, |at| name.end() + at);
    let line = &text[start..end];
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    capitals > 12 && !line.chars().any(char::is_lowercase)
}
