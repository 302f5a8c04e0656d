//! `#[component]`: a function as a struct of its props.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, FnArg, ItemFn, Pat, Result};

pub fn component(function: &ItemFn) -> Result<TokenStream> {
    let ItemFn { attrs, vis, sig, block } = function;
    let (name, output) = (&sig.ident, &sig.output);
    let mut names = Vec::new();
    let mut types = Vec::new();
    for input in &sig.inputs {
        match input {
            FnArg::Typed(prop) if matches!(*prop.pat, Pat::Ident(_)) => {
                names.push(&prop.pat);
                types.push(&prop.ty);
            }
            other => return Err(Error::new_spanned(other, "a prop is `name: Type`")),
        }
    }
    Ok(quote! {
        #(#attrs)*
        #vis struct #name { #(pub #names: #types),* }

        impl crate::app::dom::Component for #name {
            fn draw(self) -> crate::app::dom::View {
                fn body(#(#names: #types),*) #output #block
                let Self { #(#names),* } = self;
                crate::app::dom::IntoView::into_view(body(#(#names),*))
            }
        }
    })
}
