//! What hangs on something told: "vier dagen na het opstappen", "de dag na de verkiezingen".

use super::*;

impl Scene<'_> {
    pub fn event_day(&self, days: i32, event: Option<Span>) -> Valued {
        let anchor = match event {
            Some(event) => self.named(event).or_else(|| self.apposed_date(event)),
            None => {
                let told = self.told.last().filter(|told| self.is_near(told.span)).map(|told| told.edtf.clone());
                let now = self.reference.filter(|reference| reference.first == reference.last);
                told.or_else(|| now.map(|reference| Edtf::day(reference.last)))
            }
        };
        let Some(anchor) = anchor else { return (unknown_day(), Ground::Unknown) };
        let (first, last) = anchor.bounds();
        let edtf = match (first, last) {
            (Some(first), Some(last)) if first == last => Edtf::day(first.plus(days)),
            (first, last) => Edtf::within(first.map(|day| day.plus(days)), last.map(|day| day.plus(days))),
        };
        (edtf, Ground::Named(anchor))
    }

    /// "de dag na de verkiezingen van 22 november": the words of the event are followed by its date.
    pub fn apposed_date(&self, event: Span) -> Option<Edtf> {
        let next = self.whole.partition_point(|whole| whole.span.start_byte < event.end_byte);
        self.whole
            .get(next)
            .filter(|whole| {
                matches!(
                    self.text.get(event.end()..whole.span.start()),
                    Some(" van " | " of " | " op " | " on " | ", " | " (" | " in ")
                )
            })
            .map(|whole| whole.edtf.clone())
    }

    /// The date of the event that these words name, told elsewhere in the text with the same noun before it.
    pub fn named(&self, event: Span) -> Option<Edtf> {
        let noun = stem(event.of(self.text).rsplit([' ', '\u{a0}', '\n']).next().unwrap_or(""));
        if noun.chars().count() < 4 {
            return None;
        }
        let contexts =
            self.contexts.get_or_init(|| self.whole.iter().map(|told| Context::around(self.text, told)).collect());
        let of = |word: fn(&Context) -> &String, context: &Context| {
            word(context).split(|c: char| !c.is_alphanumeric()).any(|word| word.contains(noun.as_str()))
        };
        let at = self.whole.partition_point(|told| told.span.end_byte <= self.timex.span.start_byte);
        let dated = |index: &usize| {
            let told = &self.whole[*index];
            told.span != self.timex.span && told.edtf.as_date().is_some_and(|date| date.month != Field::Absent)
        };
        let earlier = || (at.saturating_sub(REACH)..at).rev().filter(dated);
        let later = || (at..self.whole.len().min(at + REACH)).filter(dated);
        // Best in the same sentence as its date, else in the same paragraph before it.
        let found = earlier()
            .chain(later())
            .find(|index| of(|context| &context.before, &contexts[*index]))
            .or_else(|| earlier().find(|index| of(|context| &context.behind, &contexts[*index])))
            .or_else(|| earlier().find(|index| of(|context| &context.above, &contexts[*index])));
        found.map(|index| self.whole[index].edtf.clone())
    }

    /// The date that a duration leads to.
    pub fn derived(&self, amount: Amount, hang: &Hang) -> Option<Valued> {
        let steps = amount.steps()?;
        let exact = matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Fortnight);
        let approximate = self.timex.approximate;
        let step = |anchor: &Edtf, sign: i32| {
            shifted(anchor, steps, sign, exact).map(|edtf| edtf.qualified(approximate, false))
        };
        match hang {
            Hang::After(event) | Hang::Before(event) => {
                let sign = if matches!(hang, Hang::After(_)) { 1 } else { -1 };
                if let Some(anchor) = self.apposed_date(*event).or_else(|| self.named(*event)) {
                    if self.is_short_of() {
                        let (first, last) = (anchor.bounds().0?, shift_day(anchor.bounds().1?, steps, sign)?);
                        return Some((Edtf::within(Some(first), Some(last.plus(-1))), Ground::Named(anchor)));
                    }
                    return Some((step(&anchor, sign)?, Ground::Named(anchor)));
                }
                // "…, vier dagen na het opstappen": the date before the comma is the later one, the event's is sought.
                let told = self.apposed().filter(|_| !self.is_short_of())?;
                Some((step(&told, -sign)?, Ground::Named(told)))
            }
            Hang::AfterDay(day) | Hang::BeforeDay(day) => {
                let (anchor, _) = self.point_any(day)?;
                let sign = if matches!(hang, Hang::AfterDay(_)) { 1 } else { -1 };
                Some((step(&anchor, sign)?, Ground::Named(anchor)))
            }
            Hang::Later | Hang::Earlier => {
                let told = self.told.last().filter(|told| self.is_near(told.span))?;
                let sign = if matches!(hang, Hang::Later) { 1 } else { -1 };
                Some((step(&told.edtf, sign)?, Ground::Named(told.edtf.clone())))
            }
            Hang::UpToNow => {
                let reference = self.reference?;
                let first = shift_day(reference.first, steps, -1)?;
                Some((Edtf::between(Date::day(first), Date::day(reference.last)), self.counted()))
            }
            Hang::FromNow => {
                let reference = self.reference?;
                let last = shift_day(reference.last, steps, 1)?;
                Some((Edtf::between(Date::day(reference.first), Date::day(last)), self.counted()))
            }
            Hang::Nothing if matches!(self.timex.bound, Some(Bound::Since)) => {
                let reference = self.reference?;
                let first = shift_day(reference.first, steps, -1)?;
                let date = if exact { Date::day(first) } else { Date::month(first.ymd().0, first.ymd().1 as u8) };
                Some((Edtf::Interval(End::Date(date), End::Open).qualified(!exact, false), self.counted()))
            }
            Hang::Nothing => None,
        }
    }

    /// "nog geen jaar": less than what is said.
    pub fn is_short_of(&self) -> bool {
        fold(self.timex.span.of(self.text)).starts_with("nog geen")
    }

    /// The date told just before in the same sentence, with a comma or bracket between.
    pub fn apposed(&self) -> Option<Edtf> {
        let told = self.told.last()?;
        let between = self.text.get(told.span.end()..self.timex.span.start())?;
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let apart = between.trim_end().ends_with([',', '–', '—', '(']);
        (apart && sentence.contains(told.span)).then(|| told.edtf.clone())
    }
}

/// A noun without its ending, folded: "verkiezingen" and "verkiezing" are one.
pub fn stem(noun: &str) -> String {
    let folded = fold(noun);
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    for ending in ["ingen", "en", "s"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() > 4
        {
            return if ending == "ingen" { format!("{stem}ing") } else { stem.to_owned() };
        }
    }
    word.to_owned()
}

/// A date moved by a duration: to the day where the duration is exact, else roughly.
pub fn shifted(anchor: &Edtf, steps: Steps, sign: i32, exact: bool) -> Option<Edtf> {
    let (first, last) = anchor.bounds();
    let (first, last) = (shift_day(first?, steps, sign)?, shift_day(last?, steps, sign)?);
    if exact {
        return Some(Edtf::within(Some(first), Some(last)));
    }
    let years = matches!(steps, Steps::Months(months) if months % 12 == 0);
    let date = |day: Day| {
        let (year, month, _) = day.ymd();
        Date { approximate: true, ..if years { Date::year(year) } else { Date::month(year, month as u8) } }
    };
    let (from, to) = (date(first), date(last));
    Some(if from == to { Edtf::Date(from) } else { Edtf::one_of(Some(from), Some(to)) })
}
