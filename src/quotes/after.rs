//! The name in the sentence behind a quotation.

use super::{
    cues::{is_answer, is_claim, is_receiving, is_saying, is_showing, points_back},
    name_words::is_modal,
    names::{Token, name_before, name_behind, name_from},
    scene::{Named, Scene, sentence_end},
};
use crate::text::{Span, sentences};

impl Scene<'_> {
    /// "Dat zei X.", "Dat antwoord kreeg X van Y." just behind a quotation that ends its sentence.
    pub fn sentence_behind(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let ended = self.inside.of(self.text).ends_with(['.', '!', '?']) || rest.starts_with('.');
        let start = rest.len() - rest.trim_start_matches(['.', ' ']).len();
        let sentence = sentence_end(self.text, Span::new(self.after.start() + start, self.after.end()));
        let tokens = self.tokens(sentence);
        let (points, verb) = (tokens.first()?, tokens.get(1)?);
        if ended && matches!(points.folded.as_str(), "met" | "with") {
            // "Met die drie woorden nam X afscheid."
            let points = matches!(verb.folded.as_str(), "dat" | "deze" | "die" | "dit" | "that" | "these" | "those");
            let words = tokens.iter().take(6).any(|word| is_claim(&word.folded) || word.folded == "zin");
            let name = self.subject_of(sentence).filter(|_| points && words)?;
            return Some(Named { name, cue: verb.span.hull(name), aside: false });
        }
        // "Meer wilde X er niet over zeggen.", "Het was de stem van X."
        let more = matches!(points.folded.as_str(), "meer" | "veel" | "verder" | "more" | "anders");
        let would = is_modal(&verb.folded) || matches!(verb.folded.as_str(), "had" | "heeft" | "wilde" | "wou");
        let voice = tokens.iter().take(5).position(|word| matches!(word.folded.as_str(), "stem" | "voice"));
        let voiced =
            voice.and_then(|at| tokens.get(at + 1)).is_some_and(|of| matches!(of.folded.as_str(), "van" | "of"));
        let from = if more && would { Some(2) } else { voice.filter(|_| voiced).map(|at| at + 2) };
        if let Some(name) = from.filter(|_| ended).and_then(|from| name_behind(self.text, &tokens, from)) {
            return Some(Named { name, cue: points.span.hull(name), aside: false });
        }
        // "X klonk vermoeid toen hij dat zei."
        let points_at = |two: &[Token]| points_back(&two[0].folded) && is_saying(&two[1].folded);
        let when = |word: &Token| matches!(word.folded.as_str(), "toen" | "terwijl" | "as" | "when" | "while");
        if ended && tokens.windows(2).any(points_at) && tokens.iter().skip(1).any(when) {
            let name = self.subject_of(sentence)?;
            return Some(Named { name, cue: name, aside: false });
        }
        if !ended || !points_back(&points.folded) {
            return None;
        }
        if is_saying(&verb.folded) {
            let name = name_behind(self.text, &tokens, 2)?;
            return Some(Named { name, cue: points.span.hull(name), aside: false });
        }
        if is_showing(&verb.folded) {
            // "Zo staat het in onze cao."
            let place = tokens.iter().take(7).position(|word| word.folded == "in")?;
            let name = name_from(self.text, &tokens, place + 1).filter(|name| self.is_someone(*name, true))?;
            return Some(Named { name, cue: points.span.hull(name), aside: false });
        }
        let receives = tokens.get(2).is_some_and(|token| is_receiving(&token.folded));
        if !is_answer(&verb.folded) || !receives {
            return None;
        }
        let giver = tokens.iter().position(|token| matches!(token.folded.as_str(), "van" | "from"));
        let name = giver.and_then(|at| name_from(self.text, &tokens, at + 1)).or_else(|| self.subject())?;
        Some(Named { name, cue: points.span.hull(tokens[2].span), aside: false })
    }

    /// "„…” Raadslid Anna Kok haalt de schouders op.": who opens the sentence behind, by first name and surname.
    pub fn introduced_behind(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let alone = rest.trim_start_matches(['*', '_']).starts_with('\n');
        let ended = alone || (self.inside.of(self.text).ends_with(['.', '!', '?']) && rest.starts_with(' '));
        let start = self.after.end() - rest.trim_start_matches(['*', '_', '\n']).len();
        let sentence = sentence_end(self.text, Span::new(start, self.after.end()));
        self.introduced(sentence).filter(|_| ended && self.is_sentence())
    }

    /// The first who is introduced in the sentences behind: whom a pronoun at the quotation meant.
    pub fn introduced_after(&self) -> Option<Named> {
        let all = sentences(self.rest.of(self.text));
        let near = all.iter().map(|sentence| sentence.shift(self.rest.start()));
        near.take(5).find_map(|sentence| self.subject_of(sentence).map(|name| Named { name, cue: name, aside: false }))
    }

    /// Who does what the quotation's own sentence tells: the noun at its first modal verb.
    fn subject(&self) -> Option<Span> {
        let sentence = self.sentence_so_far();
        let tokens = self.tokens(sentence);
        let at = tokens.iter().position(|token| is_modal(&token.folded))?;
        name_from(self.text, &tokens, at + 1).or_else(|| name_before(self.text, &tokens, at))
    }
}
