//! The cue in a sentence before a quotation, and the name at it.

use super::{
    cues::{
        completes, is_according, is_answer, is_citing, is_claim, is_giving, is_receiving, is_said, is_saying, is_source,
    },
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{
        ends_name, is_determiner, is_having, is_in, is_modal, is_possessive, is_preposition, is_pronoun,
        is_subject_pronoun,
    },
    names::{Token, is_name, is_own_name, name_before, name_behind, name_from, one_of_several, trim_name, words_of},
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
        // "gaf de schuld aan „…”"
        let to_words = matches!(token.folded.as_str(), "gaf" | "gaven" | "geeft" | "geven")
            && rest.len() > 1
            && rest.last().is_some_and(|last| last.folded == "aan" && self.outside.start() <= last.span.end() + 3);
        // "In de motie wordt het college verzocht"
        let passive = token.folded.starts_with("ver")
            && token.folded.ends_with("cht")
            && tokens[..at].iter().any(|word| matches!(word.folded.as_str(), "wordt" | "worden" | "werd" | "werden"));
        let says = !noun
            && !passive
            && !to_words
            && (is_saying(&token.folded)
                || completes(&token.folded, &behind)
                || is_bare_form(tokens, at)
                || self.is_plural_form(tokens, at));
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
            let placed = |index: usize| is_preposition(&tokens[index - 1].folded);
            let other = |index: usize| is_determiner(&tokens[index].folded) || is_pronoun(&tokens[index].folded);
            let alone = |joint: &usize| !(joint + 1..at).any(|index| other(index) && !placed(index));
            if let Some(name) = relative.filter(alone).and_then(|joint| self.ends_before(tokens, joint)) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let joint = tokens[..at].iter().rposition(|word| {
                matches!(word.folded.as_str(), "dat" | "die" | "wat" | "zoals" | "hetgeen" | "hoe" | "toen" | "waarop")
            });
            if let Some(name) =
                joint.filter(|_| rest.is_empty()).and_then(|joint| name_from(self.text, tokens, joint + 1))
            {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            // "hoe mijn oom dan opstond en zei"
            let joined = at > 2 && matches!(tokens[at - 1].folded.as_str(), "en" | "and");
            let how =
                tokens[..at].iter().rposition(|word| matches!(word.folded.as_str(), "hoe" | "how" | "toen" | "when"));
            let doer = how.filter(|_| joined).and_then(|how| name_from(self.text, tokens, how + 1));
            if let Some(name) = doer.filter(|name| self.is_someone(*name, false)) {
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
            let of_you = at.checked_sub(3).and_then(|from| one_of_several(self.text, tokens, from));
            if let Some(name) = of_you {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let straight = at > 0 && stands_for_one(&tokens[at - 1]);
            if straight {
                let name = tokens[at - 1].span;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let n_helpers = tokens[..at].iter().rev().take(3).take_while(|word| is_helper(&word.folded)).count();
            let helper = Some(at - n_helpers).filter(|helper| *helper < at);
            if let Some(pronoun) = helper.and_then(|helper| tokens[..helper].last())
                && is_subject_pronoun(&pronoun.folded)
            {
                return Some(Named { name: pronoun.span, cue: pronoun.span.hull(token.span), aside: false });
            }
            // "An internal e-mail seen by this newspaper describes it as"
            let noun = tokens[..at].iter().take(5).position(|word| is_source(&word.folded));
            let noun = noun.filter(|_| is_determiner(&tokens[0].folded) && !tokens[1].capital);
            let whole = || name_from(self.text, tokens, 0).filter(is_name);
            let opens = noun.map(|noun| tokens[0].span.hull(tokens[noun].span)).filter(is_name);
            let opens = opens.map(|opens| whole().filter(|whole| whole.end_byte > opens.end_byte).unwrap_or(opens));
            let plain = |name: &Span| {
                tokens
                    .iter()
                    .filter(|word| word.span.start_byte >= name.end_byte)
                    .take(8)
                    .any(|word| word.span == token.span)
            };
            let text = opens
                .filter(|name| plain(name) && !self.text[name.end()..token.span.start()].contains([',', ';', ':']));
            let text = text.filter(|_| tokens[0].capital && own.is_none_or(|own| !self.is_someone(own, false)));
            if let Some(name) = text {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let before = name_before(self.text, tokens, at).filter(is_name);
            let before = before.or_else(|| name_before(self.text, tokens, helper?).filter(is_name));
            let comma = at > 0 && self.text[tokens[at - 1].span.end()..].starts_with(',');
            let before = before.filter(|name| !comma || self.is_someone(*name, true));
            let placed = before.is_some_and(|name| self.is_someone(name, true));
            let prepositional = tokens[0].capital && at > 1 && is_preposition(&tokens[0].folded);
            let object = own.is_some_and(|own| own.start_byte == tokens[1.min(at)].span.start_byte);
            let oblique = prepositional && (object || (own.is_none() && !placed));
            if let Some(name) = inverted.filter(|_| subject || oblique) {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
            let name = match (inverted, before) {
                (Some(after), None) => after,
                (Some(after), Some(before)) => {
                    let own_name = is_own_name(self.text, after) && !is_own_name(self.text, before);
                    let speaks = self.is_someone(after, true) && !self.is_someone(before, true);
                    // "She told the Ledger that", "Mijn voorganger schreef uw Kamer dat"
                    let heads =
                        before.start_byte == tokens[0].span.start_byte || self.text[..before.start()].ends_with(", ");
                    let opens = heads && self.is_someone(before, false);
                    if (own_name && !opens) || speaks { after } else { before }
                }
                (None, Some(before)) => before,
                (None, None) => return None,
            };

            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        None
    }

    /// "the auditors call it": a form without -s behind several.
    fn is_plural_form(&self, tokens: &[Token], at: usize) -> bool {
        let says = is_saying(&format!("{}s", tokens[at].folded)) && at > 0;
        let before = || name_before(self.text, tokens, at).map(|name| words_of(self.text, name));
        let many = |words: &Vec<Token>| words.last().is_some_and(|last| last.folded.ends_with('s'));
        says && before().is_some_and(|words| many(&words) && (words.len() > 1 || words[0].capital))
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

    /// Whether the name may be a speaker's at a verb of saying: no thing in small letters ("het ijs", "een kamer").
    fn may_speak(&self, name: Span) -> bool {
        let first = words_of(self.text, name).swap_remove(0);
        let thing = matches!(first.folded.as_str(), "a" | "an" | "deze" | "een" | "het" | "this");
        let thing = thing && !self.text[name.end()..].starts_with(':');
        stands(&first.folded).is_some() || !thing || self.is_someone(name, true) || is_own_name(self.text, name)
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

    /// "de door u aangehaalde verzorgende („…”)", "het antwoord van 3 juli („…”)": the name before the bracket.
    pub fn bracketed(&self) -> Option<Named> {
        let opens = self.text[..self.outside.start()].trim_end().ends_with('(');
        let closes = self.after.of(self.text).trim_start_matches('.').starts_with(')');
        let tokens = self.tokens(sentence_start(self.text, self.before));
        let end = tokens.last().filter(|_| opens && closes)?.span.end_byte;
        let ends = |from: usize| name_from(self.text, &tokens, from).filter(|name| name.end_byte == end);
        let name = (tokens.len().saturating_sub(7)..tokens.len()).find_map(ends);
        let name = name.filter(|name| self.is_someone(*name, true))?;
        Some(Named { name, cue: name, aside: true })
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

/// "ik zeg", "zeg ik", "you write": the form behind "I" and "you".
pub(super) fn is_bare_form(tokens: &[Token], at: usize) -> bool {
    if at >= tokens.len() {
        return false;
    }
    let word = tokens[at].folded.as_str();
    let near =
        |index: Option<usize>| index.and_then(|index| tokens.get(index)).map_or("", |token| token.folded.as_str());
    let (before, behind) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let english = matches!(before, "i" | "they" | "we" | "you") && is_saying(&format!("{word}s"));
    let dutch = |one: &str| matches!(one, "ik" | "je" | "jij");
    english || ((dutch(before) || dutch(behind)) && is_saying(&format!("{word}t")))
}

/// "uw", "haar", "zijn", "your" before what someone holds.
fn is_whose(folded: &str) -> bool {
    is_possessive(folded) || matches!(folded, "uw" | "your")
}

/// Small words between a subject and its verb: "has since told", "later wrote".
fn is_helper(folded: &str) -> bool {
    #[rustfmt::skip]
    const HELPERS: &[&str] = &[
        "already", "also", "always", "had", "has", "have", "later", "never", "now", "often", "once", "only", "rightly",
        "since", "still", "then", "yesterday",
    ];
    is_in(HELPERS, folded)
}

/// Words that are a subject by themselves.
fn stands_for_one(word: &Token) -> bool {
    is_subject_pronoun(&word.folded)
        || matches!(word.folded.as_str(), "i" | "iemand" | "ik" | "je" | "jij" | "men" | "u" | "we" | "wij" | "you")
}
