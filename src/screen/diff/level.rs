//! Where a long pair may be cut so that both sides go on level: before the same words, where a sentence or a paragraph begins.

use crate::engine::{Change, Link, fold};

/// Words of a stretch before it may end.
const LEAST_WORDS: usize = 40;
/// Words that must follow a cut.
const LEAST_LEFT: usize = 20;

/// Places in the two texts, in order in both.
pub fn cuts(link: &Link, source: &str, quoting: &str) -> Vec<(usize, usize)> {
    let n_words: u32 = link.diff.iter().map(|run| run.n_words).sum();
    let (mut left, mut since) = (n_words as usize, 0);
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for run in &link.diff {
        let (Change::Same, Some(a), Some(b)) = (run.change, run.a, run.b) else {
            since += run.n_words as usize;
            left = left.saturating_sub(run.n_words as usize);
            continue;
        };
        let (in_a, in_b) = (words(a.of(source)), words(b.of(quoting)));
        for (index, (&(at, word), &(other, same))) in in_a.iter().zip(&in_b).enumerate() {
            let place = (a.start() + at, b.start() + other);
            let is_start = index > 0 && begins(a.of(source), at);
            let is_level =
                fold(word) == fold(same) && cuts.last().is_none_or(|last| last.0 < place.0 && last.1 < place.1);
            if since >= LEAST_WORDS && left >= LEAST_LEFT && is_start && is_level {
                cuts.push(place);
                since = 0;
            }
            since += 1;
            left = left.saturating_sub(1);
        }
    }
    cuts
}

/// Words parted by white space, each with where it begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(|word| (word.as_ptr() as usize - start, word)).collect()
}

/// Whether a sentence or a paragraph begins here.
fn begins(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let end = before.trim_end();
    before[end.len()..].contains('\n') || end.ends_with(['.', '?', '!', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::cuts;
    use crate::{
        engine::{Change, DiffRun, Document, Link, Span},
        screen::diff::{level_sides, tests::sample},
    };

    const SENTENCE: &str = "De brug is oud en smal en ligt al lang te wachten. ";

    fn same(a: Span, b: Span, n_words: u32) -> DiffRun {
        DiffRun { change: Change::Same, a: Some(a), b: Some(b), number: 0, n_words }
    }

    /// Ten sentences of twelve words; the second text leaves the first one's six first words out.
    fn long() -> (Document, Document, Link) {
        let (mut a, mut b, mut link) = sample();
        a.text = SENTENCE.repeat(10);
        let skipped = "De brug is oud en smal ".len();
        b.text = a.text[skipped..].to_owned();
        for document in [&mut a, &mut b] {
            document.blocks[0].span = Span::new(0, document.text.len());
        }
        (link.a.span, link.b.span) = (a.blocks[0].span, b.blocks[0].span);
        let dropped =
            DiffRun { change: Change::Dropped, a: Some(Span::new(0, skipped - 1)), b: None, number: 1, n_words: 6 };
        link.diff = vec![dropped, same(Span::new(skipped, a.text.len()), b.blocks[0].span, 114)];
        (a, b, link)
    }

    #[test]
    fn long_pairs_are_cut_before_the_same_words() {
        let (a, b, link) = long();
        let cuts = cuts(&link, &a.text, &b.text);
        assert_eq!(cuts.len(), 2);
        for &(at, other) in &cuts {
            assert!(a.text[at..].starts_with("De brug") && b.text[other..].starts_with("De brug"));
        }
        let [source, quoting] = level_sides(&link, &a, &b);
        assert_eq!((source.len(), quoting.len()), (3, 3));
        let words = |rows: &[Vec<crate::screen::diff::Run>]| {
            let all: Vec<&str> = rows.iter().flatten().flat_map(|run| run.text.split_whitespace()).collect();
            all.join(" ")
        };
        assert_eq!(words(&source), a.text.trim_end());
        assert_eq!(words(&quoting), b.text.trim_end());
    }

    #[test]
    fn short_pairs_stay_whole() {
        let (a, b, link) = sample();
        assert_eq!(cuts(&link, &a.text, &b.text), []);
        assert_eq!(level_sides(&link, &a, &b).map(|rows| rows.len()), [1, 1]);
    }
}
