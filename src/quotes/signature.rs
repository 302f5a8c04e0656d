//! A name on the line below a quotation or a pull quote: whose words these are.

use super::{
    names::{tidy, words_of},
    quotation::Marked,
};
use crate::text::{Document, Span, words};

/// A short line below a quotation that fills its paragraph: "Herman Tjeenk Willink", "X, minister van Y".
pub(super) fn signed_below(document: &Document, block: usize, marked: &Marked) -> Option<(String, Span)> {
    let text = document.text.as_str();
    let own = &document.blocks[block];
    let tail = text.get(marked.outside.end().min(own.span.end())..own.span.end())?;
    let line_below = tail.trim_start_matches(['*', '_', ' ', '.']);
    if line_below.starts_with('\n') {
        let at = own.span.end() - line_below.trim_start().len();
        return signature(text, Span::new(at, own.span.end()));
    }
    let whole = words(tail).next().is_none() && marked.outside.len() + 8 >= own.span.len();
    let below = document.blocks.get(block + 1).filter(|_| whole)?;
    signature(text, below.span)
}

fn signature(text: &str, line: Span) -> Option<(String, Span)> {
    let written = line.of(text).trim();
    // Before its words are read: what is left of a long dialogue is no line.
    if written.contains('\n') || written.ends_with(['.', '?', '!', ':']) {
        return None;
    }
    let plain = (2..=10).contains(&words_of(text, line).len());
    let name = written.trim_start_matches(['–', '-', '—', ' ']).split([',', '(']).next()?.trim();
    let is_name = words(name).count() >= 2
        && name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() >= 2
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
    (plain && is_name).then(|| (tidy(name), line))
}

/// The name of who a pull quote gives, from the line below its block.
pub(super) fn signed_pull_quote(document: &Document, block: usize) -> Option<String> {
    let below = document.blocks.get(block + 1)?;
    signature(&document.text, below.span).map(|(name, _)| name)
}
