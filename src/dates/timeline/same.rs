//! Whether two tellings are of one event.

use crate::dates::{
    Day, Edtf,
    event::{self, Told},
};

/// Days that sources which tell of one event may disagree by.
pub const NEAR: i32 = 31;

pub fn agrees(one: &Told, group: &[Told]) -> bool {
    let best = &group[0];
    let elsewhere = group.iter().all(|other| other.doc != one.doc);
    overlaps(&one.value, &best.value) || (elsewhere && likeness(one, best) >= 0.6)
}

/// Whether two tellings are of one event: their dates can be the same, and so can what they tell.
pub fn is_same(a: &Told, b: &Told) -> bool {
    let from = |one: &Told, other: &Told| one.counted_from.as_deref() == Some(other.value.to_string().as_str());
    let overlapping = overlaps(&a.value, &b.value);
    if !(overlapping
        || a.doc != b.doc && a.happening.is_some() && a.happening == b.happening && are_near(&a.value, &b.value))
    {
        return false;
    }
    if event::lasts(&a.value) != event::lasts(&b.value)
        || (from(a, b) && a.value != b.value)
        || (from(b, a) && a.value != b.value)
    {
        return false;
    }
    let likeness = likeness(a, b);
    if !overlapping {
        // Told alike, dated otherwise: the sources disagree.
        return likeness >= 0.6;
    }
    // Told word for word: a question put to several ministers.
    if a.value == b.value && likeness >= 0.9 && shared(a, b) >= 4 {
        return true;
    }
    let same_day = event::width(&a.value) == 0 && a.value == b.value;
    if (same_day && a.doc == b.doc && a.slight != b.slight)
        || !same_day && (a.value == b.value || a.doc != b.doc) && is_told_alike(a, b)
    {
        return true;
    }
    let same_kind = a.happening.is_some() && a.happening == b.happening;
    let shared = shared(a, b);
    if same_day {
        return shared >= 2
            || likeness >= 0.2
            || (a.doc == b.doc && a.relative && b.relative)
            || (same_kind && shared >= 1);
    }
    let vague = event::width(&a.value).max(event::width(&b.value));
    if a.doc == b.doc && a.relative && b.relative && a.value == b.value {
        return true;
    }
    if a.doc != b.doc && a.value == b.value && shared >= 4 {
        return true;
    }
    // A coarse date holds many events: both must tell the same sort of thing about the same.
    if vague > 40 { same_kind && shared >= 4 } else { (same_kind && shared >= 1) || shared >= 5 }
}

/// Most words of the shorter clause stand in the other: "In oktober werd de kiel gelegd van de Noorderling".
fn is_told_alike(a: &Told, b: &Told) -> bool {
    const ENOUGH: usize = 3;
    const MOST: f64 = 0.7;
    let (a, b) = (&a.core, &b.core);
    let alike = a.iter().filter(|one| b.binary_search(one).is_ok()).count();
    alike >= ENOUGH && alike as f64 >= MOST * a.len().min(b.len()) as f64
}

pub fn overlaps(a: &Edtf, b: &Edtf) -> bool {
    let ((a1, a2), (b1, b2)) = (a.bounds(), b.bounds());
    let starts = |first: Option<Day>, last: Option<Day>| first.zip(last).is_none_or(|(first, last)| first <= last);
    starts(a1, b2) && starts(b1, a2)
}

fn are_near(a: &Edtf, b: &Edtf) -> bool {
    let day = |edtf: &Edtf| edtf.bounds().0;
    day(a).zip(day(b)).is_some_and(|(a, b)| (a.0 - b.0).abs() <= NEAR)
}

/// Stems in common, also where one begins with the other ("kamer", "kamerorganisatie").
fn shared(a: &Told, b: &Told) -> usize {
    let meets = |one: &String, other: &String| {
        one == other
            || (one.len().min(other.len()) >= 5 && (one.starts_with(other.as_str()) || other.starts_with(one.as_str())))
    };
    a.stems.iter().filter(|one| b.stems.iter().any(|other| meets(one, other))).count()
}

fn likeness(a: &Told, b: &Told) -> f64 {
    let least = a.stems.len().min(b.stems.len()).max(1);
    shared(a, b) as f64 / least as f64
}
