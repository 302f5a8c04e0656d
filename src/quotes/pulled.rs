//! Headlines and pull quotes: who says them stands in the text.

use super::{quotation::Marked, speaker::Attribution};
use crate::text::{BlockKind, Document, fold};

/// Quotations that may be headlines, and quotations to either side of one that are looked at.
const MOST_HEADLINES: usize = 12;
const MOST_AROUND: usize = 60;
/// Headlines and pull quotes of a document that are looked up in its text.
const MOST_PULLED: usize = 100;

/// A headline or a pull quote takes the speaker of the same words in the text, a headline else the only speaker of the text.
pub(super) fn repeated(document: &Document, marked: &[Marked], found: &mut [Attribution]) {
    let text = document.text.as_str();
    let bare = |at: usize| fold(marked[at].inside.of(text).trim_end_matches(['.', ',', '!', '?', '…', ' ']));
    let mut n_pulled = 0;
    for index in 0..marked.len() {
        let Some(block_at) = document.block_at(marked[index].outside.start_byte) else { continue };
        let heads = matches!(document.blocks[block_at].kind, BlockKind::Title | BlockKind::Heading { .. });
        if found[index].speaker.is_some() || !(heads || is_pulled(document, block_at, &marked[index])) {
            continue;
        }
        n_pulled += 1;
        if n_pulled > MOST_PULLED {
            return;
        }
        let own = bare(index);
        if own.is_empty() {
            continue;
        }
        let near = index.saturating_sub(MOST_AROUND)..marked.len().min(index + MOST_AROUND);
        let begins = |other: &str| other.split(' ').nth(2).is_some() && own.starts_with(other);
        let same = near.clone().find(|at| {
            *at != index && found[*at].speaker.is_some() && {
                let other = bare(*at);
                holds(&other, &own) || begins(&other)
            }
        });
        let mut speakers =
            (index + 1..near.end).filter(|at| marked[*at].depth == 0).filter_map(|at| found[at].speaker.as_ref());
        let first = speakers.next().filter(|_| heads && index < MOST_HEADLINES);
        let only = first.filter(|first| speakers.all(|other| other == *first));
        found[index].speaker = same.map_or_else(|| only.cloned(), |at| found[at].speaker.clone());
    }
}

/// Whether one has the words of the other: "ja" is none of "jaar".
fn holds(other: &str, own: &str) -> bool {
    let ends = |piece: Option<char>| piece.is_none_or(|c| !c.is_alphanumeric());
    other
        .match_indices(own)
        .any(|(at, _)| ends(other[..at].chars().next_back()) && ends(other[at + own.len()..].chars().next()))
}

/// Whether the quotation is a headline or a pull quote: all of its line, and repeated from the text or about it.
pub(super) fn is_pulled(document: &Document, block_at: usize, one: &Marked) -> bool {
    let block = &document.blocks[block_at];
    let around = [block.span.start()..one.outside.start(), one.outside.end().min(block.span.end())..block.span.end()];
    let alone = || around.iter().all(|piece| !document.text[piece.clone()].contains(char::is_alphanumeric));
    matches!(block.kind, BlockKind::Quote | BlockKind::PullQuote) && alone()
}
