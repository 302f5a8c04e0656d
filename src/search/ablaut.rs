//! Strong and irregular verbs of Dutch: forms that no ending tells, `dragen` and `droeg`.

use super::packed::Packed;
use crate::text::{Order, parted};
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

/// Each base with the verb that it is of, in order of the letters.
fn bases() -> &'static [(&'static [u8], &'static [u8])] {
    static ALL: OnceLock<Vec<(&[u8], &[u8])>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for verb in parted(VERBS.as_bytes(), b'|') {
            all.extend(bases_of(verb).map(|base| (base, verb)));
        }
        all.order_by(|(a, _), (b, _)| a.cmp(b));
        all
    })
}

fn bases_of(verb: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    parted(verb.strip_suffix(b"=").unwrap_or(verb), b' ')
}

/// Calls `found` with the forms that `word`, in ASCII letters, may have besides, whatever prefix stands before:
/// `aangeboden`, `aanbieden`.
pub fn forms(word: &[u8], found: &mut dyn FnMut(&[u8])) {
    for ending in ["", "t", "den", "en", "end", "ende", "n", "e"] {
        let Some(base) = word.strip_suffix(ending.as_bytes()).filter(|base| base.len() >= 2) else { continue };
        let base = closed(base, ending.starts_with('e'));
        for at in 0..base.len() - 1 {
            let (before, own) = base.split_at(at);
            let before = before.strip_suffix(b"ge").unwrap_or(before);
            if !is_separable(before) && !matches!(before, b"be" | b"her" | b"ont" | b"ver") {
                continue;
            }
            let verbs = &bases()[bases().partition_point(|(base, _)| *base < own)..];
            for (_, verb) in verbs.iter().take_while(|(base, _)| *base == own) {
                bases_of(verb).for_each(|other| write(before, other, found));
                let mut of_participle = bases_of(verb);
                let participle = if verb.ends_with(b"=") { of_participle.next() } else { of_participle.next_back() };
                found(&[before, b"ge", &open(participle.unwrap_or_default()), b"en"].concat());
            }
        }
    }
}

/// What may stand before a verb and be parted from it, in order of the letters.
const SEPARABLE: Packed<71> = Packed::of(
    "aan achter af bekend bij bijeen binnen bloot boven buiten dank deel dicht dood door gelijk goed heen hoog in \
     ineen kennis klaar kwijt langs leeg lief los mede mee mis na neer nood om onder op open over plaats recht rond \
     samen schoon stil stuk tegemoet tegen teleur terecht terug teweeg thuis toe tussen uit uiteen vast veilig vol \
     voor vooraf voorbij voort vooruit vorm vrij waar wakker weer weg",
);

fn is_separable(before: &[u8]) -> bool {
    before.is_empty() || SEPARABLE.holds(before)
}

/// A participle without its `ge`: `gebouwd`, `bouwd`; `afgezet`, `afzet`. `None` for what cannot be one.
pub fn without_ge(word: &[u8]) -> Option<Vec<u8>> {
    let mut places = 0..word.len().saturating_sub(4);
    let at = places.find(|&at| word[at..].starts_with(b"ge") && is_separable(&word[..at]))?;
    Some([&word[..at], &word[at + 2..]].concat())
}

/// Calls `found` with the prefixes that `word` may begin with and that a participle's `ge` parts from the rest: `af` of
/// `afzetten`.
pub fn separable(word: &[u8], found: &mut dyn FnMut(&[u8])) {
    SEPARABLE.each(&mut |prefix| {
        if word.starts_with(prefix) {
            found(prefix);
        }
    });
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// A base as a closed syllable spells it, where an ending with a vowel may have opened it: `drag-en`, `draag`.
fn closed(base: &[u8], is_open: bool) -> Vec<u8> {
    let mut bytes = base.to_vec();
    match bytes[..] {
        _ if !is_open => {}
        [.., first, vowel, before, last]
            if before == last && !is_vowel(last) && is_vowel(vowel) && !is_vowel(first) =>
        {
            bytes.pop();
        }
        [.., before, vowel, last] if is_vowel(vowel) && !is_vowel(before) && !is_vowel(last) => {
            bytes.insert(bytes.len() - 1, vowel);
        }
        [vowel, last] if is_vowel(vowel) && !is_vowel(last) => bytes.insert(0, vowel),
        _ => {}
    }
    match bytes.last_mut() {
        Some(last) if *last == b'v' => *last = b'f',
        Some(last) if *last == b'z' => *last = b's',
        _ => {}
    }
    bytes
}

/// A base as an open syllable spells it: `draag`, `drag-en`; `zit`, `zitt-en`; `schreef`, `schrev-en`.
fn open(base: &[u8]) -> Vec<u8> {
    let mut open = base.to_vec();
    let Some(last) = open.pop() else { return open };
    let soft = match last {
        b'f' => b'v',
        b's' => b'z',
        _ => last,
    };
    match open[..] {
        [.., before, vowel] if before == vowel => {
            open.pop();
            open.push(soft);
        }
        [.., before, vowel] if is_vowel(before) || !is_vowel(vowel) => open.push(soft),
        [.., vowel] if is_vowel(vowel) => open.extend([last, last]),
        _ => open.push(soft),
    }
    open
}

fn write(before: &[u8], base: &[u8], found: &mut dyn FnMut(&[u8])) {
    let open = open(base);
    for (base, endings) in [(base, ["", "t", "den", "n"]), (&open, ["en", "end", "ende", "e"])] {
        endings.iter().for_each(|ending| found(&[before, base, ending.as_bytes()].concat()));
    }
    if ["cht", "aan", "ien", "had"].iter().any(|ending| base.ends_with(ending.as_bytes())) {
        found(&[before, b"ge", base].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::{forms, without_ge};

    #[test]
    fn takes_ge_from_participles() {
        let check = |word: &str, expected: Option<&str>| {
            assert_eq!(without_ge(word.as_bytes()).as_deref(), expected.map(str::as_bytes), "{word}")
        };
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
            forms(word.as_bytes(), &mut |form| is_found |= form == other.as_bytes());
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
