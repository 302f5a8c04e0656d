//! A document's own head: its title, and the lines above its first words that say when, to whom and about what.

use super::{
    piece::{Kind, Piece},
    shape,
};
use crate::text::{BlockKind, Layer, Meta, Told, fold};

/// Marks the head and the title.
pub(super) fn mark(pieces: &mut [Piece]) {
    title(pieces);
    let is_title = |piece: &Piece| piece.kind == Kind::Settled(BlockKind::Title);
    let prose = |piece: &Piece| {
        matches!(piece.kind, Kind::Settled(BlockKind::Question { .. } | BlockKind::Label | BlockKind::ListItem { .. }))
            || piece.layer == Layer::Body && !is_title(piece) && shape::is_prose(&piece.text)
    };
    let end = pieces.iter().position(prose).unwrap_or(pieces.len());
    let Some(last) = pieces[..end].iter().rposition(|piece| piece.layer == Layer::Header) else { return };
    let heads = |piece: &Piece| piece.layer == Layer::Body && !is_title(piece);
    let after_title = pieces[..last].iter().position(is_title);
    // With a title on top, what stands between it and the date is the document's own (a subtitle, a lead).
    let range = match after_title {
        Some(_) => return,
        None => 0..last,
    };
    for piece in pieces[range].iter_mut().filter(|piece| heads(piece)) {
        piece.layer = Layer::Header;
        if matches!(piece.kind, Kind::Heading(_)) {
            continue;
        }
        if piece.is_plain() {
            piece.settle(BlockKind::Paragraph);
        }
    }
}

/// Finds the title: the first heading of a marked-up text if it stands above all others, else the first line alone that
/// looks like a headline and has text below it.
fn title(pieces: &mut [Piece]) {
    let first_heading = pieces.iter().position(|piece| matches!(piece.kind, Kind::Heading(_)));
    if let Some(first) = first_heading {
        let highest = pieces.iter().filter_map(level).min();
        let n_highest = pieces.iter().filter(|piece| level(piece) == highest).count();
        let leads = pieces[..first].iter().all(|piece| piece.layer != Layer::Body || !shape::is_prose(&piece.text));
        if leads && level(&pieces[first]) == highest && (n_highest == 1 || highest == Some(1)) && highest <= Some(2) {
            pieces[first].settle(BlockKind::Title);
        }
        return;
    }
    // A letter's first lines say who, where and when.
    const OPENING: usize = 8;
    if pieces.iter().take(2 * OPENING).any(is_salutation) {
        return;
    }
    for index in 0..OPENING.min(pieces.len().saturating_sub(1)) {
        let (piece, next) = (&pieces[index], &pieces[index + 1]);
        let is_date = piece.layer == Layer::Header && piece.is_plain();
        if is_date || piece.is_plain_body() && !piece.tight && !next.tight && can_be_title(&piece.text, next) {
            if !is_date {
                pieces[index].settle(BlockKind::Title);
            }
            return;
        }
        let is_named = piece.kind == Kind::Settled(BlockKind::Label);
        if piece.layer == Layer::Body && (is_named || shape::is_prose(&piece.text)) {
            return;
        }
    }
}

/// One line that begins with a capital; a sentence only where fields follow.
fn can_be_title(line: &str, next: &Piece) -> bool {
    const LONGEST: usize = 250;
    let begins = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let ends = !line.ends_with([',', ';', ':']);
    let before_fields = matches!(next.kind, Kind::Field(_));
    let sentence = shape::is_prose(line) || shape::ends_sentence(line) && !line.ends_with('?');
    line.len() <= LONGEST && !line.contains('\n') && begins && ends && (before_fields || !sentence)
}

fn is_salutation(piece: &Piece) -> bool {
    let folded = fold(piece.text.split(' ').next().unwrap_or(""));
    let greets = matches!(folded.as_str(), "geachte" | "beste" | "dear" | "excellentie," | "hooggeachte" | "waarde");
    greets && piece.text.len() <= 200 && piece.text.ends_with([',', ':', '!', '.'])
}

fn level(piece: &Piece) -> Option<u8> {
    match piece.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    }
}

/// Adds to a document's facts what its own head says.
pub(super) fn tell(pieces: &[Piece], meta: &mut Meta) {
    let title = pieces.iter().find(|piece| piece.kind == Kind::Settled(BlockKind::Title));
    meta.title = title.map(|piece| Told::found(in_one_line(&piece.text)));
    for piece in pieces.iter().filter(|piece| piece.layer == Layer::Header) {
        let Kind::Field(at) = piece.kind else { continue };
        let (label, value) = piece.text.split_at(at);
        let value = in_one_line(value);
        if value.is_empty() {
            continue;
        }
        let into = match fold(label).trim().trim_end_matches(':').trim_end() {
            "titel" | "title" | "betreft" | "onderwerp" | "subject" => &mut meta.title,
            "auteur" | "author" => &mut meta.author,
            "afzender" | "van" | "from" | "indiener" | "indieners" | "ingediend door" => &mut meta.sender,
            "aan" | "to" | "geadresseerde" => &mut meta.receiver,
            _ => continue,
        };
        into.get_or_insert_with(|| Told::found(value));
    }
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
