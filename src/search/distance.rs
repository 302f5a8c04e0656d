//! Edit distance: how many letters must be replaced, added, dropped or swapped with their neighbour.
//!
//! Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003): a column of the table in a
//! few operations on one word of bits. Counts bytes of folded words, which are letters but for scripts other than Latin.

/// A word to compare others with, of at most 64 bytes; longer ones are compared by their first 64.
#[derive(Debug)]
pub struct Pattern {
    /// For each byte the places at which the word holds it.
    places: [u64; 256],
    len: u32,
}

impl Pattern {
    pub fn new(word: &[u8]) -> Pattern {
        let word = &word[..word.len().min(64)];
        let mut places = [0; 256];
        for (at, &byte) in word.iter().enumerate() {
            places[usize::from(byte)] |= 1 << at;
        }
        Pattern { places, len: word.len() as u32 }
    }

    /// Edits between the word and `other`, a swap of neighbours counted as one (optimal string alignment); `None` where there
    /// are more than `most`.
    pub fn distance_within(&self, other: &[u8], most: u32) -> Option<u32> {
        let mut left = other.len() as u32;
        // Each letter to come brings the word one edit nearer at most.
        let distance = self.columns(other, |distance| {
            left = left.saturating_sub(1);
            distance <= most + left
        });
        Some(distance).filter(|distance| *distance <= most)
    }

    /// Edits between the word and the beginning of `other` that is nearest to it; `None` where there are more than `most`.
    pub fn distance_of_start(&self, other: &[u8], most: u32) -> Option<u32> {
        let mut least = self.len;
        let mut left = other.len() as u32;
        self.columns(other, |distance| {
            least = least.min(distance);
            left = left.saturating_sub(1);
            distance <= most + left
        });
        Some(least).filter(|least| *least <= most)
    }

    /// The distance to all of `other`; `goes_on` is told the distance to each beginning of it, and may end it there.
    fn columns(&self, other: &[u8], mut goes_on: impl FnMut(u32) -> bool) -> u32 {
        if self.len == 0 {
            return other.len() as u32;
        }
        let last = 1u64 << (self.len - 1);
        let (mut up, mut down, mut diagonal, mut places_before) = (u64::MAX, 0u64, 0u64, 0u64);
        let mut distance = self.len;
        for &byte in other {
            let places = self.places[usize::from(byte)];
            let swapped = ((!diagonal & places) << 1) & places_before;
            diagonal = (((places & up).wrapping_add(up)) ^ up) | places | down | swapped;
            let right = down | !(diagonal | up);
            let left = diagonal & up;
            if right & last != 0 {
                distance += 1;
            } else if left & last != 0 {
                distance -= 1;
            }
            let right = right << 1 | 1;
            up = left << 1 | !(diagonal | right);
            down = diagonal & right;
            places_before = places;
            if !goes_on(distance) {
                return distance;
            }
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    #[test]
    fn counts_edits() {
        let check = |a: &str, b: &str, expected| {
            assert_eq!(Pattern::new(a.as_bytes()).distance_within(b.as_bytes(), 9), Some(expected), "{a} {b}")
        };
        check("ambtenaar", "ambtenaar", 0);
        check("ambtenaar", "ambetnaar", 1);
        check("ambtenaar", "mbtenaar", 1);
        check("ambtenaar", "ambtenarr", 1);
        check("vakmanschap", "vakmnschp", 2);
        check("", "abc", 3);
        check("abc", "", 3);
        assert_eq!(Pattern::new(b"vakmnsch").distance_of_start(b"vakmanschap", 2), Some(1));
        assert_eq!(Pattern::new(b"vakmnsch").distance_of_start(b"verkeer", 2), None);
    }

    proptest! {
        #[test]
        fn agrees_with_the_table(a in "[abc]{0,9}", b in "[abc]{0,9}", most in 0u32..4) {
            let (x, y) = (a.as_bytes(), b.as_bytes());
            let mut table = vec![vec![0u32; y.len() + 1]; x.len() + 1];
            for i in 0..=x.len() {
                for j in 0..=y.len() {
                    if i == 0 || j == 0 { table[i][j] = (i + j) as u32; continue; }
                    let replaced = table[i - 1][j - 1] + u32::from(x[i - 1] != y[j - 1]);
                    table[i][j] = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] {
                        table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
                    }
                }
            }
            let edits = table[x.len()][y.len()];
            prop_assert_eq!(Pattern::new(x).distance_within(y, edits), Some(edits));
            prop_assert_eq!(Pattern::new(x).distance_within(y, most), Some(edits).filter(|edits| *edits <= most));
        }
    }
}
