//! Asking with a text of one's own: which passages of the dossier does it quote, and how literally?
//!
//! The dossier is read and indexed once; a question then costs the postings of its own words. Words outside marks are
//! asked for in overlapping stretches, as if each were a quotation, and held to the high bar.

use super::{
    Quotable, Quotes,
    align::Aligner,
    lexicon::Lexicon,
    link::Found,
    matching::Matcher,
    reading::{self, Reading},
    recall::Postings,
    shingle::{Region, Swept},
    speaker::{Attribution, attributions},
};
use crate::text::{Block, BlockKind, DocId, Document, Layer, SourceMap, Span};
use std::borrow::Cow;

/// What the asked text is called in the links of an answer.
pub const ASKED: DocId = DocId(u32::MAX);

/// A dossier, ready to be asked.
pub struct Asker<'a> {
    lexicon: Lexicon,
    readings: Vec<Reading<'a>>,
    attributions: Vec<Vec<Attribution>>,
    postings: Postings,
}

/// The asked text as a document, and what it quotes. Links have [`ASKED`] on one side; quotations are all its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub document: Document,
    pub quotes: Quotes,
}

/// Words asked for at once, and how far apart the stretches begin.
const STRETCH: usize = 24;
const STEP: usize = 14;

impl<'a> Asker<'a> {
    /// Reads and indexes the dossier. Linear in its words.
    pub fn new(dossier: &[Quotable<'a>]) -> Asker<'a> {
        let mut lexicon = Lexicon::default();
        let readings = reading::read(dossier, &mut lexicon);
        let attributions =
            readings.iter().map(|reading| attributions(reading.quotable.document, &reading.marked)).collect();
        let postings = Postings::new(&readings, &lexicon);
        Asker { lexicon, readings, attributions, postings }
    }

    /// The passages of the dossier that `text` quotes. Blank lines part its paragraphs.
    pub fn ask(&self, text: &str) -> Asked {
        let document = paragraphs(text);
        let quotable =
            Quotable { doc: ASKED, document: &document, earliest_day: None, latest_day: None, named_days: &[] };
        let mut lexicon = self.lexicon.clone();
        let own = reading::read_one(quotable, &mut lexicon);
        lexicon.weigh();
        let own_attributions = attributions(&document, &own.marked);
        let row = self.postings.row.with(own.words.len());
        let regions = self.regions(&own, &lexicon);
        let rank = self.readings.len();
        let mut readings: Vec<Reading<'_>> = self.readings.iter().map(Reading::lend).collect();
        readings.push(own);
        let mut attributions: Vec<Cow<'_, [Attribution]>> =
            self.attributions.iter().map(|list| Cow::Borrowed(list.as_slice())).collect();
        attributions.push(own_attributions.into());
        let swept = Swept::of(regions, row);
        let mut matcher = Matcher { readings: &readings, lexicon: &lexicon, aligner: Aligner::default(), swept };
        let marked = matcher.marked_in(&self.postings, rank);
        let unmarked = matcher.unmarked();
        let found = Found { lexicon: &lexicon, readings: &readings, attributions };
        let mut quotes = found.quotes(&matcher, marked, unmarked);
        quotes.quotations.retain(|quotation| quotation.doc == ASKED);
        Asked { document, quotes }
    }

    /// Where the dossier holds the words of each stretch of the asked text.
    fn regions(&self, own: &Reading<'_>, lexicon: &Lexicon) -> Vec<Region> {
        let mut regions = Vec::new();
        for start in (0..own.words.len()).step_by(STEP) {
            let stretch = start..(start + STRETCH).min(own.words.len());
            for window in self.postings.windows(&own.words[stretch.clone()], lexicon, 0..0) {
                regions.push(Region {
                    rank_a: window.rank,
                    a: window.words,
                    rank_b: self.readings.len(),
                    b: stretch.clone(),
                });
            }
        }
        regions
    }
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
    use crate::quotes::LinkKind;

    #[test]
    fn finds_what_a_pasted_text_quotes() {
        let letter = "De brug over de Vecht wordt volgend voorjaar gesloopt. Omwonenden krijgen een veerpont, die \
                      elk kwartier vaart en fietsers gratis meeneemt. De wethouder komt in mei naar het dorpshuis.";
        let document = Document { id: "brief".into(), ..paragraphs(letter) };
        let quotable =
            Quotable { doc: DocId(0), document: &document, earliest_day: None, latest_day: None, named_days: &[] };
        let asker = Asker::new(&[quotable]);
        let check = |text: &str, expected: &[(&str, LinkKind)]| {
            let asked = asker.ask(text);
            let got: Vec<_> = asked.quotes.links.iter().map(|link| (link.a.span.of(letter), link.kind)).collect();
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
        check("Niets daarvan staat „in de krant van gisteren”.", &[]);
        check("", &[]);
    }
}
