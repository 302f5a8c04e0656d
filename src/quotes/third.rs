//! Words that both texts draw from a third: a law, a deed, a song, a motto.

use super::{
    Marks,
    direction::{End, Judgement, Third, Verdict},
};
use crate::text::{Said, Span, fold, words};

/// So many bytes before the words may name what they come from, in the same sentence.
const BEFORE: usize = 200;

/// Verbs and prepositions by which a sentence gives a law's words. Folded.
#[rustfmt::skip]
const GIVING: &[&str] = &[
    "bepaalt", "bepaalde", "gebiedt", "ingevolge", "krachtens", "luidt", "luidde", "schrijft", "staat", "stelt",
    "verbiedt", "verplicht", "volgens", "wijst", "zegt", "binds", "forbids", "obliges", "pursuant", "provides", "reads",
    "requires", "says", "states", "stipulates", "under",
];

/// Nouns, which may end a Dutch compound.
#[rustfmt::skip]
const LAWS: &[&str] = &[
    "wet", "wetboek", "verordening", "reglement", "statuten", "verdrag", "act", "bylaws", "charter", "code",
    "constitution", "deed", "statute", "treaty",
];
const NUMBERED: &[&str] = &["artikel", "article", "art", "section", "clause"];
const SAYINGS: &[&str] =
    &["lied", "spreuk", "spreekwoord", "gezegde", "motto", "lijfspreuk", "psalm", "hymn", "proverb", "saying", "song"];

/// Both draw on a third, where the one that would be the source gives the words as a law's, or either of the two as a
/// song's or a motto's.
pub(super) fn of_a_third(x: End<'_>, y: End<'_>, verdict: Verdict) -> Option<Judgement> {
    let (source, target) = if verdict == Verdict::XRepeats { (y, x) } else { (x, y) };
    let saying = || saying(target).or_else(|| saying(source));
    let law = || law(source).or_else(|| law(target).filter(|_| verdict == Verdict::Parallel));
    let name = law().or_else(saying)?;
    let evidence = vec![Said::new(
        format!("Beide putten uit een derde tekst: „{name}”"),
        format!("Both draw on a third text: “{name}”"),
    )];
    Some(Judgement { verdict: Verdict::Parallel, evidence, firm: true, third: Third::Text })
}

/// The words that name the law whose words these are: "Artikel 7 van de Havenwet".
fn law(end: End<'_>) -> Option<&str> {
    let (before, all) = sentence_before(end);
    let folded: Vec<String> = all.iter().map(|word| fold(word.of(before))).collect();
    let number = |at: usize| folded.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let is_law = |at: usize| {
        (NUMBERED.contains(&folded[at].as_str()) && number(at)) || LAWS.iter().any(|name| is_named(&folded[at], name))
    };
    let first = (0..all.len()).find(|at| is_law(*at))?;
    let last = (first..all.len().min(first + 6)).rfind(|at| is_law(*at) || *at == first + 1 && number(first))?;
    let given = folded.iter().any(|word| GIVING.contains(&word.as_str())) || before.trim_end().ends_with(':');
    given.then(|| &before[all[first].start()..all[last].end()])
}

fn saying(end: End<'_>) -> Option<&str> {
    if !matches!(end.marks, Marks::Full | Marks::Partly) {
        return None;
    }
    let (before, all) = sentence_before(end);
    let named = |word: &Span| SAYINGS.iter().any(|name| is_named(&fold(word.of(before)), name));
    all.into_iter().rfind(named).map(|word| word.of(before))
}

/// The words of the sentence before these, in the same block.
fn sentence_before(end: End<'_>) -> (&str, Vec<Span>) {
    let text = end.reading.text();
    let start = text.floor_char_boundary(end.span.start().saturating_sub(BEFORE));
    let before = &text[start..end.span.start()];
    let borders = [". ", ".\n", "! ", "? ", "\n\n", "\n#"];
    let from = borders.iter().filter_map(|border| Some(before.rfind(border)? + border.len())).max().unwrap_or(0);
    let before = &before[from..];
    (before, words(before).collect())
}

fn is_named(word: &str, name: &str) -> bool {
    word == name
        || (name.len() >= 4 && word.ends_with(name))
        || (name == "wet" && word.len() > 6 && word.ends_with("wet"))
}
