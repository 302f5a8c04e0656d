//! What the verbs around a date bound a text by: told as past, announced, answered, "nog geen jaar na".

use super::{
    bounded::{Bound, Evidence, in_prose},
    *,
};

/// What is told as past, the latest of it, and what is still to come, the first of it.
pub fn bounds(evidence: &Evidence<'_>) -> (Option<Bound>, Option<Bound>) {
    let document = evidence.document;
    let text = &document.text;
    let finer = evidence.told().any(|(timex, _)| {
        matches!(timex.expr, Expr::Point(Point::Calendar { year: Year::Known(_), month: Some(_), .. }, _))
    });
    let mut lower: Option<Bound> = None;
    let mut uppers: Vec<Bound> = Vec::new();
    for (timex, mention) in evidence.told() {
        uppers.extend(not_yet(text, timex, mention, evidence));
        let Some((side, first, last)) = whole(document, timex, mention) else { continue };
        // A bare number is too weak a ground where a day or month is told.
        if mention.value.len() == 4 && finer {
            continue;
        }
        match side {
            Side::Past => raise(&mut lower, first, timex.span, mention),
            Side::Future => {
                let said = say(&mention.value);
                let said = Said::new(format!("{} moet nog komen", said.nl), format!("{} is still to come", said.en));
                uppers.push(Bound::sure(last, Reason { span: Some(timex.span), said }));
            }
        }
    }
    // Where words contradict each other, what is told as past is the safer ground, and so is what most dates say.
    let known = lower.as_ref().and_then(Bound::first);
    let starts: Vec<Day> = evidence.told().filter_map(|(_, mention)| mention.earliest).collect();
    let stands =
        |upper: Day| known.is_none_or(|known| upper >= known) && starts.iter().filter(|day| **day > upper).count() < 2;
    let upper = uppers.into_iter().filter(|bound| bound.last().is_some_and(stands)).min_by_key(Bound::last);
    refine(evidence, &mut lower, upper.as_ref().and_then(Bound::last));
    (lower, upper)
}

/// A date with its own year, and on which side of the document it surely lies: told as past and not as a plan, or announced in
/// so many words.
fn whole(document: &Document, timex: &Timex, mention: &Mention) -> Option<(Side, Day, Day)> {
    let text = &document.text;
    let dated = matches!(timex.expr, Expr::Point(..))
        && mention.kind == TimexKind::Date
        && mention.anchor.is_none()
        && timex.bound.is_none();
    let (first, last) = (mention.earliest?, mention.latest?);
    if !dated {
        return None;
    }
    let sentence = fold(tense::sentence_around(text, timex.span).of(text));
    let asked = sentence.trim_end().ends_with('?');
    let depends = asked && is_of_reader(&sentence) || ["als", "indien", "mocht", "if"].contains(&first_word(&sentence));
    let said = |set: &[&str]| words(&sentence).any(|word| set.contains(&word.of(&sentence)));
    let clause = fold(clause_around(text, timex.span));
    let announced = words(&clause).any(|word| ANNOUNCES.contains(&word.of(&clause)));
    let side = match timex.side {
        Some(side) => side,
        None if cites(text, timex.span) => Side::Past,
        None if in_prose(document, timex.span) => tense::side(text, timex.span)?,
        None => tense::sure_side(text, timex.span)?,
    };
    match side {
        Side::Past if (depends || said(PLANS)) && !cites(text, timex.span) => None,
        Side::Future if timex.side.is_none() && (!announced || asked || hangs_on_noun(text, timex.span)) => None,
        side => Some((side, first, last)),
    }
}

fn first_word(sentence: &str) -> &str {
    words(sentence).next().map_or("", |word| word.of(sentence))
}

/// "Heeft u de pas op 4 maart 2026 nog niet gekregen?": a case, of whoever reads it.
fn is_of_reader(sentence: &str) -> bool {
    let mut all = words(sentence).map(|word| word.of(sentence));
    let verb = matches!(all.next(), Some("bent" | "heeft" | "hebt" | "ben" | "heb" | "are" | "have" | "did"));
    verb && matches!(all.next(), Some("u" | "je" | "you"))
}

/// Words by which a date told in the past may still lie ahead.
pub const PLANS: &[&str] = &[
    "beloofd",
    "eindigen",
    "eindigt",
    "expected",
    "gepland",
    "geldig",
    "planned",
    "planning",
    "scheduled",
    "should",
    "streefdatum",
    "uiterlijk",
    "verlengd",
    "verwacht",
    "voorzien",
    "would",
    "zal",
    "zou",
    "zouden",
    "zullen",
];

/// Words without which a sentence in the present does not announce.
pub const ANNOUNCES: &[&str] = &[
    "aanstaande",
    "expected",
    "gepland",
    "komende",
    "planned",
    "scheduled",
    "shall",
    "verwacht",
    "voorzien",
    "will",
    "zal",
    "zullen",
];

/// The stretch of its sentence between commas and other marks: "op 20 januari 2017 publiceerden, zal …" announces nothing.
fn clause_around(text: &str, span: Span) -> &str {
    let sentence = tense::sentence_around(text, span);
    let start = text[sentence.start()..span.start()]
        .rfind([',', ';', ':', '"'])
        .map_or(sentence.start(), |at| sentence.start() + at + 1);
    let behind = &text[span.end()..sentence.end()];
    // "werd geopend op 16 maart en zal op termijn …"
    let turns = [" en zal", " en zullen", " and will", " and shall"].iter().filter_map(|turn| behind.find(turn)).min();
    let end = behind.find([',', ';', ':', '"']).into_iter().chain(turns).min().unwrap_or(behind.len());
    &text[start..span.end() + end]
}

/// "de wet van", "the meeting of": the date belongs to a thing, not to the verb.
fn hangs_on_noun(text: &str, span: Span) -> bool {
    let before = text[floor(text, span.start().saturating_sub(12))..span.start()].trim_end();
    // "in de loop van 2017" is when, not whose.
    !before.ends_with("loop van") && ["van", "of", "uit", "d.d.", "dd."].iter().any(|word| before.ends_with(word))
}

/// "de brief van 3 mei 2019", "het besluit van": what is cited with its date is there.
pub fn cites(text: &str, span: Span) -> bool {
    const PAPERS: &[&str] = &[
        "wet",
        "besluit",
        "brief",
        "advies",
        "uitspraak",
        "arrest",
        "verordening",
        "richtlijn",
        "vonnis",
        "rapport",
        "nota",
        "akkoord",
        "omzendbrief",
        "act",
        "letter",
        "report",
        "ruling",
        "regulation",
        "directive",
        "decision",
        "antwoord",
        "mail",
        "vraag",
        "vragen",
        "motie",
        "question",
    ];
    let before = fold(&text[floor(text, span.start().saturating_sub(40))..span.start()]);
    let mut back = before.split_whitespace().rev();
    let links = matches!(back.next(), Some("van" | "of" | "d.d." | "dd."));
    // "vraag nr. 206 van"
    let mut back = back
        .skip_while(|word| matches!(*word, "nr" | "nr." | "nummer") || word.bytes().all(|byte| byte.is_ascii_digit()));
    links && back.next().is_some_and(|noun| PAPERS.iter().any(|paper| noun.ends_with(paper)))
}

fn raise(lower: &mut Option<Bound>, day: Day, span: Span, mention: &Mention) {
    if lower.as_ref().and_then(Bound::first).is_none_or(|known| day > known) {
        let said = say(&mention.value);
        let said = Said::new(format!("{} is voorbij", said.nl), format!("{} is past", said.en));
        *lower = Some(Bound::sure(day, Reason { span: Some(span), said }));
    }
}

/// "nog geen jaar na de workshop" of a known day: the document is not older than that. Where a weekday ahead is told in the same
/// sentence, that day is not either.
fn not_yet(text: &str, timex: &Timex, mention: &Mention, evidence: &Evidence<'_>) -> Option<Bound> {
    let words = fold(timex.span.of(text));
    if !(words.starts_with("nog geen") || words.starts_with("less than") || words.starts_with("bijna")) {
        return None;
    }
    let Expr::Length(amount, _) = timex.expr else { return None };
    let anchor = Edtf::parse(mention.anchor.as_ref()?)?.bounds().1?;
    let end = match amount.steps()? {
        Steps::Days(days) => anchor.plus(days),
        Steps::Months(months) => anchor.plus_months(months)?,
    };
    let mut last = end.plus(-1);
    let sentence = tense::sentence_around(text, timex.span);
    for (other, _) in evidence.told().filter(|(other, _)| sentence.contains(other.span)) {
        if let Expr::Point(Point::Weekday { weekday, way: None, weeks: None }, _) = other.expr
            && tense::side(text, other.span) != Some(Side::Past)
        {
            let back = (last.weekday() as i32 - i32::from(weekday)).rem_euclid(7);
            last = last.plus(-back);
        }
    }
    let (what, since) = (timex.span.of(text), say(mention.anchor.as_ref()?));
    let said = Said::new(format!("„{what}” na {}", since.nl), format!("“{what}” after {}", since.en));
    Some(Bound::sure(last, Reason { span: Some(timex.span), said }))
}

/// Dates without a year, read as the last before the upper bound, may raise the lower one.
fn refine(evidence: &Evidence<'_>, lower: &mut Option<Bound>, upper: Option<Day>) {
    let Some(reference) = upper.or_else(|| lower.as_ref().and_then(Bound::first)) else { return };
    let text = &evidence.document.text;
    let placed = resolve::resolve(text, evidence.timexes, |_| Some(Reference::day(reference)));
    for (timex, _) in evidence.told() {
        let yearless = matches!(
            timex.expr,
            Expr::Point(Point::Calendar { year: Year::Absent, month: Some(_), day: Some(_), .. }, _)
        );
        if !yearless
            || timex.bound.is_some()
            || timex.side == Some(Side::Future)
            || tense::side(text, timex.span) == Some(Side::Future)
        {
            continue;
        }
        let Ok(at) = placed.binary_search_by_key(&timex.span, |mention| mention.span) else { continue };
        let mention = &placed[at];
        // The year is only known where less than one lies between the bounds, or a neighbour gave it.
        let within_year =
            upper.zip(lower.as_ref().and_then(Bound::first)).is_some_and(|(last, first)| last.0 - first.0 < 366);
        let sure = within_year || mention.why.nl.contains("volgt op");
        if let (true, Some(day)) = (sure, mention.earliest.filter(|day| upper.is_none_or(|upper| *day <= upper))) {
            // What is answered or reacted to was there the day before.
            let answered = reacts(text, timex.span);
            let before = lower.as_ref().and_then(Bound::first);
            raise(lower, day.plus(i32::from(answered)), timex.span, mention);
            if answered && lower.as_ref().and_then(Bound::first) != before {
                let said = say(&mention.value);
                let said = Said::new(
                    format!("wat van {} is, is al beantwoord", said.nl),
                    format!("what is of {} has been answered", said.en),
                );
                *lower = lower.take().map(|bound| Bound { reason: Reason { said, ..bound.reason }, ..bound });
            }
        }
    }
}

/// The paragraph speaks of a reaction or an answer to what is dated.
fn reacts(text: &str, span: Span) -> bool {
    let start = text[..span.start()].rfind("\n\n").map_or(0, |at| at + 2);
    let folded = fold(&text[start..span.start()]);
    ["reactie op", "antwoord op", "naar aanleiding van", "response to", "reply to", "reaction to", "in answer to"]
        .iter()
        .any(|words| folded.contains(words))
}
