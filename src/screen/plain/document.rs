//! One document as an article: its card, its blocks, its notes.

use super::{
    html::{Html, followable, id_of},
    runs::{self, Mark},
    words::Words,
};
use crate::engine::{Block, BlockKind, Card, Document, InlineKind, Layer, Order, Passage, Span};

/// A quote's end in this document: where it stands, and what leads to the other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteEnd {
    pub span: Span,
    /// `q3-a`: the anchor of this end.
    pub anchor: String,
    /// Address of the other end.
    pub other: String,
    /// "Geciteerd in Brief" or "Komt uit Brief".
    pub label: String,
}

/// All that an article is written from.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    pub card: &'a Card,
    pub document: &'a Document,
    pub passages: &'a [Passage],
    pub quotes: &'a [QuoteEnd],
    /// Values of the text's dates that HTML knows.
    pub dates: &'a [(Span, String)],
    pub words: Words,
}

/// The anchor of a document: `d-000`.
pub fn anchor(card: &Card) -> String {
    format!("d-{}", id_of(&card.id))
}

/// The anchor of a passage: `d-000-p12`, 0-based.
pub fn passage_anchor(card: &Card, passage: usize) -> String {
    format!("{}-p{passage}", anchor(card))
}

/// The article's blocks; its header is the caller's.
pub fn write_blocks(html: &mut Html, article: &Article<'_>) {
    let writer = Writer { article, marks: marks_by_block(article), id: id_of(&article.card.id) };
    writer.all(html);
}

struct Writer<'a> {
    article: &'a Article<'a>,
    /// For each block the marks that touch it, outer first.
    marks: Vec<Vec<Mark>>,
    id: String,
}

fn marks_by_block(article: &Article<'_>) -> Vec<Vec<Mark>> {
    let document = article.document;
    let mut marks: Vec<Mark> = article
        .quotes
        .iter()
        .map(|end| Mark::new(end.span, "span", &[("class", "plain-cited"), ("id", &end.anchor)]))
        .collect();
    marks.extend(runs::own_marks(document, &id_of(&article.card.id)));
    marks.extend(article.dates.iter().map(|(span, value)| Mark::new(*span, "time", &[("datetime", value)])));
    marks.order_by_key(|mark| (mark.span.start_byte, std::cmp::Reverse(mark.span.end_byte)));
    let mut by_block = vec![Vec::new(); document.blocks.len()];
    for mark in marks {
        let first = document.blocks.partition_point(|block| block.span.end_byte <= mark.span.start_byte);
        let touched = document.blocks[first..].iter().take_while(|block| block.span.overlaps(mark.span)).count();
        for of_block in &mut by_block[first..first + touched] {
            of_block.push(mark.clone());
        }
    }
    by_block
}

/// What stands together in one element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flock {
    Fields,
    List,
    Table,
    Comments,
    Alone,
}

fn flock(block: &Block) -> Flock {
    if block.layer == Layer::Comment {
        return Flock::Comments;
    }
    match block.kind {
        BlockKind::Field { .. } => Flock::Fields,
        BlockKind::ListItem { .. } => Flock::List,
        BlockKind::TableRow { .. } => Flock::Table,
        _ => Flock::Alone,
    }
}

impl Writer<'_> {
    fn all(&self, html: &mut Html) {
        let shown = |block: &Block| !matches!(block.layer, Layer::Advertisement | Layer::Furniture);
        let blocks: Vec<usize> =
            (0..self.article.document.blocks.len()).filter(|index| shown(self.block(*index))).collect();
        let mut level = 2;
        for run in blocks.chunk_by(|a, b| self.stay_together(*a, *b)) {
            match flock(self.block(run[0])) {
                Flock::Fields => html.element("dl", &[("class", "plain-fields")], |html| self.fields(html, run)),
                Flock::List => self.list(html, run),
                Flock::Table => html.element("table", &[], |html| self.table(html, run)),
                Flock::Comments => self.comments(html, run),
                Flock::Alone => self.one(html, run[0], &mut level),
            }
            self.quote_notes(html, run);
        }
    }

    fn stay_together(&self, a: usize, b: usize) -> bool {
        let (a, b) = (flock(self.block(a)), flock(self.block(b)));
        a == b && a != Flock::Alone
    }

    fn block(&self, index: usize) -> &Block {
        &self.article.document.blocks[index]
    }

    /// `level`: of the last heading, so that none is skipped.
    fn one(&self, html: &mut Html, index: usize, level: &mut u8) {
        let block = self.block(index);
        match &block.kind {
            BlockKind::Title if self.is_card_title(block) => self.words(html, "p", "plain-own-title", index),
            BlockKind::Title => self.heading(html, index, 3, level),
            BlockKind::Heading { level: own } => self.heading(html, index, own.saturating_add(2), level),
            BlockKind::Quote => html.element("blockquote", &[], |html| self.words(html, "p", "", index)),
            BlockKind::PullQuote => {
                html.element("blockquote", &[("class", "plain-pull")], |html| self.words(html, "p", "", index));
            }
            BlockKind::Question { .. } => self.words(html, "p", "plain-question", index),
            BlockKind::Answer { .. } => self.words(html, "p", "plain-answer", index),
            BlockKind::Label => self.words(html, "p", "plain-label", index),
            BlockKind::Caption => self.words(html, "p", "plain-caption", index),
            BlockKind::Preformatted => self.words(html, "pre", "", index),
            BlockKind::Rule => html.void("hr", &[]),
            BlockKind::Footnote { label } => self.note(html, index, label),
            _ => self.words(html, "p", "", index),
        }
    }

    fn is_card_title(&self, block: &Block) -> bool {
        block.span.of(&self.article.document.text).trim() == self.article.card.title.value.trim()
    }

    fn heading(&self, html: &mut Html, index: usize, wanted: u8, level: &mut u8) {
        *level = wanted.clamp(3, *level + 1).min(6);
        let tag = ["h3", "h4", "h5", "h6"][usize::from(*level) - 3];
        self.words(html, tag, "", index);
    }

    /// An element with the block's text; it bears the anchor of the block's first passage.
    fn words(&self, html: &mut Html, tag: &'static str, class: &'static str, index: usize) {
        let anchor = self.anchor(index);
        let mut attributes = Vec::new();
        if let Some(anchor) = &anchor {
            attributes.push(("id", anchor.as_str()));
        }
        if !class.is_empty() {
            attributes.push(("class", class));
        }
        html.element(tag, &attributes, |html| self.text(html, index, self.block(index).span));
    }

    fn anchor(&self, block: usize) -> Option<String> {
        let first = self.first_passage(block);
        let found = self.article.passages.get(first)?;
        (found.block as usize == block).then(|| passage_anchor(self.article.card, first))
    }

    fn first_passage(&self, block: usize) -> usize {
        self.article.passages.partition_point(|passage| (passage.block as usize) < block)
    }

    /// The stretch of the block, with an empty anchor where a further passage of a long block begins.
    fn text(&self, html: &mut Html, index: usize, stretch: Span) {
        let marks = &self.marks[index];
        let document = self.article.document;
        let mut at = stretch;
        let first = self.first_passage(index);
        for (number, passage) in self.article.passages.iter().enumerate().skip(first + 1) {
            if passage.block as usize != index {
                break;
            }
            if !stretch.contains(passage.span) || passage.span.start_byte < at.start_byte {
                continue;
            }
            runs::write(html, document, Span { end_byte: passage.span.start_byte, ..at }, marks);
            html.leaf("span", &[("id", &passage_anchor(self.article.card, number))], "");
            at.start_byte = passage.span.start_byte;
        }
        runs::write(html, document, at, marks);
    }

    fn note(&self, html: &mut Html, index: usize, label: &str) {
        let note = runs::note_id(&self.id, label);
        html.element("div", &[("class", "plain-note"), ("id", &note), ("role", "doc-footnote")], |html| {
            let refers = |inline: &InlineKind| matches!(inline, InlineKind::FootnoteRef { label: own } if own == label);
            if self.article.document.inlines.iter().any(|inline| refers(&inline.kind)) {
                let back = format!("#{}", runs::reference_id(&self.id, label));
                let words = format!("{} {label}", self.article.words.back_from_note);
                html.leaf("a", &[("href", &back), ("role", "doc-backlink"), ("aria-label", &words)], label);
            } else {
                html.leaf("span", &[], label);
            }
            self.words(html, "p", "", index);
        });
    }

    fn fields(&self, html: &mut Html, blocks: &[usize]) {
        for index in blocks {
            let block = self.block(*index);
            let BlockKind::Field { value_start_byte } = block.kind else { continue };
            let parting = value_start_byte.clamp(block.span.start_byte, block.span.end_byte);
            let anchor = self.anchor(*index).unwrap_or_default();
            let id: &[_] = if anchor.is_empty() { &[] } else { &[("id", anchor.as_str())] };
            html.element("dt", id, |html| self.text(html, *index, Span { end_byte: parting, ..block.span }));
            html.element("dd", &[], |html| self.text(html, *index, Span { start_byte: parting, ..block.span }));
        }
    }

    fn list(&self, html: &mut Html, blocks: &[usize]) {
        // Open lists, outer first: depth and tag.
        let mut open: Vec<(u8, &'static str)> = Vec::new();
        for index in blocks {
            let BlockKind::ListItem { depth, ordered, marker } = &self.block(*index).kind else { continue };
            let tag = if *ordered { "ol" } else { "ul" };
            while let Some((deepest, its_tag)) = open.last().copied() {
                if deepest < *depth || (deepest == *depth && its_tag == tag) {
                    break;
                }
                html.close("li");
                html.close(its_tag);
                open.pop();
            }
            if open.last().is_some_and(|(deepest, _)| deepest == depth) {
                html.close("li");
            } else {
                html.open(tag, &[]);
                open.push((*depth, tag));
            }
            self.item(html, *index, *ordered, marker);
        }
        for (_, tag) in open.iter().rev() {
            html.close("li");
            html.close(tag);
        }
    }

    /// Opens the item and leaves it open: a deeper list may follow in it.
    fn item(&self, html: &mut Html, index: usize, ordered: bool, marker: &str) {
        let anchor = self.anchor(index).unwrap_or_default();
        let number = marker.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_number = ordered && !number.is_empty() && number.len() < 6 && number.bytes().all(|b| b.is_ascii_digit());
        let mut attributes = Vec::new();
        if !anchor.is_empty() {
            attributes.push(("id", anchor.as_str()));
        }
        if is_number {
            attributes.push(("value", number));
        } else if ordered {
            attributes.push(("class", "plain-lettered"));
        }
        html.open("li", &attributes);
        if ordered && !is_number {
            html.text(&format!("{marker} "));
        }
        self.text(html, index, self.block(index).span);
    }

    fn table(&self, html: &mut Html, blocks: &[usize]) {
        for index in blocks {
            let block = self.block(*index);
            let head = matches!(block.kind, BlockKind::TableRow { head: true });
            let anchor = self.anchor(*index).unwrap_or_default();
            let id: &[_] = if anchor.is_empty() { &[] } else { &[("id", anchor.as_str())] };
            html.element("tr", id, |html| {
                let mut start = block.span.start();
                for cell in block.span.of(&self.article.document.text).split('\t') {
                    let span = Span::new(start, start + cell.len());
                    let (tag, attributes): (_, &[_]) = if head { ("th", &[("scope", "col")]) } else { ("td", &[]) };
                    html.element(tag, attributes, |html| self.text(html, *index, span));
                    start = span.end() + 1;
                }
            });
        }
    }

    /// Words of private persons: there, but closed until asked for.
    fn comments(&self, html: &mut Html, blocks: &[usize]) {
        html.element("details", &[("class", "plain-comments")], |html| {
            html.leaf("summary", &[], self.article.words.comments);
            for index in blocks {
                self.words(html, "p", "", *index);
            }
        });
    }

    /// Where a quote of these blocks leads, after them.
    fn quote_notes(&self, html: &mut Html, blocks: &[usize]) {
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return };
        let (start, end) = (self.block(*first).span.start_byte, self.block(*last).span.end_byte);
        let ends = self.article.quotes.iter().filter(|quote| start < quote.span.end_byte && quote.span.end_byte <= end);
        let mut ends = ends.peekable();
        if ends.peek().is_none() {
            return;
        }
        html.element("ul", &[("class", "plain-quote-notes")], |html| {
            for quote in ends {
                html.element("li", &[], |html| html.leaf("a", &[("href", &quote.other)], &quote.label));
            }
        });
    }
}

/// The lines of the card, above the text.
pub fn write_facts(html: &mut Html, card: &Card, words: Words) {
    html.element("dl", &[("class", "plain-facts")], |html| {
        let mut fact = |name: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                html.leaf("dt", &[], name);
                html.leaf("dd", &[], value);
            }
        };
        fact(words.kind, card.kind.as_ref().map(|told| told.value.as_str()));
        fact(words.author, card.author.as_ref().map(|told| told.value.as_str()));
        fact(words.sender, card.sender.as_ref().map(|told| told.value.as_str()));
        fact(words.receiver, card.receiver.as_ref().map(|told| told.value.as_str()));
        dates(html, card, words);
        source(html, card, words);
    });
}

fn dates(html: &mut Html, card: &Card, words: Words) {
    html.leaf("dt", &[], words.date);
    if card.dates.is_empty() {
        html.leaf("dd", &[], words.undated);
    }
    for date in &card.dates {
        html.element("dd", &[], |html| {
            super::when(html, &date.edtf, words);
            html.text(&format!(" ({}; {})", words.role(date.role), words.basis(date.basis)));
        });
    }
}

fn source(html: &mut Html, card: &Card, words: Words) {
    if let Some(source) = &card.source {
        html.leaf("dt", &[], words.source);
        html.element("dd", &[], |html| match followable(source) {
            Some(address) => html.leaf("a", &[("href", address), ("rel", "noopener noreferrer")], source),
            None => html.text(source),
        });
    }
    if let Some(rights) = &card.rights {
        html.leaf("dt", &[], words.rights);
        html.leaf("dd", &[], rights);
    }
}
