//! Finite verbs that tell on which side of now a sentence speaks.

use super::lexicon::{Key, any, sorted};
use std::ops::Deref;

/// Of the past, Dutch and English; Dutch strong verbs without their prefixes.
const PAST: &[Key] = sorted!(
    "aten became beet began begon begonnen besloot besloten beten bewees bewezen bleef bleek bleken bleven blies \
     bliezen boden bogen bond bonden bood boog bought bracht brachten brak braken broke brought built came caught \
     chose daalde daalden dacht dachten deden deed did died diende doken dook dreef dreven drew droeg droegen \
     dronk dronken dropen drove dween dwenen dwong dwongen ended fell felt flew floot floten forced fought found \
     gaf gave gaven gebeurde genas genazen genoot genoten ging gingen gleed gold golden goot got greep grepen \
     grew groef groeven had hadden heard hees heette heetten held hesen hief hield hielden hielp hielpen hieven \
     hing hingen hired keek keken kept klom klommen klonk klonken kneep knepen knew kocht kochten kon konden koos \
     kozen kreeg kregen kromp krompen kroop kwam kwamen lag lagen laid las lazen led leed leek left legde leken \
     liep liepen liet lieten logen loog loor loren lost maakte made maten meant met mocht mochten moest moesten \
     nam namen ontstond ontstonden ontving ontvingen ontweek overleden overleed paid prees prezen ran rang \
     received reed rees rezen rieden riep riepen rose said sat saw scheen schenen schonk schonken schoot schoten \
     schreef schreven schrok schrokken sent shook shot slept sliep sliepen sloeg sloegen sloop sloot slopen \
     sloten smeet smolt smolten sneed sold sought spent spoke sprak spraken sprong sprongen stak staken stal \
     stalen stapte steeg stegen stelde stierf stierven stond stonden stonk stonken stood streden streed streek \
     streken struck swore taught thought threw told took trad traden trof troffen trok trokken understood \
     verdween vergat vergaten verliet verloor verscheen verschenen verwees verwezen viel vielen ving vingen \
     vlogen vloog vochten voldeden vond vonden vraten vroeg vroegen vroor vroren waren was wees went werd werden \
     were wezen wierf wierp wierpen wierven wilde wilden wist wisten wogen won wonnen woog wore wou wrong wrongen \
     wrote zag zagen zat zaten zei zeiden zocht zochten zogen zond zonden zong zonk zonken zoog zweeg zweek \
     zwegen zwoer zwol zwollen zwom zwommen zworen"
);

/// Of what is or will be.
const AHEAD: &[Key] = sorted!(
    "am are beginnen begins begint behandelt ben beslist bespreekt bespreken can closes debatteert dienen dient \
     doet duurt eindigt ends expect expects expires ga gaan gaat gelden geldt gelieve gereed graag heropent hoop \
     hoopt hopen hoor hoort houdt i'm is kan kom komen komt kun kunnen kunt ligt ll loopt lukt m mag meets moet moeten must \
     neem ontvangen opens opent plan plans please rijden rijdt see shall should sluit sluiten spreekt spreken staat \
     start starten starts stemt stopt streeft streven takes treedt vergaderen vergadert verhuist verhuizen \
     verloopt verschijnen verschijnt vertrekt vervallen vervalt verwacht verwachten vinden vindt volgt wachten \
     wil will willen wilt worden wordt zal zie zijn zoeken zoekt zullen zult"
);

const PREFIXES: &[&str] = &[
    "aan", "af", "be", "bij", "door", "her", "in", "mis", "na", "onder", "ont", "op", "over", "toe", "uit", "ver",
    "voor",
];

/// A word in lower case with its key, which dozens of lists are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    pub text: &'a str,
    key: Key,
}

impl Deref for Form<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl PartialEq<&str> for Form<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl<'a> Form<'a> {
    /// Of no word.
    pub const NONE: Form<'static> = Form { text: "", key: Key::NONE };

    pub fn of(text: &'a str) -> Form<'a> {
        Form { text, key: Key::of_word(text) }
    }

    /// Whether it is one of a list.
    pub fn is(self, words: &[Key]) -> bool {
        words.contains(&self.key)
    }

    fn is_known(self, sorted: &[Key]) -> bool {
        sorted.binary_search(&self.key).is_ok()
    }

    pub fn is_past(self) -> bool {
        let known = |rest: &str| rest.len() > 3 && Form::of(rest).is_known(PAST);
        self.is_known(PAST) || PREFIXES.iter().any(|prefix| self.text.strip_prefix(prefix).is_some_and(known))
    }

    pub fn is_present_plural(self) -> bool {
        let known = |rest: &str| Form::of(rest).is_known(PRESENT);
        self.is_known(PRESENT) || PREFIXES.iter().any(|prefix| self.text.strip_prefix(prefix).is_some_and(known))
    }

    /// A small word that Dutch has not.
    pub fn is_small_english(self) -> bool {
        self.is_known(SMALL_ENGLISH)
    }

    pub fn is_ahead(self) -> bool {
        self.is_known(AHEAD)
    }
}

/// Whether a folded word is a known verb of the past: "trok", "vertrok".
pub fn is_past(word: &str) -> bool {
    Form::of(word).is_past()
}

const SMALL_ENGLISH: &[Key] =
    sorted!("and are at by for from has have he his i it on our shall she that the their they this to will with your");

/// Stems that end in t or d: their plural of the present looks like a weak past.
const PRESENT: &[Key] = sorted!(
    "achten baten belasten berichten besteden bidden bieden binden branden dichten doden duiden eten gelden \
     genieten gieten haasten heten hoeden houden kosten laden landen laten leiden letten lichten lijden luiden \
     melden meten monden nieten planten plichten posten praten raden redden richten rijden rusten scheiden \
     schieten schudden sluiten snijden spreiden starten stichten storten stoten strijden testen trachten treden \
     uiten vergoeden verlaten vinden vluchten voeden wachten wedden wenden weten worden zenden zetten zitten"
);

/// "kosten", "aanbieden", "verwachten": of now, or an infinitive, though it ends as a weak past.
pub fn is_present_plural(word: &str) -> bool {
    Form::of(word).is_present_plural()
}

pub fn is_ahead(word: &str) -> bool {
    Form::of(word).is_ahead()
}

/// What is dated when it is done.
pub const SENT: &[Key] = any!(
    "verzonden verstuurd toegezonden toegestuurd ontvangen ingekomen ingediend getekend ondertekend afgegeven gedagtekend \
     gedateerd sent received signed issued dated posted mailed"
);

/// English verbs whose past looks as their present.
pub const UNCHANGED: &[Key] = any!("put set cut let read hit shut quit spread split cost shed hurt burst cast");

/// What makes an infinitive, a participle or a present of one of [`UNCHANGED`].
pub const LEADS_INFINITIVE: &[Key] =
    any!("to will shall can could may might must should would please be is are been being not let's");

/// "voelden", "organiseerde": a weak past by its ending, where no better known verb stands.
pub fn is_weak_past(word: &str) -> bool {
    ends_weakly(Form::of(word))
}

pub fn ends_weakly(word: Form<'_>) -> bool {
    const NOUNS: &[Key] = any!(
        "waarden leden landen handen gronden vrienden beelden velden standen eenheden steden kosten lasten \
         klanten klachten rechten plichten krachten gasten posten diensten teksten eerste laatste derde vierde \
         waarde orde aarde einde beste grootste hoogste tweede honderden duizenden middelste gemeenten mede \
         bepaalde genoemde betrokkenheden zelfde"
    );
    let endings = [
        "elde", "elden", "eerde", "eerden", "aakte", "aakten", "erkte", "erkten", "oerde", "oerden", "igde", "igden",
        "oonde", "oonden", "eurde", "eurden", "rmde", "rmden", "agde", "agden", "olgde", "olgden", "orgde", "orgden",
        "uurde", "uurden", "klaarde", "klaarden", "aalde", "aalden", "eide", "eiden", "oogde", "oogden", "eekte",
        "eekten", "uikte", "uikten", "apte", "apten", "opte", "opten", "ierde", "ierden", "eemde", "eemden", "oemde",
        "oemden", "eende", "eenden", "uldigde", "aderde", "aderden", "everde", "everden",
    ];
    word.len() > 5
        && !word.is_present_plural()
        && !word.is(NOUNS)
        && (endings.iter().any(|ending| word.ends_with(ending)) || has_past_ending_on_a_stem(&word))
}

/// "kostte", "meldden", "praatte": the ending of the past behind a stem in `t` or `d`. "hitte" and "redden" have a short vowel there.
fn has_past_ending_on_a_stem(word: &str) -> bool {
    let stem = word.strip_suffix('n').unwrap_or(word);
    let stem = ["tte", "dde"].iter().find_map(|ending| stem.strip_suffix(ending)).map(str::as_bytes);
    let is_vowel = |letter: &u8| b"aeiouy".contains(letter);
    matches!(stem, Some([.., before, last]) if !is_vowel(last) && last.is_ascii() || is_vowel(before))
}

/// Ends of strong participles behind a prefix: "ontslagen", "besproken", "vervallen".
const STRONG: &[&str] =
    &["agen", "angen", "oken", "omen", "allen", "egen", "ezen", "orpen", "onden", "oren", "oden", "onnen"];

/// "opgestapt", "aangeboden", "gezegd", "verschenen", "been".
pub fn is_participle(word: &str) -> bool {
    participle_form(Form::of(word))
}

pub fn participle_form(word: Form<'_>) -> bool {
    let separated = [
        "op", "aan", "af", "uit", "in", "mee", "toe", "voor", "over", "door", "terug", "bij", "samen", "neer", "vast",
        "plaats", "weg", "om", "binnen", "tegen", "achter", "weer", "rond", "los", "klaar", "bijeen", "voort", "heen",
        "na",
    ]
    .iter()
    .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.starts_with("ge") && rest.len() > 4));
    let ends = word.ends_with('d') || word.ends_with('t') || word.ends_with("en");
    let plain = word.starts_with("ge")
        && word.len() > 5
        && ends
        && !word.is(any!("geven gezien gebied geheel geldt getal gemeenten gesprekken gevallen geluid gebeurt"));
    let prefixed = ["be", "ver", "ont", "her", "er"].iter().any(|prefix| word.starts_with(prefix) && word.len() > 6)
        && (word.ends_with("d")
            || word.ends_with("gd")
            || word.ends_with("kt")
            || word.ends_with("st")
            || word.ends_with("enen")
            || word.ends_with("ven")
            || word.ends_with("oten")
            || word.ends_with("leden")
            || STRONG.iter().any(|ending| word.ends_with(ending)));
    let short = word.is(any!("overleden herzien herdacht gezet geuit gered gelegd"));
    let english =
        (word.len() > 4 && word.ends_with("ed") && !word.ends_with("oed")) || word.is(any!(
            "been written given taken held made sent met begun built done drawn laid paid sold bought brought chosen shown \
             issued driven told"
        ));
    !word.is_present_plural() && ((ends && (separated || plain)) || prefixed || short || english)
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_sorted() {
        assert!(super::PAST.is_sorted() && super::AHEAD.is_sorted() && super::PRESENT.is_sorted());
        assert!(super::SMALL_ENGLISH.is_sorted());
        assert!(super::is_past("vertrok") && super::is_past("overleed") && !super::is_past("bestuur"));
    }
}
