//! A document's own dates: curated ones, those its head or foot states, else the interval that its text leaves open.
//!
//! Stated dates follow patterns of office paper: a label and a date ("Datum 18 juli 2023", "Ingediend …"), a place and a
//! date ("Den Haag, 15 november 2022"), a date on a line of its own. Where there are none, what the text tells as past bounds
//! it from below, what it tells as still to come, or as not yet a year ago, from above: each with its place as a reason.

use super::{
    Basis, Day, Mention, OwnDate, Reason, TimexKind,
    edtf::Edtf,
    expr::{Expr, Point, Side, Timex, Year},
    resolve::{self, Reference},
    say, tagger, tense,
};
use crate::text::{BlockKind, DateRole, Document, Layer, Said, Span, fold, words};

/// How far down a document its head may reach, where the reader told no header apart.
const HEAD_BYTES: usize = 3000;
/// How near its end a place and date may sign it.
const FOOT_BYTES: usize = 700;

pub fn own_dates(document: &Document) -> Vec<OwnDate> {
    let mut own: Vec<OwnDate> = document
        .meta
        .dates
        .iter()
        .map(|date| {
            let (earliest, latest) = Edtf::parse(&date.edtf).map_or((None, None), |edtf| edtf.bounds());
            let reasons = Vec::new();
            OwnDate {
                role: date.role,
                edtf: date.edtf.clone(),
                earliest,
                latest,
                basis: Basis::Curated,
                span: None,
                reasons,
            }
        })
        .collect();
    let timexes = tagger::tag(&document.text);
    let stated = stated(document, &timexes);
    if stated.is_empty() {
        own.extend(bounded(document, &timexes));
    } else {
        own.extend(stated);
    }
    own
}

/// The date that expressions at a place are counted from.
pub fn reference(document: &Document, own: &[OwnDate], at: Span) -> Option<Reference> {
    let block = document.block_at(at.start_byte).map(|index| &document.blocks[index].kind);
    let wanted = match block {
        Some(BlockKind::Question { .. }) => Some(DateRole::Asked),
        Some(BlockKind::Answer { .. }) => Some(DateRole::Answered),
        _ => None,
    };
    let rank = |own: &&OwnDate| {
        let role = match own.role {
            role if Some(role) == wanted => 0,
            DateRole::Written => 1,
            DateRole::Published => 2,
            DateRole::Answered => 3,
            DateRole::Received => 4,
            DateRole::Asked => 5,
        };
        (own.basis != Basis::Curated && wanted.is_none_or(|wanted| own.role != wanted), role)
    };
    let date = own.iter().filter(|own| own.earliest.is_some() || own.latest.is_some()).min_by_key(rank)?;
    let first = date.earliest.or(date.latest)?;
    let last = date.latest.unwrap_or(first);
    let name = match (date.basis, date.role) {
        (Basis::Bounded, _) => {
            Said::new("wanneer het document geschreven moet zijn", "when the document must have been written")
        }
        (_, DateRole::Written) => Said::new("de dagtekening", "the date of the document"),
        (_, DateRole::Published) => Said::new("de datum van publicatie", "the date of publication"),
        (_, DateRole::Asked) => Said::new("de datum van indiening", "the date of asking"),
        (_, DateRole::Answered) => Said::new("de datum van beantwoording", "the date of the answer"),
        (_, DateRole::Received) => Said::new("de datum van ontvangst", "the date of receipt"),
    };
    Some(Reference { edtf: date.edtf.clone(), first, last: last.max(first), name })
}

// ---- stated

/// The first date of each role.
fn stated(document: &Document, timexes: &[Timex]) -> Vec<OwnDate> {
    let text = &document.text;
    let mut found: Vec<OwnDate> = Vec::new();
    let mut loose: Option<OwnDate> = None;
    let mut headline: Option<OwnDate> = None;
    for timex in timexes {
        let Some(day) = whole_day(timex) else { continue };
        let line = line_around(text, timex.span);
        let before = bare(&text[line.start()..timex.span.start()]);
        let after = bare(&text[timex.span.end()..line.end()]);
        let in_head = is_head(document, timex.span);
        let own = |role| OwnDate {
            role,
            edtf: day.to_string(),
            earliest: Some(day),
            latest: Some(day),
            basis: Basis::Stated,
            span: Some(timex.span),
            reasons: Vec::new(),
        };
        let label = if before.is_empty() { label_above(text, line) } else { before.clone() };
        if in_head {
            if let Some(role) = role_of(&label) {
                if !found.iter().any(|own| own.role == role) {
                    found.push(own(role));
                }
                continue;
            }
            let alone = after.is_empty() || is_time(&after);
            if alone && before.is_empty() && loose.is_none() && !is_listed(document, timex.span) {
                loose = Some(own(DateRole::Published));
                continue;
            }
        }
        if in_head && headline.is_none() && after.is_empty() && is_headline(document, timex.span, &before) {
            headline = Some(own(DateRole::Written));
        }
        let at_foot = timex.span.start() + FOOT_BYTES > text.len();
        if (in_head || (at_foot && found.is_empty() && loose.is_none()))
            && after.is_empty()
            && is_place(&before)
            && !found.iter().any(|own| own.role == DateRole::Written)
        {
            found.push(own(DateRole::Written));
        }
    }
    if found.is_empty() {
        found.extend(loose.or(headline));
    }
    found.sort_by_key(|own| own.span);
    found
}

/// A full date, unbounded and unqualified.
fn whole_day(timex: &Timex) -> Option<Day> {
    match &timex.expr {
        Expr::Point(Point::Calendar { year: Year::Known(year), month: Some(month), day: Some(day), .. }, _)
            if timex.bound.is_none() && !timex.approximate && !timex.uncertain =>
        {
            Day::from_ymd(*year, u32::from(*month), u32::from(*day))
        }
        _ => None,
    }
}

fn line_around(text: &str, span: Span) -> Span {
    let start = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end()..].find('\n').map_or(text.len(), |at| span.end() + at);
    Span::new(start, end)
}

/// The line above, where it is short and in the same paragraph.
fn label_above(text: &str, line: Span) -> String {
    let above = text[..line.start()].trim_end_matches(['\n', ' ', '\r']);
    let start = above.rfind('\n').map_or(0, |at| at + 1);
    let label = bare(&above[start..]);
    if label.len() < 40 && line.start() - above.len() < 6 { label } else { String::new() }
}

/// Folded, without markup and punctuation at its ends.
fn bare(text: &str) -> String {
    fold(text).trim_matches(|c: char| !c.is_alphanumeric() && c != '\'').to_owned()
}

fn is_head(document: &Document, span: Span) -> bool {
    let block = document.block_at(span.start_byte).map(|index| &document.blocks[index]);
    match block {
        Some(block) if block.layer == Layer::Header || matches!(block.kind, BlockKind::Field { .. }) => true,
        Some(block) if block.layer.is_noise() || block.layer == Layer::Footnote => false,
        _ => span.start() < HEAD_BYTES,
    }
}

/// An item of an enumeration or a cell of a table: one of many dates.
fn is_listed(document: &Document, span: Span) -> bool {
    let block = document.block_at(span.start_byte).map(|index| &document.blocks[index].kind);
    matches!(block, Some(BlockKind::ListItem { .. } | BlockKind::TableRow { .. }))
}

/// What a label in front of a date makes of it.
fn role_of(label: &str) -> Option<DateRole> {
    const ROLES: &[(DateRole, &[&str])] = &[
        (
            DateRole::Asked,
            &[
                "ingediend",
                "ingezonden",
                "gevraagd",
                "vraag ingediend",
                "datum indiening",
                "datum ingediend",
                "datum vraag",
                "asked",
                "submitted",
                "depotdatum",
                "date asked",
                "indiendatum",
            ],
        ),
        (
            DateRole::Answered,
            &[
                "beantwoord",
                "antwoord",
                "answered",
                "datum antwoord",
                "datum beantwoording",
                "date answered",
                "antwoord ontvangen",
                "reply",
            ],
        ),
        (
            DateRole::Received,
            &["ontvangen", "received", "binnengekomen", "ingekomen", "datum ontvangst", "date received"],
        ),
        (
            DateRole::Published,
            &[
                "gepubliceerd",
                "publicatiedatum",
                "datum publicatie",
                "published",
                "geplaatst",
                "posted",
                "publication date",
                "date published",
                "verschenen",
                "laatst gewijzigd",
                "online sinds",
                "uitgegeven",
                "release date",
            ],
        ),
        (
            DateRole::Written,
            &[
                "datum",
                "date",
                "dagtekening",
                "datum brief",
                "verzonden",
                "verzenddatum",
                "sent",
                "dd",
                "d.d",
                "opgesteld",
                "vergaderdatum",
                "datum vergadering",
                "vastgesteld",
                "besluitdatum",
                "datum besluit",
                "gedagtekend",
                "dated",
                "onze datum",
                "briefdatum",
                "getekend",
                "gegeven te",
                "written",
            ],
        ),
    ];
    let label = label.trim_end_matches(" op").trim_end_matches(" on").trim_end_matches(':').trim();
    let last = label.rsplit(['\t', '|', '(', ';']).next().unwrap_or("").trim().trim_end_matches(':').trim();
    ROLES.iter().find(|(_, words)| words.contains(&label) || words.contains(&last)).map(|(role, _)| match role {
        // "Antwoord van minister X (ontvangen 3 juni 2021)"
        DateRole::Received if label.contains("antwoord") => DateRole::Answered,
        role => *role,
    })
}

/// Words that lead to a date in running text.
const LEADS: &[&str] = &[
    "op",
    "in",
    "van",
    "vanaf",
    "sinds",
    "tot",
    "voor",
    "na",
    "the",
    "on",
    "per",
    "en",
    "is",
    "was",
    "by",
    "at",
    "of",
    "d.d",
    "from",
    "with",
    "met",
    "uit",
    "om",
    "since",
    "until",
    "before",
    "after",
    "and",
    "tussen",
    "between",
    "de",
    "het",
    "uiterlijk",
    "t/m",
    "dan",
];

/// The first line or two of the text, and the date ends it behind a name: "Notulen raad 5 juli 2021".
fn is_headline(document: &Document, span: Span, before: &str) -> bool {
    let block = document.block_at(span.start_byte).unwrap_or(0);
    let first =
        document.blocks.iter().take(block).filter(|block| !block.layer.is_noise() && !block.span.is_empty()).count()
            < 2;
    let last = before.rsplit([' ', ',']).find(|word| !word.is_empty()).unwrap_or("");
    first && !last.is_empty() && !LEADS.contains(&last) && before.split_whitespace().count() <= 20
}

/// "Den Haag", "'s-Gravenhage": up to four words, and no verb or number among them.
fn is_place(before: &str) -> bool {
    let words: Vec<&str> = before.split_whitespace().collect();
    let known = matches!(before, "aldus vastgesteld te" | "gedaan te" | "gegeven te");
    !words.is_empty()
        && words.len() <= 4
        && !known
        && before.len() < 40
        && !before.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '/' | ';' | '!' | '?'))
        && !words.iter().any(|word| LEADS.contains(&word.trim_end_matches(',')))
}

/// "10:15", "om 10.15 uur", "| 3 min leestijd": what may follow a date on its line.
fn is_time(after: &str) -> bool {
    after.len() < 24 && after.contains(|c: char| c.is_ascii_digit()) && !after.contains(char::is_alphabetic)
        || matches!(after, "update" | "nieuws" | "persbericht" | "artikel")
}

// ---- bounded

/// What other dates leave open.
fn bounded(document: &Document, timexes: &[Timex]) -> Option<OwnDate> {
    let text = &document.text;
    let told: Vec<&Timex> =
        timexes.iter().filter(|timex| !document.layer_at(timex.span.start_byte).is_noise()).collect();
    let unplaced = resolve::resolve(text, timexes, |_| None);
    let value = |span: Span| unplaced.iter().find(|mention| mention.span == span);
    let finer = told.iter().any(|timex| {
        matches!(timex.expr, Expr::Point(Point::Calendar { year: Year::Known(_), month: Some(_), .. }, _))
    });
    let mut lower: Option<(Day, Reason)> = None;
    let mut uppers: Vec<(Day, Reason)> = Vec::new();
    for timex in &told {
        let Some(mention) = value(timex.span) else { continue };
        uppers.extend(not_yet(text, timex, mention, &told));
        let Some((side, first, last)) = whole(text, timex, mention) else { continue };
        match side {
            // A bare number is too weak a ground where a day or month is told.
            Side::Past if mention.value.len() == 4 && finer => {}
            Side::Past => raise(&mut lower, first, timex.span, mention),
            Side::Future => {
                let said = say(&mention.value);
                let said = Said::new(format!("{} moet nog komen", said.nl), format!("{} is still to come", said.en));
                uppers.push((last, Reason { span: Some(timex.span), said }));
            }
        }
    }
    // Where words contradict each other, what is told as past is the safer ground, and so is what most dates say.
    let known = lower.as_ref().map(|(day, _)| *day);
    let days: Vec<Day> = told.iter().filter_map(|timex| whole_day(timex)).collect();
    let stands =
        |upper: Day| known.is_none_or(|known| upper >= known) && days.iter().filter(|day| **day > upper).count() < 2;
    let upper = uppers.into_iter().filter(|(day, _)| stands(*day)).min_by_key(|(day, _)| *day);
    refine(text, timexes, &told, &mut lower, upper.as_ref().map(|(day, _)| *day));
    let (earliest, latest) = (lower.as_ref().map(|(day, _)| *day), upper.as_ref().map(|(day, _)| *day));
    if earliest.is_none() && latest.is_none() {
        return None;
    }
    let reasons: Vec<Reason> = [lower, upper].into_iter().flatten().map(|(_, reason)| reason).collect();
    let edtf = Edtf::within(earliest, latest).to_string();
    let span = reasons.first().and_then(|reason| reason.span);
    Some(OwnDate { role: DateRole::Written, edtf, earliest, latest, basis: Basis::Bounded, span, reasons })
}

/// A date with its own year, and on which side of the document it surely lies: told as past and not as a plan, or announced in
/// so many words.
fn whole(text: &str, timex: &Timex, mention: &Mention) -> Option<(Side, Day, Day)> {
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
    let said = |set: &[&str]| words(&sentence).any(|word| set.contains(&word.of(&sentence)));
    let side = match timex.side {
        Some(side) => side,
        None if cites(text, timex.span) => Side::Past,
        None => tense::side(text, timex.span)?,
    };
    match side {
        Side::Past if said(PLANS) => None,
        Side::Future if timex.side.is_none() && (!said(ANNOUNCES) || asked || hangs_on_noun(text, timex.span)) => None,
        side => Some((side, first, last)),
    }
}

/// Words by which a date told in the past may still lie ahead.
const PLANS: &[&str] = &[
    "beloofd",
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
const ANNOUNCES: &[&str] = &[
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

/// "de wet van", "the meeting of": the date belongs to a thing, not to the verb.
fn hangs_on_noun(text: &str, span: Span) -> bool {
    let before = text[super::floor(text, span.start().saturating_sub(8))..span.start()].trim_end();
    ["van", "of", "uit", "d.d.", "dd."].iter().any(|word| before.ends_with(word))
}

/// "de brief van 3 mei 2019", "het besluit van": what is cited with its date is there.
fn cites(text: &str, span: Span) -> bool {
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
    ];
    let before = fold(&text[super::floor(text, span.start().saturating_sub(40))..span.start()]);
    let mut back = before.split_whitespace().rev();
    let links = matches!(back.next(), Some("van" | "of" | "d.d." | "dd."));
    links && back.next().is_some_and(|noun| PAPERS.iter().any(|paper| noun.ends_with(paper)))
}

fn raise(lower: &mut Option<(Day, Reason)>, day: Day, span: Span, mention: &Mention) {
    if lower.as_ref().is_none_or(|(known, _)| day > *known) {
        let said = say(&mention.value);
        let said = Said::new(format!("{} is voorbij", said.nl), format!("{} is past", said.en));
        *lower = Some((day, Reason { span: Some(span), said }));
    }
}

/// "nog geen jaar na de workshop" of a known day: the document is not older than that. Where a weekday ahead is told in the same
/// sentence, that day is not either.
fn not_yet(text: &str, timex: &Timex, mention: &Mention, told: &[&Timex]) -> Option<(Day, Reason)> {
    let words = fold(timex.span.of(text));
    if !(words.starts_with("nog geen") || words.starts_with("less than") || words.starts_with("bijna")) {
        return None;
    }
    let Expr::Length(amount, _) = timex.expr else { return None };
    let anchor = Edtf::parse(mention.anchor.as_ref()?)?.bounds().1?;
    let end = match amount.steps()? {
        super::expr::Steps::Days(days) => anchor.plus(days),
        super::expr::Steps::Months(months) => anchor.plus_months(months)?,
    };
    let mut last = end.plus(-1);
    let sentence = tense::sentence_around(text, timex.span);
    for other in told.iter().filter(|other| sentence.contains(other.span)) {
        if let Expr::Point(Point::Weekday { weekday, way: None, weeks: None }, _) = other.expr
            && tense::side(text, other.span) != Some(Side::Past)
        {
            let back = (last.weekday() as i32 - i32::from(weekday)).rem_euclid(7);
            last = last.plus(-back);
        }
    }
    let (what, since) = (timex.span.of(text), say(mention.anchor.as_ref()?));
    let said = Said::new(format!("„{what}” na {}", since.nl), format!("“{what}” after {}", since.en));
    Some((last, Reason { span: Some(timex.span), said }))
}

/// Dates without a year, read as the last before the upper bound, may raise the lower one.
fn refine(text: &str, timexes: &[Timex], told: &[&Timex], lower: &mut Option<(Day, Reason)>, upper: Option<Day>) {
    let Some(reference) = upper.or_else(|| lower.as_ref().map(|(day, _)| *day)) else { return };
    let placed = resolve::resolve(text, timexes, |_| Some(Reference::day(reference)));
    for timex in told {
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
        let Some(mention) = placed.iter().find(|mention| mention.span == timex.span) else { continue };
        // Without an upper bound the year is only known where a neighbour gave it.
        let sure = upper.is_some() || mention.why.nl.contains("volgt op");
        if let (true, Some(day)) = (sure, mention.earliest.filter(|day| upper.is_none_or(|upper| *day <= upper))) {
            // What is answered or reacted to was there the day before.
            let answered = reacts(text, timex.span);
            let before = lower.as_ref().map(|(day, _)| *day);
            raise(lower, day.plus(i32::from(answered)), timex.span, mention);
            if answered && lower.as_ref().map(|(day, _)| *day) != before {
                let said = say(&mention.value);
                let said = Said::new(
                    format!("wat van {} is, is al beantwoord", said.nl),
                    format!("what is of {} has been answered", said.en),
                );
                *lower = lower.take().map(|(day, reason)| (day, Reason { said, ..reason }));
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
