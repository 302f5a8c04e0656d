//! Sentences of a text.

use super::{Span, lowered};

/// Dutch and English abbreviations after which a capital does not open a sentence (folded, without the last dot).
const ABBREVIATIONS: &[&str] = &[
    "a.s", "art", "bijv", "blz", "bv", "b.v", "c.q", "ca", "cf", "d.d", "dhr", "dr", "drs", "e.a", "e.d", "enz", "etc",
    "e.g", "i.e", "i.o", "i.v.m", "ing", "ir", "jhr", "jl", "jr", "kol", "m.b.t", "m.i.v", "max", "mevr", "min", "mr",
    "mrs", "ms", "mw", "n.a.v", "nl", "no", "nr", "nrs", "o.a", "o.b.v", "o.l.v", "p", "prof", "resp", "sr", "st",
    "t.a.v", "t.b.v", "t.o.v", "vgl", "vs", "zgn", "z.s.m",
];

/// The sentences of `text` in order, trimmed; spans are of `text`. A blank line always ends one.
///
/// A full stop glued to the next word (`uur.Volgens`), as sources without care have it, ends a sentence too.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        let ends = match c {
            '\n' => text[after..].starts_with('\n'),
            '.' => ends_at_dot(text, start, at),
            '!' | '?' | '…' => {
                opens_sentence(&text[after..]) || is_glued(word_before(&text[start..at]), &text[after..])
            }
            _ => false,
        };
        if !ends {
            continue;
        }
        let end = after + closing_len(&text[after..]);
        while chars.next_if(|(at, _)| *at < end).is_some() {}
        push(text, start, end, &mut found);
        start = end;
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    let to = start + piece.trim_end().len();
    if from < to {
        found.push(Span::new(from, to));
    }
}

/// How many bytes of marks close the sentence behind its end: quotation marks, brackets, more end marks; also `''` behind
/// a space, as wire services have it.
fn closing_len(rest: &str) -> usize {
    let is_closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '.' | '!' | '?');
    let marks = rest.len() - rest.trim_start_matches(is_closing).len();
    let apart = rest[marks..].strip_prefix(" ''").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    marks + if apart { 3 } else { 0 }
}

/// Whether what follows closing marks looks like a new sentence: white space and no lower-case letter, or the end.
fn opens_sentence(rest: &str) -> bool {
    let rest = &rest[closing_len(rest)..];
    let next = rest.trim_start();
    // Two commas open a quotation where keyboards lack the mark.
    let next = next.strip_prefix(",,").map_or(next, str::trim_start);
    next.is_empty()
        || (next.len() < rest.len()
            && !next.chars().find(|c| !is_opening(*c)).is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';')))
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '„' | '“' | '‘' | '«' | '(' | '[' | '*' | '_')
}

fn ends_at_dot(text: &str, start: usize, dot: usize) -> bool {
    let rest = &text[dot + 1..];
    let before = &text[start..dot];
    let word = word_before(before);
    if !opens_sentence(rest) {
        return is_glued(word, rest);
    }
    let known = lowered(word.trim_start_matches(is_opening));
    let number = !known.is_empty() && known.bytes().all(|byte| byte.is_ascii_digit());
    let ordinal = number && before.trim() == word;
    if rest.trim().is_empty() {
        return true;
    }
    let short = is_initials(word.trim_start_matches(is_opening)) || is_dotted(&known);
    let thousands = number && known.len() < 4 && is_group(rest);
    !ordinal && !thousands && (!(short || ABBREVIATIONS.contains(&known.as_str())) || starts_afresh(rest))
}

/// ` 000`: the rest of a number, as older print parts it.
fn is_group(rest: &str) -> bool {
    let digits = rest.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && rest.len() > rest.trim_start().len()
}

fn word_before(text: &str) -> &str {
    text.rsplit([' ', '\n', '\u{a0}', '(']).next().unwrap_or("")
}

/// Whether an end mark glued to the next word (`uur.Volgens`, `2016.We`, `prijs").Op`, `was.1. Wat`) ends a sentence all the same:
/// a word and no address, name or abbreviation before, a plain word or the mark of an item behind.
fn is_glued(word: &str, rest: &str) -> bool {
    let rest = &rest[closing_len(rest)..];
    let next = rest.split([' ', '\n', ',', ':', '\'']).next().unwrap_or("");
    let said = next.trim_end_matches(['.', '?', '!']);
    let (head, tail) = said.split_at(said.chars().next().map_or(0, char::len_utf8));
    let capital = head.starts_with(char::is_uppercase)
        && tail.chars().all(|c| c.is_lowercase() || c == '-')
        && (!tail.is_empty() || next.len() < rest.len())
        && !matches!(said, "Be" | "Com" | "Eu" | "Net" | "Nl" | "Org");
    let item = next.strip_suffix(['.', ')']).is_some_and(|mark| {
        matches!(mark.as_bytes(), [b'a'..=b'z' | b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']) && next.len() < rest.len()
    });
    let bare = word.trim_end_matches(['"', '”', '’', ')', '\'', '.']);
    let letters = bare.bytes().filter(u8::is_ascii_alphabetic).count();
    let year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let plain = !bare.contains(['.', '/', '@', '_', ':', '=']) && !ABBREVIATIONS.contains(&lowered(word).as_str());
    let long = if bare.starts_with(char::is_lowercase) { 1 } else { 2 };
    let closed = word.ends_with(')');
    (capital || item) && plain && (letters > long || year || closed)
}

/// `M`, `F.J.G`, `Th`: first names cut short.
fn is_initials(word: &str) -> bool {
    let is_initial = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && part.chars().count() <= 2 && letters.all(char::is_lowercase)
    };
    let single = !word.contains('.') && word.chars().count() == 1;
    (single || word.contains('.')) && word.split('.').all(is_initial)
        || matches!(word, "Th" | "Ch" | "Chr" | "Joh" | "Ph")
}

/// `i.p.v`: words cut to their letters.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Whether a sentence begins for certain, even behind an abbreviation: with a small word in a capital that no name follows
/// (`De minister`, but `De Graaf`).
fn starts_afresh(rest: &str) -> bool {
    const STARTERS: &[&str] = &[
        "Dat", "De", "Deze", "Die", "Dit", "Een", "Er", "Het", "Hij", "Hun", "Ik", "In", "Maar", "Met", "Na", "Naar",
        "Om", "Ook", "Op", "Over", "Sinds", "Toen", "Uit", "Voor", "Wat", "We", "Wij", "Ze", "Zij", "Zo", "The",
        "This", "That", "It", "He", "She", "They",
    ];
    let mut words = rest.split_whitespace();
    let first = words.next().unwrap_or("").trim_start_matches(is_opening);
    STARTERS.contains(&first) && words.next().is_some_and(|next| next.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn parts_sentences() {
        let check = |text: &str, expected: &[&str]| {
            let got: Vec<_> = sentences(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check(
            "Op 29 maart jl. werd het gelanceerd. Daarna niet.",
            &["Op 29 maart jl. werd het gelanceerd.", "Daarna niet."],
        );
        check("M. de Boer schrijft. „Nee.” Ja?", &["M. de Boer schrijft.", "„Nee.”", "Ja?"]);
        check("om tien uur.Volgens hem", &["om tien uur.", "Volgens hem"]);
        check("de SDG's.Het proces", &["de SDG's.", "Het proces"]);
        check("in mei 2016.We zijn er. Klaar?Nee.", &["in mei 2016.", "We zijn er.", "Klaar?", "Nee."]);
        check("(de \"prijs\").Op de markt", &["(de \"prijs\").", "Op de markt"]);
        check("zou komen.b) Er werd", &["zou komen.", "b) Er werd"]);
        check("dat was.1. Wat nu", &["dat was.", "1. Wat nu"]);
        let one =
            ["zie www.Voorbeeld.Nl of Jan.Pol@huis.Nl", "bij Boeken.Com en mr.Jansen", "versie 2.0 van J.Vos (p.Vos)"];
        for text in one {
            check(text, &[text]);
        }
        check("Aldus mr. F.J.G. Visser. Klaar.", &["Aldus mr. F.J.G. Visser.", "Klaar."]);
        check("Hij kwam i.p.v. Jan. Goed.", &["Hij kwam i.p.v. Jan.", "Goed."]);
        check(
            "De heer C. A. de Wit en jhr. C. A. Van Dam. Zij",
            &["De heer C. A. de Wit en jhr. C. A. Van Dam.", "Zij"],
        );
        check(
            "Er zijn 670. 000 leden. In 1920. 100 waren er.",
            &["Er zijn 670. 000 leden.", "In 1920.", "100 waren er."],
        );
        check("Pennen, papier, enz. De rest niet.", &["Pennen, papier, enz.", "De rest niet."]);
        check("Dat zei mr. De Graaf gisteren.", &["Dat zei mr. De Graaf gisteren."]);
        check(",,Het kan niet. '' ,,Wel. ''", &[",,Het kan niet. ''", ",,Wel. ''"]);
        check("", &[]);
    }
}
