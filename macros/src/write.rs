//! The tree of `view!` as calls to `crate::app::dom`.

use crate::markup::{Attribute, Node, Nodes, Value};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, ext::IdentExt};

/// Drawing elements. `a` and `text` alone have a namesake in HTML or look like one: inside a drawing they are drawn.
const DRAWN: [&str; 20] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "defs",
    "pattern",
    "mask",
    "marker",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "use",
];

pub fn view(nodes: &Nodes) -> TokenStream {
    match nodes.0.as_slice() {
        [] => quote! { crate::app::dom::View::Nothing },
        [Node::Element { name, attributes, children }] => {
            let element = element(name, attributes, children, false);
            quote! { crate::app::dom::IntoView::into_view(#element) }
        }
        nodes => {
            let children = nodes.iter().map(|node| child(node, false));
            quote! { crate::app::dom::IntoView::into_view(crate::app::dom::fragment() #(#children)*) }
        }
    }
}

fn element(name: &Ident, attributes: &[Attribute], children: &[Node], in_drawing: bool) -> TokenStream {
    let tag = name.unraw().to_string();
    let drawn = in_drawing || DRAWN.contains(&tag.as_str());
    let make = if drawn { format_ident!("drawn") } else { format_ident!("html") };
    let attributes = attributes.iter().map(attribute);
    let children = children.iter().map(|node| child(node, drawn && tag != "foreignObject"));
    quote! { crate::app::dom::#make(#tag) #(#attributes)* #(#children)* }
}

fn child(node: &Node, in_drawing: bool) -> TokenStream {
    match node {
        Node::Text(text) => quote! { .text(#text) },
        Node::Expression(value) => quote! { .child(#value) },
        Node::Element { name, attributes, children } => {
            let element = element(name, attributes, children, in_drawing);
            quote! { .element_child(#element) }
        }
        Node::Component { path, attributes } => {
            let props = attributes.iter().map(|attribute| {
                let name = Ident::new(&attribute.key, attribute.span);
                let value = value(attribute);
                quote! { #name: #value }
            });
            quote! { .component(#path { #(#props),* }) }
        }
    }
}

fn attribute(attribute: &Attribute) -> TokenStream {
    let (key, span) = (attribute.key.as_str(), attribute.span);
    let value = value(attribute);
    match key.split_once(':') {
        Some(("on", event)) => {
            let event = Ident::new(event, span);
            quote_spanned! { span=> .on(::leptos::ev::#event, #value) }
        }
        Some(("class", class)) => quote! { .class(#class, #value) },
        Some(("style", name)) => quote! { .style(#name, #value) },
        Some(("prop", name)) => quote! { .prop(#name, #value) },
        Some(_) => syn::Error::new(span, format!("`{key}` is no kind of attribute")).to_compile_error(),
        None if key == "node_ref" => quote! { .node_ref(#value) },
        None => match attribute.value {
            Value::Expression(_) => quote! { .attr(#key, #value) },
            Value::None | Value::Text(_) => quote! { .set(#key, #value) },
        },
    }
}

fn value(attribute: &Attribute) -> TokenStream {
    match &attribute.value {
        Value::None => quote! { "" },
        Value::Text(text) => quote! { #text },
        Value::Expression(expression) => expression.clone(),
    }
}
