//! Who is said to have said it: the cue near a quotation and the name at the cue.
//!
//! Rules in order ([`named`]): a cue behind the marks (", zegt X", ", X said", ", aldus X", any verb with its subject), a cue
//! before them ("X schrijft:", "noemde X het", "volgens X", "dat X heeft verklaard:", "de suggestie van X"), the subject of a
//! sentence that ends in a colon, the sentences around ("…, vervolgt X.", "De deskundige knikt."), a name on the line below,
//! and else the quotation before it in the same paragraph, whose speaker goes on. A pronoun is told as whom it means.

use super::{
    bearer::bearer,
    function_words::is_function_word,
    interview::Interview,
    names::{is_name, told_name},
    pulled::{is_pulled, repeated},
    questions::repeats_question,
    quotation::Marked,
    scene::{Named, Scene, around},
    signature::signed_below,
    turns::take_turns,
    voice::{addressee, asker, voice},
    whom::{Last, told},
};
use crate::text::{BlockKind, Document, Span, fold, words};

/// What surrounds a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    pub speaker: Option<String>,
    /// The cue with the name, to show as evidence.
    pub cue: Option<Span>,
    /// The words that name where it was said.
    pub named_source: Option<Span>,
}

/// Words of a quotation that may be a new subject's.
const LEAST_TAKEN: usize = 3;
/// Over so many blocks, headings included, someone keeps the floor whom no new name takes it from.
const MOST_BLOCKS: usize = 3;

/// So many words are a sentence that someone who has the floor may have gone on with, so many in a sentence of the text's own.
const FEW_WORDS: usize = 4;
const LONG_FRAGMENT: usize = 12;

/// One attribution for each of `marked`, the quotations of the document in order.
pub(super) fn attributions(document: &Document, marked: &[Marked]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::with_capacity(marked.len());
    let mut last = Last::default();
    let interview = Interview::read(document, marked);
    for index in 0..marked.len() {
        let attribution = attribution(document, marked, index, &found, (&mut last, &interview));
        found.push(attribution);
    }
    asked(&document.text, marked, &mut found);
    take_turns(&document.text, marked, &mut found);
    repeated(document, marked, &mut found);
    let mut known: Vec<(String, Option<String>)> = Vec::new();
    for speaker in found.iter_mut().filter_map(|one| one.speaker.as_mut()) {
        let at = known.iter().position(|(told, _)| told == speaker).unwrap_or_else(|| {
            known.push((speaker.clone(), bearer(&document.text, speaker)));
            known.len() - 1
        });
        if let Some(person) = &known[at].1 {
            person.clone_into(speaker);
        }
    }
    found
}

/// "Hoe oud was u? „Zes.” En u liep alleen? „Met de hond”, zegt X.": the answers between two questions are of one person.
fn asked(text: &str, marked: &[Marked], found: &mut [Attribution]) {
    for index in (1..marked.len()).rev() {
        let (one, next) = (&marked[index - 1], &marked[index]);
        let level = one.depth == 0 && next.depth == 0 && found[index - 1].speaker.is_none();
        let between = text.get(one.outside.end()..next.outside.start()).unwrap_or("");
        let asks = level && between.trim_end().ends_with('?') && !between.contains(['\n', '.', ':']);
        let before = &text[..one.outside.start()];
        if asks && before.trim_end().ends_with('?') && found[index].cue.is_some() {
            found[index - 1].speaker = found[index].speaker.clone();
        }
    }
}

fn attribution(
    document: &Document,
    marked: &[Marked],
    index: usize,
    found: &[Attribution],
    (last, interview): (&mut Last, &Interview),
) -> Attribution {
    let text = document.text.as_str();
    let one = &marked[index];
    let Some(block_at) = document.block_at(one.outside.start_byte) else { return Attribution::default() };
    let block = &document.blocks[block_at];
    let end = document.block_at(one.outside.end_byte.saturating_sub(1)).map_or(block, |at| &document.blocks[at]);
    let announced = announced_above(document, block_at, one);
    let scene = Scene::new(text, (announced.unwrap_or(block.span), end.span), marked, index);
    let around = around(marked, index).map(|at| found[at].speaker.clone());
    let below = || signed_below(document, block_at, one);
    let mut attribution = Attribution { named_source: scene.named_source(), ..Attribution::default() };
    if scene.is_mentioned() || scene.is_title() {
        return attribution;
    }
    let named = named(&scene);
    if named.is_none() && announced.is_none() && is_pulled(document, block_at, one) {
        (attribution.speaker, attribution.cue) = below().map_or((None, None), |(name, cue)| (Some(name), Some(cue)));
        return attribution;
    }
    let answers = || {
        let own = interview.answerer_in(block_at).or_else(|| interview.labelled(text, marked, index, found));
        own.filter(|_| around.is_none())
    };
    let n_words = words(one.inside.of(text)).take(LONG_FRAGMENT).count();
    let aside = named.as_ref().is_some_and(|named| named.aside);
    if let Some(named) = named {
        attribution.cue = Some(named.cue);
        attribution.speaker = told(document, &scene, &named, last, around.as_ref());
    } else if let Some(answerer) = answers() {
        attribution.speaker = Some(answerer);
    } else if let Some((name, cue)) = below() {
        (attribution.speaker, attribution.cue) = (Some(name), Some(cue));
    } else if let Some(before) = index.checked_sub(1).filter(|before| {
        scene.goes_on_from(marked[*before]) && !scene.is_announced() && !scene.is_named() && !scene.is_in_brackets()
    }) {
        let between = &text[marked[before].outside.end()..one.outside.start()];
        let taker = scene.taken_by(marked[before].outside.end()).filter(|_| around.is_none());
        let goes_on =
            if last.aside && between.contains(['.', '!', '?']) { &last.speaker } else { &found[before].speaker };
        attribution.speaker = match taker.map(|name| told_name(text, name)) {
            Some(taker) if !goes_on.as_ref().is_some_and(|who| is_same(who, &taker)) => {
                Some(taker).filter(|_| n_words >= LEAST_TAKEN)
            }
            _ => goes_on.clone(),
        };
        attribution.named_source = attribution.named_source.or(found[before].named_source);
    }
    let goes_on = around.is_none()
        && !scene.is_posted()
        && !interview.asks_in(block_at)
        && !scene.is_in_brackets()
        && (n_words == LONG_FRAGMENT || (n_words >= FEW_WORDS && scene.is_sentence()));
    let near = block_at <= last.block + MOST_BLOCKS;
    if attribution.speaker.is_none() && attribution.cue.is_none() && goes_on && near {
        attribution.speaker = last.speaker.clone();
    }
    if attribution.speaker.is_none()
        && let Some(named) = scene.opened().or_else(|| scene.introduced_behind())
    {
        (attribution.speaker, attribution.cue) =
            (told(document, &scene, &named, last, around.as_ref()), Some(named.cue));
    }
    last.aside = aside || (last.aside && attribution.speaker.is_none());
    if attribution.speaker.is_some() && !aside && around.is_none() {
        last.speaker = attribution.speaker.clone();
        last.place = attribution.cue.map_or(one.outside, |cue| cue.hull(one.outside));
        last.block = block_at;
    }
    attribution
}

/// The paragraph above with this one, where it ends in a colon and the quotation opens this one: "X schreef:".
fn announced_above(document: &Document, block_at: usize, one: &Marked) -> Option<Span> {
    let block = document.blocks[block_at].span;
    let above = document.blocks[block_at.checked_sub(1)?].span;
    let opens = !document.text[block.start()..one.outside.start()].contains(char::is_alphanumeric);
    let colon = document.text[..above.end()].trim_end_matches(['*', '_', ' ']).ends_with(':');
    (opens && colon && above.end() <= block.start()).then(|| above.hull(block))
}

/// Whether one of two names is a part of the other: "Bartel Koks", "Koks".
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let capitals = |name: &str| {
        let words = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
        words.filter(|word| !is_function_word(&fold(word))).map(fold).collect::<Vec<_>>()
    };
    let (own, other) = (capitals(a), capitals(b));
    fold(a) == fold(b) || own.iter().any(|word| other.contains(word))
}

/// The first way to name a speaker that gives a name.
fn named<'a>(scene: &Scene<'a>) -> Option<Named> {
    let ways: [fn(&Scene<'a>) -> Option<Named>; 22] = [
        Scene::behind,
        Scene::bracketed,
        Scene::claimed,
        Scene::words_of_clause,
        Scene::carried,
        Scene::text_before,
        Scene::told_at_end,
        Scene::in_turn,
        Scene::verb_at_end,
        Scene::before,
        Scene::said_at_end,
        Scene::used_by,
        Scene::with_these_words,
        Scene::signed,
        Scene::sentence_behind,
        Scene::sentence_before,
        Scene::comes_from,
        Scene::headed,
        Scene::appended,
        Scene::text_in_place,
        Scene::addressed,
        Scene::holds_for,
    ];
    ways.iter().find_map(|way| way(scene).filter(|named| is_name(scene.text, named.name)))
}

/// Who is said to have said words outside marks: "volgens X …", "de suggestie van X dat …", "…, vinden zij".
pub(super) fn reported(document: &Document, span: Span) -> Option<String> {
    let text = document.text.as_str();
    let block = &document.blocks[document.block_at(span.start_byte)?];
    let whole = [Marked { inside: span, outside: span, closed: true, depth: 0 }];
    let scene = Scene::new(text, (block.span, block.span), &whole, 0);
    if matches!(block.kind, BlockKind::Question { .. }) {
        return voice(document, span);
    }
    if repeats_question(document, block, span) {
        return asker(document).or_else(|| addressee(document, span.start()));
    }
    let last = Last::default();
    let named = scene.reported().filter(|named| is_name(text, named.name))?;
    let told = told(document, &scene, &named, &last, None)?;
    Some(bearer(text, &told).unwrap_or(told))
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
        check("„Weg”, riepen andere fracties boos.", &[Some("andere fracties")]);
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

    #[test]
    fn names_who_is_meant() {
        let check = |text: &str, expected: &[Option<&str>]| {
            let got = speakers(text);
            let got: Vec<_> = got.iter().map(Option::as_deref).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("„Nooit”, zegt ze. Annie de Boer zat vast in haar eigen lift.", &[Some("Annie de Boer")]);
        check("The minister refused to go. “We did what we could,” she said.", &[Some("The minister")]);
        check("Anna Kok leest wat de aannemer zei. Die had gemeld: „Nee.”", &[Some("de aannemer")]);
        check("Wethouder Anna Kok zweeg. Haar antwoord: „Nee.”", &[Some("Wethouder Anna Kok")]);
        check("Het ministerie liet niets horen. „Ja”, zei ze.", &[None]);
        check("De deskundige knikt. „Het is een enquête met een strik.”", &[Some("De deskundige")]);
        check("„Ga mee”, riep iemand. „Nee”, zei ook zijn zoon.", &[None, Some("zijn zoon")]);
        check("Geachte heer Smit, u schreef dat de heg „reikt”.", &[Some("heer Smit")]);
        check("„Ja.” Met dat ene woord nam trainer Wim Hol afscheid.", &[Some("trainer Wim Hol")]);
        check("Zo typeert, nu het kan, niemand „het ijs”.", &[None]);
        check("„Weg”, sobbed Ann Moss, 61.", &[None]);
        check("“Gone,” sobbed Ann Moss, 61.", &[Some("Ann Moss")]);
        check("Het begrip „redelijke termijn” is in de wet niet omschreven.", &[None]);
        check("In artikel 5 van de wet staat: „Het mag.”", &[Some("artikel 5 van de wet")]);
        check("Er ligt een brief van de bond. „Het mag”, staat er.", &[Some("een brief van de bond")]);
    }
}
