//! A clause without a verb of its own: "X spreekt van „…”, Y van „…”".

use super::{
    meant::{Stands, stands},
    names::{Token, name_from},
    scene::{Named, Scene},
};
use crate::text::Span;

impl Scene<'_> {
    /// "Voor X is het „nog maar net begonnen”"
    pub(super) fn holds_for(&self) -> Option<Named> {
        self.for_whom(self.clause()).filter(|_| !self.is_sentence())
    }

    /// The one with whom a sentence opens that tells how it is for them: "Voor renster Puck de Graaf was het …".
    pub(super) fn for_whom(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        let opens =
            tokens.first().is_some_and(|first| first.capital && matches!(first.folded.as_str(), "voor" | "for"));
        let name = name_from(self.text, &tokens, 1).filter(|name| opens && self.is_someone(*name, false))?;
        let verb = tokens.iter().find(|word| word.span.start_byte >= name.end_byte)?;
        let is =
            matches!(verb.folded.as_str(), "is" | "was" | "blijft" | "bleef" | "voelt" | "voelde" | "betekent" | "it");
        is.then_some(Named { name, cue: name, aside: false })
    }

    /// "U bent tegen een rooster dat „…”": a piece of a sentence about the one who is written to.
    pub(super) fn addressed(&self) -> Option<Named> {
        let tokens = self.tokens(self.clause());
        let first = tokens.first().filter(|first| stands(&first.folded) == Some(Stands::Reader))?;
        (!self.is_sentence()).then_some(Named { name: first.span, cue: first.span, aside: false })
    }

    /// "de gemeente spreekt van „…”, de winkeliers van „…”": the clause has no verb of its own.
    pub(super) fn in_turn(&self) -> Option<Named> {
        let last = self.earlier.last().filter(|last| last.outside.end_byte == self.before.start_byte)?;
        let between = &self.text[last.outside.end()..self.outside.start()];
        let tokens = self.tokens(self.before);
        let joins = |word: &&Token| matches!(word.folded.as_str(), "en" | "and" | "maar" | "but" | "terwijl" | "while");
        let from = usize::from(tokens.first().filter(joins).is_some());
        let name = name_from(self.text, &tokens, from).filter(|name| self.is_someone(*name, false))?;
        let rest: Vec<&Token> = tokens.iter().filter(|word| word.span.start_byte >= name.end_byte).collect();
        let small = |word: &&Token| {
            matches!(
                word.folded.as_str(),
                "van" | "over" | "voor" | "als" | "het" | "op" | "of" | "about" | "as" | "that" | "dat"
            )
        };
        let gaps = between.starts_with([',', ';', ' ']) && !between.contains(['.', ':', '!', '?']);
        (gaps && (1..=2).contains(&rest.len()) && rest.iter().all(small)).then_some(Named {
            name,
            cue: name,
            aside: false,
        })
    }
}
