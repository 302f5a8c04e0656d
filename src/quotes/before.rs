//! The name in the sentence before a quotation that is a sentence of its own.

use super::{
    cues::{is_answer, is_receiving, is_source},
    function_words::is_function_word,
    meant::is_kin,
    name_words::{is_determiner, is_possessive, is_subject_pronoun},
    names::{Token, name_from, words_of},
    roles::is_person,
    scene::{Named, Scene},
};
use crate::text::{Span, fold, sentences, words};

/// Words of a question that a journalist slips in between two answers.
const SHORT_QUESTION: usize = 6;
/// Sentences before a quotation of which the first may say who speaks.
const MOST_BACK: usize = 4;

impl Scene<'_> {
    /// "…, vervolgt X." just before a quotation that is a sentence of its own.
    pub(super) fn sentence_before(&self) -> Option<Named> {
        let own = self.sentence_so_far();
        let bare = words(own.of(self.text)).next().is_none();
        let last = sentences(self.before.of(self.text)).pop()?.shift(self.before.start());
        if !bare || self.outside.start() - last.end() > 3 {
            return None;
        }
        let named = self.cue_in(last).or_else(|| self.introduced(last));
        named.or_else(|| self.asked(last)).or_else(|| self.shown(last)).or_else(|| self.for_whom(last))
    }

    /// "Bakker Oort werkt nog. Waarom? „…”": a short question is put to who opens the sentence before it.
    pub(super) fn asked(&self, question: Span) -> Option<Named> {
        let written = question.of(self.text).trim();
        let short = written.ends_with('?') && words(written).count() <= SHORT_QUESTION;
        let before = Span::new(self.near_start, question.start());
        let sentence = sentences(before.of(self.text)).pop().filter(|_| short)?.shift(before.start());
        self.introduced(sentence)
    }

    /// "Ik las het bordje. „…”", "Het rapport spaart niemand. „…”": the text that the sentence shows.
    pub(super) fn shown(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let reads = tokens.iter().take(6).any(|word| matches!(word.folded.as_str(), "las" | "lees" | "lezen" | "read"));
        let first = name_from(self.text, &tokens, 0).filter(|_| tokens[0].capital);
        let is_text = |name: &Span| words_of(self.text, *name).iter().any(|word| is_source(&word.folded));
        let object = || (1..tokens.len().min(8)).find_map(|at| name_from(self.text, &tokens, at).filter(is_text));
        let name = first.filter(is_text).or_else(|| object().filter(|_| reads))?;
        Some(Named { name, cue: name, aside: false })
    }

    /// "Raadslid Anna Kok is minder blij. „…”": who opens the sentence just before, by first name and surname.
    pub(super) fn introduced(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let first = tokens.first()?;
        let told = |name: Span| Some(Named { name, cue: name, aside: false });
        if is_subject_pronoun(&first.folded) {
            return told(first.span);
        }
        if is_possessive(&first.folded) && tokens.get(1).is_some_and(|what| is_answer(&what.folded)) {
            return told(first.span.hull(tokens[1].span));
        }
        if tokens.iter().any(|word| is_receiving(&word.folded)) {
            return None;
        }
        let single = |name: &Span| {
            let folded = fold(name.of(self.text));
            words_of(self.text, *name).len() > 1 || !is_person(&folded) || is_kin(&folded)
        };
        if let Some(name) = self.subject_of(sentence).filter(single) {
            return told(name);
        }
        let pronoun = tokens.iter().skip(1).take(4).find(|word| is_subject_pronoun(&word.folded));
        if let Some(pronoun) = pronoun.filter(|_| !sentence.of(self.text).contains(',')) {
            // "Zelf zag zij het terug. „…”"
            return told(pronoun.span);
        }
        let name = name_from(self.text, &tokens, 0).filter(|_| tokens[0].capital)?;
        let name = self.apposed(&tokens, name).unwrap_or(name);
        let capitals =
            words_of(self.text, name).iter().filter(|word| word.capital && !is_determiner(&word.folded)).count();
        let known = capitals == 1 && self.is_known(&tokens[0]);
        (known || capitals >= 3 || (capitals == 2 && is_determiner(&tokens[0].folded))).then_some(Named {
            name,
            cue: name,
            aside: false,
        })
    }

    /// "Boer Evert Smit wijst naar het land. Daar komt de weg. „…”": who opens the paragraph, a few sentences back.
    pub(super) fn opened(&self) -> Option<Named> {
        let first = self.before.start() <= self.block.start() && self.is_sentence();
        let all = sentences(self.before.of(self.text));
        let near = first && (2..=MOST_BACK).contains(&all.len());
        self.introduced(all.first()?.shift(self.before.start())).filter(|named| {
            near && self.is_person_by_name(named.name)
                && !self.tokens(named.name).first().is_some_and(|first| {
                    is_subject_pronoun(&first.folded)
                        || (is_function_word(&first.folded) && !is_determiner(&first.folded))
                        || matches!(first.folded.as_str(), "neither" | "geen" | "no")
                })
        })
    }

    /// Who is named as subject between the quotation before, which ends at `from`, and this one: then not the one quoted there
    /// goes on.
    pub(super) fn taken_by(&self, from: usize) -> Option<Span> {
        let between = Span::new(from.max(self.near_start).min(self.outside.start()), self.outside.start());
        let all = sentences(between.of(self.text));
        for (n, sentence) in all.iter().map(|sentence| sentence.shift(between.start())).enumerate().rev() {
            let written = sentence.of(self.text).trim_start();
            let tail = n == 0 && !written.starts_with(char::is_uppercase);
            let tokens = self.tokens(sentence);
            let own = |word: &Token| matches!(word.folded.as_str(), "i" | "ik" | "we" | "wij" | "mij" | "me");
            if tail || tokens.iter().any(own) {
                return None;
            }
            // "Dat het bestuur niets deed, bestrijdt ze."
            let inverted =
                |two: &[Token]| self.text[..two[0].span.start()].ends_with(", ") && is_subject_pronoun(&two[1].folded);
            if tokens.windows(2).any(inverted) {
                return None;
            }
            if let Some(name) = self.subject_of(sentence) {
                return Some(name);
            }
            if tokens.iter().any(|word| is_subject_pronoun(&word.folded)) {
                return None;
            }
        }
        None
    }
}
