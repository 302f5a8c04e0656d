//! The subject of a verb of saying that stands before a quotation.

use super::{
    cues::{completes, is_saying, is_source},
    meant::{Stands, stands},
    name_words::{is_determiner, is_in, is_modal, is_preposition, is_pronoun, is_subject_pronoun},
    names::{Token, is_name, is_own_name, name_before, name_behind, name_from, one_of_several, words_of},
    scene::{Named, Scene},
};
use crate::text::Span;

impl Scene<'_> {
    /// The subject of the verb of saying that token `at` is.
    pub(super) fn verb_at(&self, tokens: &[Token], at: usize) -> Option<Named> {
        let token = &tokens[at];
        let rest = &tokens[at + 1..];
        let compound = self.text[..token.span.start()].ends_with('-');
        let behind: Vec<&str> = rest.iter().map(|word| word.folded.as_str()).collect();
        // "moeten hun minister adviseren": what someone has to do.
        let infinitive = token.folded.ends_with("en")
            && (tokens[..at].iter().any(|word| is_modal(&word.folded))
                || tokens[..at].last().is_some_and(|to| to.folded == "te"));
        let noun = at
            .checked_sub(1)
            .is_some_and(|before| matches!(tokens[before].folded.as_str(), "a" | "an" | "de" | "een" | "the"));
        // "gaf de schuld aan „…”"
        let to_words = matches!(token.folded.as_str(), "gaf" | "gaven" | "geeft" | "geven")
            && rest.len() > 1
            && rest.last().is_some_and(|last| last.folded == "aan" && self.outside.start() <= last.span.end() + 3);
        // "In de motie wordt het college verzocht"
        let passive = token.folded.starts_with("ver")
            && token.folded.ends_with("cht")
            && tokens[..at].iter().any(|word| matches!(word.folded.as_str(), "wordt" | "worden" | "werd" | "werden"));
        let says = !noun
            && !passive
            && !to_words
            && (is_saying(&token.folded)
                || completes(&token.folded, &behind)
                || is_bare_form(tokens, at)
                || self.is_plural_form(tokens, at));
        if says && !compound && !infinitive {
            // "het was X die zei dat"
            let joint = at.checked_sub(1).filter(|before| matches!(tokens[*before].folded.as_str(), "die" | "who"));
            if let Some(name) = joint
                .and_then(|joint| self.ends_before(tokens, joint).or_else(|| name_before(self.text, tokens, joint)))
            {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let last_named = at.checked_sub(1).map(|before| &tokens[before]);
            if let Some(last) = last_named.filter(|last| stands(&last.folded) == Some(Stands::Last)) {
                return Some(Named { name: last.span, cue: last.span.hull(token.span), aside: false });
            }
            // "X, die in mei nog pochte dat"
            let relative = tokens[..at].iter().rposition(|word| matches!(word.folded.as_str(), "die" | "who"));
            let relative =
                relative.filter(|joint| at - joint <= 6 && self.text[..tokens[*joint].span.start()].ends_with(", "));
            let placed = |index: usize| is_preposition(&tokens[index - 1].folded);
            let other = |index: usize| is_determiner(&tokens[index].folded) || is_pronoun(&tokens[index].folded);
            let alone = |joint: &usize| !(joint + 1..at).any(|index| other(index) && !placed(index));
            if let Some(name) = relative.filter(alone).and_then(|joint| self.ends_before(tokens, joint)) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let joint = tokens[..at].iter().rposition(|word| {
                matches!(word.folded.as_str(), "dat" | "die" | "wat" | "zoals" | "hetgeen" | "hoe" | "toen" | "waarop")
            });
            if let Some(name) =
                joint.filter(|_| rest.is_empty()).and_then(|joint| name_from(self.text, tokens, joint + 1))
            {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            // "hoe mijn oom dan opstond en zei"
            let joined = at > 2 && matches!(tokens[at - 1].folded.as_str(), "en" | "and");
            let how =
                tokens[..at].iter().rposition(|word| matches!(word.folded.as_str(), "hoe" | "how" | "toen" | "when"));
            let doer = how.filter(|_| joined).and_then(|how| name_from(self.text, tokens, how + 1));
            if let Some(name) = doer.filter(|name| self.is_someone(*name, false)) {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let is_name = |name: &Span| is_name(self.text, *name);
            let inverted = name_behind(self.text, tokens, at + 1).filter(is_name);
            let inverted = inverted.filter(|name| self.may_speak(*name));
            let own = name_before(self.text, tokens, at).filter(is_name);
            let own = own.filter(|name| is_own_name(self.text, *name) && self.is_someone(*name, true));
            let next = tokens.get(at + 1).filter(|next| is_subject_pronoun(&next.folded));
            // "Daarin noemt zij"; but "Khan says he".
            let subject =
                next.is_some_and(|next| own.is_none() || !matches!(next.folded.as_str(), "he" | "she" | "they"));
            let of_you = at.checked_sub(3).and_then(|from| one_of_several(self.text, tokens, from));
            if let Some(name) = of_you {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let straight = at > 0 && stands_for_one(&tokens[at - 1]);
            if straight {
                let name = tokens[at - 1].span;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let n_helpers = tokens[..at].iter().rev().take(3).take_while(|word| is_helper(&word.folded)).count();
            let helper = Some(at - n_helpers).filter(|helper| *helper < at);
            if let Some(pronoun) = helper.and_then(|helper| tokens[..helper].last())
                && is_subject_pronoun(&pronoun.folded)
            {
                return Some(Named { name: pronoun.span, cue: pronoun.span.hull(token.span), aside: false });
            }
            // "An internal e-mail seen by this newspaper describes it as"
            let noun = tokens[..at].iter().take(5).position(|word| is_source(&word.folded));
            let noun = noun.filter(|_| is_determiner(&tokens[0].folded) && !tokens[1].capital);
            let whole = || name_from(self.text, tokens, 0).filter(is_name);
            let opens = noun.map(|noun| tokens[0].span.hull(tokens[noun].span)).filter(is_name);
            let opens = opens.map(|opens| whole().filter(|whole| whole.end_byte > opens.end_byte).unwrap_or(opens));
            let plain = |name: &Span| {
                tokens
                    .iter()
                    .filter(|word| word.span.start_byte >= name.end_byte)
                    .take(8)
                    .any(|word| word.span == token.span)
            };
            let text = opens
                .filter(|name| plain(name) && !self.text[name.end()..token.span.start()].contains([',', ';', ':']));
            let text = text.filter(|_| tokens[0].capital && own.is_none_or(|own| !self.is_someone(own, false)));
            if let Some(name) = text {
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            let before = name_before(self.text, tokens, at).filter(is_name);
            let before = before.or_else(|| name_before(self.text, tokens, helper?).filter(is_name));
            let comma = at > 0 && self.text[tokens[at - 1].span.end()..].starts_with(',');
            let before = before.filter(|name| !comma || self.is_someone(*name, true));
            let placed = before.is_some_and(|name| self.is_someone(name, true));
            let prepositional = tokens[0].capital && at > 1 && is_preposition(&tokens[0].folded);
            let object = own.is_some_and(|own| own.start_byte == tokens[1.min(at)].span.start_byte);
            let oblique = prepositional && (object || (own.is_none() && !placed));
            if let Some(name) = inverted.filter(|_| subject || oblique) {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
            let name = match (inverted, before) {
                (Some(after), None) => after,
                (Some(after), Some(before)) => {
                    let own_name = is_own_name(self.text, after) && !is_own_name(self.text, before);
                    let speaks = self.is_someone(after, true) && !self.is_someone(before, true);
                    // "She told the Ledger that", "Mijn voorganger schreef uw Kamer dat"
                    let heads =
                        before.start_byte == tokens[0].span.start_byte || self.text[..before.start()].ends_with(", ");
                    let opens = heads && self.is_someone(before, false);
                    if (own_name && !opens) || speaks { after } else { before }
                }
                (None, Some(before)) => before,
                (None, None) => return None,
            };

            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        None
    }

    /// "the auditors call it": a form without -s behind several.
    fn is_plural_form(&self, tokens: &[Token], at: usize) -> bool {
        let says = is_saying(&format!("{}s", tokens[at].folded)) && at > 0;
        let before = || name_before(self.text, tokens, at).map(|name| words_of(self.text, name));
        let many = |words: &Vec<Token>| words.last().is_some_and(|last| last.folded.ends_with('s'));
        says && before().is_some_and(|words| many(&words) && (words.len() > 1 || words[0].capital))
    }

    /// Whether the name may be a speaker's at a verb of saying: no thing in small letters ("het ijs", "een kamer").
    fn may_speak(&self, name: Span) -> bool {
        let first = words_of(self.text, name).swap_remove(0);
        let thing = matches!(first.folded.as_str(), "a" | "an" | "deze" | "een" | "het" | "this");
        let thing = thing && !self.text[name.end()..].starts_with(':');
        stands(&first.folded).is_some() || !thing || self.is_someone(name, true) || is_own_name(self.text, name)
    }
}

/// "ik zeg", "zeg ik", "you write": the form behind "I" and "you".
pub(super) fn is_bare_form(tokens: &[Token], at: usize) -> bool {
    if at >= tokens.len() {
        return false;
    }
    let word = tokens[at].folded.as_str();
    let near =
        |index: Option<usize>| index.and_then(|index| tokens.get(index)).map_or("", |token| token.folded.as_str());
    let (before, behind) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let english = matches!(before, "i" | "they" | "we" | "you") && is_saying(&format!("{word}s"));
    let dutch = |one: &str| matches!(one, "ik" | "je" | "jij");
    english || ((dutch(before) || dutch(behind)) && is_saying(&format!("{word}t")))
}

/// Small words between a subject and its verb: "has since told", "later wrote".
fn is_helper(folded: &str) -> bool {
    #[rustfmt::skip]
    const HELPERS: &[&str] = &[
        "already", "also", "always", "had", "has", "have", "later", "never", "now", "often", "once", "only", "rightly",
        "since", "still", "then", "yesterday",
    ];
    is_in(HELPERS, folded)
}

/// Words that are a subject by themselves.
pub(super) fn stands_for_one(word: &Token) -> bool {
    is_subject_pronoun(&word.folded)
        || matches!(word.folded.as_str(), "i" | "iemand" | "ik" | "je" | "jij" | "men" | "u" | "we" | "wij" | "you")
}
