//! Page furniture: page numbers, and heads that the printer repeated on every page.

use super::{
    piece::{Kind, Piece},
    shape,
};
use crate::text::{BlockKind, Layer, fold};
use std::collections::BTreeMap;

/// Longer pieces are never taken for a page's head.
const LONGEST: usize = 200;

/// Marks page numbers, and pieces that come again and are made of fields, dates and page numbers only.
pub(super) fn mark(pieces: &mut [Piece]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| piece.text.len() <= LONGEST) {
        *seen.entry(skeleton(&piece.text)).or_default() += 1;
    }
    let comes_again =
        |piece: &Piece| piece.text.len() <= LONGEST && seen.get(&skeleton(&piece.text)).is_some_and(|n| *n > 1);
    let first_prose =
        pieces.iter().position(|piece| piece.is_plain_body() && shape::is_prose(&piece.text)).unwrap_or(pieces.len());
    for (index, piece) in pieces.iter_mut().enumerate() {
        if piece.layer == Layer::Footnote {
            continue;
        }
        let again_in_mid_text = index > first_prose && comes_again(piece) && is_head_like(piece);
        let at_page_break = piece.after_page_break && comes_again(piece);
        if again_in_mid_text || at_page_break || is_page_number(&piece.text) {
            piece.layer = Layer::Furniture;
            if !matches!(piece.kind, Kind::Field(_)) {
                piece.settle(BlockKind::Paragraph);
            }
        }
    }
}

/// The text with its numbers made alike, so that "Pagina 2" and "Pagina 3" are the same head.
fn skeleton(text: &str) -> String {
    let mut skeleton = String::with_capacity(text.len());
    for c in fold(text).chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !skeleton.ends_with('#') {
            skeleton.push(c);
        }
    }
    skeleton
}

fn is_head_like(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Field(_))
        || piece.lines().all(|(_, line)| shape::is_date_line(line) || is_page_number(line))
}

/// "Pagina 2 van 7", "blad 3/4", "- 5 -".
fn is_page_number(text: &str) -> bool {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return false;
    }
    let text = fold(text);
    let named =
        ["pagina ", "pag. ", "blad ", "bladzijde ", "blz. ", "page "].iter().find_map(|name| text.strip_prefix(name));
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = named {
        let parts: Vec<&str> = rest.split([' ', '/']).filter(|part| !matches!(*part, "van" | "of" | "")).collect();
        return !parts.is_empty() && parts.len() <= 2 && parts.iter().all(|part| digits(part));
    }
    ["- ", "– "].iter().any(|dash| {
        text.strip_prefix(dash)
            .and_then(|rest| rest.strip_suffix(dash.chars().rev().collect::<String>().as_str()))
            .is_some_and(digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_page_numbers() {
        let check = |text: &str, expected: bool| assert_eq!(is_page_number(text), expected, "{text}");
        check("Pagina 2 van 7", true);
        check("blad 3/4", true);
        check("- 5 -", true);
        check("5", false);
        check("Pagina 2 bevat een fout", false);
    }
}
