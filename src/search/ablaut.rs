//! Strong and irregular verbs of Dutch: forms that no ending tells, `dragen` and `droeg`.

use crate::text::Order;
use std::sync::OnceLock;

/// The verbs, each with the vowels that it goes through, as a closed syllable spells them: `zit`, `zat`, `zaten`, `gezeten`.
/// The participle has the last one, or the first where `=` stands at the end: `gedragen`.
///
/// Those that grammars list (Haeseryn et al., "Algemene Nederlandse Spraakkunst", 2.3.4), without the rarest.
const VERBS: &str = "\
bak biek=|bederf bedierf bedorf|bedrieg bedroog|begin begon|berg borg|bid bad baad beed|bied bood|bijt beet|\
bind bond|blaas blies=|blijk bleek|blijf bleef|blink blonk|breek brak braak brook|breng bracht|buig boog|\
denk dacht|ding dong|doe deed daan|draag droeg=|drijf dreef|dring drong|drink dronk|druip droop|duik dook|\
dwijn dween|dwing dwong|eet at aat geet|fluit floot|ga ging gaan|genees genas=|geniet genoot|geef gaf gaaf=|\
giet goot|glijd gleed|glim glom|graaf groef=|grijp greep|hang hing=|heb had heeft hebt|hef hief heef|\
help hielp holp|houd hield=|jaag joeg=|kies koos|kijk keek|klim klom|klink klonk|knijp kneep|kom kwam kwaam koom|\
koop kocht|krijg kreeg|krimp kromp|kruip kroop|kan kun kon|laad=|laat liet=|lees las laas=|lieg loog|\
lig lag laag leeg|lijd leed|lijk leek|loop liep=|meet mat maat=|moet moest|mag mocht moog|neem nam naam noom|\
prijs prees|raad ried=|rijd reed|rijs rees|roep riep=|ruik rook|scheid=|scheld schold|schenk schonk|\
schep schiep schaap|scheer schoor|schiet schoot|schijn scheen|schrijd schreed|schrijf schreef|schrik schrok|\
schuif schoof|sla sloeg slaan slaag|slaap sliep=|slijp sleep|slijt sleet|sluip sloop|sluit sloot|smelt smolt|\
smijt smeet|snijd sneed|snuif snoof|spijt speet|spin spon|splijt spleet|spreek sprak spraak sprook|\
spring sprong|spruit sproot|spuit spoot|sta stond staan|steek stak staak stook|steel stal staal stool|\
sterf stierf storf|stijg steeg|stink stonk|strijd streed|strijk streek|treed trad traad=|tref trof|trek trok|\
val viel=|vang ving=|vaar voer=|vecht vocht|vergeet vergat vergaat=|verlies verloor|vind vond|vlecht vlocht|\
vlieg vloog|vlied vlood|vraag vroeg=|vries vroor|was wies=|weeg woog|werf wierf worf|werp wierp worp|weet wist=|\
wijk week|wijs wees|wijt weet|win won|word werd=|wrijf wreef|wring wrong|zeg zei|zend zond|zie zag zaag zien|\
zing zong|zink zonk|zit zat zaat zeet|zoek zocht|zuig zoog|zuip zoop|zwel zwol|zwem zwom|zweer zwoor|\
zwerf zwierf zworf|zwijg zweeg";

#[derive(Debug)]
struct Verb {
    bases: Vec<&'static str>,
    /// Of the participle.
    participle: &'static str,
}

/// The verbs, and for each base in order of its letters the verb that it is of.
#[derive(Debug)]
struct Verbs {
    verbs: Vec<Verb>,
    by_base: Vec<(&'static str, usize)>,
}

impl Verbs {
    fn get() -> &'static Verbs {
        static ALL: OnceLock<Verbs> = OnceLock::new();
        ALL.get_or_init(|| {
            let read = |verb: &'static str| {
                let bases: Vec<&str> = verb.trim_end_matches('=').split(' ').collect();
                let participle = if verb.ends_with('=') { bases[0] } else { bases[bases.len() - 1] };
                Verb { bases, participle }
            };
            let verbs: Vec<Verb> = VERBS.split('|').map(read).collect();
            let all = verbs.iter().enumerate();
            let mut by_base: Vec<(&str, usize)> =
                all.flat_map(|(at, verb)| verb.bases.iter().map(move |base| (*base, at))).collect();
            by_base.order();
            Verbs { verbs, by_base }
        })
    }

    /// The verbs that have this base.
    fn with(&self, base: &str) -> impl Iterator<Item = &Verb> {
        let from = self.by_base.partition_point(|(own, _)| *own < base);
        let same = self.by_base[from..].iter().take_while(move |(own, _)| *own == base);
        same.map(|(_, verb)| &self.verbs[*verb])
    }
}

/// Calls `found` with the forms that `word`, in ASCII letters, may have besides, whatever prefix stands before:
/// `aangeboden`, `aanbieden`.
pub fn forms(word: &str, mut found: impl FnMut(&str)) {
    let verbs = Verbs::get();
    for ending in ["", "t", "den", "en", "end", "ende", "n", "e"] {
        let Some(base) = word.strip_suffix(ending).filter(|base| base.len() >= 2) else { continue };
        let base = closed(base, ending.starts_with('e'));
        for at in 0..base.len() - 1 {
            let (before, own) = base.split_at(at);
            if !before.is_empty() && !is_prefix(before) {
                continue;
            }
            for verb in verbs.with(own) {
                let before = before.strip_suffix("ge").unwrap_or(before);
                verb.bases.iter().for_each(|other| write(before, other, &mut found));
                found(&format!("{before}ge{}en", open(verb.participle)));
            }
        }
    }
}

/// What may stand before a verb, in order of the letters.
const PREFIXES: &[&str] = &[
    "", "aan", "achter", "af", "be", "bij", "binnen", "boven", "buiten", "deel", "dicht", "door", "goed", "her", "in",
    "langs", "los", "mee", "mis", "na", "neer", "om", "onder", "ont", "op", "open", "over", "plaats", "rond", "samen",
    "stil", "tegemoet", "tegen", "terug", "toe", "tussen", "uit", "vast", "ver", "vol", "voor", "vooraf", "voort",
    "vrij", "waar", "weer", "weg",
];

/// A prefix, with the `ge` of a participle behind it.
fn is_prefix(before: &str) -> bool {
    PREFIXES.binary_search(&before.strip_suffix("ge").unwrap_or(before)).is_ok()
}

/// A participle without its `ge`: `gebouwd`, `bouwd`; `afgezet`, `afzet`. `None` for what cannot be one.
pub fn without_ge(word: &str) -> Option<String> {
    let (before, behind) =
        word.match_indices("ge").map(|(at, ge)| (&word[..at], &word[at + ge.len()..])).find(|(before, behind)| {
            let parts = !matches!(*before, "be" | "her" | "ont" | "ver");
            behind.len() >= 3 && parts && PREFIXES.binary_search(before).is_ok()
        })?;
    Some(format!("{before}{behind}"))
}

/// The prefixes with which `word` may begin that a participle's `ge` parts from the rest: `af` of `afzetten`.
pub fn separable(word: &str) -> impl Iterator<Item = &'static str> {
    let parts = PREFIXES.iter().filter(|prefix| !matches!(**prefix, "" | "be" | "her" | "ont" | "ver"));
    parts.copied().filter(move |prefix| word.starts_with(prefix))
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// A base as a closed syllable spells it, where an ending with a vowel may have opened it: `drag-en`, `draag`.
fn closed(base: &str, is_open: bool) -> String {
    let mut bytes = base.as_bytes().to_vec();
    match bytes[..] {
        [.., first, vowel, before, last]
            if is_open && before == last && !is_vowel(last) && is_vowel(vowel) && !is_vowel(first) =>
        {
            bytes.pop();
        }
        [.., before, vowel, last] if is_open && is_vowel(vowel) && !is_vowel(before) && !is_vowel(last) => {
            bytes.insert(bytes.len() - 1, vowel);
        }
        [vowel, last] if is_open && is_vowel(vowel) && !is_vowel(last) => bytes.insert(0, vowel),
        _ => {}
    }
    match bytes.last_mut() {
        Some(last) if *last == b'v' => *last = b'f',
        Some(last) if *last == b'z' => *last = b's',
        _ => {}
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A base as an open syllable spells it: `draag`, `drag-en`; `zit`, `zitt-en`; `schreef`, `schrev-en`.
fn open(base: &str) -> String {
    let n = base.len();
    let (head, last) = base.split_at(n - 1);
    let soft = match last {
        "f" => "v",
        "s" => "z",
        _ => last,
    };
    match *head.as_bytes() {
        [.., before, vowel] if before == vowel => format!("{}{soft}", &head[..head.len() - 1]),
        [.., before, vowel] if is_vowel(vowel) && !is_vowel(before) && (before, vowel) != (b'i', b'j') => {
            format!("{base}{last}")
        }
        [vowel] if is_vowel(vowel) => format!("{base}{last}"),
        _ => format!("{head}{soft}"),
    }
}

fn write(before: &str, base: &str, found: &mut dyn FnMut(&str)) {
    let open = open(base);
    for ending in ["", "t", "den", "n"] {
        found(&format!("{before}{base}{ending}"));
    }
    for ending in ["en", "end", "ende", "e"] {
        found(&format!("{before}{open}{ending}"));
    }
    if ["cht", "aan", "ien", "had"].iter().any(|ending| base.ends_with(ending)) {
        found(&format!("{before}ge{base}"));
    }
}

#[cfg(test)]
mod tests {
    use super::{forms, without_ge};

    #[test]
    fn takes_ge_from_participles() {
        let check = |word: &str, expected: Option<&str>| assert_eq!(without_ge(word).as_deref(), expected, "{word}");
        check("gebouwd", Some("bouwd"));
        check("afgezet", Some("afzet"));
        check("begeven", None);
        check("legevens", None);
        check("bouwde", None);
    }

    #[test]
    fn knows_strong_verbs() {
        let check = |word: &str, other: &str, expected: bool| {
            let mut is_found = false;
            forms(word, |form| is_found |= form == other);
            assert_eq!(is_found, expected, "{word} {other}");
        };
        check("droegen", "dragen", true);
        check("dacht", "denken", true);
        check("aangeboden", "aanbieden", true);
        check("aanbieden", "aangeboden", true);
        check("zaten", "zitten", true);
        check("gekozen", "kiezen", true);
        check("schreef", "geschreven", true);
        check("leek", "lijken", true);
        check("toegewezen", "toewijzen", true);
        check("vrijkwamen", "vrijkomt", true);
        check("at", "eten", true);
        check("denken", "gedacht", true);
        check("leek", "gelijke", false);
        check("breken", "gebroken", true);
        check("breken", "gebreken", false);
        check("overlaten", "overgelaten", true);
        check("wet", "weten", false);
        check("les", "lezen", false);
    }
}
