//! The page's styles as one sheet, and the same for a page inside somebody else's.

use crate::sh::{self, Result};

/// What the first part of the page does without.
const LATER: [&str; 4] = ["document.css", "timeline.css", "quotes.css", "palette.css"];
/// What a page without script needs, and the sentence that says why.
const PLAIN: [&str; 5] = ["tokens.css", "base.css", "states.css", "plain.css", PRINT];
/// Has the last word in every sheet.
const PRINT: &str = "print.css";

/// All styles that `index.html` names, in its order.
pub fn of_page() -> Result<String> {
    of(|_| true)
}

/// Those of the plain page, before any script runs.
pub fn of_plain() -> Result<String> {
    of(|path| PLAIN.iter().any(|plain| path.ends_with(plain)))
}

/// Those of the first load.
pub fn of_start() -> Result<String> {
    of(|path| !LATER.iter().any(|later| path.ends_with(later)))
}

/// Those that come behind them.
pub fn of_rest() -> Result<String> {
    of(|path| LATER.iter().any(|later| path.ends_with(later)) || path.ends_with(PRINT))
}

fn of(wanted: impl Fn(&str) -> bool) -> Result<String> {
    let index = sh::read_text(&sh::root().join("index.html"))?;
    let paths = index.lines().filter(|line| line.contains("rel=\"css\"")).filter_map(|line| {
        let (_, rest) = line.split_once("href=\"")?;
        rest.split('"').next()
    });
    paths.filter(|path| wanted(path)).map(|path| sh::read_text(&sh::root().join(path))).collect()
}

/// For `<weerklank-dossier>`: the root is an element, its width stands for the window's, and the host's own `rem` (many
/// pages set 62.5%) is not ours.
pub fn of_element() -> Result<String> {
    let own = sh::read_text(&sh::root().join("public/styles/element.css"))?;
    Ok(contained(&of_page()?) + &in_pixels(&own))
}

fn contained(style: &str) -> String {
    let style = style
        .replace(":root[data-embed] body", ".weerklank[data-embed]")
        .replace(":root", ".weerklank")
        .replace("@media (max-width", "@container weerklank (max-width")
        .replace("@media (min-width", "@container weerklank (min-width")
        .replace("100vw", "100cqw");
    let line = |line: &str| {
        let bare = line.trim_start();
        let rule = ["html ", "body "].iter().find_map(|root| bare.strip_prefix(root));
        let line = rule.map_or_else(|| line.to_owned(), |rest| format!(".weerklank {rest}"));
        line.replace("{ html {", "{ .weerklank {")
    };
    in_pixels(&style.lines().map(line).collect::<Vec<_>>().join("\n"))
}

/// `1.5rem` is `24px`.
fn in_pixels(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(at) = rest.find("rem") {
        let (before, after) = (&rest[..at], &rest[at + 3..]);
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let (text, number) = before.split_at(before.len() - digits);
        let is_unit = !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        match number.parse::<f64>() {
            Ok(number) if is_unit => out.push_str(&format!("{text}{}px", number * 16.0)),
            _ => out.push_str(&rest[..at + 3]),
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_for_an_element() {
        let check = |style: &str, expected: &str| assert_eq!(contained(style), expected);
        check(":root { --s1: 0.25rem; }", ".weerklank { --s1: 4px; }");
        check("body { margin: 0 }", ".weerklank { margin: 0 }");
        check(
            "@media (max-width: 47.99rem) {\n  body { x: y }",
            "@container weerklank (max-width: 767.84px) {\n.weerklank { x: y }",
        );
        check(":root[data-embed] body { a: b }", ".weerklank[data-embed] { a: b }");
        check("@media print { p { a: premium-rem; } }", "@media print { p { a: premium-rem; } }");
    }
}
