//! Questions and answers: the lines that name them, and what belongs to which.

use super::piece::{Kind, Piece};
use crate::text::{BlockKind, Layer, fold};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Label {
    Question(String),
    Answer(String),
}

impl Label {
    /// Reads a line that only names: "Vraag 5", "Antwoord op vraag 3:", "Vragen 2 en 3". Some length in bytes is the
    /// label's; more may follow behind a colon.
    fn read(line: &str) -> Option<(Label, usize)> {
        let (name, rest) = match line.split_once(':') {
            Some((name, rest)) => (name, rest),
            None => (line, ""),
        };
        let len = line.len() - rest.len();
        if !name.starts_with(char::is_uppercase) || name.len() > 60 {
            return None;
        }
        let folded = fold(name);
        let mut words = folded.split_whitespace();
        let is_question = |word: &str| matches!(word, "vraag" | "vragen" | "question" | "questions");
        let first = words.next()?;
        let is_answer = matches!(first, "antwoord" | "antwoorden" | "answer" | "answers");
        if !is_question(first) && !is_answer {
            return None;
        }
        let mut number = Vec::new();
        for word in words {
            let bare = word.trim_end_matches(['.', ',', ')']);
            let counts = !bare.is_empty()
                && bare.len() <= 7
                && bare.split(['-', '–']).all(|part| {
                    let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
                    !digits.is_empty() && part.len() - digits.len() <= 1 && digits.bytes().all(|b| b.is_ascii_digit())
                });
            let joins = matches!(word, "en" | "t/m" | "tot" | "met" | "and" | "to" | "-" | "–" | "&");
            let leads =
                number.is_empty() && (matches!(word, "op" | "to" | "de" | "nr." | "nr" | "the") || is_question(word));
            if counts || joins && !number.is_empty() {
                number.push(bare);
            } else if !leads {
                return None;
            }
        }
        let number = number.join(" ");
        Some((if is_answer { Label::Answer(number) } else { Label::Question(number) }, len))
    }
}

/// Parts lines that name a question or an answer from what follows them.
pub(super) fn part_labels(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut parted: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let open =
            piece.is_plain_body() || matches!(piece.kind, Kind::Settled(BlockKind::ListItem { .. }) | Kind::Heading(_));
        if !open {
            parted.push(piece);
            continue;
        }
        let labels: Vec<(usize, usize)> = labels(&piece).collect();
        let cuts: BTreeSet<usize> = labels.iter().flat_map(|(at, end)| [*at, *end]).collect();
        let cuts: Vec<usize> = cuts.into_iter().collect();
        if labels.is_empty() {
            parted.push(piece);
            continue;
        }
        for mut part in piece.part_at(&cuts).into_iter().filter(|part| !part.text.is_empty()) {
            if Label::read(&part.text).is_some() {
                part.settle(BlockKind::Label);
            }
            parted.push(part);
        }
    }
    parted
}

/// Where the lines that name begin, and where their labels end.
fn labels(piece: &Piece) -> impl Iterator<Item = (usize, usize)> {
    let found = piece.lines().filter_map(|(at, line)| Label::read(line).map(|(_, len)| (at, at + len)));
    found.filter(|(at, end)| piece.can_part(*at) && piece.can_part(*end))
}

/// Names what belongs to which question. Where answers bear no label, a question is the first stretch behind its own.
pub(super) fn settle(pieces: &mut [Piece]) {
    let is_label = |piece: &Piece| piece.kind == Kind::Settled(BlockKind::Label);
    let label_of = |piece: &Piece| Label::read(&piece.text).map(|(label, _)| label);
    let labels: Vec<Label> = pieces.iter().filter(|piece| is_label(piece)).filter_map(label_of).collect();
    let answers_named = labels.iter().any(|label| matches!(label, Label::Answer(_)));
    let mut current: Option<Label> = None;
    let mut asked: Option<String> = None;
    for piece in pieces {
        if is_label(piece) {
            current = label_of(piece);
            if let Some(Label::Question(number)) = &current {
                asked = Some(number.clone());
            }
            if let Some(Label::Answer(number)) = &mut current
                && number.is_empty()
            {
                *number = asked.clone().unwrap_or_default();
            }
            continue;
        }
        let ends = matches!(piece.kind, Kind::Field(_) | Kind::Heading(_)) && piece.layer != Layer::Furniture;
        if ends {
            current = None;
        }
        if !piece.is_plain_body() {
            continue;
        }
        match &current {
            Some(Label::Question(number)) => {
                let number = number.clone();
                piece.settle(BlockKind::Question { number: number.clone() });
                if !answers_named {
                    current = Some(Label::Answer(number));
                }
            }
            Some(Label::Answer(number)) => piece.settle(BlockKind::Answer { number: number.clone() }),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_that_name() {
        let check = |line: &str, expected: Option<(Label, &str)>| {
            let got = Label::read(line).map(|(label, len)| (label, &line[len..]));
            assert_eq!(got, expected, "{line}");
        };
        let question = |number: &str| Label::Question(number.to_owned());
        let answer = |number: &str| Label::Answer(number.to_owned());
        check("Vraag 1", Some((question("1"), "")));
        check("Vragen 2 en 3", Some((question("2 en 3"), "")));
        check("Antwoord op vraag 4:", Some((answer("4"), "")));
        check("Antwoord", Some((answer(""), "")));
        check("Vraag 5: Waarom?", Some((question("5"), " Waarom?")));
        check("Vraag en aanbod", None);
        check("Vraag is of het kan", None);
        check("Antwoord van de minister", None);
    }
}
