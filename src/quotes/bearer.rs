//! The one person who bears a role in a document: "de directeur" where the text says "directeur Hilde Tjeertes" and names no
//! other director.

use super::{
    function_words::is_function_word,
    names::{is_own_name, name_from, tidy, words_of},
    roles::is_person,
    scene::border,
};
use crate::text::{Span, fold};

/// Bytes around a role that are looked at for the name of who bears it.
const NEAR: usize = 90;

/// Places of a role that are looked at.
const MOST_PLACES: usize = 200;

/// Who bears the role that `speaker` is told as ("de directeur", "The First Secretary"), with the role before the name.
pub(super) fn bearer(text: &str, speaker: &str) -> Option<String> {
    let (article, role) = speaker.split_once(' ')?;
    let article = matches!(fold(article).as_str(), "de" | "the");
    let head = role.rsplit(' ').next().filter(|head| article && is_person(&fold(head)))?;
    let many = head.ends_with("en") || head.strip_suffix('s').is_some_and(|one| is_person(&fold(one)));
    let plain = role.split(' ').count() <= 3 && !many;
    let mut names: Vec<String> = Vec::new();
    for name in places(text, role).filter(|_| plain).filter_map(|at| named_at(text, Span::new(at, at + role.len()))) {
        if !names.iter().any(|other| last_word(other) == last_word(&name)) {
            names.push(name);
        }
    }
    let [name] = names.as_slice() else { return None };
    Some(format!("{role} {name}"))
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Where a text has the role as words of their own, with a small or a capital letter at its head.
fn places<'a>(text: &'a str, role: &'a str) -> impl Iterator<Item = usize> + 'a {
    let head = role.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = role.split_at(head);
    let other = if first.chars().all(char::is_lowercase) { first.to_uppercase() } else { first.to_lowercase() };
    text.match_indices(rest).take(MOST_PLACES).filter_map(move |(at, _)| {
        let start = at.checked_sub(head)?;
        let written = text.get(start..at)?;
        let whole = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-')
            && text[at + rest.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        (whole && (written == first || written == other)).then_some(start)
    })
}

/// The name beside a role: "directeur X Y", "directeur van Z, X Y,", "X Y, directeur".
fn named_at(text: &str, role: Span) -> Option<String> {
    let former =
        |word: &str| matches!(word, "ex" | "former" | "oud" | "toenmalig" | "toenmalige" | "voormalig" | "vorige");
    let start = border(text, role.start().saturating_sub(NEAR));
    let before = words_of(text, Span::new(start, role.start()));
    if before.last().is_some_and(|word| former(&word.folded)) {
        return None;
    }
    let behind = Span::new(role.end(), border(text, (role.end() + NEAR).min(text.len())));
    let behind = Span::new(behind.start(), behind.end().min(behind.start() + line_length(behind.of(text))));
    let tokens = words_of(text, behind);
    let starts = |at: usize, lead: &str| {
        let name = name_from(text, &tokens, at).filter(|name| is_own_name(text, *name) && tokens[at].capital)?;
        let whole = text[role.end()..name.start()].ends_with(lead) && !is_function_word(&tokens[at].folded);
        whole.then(|| tidy(name.of(text)))
    };
    let next = tokens.first().filter(|first| text[role.end()..first.span.start()] == *" ").and_then(|_| starts(0, " "));
    let apposed = || {
        let at = tokens.iter().take(8).position(|word| text[..word.span.start()].ends_with(", "))?;
        let name = starts(at, ", ")?;
        let closed = text[role.end()..].get(..NEAR.min(text.len() - role.end())).unwrap_or("").matches(',').count() > 1;
        (closed && is_full(&name)).then_some(name)
    };
    let ahead = || {
        let lead = text[start..role.start()].trim_end_matches("de ").trim_end_matches("the ");
        let lead = lead.strip_suffix(", ")?;
        let words: Vec<&str> = lead.rsplit([' ', '\n']).take_while(|word| is_name_word(word)).collect();
        let name = words.into_iter().rev().collect::<Vec<_>>().join(" ");
        let name = name.trim_start_matches("van ").trim_start_matches("de ").to_owned();
        is_full(&name).then_some(name)
    };
    next.or_else(apposed).or_else(ahead)
}

fn is_name_word(word: &str) -> bool {
    matches!(word, "van" | "de" | "der" | "den" | "ten" | "ter" | "von" | "el")
        || (word.starts_with(char::is_uppercase) && !word.contains(['.', ',', ':', '“', '”', '"', '’', '‘']))
}

/// First name and surname.
fn is_full(name: &str) -> bool {
    name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() > 1
}

/// Bytes up to the end of the sentence or the paragraph.
fn line_length(text: &str) -> usize {
    text.find("\n\n").into_iter().chain(text.find(". ")).min().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::bearer;

    #[test]
    fn finds_the_one_who_bears_a_role() {
        let check = |text: &str, speaker: &str, expected: Option<&str>| {
            assert_eq!(bearer(text, speaker).as_deref(), expected, "{text}");
        };
        check(
            "Directeur Hilde Tjeertes kwam. Toen zei de directeur niets.",
            "de directeur",
            Some("directeur Hilde Tjeertes"),
        );
        check("Directeur Hilde Bos en directeur Jan Kok. De directeur zweeg.", "De directeur", None);
        check("Oud-directeur Hilde Bos zag de directeur.", "de directeur", None);
        check(
            "The First Secretary for Wales, Ann Moss, spoke.",
            "The First Secretary",
            Some("First Secretary Ann Moss"),
        );
        check("Dat zegt Tom Sikkema, secretaris van de club.", "de secretaris", Some("secretaris Tom Sikkema"));
        check("De wethouder zegt het. De Kamer luistert.", "de wethouder", None);
        check("Het huis.", "het huis", None);
    }
}
