//! Tellings that a date of their own heads.

use super::{
    deed::Clause,
    generic::is_generic,
    noun::names_happening,
    year::{deadline, is_since, is_year_wide, names_an_event},
    *,
};
use crate::{dates::document_date::log, text::sentences};

pub fn telling(doc: DocId, dated: &Dated<'_>, mention: &Mention) -> Option<Told> {
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
    let value = lasting(without_clock(value));
    // "gisteravond", "twee dagen later", where nothing says of when.
    let words_only = !mention.span.of(text).contains(|c: char| c.is_ascii_digit());
    let hangs = mention.kind == TimexKind::Duration || words_only && mention.anchor.is_some();
    if hangs && matches!(value, Edtf::OneOf(_)) && deadline(&value).is_none() && width(&value) > VAGUE_DAYS {
        return None;
    }
    let told_of = is_generic(text, mention, &value)
        || reference::is_reference(text, mention.span)
        || reference::is_reported(text, mention.span, &value);
    if is_unplaced(&value) || told_of || is_past_ahead(dated, mention, &value) {
        return None;
    }
    if let Some(Block { kind: BlockKind::Footnote { label }, .. }) = block {
        return noted(doc, dated, mention, value, label);
    }
    let around = clause::around(text, mention.span);
    if heads_line(text, mention.span) && !is_calendar(dated, mention) {
        return Some(told(doc, text, mention.span, around, value, mention));
    }
    if let Some(entry) = log_entry(dated, mention) {
        return Some(told(doc, text, mention.span, entry, value, mention));
    }
    if let Some(line) = labelled(text, around, mention.span) {
        return Some(told(doc, text, mention.span, line, value, mention));
    }
    let around = own_part(dated, mention, around);
    let said = Clause::of(text, around, mention.span);
    let in_prose = is_prose(block);
    let wide = is_year_wide(&value);
    let phrase = clause::noun_phrase(text, mention.span).filter(|phrase| {
        let names = !wide || names_happening(phrase.of(text)) || cites_paper(text, mention.span);
        names
            && !is_cut_off(text, *phrase)
            && (wide || !(in_prose && says_little(phrase.of(text), mention.span.of(text)) && said.has_verb()))
    });
    let clause = phrase.unwrap_or(around);
    if phrase.is_none() {
        let tells = said.has_verb()
            || said.is_done()
            || mention.kind == TimexKind::Duration
            || names_happening(around.of(text));
        let open =
            matches!(value, Edtf::Interval(_, End::Open) | Edtf::Interval(End::Open, _)) || deadline(&value).is_some();
        let coarse = width(&value) > 27 && (!open || is_since(text, mention.span));
        let told = in_prose && tells && said.says_something() && !is_asked(text, mention.span);
        // "moet zijn uitgegeven na 13 maart 2021": which ones count.
        let which = matches!(value, Edtf::Interval(_, End::Open))
            && said.has_pair(&["moet", "moeten", "must"], &["zijn", "be", "have"]);
        let awaited = which || said.is_condition() && !(open && said.is_duty());
        if !told
            || !open && said.is_habit()
            || said.is_figure(coarse)
            || is_stock_day(&value) && said.is_stock()
            || said.is_state()
            || awaited
        {
            return None;
        }
    }
    if wide && !names_an_event(dated, mention, &value, clause, &said) {
        return None;
    }
    if words(clause.of(text)).count() < words(mention.span.of(text)).count() + 2 {
        return None;
    }
    Some(told(doc, text, mention.span, clause, value, mention))
}

/// No year is known, of the whole or of an end.
fn is_unplaced(value: &Edtf) -> bool {
    let yearless = |date: &Date| date.hidden == 4 || date.year == 0;
    match value {
        Edtf::Interval(from, to) => [from, to].iter().any(|end| matches!(end, End::Date(date) if yearless(date))),
        Edtf::Date(date) if yearless(date) => true,
        _ => value.bounds() == (None, None),
    }
}

/// "In forty years she was never fined": told as past, and years ahead by its words.
fn is_past_ahead(dated: &Dated<'_>, mention: &Mention, value: &Edtf) -> bool {
    const AHEAD_DAYS: i32 = 400;
    let text = &dated.document.text;
    let words_only = !mention.span.of(text).contains(|c: char| c.is_ascii_digit());
    let now = dated.own.iter().filter_map(|own| own.sure_bounds().1).max();
    let ahead = now.zip(value.bounds().0).is_some_and(|(now, first)| first.0 - now.0 > AHEAD_DAYS);
    words_only && ahead && tense::side(text, mention.span) == Some(Side::Past)
}

/// "Volgende vergadering: 8 november 2023": the label tells it.
fn labelled(text: &str, clause: Span, date: Span) -> Option<Span> {
    let line = text[..clause.start()].rfind('\n').map_or(0, |at| at + 1);
    let label = text[line..clause.start()].trim_end();
    let from = label.rfind(". ").map_or(line, |at| line + at + 2);
    let alone = words(clause.of(text)).count() <= words(date.of(text)).count() + 2;
    let is_label = label.ends_with(':')
        && label.len() < MAX_LABEL_BYTES
        && names_happening(&text[from.min(clause.start())..clause.start()]);
    (alone && is_label).then(|| Span::new(from, clause.end()))
}

const MAX_LABEL_BYTES: usize = 60;

/// The first or the last of a month: a day on which things are counted.
fn is_stock_day(value: &Edtf) -> bool {
    let (Some(first), Some(last)) = value.bounds() else { return false };
    first == last && (first.ymd().2 == 1 || first.plus(1).ymd().2 == 1)
}

/// What a clause with other dates in it tells of this one.
fn own_part(dated: &Dated<'_>, mention: &Mention, clause: Span) -> Span {
    let text = &dated.document.text;
    let near = dated.mentions.partition_point(|other| other.span.start_byte < clause.start_byte);
    let dates = dated.mentions[near..].iter().take_while(|other| other.span.end_byte <= clause.end_byte);
    let dates = dates.filter(|other| matches!(other.kind, TimexKind::Date) && other.span != mention.span);
    let part = clause::apart(text, clause, mention.span, dates.map(|other| other.span));
    if part == clause || Clause::of(text, part, mention.span).has_verb() { part } else { clause }
}

/// What is only known to lie in a longer stretch, though told by the day, says nothing.
const VAGUE_DAYS: i32 = 150;

/// "2 augustus 2025: Vereisten voor nieuwe modellen": a line of a chronology.
fn heads_line(text: &str, span: Span) -> bool {
    let rest = text[span.end()..].trim_start_matches([' ', '*', '_']);
    let line = rest.lines().next().unwrap_or("");
    log::heads_entry(text, span)
        && line.starts_with([':', '–', '—'])
        && words(line).filter(|word| word.of(line).chars().filter(|c| c.is_alphabetic()).count() > 2).nth(1).is_some()
        && !line.chars().skip(1).any(|c| matches!(c, '|' | '–' | '—'))
}

/// "16 november: Vlaggendag": of every year, where none is told.
fn is_calendar(dated: &Dated<'_>, mention: &Mention) -> bool {
    dated.own.iter().any(|own| mention.anchor.as_ref() == Some(&own.edtf))
}

/// "17 september 1944. Zondag. Den geheelen ochtend vliegtuigen.": of a diary's entry the day and the first sentence that says
/// something.
fn log_entry(dated: &Dated<'_>, mention: &Mention) -> Option<Span> {
    const NEAR: usize = 12;
    let text = &dated.document.text;
    let heads = |mention: &&Mention| log::heads_entry(text, mention.span);
    if !heads(&mention) || !text[mention.span.end()..].starts_with('.') {
        return None;
    }
    let here = dated.mentions.partition_point(|other| other.span < mention.span);
    let near = &dated.mentions[here.saturating_sub(NEAR)..dated.mentions.len().min(here + NEAR)];
    if near.iter().filter(heads).count() < log::FEWEST {
        return None;
    }
    let entry = text[mention.span.end() + 1..].split("\n\n").next()?;
    let said = sentences(entry).into_iter().find(|sentence| words(sentence.of(entry)).nth(2).is_some())?;
    let end = mention.span.end() + 1 + said.end();
    let told = text[mention.span.start()..end].trim_end_matches('.');
    Some(Span::new(mention.span.start(), mention.span.start() + told.len()))
}

fn is_prose(block: Option<&Block>) -> bool {
    block.is_none_or(|block| {
        !matches!(
            block.kind,
            BlockKind::Title
                | BlockKind::Heading { .. }
                | BlockKind::Field { .. }
                | BlockKind::Caption
                | BlockKind::TableRow { .. }
        )
    })
}

/// "een nota van 19 juli 2016", "het antwoord van 3 mei": one noun that names nothing that happened.
fn says_little(phrase: &str, mention: &str) -> bool {
    let folded = fold(phrase);
    let before = words(&folded).count().saturating_sub(words(mention).count());
    let indefinite = ["een ", "a ", "an "].iter().any(|article| folded.starts_with(article));
    before <= 3 && (indefinite || !names_happening(phrase))
}

/// "… van de voorzitter van 3 mei": the noun that bears the date stands further ahead than the phrase reaches.
fn is_cut_off(text: &str, phrase: Span) -> bool {
    let before = fold(&text[floor(text, phrase.start().saturating_sub(8))..phrase.start()]);
    let inner = matches!(words(&before).last().map(|word| word.of(&before)), Some("van" | "of"));
    let aimed = fold(&text[floor(text, phrase.start().saturating_sub(20))..phrase.start()]).contains("aanleiding van");
    inner && !aimed && !names_happening(phrase.of(text))
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
    let own = |own: &OwnDate| {
        own.span == Some(mention.span)
            && own.basis == Basis::Stated
            && (own.earliest == own.latest || mention.earliest != mention.latest)
    };
    let same_day = dated.own.iter().any(|own| own.edtf == mention.value && own.basis != Basis::Bounded);
    let text = &dated.document.text;
    let line_start = text[..mention.span.start()].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[mention.span.end()..].find('\n').map_or(text.len(), |at| mention.span.end() + at);
    let beside =
        words(&text[line_start..mention.span.start()]).count() + words(&text[mention.span.end()..line_end]).count();
    let alone = beside <= 2;
    // "vandaag" is the document's day, not an event of its own.
    let today = mention.anchor.is_some() && same_day && !mention.span.of(text).contains(|c: char| c.is_ascii_digit());
    dated.own.iter().any(own) || (same_day && (alone || is_of_paper(text, mention.span))) || today
}

/// "Deze uitspraak is gedaan op 9 november 2023": the paper says so of itself.
fn is_of_paper(text: &str, span: Span) -> bool {
    const PAPERS: &[&str] = &[
        "uitspraak",
        "vonnis",
        "beschikking",
        "besluit",
        "akte",
        "brief",
        "verslag",
        "judgment",
        "decision",
        "order",
        "letter",
    ];
    let sentence = tense::sentence_around(text, span);
    let folded = fold(sentence.of(text));
    // "De raad, in vergadering bijeen op …"
    let before = fold(&text[sentence.start()..span.start().max(sentence.start())]);
    if before.trim_end().ends_with("vergadering bijeen op") {
        return true;
    }
    let all: Vec<&str> = words(&folded).map(|word| word.of(&folded)).take(4).collect();
    all.windows(2).any(|pair| matches!(pair[0], "deze" | "dit" | "this") && PAPERS.contains(&pair[1]))
}

/// A duration that dates something: behind it "na", "voor" and the words of an event, or "later", "eerder" in it.
fn leads_to_event(text: &str, mention: &Mention) -> bool {
    let said = fold(mention.span.of(text));
    let short = ["nog geen", "afgelopen", "de afgelopen", "komende", "de komende", "last", "past", "next"]
        .iter()
        .any(|words| said.starts_with(words));
    let since = fold(&text[floor(text, mention.span.start().saturating_sub(8))..mention.span.start()]);
    let open = mention.derived.as_ref().is_some_and(|derived| derived.contains('/'));
    !short && !open && !since.contains("sinds ") && !since.contains("since ")
}

/// The sentence that goes on behind the expression is a question.
fn is_asked(text: &str, span: Span) -> bool {
    const FAR: usize = 600;
    if !text[span.end()..ceil(text, (span.end() + FAR).min(text.len()))].contains('?') {
        return false;
    }
    let rest = &text[span.end()..tense::sentence_around(text, span).end().max(span.end())];
    rest.trim_end_matches(|c: char| c.is_whitespace() || "”’\"')*_".contains(c)).ends_with('?')
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
        "akte",
        "convenant",
        "overeenkomst",
        "contract",
        "notulen",
        "deed",
        "agreement",
        "charter",
        "minutes",
        "adviezen",
        "rapporten",
        "onderzoeken",
        "brieven",
        "verslagen",
        "moties",
        "contracten",
        "reports",
        "letters",
    ];
    let said = fold(phrase.of(text));
    words(&said).any(|word| PAPERS.iter().any(|paper| word.of(&said).ends_with(paper)))
}

/// What was announced for after a day stands on the timeline with an open end.
fn lasting(value: Edtf) -> Edtf {
    let Edtf::OneOf(members) = &value else { return value };
    match members.as_slice() {
        [Member::Stretch(Some(from), None)] => Edtf::Interval(End::Date(*from), End::Open),
        _ => value,
    }
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
