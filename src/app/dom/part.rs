//! A part of the page that is drawn anew when a signal changes.

use super::{
    element::{El, fragment},
    focus::Focus,
    live,
    view::View,
};
use leptos::prelude::document;
use web_sys::{Comment, Node, Text};

/// Two comments, and what `draw` gives between them. The closure runs under an owner of its own.
pub fn part(mut draw: Box<dyn FnMut() -> View>) -> View {
    let (whole, span) = Span::new(fragment());
    let mut text: Option<(Text, String)> = None;
    live(Box::new(move || match (draw(), &mut text) {
        (View::Text(new), Some((node, standing))) => {
            if new != *standing {
                node.set_data(&new);
                *standing = new;
            }
        }
        (View::Text(new), _) => {
            let node = document().create_text_node(&new);
            span.fill(Some(&node));
            text = Some((node, new));
        }
        (View::Nothing, _) => {
            text = None;
            span.fill(None);
        }
        (View::Node(node), _) => {
            text = None;
            span.fill(Some(&node));
        }
    }));
    View::Node(whole.into_node())
}

/// A stretch of siblings between two comments, wherever these are.
#[derive(Clone)]
pub struct Span {
    pub start: Node,
    pub end: Node,
}

impl Span {
    /// An empty one at the end of `parent`.
    pub fn new(parent: El) -> (El, Span) {
        let (start, end): (Comment, Comment) = (document().create_comment(""), document().create_comment(""));
        let span = Span { start: start.into(), end: end.into() };
        let parent = parent.append(View::Node(span.start.clone())).append(View::Node(span.end.clone()));
        (parent, span)
    }

    /// Puts `node` in place of what stood here. What had the focus has it again, where its like is found.
    pub fn fill(&self, node: Option<&Node>) {
        let Some(parent) = self.start.parent_node() else { return };
        let focus = Focus::within(self);
        while let Some(next) = self.start.next_sibling().filter(|next| *next != self.end) {
            let _ = parent.remove_child(&next);
        }
        if let Some(node) = node {
            let _ = parent.insert_before(node, Some(&self.end));
        }
        if let Some(focus) = focus {
            focus.restore(self);
        }
    }

    /// Takes its borders away.
    pub fn remove(self) {
        if let Some(parent) = self.start.parent_node() {
            let _ = parent.remove_child(&self.start);
            let _ = parent.remove_child(&self.end);
        }
    }
}
