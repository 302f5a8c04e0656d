//! Terms that are the typed word in another form: inflected, or derived from the same stem.
//!
//! Two rules look over the word list where it begins as the stem may be spelt. Stems after Kraaij and Pohlmann say what is
//! related at all (`ontwikkelde`, `ontwikkeling`); endings of verbs say what they leave apart (`bouwt`, `bouwen`). What
//! differs in inflection only counts more than what was derived. Strong verbs are a list of their own: [`super::ablaut`].

use super::ablaut;
use super::vocabulary::Vocabulary;
use crate::text::{Order, stem};
use std::collections::BTreeMap;

/// What forms of one word count, what those that go another way (`droeg`, `gebouwd`), and what words of one stem, beside the
/// word itself.
const INFLECTED: f32 = 0.85;
const VERB: f32 = 0.8;
const DERIVED: f32 = 0.7;

const LONGEST_ENDING: usize = 6;
/// The two ways in which weak verbs go, and the degrees of adjectives.
const WAYS: [&[&str]; 3] = [
    &["", "e", "en", "end", "ende", "enden", "t", "te", "ten"],
    &["", "e", "en", "end", "ende", "enden", "t", "de", "den", "d"],
    &["", "e", "ere", "st", "ste", "s"],
];

/// Terms that are another form of `word`, with what they count.
pub fn forms(vocabulary: &Vocabulary, word: &str) -> BTreeMap<u32, f32> {
    let mut found = BTreeMap::new();
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return found;
    }
    let wanted = stem(word);
    let light = light(word);
    let verbs = WAYS.map(|endings| Bases::of(word, endings));
    let mut starts = spellings(&wanted);
    for base in verbs.iter().flat_map(|bases| &bases.0).filter(|base| base.len() >= 4) {
        starts.extend(spellings(&lengthened(base)));
        starts.extend(spellings(base));
    }
    starts.order();
    starts.dedup();
    for start in starts {
        for term in vocabulary.starting_with(start.as_bytes()) {
            let letters = vocabulary.term(term);
            if letters.len() > start.len() + LONGEST_ENDING || letters == word.as_bytes() {
                continue;
            }
            let Ok(letters) = std::str::from_utf8(letters) else { continue };
            if !letters.strip_prefix(&*start).is_some_and(is_ending) {
                continue;
            }
            let same_light = self::light(letters) == light;
            let participle = [word, letters].into_iter().find(|one| one.starts_with("ge"));
            let other_start = word.starts_with("ge") != letters.starts_with("ge");
            let no_participle = other_start && !participle.is_some_and(is_participle);
            let weight = match stem(letters) == wanted {
                true if no_participle || !same_light => DERIVED,
                true if other_start => VERB,
                true => INFLECTED,
                false if !no_participle && is_same_verb(&verbs, letters) => VERB,
                false => continue,
            };
            let known = found.entry(term).or_insert(weight);
            *known = weight.max(*known);
        }
    }
    ablaut::forms(word, |form| {
        if let Some(term) = vocabulary.find(form.as_bytes()).filter(|_| form != word) {
            found.entry(term).and_modify(|weight| *weight = weight.max(VERB)).or_insert(VERB);
        }
    });
    found
}

/// Whether a word that begins with `ge` may be a participle: `gebouwd`, `gebouwde`, not `gebouw`.
fn is_participle(word: &str) -> bool {
    ["d", "t", "de", "te", "en", "ene"].iter().any(|ending| word.ends_with(ending))
}

/// Endings that a form may have behind the stem; what else stands there makes another word.
fn is_ending(ending: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "a", "aar", "aars", "achtig", "achtige", "air", "aire", "ale", "alen", "arij", "atie", "aties", "baar",
        "baarheid", "bare", "d", "de", "den", "der", "e", "eer", "eerd", "eerde", "eerden", "eert", "el", "elen", "en",
        "end", "ende", "enden", "er", "erd", "erde", "ere", "eren", "erig", "erij", "ering", "eringen", "ers", "es",
        "heden", "heid", "ie", "ief", "ieel", "iele", "ies", "ieve", "ig", "ige", "iger", "igheid", "igst", "igste",
        "ing", "ingen", "inkje", "isch", "ische", "isme", "ist", "isten", "iteit", "iteiten", "je", "jes", "lijk",
        "lijke", "lijker", "lijkheid", "lijkst", "n", "nd", "nde", "ne", "nen", "r", "s", "se", "sel", "sels", "st",
        "ste", "ster", "sters", "t", "te", "ten", "ter", "ters", "ting", "tingen", "tje", "tjes",
    ];
    // The last consonant may be doubled before the ending.
    let is_known = |ending: &str| ENDINGS.binary_search(&ending).is_ok();
    let doubled = ending.len() > 2 && !matches!(ending.as_bytes()[0], b'a' | b'e' | b'i' | b'o' | b'u');
    ending.is_empty() || is_known(ending) || (doubled && is_known(&ending[1..]))
}

/// How the words of a stem may begin: with it, with its vowel written once, with `v` for `f`, `z` for `s`, after `ge`.
fn spellings(stem: &str) -> Vec<String> {
    let mut bases = vec![stem.to_owned()];
    let bytes = stem.as_bytes();
    let n = bytes.len();
    if n >= 3 && bytes[n - 2] == bytes[n - 3] && matches!(bytes[n - 2], b'a' | b'e' | b'o' | b'u') {
        bases.push(format!("{}{}", &stem[..n - 2], &stem[n - 1..]));
    }
    if let Some(short) = stem.strip_suffix("heid") {
        bases.push(format!("{short}hed"));
    }
    if let Some(short) = stem.strip_suffix("eer") {
        bases.push(format!("{short}at"));
    }
    for base in bases.clone() {
        match base.as_bytes().last() {
            Some(b'f') => bases.push(format!("{}v", &base[..base.len() - 1])),
            Some(b's') => bases.push(format!("{}z", &base[..base.len() - 1])),
            _ => {}
        }
    }
    if n >= 3 {
        bases.push(format!("ge{stem}"));
    }
    bases
}

/// The word without endings of inflection, its spelling evened out: equal for forms of one word.
///
/// Takes too much off many words, so that it only tells inflection from derivation where the stem is the same.
fn light(word: &str) -> String {
    let word = match word.strip_suffix("heid") {
        Some(short) => format!("{short}hed"),
        None => word.to_owned(),
    };
    let mut base = word.strip_prefix("ge").filter(|rest| rest.len() >= 4).unwrap_or(&word);
    while base.len() > 3 {
        base = match base.as_bytes() {
            [rest @ .., b'e' | b't' | b'd' | b's' | b'z'] => &base[..rest.len()],
            [rest @ .., b'e', b'n'] => &base[..rest.len() + 1],
            _ => break,
        };
    }
    evened(base)
}

/// The word without one of these endings, spelling evened out; all that are possible.
struct Bases(Vec<String>);

impl Bases {
    fn of(word: &str, endings: &[&str]) -> Bases {
        let mut bases = Vec::new();
        let bare = [Some(word), word.strip_prefix("ge").filter(|rest| rest.len() >= 4)];
        for word in bare.into_iter().flatten() {
            for base in endings.iter().filter_map(|ending| word.strip_suffix(ending)) {
                if base.len() >= 3 {
                    bases.push(evened(base));
                }
            }
        }
        Bases(bases)
    }
}

/// Whether some base of the typed word, four letters or more, is one of `letters`, by the endings of one way.
fn is_same_verb(verbs: &[Bases; 3], letters: &str) -> bool {
    verbs.iter().zip(WAYS).any(|(typed, endings)| {
        let bases = Bases::of(letters, endings);
        typed.0.iter().any(|base| base.len() >= 4 && bases.0.contains(base))
    })
}

/// Spelt as if the last syllable were open, and with `f` for `v`, `s` for `z` at the end: `maak`, `mak`; `leev`, `lef`.
fn evened(base: &str) -> String {
    let mut bytes = base.as_bytes().to_vec();
    match bytes.last_mut() {
        Some(last) if *last == b'v' => *last = b'f',
        Some(last) if *last == b'z' => *last = b's',
        _ => {}
    }
    let n = bytes.len();
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'o' | b'u');
    if n >= 2 && bytes[n - 1] == bytes[n - 2] {
        bytes.pop();
    } else if n >= 3 && bytes[n - 2] == bytes[n - 3] && is_vowel(bytes[n - 2]) {
        bytes.remove(n - 2);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The other way: `mak`, `maak`.
fn lengthened(base: &str) -> String {
    match base.as_bytes() {
        [.., before, vowel @ (b'a' | b'e' | b'o' | b'u'), last]
            if !matches!(before, b'a' | b'e' | b'o' | b'u') && last.is_ascii_alphabetic() =>
        {
            let at = base.len() - 1;
            format!("{}{}{}", &base[..at], char::from(*vowel), &base[at..])
        }
        _ => base.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{evened, forms, light};
    use crate::search::vocabulary::Vocabulary;

    #[test]
    fn finds_forms_and_derivations() {
        let check = |word: &str, terms: &str, expected: &str| {
            let mut terms: Vec<&str> = terms.split(' ').collect();
            terms.sort_unstable();
            let vocabulary = Vocabulary::of(&terms);
            let found = forms(&vocabulary, word);
            let found: Vec<String> =
                found.iter().map(|(term, weight)| format!("{} {weight}", terms[*term as usize])).collect();
            assert_eq!(found.join(", "), expected, "{word}");
        };
        check(
            "ontwikkelde",
            "ontwikkelen ontwikkeling ontwikkelaars omwikkelen",
            "ontwikkelaars 0.7, ontwikkelen 0.85, ontwikkeling 0.7",
        );
        check("bouwt", "bouwen bouwde gebouwd bouwpakket", "bouwde 0.8, bouwen 0.8, gebouwd 0.8");
        check("maakte", "maken maakt mak makker", "maakt 0.85, maken 0.85");
        check("brief", "brieven briefje bries", "briefje 0.7, brieven 0.85");
        check("langst", "lang lange langdurig", "lang 0.8, lange 0.8");
        check("gebouw", "bouwen gebouwen", "bouwen 0.7, gebouwen 0.85");
        check("provinciale", "provinciaal provincie", "provinciaal 0.8");
        check("kans", "kant kansen", "kansen 0.8");
        check("droegen", "dragen draagt drogen", "draagt 0.8, dragen 0.8");
        check("aangeboden", "aanbieden aanbod", "aanbieden 0.8");
    }

    #[test]
    fn evens_spelling_out() {
        let check =
            |word: &str, expected: (&str, &str)| assert_eq!((&*light(word), &*evened(word)), expected, "{word}");
        check("mogelijkheden", ("mogelijkh", "mogelijkheden"));
        check("mogelijkheid", ("mogelijkh", "mogelijkheid"));
        check("bomm", ("bom", "bom"));
        check("leev", ("lef", "lef"));
    }
}
