//! The cue in a sentence before a quotation, and the name at it.

use super::{
    cues::{completes, is_according, is_answer, is_citing, is_claim, is_giving, is_said, is_saying, is_source},
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{is_determiner, is_having, is_modal, is_preposition, is_pronoun, is_subject_pronoun},
    names::{Token, is_name, is_own_name, name_before, name_behind, name_from, trim_name, words_of},
    scene::{Named, Scene, sentence_start},
};
use crate::text::Span;

impl Scene<'_> {
    pub fn cue_in(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let named = |at: usize| self.cue_at(&tokens, at).filter(|named| is_name(self.text, named.name));
        (0..tokens.len()).rev().find_map(named)
    }

    /// The name at the cue that token `at` is.
    fn cue_at(&self, tokens: &[Token], at: usize) -> Option<Named> {
        let token = &tokens[at];
        let rest = &tokens[at + 1..];
        let small = |word: &Token| is_preposition(&word.folded) || is_function_word(&word.folded);
        let to_marks = rest.len() <= 1 && rest.iter().all(small);
        let close = tokens.last().is_some_and(|last| self.outside.start().saturating_sub(last.span.end()) <= 3);
        let open = || {
            let between = self.text.get(token.span.end()..self.outside.start()).unwrap_or(".");
            !between.contains(['.', '!', '?'])
        };
        if is_giving(&token.folded) && to_marks && close && open() {
            let name = name_before(self.text, tokens, at)?;
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        let by_own = matches!(token.folded.as_str(), "zeggen" | "account" | "admission")
            && tokens[..at].last().is_some_and(|own| matches!(own.folded.as_str(), "eigen" | "own"));
        let says = || name_from(self.text, tokens, 0).filter(|name| is_name(self.text, *name));
        if let Some(name) = Some(by_own).filter(|by_own| *by_own).and_then(|_| says()) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        let what = tokens[..at].iter().rposition(|word| word.folded == "wat").filter(|_| token.folded == "betreft");
        if let Some(name) = what.and_then(|what| name_from(self.text, tokens, what + 1)) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if let Some(name) = self.text_that_says(tokens, at) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        let put =
            matches!(token.folded.as_str(), "has" | "put" | "puts") && rest.first().is_some_and(|it| it.folded == "it");
        if let Some(name) = name_before(self.text, tokens, at).filter(|_| put) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if is_according(&token.folded) && rest.first().is_some_and(|who| matches!(who.folded.as_str(), "wie" | "whom"))
        {
            let name = name_before(self.text, tokens, at)?;
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if is_according(&token.folded) {
            let skip = at + 1 + usize::from(token.folded == "according");
            if let Some(name) = name_from(self.text, tokens, skip) {
                let noun = is_determiner(&tokens[skip].folded) && !is_pronoun(&tokens[skip].folded);
                let name = self.apposed(tokens, name).filter(|_| noun).unwrap_or(name);
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
        }
        if let Some((name, aside)) = self.holder(tokens, at) {
            return Some(Named { name, cue: token.span.hull(name), aside });
        }
        if is_said(&token.folded) && (rest.len() < 6 || matches!(rest[0].folded.as_str(), "dat" | "that")) {
            // "… dat X tegen haar heeft verklaard:", "gisteren heeft X verklaard:"
            let having = tokens[..at].iter().rposition(|token| is_having(&token.folded));
            let joint = tokens[..at].iter().rposition(|token| matches!(token.folded.as_str(), "dat" | "die"));
            let joint = joint.filter(|joint| Some(joint + 1) != having);
            // "Die had gezegd:"
            let last_named = having.filter(|having| *having == 1 && stands(&tokens[0].folded) == Some(Stands::Last));
            let name = match (having, joint) {
                (Some(_), _) if last_named.is_some() => Some(tokens[0].span),
                (Some(having), Some(joint)) if joint < having => name_from(self.text, tokens, joint + 1),
                (Some(having), _) => {
                    name_before(self.text, tokens, having).or_else(|| name_from(self.text, tokens, having + 1))
                }
                (None, _) => None,
            };
            if let Some(name) = name {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
        }
        if token.folded == "door" && tokens.len() > at + 2 {
            // "het door X geschetste beeld"
            let name = name_from(self.text, tokens, at + 1)?;
            let next = tokens.iter().find(|token| token.span.start_byte >= name.end_byte);
            let made = next.is_some_and(|next| next.folded.ends_with("de") || next.folded.ends_with("te"));
            if made && self.is_someone(name, true) {
                return Some(Named { name: trim_name(self.text, name), cue: token.span.hull(name), aside: true });
            }
        }
        self.verb_at(tokens, at)
    }

    /// The subject of the verb of saying that token `at` is.
    fn verb_at(&self, tokens: &[Token], at: usize) -> Option<Named> {
        let token = &tokens[at];
        let rest = &tokens[at + 1..];
        let compound = self.text[..token.span.start()].ends_with('-');
        let behind: Vec<&str> = rest.iter().map(|word| word.folded.as_str()).collect();
        // "moeten hun minister adviseren": what someone has to do.
        let infinitive = token.folded.ends_with("en")
            && (tokens[..at].iter().any(|word| is_modal(&word.folded))
                || tokens[..at].last().is_some_and(|to| to.folded == "te"));
        let noun = at
            .checked_sub(1)
            .is_some_and(|before| matches!(tokens[before].folded.as_str(), "a" | "an" | "de" | "een" | "the"));
        let says = !noun && (is_saying(&token.folded) || completes(&token.folded, &behind));
        if says && !compound && !infinitive {
            // "het was X die zei dat"
            let joint = at.checked_sub(1).filter(|before| matches!(tokens[*before].folded.as_str(), "die" | "who"));
            if let Some(name) = joint
                .and_then(|joint| self.ends_before(tokens, joint).or_else(|| name_before(self.text, tokens, joint)))
            {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let last_named = at.checked_sub(1).map(|before| &tokens[before]);
            if let Some(last) = last_named.filter(|last| stands(&last.folded) == Some(Stands::Last)) {
                return Some(Named { name: last.span, cue: last.span.hull(token.span), aside: false });
            }
            // "X, die in mei nog pochte dat"
            let relative = tokens[..at].iter().rposition(|word| matches!(word.folded.as_str(), "die" | "who"));
            let relative =
                relative.filter(|joint| at - joint <= 6 && self.text[..tokens[*joint].span.start()].ends_with(", "));
            let alone = |joint: &usize| {
                !tokens[joint + 1..at].iter().any(|word| is_determiner(&word.folded) || is_pronoun(&word.folded))
            };
            if let Some(name) = relative.filter(alone).and_then(|joint| self.ends_before(tokens, joint)) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let joint = tokens[..at]
                .iter()
                .rposition(|word| matches!(word.folded.as_str(), "dat" | "die" | "wat" | "zoals" | "hetgeen"));
            if let Some(name) =
                joint.filter(|_| rest.is_empty()).and_then(|joint| name_from(self.text, tokens, joint + 1))
            {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let is_name = |name: &Span| is_name(self.text, *name);
            let inverted = name_behind(self.text, tokens, at + 1).filter(is_name);
            let inverted = inverted.filter(|name| self.may_speak(*name));
            let own = name_before(self.text, tokens, at).filter(is_name);
            let own = own.filter(|name| is_own_name(self.text, *name) && self.is_someone(*name, true));
            let next = tokens.get(at + 1).filter(|next| is_subject_pronoun(&next.folded));
            // "Daarin noemt zij"; but "Khan says he".
            let subject =
                next.is_some_and(|next| own.is_none() || !matches!(next.folded.as_str(), "he" | "she" | "they"));
            let stands_for_one = |word: &Token| {
                is_subject_pronoun(&word.folded)
                    || matches!(
                        word.folded.as_str(),
                        "i" | "iemand" | "ik" | "je" | "jij" | "men" | "u" | "we" | "wij" | "you"
                    )
            };
            let straight = at > 0 && stands_for_one(&tokens[at - 1]);
            if straight {
                let name = tokens[at - 1].span;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let helper = at.checked_sub(1).filter(|helper| {
                matches!(tokens[*helper].folded.as_str(), "had" | "has" | "have" | "later" | "once" | "also" | "then")
            });
            let before = name_before(self.text, tokens, at).filter(is_name);
            let before = before.or_else(|| name_before(self.text, tokens, helper?).filter(is_name));
            let comma = at > 0 && self.text[tokens[at - 1].span.end()..].starts_with(',');
            let before = before.filter(|name| !comma || self.is_someone(*name, true));
            let placed = before.is_some_and(|name| self.is_someone(name, true));
            let oblique = own.is_none() && !placed && tokens[0].capital && at > 1 && is_preposition(&tokens[0].folded);
            if let Some(name) = inverted.filter(|_| subject || oblique) {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
            let name = match (inverted, before) {
                (Some(after), None) => after,
                (Some(after), Some(before)) => {
                    let own_name = is_own_name(self.text, after) && !is_own_name(self.text, before);
                    let speaks = self.is_someone(after, false) && !self.is_someone(before, true);
                    if own_name || speaks { after } else { before }
                }
                (None, Some(before)) => before,
                (None, None) => return None,
            };

            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        None
    }

    /// Whose claim, answer or text it is, and whether that is said in passing: "de suggestie van X dat er", "de reactie van
    /// het college:", "citeert uit de brief van X", "in X's words".
    fn holder(&self, tokens: &[Token], at: usize) -> Option<(Span, bool)> {
        let word = tokens[at].folded.as_str();
        let colon = self.text[..self.outside.start()].trim_end().ends_with(':');
        if let Some(owner) = self.owner(tokens, at).filter(|_| is_claim(word)) {
            return Some((owner, false));
        }
        let of = tokens.get(at + 1).is_some_and(|of| matches!(of.folded.as_str(), "van" | "of" | "from"));
        let joint = tokens
            .get(at + 1)
            .is_some_and(|joint| matches!(joint.folded.as_str(), "dat" | "die" | "waarin" | "waarmee" | "which"));
        if joint && colon && (is_claim(word) || is_answer(word) || is_source(word) || word == "zin") {
            // "het antwoord dat X zond: „…”"
            let name = name_from(self.text, tokens, at + 2)?;
            return Some((self.apposed(tokens, name).unwrap_or(name), false));
        }
        let with = at > 1 && matches!(tokens[at - 2].folded.as_str(), "met" | "with");
        if with && !of && is_claim(word) {
            // "X sluit af met de opmerking dat"
            return name_from(self.text, tokens, 0).map(|name| (name, false));
        }
        let name = name_from(self.text, tokens, at + 2).filter(|_| of)?;
        let next = tokens.iter().find(|token| token.span.start_byte >= name.end_byte);
        let joins = next.is_some_and(|next| matches!(next.folded.as_str(), "dat" | "that" | "om"));
        let own = is_own_name(self.text, name);
        let in_words = at > 1 && matches!(word, "woorden" | "words") && tokens[at - 2].folded == "in";
        if in_words {
            return Some((name, false));
        }
        if is_claim(word) || is_answer(word) {
            return (own || joins || (colon && next.is_none())).then_some((name, !(colon && next.is_none())));
        }
        let cites = tokens[..at].iter().any(|verb| is_citing(&verb.folded));
        (is_source(word) && cites).then_some((name, false))
    }

    /// Whether the name may be a speaker's at a verb of saying: no thing in small letters ("het ijs", "een kamer").
    fn may_speak(&self, name: Span) -> bool {
        let first = words_of(self.text, name).swap_remove(0);
        let thing = matches!(first.folded.as_str(), "a" | "an" | "deze" | "een" | "het" | "this");
        let thing = thing && !self.text[name.end()..].starts_with(':');
        stands(&first.folded).is_some() || !thing || self.is_someone(name, true) || is_own_name(self.text, name)
    }

    /// The one named just before token `at`: "de aannemer, die schreef".
    fn ends_before(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let end = tokens[at.checked_sub(1)?].span.end_byte;
        let ends = |from: usize| name_from(self.text, tokens, from).filter(|name| name.end_byte == end);
        (at.saturating_sub(6)..at).find_map(ends).filter(|name| self.is_someone(*name, false))
    }

    /// "…, and then, from X, “…”"
    pub fn comes_from(&self) -> Option<Named> {
        let tokens = self.tokens(sentence_start(self.text, self.before));
        let from = tokens.iter().rposition(|word| matches!(word.folded.as_str(), "from" | "van"))?;
        let name = name_from(self.text, &tokens, from + 1)?;
        let comma = from > 0 && self.text[tokens[from - 1].span.end()..].starts_with(',');
        let ends = self.text[name.end()..self.outside.start()].trim() == ",";
        (comma && ends && self.is_someone(name, true)).then_some(Named { name, cue: name, aside: false })
    }

    /// "X's" before a word.
    pub(super) fn owner(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let whose = tokens[..at].last().filter(|whose| whose.capital)?;
        let written = self.text[whose.span.start()..tokens[at].span.start()].trim_end();
        let name = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s"))?;
        Some(Span::new(whose.span.start(), whose.span.start() + name.len()))
    }
}
