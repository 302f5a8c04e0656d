//! Tellings without a date of their own, which dated ones bound: reactions, announcements, what was foretold.

use super::*;
use crate::text::lowered;

/// The sentences of a document's own running text, no questions.
pub fn prose(document: &Document) -> Vec<Span> {
    let told = document.blocks.iter().filter(|block| {
        matches!(block.layer, Layer::Body)
            && matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Answer { .. } | BlockKind::Quote
            )
    });
    told.flat_map(|block| {
        crate::text::sentences(block.span.of(&document.text))
            .into_iter()
            .map(|sentence| sentence.shift(block.span.start()))
    })
    .filter(|sentence| !sentence.of(&document.text).trim_end().ends_with('?'))
    .collect()
}

/// The last day on which the document can tell of something that happened.
fn told_by(own: &[OwnDate]) -> Option<Day> {
    let curated = own.iter().filter(|own| own.basis == Basis::Curated).filter_map(|own| own.sure_bounds().1).max();
    curated.or_else(|| own.iter().filter_map(|own| own.sure_bounds().1).max())
}

/// "Het bericht is een reactie op een brandbrief", of which the day is told near by: from that day until the document's.
pub fn reaction(doc: DocId, dated: &Dated<'_>, sentence: Span) -> Option<Told> {
    let text = &dated.document.text;
    let folded = fold_same(sentence.of(text));
    const LINKS: &[&str] = &[
        " is een reactie op ",
        " was een reactie op ",
        " is een antwoord op ",
        " was een antwoord op ",
        " is a response to ",
        " was a response to ",
        " is a reaction to ",
        " was a reaction to ",
    ];
    let (at, link) = LINKS.iter().find_map(|link| folded.find(link).map(|at| (at, *link)))?;
    let after = &folded[at + link.len()..];
    let noun = words(after)
        .map(|word| word.of(after))
        .find(|word| word.len() > 3 && !matches!(*word, "deze" | "this" | "that" | "haar" | "zijn"))?;
    let block = dated.document.block_at(sentence.start_byte).map(|index| dated.document.blocks[index].span)?;
    let later = Span { start_byte: sentence.start_byte, end_byte: block.end_byte };
    let dates = |mention: &&Mention| {
        let near = later.contains(mention.span) && matches!(mention.kind, TimexKind::Date);
        let around = tense::sentence_around(text, mention.span);
        let said = fold(&text[around.start()..mention.span.start()]);
        near && words(&said).any(|word| {
            let word = word.of(&said);
            word.len() > 3 && (noun.ends_with(word) || word.ends_with(noun))
        })
    };
    let mention = dated.mentions.iter().find(dates)?;
    let (first, last) = (mention.earliest?, told_by(dated.own));
    if last.is_some_and(|last| last < first) {
        return None;
    }
    let value = Edtf::within(Some(first), last);
    let subject = Span::new(sentence.start(), sentence.start() + at);
    let clause = clause_of(text, sentence);
    let since = say(&mention.value);
    let mut told = told(doc, text, subject, clause, value, mention);
    told.why = Said::new(
        format!("na {}, waarop het reageert, en voor wie het vertelt", since.nl),
        format!("after {}, to which it reacts, and before the document that tells it", since.en),
    );
    Some(told)
}

/// "Na de presentatie van het akkoord zal er opnieuw een bijeenkomst worden georganiseerd": after the document, open.
pub fn announced(doc: DocId, dated: &Dated<'_>, sentence: Span) -> Option<Told> {
    let text = &dated.document.text;
    let folded = fold_same(sentence.of(text));
    let auxiliary = words(&folded).find(|word| matches!(word.of(&folded), "zal" | "zullen" | "will" | "shall"))?;
    let clause = clause::around(text, auxiliary.shift(sentence.start()));
    let folded = fold_same(clause.of(text));
    let all: Vec<Span> = words(&folded).collect();
    let word = |at: usize| all[at].of(&folded);
    let has = |set: &[&str]| (0..all.len()).any(|at| set.contains(&word(at)));
    let doubtful = has(&[
        "niet",
        "geen",
        "nooit",
        "eventueel",
        "eventuele",
        "kunnen",
        "kan",
        "zou",
        "zouden",
        "mogelijk",
        "wellicht",
        "not",
        "never",
        "may",
        "might",
        "could",
        "would",
        "if",
        "indien",
        "mits",
        "no",
    ]);
    let auxiliary = (0..all.len()).find(|&at| matches!(word(at), "zal" | "zullen" | "will" | "shall"))?;
    let deed = has(&[
        "georganiseerd",
        "gehouden",
        "gepubliceerd",
        "gepresenteerd",
        "plaatsvinden",
        "verschijnen",
        "belegd",
        "gestart",
        "ingevoerd",
        "geopend",
        "aangeboden",
        "organised",
        "organized",
        "held",
        "published",
        "presented",
        "launched",
        "opened",
    ]) || (has(&["take"]) && has(&["place"]));
    let noun =
        (0..all.len()).filter(|&at| is_meeting(word(at))).min_by_key(|&at| (at < auxiliary, at.abs_diff(auxiliary)))?;
    let is_dated = dated.mentions.iter().any(|mention| clause.contains(mention.span) && mention.kind != TimexKind::Set);
    let conditional = matches!(word(0), "bij" | "als" | "when" | "if" | "indien" | "mocht");
    if doubtful || !deed || is_dated || conditional {
        return None;
    }
    let now = told_by(dated.own)?;
    let value = Edtf::Interval(End::Date(Date::day(now)), End::Open);
    let start = noun_phrase_start(&all, noun, &folded);
    let span = Span::new(clause.start() + all[start].start(), clause.start() + all[noun].end());
    let said = say(&Edtf::day(now).to_string());
    let why = Said::new(format!("aangekondigd op {}", said.nl), format!("announced on {}", said.en));
    let (stems, happening) = (clause::stems(clause.of(text)), clause::happening(clause.of(text)));
    let core = stems.clone();
    Some(Told {
        doc,
        span,
        clause,
        value,
        why,
        stems,
        core,
        slight: false,
        happening,
        relative: false,
        counted_from: None,
    })
}

/// "een online presentatie die al twee weken ervoor was aangekondigd": the presentation has no date of its own. What the paragraph is
/// about bounds it from below, the document from above; the announcement comes as much before.
pub fn foretold(doc: DocId, dated: &Dated<'_>, dossier: &[Dated<'_>]) -> Vec<Told> {
    let text = &dated.document.text;
    let mut found = Vec::new();
    for (index, mention) in dated.mentions.iter().enumerate() {
        let Some((subject, ahead)) = antecedent(text, mention) else { continue };
        let Some(topic) = dated.mentions[..index].iter().rev().find(|topic| {
            let between = text.get(topic.span.end()..mention.span.start()).unwrap_or("\n\n");
            topic.kind == TimexKind::Date
                && topic.earliest == topic.latest
                && topic.earliest.is_some()
                && !between.contains("\n\n")
        }) else {
            continue;
        };
        let (Some(first), Some(last)) = (topic.earliest, told_by(dated.own)) else { continue };
        let last = answered_before(dated, dossier, topic, last);
        let Some(days) = days_of(&mention.value).filter(|_| first <= last) else { continue };
        let sentence = tense::sentence_around(text, mention.span);
        let since = say(&topic.value);
        let why = Said::new(
            format!("na {}, waarover het gaat, en voor wie het vertelt", since.nl),
            format!("after {}, which it is about, and before the document that tells it", since.en),
        );
        let main = Span::new(sentence.start(), subject.end());
        let mut event = told(doc, text, subject, main, Edtf::within(Some(first), Some(last)), mention);
        event.why = why;
        event.stems = clause::stems(main.of(text));
        let shift = if ahead { -days } else { days };
        let value = Edtf::within(Some(first.plus(shift)), Some(last.plus(shift)));
        let mut notice =
            told(doc, text, mention.span, Span::new(subject.start(), clause_of(text, sentence).end()), value, mention);
        notice.stems = clause::stems(&text[mention.span.start()..sentence.end()]);
        let said = subject.of(text);
        notice.why = Said::new(format!("gerekend vanaf „{said}”"), format!("counted from “{said}”"));
        found.extend([event, notice]);
    }
    found
}

/// Whether a mention is one that [`foretold`] handles: its date hangs on a noun that has none.
pub fn is_foretold(text: &str, mention: &Mention) -> bool {
    antecedent(text, mention).is_some()
}

/// The noun phrase before "die … N dagen ervoor", and whether it looks back.
fn antecedent(text: &str, mention: &Mention) -> Option<(Span, bool)> {
    if mention.kind != TimexKind::Duration {
        return None;
    }
    let said = fold(mention.span.of(text));
    let earlier =
        ["ervoor", "eerder", "daarvoor", "tevoren", "earlier", "before"].iter().any(|word| said.ends_with(word));
    let later = ["later", "erna", "daarna"].iter().any(|word| said.ends_with(word));
    let sentence = tense::sentence_around(text, mention.span);
    let before = text.get(sentence.start()..mention.span.start())?;
    let all: Vec<Span> = words(before).collect();
    let relative =
        all.iter().rposition(|word| matches!(fold(word.of(before)).as_str(), "die" | "dat" | "which" | "that"))?;
    let near = all.len() - relative <= 3 && relative > 1;
    let noun = fold(all[relative.checked_sub(1)?].of(before));
    if !near || !(earlier || later) || !is_meeting(&noun) {
        return None;
    }
    let folded = fold_same(before);
    let start = noun_phrase_start(&all, relative - 1, &folded);
    Some((Span::new(sentence.start() + all[start].start(), sentence.start() + all[relative - 1].end()), earlier))
}

/// A document that reports on an answer tells what happened until that answer: the answer of the dossier's other document about the same
/// dated thing, where this one speaks of answers.
fn answered_before(dated: &Dated<'_>, dossier: &[Dated<'_>], topic: &Mention, last: Day) -> Day {
    let speaks = words(&dated.document.text).any(|word| {
        matches!(fold(word.of(&dated.document.text)).as_str(), "antwoord" | "antwoorden" | "answer" | "answers")
    });
    let answers =
        dossier.iter().filter(|other| other.mentions.iter().any(|mention| mention.value == topic.value)).flat_map(
            |other| other.own.iter().filter(|own| own.role == DateRole::Answered).filter_map(|own| own.sure_bounds().1),
        );
    if !speaks {
        return last;
    }
    answers.filter(|day| *day <= last && last.0 - day.0 < 60).max().unwrap_or(last)
}

fn days_of(period: &str) -> Option<i32> {
    let digits = period.strip_prefix('P')?;
    let (n, unit) = digits.split_at(digits.len().checked_sub(1)?);
    let n: i32 = n.parse().ok()?;
    match unit {
        "D" => Some(n),
        "W" => n.checked_mul(7),
        "M" => n.checked_mul(30),
        _ => None,
    }
}

fn is_meeting(word: &str) -> bool {
    [
        "presentatie",
        "bijeenkomst",
        "overleg",
        "vergadering",
        "workshop",
        "conferentie",
        "congres",
        "hoorzitting",
        "debat",
        "sessie",
        "briefing",
        "rapport",
        "onderzoek",
        "evaluatie",
        "enquete",
        "presentation",
        "meeting",
        "session",
        "conference",
        "hearing",
        "debate",
        "report",
        "evaluation",
        "survey",
        "cursus",
        "training",
        "campagne",
        "symposium",
        "bijeenkomsten",
        "presentaties",
        "publicatie",
    ]
    .iter()
    .any(|noun| word.ends_with(noun))
}

/// From the determiner before a noun, over its adjectives.
fn noun_phrase_start(all: &[Span], noun: usize, folded: &str) -> usize {
    let from = noun.saturating_sub(4);
    (from..noun)
        .rev()
        .find(|&at| matches!(all[at].of(folded), "een" | "de" | "het" | "the" | "a" | "an" | "deze" | "dit" | "nieuwe"))
        .unwrap_or(noun)
}

/// The sentence without its closing mark.
fn clause_of(text: &str, sentence: Span) -> Span {
    let said = sentence.of(text).trim_end_matches(['.', ' ', '\n', '’', '”', '"']);
    Span::new(sentence.start(), sentence.start() + said.len())
}

/// Lower case, byte for byte as long.
fn fold_same(text: &str) -> String {
    let lower = lowered(text);
    if lower.len() == text.len() { lower } else { text.to_ascii_lowercase() }
}
