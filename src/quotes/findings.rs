//! What is worth a reader's attention about a link.

use super::{
    Change, DiffRun, Finding, LinkKind, Marks,
    direction::End,
    link::Found,
    matching::{Match, is_elision},
    name_words::is_determiner,
    voice::people,
};
use crate::text::{BlockKind, Document, Span, fold, words};

/// Words that are changed one by one rather than by the clause.
const FEW: u32 = 5;

impl Found<'_> {
    pub fn findings(
        &self,
        one: &Match,
        runs: &[DiffRun],
        kind: LinkKind,
        (a, b): (End<'_>, End<'_>),
        (source, target): (&Option<String>, &Option<String>),
        same: bool,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let marked = b.marks != Marks::None;
        // What an editor sets between brackets is no secret.
        let told = |run: &DiffRun| run.b.is_some_and(|span| span.of(b.reading.text()).contains('['));
        let changes = |run: &DiffRun| matches!(run.change, Change::Added | Change::Replaced | Change::Moved);
        let altered = runs.iter().any(|run| changes(run) && !told(run));
        if marked && altered {
            findings.push(Finding::AlteredInMarks);
        }
        if self.touches_meaning(one, runs) {
            findings.push(Finding::MeaningTouched);
        }
        let dropped = runs.iter().any(|run| run.change == Change::Dropped);
        let elided = is_elision(b.span.of(b.reading.text()));
        if marked && dropped && !elided {
            findings.push(Finding::SilentlyShortened);
        }
        if !marked && matches!(kind, LinkKind::Verbatim | LinkKind::Partial) && !same {
            findings.push(Finding::Unmarked);
        }
        if let (Some(source), Some(target)) = (source, target)
            && is_other(source, target, same || is_question(a))
        {
            findings.push(Finding::OtherSpeaker);
            if is_sibling(a.reading.quotable.document, target) {
                findings.push(Finding::SiblingText);
            }
        }
        findings
    }

    /// A changed word that touches the meaning: negation, number, name, modality, or a small word's place.
    fn touches_meaning(&self, one: &Match, runs: &[DiffRun]) -> bool {
        let (a, b) = (self.readings[one.rank_a].text(), self.readings[one.rank_b].text());
        // What is cut by the clause is seen as a cut; single words change what the rest says.
        let small = |run: &&DiffRun| run.change != Change::Same && run.n_words <= FEW;
        runs.iter().filter(small).any(|run| {
            let sides = [(run.a, a), (run.b, b)];
            let touched = |(span, text): (Option<Span>, &str)| {
                span.is_some_and(|span| words(span.of(text)).any(|word| is_telling(word.of(span.of(text)), run.change)))
            };
            sides.into_iter().any(touched)
        })
    }
}

/// Words whose change changes what is said.
fn is_telling(written: &str, change: Change) -> bool {
    let folded = fold(written);
    let telling = [
        "niet", "geen", "nooit", "niemand", "niets", "zonder", "not", "no", "never", "none", "nobody", "nothing",
        "without", "moet", "moeten", "moest", "mag", "mogen", "mocht", "kan", "kunnen", "kon", "zal", "zullen", "zou",
        "zouden", "wil", "willen", "must", "may", "might", "can", "could", "shall", "should", "will", "would",
        "cannot", "altijd", "always", "alle", "all", "sommige", "some", "elke", "every",
    ];
    let small_word_moved = change == Change::Moved
        && ["alleen", "enkel", "slechts", "ook", "juist", "vooral", "only", "just", "even", "also", "merely", "op"]
            .contains(&folded.as_str());
    telling.contains(&folded.as_str()) || folded.bytes().any(|byte| byte.is_ascii_digit()) || small_word_moved
}

/// Whether two speakers differ. A group without a name ("the ministers") may hold the one who is named, unless the words are
/// `known` to be that one's own.
fn is_other(one: &str, other: &str, known: bool) -> bool {
    let (names, others) = (names(one), names(other));
    match (names.is_empty(), others.is_empty()) {
        (false, false) => !names.iter().any(|name| others.contains(name)),
        (true, true) => false,
        (true, false) => known && is_group(one),
        (false, true) => known && is_group(other),
    }
}

fn same_person(one: &str, other: &str) -> bool {
    let others = names(other);
    names(one).iter().any(|name| others.contains(name))
}

fn names(who: &str) -> Vec<String> {
    let written = words(who).map(|word| word.of(who));
    let capital = written.filter(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 2);
    capital.map(fold).filter(|word| !is_determiner(word)).collect()
}

/// Several people by their function: "de hoogste ambtenaren", "the ministers".
fn is_group(who: &str) -> bool {
    words(who).map(|word| word.of(who)).any(|word| word.len() > 4 && (word.ends_with('s') || word.ends_with("en")))
}

fn is_question(end: End<'_>) -> bool {
    let document = end.reading.quotable.document;
    let block = document.block_at(end.span.start_byte).map(|at| &document.blocks[at].kind);
    matches!(block, Some(BlockKind::Question { .. }))
}

/// Whether the text lists `speaker` among those who answer, though another does here.
fn is_sibling(document: &Document, speaker: &str) -> bool {
    let listed = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Field { .. }));
    let listed: Vec<&str> = listed.map(|block| block.span.of(&document.text)).collect();
    listed
        .iter()
        .any(|line| people(line).iter().any(|(name, portfolio)| portfolio.is_some() && same_person(name, speaker)))
}
