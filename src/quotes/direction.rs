//! Which side of a link repeats the other, and on what evidence.
//!
//! In this order: marks and cue on one side, or an editor's brackets; an explicit reference; the dates; the kinds of
//! document; else parallel. Nothing counts against two dates that are known.
//! Marks that hold more than is repeated, or stand in a text that is full of its own people's speech, come last, and so
//! do pairs without evidence: there what the other links of the two documents say goes first. Never the order in a text:
//! a lead's three words may come from a fuller quotation below it.

use super::{
    Marks,
    ask::ASKED,
    cues::{is_according, is_saying},
    dated::{by_date, by_least_date, by_reference, of_one_day},
    genre::{Genre, is_about},
    matching::{Match, share},
    reading::Reading,
    speaker::Attribution,
    third::of_a_third,
};
use crate::text::{BlockKind, Document, Said, Span, fold, words};
use std::ops::Range;

/// Bytes that a quotation holds more than another.
const SOME_WORDS: usize = 20;

/// One end of a match.
#[derive(Clone, Copy)]
pub(super) struct End<'a> {
    pub reading: &'a Reading<'a>,
    pub attributions: &'a [Attribution],
    pub span: Span,
    pub marks: Marks,
    /// The quotation it lies in.
    pub quotation: Option<usize>,
    /// The document is full of quotations that no other document knows: a novel, an interview.
    pub tells_speech: bool,
    /// Its date cannot be right, or the words were known before it: what is said of the other document's date does not count.
    pub undated: bool,
}

/// The answer: whether `y` repeats `x`, `x` repeats `y`, or nothing tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    YRepeats,
    XRepeats,
    Parallel,
}

/// A verdict with the evidence that agrees with it, strongest first.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    pub verdict: Verdict,
    pub evidence: Vec<Said>,
    /// Whether it stands against what the other links of the two documents say.
    pub firm: bool,
    pub third: Third,
}

/// Where two texts have the words from, if neither from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Unknown,
    /// A law, a song, a motto.
    Text,
    /// Another document: a report, a permit, one of the dossier.
    Document,
}

/// Weighs all evidence; that which agrees with the strongest is kept, strongest first.
pub(super) fn direct(x: End<'_>, y: End<'_>) -> Judgement {
    if y.reading.quotable.doc == ASKED {
        // Who asks with a text asks what it draws on.
        return Judgement { verdict: Verdict::YRepeats, evidence: Vec::new(), firm: true, third: Third::Unknown };
    }
    let same_document = std::ptr::eq(x.reading, y.reading);
    let judgement = weigh(x, y, same_document);
    let third = if same_document { None } else { of_a_third(x, y, judgement.verdict) };
    third.unwrap_or(judgement)
}

fn weigh(x: End<'_>, y: End<'_>, same_document: bool) -> Judgement {
    let mut signals = if same_document {
        vec![by_pull(x, y), by_quoted_speaker(x, y), by_fullness(x, y), by_cue_of_repetition(x, y), by_heading(x, y)]
    } else {
        vec![
            by_marks(x, y, is_quoting),
            by_speech(x, y),
            by_editor(x, y),
            by_cue(x, y).filter(|_| !x.tells_speech && !y.tells_speech),
            by_reference(x, y),
            dated(x, y),
        ]
    };
    let firm = signals.iter().any(Option::is_some);
    if !same_document {
        let late = [by_reach(x, y), by_marks(x, y, is_marked), by_kind(x, y), by_least_date(x, y), by_fuller(x, y)];
        signals.extend(late);
    }
    // No one quotes what is not yet written: marks and cues of the older text point to a third.
    let dated = if same_document { None } else { dated(x, y).or_else(|| of_speech(x, y)) };
    let stands = |signal: &(Verdict, Said)| dated.as_ref().is_none_or(|dated| dated.0 == signal.0);
    let signals: Vec<(Verdict, Said)> = signals.into_iter().flatten().filter(stands).collect();
    let Some(verdict) = signals.first().map(|(verdict, _)| *verdict) else {
        return Judgement {
            verdict: Verdict::Parallel,
            evidence: Vec::new(),
            firm: same_document,
            third: Third::Unknown,
        };
    };
    let mut evidence: Vec<Said> = Vec::new();
    for (_, said) in signals.into_iter().filter(|(each, _)| *each == verdict) {
        if !evidence.contains(&said) {
            evidence.push(said);
        }
    }
    Judgement { verdict, evidence, firm, third: Third::Unknown }
}

fn dated(x: End<'_>, y: End<'_>) -> Signal {
    by_date(x, y).filter(|_| !x.undated && !y.undated)
}

/// Whether the older text is the one that puts the words in marks, and the other does not.
pub(super) fn marked_before_dated(x: End<'_>, y: End<'_>) -> Option<bool> {
    let (marks, date) = (by_marks(x, y, is_quoting)?.0, by_date(x, y)?.0);
    Some(marks != date)
}

/// The judgement on two texts that both repeat a third document.
pub(super) fn siblings(third: &Document) -> Judgement {
    let name = name(third);
    let evidence = vec![Said::new(format!("Beide herhalen {name}"), format!("Both repeat {name}"))];
    Judgement { verdict: Verdict::Parallel, evidence, firm: true, third: Third::Document }
}

/// The evidence where the other links of two documents decide.
pub(super) fn as_the_others() -> Said {
    Said::new(
        "De andere citaten tussen deze twee stukken gaan dezelfde kant op",
        "The other quotations between these two texts go the same way",
    )
}

pub(super) type Signal = Option<(Verdict, Said)>;

/// Asks of both ends whether they repeat, and answers where one does and the other does not.
pub(super) fn one_of(x: End<'_>, y: End<'_>, repeats: impl Fn(End<'_>, End<'_>) -> Option<Said>) -> Signal {
    match (repeats(x, y), repeats(y, x)) {
        (Some(said), None) => Some((Verdict::XRepeats, said)),
        (None, Some(said)) => Some((Verdict::YRepeats, said)),
        _ => None,
    }
}

fn is_marked(end: End<'_>) -> bool {
    match end.marks {
        // A small part of a long quotation says little about who quotes this.
        Marks::Full => end.quotation.is_none_or(|at| end.span.len() * 4 >= end.reading.marked[at].inside.len()),
        Marks::Partly | Marks::Pull => true,
        Marks::None => false,
    }
}

/// Whether the marks stand around what is repeated, and their text is not one that is all speech.
fn is_quoting(end: End<'_>) -> bool {
    is_marked(end) && !end.tells_speech && !goes_on(end)
}

/// Whether the quotation holds more than what the other text has of it: much more, or in a text that is all speech some
/// words more.
fn goes_on(end: End<'_>) -> bool {
    let inside = |at: usize| end.reading.marked[at].inside;
    let percent = if end.tells_speech { 85 } else { 50 };
    end.quotation.is_some_and(|at| inside(at).common(end.span) * 100 < inside(at).len() * percent)
}

/// Whether of two quotations the first holds some words more beside what is repeated.
fn is_fuller(one: End<'_>, other: End<'_>) -> bool {
    let beside = |end: End<'_>| {
        let inside = end.quotation.map(|at| end.reading.marked[at].inside);
        inside.map_or(0, |inside| inside.len() - inside.common(end.span))
    };
    one.quotation.is_some() && other.quotation.is_some() && beside(one) > beside(other) + SOME_WORDS
}

/// Who quoted the other would have the rest of the quotation from there too.
fn by_reach(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let within = one.marks == Marks::None && goes_on(other);
        (within || other.tells_speech && is_fuller(other, one)).then(|| words_go_on(other))
    })
}

/// The same of two quotations where nothing else tells.
fn by_fuller(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| is_fuller(other, one).then(|| words_go_on(other)))
}

fn words_go_on(end: End<'_>) -> Said {
    let name = name(end.reading.quotable.document);
    Said::new(format!("In {name} gaan de woorden verder"), format!("In {name} the words go on"))
}

fn by_marks(x: End<'_>, y: End<'_>, marked: fn(End<'_>) -> bool) -> Signal {
    one_of(x, y, |one, other| {
        (marked(one) && !is_marked(other)).then(|| {
            let name = name(one.reading.quotable.document);
            let cue = one.quotation.and_then(|at| one.attributions[at].cue).map(|cue| cue.of(one.reading.text()));
            let (nl, en) = cue.map_or_else(Default::default, |cue| (format!(": „{cue}”"), format!(": “{cue}”")));
            Said::new(
                format!("Alleen {name} zet de woorden tussen aanhalingstekens{nl}"),
                format!("Only {name} puts the words in quotation marks{en}"),
            )
        })
    })
}

/// Both in marks, but one text is all its own people's speech, and the other takes a part of it.
fn by_speech(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        (is_quoting(one) && is_marked(other) && other.tells_speech && !is_fuller(one, other)).then(|| {
            let (name, speech) = (name(one.reading.quotable.document), name(other.reading.quotable.document));
            Said::new(
                format!("{speech} laat zelf mensen spreken; {name} haalt er woorden uit aan"),
                format!("{speech} has people of its own who speak; {name} takes words from it"),
            )
        })
    })
}

/// What an editor sets in a quotation: `[…]`, `(...)`, `[the minister]`.
fn by_editor(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let sign = |end: End<'_>| editors_sign(end.span.of(end.reading.text()));
        let at = sign(one).filter(|_| sign(other).is_none())?;
        let words = &one.span.of(one.reading.text())[at..];
        let shown = &words[..words.find([']', ')']).map_or(words.len(), |end| end + 1)];
        let name = name(one.reading.quotable.document);
        Some(Said::new(
            format!("{name} tekent zelf aan dat er iets is veranderd of weggelaten: {shown}"),
            format!("{name} marks that something was changed or left out: {shown}"),
        ))
    })
}

/// Where words hold brackets that are an editor's. A number in brackets is a note's.
fn editors_sign(words: &str) -> Option<usize> {
    words.match_indices(['[', '(']).map(|(at, _)| at).find(|at| {
        let inside = words[at + 1..].trim_start();
        if words[*at..].starts_with('[') {
            inside.starts_with(|c: char| c.is_alphabetic() || matches!(c, '…' | '.'))
        } else {
            ["…)", "...)", "..)"].iter().any(|sign| inside.starts_with(sign))
        }
    })
}

/// Without marks, but reported: "hij zei dat …", "volgens haar …" before the words, in the same sentence.
fn by_cue(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let cue = reporting(one)?;
        let (unmarked, name) =
            (one.marks == Marks::None && other.marks == Marks::None, name(one.reading.quotable.document));
        (unmarked && reporting(other).is_none()).then(|| {
            Said::new(
                format!("{name} geeft de woorden als gezegd door een ander: „{cue}”"),
                format!("{name} gives the words as said by someone else: “{cue}”"),
            )
        })
    })
}

/// The words of a sentence before a span that give it as reported: "hij zei dat", "volgens haar", "zij schrijft:".
fn reporting(end: End<'_>) -> Option<&str> {
    let text = end.reading.text();
    let mut start = end.span.start().saturating_sub(120);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let before = text[start..end.span.start()].rsplit(['.', '!', '?', '\n']).next()?.trim();
    let all: Vec<String> = words(before).map(|word| fold(word.of(before))).collect();
    let announced =
        before.ends_with(':') || all.last().is_some_and(|last| matches!(last.as_str(), "dat" | "that" | "of"));
    let near = all.len().saturating_sub(if announced { 5 } else { 2 })..all.len();
    let own = |at: usize| all.get(at).is_some_and(|word| is_present(word));
    near.into_iter().any(|at| is_cue(&all[at]) && !own(at + 1) && !(at > 0 && own(at - 1))).then_some(before)
}

/// Who speaks or is spoken to: "ik zei dat", "zoals u zegt", "volgens mij" repeat no other text.
fn is_present(folded: &str) -> bool {
    matches!(folded, "i" | "ik" | "je" | "jij" | "me" | "mij" | "ons" | "u" | "us" | "we" | "wij" | "you")
}

fn is_cue(folded: &str) -> bool {
    is_saying(folded)
        || is_according(folded)
        || matches!(folded, "gezegd" | "geschreven" | "gesteld" | "heette" | "heet")
}

/// Marks and cues in a text that is all its own people's speech say nothing against one that is written about such texts, nor
/// those in a report against what is announced of it on the same day.
fn of_speech(x: End<'_>, y: End<'_>) -> Signal {
    let (one, other) = (x.reading.genre(), y.reading.genre());
    let is = |kind: Genre| [one, other].contains(&Some(kind));
    let told = one != other && (is(Genre::Speech) || is(Genre::Source) && is(Genre::Announcement) && of_one_day(x, y));
    by_kind(x, y).filter(|_| told)
}

/// What the two documents are: a review is written about a novel, an answer after a question.
fn by_kind(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let (own, source) = (one.reading.genre()?, other.reading.genre()?);
        is_about(own, source).then(|| {
            let (name, about) = (name(one.reading.quotable.document), name(other.reading.quotable.document));
            Said::new(
                format!("Naar hun soort gaat {name} over stukken als {about}"),
                format!("By their kinds {name} is about texts such as {about}"),
            )
        })
    })
}

fn by_pull(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, _| {
        (one.marks == Marks::Pull).then(|| {
            Said::new("Het streamercitaat herhaalt de lopende tekst", "The pull quote repeats the running text")
        })
    })
}

/// In one document the words stand once in someone's mouth and once not: that someone said them.
fn by_quoted_speaker(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let speaker = other.quotation.and_then(|at| other.attributions[at].speaker.as_deref());
        let marked = |end: End<'_>| matches!(end.marks, Marks::Full | Marks::Partly);
        (marked(other) && !marked(one)).then(|| {
            let (nl, en) = speaker.map_or_else(Default::default, |who| (format!(": {who}"), format!(": {who}")));
            Said::new(
                format!("De andere plaats geeft de woorden als citaat{nl}"),
                format!("The other place gives the words as a quotation{en}"),
            )
        })
    })
}

/// Of two quotations in one document the fuller, with its speaker, is the source of the other.
fn by_fullness(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, other| {
        let length = |end: End<'_>| end.quotation.map(|at| end.reading.marked[at].inside.len());
        let fuller = length(one)? < length(other)?;
        fuller.then(|| {
            Said::new(
                "Elders in het stuk staat hetzelfde citaat vollediger",
                "The same quotation stands more fully elsewhere in the text",
            )
        })
    })
}

/// "te herhalen dat", "zoals gezegd": the text itself says that it repeats.
fn by_cue_of_repetition(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, _| {
        let text = one.reading.text();
        let mut start = one.span.start().saturating_sub(200);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let before = text[start..one.span.start()].rsplit(['.', '\n']).next().unwrap_or("");
        let folded = fold(before);
        let cues = [
            "herhal",
            "herhaal",
            "zoals gezegd",
            "zoals eerder",
            "nogmaals",
            "repeat",
            "as i said",
            "as stated",
            "once more",
        ];
        cues.iter().any(|cue| folded.contains(cue)).then(|| {
            let words = before.trim();
            Said::new(
                format!("De tekst zegt zelf te herhalen: „{words}”"),
                format!("The text itself says that it repeats: “{words}”"),
            )
        })
    })
}

/// A title, heading or lead draws on the text below it.
fn by_heading(x: End<'_>, y: End<'_>) -> Signal {
    one_of(x, y, |one, _| {
        let document = one.reading.quotable.document;
        let kind = document.block_at(one.span.start_byte).map(|at| &document.blocks[at].kind);
        matches!(kind, Some(BlockKind::Title | BlockKind::Heading { .. }))
            .then(|| Said::new("Een kop vat de tekst eronder samen", "A heading sums up the text below it"))
    })
}

/// What a document is called in a sentence.
pub(super) fn name(document: &Document) -> String {
    let meta = &document.meta;
    let title = meta.short_title.clone().or_else(|| meta.title.as_ref().map(|told| told.value.clone()));
    title.unwrap_or_else(|| document.id.clone())
}

/// Which marks stand around the words of a match in one document.
pub(super) fn marks_around(
    reading: &Reading<'_>,
    one: &Match,
    words: &Range<usize>,
    side_b: bool,
) -> (Marks, Option<usize>) {
    let span = reading.span_of(words.start, words.end - 1);
    let document = reading.quotable.document;
    let from =
        reading.marked.partition_point(|marked| marked.outside.start_byte < span.start_byte.saturating_sub(20_000));
    let near = || {
        let list = reading.marked[from..].iter().enumerate().map(move |(at, marked)| (at + from, marked));
        list.take_while(move |(_, marked)| marked.outside.start_byte < span.end_byte)
    };
    let inner = near().filter(|(_, marked)| marked.inside.contains(span)).min_by_key(|(_, marked)| marked.inside.len());
    let block = document.block_at(span.start_byte).map(|at| &document.blocks[at].kind);
    if block == Some(&BlockKind::PullQuote) {
        return (Marks::Pull, inner.map(|(at, _)| at));
    }
    if let Some((at, _)) = inner {
        return (Marks::Full, Some(at));
    }
    let aligned: Vec<usize> =
        one.pairs().filter(|pair| pair.percent > 0).map(|pair| if side_b { pair.b } else { pair.a } as usize).collect();
    let mut best: Option<(usize, usize)> = None;
    for (at, marked) in near() {
        let inside = reading.words_in(marked.inside);
        let n = if share(&inside, words) > 0 { aligned.iter().filter(|word| inside.contains(word)).count() } else { 0 };
        if n >= 3 && best.is_none_or(|best| best.0 < n) {
            best = Some((n, at));
        }
    }
    // A quotation that an attribution breaks is still one: all that is repeated stands in marks.
    let in_marks = |word: &usize| near().any(|(_, marked)| reading.words_in(marked.inside).contains(word));
    match best {
        Some((_, at)) if aligned.iter().all(in_marks) => (Marks::Full, Some(at)),
        Some((_, at)) => (Marks::Partly, Some(at)),
        None => (Marks::None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::editors_sign;

    #[test]
    fn a_note_is_no_editors_sign() {
        let check = |words: &str, expected: Option<&str>| {
            assert_eq!(editors_sign(words).map(|at| &words[at..]), expected, "{words}");
        };
        check("de minister [de heer Kok] zei", Some("[de heer Kok] zei"));
        check("het[…] niet", Some("[…] niet"));
        check("een besluit (...) dat", Some("(...) dat"));
        check("[H]et besluit", Some("[H]et besluit"));
        check("het besluit[3] dat (artikel 2) gold [^1]", None);
        check("het besluit [2] van […] mei", Some("[…] mei"));
    }
}
