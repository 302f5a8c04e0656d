//! Clauses that tell no event: figures, habits, states, conditions.

use super::deed::Clause;

/// Numbers that are written out.
const SMALL: &[&str] = &["twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];

impl Clause {
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
        let some = self.has_number();
        // "Uit 45.000 controles sinds 2015 blijkt"
        let found = wide
            && self.words.first().is_some_and(|word| matches!(word.as_str(), "uit" | "from"))
            && self.has(&["blijkt", "blijken", "appears"]);
        measured
            || found
            || of_data
            || wide && (none || self.is_counted() || self.begins_with_amount())
            || wide && some && !self.is_done() && self.has(&["was", "waren", "is", "zijn", "were", "haalde"])
            || wide && counts && (some || !self.is_done() || self.has(TRENDS))
    }

    /// A number that is no year.
    fn has_number(&self) -> bool {
        let year = |word: &str| word.len() == 4 && word.parse().is_ok_and(|year: u32| (1500..2100).contains(&year));
        self.words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()) && !year(word))
    }

    /// "213 dossiers", no "1.1 Het uurwerk".
    fn begins_with_amount(&self) -> bool {
        let amount = |at: usize| self.words.get(at).is_some_and(|word| is_amount(word));
        let article = self.words.get(1).is_some_and(|word| matches!(word.as_str(), "het" | "de" | "een" | "the" | "a"));
        amount(0) && !amount(1) && !article
    }

    /// "waren er 5 dossiers", "werden slechts drie facturen betaald".
    pub fn is_counted(&self) -> bool {
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

    /// "zal in 2017 worden gewijzigd"
    pub fn is_announced(&self) -> bool {
        self.has(&["zal", "zullen", "will", "shall"])
    }

    /// "Op 1 januari waren er 12 personen in dienst".
    pub fn is_stock(&self) -> bool {
        self.is_counted() && !self.is_done()
    }

    /// Of a whole year: a number of things, or what did not happen.
    pub fn is_yearly_figure(&self) -> bool {
        let none = |word: &String| matches!(word.as_str(), "geen" | "niet" | "no" | "not" | "nauwelijks");
        let few = |word: &String| is_amount(word) || SMALL.contains(&word.as_str());
        self.near_words().iter().any(|word| few(word) || none(word)) || self.words.iter().any(few) || self.is_counted()
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
        // "U staat op 2 februari ingeschreven": what must be so for a right.
        let yours = self.words.first().is_some_and(|word| matches!(word.as_str(), "u" | "je" | "you"))
            && self.has(&["staat", "woont", "bent", "live", "are"])
            && !self.has(&["zal", "will", "krijgt", "ontvangt"]);
        valid || employed || born || aged || yours
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
        // "Maar als de boot sinds 1983 niet is uitgevaren"
        let mut opening = self.words.iter().map(String::as_str);
        let first = opening.find(|word| !matches!(*word, "maar" | "but" | "en" | "and" | "dus" | "so" | "want"));
        let english = first.is_some_and(|word| matches!(word, "if" | "unless"));
        english || first.is_some_and(opens) && self.has(&["u", "je", "men", "you", "dan"]) || would
    }
}

fn is_amount(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}
