//! Tellings that a date of their own heads.

use super::*;

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
    let told_of =
        is_generic(text, mention, &value) || is_citation(text, mention.span) || is_reported(text, mention.span, &value);
    if value.bounds() == (None, None) || told_of {
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
    let own = |own: &OwnDate| own.span == Some(mention.span) && own.basis == Basis::Stated;
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
    let since = fold(&text[floor(text, mention.span.start().saturating_sub(8))..mention.span.start()]);
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
    // "van maandag tot en met vrijdag" is every week.
    let hours = has_weekday(&said)
        && matches!(value, Edtf::Interval(End::Date(_), End::Date(_)))
        && !said.contains(|c: char| c.is_ascii_digit());
    decade || relative_unit || hours
}

fn has_weekday(said: &str) -> bool {
    said.contains("dag") || said.contains("day")
}

/// "de cijfers van 1 januari 2011 tot 31 december 2016", "voor de periode 2013-2015": what figures cover.
fn is_reported(text: &str, span: Span, value: &Edtf) -> bool {
    const FIGURES: &[&str] =
        &["cijfers", "gegevens", "statistieken", "aantallen", "overzicht", "figures", "data", "statistics"];
    let before = fold(&text[floor(text, span.start().saturating_sub(60))..span.start()]);
    let before = before.rsplit(['.', ';', '\n', '?', ':']).next().unwrap_or("");
    let asked = words(before).any(|word| FIGURES.contains(&word.of(before)));
    let period = words(before).last().is_some_and(|word| matches!(word.of(before), "periode" | "period"));
    matches!(value, Edtf::Interval(End::Date(_), End::Date(_))) && (asked || period)
}

/// "de Wet van 3 mei 2019", "Stb. 2020, 12": law, not story.
fn is_citation(text: &str, span: Span) -> bool {
    let before = fold(&text[floor(text, span.start().saturating_sub(60))..span.start()]);
    let mut back = before.split_whitespace().rev();
    let link = back.next().unwrap_or("");
    // "richtlijn 2011/16/EU van"
    let number = |word: &&str| word.contains('/') && word.contains(|c: char| c.is_ascii_digit());
    let noun = back.find(|word| !number(word)).unwrap_or("");
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
        "staatsblad",
        "publicatieblad",
        "staatscourant",
        "datum",
        "date",
    ];
    // "koninklijk besluit van", "vraag nr. 530 van", "(Kamer, 2016-2017, nr. 100)"
    let decree =
        noun == "besluit" && matches!(back.next(), Some("koninklijk" | "ministerieel" | "royal" | "ministeriele"));
    let numbered = before.rsplit(['.', ';', '\n', '?']).take(2).any(|part| {
        let mut said = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
        said.any(|word| matches!(word, "nr" | "nrs" | "nummer"))
    });
    // "de vraag van volksvertegenwoordiger X van 15 april 2016"
    let asked = ["volksvertegenwoordiger", "kamerlid", "senator"].iter().any(|asker| before.contains(asker));
    // "Ik verwijs naar mijn antwoord van"
    let sentence = before.rsplit(['.', ';', '\n', '?', '!']).next().unwrap_or("");
    let referred = ["verwijs naar", "verwijzen naar", "verwezen naar", "refer to", "referred to"]
        .iter()
        .any(|words| sentence.contains(words));
    let behind = fold(&text[span.end()..ceil(text, (span.end() + 12).min(text.len()))]);
    let listed = behind.trim_start_matches([',', ' ']).starts_with("nr");
    let cited = decree
        || referred
        || (numbered && matches!(link, "van" | "of"))
        || (asked && matches!(link, "van" | "of"))
        || listed
        || matches!(link, "van" | "of")
            && laws.iter().any(|law| noun == *law || noun.ends_with("wet") || noun.ends_with("wetten"));
    let after = fold(&text[span.end()..ceil(text, (span.end() + 24).min(text.len()))]);
    cited
        || after.trim_start_matches([',', ' ', '(']).starts_with("ecli")
        || before.trim_end().ends_with("stb.")
        || before.trim_end().ends_with("stcrt.")
}

/// The sentence that goes on behind the expression is a question.
fn is_asked(text: &str, span: Span) -> bool {
    let after = &text[span.end()..ceil(text, (span.end() + 400).min(text.len()))];
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

/// What was announced for before or after a day stands on the timeline with an open end.
fn lasting(value: Edtf) -> Edtf {
    let Edtf::OneOf(members) = &value else { return value };
    match members.as_slice() {
        [Member::Stretch(Some(from), None)] => Edtf::Interval(End::Date(*from), End::Open),
        [Member::Stretch(None, Some(to))] => Edtf::Interval(End::Open, End::Date(*to)),
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
