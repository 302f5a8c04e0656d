//! Events: clauses that a dated mention heads, and those that dated ones bound.
//!
//! An event is told in running text, by a verb or as a dated noun phrase ("de uitslag van 22 november"). Noise, labels, legal
//! citations, repetitions, deadlines without a deed and stretches of which nothing is told are none.

use super::{
    Basis, Dated, Day, Mention, TimexKind,
    clause::{self, Happening},
    edtf::{Date, Edtf, End, Field},
    expr::Side,
    say, tense,
};
use crate::text::{Block, BlockKind, DateRole, DocId, Document, InlineKind, Layer, Said, Span, fold, words};

/// One telling of an event, before tellings are joined.
#[derive(Clone, Debug)]
pub struct Told {
    pub doc: DocId,
    pub span: Span,
    pub clause: Span,
    pub value: Edtf,
    pub why: Said,
    /// What it is about, for joining.
    pub stems: Vec<String>,
    pub happening: Option<Happening>,
    /// The day was only given relative to the document: "woensdag".
    pub relative: bool,
    /// What its date was counted from, EDTF: never the same event.
    pub counted_from: Option<String>,
}

/// All tellings of one document, in order of the text.
pub fn tellings(doc: DocId, dated: &Dated<'_>, dossier: &[Dated<'_>]) -> Vec<Told> {
    let document = dated.document;
    let mut found: Vec<Told> = Vec::new();
    for mention in dated.mentions {
        found.extend(telling(doc, dated, mention));
    }
    for sentence in prose(document) {
        found.extend(reaction(doc, dated, sentence));
        found.extend(announced(doc, dated, sentence));
    }
    found.extend(foretold(doc, dated, dossier));
    found.sort_by_key(|told| (told.span, told.clause));
    found
}

// ---- dated

fn telling(doc: DocId, dated: &Dated<'_>, mention: &Mention) -> Option<Told> {
    let document = dated.document;
    let block = document.block_at(mention.span.start_byte).map(|index| &document.blocks[index]);
    if !tells(block) || is_own(dated, mention) {
        return None;
    }
    let text = &document.text;
    let value = match mention.kind {
        TimexKind::Date | TimexKind::Time => Edtf::parse(&mention.value)?,
        // "vier dagen na het opstappen"; what is not yet so long ago is told elsewhere.
        TimexKind::Duration => Edtf::parse(mention.derived.as_ref()?)?,
        TimexKind::Set => return None,
    };
    if mention.kind == TimexKind::Duration && !leads_to_event(text, mention) {
        return None;
    }
    let value = without_clock(value);
    if value.bounds() == (None, None) || is_generic(text, mention, &value) || is_citation(text, mention.span) {
        return None;
    }
    if let Some(Block { kind: BlockKind::Footnote { label }, .. }) = block {
        return noted(doc, dated, mention, value, label);
    }
    let phrase = clause::noun_phrase(text, mention.span);
    let in_prose = block.is_none_or(|block| {
        !matches!(
            block.kind,
            BlockKind::Title
                | BlockKind::Heading { .. }
                | BlockKind::Field { .. }
                | BlockKind::Caption
                | BlockKind::TableRow { .. }
        )
    });
    if phrase.is_none() && !(in_prose && has_verb(text, mention)) {
        return None;
    }
    if phrase.is_none() && is_asked(text, mention.span) {
        return None;
    }
    let clause = phrase.unwrap_or_else(|| clause::around(text, mention.span));
    if is_year_wide(&value) && !names_an_event(dated, mention, clause) {
        return None;
    }
    if words(clause.of(text)).count() < words(mention.span.of(text)).count() + 2 {
        return None;
    }
    Some(told(doc, text, mention.span, clause, value, mention))
}

fn told(doc: DocId, text: &str, span: Span, clause: Span, value: Edtf, mention: &Mention) -> Told {
    let sentence = tense::sentence_around(text, clause);
    let mut stems = clause::stems(clause.of(text));
    stems.extend(clause::stems(sentence.of(text)));
    stems.sort();
    stems.dedup();
    let happening = clause::happening(clause.of(text)).or_else(|| clause::happening(sentence.of(text)));
    let relative = words(span.of(text)).count() <= 2 && !span.of(text).contains(|c: char| c.is_ascii_digit());
    Told {
        doc,
        span,
        clause,
        value,
        why: mention.why.clone(),
        stems,
        happening,
        relative,
        counted_from: mention.anchor.clone(),
    }
}

/// Body and head and notes, but no label, pull quote or code.
fn tells(block: Option<&Block>) -> bool {
    block.is_none_or(|block| {
        !block.layer.is_noise()
            && !matches!(
                block.kind,
                BlockKind::Label
                    | BlockKind::PullQuote
                    | BlockKind::Preformatted
                    | BlockKind::Rule
                    | BlockKind::Caption
            )
    })
}

/// The date of the document itself: its head, a page header, a line of its own.
fn is_own(dated: &Dated<'_>, mention: &Mention) -> bool {
    let own = |own: &super::OwnDate| own.span == Some(mention.span) && own.basis == Basis::Stated;
    let same_day = dated.own.iter().any(|own| own.edtf == mention.value && own.basis != Basis::Bounded);
    let text = &dated.document.text;
    let line_start = text[..mention.span.start()].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[mention.span.end()..].find('\n').map_or(text.len(), |at| mention.span.end() + at);
    let beside =
        words(&text[line_start..mention.span.start()]).count() + words(&text[mention.span.end()..line_end]).count();
    let alone = beside <= 2;
    // "vandaag" is the document's day, not an event of its own.
    let today = mention.anchor.is_some() && same_day && !mention.span.of(text).contains(|c: char| c.is_ascii_digit());
    dated.own.iter().any(own) || (same_day && alone) || today
}

/// A duration that dates something: behind it "na", "voor" and the words of an event, or "later", "eerder" in it.
fn leads_to_event(text: &str, mention: &Mention) -> bool {
    let said = fold(mention.span.of(text));
    let short = ["nog geen", "afgelopen", "de afgelopen", "komende", "de komende", "last", "past", "next"]
        .iter()
        .any(|words| said.starts_with(words));
    let since = fold(&text[super::floor(text, mention.span.start().saturating_sub(8))..mention.span.start()]);
    let open = mention.derived.as_ref().is_some_and(|derived| derived.contains('/'));
    !short && !open && !since.contains("sinds ") && !since.contains("since ")
}

/// Times of which nothing is told: this year, the nineties, "in 2030" as a goal.
fn is_generic(text: &str, mention: &Mention, value: &Edtf) -> bool {
    let said = fold(mention.span.of(text));
    let this = [
        "dit ",
        "deze ",
        "this ",
        "het lopende",
        "komende",
        "de komende",
        "volgend",
        "next ",
        "coming",
        "heden",
        "vandaag",
        "today",
    ];
    let decade = value.as_date().is_some_and(|date| date.hidden > 0);
    let relative_unit = this.iter().any(|word| said.starts_with(word)) && !has_weekday(&said);
    decade || relative_unit
}

fn has_weekday(said: &str) -> bool {
    said.contains("dag") || said.contains("day")
}

/// "de Wet van 3 mei 2019", "Stb. 2020, 12": law, not story.
fn is_citation(text: &str, span: Span) -> bool {
    let before = fold(&text[super::floor(text, span.start().saturating_sub(60))..span.start()]);
    let mut back = before.split_whitespace().rev();
    let link = back.next().unwrap_or("");
    let noun = back.next().unwrap_or("");
    let laws = [
        "wet",
        "verordening",
        "richtlijn",
        "regeling",
        "beschikking",
        "arrest",
        "decreet",
        "act",
        "regulation",
        "directive",
        "koninklijk",
    ];
    // "koninklijk besluit van", "vraag nr. 530 van", "(Kamer, 2016-2017, nr. 100)"
    let decree =
        noun == "besluit" && matches!(back.next(), Some("koninklijk" | "ministerieel" | "royal" | "ministeriele"));
    let numbered = before.rsplit(['.', ';', '\n', '?']).take(2).any(|part| {
        let mut said = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
        said.any(|word| matches!(word, "nr" | "nrs" | "nummer"))
    });
    let behind = fold(&text[span.end()..super::ceil(text, (span.end() + 12).min(text.len()))]);
    let listed = behind.trim_start_matches([',', ' ']).starts_with("nr");
    let cited = decree
        || (numbered && matches!(link, "van" | "of"))
        || listed
        || matches!(link, "van" | "of") && laws.iter().any(|law| noun == *law || noun.ends_with("wet"));
    let after = fold(&text[span.end()..super::ceil(text, (span.end() + 24).min(text.len()))]);
    cited
        || after.trim_start_matches([',', ' ', '(']).starts_with("ecli")
        || before.trim_end().ends_with("stb.")
        || before.trim_end().ends_with("stcrt.")
}

/// The sentence that goes on behind the expression is a question.
fn is_asked(text: &str, span: Span) -> bool {
    let after = &text[span.end()..super::ceil(text, (span.end() + 400).min(text.len()))];
    after.find(['.', '?', '!', '\n']).is_some_and(|at| after[at..].starts_with('?'))
}

/// Known to the year, or to years.
fn is_year_wide(value: &Edtf) -> bool {
    let wide = |date: &Date| date.month == Field::Absent && !date.approximate;
    match value {
        Edtf::Date(date) => wide(date),
        Edtf::Interval(from, to) => [from, to].iter().any(|end| matches!(end, End::Date(date) if wide(date))),
        _ => false,
    }
}

/// A year alone dates figures as often as events: what it dates must be one, and no other year may stand beside it.
fn names_an_event(dated: &Dated<'_>, mention: &Mention, clause: Span) -> bool {
    let text = &dated.document.text;
    let sentence = tense::sentence_around(text, mention.span);
    let is_year = |other: &Mention| {
        other.kind == TimexKind::Date && Edtf::parse(&other.value).is_some_and(|value| is_year_wide(&value))
    };
    let near = dated.mentions.partition_point(|other| other.span.end_byte <= sentence.start_byte);
    let inside = dated.mentions[near..].iter().take_while(|other| other.span.start_byte < sentence.end_byte);
    let alone = inside.filter(|other| is_year(other)).count() < 2;
    let of_office = text[..mention.span.start()].ends_with('(') && text[mention.span.end()..].starts_with(')');
    alone && (of_office || clause::happening(clause.of(text)).is_some() || cites_paper(text, mention.span))
}

/// "het advies van de Raad van State uit 2020".
fn cites_paper(text: &str, span: Span) -> bool {
    let Some(phrase) = clause::noun_phrase(text, span) else { return false };
    const PAPERS: &[&str] = &[
        "advies",
        "rapport",
        "onderzoek",
        "brief",
        "nota",
        "verslag",
        "akkoord",
        "motie",
        "report",
        "letter",
        "study",
        "advice",
    ];
    let said = fold(phrase.of(text));
    words(&said).any(|word| PAPERS.iter().any(|paper| word.of(&said).ends_with(paper)))
}

/// Something is told: a finite verb, a date that hangs on its neighbours, or simply a full sentence.
fn has_verb(text: &str, mention: &Mention) -> bool {
    mention.kind == TimexKind::Duration
        || tense::side(text, mention.span).is_some()
        || words(tense::sentence_around(text, mention.span).of(text)).count() >= 9
}

fn without_clock(value: Edtf) -> Edtf {
    match value {
        Edtf::Date(date) => Edtf::Date(Date { clock: None, ..date }),
        other => other,
    }
}

/// A note that dates what the sentence with its sign tells as recent: "onlangs is het rapport ¹ verschenen".
fn noted(doc: DocId, dated: &Dated<'_>, mention: &Mention, value: Edtf, label: &str) -> Option<Told> {
    let document = dated.document;
    let text = &document.text;
    let refers = |kind: &InlineKind, span: Span| match kind {
        InlineKind::FootnoteRef { label: other } => other == label,
        InlineKind::Superscript => span.of(text).trim() == label,
        _ => false,
    };
    let sign = document.inlines.iter().find(|inline| refers(&inline.kind, inline.span))?;
    let sentence = tense::sentence_around(text, sign.span);
    let folded = fold(sentence.of(text));
    let recent = ["onlangs", "recent", "kortgeleden", "kort geleden", "eerder", "inmiddels", "recently", "lately"];
    let tied = folded.split(|c: char| !c.is_alphanumeric()).any(|word| recent.contains(&word))
        && tense::side(text, sign.span) == Some(Side::Past);
    if !tied {
        return None;
    }
    let clause = clause::around(text, sign.span);
    let mut told = told(doc, text, mention.span, clause, value, mention);
    told.why = Said::new("de datum staat in de voetnoot", "the date stands in the footnote");
    Some(told)
}

// ---- bounded

/// The sentences of a document's own running text, no questions.
fn prose(document: &Document) -> Vec<Span> {
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
fn told_by(own: &[super::OwnDate]) -> Option<Day> {
    let curated = own.iter().filter(|own| own.basis == Basis::Curated).filter_map(|own| own.latest).max();
    curated.or_else(|| own.iter().filter_map(|own| own.latest).max())
}

/// "Het bericht is een reactie op een brandbrief", of which the day is told near by: from that day until the document's.
fn reaction(doc: DocId, dated: &Dated<'_>, sentence: Span) -> Option<Told> {
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
fn announced(doc: DocId, dated: &Dated<'_>, sentence: Span) -> Option<Told> {
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
    Some(Told { doc, span, clause, value, why, stems, happening, relative: false, counted_from: None })
}

/// "een online presentatie die al twee weken ervoor was aangekondigd": the presentation has no date of its own. What the paragraph is
/// about bounds it from below, the document from above; the announcement comes as much before.
fn foretold(doc: DocId, dated: &Dated<'_>, dossier: &[Dated<'_>]) -> Vec<Told> {
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
    let answers = dossier
        .iter()
        .filter(|other| other.mentions.iter().any(|mention| mention.value == topic.value))
        .flat_map(|other| other.own.iter().filter(|own| own.role == DateRole::Answered).filter_map(|own| own.latest));
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
    let lower = text.to_lowercase();
    if lower.len() == text.len() { lower } else { text.to_ascii_lowercase() }
}

/// How precise a value is: days that it leaves open, many for open ends.
pub fn width(value: &Edtf) -> i32 {
    match value.bounds() {
        (Some(first), Some(last)) => last.0 - first.0,
        _ => i32::MAX,
    }
}

/// Whether something lasted: an interval, not one day in a stretch.
pub fn lasts(value: &Edtf) -> bool {
    matches!(value, Edtf::Interval(..))
        || value.as_date().is_some_and(|date| date.month == Field::Absent && date.hidden > 0)
}
