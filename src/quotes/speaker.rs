//! Who is said to have said it: the cue near a quotation and the name at the cue.
//!
//! Rules in order: a cue behind the marks (", zegt X", ", X said", ", aldus X", any verb with its subject), a cue before
//! them ("X schrijft:", "noemde X het", "volgens X", "dat X heeft verklaard:", "de suggestie van X"), the subject of a
//! sentence that ends in a colon, the sentence before ("…, vervolgt X."), a name on the line below, and else the quotation
//! before it in the same paragraph, whose speaker goes on. A pronoun stands for the last speaker.

use super::{
    cues::is_claim,
    name_words::is_pronoun,
    names::{is_name, name_from, told_name},
    quotation::Marked,
    scene::{Scene, sentence_start},
    signature::signed_below,
};
use crate::text::{Document, Span, fold, words};

/// What surrounds a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    pub speaker: Option<String>,
    /// The cue with the name, to show as evidence.
    pub cue: Option<Span>,
    /// The words that name where it was said.
    pub named_source: Option<Span>,
}

/// Over so many blocks, headings included, someone keeps the floor whom no new name takes it from.
const MOST_BLOCKS: usize = 3;

/// So many words are a sentence that someone who has the floor may have gone on with, so many in a sentence of the text's own.
const FEW_WORDS: usize = 4;
const LONG_FRAGMENT: usize = 12;

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
        let named = scene.behind().or_else(|| scene.text_before()).or_else(|| scene.before());
        let named = named.or_else(|| scene.verb_at_end()).or_else(|| scene.with_these_words());
        let named = named.or_else(|| scene.signed()).or_else(|| scene.sentence_before());
        let named = named.or_else(|| scene.sentence_behind()).filter(|named| is_name(text, named.name));
        let below = || block_at.and_then(|at| signed_below(document, at, one));
        let mut attribution = Attribution { named_source: scene.named_source(), ..Attribution::default() };
        let aside = named.as_ref().is_some_and(|named| named.aside);
        if let Some(named) = named {
            attribution.cue = Some(named.cue);
            let name = told_name(text, named.name);
            let just_before = || scene.sentence_before().map(|named| told_name(text, named.name));
            let meant = || {
                let near = scene.own_subject().or_else(|| just_before().filter(|name| !is_pronoun(&fold(name))));
                near.or(last_speaker.clone()).or_else(|| scene.subject_before(named.name.start_byte))
            };
            let resolved = if is_pronoun(&fold(&name)) { meant() } else { Some(name) };
            attribution.speaker = resolved;
        } else if let Some((name, cue)) = below() {
            (attribution.speaker, attribution.cue) = (Some(name), Some(cue));
        } else if let Some(before) = index.checked_sub(1).filter(|before| scene.goes_on_from(marked[*before])) {
            let goes_on = if last_aside { &last_speaker } else { &found[before].speaker };
            attribution.speaker = goes_on.clone();
            attribution.named_source = attribution.named_source.or(found[before].named_source);
        }
        let n_words = words(one.inside.of(text)).take(LONG_FRAGMENT).count();
        let goes_on = n_words == LONG_FRAGMENT || (n_words >= FEW_WORDS && scene.is_sentence());
        if attribution.speaker.is_none() && goes_on && block_at.is_some_and(|at| at <= last_block + MOST_BLOCKS) {
            attribution.speaker = last_speaker.clone();
        }
        if attribution.speaker.is_none()
            && let Some(named) = scene.introduced_behind()
        {
            (attribution.speaker, attribution.cue) = (Some(told_name(text, named.name)), Some(named.cue));
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
        check("Advocaat Noor Elias, die helpt, spreekt van „een klap”.", &[Some("Advocaat Noor Elias")]);
        check("„Nooit gevraagd”, klinkt het bij de bond De Brug.", &[Some("de bond De Brug")]);
        check("Uit het rapport van de raad blijkt dat het „mis” was.", &[Some("het rapport van de raad")]);
        check("Zo staat in de brief van Bos: ‘De klacht is waar.’", &[Some("de brief van Bos")]);
        check("De ander, oud-raadslid Rik Dam, zweeg en zei toen: „Ik niet.”", &[Some("oud-raadslid Rik Dam")]);
        check("Anna Kok kwam binnen. Zij hoopte op „een goed gesprek”.", &[Some("Anna Kok")]);
        check("Secretaris Anna Kok is minder blij. „Het is weinig.”", &[Some("Secretaris Anna Kok")]);
        check("According to the mayor, Ann Moss, it is “over”.", &[Some("Ann Moss")]);
        check("As Mr. Moss put it in his letter: “No.”", &[Some("Mr. Moss")]);
        check("Het beleid van de Raad (RvA) meldt „dat het kan”.", &[Some("Het beleid van de Raad (RvA)")]);
    }

    #[test]
    fn names_who_says_it_in_other_clauses() {
        let check = |text: &str, expected: &[Option<&str>]| {
            let got = speakers(text);
            let got: Vec<_> = got.iter().map(Option::as_deref).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("Het college wijst erop dat de regels „helder” zijn.", &[Some("Het college")]);
        check("Voorzitter Lies Blom heeft het over „een zwarte dag”.", &[Some("Voorzitter Lies Blom")]);
        check("Dit is wat Smit „een gemiste kans” noemt.", &[Some("Smit")]);
        check("„Het kan”, is het antwoord van de raad.", &[Some("de raad")]);
        check("„Het kan”, staat in het rapport.", &[Some("het rapport")]);
        check("„Het kan niet” (Smit).", &[Some("Smit")]);
        check("De reactie van het college: „Het kan.”", &[Some("het college")]);
        check("Er viel een brief op de mat. Daarin stond: „Het kan.”", &[Some("een brief")]);
        check("Ambtenaren moeten hun minister adviseren. „Ook als het lastig is.”", &[None]);
        check("Dit noemt men wel „stil”.", &[None]);
        check("Conclusie: „Het kan.”", &[None]);
        check("Minister Bos schreef een brief. Daarin noemt zij het „mis”.", &[Some("Minister Bos")]);
        check("In her letter she called the process “odd”.", &[None]);
        check("In her letter, Ann Moss said the delay “was long”.", &[Some("Ann Moss")]);
        check("The council leader, Mary Poole, said it was “odd”.", &[Some("Mary Poole")]);
        check("It was, in the words of the coroner, “odd”.", &[Some("the coroner")]);
        check("In Poole's words, it was “odd”.", &[Some("Poole")]);
    }
}
