//! The Markdown reader: CommonMark with tables, footnotes, strike-through and front matter, parsed by pulldown-cmark,
//! whose events say where in the file they stand. Raw HTML never becomes HTML: the few tags that only style are read as
//! what they mean, others stand as text.

use super::{
    footnote, links,
    piece::{Kind, Piece},
};
use crate::text::{BlockKind, Inline, InlineKind, Layer, Span};
use pulldown_cmark::{CodeBlockKind, Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::{collections::BTreeSet, ops::Range};

/// The pieces of a Markdown text that begins at `shift` bytes of its file, in the order of the file. Every byte that is
/// not white space is in the source of one.
pub(super) fn pieces(text: &str, shift: usize) -> Vec<Piece> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader { text, shift, labels: footnote::raised_labels(text), ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.close(text.len());
    sweep(reader.pieces, text, shift)
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    shift: usize,
    pieces: Vec<Piece>,
    open: Option<Open>,
    /// The numbers that list items bear; `None` for bullets. One entry a level.
    lists: Vec<Option<u64>>,
    /// An item that has begun and has no text yet: where it starts.
    item: Option<usize>,
    /// The same for a footnote.
    note: Option<usize>,
    quote_depth: usize,
    footnote: Option<String>,
    /// The labels of notes that stand as paragraphs, to know a raised number that refers to one.
    labels: BTreeSet<&'a str>,
    in_metadata: bool,
}

/// The piece being filled.
struct Open {
    piece: Piece,
    start_byte: usize,
    end_byte: usize,
    /// Styles that have begun, with where in the piece's text; `None` for tags that leave no trace.
    styles: Vec<(usize, Option<InlineKind>)>,
    n_cells: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(_) if self.in_metadata => self.metadata(range),
            Event::Text(text) => self.push(&text, range),
            Event::Code(text) => {
                self.style_start(Some(InlineKind::Code), range.clone());
                self.push(&text, range.clone());
                self.style_end(range);
            }
            Event::InlineHtml(_) | Event::Html(_) => self.html(range),
            Event::SoftBreak => self.line_break(range, false),
            Event::HardBreak => self.line_break(range, true),
            Event::FootnoteReference(label) => {
                self.reference_start(&label, range.clone());
                self.push(&label, range.clone());
                self.style_end(range);
            }
            Event::Rule => {
                self.close(range.start);
                self.open_at(BlockKind::Rule.into(), range.clone());
                self.close(range.end);
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_here(range),
            Tag::Heading { level, .. } => self.open_at(Kind::Heading(level as u8), range),
            Tag::BlockQuote(_) => {
                self.close(range.start);
                self.quote_depth += 1;
            }
            Tag::CodeBlock(kind) => {
                let settled = match kind {
                    CodeBlockKind::Fenced(_) => BlockKind::Preformatted.into(),
                    CodeBlockKind::Indented => Kind::Plain,
                };
                self.open_at(settled, range);
            }
            Tag::HtmlBlock => {
                // Comments and what is meant for browsers are nobody's text.
                let start: String = self.text[range.clone()].trim_start().chars().take(9).collect();
                let start = start.to_ascii_lowercase();
                let comment = ["<!", "<?", "<meta", "<link", "</"].iter().any(|sign| start.starts_with(sign));
                self.open_here(range);
                if let (true, Some(open)) = (comment, &mut self.open) {
                    open.piece.layer = Layer::Furniture;
                    open.piece.settle(BlockKind::Preformatted);
                }
            }
            Tag::List(first) => {
                self.close(range.start);
                self.lists.push(first);
            }
            Tag::Item => {
                self.close(range.start);
                self.item = Some(range.start);
            }
            Tag::FootnoteDefinition(label) => {
                self.close(range.start);
                self.footnote = Some(label.to_string());
                self.note = Some(range.start);
            }
            Tag::TableHead => self.open_at(BlockKind::TableRow { head: true }.into(), range),
            Tag::TableRow => self.open_at(BlockKind::TableRow { head: false }.into(), range),
            Tag::TableCell => {
                if let Some(open) = &mut self.open {
                    if open.n_cells > 0 {
                        open.piece.push_own("\t");
                    }
                    open.n_cells += 1;
                }
            }
            Tag::Emphasis => self.style_start(Some(InlineKind::Emphasis), range),
            Tag::Strong => self.style_start(Some(InlineKind::Strong), range),
            Tag::Superscript => self.style_start(Some(InlineKind::Superscript), range),
            Tag::Link { dest_url, .. } => {
                let target = links::allowed(&dest_url);
                self.style_start(Some(InlineKind::Link { target }), range);
            }
            Tag::Image { .. } | Tag::Strikethrough | Tag::Subscript => self.style_start(None, range),
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                self.close(range.start);
                self.in_metadata = true;
            }
            Tag::Table(_) | Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.close(range.start);
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => self.style_end(range),
            TagEnd::TableCell => {}
            TagEnd::BlockQuote(_) => {
                self.close(range.end);
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close(range.end);
                self.lists.pop();
            }
            TagEnd::Item => {
                // A tight item's text ends where its last event did; the item may go on below with a list of its own.
                let end = self.open.as_ref().map_or(range.end, |open| open.end_byte);
                self.close(end);
                self.item = None;
                if let Some(Some(number)) = self.lists.last_mut() {
                    *number += 1;
                }
            }
            TagEnd::FootnoteDefinition => {
                self.close(range.end);
                self.footnote = None;
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            _ => self.close(range.end),
        }
    }

    /// Opens a piece of the kind that lists, quotes and notes around it ask for.
    fn open_here(&mut self, range: Range<usize>) {
        // An item may be set in: it begins at its marker.
        let start = self.item.take().map(|at| at + self.text[at..].len() - self.text[at..].trim_start().len());
        let kind = if let Some(label) = &self.footnote {
            BlockKind::Footnote { label: label.clone() }.into()
        } else if let (Some(at), Some(list)) = (start, self.lists.last()) {
            let depth = u8::try_from(self.lists.len() - 1).unwrap_or(u8::MAX);
            let marker = self.text[at..].split_whitespace().next().unwrap_or("").to_owned();
            BlockKind::ListItem { depth, ordered: list.is_some(), marker }.into()
        } else if self.quote_depth > 0 {
            BlockKind::Quote.into()
        } else {
            Kind::Plain
        };
        let from = start.or(self.note.take()).map_or(range.start, |at| at.min(range.start));
        self.open_at(kind, from..range.end);
        if let (Some(_), Some(open)) = (&self.footnote, &mut self.open) {
            open.piece.layer = Layer::Footnote;
        }
    }

    fn open_at(&mut self, kind: Kind, range: Range<usize>) {
        self.close(range.start);
        let piece = Piece { kind, ..Piece::default() };
        self.open =
            Some(Open { piece, start_byte: range.start, end_byte: range.start, styles: Vec::new(), n_cells: 0 });
    }

    /// Ends the open piece, which takes up the file as far as `end_byte`.
    fn close(&mut self, end_byte: usize) {
        let Some(mut open) = self.open.take() else { return };
        while !open.styles.is_empty() {
            open.style_end();
        }
        let end = end_byte.max(open.end_byte).min(self.text.len());
        open.piece.trim();
        name_old_heading(&mut open.piece);
        let is_rule = open.piece.kind == Kind::Settled(BlockKind::Rule);
        if open.piece.text.is_empty() && !is_rule {
            return;
        }
        let taken = self.text[open.start_byte..end].trim_end().len();
        open.piece.source = vec![self.span(open.start_byte..open.start_byte + taken)];
        self.pieces.push(open.piece);
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(range.start, range.end).shift(self.shift)
    }

    /// The open piece; a tight list item opens its own with its first text.
    fn open(&mut self, range: &Range<usize>) -> &mut Open {
        if self.open.is_none() {
            self.open_here(range.clone());
        }
        let open = self.open.as_mut().expect("a piece was just opened");
        open.end_byte = open.end_byte.max(range.end);
        open
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let span = self.span(range.clone());
        let source = self.text.get(range.clone()).unwrap_or("");
        // Of code the range covers the backticks too, and its line ends become spaces.
        let at = source.find(text).or_else(|| source.replace('\n', " ").find(text));
        let piece = &mut self.open(&range).piece;
        if piece.ends_with_reference() && text.starts_with(char::is_alphanumeric) {
            piece.push_own(" ");
        }
        match at {
            Some(at) => piece.push_source(text, span.start() + at),
            None => piece.push_as(text, span),
        }
    }

    fn line_break(&mut self, range: Range<usize>, hard: bool) {
        let span = self.span(range.clone());
        let piece = &mut self.open(&range).piece;
        piece.push_as("\n", span);
        if hard {
            piece.mark_break();
        }
    }

    fn style_start(&mut self, kind: Option<InlineKind>, range: Range<usize>) {
        let open = self.open(&(range.start..range.start));
        open.styles.push((open.piece.text.len(), kind));
    }

    fn style_end(&mut self, range: Range<usize>) {
        self.open(&range).style_end();
    }

    /// A reference to a note. It is no part of the word before it: what parts them is not seen.
    fn reference_start(&mut self, label: &str, range: Range<usize>) {
        let open = self.open(&(range.start..range.start));
        if open.piece.text.ends_with(char::is_alphanumeric) {
            open.piece.push_own(WORD_JOINER);
        }
        self.style_start(Some(InlineKind::FootnoteRef { label: label.to_owned() }), range);
    }

    /// Front matter, line by line: fields of the document's head, but what a site's builder reads is noise.
    fn metadata(&mut self, range: Range<usize>) {
        let mut layer = Layer::Header;
        for line in self.text[range.clone()].split_inclusive('\n') {
            // "  - toc" goes on with the key above it.
            if let Some((key, _)) = line.split_once(':').filter(|_| line.starts_with(char::is_alphabetic)) {
                layer = if SETTINGS.contains(&key) { Layer::Furniture } else { Layer::Header };
            }
            let start = line.as_ptr() as usize - self.text.as_ptr() as usize;
            self.open_at(Kind::Plain, start..start + line.len());
            self.push(line, start..start + line.len());
            if let Some(open) = &mut self.open {
                open.piece.layer = layer;
            }
            self.close(start + line.len());
        }
    }

    fn html(&mut self, range: Range<usize>) {
        let text = self.text;
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let len = match Tagged::read(rest) {
                Some((tagged, len)) => {
                    self.tagged(tagged, at..at + len);
                    len
                }
                None => {
                    let len = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
                    self.push(&text[at..at + len], at..at + len);
                    len
                }
            };
            at += len;
        }
    }

    fn tagged(&mut self, tagged: Tagged, range: Range<usize>) {
        match tagged {
            Tagged::Opens(Some(InlineKind::Superscript)) => {
                let label = self.text[range.end..].split('<').next().unwrap_or("").trim();
                let refers = self.labels.contains(label) && self.open.as_ref().is_some_and(Open::is_in_line);
                match refers {
                    true => self.reference_start(label, range),
                    false => self.style_start(Some(InlineKind::Superscript), range),
                }
            }
            Tagged::Opens(kind) => self.style_start(kind, range),
            Tagged::Closes => self.style_end(range),
            Tagged::Breaks => {
                let span = self.span(range.clone());
                let piece = &mut self.open(&range).piece;
                piece.push_as("\n", span);
                piece.mark_break();
            }
        }
    }
}

/// U+2060 has no width and lets no line break: a raised number stays with its word, and words stay apart.
const WORD_JOINER: &str = "\u{2060}";

impl Open {
    /// Whether text stands before on the same line.
    fn is_in_line(&self) -> bool {
        !self.piece.text.is_empty() && !self.piece.text.ends_with('\n')
    }

    fn style_end(&mut self) {
        let Some((start, Some(kind))) = self.styles.pop() else { return };
        if start < self.piece.text.len() {
            self.piece.inlines.push(Inline { span: Span::new(start, self.piece.text.len()), kind });
        }
    }
}

/// Makes a heading of a line `##Words`: without the space that CommonMark asks for, as Markdown once was.
fn name_old_heading(piece: &mut Piece) {
    let signs = piece.text.len() - piece.text.trim_start_matches('#').len();
    let (words, one_line) = (&piece.text[signs..], !piece.text.contains('\n'));
    if piece.is_plain() && (2..=6).contains(&signs) && one_line && words.starts_with(char::is_uppercase) {
        piece.cut_front(signs);
        piece.kind = Kind::Heading(signs as u8);
    }
}

impl From<BlockKind> for Kind {
    fn from(kind: BlockKind) -> Kind {
        Kind::Settled(kind)
    }
}

/// A tag that only styles.
enum Tagged {
    Opens(Option<InlineKind>),
    Closes,
    Breaks,
}

impl Tagged {
    /// The tag at the start of `text`, with its length; `None` where there is none, or one that does more than style.
    fn read(text: &str) -> Option<(Tagged, usize)> {
        const LONGEST: usize = 2000;
        // Up to the next sign of either kind, so that a row of `<` takes no time.
        let end = || text.bytes().take(LONGEST).skip(1).position(|byte| matches!(byte, b'<' | b'>'));
        let len = text.starts_with('<').then(end)?? + 2;
        text.as_bytes()[..len].ends_with(b">").then_some(())?;
        let inside = text[1..len - 1].trim_end_matches('/');
        let closes = inside.starts_with('/');
        let name = inside.trim_start_matches('/').split_whitespace().next()?.to_ascii_lowercase();
        let opens = match name.as_str() {
            "br" => return Some((Tagged::Breaks, len)),
            "sup" => Some(InlineKind::Superscript),
            "em" | "i" | "cite" => Some(InlineKind::Emphasis),
            "strong" | "b" => Some(InlineKind::Strong),
            "code" | "kbd" | "tt" => Some(InlineKind::Code),
            "sub" | "u" | "s" | "del" | "ins" | "small" | "big" | "mark" | "span" | "font" | "abbr" | "q" => None,
            // What only lays out, or leads where no one can follow.
            "a" | "img" | "div" | "p" | "center" | "section" | "article" | "aside" | "details" | "summary"
            | "figure" | "figcaption" | "table" | "thead" | "tbody" | "tr" | "td" | "th" | "ul" | "ol" | "li"
            | "dl" | "dt" | "dd" => None,
            _ => return None,
        };
        Some((if closes { Tagged::Closes } else { Tagged::Opens(opens) }, len))
    }
}

/// Adds what no piece took up: signs go to the piece before (the first ones to the piece behind), words (comments, link definitions, unknown tags) become
/// furniture.
fn sweep(pieces: Vec<Piece>, text: &str, shift: usize) -> Vec<Piece> {
    let mut swept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut done = 0;
    for mut piece in pieces {
        let (start, end) = piece.source.first().map_or((done, done), |span| (span.start() - shift, span.end() - shift));
        // Pieces of the parser may lie inside one another; the later one keeps only what is new.
        let start = start.max(done);
        let end = end.max(start);
        piece.source = vec![Span::new(start, end).shift(shift)];
        match first_signs(&swept, text, start) {
            Some(signs) => piece.source.insert(0, signs.shift(shift)),
            None => add_rest(&mut swept, text, done..start, shift),
        }
        done = end;
        swept.push(piece);
    }
    add_rest(&mut swept, text, done..text.len(), shift);
    swept
}

/// Keys of front matter that tell a site's builder (MkDocs, Jekyll, Hugo, Quarto) how to show a page, not what it says.
#[rustfmt::skip]
const SETTINGS: &[&str] = &[
    "aliases", "class", "comments", "css", "draft", "format", "hide", "icon", "layout", "menu", "nav", "nav_order",
    "navigation", "permalink", "published", "redirect_from", "search", "sidebar", "slug", "template", "theme", "toc", "url",
    "weight",
];

/// The signs that a text begins with, in front of its first piece.
fn first_signs(swept: &[Piece], text: &str, start: usize) -> Option<Span> {
    let signs = text[..start].trim();
    let at = start - text[..start].trim_start().len();
    let only = swept.is_empty() && !signs.is_empty() && !signs.contains(char::is_alphanumeric);
    only.then(|| Span::new(at, at + signs.len()))
}

fn add_rest(swept: &mut Vec<Piece>, text: &str, range: Range<usize>, shift: usize) {
    let rest = &text[range.clone()];
    let trimmed = rest.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (rest.len() - rest.trim_start().len());
    let span = Span::new(start, start + trimmed.len()).shift(shift);
    match swept.last_mut() {
        Some(last) if !trimmed.contains(char::is_alphanumeric) => last.source.push(span),
        _ => {
            let mut piece = Piece { layer: Layer::Furniture, source: vec![span], ..Piece::default() };
            piece.settle(BlockKind::Preformatted);
            piece.push_source(trimmed, span.start());
            piece.trim();
            swept.push(piece);
        }
    }
}
