//! Steps: what it is worth to set a word of one stretch against a word of another.
//!
//! Of all pairs few are worth anything: the same form, one damaged or inflected, two words written as one. Only those are
//! listed, row by row. They come from words that share a first letter, a last letter or a stem, so that most pairs are
//! never looked at; and they tell beforehand what an alignment is worth at least and what it can still become.

use super::{
    columns::Columns,
    lexicon::{LIGHT, Lexicon, Trait, Word},
    similar::Similar,
};

/// What a replaced word costs at most; less between two function words, or two that are none.
pub(super) const REPLACED_UNLIKE: i32 = 14;
pub(super) const REPLACED_LIKE: i32 = 6;

/// How the words of a step stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    OneToOne,
    /// Two words of the source written as one in the target.
    TwoToOne,
    OneToTwo,
}

/// A word of b, its row, set against a word of a, its column; both from 1. Worth more than nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub column: u32,
    pub tenths: i32,
    pub way: Way,
}

impl Step {
    fn new(index: usize, worth: i32, way: Way) -> Step {
        Step { column: index as u32 + 1, tenths: 10 * worth, way }
    }
}

/// All steps of one alignment. Buffers live on from one to the next.
#[derive(Debug, Default)]
pub(super) struct Steps {
    steps: Vec<Step>,
    /// Where each row begins in `steps`, and one more.
    starts: Vec<u32>,
    pub traits_a: Vec<Trait>,
    pub traits_b: Vec<Trait>,
    columns: Columns,
    /// What the rows below each, and the columns behind each, can add at most.
    pub below: Vec<i32>,
    pub behind: Vec<i32>,
    /// What the best run on one diagonal is worth: the best alignment is worth no less.
    pub sure: i32,
    diagonals: Vec<(i32, u32)>,
}

impl Steps {
    /// Takes the words of two stretches.
    pub fn take(&mut self, lexicon: &Lexicon, a: &[Word], b: &[Word]) {
        let traits = |words: &[Word], into: &mut Vec<Trait>| {
            into.clear();
            into.extend(words.iter().map(|word| lexicon.trait_of(word.form)));
        };
        traits(a, &mut self.traits_a);
        traits(b, &mut self.traits_b);
        self.columns.fill(&self.traits_a);
    }

    /// Lists the steps of the very same words only.
    pub fn compare_same(&mut self) {
        self.list(|own, at| {
            let target = own.traits_b[at];
            let same = |index: &usize| own.traits_a[*index].form == target.form;
            let step = |index| Step::new(index, target.weight, Way::OneToOne);
            own.steps.extend(own.columns.of_stem(&target).filter(same).map(step));
        });
    }

    /// Lists all steps between the words taken.
    pub fn compare(&mut self, lexicon: &Lexicon, similar: &mut Similar) {
        self.list(|own, at| own.row(lexicon, similar, at));
    }

    fn list(&mut self, mut row: impl FnMut(&mut Steps, usize)) {
        self.steps.clear();
        self.starts.clear();
        self.starts.extend([0, 0]);
        for at in 0..self.traits_b.len() {
            row(self, at);
            self.starts.push(self.steps.len() as u32);
        }
        self.reckon();
    }

    /// The steps of a row, in no order.
    pub fn of_row(&self, row: usize) -> &[Step] {
        &self.steps[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// What can be added at most from a cell on.
    pub fn reach(&self, column: usize, row: usize) -> i32 {
        self.below[row].min(self.behind[column])
    }

    fn row(&mut self, lexicon: &Lexicon, similar: &mut Similar, at: usize) {
        let target = self.traits_b[at];
        let before = at.checked_sub(1).map(|before| self.traits_b[before]);
        for index in self.columns.like(&target) {
            self.steps.extend(alike(lexicon, similar, &self.traits_a[index], &target, index));
        }
        for index in self.columns.joined(&target, before.map(|before| before.len)) {
            let (source, left) = (self.traits_a[index], index.checked_sub(1).map(|left| self.traits_a[left]));
            let step = joined(lexicon, (left, source), (before, target), index);
            self.steps.extend(step.filter(|_| similar.percent(lexicon, &source, &target) == 0));
        }
    }

    /// Sums up what rows and columns can add, and follows each diagonal.
    fn reckon(&mut self) {
        let (n_a, n_b) = (self.traits_a.len(), self.traits_b.len());
        let fresh = |list: &mut Vec<i32>, n: usize| {
            list.clear();
            list.resize(n + 2, 0);
        };
        fresh(&mut self.below, n_b);
        fresh(&mut self.behind, n_a);
        self.diagonals.clear();
        self.diagonals.resize(n_a + n_b + 1, (0, 0));
        self.sure = 0;
        for row in 1..=n_b {
            for step in &self.steps[self.starts[row] as usize..self.starts[row + 1] as usize] {
                let column = step.column as usize;
                self.below[row] = self.below[row].max(step.tenths);
                self.behind[column] = self.behind[column].max(step.tenths);
                if step.way == Way::OneToOne {
                    let (worth, last) = &mut self.diagonals[column + n_b - row];
                    let n_between = row as i32 - *last as i32 - 1;
                    *worth = (*worth - n_between * REPLACED_UNLIKE * 10).max(0) + step.tenths;
                    *last = row as u32;
                    self.sure = self.sure.max(*worth);
                }
            }
        }
        // From the best of each to the sum of those behind it.
        for list in [&mut self.below, &mut self.behind] {
            let mut sum = 0;
            for slot in list.iter_mut().rev() {
                sum += std::mem::replace(slot, sum);
            }
        }
    }
}

/// The same word, or one damaged or inflected.
fn alike(lexicon: &Lexicon, similar: &mut Similar, source: &Trait, target: &Trait, index: usize) -> Option<Step> {
    let worth = if source.form == target.form {
        source.weight
    } else {
        let percent = similar.percent(lexicon, source, target);
        if percent == 0 {
            return None;
        }
        // A damaged form is rare by being damaged; the sound one says what the match is worth.
        (source.weight.min(target.weight) * percent / 100 - 4).max(LIGHT / 2)
    };
    Some(Step::new(index, worth, Way::OneToOne))
}

/// Two words on one side that are written as one on the other; each with the word before it.
fn joined(
    lexicon: &Lexicon,
    (left_a, source): (Option<Trait>, Trait),
    (left_b, target): (Option<Trait>, Trait),
    index: usize,
) -> Option<Step> {
    let (left, right, whole, way) = match (left_a, left_b) {
        (Some(left), _) if source.len < target.len => (left, source, target, Way::TwoToOne),
        (_, Some(left)) if source.len > target.len => (left, target, source, Way::OneToTwo),
        _ => return None,
    };
    Similar::joined(lexicon, &left, &right, &whole).then(|| Step::new(index, whole.weight, way))
}
