//! Terms that are the typed word in another form: inflected, or derived from the same stem.
//!
//! Two rules look over the word list where it begins as the stem may be spelt. Paradigms ([`WAYS`]) say what is inflected:
//! both words are one base with endings of one way (`bouwt`, `gebouwd`; `kamer`, `kamers`). Stems after Kraaij and Pohlmann
//! say what is derived (`ontwikkelde`, `ontwikkeling`). Strong verbs are a list of their own: [`super::ablaut`].

use super::ablaut;
use super::vocabulary::Vocabulary;
use super::words::MAX_WORD_BYTES;
use crate::text::{Order, SortedMap, stem};

/// What forms of one word count, what those that go another way than the stem says (`stoort`, `gestoord`; strong verbs), the
/// bare base beside a verb's ending (`opende`, but also the adjective `open`), and words of one stem, or whose vowel is long
/// in one and short in the other (`stap`, `stapel`).
const INFLECTED: f32 = 0.85;
const OTHERWISE: f32 = 0.8;
pub const BARE: f32 = 0.75;
pub const DERIVED: f32 = 0.7;
/// Of one stem but for a `ge` that is no participle's: `gebouw` and `bouwen`, but also `gemeente` and `menen`.
const UNLIKE: f32 = 0.55;
/// Of one stem, but so little of the word that only one that the dossier lacks is taken for a relative: `zonnigheid`, `zon`.
const DISTANT: f32 = 0.4;

const LONGEST_ENDING: usize = 6;
/// Where the stems differ, shorter bases meet by chance.
const BASE_FROM: usize = 4;
/// How words go: the two ways of weak verbs, adjectives, nouns.
const WAYS: [&[&str]; 6] = [
    &["", "e", "en", "end", "ende", "enden", "t", "te", "ten"],
    &["", "e", "en", "end", "ende", "enden", "t", "de", "den", "d"],
    &["", "e", "er", "ere", "der", "dere", "st", "ste"],
    &["", "en", "s", "eren", "je", "jes", "tje", "tjes", "etje", "etjes", "pje", "pjes"],
    &["us", "i"],
    &["um", "a", "ums"],
];
/// Nouns whose vowel changes, also as the end of a compound: one, and many.
const NOUNS: &str = "bad baden|blad bladen|blad bladeren|dag dagen|dak daken|gat gaten|gebed gebeden|gebrek gebreken|\
glas glazen|god goden|graf graven|hof hoven|lid leden|lot loten|pad paden|schip schepen|schot schoten|slag slagen|\
slot sloten|smid smeden|spel spelen|stad steden|staf staven|vat vaten|weg wegen";
/// Endings that only verbs have.
const OF_VERBS: &[&str] = &["t", "te", "ten", "de", "den", "d", "end", "ende", "enden"];

/// Terms that are another form of `word`, with what they count.
pub fn forms(vocabulary: &Vocabulary, word: &str) -> SortedMap<u32, f32> {
    let mut found = SortedMap::default();
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return found;
    }
    let typed = Typed::new(word, vocabulary.find(word.as_bytes()).is_some());
    for start in typed.starts() {
        for term in vocabulary.starting_with(start.as_bytes()) {
            let letters = vocabulary.term(term);
            if letters.len() > start.len() + LONGEST_ENDING || letters == word.as_bytes() {
                continue;
            }
            let Ok(letters) = std::str::from_utf8(letters) else { continue };
            if !letters.strip_prefix(&*start).is_some_and(is_ending) {
                continue;
            }
            let Some(weight) = typed.weigh(letters) else { continue };
            let known = found.or_insert(term, weight);
            *known = weight.max(*known);
        }
    }
    nouns(word, |form| {
        if let Some(term) = vocabulary.find(form.as_bytes()) {
            *found.or_insert(term, INFLECTED) = INFLECTED;
        }
    });
    ablaut::forms(word, |form| {
        if let Some(term) = vocabulary.find(form.as_bytes()).filter(|_| form != word) {
            let known = found.or_insert(term, OTHERWISE);
            *known = known.max(OTHERWISE);
        }
    });
    found
}

/// Calls `found` with the other number of a noun, or of a compound of three letters and one.
fn nouns(word: &str, mut found: impl FnMut(String)) {
    for (one, many) in NOUNS.split('|').filter_map(|noun| noun.split_once(' ')) {
        for (own, other) in [(one, many), (many, one)] {
            if let Some(before) = word.strip_suffix(own).filter(|before| before.is_empty() || before.len() >= 3) {
                found(format!("{before}{other}"));
            }
        }
    }
}

/// A word, and all that it may be a form of.
struct Typed<'a> {
    word: &'a str,
    /// The dossier holds it. Of a word that it lacks, more is taken for a form.
    is_known: bool,
    stem: String,
    bases: [Vec<Base>; WAYS.len()],
    /// It may be a participle, and has a `ge` that its other forms lack.
    is_participle: bool,
}

impl<'a> Typed<'a> {
    fn new(word: &'a str, is_known: bool) -> Typed<'a> {
        let bases = WAYS.map(|endings| {
            let mut bases = Vec::new();
            each_base(word, endings, &mut |base| bases.push(base));
            bases
        });
        Typed { word, is_known, stem: stem(word), bases, is_participle: is_participle(word) }
    }

    /// How long a base must be where the stems differ: less behind a long ending.
    fn shortest(&self, base: &Base) -> usize {
        let tells = matches!(base.ending, Ending::OfVerb | Ending::Other) && self.word.len() >= base.len + 2;
        if tells && !self.is_known { 3 } else { BASE_FROM }
    }

    /// How its forms may begin.
    fn starts(&self) -> Vec<String> {
        let mut starts = spellings(&self.stem);
        for base in self.bases.iter().flatten().filter(|base| base.len >= self.shortest(base)).map(Base::base) {
            starts.extend(spellings(&lengthened(base)));
            starts.extend(spellings(base));
        }
        let split = |start: &String| {
            let parted = |prefix: &str| Some(format!("{prefix}ge{}", start.strip_prefix(prefix)?));
            ablaut::separable(self.word).filter_map(parted).collect::<Vec<_>>()
        };
        starts.extend(starts.iter().flat_map(split).collect::<Vec<_>>());
        starts.order();
        starts.dedup();
        starts.retain(|start| start.len() >= 2);
        starts
    }

    /// What `letters` count as a form of the word; `None` where they are none.
    fn weigh(&self, letters: &str) -> Option<f32> {
        let same_stem = stem(letters) == self.stem;
        // A `ge` that only one of them has makes a participle, or another word.
        let participle = is_participle(letters);
        let one_has_ge = self.word.starts_with("ge") != letters.starts_with("ge");
        let fits = !one_has_ge || self.is_participle || participle;
        if fits && let Some(weight) = self.inflected(letters, same_stem) {
            return Some(weight);
        }
        match same_stem {
            true if self.derives(letters) => Some(if one_has_ge { UNLIKE } else { DERIVED }),
            true if !self.is_known => Some(DISTANT),
            _ => None,
        }
    }

    /// Whether the stem is so much of the word, from its beginning, that what shares it is of its family; or both words share
    /// as much.
    fn derives(&self, letters: &str) -> bool {
        let n = self.stem.len();
        let begins = |word: &str| {
            let n_shared = n_shared(word, &self.stem);
            n_shared + 2 >= n || n_shared >= 4
        };
        let whole = begins(self.word) || ablaut::without_ge(self.word).is_some_and(|rest| begins(&rest));
        (whole || n_shared(self.word, letters) >= n) && (n >= 4 || 2 * n >= self.word.len())
    }

    fn inflected(&self, letters: &str, same_stem: bool) -> Option<f32> {
        let whole = if same_stem { INFLECTED } else { OTHERWISE };
        let mut best: Option<f32> = None;
        for (typed, endings) in self.bases.iter().zip(WAYS) {
            each_base(letters, endings, &mut |other| {
                let same =
                    |typed: &&Base| (same_stem || typed.len >= self.shortest(typed)) && typed.base() == other.base();
                for typed in typed.iter().filter(same) {
                    let weight = match (typed.is_long, other.is_long) {
                        (Some(long), Some(other)) if long != other && typed.len < BASE_FROM => continue,
                        (Some(long), Some(other)) if long != other => DERIVED,
                        _ => match (typed.ending, other.ending) {
                            (Ending::OfVerb, Ending::None) => BARE,
                            // A noun has one plural: `engelen`, not `engels`.
                            (Ending::En, Ending::S) | (Ending::S, Ending::En) => DERIVED,
                            _ => whole,
                        },
                    };
                    best = Some(best.map_or(weight, |best| best.max(weight)));
                }
            });
        }
        best
    }
}

/// How many letters two words share at their beginnings.
fn n_shared(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

/// Whether a word may be a participle: `gebouwd`, `gebouwde`, `afgezet`, not `gebouw`.
fn is_participle(word: &str) -> bool {
    ["d", "t", "de", "te"].iter().any(|ending| word.ends_with(ending)) && ablaut::without_ge(word).is_some()
}

/// Endings that a form may have behind the stem; what else stands there makes another word.
fn is_ending(ending: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "a", "aar", "aars", "achtig", "achtige", "air", "aire", "ale", "alen", "arij", "atie", "atief", "aties",
        "atieve", "baar", "baarheid", "bare", "d", "de", "den", "der", "e", "eer", "eerd", "eerde", "eerden", "eert",
        "el", "elen", "en", "end", "ende", "enden", "er", "erd", "erde", "ere", "eren", "erig", "erij", "ering",
        "eringen", "ers", "es", "heden", "heid", "i", "ie", "ief", "ieel", "iele", "ies", "ieve", "ig", "ige", "iger",
        "igheid", "igst", "igste", "ing", "ingen", "inkje", "isch", "ische", "isme", "ist", "isten", "iteit",
        "iteiten", "je", "jes", "lijk", "lijke", "lijker", "lijkheid", "lijkst", "n", "nd", "nde", "ne", "nen", "r",
        "s", "se", "sel", "sels", "st", "ste", "ster", "sters", "t", "te", "ten", "ter", "ters", "ting", "tingen",
        "tje", "tjes", "um", "ums", "us",
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

/// The word without one of the endings of a way, spelling evened out.
struct Base {
    bytes: [u8; MAX_WORD_BYTES],
    len: usize,
    ending: Ending,
    /// Whether the vowel is long, as spelling tells it of a base of one syllable.
    is_long: Option<bool>,
}

/// What stood behind a base.
#[derive(Clone, Copy)]
enum Ending {
    None,
    /// One that only verbs have, or the word is a participle.
    OfVerb,
    En,
    S,
    Other,
}

impl Ending {
    fn of(ending: &str) -> Ending {
        match ending {
            "" => Ending::None,
            "en" => Ending::En,
            "s" => Ending::S,
            _ if OF_VERBS.contains(&ending) => Ending::OfVerb,
            _ => Ending::Other,
        }
    }
}

impl Base {
    fn base(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// Calls `found` with all bases that `word` may have by one way.
fn each_base(word: &str, endings: &[&str], found: &mut dyn FnMut(Base)) {
    let is_verb = endings.contains(&"end");
    let rest = Some(word).filter(|_| is_verb).and_then(ablaut::without_ge);
    for (word, participle) in [(Some(word), false), (rest.as_deref(), true)] {
        let Some(word) = word else { continue };
        for ending in endings {
            let base = word.strip_suffix(ending).filter(|base| (3..=MAX_WORD_BYTES).contains(&base.len()));
            let fits = |base: &&str| match participle {
                true => fits(base, ending) && ends_participle(base, ending),
                false => fits(base, ending) && (*ending != "d" || is_prefixed(word)),
            };
            let Some(base) = base.filter(fits) else { continue };
            let (bytes, len) = evened(base);
            let is_long = is_long(base, ending);
            let ending = if participle { Ending::OfVerb } else { Ending::of(ending) };
            found(Base { bytes, len, ending, is_long });
        }
    }
}

/// Whether an ending makes a weak participle of a base: `bouw-d`, `zet`, `zett-e`.
fn ends_participle(base: &str, ending: &str) -> bool {
    matches!(ending, "t" | "te" | "ten" | "d" | "de" | "den") || base.ends_with(['t', 'd'])
}

/// Whether an ending may stand behind a base: `t` after the consonants of *'t kofschip*, `d` after the others, `der` after
/// `r`, and no ending after a vowel that it would have changed.
fn fits(base: &str, ending: &str) -> bool {
    let last = base.as_bytes().last().copied().unwrap_or_default();
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    if let [.., first, second, third, last] = *base.as_bytes()
        && third == last
        && !is_vowel(last)
        && is_vowel(first)
        && (is_vowel(second) || second == b'j')
    {
        // Only after a short vowel is a consonant doubled.
        return false;
    }
    if base.ends_with("zz") || base.ends_with("vv") {
        return false;
    }
    match ending {
        "te" | "ten" => matches!(last, b't' | b'k' | b'f' | b's' | b'p' | b'x' | b'h'),
        "de" | "den" | "d" => !matches!(last, b't' | b'k' | b'p' | b'x'),
        "der" | "dere" => last == b'r',
        "st" | "ste" | "er" | "ere" => !is_vowel(last),
        _ => true,
    }
}

/// Whether a participle of this word may lack its `ge`: `bedankt`.
fn is_prefixed(word: &str) -> bool {
    ["be", "ge", "her", "ont", "ver", "er", "over", "onder", "mis", "vol", "weer", "door", "om", "voor", "achter"]
        .iter()
        .any(|prefix| word.starts_with(prefix))
}

/// Whether the last vowel is long: `maak-t`, `mak-en`; short: `stap-t`, `stapp-en`. `None` for more than one syllable, where
/// an `e` may be neither, and for vowels that are written one way.
fn is_long(base: &str, ending: &str) -> Option<bool> {
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j');
    let is_open = ending.bytes().next().is_some_and(is_vowel);
    let (vowels, last) = base.split_at(base.rfind(|c: char| c.is_ascii() && is_vowel(c as u8))? + 1);
    let head = vowels.trim_end_matches(|c: char| c.is_ascii() && is_vowel(c as u8));
    if head.bytes().any(is_vowel) {
        return None;
    }
    match (&vowels[head.len()..], last.as_bytes()) {
        ("aa" | "ee" | "oo" | "uu", [_]) => Some(true),
        ("a" | "e" | "o" | "u", [_]) => Some(is_open),
        ("a" | "e" | "o" | "u", [one, two]) if is_open && one == two => Some(false),
        _ => None,
    }
}

/// Spelt as if the last syllable were open, with `f` for `v` and `s` for `z` at the end, and `hed` for `heid`: `maak`, `mak`;
/// `leev`, `lef`. At most [`MAX_WORD_BYTES`] letters, and how many.
fn evened(base: &str) -> ([u8; MAX_WORD_BYTES], usize) {
    let base = base.as_bytes();
    let mut bytes = [0; MAX_WORD_BYTES];
    let mut n = base.len().min(MAX_WORD_BYTES);
    bytes[..n].copy_from_slice(&base[..n]);
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'o' | b'u');
    if bytes[..n].ends_with(b"heid") {
        bytes[n - 2] = b'd';
        n -= 1;
    }
    match bytes[n - 1] {
        b'v' => bytes[n - 1] = b'f',
        b'z' => bytes[n - 1] = b's',
        _ => {}
    }
    if n >= 2 && bytes[n - 1] == bytes[n - 2] && !is_vowel(bytes[n - 1]) {
        n -= 1;
    } else if n >= 3 && bytes[n - 2] == bytes[n - 3] && is_vowel(bytes[n - 2]) {
        bytes[n - 2] = bytes[n - 1];
        n -= 1;
    }
    (bytes, n)
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
    use super::{evened, forms};
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
        check("bouwt", "bouw bouwen bouwde gebouwd bouwpakket", "bouw 0.75, bouwde 0.8, bouwen 0.8, gebouwd 0.8");
        check("maakte", "maken maakt mak makker", "maakt 0.85, maken 0.85");
        check("stapen", "stap stappen", "stap 0.7, stappen 0.7");
        check("musea", "museum", "museum 0.8");
        check("technicus", "technici", "technici 0.8");
        check("raadsleden", "raadslid", "raadslid 0.85");
        check("brief", "brieven briefje bries", "briefje 0.85, brieven 0.85");
        check("langst", "lang lange langs langdurig", "lang 0.8, lange 0.8, langs 0.75");
        check("traag", "trager tragten dragen", "trager 0.8");
        check("gebouw", "bouwen gebouwen", "bouwen 0.55, gebouwen 0.85");
        check("provinciale", "provinciaal provincie", "provinciaal 0.8");
        check("kans", "kant kansen", "kansen 0.8");
        check("afzetten", "afgezet zetten", "afgezet 0.85");
        check("afgezet", "afzetten", "afzetten 0.85");
        check("mogelijkheid", "mogelijkheden", "mogelijkheden 0.85");
        check("droegen", "dragen draagt drogen", "draagt 0.8, dragen 0.8");
        check("aangeboden", "aanbieden", "aanbieden 0.8");
        check("begeleiden", "begeleiding beleid", "begeleiding 0.7, beleid 0.4");
        check("eiste", "eisen eik", "eisen 0.8");
        check("leidde", "leid leidt", "leid 0.75, leidt 0.8");
        check("engelen", "engel engels", "engel 0.8, engels 0.7");
        check("zonnigheid", "zon", "zon 0.4");
        check("wijzze", "wijs wijze", "");
    }

    #[test]
    fn evens_spelling_out() {
        let check = |word: &str, expected: &str| {
            let (bytes, n) = evened(word);
            assert_eq!(std::str::from_utf8(&bytes[..n]).unwrap(), expected, "{word}");
        };
        check("mogelijkheid", "mogelijkhed");
        check("bomm", "bom");
        check("leev", "lef");
        check("zee", "zee");
    }
}
