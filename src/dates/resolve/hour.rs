//! Times of day without a day of their own.

use super::*;
use crate::text::{lowered, words};

impl Scene<'_> {
    /// The day that a time of day belongs to: what was told last in its sentence, else the document's.
    pub fn clock_day(&self, hour: Option<u8>) -> Option<Day> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let told = self.told.iter().rev().find(|told| sentence.contains(told.span));
        if told.is_none() && self.is_habit(sentence) {
            return None;
        }
        let day = told.map_or_else(
            || self.reference.map(|reference| (Some(reference.first), Some(reference.last))),
            |told| Some(told.edtf.bounds()),
        );
        // "in de nacht van 6 op 7 augustus, omstreeks 03.15 uur"
        let night =
            told.is_some_and(|told| ["nacht", "night"].iter().any(|word| told.span.of(self.text).contains(word)));
        day.and_then(|(first, last)| match (first?, last?) {
            (first, last) if first == last => Some(first),
            (first, last) if night && last == first.plus(1) => hour.map(|hour| if hour < 12 { last } else { first }),
            _ => None,
        })
    }

    /// "elke woensdag van 9.30 tot 16.30 uur", "op werkdagen vanaf 8 uur": an hour of no day in particular.
    fn is_habit(&self, sentence: Span) -> bool {
        let inside = |timex: &&Timex| sentence.contains(timex.span);
        let around = self.before.iter().rev().take_while(inside).chain(self.next.iter().take_while(inside));
        // "het jaarlijkse diner begint om 19.00 uur" is on one day.
        let often = |amount: &Amount| matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend);
        around.clone().any(|timex| matches!(&timex.expr, Expr::Set(amount) if often(amount)))
            || has_habit(sentence.of(self.text))
    }
}

/// "op werkdagen", "op doordeweekse dagen": said of days of a kind.
fn has_habit(sentence: &str) -> bool {
    const KINDS: [&str; 8] =
        ["werkdagen", "werkdags", "doordeweekse", "weekdagen", "weekdays", "weekends", "schooldagen", "feestdagen"];
    let lower = lowered(sentence);
    words(&lower).any(|word| KINDS.contains(&word.of(&lower)))
}
