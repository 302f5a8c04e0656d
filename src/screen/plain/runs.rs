//! A block's text with what is styled, linked, dated or quoted in it, as well-formed elements.

use super::html::{Html, followable};
use crate::engine::{Document, Inline, InlineKind, Order, Span};

/// An element over a stretch of the document's text. Stretches may overlap in any way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, String)>,
}

impl Mark {
    pub fn new(span: Span, tag: &'static str, attributes: &[(&'static str, &str)]) -> Mark {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Mark { span, tag, attributes }
    }
}

/// The marks of a document's own styles and links. `id` is the document's, as in its anchors.
pub fn own_marks(document: &Document, id: &str) -> Vec<Mark> {
    document.inlines.iter().filter_map(|inline| own_mark(inline, id)).collect()
}

fn own_mark(inline: &Inline, id: &str) -> Option<Mark> {
    let plain = |tag| Some(Mark::new(inline.span, tag, &[]));
    match &inline.kind {
        InlineKind::Emphasis => plain("em"),
        InlineKind::Strong => plain("strong"),
        InlineKind::Superscript => plain("sup"),
        InlineKind::Code => plain("code"),
        InlineKind::Link { target } => {
            let target = followable(target.as_deref()?)?;
            Some(Mark::new(inline.span, "a", &[("href", target), ("rel", "noopener noreferrer")]))
        }
        InlineKind::FootnoteRef { label } => {
            let (own, note) = (reference_id(id, label), format!("#{}", note_id(id, label)));
            Some(Mark::new(inline.span, "a", &[("id", &own), ("href", &note), ("role", "doc-noteref")]))
        }
        // Written where its character stands: see `text`.
        InlineKind::LineBreak => None,
    }
}

pub fn note_id(id: &str, label: &str) -> String {
    format!("d-{id}-n-{}", super::html::id_of(label))
}

pub fn reference_id(id: &str, label: &str) -> String {
    format!("d-{id}-r-{}", super::html::id_of(label))
}

/// Writes `span` of the document's text. `marks`: those that may touch it, outer before inner where they nest.
pub fn write(html: &mut Html, document: &Document, span: Span, marks: &[Mark]) {
    let fits = |mark: &&Mark| {
        let borders = [mark.span.start(), mark.span.end()];
        mark.span.overlaps(span)
            && !mark.span.is_empty()
            && borders.iter().all(|at| document.text.is_char_boundary(*at))
    };
    let marks: Vec<&Mark> = marks.iter().filter(fits).collect();
    let mut open: Vec<&Mark> = Vec::new();
    for run in runs(span, &marks) {
        let wanted: Vec<&Mark> = marks.iter().copied().filter(|mark| mark.span.contains(run)).collect();
        let shared = open.iter().zip(&wanted).take_while(|(a, b)| std::ptr::eq(**a, **b)).count();
        for mark in open.drain(shared..).rev() {
            html.close(mark.tag);
        }
        for mark in &wanted[shared..] {
            begin(html, mark, mark.span.start_byte == run.start_byte);
            open.push(mark);
        }
        text(html, document, run);
    }
    for mark in open.iter().rev() {
        html.close(mark.tag);
    }
}

/// Only the first piece of a mark that is torn by another bears its `id`.
fn begin(html: &mut Html, mark: &Mark, first: bool) {
    let attributes: Vec<(&'static str, &str)> = mark
        .attributes
        .iter()
        .filter(|(name, _)| first || *name != "id")
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    html.open(mark.tag, &attributes);
}

/// `span` cut at every border of a mark.
fn runs(span: Span, marks: &[&Mark]) -> Vec<Span> {
    let mut borders = vec![span.start_byte, span.end_byte];
    for mark in marks {
        borders.extend(
            [mark.span.start_byte, mark.span.end_byte]
                .into_iter()
                .filter(|at| span.start_byte < *at && *at < span.end_byte),
        );
    }
    borders.order();
    borders.dedup();
    borders.windows(2).map(|pair| Span { start_byte: pair[0], end_byte: pair[1] }).collect()
}

fn text(html: &mut Html, document: &Document, run: Span) {
    let first = document.inlines.partition_point(|inline| inline.span.start_byte < run.start_byte);
    let within = document.inlines[first..].iter().take_while(|inline| inline.span.start_byte < run.end_byte);
    let breaks = within.filter(|inline| inline.kind == InlineKind::LineBreak && run.contains(inline.span));
    let mut at = run;
    for line_break in breaks {
        html.text(Span { start_byte: at.start_byte, end_byte: line_break.span.start_byte }.of(&document.text));
        html.void("br", &[]);
        at.start_byte = line_break.span.end_byte;
    }
    html.text(at.of(&document.text));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `inlines`: start, end, kind.
    #[track_caller]
    fn check(words: &str, inlines: &[(usize, usize, InlineKind)], extra: &[(usize, usize)], expected: &str) {
        let inlines =
            inlines.iter().map(|(start, end, kind)| Inline { span: Span::new(*start, *end), kind: kind.clone() });
        let document = Document { text: words.to_owned(), inlines: inlines.collect(), ..Document::default() };
        let mut marks = own_marks(&document, "7");
        marks.extend(extra.iter().map(|(start, end)| Mark::new(Span::new(*start, *end), "span", &[("id", "x")])));
        let mut html = Html::default();
        write(&mut html, &document, Span::new(0, words.len()), &marks);
        assert_eq!(html.into_string(), expected);
    }

    #[test]
    fn marks_may_nest_overlap_and_break() {
        use InlineKind::{Emphasis, LineBreak, Strong};
        check("one two", &[(0, 3, Emphasis)], &[], "<em>one</em> two");
        check("one two", &[(0, 7, Strong), (4, 7, Emphasis)], &[], "<strong>one <em>two</em></strong>");
        check("one two", &[(0, 5, Strong)], &[(4, 7)], "<strong>one <span id=\"x\">t</span></strong><span>wo</span>");
        check("one\ntwo", &[(0, 7, Strong), (3, 4, LineBreak)], &[], "<strong>one<br>two</strong>");
    }

    #[test]
    fn links_are_allowed_or_text() {
        let link = |target: &str| InlineKind::Link { target: Some(target.to_owned()) };
        check(
            "here",
            &[(0, 4, link("https://example.org/?a=1&b=2"))],
            &[],
            "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">here</a>",
        );
        check("here", &[(0, 4, link("javascript:alert(1)"))], &[], "here");
        check("here", &[(0, 4, InlineKind::Link { target: None })], &[], "here");
    }

    #[test]
    fn damaged_spans_do_no_harm() {
        check("één", &[(1, 2, InlineKind::Emphasis), (3, 99, InlineKind::Strong)], &[], "één");
    }
}
