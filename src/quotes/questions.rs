//! Questions that an answer repeats: the words of whom it answers.

use crate::text::{Block, BlockKind, Document, Span, fold};

/// A question with its number in an answer: the words of whom it answers.
pub(super) fn repeats_question(document: &Document, block: &Block, span: Span) -> bool {
    let text = document.text.as_str();
    let numbered = matches!(block.kind, BlockKind::ListItem { ordered: true, .. } | BlockKind::Heading { .. })
        || block.span.of(text).starts_with(|c: char| c.is_ascii_digit());
    let numbered = numbered || is_question_head(block.span.of(text)) || is_question_head(line_above(text, block));
    let asks = text[span.end()..].trim_start_matches(['*', '_']).starts_with('?') || span.of(text).contains('?');
    let head = fold(text.lines().find(|line| !line.trim().is_empty()).unwrap_or(""));
    numbered && asks && ["antwoord", "answer", "reply"].iter().any(|word| head.contains(word))
}

/// "**Vraag 3**", "Question 2."
fn is_question_head(written: &str) -> bool {
    let folded = fold(written.trim_start_matches(['*', '_', '#', ' ']).get(..12).unwrap_or(written));
    let rest = ["vraag ", "question "].iter().find_map(|label| folded.strip_prefix(label));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The last line above a block.
fn line_above<'a>(text: &'a str, block: &Block) -> &'a str {
    text[..block.span.start()].trim_end().lines().next_back().unwrap_or("")
}
