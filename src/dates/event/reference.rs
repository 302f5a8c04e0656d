//! Dates that only name a paper or a law, or say what figures cover: references, no story.

use super::*;
use crate::dates::piece;

/// The date belongs to a law, a publication or a source that the text refers to.
pub fn is_reference(text: &str, span: Span) -> bool {
    let piece = piece::around(text, span);
    let before = before_in(text, piece, span);
    let folded = fold(&before);
    let behind = fold(&text[span.end()..ceil(text, (span.end() + 24).min(text.len()))]);
    is_law(&folded)
        || is_numbered(&folded, &behind)
        || is_referred(&fold(&text[piece.start()..span.start()]))
        || is_publication(&folded)
        || is_source_line(text, span, &before)
        || is_aside(text, piece, span)
        || behind.trim_start_matches([',', ' ', '(']).starts_with("ecli")
}

/// What stands before the expression in its piece, of at most 90 bytes.
fn before(text: &str, span: Span) -> String {
    before_in(text, piece::around(text, span), span)
}

fn before_in(text: &str, piece: Span, span: Span) -> String {
    let start = piece.start().max(span.start().saturating_sub(90));
    before_pair(&text[floor(text, start)..span.start()]).to_owned()
}

/// "de wetten van 28 april 2015 en" 10 augustus: what the pair hangs on.
fn before_pair(before: &str) -> &str {
    let Some(first) = before.trim_end().strip_suffix(" en").or_else(|| before.trim_end().strip_suffix(" and")) else {
        return before;
    };
    let date = |word: &str| {
        let digits = word.trim_matches(',').bytes().all(|byte| byte.is_ascii_digit());
        digits || Edtf::parse(word).is_some() || MONTHS.contains(&fold(word).as_str())
    };
    let mut rest = first.trim_end();
    while let Some(word) = rest.split_whitespace().last().filter(|word| date(word)) {
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    if rest.len() == first.trim_end().len() {
        return before;
    }
    [" de", " den"].iter().find_map(|article| rest.strip_suffix(article)).unwrap_or(rest)
}

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    "january", "february", "march", "may", "june", "july", "august", "october",
];

/// The words of a noun phrase that ends in "van", nearest first: "de wet van 4 april 2014", "artikel 5 van het besluit nr. 78 van".
fn linked_words(folded: &str) -> Option<Vec<&str>> {
    let mut back = folded.split_whitespace().rev();
    matches!(back.next(), Some("van" | "of" | "dd" | "dd." | "d.d.")).then(|| back.take(14).collect())
}

/// "de Wet van 3 mei 2019", "het koninklijk besluit van", "een arrest van het Hof van Cassatie van", "gecoordineerd op".
fn is_law(folded: &str) -> bool {
    const LAWS: &[&str] = &[
        "wet",
        "wetten",
        "verordening",
        "richtlijn",
        "regeling",
        "beschikking",
        "arrest",
        "arresten",
        "decreet",
        "ordonnantie",
        "conventie",
        "verdrag",
        "act",
        "regulation",
        "directive",
        "treaty",
        "convention",
        "staatsblad",
        "publicatieblad",
        "staatscourant",
        "datum",
        "date",
    ];
    const COMPOUNDS: &[&str] = &["wet", "wetten", "richtlijn", "verordening", "conventie", "verdrag", "decreet"];
    const DECREES: &[&str] =
        &["koninklijk", "ministerieel", "royal", "ministeriele", "artikel", "artikelen", "article"];
    // What stands between the law and the date is a name or a number, no other verb or noun phrase.
    const BETWEEN: usize = 7;
    // "de wet, zoals die luidde tot 1 januari 2024"
    if words(folded).any(|word| matches!(word.of(folded), "luidde" | "luidden")) {
        return true;
    }
    if ["stb.", "stcrt.", "gecoordineerd op", "gewijzigd op"].iter().any(|end| folded.trim_end().ends_with(end)) {
        return true;
    }
    let Some(back) = linked_words(folded) else { return false };
    let law = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        LAWS.contains(&word) || COMPOUNDS.iter().any(|law| word.len() > law.len() && word.ends_with(law))
    };
    let plain = |word: &&str| word.chars().all(char::is_alphabetic);
    let near = back.iter().position(|word| plain(word) && !matches!(*word, "nr" | "nummer")).unwrap_or(0);
    let decree = |word: &&str| DECREES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let of_court = back.iter().take(BETWEEN).any(|word| matches!(*word, "hof" | "raad" | "rechtbank" | "court"));
    let titled = back.iter().any(|word| matches!(*word, "houdende" | "betreffende" | "inzake"));
    let named = back.iter().rposition(law).is_some_and(|law| {
        titled && back[..law].iter().any(|word| matches!(*word, "houdende" | "betreffende" | "inzake"))
            || law > 0 && back[law - 1] == "op"
    });
    // "Verordening (EU) 2016/679 van het Europees Parlement en de Raad van"
    let of_union = back.iter().any(|word| matches!(*word, "parlement" | "parliament")) && back.iter().any(law);
    named
        || of_union
        || back.get(near).is_some_and(law)
        || back.iter().take(3).any(law)
        || (of_court && back.iter().take(BETWEEN).any(law))
        || (back.iter().take(4).any(|word| word.starts_with("besluit") || *word == "kb")
            && back.iter().take(9).any(|word| decree(word) || *word == "kb"))
}

/// "vraag nr. 530 van", "(Kamer, 2016-2017, nr. 100)", "CRIV 54".
fn is_numbered(folded: &str, behind: &str) -> bool {
    let linked = linked_words(folded).is_some();
    let numbered = folded
        .rsplit(['.', ';', '\n', '?'])
        .take(2)
        .any(|part| part.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "nr" | "nrs" | "nummer")));
    let listed = behind.trim_start_matches([',', ' ']).starts_with("nr");
    // "de vraag van volksvertegenwoordiger X van 15 april 2016"
    let asked = ["volksvertegenwoordiger", "kamerlid", "senator"].iter().any(|asker| folded.contains(asker));
    let all: Vec<&str> = folded.split_whitespace().collect();
    let numbered = numbered
        || all.windows(2).any(|pair| {
            matches!(pair[0], "vraag" | "vragen" | "question") && pair[1].bytes().all(|byte| byte.is_ascii_digit())
        });
    let heads = folded.trim_start_matches(['-', ' ', '(']).starts_with("nr");
    listed || heads || linked && (numbered || asked)
}

/// "Ik verwijs naar mijn antwoord van", "(Zie vergadering van", "op basis van de nota van".
fn is_referred(folded: &str) -> bool {
    const REFERS: &[&str] =
        &["verwijs naar", "verwijzen naar", "verwezen naar", "verwijs ik", "refer to", "referred to"];
    // "naar analogie met de bepalingen opgenomen in de omzendbrief van": by what a rule holds.
    const BASES: &[&str] = &[
        "opgenomen in de ",
        "opgenomen in het ",
        "vermeld in de ",
        "vermeld in het ",
        "overeenkomstig ",
        "krachtens ",
        "conform ",
        "ingevolge ",
        "op grond van ",
        "in toepassing van ",
        "naar analogie met ",
        "bepaald in ",
        "pursuant to ",
        "in accordance with ",
    ];
    const NEAR_BYTES: usize = 60;
    let sentence = folded.rsplit(['.', ';', '\n', '?', '!']).next().unwrap_or("").trim_start_matches(['(', ' ']);
    let near = &sentence[floor(sentence, sentence.len().saturating_sub(NEAR_BYTES))..];
    const RULES: &[&str] = &[
        "brief",
        "besluit",
        "wet",
        "reglement",
        "circulaire",
        "overeenkomst",
        "nota",
        "richtlijn",
        "decreet",
        "kb",
        "act",
        "order",
    ];
    let of_rule = || words(near).any(|word| RULES.iter().any(|rule| word.of(near).ends_with(rule)));
    if sentence.trim_end().ends_with(" van") && BASES.iter().any(|words| near.contains(words)) && of_rule() {
        return true;
    }
    REFERS.iter().any(|words| sentence.contains(words)) || sentence.starts_with("zie ") || sentence.starts_with("cf")
}

/// "de website van … van september 2016", "de stand van 1 januari", "(Bulletin …, Kamer, 2016-2017".
fn is_publication(folded: &str) -> bool {
    const PUBLICATIONS: &[&str] = &[
        "website",
        "webpagina",
        "jaarverslag",
        "bulletin",
        "editie",
        "versie",
        "tijdschrift",
        "cijfers",
        "gegevens",
        "statistieken",
        "statistiek",
        "tabel",
        "stand",
        "toestand",
        "situatie",
        "edition",
        "version",
        "figures",
        "statistics",
    ];
    let Some(back) = linked_words(folded) else { return false };
    let stop = back.iter().position(|word| word.ends_with([',', ';', ':', ')'])).unwrap_or(back.len());
    back[..stop.min(9)]
        .iter()
        .any(|word| PUBLICATIONS.iter().any(|noun| word.trim_start_matches('(').starts_with(noun)))
}

/// "26 maart 2024, 'De titel', https://…", "Bureau X, februari 2022, De titel, p. 55": a line of a list of sources.
fn is_source_line(text: &str, span: Span, before: &str) -> bool {
    let line_end = text[span.end()..].find("\n\n").map_or(text.len(), |at| span.end() + at);
    let behind = &text[span.end()..ceil(text, line_end.min(span.end() + 400))];
    let address = ["http:", "https:", "www.", " p. ", "blz. "].iter().any(|sign| behind.contains(sign));
    let trimmed = before.trim_end();
    let apart = trimmed.is_empty() || trimmed.ends_with([',', '(', '.']);
    apart && address && behind.trim_start().starts_with([',', '.', ')', ':'])
}

/// "de cijfers van 1 januari 2011 tot 31 december 2016", "voor de periode 2013-2015": what figures cover.
pub fn is_reported(text: &str, span: Span, value: &Edtf) -> bool {
    const FIGURES: &[&str] =
        &["cijfers", "gegevens", "statistieken", "aantallen", "overzicht", "figures", "data", "statistics"];
    let before = fold(&text[floor(text, span.start().saturating_sub(60))..span.start()]);
    let before = before.rsplit(['.', ';', '\n', '?', ':']).next().unwrap_or("");
    let asked = words(before).any(|word| FIGURES.contains(&word.of(before)));
    let mut back = words(before).collect::<Vec<_>>().into_iter().rev().map(|word| word.of(before)).peekable();
    back.next_if(|word| matches!(*word, "van" | "of" | "from"));
    let covers =
        ["voor de periode", "voor de jaren", "over de jaren", "voor het jaar", "for the period", "for the years"];
    let covered = width(value) > 27 && covers.iter().any(|lead| before.contains(lead));
    let period = back.next().is_some_and(|word| {
        matches!(word, "periode" | "period" | "jaren" | "years" | "boekjaar" | "begrotingsjaar" | "dienstjaar")
    });
    // "de bladzijde over februari 1945", "het resultaat over 2021"
    let about =
        width(value) > 0 && words(before).last().is_some_and(|word| matches!(word.of(before), "over" | "about"));
    period || covered || about || matches!(value, Edtf::Interval(End::Date(_), End::Date(_))) && asked
}

/// "(8.364 op 17 maart 2017)", "(toestand op 6 mei)", "het verslag (augustus 2006)": an aside that dates something else, and tells nothing.
/// Years alone may be those of an office; what stands before may be what happened then.
fn is_aside(text: &str, piece: Span, span: Span) -> bool {
    let before = &text[piece.start()..span.start()];
    let Some(open) = before.rfind('(').filter(|&open| !before[open..].contains(')')) else { return false };
    let behind = &text[span.end()..piece.end().max(span.end())];
    let Some(close) = behind.find(')') else { return false };
    let inside = words(&before[open..]).count() + words(&behind[..close]).count();
    let told = before[..open].char_indices().rev().find(|(at, _)| before[*at..open].split_whitespace().count() > 4);
    let near = fold(&before[told.map_or(0, |(at, _)| at)..open]);
    let event = noun::names_happening(&near) && !is_law(&format!("{near} van"));
    match inside {
        0 => !event && text[span.start()..span.end()].contains(char::is_alphabetic),
        // A sentence of its own stands in brackets, too.
        _ => {
            inside < 4 || !deed::Clause::of(text, Span::new(piece.start() + open, span.end() + close), span).has_verb()
        }
    }
}

/// "Voor 2016 heeft de dienst …", "de begroting over 2016": the year of a budget or a report.
pub fn is_of_budget(text: &str, span: Span) -> bool {
    let before = fold(&before(text, span));
    let last = words(&before).last().map(|word| word.of(&before));
    matches!(last, Some("voor" | "over" | "for"))
}

/// A year that is part of a name: "jaarverslag 2015", "het plan 2016-2019"; elections are named so too, and happened.
pub fn is_in_name(text: &str, span: Span) -> bool {
    if !text[span.start()..].starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let before = before(text, span);
    let Some(last) = words(&before).last() else { return false };
    let glued = before[last.end()..].chars().all(|c| c == ' ' || c == '\u{a0}');
    let word = fold(last.of(&before));
    const LEADS: &[&str] = &[
        "in",
        "van",
        "uit",
        "sinds",
        "vanaf",
        "tot",
        "voor",
        "na",
        "om",
        "rond",
        "eind",
        "begin",
        "medio",
        "jaar",
        "en",
        "of",
        "tussen",
        "per",
        "tegen",
        "from",
        "since",
        "until",
        "before",
        "after",
        "by",
        "around",
        "and",
        "or",
        "between",
        "year",
        "circa",
        "ca",
        "omstreeks",
        "over",
        "anno",
        "op",
        "reeds",
        "al",
        "pas",
        "during",
        "tijdens",
        "through",
        "met",
    ];
    let event = word.contains("verkiezing") || word.contains("crisis") || word == "election" || word == "elections";
    glued && !event && word.len() > 3 && !LEADS.contains(&word.as_str()) && !word.ends_with("jaar")
}
