//! What only a person can know about a document's parts: whose words they are. Told by first and last words.

use crate::text::{Block, BlockKind, Document, Inline, Layer, Span, Warning};

/// "From these words up to and with those: this layer."
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayerRule {
    pub layer: Layer,
    /// The first words of the stretch, as the document's text has them; white space counts as one space.
    pub from: String,
    /// The last words; empty: those of `from`.
    pub to: String,
}

/// Applies rules to a document, in their order. Each stretch is sought behind the one before of the same words; blocks
/// that a stretch cuts are parted at its ends. A rule whose words are not there is a warning.
pub fn relayer(document: &mut Document, rules: &[LayerRule]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for rule in rules {
        match stretch(document, rule) {
            Ok(span) => apply(document, span, rule.layer),
            Err(missing) => warnings.push(Warning {
                file: document.file.clone(),
                line: None,
                problem: format!("The words “{missing}” of a layer rule are not in the document."),
                remedy: "Copy the words from the file into dossier.toml.".to_owned(),
            }),
        }
    }
    warnings
}

/// Where the stretch stands in the document's text; the words that are missing.
fn stretch<'a>(document: &Document, rule: &'a LayerRule) -> Result<Span, &'a str> {
    let fresh =
        |span: Span| document.block_at(span.start_byte).is_some_and(|at| document.blocks[at].layer != rule.layer);
    let mut from = find_words(&document.text, &rule.from, 0).ok_or(rule.from.as_str())?;
    while !fresh(from) {
        match find_words(&document.text, &rule.from, from.end()) {
            Some(next) => from = next,
            None => break,
        }
    }
    let to = match rule.to.trim() {
        "" => from,
        to => find_words(&document.text, to, from.start()).ok_or(to)?,
    };
    Ok(from.hull(to))
}

/// The first place from `start` on where the words of `wanted` stand, whatever white space parts them.
pub fn find_words(text: &str, wanted: &str, start: usize) -> Option<Span> {
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let (first, others) = words.split_first()?;
    text.get(start..)?.match_indices(first).find_map(|(at, _)| {
        let begin = start + at;
        let mut end = begin + first.len();
        for word in others {
            let rest = &text[end..];
            let skipped = rest.len() - rest.trim_start().len();
            if skipped == 0 || !rest[skipped..].starts_with(word) {
                return None;
            }
            end += skipped + word.len();
        }
        Some(Span::new(begin, end))
    })
}

fn apply(document: &mut Document, span: Span, layer: Layer) {
    part_at(document, span.start());
    part_at(document, span.end());
    for block in document.blocks.iter_mut().filter(|block| block.span.overlaps(span)) {
        block.layer = layer;
        let outline = matches!(block.kind, BlockKind::Title | BlockKind::Heading { .. } | BlockKind::PullQuote);
        if layer.is_noise() && outline {
            block.kind = BlockKind::Paragraph;
        }
        let words = block.span.of(&document.text);
        if layer == Layer::Comment && block.kind == BlockKind::Paragraph && is_name(words) {
            block.kind = BlockKind::Caption;
        }
    }
}

/// A line of one to four words, each beginning with a capital but for particles, without a sentence's end: who comments.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let begins =
        line.starts_with(char::is_uppercase) && words.last().is_some_and(|word| word.starts_with(char::is_uppercase));
    let short = words.len() <= 4 && line.len() <= 40 && !line.contains('\n');
    begins && short && !line.ends_with(['.', '!', '?', ':', ',', '…'])
}

/// Parts the block that holds this byte of the text, so that one begins there. Parts stay parted by white space: a stretch
/// that begins or ends within a line takes that line whole.
fn part_at(document: &mut Document, byte: usize) {
    let Some(index) = document.block_at(byte as u32) else { return };
    let block = document.blocks[index].clone();
    let inside = block.span.of(&document.text);
    let local = byte - block.span.start();
    let before = inside[..local].rfind('\n').filter(|at| inside[at + 1..local].trim().is_empty());
    let after = inside[local..].find('\n').map(|at| local + at).filter(|at| inside[local..*at].trim().is_empty());
    let Some(cut) = before.or(after) else { return };
    let (left, right) = (inside[..cut].trim_end().len(), inside.len() - inside[cut..].trim_start().len());
    if left == 0 || right == inside.len() {
        return;
    }
    let left_span = Span::new(block.span.start(), block.span.start() + left);
    let right_span = Span::new(block.span.start() + right, block.span.end());
    let border = document.source.to_source(right_span).map_or(0, |span| span.start_byte);
    // A stretch that stands for other bytes of the file (an entity) cannot be parted.
    if document.source.to_source(left_span).is_some_and(|span| span.end_byte > border) {
        return;
    }
    let (mut left_source, mut right_source) = (Vec::new(), Vec::new());
    for span in &block.source {
        let middle = border.clamp(span.start_byte, span.end_byte);
        if span.start_byte < middle {
            left_source.push(Span { end_byte: middle, ..*span });
        }
        if middle < span.end_byte {
            right_source.push(Span { start_byte: middle, ..*span });
        }
    }
    let mut right = Block { span: right_span, source: right_source, ..block.clone() };
    let mut left = Block { span: left_span, source: left_source, ..block };
    if let BlockKind::Field { value_start_byte } = &mut left.kind {
        *value_start_byte = (*value_start_byte).min(left_span.end_byte);
        right.kind = BlockKind::Paragraph;
    }
    document.blocks[index] = left;
    document.blocks.insert(index + 1, right);
    clip_inlines(&mut document.inlines, left_span.end_byte, right_span.start_byte);
}

/// Styles do not reach over the border of two blocks.
fn clip_inlines(inlines: &mut Vec<Inline>, left_end: u32, right_start: u32) {
    let mut clipped = Vec::with_capacity(inlines.len());
    for inline in inlines.drain(..) {
        let Span { start_byte, end_byte } = inline.span;
        if end_byte <= left_end || start_byte >= right_start {
            clipped.push(inline);
            continue;
        }
        for (start, end) in [(start_byte, end_byte.min(left_end)), (start_byte.max(right_start), end_byte)] {
            if start < end {
                clipped.push(Inline { span: Span { start_byte: start, end_byte: end }, kind: inline.kind.clone() });
            }
        }
    }
    clipped.sort_by_key(|inline| (inline.span.start_byte, std::cmp::Reverse(inline.span.end_byte)));
    *inlines = clipped;
}
