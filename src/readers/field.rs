//! Fields of a document's head: lines that name a thing and tell it, such as "Datum 3 mei 2020" or "Kenmerk: 12-A".

use super::{
    piece::{Kind, Piece},
    shape,
};
use crate::text::{InlineKind, Layer};

/// Labels of Dutch and English offices that stand without a colon too. Longer ones first where one begins another.
const LABELS: &[&str] = &[
    "aantal bijlagen",
    "afdeling",
    "afzender",
    "author",
    "auteur",
    "bcc",
    "beantwoord door",
    "beantwoord",
    "behandeld door",
    "betreft",
    "bezoekadres",
    "bijlage(n)",
    "bijlagen",
    "bijlage",
    "bron",
    "classificatie",
    "contactpersoon",
    "dagtekening",
    "date",
    "datum",
    "doorkiesnummer",
    "dossiernummer",
    "e-mail",
    "email",
    "fax",
    "geadresseerde",
    "indiener(s)",
    "indieners",
    "indiener",
    "ingediend door",
    "ingediend",
    "kenmerk",
    "kopie aan",
    "onderwerpen",
    "onderwerp",
    "ons kenmerk",
    "onze referentie",
    "our reference",
    "postadres",
    "published",
    "publicatiedatum",
    "referentie",
    "reference",
    "rubricering",
    "subject",
    "steller",
    "telefoonnummer",
    "telefoon",
    "trefwoorden",
    "uw brief van",
    "uw brief",
    "uw kenmerk",
    "uw referentie",
    "vergaderdatum",
    "vergaderjaar",
    "verzonden",
    "your reference",
    "zaaknummer",
];
/// Labels that are common words: only with a colon.
const WITH_COLON: &[&str] = &[
    "aan",
    "aanwezig",
    "afwezig",
    "address",
    "adres",
    "cc",
    "from",
    "ministerie",
    "plaats",
    "sent",
    "tijd",
    "titel",
    "title",
    "to",
    "van",
];

/// Where in the document a line stands: fields without a colon are believed in its head and tail only.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Region {
    Head,
    Middle,
    Tail,
}

/// A date alone on its line still belongs to the head among this many pieces, though a lead stands above it.
const OPENING: usize = 6;

/// Two lines or more, nearly all of which are fields with a known label and a value.
fn is_field_run(piece: &Piece) -> bool {
    let is_field = |line: &str| known_value(line, Region::Head).is_some_and(|value| value < line.len());
    let n_fields = piece.lines().filter(|(_, line)| is_field(line)).count();
    n_fields >= 2 && n_fields * 3 >= piece.lines().count() * 2
}

fn is_dated(piece: &Piece) -> bool {
    piece.layer == Layer::Header && piece.lines().any(|(_, line)| shape::is_date_line(line))
}

/// Parts lines that are fields from their pieces. What follows such a line in the same piece goes on its value.
pub(super) fn part(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_prose = |piece: &Piece| piece.is_plain_body() && shape::is_prose(longest_line(piece));
    let first = pieces.iter().position(is_prose).unwrap_or(pieces.len());
    // A run of fields shows that the head reaches so far, though a sentence (a long title, a lead) stands in it.
    let run = pieces.iter().take(OPENING).rposition(is_field_run).unwrap_or(0);
    let first = first.max(run);
    let last = pieces.iter().rposition(is_prose).unwrap_or(0);
    let mut parted: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.into_iter().enumerate() {
        if index < OPENING && index > first && piece.is_plain_body() && !parted.iter().any(is_dated) {
            part_date(piece, &mut parted);
            continue;
        }
        let region = match index {
            _ if index < first => Region::Head,
            _ if index > last => Region::Tail,
            // The prose that ends the head may itself be a long field.
            _ if index == first => Region::Head,
            _ => Region::Middle,
        };
        if piece.is_plain() && matches!(piece.layer, Layer::Body | Layer::Header) {
            part_piece(piece, region, &mut parted);
        } else {
            parted.push(piece);
        }
    }
    parted
}

fn longest_line(piece: &Piece) -> &str {
    let mut longest = "";
    for (_, line) in piece.lines() {
        // In this order: what is shorter need not be read.
        if line.len() >= longest.len() && value_start(line, Region::Head, true).is_none() {
            longest = line;
        }
    }
    longest
}

/// What a part of a piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The value begins at this byte of its first line.
    Field(usize),
    /// A field whose value is yet to come, on the next line.
    Label(usize),
    Date,
    Rest,
}

fn part_piece(piece: Piece, region: Region, into: &mut Vec<Piece>) {
    // Between head and tail no line is believed for its colon alone.
    let in_run = region != Region::Middle && (piece.layer == Layer::Header || is_colon_run(&piece));
    let mut parts: Vec<(usize, Part)> = vec![(0, Part::Rest)];
    for (at, line) in piece.lines() {
        let last = parts.last().map_or(Part::Rest, |part| part.1);
        let part = match value_start(line, region, in_run) {
            Some(value) if value >= line.len() => Part::Label(value),
            Some(value) => Part::Field(value),
            None if last == Part::Date => Part::Rest,
            None if region == Region::Head && shape::is_date_line(line) && !matches!(last, Part::Label(_)) => {
                Part::Date
            }
            // What follows goes on the part before it: it is the value of a bare label.
            None => {
                if let (Part::Label(value), Some((_, part))) = (last, parts.last_mut()) {
                    *part = Part::Field(value);
                }
                continue;
            }
        };
        parts.push((at, part));
    }
    cut(piece, &parts, into);
}

/// Two lines or more, nearly all of which have words before a colon.
fn is_colon_run(piece: &Piece) -> bool {
    let n_colons = piece.lines().filter(|(_, line)| colon_value(line).is_some()).count();
    n_colons >= 2 && n_colons * 3 >= piece.lines().count() * 2
}

/// Cuts a piece where its parts begin and says what they are.
fn cut(mut piece: Piece, parts: &[(usize, Part)], into: &mut Vec<Piece>) {
    let mut cut = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().rev() {
        let mut rest = if *at == 0 { std::mem::take(&mut piece) } else { piece.split_off(*at) };
        match part {
            Part::Field(value) | Part::Label(value) => {
                rest.kind = Kind::Field((*value).min(rest.text.len()));
                rest.layer = Layer::Header;
                rest.inlines.retain(|inline| inline.kind != InlineKind::LineBreak);
            }
            Part::Date => rest.layer = Layer::Header,
            Part::Rest => {}
        }
        if !rest.text.is_empty() {
            cut.push(rest);
        }
    }
    into.extend(cut.into_iter().rev());
}

/// Parts the first line that is a date from the others of its piece.
fn part_date(piece: Piece, into: &mut Vec<Piece>) {
    let date = piece.lines().find(|(_, line)| shape::is_date_line(line)).map(|(at, line)| (at, at + line.len()));
    match date {
        Some((at, end)) => cut(piece, &[(0, Part::Rest), (at, Part::Date), (end, Part::Rest)], into),
        None => into.push(piece),
    }
}

/// Where the value begins in a line that is a field; its length where it has none.
fn value_start(line: &str, region: Region, in_run: bool) -> Option<usize> {
    if let Some(value) = known_value(line, region) {
        return Some(value);
    }
    if region == Region::Middle {
        return None;
    }
    colon_value(line).filter(|_| in_run).or_else(|| reference_value(line).filter(|_| region == Region::Head))
}

fn known_value(line: &str, region: Region) -> Option<usize> {
    if !line.starts_with(char::is_uppercase) {
        return None;
    }
    // Labels are short and of plain letters (an é stands for all that is not), so that folding does not change where they end.
    const LONGEST: usize = 24;
    let start = &line.as_bytes()[..line.len().min(LONGEST)];
    let plain = &start[..start.iter().position(|byte| !byte.is_ascii()).unwrap_or(start.len())];
    let begins = |label: &&&str| {
        let ends = match plain.get(label.len()) {
            Some(next) => !next.is_ascii_alphanumeric() && *next != b'-',
            None => plain.len() == start.len(),
        };
        ends && plain.get(..label.len()).is_some_and(|own| own.eq_ignore_ascii_case(label.as_bytes()))
    };
    let with_colon = |label: &str| line[label.len()..].trim_start().starts_with(':');
    let label = LABELS.iter().filter(begins).max_by_key(|label| label.len()).or_else(|| {
        WITH_COLON.iter().filter(begins).max_by_key(|label| label.len()).filter(|label| with_colon(label))
    })?;
    let after = &line[label.len()..];
    let bare = after.trim().is_empty();
    let sentence = after.ends_with(['.', '?', '!']) && !with_colon(label) && after.split_whitespace().count() > 4;
    if sentence || region == Region::Middle && !bare && !with_colon(label) {
        return None;
    }
    let value = after.trim_start().trim_start_matches(':').trim_start();
    let value = match value.find("http") {
        Some(at) if value[..at].split_whitespace().count() <= 3 => &value[at..],
        _ => value,
    };
    Some(line.len() - value.len())
}

/// In characters, of labels that are not known.
const LONGEST_LABEL: usize = 40;

/// `Some words: value`.
fn colon_value(line: &str) -> Option<usize> {
    // Behind 40 letters it ends no label.
    let colon = line.bytes().take(LONGEST_LABEL * 4 + 1).position(|byte| byte == b':')?;
    let (label, value) = (&line[..colon], &line[colon + 1..]);
    let words = label.split_whitespace().count();
    let plain = label.chars().all(|c| c.is_alphabetic() || " -/()_'’".contains(c));
    let fits = (1..=5).contains(&words)
        && label.chars().count() <= LONGEST_LABEL
        && plain
        && label.starts_with(char::is_alphabetic);
    (fits && !value.trim().is_empty() && !value.starts_with("//")).then(|| line.len() - value.trim_start().len())
}

/// `Some words 2024Z0123`: a few words and one number under which the thing is filed.
fn reference_value(line: &str) -> Option<usize> {
    let (label, number) = line.trim_end().rsplit_once(' ')?;
    let n_digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_year = number.len() == 4 && n_digits == 4;
    let filed = n_digits >= 4 && !is_year && number.chars().all(|c| c.is_alphanumeric() || "-/.".contains(c));
    let words = label.split(' ').count();
    let plain = label.chars().all(|c| c.is_alphabetic() || c == ' ') && label.starts_with(char::is_uppercase);
    (filed && words <= 3 && plain && !shape::is_date_line(line)).then_some(label.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_field_and_where_its_value_begins() {
        let check = |line: &str, expected: Option<&str>| {
            let got = value_start(line, Region::Head, true).map(|at| &line[at..]);
            assert_eq!(got, expected, "{line}");
        };
        check("Datum 3 mei 2020", Some("3 mei 2020"));
        check("Kenmerk", Some(""));
        check("Ons kenmerk: 12-A", Some("12-A"));
        check("Bron vraag https://voorbeeld.nl/1.html", Some("https://voorbeeld.nl/1.html"));
        check("Zaak 2020Z12345", Some("2020Z12345"));
        check("Jaarverslag 2022", None);
        check("Document nummer: kv-1", Some("kv-1"));
        check("Aan: de griffier", Some("de griffier"));
        check("Aan het eind", None);
        check("Betreft het hier een fout die eerder voorkwam?", None);
        check("Bronnen en noten", None);
    }
}
