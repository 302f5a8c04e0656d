//! Dates that are known to the year: they date figures as often as events.

use super::{deed::Clause, *};

/// Known to the year, or to years.
pub fn is_year_wide(value: &Edtf) -> bool {
    let wide = |date: &Date| date.month == Field::Absent && !date.approximate;
    match value {
        Edtf::Date(date) => wide(date),
        Edtf::Interval(from, to) => [from, to].iter().any(|end| matches!(end, End::Date(date) if wide(date))),
        _ => deadline(value).is_some_and(wide),
    }
}

/// A year alone dates figures as often as events: what it dates must be one, and no other year may stand beside it.
pub fn names_an_event(dated: &Dated<'_>, mention: &Mention, value: &Edtf, clause: Span, said: &Clause) -> bool {
    let text = &dated.document.text;
    let sentence = tense::sentence_around(text, mention.span);
    let is_year = |other: &Mention| {
        other.kind == TimexKind::Date && Edtf::parse(&other.value).is_some_and(|value| is_year_wide(&value))
    };
    let near = dated.mentions.partition_point(|other| other.span.end_byte <= sentence.start_byte);
    let inside = dated.mentions[near..].iter().take_while(|other| other.span.start_byte < sentence.end_byte);
    let years: Vec<Span> = inside.filter(|other| is_year(other)).map(|other| other.span).collect();
    let own = (years.len() > 1).then(|| between_years(text, clause, mention.span, &years));
    // Of figures years are compared: each must tell something.
    let tells = |year: &Span| {
        let own = between_years(text, clause, *year, &years);
        clause.contains(*year)
            && own.says_something()
            && !own.is_figure(true)
            && !own.is_yearly_figure()
            && (own.is_done() || is_early(text, *year) && own.has_verb())
    };
    let own_said = own.as_ref().unwrap_or(said);
    let goes_on = is_since(text, mention.span) && !own_said.is_counted();
    let alone = own.is_none() || goes_on && own_said.has_verb() || years.iter().all(tells);
    let said = own_said;
    let of_office = text[..mention.span.start()].ends_with('(') && text[mention.span.end()..].starts_with(')')
        || lasted(value) && bears_office(text, mention.span);
    let phrase = clause::noun_phrase(text, mention.span);
    let runs = lasts_until(value) && said.has(RUNS) || deadline(value).is_some() && said.is_duty();
    let happens = || {
        (said.is_done()
            || runs
            || phrase.is_none() && said.is_announced()
            || lasted(value) && said.is_past()
            || is_early(text, mention.span)
            || clause::happening(clause.of(text)).is_some())
            && (goes_on || !said.is_yearly_figure())
            && !reference::is_of_budget(text, mention.span)
    };
    let names = phrase == Some(clause);
    let of_thing = !names && phrase.is_some_and(|phrase| names_thing(phrase.of(text)));
    !reference::is_in_name(text, mention.span) && !of_thing && alone && (of_office || names || happens())
}

/// "is in 1931 gebouwd en staat sinds 2004 op de lijst": what is told between the other years.
fn between_years(text: &str, clause: Span, year: Span, years: &[Span]) -> Clause {
    let before = years.iter().filter(|other| other.end() <= year.start()).map(|other| other.end()).max();
    let after = years.iter().filter(|other| other.start() >= year.end()).map(|other| other.start()).min();
    let from = before.map_or(clause.start(), |before| before.max(clause.start())).min(year.start());
    let to = after.map_or(clause.end(), |after| after.min(clause.end())).max(year.end());
    Clause::of(text, Span::new(from, to), year)
}

/// "De krant van 1963": the year tells which one.
fn names_thing(phrase: &str) -> bool {
    const THINGS: &[&str] = &[
        "krant",
        "blad",
        "boek",
        "foto",
        "kaart",
        "film",
        "gids",
        "uitgave",
        "wet",
        "paper",
        "book",
        "photograph",
        "map",
        "act",
    ];
    let folded = fold(phrase);
    words(&folded).any(|word| THINGS.iter().any(|thing| word.of(&folded).ends_with(thing)))
}

/// "van 1931 tot 1948 was hij burgemeester", "onderhoudt sinds 1911 de verbinding".
fn lasted(value: &Edtf) -> bool {
    matches!(value, Edtf::Interval(End::Date(_), End::Date(_))) && width(value) < LONGEST_DAYS
}

/// An office or a war lasts; "begin deze eeuw" is a time.
const LONGEST_DAYS: i32 = 366 * 30;

/// "al in 2019", "as early as 1987": the writer finds it worth telling.
fn is_early(text: &str, span: Span) -> bool {
    let before = fold(&text[floor(text, span.start().saturating_sub(50))..span.start()]);
    let all: Vec<&str> = words(&before).map(|word| word.of(&before)).collect();
    // "de grootste crisis sinds 1945": what it is compared with.
    let compared = all
        .iter()
        .rev()
        .skip(1)
        .take(3)
        .any(|word| word.ends_with("ste") || matches!(*word, "most" | "first" | "worst"));
    let lead = |words: &[&str]| all.ends_with(words);
    let early =
        [&["al", "in"], &["reeds", "in"], &["already", "in"], &["early", "as"]].iter().any(|words| lead(*words));
    early || !compared && (lead(&["sinds"]) || lead(&["sedert"]) || lead(&["since"]))
}

/// "uiterlijk 3 mei", "voor 2025": some day until then.
pub fn deadline(value: &Edtf) -> Option<&Date> {
    let Edtf::OneOf(members) = value else { return None };
    if let [Member::Stretch(None, Some(to))] = members.as_slice() { Some(to) } else { None }
}

pub fn is_since(text: &str, span: Span) -> bool {
    let before = fold(&text[floor(text, span.start().saturating_sub(20))..span.start()]);
    matches!(words(&before).last().map(|word| word.of(&before)), Some("sinds" | "sedert" | "since"))
}

/// "loopt tot 2029"
fn lasts_until(value: &Edtf) -> bool {
    matches!(value, Edtf::Interval(End::Open, End::Date(_)))
}

/// What goes on until a year.
const RUNS: &[&str] = &["loopt", "lopen", "geldt", "gelden", "duurt", "duren", "runs", "lasts", "expires", "holds"];

/// "conservator van 1984 tot 2011"
fn bears_office(text: &str, span: Span) -> bool {
    const OFFICES: &[&str] = &[
        "burgemeester",
        "conservator",
        "voorzitter",
        "directeur",
        "minister",
        "president",
        "secretaris",
        "wethouder",
        "schepen",
        "archivaris",
        "hoogleraar",
        "lid",
        "pastoor",
        "predikant",
        "mayor",
        "chairman",
        "chair",
        "director",
        "curator",
        "secretary",
        "professor",
    ];
    let before = fold(&text[floor(text, span.start().saturating_sub(40))..span.start()]);
    let mut back = words(&before).map(|word| word.of(&before)).collect::<Vec<_>>().into_iter().rev();
    matches!(back.next(), Some("van" | "from"))
        && back.next().is_some_and(|noun| OFFICES.iter().any(|office| noun.ends_with(office)))
}
