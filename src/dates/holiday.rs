//! Feast days that come every year, by the number that the lexicon gives them.

use super::Day;

/// The day in that year; `None` for an unknown number.
pub fn day(which: u8, year: i32) -> Option<Day> {
    let fixed = |month, day| Day::from_ymd(year, month, day);
    let from_easter = |days: i32| easter(year).map(|easter| easter.plus(days));
    match which {
        0 => fixed(1, 1),
        // The king's day moves to Saturday when it falls on a Sunday.
        1 => fixed(4, 27).map(|day| if day.weekday() == 6 { day.plus(-1) } else { day }),
        2 => fixed(5, 4),
        3 => fixed(5, 5),
        4 => nth_weekday(year, 9, 1, 3),
        5 => fixed(12, 5),
        6 => fixed(12, 24),
        7 => fixed(12, 25),
        8 => fixed(12, 31),
        9 => from_easter(0),
        10 => from_easter(39),
        11 => from_easter(49),
        12 => fixed(10, 31),
        13 => nth_weekday(year, 11, 3, 4),
        14 => from_easter(1),
        15 => from_easter(50),
        16 => nth_weekday(year, 5, 6, 2),
        17 => nth_weekday(year, 6, 6, 3),
        18 => fixed(2, 14),
        19 => fixed(4, 30),
        20 => fixed(12, 26),
        21 => fixed(7, 4),
        22 => nth_weekday(year, 9, 0, 1),
        23 => fixed(5, 31).map(|day| day.monday()),
        24 => from_easter(-2),
        25 => fixed(5, 1),
        26 => fixed(1, 6),
        27 => fixed(11, 1),
        28 => fixed(11, 2),
        36 => fixed(11, 11),
        30 => from_easter(-7),
        31 => from_easter(-46),
        32 => from_easter(-3),
        33 => from_easter(-1),
        34 => fixed(10, 4),
        35 => fixed(3, 17),
        37 => fixed(6, 19),
        38 => nth_weekday(year, 1, 0, 3),
        39 => nth_weekday(year, 2, 0, 3),
        40 => nth_weekday(year, 10, 0, 2),
        41 => fixed(4, 1),
        42 => fixed(4, 22),
        43 => from_easter(-49),
        44 => nth_weekday(year, 11, 3, 4).map(|day| day.plus(1)),
        45 => fixed(7, 1),
        46 => fixed(3, 8),
        // The fourth Sunday before Christmas.
        47 => fixed(12, 24).map(|day| day.plus(-((day.weekday() as i32 + 1) % 7) - 21)),
        48 => fixed(12, 15),
        49 => fixed(9, 29),
        55 => from_easter(-47),
        56 => nth_weekday(year, 11, 3, 4).map(|day| day.plus(4)),
        _ => None,
    }
}

fn nth_weekday(year: i32, month: u32, weekday: i32, n: i32) -> Option<Day> {
    let first = Day::from_ymd(year, month, 1)?;
    Some(first.plus((weekday - first.weekday() as i32).rem_euclid(7) + 7 * (n - 1)))
}

/// Easter Sunday, Gregorian. The anonymous algorithm (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<Day> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (n / 31, n % 31 + 1);
    Day::from_ymd(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn knows_the_moving_feasts() {
        for (which, year, expected) in [
            (9, 2022, "2022-04-17"),
            (9, 2024, "2024-03-31"),
            (10, 2023, "2023-05-18"),
            (4, 2023, "2023-09-19"),
            (13, 2023, "2023-11-23"),
            (1, 2025, "2025-04-26"),
        ] {
            assert_eq!(super::day(which, year).unwrap().to_string(), expected);
        }
    }
}
