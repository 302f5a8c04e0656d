//! Names of speakers in running text: where one begins, where it ends.

use super::cues::{ends_name, is_determiner, is_pronoun, is_saying};
use crate::text::{Span, fold, words};

pub(super) const LONGEST_NAME: usize = 9;

/// A word of the running text with its folded form.
pub(super) struct Token {
    pub span: Span,
    pub folded: String,
    pub capital: bool,
}

pub(super) fn words_of(text: &str, span: Span) -> Vec<Token> {
    words(span.of(text))
        .map(|word| {
            let span = word.shift(span.start());
            let written = span.of(text);
            Token { span, folded: fold(written), capital: written.starts_with(char::is_uppercase) }
        })
        .collect()
}

/// The name that begins at token `at`: up to a sign, a word that ends names, or [`LONGEST_NAME`] words.
pub(super) fn name_from(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let first = tokens.get(at)?;
    if is_pronoun(&first.folded) {
        return Some(first.span);
    }
    if ends_name(&first.folded) || (is_saying(&first.folded) && !first.capital) {
        return None;
    }
    let mut name = first.span;
    let mut named = first.capital;
    for (n, pair) in tokens[at..].windows(2).take(LONGEST_NAME - 1).enumerate() {
        let (last, next) = (&pair[0], &pair[1]);
        let between = &text[last.span.end()..next.span.start()];
        let follows = tokens.get(at + n + 2).is_some_and(|token| token.capital);
        let particle =
            matches!(next.folded.as_str(), "van" | "de" | "der" | "den" | "von" | "of" | "ten" | "ter" | "het");
        let inner = particle
            && (follows
                || tokens.get(at + n + 2).is_some_and(|t| t.folded == "de" || t.folded == "het" || t.folded == "the"));
        let of_noun = particle && matches!(next.folded.as_str(), "van" | "of");
        let glued = between == " " || between == "-" || between == "’" || between == "\n" || between == ". ";
        if !glued || (ends_name(&next.folded) && !inner) {
            break;
        }
        let goes_on = next.capital || !named || inner || of_noun || between == "-";
        if !goes_on || (is_determiner(&next.folded) && !inner && last.folded != "van" && last.folded != "of") {
            break;
        }
        if is_saying(&next.folded) && !next.capital {
            break;
        }
        named |= next.capital;
        name = name.hull(next.span);
    }
    Some(name)
}

/// The name that ends before token `at`: the subject of the verb there.
pub(super) fn name_before(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let mut start = at;
    while start > 0 && at - start < LONGEST_NAME {
        let between = &text[tokens[start - 1].span.end()..tokens[start].span.start()];
        let token = &tokens[start - 1];
        let part = matches!(between, " " | "-" | "\n" | ". " | " (" | ") ");
        if (!part && start < at) || ends_name(&token.folded) {
            break;
        }
        if !part && between != ", " {
            break;
        }
        start -= 1;
        if is_determiner(&token.folded)
            && start > 0
            && !matches!(tokens[start - 1].folded.as_str(), "van" | "of" | "voor")
        {
            break;
        }
    }
    let name = &tokens[start..at];
    let first =
        name.iter().position(|token| token.capital || is_determiner(&token.folded) || is_pronoun(&token.folded))?;
    let last =
        name.iter().rposition(|token| !matches!(token.folded.as_str(), "heeft" | "had" | "has" | "also" | "ook"))?;
    (first <= last).then(|| name[first].span.hull(name[last].span))
}

/// A name as it is told: on one line, with the bracket that closes one it opened.
pub(super) fn told_name(text: &str, name: Span) -> String {
    let mut told = tidy(name.of(text));
    if told.matches('(').count() > told.matches(')').count() {
        told.push(')');
    }
    told
}

/// A capitalised word that does not open the sentence by itself.
pub(super) fn is_own_name(text: &str, name: Span) -> bool {
    let tokens = words_of(text, name);
    tokens.iter().any(|token| token.capital && !is_determiner(&token.folded) && !is_pronoun(&token.folded))
}

/// Cuts lower-case words off the end of a name ("Eerdmans geschetste").
pub(super) fn trim_name(text: &str, name: Span) -> Span {
    let tokens = words_of(text, name);
    match tokens.iter().rposition(|token| token.capital) {
        Some(last) => tokens[0].span.hull(tokens[last].span),
        None => name,
    }
}

pub(super) fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
