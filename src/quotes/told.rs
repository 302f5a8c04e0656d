//! Corrections by people: links that they make, join, confirm or hide.

use super::{
    Certainty, Direction, Link, Quotable, Quotes,
    align::{Aligner, Pair, Piece},
    direction::Third,
    lexicon::Lexicon,
    link::{Found, tie},
    matching::{Match, Matcher},
    reading,
    shingle::{Row, Swept},
    speaker,
};
use crate::text::{Order, Said, Span};

/// The link that a person sees between two passages, word by word as far as they agree.
///
/// `places` are stretches of `a` and of `b` that answer to each other, in any order; the link spans them all. `None` where
/// they hold no words.
pub fn told_link(a: Quotable<'_>, b: Quotable<'_>, places: &[(Span, Span)], source: Option<&str>) -> Option<Link> {
    let dossier = if a.doc == b.doc { vec![a] } else { vec![a, b] };
    let mut lexicon = Lexicon::default();
    let readings = reading::read(&dossier, &mut lexicon);
    let rank = |one: Quotable<'_>| readings.iter().position(|reading| reading.quotable.doc == one.doc);
    let (rank_a, rank_b) = (rank(a)?, rank(b)?);
    let attributions = readings
        .iter()
        .map(|reading| speaker::attributions(reading.quotable.document, &reading.marked).into())
        .collect();
    let swept = Swept::of(Vec::new(), Row::new(&readings));
    let mut matcher = Matcher { readings: &readings, lexicon: &lexicon, aligner: Aligner::default(), swept };
    let mut one = Match { rank_a, rank_b, pieces: Vec::new(), quotation: None, weight: 0 };
    let (mut hull_a, mut hull_b) = (0..0, 0..0);
    for (place_a, place_b) in places {
        let (words_a, words_b) = (readings[rank_a].words_in(*place_a), readings[rank_b].words_in(*place_b));
        if words_a.is_empty() || words_b.is_empty() {
            continue;
        }
        let pair = |a: usize, b: usize| Pair { a: a as u32, b: b as u32, percent: 0 };
        let alone = || vec![Piece { pairs: vec![pair(words_a.start, words_b.start)], score: 0 }];
        one.pieces.extend(matcher.pieces(rank_a, rank_b, &words_a, &words_b, true).unwrap_or_else(alone));
        hull_a = joined(&hull_a, &words_a);
        hull_b = joined(&hull_b, &words_b);
    }
    if one.pieces.is_empty() {
        return None;
    }
    one.pieces.order_by_key(|piece| piece.pairs[0].b);
    one.weight = matcher.weigh(&one);
    let found = Found { lexicon: &lexicon, readings: &readings, attributions };
    let ends = (found.end(&one, false), found.end(&one, true));
    let (_, mut link) =
        found.between(&one, ends, (hull_a, hull_b), (Direction::AToB, vec![by_person(source)], Third::Unknown));
    link.certainty = Certainty::Certain;
    Some(link)
}

fn joined(one: &std::ops::Range<usize>, other: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    if one.is_empty() { other.clone() } else { one.start.min(other.start)..one.end.max(other.end) }
}

/// A person says that the link is right.
pub fn confirm(link: &mut Link, source: Option<&str>) {
    link.certainty = Certainty::Certain;
    link.evidence.insert(0, by_person(source));
}

fn by_person(source: Option<&str>) -> Said {
    let tail = source.map(|source| format!(": {source}")).unwrap_or_default();
    Said::new(format!("Door een mens aangewezen{tail}"), format!("Pointed out by a person{tail}"))
}

/// Puts links in their order after corrections, and says anew which quotations have a source.
pub fn settle(quotes: &mut Quotes, dossier: &[Quotable<'_>]) {
    let rank = |doc: crate::text::DocId| {
        let document = dossier.iter().find(|one| one.doc == doc).map(|one| one.document);
        document.map(|document| (&document.id, &document.file, document.line))
    };
    quotes.links.order_by(|x, y| {
        let key = |link: &Link| (rank(link.a.doc), link.a.span, rank(link.b.doc), link.b.span);
        key(x).cmp(&key(y))
    });
    tie(&mut quotes.quotations, &quotes.links);
}
