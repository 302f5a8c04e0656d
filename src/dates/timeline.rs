//! The timeline: every own date of every document, and every event once, however many documents tell it.

use super::{
    Basis, Dated, Entry, EntryKind, EventOverride, OwnDate, Telling,
    clause::{self, Happening},
    edtf::Edtf,
    event::{self, Told},
};
use crate::text::{BlockKind, DateRole, DocId, Document, Inline, InlineKind, Said, Span, fold, words};

/// Cost: tellings are compared within the stretches of time in which they may meet.
pub fn timeline(dossier: &[Dated<'_>], overrides: &[EventOverride]) -> Vec<Entry> {
    let mut entries = documents(dossier);
    let mut told: Vec<Told> = Vec::new();
    for (index, dated) in dossier.iter().enumerate() {
        let doc = DocId(u32::try_from(index).expect("a dossier holds fewer than 4 G documents"));
        for one in event::tellings(doc, dated, dossier) {
            match letter_of(&one, dated, &entries) {
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

// ---- documents

fn documents(dossier: &[Dated<'_>]) -> Vec<Entry> {
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
        return super::tense::sentence_around(text, span);
    }
    let line = &text[start..end];
    let from = start + (line.len() - line.trim_start().len());
    Span::new(from.min(span.start()), (start + line.trim_end().len()).max(span.end()))
}

/// The document entry that a telling is really about: "de brief is van 15 november".
fn letter_of(told: &Told, dated: &Dated<'_>, entries: &[Entry]) -> Option<usize> {
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
    ];
    let speaks = words(&clause).any(|word| papers.iter().any(|paper| word.of(&clause).ends_with(paper)));
    entries.iter().position(|entry| {
        let of_other = matches!(entry.kind, EntryKind::Document { doc, .. } if doc != told.doc);
        speaks && of_other && entry.edtf == value
    })
}

// ---- events

fn telling(told: &Told) -> Telling {
    Telling { doc: told.doc, span: told.span, clause: told.clause, edtf: told.value.to_string(), why: told.why.clone() }
}

/// Groups of tellings of one event, each in order: the most precise first.
fn join(mut told: Vec<Told>, dossier: &[Dated<'_>]) -> Vec<Vec<Told>> {
    told.retain(|one| {
        let text = &dossier[one.doc.index()].document.text;
        // A duration that hangs on an undated noun is told with that noun.
        let mentions = dossier[one.doc.index()].mentions;
        let at = mentions.binary_search_by_key(&one.span, |mention| mention.span);
        let handled = at.is_ok_and(|at| event::is_foretold(text, &mentions[at]));
        !handled || one.clause.start_byte < one.span.start_byte && one.why.nl.starts_with("gerekend vanaf „")
    });
    told.sort_by_key(|one| (event::width(&one.value), one.doc, one.span));
    let mut groups: Vec<Vec<Told>> = Vec::new();
    // The days that each group's tellings allow: most pairs are told apart by these alone.
    let mut hulls: Vec<(i32, i32)> = Vec::new();
    for one in told {
        let (first, last) = reach(&one.value);
        let home = (0..groups.len()).find(|&at| {
            hulls[at].0 <= last
                && first <= hulls[at].1
                && groups[at].iter().any(|other| is_same(&one, other))
                && agrees(&one, &groups[at])
        });
        match home {
            Some(at) => {
                hulls[at] = (hulls[at].0.min(first), hulls[at].1.max(last));
                groups[at].push(one);
            }
            None => {
                hulls.push((first, last));
                groups.push(vec![one]);
            }
        }
    }
    groups
}

/// The days within which another telling of the same event may be dated; half of [`NEAR`] on either side.
fn reach(value: &Edtf) -> (i32, i32) {
    let (first, last) = value.bounds();
    let half = NEAR / 2 + 1;
    (first.map_or(i32::MIN, |day| day.0 - half), last.map_or(i32::MAX, |day| day.0 + half))
}

/// Days that sources which tell of one event may disagree by.
const NEAR: i32 = 31;

fn agrees(one: &Told, group: &[Told]) -> bool {
    let best = &group[0];
    let elsewhere = group.iter().all(|other| other.doc != one.doc);
    overlaps(&one.value, &best.value) || (elsewhere && likeness(one, best) >= 0.6)
}

/// Whether two tellings are of one event: their dates can be the same, and so can what they tell.
fn is_same(a: &Told, b: &Told) -> bool {
    let from = |one: &Told, other: &Told| one.counted_from.as_deref() == Some(other.value.to_string().as_str());
    let overlapping = overlaps(&a.value, &b.value);
    if !(overlapping
        || a.doc != b.doc && a.happening.is_some() && a.happening == b.happening && are_near(&a.value, &b.value))
    {
        return false;
    }
    if event::lasts(&a.value) != event::lasts(&b.value)
        || (from(a, b) && a.value != b.value)
        || (from(b, a) && a.value != b.value)
    {
        return false;
    }
    let likeness = likeness(a, b);
    if !overlapping {
        // Told alike, dated otherwise: the sources disagree.
        return likeness >= 0.6;
    }
    // Told word for word: a question put to several ministers.
    if a.value == b.value && likeness >= 0.9 && shared(a, b) >= 4 {
        return true;
    }
    let same_day = event::width(&a.value) == 0 && a.value == b.value;
    let same_kind = a.happening.is_some() && a.happening == b.happening;
    let shared = shared(a, b);
    if same_day {
        return shared >= 2
            || likeness >= 0.2
            || (a.doc == b.doc && a.relative && b.relative)
            || (same_kind && shared >= 1);
    }
    let vague = event::width(&a.value).max(event::width(&b.value));
    if a.doc == b.doc && a.relative && b.relative && a.value == b.value {
        return true;
    }
    if a.doc != b.doc && a.value == b.value && shared >= 4 {
        return true;
    }
    // A coarse date holds many events: both must tell the same sort of thing about the same.
    if vague > 40 { same_kind && shared >= 4 } else { (same_kind && shared >= 1) || shared >= 5 }
}

fn overlaps(a: &Edtf, b: &Edtf) -> bool {
    let ((a1, a2), (b1, b2)) = (a.bounds(), b.bounds());
    let starts =
        |first: Option<super::Day>, last: Option<super::Day>| first.zip(last).is_none_or(|(first, last)| first <= last);
    starts(a1, b2) && starts(b1, a2)
}

fn are_near(a: &Edtf, b: &Edtf) -> bool {
    let day = |edtf: &Edtf| edtf.bounds().0;
    day(a).zip(day(b)).is_some_and(|(a, b)| (a.0 - b.0).abs() <= NEAR)
}

/// Stems in common, also where one begins with the other ("kamer", "kamerorganisatie").
fn shared(a: &Told, b: &Told) -> usize {
    let meets = |one: &String, other: &String| {
        one == other
            || (one.len().min(other.len()) >= 5 && (one.starts_with(other.as_str()) || other.starts_with(one.as_str())))
    };
    a.stems.iter().filter(|one| b.stems.iter().any(|other| meets(one, other))).count()
}

fn likeness(a: &Told, b: &Told) -> f64 {
    let least = a.stems.len().min(b.stems.len()).max(1);
    shared(a, b) as f64 / least as f64
}

/// Sentences of other documents that tell the same without a date are tellings too: same sort of thing, same names.
fn mention_again(groups: &mut [Vec<Told>], dossier: &[Dated<'_>]) {
    for (index, dated) in dossier.iter().enumerate() {
        let doc = DocId(index as u32);
        let written = dated.own.iter().filter_map(|own| own.latest).max();
        for block in dated.document.blocks.iter().filter(|block| {
            !block.layer.is_noise() && matches!(block.kind, BlockKind::Paragraph | BlockKind::Answer { .. })
        }) {
            for sentence in crate::text::sentences(block.span.of(&dated.document.text)) {
                let sentence = sentence.shift(block.span.start());
                if dated.mentions.iter().any(|mention| sentence.overlaps(mention.span)) {
                    continue;
                }
                let said = sentence.of(&dated.document.text);
                let Some(happening) =
                    clause::happening(said).filter(|kind| matches!(kind, Happening::Leaving | Happening::Coming))
                else {
                    continue;
                };
                let stems = clause::stems(said);
                let names = clause::names(said);
                // The cheap grounds first: few groups are left whose names are looked at.
                let fits = |group: &Vec<Told>| {
                    let first = &group[0];
                    if first.happening != Some(happening) {
                        return false;
                    }
                    let past = first.value.bounds().0.zip(written).is_some_and(|(day, written)| day <= written);
                    let alike = || stems.iter().filter(|stem| first.stems.binary_search(stem).is_ok()).count() >= 5;
                    if !past || !alike() || group.iter().any(|told| told.doc == doc) {
                        return false;
                    }
                    let text = &dossier[first.doc.index()].document.text;
                    let named = clause::names(super::tense::sentence_around(text, first.clause).of(text));
                    names.iter().filter(|name| named.binary_search(name).is_ok()).count() >= 2
                };
                let Some(group) = groups.iter_mut().find(|group| fits(group)) else { continue };
                let value = Edtf::within(None, written);
                let why = Said::new("zonder datum; het vertelt hetzelfde", "without a date; it tells the same");
                let clause = clause::around(&dated.document.text, sentence);
                group.push(Told {
                    doc,
                    span: sentence,
                    clause,
                    value,
                    why,
                    stems,
                    happening: Some(happening),
                    relative: false,
                    counted_from: None,
                });
            }
        }
    }
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

// ---- what people corrected

fn correct(events: &mut Vec<Entry>, dossier: &[Dated<'_>], overrides: &[EventOverride]) {
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
        let sentence = super::tense::sentence_around(text, telling.clause);
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
