//! `view!` and `#[component]` as in Leptos, for the page's own `app::dom`.
//!
//! Leptos gives every view a type of its own, and the compiler a copy of its code for each: two thirds of the WASM.
//! These macros write calls to `crate::app::dom` instead, where all views are of one type and the code stands once.

mod component;
mod markup;
mod wire;
mod write;

use proc_macro::TokenStream;

/// Elements, text in quotes, `{expressions}` and `<Components prop=value />`, as a `View`.
///
/// Attributes: `name="text"`, `name={value}` (text, number, `bool`, `Option`, or a closure of these that is followed),
/// `on:event`, `class:name`, `style:name`, `prop:name`, `node_ref`.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    match syn::parse::<markup::Nodes>(input) {
        Ok(nodes) => write::view(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// Makes of `fn Name(prop: Type, …) -> impl IntoView` a struct `Name` with these fields, which `view!` draws.
#[proc_macro_attribute]
pub fn component(_: TokenStream, item: TokenStream) -> TokenStream {
    match syn::parse::<syn::ItemFn>(item).and_then(|function| component::component(&function)) {
        Ok(tokens) => tokens.into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// Makes a record that `crate::text::Wire` reads: its fields in their order, as postcard writes them.
#[proc_macro_derive(Wire)]
pub fn wire(item: TokenStream) -> TokenStream {
    match syn::parse::<syn::DeriveInput>(item).and_then(|input| wire::wire(&input)) {
        Ok(tokens) => tokens.into(),
        Err(error) => error.to_compile_error().into(),
    }
}
