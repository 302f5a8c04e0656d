//! One block at a time: its words in runs, and what belongs beside them.

use super::{
    Anchor, Asked, DateNote, Mark, Part, QuoteNote, Row, RowKind, Run, Style,
    claim::{claim, claim_whole, cut},
    days_of,
};
use crate::engine::Order;
use crate::{
    engine::{
        Block, BlockKind, DocId, Document, Engine, EntryKind, Inline, InlineKind, Layer, Link, Mention, Quotation,
        Side, Span, TimexKind,
    },
    screen::listing::plain_date,
};

/// A document with all that was found in it, each sorted by place.
pub struct Reader<'a> {
    pub document: &'a Document,
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
    pub fn new(engine: &'a Engine, doc: DocId, asked: &'a Asked) -> Reader<'a> {
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
        entries.order();
        let mut links: Vec<(Span, u32, Side)> = Vec::new();
        for (index, link) in engine.links().iter().enumerate() {
            links.extend(ends(link, doc).map(|(here, other)| (here, index as u32, other)));
        }
        links.order_by_key(|&(span, index, _)| (span.start_byte, std::cmp::Reverse(span.end_byte), index));
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

    pub fn row(&self, index: usize, block: &Block) -> Option<Row> {
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

    /// One note for each value that is more than the words themselves say (counted, completed, approximate or a range), and
    /// for each date whose words lead elsewhere: its note is its way to the timeline.
    fn dates(&self, block: &Block) -> Vec<DateNote> {
        let mut seen: Vec<&str> = Vec::new();
        let mut notes = Vec::new();
        for (index, mention) in self.mentions_in(block.span) {
            let value = mention.derived.as_deref().unwrap_or(&mention.value);
            let says_all = mention.anchor.is_none() && mention.derived.is_none() && plain_date(value);
            if (!says_all || self.leads_elsewhere(mention)) && !seen.contains(&value) {
                seen.push(value);
                notes.push(DateNote { mention: index, entry: self.entry(mention) });
            }
        }
        notes
    }

    /// Its words stand in a quotation or in a link.
    fn leads_elsewhere(&self, mention: &Mention) -> bool {
        let is_link = |inline: &Inline| matches!(inline.kind, InlineKind::Link { target: Some(_) });
        self.links.iter().any(|(place, ..)| place.overlaps(mention.span))
            || self.quotations.iter().any(|quotation| quotation.span.overlaps(mention.span))
            || inlines_in(self.document, mention.span).any(is_link)
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
                QuoteNote::Unlinked { speaker: s, named: m, n, closed, .. } if *s == speaker && *m == named => {
                    *closed &= quotation.closed;
                    Some(n)
                }
                _ => None,
            });
            match known {
                Some(n) => *n += 1,
                None => {
                    let at = quotation.span.start_byte;
                    notes.push((at, QuoteNote::Unlinked { at, speaker, named, n: 1, closed: quotation.closed }));
                }
            }
        }
        notes.order_by_key(|(start, _)| *start);
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
            let days = days_of(mention);
            claim_whole(&mut taken, cut(mention.span, span), Anchor::Date { entry, days });
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
        borders.order();
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

fn inlines_in(document: &Document, span: Span) -> impl Iterator<Item = &Inline> {
    // Sorted by start; what begins before the block cannot reach into it: inlines lie inside one block.
    let inlines = document.inlines.iter().skip_while(move |inline| inline.span.end_byte <= span.start_byte);
    inlines.take_while(move |inline| inline.span.start_byte < span.end_byte).filter(move |it| it.span.overlaps(span))
}

fn spans_in(spans: &[Span], span: Span) -> Vec<Span> {
    let first = spans.partition_point(|it| it.end_byte <= span.start_byte);
    spans[first..].iter().copied().take_while(|it| it.start_byte < span.end_byte).collect()
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
