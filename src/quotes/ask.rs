//! Asking with a text of one's own: which passages of the dossier does it quote, and how literally?
//!
//! The dossier is read and indexed once; a question then costs the postings of its own words. Words outside marks are
//! asked for in overlapping stretches, as if each were a quotation, and held to the high bar. A short text without any
//! marks is asked for as one quotation: who pastes a sentence means that sentence.

use super::{
    Finding, Link, Marks, Quotable,
    align::Aligner,
    lexicon::{Lexicon, Word},
    link::Found,
    matching::Matcher,
    quotation::Marked,
    reading::{self, Part, Reading},
    recall::{self, Postings},
    shingle::{Region, Swept},
    similar::Similar,
    speaker::{Attribution, attributions},
};
use crate::text::{Block, BlockKind, DocId, Document, Layer, Order, SourceMap, Span};
use std::borrow::Cow;

/// What the asked text is called in the links of an answer.
pub const ASKED: DocId = DocId(u32::MAX);

/// A dossier, read and indexed, ready to be asked. It holds nothing of the documents: who asks hands them over again.
#[derive(Debug)]
pub struct Asker {
    lexicon: Lexicon,
    read: Vec<Read>,
    postings: Postings,
}

/// What was read of one document.
#[derive(Debug)]
struct Read {
    /// Its place in the dossier that was handed over.
    at: usize,
    words: Vec<Word>,
    part: Vec<Part>,
    marked: Vec<Marked>,
    attributions: Vec<Attribution>,
}

/// The asked text as a document, and what it quotes: a is the dossier's side of a link, b the [`ASKED`] one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub document: Document,
    pub links: Vec<Link>,
}

/// Words asked for at once, and how far apart the stretches begin.
const STRETCH: usize = 24;
const STEP: usize = 14;
/// A text without marks of so many words is asked for as one quotation.
const SENTENCE: usize = 40;

impl Asker {
    /// Reads and indexes the dossier. Linear in its words.
    pub fn new(dossier: &[Quotable<'_>]) -> Asker {
        let mut lexicon = Lexicon::default();
        let readings = reading::read(dossier, &mut lexicon);
        let postings = Postings::new(&readings, &lexicon);
        let read = readings
            .into_iter()
            .map(|reading| Read {
                at: dossier.iter().position(|one| one.doc == reading.quotable.doc).unwrap_or_default(),
                attributions: attributions(reading.quotable.document, &reading.marked),
                words: reading.words.into_owned(),
                part: reading.part.into_owned(),
                marked: reading.marked.into_owned(),
            })
            .collect();
        Asker { lexicon, read, postings }
    }

    /// The passages of the dossier that `text` quotes. Blank lines part its paragraphs. `dossier` is the one that the asker
    /// was made of.
    pub fn ask(&self, dossier: &[Quotable<'_>], text: &str) -> Asked {
        let document = paragraphs(text);
        let quotable =
            Quotable { doc: ASKED, document: &document, earliest_day: None, latest_day: None, named_days: &[] };
        let mut lexicon = self.lexicon.clone();
        let mut own = reading::read_one(quotable, &mut lexicon);
        lexicon.weigh();
        let sentence = own.marked.is_empty() && own.words.len() <= SENTENCE;
        if let (true, [first, .., last]) = (sentence, &*own.words) {
            let span = first.span.hull(last.span);
            own.marked = vec![Marked { inside: span, outside: span, closed: true, depth: 0 }].into();
        }
        let row = self.postings.row.with(own.words.len());
        let (mut readings, mut attributions) = self.lent(dossier);
        let swept = Swept::of(self.regions(&own, &lexicon, &readings), row);
        attributions.push(super::speaker::attributions(&document, &own.marked).into());
        readings.push(own);
        let mut matcher = Matcher { readings: &readings, lexicon: &lexicon, aligner: Aligner::default(), swept };
        let marked = matcher.marked_in(&self.postings, self.read.len());
        let unmarked = matcher.unmarked();
        let mut links =
            Found { lexicon: &lexicon, readings: &readings, attributions }.links(&matcher, marked, unmarked);
        if sentence {
            links.iter_mut().for_each(unmark);
        }
        Asked { document, links }
    }

    fn lent<'a>(&'a self, dossier: &[Quotable<'a>]) -> (Vec<Reading<'a>>, Vec<Cow<'a, [Attribution]>>) {
        let lend = |read: &'a Read| {
            let quotable = *dossier.get(read.at)?;
            let (words, part) = (read.words.as_slice().into(), read.part.as_slice().into());
            let reading = Reading::new(quotable, words, part, read.marked.as_slice().into());
            Some((reading, Cow::Borrowed(read.attributions.as_slice())))
        };
        self.read.iter().filter_map(lend).unzip()
    }

    /// Where the dossier holds the words of each stretch of the asked text.
    fn regions(&self, own: &Reading<'_>, lexicon: &Lexicon, readings: &[Reading<'_>]) -> Vec<Region> {
        let mut regions = Vec::new();
        let mut similar = Similar::default();
        for start in (0..own.words.len()).step_by(STEP) {
            let stretch = start..(start + STRETCH).min(own.words.len());
            let query = &own.words[stretch.clone()];
            let asked = recall::Asked { query, lexicon, readings, similar: &mut similar };
            for window in self.postings.windows(asked, 0..0) {
                regions.push(Region {
                    rank_a: window.rank,
                    a: window.words,
                    rank_b: self.read.len(),
                    b: stretch.clone(),
                });
            }
        }
        joined(regions)
    }
}

/// Regions that go on with each other on both sides, as one.
fn joined(mut regions: Vec<Region>) -> Vec<Region> {
    regions.order_by_key(|region| (region.rank_a, region.b.start, region.a.start));
    let mut joined: Vec<Region> = Vec::new();
    for region in regions {
        let goes_on = |last: &&mut Region| {
            let reach = last.a.start..last.a.end + STRETCH;
            last.rank_a == region.rank_a && region.b.start <= last.b.end && reach.contains(&region.a.start)
        };
        // Other places of the same stretch may stand between.
        match joined.iter_mut().rev().take(16).find(goes_on) {
            Some(last) => {
                last.a.end = last.a.end.max(region.a.end);
                last.b.end = last.b.end.max(region.b.end);
            }
            None => joined.push(region),
        }
    }
    joined
}

/// Takes back what only holds of words in marks.
fn unmark(link: &mut Link) {
    link.marks = Marks::None;
    link.findings.retain(|finding| *finding == Finding::MeaningTouched);
}

fn paragraphs(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for piece in text.split("\n\n") {
        let start = at + (piece.len() - piece.trim_start().len());
        let span = Span::new(start, start + piece.trim().len());
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] });
        }
        at += piece.len() + 2;
    }
    let source = SourceMap::identity(text.len());
    Document { text: text.to_owned(), blocks, source, ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotes::{Direction, LinkKind};

    #[test]
    fn finds_what_a_pasted_text_quotes() {
        let letter = "De brug over de Vecht wordt volgend voorjaar gesloopt. Omwonenden krijgen een veerpont, die \
                      elk kwartier vaart en fietsers gratis meeneemt. De wethouder komt in mei naar het dorpshuis.";
        let document = Document { id: "brief".into(), ..paragraphs(letter) };
        let quotable =
            Quotable { doc: DocId(0), document: &document, earliest_day: None, latest_day: None, named_days: &[] };
        let asker = Asker::new(&[quotable]);
        let check = |text: &str, expected: &[(&str, LinkKind)]| {
            let asked = asker.ask(&[quotable], text);
            assert!(asked.links.iter().all(|link| link.b.doc == ASKED && link.direction == Direction::AToB));
            let got: Vec<_> = asked.links.iter().map(|link| (link.a.span.of(letter), link.kind)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check(
            "Er komt „een veerpont, die elk kwartier vaart”.",
            &[("een veerpont, die elk kwartier vaart", LinkKind::Verbatim)],
        );
        check(
            "Er komt “een veerpont die fietsers gratis meeneemt”.",
            &[("een veerpont, die elk kwartier vaart en fietsers gratis meeneemt", LinkKind::Partial)],
        );
        check("elk kwartier vaart", &[("elk kwartier vaart", LinkKind::Verbatim)]);
        check(
            "De brug over de Vecht wordt volgend najaar gesloopt",
            &[("De brug over de Vecht wordt volgend voorjaar gesloopt", LinkKind::Altered)],
        );
        check("Niets daarvan staat „in de krant van gisteren”.", &[]);
        check("", &[]);
    }
}
