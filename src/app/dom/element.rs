//! Elements under construction.

use super::{
    attr::{Attr, IntoAttr},
    keep,
    view::View,
};
use leptos::{
    ev::EventDescriptor,
    prelude::document,
    reactive::{owner::LocalStorage, signal::RwSignal, traits::Set},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, Node};

const DRAWING: Option<&str> = Some("http://www.w3.org/2000/svg");

/// Where an element can be found once it is built.
pub type NodeRef = RwSignal<Option<Element>, LocalStorage>;

/// An element, or a fragment, that takes attributes and children.
pub struct El(Node);

pub fn html(tag: &str) -> El {
    El(document().create_element(tag).expect("view! holds names of elements").into())
}

/// An element of SVG.
pub fn drawn(tag: &str) -> El {
    El(document().create_element_ns(DRAWING, tag).expect("view! holds names of elements").into())
}

/// Several nodes without a parent yet.
pub fn fragment() -> El {
    El(document().create_document_fragment().into())
}

impl El {
    pub fn of(node: Node) -> El {
        El(node)
    }

    pub fn into_node(self) -> Node {
        self.0
    }

    fn element(&self) -> Element {
        self.0.clone().unchecked_into()
    }

    pub fn text(self, text: &str) -> El {
        self.insert(&document().create_text_node(text))
    }

    pub fn element_child(self, child: El) -> El {
        self.insert(&child.0)
    }

    pub fn append(self, view: View) -> El {
        match view {
            View::Nothing => self,
            View::Text(text) => self.text(&text),
            View::Node(node) => self.insert(&node),
        }
    }

    fn insert(self, node: &Node) -> El {
        let _ = self.0.append_child(node);
        self
    }

    pub fn set(self, name: &str, value: &str) -> El {
        let _ = self.0.unchecked_ref::<Element>().set_attribute(name, value);
        self
    }

    pub fn attr(self, name: &'static str, value: impl IntoAttr) -> El {
        self.follow(value.into_attr(), name, |element, name, value| {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        })
    }

    pub fn class(self, name: &'static str, on: impl IntoAttr) -> El {
        self.follow(on.into_attr(), name, |element, name, on| {
            let _ = element.class_list().toggle_with_force(name, on.is_some());
        })
    }

    pub fn style(self, name: &'static str, value: impl IntoAttr) -> El {
        self.follow(value.into_attr(), name, |element, name, value| {
            let style = element.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(name, value.unwrap_or_default());
        })
    }

    /// What a form's field holds now, which its attribute only says at first.
    pub fn prop(self, name: &'static str, value: impl IntoAttr) -> El {
        self.follow(value.into_attr(), name, |element, name, value| {
            let field = element.unchecked_ref::<HtmlInputElement>();
            match name {
                "checked" => field.set_checked(value.is_some()),
                _ => field.set_value(value.unwrap_or_default()),
            }
        })
    }

    fn follow(self, value: Attr, name: &'static str, set: fn(&Element, &str, Option<&str>)) -> El {
        let element = self.element();
        value.follow(Box::new(move |value| set(&element, name, value)));
        self
    }

    pub fn node_ref(self, place: NodeRef) -> El {
        place.set(Some(self.element()));
        self
    }

    pub fn on<E: EventDescriptor>(self, event: E, mut run: impl FnMut(E::EventType) + 'static) -> El
    where
        E::EventType: JsCast,
    {
        self.listen(&event.name(), Box::new(move |event| run(event.unchecked_into())))
    }

    fn listen(self, name: &str, run: Box<dyn FnMut(Event)>) -> El {
        let (target, name): (EventTarget, _) = (self.0.clone().into(), name.to_owned());
        let run = Closure::wrap(run);
        let _ = target.add_event_listener_with_callback(&name, run.as_ref().unchecked_ref());
        keep(Box::new(Listener { target, name, run }));
        self
    }
}

/// Listens until it is dropped.
struct Listener {
    target: EventTarget,
    name: String,
    run: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(&self.name, self.run.as_ref().unchecked_ref());
    }
}
