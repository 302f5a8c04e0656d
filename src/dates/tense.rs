//! On which side of now a sentence speaks: by its verbs, without a parser.

use super::{
    expr::Side,
    lexicon::{Key, any},
    verbs::{Form, LEADS_INFINITIVE, SENT, UNCHANGED, ends_weakly, participle_form},
};
use crate::text::{Span, lowered, sentences, words};

pub use super::verbs::{is_participle, is_weak_past};

pub const PERFECT: &[&str] = &["is", "zijn", "heeft", "hebben", "heb", "hebt", "has", "have", "bent", "ben", "ve"];

/// Whether a word is one of a list.
fn is(word: Form<'_>, words: &[Key]) -> bool {
    word.is(words)
}

/// The side of now on which the sentence around `span` speaks; `None` where no verb says so.
pub fn side(text: &str, span: Span) -> Option<Side> {
    side_by(text, span, true).map(|(side, _)| side)
}

/// How surely a verb tells the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// A present, a past further off, a participle alone: what is told as if it were now, what is only labelled.
    Weak,
    /// "verstuurd op 15 nov.": a participle alone, of what is dated when it is done.
    Done,
    /// A simple past beside it: of a day it is past, of a bound it may be what was planned ("gaven tot 9 januari de tijd").
    Told,
    /// "is … gevallen", "zal … komen".
    Sure,
}

/// As [`side`], and how surely.
pub fn side_and_force(text: &str, span: Span) -> Option<(Side, Force)> {
    side_by(text, span, true)
}

/// As [`side`], by verbs that are known: an ending alone ("hergebruikte", "vereisten") is no ground for when a text was written.
pub fn sure_side(text: &str, span: Span) -> Option<Side> {
    side_by(text, span, false).map(|(side, _)| side)
}

/// How much further away a verb is than its words tell, for what stands between it and the date: another clause begins there
/// ("stond gepland voor eind februari, maar wordt nu …", "went up in August and are likely to rise"). Two commas close what they
/// opened.
fn steps_of_clauses(between: &str, behind: bool) -> usize {
    const JOINTS: [&str; 7] = [", maar ", ", but ", ", dus ", ", want ", ", terwijl ", ", while ", ", waarna "];
    if behind && matches!(between.trim(), "en" | "and") {
        return 2;
    }
    if !between.contains([',', ';']) {
        return 0;
    }
    if between.contains(';') || JOINTS.iter().any(|joint| between.contains(joint)) {
        4
    } else if between.matches(',').count() % 2 == 1 {
        2
    } else {
        0
    }
}

fn side_by(text: &str, span: Span, endings: bool) -> Option<(Side, Force)> {
    let sentence = sentence_around(text, span);
    let mut lower = lowered(sentence.of(text));
    // A lower case of another length would shift the places.
    if lower.len() != sentence.len() {
        lower = sentence.of(text).to_ascii_lowercase();
    }
    let all: Vec<Span> = words(&lower).collect();
    let from = span.start().saturating_sub(sentence.start());
    let to = span.end().saturating_sub(sentence.start());
    let first = all.partition_point(|word| word.end() <= from);
    let last = all.partition_point(|word| word.start() < to);
    let forms: Vec<Form> = all.iter().map(|word| Form::of(word.of(&lower))).collect();
    let text_of = |at: usize| forms[at];
    let mut best: Option<(usize, Side, usize)> = None;
    let mut being = None;
    for at in (0..all.len()).filter(|at| !(first..last).contains(at)) {
        let leads = |at: usize| is(text_of(at), any!("op in om tot vanaf sinds rond per on"));
        let beside = at + 1 == first || at == last || (at + 2 == first && leads(at + 1));
        // "zijn" is a possessive as often: it speaks where nothing else does.
        if text_of(at) == "zijn" {
            being = being.or(verb(at, false, false, all.len(), &text_of));
            continue;
        }
        let Some(side) = verb(at, beside && endings, at == last && first <= 2, all.len(), &text_of) else { continue };
        let near = if at < first { first - at } else { at + 1 - last };
        let between = if at < first { all[at].end()..from } else { to..all[at].start() };
        let distance = near + lower.get(between).map_or(0, |between| steps_of_clauses(between, at >= last));
        if best.is_none_or(|(known, ..)| distance < known) {
            best = Some((distance, side, at));
        }
    }
    // "uw brief, ingekomen op 2 oktober": a participle that no finite verb leads.
    let leads = |at: usize| is(text_of(at), any!("op in om on"));
    if let Some(at) = [first.checked_sub(1), first.checked_sub(2).filter(|_| first > 0 && leads(first - 1))]
        .into_iter()
        .flatten()
        .find(|&at| participle_form(text_of(at)) && !is_state(text_of(at)))
    {
        let led = (at.saturating_sub(8)..at).any(|at| is_auxiliary(text_of(at)));
        let clause = all[at].start();
        let comma = lower[..clause].trim_end().ends_with([',', '(']);
        // "ontvangen 12 mrt.", "brief verstuurd op 15 nov."
        let sent = is(text_of(at), SENT) && !(0..all.len()).any(|at| is_auxiliary(text_of(at)));
        if (comma || at == 0) && !led || sent && best.is_none() {
            return Some((Side::Past, if sent { Force::Done } else { Force::Weak }));
        }
    }
    // "De rechtbank doet op 22 oktober uitspraak": where nothing else speaks, a verb of the present beside it does.
    let present = || {
        let at = first.checked_sub(2).filter(|&at| at > 0 && leads(at + 1))?;
        let (word, before) = (text_of(at), text_of(at - 1));
        let noun =
            is(before, any!("de het een uw ons onze dit dat mijn zijn haar hun van per")) || before.ends_with('e');
        let verb = word.len() > 3 && word.ends_with('t') && !word.starts_with("ge") && !is(word, any!("niet naast"));
        (verb && !noun && !participle_form(word) && is_dutch(all.len(), &text_of)).then_some(Side::Future)
    };
    // "De commissie praat er verder over op 20 juni": the verb stands behind article and noun.
    let second = || {
        if first < 3 {
            return None;
        }
        let (article, noun, word) = (text_of(0), text_of(1), text_of(2));
        let adjective = noun.ends_with('e') && !["ie", "te"].iter().any(|end| noun.ends_with(end));
        let verb = word.len() > 3 && word.ends_with('t') && !word.starts_with("ge") && !is(word, any!("niet naast"));
        let stands = is(article, any!("de het een onze uw deze")) && verb && !adjective && !participle_form(word);
        // "rapporteert elk kwartaal, voor het laatst in juni" goes on behind its comma.
        let clause = lower.get(all[2].end()..from).is_some_and(|between| !between.contains(','));
        (stands && clause).then_some(Side::Future)
    };
    // "De nieuwe contracten lopen op 31 december af": a noun in the plural, and its verb.
    let plural = || {
        let at = [first.checked_sub(1), first.checked_sub(2).filter(|at| leads(at + 1))].into_iter().flatten().find(
            |&at| {
                let word = text_of(at);
                at > 0 && word.len() > 4 && word.ends_with("en") && !participle_form(word) && !is_no_verb(word)
            },
        )?;
        let noun = text_of(at - 1);
        let plural =
            noun.len() > 4 && (noun.ends_with("en") || noun.ends_with('s')) || is(noun, any!("wij we zij ze jullie"));
        (plural && !text_of(at).ends_with("den") && !text_of(at).ends_with("ten")).then_some(Side::Future)
    };
    // "begin december uitgelekt": a participle closes a sentence without a finite verb.
    let closing = || {
        let at = all.len().checked_sub(1).filter(|&at| at >= last)?;
        (participle_form(text_of(at)) && !is_state(text_of(at))).then_some(Side::Past)
    };
    // "At Wednesday's meeting the chair put the motion to the vote": a past where nothing leads an infinitive.
    let unchanged = || {
        let told = |at: &usize| {
            let before = |back: usize| at.checked_sub(back).map_or(Form::NONE, text_of);
            is(text_of(*at), UNCHANGED)
                && *at > 0
                && !is(before(1), any!("a an the i we you they"))
                && !(1..3).any(|back| is(before(back), LEADS_INFINITIVE))
                && is_english(all.len(), &text_of)
        };
        (0..all.len()).any(|at| told(&at)).then_some(Side::Past)
    };
    let weak = || (endings && (0..all.len()).any(|at| ends_weakly(text_of(at)))).then_some(Side::Past);
    if let Some((distance, side, at)) = best {
        let sure = PERFECT.contains(&text_of(at).text) && side == Side::Past || is_shall(text_of(at));
        let force = match side {
            _ if sure => Force::Sure,
            Side::Past if distance < 5 => Force::Told,
            _ => Force::Weak,
        };
        return Some((side, force));
    }
    let side = if being == Some(Side::Past) {
        being
    } else {
        weak().or(being).or_else(present).or_else(closing).or_else(second).or_else(plural).or_else(unchanged)
    };
    side.map(|side| (side, if side == Side::Past { Force::Told } else { Force::Weak }))
}

fn verb<'a>(at: usize, beside: bool, follows: bool, n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> Option<Side> {
    let word = text_of(at);
    // "will be held", "is held": the finite verb speaks, not its participle; Dutch "met" is "with".
    let before = at.checked_sub(1).map_or(Form::NONE, text_of);
    let is_participle_of = is(before, any!("be being")) || (is(before, any!("is are")) && !is_dutch(n, text_of));
    if word.is_past() && (is_participle_of || (word == "met" && !is_english(n, text_of))) {
        return None;
    }
    // "zou op 1 augustus vertrokken zijn"
    let next = if at + 1 < n { text_of(at + 1) } else { Form::NONE };
    if is(next, any!("zijn hebben worden")) && word.is_past() && (has_modal(n, text_of) || has_would(n, text_of)) {
        return None;
    }
    // "wordt vrijdag verzonden": no past, though it looks like one.
    if word.ends_with("en")
        && word.is_past()
        && participle_form(word)
        && (0..n).any(|at| is(text_of(at), any!("wordt worden")))
    {
        return None;
    }
    // "naar verwachting"
    if word == "verwachting" && before == "naar" {
        return Some(Side::Future);
    }
    // "The trial is fixed": in English a state, no perfect.
    let state = is(word, any!("is are")) && !is_dutch(n, text_of) && is_english(n, text_of);
    // "dienen hun systemen uiterlijk 15 december te hebben getest": what is to be done by then.
    let to_have = is(before, any!("te to"));
    if PERFECT.contains(&word.text) && !state && !to_have {
        // Its participle may stand at the far end of a Dutch clause.
        let other = |at: &usize| is(text_of(*at), any!("wordt worden werd werden zal zullen moet moeten"));
        let clause = (at + 1..n.min(at + 40)).take_while(|at| !other(at) || participle_form(text_of(at - 1)));
        let participle = clause.into_iter().find(|&at| {
            // "is in de nacht gevallen"; "in gevallen" and "de gevallen" are none.
            let fell = text_of(at) == "gevallen"
                && !is(text_of(at - 1), any!("de in alle van die deze voor"))
                && !text_of(at - 1).ends_with('e')
                && is_being(word);
            fell || participle_form(text_of(at)) && (text_of(at) != "met" || is_english(n, text_of))
        });
        // "is gesloten", "zijn gepland": how things are, not what happened.
        let lasts = participle.is_some_and(|at| is_state(text_of(at))) && is_being(word);
        if participle.is_some() && !lasts {
            let condition = is_condition(at, n, text_of) || (0..n).any(|at| is_shall(text_of(at)));
            return Some(if condition { Side::Future } else { Side::Past });
        }
    }
    // "the shelving won't arrive"
    if word == "won" && next == "t" || is(word, any!("won't won’t i'll i’ll we'll we’ll")) {
        return Some(Side::Future);
    }
    // "the revised budget"
    let owned = ["the", "a", "an", "our", "their", "his", "her", "its", "your", "my", "this", "these", "all"]
        .contains(&before.text);
    if owned && word.ends_with("ed") {
        return None;
    }
    // "Please find attached the agenda for Monday"
    if is(word, any!("attached enclosed")) {
        return None;
    }
    // "Thanks for your input at Tuesday's meeting"
    if is(word, any!("thanks bedankt")) && is(next, any!("for voor")) {
        return Some(Side::Past);
    }
    // "Mocht u 1 juni nog niets hebben gehoord"
    if at == 0 && is(word, any!("mocht mochten")) {
        return Some(Side::Future);
    }
    // "Vanaf 3 juni gelden andere tarieven"
    if follows && word.is_present_plural() {
        return Some(Side::Future);
    }
    // "De brief is van 15 november": what is dated, was.
    let of = |at: usize| at < n && is(text_of(at), any!("van uit from dated gedateerd"));
    // "Het kamp is van 22 t/m 29 juli" says how long.
    let to = |at: usize| is(text_of(at), any!("tot t to until en"));
    let lasts = (at + 2..n.min(at + 6)).any(to);
    if word.is_past() || (is(word, any!("is zijn are")) && of(at + 1) && !lasts) {
        return Some(Side::Past);
    }
    // "uw brief, ontvangen op 26 oktober"
    // "14/2 ontvangen, 21/2 beantwoord"
    // "werd pas op 7 januari ontvangen"
    let led = || (0..at).any(|at| is(text_of(at), any!("werd werden is zijn was waren heeft hebben had hadden")));
    let received = word == "ontvangen"
        && (led()
            || is(next, any!("op d dd"))
            || follows && !is(next, any!("wij we u jullie zij ze de het alle onze")));
    if word.is_ahead() && !received {
        return Some(Side::Future);
    }
    // "The consultation closed on Friday"
    if is(word, any!("closed opened"))
        && !is(before, any!("be is are to will have been the now"))
        && is_english(n, text_of)
    {
        return Some(Side::Past);
    }
    let dutch_ed = ["eed", "oed", "ied"].iter().any(|end| word.ends_with(end)) || is_state(word);
    if word.len() > 4 && word.ends_with("ed") && !dutch_ed && !is(before, any!("be is are to will have")) {
        return Some(Side::Past);
    }
    let weak = word.len() > 4
        && (word.ends_with("de") || word.ends_with("te") || word.ends_with("den") || word.ends_with("ten"));
    // "in de loop van mei hoort u meer"
    if word.ends_with('t') && word.len() > 3 && at + 1 < n && is(text_of(at + 1), any!("u jij je")) {
        return Some(Side::Future);
    }
    // "Op 1 mei bespreekt de raad": the finite verb stands second.
    if follows
        && word.len() > 3
        && word.ends_with('t')
        && !word.starts_with("ge")
        && !is(word, any!("niet naast"))
        && !participle_form(word)
    {
        return Some(Side::Future);
    }
    // "Op 1 april veranderen de tijden": the finite verb stands second.
    let plural = word.len() > 5 && word.ends_with("en") && !weak && !participle_form(word);
    if follows && plural && is_dutch(n, text_of) {
        return Some(Side::Future);
    }
    let infinitive = word.ends_with('n') && (has_modal(n, text_of) || word.is_present_plural());
    let dutch = || !is_english(n, text_of) || is_dutch(n, text_of);
    (beside && weak && !infinitive && !participle_form(word) && !is_no_verb(word) && dutch()).then_some(Side::Past)
}

/// "aanstaande", "uiterlijk eerste": the ending of a weak past, and none.
fn is_no_verb(word: Form<'_>) -> bool {
    ["aande", "gende", "lopende", "ogste", "egste", "atste", "heden"].iter().any(|ending| word.ends_with(ending))
        || is(
            word,
            any!(
                "state tweede derde vijfde zesde achtste tiende tijdens beide einde eerste laatste \
             weten laten vierde gedurende"
            ),
        )
}

/// "will have moved by 1 September", "zal op 3 mei zijn verhuisd"
fn is_shall(word: Form<'_>) -> bool {
    is(word, any!("will shall zal zult zullen"))
}

/// "Hebben wij op 25 maart niets vernomen, dan …", "als u voor 3 mei niet hebt betaald": what may yet happen.
fn is_condition<'a>(at: usize, n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> bool {
    const IF: [&str; 9] = ["als", "indien", "tenzij", "zodra", "mits", "if", "unless", "once", "should"];
    let inverted = at == 0 && (3..n).any(|at| text_of(at) == "dan");
    // "draagt als dagtekening", "als voorzitter": as what, not if.
    const SUBJECTS: [&str; 22] = [
        "de", "het", "een", "er", "u", "je", "jij", "we", "wij", "ik", "hij", "zij", "ze", "men", "dit", "dat", "deze",
        "die", "uw", "jullie", "geen", "alle",
    ];
    let as_what = |at: usize| {
        let next = if at + 1 < n { text_of(at + 1) } else { Form::NONE };
        text_of(at) == "als" && !SUBJECTS.contains(&next.text) && !next.ends_with("en")
    };
    inverted || (at.saturating_sub(14)..at).any(|at| IF.contains(&text_of(at).text) && !as_what(at))
}

/// "zullen … berichten": what looks like a past is an infinitive.
fn has_modal<'a>(n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> bool {
    (0..n).any(|at| is(text_of(at), any!("zal zullen zult kan kunnen kunt moet moeten wil willen mag mogen gaat gaan")))
}

fn has_would<'a>(n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> bool {
    (0..n).any(|at| is(text_of(at), any!("zou zouden")))
}

/// What may lead a participle to something that is yet to come.
fn is_auxiliary(word: Form<'_>) -> bool {
    is_being(word) || is(word, any!("wordt worden zal zullen moet moeten be will te"))
}

fn is_being(word: Form<'_>) -> bool {
    is(word, any!("is zijn ben bent are"))
}

fn is_state(word: Form<'_>) -> bool {
    is(
        word,
        any!(
            "gesloten geopend gepland ingepland voorzien uitgenodigd verhinderd afgesloten \
             beperkt gestremd verboden verplicht toegestaan gevestigd geldig uitgeroosterd ingeroosterd \
             volgeboekt volgepland geboekt gereserveerd planned scheduled closed expected \
             invited booked reserved"
        ),
    )
}

/// Whether small words of English stand in the sentence, that Dutch has not.
fn is_english<'a>(n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> bool {
    (0..n).any(|at| text_of(at).is_small_english())
}

/// Whether small words of Dutch stand in the sentence.
fn is_dutch<'a>(n: usize, text_of: &impl Fn(usize) -> Form<'a>) -> bool {
    (0..n).any(|at| is(text_of(at), any!("de het een van en ik wij op te dat er zijn")))
}

/// The sentence that holds the middle of `span`; of at most some 1,200 bytes around it.
pub fn sentence_around(text: &str, span: Span) -> Span {
    let from = text[..span.start()].rfind("\n\n").map_or(0, |at| at + 2);
    let from = super::floor(text, from.max(span.start().saturating_sub(600)));
    let to = text[span.end()..].find("\n\n").map_or(text.len(), |at| span.end() + at);
    let to = super::ceil(text, to.min(span.end() + 600));
    sentences(&text[from..to])
        .into_iter()
        .map(|sentence| sentence.shift(from))
        .find(|sentence| sentence.end_byte > span.start_byte)
        .map_or(span, |sentence| sentence.hull(span))
}
