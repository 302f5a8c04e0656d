//! The cue in a sentence before a quotation, and the name at it.

use super::{
    cues::{is_according, is_answer, is_citing, is_claim, is_giving, is_receiving, is_said, is_saying, is_source},
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{ends_name, is_determiner, is_having, is_possessive, is_preposition, is_pronoun},
    names::{Token, is_name, is_own_name, name_before, name_from, trim_name, words_of},
    scene::{Named, Scene},
    verb::stands_for_one,
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
        let small = |word: &Token| {
            is_preposition(&word.folded)
                || is_function_word(&word.folded)
                || matches!(word.folded.as_str(), "namelijk" | "zelfs" | "hooguit" | "vooralsnog")
        };
        let to_marks = rest.len() <= 3
            && rest.iter().all(|word| small(word) || is_determiner(&word.folded) || ends_name(&word.folded));
        let close = tokens.last().is_some_and(|last| self.outside.start().saturating_sub(last.span.end()) <= 3);
        let open = || {
            let between = self.text.get(token.span.end()..self.outside.start()).unwrap_or(".");
            !between.contains(['.', '!', '?'])
        };
        if is_giving(&token.folded) && to_marks && close && open() {
            let name = name_before(self.text, tokens, at).filter(|name| is_name(self.text, *name));
            if let Some(name) = name {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
        }
        let by_own = matches!(token.folded.as_str(), "zeggen" | "account" | "admission")
            && tokens[..at].last().is_some_and(|own| matches!(own.folded.as_str(), "eigen" | "own"));
        // "Naar eigen zeggen heeft X"
        let from = if tokens[0].folded == "naar" { at + 2 } else { 0 };
        let says = || name_from(self.text, tokens, from).filter(|name| is_name(self.text, *name));
        if let Some(name) = Some(by_own).filter(|by_own| *by_own).and_then(|_| says()) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        let what = tokens[..at].iter().rposition(|word| word.folded == "wat").filter(|_| token.folded == "betreft");
        if let Some(name) = what.and_then(|what| name_from(self.text, tokens, what + 1)) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if token.folded == "monde" && rest.first().is_some_and(|of| of.folded == "van") {
            // "De oppositie, bij monde van X, …"
            let name = name_from(self.text, tokens, at + 2)?;
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        let sounds = matches!(token.folded.as_str(), "klonk" | "klinkt")
            && matches!(tokens[0].folded.as_str(), "uit" | "vanuit");
        if let Some(name) = Some(sounds).filter(|sounds| *sounds).and_then(|_| name_from(self.text, tokens, 1)) {
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if at > 1
            && tokens[0].folded == "wie"
            && tokens[0].capital
            && is_saying(&token.folded)
            && self.text[..token.span.start()].ends_with(", ")
        {
            // "Wie er woont, spreekt van"
            let name = tokens[0].span.hull(tokens[at - 1].span);
            return Some(Named { name, cue: name.hull(token.span), aside: false });
        }
        if let Some(name) = self.cited(tokens, at).filter(|_| close) {
            return Some(Named { name, cue: name.hull(token.span), aside: true });
        }
        if let Some(name) = self.heard_from(tokens, at) {
            return Some(Named { name, cue: name.hull(token.span), aside: true });
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
        let told = at > 1 && is_saying(&tokens[at - 1].folded) && stands_for_one(&tokens[at - 2]);
        if is_according(&token.folded) && !told {
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
            let might = |token: &Token| matches!(token.folded.as_str(), "zou" | "zouden");
            let having = having.map(|last| tokens[..last].iter().rposition(might).unwrap_or(last));
            let joint =
                tokens[..at].iter().rposition(|token| matches!(token.folded.as_str(), "dat" | "die" | "hoe" | "wat"));
            let joint = joint.filter(|joint| Some(joint + 1) != having);
            // "Die had gezegd:"
            let last_named = having.filter(|having| *having == 1 && stands(&tokens[0].folded) == Some(Stands::Last));
            let name = match (having, joint) {
                (Some(_), _) if last_named.is_some() => Some(tokens[0].span),
                (Some(having), _) if having > 0 && stands_for_one(&tokens[having - 1]) => Some(tokens[having - 1].span),
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
            // "door de politie geregistreerde feiten inzake „…”"
            let made = made && !tokens.last().is_some_and(|last| is_preposition(&last.folded));
            if made && self.is_someone(name, true) {
                return Some(Named { name: trim_name(self.text, name), cue: token.span.hull(name), aside: true });
            }
        }
        self.verb_at(tokens, at)
    }

    /// "citeerde X de wethouder:", "ik citeer de wet:": whom or what the words behind a verb of citing name.
    fn cited(&self, tokens: &[Token], at: usize) -> Option<Span> {
        if !is_citing(&tokens[at].folded) || matches!(tokens[at].folded.as_str(), "haalt" | "haalde") {
            return None;
        }
        let mut names = Vec::new();
        let mut next = at + 1;
        while next < tokens.len() {
            let name = name_from(self.text, tokens, next).filter(|name| self.is_someone(*name, true));
            names.extend(name);
            let past = name.and_then(|name| tokens.iter().position(|word| word.span.start_byte >= name.end_byte));
            next = if name.is_some() { past.unwrap_or(tokens.len()) } else { next + 1 };
        }
        let subject = tokens[at].folded == "lees"
            || tokens[..at].iter().any(|word| word.capital || matches!(word.folded.as_str(), "ik" | "i"));
        let last = names.last().copied()?;
        let near = words_of(self.text, Span::new(last.end(), self.outside.start().max(last.end()))).len() <= 2;
        (near && names.len() > usize::from(!subject)).then_some(last)
    }

    /// "kreeg van X te horen dat", "Van X kregen wij bericht dat"
    fn heard_from(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let heard = |word: &Token| {
            matches!(
                word.folded.as_str(),
                "antwoord" | "bericht" | "hearing" | "horen" | "mededeling" | "verwijt" | "word"
            )
        };
        let from = |word: &Token| matches!(word.folded.as_str(), "van" | "from");
        let receives = is_receiving(&tokens[at].folded) && tokens[at..].iter().any(heard);
        let giver = tokens.iter().position(from).filter(|_| receives)?;
        name_from(self.text, tokens, giver + 1)
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
        let inside = tokens.get(at + 1).is_some_and(|of| matches!(of.folded.as_str(), "in" | "uit"));
        if inside && is_claim(word) {
            // "de vaststelling in een rapport dat"
            let name = name_from(self.text, tokens, at + 2)?;
            let text = words_of(self.text, name).iter().any(|word| is_source(&word.folded));
            return text.then_some((name, false));
        }
        let joint = tokens
            .get(at + 1)
            .is_some_and(|joint| matches!(joint.folded.as_str(), "dat" | "die" | "waarin" | "waarmee" | "which"));
        if joint && colon && (is_claim(word) || is_answer(word) || is_source(word) || word == "zin") {
            // "het antwoord dat X zond: „…”"
            let name = name_from(self.text, tokens, at + 2)?;
            let name = self.apposed(tokens, name).unwrap_or(name);
            let speaks = self.is_someone(name, false) || stands(&words_of(self.text, name)[0].folded).is_some();
            return speaks.then_some((name, false));
        }
        let with = at > 1 && matches!(tokens[at - 2].folded.as_str(), "met" | "with");
        if with && !of && is_claim(word) {
            // "X sluit af met de opmerking dat"
            return name_from(self.text, tokens, 0).map(|name| (name, false));
        }
        // "Uw zin dat", "Haar belofte om", "her line that"
        let whose = at.checked_sub(1).map(|before| &tokens[before]).filter(|whose| is_whose(&whose.folded));
        let held = tokens
            .get(at + 1)
            .is_none_or(|next| matches!(next.folded.as_str(), "dat" | "om" | "that" | "uit" | "van" | "was" | "waren"));
        // "In her view", "naar zijn oordeel"
        let to = at > 1 && matches!(tokens[at - 2].folded.as_str(), "in" | "naar" | "volgens");
        if let Some(whose) =
            whose.filter(|_| to && matches!(word, "view" | "opinion" | "words" | "mening" | "oordeel" | "woorden"))
        {
            return Some((whose.span.hull(tokens[at].span), false));
        }
        if let Some(whose) = whose.filter(|_| held && (is_claim(word) || is_answer(word))) {
            return Some((whose.span.hull(tokens[at].span), true));
        }
        let name = name_from(self.text, tokens, at + 2).filter(|_| of)?;
        let next = tokens.iter().find(|token| token.span.start_byte >= name.end_byte);
        let joins = next.is_some_and(|next| matches!(next.folded.as_str(), "dat" | "that" | "om"));
        let own = is_own_name(self.text, name);
        // "naar het oordeel van X had"
        let to = at > 1 && matches!(tokens[at - 2].folded.as_str(), "naar" | "in");
        if to && matches!(word, "mening" | "oordeel" | "view" | "opinion" | "schatting" | "overtuiging") {
            return Some((name, false));
        }
        let in_words = at > 1 && matches!(word, "woorden" | "words") && tokens[at - 2].folded == "in";
        if in_words {
            return Some((name, false));
        }
        if is_claim(word) || is_answer(word) {
            // "uw woord van de vissers, „…”"
            let comma = next.is_none() && self.text[name.end()..self.outside.start()].trim() == ",";
            return (own || joins || comma || (colon && next.is_none())).then_some((name, !(colon && next.is_none())));
        }
        let cites = tokens[..at].iter().any(|verb| is_citing(&verb.folded));
        (is_source(word) && cites).then_some((name, false))
    }

    /// The one named just before token `at`: "de aannemer, die schreef".
    pub(super) fn ends_before(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let persons = tokens.get(at).is_some_and(|who| who.folded == "who");
        // "Zij halen X aan, die schreef"
        let particle = matches!(tokens[at.checked_sub(1)?].folded.as_str(), "aan" | "op" | "uit" | "af");
        let at = at - usize::from(particle && at > 1);
        let end = tokens[at - 1].span.end_byte;
        let ends = |from: usize| {
            let name = name_from(self.text, tokens, from).filter(|name| name.end_byte == end);
            let determined = persons && is_determiner(&tokens[from].folded);
            name.filter(|name| determined || self.is_someone(*name, false))
        };
        (at.saturating_sub(6)..at).find_map(ends)
    }

    /// "X's" before a word.
    pub(super) fn owner(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let whose = tokens[..at].last().filter(|whose| whose.capital)?;
        let written = self.text[whose.span.start()..tokens[at].span.start()].trim_end();
        let name = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s"))?;
        Some(Span::new(whose.span.start(), whose.span.start() + name.len()))
    }
}

/// "uw", "haar", "zijn", "your" before what someone holds.
fn is_whose(folded: &str) -> bool {
    is_possessive(folded) || matches!(folded, "uw" | "your")
}
