//! Interviews: whole paragraphs in marks below the questions, and labels before what is said ("A:", "EM:").

use super::{
    byline::byline,
    names::{LONGEST_NAME, name_from, tidy, words_of},
    quotation::Marked,
    roles::is_body,
    speaker::Attribution,
};
use crate::text::{Block, BlockKind, Document, InlineKind, Span, fold, words};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// So many questions with their answers are an interview.
const LEAST_ANSWERS: usize = 2;
/// Words of a line at the head that is no prose.
const MOST_HEAD_WORDS: usize = 12;
/// Bytes of a label, and quotations before one that are looked at for the same label.
const LONGEST_LABEL: usize = 10;
const MOST_BEFORE: usize = 40;

/// Who asks and who answers where.
#[derive(Default)]
pub(super) struct Interview {
    /// Blocks wholly in marks below a block that asks, in their order.
    answers: Vec<usize>,
    answerer: Option<String>,
    /// Whose labels have these initials, told once.
    initials: RefCell<BTreeMap<String, Option<String>>>,
}

impl Interview {
    pub fn read(document: &Document, marked: &[Marked]) -> Interview {
        let text = document.text.as_str();
        let strong = document.inlines.iter().filter(|inline| inline.kind == InlineKind::Strong);
        let bold: BTreeSet<Span> = strong.map(|inline| inline.span).collect();
        let whole = |one: &&Marked| one.depth == 0 && fills(text, document, one).is_some();
        let answers: Vec<usize> = marked
            .iter()
            .filter(whole)
            .filter_map(|one| document.block_at(one.outside.start_byte))
            .filter(|at| at.checked_sub(1).is_some_and(|above| may_ask(document, &bold, &document.blocks[above])))
            .collect();
        let asks = |at: &usize| document.blocks[at - 1].span.of(text).trim_end().ends_with('?');
        if answers.len() < LEAST_ANSWERS || !answers.iter().any(asks) {
            return Interview::default();
        }
        let head = Span::new(0, document.blocks[answers[0] - 1].span.start());
        let answerer = announced(text, head).or_else(|| introduced(document, answers[0] - 1));
        Interview { answers, answerer, initials: RefCell::default() }
    }

    /// Who answers in a block.
    pub fn answerer_in(&self, block: usize) -> Option<String> {
        self.answerer.clone().filter(|_| self.answers.binary_search(&block).is_ok())
    }

    pub fn asks_in(&self, block: usize) -> bool {
        self.answers.binary_search(&(block + 1)).is_ok()
    }

    /// Whose label stands before the quotation: of the same label before, of the name with these initials, of the answers.
    pub fn labelled(&self, text: &str, marked: &[Marked], index: usize, found: &[Attribution]) -> Option<String> {
        let label = label(text, marked[index].outside.start())?;
        let before = (0..index).rev().take(MOST_BEFORE);
        let mut same = before.filter(|at| self::label(text, marked[*at].outside.start()) == Some(label));
        let known = same.find_map(|at| found[at].speaker.clone());
        let answers = || self.answerer.clone().filter(|_| matches!(fold(label).as_str(), "a" | "antwoord" | "answer"));
        let initials = || {
            let mut told = self.initials.borrow_mut();
            told.entry(label.to_owned()).or_insert_with(|| of_initials(text, label)).clone()
        };
        known.or_else(answers).or_else(initials)
    }
}

/// The block that the quotation fills from end to end.
fn fills(text: &str, document: &Document, one: &Marked) -> Option<usize> {
    let at = document.block_at(one.outside.start_byte)?;
    let span = document.blocks[at].span;
    let rest = text.get(one.outside.end().min(span.end())..span.end())?;
    let whole = span.start_byte == one.outside.start_byte && !rest.contains(char::is_alphanumeric);
    (whole && document.blocks[at].kind == BlockKind::Paragraph).then_some(at)
}

/// A heading, or a paragraph that is bold throughout or ends as a question.
fn may_ask(document: &Document, bold: &BTreeSet<Span>, block: &Block) -> bool {
    let asks = block.span.of(&document.text).trim_end().ends_with('?');
    matches!(block.kind, BlockKind::Heading { .. })
        || (block.kind == BlockKind::Paragraph && (asks || bold.contains(&block.span)))
}

/// "Interview met X", "in gesprek met X"
fn announced(text: &str, head: Span) -> Option<String> {
    let tokens = words_of(text, head);
    let talks = |word: &str| word.ends_with("gesprek") || matches!(word, "interview" | "conversation");
    let with = |word: &str| matches!(word, "met" | "with");
    let at = tokens.windows(2).position(|two| talks(&two[0].folded) && with(&two[1].folded))?;
    let line = text[..tokens[at].span.start()].lines().count();
    let near = (at + 2..tokens.len())
        .take(LONGEST_NAME)
        .filter(|from| text[..tokens[*from].span.start()].lines().count() <= line + 1);
    let full = |from: usize| {
        // "schilder en oud-leerling Ada Mulock"
        name_from(text, &tokens, from).filter(|name| tokens[from].capital && name.of(text).contains(' '))
    };
    near.clone().find_map(full).or_else(|| name_from(text, &tokens, at + 2)).map(|name| tidy(name.of(text)))
}

/// The first who is named in full in the prose above the questions, and does not write it.
fn introduced(document: &Document, first: usize) -> Option<String> {
    let text = document.text.as_str();
    let writer = byline(document).map(|name| fold(&name));
    let prose = |block: &&Block| {
        let written = block.span.of(text);
        block.kind == BlockKind::Paragraph && words(written).nth(MOST_HEAD_WORDS).is_some()
    };
    let full = |name: &Span| {
        let parts = words_of(text, *name);
        let n_capitals = parts.iter().filter(|part| part.capital).count();
        n_capitals > 1 && !parts.iter().any(|part| is_body(&part.folded)) && Some(fold(name.of(text))) != writer
    };
    let any = |block: &Block| {
        let tokens = words_of(text, block.span);
        (0..tokens.len()).filter(|at| tokens[*at].capital).find_map(|at| name_from(text, &tokens, at).filter(full))
    };
    let short = |block: &&Block| block.kind == BlockKind::Paragraph && block.span.of(text).trim_end().ends_with('.');
    let head = &document.blocks[..first];
    let found = head.iter().filter(|block| prose(block) || short(block)).find_map(any)?;
    Some(tidy(found.of(text)))
}

/// The short label that opens the line of a quotation: "A: „…”".
fn label(text: &str, at: usize) -> Option<&str> {
    let line = text[..at].rsplit('\n').next()?.trim();
    let label = line.strip_suffix([':', '.'])?.trim();
    (label.len() <= LONGEST_LABEL && !label.is_empty() && label.chars().all(char::is_alphabetic)).then_some(label)
}

/// "EM" for "Ella Marsman".
fn of_initials(text: &str, label: &str) -> Option<String> {
    let letters: Vec<char> = label.chars().collect();
    if letters.len() < 2 || letters.len() > 4 || !letters.iter().all(|letter| letter.is_uppercase()) {
        return None;
    }
    let tokens = words_of(text, Span::new(0, text.len()));
    let capitals: Vec<_> = tokens.iter().filter(|token| token.capital && !token.acronym).collect();
    let fits = |pair: &&[&super::names::Token]| {
        let near = text[pair[0].span.end()..pair[pair.len() - 1].span.start()].len() < 24;
        near && pair.iter().zip(&letters).all(|(word, letter)| word.span.of(text).starts_with(*letter))
    };
    let name = capitals.windows(letters.len()).find(fits)?;
    Some(tidy(name[0].span.hull(name[name.len() - 1].span).of(text)))
}
