//! Tellings of one event, put together.

use super::{
    same::{NEAR, agrees, is_same},
    *,
};
use crate::dates::Edtf;

/// Groups of tellings of one event, each in order: the most precise first.
pub fn join(mut told: Vec<Told>, dossier: &[Dated<'_>]) -> Vec<Vec<Told>> {
    told.retain(|one| {
        let text = &dossier[one.doc.index()].document.text;
        // A duration that hangs on an undated noun is told with that noun.
        let mentions = dossier[one.doc.index()].mentions;
        let at = mentions.binary_search_by_key(&one.span, |mention| mention.span);
        let handled = at.is_ok_and(|at| event::is_foretold(text, &mentions[at]));
        !handled || one.clause.start_byte < one.span.start_byte && one.why.nl.starts_with("gerekend vanaf „")
    });
    told.sort_by_key(|one| (event::width(&one.value), one.slight, one.doc, one.span));
    let mut groups: Vec<Vec<Told>> = Vec::new();
    // The days that each group's tellings allow: most pairs are told apart by these alone.
    let mut hulls: Vec<(i32, i32)> = Vec::new();
    for one in told {
        let (first, last) = reach(&one.value);
        let home = (0..groups.len()).find(|&at| {
            hulls[at].0 <= last
                && first <= hulls[at].1
                && groups[at].iter().any(|other| is_same(&one, other))
                && agrees(&one, &groups[at])
        });
        match home {
            Some(at) => {
                hulls[at] = (hulls[at].0.min(first), hulls[at].1.max(last));
                groups[at].push(one);
            }
            None => {
                hulls.push((first, last));
                groups.push(vec![one]);
            }
        }
    }
    groups
}

/// The days within which another telling of the same event may be dated; half of [`NEAR`] on either side.
fn reach(value: &Edtf) -> (i32, i32) {
    let (first, last) = value.bounds();
    let half = NEAR / 2 + 1;
    (first.map_or(i32::MIN, |day| day.0 - half), last.map_or(i32::MAX, |day| day.0 + half))
}
