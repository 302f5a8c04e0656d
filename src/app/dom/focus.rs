//! Keeps the focus where the reader had it when a part of the page is drawn anew.

use super::part::Span;
use crate::app::browser;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

/// Which node of a span has the focus: by its id, else by its place and name.
pub struct Focus {
    id: String,
    tag: String,
    /// Siblings before it, from the node itself up to the span's own.
    path: Vec<usize>,
}

impl Focus {
    pub fn within(span: &Span) -> Option<Focus> {
        let active = browser::focused()?;
        let is_after = |border: &Node| border.compare_document_position(&active) == Node::DOCUMENT_POSITION_FOLLOWING;
        let is_before = |border: &Node| border.compare_document_position(&active) == Node::DOCUMENT_POSITION_PRECEDING;
        if !is_after(&span.start) || !is_before(&span.end) {
            return None;
        }
        let parent = span.start.parent_node()?;
        let mut path = Vec::new();
        let mut node: Node = active.clone().into();
        while node.parent_node()? != parent {
            path.push(place(&node, None));
            node = node.parent_node()?;
        }
        path.push(place(&node, Some(&span.start)));
        Some(Focus { id: active.id(), tag: active.tag_name(), path })
    }

    pub fn restore(&self, span: &Span) {
        let _ = self.find(span).map(|element| {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            element.unchecked_ref::<HtmlElement>().focus_with_options(&options)
        });
    }

    fn find(&self, span: &Span) -> Option<Element> {
        if !self.id.is_empty() {
            return browser::by_id(&self.id).map(Element::from);
        }
        let mut steps = self.path.iter().rev();
        let mut node = step(span.start.next_sibling(), *steps.next()?)?;
        for n_before in steps {
            node = step(node.first_child(), *n_before)?;
        }
        node.dyn_into::<Element>().ok().filter(|element| element.tag_name() == self.tag)
    }
}

/// How many siblings stand before a node, as far back as `from`.
fn place(node: &Node, from: Option<&Node>) -> usize {
    let mut n_before = 0;
    let mut before = node.previous_sibling();
    while let Some(sibling) = before.filter(|sibling| Some(sibling) != from) {
        n_before += 1;
        before = sibling.previous_sibling();
    }
    n_before
}

fn step(first: Option<Node>, n: usize) -> Option<Node> {
    (0..n).try_fold(first?, |node, _| node.next_sibling())
}
