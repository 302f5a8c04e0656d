//! Sorting that costs a reader few bytes.
//!
//! The standard library compiles its sorts anew for every type, two to five kilobytes of WASM each, and the one for numbers
//! alone takes five. Here one function sorts places in the slice, whatever stands there; for each type only comparing and
//! swapping is compiled.

use std::{cmp::Ordering, mem};

/// Stable sorting; as `sort_by` and its kin of the standard library, and as fast for the few thousand things of a view.
pub trait Order<T> {
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        order(self.len(), &mut |step, a, b| match step {
            Step::Compare => compare(&self[a], &self[b]) == Ordering::Greater,
            Step::Swap => {
                self.swap(a, b);
                true
            }
        });
    }
}

/// What is done with two things of a slice.
enum Step {
    /// Whether the first one belongs behind the second.
    Compare,
    Swap,
}

type Slice<'a> = dyn FnMut(Step, usize, usize) -> bool + 'a;

/// Puts the `len` things of a slice in order.
fn order(len: usize, slice: &mut Slice<'_>) {
    let mut from = sorted(len, slice);
    // Every cycle of the permutation once around: what belongs at `at` comes from `from[at]`.
    for start in 0..len {
        let mut at = start;
        while from[at] != start {
            let next = mem::replace(&mut from[at], at);
            slice(Step::Swap, at, next);
            at = next;
        }
        from[at] = at;
    }
}

/// Places `0..len` in order, equal ones as they stood: stretches of one, two, four are merged until one is left.
fn sorted(len: usize, slice: &mut Slice<'_>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = places.clone();
    let mut length = 1;
    while length < len {
        for start in (0..len).step_by(2 * length) {
            let (middle, end) = ((start + length).min(len), (start + 2 * length).min(len));
            let (mut first, mut second) = (start, middle);
            // Often all is in order.
            let is_done = middle == end || !slice(Step::Compare, places[middle - 1], places[middle]);
            for place in &mut merged[start..end] {
                let takes_first = second == end
                    || first < middle && (is_done || !slice(Step::Compare, places[first], places[second]));
                let next = if takes_first { &mut first } else { &mut second };
                *place = places[*next];
                *next += 1;
            }
        }
        mem::swap(&mut places, &mut merged);
        length *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library(items in prop::collection::vec((0u8..20, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            ours.order();
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
