//! The name behind a quotation in its own sentence: at the cue that follows the marks, in brackets, behind a dash.

use super::{
    cues::{completes, is_according, is_answer, is_claim, is_said, is_saying, is_showing, is_source},
    function_words::is_function_word,
    meant::stands,
    name_words::{is_determiner, is_having, is_modal, is_preposition, is_pronoun, is_subject_pronoun},
    names::{LONGEST_NAME, Token, is_name, is_own_name, name_before, name_behind, name_from, words_of},
    roles::{is_body, is_person},
    scene::{Named, Scene},
    verb::is_bare_form,
};
use crate::text::{Span, fold};

impl Scene<'_> {
    /// ", zegt X in …", ", aldus X", "X said".
    pub fn behind(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let inside = self.inside.of(self.text).trim_end_matches(['’', '\'', '”', '"']);
        let inside_ends = inside.ends_with([',', '?', '!', '…']);
        let lead = rest.trim_start();
        let bracket = ["(volgens ", "(aldus ", "(according "].iter().any(|opening| lead.starts_with(opening));
        let comma = bracket || lead.starts_with([',', '–', '—', ':']);
        let lower = lead.starts_with(char::is_lowercase);
        let aldus = lead.starts_with("Aldus ");
        if !(comma || lower || inside_ends || aldus) {
            return None;
        }
        let sentence = self.sentence_on();
        let tokens = self.tokens(sentence);
        let first = tokens.iter().position(|token| !matches!(token.folded.as_str(), "zo" | "so"))?;
        if first > 1 {
            return None;
        }
        let token = &tokens[first];
        if lead.starts_with(':') && !(first == 1 && is_saying(&token.folded)) {
            let name = self.headed_by(&tokens)?;
            return Some(Named { name, cue: name, aside: false });
        }
        if let Some(name) = self.answer_of(&tokens, first).or_else(|| {
            let stands = comma || inside_ends || !matches!(token.folded.as_str(), "is" | "was");
            self.read_in(&tokens, first).filter(|_| stands)
        }) {
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        if is_saying(&token.folded) || is_according(&token.folded) || is_bare_form(&tokens, first) {
            let skip = first + 1 + usize::from(token.folded == "according");
            // "volgens X „…”, volgens Y „…”": the second cue is the next quotation's.
            let own = self.tokens(self.sentence_so_far());
            let next = own.iter().any(|word| is_according(&word.folded))
                && is_according(&token.folded)
                && self.text[sentence.end()..self.after.end()].trim().is_empty()
                && self.text[self.after.end()..].starts_with(['‘', '“', '„', '"', '\'']);
            let name = name_behind(self.text, &tokens, skip).filter(|_| !next)?;
            if words_of(self.text, name)
                .iter()
                .any(|word| matches!(word.folded.as_str(), "kop" | "opschrift" | "titel"))
            {
                // "een folder. „…”, luidde de kop"
                let name = self.last_text(self.outside.start()).unwrap_or(name);
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
            // "‘…’ vindt meestal plaats"
            let speaks = comma
                || inside_ends
                || aldus
                || words_of(self.text, name)
                    .iter()
                    .any(|word| word.capital || is_determiner(&word.folded) || is_pronoun(&word.folded));
            if !(speaks || self.is_someone(name, true)) {
                return None;
            }
            let noun = !is_own_name(self.text, name);
            let name = self.apposed(&tokens, name).filter(|_| noun).unwrap_or(name);
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        if comma && self.is_sentence() && is_modal(&token.folded) {
            // ", moest X toegeven"
            let name = name_behind(self.text, &tokens, first + 1)
                .filter(|name| self.is_someone(*name, true) || is_pronoun(&fold(name.of(self.text))))?;
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        if comma && matches!(token.folded.as_str(), "zoals" | "as") {
            // ", zoals X vraagt"
            let name = name_from(self.text, &tokens, first + 1)?;
            let says = tokens.iter().skip(first + 2).take(LONGEST_NAME).any(|word| is_saying(&word.folded));
            return says.then_some(Named { name, cue: token.span.hull(name), aside: false });
        }
        let behind: Vec<&str> = tokens[first + 1..].iter().take(8).map(|word| word.folded.as_str()).collect();
        if matches!(token.folded.as_str(), "read" | "ran") || (!token.capital && completes(&token.folded, &behind)) {
            // "‘…?’ wil X weten", "“…”, read the sign"
            // "zo legde van Boxtel het uit"
            let small =
                tokens.get(first + 1).filter(|word| matches!(word.folded.as_str(), "van" | "de" | "ter" | "ten"));
            let surname =
                small.and_then(|small| Some(small.span.hull(tokens.get(first + 2).filter(|next| next.capital)?.span)));
            let name = surname.or_else(|| name_behind(self.text, &tokens, first + 1))?;
            let name = self.apposed(&tokens, name).unwrap_or(name);
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        // "‘…?’ had ze hem gevraagd"
        let said = |word: &Token| is_said(&word.folded);
        if inside_ends && is_having(&token.folded) && tokens.iter().skip(2).take(6).any(said) {
            let name = name_behind(self.text, &tokens, first + 1)?;
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        // Whatever verb stands behind the words said, with its subject: ", herinnert X zich", ", legt zij uit".
        let verb = comma && !token.capital && token.folded.len() >= 4 && is_dutch_verb(&token.folded);
        if verb && tokens.get(first + 1).is_some_and(|next| next.folded == "het") {
            // ", klinkt het bij X"
            let from = tokens.get(first + 2).is_some_and(|next| {
                matches!(next.folded.as_str(), "bij" | "binnen" | "in" | "onder" | "uit" | "vanuit")
            });
            let name = name_from(self.text, &tokens, first + 3).filter(|name| from && self.is_someone(*name, false))?;
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        if verb && let Some(name) = name_behind(self.text, &tokens, first + 1) {
            let subject = tokens.iter().find(|one| one.span.start_byte == name.start_byte);
            let is_subject = subject.is_some_and(|one| is_subject_pronoun(&one.folded) || one.folded == "de");
            if is_subject || self.is_someone(name, true) {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
        }
        if inside_ends && !token.capital && token.folded.ends_with("ed") {
            // "“…,” sobbed Ann Moss"
            let name = name_from(self.text, &tokens, first + 1).filter(|name| is_own_name(self.text, *name));
            if let Some(name) = name {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
        }
        // "X said", "the minister replied".
        let cue = tokens
            .iter()
            .take(LONGEST_NAME)
            .skip(first + 1)
            .find(|token| is_saying(&token.folded))
            .or_else(|| tokens.get(first + 1).filter(|_| is_bare_form(&tokens, first + 1)))?;
        let at = tokens.iter().position(|one| one.span == cue.span)?;
        let whole = token.span.hull(tokens[at - 1].span);
        let aged = whole.of(self.text).contains(',').then(|| name_before(self.text, &tokens, at)).flatten();
        let whole = if is_name(self.text, whole) { whole } else { name_from(self.text, &tokens, first)? };
        let name = aged.unwrap_or(whole);
        if fold(name.of(self.text)) == "it" {
            // "a leaflet. “…,” it began"
            let name = self.last_text(self.outside.start()).filter(|_| inside_ends || comma)?;
            return Some(Named { name, cue: token.span.hull(cue.span), aside: false });
        }
        let plain = !name.of(self.text).contains([',', ';', '(', ':']);
        // "harbourmaster Ann Moss told"
        let titled = || is_person(&token.folded) && tokens.get(first + 1).is_some_and(|next| next.capital);
        let speaks = || stands(&token.folded).is_some();
        let nameish =
            token.capital || is_pronoun(&token.folded) || is_determiner(&token.folded) || titled() || speaks();
        // "„…?” Theo zegt niets": a Dutch verb would stand before its subject.
        let english = |word: &str| {
            word.ends_with("ed")
                || word.ends_with('s')
                || matches!(word, "began" | "put" | "said" | "thought" | "told" | "wrote")
        };
        let open = comma || !token.capital || inside.ends_with(',') || english(&cue.folded);
        (plain && nameish && open && (comma || inside_ends)).then_some(Named {
            name,
            cue: name.hull(cue.span),
            aside: false,
        })
    }

    /// "‘…’: trainer X spaart niemand", "‘…’: kabinet stelt plan uit", at the head of an article.
    fn headed_by(&self, tokens: &[Token]) -> Option<Span> {
        let heads = self.text[..self.outside.start()].trim_end_matches([' ', '*', '_', '#']);
        let first = tokens.first().filter(|_| heads.is_empty() || heads.ends_with('\n'))?;
        let subject = self.subject_of(self.sentence_on());
        if let Some(name) = subject.filter(|name| name.start_byte == first.span.start_byte) {
            return Some(name);
        }
        if is_person(&first.folded) || is_body(&first.folded) {
            let named = tokens[1..].iter().take_while(|word| word.capital).last();
            return Some(named.map_or(first.span, |last| first.span.hull(last.span)));
        }
        name_from(self.text, tokens, 0).filter(|_| first.capital && !is_determiner(&first.folded))
    }

    /// ", is het antwoord van X", ", was the reply from X", " was how X put it", ", in X's view".
    fn answer_of(&self, tokens: &[Token], first: usize) -> Option<Span> {
        if tokens[first].folded == "in" {
            let held = (first..tokens.len().min(first + 5)).find(|at| is_claim(&tokens[*at].folded))?;
            return self.owner(tokens, held);
        }
        let is_how = |at: &usize| matches!(tokens[*at].folded.as_str(), "hoe" | "how");
        if let Some(how) = (first + 1..tokens.len().min(first + 3)).find(is_how) {
            return name_from(self.text, tokens, how + 1);
        }
        let all =
            (first + 1..tokens.len().min(first + 3)).find(|at| matches!(tokens[*at].folded.as_str(), "all" | "alles"));
        if let Some(all) =
            all.filter(|all| tokens.get(all + 1).is_some_and(|that| matches!(that.folded.as_str(), "that" | "wat")))
        {
            // ", was all that X would say"
            return name_from(self.text, tokens, all + 2);
        }
        let is = |word: &str| matches!(word, "is" | "was" | "luidt" | "luidde" | "blijft" | "bleef");
        let what = (first + 1..tokens.len().min(first + 4))
            .find(|at| is_answer(&tokens[*at].folded) || is_claim(&tokens[*at].folded))
            .filter(|_| is(&tokens[first].folded))?;
        let of = tokens.get(what + 1).is_some_and(|of| matches!(of.folded.as_str(), "van" | "of" | "from" | "bij"));
        name_from(self.text, tokens, what + 2).filter(|_| of)
    }

    /// ", staat in het rapport van X", ", valt te lezen in de brief".
    fn read_in(&self, tokens: &[Token], first: usize) -> Option<Span> {
        let shows = |word: &Token| {
            matches!(
                word.folded.as_str(),
                "staat" | "stond" | "valt" | "is" | "was" | "te" | "lezen" | "zo" | "er" | "meldt"
            )
        };
        if is_showing(&tokens[first].folded)
            && tokens
                .get(first + 1)
                .is_some_and(|next| matches!(next.folded.as_str(), "er" | "erin" | "eronder" | "erop"))
        {
            // "staat er op de borden"
            let on = (first + 2..tokens.len().min(first + 7)).find(|at| is_preposition(&tokens[*at].folded));
            let Some(on) = on else { return self.last_text(self.outside.start()) };
            let name = name_from(self.text, tokens, on + 1)?;
            return words_of(self.text, name).iter().any(|word| is_source(&word.folded)).then_some(name);
        }
        let place = tokens[first..].iter().position(|word| !shows(word)).filter(|n| *n > 0)? + first;
        let inside = matches!(tokens[place].folded.as_str(), "in" | "op");
        let name = name_from(self.text, tokens, place + 1).filter(|_| inside)?;
        words_of(self.text, name).iter().any(|word| is_source(&word.folded)).then_some(name)
    }

    /// ", hangt er aan de muur": words that no one says.
    pub fn is_posted(&self) -> bool {
        let tokens = self.tokens(self.sentence_on());
        let there = tokens.get(1).is_some_and(|next| next.folded == "er" || is_preposition(&next.folded));
        there && is_showing(&tokens[0].folded)
    }

    /// "„…” (Jansen)", "„…” – Anna Kok".
    pub fn signed(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let lead = rest.trim_start_matches(['.', ' ']);
        let start = self.after.end() - lead.len();
        let own = match lead.chars().next()? {
            '(' => Span::new(start + 1, start + lead.find(')')?),
            dash @ ('–' | '—') => {
                let line = lead.lines().next()?.trim_end().trim_end_matches('.');
                Span::new(start + dash.len_utf8(), start + line.len())
            }
            _ => return None,
        };
        let tokens = self.tokens(own);
        let small =
            |word: &Token| matches!(word.folded.as_str(), "van" | "de" | "der" | "den" | "van't" | "of" | "von");
        let names = |word: &Token| word.capital && !is_function_word(&word.folded) || small(word);
        let plain = !own.of(self.text).contains([',', ':', ';']) && tokens.len() <= 4 && tokens.iter().all(names);
        let (first, last) = (tokens.first()?, tokens.last()?);
        let name = first.span.hull(last.span);
        (plain && first.capital && first.folded.len() > 2).then_some(Named { name, cue: name, aside: false })
    }
}

/// A form that a Dutch verb has behind what was said: "herinnert", "legde", "geven".
fn is_dutch_verb(folded: &str) -> bool {
    let joins = folded.ends_with("dat") || matches!(folded, "want" | "indien" | "tenzij" | "terwijl");
    folded == "begon"
        || !(joins || is_function_word(folded))
            && ["t", "de", "te", "en", "f", "g", "k", "p"].iter().any(|end| folded.ends_with(end))
}
