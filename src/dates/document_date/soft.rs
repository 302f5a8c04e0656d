//! What a text only names: it is hardly older than that.

use super::{
    bounded::{Bound, Evidence, in_prose},
    hard::{ANNOUNCES, PLANS},
    *,
};
use crate::dates::edtf::{End, Field};

/// A doubtful lower bound: the middle one of the dates that are named, and neither as a goal nor as to come.
pub fn named(evidence: &Evidence<'_>) -> Option<Bound> {
    let text = &evidence.document.text;
    let mut dates: Vec<(Date, Span, &Mention)> = evidence
        .told()
        .filter(|(timex, mention)| {
            matches!(mention.kind, TimexKind::Date)
                && mention.anchor.is_none()
                && timex.side.is_none()
                && !is_aimed(text, timex.span)
                && (in_prose(evidence.document, timex.span) || is_sentence(text, timex.span))
        })
        .filter_map(|(timex, mention)| Some((reached(text, timex, mention)?, timex.span, mention)))
        .collect();
    dates.sort_by_key(|(date, span, _)| (date.bounds().0, *span));
    dates.dedup_by_key(|(date, ..)| date.bounds().0);
    let (date, span, mention) = dates.get(dates.len().saturating_sub(1) / 2)?;
    let said = say(&mention.value);
    let said = Said::new(format!("{} wordt genoemd", said.nl), format!("{} is named", said.en));
    Some(Bound::doubtful(*date, Reason { span: Some(*span), said }))
}

/// The last unit of a stretch of which figures are asked or told: the text has reached it. Of other stretches, such as a plan's, the
/// first.
fn reached(text: &str, timex: &Timex, mention: &Mention) -> Option<Date> {
    let date = match Edtf::parse(&mention.value)? {
        Edtf::Date(date) => date,
        // Figures may be asked for a little beyond the day of asking.
        Edtf::Interval(_, End::Date(date)) if timex.bound.is_none() && counts(text, timex.span) => {
            Date { day: Field::Absent, ..date }
        }
        Edtf::Interval(End::Date(date), _) => date,
        Edtf::OneOf(members) => match members.first()? {
            Member::One(date) | Member::Stretch(Some(date), _) => *date,
            Member::Stretch(None, _) => return None,
        },
        Edtf::Interval(..) | Edtf::All(_) => return None,
    };
    date.bounds().0.map(|_| Date { clock: None, second: None, zone: None, ..date })
}

/// "de cijfers van 2014 tot 2016", "hoeveel … van 2012 tot en met 2015"
fn counts(text: &str, span: Span) -> bool {
    const COUNTS: &[&str] = &[
        "aantal",
        "aantallen",
        "cijfers",
        "data",
        "evolutie",
        "figures",
        "gegevens",
        "hoeveel",
        "hoeveelheid",
        "jaren",
        "klachten",
        "many",
        "number",
        "numbers",
        "overzicht",
        "periode",
        "period",
        "statistieken",
        "statistics",
        "years",
    ];
    let sentence = fold(tense::sentence_around(text, span).of(text));
    words(&sentence).any(|word| COUNTS.contains(&word.of(&sentence)))
}

/// Not only words beside each other, as in a list of goals.
fn is_sentence(text: &str, span: Span) -> bool {
    const FEWEST_WORDS: usize = 6;
    let sentence = tense::sentence_around(text, span).of(text);
    sentence.trim_end().ends_with(['.', '?', ';', ':']) && words(sentence).nth(FEWEST_WORDS).is_some()
}

/// The sentence aims at it, or plans.
fn is_aimed(text: &str, span: Span) -> bool {
    let before = fold(&text[floor(text, span.start().saturating_sub(24))..span.start()]);
    if matches!(
        words(&before).last().map(|word| word.of(&before)),
        Some("tegen" | "by" | "begroting" | "begrotingsjaar" | "begrotingsjaren" | "begrotingen" | "budget")
    ) {
        return true;
    }
    let sentence = fold(tense::sentence_around(text, span).of(text));
    if ["als ", "indien ", "mocht ", "if "].iter().any(|word| sentence.starts_with(word)) {
        return true;
    }
    words(&sentence).any(|word| {
        let word = word.of(&sentence);
        AIMS.contains(&word) || PLANS.contains(&word) || ANNOUNCES.contains(&word)
    })
}

/// Words with which a date is a goal or a duty.
const AIMS: &[&str] =
    &["doel", "hoeft", "hoeven", "moet", "moeten", "must", "need", "needs", "nodig", "pas", "streven", "target"];
