//! Who is said to have said it: the cue near a quotation and the name at the cue.
//!
//! Rules in order: a cue behind the marks (", zegt X", ", X said", ", aldus X", any verb with its subject), a cue before
//! them ("X schrijft:", "noemde X het", "volgens X", "dat X heeft verklaard:", "de suggestie van X"), the subject of a
//! sentence that ends in a colon, the sentence before ("…, vervolgt X."), a name on the line below, and else the quotation
//! before it in the same paragraph, whose speaker goes on. A pronoun stands for the last speaker.

use super::{
    cues::{
        ends_name, is_according, is_answer, is_claim, is_determiner, is_giving, is_having, is_modal, is_preposition,
        is_pronoun, is_receiving, is_said, is_saying, is_source, is_subject_pronoun, points_back,
    },
    function_words::is_function_word,
    names::{LONGEST_NAME, Token, is_own_name, name_before, name_from, tidy, told_name, trim_name, words_of},
    quotation::Marked,
};
use crate::text::{Document, Span, fold, sentences, words};

/// What surrounds a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    pub speaker: Option<String>,
    /// The cue with the name, to show as evidence.
    pub cue: Option<Span>,
    /// The words that name where it was said.
    pub named_source: Option<Span>,
}

/// A name was found, with the words that say so.
struct Named {
    name: Span,
    cue: Span,
    /// Whose words these are in passing, while someone else has the floor: "het door X geschetste beeld".
    aside: bool,
}

const LOOK_BACK: usize = 900;
/// Over so many blocks, headings included, someone keeps the floor whom no new name takes it from.
const MOST_BLOCKS: usize = 3;

/// One attribution for each of `marked`, the quotations of the document in order.
pub(super) fn attributions(document: &Document, marked: &[Marked]) -> Vec<Attribution> {
    let text = document.text.as_str();
    let mut found: Vec<Attribution> = Vec::with_capacity(marked.len());
    let mut last_speaker: Option<String> = None;
    let mut last_aside = false;
    let mut last_block = 0;
    for (index, one) in marked.iter().enumerate() {
        let block_at = document.block_at(one.outside.start_byte);
        let Some(block) = block_at.map(|at| &document.blocks[at]) else {
            found.push(Attribution::default());
            continue;
        };
        let last = document.block_at(one.outside.end_byte.saturating_sub(1)).map_or(block, |at| &document.blocks[at]);
        let scene = Scene::new(text, (block.span, last.span), marked, index);
        let named = scene.behind().or_else(|| scene.before());
        let named = named.or_else(|| scene.sentence_before()).or_else(|| scene.sentence_behind());
        let below = || block_at.and_then(|at| signed_below(document, at, one));
        let mut attribution = Attribution { named_source: scene.named_source(), ..Attribution::default() };
        let aside = named.as_ref().is_some_and(|named| named.aside);
        if let Some(named) = named {
            attribution.cue = Some(named.cue);
            let name = told_name(text, named.name);
            let resolved =
                if is_pronoun(&fold(&name)) { last_speaker.clone().or(scene.subject_before()) } else { Some(name) };
            attribution.speaker = resolved;
        } else if let Some((name, cue)) = below() {
            (attribution.speaker, attribution.cue) = (Some(name), Some(cue));
        } else if let Some(before) = index.checked_sub(1).filter(|before| scene.goes_on_from(marked[*before])) {
            let goes_on = if last_aside { &last_speaker } else { &found[before].speaker };
            attribution.speaker = goes_on.clone();
            attribution.named_source = attribution.named_source.or(found[before].named_source);
        }
        let words = words(one.inside.of(text)).take(4).count();
        if attribution.speaker.is_none() && words == 4 && block_at.is_some_and(|at| at <= last_block + MOST_BLOCKS) {
            attribution.speaker = last_speaker.clone();
        }
        last_aside = aside || (last_aside && attribution.speaker.is_none());
        if attribution.speaker.is_some() && !aside {
            last_speaker = attribution.speaker.clone();
            last_block = block_at.unwrap_or(last_block);
        }
        found.push(attribution);
    }
    found
}

/// The surroundings of one quotation inside its block.
struct Scene<'a> {
    text: &'a str,
    block: Span,
    /// The farthest that is looked back for a name.
    near_start: usize,
    outside: Span,
    inside: Span,
    /// From the end of the quotation before it, or the block's start.
    before: Span,
    /// Up to the next quotation, or the block's end.
    after: Span,
}

impl<'a> Scene<'a> {
    /// `block` is where the quotation begins, `last` where it ends.
    fn new(text: &'a str, (block, last): (Span, Span), marked: &[Marked], index: usize) -> Scene<'a> {
        let one = marked[index];
        let depth = one.depth;
        let start = marked[..index]
            .iter()
            .rev()
            .take_while(|other| other.outside.end_byte >= block.start_byte)
            .find(|other| other.depth == depth && other.outside.end_byte <= one.outside.start_byte)
            .map_or(0, |other| other.outside.end())
            .max(near(text, block, one.outside.start()));
        let end = marked[index + 1..]
            .iter()
            .find(|other| other.depth == depth && other.outside.start_byte >= one.outside.end_byte)
            .map_or(last.end(), |other| other.outside.start().min(last.end()));
        let after_start = one.outside.end().min(last.end());
        Scene {
            text,
            near_start: near(text, block, one.outside.start()),
            block,
            outside: one.outside,
            inside: one.inside,
            before: Span::new(start.min(one.outside.start()), one.outside.start()),
            after: Span::new(after_start, end.max(after_start)),
        }
    }

    fn tokens(&self, span: Span) -> Vec<Token> {
        words_of(self.text, span)
    }

    /// ", zegt X in …", ", aldus X", "X said".
    fn behind(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let inside_ends = self.inside.of(self.text).ends_with([',', '?', '!', '…']);
        let lead = rest.trim_start();
        let comma = lead.starts_with(',') || lead.starts_with('–') || lead.starts_with('—');
        let lower = lead.starts_with(char::is_lowercase);
        let aldus = lead.starts_with("Aldus ");
        if !(comma || lower || inside_ends || aldus) {
            return None;
        }
        let sentence = sentence_end(self.text, self.after);
        let tokens = self.tokens(sentence);
        let first = tokens.iter().position(|token| !matches!(token.folded.as_str(), "zo" | "so"))?;
        if first > 1 {
            return None;
        }
        let token = &tokens[first];
        if is_saying(&token.folded) || is_according(&token.folded) {
            let skip = first + 1 + usize::from(token.folded == "according");
            let name = name_from(self.text, &tokens, skip)?;
            return Some(Named { name, cue: token.span.hull(name), aside: false });
        }
        // Whatever verb stands behind the words said, with its subject: ", herinnert X zich", ", legt zij uit".
        let verb = comma && !token.capital && token.folded.len() >= 4 && is_dutch_verb(&token.folded);
        if verb && let Some(name) = name_from(self.text, &tokens, first + 1) {
            let subject = tokens.iter().find(|one| one.span.start_byte == name.start_byte);
            let is_subject = subject.is_some_and(|one| is_subject_pronoun(&one.folded) || is_determiner(&one.folded));
            if is_subject || is_own_name(self.text, name) {
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
        }
        // "X said", "the minister replied".
        let cue = tokens.iter().take(LONGEST_NAME).skip(first + 1).find(|token| is_saying(&token.folded))?;
        let name = token.span.hull(tokens[..].iter().take_while(|t| t.span != cue.span).last()?.span);
        let plain = !name.of(self.text).contains([',', ';', '(', ':']);
        let nameish = token.capital || is_pronoun(&token.folded) || is_determiner(&token.folded);
        (plain && nameish && (comma || inside_ends)).then_some(Named { name, cue: name.hull(cue.span), aside: false })
    }

    /// A cue in the same sentence before the marks.
    fn before(&self) -> Option<Named> {
        let sentence = sentence_start(self.text, self.before);
        self.cue_in(sentence).or_else(|| self.subject_at_colon(sentence))
    }

    /// "X is het daar niet mee eens: „…”": who opens a sentence that ends in a colon.
    fn subject_at_colon(&self, sentence: Span) -> Option<Named> {
        if !sentence.of(self.text).trim_end().ends_with(':') {
            return None;
        }
        let tokens = self.tokens(sentence);
        let opens = |first: &&Token| first.capital && (!ends_name(&first.folded) || is_determiner(&first.folded));
        let first = tokens.first().filter(opens)?;
        // "Zijn buurvrouw, Anna Smit, …": the name says more than the noun.
        let name = if is_pronoun(&first.folded) && !is_subject_pronoun(&first.folded) {
            first.span.hull(name_from(self.text, &tokens, 1)?)
        } else {
            name_from(self.text, &tokens, 0)?
        };
        let next = tokens.iter().position(|token| token.span.start_byte >= name.end_byte)?;
        let apposed = self.text[name.end()..].starts_with(',') && tokens[next].capital;
        let name = if apposed { name_from(self.text, &tokens, next)? } else { name };
        let own = if apposed { name } else { Span::new(first.span.end(), name.end()) };
        let named = is_own_name(self.text, own) || is_subject_pronoun(&first.folded);
        named.then_some(Named { name, cue: name, aside: false })
    }

    /// "…, vervolgt X." just before a quotation that is a sentence of its own.
    fn sentence_before(&self) -> Option<Named> {
        let own = sentence_start(self.text, self.before);
        let bare = words(own.of(self.text)).next().is_none();
        let last = sentences(self.before.of(self.text)).pop()?.shift(self.before.start());
        if !bare || self.outside.start() - last.end() > 3 {
            return None;
        }
        self.cue_in(last)
    }

    /// "Dat zei X.", "Dat antwoord kreeg X van Y." just behind a quotation that ends its sentence.
    fn sentence_behind(&self) -> Option<Named> {
        let rest = self.after.of(self.text);
        let ended = self.inside.of(self.text).ends_with(['.', '!', '?']) || rest.starts_with('.');
        let start = rest.len() - rest.trim_start_matches(['.', ' ']).len();
        let sentence = sentence_end(self.text, Span::new(self.after.start() + start, self.after.end()));
        let tokens = self.tokens(sentence);
        let (points, verb) = (tokens.first()?, tokens.get(1)?);
        if !ended || !points_back(&points.folded) {
            return None;
        }
        if is_saying(&verb.folded) {
            let name = name_from(self.text, &tokens, 2)?;
            return Some(Named { name, cue: points.span.hull(name), aside: false });
        }
        let receives = tokens.get(2).is_some_and(|token| is_receiving(&token.folded));
        if !is_answer(&verb.folded) || !receives {
            return None;
        }
        let giver = tokens.iter().position(|token| matches!(token.folded.as_str(), "van" | "from"));
        let name = giver.and_then(|at| name_from(self.text, &tokens, at + 1)).or_else(|| self.subject())?;
        Some(Named { name, cue: points.span.hull(tokens[2].span), aside: false })
    }

    /// Who does what the quotation's own sentence tells: the noun at its first modal verb.
    fn subject(&self) -> Option<Span> {
        let sentence = sentence_start(self.text, self.before);
        let tokens = self.tokens(sentence);
        let at = tokens.iter().position(|token| is_modal(&token.folded))?;
        name_from(self.text, &tokens, at + 1).or_else(|| name_before(self.text, &tokens, at))
    }

    fn cue_in(&self, sentence: Span) -> Option<Named> {
        let tokens = self.tokens(sentence);
        for (at, token) in tokens.iter().enumerate().rev() {
            if is_giving(&token.folded) && at + 1 == tokens.len() && self.outside.start() - token.span.end() <= 3 {
                let name = name_before(self.text, &tokens, at)?;
                return Some(Named { name, cue: name.hull(token.span), aside: false });
            }
            if is_according(&token.folded) {
                let skip = at + 1 + usize::from(token.folded == "according");
                if let Some(name) = name_from(self.text, &tokens, skip) {
                    return Some(Named { name, cue: token.span.hull(name), aside: false });
                }
            }
            if is_claim(&token.folded)
                && tokens.get(at + 1).is_some_and(|of| matches!(of.folded.as_str(), "van" | "of"))
            {
                // "de suggestie van X dat er"
                if let Some(name) = name_from(self.text, &tokens, at + 2).filter(|name| is_own_name(self.text, *name)) {
                    return Some(Named { name, cue: token.span.hull(name), aside: true });
                }
            }
            if is_said(&token.folded) && at + 1 == tokens.len() {
                // "… dat X tegen haar heeft verklaard:", "gisteren heeft X verklaard:"
                let having = tokens[..at].iter().rposition(|token| is_having(&token.folded));
                let joint = tokens[..at].iter().rposition(|token| matches!(token.folded.as_str(), "dat" | "die"));
                let name = match (having, joint) {
                    (Some(having), Some(joint)) if joint < having => name_from(self.text, &tokens, joint + 1),
                    (Some(having), _) => {
                        name_before(self.text, &tokens, having).or_else(|| name_from(self.text, &tokens, having + 1))
                    }
                    (None, _) => None,
                };
                if let Some(name) = name {
                    return Some(Named { name, cue: name.hull(token.span), aside: false });
                }
            }
            if token.folded == "door" && tokens.len() > at + 2 {
                // "het door X geschetste beeld"
                let name = name_from(self.text, &tokens, at + 1)?;
                let next = tokens.iter().find(|token| token.span.start_byte >= name.end_byte);
                if next.is_some_and(|next| next.folded.ends_with("de") || next.folded.ends_with("te")) {
                    return Some(Named { name: trim_name(self.text, name), cue: token.span.hull(name), aside: true });
                }
            }
            let compound = self.text[..token.span.start()].ends_with('-');
            if is_saying(&token.folded) && !compound {
                let inverted = name_from(self.text, &tokens, at + 1);
                let subject = tokens.get(at + 1).is_some_and(|next| is_subject_pronoun(&next.folded));
                let oblique = tokens[0].capital && at > 1 && is_preposition(&tokens[0].folded);
                if let Some(name) = inverted.filter(|_| subject || oblique) {
                    return Some(Named { name, cue: token.span.hull(name), aside: false });
                }
                let name = match (inverted, name_before(self.text, &tokens, at)) {
                    (Some(after), None) => after,
                    (Some(after), Some(before)) => {
                        let own_name = is_own_name(self.text, after);
                        if own_name && !is_own_name(self.text, before) { after } else { before }
                    }
                    (None, Some(before)) => before,
                    (None, None) => continue,
                };
                return Some(Named { name, cue: token.span.hull(name), aside: false });
            }
        }
        None
    }

    /// The name or noun that opens the sentence before: what a pronoun may stand for.
    fn subject_before(&self) -> Option<String> {
        let before = Span::new(self.near_start, self.outside.start());
        let all = sentences(before.of(self.text));
        let open = usize::from(!before.of(self.text).trim_end().ends_with(['.', '!', '?']));
        all.iter().rev().skip(open).find_map(|sentence| {
            let tokens = self.tokens(sentence.shift(before.start()));
            let opens =
                |token: &Token| is_determiner(&token.folded) || (token.capital && !is_function_word(&token.folded));
            let according = tokens.first().is_some_and(|first| is_according(&first.folded));
            let at = if according { 1 } else { tokens.iter().position(opens)? };
            let name = name_from(self.text, &tokens, at)?;
            (!is_pronoun(&fold(name.of(self.text)))).then(|| tidy(name.of(self.text)))
        })
    }

    /// Whether the quotation before it stands in the same paragraph, so that its speaker may go on.
    fn goes_on_from(&self, before: Marked) -> bool {
        before.outside.start_byte >= self.block.start_byte && before.outside.end_byte <= self.outside.start_byte
    }

    /// "in een brief aan … in april 2021", in the same sentence or the one before.
    fn named_source(&self) -> Option<Span> {
        let around = Span::new(self.near_start, self.outside.start());
        let behind = sentence_end(self.text, self.after);
        let before = sentences(around.of(self.text));
        let near = before.iter().rev().take(2).map(|sentence| sentence.shift(around.start()));
        std::iter::once(behind).chain(near).find_map(|sentence| {
            let tokens = self.tokens(sentence);
            let at = tokens.iter().position(|token| is_source(&token.folded))?;
            let first = (at.saturating_sub(3)..at).find(|at| is_determiner(&tokens[*at].folded))?;
            let before = &self.text[tokens[first].span.start()..tokens[at].span.start()];
            if before.contains(['„', '”', '“', '’', '‘', '"', ',', '.']) {
                return None;
            }
            let clause = tokens[at..]
                .windows(2)
                .find(|two| {
                    let between = &self.text[two[0].span.end()..two[1].span.start()];
                    between.contains([',', ';', ':', '„', '“', '‘', '"', '('])
                        || matches!(two[1].folded.as_str(), "dat" | "that")
                        || (is_saying(&two[1].folded) && !two[1].capital)
                })
                .map_or_else(|| tokens.last().map(|token| token.span), |two| Some(two[0].span))?;
            Some(tokens[first].span.hull(clause))
        })
    }
}

/// Who is said to have said words outside marks: "volgens X …", "de suggestie van X dat …".
pub(super) fn reported(document: &Document, span: Span) -> Option<String> {
    let text = document.text.as_str();
    let block = &document.blocks[document.block_at(span.start_byte)?];
    let whole = Marked { inside: span, outside: span, closed: true, depth: 0 };
    let scene = Scene::new(text, (block.span, block.span), &[whole], 0);
    let sentence = sentence_start(text, scene.before);
    let tokens = scene.tokens(sentence);
    let joins = |word: &str| matches!(word, "dat" | "that");
    let first = words(span.of(text)).next().map(|word| fold(word.of(span.of(text))));
    let announced = tokens.last().is_some_and(|last| joins(&last.folded)) || first.is_some_and(|first| joins(&first));
    let claim =
        tokens.windows(2).rposition(|two| is_claim(&two[0].folded) && matches!(two[1].folded.as_str(), "van" | "of"));
    let of_claim = claim.and_then(|at| name_from(text, &tokens, at + 2)).filter(|_| announced);
    let name = of_claim
        .or_else(|| scene.cue_in(sentence).filter(|named| announced && !named.aside).map(|named| named.name))?;
    let told = told_name(text, name);
    (!is_pronoun(&fold(&told))).then_some(told)
}

/// A form that a Dutch verb has behind what was said: "herinnert", "legde", "geven".
fn is_dutch_verb(folded: &str) -> bool {
    !is_function_word(folded) && ["t", "de", "te", "en", "f", "g", "k", "p"].iter().any(|end| folded.ends_with(end))
}

/// [`LOOK_BACK`] bytes before `at`, on a character border, inside the block.
fn near(text: &str, block: Span, at: usize) -> usize {
    let mut start = at.saturating_sub(LOOK_BACK).max(block.start());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// From the start of `after` to the end of its first sentence.
fn sentence_end(text: &str, after: Span) -> Span {
    let length = sentences(after.of(text)).first().map_or(0, |sentence| sentence.end());
    Span::new(after.start(), after.start() + length)
}

/// From the start of the last, unfinished sentence of `before` to its end.
fn sentence_start(text: &str, before: Span) -> Span {
    let piece = before.of(text);
    let start = match sentences(piece).last() {
        Some(last) => {
            let finished = last.of(piece).ends_with(['.', '!', '?']);
            if finished { last.end() } else { last.start() }
        }
        None => piece.len(),
    };
    Span::new(before.start() + start, before.end())
}

/// A short line below a quotation that fills its paragraph: "Herman Tjeenk Willink", "X, minister van Y".
fn signed_below(document: &Document, block: usize, marked: &Marked) -> Option<(String, Span)> {
    let text = document.text.as_str();
    let own = &document.blocks[block];
    let tail = text.get(marked.outside.end().min(own.span.end())..own.span.end())?;
    let line_below = tail.trim_start_matches(['*', '_', ' ', '.']);
    if line_below.starts_with('\n') {
        let at = own.span.end() - line_below.trim_start().len();
        return signature(text, Span::new(at, own.span.end()));
    }
    let whole = words(tail).next().is_none() && marked.outside.len() + 8 >= own.span.len();
    let below = document.blocks.get(block + 1).filter(|_| whole)?;
    signature(text, below.span)
}

fn signature(text: &str, line: Span) -> Option<(String, Span)> {
    let written = line.of(text).trim();
    let tokens = words_of(text, line);
    let plain = !written.ends_with(['.', '?', '!', ':']) && !written.contains('\n') && (2..=10).contains(&tokens.len());
    let name = written.trim_start_matches(['–', '-', '—', ' ']).split([',', '(']).next()?.trim();
    let is_name = words(name).count() >= 2
        && name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() >= 2
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
    (plain && is_name).then(|| (tidy(name), line))
}

/// The name of who a pull quote gives, from the line below its block.
pub(super) fn signed_pull_quote(document: &Document, block: usize) -> Option<String> {
    let below = document.blocks.get(block + 1)?;
    signature(&document.text, below.span).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        quotes::quotation::quotations,
        text::{Block, BlockKind, Layer},
    };

    fn speakers(text: &str) -> Vec<Option<String>> {
        let span = Span::new(0, text.len());
        let blocks = vec![Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] }];
        let document = Document { text: text.into(), blocks, ..Document::default() };
        let marked = quotations(&document);
        attributions(&document, &marked).into_iter().map(|one| one.speaker).collect()
    }

    #[test]
    fn names_who_is_reported_without_marks() {
        let check = |text: &str, words: &str, expected: Option<&str>| {
            let span = Span::new(0, text.len());
            let blocks = vec![Block { kind: BlockKind::Paragraph, layer: Layer::Body, span, source: vec![span] }];
            let document = Document { text: text.into(), blocks, ..Document::default() };
            let start = text.find(words).unwrap();
            assert_eq!(reported(&document, Span::new(start, start + words.len())).as_deref(), expected, "{text}");
        };
        check(
            "Op de suggestie van De Bruin dat zulke avonden niet passen kwam niets.",
            "dat zulke avonden",
            Some("De Bruin"),
        );
        check("Minister Bos zei dat de brug dicht gaat.", "de brug dicht gaat", Some("Minister Bos"));
        check("Belangrijk is dat de brug dicht gaat.", "de brug dicht gaat", None);
        check("De brug gaat dicht.", "brug gaat dicht", None);
    }

    #[test]
    fn names_who_is_said_to_have_said_it() {
        let check = |text: &str, expected: &[Option<&str>]| {
            let got = speakers(text);
            let got: Vec<_> = got.iter().map(Option::as_deref).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("„Het kan”, zegt wethouder Piet Jansen in de krant.", &[Some("wethouder Piet Jansen")]);
        check("‘Het kan’, aldus de minister van Financiën.", &[Some("de minister van Financiën")]);
        check("Toen noemde Bakker het „onaanvaardbaar” dat het bleef.", &[Some("Bakker")]);
        check("Volgens De Wit is het „een ramp”.", &[Some("De Wit")]);
        check("„Ja”, schrijven de auteurs, allen boos. „En nee.”", &[Some("de auteurs"), Some("de auteurs")]);
        check("Het gaat door, vervolgt Van Dijk. ‘Dat is goed.’", &[Some("Van Dijk")]);
        check("“It is so,” said Mary Smith. “It is,” he replied.", &[Some("Mary Smith"), Some("Mary Smith")]);
        check("“We shall see,” the Minister replied.", &[Some("the Minister")]);
        check("De Vries schrijft: ‘Het is tijd.’", &[Some("De Vries")]);
        check("Het door Visser geschetste beeld ‘dat het mis is’ klopt niet.", &[Some("Visser")]);
        check("Het heet ‘vooruit’.", &[None]);
        check("Daarna noemde zij het „een ramp”.", &[None]);
        check("Wethouder Smit kwam laat. Toen noemde zij het „een ramp”.", &[Some("Wethouder Smit")]);
        check("Volgens secretaris Bos was het mis. „Ik zag niets”, zegt hij.", &[Some("secretaris Bos")]);
        check("Raadslid Anna Kok zag dat anders: „Nee.”", &[Some("Raadslid Anna Kok")]);
        check("His clerk, Ann Moss, had other news: “No.”", &[Some("Ann Moss")]);
        check("Bij de Gazet zei de wethouder van Mool „niets”.", &[Some("de wethouder van Mool")]);
        check("Zij zegt dat de buurman heeft verklaard: „Ik was weg.”", &[Some("de buurman")]);
        check("Baas Ter Laak, die uit Mool kwam, riep: „Uit.”", &[Some("Baas Ter Laak")]);
        check("De bond wijst het verwijt van Kok af dat het „te duur” is.", &[Some("Kok")]);
        check("„Het goot”, herinnert boer Jan Smit zich. „Echt.”", &[Some("boer Jan Smit"), Some("boer Jan Smit")]);
        check("„Het is mis.” Aldus voorzitter Bos, die opstapt.", &[Some("voorzitter Bos")]);
        check("Een woordvoerder van bond De Brug noemt het „vroeg”.", &[Some("Een woordvoerder van bond De Brug")]);
        check("„Neen”, zegt de Italiaanse priester Carlo Bo.", &[Some("de Italiaanse priester Carlo Bo")]);
        check("„Weg”, riepen andere fracties boos.", &[Some("andere fracties boos")]);
        check("The so-called ‘quick fix’ took years.", &[None]);
        check("Bell told the paper that his aunt had once described it as “odd”.", &[Some("his aunt")]);
        check("According to a memo from the dean, it was “late”.", &[Some("a memo from the dean")]);
        check("„De brug gaat dicht.” Dat zei wethouder Smit gisteren.", &[Some("wethouder Smit")]);
        check("Ook nu mogen scholen „zelf kiezen”. Dat antwoord kreeg Kamerlid De Wit.", &[Some("scholen")]);
        check("Het mag „altijd”. Dat antwoord kreeg hij van minister Bos.", &[Some("minister Bos")]);
        check("Het beleid van de Raad (RvA) meldt „dat het kan”.", &[Some("Het beleid van de Raad (RvA)")]);
    }
}
