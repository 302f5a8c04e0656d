//! Engine: the questions one can ask of a corpus; plain data in the user's words.
//!
//! Right of here nobody sees bytes, offsets tables or indexes. All spans are of the document's text.

mod answer;
mod ask;
mod asked;
mod card;
mod counts;
mod filters;
mod jump;
mod missing;
mod script;
mod sought;

use answer::Counting;
pub use answer::{
    Answer, Chip, ChipKind, Correction, Facet, FacetField, FacetValue, Found, Group, Hit, MonthCount, Snippet,
};
pub use card::{Card, DossierCard};
pub use filters::Filters;
pub use jump::{Jump, JumpKind};
pub use missing::MissingSource;
pub use script::{Difference, Marked, ScriptHit, ScriptLink, Stretch};

pub use crate::corpus::{Blocks, CorpusError, Pieces};
pub use crate::dates::{Basis, Day, Entry, EntryKind, Mention, OwnDate, Reason, Telling, TimexKind};
pub use crate::quotes::{
    ASKED, Asked, Certainty, Change, DiffRun, Direction, Finding, Link, LinkKind, Marks, Quotation, Segment, Side,
};
pub use crate::text::{
    Block, BlockKind, DateRole, DocId, Document, Inline, InlineKind, Language, Layer, Meta, Order, Passage, Said, Show,
    SortedMap, Span, Told, capitalised, fold, lower, lowered,
};

use crate::{
    corpus::{Corpus, Counts, DigestRecord, format::Table},
    dates,
};
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

/// Every expression of time in a text, in order.
pub type ReadDates = fn(&str) -> Vec<Mention>;

/// What an engine does with the dates in a query. Ours is a tenth of the page, and few queries hold one: what names only
/// [`DateReader::elsewhere`] links none of it.
#[derive(Clone, Copy)]
pub struct DateReader {
    read: ReadDates,
    named: fn(&Corpus, asked::Days) -> Vec<asked::Place>,
    by_days: sought::ByDays,
}

impl DateReader {
    const OURS: DateReader = DateReader {
        read: |text| dates::mentions_in(text, None),
        named: |corpus, days| asked::named_in(corpus, days),
        by_days: sought::by_days,
    };

    /// Finds no dates; `read` is called where a query may hold one.
    pub const fn elsewhere(read: ReadDates) -> DateReader {
        DateReader {
            read,
            named: |_, _| Vec::new(),
            by_days: |engine, _, typed, _, _, by_words| {
                (engine.dates.read)(typed);
                by_words
            },
        }
    }
}

impl std::fmt::Debug for DateReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DateReader")
    }
}

/// A dossier, opened. Cheap to open: what is not asked for is not read.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
    cards: OnceLock<Vec<Card>>,
    counts: OnceLock<Counts>,
    asker: ask::Memory,
    dates: DateReader,
}

impl Engine {
    /// # Errors
    /// When the bytes are no corpus file, a newer one, or damaged in a part without which nothing can be shown.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Engine, CorpusError> {
        Engine::open_with(bytes, DateReader::OURS)
    }

    /// The same with another reader of a query's dates.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn open_with(bytes: impl Into<Cow<'static, [u8]>>, dates: DateReader) -> Result<Engine, CorpusError> {
        Ok(Engine::over(Corpus::open(bytes.into())?, dates))
    }

    /// Opens the first part of a large dossier's file ([`Table::first_part`](crate::corpus::format::Table::first_part)):
    /// titles, dates, search. The rest is taken in by the [`Blocks`], which know what was missed; what has not come is empty.
    ///
    /// # Errors
    /// As [`Engine::open`], and where the first part has no end or is cut off.
    pub fn open_first(first: Vec<u8>) -> Result<(Engine, Arc<Blocks>), CorpusError> {
        let rest = Arc::new(Blocks::new(Table::read_first(&first)?.end()));
        let corpus = Corpus::open_first(first, Box::new(Arc::clone(&rest)))?;
        let digest = corpus.digest()?;
        let engine = Engine::over(corpus, DateReader::OURS);
        engine.learn(&digest);
        Ok((engine, rest))
    }

    /// Opens a file of which `first` is the first part and `rest` has the whole, wherever that lies: nothing else is copied.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn open_over(first: Vec<u8>, rest: Box<dyn Pieces>) -> Result<Engine, CorpusError> {
        Ok(Engine::over(Corpus::open_first(first, rest)?, DateReader::OURS))
    }

    /// With what the digest of a large dossier says, where it has one: cards and counts then read nothing else.
    pub fn with_digest(self) -> Engine {
        if let Ok(digest) = self.corpus.digest() {
            self.learn(&digest);
        }
        self
    }

    fn learn(&self, digest: &DigestRecord) {
        let _ = self.cards.set(card::cards_of(&self.corpus, digest));
        let _ = self.counts.set(digest.counts);
    }

    /// Opens a whole dossier of which this engine has the first part: cards and counts are known already.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub fn complete(&self, bytes: impl Into<Cow<'static, [u8]>>) -> Result<Engine, CorpusError> {
        let engine = Engine::open(bytes)?;
        let _ = engine.cards.set(self.cards().to_vec());
        let _ = engine.counts.set(self.counts());
        Ok(engine)
    }

    fn over(corpus: Corpus, dates: DateReader) -> Engine {
        let (cards, counts) = (OnceLock::new(), OnceLock::new());
        Engine { corpus, cards, counts, asker: ask::Memory::default(), dates }
    }

    /// Bytes of text in all documents together.
    pub fn n_text_bytes(&self) -> u64 {
        self.corpus.records().last().map_or(0, |record| record.text_end)
    }

    /// Whether all of the dossier is there.
    pub fn is_whole(&self) -> bool {
        self.corpus.is_whole()
    }

    pub fn dossier(&self) -> DossierCard {
        card::dossier(&self.corpus, self.cards(), self.counts())
    }

    fn counts(&self) -> Counts {
        *self.counts.get_or_init(|| card::counts(&self.corpus))
    }

    /// A card for every document, in the dossier's order; a [`DocId`] is an index into it.
    pub fn cards(&self) -> &[Card] {
        self.cards.get_or_init(|| match self.corpus.digest() {
            Ok(digest) => card::cards_of(&self.corpus, &digest),
            Err(_) => card::cards(&self.corpus),
        })
    }

    /// The document that is called `id`, as addresses call it.
    pub fn doc(&self, id: &str) -> Option<DocId> {
        self.cards().iter().find(|card| card.id == id).map(|card| card.doc)
    }

    pub fn document(&self, doc: DocId) -> &Document {
        self.corpus.document(doc)
    }

    pub fn passages(&self, doc: DocId) -> &[Passage] {
        self.corpus.passages(doc)
    }

    /// Own dates: curated first, then what the text says.
    pub fn own_dates(&self, doc: DocId) -> &[OwnDate] {
        self.corpus.own_dates(doc)
    }

    /// Expressions of time in the document, in order, noise included.
    pub fn mentions(&self, doc: DocId) -> &[Mention] {
        self.corpus.mentions(doc)
    }

    /// Documents and events in order of time.
    pub fn timeline(&self) -> &[Entry] {
        self.corpus.timeline()
    }

    pub fn links(&self) -> &[Link] {
        &self.corpus.quotes().links
    }

    pub fn quotations(&self) -> &[Quotation] {
        &self.corpus.quotes().quotations
    }

    /// What is quoted but not in the dossier: quotations without a link, grouped by speaker and named source.
    pub fn missing(&self) -> Vec<MissingSource> {
        missing::missing(&self.corpus)
    }

    /// The passages that a text of the reader's own quotes, and how literally: side a of a link is the dossier's, side b
    /// that text's ([`ASKED`]). Indexes the dossier's words at the first call.
    pub fn ask(&self, text: &str) -> Asked {
        self.asker.ask(&self.corpus, text)
    }

    /// Never fails: a query always means something, and the answer says what.
    pub fn search(&self, query: &str, filters: &Filters, limit: usize) -> Answer {
        answer::answer(self, query, filters, limit, Counting::All)
    }

    /// The same hits at once, without numbers of what else matches.
    pub fn glance(&self, query: &str, filters: &Filters, limit: usize) -> Answer {
        answer::answer(self, query, filters, limit, Counting::None)
    }

    /// Passages that an answer to `query` names without showing them ([`Group::more`]), as hits; `forgiving` as in that
    /// answer.
    pub fn show(&self, query: &str, forgiving: bool, passages: &[(DocId, u32)]) -> Vec<Hit> {
        answer::show(self, query, forgiving, passages)
    }

    /// The best passages alone, without counts: what a keystroke, a script or another program asks for. Where few passages
    /// hold all that was typed, those that hold some of it, or something like it, stand below them. All layers take part.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found<'_>> {
        answer::find(self, query, limit)
    }

    /// Unpacks a part of what the first query of a large dossier needs, some milliseconds' worth; whether all is done. To be
    /// called until it is, while nobody waits: a query does what is left of it.
    pub fn prepare(&self) -> bool {
        /// Words that no one writes so: browsers compile what runs for them, half of what a first query takes.
        const MISTYPED: &str = "eerste vraagg";
        let is_done = self.corpus.index().map_or(true, |index| index.prepare());
        if is_done && self.is_whole() {
            self.find(MISTYPED, 1);
        }
        is_done
    }

    /// The bytes of the same dossier with what its title page and its search need: see [`Corpus::lean`].
    pub fn lean(&self) -> Vec<u8> {
        self.corpus.lean()
    }

    /// The jump palette: documents, headings, events and quotes whose names contain the letters of `needle` in order.
    pub fn jump(&self, needle: &str, limit: usize) -> Vec<Jump> {
        jump::jump(self, needle, limit)
    }

    /// A date in words.
    pub fn say_date(edtf: &str) -> Said {
        dates::say(edtf)
    }
}
