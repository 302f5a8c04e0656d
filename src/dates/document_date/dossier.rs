//! What the rest of a dossier says of when a document came about that states no date: its name, its number among the others, who
//! refers to it, and else when the others are of.
//!
//! All of it is doubtful (`?`), and each end says why. What the text itself leaves open goes before; where the two contradict each
//! other, the text holds. Cost: a sort of the names, and one pass over the texts for numbers that refer.

use super::{
    bounded::{Bound, own_date},
    name, row, *,
};

/// Own dates of all documents: what a text does not date, its dossier may bound.
pub fn own_dates(documents: &[Document]) -> Vec<Vec<OwnDate>> {
    let mut own: Vec<Vec<OwnDate>> = documents.iter().map(super::own_dates).collect();
    let known: Vec<Option<Day>> = own.iter().map(|own| known_day(own)).collect();
    let undated: Vec<usize> = (0..own.len()).filter(|&at| own[at].iter().all(is_inferred)).collect();
    if undated.is_empty() || documents.len() < 2 {
        return own;
    }
    let rows = row::rows(documents, &known, &own);
    let referred = row::references(documents, &undated);
    let around = Around::of(&known, &own);
    for at in undated {
        let mut ends = Ends::of(&own[at]);
        if let Some(day) = referred.iter().find(|(doc, _)| *doc == at).map(|(_, bound)| bound) {
            ends.fix(day.clone(), day.clone());
        }
        if let Some((first, last)) = name::told(&documents[at].file) {
            ends.fix(first, last);
        }
        ends.raise(rows.lower(at));
        ends.lower(rows.upper(at));
        // What is only named may be a plan.
        let until = around.upper().and_then(|bound| bound.last());
        ends.lower = ends.lower.filter(|bound| {
            !bound.date.uncertain || until.is_none_or(|until| bound.first().is_some_and(|first| first <= until))
        });
        let nothing = ends.lower.is_none() && ends.upper.is_none();
        ends.raise(around.lower(nothing));
        ends.lower(around.upper());
        let asked = ends.lower.clone();
        let role = own[at].first().map_or(DateRole::Written, |own| own.role);
        let date = own_date(role, (ends.lower, ends.upper));
        let first = own[at].len().min(1);
        own[at].splice(..first, date);
        // The answer came after the question.
        for answer in own[at].iter_mut().skip(1) {
            let mut ends = Ends::of(std::slice::from_ref(answer));
            ends.raise(asked.clone());
            if let Some(later) = own_date(answer.role, (ends.lower, ends.upper)) {
                *answer = later;
            }
        }
    }
    own
}

/// The first date of each role: of a thread the message on top, which repeats the others.
pub fn first_of_roles(own: &[OwnDate]) -> impl Iterator<Item = &OwnDate> {
    own.iter()
        .enumerate()
        .filter(|(at, date)| !own[..*at].iter().any(|other| other.role == date.role))
        .map(|(_, date)| date)
}

fn is_inferred(own: &OwnDate) -> bool {
    own.basis == Basis::Bounded
}

/// The day of a document that has one, the first where it has more.
fn known_day(own: &[OwnDate]) -> Option<Day> {
    let days = first_of_roles(own).filter(|own| !is_inferred(own) && own.earliest == own.latest);
    days.filter_map(|own| own.earliest).min()
}

/// The two ends of an interval, narrowed step by step, never against each other.
struct Ends {
    lower: Option<Bound>,
    upper: Option<Bound>,
}

impl Ends {
    fn of(own: &[OwnDate]) -> Ends {
        let none = Ends { lower: None, upper: None };
        let Some(own) = own.first() else { return none };
        let ends = match Edtf::parse(&own.edtf) {
            Some(Edtf::Date(date)) => (Some(date), Some(date)),
            Some(Edtf::OneOf(members)) => match members.as_slice() {
                [Member::Stretch(first, last)] => (*first, *last),
                _ => return none,
            },
            _ => return none,
        };
        let mut reasons = own.reasons.iter().cloned();
        let mut bound = |date: Option<Date>| Some(Bound { date: date?, reason: reasons.next()? });
        let lower = bound(ends.0);
        Ends { lower, upper: bound(ends.1) }
    }

    fn raise(&mut self, bound: Option<Bound>) {
        let Some(bound) = bound else { return };
        let higher = self.lower.as_ref().and_then(Bound::first).is_none_or(|known| bound.first() > Some(known));
        let fits = self.upper.as_ref().and_then(Bound::last).is_none_or(|last| bound.first() <= Some(last));
        if higher && fits {
            self.lower = Some(bound);
        }
    }

    fn lower(&mut self, bound: Option<Bound>) {
        let Some(bound) = bound else { return };
        let nearer = self.upper.as_ref().and_then(Bound::last).is_none_or(|known| bound.last() < Some(known));
        let fits = self.lower.as_ref().and_then(Bound::first).is_none_or(|first| bound.last() >= Some(first));
        if nearer && fits {
            self.upper = Some(bound);
        }
    }

    /// Both ends, where the text does not speak against them.
    fn fix(&mut self, lower: Bound, upper: Bound) {
        let early = self.lower.as_ref().and_then(Bound::first).is_some_and(|first| upper.last() < Some(first));
        let late = self.upper.as_ref().and_then(Bound::last).is_some_and(|last| lower.first() > Some(last));
        if !early && !late {
            self.raise(Some(lower));
            self.lower(Some(upper));
        }
    }
}

/// When the other documents are of.
struct Around {
    /// Those that are dated.
    dated: Option<(Day, Day, usize)>,
    /// Where none is: what nearly all that are bounded name as past.
    bounded: Option<Day>,
}

/// One in so many documents at least must be dated.
const LEAST_SHARE: usize = 3;
/// Fewer bounded ones say nothing of the rest.
const FEWEST_BOUNDED: usize = 3;

impl Around {
    fn of(known: &[Option<Day>], own: &[Vec<OwnDate>]) -> Around {
        let mut days: Vec<Day> = known.iter().flatten().copied().collect();
        days.sort();
        let ends = days.first().copied().zip(days.last().copied());
        // A few dated ones say nothing of a dossier that is hardly dated.
        let most = days.len() * LEAST_SHARE >= own.len();
        let dated = ends.filter(|_| most).map(|(first, last)| (first, last, days.len()));
        let mut lowers: Vec<Day> = own.iter().filter_map(|own| own.first()?.sure_bounds().0).collect();
        lowers.sort();
        // Nearly all that are bounded are later than this.
        let bounded = (dated.is_none() && lowers.len() >= FEWEST_BOUNDED).then(|| lowers[lowers.len() / 10]);
        Around { dated, bounded }
    }

    /// Days beyond the others on either side: of few documents the next one is easily the first or the last.
    fn margin(first: Day, last: Day, n: usize) -> i32 {
        const ONE_DAYS: i32 = 366;
        const TWO_DAYS: i32 = 183;
        const LEAST_DAYS: i32 = 31;
        let span = last.0 - first.0;
        match n {
            1 => ONE_DAYS,
            2 => TWO_DAYS.max(span),
            _ => LEAST_DAYS.max(span / (n as i32 - 1)),
        }
    }

    fn reason(first: Day, last: Day) -> Reason {
        let when = if first == last { first.to_string() } else { format!("{first}/{last}") };
        let when = say(&when);
        let said = Said::new(
            format!("de andere stukken zijn van {}; dit stuk is waarschijnlijk uit dezelfde tijd", when.nl),
            format!("the other documents are of {}; this one is probably of that time", when.en),
        );
        Reason { span: None, said }
    }

    fn lower(&self, nothing: bool) -> Option<Bound> {
        if let Some((first, last, n)) = self.dated {
            let day = first.plus(-Around::margin(first, last, n));
            return Some(Bound::doubtful(coarse(day, last.0 - first.0), Around::reason(first, last)));
        }
        let day = self.bounded.filter(|_| nothing)?;
        let since = say(&Date::year(day.year()).to_string());
        let said = Said::new(
            format!("de andere stukken noemen {} als voorbij; dit stuk is waarschijnlijk uit dezelfde tijd", since.nl),
            format!("the other documents name {} as past; this one is probably of that time", since.en),
        );
        Some(Bound::doubtful(Date::year(day.year()), Reason { span: None, said }))
    }

    fn upper(&self) -> Option<Bound> {
        let (first, last, n) = self.dated?;
        let day = last.plus(Around::margin(first, last, n));
        Some(Bound::doubtful(coarse(day, last.0 - first.0), Around::reason(first, last)))
    }
}

/// The month of a day, or its year where the dossier spans many.
fn coarse(day: Day, span_days: i32) -> Date {
    const YEARS: i32 = 366 * 5;
    let (year, month, _) = day.ymd();
    if span_days > YEARS { Date::year(year) } else { Date::month(year, month as u8) }
}
