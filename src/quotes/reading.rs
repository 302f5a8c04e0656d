//! A dossier read for the detector: every document's words, and which of them may carry a link.

use super::{
    Quotable,
    genre::{Genre, genre},
    lexicon::{Lexicon, Word},
    quotation::{Marked, quotations},
};
use crate::text::{BlockKind, Layer, Span};
use std::{borrow::Cow, cell::OnceCell, ops::Range};

/// One document. Its place in the list is its rank: the order of id strings, whatever the order of the dossier.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub quotable: Quotable<'a>,
    pub words: Cow<'a, [Word]>,
    /// One a word: how it may take part.
    pub part: Cow<'a, [Part]>,
    pub marked: Cow<'a, [Marked]>,
    genre: OnceCell<Option<Genre>>,
}

/// How a word may take part in links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Full,
    /// Titles, labels and head lines: a quotation in marks may come from them, but they prove nothing by themselves.
    OnlyForMarks,
    /// Advertisements and furniture: no one's words.
    Muted,
}

impl<'a> Reading<'a> {
    pub fn new(
        quotable: Quotable<'a>,
        words: Cow<'a, [Word]>,
        part: Cow<'a, [Part]>,
        marked: Cow<'a, [Marked]>,
    ) -> Reading<'a> {
        Reading { quotable, words, part, marked, genre: OnceCell::new() }
    }

    /// What the document is, told once: every link asks it of both its sides.
    pub fn genre(&self) -> Option<Genre> {
        *self.genre.get_or_init(|| genre(self.quotable.document))
    }

    pub fn text(&self) -> &str {
        &self.quotable.document.text
    }

    /// Indices of the words that lie in `span`.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.start_byte < span.start_byte);
        let past = self.words.partition_point(|word| word.span.end_byte <= span.end_byte);
        first..past.max(first)
    }

    /// From the first to the last of these words.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        self.words[first].span.hull(self.words[last].span)
    }

    /// What stands between word `index - 1` and word `index`.
    pub fn before_word(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |last| self.words[last].span.end());
        let end = self.words.get(index).map_or(self.text().len(), |word| word.span.start());
        self.text().get(start..end).unwrap_or("")
    }
}

/// A block of more words is no pull quote.
const LONGEST_PULL: usize = 30;

/// Whether these words are all of a short block below the head lines, such as a pull quote.
pub(super) fn stands_alone(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let document = reading.quotable.document;
    let at = document.block_at(reading.words[words.start].span.start_byte);
    at.filter(|at| *at > 0).is_some_and(|at| {
        let block = &document.blocks[at];
        let unsigned = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::PullQuote);
        unsigned && words.len() <= LONGEST_PULL && reading.words_in(block.span) == *words
    })
}

/// Reads all documents, in the order of their id strings.
pub(super) fn read<'a>(dossier: &[Quotable<'a>], lexicon: &mut Lexicon) -> Vec<Reading<'a>> {
    let mut order: Vec<&Quotable<'a>> = dossier.iter().collect();
    order.sort_by(|x, y| {
        let key = |q: &Quotable<'a>| (&q.document.id, &q.document.file, q.document.line);
        key(x).cmp(&key(y)).then_with(|| x.document.text.cmp(&y.document.text))
    });
    let readings = order.into_iter().map(|quotable| read_one(*quotable, lexicon)).collect();
    lexicon.weigh();
    readings
}

/// Reads one document. New forms have no weight until the lexicon is weighed again.
pub(super) fn read_one<'a>(quotable: Quotable<'a>, lexicon: &mut Lexicon) -> Reading<'a> {
    let words = lexicon.read(quotable.document);
    let part = parts(&quotable, &words);
    let marked = quotations(quotable.document);
    Reading::new(quotable, words.into(), part.into(), marked.into())
}

fn parts(quotable: &Quotable<'_>, words: &[Word]) -> Vec<Part> {
    let mut blocks = quotable.document.blocks.iter().peekable();
    let part = |word: &Word| {
        while blocks.next_if(|block| block.span.end_byte <= word.span.start_byte).is_some() {}
        let Some(block) = blocks.peek().filter(|block| block.span.start_byte <= word.span.start_byte) else {
            return Part::Full;
        };
        match (block.layer, &block.kind) {
            (Layer::Advertisement | Layer::Furniture, _) => Part::Muted,
            (Layer::Header, _) => Part::OnlyForMarks,
            (_, BlockKind::Title | BlockKind::Label | BlockKind::Field { .. } | BlockKind::Caption) => {
                Part::OnlyForMarks
            }
            _ => Part::Full,
        }
    };
    words.iter().map(part).collect()
}
