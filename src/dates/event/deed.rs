//! Whether a clause tells something that happened or will: no figure, no habit, no state, no condition, no row of a table.

use super::*;
use crate::dates::verbs;

/// Numbers that are written out.
const SMALL: &[&str] = &["twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];

/// The words of a clause, folded, without its dating expression.
pub struct Clause {
    words: Vec<String>,
    /// Index of the first word behind the expression.
    behind: usize,
    /// The expression begins with a number.
    numeric: bool,
    digits: usize,
    letters: usize,
}

impl Clause {
    pub fn of(text: &str, clause: Span, mention: Span) -> Clause {
        let folded = |start: usize, end: usize| -> Vec<String> {
            let piece = text.get(start..end).unwrap_or("");
            words(piece).map(|word| fold(word.of(piece))).collect()
        };
        let mut all = folded(clause.start(), mention.start().max(clause.start()));
        let behind = all.len();
        all.extend(folded(mention.end().min(clause.end()), clause.end()));
        let digits = all.iter().filter(|word| word.bytes().any(|byte| byte.is_ascii_digit())).count();
        let letters = all.len() - digits;
        let numeric = mention.of(text).starts_with(|c: char| c.is_ascii_digit());
        Clause { words: all, behind, numeric, digits, letters }
    }

    fn has(&self, set: &[&str]) -> bool {
        self.words.iter().any(|word| set.contains(&word.as_str()))
    }

    fn has_pair(&self, first: &[&str], second: &[&str]) -> bool {
        self.words.windows(2).any(|pair| first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str()))
    }

    /// Enough words to say something by themselves.
    pub fn says_something(&self) -> bool {
        self.letters >= 3 && self.digits <= self.letters
    }

    /// "jaarlijks", "elke maand", "meestal".
    pub fn is_habit(&self) -> bool {
        const OFTEN: &[&str] = &[
            "jaarlijks",
            "maandelijks",
            "wekelijks",
            "dagelijks",
            "telkens",
            "gewoonlijk",
            "meestal",
            "doorgaans",
            "tweejaarlijks",
            "driemaandelijks",
            "yearly",
            "annually",
            "monthly",
            "weekly",
            "daily",
            "usually",
            "normaliter",
        ];
        const EACH: &[&str] = &["elk", "elke", "ieder", "iedere", "every", "each", "per"];
        const UNITS: &[&str] = &[
            "jaar", "maand", "week", "dag", "kwartaal", "semester", "zomer", "winter", "voorjaar", "najaar", "year",
            "month", "day", "quarter", "morgen", "ochtend", "avond", "summer", "keer", "time",
        ];
        self.has(OFTEN) || self.has_pair(&["het", "in"], &["algemeen", "general"]) || self.has_pair(EACH, UNITS)
    }

    /// "In 2016 werden 13.234 dagen geregistreerd", "telde het bedrijf 40 werknemers"; `wide`: of what is dated to a month or more,
    /// every count is one.
    pub fn is_figure(&self, wide: bool) -> bool {
        const COUNTS: &[&str] = &[
            "aantal",
            "aantallen",
            "gemiddeld",
            "gemiddelde",
            "totaal",
            "totale",
            "cijfer",
            "cijfers",
            "procent",
            "euro",
            "bedrag",
            "bedragen",
            "kostprijs",
            "number",
            "average",
            "total",
            "percent",
            "percentage",
            "rate",
            "omzet",
            "uitgaven",
            "miljoen",
            "miljard",
            "million",
            "billion",
        ];
        const MEASURES: &[&str] = &[
            "bedroeg",
            "bedroegen",
            "bedraagt",
            "telde",
            "telden",
            "telt",
            "tellen",
            "kostte",
            "kostten",
            "steeg",
            "stegen",
            "daalde",
            "daalden",
            "amounted",
            "totalled",
            "totaled",
            "cost",
            "rose",
            "fell",
        ];
        let near = |set: &[&str]| self.words.iter().take(7).any(|word| set.contains(&word.as_str()));
        let none = near(&["geen", "no"]) && near(&["er", "was", "waren", "were", "zijn", "werden"]);
        let counts = self.words.iter().any(|word| COUNTS.contains(&word.as_str()) || word.ends_with("percentage"));
        const TRENDS: &[&str] =
            &["gedaald", "gestegen", "toegenomen", "afgenomen", "verdubbeld", "risen", "fallen", "increased"];
        let counts = counts || self.has(TRENDS);
        let measured = self.has(MEASURES) && (wide || self.digits > 0)
            || self.digits > 0 && self.has(&["hiervan", "daarvan"]) && self.is_counted()
            || self.has_pair(&["als"], &["volgt"]);
        let of_data =
            self.words.iter().take(3).any(|word| matches!(word.as_str(), "gegevens" | "cijfers" | "tabel" | "figures"));
        let of_data = of_data || self.has_pair(&["over"], &["cijfers", "gegevens"]);
        let some = self.digits > 0;
        measured
            || of_data
            || wide && (none || self.is_counted() || self.words.first().is_some_and(|word| is_amount(word)))
            || wide && some && !self.is_done() && self.has(&["was", "waren", "is", "zijn", "were", "haalde"])
            || wide && counts && (some || !self.is_done() || self.has(TRENDS))
    }

    /// "waren er 5 dossiers", "werden slechts drie facturen betaald".
    fn is_counted(&self) -> bool {
        const BE: &[&str] = &["werden", "waren", "zijn", "worden", "were", "are", "werd", "was"];
        const FEW: &[&str] = &[
            "negen",
            "tien",
            "honderden",
            "tientallen",
            "duizenden",
            "slechts",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "hundreds",
            "only",
        ];
        let amount = |word: &String| is_amount(word) || SMALL.contains(&word.as_str()) || FEW.contains(&word.as_str());
        let led = |at: usize| self.words[at + 1..].iter().take(3).any(amount);
        (0..self.words.len()).any(|at| BE.contains(&self.words[at].as_str()) && led(at))
    }

    /// Of a whole year: a number of things, or what did not happen.
    pub fn is_yearly_figure(&self) -> bool {
        self.words.iter().any(|word| is_amount(word))
            || self.has(&["geen", "niet", "no", "not", "nauwelijks"])
            || self.has(SMALL)
            || self.is_counted()
    }

    /// "wie op 31 december in dienst was": how things stood on a day.
    pub fn is_state(&self) -> bool {
        const BE: &[&str] = &["was", "waren", "is", "zijn", "bent", "ben", "were", "are"];
        let employed = self.has_pair(&["in"], &["dienst", "functie"]) && self.has(BE);
        let born = self.has(&["geboren", "born"]) && self.has(&["wie", "die", "personen", "u", "who", "people"]);
        let aged = self.has(&["ouder", "jonger", "oud", "older"])
            && self.has(&["u", "wie", "personen", "jaar", "you"])
            && self.has(BE);
        let valid = self.has_pair(&["van"], &["kracht"]) && self.has(BE) && self.has(&["nog", "steeds", "still"]);
        valid || employed || born || aged
    }

    /// "moet u vóór 2 augustus voldoen": what holds for some is a deadline all the same.
    pub fn is_duty(&self) -> bool {
        self.has(&["moet", "moeten", "dient", "dienen", "must", "shall"])
    }

    /// "Als u op 18 maart gaat stemmen", "zou kunnen".
    pub fn is_condition(&self) -> bool {
        let opens = |word: &str| {
            matches!(word, "als" | "indien" | "mocht" | "tenzij" | "if" | "unless" | "ingeval" | "wanneer")
        };
        let would = self.has(&["zou", "zouden", "would"])
            && self.has(&["kunnen", "kan", "mogen", "hebben", "zijn", "have"])
            && !self.is_done();
        self.words.first().is_some_and(|word| opens(word)) && self.has(&["u", "je", "men", "you", "dan"]) || would
    }

    /// A finite verb or a participle.
    pub fn has_verb(&self) -> bool {
        (0..self.words.len()).any(|at| self.is_verb(at))
    }

    fn is_verb(&self, at: usize) -> bool {
        const NO_VERBS: &[&str] =
            &["met", "plan", "plans", "m", "ll", "graag", "start", "reed", "bond", "kosten", "diensten"];
        let word = self.words[at].as_str();
        if NO_VERBS.contains(&word) {
            return false;
        }
        verbs::is_past(word)
            || verbs::is_ahead(word)
            || tense::PERFECT.contains(&word)
            || tense::is_participle(word)
            || tense::is_weak_past(word)
            || verbs::is_present_plural(word)
            || self.has_subject(at)
            || self.is_present(at)
    }

    /// A personal pronoun stands beside it: "Woensdag dien ik een motie in".
    fn has_subject(&self, at: usize) -> bool {
        const SUBJECTS: &[&str] =
            &["ik", "wij", "we", "hij", "zij", "ze", "u", "jullie", "men", "er", "i", "they", "he", "she"];
        let is = |at: Option<usize>| {
            at.and_then(|at| self.words.get(at)).is_some_and(|word| SUBJECTS.contains(&word.as_str()))
        };
        let word = self.words[at].as_str();
        let small =
            word.len() < 3 || matches!(word, "dat" | "die" | "als" | "toen" | "dan" | "maar" | "voor" | "van" | "aan");
        !small && !SUBJECTS.contains(&word) && (is(Some(at + 1)) || is(at.checked_sub(1)))
    }

    /// "De commissie adviseert", "op 3 mei presenteert de raad": an ending of the present where a verb stands.
    fn is_present(&self, at: usize) -> bool {
        const NOUN_LEADS: &[&str] = &[
            "de", "het", "een", "dit", "dat", "deze", "die", "van", "in", "op", "met", "per", "voor", "door", "the",
            "a", "zijn", "haar", "hun", "mijn", "uw", "ons", "onze", "en", "geen", "tot", "uit", "bij", "te", "om",
            "over", "aan", "naar",
        ];
        const NOUNS: &[&str] =
            &["niet", "naast", "want", "recht", "rapport", "project", "kabinet", "besluit", "budget", "internet"];
        let word = self.words[at].as_str();
        let second = at == self.behind && at <= 3 && (at > 0 || !self.numeric);
        let before = at.checked_sub(1).map_or("", |at| self.words[at].as_str());
        let led = self.words.get(at + 1).is_some_and(|next| NOUN_LEADS.contains(&next.as_str()));
        let ends = word.ends_with('t') || ends_weak(word) && (second || led) || second && word.ends_with("en");
        word.len() > 3
            && ends
            && !NOUNS.contains(&word)
            && !["komst", "dienst", "kunst", "kracht", "macht", "recht", "zicht"]
                .iter()
                .any(|noun| word.ends_with(noun))
            && (second || at > 0 && !NOUN_LEADS.contains(&before) && !before.ends_with('e'))
    }

    /// A past verb that closes something: "sprak", "is gesloten", no "was", "bestond".
    pub fn is_done(&self) -> bool {
        const STATES: &[&str] = &[
            "was",
            "waren",
            "had",
            "hadden",
            "kon",
            "konden",
            "moest",
            "moesten",
            "mocht",
            "mochten",
            "wilde",
            "wilden",
            "bestond",
            "bestonden",
            "gold",
            "golden",
            "bleef",
            "bleven",
            "stond",
            "stonden",
            "lag",
            "lagen",
            "zat",
            "zaten",
            "bleek",
            "leek",
            "betrof",
            "betroffen",
            "hield",
            "hielden",
            "met",
            "were",
            "werd",
            "werden",
            "bond",
            "reed",
            "wist",
            "had",
            "did",
            "stood",
            "bleken",
            "hing",
            "hingen",
            "heette",
        ];
        let subject = self.has_pair(&["het"], &["ging"]) || self.has_pair(&["ging", "gingen"], &["het", "over", "om"]);
        let past = |word: &String| {
            !(subject && word.starts_with("ging")) && verbs::is_past(word) && !STATES.contains(&word.as_str())
        };
        let led = self.has(&[
            "werd", "werden", "is", "zijn", "heeft", "hebben", "heb", "was", "were", "has", "have", "had", "hadden",
        ]);
        let weak = self.words.get(self.behind).filter(|word| self.behind <= 3 && ends_weak(word)).is_some();
        let weak = weak || self.words.iter().any(|word| tense::is_weak_past(word));
        weak || self.words.iter().any(past)
            || led && self.words.iter().any(|word| tense::is_participle(word) && !is_thing(word))
    }
}

fn is_amount(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

/// The ending of a weak past, though of other words too.
fn ends_weak(word: &str) -> bool {
    word.len() > 4 && ["te", "ten", "de", "den"].iter().any(|ending| word.ends_with(ending))
}

/// Whether words name something that happens: "de ondertekening van het akkoord", "de verkiezingen".
pub fn names_happening(phrase: &str) -> bool {
    const NOUNS: &[&str] = &[
        "vergadering",
        "bijeenkomst",
        "overleg",
        "debat",
        "zitting",
        "besluit",
        "beslissing",
        "ondertekening",
        "opening",
        "oprichting",
        "benoeming",
        "verkiezing",
        "verkiezingen",
        "aanslag",
        "aanslagen",
        "brand",
        "ramp",
        "staking",
        "presentatie",
        "publicatie",
        "congres",
        "conferentie",
        "uitspraak",
        "vonnis",
        "overlijden",
        "ontslag",
        "aantreden",
        "vertrek",
        "opstappen",
        "aftreden",
        "fusie",
        "overname",
        "sluiting",
        "lancering",
        "stemming",
        "referendum",
        "invoering",
        "afschaffing",
        "bezoek",
        "workshop",
        "sessie",
        "gesprek",
        "inval",
        "akkoord",
        "ministerraad",
        "instorting",
        "ontploffing",
        "explosie",
        "overstroming",
        "val",
        "ongeval",
        "ongeluk",
        "incident",
        "meeting",
        "election",
        "elections",
        "signing",
        "launch",
        "decision",
        "attack",
        "attacks",
        "visit",
        "conference",
        "debate",
        "hearing",
        "ruling",
        "death",
        "appointment",
        "strike",
        "resignation",
        "merger",
        "crisis",
        "oorlog",
        "nederlaag",
        "slag",
        "war",
        "battle",
        "collapse",
        "flood",
        "uitslag",
        "demonstratie",
        "interview",
        "session",
    ];
    let folded = fold(phrase);
    words(&folded).any(|word| NOUNS.iter().any(|noun| word.of(&folded).ends_with(noun)))
}

/// Nouns that end as participles do.
fn is_thing(word: &str) -> bool {
    ["verband", "bestand", "bedrijven", "verhaal", "beleid", "verkeer", "begrip", "overleg", "bezoek", "ontwerpen"]
        .contains(&word)
}
