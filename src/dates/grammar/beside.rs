//! What stands next to a day or stretch: "de week na Pasen", "de eerste maandag na 3 mei", "komende vrijdag 17 mei".

use super::*;

impl Grammar<'_> {
    /// "de week na Pasen", "the Monday before Easter", "de tweede zondag na 3 mei".
    pub fn beside(&self, start: usize) -> Read<Point> {
        let articled = self.article(start);
        let (n, at) = self.ordinal(articled, articled > start).unwrap_or((1, articled));
        let what = match self.word(at) {
            Word::Unit(
                unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year),
                _,
            ) if !self.is_plural(at) && at > start => What::Unit(unit),
            Word::Weekday(day) | Word::WeekdayPart(day) => What::Weekday(day),
            Word::DayName if at > start => What::Unit(Unit::Day),
            // "the eve of the coronation of 6 May"
            _ if at > start && self.is(at, any!("eve vooravond")) && self.is(at + 1, any!("of van")) => {
                return self.beside_dated(-1, at + 2).or_else(|| {
                    let (of, end) = self.point(at + 2)?;
                    Some((Point::Beside { n: -1, what: What::Unit(Unit::Day), of: Box::new(of) }, end))
                });
            }
            _ => return None,
        };
        let ahead = match self.word(at + 1) {
            Word::After => true,
            Word::Before => false,
            _ => return None,
        };
        let (of, end) = self.point(at + 2)?;
        // "maandag na vijf uur", "maandag voor vrijdag": only a day that is named tells which Monday.
        let named = matches!(of, Point::Calendar { day: Some(_), .. } | Point::Holiday { .. });
        if at == start && !named || matches!(of, Point::FromEvent { .. } | Point::FromTold { .. }) {
            return None;
        }
        let n = if ahead { n.max(1) } else { -n.max(1) };
        Some((Point::Beside { n, what, of: Box::new(of) }, end))
    }

    /// "the six months to September", "the year ended 31 March 2023".
    pub fn up_to(&self, start: usize) -> Read<Point> {
        let at = self.article(start);
        let (amount, end) = match self.word(at) {
            Word::Unit(unit @ (Unit::Year | Unit::Quarter | Unit::Decade | Unit::Century), _)
                if !self.is_plural(at) =>
            {
                (Amount::whole(1, unit), at + 1)
            }
            _ => self.amount(at)?,
        };
        let years = matches!(amount.unit, Unit::Decade | Unit::Century);
        let months =
            years || matches!(amount.unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::HalfYear);
        let ended = self.is(end, any!("ended ending eindigend"));
        if at == start || !months || !(ended || self.is(end, any!("to"))) {
            return None;
        }
        let to = end + 1 + usize::from(ended && self.is(end + 1, any!("on in op")));
        let (to, end) = longest([self.point(to), self.month(to, false)])?;
        let fits = matches!(to, Point::Calendar { month, .. } if month.is_some() || years);
        fits.then(|| (Point::UpTo { amount, to: Box::new(to) }, end))
    }

    /// "komende vrijdag 17 mei", "last Tuesday, 14 May", "afgelopen 3 mei".
    pub fn way_date(&self, start: usize) -> Read<Point> {
        let (_, at) = self.way(start)?;
        let (date, end) = longest([self.day_month(at), self.month_day(at), self.numeric(at)])?;
        let Point::Calendar { month: Some(_), day: Some(_), weekday, .. } = date else { return None };
        let dutch = self.is(at - 1, any!("afgelopen komende aankomende aanstaande verleden jongstleden"));
        (weekday.is_some() || dutch).then_some((date, end))
    }
}
