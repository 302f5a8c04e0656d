//! Terms that are the typed word in another form: inflected, or derived from the same stem.
//!
//! Two rules look over the word list where it begins as the stem may be spelt. Paradigms ([`WAYS`]) say what is inflected:
//! both words are one base with endings of one way (`bouwt`, `gebouwd`; `kamer`, `kamers`). Stems after Kraaij and Pohlmann
//! say what is derived (`ontwikkelde`, `ontwikkeling`). Strong verbs are a list of their own: [`super::ablaut`].

use super::ablaut;
use super::packed::Packed;
use super::vocabulary::Vocabulary;
use super::words::MAX_WORD_BYTES;
use crate::text::{Order, SortedMap, parted, stem_of};

/// What forms of one word count, what those that go another way than the stem says (`stoort`, `gestoord`; strong verbs), the
/// bare base beside a verb's ending (`opende`, but also the adjective `open`), and words of one stem, or whose vowel is long
/// in one and short in the other (`stap`, `stapel`).
const INFLECTED: f32 = 0.85;
const OTHERWISE: f32 = 0.8;
pub const BARE: f32 = 0.75;
pub const DERIVED: f32 = 0.7;
/// At most, for a form and for a relative in the spelling of other centuries.
const OLD: f32 = 0.78;
const OLD_DERIVED: f32 = 0.66;
/// Of one stem but for a `ge` that is no participle's: `gebouw` and `bouwen`, but also `gemeente` and `menen`.
const UNLIKE: f32 = 0.55;
/// Of one stem, but so little of the word that only one that the dossier lacks is taken for a relative: `zonnigheid`, `zon`.
const DISTANT: f32 = 0.4;

const LONGEST_ENDING: usize = 7;
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
/// Terms that are another form of `word`, with what they count.
pub fn forms(vocabulary: &Vocabulary, word: &[u8]) -> SortedMap<u32, f32> {
    let mut found = SortedMap::default();
    if word.len() < 3 || !word.iter().all(u8::is_ascii_alphabetic) {
        return found;
    }
    let mut add = |term: u32, weight: f32| {
        let known = found.or_insert(term, weight);
        *known = weight.max(*known);
    };
    let typed = Typed::new(word, vocabulary.find(word).is_some());
    for start in typed.starts() {
        for term in vocabulary.starting_with(&start) {
            let letters = vocabulary.term(term);
            let Some(ending) = letters.strip_prefix(&start[..]) else { continue };
            if ending.len() > LONGEST_ENDING || letters == word || !is_ending(&start, ending) {
                continue;
            }
            if let Some(weight) = typed.weigh(letters) {
                add(term, weight);
            }
        }
    }
    let mut add_word = |form: &[u8], weight: f32| {
        if let Some(term) = vocabulary.find(form).filter(|_| form != word) {
            add(term, weight);
        }
    };
    nouns(word, &mut |form| add_word(form, INFLECTED));
    ablaut::forms(word, &mut |form| add_word(form, OTHERWISE));
    found
}

/// Calls `found` with the other number of a noun, or of a compound of three letters and one.
fn nouns(word: &[u8], found: &mut dyn FnMut(&[u8])) {
    for noun in parted(NOUNS.as_bytes(), b'|') {
        let mut both = parted(noun, b' ');
        let (Some(one), Some(many)) = (both.next(), both.next()) else { continue };
        for (own, other) in [(one, many), (many, one)] {
            if let Some(before) = word.strip_suffix(own).filter(|before| before.is_empty() || before.len() >= 3) {
                found(&[before, other].concat());
            }
        }
    }
}

/// A word, and all that it may be a form of.
struct Typed<'a> {
    word: &'a [u8],
    /// The dossier holds it. Of a word that it lacks, more is taken for a form.
    is_known: bool,
    stem: Vec<u8>,
    /// Each with its way.
    bases: Vec<(u8, Base)>,
    /// It may be a participle, and has a `ge` that its other forms lack.
    is_participle: bool,
}

impl<'a> Typed<'a> {
    fn new(word: &'a [u8], is_known: bool) -> Typed<'a> {
        let mut bases = Vec::new();
        each_base(word, &mut |way, base| bases.push((way, base)));
        Typed { word, is_known, stem: stem_of(word), bases, is_participle: is_participle(word) }
    }

    /// How long a base must be where the stems differ: less behind a long ending.
    fn shortest(&self, base: &Base) -> usize {
        let tells = matches!(base.ending, Ending::OfVerb | Ending::Other) && self.word.len() >= base.len + 2;
        if tells && !self.is_known { 3 } else { BASE_FROM }
    }

    /// How its forms may begin.
    fn starts(&self) -> Vec<Vec<u8>> {
        let mut starts = Vec::new();
        spellings(&self.stem, &mut starts);
        for (_, base) in &self.bases {
            if base.len >= self.shortest(base) {
                spellings(&lengthened(base.base()), &mut starts);
                spellings(base.base(), &mut starts);
            }
        }
        // A stem loses a `ge` in the midst of the word too: `eigenlijk`, `ongeloof`.
        let infix = self.word.windows(2).skip(1).position(|two| two == b"ge").map_or(0, |before| before + 1);
        if infix > 0
            && let Some((before, rest)) = self.stem.split_at_checked(infix)
            && self.word.starts_with(before)
        {
            starts.push([before, b"ge", rest].concat());
        }
        let n = starts.len();
        ablaut::separable(self.word, &mut |prefix| {
            for at in 0..n {
                if let Some(rest) = starts[at].strip_prefix(prefix) {
                    starts.push([prefix, b"ge", rest].concat());
                }
            }
        });
        starts.order();
        starts.dedup();
        starts.retain(|start| start.len() >= 2);
        starts
    }

    /// What `letters` count as a form of the word; `None` where they are none.
    fn weigh(&self, letters: &[u8]) -> Option<f32> {
        let same_stem = stem_of(letters) == self.stem;
        // A `ge` that only one of them has makes a participle, or another word.
        let participle = is_participle(letters);
        let one_has_ge = self.word.starts_with(b"ge") != letters.starts_with(b"ge");
        let fits = !one_has_ge || self.is_participle || participle;
        if fits && let Some(weight) = self.inflected(letters, same_stem) {
            return Some(weight);
        }
        match same_stem {
            true if self.derives(letters) => Some(match () {
                () if one_has_ge && !fits => UNLIKE,
                () if is_old_word(letters) && !is_old_word(self.word) => OLD_DERIVED,
                () => DERIVED,
            }),
            true if !self.is_known => Some(DISTANT),
            _ => None,
        }
    }

    /// Whether the stem is so much of the word, from its beginning, that what shares it is of its family; or both words share
    /// as much.
    fn derives(&self, letters: &[u8]) -> bool {
        let n = self.stem.len();
        let begins = |word: &[u8]| {
            let n_shared = n_shared(word, &self.stem);
            n_shared + 2 >= n || n_shared >= 4
        };
        let whole = begins(self.word) || ablaut::without_ge(self.word).is_some_and(|rest| begins(&rest));
        (whole || n_shared(self.word, letters) >= n) && (n >= 4 || 2 * n >= self.word.len())
    }

    fn inflected(&self, letters: &[u8], same_stem: bool) -> Option<f32> {
        let whole = if same_stem { INFLECTED } else { OTHERWISE };
        let mut best: Option<f32> = None;
        each_base(letters, &mut |way, other| {
            for (own, typed) in &self.bases {
                let may = *own == way && (same_stem || typed.len >= self.shortest(typed));
                if !may || typed.base() != other.base() {
                    continue;
                }
                let one_is_long = matches!((typed.is_long, other.is_long), (Some(a), Some(b)) if a != b);
                let weight = match (typed.ending, other.ending) {
                    _ if one_is_long && typed.len < BASE_FROM => continue,
                    _ if one_is_long => DERIVED,
                    (Ending::OfVerb, Ending::None) => BARE,
                    // A noun has one plural: `engelen`, not `engels`.
                    (Ending::En, Ending::S) | (Ending::S, Ending::En) => DERIVED,
                    _ => whole,
                };
                let weight = if other.is_old && !typed.is_old { weight.min(OLD) } else { weight };
                best = Some(best.map_or(weight, |best| best.max(weight)));
            }
        });
        best
    }
}

/// How many letters two words share at their beginnings.
fn n_shared(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Whether a word may be a participle: `gebouwd`, `gebouwde`, `afgezet`, not `gebouw`.
fn is_participle(word: &[u8]) -> bool {
    matches!(word.strip_suffix(b"e").unwrap_or(word), [.., b'd' | b't']) && ablaut::without_ge(word).is_some()
}

/// Endings that a form may have behind a start; what else stands there makes another word.
fn is_ending(start: &[u8], ending: &[u8]) -> bool {
    const ENDINGS: Packed<98> = Packed::of(
        "a aar aars achtig achtige air aire ale alen arij atie atief aties atieve baar baarheid bare d de den der \
         e eer eerd eerde eerden eert el elen en end ende enden er erd erde ere eren erig erij erijen ering \
         eringen ers es heden heid i ie ieel ief iele ies ieve ig ing ingen inkje isch ische isme ist isten iteit \
         iteiten je jes lijk lijke lijker lijkheid lijkst n nd nde ne nen r s se sel sels st ste ster sters t te \
         ten ter ters ting tingen tje tjes um ums us",
    );
    let holds = |ending: &[u8]| {
        ENDINGS.holds(ending) || ending.strip_suffix(b"s").is_some_and(|rest| rest.len() > 2 && ENDINGS.holds(rest))
    };
    match ending {
        [] => true,
        [b'i', b'g', rest @ ..] if ENDINGS.holds(rest) => true,
        // The last consonant may be doubled before the ending.
        [first, rest @ ..] => {
            let may =
                !matches!(first, b'a' | b'e' | b'i' | b'o' | b'u') && (rest.len() > 1 || start.ends_with(&[*first]));
            holds(ending) || (may && holds(rest))
        }
    }
}

/// Adds how the words of a stem may begin: with it, with its vowel written once, with `v` for `f`, `z` for `s`, after `ge`.
fn spellings(stem: &[u8], starts: &mut Vec<Vec<u8>>) {
    let first = starts.len();
    starts.push(stem.to_vec());
    if let [head @ .., before, vowel @ (b'a' | b'e' | b'o' | b'u'), last] = stem
        && before == vowel
    {
        starts.push([head, &[*vowel, *last]].concat());
    }
    for (ending, other) in [("heid", "hed"), ("eer", "at")] {
        if let Some(short) = stem.strip_suffix(ending.as_bytes()) {
            starts.push([short, other.as_bytes()].concat());
        }
    }
    for at in first..starts.len() {
        let soft = match starts[at].last() {
            Some(b'f') => b'v',
            Some(b's') => b'z',
            _ => continue,
        };
        let mut other = starts[at].clone();
        other.pop();
        other.push(soft);
        starts.push(other);
    }
    if stem.len() >= 3 {
        starts.push([&b"ge"[..], stem].concat());
    }
}

/// The word without one of the endings of a way, spelling evened out.
struct Base {
    bytes: [u8; MAX_WORD_BYTES],
    len: usize,
    ending: Ending,
    /// Whether the vowel is long, as spelling tells it of a base of one syllable.
    is_long: Option<bool>,
    /// Spelt as no one does any more.
    is_old: bool,
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
    fn of(ending: &[u8]) -> Ending {
        match ending {
            [] => Ending::None,
            b"en" => Ending::En,
            b"s" => Ending::S,
            [b'e', b'n', b'd', ..] | [b'd' | b't'] | [b'd' | b't', b'e'] | [b'd' | b't', b'e', b'n'] => Ending::OfVerb,
            _ => Ending::Other,
        }
    }
}

impl Base {
    fn base(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Calls `found` with all bases that `word` may have, each with its way.
fn each_base(word: &[u8], found: &mut dyn FnMut(u8, Base)) {
    let rest = ablaut::without_ge(word);
    for (way, endings) in (0..).zip(WAYS) {
        each_base_of(word, endings, false, &mut |base| found(way, base));
        if let Some(rest) = rest.as_deref().filter(|_| endings.contains(&"end")) {
            each_base_of(rest, endings, true, &mut |base| found(way, base));
        }
    }
}

/// The same by one way, of a word or of a participle that has lost its `ge`.
fn each_base_of(word: &[u8], endings: &[&str], participle: bool, found: &mut dyn FnMut(Base)) {
    for ending in endings.iter().map(|ending| ending.as_bytes()) {
        let Some(base) = word.strip_suffix(ending) else { continue };
        let may = match participle {
            true => matches!(ending, [b'd' | b't', ..]) || base.ends_with(b"t") || base.ends_with(b"d"),
            false => ending != b"d" || is_prefixed(word),
        };
        if !may || !(3..=MAX_WORD_BYTES).contains(&base.len()) || !fits(base, ending) {
            continue;
        }
        let (bytes, len) = evened(base);
        let is_long = is_long(base, ending);
        let is_old = is_old(base, ending, participle);
        let ending = if participle { Ending::OfVerb } else { Ending::of(ending) };
        found(Base { bytes, len, ending, is_long, is_old });
    }
}

/// Whether an ending may stand behind a base: `t` after the consonants of *'t kofschip*, `d` after the others, `der` after
/// `r`, and no ending after a vowel that it would have changed.
fn fits(base: &[u8], ending: &[u8]) -> bool {
    let last = base.last().copied().unwrap_or_default();
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    match *base {
        // Only after a short vowel is a consonant doubled.
        [.., first, second, third, last]
            if third == last && !is_vowel(last) && is_vowel(first) && (is_vowel(second) || second == b'j') =>
        {
            return false;
        }
        [.., b'z', b'z'] | [.., b'v', b'v'] => return false,
        _ => {}
    }
    match ending {
        [b't', b'e', ..] => matches!(last, b't' | b'k' | b'f' | b's' | b'p' | b'x' | b'h'),
        [b'd', b'e', b'r', ..] => last == b'r',
        [b'd', ..] => !matches!(last, b't' | b'k' | b'p' | b'x'),
        [b's', b't', ..] | b"er" | b"ere" => !is_vowel(last),
        _ => true,
    }
}

/// Whether base and ending are spelt as they were until some centuries ago: `deel-en`, `gewissel-t`, `opening-e`.
fn is_old(base: &[u8], ending: &[u8], participle: bool) -> bool {
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    match (base, ending) {
        ([.., first, second, last], [b'e' | b'i', ..]) if first == second && is_vowel(*first) && !is_vowel(*last) => {
            true
        }
        ([.., b'i', b'n', b'g'] | [.., b'n', b'i', b's', b's'], b"e") => true,
        ([.., last], b"t") => participle && !matches!(last, b't' | b'k' | b'f' | b's' | b'p' | b'x' | b'h'),
        _ => false,
    }
}

/// Whether a word may be spelt so.
fn is_old_word(word: &[u8]) -> bool {
    let mut old = false;
    each_base(word, &mut |_, base| old |= base.is_old);
    old
}

/// Whether a participle of this word may lack its `ge`: `bedankt`.
fn is_prefixed(word: &[u8]) -> bool {
    ["be", "ge", "her", "ont", "ver", "er", "over", "onder", "mis", "vol", "weer", "door", "om", "voor", "achter"]
        .iter()
        .any(|prefix| word.starts_with(prefix.as_bytes()))
}

/// Whether the last vowel is long: `maak-t`, `mak-en`; short: `stap-t`, `stapp-en`. `None` for more than one syllable, where
/// an `e` may be neither, and for vowels that are written one way.
fn is_long(base: &[u8], ending: &[u8]) -> Option<bool> {
    let is_vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j');
    let is_open = matches!(ending, [b'a' | b'e' | b'i', ..]);
    let end = base.iter().rposition(is_vowel)? + 1;
    let start = base[..end].iter().rposition(|byte| !is_vowel(byte)).map_or(0, |before| before + 1);
    if base[..start].iter().any(is_vowel) {
        return None;
    }
    match base[start..] {
        [vowel @ (b'a' | b'e' | b'o' | b'u'), same, last] if vowel == same && !is_vowel(&last) => Some(true),
        [b'a' | b'e' | b'o' | b'u', last] if !is_vowel(&last) => Some(is_open),
        [b'a' | b'e' | b'o' | b'u', one, two] if is_open && one == two && !is_vowel(&one) => Some(false),
        _ => None,
    }
}

/// Spelt as if the last syllable were open, with `f` for `v` and `s` for `z` at the end, and `hed` for `heid`: `maak`, `mak`;
/// `leev`, `lef`. At most [`MAX_WORD_BYTES`] letters, and how many.
fn evened(base: &[u8]) -> ([u8; MAX_WORD_BYTES], usize) {
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
fn lengthened(base: &[u8]) -> Vec<u8> {
    match base {
        [head @ .., before, vowel @ (b'a' | b'e' | b'o' | b'u'), last]
            if !matches!(before, b'a' | b'e' | b'o' | b'u') && last.is_ascii_alphabetic() =>
        {
            [head, &[*before, *vowel, *vowel, *last]].concat()
        }
        _ => base.to_vec(),
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
            let found = forms(&vocabulary, word.as_bytes());
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
        check("leende", "leenen lenen leening", "leenen 0.78, lenen 0.8");
        check("smeerde", "gesmeerd gesmeert", "gesmeerd 0.85, gesmeert 0.78");
        check("rijpingen", "rijping rijpinge", "rijping 0.85, rijpinge 0.78");
        check("ongeduldig", "ongeduld", "ongeduld 0.7");
        check("bemoedigingen", "bemoedigen", "bemoedigen 0.7");
        check("raapje", "rapen rappen", "rapen 0.85");
        check("mopje", "moppen mopen", "moppen 0.85");
        check("slap", "slappe", "slappe 0.8");
        check("uiteenspatten", "uiteengespat", "uiteengespat 0.85");
        check("imitatief", "imitatie", "imitatie 0.7");
    }

    #[test]
    fn evens_spelling_out() {
        let check = |word: &str, expected: &str| {
            let (bytes, n) = evened(word.as_bytes());
            assert_eq!(std::str::from_utf8(&bytes[..n]).unwrap(), expected, "{word}");
        };
        check("mogelijkheid", "mogelijkhed");
        check("bomm", "bom");
        check("leev", "lef");
        check("zee", "zee");
    }
}
