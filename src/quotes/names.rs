//! Names of speakers in running text: where one begins, where it ends.

use super::{
    cues::{is_answer, is_saying, is_source},
    function_words::is_function_word,
    meant::{Stands, stands},
    name_words::{
        ends_name, is_between, is_determiner, is_finite, is_in, is_opener, is_possessive, is_preposition, is_pronoun,
    },
    roles::{is_body, is_person},
};
use crate::text::{Span, fold, words};

pub(super) const LONGEST_NAME: usize = 9;

/// A word of the running text with its folded form.
pub(super) struct Token {
    pub span: Span,
    pub folded: String,
    pub capital: bool,
    /// In capitals throughout: "OM", "VVD".
    pub acronym: bool,
}

impl Token {
    /// Whether the word ends a name before it; "OM" does not, though "om" does.
    fn ends_name(&self) -> bool {
        !self.acronym && ends_name(&self.folded)
    }
}

pub(super) fn words_of(text: &str, span: Span) -> Vec<Token> {
    words(span.of(text))
        .map(|word| {
            let span = word.shift(span.start());
            let written = span.of(text);
            let capital = written.starts_with(char::is_uppercase);
            let acronym = capital && written.len() > 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
            Token { span, folded: fold(written), capital, acronym }
        })
        .collect()
}

/// The name that begins at token `at`: up to a sign, a word that ends names, or [`LONGEST_NAME`] words.
pub(super) fn name_from(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let first = tokens.get(at)?;
    // "er zijn nauwelijks huisartsen"
    if first.folded == "zijn" && at > 0 && tokens[at - 1].folded == "er" {
        return None;
    }
    let owned = tokens.get(at + 1).filter(|_| is_possessive(&first.folded));
    let owned = owned.is_some_and(|noun| {
        is_person(&noun.folded) || is_body(&noun.folded) || is_source(&noun.folded) || is_answer(&noun.folded)
    });
    if is_pronoun(&first.folded) && !owned {
        return Some(first.span);
    }
    if let Some(name) = one_of_several(text, tokens, at) {
        return Some(name);
    }
    let small = is_function_word(&first.folded) && !is_determiner(&first.folded) && !is_speaker(&first.folded);
    let particle = !first.capital && small;
    if particle || first.ends_name() || (is_saying(&first.folded) && !first.capital) {
        return None;
    }
    let mut name = first.span;
    let mut named = first.capital && !is_determiner(&first.folded);
    for (n, pair) in tokens[at..].windows(2).take(LONGEST_NAME - 1).enumerate() {
        let (last, next) = (&pair[0], &pair[1]);
        let between = &text[last.span.end()..next.span.start()];
        let follows = tokens.get(at + n + 2).is_some_and(|token| token.capital);
        let particle = is_particle(&next.folded);
        let article = |token: &Token| matches!(token.folded.as_str(), "de" | "het" | "the" | "t");
        let inner = particle && (follows || tokens.get(at + n + 2).is_some_and(article));
        let of_noun = particle && matches!(next.folded.as_str(), "van" | "of");
        if between == "\n" && is_short_line(text, last.span.end()) {
            break;
        }
        let glued = between == " " || between == "-" || between == "’" || between == "\n" || between == ". ";
        let glued = glued || (next.folded == "t" && matches!(between, " '" | " ’"));
        let former = n == 0 && is_determiner(&first.folded) && next.folded == "vorige";
        if !glued || (next.ends_name() && !inner && !former) {
            break;
        }
        // "de Italiaanse priester": the noun follows its capital.
        let adjective = (n == 1 || is_person(&next.folded))
            && is_determiner(&first.folded)
            && last.folded.ends_with('e')
            && !last.folded.ends_with("ee")
            && !is_finite(&next.folded);
        let numbered = is_article(&last.folded) && next.folded.starts_with(|c: char| c.is_ascii_digit());
        // "Alliance secretary Joe Brannigan"
        let titled = n == 0 && follows && is_person(&next.folded);
        let goes_on = numbered || titled || next.capital || !named || inner || of_noun || between == "-" || adjective;
        // "De dirigent troostte haar"
        let noun = is_person(&last.folded) || is_body(&last.folded);
        let ended = !last.capital && !next.capital && between == " " && !particle;
        let ended = ended && ((noun && !follows) || is_verb(last, next));
        if !goes_on || ended || (is_determiner(&next.folded) && !inner && last.folded != "van" && last.folded != "of") {
            break;
        }
        if !next.capital && (is_saying(&next.folded) || (!named && is_finite(&next.folded))) {
            break;
        }
        named |= next.capital;
        name = name.hull(next.span);
    }
    Some(of_source(text, tokens, without_tail(text, first.span, name)))
}

/// "de een", "de ander", "een van hen", "one of them".
pub(super) fn one_of_several(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let folded = |n: usize| tokens.get(at + n).map_or("", |token| token.folded.as_str());
    let span = |n: usize| tokens[at].span.hull(tokens[at + n].span);
    let ends =
        |n: usize| tokens.get(at + n + 1).is_none_or(|next| &text[tokens[at + n].span.end()..next.span.start()] != " ");
    match (folded(0), folded(1), folded(2)) {
        ("een" | "one", "van" | "of", "hen" | "hun" | "jullie" | "ons" | "them" | "u" | "us" | "you") => Some(span(2)),
        ("de", "een" | "ander", _) if ends(1) || is_saying(folded(2)) => Some(span(1)),
        _ => None,
    }
}

/// Words before the number of a piece of law.
fn is_article(folded: &str) -> bool {
    #[rustfmt::skip]
    const NUMBERED: &[&str] = &[
        "aanbeveling", "art", "article", "artikel", "bladzijde", "chapter", "hoofdstuk", "lid", "page", "pagina",
        "paragraaf", "psalm", "recommendation", "section",
    ];
    is_in(NUMBERED, folded)
}

/// Whether the line that ends at `end` is too short to have been wrapped there: a heading.
fn is_short_line(text: &str, end: usize) -> bool {
    let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    end - start < 24
}

/// "een verklaring betuigt": a word in small letters behind a noun that ends as verbs do.
fn is_verb(last: &Token, next: &Token) -> bool {
    let word = next.folded.as_str();
    let inflected = ["t", "de", "te", "den", "ten"].iter().any(|end| word.ends_with(end)) && word.len() > 3;
    let noun = is_person(word) || is_body(word) || is_source(word);
    inflected && !noun && !is_determiner(&last.folded) && !last.folded.ends_with('e') && !is_particle(&last.folded)
}

fn is_particle(folded: &str) -> bool {
    matches!(folded, "van" | "de" | "der" | "den" | "von" | "of" | "ten" | "ter" | "het" | "t")
}

/// The name behind a verb at `at - 1`, over small words and places: "zei ook X", "zei tegen de krant X".
pub(super) fn name_behind(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let mut at = at;
    for _ in 0..4 {
        let token = tokens.get(at)?;
        if let Some(name) = name_from(text, tokens, at) {
            return Some(name);
        }
        if is_preposition(&token.folded) {
            let place = name_from(text, tokens, at + 1)?;
            at = tokens.iter().position(|token| token.span.start_byte >= place.end_byte)?;
        } else if is_between(&token.folded) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// A name that does not end in "van".
fn without_tail(text: &str, first: Span, name: Span) -> Span {
    let tokens = words_of(text, name);
    let open = |token: &&Token| matches!(token.folded.as_str(), "van" | "of" | "de" | "der" | "het" | "the");
    let n_open = tokens.iter().rev().take_while(open).count();
    tokens.len().checked_sub(n_open + 1).map_or(first, |last| first.hull(tokens[last].span))
}

/// "a memo" with whose it is: "from the secretary".
fn of_source(text: &str, tokens: &[Token], name: Span) -> Span {
    let Some(last) = tokens.iter().position(|token| token.span.end_byte == name.end_byte) else { return name };
    let whose = tokens.get(last + 1).filter(|next| matches!(next.folded.as_str(), "from" | "by" | "uit"));
    let giver = whose.filter(|_| is_source(&tokens[last].folded)).and_then(|_| name_from(text, tokens, last + 2));
    giver.map_or(name, |giver| name.hull(giver))
}

/// The name that ends before token `at`: the subject of the verb there. Clauses between commas ("X, die net terug was,")
/// and nouns behind a preposition ("tegen de krant") are passed over.
pub(super) fn name_before(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let between = |index: usize| text[tokens[index - 1].span.end()..tokens[index].span.start()].trim_matches('\n');
    if at > 1 && at < tokens.len() && between(at).starts_with(',') {
        let opens = (1..at).rev().find(|index| between(*index).contains(','))?;
        let titled = is_person(&tokens[opens].folded) && tokens.get(opens + 1).is_some_and(|next| next.capital);
        let apposed = name_at(&tokens[opens..at]).filter(|_| tokens[opens].capital || titled);
        let before = || name_before(text, tokens, opens).or_else(|| name_ending(text, tokens, opens));
        return apposed.or_else(before);
    }
    name_ending(text, tokens, at)
}

/// The name that ends before token `at`, whatever sign stands between.
fn name_ending(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let between = |index: usize| text[tokens[index - 1].span.end()..tokens[index].span.start()].trim_matches('\n');
    let mut start = at;
    while start > 0 && at - start < LONGEST_NAME {
        let token = &tokens[start - 1];
        let part =
            start == tokens.len() || matches!(between(start), " " | "-" | "" | "." | ". " | " (" | ") " | " '" | " ’");
        let heading =
            start < at && text[..tokens[start].span.start()].ends_with('\n') && is_short_line(text, token.span.end());
        if (!part && start < at) || heading || token.ends_name() {
            break;
        }
        start -= 1;
        let of = |before: &Token| matches!(before.folded.as_str(), "van" | "of" | "voor");
        let inside_a_name = token.capital && start > 0 && between(start) == " " && !tokens[start - 1].capital;
        let before = start.checked_sub(1).map(|before| &tokens[before]);
        let behind_preposition = before.is_some_and(|before| is_preposition(&before.folded) && before.folded != "voor");
        if is_determiner(&token.folded)
            && before.is_some_and(|before| !of(before))
            && (!inside_a_name || behind_preposition)
        {
            break;
        }
    }
    let placed = |before: &usize| {
        is_preposition(&tokens[*before].folded) || (tokens[*before].folded == "te" && tokens[start].capital)
    };
    let behind = start.checked_sub(1).filter(placed);
    if let Some(before) = behind {
        return name_before(text, tokens, before);
    }
    name_at(&tokens[start..at])
}

/// The name in these words, from its first capital, article or pronoun to what belongs to the verb.
fn name_at(name: &[Token]) -> Option<Span> {
    let opens = |token: &Token| {
        token.capital || is_determiner(&token.folded) || is_pronoun(&token.folded) || is_person(&token.folded)
    };
    let first = name.iter().position(opens)?;
    let of_verb = |token: &Token| {
        matches!(token.folded.as_str(), "heeft" | "hebben" | "had" | "hadden" | "has" | "have" | "also" | "ook")
    };
    let last = match name[first..].iter().position(of_verb) {
        Some(verb) => first + verb.checked_sub(1)?,
        None => name.len() - 1,
    };
    // "Dit noemt men", "Wie zegt dat": no one's name.
    let small = |word: &str| is_determiner(word) || (is_function_word(word) && !is_speaker(word));
    let stands_for_one = is_pronoun(&name[first].folded) || stands(&name[first].folded) == Some(Stands::Last);
    let lone = first == last && small(&name[first].folded) && !stands_for_one;
    (!lone).then(|| name[first].span.hull(name[last].span))
}

/// Small words that speak for themselves.
fn is_speaker(folded: &str) -> bool {
    matches!(folded, "i" | "ik" | "u" | "we" | "wij" | "you")
}

/// Whether the words can name who speaks: a name, or a noun with what stands before it, and no scrap of a clause
/// ("zijn terug te", "gesteld", "betreffende mobiliteit worden").
pub(super) fn is_name(text: &str, name: Span) -> bool {
    let tokens = words_of(text, name);
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let stands_for_one = |token: &Token| stands(&token.folded).is_some();
    let speaks = matches!(stands(&first.folded), Some(Stands::Writer | Stands::Reader)) && first.folded != "uw";
    if is_opener(&first.folded) || (speaks && tokens.len() > 1) {
        return false;
    }
    if one_of_several(text, &tokens, 0).is_some() || (first.folded == "wie" && tokens.len() > 1) {
        return true;
    }
    // "Van Dijk", "De Wit"
    let is_surname = first.capital && last.capital && tokens.len() > 1;
    let small = is_function_word(&first.folded) && !is_surname;
    if let [only] = tokens.as_slice() {
        let people = only.folded.len() > 5 && only.folded.ends_with("en") || only.folded.ends_with('s');
        let noun = is_person(&only.folded) || is_body(&only.folded) || is_source(&only.folded);
        return stands_for_one(only) || noun || (!small && (only.capital || people));
    }
    // "wethouder Piet Jansen", "de brief", "brief van 3 mei", "tientallen ambtenaren"
    let is_noun = tokens.iter().any(|token| token.capital) || is_source(&first.folded) || is_source(&last.folded);
    let is_many = last.folded.ends_with("en") || last.folded.ends_with('s');
    let opens = is_determiner(&first.folded) || is_speaker(&first.folded) || (!small && (is_noun || is_many));
    let joins = |token: &Token| {
        #[rustfmt::skip]
        const JOINS: &[&str] = &[
            "aan", "and", "at", "bij", "by", "de", "den", "der", "des", "een", "eigen", "en", "for", "from", "het",
            "his", "in", "its", "met", "of", "onze", "op", "own", "s", "t", "te", "ten", "ter", "the", "their", "tot",
            "uit", "van", "voor",
        ];
        is_in(JOINS, &token.folded) || is_determiner(&token.folded)
    };
    let is_part =
        |token: &Token| token.capital || joins(token) || !(is_function_word(&token.folded) || is_finite(&token.folded));
    opens && tokens[1..].iter().all(is_part) && (last.capital || !is_function_word(&last.folded))
}

/// A name as it is told: on one line, with the bracket that closes one it opened.
pub(super) fn told_name(text: &str, name: Span) -> String {
    let mut told = tidy(name.of(text));
    if let Some(owner) = told.strip_suffix("'s").or_else(|| told.strip_suffix("’s")) {
        told.truncate(owner.len());
    }
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
