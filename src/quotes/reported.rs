//! The name at words that are reported without marks.

use super::{
    cues::{completes, is_claim, is_saying, is_source},
    names::{is_name, name_from, words_of},
    scene::{Named, Scene, sentence_end},
};
use crate::text::{Span, fold, words};

/// Without a short line above the sentence: "2. Waterpomp".
fn without_heading(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let trimmed = span.start() + written.len() - written.trim_start().len();
    let line = text[trimmed..span.end()].find('\n').filter(|length| *length < 24);
    line.map_or(span, |length| Span::new(trimmed + length + 1, span.end()))
}

impl Scene<'_> {
    /// Whose the words of this scene are, if the text says so: before them, in their first words, or behind them.
    pub fn reported(&self) -> Option<Named> {
        self.labelled().or_else(|| self.announced()).or_else(|| self.told_behind()).or_else(|| self.reports_itself())
    }

    /// "Aanbeveling 3: „…”": the piece of a text whose number opens the line.
    fn labelled(&self) -> Option<Named> {
        let line = self.text[..self.outside.start()].rsplit('\n').next()?;
        let label = line.trim_end().strip_suffix(':')?;
        let span = Span::new(self.outside.start() - line.len(), self.outside.start() - line.len() + label.len());
        let tokens = words_of(self.text, span);
        let [noun, number] = tokens.as_slice() else { return None };
        let name = noun.span.hull(number.span);
        let numbered = is_source(&noun.folded) && number.folded.starts_with(|c: char| c.is_ascii_digit());
        numbered.then_some(Named { name, cue: name, aside: false })
    }

    /// "X zegt dat", "volgens X", "de suggestie van X dat" before the words.
    fn announced(&self) -> Option<Named> {
        let sentence = self.sentence_so_far();
        let tokens = self.tokens(sentence);
        let joins = |word: &str| matches!(word, "dat" | "of" | "te" | "that" | "whether");
        let own = self.inside.of(self.text);
        let first = words(own).next().map(|word| fold(word.of(own)));
        let colon = sentence.of(self.text).trim_end().ends_with(':');
        let joint = tokens.iter().any(|word| matches!(word.folded.as_str(), "dat" | "that"));
        let announced = joint
            || colon
            || tokens.last().is_some_and(|last| joins(&last.folded))
            || first.is_some_and(|first| joins(&first));
        let claim = tokens
            .windows(2)
            .rposition(|two| is_claim(&two[0].folded) && matches!(two[1].folded.as_str(), "van" | "of"));
        let of_claim = claim.and_then(|at| name_from(self.text, &tokens, at + 2)).filter(|_| announced);
        let told = of_claim.map(|name| Named { name, cue: name, aside: false });
        told.or_else(|| {
            self.cue_in(sentence)
                .filter(|named| (!named.aside || self.is_readers(named)) && (announced || self.says_after(named)))
        })
    }

    /// "uw antwoord, dat": what the reader holds is theirs, though said in passing.
    fn is_readers(&self, named: &Named) -> bool {
        let first = words_of(self.text, named.name).into_iter().next();
        first.is_some_and(|first| matches!(first.folded.as_str(), "uw" | "your"))
    }

    /// "X vindt die toon niet nodig", "volgens X is dat zo": the words go on where the cue ends.
    fn says_after(&self, named: &Named) -> bool {
        words(&self.text[named.cue.end()..self.outside.start().max(named.cue.end())]).count() <= 3
    }

    /// "De penningmeester zegt dat er geen geld is": the words begin with who says them.
    fn reports_itself(&self) -> Option<Named> {
        let start = without_heading(self.text, Span::new(self.sentence_so_far().start(), self.inside.end()));
        let sentence = sentence_end(self.text, start);
        let tokens = words_of(self.text, sentence);
        let folded: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
        let says =
            |at: &usize| is_saying(folded[*at]) || completes(folded[*at], &folded[at + 1..folded.len().min(at + 4)]);
        let verb = (0..tokens.len().min(10)).find(|at| says(at) && !tokens[*at].capital)?;
        let head = Span::new(sentence.start(), tokens[(verb + 3).min(tokens.len() - 1)].span.end());
        let told = self.cue_in(head).filter(|named| is_name(self.text, named.name))?;
        let opens = tokens[0].capital && told.name.start_byte <= tokens[2.min(verb)].span.start_byte;
        (opens && self.is_someone(told.name, true)).then_some(told)
    }

    /// "…, vinden zij", ", aldus X".
    fn told_behind(&self) -> Option<Named> {
        let comma = self.after.of(self.text).starts_with(',');
        self.behind().filter(|_| comma)
    }
}
