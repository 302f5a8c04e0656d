//! What a quotation is in its sentence: a sentence of its own, a title, a word that is spoken of.

use super::{
    cues::{is_according, is_answer, is_claim, is_naming, is_saying, is_source},
    name_words::is_subject_pronoun,
    names::Token,
    roles::{is_body, is_person},
    scene::{Scene, sentence_start},
};
use crate::text::{Span, fold, words};

/// Words of a title.
const LONGEST_TITLE: usize = 9;

impl Scene<'_> {
    /// Whether the quotation begins a sentence of its own.
    pub(super) fn is_sentence(&self) -> bool {
        words(self.sentence_so_far().of(self.text)).next().is_none()
    }

    /// Whether the word before it says that it is a name or a title, which no one speaks.
    pub(super) fn is_named(&self) -> bool {
        let tokens = self.tokens(self.clause());
        if let [before @ .., last] = &tokens[..]
            && (is_subject_pronoun(&last.folded) || last.folded == "het")
        {
            // "Nu heet hij „…”"
            return before.last().is_some_and(|verb| matches!(verb.folded.as_str(), "heet" | "heette"));
        }
        tokens.last().is_some_and(|last| {
            is_naming(&last.folded) && self.text[last.span.end()..self.outside.start()].trim().is_empty()
        })
    }

    /// "het rapport „Maatwerk in de zorg”": a title behind the noun that it names.
    pub(super) fn is_title(&self) -> bool {
        let inside = self.inside.of(self.text);
        let short =
            words(inside).take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE && !inside.ends_with(['.', ',', '!', ';']);
        let capital = inside.starts_with(char::is_uppercase);
        let tokens = self.tokens(self.clause());
        let Some(noun) = tokens.last().filter(|_| short && capital) else { return false };
        if tokens.iter().rev().take(3).any(|word| is_according(&word.folded)) {
            return false;
        }
        let joined = self.text[noun.span.end()..self.outside.start()].chars().all(char::is_whitespace);
        if matches!(noun.folded.as_str(), "opschrift" | "tekst" | "woorden" | "words") {
            return false;
        }
        // "de opleiding „Veilig rijden”"
        let thing = tokens.len() > 1 && matches!(tokens[tokens.len() - 2].folded.as_str(), "de" | "het" | "the");
        let speaks =
            |word: &str| is_person(word) || is_body(word) || is_claim(word) || is_answer(word) || is_saying(word);
        let thing = thing && !speaks(&noun.folded) && !inside.ends_with('?');
        joined && !noun.capital && (is_source(&noun.folded) || is_naming(&noun.folded) || thing)
    }

    /// "merkt op dat het woord „…” vaak voorkomt": a word that is spoken of.
    pub(super) fn is_mentioned(&self) -> bool {
        let tokens = self.tokens(self.clause());
        if tokens.len() < 3 || !self.is_named() {
            return false;
        }
        let joins = |word: &Token| matches!(word.folded.as_str(), "dat" | "of" | "that" | "whether");
        let word =
            tokens.last().is_some_and(|noun| matches!(noun.folded.as_str(), "begrip" | "term" | "word" | "woord"));
        let near = &tokens[tokens.len() - 3];
        joins(near)
            || matches!(near.folded.as_str(), "en" | "and")
            || (word && tokens.iter().any(joins) && self.used_by().is_none())
    }

    /// Whether it stands in brackets, as an example or a remark of the text's own.
    pub(super) fn is_in_brackets(&self) -> bool {
        let own = sentence_start(self.text, Span::new(self.near_start, self.outside.start())).of(self.text);
        own.matches('(').count() > own.matches(')').count()
    }

    /// Whether a clause with a colon announces it: then not the one quoted before goes on.
    pub(super) fn is_announced(&self) -> bool {
        let own = self.sentence_so_far().of(self.text);
        let folded = fold(own);
        let asks = ["op de vraag", "gevraagd", "desgevraagd", "asked"].iter().any(|word| {
            folded.split(' ').take(3).any(|own| own == *word)
                || folded.trim_start().trim_start_matches("maar ").starts_with(word)
        });
        own.trim_end().ends_with(':') && words(own).count() > 5 && !asks
    }
}
