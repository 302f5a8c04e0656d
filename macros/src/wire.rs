//! `#[derive(Wire)]`: reading a record, field after field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Result};

pub fn wire(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let body = match &input.data {
        Data::Struct(data) => {
            let made = made(&data.fields);
            quote! { Some(Self #made) }
        }
        Data::Enum(data) => {
            let arms = data.variants.iter().zip(0_u32..).map(|(variant, index)| {
                let (variant, made) = (&variant.ident, made(&variant.fields));
                quote! { #index => Some(Self::#variant #made) }
            });
            quote! {
                match <u32 as crate::text::Wire>::read(from)? {
                    #(#arms,)*
                    _ => None,
                }
            }
        }
        Data::Union(_) => return Err(Error::new_spanned(name, "a record is a struct or an enum")),
    };
    Ok(quote! {
        impl crate::text::Wire for #name {
            fn read(from: &mut &[u8]) -> Option<Self> {
                #body
            }
        }
    })
}

fn made(fields: &Fields) -> TokenStream {
    let read = quote! { crate::text::Wire::read(from)? };
    match fields {
        Fields::Unit => quote! {},
        Fields::Unnamed(fields) => {
            let values = fields.unnamed.iter().map(|_| &read);
            quote! { ( #(#values),* ) }
        }
        Fields::Named(fields) => {
            let names = fields.named.iter().map(|field| &field.ident);
            quote! { { #(#names: #read),* } }
        }
    }
}
