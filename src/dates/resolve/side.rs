//! The side of now on which a date without a year lies.

use super::{calendar::at, *};

impl Scene<'_> {
    /// The side of now: said by a word, else by the verbs around.
    pub fn side(&self, point: &Point) -> Option<Side> {
        if self.timex.side.is_some() {
            return self.timex.side;
        }
        if !needs_side(point) {
            return None;
        }
        // What goes on since then, began.
        if self.timex.bound == Some(Bound::Since) {
            return Some(Side::Past);
        }
        if self.timex.announced && !matches!(point, Point::Weekday { .. }) {
            return Some(tense::side(self.text, self.timex.span).unwrap_or(Side::Future));
        }
        // "het verslag van 7 februari wordt vastgesteld": a document is of a day that was.
        if self.is_of_document() {
            return Some(Side::Past);
        }
        // "per 1 april veranderen de tijden"
        let lead = self.text[..self.timex.span.start()].trim_end();
        if lead.ends_with("per") || lead.ends_with("Per") {
            return Some(tense::side(self.text, self.timex.span).unwrap_or(Side::Future));
        }
        // "met terugwerkende kracht tot 1 januari", "get. 12/9"
        if ["kracht tot", "get.", "gez.", "verz.", "ontv."].iter().any(|end| lead.ends_with(end)) {
            return Some(Side::Past);
        }
        // "de krant van zaterdag"
        let of = self.text[..self.timex.span.start()].trim_end();
        let english = self.timex.span.of(self.text).ends_with("day");
        let past = (of.ends_with(" van") || english && of.ends_with(" of")) && matches!(point, Point::Weekday { .. });
        tense::side(self.text, self.timex.span).or(past.then_some(Side::Past)).or_else(|| self.nearest(point))
    }

    /// "uw brief van", "de notulen dd", "the minutes of".
    fn is_of_document(&self) -> bool {
        const DOCUMENTS: &[&str] = &[
            "verslag",
            "verslagen",
            "notulen",
            "brief",
            "brieven",
            "mail",
            "mails",
            "bericht",
            "rapport",
            "memo",
            "nota",
            "besluit",
            "beschikking",
            "uitspraak",
            "arrest",
            "vonnis",
            "verzoek",
            "factuur",
            "artikel",
            "advies",
            "besluitenlijst",
            "schrijven",
            "klacht",
            "minutes",
            "letter",
            "report",
            "ruling",
            "decision",
            "invoice",
            "cijfers",
            "resultaten",
            "omzet",
            "figures",
            "results",
        ];
        let before = self.text.get(..self.timex.span.start()).unwrap_or("").trim_end();
        let mut words = before.rsplit([' ', '\u{a0}', '\n']);
        let lead = words.next().unwrap_or("");
        let noun = words.next().unwrap_or("");
        let leads = matches!(lead, "van" | "of" | "dd" | "dd." | "d.d.")
            || matches!(lead, "over" | "for") && (noun.ends_with("cijfers") || noun == "figures" || noun == "results");
        leads && DOCUMENTS.iter().any(|document| noun.ends_with(document))
    }

    /// Where hardly a word stands beside it, a date without a year is the nearest.
    pub fn nearest(&self, point: &Point) -> Option<Side> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let said = sentence.of(self.text);
        let n =
            crate::text::words(said).filter(|word| !word.of(said).starts_with(|c: char| c.is_ascii_digit())).count();
        // "Tweede pinksterdag: optocht om elf uur"
        // A fragment, a list of actions, what stands in brackets.
        let week = matches!(point, Point::Week { .. });
        let before = self.text[..self.timex.span.start()].trim_end();
        let agenda = week || before.ends_with(['(', ':']) || said.len() < 48;
        let agenda = agenda
            || self.timex.span.start() == sentence.start() && self.text[self.timex.span.end()..].starts_with(':');
        if n > crate::text::words(self.timex.span.of(self.text)).count() + 3 && !agenda
            || matches!(point, Point::Weekday { .. })
        {
            return None;
        }
        let now = self.reference?.last;
        let of = |side| at(point, now, Some(side))?.bounds().0.map(|day| (day.0 - now.0).abs());
        (of(Side::Future)? < of(Side::Past)?).then_some(Side::Future)
    }
}
