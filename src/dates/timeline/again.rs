//! What is told again without a date.

use super::*;
use crate::{
    dates::{Edtf, clause::Happening, tense},
    text::BlockKind,
};

/// Sentences of other documents that tell the same without a date are tellings too: same sort of thing, same names.
pub fn mention_again(groups: &mut [Vec<Told>], dossier: &[Dated<'_>]) {
    for (index, dated) in dossier.iter().enumerate() {
        let doc = DocId(index as u32);
        let written = dated.own.iter().filter_map(|own| own.sure_bounds().1).max();
        for block in dated.document.blocks.iter().filter(|block| {
            !block.layer.is_noise() && matches!(block.kind, BlockKind::Paragraph | BlockKind::Answer { .. })
        }) {
            for sentence in crate::text::sentences(block.span.of(&dated.document.text)) {
                let sentence = sentence.shift(block.span.start());
                if dated.mentions.iter().any(|mention| sentence.overlaps(mention.span)) {
                    continue;
                }
                let said = sentence.of(&dated.document.text);
                let Some(happening) =
                    clause::happening(said).filter(|kind| matches!(kind, Happening::Leaving | Happening::Coming))
                else {
                    continue;
                };
                let stems = clause::stems(said);
                let names = clause::names(said);
                // The cheap grounds first: few groups are left whose names are looked at.
                let fits = |group: &Vec<Told>| {
                    let first = &group[0];
                    if first.happening != Some(happening) {
                        return false;
                    }
                    let past = first.value.bounds().0.zip(written).is_some_and(|(day, written)| day <= written);
                    let alike = || stems.iter().filter(|stem| first.stems.binary_search(stem).is_ok()).count() >= 5;
                    if !past || !alike() || group.iter().any(|told| told.doc == doc) {
                        return false;
                    }
                    let text = &dossier[first.doc.index()].document.text;
                    let named = clause::names(tense::sentence_around(text, first.clause).of(text));
                    names.iter().filter(|name| named.binary_search(name).is_ok()).count() >= 2
                };
                let Some(group) = groups.iter_mut().find(|group| fits(group)) else { continue };
                let value = Edtf::within(None, written);
                let why = Said::new("zonder datum; het vertelt hetzelfde", "without a date; it tells the same");
                let clause = clause::around(&dated.document.text, sentence);
                group.push(Told {
                    doc,
                    span: sentence,
                    clause,
                    value,
                    why,
                    core: stems.clone(),
                    stems,
                    slight: false,
                    happening: Some(happening),
                    relative: false,
                    counted_from: None,
                });
            }
        }
    }
}
