//! What people corrected.

use super::*;
use crate::dates::{Edtf, tense};

pub fn correct(events: &mut Vec<Entry>, dossier: &[Dated<'_>], overrides: &[EventOverride]) {
    for one in overrides {
        let Some(quote) = &one.quote else {
            events.extend(added(one, dossier));
            continue;
        };
        let Some(at) = find(events, dossier, one.doc, quote) else {
            events.extend(added(one, dossier));
            continue;
        };
        if one.hide {
            events.remove(at);
            continue;
        }
        let mut at = at;
        for other in &one.merge {
            let Some(other) = find(events, dossier, None, other).filter(|other| *other != at) else { continue };
            let merged = events.remove(other);
            at -= usize::from(other < at);
            events[at].sources.extend(merged.sources);
        }
        let entry = &mut events[at];
        if let Some(title) = &one.title {
            entry.title.clone_from(title);
            entry.curated = true;
        }
        if let Some(edtf) = &one.edtf
            && let Some(value) = Edtf::parse(edtf)
        {
            if *edtf != entry.edtf {
                entry.found = Some(std::mem::replace(&mut entry.edtf, edtf.clone()));
            }
            (entry.earliest, entry.latest) = value.bounds();
            entry.curated = true;
        }
    }
}

/// The event with a telling whose sentence holds the quote.
fn find(events: &[Entry], dossier: &[Dated<'_>], doc: Option<DocId>, quote: &str) -> Option<usize> {
    let wanted = plain(quote);
    let holds = |telling: &Telling| {
        let text = &dossier.get(telling.doc.index()).map_or("", |dated| dated.document.text.as_str());
        let sentence = tense::sentence_around(text, telling.clause);
        doc.is_none_or(|doc| doc == telling.doc)
            && (plain(telling.clause.of(text)).contains(&wanted) || plain(sentence.of(text)).contains(&wanted))
    };
    let clause = |telling: &Telling| {
        let text = &dossier.get(telling.doc.index()).map_or("", |dated| dated.document.text.as_str());
        doc.is_none_or(|doc| doc == telling.doc) && plain(telling.clause.of(text)).contains(&wanted)
    };
    events
        .iter()
        .position(|entry| entry.sources.iter().any(clause))
        .or_else(|| events.iter().position(|entry| entry.sources.iter().any(holds)))
}

fn plain(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A new event, where title and date are given.
fn added(one: &EventOverride, dossier: &[Dated<'_>]) -> Option<Entry> {
    let (title, edtf) = (one.title.clone()?, one.edtf.clone()?);
    let (earliest, latest) = Edtf::parse(&edtf)?.bounds();
    let sources = one.doc.zip(one.quote.as_ref()).and_then(|(doc, quote)| {
        let text = &dossier.get(doc.index())?.document.text;
        let at = text.find(quote.as_str())?;
        let span = Span::new(at, at + quote.len());
        Some(Telling {
            doc,
            span,
            clause: span,
            edtf: edtf.clone(),
            why: Said::new("opgegeven door wie het dossier samenstelde", "given by who made the dossier"),
        })
    });
    (!one.hide).then(|| Entry {
        title,
        edtf,
        found: None,
        earliest,
        latest,
        kind: EntryKind::Event,
        curated: true,
        sources: sources.into_iter().collect(),
        disagreeing: false,
    })
}
