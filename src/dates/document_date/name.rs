//! What a file's name says of its date: "2017-01-04_184502.txt", "20170104.eml", "2017/034.docx", "ah-tk-20202021-3235.xml".

use super::{bounded::Bound, *};

/// First and last day that a path names: a day in the file's name, else the year of a register or a folder.
pub fn told(path: &str) -> Option<(Bound, Bound)> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (first, last) = day_in(stem)
        .map(|day| (Date::day(day), Date::day(day)))
        .or_else(|| years_in(stem))
        .or_else(|| folders.rsplit('/').find_map(|folder| year(folder).map(|year| (year, year))))?;
    let value = if first == last { first.to_string() } else { format!("{first}/{last}") };
    let said = say(&value);
    let said =
        Said::new(format!("de naam van het bestand zegt {}", said.nl), format!("the file's name says {}", said.en));
    let reason = Reason { span: None, said };
    Some((Bound::doubtful(first, reason.clone()), Bound::doubtful(last, reason)))
}

/// Whether a name tells a day, so that its numbers are no register's.
pub fn is_day(stem: &str) -> bool {
    day_in(stem).is_some()
}

/// "2017-01-04", "20170104", "04-01-2017".
fn day_in(stem: &str) -> Option<Day> {
    let runs: Vec<&str> = digits(stem).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    let of = |year: &str, month: &str, day: &str| {
        let lengths = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        let known = year_of(year).filter(|_| lengths)?;
        Day::from_ymd(known, number(month)?, number(day)?)
    };
    let together = runs.iter().find_map(|run| if run.len() == 8 { of(&run[..4], &run[4..6], &run[6..]) } else { None });
    together
        .or_else(|| runs.windows(3).find_map(|run| of(run[0], run[1], run[2]).or_else(|| of(run[2], run[1], run[0]))))
}

/// The year that a register's number begins with, or those of a sitting ("20202021").
fn years_in(stem: &str) -> Option<(Date, Date)> {
    let mut years = digits(stem).filter_map(|run| match run.len() {
        4 => year(run).map(|year| (year, year)),
        8 => {
            let (from, to) = (year_of(&run[..4])?, year_of(&run[4..])?);
            (to == from + 1).then(|| (Date::year(from), Date::year(to)))
        }
        _ => None,
    });
    let found = years.next()?;
    // A number behind it: "2017-034", not "verkiezingen 2017".
    (years.next().is_none() && digits(stem).count() > 1).then_some(found)
}

fn year(text: &str) -> Option<Date> {
    (text.len() == 4).then(|| year_of(text).map(Date::year))?
}

fn year_of(text: &str) -> Option<i32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| plain && (1500..2100).contains(year))
}

fn digits(stem: &str) -> impl Iterator<Item = &str> {
    stem.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn names_tell_days_and_years() {
        for (path, expected) in [
            ("2017-01-04_184502.txt", "2017-01-04? 2017-01-04?"),
            ("post/20170104 brief.docx", "2017-01-04? 2017-01-04?"),
            ("brief_4-1-2017.pdf", "2017-01-04? 2017-01-04?"),
            ("2017-034.txt", "2017? 2017?"),
            ("2016/brief 12.txt", "2016? 2016?"),
            ("ah-tk-20202021-3235.xml", "2020? 2021?"),
            ("verkiezingen 2017.txt", ""),
            ("20171304.txt", ""),
            ("184502.txt", ""),
            ("brief.txt", ""),
        ] {
            let said = told(path).map(|(first, last)| format!("{} {}", first.date, last.date)).unwrap_or_default();
            assert_eq!(said, expected, "{path}");
        }
    }
}
