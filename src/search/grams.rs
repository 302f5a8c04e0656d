//! Which words hold three letters in a row: a list for each three, in memory alone.

use super::vocabulary::in_turns;

/// For each three letters the words that hold them. Built in two passes over the words, some ten nanoseconds a letter.
#[derive(Debug, Default)]
pub struct Grams {
    /// Where each list begins in `terms`, and one past the last.
    starts: Vec<u32>,
    /// Rising within a list; a word that holds the three twice stands there twice.
    terms: Vec<u32>,
}

const N_GRAMS: usize = 1 << 15;

/// Letters as five bits: `a` to `z`, all digits together, and all other bytes spread over the rest.
fn code(letter: u8) -> usize {
    usize::from(match letter {
        b'a'..=b'z' => letter - b'a',
        b'0'..=b'9' => 26,
        _ => 27 + letter % 5,
    })
}

/// The number of each three letters, in order.
fn grams(word: &[u8]) -> impl Iterator<Item = usize> {
    word.windows(3).map(|three| code(three[0]) << 10 | code(three[1]) << 5 | code(three[2]))
}

impl Grams {
    pub fn of<'a>(n_terms: u32, term: impl Fn(u32) -> &'a [u8]) -> Grams {
        let mut starts = vec![0u32; N_GRAMS + 1];
        in_turns(n_terms, &mut |turn| {
            turn.for_each(|number| grams(term(number)).for_each(|gram| starts[gram + 1] += 1));
        });
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut terms = vec![0u32; starts[N_GRAMS] as usize];
        in_turns(n_terms, &mut |turn| {
            for number in turn {
                for gram in grams(term(number)) {
                    terms[next[gram] as usize] = number;
                    next[gram] += 1;
                }
            }
        });
        Grams { starts, terms }
    }

    /// Of the threes in `word` the one that the fewest words hold: its list, and where in `word` it begins. All words that hold
    /// `word` are in the list. Empty for a word of less than three letters.
    pub fn rarest(&self, word: &[u8]) -> (&[u32], usize) {
        let list = |gram: usize| match (self.starts.get(gram), self.starts.get(gram + 1)) {
            (Some(&from), Some(&to)) => &self.terms[from as usize..to as usize],
            _ => &[],
        };
        let lists = grams(word).map(list).zip(0..);
        lists.min_by_key(|(list, _)| list.len()).unwrap_or_default()
    }
}
