//! What stands in `view!`, as a tree.

use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use syn::{
    Error, Ident, LitStr, Path, Result, Token, braced,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

pub struct Nodes(pub Vec<Node>);

pub enum Node {
    Text(LitStr),
    Expression(TokenStream),
    Element { name: Ident, attributes: Vec<Attribute>, children: Vec<Node> },
    Component { path: Path, attributes: Vec<Attribute> },
}

pub struct Attribute {
    /// As written: `aria-label`, `on:click`, `style:--depth`.
    pub key: String,
    pub span: Span,
    pub value: Value,
}

pub enum Value {
    None,
    Text(LitStr),
    Expression(TokenStream),
}

impl Parse for Nodes {
    fn parse(input: ParseStream) -> Result<Nodes> {
        let mut nodes = Vec::new();
        let at_closing_tag = || input.peek(Token![<]) && input.peek2(Token![/]);
        while !(input.is_empty() || at_closing_tag()) {
            nodes.push(input.parse()?);
        }
        Ok(Nodes(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Node> {
        if input.peek(LitStr) {
            return input.parse().map(Node::Text);
        }
        if input.peek(syn::token::Brace) {
            return braces(input).map(Node::Expression);
        }
        input.parse::<Token![<]>()?;
        let path = Path::parse_mod_style(input)?;
        let mut attributes = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            attributes.push(input.parse()?);
        }
        let closed = input.parse::<Option<Token![/]>>()?.is_some();
        input.parse::<Token![>]>()?;
        let name = path.get_ident().filter(|name| name.to_string().starts_with(|c: char| c.is_lowercase()));
        let Some(name) = name.cloned() else {
            let whole = closed.then_some(Node::Component { attributes, path: path.clone() });
            return whole.ok_or_else(|| Error::new_spanned(path, "a component takes no children: close it with `/>`"));
        };
        let children = if closed { Vec::new() } else { children(input, &name)? };
        Ok(Node::Element { name, attributes, children })
    }
}

fn children(input: ParseStream, name: &Ident) -> Result<Vec<Node>> {
    let Nodes(children) = input.parse()?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    let end = input.call(Ident::parse_any)?;
    if end != *name {
        return Err(Error::new(end.span(), format!("expected `</{name}>`")));
    }
    input.parse::<Token![>]>()?;
    Ok(children)
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Attribute> {
        let span = input.span();
        let mut key = String::new();
        while !input.peek(Token![=]) && !input.peek(Token![>]) && !input.peek(Token![/]) {
            if input.peek(Token![-]) {
                input.parse::<Token![-]>()?;
                key.push('-');
            } else if input.peek(Token![:]) {
                input.parse::<Token![:]>()?;
                key.push(':');
            } else if key.is_empty() || key.ends_with(['-', ':']) {
                key.push_str(&input.call(Ident::parse_any)?.to_string());
            } else {
                break;
            }
        }
        let value = match input.parse::<Option<Token![=]>>()? {
            None => Value::None,
            Some(_) if input.peek(LitStr) => Value::Text(input.parse()?),
            Some(_) if input.peek(syn::token::Brace) => Value::Expression(braces(input)?),
            Some(_) => Value::Expression(bare(input)?),
        };
        Ok(Attribute { key, span, value })
    }
}

/// What stands between braces, as a block that no lint takes for the writer's own.
fn braces(input: ParseStream) -> Result<TokenStream> {
    let content;
    braced!(content in input);
    let inside: TokenStream = content.parse()?;
    let mut block = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, inside);
    block.set_span(Span::mixed_site());
    Ok(TokenTree::Group(block).into())
}

/// A value without braces: up to the tag's end, or to the name of the next attribute.
fn bare(input: ParseStream) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut after_operand = false;
    let at_end_of_tag = || input.peek(Token![>]) || input.peek(Token![/]) && input.peek2(Token![>]);
    while !(input.is_empty() || at_end_of_tag()) {
        if after_operand && input.peek(Ident::peek_any) {
            break;
        }
        let token: TokenTree = input.parse()?;
        after_operand = match &token {
            TokenTree::Punct(punct) => punct.as_char() == '?' && punct.spacing() == Spacing::Alone,
            _ => true,
        };
        tokens.extend([token]);
    }
    Ok(tokens)
}
