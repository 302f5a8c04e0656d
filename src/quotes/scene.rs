//! The surroundings of one quotation, and the name at the cue that stands there.
//!
//! Each way to name a speaker is a method: before the marks and in the sentence before here, behind them in [`super::behind`].

use super::{
    cues::{is_according, is_answer, is_claim, is_label, is_naming, is_receiving, is_source},
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{ends_name, is_determiner, is_possessive, is_pronoun, is_subject_pronoun},
    names::{Token, is_own_name, name_from, words_of},
    quotation::Marked,
    roles::is_person,
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
/// Words of a title.
const LONGEST_TITLE: usize = 9;
/// Words of a question that a journalist slips in between two answers.
const SHORT_QUESTION: usize = 6;
/// Quotations in one that are passed on the way to where it begins.
const MOST_NESTED: usize = 40;
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
    /// From the quotation to the end of its block.
    pub(super) rest: Span,
    /// The quotations before this one.
    pub(super) earlier: &'a [Marked],
}

impl<'a> Scene<'a> {
    /// `block` is where the quotation begins, `last` where it ends.
    pub fn new(text: &'a str, (block, last): (Span, Span), marked: &'a [Marked], index: usize) -> Scene<'a> {
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
        let around = around(marked, index).map(|at| &marked[at]);
        let (block, start, end) = match around.map(|around| around.inside) {
            Some(inside) => (inside, start.max(inside.start()), end.min(inside.end())),
            None => (block, start, end),
        };
        let after_start = one.outside.end().min(last.end());
        Scene {
            text,
            near_start: near(text, block, one.outside.start()),
            block,
            outside: one.outside,
            inside: one.inside,
            before: Span::new(start.min(one.outside.start()), one.outside.start()),
            after: Span::new(after_start, end.max(after_start)),
            rest: Span::new(after_start, border(text, (after_start + LOOK_BACK).min(last.end())).max(after_start)),
            earlier: &marked[..index],
        }
    }

    pub fn tokens(&self, span: Span) -> Vec<Token> {
        words_of(self.text, span)
    }

    /// A cue in the same sentence before the marks.
    pub fn before(&self) -> Option<Named> {
        let sentence = self.clause();
        self.cue_in(sentence).or_else(|| self.subject_at_colon(sentence)).or_else(|| self.someone_at_colon(sentence))
    }

    /// The sentence before the marks, from its last semicolon.
    fn clause(&self) -> Span {
        let sentence = sentence_start(self.text, self.before);
        let start = sentence.of(self.text).rfind(';').map_or(sentence.start(), |at| sentence.start() + at + 1);
        let own = Span::new(start, sentence.end());
        if words(own.of(self.text)).count() > 1 { own } else { sentence }
    }

    /// "In een verklaring betuigt fabriek De Hoop spijt: „…”": who is named first in a sentence that ends in a colon.
    fn someone_at_colon(&self, sentence: Span) -> Option<Named> {
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
    pub fn headed(&self) -> Option<Named> {
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

    /// "X rekende voor dat het niet kan, „helaas”": who opens a sentence of which the quotation is the last piece.
    pub fn appended(&self) -> Option<Named> {
        let clause = self.clause();
        let comma = clause.of(self.text).trim_end().ends_with(',');
        let ends = self.after.of(self.text).starts_with('.') || self.inside.of(self.text).ends_with(['.', '!', '?']);
        let tokens = self.tokens(clause);
        let first = tokens.first().filter(|_| comma && ends)?;
        let name = if is_subject_pronoun(&first.folded) { Some(first.span) } else { self.subject_of(clause) }?;
        Some(Named { name, cue: name, aside: false })
    }

    /// "X is het daar niet mee eens: „…”": who opens a sentence that ends in a colon.
    fn subject_at_colon(&self, sentence: Span) -> Option<Named> {
        let two = words_of(self.text, sentence);
        if two.len() > 1 && two[0].folded.ends_with('s') && is_answer(&two[1].folded) {
            return None;
        }
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
    pub(super) fn is_known(&self, word: &Token) -> bool {
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
        if matches!(tokens[next].folded.as_str(), "die" | "who") && self.text[name.end()..].starts_with(' ') {
            // "de man die dienst had, coördinator X"
            let comma = self.text[name.end()..tokens.last()?.span.end()].find(',')? + name.end();
            let at = tokens.iter().position(|token| token.span.start() > comma)?;
            let apposed = name_from(self.text, tokens, at).filter(|name| is_own_name(self.text, *name))?;
            return self.text[apposed.end()..].starts_with(['.', ',', ':']).then_some(apposed);
        }
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
        let named = self.cue_in(last).or_else(|| self.introduced(last));
        named.or_else(|| self.asked(last)).or_else(|| self.shown(last))
    }

    /// "Bakker Oort werkt nog. Waarom? „…”": a short question is put to who opens the sentence before it.
    fn asked(&self, question: Span) -> Option<Named> {
        let written = question.of(self.text).trim();
        let short = written.ends_with('?') && words(written).count() <= SHORT_QUESTION;
        let before = Span::new(self.near_start, question.start());
        let sentence = sentences(before.of(self.text)).pop().filter(|_| short)?.shift(before.start());
        self.introduced(sentence)
    }

    /// "Ik las het bordje. „…”", "Het rapport spaart niemand. „…”": the text that the sentence shows.
    fn shown(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let reads = tokens.iter().take(6).any(|word| matches!(word.folded.as_str(), "las" | "lees" | "lezen" | "read"));
        let first = name_from(self.text, &tokens, 0).filter(|_| tokens[0].capital);
        let is_text = |name: &Span| words_of(self.text, *name).iter().any(|word| is_source(&word.folded));
        let object = || (1..tokens.len().min(8)).find_map(|at| name_from(self.text, &tokens, at).filter(is_text));
        let name = first.filter(is_text).or_else(|| object().filter(|_| reads))?;
        Some(Named { name, cue: name, aside: false })
    }

    /// "Raadslid Anna Kok is minder blij. „…”": who opens the sentence just before, by first name and surname.
    pub(super) fn introduced(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let first = tokens.first()?;
        let told = |name: Span| Some(Named { name, cue: name, aside: false });
        if is_subject_pronoun(&first.folded) {
            return told(first.span);
        }
        if is_possessive(&first.folded) && tokens.get(1).is_some_and(|what| is_answer(&what.folded)) {
            return told(first.span.hull(tokens[1].span));
        }
        if tokens.iter().any(|word| is_receiving(&word.folded)) {
            return None;
        }
        let single = |name: &Span| !(words_of(self.text, *name).len() == 1 && is_person(&fold(name.of(self.text))));
        if let Some(name) = self.subject_of(sentence).filter(single) {
            return told(name);
        }
        let pronoun = tokens.iter().skip(1).take(4).find(|word| is_subject_pronoun(&word.folded));
        if let Some(pronoun) = pronoun.filter(|_| !sentence.of(self.text).contains(',')) {
            // "Zelf zag zij het terug. „…”"
            return told(pronoun.span);
        }
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

    /// Who is named as subject between the quotation before, which ends at `from`, and this one: then not the one quoted there
    /// goes on.
    pub fn taken_by(&self, from: usize) -> Option<Span> {
        let between = Span::new(from.max(self.near_start).min(self.outside.start()), self.outside.start());
        let all = sentences(between.of(self.text));
        for (n, sentence) in all.iter().map(|sentence| sentence.shift(between.start())).enumerate().rev() {
            let written = sentence.of(self.text).trim_start();
            let tail = n == 0 && !written.starts_with(char::is_uppercase);
            let tokens = self.tokens(sentence);
            let own = |word: &Token| matches!(word.folded.as_str(), "i" | "ik" | "we" | "wij" | "mij" | "me");
            if tail || tokens.iter().any(own) {
                return None;
            }
            if let Some(name) = self.subject_of(sentence) {
                return Some(name);
            }
            if tokens.iter().any(|word| is_subject_pronoun(&word.folded)) {
                return None;
            }
        }
        None
    }

    /// Whether the quotation begins a sentence of its own.
    pub fn is_sentence(&self) -> bool {
        words(sentence_start(self.text, self.before).of(self.text)).next().is_none()
    }

    /// Whether the word before it says that it is a name or a title, which no one speaks.
    pub fn is_named(&self) -> bool {
        let mut tokens = words_of(self.text, self.clause());
        if tokens.last().is_some_and(|last| is_subject_pronoun(&last.folded) || last.folded == "het") {
            // "Nu heet hij „…”"
            tokens.pop();
            return tokens.last().is_some_and(|verb| matches!(verb.folded.as_str(), "heet" | "heette"));
        }
        let last = tokens.pop();
        last.is_some_and(|last| {
            is_naming(&last.folded) && self.text[last.span.end()..self.outside.start()].trim().is_empty()
        })
    }

    /// "het rapport „Maatwerk in de zorg”": a title behind the noun that it names.
    pub fn is_title(&self) -> bool {
        let inside = self.inside.of(self.text);
        let short =
            words(inside).take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE && !inside.ends_with(['.', ',', '!', ';']);
        let capital = inside.starts_with(char::is_uppercase);
        let tokens = words_of(self.text, self.clause());
        let Some(noun) = tokens.last().filter(|_| short && capital) else { return false };
        if tokens.iter().rev().take(3).any(|word| is_according(&word.folded)) {
            return false;
        }
        let joined = self.text[noun.span.end()..self.outside.start()].chars().all(char::is_whitespace);
        joined && !noun.capital && (is_source(&noun.folded) || is_naming(&noun.folded))
    }

    /// "merkt op dat het woord „…” vaak voorkomt": a word that is spoken of.
    pub fn is_mentioned(&self) -> bool {
        let tokens = words_of(self.text, self.clause());
        let near = tokens.len() > 2 && self.is_named();
        near && matches!(tokens[tokens.len() - 3].folded.as_str(), "dat" | "of" | "en" | "that" | "whether" | "and")
    }

    /// Whether it stands in brackets, as an example or a remark of the text's own.
    pub fn is_in_brackets(&self) -> bool {
        let own = sentence_start(self.text, Span::new(self.near_start, self.outside.start())).of(self.text);
        own.matches('(').count() > own.matches(')').count()
    }

    /// Whether a clause with a colon announces it: then not the one quoted before goes on.
    pub fn is_announced(&self) -> bool {
        let own = sentence_start(self.text, self.before).of(self.text);
        let folded = fold(own);
        let asks = ["op de vraag", "gevraagd", "desgevraagd", "asked"].iter().any(|word| {
            folded.split(' ').take(3).any(|own| own == *word)
                || folded.trim_start().trim_start_matches("maar ").starts_with(word)
        });
        own.trim_end().ends_with(':') && words(own).count() > 5 && !asks
    }

    /// Whether the quotation before it stands in the same paragraph, so that its speaker may go on.
    pub fn goes_on_from(&self, before: Marked) -> bool {
        before.outside.start_byte >= self.block.start_byte && before.outside.end_byte <= self.outside.start_byte
    }
}

/// The next character border.
pub(super) fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The quotation that holds another.
pub(super) fn around(marked: &[Marked], index: usize) -> Option<usize> {
    let one = marked[index];
    let holds = |at: &usize| marked[*at].depth < one.depth && marked[*at].outside.end_byte >= one.outside.end_byte;
    (0..index).rev().take(MOST_NESTED).find(holds).filter(|_| one.depth > 0)
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
