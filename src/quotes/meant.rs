//! Whom a pronoun means: the subject of the sentences before it, or who writes and who is written to.

use super::{
    cues::is_source,
    function_words::is_function_word,
    name_words::{ends_name, is_determiner, is_in, is_possessive, is_preposition, is_pronoun},
    names::{Token, name_from, told_name, words_of},
    roles::{Gender, gender, is_body, is_person},
    scene::{Scene, border},
};
use crate::text::{Span, fold, sentences};

/// So many words of a sentence are looked at for its subject.
const MOST_WORDS: usize = 24;

/// For whom a word of the running text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// "ik", "we": who writes or speaks.
    Writer,
    /// "u", "you": who is written to or spoken to.
    Reader,
    /// "hij", "zij", "she".
    Subject,
    /// "die", "deze", "laatstgenoemde": who was named last.
    Last,
}

pub(super) fn stands(folded: &str) -> Option<Stands> {
    match folded {
        "i" | "ik" | "we" | "wij" | "ons" | "us" | "me" | "mij" => Some(Stands::Writer),
        "ge" | "gij" | "je" | "jij" | "jullie" | "u" | "uw" | "you" => Some(Stands::Reader),
        "die" | "deze" | "laatstgenoemde" => Some(Stands::Last),
        _ if is_pronoun(folded) => Some(Stands::Subject),
        _ => None,
    }
}

impl Scene<'_> {
    /// Whether these words name a person, a body of people, or (`or_text`) a text.
    pub fn is_someone(&self, name: Span, or_text: bool) -> bool {
        let tokens = words_of(self.text, name);
        let of = |token: &Token| matches!(token.folded.as_str(), "van" | "of" | "uit" | "in" | "for" | "from" | "voor");
        let head = tokens.iter().enumerate().take_while(|(at, token)| *at == 0 || !of(token)).map(|(_, token)| token);
        let speaks =
            |token: &Token| is_person(&token.folded) || is_body(&token.folded) || (or_text && is_source(&token.folded));
        let small = |token: &Token| {
            is_function_word(&token.folded)
                || is_determiner(&token.folded)
                || ends_name(&token.folded)
                || is_calendar(&token.folded)
        };
        let mut capitals = tokens.iter().filter(|token| token.capital && !small(token));
        let Some(first) = capitals.next() else { return head.into_iter().any(speaks) };
        // "zijn maat Desmond"
        let owned = is_possessive(&tokens[0].folded) && tokens.len() > 2 && tokens[tokens.len() - 1].capital;
        let thing =
            tokens[0].folded != "de" && is_determiner(&tokens[0].folded) && !tokens.iter().any(speaks) && !owned;
        let opens = self.opens_sentence(first.span.start());
        !thing && (!opens || capitals.next().is_some() || self.is_known(first)) || head.into_iter().any(speaks)
    }

    /// [`FAR`] before a place, on a character border.
    pub(super) fn far_start(&self, at: usize) -> usize {
        border(self.text, at.saturating_sub(FAR))
    }

    fn opens_sentence(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '‘', '“', '„', '"', '\'', '*', '_', '«']);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '’', '”', '»', '–', '—'])
    }

    /// Inside a quotation before this one.
    fn is_quoted(&self, at: u32) -> bool {
        let holds = |span: Span| span.start_byte <= at && at < span.end_byte;
        let own = !self.inside.is_empty() && holds(self.inside);
        let holds = |span: Span| holds(span) && span.end_byte <= self.outside.start_byte;
        own || self.earlier.iter().rev().take(16).any(|one| holds(one.outside))
    }

    /// All in `sentence` that name someone, in their order; only `behind_prepositions` those that stand there too.
    fn someones(&self, sentence: Span, behind_prepositions: bool) -> Vec<Span> {
        let tokens = self.tokens(sentence);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len().min(MOST_WORDS) {
            let token = &tokens[at];
            let opens = is_determiner(&token.folded)
                || is_kin(&token.folded)
                || ((is_person(&token.folded) || is_body(&token.folded))
                    && tokens.get(at + 1).is_some_and(|next| next.capital))
                || (token.capital && (!is_function_word(&token.folded) || is_surname(&tokens[at..])));
            let name = opens.then(|| name_from(self.text, &tokens, at)).flatten();
            let Some(name) = name.filter(|_| !self.is_quoted(token.span.start_byte)) else {
                at += 1;
                continue;
            };
            let before = at.checked_sub(1).map(|before| tokens[before].folded.as_str());
            let aside = |word: &str| {
                is_preposition(word)
                    || matches!(word, "als" | "by" | "door" | "for" | "of" | "van" | "dan" | "than" | "niet" | "not")
            };
            let greets = matches!(token.folded.as_str(), "beste" | "dear" | "geachte" | "lieve" | "waarde");
            if !greets && (behind_prepositions || !before.is_some_and(aside)) && self.is_someone(name, false) {
                found.push(self.apposed(&tokens, name).unwrap_or(name));
            }
            let past = tokens.iter().position(|token| token.span.start_byte >= name.end_byte);
            at = past.unwrap_or(tokens.len()).max(at + 1);
        }
        found
    }

    /// Who does what the sentence tells: the first in it who is named.
    pub fn subject_of(&self, sentence: Span) -> Option<Span> {
        self.someones(sentence, false).first().copied()
    }

    /// Whom `pronoun` at `at` means. `last` is who was quoted last, with the place of the words that say so.
    pub fn meant(&self, (pronoun, plural): (&str, bool), at: u32, last: Option<(&str, Span)>) -> Option<String> {
        let stands = stands(pronoun)?;
        let wanted = gender(pronoun);
        let agrees = |other: Option<Gender>| wanted.is_none() || other.is_none() || other == wanted;
        let is_man = |told: Option<Gender>| told == Some(Gender::Man) && matches!(pronoun, "ze" | "zij");
        let last = last.filter(|(last, _)| {
            let told = last.split(' ').find_map(|word| gender(&fold(word)).filter(|_| !word.starts_with("mr")));
            agrees(told) && !is_man(told)
        });
        let fits = |name: Span, one_person: bool| {
            let words = words_of(self.text, name);
            let has_person = words.iter().any(|word| is_person(&word.folded));
            let is_many = words.last().is_some_and(|word| is_person(&word.folded) && word.folded.ends_with('s'));
            let is_group = is_many || (!has_person && words.iter().any(|word| is_body(&word.folded)));
            // "mr. Kok" is a lawyer of either kind, "Mr Cook" a man.
            // "haar uitgever" may be a man.
            let tells = |word: &&Token| {
                (word.folded != "mr" || word.capital) && (words.len() == 1 || !is_possessive(&word.folded))
            };
            let other = words.iter().filter(tells).find_map(|word| gender(&word.folded));
            let is_other = match pronoun {
                "ze" | "zij" => (!has_person && words[0].folded == "het") || other == Some(Gender::Man),
                "them" | "they" => matches!(words[0].folded.as_str(), "a" | "an"),
                _ => false,
            };
            agrees(other) && !is_other && !(one_person && is_group)
        };
        let is_one = matches!(pronoun, "he" | "hij" | "she");
        // A person rather than a body: "De gemeente moedigt aan …, vervolgt ze".
        let several = |name: Span| {
            let words = words_of(self.text, name);
            let of = |word: &&Token| !matches!(word.folded.as_str(), "van" | "uit" | "in" | "of");
            let head = words.iter().take_while(of).last();
            let many = |word: &Token| word.folded.ends_with('s') || word.folded.ends_with("en");
            let joined = words.iter().any(|word| matches!(word.folded.as_str(), "en" | "and"));
            joined || head.is_some_and(|head| !head.capital && is_person(&head.folded) && many(head))
        };
        let last = last.filter(|(last, _)| {
            !plural || last.split(' ').any(|word| is_body(&fold(word)) || word.ends_with('s') || word.ends_with("en"))
        });
        let group = plural
            .then(|| self.subject_before((stands, false), at, last, several).or_else(|| self.several_before(at)))
            .flatten();
        if group.is_some() {
            return group;
        }
        let one = self.subject_before((stands, is_one), at, last, |name| fits(name, stands == Stands::Subject));
        let may_be_many = || !matches!(pronoun, "he" | "hem" | "hij" | "him" | "his" | "she");
        let many = || self.subject_before((stands, false), at, last, |name| fits(name, false));
        one.or_else(|| if may_be_many() { many() } else { None }).or_else(|| last.map(|(last, _)| last.to_owned()))
    }

    /// People in the plural, with or without an article, in the sentence before `at`: "toen chauffeurs staakten. Zij zeiden".
    fn several_before(&self, at: u32) -> Option<String> {
        let before = Span::new(self.far_start(at as usize), at as usize);
        let sentence = sentences(before.of(self.text)).pop()?.shift(before.start());
        let tokens = self.tokens(sentence);
        let many =
            |word: &Token| is_person(&word.folded) && (word.folded.ends_with('s') || word.folded.ends_with("en"));
        let noun = tokens.iter().position(many)?;
        let from = noun.checked_sub(1).filter(|before| is_determiner(&tokens[*before].folded)).unwrap_or(noun);
        name_from(self.text, &tokens, from).map(|name| told_name(self.text, name))
    }

    /// The nearest subject before `at` that fits, or who was quoted after it.
    fn subject_before(
        &self,
        (stands, one_person): (Stands, bool),
        at: u32,
        last: Option<(&str, Span)>,
        fits: impl Fn(Span) -> bool,
    ) -> Option<String> {
        let before = Span::new(self.far_start(at as usize), at as usize);
        for (n, sentence) in sentences(before.of(self.text)).iter().rev().enumerate() {
            let sentence = sentence.shift(before.start());
            let mut named = self.someones(sentence, stands == Stands::Last);
            if n < 2 && named.is_empty() && !self.is_quoted(sentence.start_byte) {
                named = self.someones(sentence, true);
                named.retain(|name| self.is_person_by_name(*name));
            }
            if named.is_empty() && one_person {
                named.extend(self.doer(sentence));
            }
            let one = match stands {
                Stands::Last => named.last(),
                _ => named.iter().find(|name| fits(**name)),
            };
            let cue = last.filter(|(_, cue)| cue.start_byte >= sentence.start_byte && cue.start_byte < at);
            if let Some((last, cue)) = cue
                && (stands != Stands::Last || one.is_none_or(|one| one.start_byte <= cue.end_byte))
            {
                return Some(last.to_owned());
            }
            if let Some(one) = one {
                return Some(told_name(self.text, *one));
            }
        }
        None
    }

    /// "Alice put on her glasses.": who opens a sentence by one name that is written nowhere else.
    fn doer(&self, sentence: Span) -> Option<Span> {
        let tokens = self.tokens(sentence);
        let (first, next) = (tokens.first()?, tokens.get(1)?);
        let small =
            |word: &Token| is_function_word(&word.folded) || is_preposition(&word.folded) || ends_name(&word.folded);
        let joins =
            matches!(first.folded.as_str(), "aangezien" | "although" | "hoewel" | "terwijl" | "twee" | "drie" | "two");
        let many = joins || first.folded.ends_with("en") || first.folded.ends_with("ly");
        let name =
            first.capital && !many && !small(first) && !is_determiner(&first.folded) && !next.capital && !small(next);
        let alone = &self.text[first.span.end()..next.span.start()] == " ";
        (name && alone && !self.is_quoted(first.span.start_byte)).then_some(first.span)
    }

    /// "Anna Kok", "wethouder Smit"; a capital alone may be a place.
    pub(super) fn is_person_by_name(&self, name: Span) -> bool {
        let words = words_of(self.text, name);
        let capitals = words.iter().filter(|word| word.capital && !is_determiner(&word.folded)).count();
        let apposed = self.text[name.end()..].starts_with(", ");
        capitals > 1 || (capitals == 1 && (apposed || words.iter().any(|word| is_person(&word.folded))))
    }
}

/// "Van Dissel", "Ter Braak" at the head of a sentence.
fn is_surname(tokens: &[Token]) -> bool {
    let particle = matches!(tokens[0].folded.as_str(), "van" | "ten" | "ter" | "den" | "der");
    particle && tokens.get(1).is_some_and(|next| next.capital || matches!(next.folded.as_str(), "den" | "der" | "de"))
}

/// Months and days, which have capitals in English.
fn is_calendar(folded: &str) -> bool {
    #[rustfmt::skip]
    const CALENDAR: &[&str] = &[
        "april", "august", "december", "february", "friday", "january", "july", "june", "march", "monday", "november",
        "october", "saturday", "september", "sunday", "thursday", "tuesday", "wednesday",
    ];
    is_in(CALENDAR, folded)
}

/// Kin that is named without an article: "moeder lacht".
pub(super) fn is_kin(folded: &str) -> bool {
    matches!(
        folded,
        "dad"
            | "grandma"
            | "grandpa"
            | "mum"
            | "father"
            | "mama"
            | "moeder"
            | "mother"
            | "oma"
            | "opa"
            | "papa"
            | "vader"
    )
}

/// So far back a pronoun's noun is looked for.
const FAR: usize = 900;

/// "Haar repliek", "zijn reactie": the owner's pronoun, where the words name an answer and not who gives it.
pub(super) fn owner_of(name: &str, is_answer: impl Fn(&str) -> bool) -> Option<String> {
    let folded = fold(name);
    let (owner, thing) = folded.split_once(' ')?;
    let own = match owner {
        "mijn" | "my" => "ik",
        "onze" | "our" => "wij",
        "your" => "u",
        _ => owner,
    };
    let owns = is_possessive(owner) || matches!(owner, "uw" | "your");
    (owns && thing.split(' ').next_back().is_some_and(is_answer)).then(|| own.to_owned())
}
