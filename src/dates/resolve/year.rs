//! The year that a date takes from those told before it.

use super::*;

impl Scene<'_> {
    /// "in mei en juni", "op 3 en 10 juni": of a list without any year the later ones follow the first.
    pub fn linked_year(&self, point: &Point) -> Option<Edtf> {
        // "in het najaar van dat jaar", "die zomer", "het voorjaar daarop"
        if let Point::Coded { year: year @ (Year::Told | Year::AfterTold), code } = point {
            let mut near = self.told.iter().rev().take_while(|told| self.is_near(told.span));
            let last = near.clone().next();
            let (first, end) = near.find(|told| told.whole).or(last)?.edtf.bounds();
            let of = |year: i32| Some(Date::month(year, *code));
            return match year {
                Year::AfterTold => calendar::yearly(Year::Shift(FUTURE_NEXT), end?, None, &of),
                _ => of(first?.year()),
            }
            .map(Edtf::Date);
        }
        if let Point::Holiday { which, year: Year::Absent } = point {
            return self.feast_of_sentence(*which);
        }
        if let Point::Coded { year: Year::Absent, code } = point {
            return self.code_beside(*code);
        }
        let Point::Calendar { year: Year::Absent, month: Some(month), day, weekday: None } = point else { return None };
        let last = self.told.last()?;
        let between = self.text.get(last.span.end()..self.timex.span.start())?;
        let told = last.edtf.as_date().filter(|told| is_link(between) && !last.whole && told.hidden == 0)?;
        if !matches!(told.month, Field::Known(1..=12)) || day.is_some() != (told.day != Field::Absent) {
            return None;
        }
        let of = |year: i32| match day {
            Some(day) => Day::from_ymd(year, u32::from(*month), u32::from(*day)).map(Date::day),
            None => Some(Date::month(year, *month)),
        };
        let goes_on = |date: &Date| date.bounds().0 > told.bounds().0;
        [of(told.year), of(told.year + 1)].into_iter().flatten().find(goes_on).map(Edtf::Date)
    }

    /// "In 2019 viel Pasen laat", "Koningsdag werd in 2014 voor het eerst gevierd": the year that its sentence names.
    fn feast_of_sentence(&self, which: u8) -> Option<Edtf> {
        if self.timex.side.is_some() {
            return None;
        }
        let sentence = tense::sentence_around(self.text, self.timex.span);
        let told = self.told.iter().rev().find(|told| told.whole && sentence.contains(told.span));
        let told = told.and_then(|told| {
            let (first, last) = told.edtf.bounds();
            let (first, last) = (first?, last.filter(|last| last.0 - first.map_or(0, |first| first.0) < 400)?);
            let within = (first.year()..=last.year().min(first.year() + 10))
                .find(|year| holiday::day(which, *year).is_some_and(|day| first <= day && day <= last));
            within.or(told.edtf.as_date().filter(|date| date.hidden == 0).map(|date| date.year))
        });
        let named = || {
            self.next.iter().take_while(|next| sentence.contains(next.span)).find_map(|next| match next.expr {
                Expr::Point(Point::Calendar { year: Year::Known(year), month: None, .. }, None) => {
                    let lead = self.text[..next.span.start()].trim_end();
                    [" in", " van", " of"].iter().any(|word| lead.ends_with(word)).then_some(year)
                }
                _ => None,
            })
        };
        holiday::day(which, told.or_else(named)?).map(Edtf::day)
    }

    /// From where the first of a list of past days is seen: "op 18 januari, 10 mei en 6 december" lie in one year, and its last
    /// one is past too.
    pub fn list_seen_from(&self, point: &Point, now: Day, side: Option<Side>) -> Day {
        let day_of = |point: &Point| match point {
            Point::Calendar { year: Year::Absent, month: Some(month), day: Some(day), weekday: None } => {
                Some((*month, *day))
            }
            _ => None,
        };
        let Some(mut last) = day_of(point).filter(|_| side == Some(Side::Past)) else { return now };
        let first = last;
        let mut end = self.timex.span.end();
        for timex in self.next {
            let Some(between) = self.text.get(end..timex.span.start()) else { break };
            let Expr::Point(point, None) = &timex.expr else { break };
            match day_of(point).filter(|day| is_link(between) && *day > last) {
                Some(day) => last = day,
                None => break,
            }
            end = timex.span.end();
        }
        let of = |year: i32, (month, day): (u8, u8)| Day::from_ymd(year, u32::from(month), u32::from(day));
        let (year, ..) = now.ymd();
        let seen = of(year, first).zip(of(year, last)).filter(|(first, last)| *first <= now && now < *last);
        seen.map_or(now, |(first, _)| first.plus(-1))
    }

    /// "Q4 2024 … ten opzichte van Q3": of its kind the nearest to the one that the sentence told.
    fn code_beside(&self, code: u8) -> Option<Edtf> {
        let last = self.told.last()?;
        let told = last.edtf.as_date()?;
        let Field::Known(known @ 21..) = told.month else { return None };
        let alike = (known < 33) == (code < 33) && (known < 40) == (code < 40);
        let sentence = tense::sentence_around(self.text, self.timex.span);
        // "in het voorjaar en in het najaar": seasons tell no year to each other.
        if !alike || !last.whole && known < 33 || !sentence.contains(last.span) || self.timex.side.is_some() {
            return None;
        }
        let from = told.bounds().0?;
        let of = |year: i32| Some(Date::month(year, code)).filter(|date| date.bounds().0.is_some());
        // Next to it, else of the same year: "Q1 2025 … ten opzichte van Q4".
        let away = |date: &Date| {
            let days = date.bounds().0.map_or(i32::MAX, |day| (day.0 - from.0).abs());
            (days > 100, date.year != told.year)
        };
        (told.year - 1..=told.year + 1).filter_map(of).min_by_key(away).map(Edtf::Date)
    }

    /// A date without a year in a story that has just named one: "Op 3 maart 2021 … op 15 april".
    pub fn neighbour_year(&self, point: &Point) -> Option<Edtf> {
        if self.timex.side.is_some() {
            return None;
        }
        let (month, day, weekday) = match point {
            Point::Calendar { year: Year::Absent | Year::Told, month: Some(month), day, weekday } => {
                (*month, *day, *weekday)
            }
            Point::Part(part, inner) => {
                let scene = Scene { timex: self.timex, ..*self };
                let inner = scene.neighbour_year(inner)?;
                return part_of(*part, &inner);
            }
            Point::DayOfMonth { day, shift: None } => {
                // "In november … de 15e"
                let last = self.told.last().filter(|told| self.is_near(told.span))?;
                let date = last.edtf.as_date()?;
                let Field::Known(month @ 1..=12) = date.month else { return None };
                let same = Day::from_ymd(date.year, u32::from(month), u32::from(*day))?;
                // "your letter of 30 September, which reached us on the 2nd"
                let latest = self.reference.map(|reference| reference.last);
                // "The draft went out last month, comments are due on the 22nd."
                let ahead =
                    || tense::side_and_force(self.text, self.timex.span).map(|(side, _)| side) == Some(Side::Future);
                if !last.whole && latest.is_some_and(|latest| same < latest) && ahead() {
                    return None;
                }
                let next = date.bounds().0.filter(|told| same < *told).and_then(|_| same.plus_months(1));
                let next = next.filter(|next| latest.is_none_or(|latest| *next <= latest));
                // "since the 20th" began.
                let since = self.timex.bound == Some(Bound::Since) && latest.is_some_and(|latest| same > latest);
                let before = same.plus_months(-1).filter(|_| since);
                return Some(Edtf::day(next.or(before).unwrap_or(same)));
            }
            _ => return None,
        };
        let near = self.told.iter().rev().take_while(|told| self.is_near(told.span));
        let last = near.into_iter().find(|told| told.whole)?;
        let told = match &last.edtf {
            Edtf::Date(date) => *date,
            // "2020 t/m 2022" names no year.
            other => {
                let (first, end) = other.bounds();
                Date::day(first.filter(|first| end.is_none_or(|end| end.0 - first.0 < 370))?)
            }
        };
        if !matches!(told.month, Field::Known(1..=12)) && told.hidden > 0 {
            return None;
        }
        let at = |year: i32| {
            let date = match day {
                Some(day) => Date::day(Day::from_ymd(year, u32::from(month), u32::from(day))?),
                None => Date::month(year, month),
            };
            let fits =
                weekday.is_none_or(|weekday| date.bounds().0.is_some_and(|day| day.weekday() == u32::from(weekday)));
            fits.then_some(date)
        };
        // "in maart van datzelfde jaar"
        if matches!(point, Point::Calendar { year: Year::Told, .. }) {
            return at(told.year).map(Edtf::Date);
        }
        // A story goes on: not before what it told last, and not after it was written.
        let latest = self.reference.map(|reference| reference.last);
        // What was told already lies ahead.
        let ahead_already = self.timex.bound != Some(Bound::Since)
            && latest.zip(told.bounds().0).is_some_and(|(latest, told)| told > latest);
        // "verschijnt in maart 2020; het concept lag er al eind september"
        if ahead_already
            && matches!(
                tense::side_and_force(self.text, self.timex.span),
                Some((Side::Past, tense::Force::Told | tense::Force::Sure))
            )
        {
            return None;
        }
        let candidates = [at(told.year), at(told.year + 1)].into_iter().flatten();
        // "is op 31 augustus, met opbouw vanaf 28 augustus": what announces may lie a little before it.
        let earliest = told.bounds().0.map(|day| if self.timex.announced { day.plus(-45) } else { day });
        let goes_on = |date: &Date| date.bounds().1 >= earliest;
        let is_past = |date: &Date| {
            ahead_already || latest.is_none_or(|latest| date.bounds().0.is_some_and(|first| first <= latest))
        };
        let since = self.timex.bound == Some(Bound::Since);
        let future = self.timex.announced
            || (!since
                && self.reference.is_some()
                && !self.is_of_document()
                && !led::is_of_before(self.text[..self.timex.span.start()].trim_end())
                && tense::side(self.text, self.timex.span) == Some(Side::Future));
        let ahead = |date: &Date| latest.is_none_or(|latest| date.bounds().1.is_some_and(|last| last >= latest));
        let mut found = candidates.filter(goes_on).filter(|date| if future { ahead(date) } else { is_past(date) });
        let first = found.next().or_else(|| if future { None } else { at(told.year).filter(is_past) })?;
        Some(Edtf::Date(first))
    }
}

/// What stands between two dates of a list.
fn is_link(between: &str) -> bool {
    matches!(between.trim(), "," | "en" | "of" | "and" | "or" | "en op" | "en in" | "and in" | "and on")
}
