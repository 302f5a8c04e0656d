//! The tagger: which stretches of a text are expressions of time. Needs no reference date.
//!
//! A hand-written longest-match grammar over tokens; input a text, output [`Timex`]es in order, not overlapping. Cost: one
//! pass over the bytes, and the grammar only around words and numbers that can carry a date.

use super::{
    dress::dress,
    expr::Timex,
    grammar::Grammar,
    lexicon::{Key, Word, any},
    token::{self, Gap, Kind, Token},
};

/// All expressions of time in `text`, in order.
pub fn tag(text: &str) -> Vec<Timex> {
    let mut found = Vec::new();
    let mut tokens = Vec::new();
    for (start, end) in token::stretches(text) {
        tokens.clear();
        token::tokens(text, start, end, &mut tokens);
        let mut from = 0;
        while from < tokens.len() {
            let next = tokens[from + 1..].iter().position(|token| token.gap == Gap::Paragraph);
            let to = next.map_or(tokens.len(), |at| from + 1 + at);
            tag_paragraph(Grammar { text, tokens: &tokens[from..to] }, &mut found);
            from = to;
        }
    }
    found
}

fn tag_paragraph(grammar: Grammar<'_>, found: &mut Vec<Timex>) {
    let mut at = 0;
    while at < grammar.tokens.len() {
        if !may_start(grammar, at) {
            at += 1;
            continue;
        }
        let Some((expr, end)) = grammar.expression(at) else {
            at += 1;
            continue;
        };
        if is_of_a_name(grammar, at, end) {
            at = end;
            continue;
        }
        let (timex, end) = dress(grammar, at, end, expr);
        found.push(timex);
        at = end;
    }
}

/// Expressions begin with a number, or a word or mark that the grammar knows, at a border.
fn may_start(grammar: Grammar<'_>, at: usize) -> bool {
    let token: Token = grammar.tokens[at];
    match token.kind {
        // "as. vrijdag"
        Kind::Word(Word::With) => return grammar.way(at).is_some() && token.gap != Gap::Glued,
        // The feasts that go by two words: "Boxing Day", "Goede Vrijdag".
        Kind::Word(Word::Other | Word::Old) => {
            return grammar.may_be_feast(at) || grammar.may_be_spelled(at) || grammar.roman_ordinal(at).is_some();
        }
        Kind::Word(Word::That) => {
            return matches!(grammar.word(at + 1), Word::Unit(..) | Word::DayName)
                || grammar.is(at + 1, any!("same"))
                || grammar.points_back(at);
        }
        // "rond vieren"
        Kind::Word(Word::Hours(_)) => return grammar.plural_hour(at).is_some(),
        // "St Patrick's Day"; "den 4den mei 1921"
        Kind::Word(Word::Suffix) => {
            let feast = grammar.is(at, any!("st")) && grammar.holiday(at).is_some();
            return feast || grammar.is_old_article(at) && grammar.point(at).is_some();
        }
        // What only joins, bounds or follows.
        Kind::Word(
            Word::Of
            | Word::On
            | Word::To
            | Word::And
            | Word::Or
            | Word::Between
            | Word::Bound(_)
            | Word::After
            | Word::Before
            | Word::Through
            | Word::Reference
            | Word::Counted
            | Word::Name
            | Word::Maybe
            | Word::Later
            | Word::Earlier
            | Word::Times,
        ) => return false,
        Kind::Mark(mark) => return mark == '\'',
        Kind::Number(_, digits) if digits > 4 && digits != 8 => return false,
        _ => {}
    }
    if token.gap != Gap::Glued || at == 0 {
        return true;
    }
    match grammar.tokens[at - 1].kind {
        Kind::Mark('\'') => !matches!(token.kind, Kind::Number(_, 2)) || at < 2 || !grammar.glued(at - 1),
        Kind::Mark('.') => !matches!(token.kind, Kind::Number(..)) && at > 1 && !grammar.is_number(at - 2),
        // "Den Haag,15 november": of a number it would be the decimals.
        Kind::Mark(',') => at > 1 && !grammar.is_number(at - 2),
        // "eind april/begin mei"
        Kind::Mark('/')
            if at > 1
                && is_of_time(grammar.word(at))
                && (is_of_time(grammar.word(at - 2))
                    || grammar.number(at - 2).is_some_and(|(_, digits)| digits == 4)) =>
        {
            true
        }
        // "pre-1914", "post-2015"
        Kind::Mark('-')
            if at > 1 && matches!(token.kind, Kind::Number(_, 4)) && grammar.is(at - 2, any!("pre post")) =>
        {
            true
        }
        Kind::Mark('-' | '–' | '/') => {
            // A compound ("oud-maandag", "Gert-Jan") or the rest of a number.
            let space_before = at < 2 || grammar.tokens[at - 1].gap != Gap::Glued;
            space_before
                || (matches!(grammar.tokens[at - 1].kind, Kind::Mark('–')) && !matches!(token.kind, Kind::Number(..)))
        }
        Kind::Mark(mark) => {
            !matches!(mark, '@' | '#' | '=' | '&' | '+' | '_' | '\\' | '%' | ':' | '$' | '€' | '£' | '§')
        }
        Kind::Word(Word::Other) if matches!(token.kind, Kind::Number(_, 2 | 4)) => grammar.raw(at - 1) == "FY",
        // "d.d.15-11-2022"
        Kind::Word(Word::On) => grammar.raw(at - 1).ends_with('.'),
        Kind::Word(_) | Kind::Number(..) | Kind::Code(..) => false,
    }
}

/// The words are part of a name or an address: "Jan-15", "www.2022.nl", "kv-tk-2024".
fn is_of_a_name(grammar: Grammar<'_>, start: usize, end: usize) -> bool {
    let after = grammar.tokens.get(end).filter(|token| token.gap == Gap::Glued);
    let further = grammar.tokens.get(end + 1).filter(|token| token.gap == Gap::Glued);
    // "zomer- en wintertijd"
    let halved = after.is_some_and(|token| token.kind == Kind::Mark('-'))
        && further.is_none()
        && matches!(grammar.tokens[end - 1].kind, Kind::Word(_))
        && matches!(grammar.word(end + 1), Word::And | Word::Or | Word::Of);
    let tied = halved
        || match after.map(|token| token.kind) {
            Some(Kind::Mark('@' | '_' | '=' | '&' | '\\' | '#')) => true,
            // "Woensdag-editie", "mei-nummer", "2022-beleid": compounds; "15/11/2022/…" a path.
            // "eind april/begin mei"
            Some(Kind::Mark('/')) if is_of_time(grammar.word(end + 1)) => false,
            // "de Q3-cijfers" are of a quarter, by whatever name.
            Some(Kind::Mark('-')) if end == start + 1 && matches!(grammar.tokens[start].kind, Kind::Code(b'Q', _)) => {
                false
            }
            Some(Kind::Mark('-' | '/')) => {
                matches!(further.map(|token| token.kind), Some(Kind::Word(_) | Kind::Number(..) | Kind::Code(..)))
            }
            Some(Kind::Mark('.')) => {
                matches!(further.map(|token| token.kind), Some(Kind::Number(..)))
                    || (matches!(grammar.tokens[end - 1].kind, Kind::Number(..))
                        && matches!(further.map(|token| token.kind), Some(Kind::Word(_)))
                        && grammar.mark(end + 2) != ')'
                        && !grammar.capital(end + 1))
            }
            Some(Kind::Word(_) | Kind::Number(..) | Kind::Code(..)) => true,
            _ => false,
        };
    tied || is_in_address(grammar, start) || is_in_title(grammar, start, end)
}

/// "het rapport \"Zorg om morgen\"": in the title of a work only a number dates it.
fn is_in_title(grammar: Grammar<'_>, start: usize, end: usize) -> bool {
    const WORKS: &[Key] = any!(
        "rapport notitie boek roman film brochure artikel lied toneelstuk voorstelling tentoonstelling campagne essay bundel \
         documentaire getiteld titel report paper book novel song play article exhibition pamphlet documentary album titled entitled"
    );
    if (start..end).any(|at| grammar.is_number(at)) {
        return false;
    }
    let quoted = |at: &usize| matches!(grammar.mark(*at), '"' | '“' | '”' | '„' | '‘' | '’' | '\'');
    let open = (start.saturating_sub(8)..start).rev().find(quoted).filter(|open| *open > 0);
    open.is_some_and(|open| grammar.is(open - 1, WORKS) && !grammar.glued(open) && grammar.glued(open + 1))
}

fn is_of_time(word: Word) -> bool {
    matches!(
        word,
        Word::Month(_)
            | Word::MonthShort(_)
            | Word::RiskyMonth(_)
            | Word::Part(_)
            | Word::Weekday(_)
            | Word::Season(_)
            | Word::RiskySeason(_)
    )
}

/// A run without spaces to the left that holds "://", "www." or "@".
fn is_in_address(grammar: Grammar<'_>, start: usize) -> bool {
    let token = grammar.tokens[start];
    if token.gap != Gap::Glued {
        return false;
    }
    let before = &grammar.text[..token.start];
    let run = before.rsplit(char::is_whitespace).next().unwrap_or("");
    run.contains("://") || run.contains("www.") || run.contains('@')
}
