//! Who says what stands behind a colon: the one who opens the sentence, or whose answer it is.

use super::{
    cues::{is_answer, is_claim, is_label, is_source},
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{ends_name, is_determiner, is_possessive, is_pronoun, is_subject_pronoun},
    names::{Token, is_own_name, name_from, words_of},
    scene::{Named, Scene},
};
use crate::text::Span;

impl Scene<'_> {
    /// "In een verklaring betuigt fabriek De Hoop spijt: „…”": who is named first in a sentence that ends in a colon.
    pub(super) fn someone_at_colon(&self, sentence: Span) -> Option<Named> {
        let colon = sentence.of(self.text).trim_end().ends_with(':');
        let tokens = self.tokens(sentence);
        let answers = |two: &[Token]| is_possessive(&two[0].folded) && is_answer(&two[1].folded);
        if let Some(at) = tokens.windows(2).rposition(answers).filter(|_| colon) {
            let name = tokens[at].span.hull(tokens[at + 1].span);
            return Some(Named { name, cue: name, aside: false });
        }
        // "Vaders antwoord was: „…”"
        let own = |two: &[Token]| two[0].capital && two[0].folded.ends_with('s') && is_answer(&two[1].folded);
        if let Some(two) = tokens.windows(2).find(|two| own(two)).filter(|_| colon) {
            let name = Span::new(two[0].span.start(), two[0].span.end() - 1);
            return Some(Named { name, cue: name, aside: false });
        }
        let opens =
            || tokens.first().filter(|first| stands(&first.folded) == Some(Stands::Last)).map(|first| first.span);
        let pronoun = || tokens.iter().rev().find(|word| is_subject_pronoun(&word.folded)).map(|word| word.span);
        let pronoun = || opens().or_else(pronoun);
        let name = self.subject_of(sentence).or_else(pronoun).filter(|_| colon)?;
        Some(Named { name, cue: name, aside: false })
    }

    /// "Rechter: verhuurder „moet zijn woorden wegen”", at the head of an article.
    pub(super) fn headed(&self) -> Option<Named> {
        let line = self.text[..self.outside.start()].rsplit('\n').next()?;
        let start = self.outside.start() - line.len();
        let (label, rest) = line.split_once(": ")?;
        let label = Span::new(start, start + label.len());
        let tokens = self.tokens(label);
        let short = (1..=3).contains(&tokens.len()) && start <= self.block.start() && !rest.contains(['.', '!', '?']);
        let name = tokens.first()?.span.hull(tokens.last()?.span);
        let speaks = short && !tokens.iter().any(|word| is_label(&word.folded)) && self.is_someone(name, false);
        speaks.then_some(Named { name, cue: name, aside: false })
    }

    /// "X is het daar niet mee eens: „…”": who opens a sentence that ends in a colon.
    pub(super) fn subject_at_colon(&self, sentence: Span) -> Option<Named> {
        let two = words_of(self.text, sentence);
        if two.len() > 1 && two[0].folded.ends_with('s') && is_answer(&two[1].folded) {
            return None;
        }
        if !sentence.of(self.text).trim_end().ends_with(':') {
            return None;
        }
        let mut tokens = words_of(self.text, sentence);
        // "Ook de tekst is helder: „…”"
        let adverb = matches!(
            tokens.first()?.folded.as_str(),
            "ook" | "vooral" | "juist" | "zelfs" | "maar" | "en" | "but" | "even"
        );
        let adverb = adverb && tokens.get(1).is_some_and(|next| is_determiner(&next.folded) || is_source(&next.folded));
        if adverb {
            tokens.remove(0);
            tokens[0].capital = true;
        }
        let opens = |first: &&Token| first.capital && (!ends_name(&first.folded) || is_determiner(&first.folded));
        let first = tokens.first().filter(opens)?;
        // "Zijn buurvrouw, Anna Smit, …": the name says more than the noun.
        let name = if is_pronoun(&first.folded) && !is_subject_pronoun(&first.folded) {
            first.span.hull(name_from(self.text, &tokens, 1)?)
        } else {
            name_from(self.text, &tokens, 0)?
        };
        if self.text[name.end()..].starts_with("'s ") || self.text[name.end()..].starts_with("’s ") {
            // "The railway's own statement was short: “…”"
            return Some(Named { name, cue: name, aside: false });
        }
        let apposed = self.apposed(&tokens, name);
        let own = apposed.unwrap_or(Span::new(first.span.end(), name.end()));
        let name = apposed.unwrap_or(name);
        let label =
            |word: &Token| is_function_word(&word.folded) || is_determiner(&word.folded) || is_label(&word.folded);
        let alone = tokens.len() <= 3 && !tokens.iter().any(label) && !sentence.of(self.text).contains(',');
        let name = if alone { first.span.hull(tokens[tokens.len() - 1].span) } else { name };
        let noun =
            is_determiner(&first.folded) && !tokens.iter().any(|word| is_label(&word.folded) || is_claim(&word.folded));
        let alone = alone
            || (noun && self.text[name.end()..].starts_with([',', ':']))
            || words_of(self.text, name).iter().any(|word| is_source(&word.folded));
        let named = is_own_name(self.text, own) || is_subject_pronoun(&first.folded) || alone || self.is_known(first);
        named.then_some(Named { name, cue: name, aside: false })
    }
}
