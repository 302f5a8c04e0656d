//! The surroundings of one quotation, and the name at the cue that stands there.
//!
//! Each way to name a speaker is a method: at a cue before the marks in [`super::cue`], at a colon in [`super::colon`], in the
//! sentence before in [`super::before`], behind the marks in [`super::behind`], a text that says it in [`super::texts`].

use super::{
    function_words::is_function_word,
    name_words::is_subject_pronoun,
    names::{Token, is_own_name, name_from, words_of},
    quotation::Marked,
};
use crate::text::{Span, sentences, words};
use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

/// A name was found, with the words that say so.
pub(super) struct Named {
    pub name: Span,
    pub cue: Span,
    /// Whose words these are in passing, while someone else has the floor: "het door X geschetste beeld".
    pub aside: bool,
}

const LOOK_BACK: usize = 900;
/// Quotations in one that are passed on the way to where it begins.
const MOST_NESTED: usize = 40;
/// So far back a name is looked for that a sentence begins with.
const KNOWN_WITHIN: usize = 8000;

/// The surroundings of one quotation inside its block.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) block: Span,
    /// The farthest that is looked back for a name.
    pub(super) near_start: usize,
    pub(super) outside: Span,
    pub(super) inside: Span,
    /// From the end of the quotation before it, or the block's start.
    pub before: Span,
    /// Up to the next quotation, or the block's end.
    pub(super) after: Span,
    /// From the quotation to the end of its block.
    pub(super) rest: Span,
    /// The quotations before this one.
    pub(super) earlier: &'a [Marked],
    read: RefCell<Vec<(Span, Rc<[Token]>)>>,
    so_far: OnceCell<Span>,
    on: OnceCell<Span>,
}

impl<'a> Scene<'a> {
    /// `block` is where the quotation begins, `last` where it ends.
    pub fn new(text: &'a str, (block, last): (Span, Span), marked: &'a [Marked], index: usize) -> Scene<'a> {
        let one = marked[index];
        let depth = one.depth;
        let start = marked[..index]
            .iter()
            .rev()
            .take_while(|other| other.outside.end_byte >= block.start_byte)
            .find(|other| other.depth == depth && other.outside.end_byte <= one.outside.start_byte)
            .map_or(0, |other| other.outside.end())
            .max(near(text, block, one.outside.start()));
        let end = marked[index + 1..]
            .iter()
            .find(|other| other.depth == depth && other.outside.start_byte >= one.outside.end_byte)
            .map_or(last.end(), |other| other.outside.start().min(last.end()));
        let around = around(marked, index).map(|at| &marked[at]);
        let (block, start, end) = match around.map(|around| around.inside) {
            Some(inside) => (inside, start.max(inside.start()), end.min(inside.end())),
            None => (block, start, end),
        };
        let after_start = one.outside.end().min(last.end());
        Scene {
            text,
            near_start: near(text, block, one.outside.start()),
            block,
            outside: one.outside,
            inside: one.inside,
            before: Span::new(start.min(one.outside.start()), one.outside.start()),
            after: Span::new(after_start, end.max(after_start)),
            rest: Span::new(after_start, border(text, (after_start + LOOK_BACK).min(last.end())).max(after_start)),
            earlier: &marked[..index],
            read: RefCell::default(),
            so_far: OnceCell::new(),
            on: OnceCell::new(),
        }
    }

    /// The words of a stretch, read once: many ways to name a speaker look at the same.
    pub fn tokens(&self, span: Span) -> Rc<[Token]> {
        let known = self.read.borrow().iter().find(|(read, _)| *read == span).map(|(_, tokens)| Rc::clone(tokens));
        known.unwrap_or_else(|| {
            let tokens: Rc<[Token]> = words_of(self.text, span).into();
            self.read.borrow_mut().push((span, Rc::clone(&tokens)));
            tokens
        })
    }

    /// The unfinished sentence before the marks.
    pub fn sentence_so_far(&self) -> Span {
        *self.so_far.get_or_init(|| sentence_start(self.text, self.before))
    }

    /// What follows the marks, to the end of its first sentence.
    pub fn sentence_on(&self) -> Span {
        *self.on.get_or_init(|| sentence_end(self.text, self.after))
    }

    /// A cue in the same sentence before the marks.
    pub fn before(&self) -> Option<Named> {
        let sentence = self.clause();
        self.cue_in(sentence).or_else(|| self.subject_at_colon(sentence)).or_else(|| self.someone_at_colon(sentence))
    }

    /// The sentence before the marks, from its last semicolon.
    pub(super) fn clause(&self) -> Span {
        let sentence = self.sentence_so_far();
        let start = sentence.of(self.text).rfind(';').map_or(sentence.start(), |at| sentence.start() + at + 1);
        let own = Span::new(start, sentence.end());
        if words(own.of(self.text)).count() > 1 { own } else { sentence }
    }

    /// "X rekende voor dat het niet kan, „helaas”": who opens a sentence of which the quotation is the last piece.
    pub fn appended(&self) -> Option<Named> {
        let clause = self.clause();
        let comma = clause.of(self.text).trim_end().ends_with(',');
        let ends = self.after.of(self.text).starts_with('.') || self.inside.of(self.text).ends_with(['.', '!', '?']);
        let tokens = self.tokens(clause);
        let first = tokens.first().filter(|_| comma && ends)?;
        let name = if is_subject_pronoun(&first.folded) { Some(first.span) } else { self.subject_of(clause) }?;
        Some(Named { name, cue: name, aside: false })
    }

    /// Whether a word that opens a sentence is written with a capital inside another one before: a name.
    pub(super) fn is_known(&self, word: &Token) -> bool {
        let written = word.span.of(self.text);
        let mut start = word.span.start().saturating_sub(KNOWN_WITHIN);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let before = &self.text[start..word.span.start()];
        let inside = |at: usize| {
            let lead = before[..at].strip_suffix(' ').unwrap_or("");
            let whole = before[at + written.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
            whole && lead.ends_with(|last: char| last.is_alphanumeric() || last == ',')
        };
        written.len() > 2 && !is_function_word(&word.folded) && before.match_indices(written).any(|(at, _)| inside(at))
    }

    /// "the minister, Tom Hale, …": the name says more than the noun.
    pub(super) fn apposed(&self, tokens: &[Token], name: Span) -> Option<Span> {
        let next = tokens.iter().position(|token| token.span.start_byte >= name.end_byte)?;
        if matches!(tokens[next].folded.as_str(), "die" | "who") && self.text[name.end()..].starts_with(' ') {
            // "de man die dienst had, coördinator X"
            let comma = self.text[name.end()..tokens.last()?.span.end()].find(',')? + name.end();
            let at = tokens.iter().position(|token| token.span.start() > comma)?;
            let apposed = name_from(self.text, tokens, at).filter(|name| is_own_name(self.text, *name))?;
            return self.text[apposed.end()..].starts_with(['.', ',', ':']).then_some(apposed);
        }
        let apposed = name_from(self.text, tokens, next).filter(|name| is_own_name(self.text, *name))?;
        let closed = tokens[next].capital || self.text[apposed.end()..].starts_with(',');
        (self.text[name.end()..].starts_with(',') && closed).then_some(apposed)
    }

    /// Whether the quotation before it stands in the same paragraph, so that its speaker may go on.
    pub fn goes_on_from(&self, before: Marked) -> bool {
        before.outside.start_byte >= self.block.start_byte && before.outside.end_byte <= self.outside.start_byte
    }
}

/// The next character border.
pub(super) fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The quotation that holds another.
pub(super) fn around(marked: &[Marked], index: usize) -> Option<usize> {
    let one = marked[index];
    let holds = |at: &usize| marked[*at].depth < one.depth && marked[*at].outside.end_byte >= one.outside.end_byte;
    (0..index).rev().take(MOST_NESTED).find(holds).filter(|_| one.depth > 0)
}

/// [`LOOK_BACK`] bytes before `at`, on a character border, inside the block.
fn near(text: &str, block: Span, at: usize) -> usize {
    let mut start = at.saturating_sub(LOOK_BACK).max(block.start());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// From the start of `after` to the end of its first sentence.
pub(super) fn sentence_end(text: &str, after: Span) -> Span {
    let length = sentences(after.of(text)).first().map_or(0, |sentence| sentence.end());
    Span::new(after.start(), after.start() + length)
}

/// From the start of the last, unfinished sentence of `before` to its end.
pub(super) fn sentence_start(text: &str, before: Span) -> Span {
    let piece = before.of(text);
    let start = match sentences(piece).last() {
        Some(last) => {
            let finished = last.of(piece).ends_with(['.', '!', '?']);
            if finished { last.end() } else { last.start() }
        }
        None => piece.len(),
    };
    Span::new(before.start() + start, before.end())
}
