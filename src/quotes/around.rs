//! The name in the words on both sides of a quotation that is a piece of its sentence.

use super::{
    cues::{is_claim, is_giving, is_naming, is_said, is_saying},
    name_words::{is_having, is_pronoun, is_subject_pronoun},
    names::{Token, name_before, name_behind, name_from},
    scene::{Named, Scene, sentence_end},
};
use crate::text::{Span, fold};

impl Scene<'_> {
    /// "omdat de sleutel „zoek” was, zo vertelde X": the sentence of which the quotation is a piece is told by X.
    pub fn told_at_end(&self) -> Option<Named> {
        let sentence = sentence_end(self.text, self.rest);
        let piece = sentence.of(self.text);
        let runs =
            piece.trim_start().starts_with(char::is_lowercase) && !self.inside.of(self.text).ends_with(['.', '!', '?']);
        let at = piece.rfind(", ").filter(|at| *at > 0 && runs && !self.is_sentence())?;
        let tokens = self.tokens(Span::new(sentence.start() + at + 2, sentence.end()));
        let verb = tokens.iter().position(|word| word.folded != "zo" && word.folded != "so")?;
        let says = is_saying(&tokens[verb].folded) || matches!(tokens[verb].folded.as_str(), "aldus" | "volgens");
        let behind = tokens.get(verb + 1)?;
        let name =
            name_from(self.text, &tokens, verb + 1).filter(|_| verb < 2 && says && tokens[verb].folded != "that")?;
        let ends = self.text[name.end()..].starts_with(['.', ',']) || sentence.end() - name.end() < 60;
        let speaks = self.is_someone(name, true) || is_pronoun(&behind.folded);
        (ends && speaks).then_some(Named { name, cue: tokens[verb].span.hull(name), aside: false })
    }

    /// "Over de opmerking „…” heeft X gezegd dat", "de uitlating „…”, die X deed".
    pub fn claimed(&self) -> Option<Named> {
        let before = self.tokens(self.sentence_so_far());
        let held = before.last().filter(|last| is_claim(&last.folded) || is_naming(&last.folded))?;
        let behind = self.tokens(self.sentence_on());
        let says = behind
            .iter()
            .take(12)
            .any(|word| is_said(&word.folded) || matches!(word.folded.as_str(), "deed" | "gedaan"));
        let first = behind.first().filter(|first| is_having(&first.folded) || first.folded == "die")?;
        let name = name_from(self.text, &behind, 1).filter(|name| says && self.is_someone(*name, false))?;
        Some(Named { name, cue: held.span.hull(first.span), aside: true })
    }

    /// "X zou „…” hebben gemompeld": the subject before the marks, the verb behind them.
    pub fn said_at_end(&self) -> Option<Named> {
        let behind = self.tokens(self.sentence_on());
        let said = behind.iter().take(3).find(|word| is_said(&word.folded))?;
        let before = self.tokens(self.sentence_so_far());
        let having = before.iter().rposition(|word| is_having(&word.folded))?;
        if self.text[before[having].span.end()..self.outside.start()].contains(',') {
            return None;
        }
        let name = name_behind(self.text, &before, having + 1).filter(|name| self.is_someone(*name, true));
        let name = name.or_else(|| name_before(self.text, &before, having))?;
        Some(Named { name, cue: name.hull(said.span), aside: false })
    }

    /// "het woord „…” dat X gebruikte"
    pub fn used_by(&self) -> Option<Named> {
        let tokens = self.tokens(self.sentence_on());
        let joint = tokens
            .first()
            .filter(|joint| matches!(joint.folded.as_str(), "dat" | "die" | "that" | "which" | "waarmee"))?;
        let using = |word: &Token| {
            matches!(
                word.folded.as_str(),
                "bezigde" | "bezigt" | "gebruikt" | "gebruikte" | "gebruikten" | "used" | "uses" | "koos"
            ) || is_saying(&word.folded)
        };
        let verb = tokens.iter().take(10).find(|word| using(word))?;
        let own = !joint.span.hull(verb.span).of(self.text).contains(',');
        let name = name_from(self.text, &tokens, 1).filter(|name| own && name.end_byte <= verb.span.start_byte)?;
        Some(Named { name, cue: joint.span.hull(verb.span), aside: false })
    }

    /// "wat X „…” noemt": the verb behind the marks, its subject at the head of the clause before them.
    pub fn verb_at_end(&self) -> Option<Named> {
        let tokens = self.tokens(self.sentence_on());
        let verb = tokens
            .first()
            .filter(|verb| is_saying(&verb.folded) || is_giving(&verb.folded) || verb.folded == "acht")?;
        let before = self.tokens(self.sentence_so_far());
        let joint = before.iter().rposition(|word| {
            matches!(
                word.folded.as_str(),
                "wat" | "dat" | "die" | "zoals" | "hetgeen" | "what" | "which" | "als" | "omdat"
            )
        })?;
        let name = name_from(self.text, &before, joint + 1)?;
        // "de commissie, die de dakkapel „…” acht"
        let relative = matches!(before[joint].folded.as_str(), "die" | "dat");
        let object = is_pronoun(&fold(name.of(self.text))) && !is_subject_pronoun(&fold(name.of(self.text)));
        let other =
            || object || (self.text[..before[joint].span.start()].ends_with(", ") && !self.is_someone(name, false));
        let antecedent = || self.ends_before(&before, joint).filter(|_| relative && other());
        let name = antecedent().unwrap_or(name);
        Some(Named { name, cue: name.hull(verb.span), aside: false })
    }

    /// "dat X hem bedreigde met de woorden „…”"
    pub fn words_of_clause(&self) -> Option<Named> {
        let before = self.tokens(self.sentence_so_far());
        let [.., with, _, last] = &before[..] else { return None };
        let with = matches!(with.folded.as_str(), "met" | "with") && is_claim(&last.folded);
        let joint = before.iter().rposition(|word| matches!(word.folded.as_str(), "dat" | "that")).filter(|_| with)?;
        let name = name_from(self.text, &before, joint + 1).filter(|name| self.is_someone(*name, false))?;
        Some(Named { name, cue: last.span, aside: true })
    }

    /// "Met de woorden „…” verliet X de zaal".
    pub fn with_these_words(&self) -> Option<Named> {
        let before = self.tokens(self.sentence_so_far());
        let with = before.iter().rev().take(4).any(|word| matches!(word.folded.as_str(), "met" | "with"));
        let last = before.last().filter(|last| with && is_claim(&last.folded))?;
        let tokens = self.tokens(self.sentence_on());
        let name = name_from(self.text, &tokens, 1).filter(|name| self.is_someone(*name, false));
        let name = name.or_else(|| self.subject_of(self.sentence_so_far()))?;
        Some(Named { name, cue: last.span, aside: false })
    }

    /// "de door u aangehaalde verzorgende („…”)", "het antwoord van 3 juli („…”)": the name before the bracket.
    pub fn bracketed(&self) -> Option<Named> {
        let opens = self.text[..self.outside.start()].trim_end().ends_with('(');
        let closes = self.after.of(self.text).trim_start_matches('.').starts_with(')');
        let tokens = self.tokens(self.sentence_so_far());
        let end = tokens.last().filter(|_| opens && closes)?.span.end_byte;
        let ends = |from: usize| name_from(self.text, &tokens, from).filter(|name| name.end_byte == end);
        let name = (tokens.len().saturating_sub(7)..tokens.len()).find_map(ends);
        let name = name.filter(|name| self.is_someone(*name, true))?;
        Some(Named { name, cue: name, aside: true })
    }

    /// "…, and then, from X, “…”"
    pub fn comes_from(&self) -> Option<Named> {
        let tokens = self.tokens(self.sentence_so_far());
        let from = tokens.iter().rposition(|word| matches!(word.folded.as_str(), "from" | "van"))?;
        let name = name_from(self.text, &tokens, from + 1)?;
        let comma = from > 0 && self.text[tokens[from - 1].span.end()..].starts_with(',');
        let ends = self.text[name.end()..self.outside.start()].trim() == ",";
        (comma && ends && self.is_someone(name, true)).then_some(Named { name, cue: name, aside: false })
    }
}
