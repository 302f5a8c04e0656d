//! Dates that a head or a foot states.

use super::{byline, *};

/// How far down a document its head may reach, where the reader told no header apart.
const HEAD_BYTES: usize = 3000;
/// A line that names a volume and its pages is not longer.
const LONGEST_SOURCE_BYTES: usize = 90;
/// How near its end a place and date may sign it.
const FOOT_BYTES: usize = 700;

/// The first date of each role; where no label, name or place gives one, the first that stands by itself, ends a headline,
/// or is a month among the lines above the text.
pub fn stated(document: &Document, timexes: &[Timex]) -> Vec<OwnDate> {
    let mut found: Vec<OwnDate> = Vec::new();
    let mut weaker: [Option<OwnDate>; 3] = Default::default();
    for timex in timexes {
        let further = is_message(document, timex.span);
        if !further && !is_head(document, timex.span) && !is_foot(document, timex.span) {
            continue;
        }
        let Some(day) = whole_day(timex).or_else(|| updated(document, timex)).or_else(|| of_issue(document, timex))
        else {
            let month = &mut weaker[2];
            if month.is_none() && is_head(document, timex.span) {
                let line = line_around(&document.text, timex.span);
                let volume = is_of_volume(&document.text, timex.span) && line.len() < LONGEST_SOURCE_BYTES;
                *month = coarse(document, timex).filter(|_| volume || byline::is_byline(document, timex.span));
            }
            continue;
        };
        let own = |role| own_date(role, day, timex.span);
        if further {
            found.push(own(DateRole::Written));
            continue;
        }
        let Some((rank, role)) = standing(document, timex.span) else { continue };
        match rank {
            Standing::Labelled | Standing::Signed if found.iter().any(|own| own.role == role) => {}
            Standing::Foot if !found.is_empty() || weaker[0].is_some() => {}
            Standing::Labelled | Standing::Signed | Standing::Foot => found.push(own(role)),
            Standing::Alone => _ = weaker[0].get_or_insert_with(|| own(role)),
            Standing::Headline => _ = weaker[1].get_or_insert_with(|| own(role)),
        }
    }
    if found.is_empty() {
        found.extend(weaker.into_iter().flatten().next());
    }
    found.sort_by_key(|own| own.span);
    found
}

/// How a date stands in its line, the surest first.
#[derive(Clone, Copy)]
enum Standing {
    /// "Datum: …", "Ingediend …", or "Vonnis van …".
    Labelled,
    /// "Den Haag, …", in the head.
    Signed,
    /// The same at the end.
    Foot,
    /// By itself, or parted by signs from its neighbours.
    Alone,
    /// At the end of the first lines.
    Headline,
}

fn standing(document: &Document, span: Span) -> Option<(Standing, DateRole)> {
    let text = &document.text;
    let line = line_around(text, span);
    let before = bare(&text[line.start()..span.start()]);
    let after = bare(&text[span.end()..line.end()]);
    // "Volgend overleg: 27 februari 2024" is no place.
    let labelled = text[line.start()..span.start()].trim_end().ends_with(':');
    let signed = after.is_empty() && !labelled && (is_place(&before) || is_done_at(&before));
    if !is_head(document, span) {
        return signed.then_some((Standing::Foot, DateRole::Written));
    }
    // "De raad, in vergadering bijeen op 18 oktober 1979, gehoord …": so a motion begins.
    let meets = ["vergadering bijeen op", "vergadering bijeen d.d", "bijeen in vergadering op"];
    if meets.iter().any(|words| before.ends_with(words)) {
        return Some((Standing::Labelled, DateRole::Written));
    }
    if byline::is_named_by(document, span) {
        return Some((Standing::Labelled, DateRole::Written));
    }
    let label = if before.is_empty() { label_above(text, line) } else { before.clone() };
    if let Some(role) = role_of(&label) {
        return Some((Standing::Labelled, role));
    }
    if byline::tells_subject(&before) {
        return None;
    }
    let alone = before.is_empty() && (after.is_empty() || is_time(&after)) && !is_listed(document, span);
    Some(if alone {
        (Standing::Alone, DateRole::Published)
    } else if signed {
        (Standing::Signed, DateRole::Written)
    } else if byline::is_byline(document, span) {
        (Standing::Alone, DateRole::Published)
    } else if after.is_empty() && is_headline(document, span, &before) {
        (Standing::Headline, DateRole::Written)
    } else {
        return None;
    })
}

fn own_date(role: DateRole, day: Day, span: Span) -> OwnDate {
    OwnDate {
        role,
        edtf: day.to_string(),
        earliest: Some(day),
        latest: Some(day),
        basis: Basis::Stated,
        span: Some(span),
        reasons: Vec::new(),
    }
}

/// A full date, unbounded and unqualified; a time of day may stand behind it.
pub fn whole_day(timex: &Timex) -> Option<Day> {
    let (Expr::Point(point, _) | Expr::Stamp(point, _) | Expr::Clocks { day: Some(point), .. }) = &timex.expr else {
        return None;
    };
    match point {
        Point::Calendar { year: Year::Known(year), month: Some(month), day: Some(day), .. } if is_plain(timex) => {
            Day::from_ymd(*year, u32::from(*month), u32::from(*day))
        }
        _ => None,
    }
}

/// "Bijgewerkt tot en met 11 juli 2022": a bound that is the day all the same.
fn updated(document: &Document, timex: &Timex) -> Option<Day> {
    let line = line_around(&document.text, timex.span);
    let label = bare(&document.text[line.start()..timex.span.start()]);
    let plain = Timex { bound: None, ..timex.clone() };
    label.starts_with("bijgewerkt tot").then(|| whole_day(&plain))?
}

/// "Jaargang 61, nummer 4 – 24 maart 2023": a number and a day, no stretch.
fn of_issue(document: &Document, timex: &Timex) -> Option<Day> {
    let Expr::Range(_, point) = &timex.expr else { return None };
    let line = line_around(&document.text, timex.span);
    let before = bare(&document.text[line.start()..timex.span.start()]);
    let numbered =
        matches!(before.rsplit(' ').next(), Some("nummer" | "nr" | "no" | "number" | "aflevering" | "issue"));
    let day = Timex { expr: Expr::Point(point.clone(), None), ..timex.clone() };
    numbered.then(|| whole_day(&day))?
}

/// The date line of a message in a thread: "Van: …" or "From: …" stands in one of the lines right above it.
fn is_message(document: &Document, span: Span) -> bool {
    const LINES_ABOVE: usize = 4;
    const NEAR_BYTES: usize = 400;
    let text = &document.text;
    let line = line_around(text, span);
    let label = bare(&text[line.start()..span.start()]);
    let mut words = label.split([':', ' ']);
    if !matches!(words.next(), Some("datum" | "date" | "verzonden" | "sent")) {
        return false;
    }
    let above = &text[floor(text, line.start().saturating_sub(NEAR_BYTES))..line.start()];
    let mut lines = above.lines().rev().filter(|line| !line.trim().is_empty()).take(LINES_ABOVE);
    lines.any(|line| {
        let line = fold(line.trim_start_matches(['>', ' ', '*', '|']));
        ["van:", "from:", "van\t", "from\t"].iter().any(|label| line.starts_with(label))
    })
}

/// A month, season or quarter with its year; the year of a volume ("Jaarboek 14 (1998), blz. 41").
fn coarse(document: &Document, timex: &Timex) -> Option<OwnDate> {
    let (year, part) = match &timex.expr {
        Expr::Point(Point::Calendar { year: Year::Known(year), month: None, day: None, .. }, None)
            if is_of_volume(&document.text, timex.span) =>
        {
            let value = Edtf::Date(Date::year(*year));
            let (earliest, latest) = value.bounds();
            let own = own_date(DateRole::Published, earliest?, timex.span);
            return is_plain(timex).then_some(OwnDate { edtf: value.to_string(), earliest, latest, ..own });
        }
        Expr::Point(Point::Calendar { year: Year::Known(year), month: Some(month), day: None, .. }, None) => {
            (year, month)
        }
        Expr::Point(Point::Coded { year: Year::Known(year), code }, None) => (year, code),
        _ => return None,
    };
    let edtf = format!("{year:04}-{part:02}");
    let (earliest, latest) = Edtf::parse(&edtf)?.bounds();
    let own = own_date(DateRole::Published, earliest?, timex.span);
    is_plain(timex).then_some(OwnDate { edtf, earliest, latest, ..own })
}

/// A number of a volume before it and a bracket around it.
fn is_of_volume(text: &str, span: Span) -> bool {
    let before = text[..span.start()].strip_suffix('(').map(str::trim_end);
    before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())) && text[span.end()..].starts_with(')')
}

fn is_plain(timex: &Timex) -> bool {
    timex.bound.is_none() && !timex.approximate && !timex.uncertain
}

fn is_foot(document: &Document, span: Span) -> bool {
    span.start() + FOOT_BYTES > document.text.len()
}

pub fn line_around(text: &str, span: Span) -> Span {
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
                "bijgewerkt",
                "laatst bijgewerkt",
                "bijgewerkt tot en met",
                "updated",
                "last updated",
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
                "ingeleverd",
                "handed in",
                "gehouden",
                "uitgesproken",
                "uitspraak",
                "opgemaakt",
                "uitspraakdatum",
                "zittingsdatum",
                "datum uitspraak",
                "datum zitting",
                "datum overleg",
                "date of meeting",
                "meeting date",
                "date of hearing",
            ],
        ),
    ];
    let label = label.trim_end_matches(" op").trim_end_matches(" on").trim_end_matches(':').trim();
    let last = label
        .rsplit(['\t', '|', '(', ';', '–', '—', '·', '•'])
        .next()
        .unwrap_or("")
        .trim()
        .trim_end_matches(':')
        .trim();
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
    // A heading in capitals may name all who wrote.
    let line = line_around(&document.text, span);
    let capitals = !document.text[line.start()..span.start()].contains(char::is_lowercase);
    let longest = if capitals { 80 } else { 20 };
    first && !last.is_empty() && !LEADS.contains(&last) && before.split_whitespace().count() <= longest
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

/// "Vastgesteld te Zuiderdiep op", "Aldus gedaan te Utrecht".
fn is_done_at(before: &str) -> bool {
    let mut words = before.split_whitespace().skip_while(|word| *word == "aldus");
    let done =
        ["vastgesteld", "gedaan", "gegeven", "opgemaakt", "ondertekend", "getekend", "besloten", "done", "signed"];
    words.next().is_some_and(|word| done.contains(&word)) && matches!(words.next(), Some("te" | "in" | "at"))
}

/// "10:15", "om 10.15 uur", "| 3 min leestijd": what may follow a date on its line.
fn is_time(after: &str) -> bool {
    after.len() < 24 && after.contains(|c: char| c.is_ascii_digit()) && !after.contains(char::is_alphabetic)
        || matches!(after, "update" | "nieuws" | "persbericht" | "artikel")
}
