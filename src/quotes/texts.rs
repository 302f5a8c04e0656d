//! Texts whose words stand in a quotation: "in de brief van X staat", "daarin", "in een brief aan …".

use super::{
    cues::{is_said, is_saying, is_showing, is_source},
    name_words::{is_determiner, is_finite, is_having, is_modal, is_preposition, is_subject_pronoun},
    names::{Token, name_from, words_of},
    roles::is_person,
    scene::{Named, Scene},
};
use crate::text::{Span, sentences, words};

impl Scene<'_> {
    /// "Uit het rapport van X blijkt dat", "in de brief van X staat": the text whose words these are.
    pub(super) fn text_that_says(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let shows = is_showing(&tokens[at].folded);
        // "de notulen van maart, waarin stond dat"
        let inside = |word: &Token| matches!(word.folded.as_str(), "waarin" | "waarop" | "wherein");
        if shows && at > 1 && inside(&tokens[at - 1]) {
            return self.text_ending(tokens, at - 1);
        }
        // "X had gewaarschuwd, blijkt uit een mail"
        let said = tokens[..at].iter().any(|word| is_said(&word.folded) || is_saying(&word.folded));
        if said && self.text[..tokens[at].span.start()].ends_with(", ") {
            return None;
        }
        let place = |word: &Token| matches!(word.folded.as_str(), "uit" | "in" | "op");
        let behind = tokens.get(at + 1).is_some_and(place).then_some(at + 2);
        // "1.2 In de nota staat dat"
        let first = tokens.iter().position(|word| !word.folded.starts_with(|c: char| c.is_ascii_digit()))?;
        let wide = |word: &Token| is_preposition(&word.folded);
        // "Bij de ingang hangt een bordje:"
        let hung = || name_from(self.text, tokens, at + 1).filter(|_| shows && tokens.get(first).is_some_and(wide));
        let whole = |name: &Span| {
            self.text[name.end()..].starts_with(':')
                && words_of(self.text, *name).iter().any(|word| is_source(&word.folded))
        };
        if let Some(text) = hung().filter(whole) {
            return Some(text);
        }
        let opens = tokens.get(first).is_some_and(place).then_some(first + 1);
        let from = opens.filter(|from| at > *from).or(behind).filter(|_| shows)?;
        // "In het museum hangt een bordje:"
        let hung = name_from(self.text, tokens, at + 1).filter(|_| opens.is_some() && from != at + 2);
        let is_text = |name: &Span| words_of(self.text, *name).iter().any(|word| is_source(&word.folded));
        if let Some(text) = hung.filter(is_text) {
            return Some(text);
        }
        let that = tokens.get(from).is_some_and(|word| matches!(word.folded.as_str(), "dat" | "dit" | "that" | "this"));
        let name = name_from(self.text, tokens, from + usize::from(that))?;
        let joins = |next: &Token| matches!(next.folded.as_str(), "dat" | "that");
        let says = self.text[..self.outside.start()].trim_end().ends_with(':')
            || tokens.get(at + 1).is_some_and(joins)
            || tokens.iter().find(|next| next.span.start_byte >= name.end_byte).is_some_and(joins);
        let thing = says && tokens.get(from).is_some_and(|first| is_determiner(&first.folded));
        (thing || words_of(self.text, name).iter().any(|word| is_source(&word.folded))).then_some(name)
    }

    /// The text that is named just before token `at`: "de notulen van maart, waarin".
    fn text_ending(&self, tokens: &[Token], at: usize) -> Option<Span> {
        let noun = tokens[..at].iter().rposition(|word| is_source(&word.folded))?;
        let first = (noun.saturating_sub(3)..noun).rev().find(|at| is_determiner(&tokens[*at].folded)).unwrap_or(noun);
        name_from(self.text, tokens, first)
    }

    /// "In de motie wordt het college verzocht „…”", "Uit het bericht: „…”", "Het vers, „…”, klonk": the text that opens the
    /// sentence, or stands just before the marks.
    pub(super) fn text_in_place(&self) -> Option<Named> {
        let clause = self.clause();
        let tokens = self.tokens(clause);
        let place = |word: &Token| matches!(word.folded.as_str(), "in" | "uit");
        let is_text = |name: &Span| self.is_text(*name);
        let opens = || name_from(self.text, &tokens, 1).filter(|_| tokens.first().is_some_and(place));
        let comma = clause.of(self.text).trim_end().ends_with(',');
        let apposed = || {
            self.text_ending(&tokens, tokens.len())
                .filter(|name| comma && name.end_byte == tokens[tokens.len() - 1].span.end_byte)
        };
        let name = opens().filter(is_text).or_else(|| apposed().filter(is_text));
        let name = name.or_else(|| self.by_law(&tokens)).or_else(|| self.text_as_subject(&tokens))?;
        let told_by_one = tokens.iter().any(|word| is_subject_pronoun(&word.folded));
        (!told_by_one).then_some(Named { name, cue: name, aside: false })
    }

    /// "op grond van de wet „…”", "krachtens artikel 3 „…”"
    fn by_law(&self, tokens: &[Token]) -> Option<Span> {
        let folded = |at: usize| tokens.get(at).map_or("", |word| word.folded.as_str());
        let by = |at: &usize| match folded(*at) {
            "grond" | "basis" => folded(at + 1) == "van",
            "krachtens" | "ingevolge" => true,
            _ => false,
        };
        let at = (0..tokens.len()).rev().find(by)?;
        let name = name_from(self.text, tokens, at + 1 + usize::from(folded(at + 1) == "van"))?;
        (self.is_text(name) && !self.is_named() && !self.is_in_brackets()).then_some(name)
    }

    /// Whether the noun that the words turn on names a text: not "navolging van uw antwoord".
    fn is_text(&self, name: Span) -> bool {
        let words = words_of(self.text, name);
        let of = |word: &&Token| !matches!(word.folded.as_str(), "van" | "of" | "op" | "aan" | "voor" | "for" | "from");
        words.iter().take_while(of).any(|word| is_source(&word.folded))
    }

    /// "De wet vraagt om „…”", "Wij weten dat het rapport rept van „…”": a text that does something.
    fn text_as_subject(&self, tokens: &[Token]) -> Option<Span> {
        let joint = tokens.iter().rposition(|word| matches!(word.folded.as_str(), "dat" | "that"));
        let from = joint.map_or(0, |joint| joint + 1);
        let name = name_from(self.text, tokens, from).filter(|_| is_determiner(&tokens[from].folded))?;
        let last = words_of(self.text, name).pop()?;
        let text = self.is_text(name) && !is_person(&last.folded) && !self.is_named() && !self.is_in_brackets();
        let verb = tokens.iter().find(|word| word.span.start_byte >= name.end_byte)?;
        let is =
            |word: &str| matches!(word, "is" | "was" | "zijn" | "waren" | "wordt" | "werd" | "are" | "were" | "van");
        let clear = words(self.inside.of(self.text)).nth(2).is_some()
            && !self.text[name.end()..self.outside.start()].contains([',', ':', ';']);
        (text && clear && !is(&verb.folded) && !verb.capital).then_some(name)
    }

    /// "een laken met de tekst „…”": what carries the words.
    pub(super) fn carried(&self) -> Option<Named> {
        let tokens = self.tokens(self.clause());
        let bears = |word: &Token| matches!(word.folded.as_str(), "opschrift" | "tekst" | "words" | "inscription");
        let near = tokens.len().checked_sub(4)?;
        let with = (near..tokens.len()).find(|at| matches!(tokens[*at].folded.as_str(), "met" | "with"))?;
        let name = self.text_ending(&tokens, with).filter(|_| tokens.last().is_some_and(bears))?;
        Some(Named { name, cue: name, aside: false })
    }

    /// "Daarin staat: „…”": the text that the sentence before names.
    pub fn text_before(&self) -> Option<Named> {
        let own = self.tokens(self.sentence_so_far());
        let points = own.first().filter(|first| {
            matches!(first.folded.as_str(), "daar" | "daarin" | "hierin" | "er" | "erin" | "daarop" | "there")
        })?;
        let shows = own.get(1).filter(|verb| is_showing(&verb.folded) || verb.folded == "luidt")?;
        let name = self.last_text(points.span.start())?;
        Some(Named { name, cue: points.span.hull(shows.span), aside: false })
    }

    /// The text that is named last in the two sentences before `at`: "het rapport van de commissie".
    pub(super) fn last_text(&self, at: usize) -> Option<Span> {
        let before = Span::new(self.far_start(at), at);
        let all = sentences(before.of(self.text));
        all.iter().rev().take(2).find_map(|sentence| {
            let tokens = self.tokens(sentence.shift(before.start()));
            let at = tokens.iter().rposition(|token| is_source(&token.folded))?;
            let first = (at.saturating_sub(3)..at).rev().find(|at| is_determiner(&tokens[*at].folded))?;
            let whole = tokens[first].span.hull(tokens[at].span);
            Some(name_from(self.text, &tokens, first).map_or(whole, |name| name.hull(whole)))
        })
    }

    /// "in een brief aan … in april 2021", in the same sentence or the one before.
    pub fn named_source(&self) -> Option<Span> {
        let around = Span::new(self.near_start, self.outside.start());
        let behind = self.sentence_on();
        let before = sentences(around.of(self.text));
        let near = before.iter().rev().take(2).map(|sentence| sentence.shift(around.start()));
        std::iter::once(behind).chain(near).find_map(|sentence| {
            let tokens = self.tokens(sentence);
            let at = tokens.iter().position(|token| is_source(&token.folded) && !is_subject(&token.folded))?;
            let first = (at.saturating_sub(3)..at).rev().find(|at| is_determiner(&tokens[*at].folded))?;
            let before = &self.text[tokens[first].span.start()..tokens[at].span.start()];
            if before.contains(['„', '”', '“', '’', '‘', '"', ',', '.']) {
                return None;
            }
            let clause = tokens[at..]
                .windows(2)
                .find(|two| {
                    let between = &self.text[two[0].span.end()..two[1].span.start()];
                    between.contains([',', ';', ':', '„', '“', '”', '‘', '’', '"', '('])
                        || matches!(two[1].folded.as_str(), "dat" | "that")
                        || (is_predicate(&two[1].folded) && !two[1].capital)
                })
                .map_or_else(|| tokens.last().map(|token| token.span), |two| Some(two[0].span))?;
            Some(tokens[first].span.hull(clause))
        })
    }
}

/// A verb with which the sentence goes on behind a text that it names: "het coalitieakkoord zal", "een rapport staat".
fn is_predicate(folded: &str) -> bool {
    let is = matches!(folded, "is" | "was" | "waren" | "werd" | "werden" | "wordt" | "worden" | "were" | "are");
    is || is_saying(folded) || is_showing(folded) || is_finite(folded) || is_having(folded) || is_modal(folded)
}

/// Texts that are spoken of oftener than quoted: "op de agenda", "de vergunning verliep".
fn is_subject(folded: &str) -> bool {
    ["agenda", "vergunning", "permit", "licence", "license"].iter().any(|noun| folded.ends_with(noun))
}
