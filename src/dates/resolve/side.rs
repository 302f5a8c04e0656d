//! The side of now on which a date without a year lies.

use super::{
    calendar::at,
    led::{is_attribute, is_count, is_moved, is_of_before, is_retroactive, words_back},
    tense::Force,
    *,
};

impl Scene<'_> {
    /// The side of now: said by a word, else by the verbs around.
    pub fn side(&self, point: &Point) -> Option<Side> {
        if self.timex.side.is_some() {
            return self.timex.side;
        }
        if !needs_side(point) {
            return None;
        }
        // "dateert al van vóór de zomer"
        let led = self.text.get(..self.timex.span.start()).unwrap_or("").rsplit([' ', '\u{a0}', '\n']);
        if led.take(5).any(|word| matches!(word, "dateert" | "dateren" | "dates" | "stamt" | "stammen")) {
            return Some(Side::Past);
        }
        // What goes on since then, began.
        if self.timex.bound == Some(Bound::Since) {
            return Some(Side::Past);
        }
        let lead = self.text[..self.timex.span.start()].trim_end();
        if is_retroactive(lead) {
            return Some(Side::Past);
        }
        if is_of_before(lead) || self.is_as_said(lead) {
            return Some(Side::Past);
        }
        if !is_attribute(lead)
            && self.gap_to(point, Side::Past) > Some(120)
            && self.gap_to(point, Side::Future) < Some(300)
            && self.is_decided()
        {
            return Some(Side::Future);
        }
        let moved = is_moved(lead, matches!(point, Point::Weekday { .. }));
        if self.timex.announced && !moved && !matches!(point, Point::Weekday { .. }) {
            let side = tense::side_and_force(self.text, self.timex.span);
            return Some(match side {
                Some((Side::Past, Force::Weak | Force::Done | Force::Told)) => self.far_or_near(point, Side::Past),
                side => side.map_or(Side::Future, |(side, _)| side),
            });
        }
        // "het verslag van 7 februari wordt vastgesteld": a document is of a day that was.
        if self.is_of_document() {
            return Some(Side::Past);
        }
        // "per 1 april veranderen de tijden"; "de stand per 1 april" is known.
        if lead.ends_with("per") || lead.ends_with("Per") {
            let side = if is_count(lead) { Side::Past } else { Side::Future };
            return Some(tense::side(self.text, self.timex.span).unwrap_or(side));
        }
        // "verschoven naar het derde kwartaal", "deferred to H2": what moves goes on.
        if moved {
            return self.nearest(point);
        }
        // "get. 12/9"
        if ["get.", "gez.", "verz.", "ontv."].iter().any(|end| lead.ends_with(end)) {
            return Some(Side::Past);
        }
        // "bij de presentatie van de Q3-cijfers"
        let behind = self.text.get(self.timex.span.end()..).unwrap_or("");
        if ["-cijfers", "-resultaten", "-omzet"].iter().any(|noun| behind.starts_with(noun)) {
            return Some(Side::Past);
        }
        // "beter dan Q3", "ten opzichte van het derde kwartaal": what is compared with was.
        let compared =
            [" dan", " than", "rgeleken met", "rgelijking met", "ten opzichte van", "compared with", "tegenover"];
        if matches!(point, Point::Coded { .. }) && compared.iter().any(|end| lead.ends_with(end)) {
            return Some(Side::Past);
        }
        // "de krant van zaterdag"
        let of = lead;
        let english = self.timex.span.of(self.text).ends_with("day");
        let inside = english && self.timex.span.of(self.text).contains(" of ");
        let past = (of.ends_with(" van") || english && of.ends_with(" of") || inside)
            && matches!(point, Point::Weekday { .. })
            && !self.is_of_plan();
        match tense::side_and_force(self.text, self.timex.span) {
            // "de wijziging van september wordt in december besproken": the verb is not told of it.
            Some((side, Force::Weak)) if is_attribute(lead) => Some(self.far_unless_within(120, point, side)),
            Some((side, Force::Weak)) => Some(self.far_or_near(point, side)),
            // "de wedstrijd van 13 september is afgelast"
            Some((Side::Past, Force::Sure | Force::Told))
                if self.gap_to(point, Side::Past) >= Some(270) && self.is_called_off() =>
            {
                Some(self.far_unless_within(92, point, Side::Past))
            }
            Some((side, Force::Done)) => Some(self.far_unless_within(15, point, side)),
            // A week's number is said of one that is near: "week 12 is uitgeroosterd", written in February.
            Some((side, _)) if matches!(point, Point::Week { .. }) => Some(self.far_or_near(point, side)),
            Some((side, _)) => Some(side),
            None => past.then_some(Side::Past).or_else(|| self.nearest(point)),
        }
    }

    /// A date that lies most of a year away on the side that a verb asks for, and near on the other, is the near one: "de bonden gaven
    /// tot 9 januari de tijd", said in December.
    fn far_or_near(&self, point: &Point, side: Side) -> Side {
        self.far_unless_within(if side == Side::Past { 92 } else { 31 }, point, side)
    }

    /// The side that a verb asks for, unless the date lies most of a year away there, and within so many days on the other.
    fn far_unless_within(&self, days: i32, point: &Point, side: Side) -> Side {
        let other = if side == Side::Past { Side::Future } else { Side::Past };
        match (self.gap_to(point, side), self.gap_to(point, other)) {
            (Some(270..), Some(near)) if near < days => other,
            _ => side,
        }
    }

    /// "Zoals vrijdag besproken", "as agreed on Monday": a day of what was said.
    fn is_as_said(&self, lead: &str) -> bool {
        const PLANNED: [&str; 5] = ["gepland", "ingepland", "voorzien", "planned", "scheduled"];
        let said = |word: &str| tense::is_participle(word) && !PLANNED.contains(&word);
        let before = || words_back(lead).take(4);
        let Some(at) = before().position(|word| matches!(word, "Zoals" | "zoals" | "As" | "as")) else { return false };
        let behind = self.text.get(self.timex.span.end()..).unwrap_or("");
        let next = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        at < 2 && said(next) || before().take(at).any(said)
    }

    /// "It was resolved to raise the fee from 1 September", "besloten is op 1 juni te stoppen": what was decided lies ahead.
    fn is_decided(&self) -> bool {
        const DECIDED: [&str; 7] =
            ["besloten", "afgesproken", "overeengekomen", "resolved", "agreed", "decided", "besloot"];
        const OF: [&str; 5] = ["dat", "that", "to", "te", "om"];
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let words = |from: usize, to: usize| {
            self.text.get(from..to).unwrap_or("").split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
        };
        let before = words(sentence.start(), self.timex.span.start());
        let mut behind = words(self.timex.span.end(), sentence.end());
        let mut decided = before.skip_while(|word| !DECIDED.contains(&word.to_lowercase().as_str())).peekable();
        decided.peek().is_some()
            && (decided.any(|word| OF.contains(&word)) || behind.by_ref().take(4).any(|word| word == "te"))
    }

    /// Its sentence tells what will not be, or not then, or for what leave was given.
    fn is_called_off(&self) -> bool {
        const OFF: [&str; 20] = [
            "verleend",
            "aangevraagd",
            "vergund",
            "toegestaan",
            "toestemming",
            "granted",
            "applied",
            "permission",
            "afgelast",
            "geannuleerd",
            "afgezegd",
            "vervallen",
            "verplaatst",
            "verschoven",
            "uitgesteld",
            "cancelled",
            "postponed",
            "moved",
            "rescheduled",
            "called",
        ];
        let sentence = tense::sentence_around(self.text, self.timex.span);
        sentence.of(self.text).split(|c: char| !c.is_alphabetic()).any(|word| OFF.contains(&word))
    }

    /// "Hierbij de agenda voor het overleg van dinsdag": the sentence brings what is made for a day to come.
    fn is_of_plan(&self) -> bool {
        const PLANS: [&str; 8] =
            ["agenda", "programma", "uitnodiging", "stukken", "rooster", "programme", "invitation", "reminder"];
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let before = self.text.get(sentence.start()..self.timex.span.start()).unwrap_or("").to_lowercase();
        before.split(|c: char| !c.is_alphabetic()).any(|word| PLANS.iter().any(|plan| word.ends_with(plan)))
    }

    /// "uw brief van", "de notulen dd", "the minutes of".
    pub fn is_of_document(&self) -> bool {
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
            "vragen",
            "antwoord",
            "reactie",
            "verklaring",
            "offerte",
            "motie",
            "amendement",
            "aanvraag",
            "bezwaar",
            "bezwaarschrift",
            "aankondiging",
            "mededeling",
            "toezegging",
            "announcement",
            "objection",
            "complaint",
            "request",
            "email",
            "emails",
            "questions",
            "answer",
            "reply",
            "statement",
            "minutes",
            "notes",
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
        let noun = &words.next().unwrap_or("").to_lowercase();
        let leads = matches!(lead, "van" | "of" | "from" | "dd" | "dd." | "d.d.")
            || matches!(lead, "over" | "for")
                && ["cijfers", "figures", "results"].iter().any(|end| noun.ends_with(end));
        let is_document = |noun: &str| DOCUMENTS.iter().any(|document| noun.ends_with(document));
        // "de notulen van 4 juni worden goedgekeurd; die van 18 juni ontbreken"
        let stands_in = matches!(noun.as_str(), "die" | "dat" | "those" | "that");
        leads && (is_document(noun) || stands_in && words.take(12).any(|word| is_document(&word.to_lowercase())))
    }

    /// Where no verb tells the side, a date without a year is the nearest.
    pub fn nearest(&self, point: &Point) -> Option<Side> {
        if matches!(point, Point::Weekday { .. }) {
            return None;
        }
        let (ahead, back) = (self.days_to(point, Side::Future)?, self.days_to(point, Side::Past)?);
        // "op 8 maart (…), en op 21 juni": what is months away lies where the sentence already is.
        if ahead.min(back) > 92
            && let Some(side) = self.side_of_told()
        {
            return Some(side);
        }
        (ahead < back).then_some(Side::Future)
    }

    /// The side of the day that the sentence told last.
    fn side_of_told(&self) -> Option<Side> {
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let last = self.told.last().filter(|told| !told.whole && sentence.contains(told.span))?;
        let (first, end) = last.edtf.bounds();
        let now = self.reference?.last;
        if end? < now { Some(Side::Past) } else { (first? > now).then_some(Side::Future) }
    }

    /// How many days lie between the reference and the point on that side.
    fn gap_to(&self, point: &Point, side: Side) -> Option<i32> {
        let now = self.reference?.last;
        let (first, last) = at(point, now, Some(side))?.bounds();
        Some((first?.0 - now.0).max(now.0 - last?.0))
    }

    /// How many days lie between the reference and the first day of the point on that side.
    fn days_to(&self, point: &Point, side: Side) -> Option<i32> {
        let now = self.reference?.last;
        at(point, now, Some(side))?.bounds().0.map(|first| (first.0 - now.0).abs())
    }
}
