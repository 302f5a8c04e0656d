//! The surroundings of one quotation, and the name at the cue that stands there.
//!
//! Each way to name a speaker is a method: before the marks and in the sentence before here, behind them in [`super::behind`].

use super::{
    cues::{
        completes, is_according, is_answer, is_citing, is_claim, is_giving, is_label, is_said, is_saying, is_source,
    },
    function_words::is_function_word,
    name_words::{ends_name, is_determiner, is_having, is_modal, is_preposition, is_pronoun, is_subject_pronoun},
    names::{Token, is_own_name, name_before, name_from, tidy, trim_name, words_of},
    quotation::Marked,
};
use crate::text::{Span, fold, sentences, words};

/// A name was found, with the words that say so.
pub(super) struct Named {
    pub name: Span,
    pub cue: Span,
    /// Whose words these are in passing, while someone else has the floor: "het door X geschetste beeld".
    pub aside: bool,
}

const LOOK_BACK: usize = 900;
/// So far back a name is looked for that a sentence begins with.
const KNOWN_WITHIN: usize = 8000;

/// The surroundings of one quotation inside its block.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    block: Span,
    /// The farthest that is looked back for a name.
    pub(super) near_start: usize,
    pub(super) outside: Span,
    pub(super) inside: Span,
    /// From the end of the quotation before it, or the block's start.
    pub before: Span,
    /// Up to the next quotation, or the block's end.
    pub(super) after: Span,
}

impl<'a> Scene<'a> {
    /// `block` is where the quotation begins, `last` where it ends.
    pub fn new(text: &'a str, (block, last): (Span, Span), marked: &[Marked], index: usize) -> Scene<'a> {
        let one = marked[index];
        let depth = one.depth;
        let start = marked[..index]
            .iter()
            .rev()
            .take_while(|other| other.outside.end_byte >= block.start_byte)
            .find(|other| other.depth == depth && other.outside.end_byte <= one.outside.start_byte)
            .map_or(0, |other| other.outside.end())
            .max(near(text, block, one.outside.start()));
        let end = marked[index + 1..]
            .iter()
            .find(|other| other.depth == depth && other.outside.start_byte >= one.outside.end_byte)
            .map_or(last.end(), |other| other.outside.start().min(last.end()));
        let after_start = one.outside.end().min(last.end());
        Scene {
            text,
            near_start: near(text, block, one.outside.start()),
            block,
            outside: one.outside,
            inside: one.inside,
            before: Span::new(start.min(one.outside.start()), one.outside.start()),
            after: Span::new(after_start, end.max(after_start)),
        }
    }

    pub fn tokens(&self, span: Span) -> Vec<Token> {
        words_of(self.text, span)
    }

    /// A cue in the same sentence before the marks.
    pub fn before(&self) -> Option<Named> {
        let sentence = sentence_start(self.text, self.before);
        self.cue_in(sentence).or_else(|| self.subject_at_colon(sentence))
    }

    /// "X is het daar niet mee eens: „…”": who opens a sentence that ends in a colon.
    fn subject_at_colon(&self, sentence: Span) -> Option<Named> {
        if !sentence.of(self.text).trim_end().ends_with(':') {
            return None;
        }
        let tokens = self.tokens(sentence);
        let opens = |first: &&Token| first.capital && (!ends_name(&first.folded) || is_determiner(&first.folded));
        let first = tokens.first().filter(opens)?;
        // "Zijn buurvrouw, Anna Smit, …": the name says more than the noun.
        let name = if is_pronoun(&first.folded) && !is_subject_pronoun(&first.folded) {
            first.span.hull(name_from(self.text, &tokens, 1)?)
        } else {
            name_from(self.text, &tokens, 0)?
        };
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

    /// Whether a word that opens a sentence is written with a capital inside another one before: a name.
    fn is_known(&self, word: &Token) -> bool {
        let written = word.span.of(self.text);
        let mut start = word.span.start().saturating_sub(KNOWN_WITHIN);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let before = &self.text[start..word.span.start()];
        let inside = |at: usize| {
            let lead = before[..at].strip_suffix(' ').unwrap_or("");
            let whole = before[at + written.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
            whole && lead.ends_with(|last: char| last.is_alphanumeric() || last == ',')
        };
        written.len() > 2 && !is_function_word(&word.folded) && before.match_indices(written).any(|(at, _)| inside(at))
    }

    /// "the minister, Tom Hale, …": the name says more than the noun.
    pub(super) fn apposed(&self, tokens: &[Token], name: Span) -> Option<Span> {
        let next = tokens.iter().position(|token| token.span.start_byte >= name.end_byte)?;
        let apposed = name_from(self.text, tokens, next).filter(|name| is_own_name(self.text, *name))?;
        let closed = tokens[next].capital || self.text[apposed.end()..].starts_with(',');
        (self.text[name.end()..].starts_with(',') && closed).then_some(apposed)
    }

    /// "…, vervolgt X." just before a quotation that is a sentence of its own.
    pub fn sentence_before(&self) -> Option<Named> {
        let own = sentence_start(self.text, self.before);
        let bare = words(own.of(self.text)).next().is_none();
        let last = sentences(self.before.of(self.text)).pop()?.shift(self.before.start());
        if !bare || self.outside.start() - last.end() > 3 {
            return None;
        }
        self.cue_in(last).or_else(|| self.introduced(last))
    }

    /// "Raadslid Anna Kok is minder blij. „…”": who opens the sentence just before, by first name and surname.
    pub(super) fn introduced(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
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

    pub fn cue_in(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        for (at, token) in tokens.iter().enumerate().rev() {
            let rest = &tokens[at + 1..];
            let small = |word: &Token| is_preposition(&word.folded) || is_function_word(&word.folded);
            let to_marks = rest.len() <= 1 && rest.iter().all(small);
            let close = tokens.last().is_some_and(|last| self.outside.start() - last.span.end() <= 3);
            let open = || !self.text[token.span.end()..self.outside.start()].contains(['.', '!', '?']);
            if is_giving(&token.folded) && to_marks && close && open() {
                let name = name_before(self.text, &tokens, at)?;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let by_own = matches!(token.folded.as_str(), "zeggen" | "account" | "admission")
                && tokens[..at].last().is_some_and(|own| matches!(own.folded.as_str(), "eigen" | "own"));
            if let Some(name) = name_from(self.text, &tokens, 0).filter(|_| by_own) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let what = tokens[..at].iter().rposition(|word| word.folded == "wat").filter(|_| token.folded == "betreft");
            if let Some(name) = what.and_then(|what| name_from(self.text, &tokens, what + 1)) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            if let Some(name) = self.text_that_says(&tokens, at) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let put =
                matches!(token.folded.as_str(), "put" | "puts") && rest.first().is_some_and(|it| it.folded == "it");
            if let Some(name) = name_before(self.text, &tokens, at).filter(|_| put) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            if is_according(&token.folded)
                && rest.first().is_some_and(|who| matches!(who.folded.as_str(), "wie" | "whom"))
            {
                let name = name_before(self.text, &tokens, at)?;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            if is_according(&token.folded) {
                let skip = at + 1 + usize::from(token.folded == "according");
                if let Some(name) = name_from(self.text, &tokens, skip) {
                    let noun = is_determiner(&tokens[skip].folded) && !is_pronoun(&tokens[skip].folded);
                    let name = self.apposed(&tokens, name).filter(|_| noun).unwrap_or(name);
                    return Some(Named { name, cue: token.span.hull(name), aside: false });
                }
            }
            if let Some((name, aside)) = self.holder(&tokens, at) {
                return Some(Named { name, cue: token.span.hull(name), aside });
            }
            if is_said(&token.folded) && rest.first().is_none_or(|next| matches!(next.folded.as_str(), "dat" | "that"))
            {
                // "… dat X tegen haar heeft verklaard:", "gisteren heeft X verklaard:"
                let having = tokens[..at].iter().rposition(|token| is_having(&token.folded));
                let joint = tokens[..at].iter().rposition(|token| matches!(token.folded.as_str(), "dat" | "die"));
                let name = match (having, joint) {
                    (Some(having), Some(joint)) if joint < having => name_from(self.text, &tokens, joint + 1),
                    (Some(having), _) => {
                        name_before(self.text, &tokens, having).or_else(|| name_from(self.text, &tokens, having + 1))
                    }
                    (None, _) => None,
                };
                if let Some(name) = name {
                    return Some(Named { name, cue: name.hull(token.span), aside: false });
                }
            }
            if token.folded == "door" && tokens.len() > at + 2 {
                // "het door X geschetste beeld"
                let name = name_from(self.text, &tokens, at + 1)?;
                let next = tokens.iter().find(|token| token.span.start_byte >= name.end_byte);
                if next.is_some_and(|next| next.folded.ends_with("de") || next.folded.ends_with("te")) {
                    return Some(Named { name: trim_name(self.text, name), cue: token.span.hull(name), aside: true });
                }
            }
            let compound = self.text[..token.span.start()].ends_with('-');
            let behind: Vec<&str> = rest.iter().map(|word| word.folded.as_str()).collect();
            // "moeten hun minister adviseren": what someone has to do.
            let infinitive = token.folded.ends_with("en") && tokens[..at].iter().any(|word| is_modal(&word.folded));
            let says = is_saying(&token.folded) || completes(&token.folded, &behind);
            if says && !compound && !infinitive {
                // "het was X die zei dat"
                let joint = at.checked_sub(1).filter(|before| matches!(tokens[*before].folded.as_str(), "die" | "who"));
                if let Some(name) = joint.and_then(|joint| name_before(self.text, &tokens, joint)) {
                    return Some(Named { name, cue: name.hull(token.span), aside: false });
                }
                let joint = tokens[..at]
                    .iter()
                    .rposition(|word| matches!(word.folded.as_str(), "dat" | "die" | "wat" | "zoals" | "hetgeen"));
                if let Some(name) =
                    joint.filter(|_| rest.is_empty()).and_then(|joint| name_from(self.text, &tokens, joint + 1))
                {
                    return Some(Named { name, cue: name.hull(token.span), aside: false });
                }
                let inverted = name_from(self.text, &tokens, at + 1);
                let own = name_before(self.text, &tokens, at).filter(|name| is_own_name(self.text, *name));
                let next = tokens.get(at + 1).filter(|next| is_subject_pronoun(&next.folded));
                // "Daarin noemt zij"; but "Khan says he".
                let subject =
                    next.is_some_and(|next| own.is_none() || !matches!(next.folded.as_str(), "he" | "she" | "they"));
                let straight = at > 0 && is_subject_pronoun(&tokens[at - 1].folded);
                if straight {
                    let name = tokens[at - 1].span;
                    return Some(Named { name, cue: name.hull(token.span), aside: false });
                }
                let oblique = own.is_none() && tokens[0].capital && at > 1 && is_preposition(&tokens[0].folded);
                if let Some(name) = inverted.filter(|_| subject || oblique) {
                    return Some(Named { name, cue: token.span.hull(name), aside: false });
                }
                let name = match (inverted, name_before(self.text, &tokens, at)) {
                    (Some(after), None) => after,
                    (Some(after), Some(before)) => {
                        let own_name = is_own_name(self.text, after);
                        if own_name && !is_own_name(self.text, before) { after } else { before }
                    }
                    (None, Some(before)) => before,
                    (None, None) => continue,
                };
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
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

    /// "X's" before a word.
    pub(super) fn owner(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let whose = tokens[..at].last().filter(|whose| whose.capital)?;
        let written = self.text[whose.span.start()..tokens[at].span.start()].trim_end();
        let name = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s"))?;
        Some(Span::new(whose.span.start(), whose.span.start() + name.len()))
    }

    /// "Uit het rapport van X blijkt dat", "in de brief van X staat": the text whose words these are.
    fn text_that_says(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let shows = matches!(tokens[at].folded.as_str(), "blijkt" | "bleek" | "staat" | "stond");
        let place = |word: &Token| matches!(word.folded.as_str(), "uit" | "in" | "op");
        let behind = tokens.get(at + 1).is_some_and(place).then_some(at + 2);
        let from = behind.or_else(|| tokens.first().is_some_and(place).then_some(1)).filter(|_| shows)?;
        let name = name_from(self.text, tokens, from)?;
        let says = tokens.get(at + 1).map_or_else(
            || self.text[..self.outside.start()].trim_end().ends_with(':'),
            |next| matches!(next.folded.as_str(), "dat" | "that"),
        );
        let thing = says && tokens.get(from).is_some_and(|first| is_determiner(&first.folded));
        (thing || words_of(self.text, name).iter().any(|word| is_source(&word.folded))).then_some(name)
    }

    /// "Daarin staat: „…”": the text that the sentence before names.
    pub fn text_before(&self) -> Option<Named> {
        let own = self.tokens(sentence_start(self.text, self.before));
        let points =
            own.first().filter(|first| matches!(first.folded.as_str(), "daarin" | "hierin" | "erin" | "daarop"))?;
        let shows =
            own.get(1).filter(|verb| matches!(verb.folded.as_str(), "staat" | "stond" | "lezen" | "las" | "lees"))?;
        let before = Span::new(self.near_start, points.span.start());
        let sentence = sentences(before.of(self.text)).pop()?.shift(before.start());
        let tokens = self.tokens(sentence);
        let at = tokens.iter().rposition(|token| is_source(&token.folded))?;
        let first = (at.saturating_sub(3)..at).rev().find(|at| is_determiner(&tokens[*at].folded))?;
        let name = tokens[first].span.hull(tokens[at].span);
        Some(Named { name, cue: points.span.hull(shows.span), aside: false })
    }

    /// The name or noun that opens the quotation's own sentence: "X voelt zich „…”, zei hij".
    pub fn own_subject(&self) -> Option<String> {
        let tokens = self.tokens(sentence_start(self.text, self.before));
        let first = tokens.first().filter(|first| first.capital && !is_function_word(&first.folded))?;
        let name = name_from(self.text, &tokens, 0).filter(|name| is_own_name(self.text, *name))?;
        let alone = words_of(self.text, name).len() == 1 && !self.is_known(first);
        (!alone).then(|| tidy(name.of(self.text)))
    }

    /// The name or noun that opens the sentence before: what a pronoun may stand for.
    pub fn subject_before(&self, at: u32) -> Option<String> {
        let before = Span::new(self.near_start, self.outside.start().min(at as usize).max(self.near_start));
        let all = sentences(before.of(self.text));
        let open = usize::from(!before.of(self.text).trim_end().ends_with(['.', '!', '?']));
        all.iter().rev().skip(open).find_map(|sentence| {
            let tokens = self.tokens(sentence.shift(before.start()));
            let opens =
                |token: &Token| is_determiner(&token.folded) || (token.capital && !is_function_word(&token.folded));
            let according = tokens.first().is_some_and(|first| is_according(&first.folded));
            let at = if according { 1 } else { tokens.iter().position(opens)? };
            let name = name_from(self.text, &tokens, at)?;
            let neuter = matches!(tokens[at].folded.as_str(), "het" | "it" | "dat" | "dit");
            (!neuter && !is_pronoun(&fold(name.of(self.text)))).then(|| tidy(name.of(self.text)))
        })
    }

    /// Whether the quotation begins a sentence of its own.
    pub fn is_sentence(&self) -> bool {
        words(sentence_start(self.text, self.before).of(self.text)).next().is_none()
    }

    /// Whether the quotation before it stands in the same paragraph, so that its speaker may go on.
    pub fn goes_on_from(&self, before: Marked) -> bool {
        before.outside.start_byte >= self.block.start_byte && before.outside.end_byte <= self.outside.start_byte
    }

    /// "in een brief aan … in april 2021", in the same sentence or the one before.
    pub fn named_source(&self) -> Option<Span> {
        let around = Span::new(self.near_start, self.outside.start());
        let behind = sentence_end(self.text, self.after);
        let before = sentences(around.of(self.text));
        let near = before.iter().rev().take(2).map(|sentence| sentence.shift(around.start()));
        std::iter::once(behind).chain(near).find_map(|sentence| {
            let tokens = self.tokens(sentence);
            let at = tokens.iter().position(|token| is_source(&token.folded))?;
            let first = (at.saturating_sub(3)..at).find(|at| is_determiner(&tokens[*at].folded))?;
            let before = &self.text[tokens[first].span.start()..tokens[at].span.start()];
            if before.contains(['„', '”', '“', '’', '‘', '"', ',', '.']) {
                return None;
            }
            let clause = tokens[at..]
                .windows(2)
                .find(|two| {
                    let between = &self.text[two[0].span.end()..two[1].span.start()];
                    between.contains([',', ';', ':', '„', '“', '‘', '"', '('])
                        || matches!(two[1].folded.as_str(), "dat" | "that")
                        || (is_saying(&two[1].folded) && !two[1].capital)
                })
                .map_or_else(|| tokens.last().map(|token| token.span), |two| Some(two[0].span))?;
            Some(tokens[first].span.hull(clause))
        })
    }
}

/// [`LOOK_BACK`] bytes before `at`, on a character border, inside the block.
fn near(text: &str, block: Span, at: usize) -> usize {
    let mut start = at.saturating_sub(LOOK_BACK).max(block.start());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// From the start of `after` to the end of its first sentence.
pub(super) fn sentence_end(text: &str, after: Span) -> Span {
    let length = sentences(after.of(text)).first().map_or(0, |sentence| sentence.end());
    Span::new(after.start(), after.start() + length)
}

/// From the start of the last, unfinished sentence of `before` to its end.
pub(super) fn sentence_start(text: &str, before: Span) -> Span {
    let piece = before.of(text);
    let start = match sentences(piece).last() {
        Some(last) => {
            let finished = last.of(piece).ends_with(['.', '!', '?']);
            if finished { last.end() } else { last.start() }
        }
        None => piece.len(),
    };
    Span::new(before.start() + start, before.end())
}
