//! Keyed rows: a row stands as long as its key does.

use super::{
    element::fragment,
    live,
    part::Span,
    view::{Component, IntoView, View},
};
use leptos::reactive::{graph::untrack, owner::Owner};
use std::{mem, rc::Rc};
use web_sys::Node;

/// A row for each item, in their order; followed.
pub struct For<E, K, C> {
    pub each: E,
    pub key: K,
    pub children: C,
}

type Draw = Box<dyn FnOnce() -> View>;

impl<T, V, E, K, C> Component for For<E, K, C>
where
    T: 'static,
    V: IntoView,
    E: FnMut() -> Vec<T> + 'static,
    K: Fn(&T) -> u64 + 'static,
    C: Fn(T) -> V + 'static,
{
    fn draw(self) -> View {
        let For { mut each, key, children } = self;
        let children = Rc::new(children);
        let draw = move |item: T| -> (u64, Draw) {
            let (key, children) = (key(&item), Rc::clone(&children));
            (key, Box::new(move || children(item).into_view()))
        };
        rows(Box::new(move || each().into_iter().map(&draw).collect()))
    }
}

struct Row {
    key: u64,
    span: Span,
    /// Its effects and listeners go with it.
    owner: Owner,
}

fn rows(mut each: Box<dyn FnMut() -> Vec<(u64, Draw)>>) -> View {
    let (whole, list) = Span::new(fragment());
    // Not the effect's own owner: rows outlive its runs.
    let owner = Owner::current().unwrap_or_default();
    let mut standing: Vec<Row> = Vec::new();
    // Owners of rows that went serve again: an owner never forgets a child that it had.
    let mut free: Vec<Owner> = Vec::new();
    live(Box::new(move || {
        let wanted = each();
        let Some(parent) = list.start.parent_node() else { return };
        let (mut old, gone): (Vec<Row>, Vec<Row>) =
            mem::take(&mut standing).into_iter().partition(|row| wanted.iter().any(|(key, _)| *key == row.key));
        free.extend(gone.into_iter().map(|row| row.end(&parent)));
        // The node that the next row must stand before.
        let mut next = list.start.next_sibling();
        for (key, draw) in wanted {
            let row = match old.iter().position(|row| row.key == key) {
                Some(at) => old.remove(at),
                None => Row::new(key, free.pop().unwrap_or_else(|| owner.child()), draw),
            };
            if next.as_ref() == Some(&row.span.start) {
                next = row.span.end.next_sibling();
            } else {
                put_in(&parent, &row.span, next.as_ref());
            }
            standing.push(row);
        }
        // Twice the same key: what is left over goes.
        free.extend(old.into_iter().map(|row| row.end(&parent)));
    }));
    View::Node(whole.into_node())
}

impl Row {
    fn new(key: u64, owner: Owner, draw: Draw) -> Row {
        let (whole, span) = Span::new(fragment());
        let view = owner.with(|| untrack(draw));
        let content = fragment().append(view).into_node();
        span.fill(Some(&content));
        drop(whole);
        Row { key, span, owner }
    }

    /// Takes it out; its owner can have another.
    fn end(self, parent: &Node) -> Owner {
        self.owner.cleanup();
        for node in nodes(&self.span) {
            let _ = parent.remove_child(&node);
        }
        self.owner
    }
}

fn nodes(span: &Span) -> Vec<Node> {
    let mut nodes = vec![span.start.clone()];
    while let Some(next) = nodes.last().filter(|node| **node != span.end).and_then(|node| node.next_sibling()) {
        nodes.push(next);
    }
    nodes
}

fn put_in(parent: &Node, span: &Span, before: Option<&Node>) {
    for node in nodes(span) {
        let _ = parent.insert_before(&node, before);
    }
}
