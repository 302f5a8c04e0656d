//! A word that the dossier lacks: a form of others, or typed wrongly?
//!
//! Both are likelier the more often the dossier says what would be meant: the prior of the noisy channel (Kernighan, Church
//! and Gale, 1990). Counted in units, of words one edit or one misreading away against forms and relatives.

use super::expand::{ONE_EDIT_FROM, Slip};
use super::inflect::{BARE, DERIVED};
use super::misread::misread;
use super::vocabulary::Vocabulary;
use crate::text::SortedMap;

/// What is left of the weight of forms, and what relatives of the same stem count at most.
pub struct Doubt {
    pub forms: f32,
    pub family: f32,
}

/// How likely a slip is beside a letter left out or two swapped: of another letter there are twenty-five, at each place. That
/// the first one is wrong is no rarer than all others together.
const OTHER_LETTER: f32 = 0.06;
const OTHER_FIRST: f32 = 0.24;
/// So much oftener than all forms a word that may be meant must stand there, by that likelihood, for the word to be taken for
/// an error. Where only the bare base is there (`opende`, `open`), it need not be oftener.
const OFTENER: f32 = 2.5;
const OFTENER_THAN_BARE: f32 = 0.3;
const UNLIKELY_FORMS: f32 = 0.5;
/// Relatives stand below one typing error, above it where they stand there so much oftener, or below all of one edit where
/// they do not.
const FAMILY: f32 = 0.5;
const LIKELY_FAMILY: f32 = DERIVED;
const UNLIKELY_FAMILY: f32 = 0.44;
const FAMILY_OFTENER: f32 = 4.0;
const MEANT_OFTENER: f32 = 0.5;
/// Of shorter words a stem says too little.
const FAMILY_FROM: usize = 6;

impl Default for Doubt {
    fn default() -> Doubt {
        Doubt { forms: 1.0, family: FAMILY }
    }
}

impl Doubt {
    /// For a word that begins no other; `forms` as [`super::inflect`] finds them, `n_units` how many units hold a term.
    pub fn of(
        vocabulary: &Vocabulary,
        word: &[u8],
        forms: &SortedMap<u32, f32>,
        n_units: &dyn Fn(u32) -> u32,
    ) -> Doubt {
        let mut doubt = Doubt::default();
        if word.len() < ONE_EDIT_FROM || forms.iter().next().is_none() {
            return doubt;
        }
        let mut n_meant = 0.0f32;
        for near in vocabulary.near(word, 1) {
            let term = vocabulary.term(near.term);
            if term.len() >= ONE_EDIT_FROM {
                n_meant = n_meant.max(n_units(near.term) as f32 * likelihood(word, term));
            }
        }
        misread(word, &mut |reading| {
            if let Some(term) = vocabulary.find(reading) {
                n_meant = n_meant.max(n_units(term) as f32);
            }
        });
        let (mut n_forms, mut n_all, mut best) = (0u32, 0u32, 0.0f32);
        for &(term, weight) in forms.iter() {
            let n = n_units(term);
            n_all += n;
            if weight > DERIVED {
                n_forms += n;
                best = best.max(weight);
            }
        }
        let oftener = if best > BARE { OFTENER } else { OFTENER_THAN_BARE };
        let (n_forms, n_all) = (n_forms as f32, n_all as f32);
        if n_meant > oftener * n_forms {
            doubt.forms = UNLIKELY_FORMS;
        }
        if n_meant > MEANT_OFTENER * n_all {
            doubt.family = UNLIKELY_FAMILY;
        } else if word.len() >= FAMILY_FROM && n_all > FAMILY_OFTENER * n_meant {
            doubt.family = LIKELY_FAMILY;
        }
        doubt
    }
}

fn likelihood(typed: &[u8], meant: &[u8]) -> f32 {
    match Slip::of(typed, meant) {
        Slip::Dropped => 1.0,
        _ if typed.first() != meant.first() => OTHER_FIRST,
        _ => OTHER_LETTER,
    }
}

#[cfg(test)]
mod tests {
    use super::Doubt;
    use crate::search::{inflect::forms, vocabulary::Vocabulary};

    #[test]
    fn what_is_said_often_is_meant() {
        let check = |word: &str, terms: &[(&str, u32)], expected: (f32, f32)| {
            let words: Vec<&str> = terms.iter().map(|(word, _)| *word).collect();
            let vocabulary = Vocabulary::of(&words);
            let n_units = |term: u32| terms[term as usize].1;
            let doubt = Doubt::of(&vocabulary, word.as_bytes(), &forms(&vocabulary, word.as_bytes()), &n_units);
            assert_eq!((doubt.forms, doubt.family), expected, "{word}");
        };
        check("yadde", &[("hadde", 60), ("yad", 1)], (0.5, 0.44));
        check("yadde", &[("hadde", 60), ("yad", 9)], (1.0, 0.44));
        check("landingen", &[("ladingen", 1), ("land", 60)], (0.5, 0.7));
        check("bouwde", &[("bouwen", 3)], (1.0, 0.7));
        // Another letter is a rarer slip than one left out.
        check("bouwde", &[("bouwen", 1), ("rouwde", 10)], (1.0, 0.44));
        check("bouwde", &[("boudwe", 10), ("bouwen", 1)], (0.5, 0.44));
    }
}
