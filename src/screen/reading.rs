//! A document as it is read: blocks as rows, their words parted into runs that are styled, linked or marked, and the
//! notes that belong beside them. Cost: one pass over blocks and over what was found in them.

use super::{listing::plain_date, words::Words};
use crate::engine::{
    Block, BlockKind, DocId, Document, Engine, EntryKind, Inline, InlineKind, Layer, Link, Mention, Quotation, Side,
    Span, TimexKind,
};

/// What is asked of a document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub noise: bool,
    /// What a search matched, in order.
    pub hits: Vec<Span>,
    /// Words that the address points at.
    pub words: Option<Span>,
}

/// Rows that are laid out as one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Row(Row),
    List {
        ordered: bool,
        rows: Vec<Row>,
    },
    Table(Vec<Row>),
    /// A question with its answer.
    Pair(Vec<Row>),
    /// The document's own head.
    Fields(Vec<Row>),
    Footnotes(Vec<Row>),
    /// Comments and other noise, closed until asked for.
    Closed {
        layer: Layer,
        rows: Vec<Row>,
    },
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub block: u32,
    /// The first passage of the block.
    pub passage: Option<u32>,
    pub kind: RowKind,
    pub layer: Layer,
    /// Cells of a table row, label and value of a field, else one.
    pub cells: Vec<Vec<Part>>,
    pub dates: Vec<DateNote>,
    pub quotes: Vec<QuoteNote>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    Heading {
        level: u8,
    },
    Paragraph,
    Quote,
    PullQuote,
    Item {
        depth: u8,
        ordered: bool,
        marker: String,
    },
    Question,
    Answer,
    Label,
    Field,
    /// `back` is where the text refers to it first.
    Footnote {
        label: String,
        back: Option<Span>,
    },
    Caption,
    TableRow {
        head: bool,
    },
    Preformatted,
    Rule,
}

/// Runs that lead to one place, or to none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// Where it begins in the document's text.
    pub at: u32,
    pub anchor: Anchor,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    None,
    Web(String),
    /// To the footnote that stands at this place.
    Note {
        label: String,
        to: Option<Span>,
    },
    Quote {
        link: u32,
    },
    /// A quotation whose source is not in the dossier.
    Unlinked,
    /// A date; the entry of the timeline that rests on it.
    Date {
        entry: Option<u32>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    pub text: String,
    pub style: Style,
    pub mark: Mark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    pub emphasis: bool,
    pub strong: bool,
    pub superscript: bool,
    pub code: bool,
    pub line_break: bool,
    /// A date inside something that leads elsewhere.
    pub date: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    #[default]
    None,
    Hit,
    /// The address points here.
    Here,
}

/// What stands in the margin about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateNote {
    /// Index into [`Engine::mentions`] of this document.
    pub mention: u32,
    /// The entry of the timeline that rests on it.
    pub entry: Option<u32>,
}

/// What stands in the margin about quotes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuoteNote {
    /// Index into [`Engine::links`]; the words at the other end.
    Linked { link: u32, doc: DocId, words: Span },
    /// Quotations of one speaker without a source.
    Unlinked { at: u32, speaker: Option<String>, named: Option<String>, n: u32 },
}

/// The document's rows in reading order.
pub fn sections(engine: &Engine, doc: DocId, asked: &Asked) -> Vec<Section> {
    let reader = Reader::new(engine, doc, asked);
    let rows = reader.document.blocks.iter().enumerate().filter_map(|(index, block)| reader.row(index, block));
    gather(rows.collect())
}

/// The block that holds the place an address points at.
pub fn block_of(document: &Document, place: Span) -> Option<u32> {
    document.block_at(place.start_byte).and_then(|index| u32::try_from(index).ok())
}

pub fn layer_name(layer: Layer, words: &Words) -> &'static str {
    match layer {
        Layer::Body => words.layer_body,
        Layer::Header => words.layer_header,
        Layer::Footnote => words.layer_footnote,
        Layer::Comment => words.layer_comment,
        Layer::Advertisement => words.layer_advertisement,
        Layer::Furniture => words.layer_furniture,
    }
}

struct Reader<'a> {
    document: &'a Document,
    asked: &'a Asked,
    mentions: &'a [Mention],
    /// Place in this document, and the entry that rests on it.
    entries: Vec<(Span, u32)>,
    links: Vec<(Span, u32, Side)>,
    quotations: Vec<&'a Quotation>,
    /// First passage of each block.
    passages: Vec<Option<u32>>,
}

impl<'a> Reader<'a> {
    fn new(engine: &'a Engine, doc: DocId, asked: &'a Asked) -> Reader<'a> {
        let document = engine.document(doc);
        let mut passages = vec![None; document.blocks.len()];
        for (index, passage) in engine.passages(doc).iter().enumerate().rev() {
            if let Some(first) = passages.get_mut(passage.block as usize) {
                *first = u32::try_from(index).ok();
            }
        }
        let mut entries: Vec<(Span, u32)> = Vec::new();
        for (index, entry) in engine.timeline().iter().enumerate() {
            let told = entry.sources.iter().filter(|telling| telling.doc == doc && entry.kind == EntryKind::Event);
            entries.extend(told.map(|telling| (telling.span, index as u32)));
        }
        entries.sort_unstable();
        let mut links: Vec<(Span, u32, Side)> = Vec::new();
        for (index, link) in engine.links().iter().enumerate() {
            links.extend(ends(link, doc).map(|(here, other)| (here, index as u32, other)));
        }
        links.sort_unstable_by_key(|&(span, index, _)| (span.start_byte, std::cmp::Reverse(span.end_byte), index));
        let quotations = engine.quotations().iter().filter(|quotation| quotation.doc == doc && !quotation.linked);
        Reader {
            document,
            asked,
            mentions: engine.mentions(doc),
            entries,
            links,
            quotations: quotations.collect(),
            passages,
        }
    }

    fn row(&self, index: usize, block: &Block) -> Option<Row> {
        let shown = !block.layer.is_noise() || self.asked.noise || block.layer == Layer::Comment;
        if !shown || block.kind == BlockKind::Title {
            return None;
        }
        Some(Row {
            block: u32::try_from(index).ok()?,
            passage: self.passages[index],
            kind: self.kind(block),
            layer: block.layer,
            cells: cells(block, &self.document.text).into_iter().map(|cell| self.parts(cell)).collect(),
            dates: self.dates(block),
            quotes: self.quotes(block),
        })
    }

    fn kind(&self, block: &Block) -> RowKind {
        match &block.kind {
            BlockKind::Title => RowKind::Heading { level: 1 },
            BlockKind::Heading { level } => RowKind::Heading { level: *level },
            BlockKind::Paragraph => RowKind::Paragraph,
            BlockKind::Quote => RowKind::Quote,
            BlockKind::PullQuote => RowKind::PullQuote,
            BlockKind::ListItem { depth, ordered, marker } => {
                RowKind::Item { depth: *depth, ordered: *ordered, marker: marker.clone() }
            }
            BlockKind::Question { .. } => RowKind::Question,
            BlockKind::Answer { .. } => RowKind::Answer,
            BlockKind::Label => RowKind::Label,
            BlockKind::Field { .. } => RowKind::Field,
            BlockKind::Footnote { label } => {
                let refers = |inline: &&Inline| matches!(&inline.kind, InlineKind::FootnoteRef { label: other } if other == label);
                let back = self.document.inlines.iter().find(refers).map(|inline| inline.span);
                RowKind::Footnote { label: label.clone(), back }
            }
            BlockKind::Caption => RowKind::Caption,
            BlockKind::TableRow { head } => RowKind::TableRow { head: *head },
            BlockKind::Preformatted => RowKind::Preformatted,
            BlockKind::Rule => RowKind::Rule,
        }
    }

    fn mentions_in(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> + use<'a> {
        let first = self.mentions.partition_point(|mention| mention.span.end_byte <= span.start_byte);
        let mentions = self.mentions[first..].iter().take_while(move |mention| mention.span.start_byte < span.end_byte);
        mentions
            .enumerate()
            .map(move |(index, mention)| ((first + index) as u32, mention))
            .filter(|(_, it)| is_dated(it))
    }

    /// One note for each value that is more than the words themselves say: counted, completed, approximate or a range.
    fn dates(&self, block: &Block) -> Vec<DateNote> {
        let mut seen: Vec<&str> = Vec::new();
        let mut notes = Vec::new();
        for (index, mention) in self.mentions_in(block.span) {
            let value = mention.derived.as_deref().unwrap_or(&mention.value);
            let says_all = mention.anchor.is_none() && mention.derived.is_none() && plain_date(value);
            if !says_all && !seen.contains(&value) {
                seen.push(value);
                notes.push(DateNote { mention: index, entry: self.entry(mention) });
            }
        }
        notes
    }

    fn entry(&self, mention: &Mention) -> Option<u32> {
        self.entries.iter().find(|(place, _)| place.overlaps(mention.span)).map(|&(_, entry)| entry)
    }

    fn quotes(&self, block: &Block) -> Vec<QuoteNote> {
        let starts = |span: Span| block.span.start_byte <= span.start_byte && span.start_byte < block.span.end_byte;
        let linked = self.links.iter().filter(|(span, ..)| starts(*span));
        let mut notes: Vec<(u32, QuoteNote)> = linked
            .map(|&(span, link, other)| {
                (span.start_byte, QuoteNote::Linked { link, doc: other.doc, words: other.span })
            })
            .collect();
        for quotation in self.quotations.iter().filter(|quotation| starts(quotation.span)) {
            let named = quotation.named_source.map(|span| span.of(&self.document.text).replace('\n', " "));
            let speaker = quotation.speaker.clone();
            let known = notes.iter_mut().find_map(|(_, note)| match note {
                QuoteNote::Unlinked { speaker: s, named: m, n, .. } if *s == speaker && *m == named => Some(n),
                _ => None,
            });
            match known {
                Some(n) => *n += 1,
                None => {
                    let at = quotation.span.start_byte;
                    notes.push((at, QuoteNote::Unlinked { at, speaker, named, n: 1 }));
                }
            }
        }
        notes.sort_by_key(|(start, _)| *start);
        notes.into_iter().map(|(_, note)| note).collect()
    }

    fn parts(&self, span: Span) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut at = span.start_byte;
        for (place, anchor) in self.anchors(span) {
            if at < place.start_byte {
                let runs = self.runs(Span { start_byte: at, end_byte: place.start_byte }, false);
                parts.push(Part { at, anchor: Anchor::None, runs });
            }
            let inside_link = !matches!(anchor, Anchor::Date { .. } | Anchor::None);
            parts.push(Part { at: place.start_byte, anchor, runs: self.runs(place, inside_link) });
            at = place.end_byte;
        }
        if at < span.end_byte {
            let runs = self.runs(Span { start_byte: at, end_byte: span.end_byte }, false);
            parts.push(Part { at, anchor: Anchor::None, runs });
        }
        parts
    }

    /// What leads somewhere, in order and not overlapping: references first, then quotes, then dates.
    fn anchors(&self, span: Span) -> Vec<(Span, Anchor)> {
        let mut taken: Vec<(Span, Anchor)> = Vec::new();
        for inline in inlines_in(self.document, span) {
            let anchor = match &inline.kind {
                InlineKind::Link { target: Some(target) } => Anchor::Web(target.clone()),
                InlineKind::FootnoteRef { label } => Anchor::Note { label: label.clone(), to: self.note(label) },
                _ => continue,
            };
            claim(&mut taken, cut(inline.span, span), anchor);
        }
        for (place, link, _) in self.links.iter().filter(|(place, ..)| place.overlaps(span)) {
            claim(&mut taken, cut(*place, span), Anchor::Quote { link: *link });
        }
        for quotation in self.quotations.iter().filter(|quotation| quotation.span.overlaps(span)) {
            claim(&mut taken, cut(quotation.span, span), Anchor::Unlinked);
        }
        for (_, mention) in self.mentions_in(span) {
            let entry = self.entry(mention);
            claim_whole(&mut taken, cut(mention.span, span), Anchor::Date { entry });
        }
        taken
    }

    fn note(&self, label: &str) -> Option<Span> {
        let is_it = |block: &&Block| matches!(&block.kind, BlockKind::Footnote { label: other } if other == label);
        self.document.blocks.iter().find(is_it).map(|block| block.span)
    }

    /// The words at `span`, parted wherever style or mark changes.
    fn runs(&self, span: Span, inside_link: bool) -> Vec<Run> {
        let mut borders = vec![span.start_byte, span.end_byte];
        let mut border = |place: Span| {
            let place = cut(place, span);
            borders.extend([place.start_byte, place.end_byte]);
        };
        let inlines: Vec<&Inline> = inlines_in(self.document, span).collect();
        inlines.iter().for_each(|inline| border(inline.span));
        let hits = spans_in(&self.asked.hits, span);
        hits.iter().for_each(|hit| border(*hit));
        self.asked.words.filter(|words| words.overlaps(span)).into_iter().for_each(&mut border);
        let dates: Vec<Span> =
            if inside_link { self.mentions_in(span).map(|(_, it)| it.span).collect() } else { Vec::new() };
        dates.iter().for_each(|date| border(*date));
        borders.sort_unstable();
        borders.dedup();
        let mut runs = Vec::new();
        for pair in borders.windows(2) {
            let place = Span { start_byte: pair[0], end_byte: pair[1] };
            let mut style = Style { date: dates.iter().any(|date| date.contains(place)), ..Style::default() };
            for inline in inlines.iter().filter(|inline| inline.span.contains(place)) {
                style.add(&inline.kind);
            }
            let here = self.asked.words.is_some_and(|words| words.contains(place));
            let hit = hits.iter().any(|hit| hit.contains(place));
            let mark = if here {
                Mark::Here
            } else if hit {
                Mark::Hit
            } else {
                Mark::None
            };
            let text = place.of(&self.document.text);
            if !text.is_empty() {
                runs.push(Run { text: text.to_owned(), style, mark });
            }
        }
        runs
    }
}

impl Style {
    fn add(&mut self, kind: &InlineKind) {
        match kind {
            InlineKind::Emphasis => self.emphasis = true,
            InlineKind::Strong => self.strong = true,
            InlineKind::Superscript => self.superscript = true,
            InlineKind::Code => self.code = true,
            InlineKind::LineBreak => self.line_break = true,
            InlineKind::Link { .. } | InlineKind::FootnoteRef { .. } => {}
        }
    }
}

/// Where this document stands in a link, and what is at the other end.
fn ends(link: &Link, doc: DocId) -> impl Iterator<Item = (Span, Side)> {
    let a = (link.a.doc == doc).then_some((link.a.span, link.b));
    let b = (link.b.doc == doc).then_some((link.b.span, link.a));
    a.into_iter().chain(b)
}

/// A date one can point at on a calendar, straight or by way of a duration.
fn is_dated(mention: &Mention) -> bool {
    match mention.kind {
        TimexKind::Date | TimexKind::Time => !mention.value.is_empty(),
        TimexKind::Duration | TimexKind::Set => mention.derived.is_some(),
    }
}

fn cut(place: Span, to: Span) -> Span {
    let start_byte = place.start_byte.clamp(to.start_byte, to.end_byte);
    Span { start_byte, end_byte: place.end_byte.clamp(start_byte, to.end_byte) }
}

fn inlines_in(document: &Document, span: Span) -> impl Iterator<Item = &Inline> {
    // Sorted by start; what begins before the block cannot reach into it: inlines lie inside one block.
    let inlines = document.inlines.iter().skip_while(move |inline| inline.span.end_byte <= span.start_byte);
    inlines.take_while(move |inline| inline.span.start_byte < span.end_byte).filter(move |it| it.span.overlaps(span))
}

fn spans_in(spans: &[Span], span: Span) -> Vec<Span> {
    let first = spans.partition_point(|it| it.end_byte <= span.start_byte);
    spans[first..].iter().copied().take_while(|it| it.start_byte < span.end_byte).collect()
}

/// Takes what is still free of a place; what is left in several pieces leads to the same.
fn claim(taken: &mut Vec<(Span, Anchor)>, place: Span, anchor: Anchor) {
    let mut at = place.start_byte;
    let mut free = Vec::new();
    for (other, _) in taken.iter().filter(|(other, _)| other.overlaps(place)) {
        if at < other.start_byte {
            free.push(Span { start_byte: at, end_byte: other.start_byte });
        }
        at = at.max(other.end_byte);
    }
    if at < place.end_byte {
        free.push(Span { start_byte: at, end_byte: place.end_byte });
    }
    taken.extend(free.into_iter().map(|place| (place, anchor.clone())));
    taken.sort_by_key(|(place, _)| *place);
}

/// Takes a place only where all of it is free.
fn claim_whole(taken: &mut Vec<(Span, Anchor)>, place: Span, anchor: Anchor) {
    if !place.is_empty() && !taken.iter().any(|(other, _)| other.overlaps(place)) {
        taken.push((place, anchor));
        taken.sort_by_key(|(place, _)| *place);
    }
}

fn cells(block: &Block, text: &str) -> Vec<Span> {
    match block.kind {
        BlockKind::Field { value_start_byte } => {
            let whole = block.span;
            let at = value_start_byte.clamp(whole.start_byte, whole.end_byte);
            vec![Span { start_byte: whole.start_byte, end_byte: at }, Span { start_byte: at, end_byte: whole.end_byte }]
        }
        BlockKind::TableRow { .. } => {
            let mut cells = Vec::new();
            let mut start = block.span.start();
            for cell in block.span.of(text).split('\t') {
                cells.push(Span::new(start, start + cell.len()));
                start += cell.len() + 1;
            }
            cells
        }
        _ => vec![block.span],
    }
}

/// Puts rows together that are one thing.
fn gather(rows: Vec<Row>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut labels: Vec<Row> = Vec::new();
    for row in rows {
        if row.kind == RowKind::Label && !row.layer.is_noise() {
            labels.push(row);
            continue;
        }
        let in_pair = matches!(row.kind, RowKind::Question | RowKind::Answer);
        let labelled = !labels.is_empty();
        if labelled && !in_pair {
            sections.extend(labels.drain(..).map(Section::Row));
        }
        match (sections.last_mut(), &row.kind) {
            (Some(Section::Closed { layer, rows }), _) if row.layer.is_noise() && *layer == row.layer => rows.push(row),
            (_, _) if row.layer.is_noise() => {
                sections.push(Section::Closed { layer: row.layer, rows: vec![row] });
            }
            (Some(Section::List { rows, ordered }), RowKind::Item { ordered: other, depth, .. })
                if ordered == other || *depth > 0 =>
            {
                rows.push(row);
            }
            (_, RowKind::Item { ordered, .. }) => {
                sections.push(Section::List { ordered: *ordered, rows: vec![row] });
            }
            (Some(Section::Table(rows)), RowKind::TableRow { .. })
            | (Some(Section::Fields(rows)), RowKind::Field)
            | (Some(Section::Footnotes(rows)), RowKind::Footnote { .. }) => rows.push(row),
            (_, RowKind::TableRow { .. }) => sections.push(Section::Table(vec![row])),
            (_, RowKind::Field) => sections.push(Section::Fields(vec![row])),
            (_, RowKind::Footnote { .. }) => sections.push(Section::Footnotes(vec![row])),
            (Some(Section::Pair(rows)), RowKind::Answer) => {
                rows.append(&mut labels);
                rows.push(row);
            }
            (_, RowKind::Question | RowKind::Answer) => {
                let mut rows = std::mem::take(&mut labels);
                rows.push(row);
                sections.push(Section::Pair(rows));
            }
            _ => sections.push(Section::Row(row)),
        }
    }
    sections.extend(labels.into_iter().map(Section::Row));
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start_byte: u32, end_byte: u32) -> Span {
        Span { start_byte, end_byte }
    }

    #[test]
    fn what_leads_somewhere_never_overlaps() {
        let mut taken = Vec::new();
        claim(&mut taken, span(4, 6), Anchor::Web("x".into()));
        claim(&mut taken, span(0, 10), Anchor::Unlinked);
        claim(&mut taken, span(8, 14), Anchor::Quote { link: 1 });
        claim_whole(&mut taken, span(13, 16), Anchor::Date { entry: None });
        claim_whole(&mut taken, span(20, 22), Anchor::Date { entry: None });
        let places: Vec<Span> = taken.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [span(0, 4), span(4, 6), span(6, 10), span(10, 14), span(20, 22)]);
    }

    #[test]
    fn puts_together_what_is_one() {
        let row =
            |kind, layer| Row { block: 0, passage: None, kind, layer, cells: vec![], dates: vec![], quotes: vec![] };
        let body = |kind| row(kind, Layer::Body);
        let item = || body(RowKind::Item { depth: 0, ordered: false, marker: "-".into() });
        let rows = vec![
            body(RowKind::Paragraph),
            item(),
            item(),
            body(RowKind::Label),
            body(RowKind::Question),
            body(RowKind::Label),
            body(RowKind::Answer),
            body(RowKind::Answer),
            body(RowKind::Label),
            body(RowKind::Question),
            body(RowKind::Label),
            row(RowKind::Paragraph, Layer::Comment),
            row(RowKind::Label, Layer::Comment),
        ];
        let shape: Vec<String> = gather(rows)
            .iter()
            .map(|section| match section {
                Section::Row(_) => "row".to_owned(),
                Section::List { rows, .. } => format!("list {}", rows.len()),
                Section::Pair(rows) => format!("pair {}", rows.len()),
                Section::Closed { rows, .. } => format!("closed {}", rows.len()),
                _ => "other".to_owned(),
            })
            .collect();
        assert_eq!(shape, ["row", "list 2", "pair 5", "pair 2", "row", "closed 2"]);
    }
}
