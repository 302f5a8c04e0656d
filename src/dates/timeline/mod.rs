//! The timeline: every own date of every document, and every event once, however many documents tell it.

mod again;
mod correct;
mod join;
mod papers;
mod same;

use super::{
    Basis, Dated, Entry, EntryKind, EventOverride, OwnDate, Telling, clause,
    event::{self, Told},
};
use crate::text::{DateRole, DocId, Document, Inline, InlineKind, Said, Span, fold, words};
use again::mention_again;
use correct::correct;
use join::join;
use papers::{documents, letter_of};
use same::overlaps;

/// Cost: tellings are compared within the stretches of time in which they may meet.
pub fn timeline(dossier: &[Dated<'_>], overrides: &[EventOverride]) -> Vec<Entry> {
    let mut entries = documents(dossier);
    let mut told: Vec<Told> = Vec::new();
    for (index, dated) in dossier.iter().enumerate() {
        let doc = DocId(u32::try_from(index).expect("a dossier holds fewer than 4 G documents"));
        for one in event::tellings(doc, dated, dossier) {
            match letter_of(&one, dated, &entries, dossier) {
                Some(entry) => entries[entry].sources.push(telling(&one)),
                None => told.push(one),
            }
        }
    }
    let mut groups = join(told, dossier);
    mention_again(&mut groups, dossier);
    let mut events: Vec<Entry> = groups.iter().map(|group| entry(group, dossier)).collect();
    correct(&mut events, dossier, overrides);
    entries.extend(events);
    entries.sort_by(|a, b| {
        let key =
            |entry: &Entry| (entry.earliest, entry.latest, matches!(entry.kind, EntryKind::Event), entry.title.clone());
        key(a).cmp(&key(b))
    });
    entries
}
fn telling(told: &Told) -> Telling {
    Telling { doc: told.doc, span: told.span, clause: told.clause, edtf: told.value.to_string(), why: told.why.clone() }
}
fn entry(group: &[Told], dossier: &[Dated<'_>]) -> Entry {
    let best = &group[0];
    let document = dossier[best.doc.index()].document;
    let (earliest, latest) = best.value.bounds();
    let disagreeing = group.iter().any(|one| !overlaps(&one.value, &best.value));
    let mut sources: Vec<Telling> = group.iter().map(telling).collect();
    sources.dedup_by(|a, b| a.doc == b.doc && a.span == b.span);
    Entry {
        title: without_signs(document, best.clause),
        edtf: best.value.to_string(),
        found: None,
        earliest,
        latest,
        kind: EntryKind::Event,
        curated: false,
        sources,
        disagreeing,
    }
}

/// The clause in one line, without the signs of footnotes.
fn without_signs(document: &Document, clause: Span) -> String {
    let mut said = String::with_capacity(clause.len());
    let mut at = clause.start();
    let is_sign = |inline: &&Inline| {
        let digits = || inline.span.of(&document.text).trim().bytes().all(|b| b.is_ascii_digit());
        let raised = matches!(inline.kind, InlineKind::FootnoteRef { .. })
            || (inline.kind == InlineKind::Superscript && digits());
        raised && clause.contains(inline.span)
    };
    for sign in document.inlines.iter().filter(is_sign) {
        if sign.span.start() >= at {
            said.push_str(&document.text[at..sign.span.start()]);
            at = sign.span.end();
        }
    }
    said.push_str(&document.text[at..clause.end().max(at)]);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
