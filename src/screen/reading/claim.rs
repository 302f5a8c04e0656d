//! Which words lead where: places that never overlap.

use super::Anchor;
use crate::engine::Order;
use crate::engine::Span;

pub fn cut(place: Span, to: Span) -> Span {
    let start_byte = place.start_byte.clamp(to.start_byte, to.end_byte);
    Span { start_byte, end_byte: place.end_byte.clamp(start_byte, to.end_byte) }
}

/// Takes what is still free of a place; what is left in several pieces leads to the same.
pub fn claim(taken: &mut Vec<(Span, Anchor)>, place: Span, anchor: Anchor) {
    let mut at = place.start_byte;
    let mut free = Vec::new();
    for (other, _) in taken.iter().filter(|(other, _)| other.overlaps(place)) {
        if at < other.start_byte {
            free.push(Span { start_byte: at, end_byte: other.start_byte });
        }
        at = at.max(other.end_byte);
    }
    if at < place.end_byte {
        free.push(Span { start_byte: at, end_byte: place.end_byte });
    }
    taken.extend(free.into_iter().map(|place| (place, anchor.clone())));
    taken.order_by_key(|(place, _)| *place);
}

/// Takes a place only where all of it is free.
pub fn claim_whole(taken: &mut Vec<(Span, Anchor)>, place: Span, anchor: Anchor) {
    if !place.is_empty() && !taken.iter().any(|(other, _)| other.overlaps(place)) {
        taken.push((place, anchor));
        taken.order_by_key(|(place, _)| *place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start_byte: u32, end_byte: u32) -> Span {
        Span { start_byte, end_byte }
    }

    #[test]
    fn what_leads_somewhere_never_overlaps() {
        let mut taken = Vec::new();
        claim(&mut taken, span(4, 6), Anchor::Web("x".into()));
        claim(&mut taken, span(0, 10), Anchor::Unlinked);
        claim(&mut taken, span(8, 14), Anchor::Quote { link: 1 });
        claim_whole(&mut taken, span(13, 16), Anchor::Date { entry: None, days: None });
        claim_whole(&mut taken, span(20, 22), Anchor::Date { entry: None, days: None });
        let places: Vec<Span> = taken.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [span(0, 4), span(4, 6), span(6, 10), span(10, 14), span(20, 22)]);
    }
}
