//! Dates that a head or a foot states.

use super::*;

/// How far down a document its head may reach, where the reader told no header apart.
const HEAD_BYTES: usize = 3000;
/// How near its end a place and date may sign it.
const FOOT_BYTES: usize = 700;

/// The first date of each role.
pub fn stated(document: &Document, timexes: &[Timex]) -> Vec<OwnDate> {
    let text = &document.text;
    let mut found: Vec<OwnDate> = Vec::new();
    let mut loose: Option<OwnDate> = None;
    let mut headline: Option<OwnDate> = None;
    let mut imprint: Option<OwnDate> = None;
    for timex in timexes {
        let line = line_around(text, timex.span);
        let before = bare(&text[line.start()..timex.span.start()]);
        let after = bare(&text[timex.span.end()..line.end()]);
        let in_head = is_head(document, timex.span);
        let own = |role, value: &Edtf| OwnDate {
            role,
            edtf: value.to_string(),
            earliest: value.bounds().0,
            latest: value.bounds().1,
            basis: Basis::Stated,
            span: Some(timex.span),
            reasons: Vec::new(),
        };
        let Some(day) = whole_day(timex).map(Edtf::day) else {
            let issue = month_or_season(timex).filter(|_| {
                in_head
                    && imprint.is_none()
                    && is_imprint(document, timex.span, &text[line.start()..timex.span.start()], &after)
            });
            imprint = imprint.or(issue.map(|value| own(DateRole::Published, &value)));
            continue;
        };
        let label = if before.is_empty() { label_above(text, line) } else { before.clone() };
        if in_head {
            if let Some(role) = role_of(&label) {
                if !found.iter().any(|own| own.role == role) {
                    found.push(own(role, &day));
                }
                continue;
            }
            let alone = after.is_empty() || is_time(&after);
            if alone && before.is_empty() && loose.is_none() && !is_listed(document, timex.span) {
                loose = Some(own(DateRole::Published, &day));
                continue;
            }
        }
        let ends = after.is_empty() || is_time(&after);
        if in_head && headline.is_none() && ends && is_headline(document, timex.span, &before) {
            headline = Some(own(DateRole::Written, &day));
        }
        let at_foot = timex.span.start() + FOOT_BYTES > text.len();
        if (in_head || (at_foot && found.is_empty() && loose.is_none()))
            && after.is_empty()
            && is_place(&before)
            && !found.iter().any(|own| own.role == DateRole::Written)
        {
            found.push(own(DateRole::Written, &day));
        }
    }
    if found.is_empty() {
        found.extend(loose.or(headline).or(imprint));
    }
    found.sort_by_key(|own| own.span);
    found
}

/// A full date, unbounded and unqualified, with or without hours.
fn whole_day(timex: &Timex) -> Option<Day> {
    let point = match &timex.expr {
        Expr::Point(point, _) | Expr::Clocks { day: Some(point), .. } => point,
        _ => return None,
    };
    match point {
        Point::Calendar { year: Year::Known(year), month: Some(month), day: Some(day), .. } if is_plain(timex) => {
            Day::from_ymd(*year, u32::from(*month), u32::from(*day))
        }
        _ => None,
    }
}

/// "december 2023", "herfst 1998", as an issue of a paper bears it.
fn month_or_season(timex: &Timex) -> Option<Edtf> {
    let (year, part) = match &timex.expr {
        Expr::Point(
            Point::Calendar { year: Year::Known(year), month: Some(month), day: None, weekday: None },
            None,
        ) => (*year, *month),
        Expr::Point(Point::Coded { year: Year::Known(year), code }, None) => (*year, *code),
        _ => return None,
    };
    Edtf::parse(&format!("{year:04}-{part:02}")).filter(|_| is_plain(timex))
}

fn is_plain(timex: &Timex) -> bool {
    timex.bound.is_none() && !timex.approximate && !timex.uncertain
}

/// A line near the top, no title, that a month and year ends behind a comma, a dash or in brackets: "Het Blad, nummer 4 – mei 2020".
fn is_imprint(document: &Document, span: Span, before: &str, after: &str) -> bool {
    let block = document.block_at(span.start_byte).unwrap_or(0);
    let titled = matches!(document.blocks.get(block).map(|block| &block.kind), Some(BlockKind::Title));
    let set_off = before.trim_end().ends_with([',', '–', '—', '-', '|', '·', '/']) || bare(before).is_empty();
    let bracketed = before.contains('(') && before.trim_end().ends_with(',');
    after.is_empty() && !titled && (set_off || bracketed) && n_before(document, block) < 3 && before.len() < 120
}

/// Blocks above that are no noise.
fn n_before(document: &Document, block: usize) -> usize {
    document.blocks.iter().take(block).filter(|block| !block.layer.is_noise() && !block.span.is_empty()).count()
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
    // "Geplaatst door Jan Vos (redactie) op"
    let by = label.split_once(' ').filter(|(_, rest)| rest.starts_with("door") || rest.starts_with("by "));
    let by = by.map_or("", |(first, _)| first);
    ROLES.iter().find(|(_, words)| words.contains(&label) || words.contains(&last) || words.contains(&by)).map(
        |(role, _)| match role {
            // "Antwoord van minister X (ontvangen 3 juni 2021)"
            DateRole::Received if label.contains("antwoord") => DateRole::Answered,
            role => *role,
        },
    )
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
    let place = n_before(document, block);
    let last = before.rsplit([' ', ',']).find(|word| !word.is_empty()).unwrap_or("");
    // A heading in capitals may name all who wrote.
    let line = line_around(&document.text, span);
    let capitals = !document.text[line.start()..span.start()].contains(char::is_lowercase);
    let longest = if capitals { 80 } else { 20 };
    let named = place < 2 && !last.is_empty() && !LEADS.contains(&last);
    (named || place < 4 && is_of_paper(before, last)) && before.split_whitespace().count() <= longest
}

/// "Vonnis in kort geding van", "Verslag van de vergadering d.d.": the paper is called by its date.
fn is_of_paper(before: &str, last: &str) -> bool {
    const PAPERS: &[&str] = &[
        "vonnis",
        "uitspraak",
        "arrest",
        "beschikking",
        "besluit",
        "notulen",
        "verslag",
        "brief",
        "advies",
        "rapport",
        "nota",
        "memo",
        "proces-verbaal",
        "besluitenlijst",
        "omzendbrief",
        "motie",
        "verklaring",
        "toespraak",
        "minutes",
        "judgment",
        "letter",
        "report",
        "resolution",
        "speech",
    ];
    let first = before.split([' ', ',']).next().unwrap_or("");
    PAPERS.contains(&first) && matches!(last, "van" | "d.d" | "dd" | "of")
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
