//! Words that both texts draw from a third: a law, a deed, a song, a motto.

use super::{
    Marks,
    dated::{bytes_before, bytes_behind},
    direction::{End, Judgement, Third, Verdict, name},
};
use crate::text::{Said, Span, fold, words};

/// So many bytes before the words, or behind them, may name what they come from, in the same sentence.
const BEFORE: usize = 200;
const BEHIND: usize = 100;
/// Where both must name one, it stands so few words from theirs.
const NEAR: usize = 12;

/// Verbs and prepositions by which a sentence gives a law's words. Folded.
#[rustfmt::skip]
const GIVING: &[&str] = &[
    "belooft", "bepaalt", "bepaalde", "eist", "garandeert", "gebiedt", "ingevolge", "krachtens", "luidt", "luidde",
    "schrijft", "staat", "stelt", "toestaat", "verbiedt", "verlangt", "verplicht", "volgens", "vraagt", "waarborgt", "wijst",
    "zegt", "allows", "binds", "demands", "forbids", "grants", "guarantees", "obliges", "permits", "promises", "provides",
    "pursuant", "reads", "requires", "says", "states", "stipulates", "under",
];

/// Nouns, which may end a Dutch compound.
#[rustfmt::skip]
const LAWS: &[&str] = &[
    "grondwet", "handvest", "leidraad", "reglement", "richtlijn", "statuten", "verdrag", "verordening", "wet", "wetboek", "act",
    "bylaws", "charter", "code", "constitution", "deed", "directive", "guideline", "guidelines", "law", "ordinance", "statute",
    "treaty",
];
const NUMBERED: &[&str] = &["artikel", "article", "art", "section", "clause", "voorschrift"];
/// Other texts, which count where both name one of the same kind. The first part may be a compound's.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "akkoord", "bestek", "contract", "convenant", "dagboek", "nota", "notitie", "overeenkomst", "rapport",
    "paragraaf", "vergunning", "vonnis", "agreement", "diary", "licence", "license", "memo", "memorandum", "permit", "report",
];
/// Quotation marks and spaces.
const MARKS: [char; 11] = ['„', '“', '”', '‘', '’', '"', '\'', '«', '»', ' ', '\n'];
const SAYINGS: &[&str] =
    &["lied", "spreuk", "spreekwoord", "gezegde", "motto", "lijfspreuk", "psalm", "hymn", "proverb", "saying", "song"];

/// Both draw on a third, where the one that would be the source gives the words as a law's, or either of the two as a
/// song's or a motto's; or where both name a law or a text of the same kind beside the words.
pub(super) fn of_a_third(x: End<'_>, y: End<'_>, verdict: Verdict) -> Option<Judgement> {
    let (source, target) = if verdict == Verdict::XRepeats { (y, x) } else { (x, y) };
    let (of_source, of_target) = (Beside::of(source), Beside::of(target));
    let saying = || of_target.saying(target).or_else(|| of_source.saying(source));
    let law = || of_source.law().or_else(|| of_target.law().filter(|_| verdict == Verdict::Parallel));
    let both = || of_source.named_law().filter(|_| of_target.named_law().is_some());
    let text = || of_source.text(source).filter(|text| of_target.names(text));
    let stock = law().or_else(saying).or_else(both);
    let third = if stock.is_some() { Third::Text } else { Third::Document };
    let name = stock.or_else(text)?;
    let evidence = vec![Said::new(
        format!("Beide putten uit een derde tekst: „{name}”"),
        format!("Both draw on a third text: “{name}”"),
    )];
    Some(Judgement { verdict: Verdict::Parallel, evidence, firm: true, third })
}

/// What stands around the words in their sentence, in the same block.
struct Beside<'a> {
    before: &'a str,
    behind: &'a str,
}

impl<'a> Beside<'a> {
    fn of(end: End<'a>) -> Beside<'a> {
        let text = end.reading.text();
        let quotation = end.quotation.filter(|_| end.marks == Marks::Full).map(|at| end.reading.marked[at].outside);
        let (first, last) = quotation.map_or((end.span.start(), end.span.end()), |span| (span.start(), span.end()));
        let (first, last) = (first.min(end.span.start()), last.max(end.span.end()));
        let before = &text[bytes_before(text, first, BEFORE)..first];
        let borders = [". ", ".\n", "! ", "? ", "\n\n", "\n#"];
        let from = borders.iter().filter_map(|border| Some(before.rfind(border)? + border.len())).max().unwrap_or(0);
        let inside = end.span.start()..last;
        let ended = quotation.is_some() && text[inside].trim_end_matches(MARKS).ends_with(['.', '!', '?']);
        let behind = if ended { "" } else { &text[last..bytes_behind(text, last, BEHIND)] };
        let past = behind.find(['.', '!', '?', '\n']).unwrap_or(behind.len());
        Beside { before: &before[from..], behind: &behind[..past] }
    }

    /// The words that name the law whose words these are: "Artikel 7 van de Havenwet".
    fn law(&self) -> Option<&'a str> {
        let given = words(self.before).any(|word| GIVING.contains(&fold(word.of(self.before)).as_str()));
        let announced = self.before.trim_end_matches(MARKS).ends_with(':');
        law_in(self.before).filter(|_| given || announced)
    }

    fn named_law(&self) -> Option<&'a str> {
        let (before, behind) = self.near();
        law_in(before).or_else(|| law_in(behind))
    }

    /// The nearest words on both sides.
    fn near(&self) -> (&'a str, &'a str) {
        let before: Vec<Span> = words(self.before).collect();
        let from = before.len().checked_sub(NEAR).map_or(0, |at| before[at].start());
        let to = words(self.behind).nth(NEAR).map_or(self.behind.len(), |word| word.start());
        (&self.before[from..], &self.behind[..to])
    }

    fn saying(&self, end: End<'_>) -> Option<&'a str> {
        if !matches!(end.marks, Marks::Full | Marks::Partly) {
            return None;
        }
        let named = |word: &Span| SAYINGS.iter().any(|name| is_named(&fold(word.of(self.before)), name));
        let all: Vec<Span> = words(self.before).collect();
        all.into_iter().rfind(named).map(|word| word.of(self.before))
    }

    /// A text of which these are the words, unless it is the document itself.
    fn text(&self, end: End<'_>) -> Option<&'a str> {
        let document = end.reading.quotable.document;
        let title = fold(&format!("{} {}", name(document), document.id));
        let before = self.near().0;
        let named = |word: &Span| text_named(word.of(before)).is_some_and(|text| !title.contains(text));
        words(before).find(named).map(|word| word.of(before))
    }

    fn names(&self, text: &str) -> bool {
        let kind = text_named(text);
        <[&str; 2]>::from(self.near()).iter().any(|side| words(side).any(|word| text_named(word.of(side)) == kind))
    }
}

fn text_named(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    TEXTS.iter().copied().find(|name| folded == *name || (name.len() > 4 && folded.ends_with(name)))
}

/// The words of a sentence that name a law, with its article.
fn law_in(sentence: &str) -> Option<&str> {
    let all: Vec<Span> = words(sentence).collect();
    let folded: Vec<String> = all.iter().map(|word| fold(word.of(sentence))).collect();
    let number = |at: usize| folded.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let is_law = |at: usize| {
        (NUMBERED.contains(&folded[at].as_str()) && number(at)) || LAWS.iter().any(|name| is_named(&folded[at], name))
    };
    let first = (0..all.len()).find(|at| is_law(*at))?;
    let last = (first..all.len().min(first + 6)).rfind(|at| is_law(*at) || *at == first + 1 && number(first))?;
    Some(&sentence[all[first].start()..all[last].end()])
}

fn is_named(word: &str, name: &str) -> bool {
    word == name
        || (name.len() >= 4 && word.ends_with(name))
        || (name == "wet" && word.len() > 6 && word.ends_with("wet"))
}
