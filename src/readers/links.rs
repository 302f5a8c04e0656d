//! Links: which addresses may be followed, and addresses that stand bare in a text.

use super::piece::Piece;
use crate::text::{Inline, InlineKind, Span};

/// The address, if it is of a kind that one can follow from a document: `http`, `https` or `mailto`.
pub(super) fn allowed(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) && rest.len() > 2
        || scheme.eq_ignore_ascii_case("mailto") && rest.contains('@');
    let clean = !address.contains(|c: char| c.is_control() || c.is_whitespace());
    (known && clean).then(|| address.to_owned())
}

/// Makes links of addresses that stand bare in the text.
pub(super) fn link_bare(piece: &mut Piece) {
    let is_taken = |inline: &&Inline| matches!(inline.kind, InlineKind::Link { .. } | InlineKind::Code);
    let mut taken: Vec<Span> = piece.inlines.iter().filter(is_taken).map(|inline| inline.span).collect();
    taken.sort_unstable();
    let mut at = 0;
    while let Some(found) = piece.text[at..].find("http") {
        let start = at + found;
        let len = address_len(&piece.text[start..]);
        at = start + len.max(4);
        let span = Span::new(start, start + len);
        let before = taken.partition_point(|link| link.end_byte <= span.start_byte);
        if len > 0 && !taken.get(before).is_some_and(|link| link.overlaps(span)) {
            let target = allowed(span.of(&piece.text));
            piece.inlines.push(Inline { span, kind: InlineKind::Link { target } });
        }
    }
}

/// The length in bytes of the address that `text` begins with, without the punctuation that ends its sentence; 0 for
/// none.
fn address_len(text: &str) -> usize {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return 0;
    }
    let end = text.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"„“”‘’«»|".contains(c));
    let mut address = &text[..end.unwrap_or(text.len())];
    loop {
        let opened = address.matches('(').count() >= address.matches(')').count();
        let Some(last) = address.chars().next_back() else { return 0 };
        if !(matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']') || last == ')' && !opened) {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    let (_, host) = address.split_once("//").unwrap_or_default();
    if host.is_empty() { 0 } else { address.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_only_addresses_of_the_web_and_of_mail() {
        let check = |address: &str, expected: bool| assert_eq!(allowed(address).is_some(), expected, "{address}");
        check("https://www.voorbeeld.nl/a?b=c#d", true);
        check("HTTP://voorbeeld.nl", true);
        check("mailto:griffie@voorbeeld.nl", true);
        check("javascript:alert(1)", false);
        check("java\nscript:alert(1)", false);
        check("data:text/html,x", false);
        check("#", false);
        check("../stuk.md", false);
        check("//voorbeeld.nl", false);
    }

    #[test]
    fn finds_bare_addresses() {
        let check = |text: &str, expected: &[&str]| {
            let mut piece = Piece::default();
            piece.push_own(text);
            link_bare(&mut piece);
            let got: Vec<_> = piece.inlines.iter().map(|inline| inline.span.of(text)).collect();
            assert_eq!(got, expected);
        };
        check("Zie https://voorbeeld.nl/kv-1.html.", &["https://voorbeeld.nl/kv-1.html"]);
        check("(http://a.nl/x_(y)) en http://", &["http://a.nl/x_(y)"]);
        check("het http-protocol", &[]);
    }
}
