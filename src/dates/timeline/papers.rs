//! The own dates of documents as entries, and what tellings are about them.

use super::*;
use crate::{
    dates::{floor, tense},
    text::BlockKind,
};

pub fn documents(dossier: &[Dated<'_>]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (index, dated) in dossier.iter().enumerate() {
        let doc = DocId(u32::try_from(index).expect("a dossier holds fewer than 4 G documents"));
        let (curated, found): (Vec<&OwnDate>, Vec<&OwnDate>) =
            dated.own.iter().partition(|own| own.basis == Basis::Curated);
        let mut taken = vec![false; found.len()];
        for own in &curated {
            let same =
                found.iter().enumerate().find(|(at, other)| !taken[*at] && is_same_date(own, other, curated.len()));
            let beside = same.map(|(at, other)| {
                taken[at] = true;
                *other
            });
            entries.push(document_entry(doc, dated, own, beside));
        }
        for (at, own) in found.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            let _ = at;
            entries.push(document_entry(doc, dated, own, None));
        }
    }
    entries
}

/// A found date that a curated one speaks of: of its role, or where either only says when the document came about.
fn is_same_date(curated: &OwnDate, found: &OwnDate, n_curated: usize) -> bool {
    let made = |role| matches!(role, DateRole::Written | DateRole::Published);
    curated.role == found.role
        || (n_curated == 1 && made(curated.role) && made(found.role))
        || found.basis == Basis::Bounded
}

fn document_entry(doc: DocId, dated: &Dated<'_>, own: &OwnDate, found: Option<&OwnDate>) -> Entry {
    let document = dated.document;
    let span = own
        .span
        .filter(|_| own.basis == Basis::Stated)
        .or_else(|| found.filter(|found| found.basis == Basis::Stated).and_then(|found| found.span));
    let span = span.unwrap_or_else(|| first_words(document));
    let why = match own.basis {
        Basis::Curated => Said::new("opgegeven door wie het dossier samenstelde", "given by who made the dossier"),
        Basis::Stated => Said::new("staat in het document", "stands in the document"),
        Basis::Bounded if own.reasons.iter().any(|reason| reason.span.is_none()) => {
            Said::new("geschat naar de andere stukken", "estimated by the other documents")
        }
        Basis::Bounded => Said::new("begrensd door de tekst", "bounded by the text"),
    };
    let source = Telling {
        doc,
        span,
        clause: line_of(&document.text, span),
        edtf: found.map_or(own, |found| found).edtf.clone(),
        why,
    };
    Entry {
        title: title(document),
        edtf: own.edtf.clone(),
        found: found.filter(|found| found.edtf != own.edtf).map(|found| found.edtf.clone()),
        earliest: own.earliest,
        latest: own.latest,
        kind: EntryKind::Document { doc, role: own.role },
        curated: own.basis == Basis::Curated,
        sources: vec![source],
        disagreeing: false,
    }
}

fn title(document: &Document) -> String {
    if let Some(title) = &document.meta.title {
        return title.value.clone();
    }
    let mut own = document.blocks.iter().filter(|block| !block.layer.is_noise() && !block.span.is_empty());
    let first = own.clone().next().filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let headed = own.find(|block| block.kind == BlockKind::Title).or(first);
    let span = headed.map_or_else(|| first_words(document), |block| block.span);
    span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of the text, up to some 60 bytes.
fn first_words(document: &Document) -> Span {
    let text = &document.text;
    let start = document
        .blocks
        .iter()
        .find(|block| !block.layer.is_noise() && !block.span.is_empty())
        .map_or(0, |block| block.span.start());
    let line = text[start..].lines().next().unwrap_or("");
    let end = words(line).take_while(|word| word.end() <= 60).last().map_or(0, |word| word.end());
    Span::new(start, start + end)
}

/// The line of a date, or the sentence of words in running text.
fn line_of(text: &str, span: Span) -> Span {
    let start = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end()..].find('\n').map_or(text.len(), |at| span.end() + at);
    if end - start > 200 {
        return tense::sentence_around(text, span);
    }
    let line = &text[start..end];
    let from = start + (line.len() - line.trim_start().len());
    Span::new(from.min(span.start()), (start + line.trim_end().len()).max(span.end()))
}

/// The document entry that a telling is really about: "de brief is van 15 november".
pub fn letter_of(told: &Told, dated: &Dated<'_>, entries: &[Entry], dossier: &[Dated<'_>]) -> Option<usize> {
    let value = told.value.to_string();
    let text = &dated.document.text;
    let clause = fold(told.clause.hull(told.span).of(text));
    let papers = [
        "brief",
        "letter",
        "artikel",
        "article",
        "advies",
        "vraag",
        "vragen",
        "antwoord",
        "nota",
        "rapport",
        "besluit",
        "bericht",
        "mail",
        "memo",
        "report",
        "reactie",
        "schreef",
        "schrijft",
        "wrote",
        "geschreven",
        "written",
        "answer",
        "column",
        "interview",
        "uitzending",
        "verslag",
        "notulen",
        "vonnis",
        "uitspraak",
        "minutes",
        "toespraak",
        "speech",
        "vraaggesprek",
        "nieuwsbrief",
        "persbericht",
        "verklaring",
        "lezing",
        "statement",
        "lecture",
    ];
    let speaks = words(&clause).any(|word| papers.iter().any(|paper| word.of(&clause).ends_with(paper)));
    let judged = ["rechter", "rechtbank", "hof", "court", "judge"];
    let judges = words(&clause).any(|word| judged.iter().any(|court| word.of(&clause).ends_with(court)));
    if !speaks && !judges {
        return None;
    }
    // "vorige week, in een uitspraak"
    let deeds = [
        "bepaald",
        "bepaalde",
        "geoordeeld",
        "oordeelde",
        "beslist",
        "besliste",
        "schreef",
        "geschreven",
        "wrote",
        "ruled",
    ];
    let does = words(&clause).any(|word| deeds.contains(&word.of(&clause)));
    let week = does && told.relative && (1..7).contains(&event::width(&told.value));
    let holds = |entry: &Entry| {
        let (first, last) = told.value.bounds();
        week && entry.earliest == entry.latest && entry.earliest >= first && entry.latest <= last
    };
    entries.iter().position(|entry| {
        let EntryKind::Document { doc, .. } = entry.kind else { return false };
        doc != told.doc
            && (entry.edtf == value || entry.earliest.is_some() && holds(entry))
            && (speaks || is_ruling(dossier[doc.index()].document))
    })
}

/// A ruling names itself in its first lines.
fn is_ruling(document: &Document) -> bool {
    let head = fold(&document.text[..floor(&document.text, document.text.len().min(400))]);
    words(&head).any(|word| {
        matches!(
            word.of(&head),
            "vonnis" | "arrest" | "beschikking" | "uitspraak" | "judgment" | "judgement" | "ruling"
        )
    })
}
