//! A reader's own text held against the dossier: each passage that it quotes, as a pair.

use super::{
    Route,
    diff::{BandTick, Counts, Run, band, counts, quoting_side, source_side},
};
use crate::engine::{Certainty, Engine, Link, LinkKind, Order, Said};

/// A passage of the dossier and the words of the asked text that repeat it.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedPair {
    /// The document's short name, and where the passage stands.
    pub name: String,
    pub href: String,
    /// Who says it there.
    pub said: Option<String>,
    pub kind: LinkKind,
    pub maybe: bool,
    pub summary: Said,
    pub band: Vec<BandTick>,
    pub counts: Counts,
    pub source: Vec<Run>,
    pub asked: Vec<Run>,
}

/// The longest text that is looked at, in bytes: some two hundred pages.
pub const LONGEST: usize = 600_000;

/// Pairs in the order of the asked text; those that say the same in several documents, most literal first.
pub fn asked(engine: &Engine, text: &str) -> Vec<AskedPair> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let answer = engine.ask(&text[..end]);
    let mut links: Vec<&Link> = answer.links.iter().collect();
    links.order_by_key(|link| (link.b.span, changed(link), link.a.doc));
    let pair = |link: &&Link| {
        let (card, source) = (engine.cards().get(link.a.doc.index())?, engine.document(link.a.doc));
        Some(AskedPair {
            name: card.short_title.clone(),
            href: Route::words(card.id.clone(), link.a.span).href(),
            said: link.speaker_source.clone(),
            kind: link.kind,
            maybe: link.certainty == Certainty::Maybe,
            summary: link.summary.clone(),
            band: band(link),
            counts: counts(link),
            source: source_side(link, source),
            asked: quoting_side(link, &answer.document),
        })
    };
    links.iter().filter_map(pair).collect()
}

/// Words that are not the same on both sides.
fn changed(link: &Link) -> u32 {
    link.diff.iter().filter(|run| run.number > 0).map(|run| run.n_words).sum()
}
