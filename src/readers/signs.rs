//! Whether a plain text shows Markdown: what it looks like decides, not what the file is called.

/// Whether the text holds signs that only Markdown has: bold, links, superscript tags, fences, emphasis around words.
/// Headings (`# …`) may be comments of some other file: they count from two on.
pub(super) fn shows_markdown(text: &str) -> bool {
    // Most texts hold none of the signs at all.
    if !text.bytes().any(|byte| matches!(byte, b'[' | b'<' | b'*' | b'#' | b'`')) {
        return false;
    }
    let mut n_headings = 0;
    for paragraph in text.split("\n\n") {
        if has_link(paragraph) || has_superscript(paragraph) || has_styled(paragraph) {
            return true;
        }
        n_headings += paragraph.lines().filter(|line| is_heading(line)).count();
        if n_headings >= 2 || paragraph.lines().filter(|line| line.starts_with("```")).count() >= 2 {
            return true;
        }
    }
    false
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    (1..=6).contains(&level)
        && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric) || rest.starts_with('*'))
}

/// `[words](address)` or `[words](#)`.
fn has_link(text: &str) -> bool {
    let Some(first) = text.find('[') else { return false };
    text[first..].match_indices("](").any(|(at, _)| {
        let rest = &text[first + at + 2..];
        let address = rest.split([')', '\n', ' ']).next().unwrap_or("");
        let followed = rest[address.len()..].starts_with([')', ' ']);
        followed && (address.starts_with(['#', '/', '.']) || address.contains(':') || address.contains(".md"))
    })
}

/// `<sup>1</sup>`.
fn has_superscript(text: &str) -> bool {
    text.match_indices("<sup>")
        .any(|(at, _)| text[at..].bytes().take(50).collect::<Vec<_>>().windows(6).any(|end| end == b"</sup>"))
}

/// `**words**` or `*words*`, at the borders of words, with a letter or quotation mark just inside.
fn has_styled(text: &str) -> bool {
    let mut opened = None;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text[at..].find('*') {
        let start = at + found;
        let len = text[start..].len() - text[start..].trim_start_matches('*').len();
        at = start + len;
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        let opens = before.is_none_or(|c| c.is_whitespace() || "([\"'„“‘#".contains(c))
            && after.is_some_and(|c| c.is_alphanumeric() || "\"'„“‘([".contains(c));
        let closes =
            before.is_some_and(|c| !c.is_whitespace() && c != '*') && after.is_none_or(|c| !c.is_alphanumeric());
        match opened {
            Some((n, from)) if closes && n == len && bytes[from..start].contains(&b' ') | (len == 2) => return true,
            _ if opens && len <= 3 => opened = Some((len, at)),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shows_markdown;

    #[test]
    fn tells_markdown_from_plain_text_by_its_signs() {
        let check = |text: &str, expected: bool| assert_eq!(shows_markdown(text), expected, "{text}");
        check("**Datum**  \n3 mei 2020", true);
        check("*\"Wie zwijgt,\nstemt toe\"*\nJan Spreuk", true);
        check("Zie [het verslag](#) hierover.", true);
        check("een zin<sup>2</sup> met noot", true);
        check("# Kop\n\ntekst\n\n## Kop", true);
        check("# opmerking in een lijst\nnaam", false);
        check("5 * 3 * 2 = 30", false);
        check("De prijs* is hoog.\n\n* exclusief btw", false);
        check("* een\n* twee\n* drie", false);
        check("noot [1] (zie daar)", false);
        check("", false);
    }
}
