//! Where a clause may end.

use crate::text::{Span, fold, words};

/// Words behind a comma that open another clause.
const OPENERS: &[&str] = &[
    "die",
    "dat",
    "waar",
    "waarbij",
    "waarin",
    "waarvan",
    "waarmee",
    "waardoor",
    "waarna",
    "waarop",
    "waaronder",
    "waarover",
    "maar",
    "want",
    "omdat",
    "zodat",
    "terwijl",
    "hoewel",
    "aldus",
    "vanwege",
    "doordat",
    "toen",
    "als",
    "mits",
    "tenzij",
    "alwaar",
    "zoals",
    "which",
    "who",
    "whom",
    "whose",
    "where",
    "because",
    "but",
    "while",
    "although",
    "after",
    "so",
    "dus",
    "nadat",
    "voordat",
    "schrijft",
    "zegt",
    "blijkt",
    "zei",
    "schreef",
    "says",
    "said",
    "voelden",
    "stelde",
    "vervolgt",
    "meldt",
    "volgens",
];

pub struct Border {
    pub byte: usize,
    pub len: usize,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A clause ends here for sure.
    Strong,
    /// It may.
    Weak,
    /// A comma and a relative pronoun.
    Relative,
    /// A plain comma: it may end a relative clause, and nothing else.
    Closes,
}

/// Places where a clause may end.
pub fn borders(text: &str, sentence: Span, mention: Span) -> Vec<Border> {
    let piece = sentence.of(text);
    let mut found = Vec::new();
    let mut depth = 0_i32;
    // Two dashes hold an aside; the clause goes on behind it.
    let is_aside = |dash: &str| {
        let mut places = piece.match_indices(dash).map(|(at, _)| at);
        let Some((first, second)) = places.next().zip(places.next()).filter(|_| places.next().is_none()) else {
            return false;
        };
        // Fields of a line are parted so, too: "Brief - minister van Justitie - 3 mei 2018".
        let goes_on = |at: usize| piece[at + dash.len()..].starts_with(char::is_lowercase);
        let (from, to) = (sentence.start() + first, sentence.start() + second);
        goes_on(first) && goes_on(second) && !(from < mention.start() && mention.end() <= to)
    };
    let (aside, hyphened) = (is_aside(" – "), is_aside(" - "));
    for (at, c) in piece.char_indices() {
        let byte = sentence.start() + at;
        let after = &piece[at + c.len_utf8()..];
        let mut push = |kind| found.push(Border { byte, len: c.len_utf8(), kind });
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth > 0 => {}
            ';' => push(Kind::Strong),
            ':' if after.starts_with(' ') => push(Kind::Weak),
            '–' | '—' if after.starts_with(' ') && !aside => push(Kind::Strong),
            '-' if after.starts_with(' ') && piece[..at].ends_with(' ') && !hyphened => push(Kind::Strong),
            ',' if after.starts_with([' ', '\n']) => {
                let next = words(after).next().map_or(String::new(), |word| fold(word.of(after)));
                let relative = matches!(next.as_str(), "die" | "dat" | "which" | "who" | "whose" | "whom")
                    || next.starts_with("waar");
                let counted = matches!(
                    next.as_str(),
                    "een" | "twee" | "drie" | "vier" | "vijf" | "zes" | "zeven" | "acht" | "nog"
                );
                push(if relative {
                    Kind::Relative
                } else if OPENERS.contains(&next.as_str()) {
                    Kind::Strong
                } else if counted || next.starts_with(|c: char| c.is_ascii_digit()) {
                    Kind::Weak
                } else {
                    Kind::Closes
                });
            }
            _ => {}
        }
    }
    found
}
