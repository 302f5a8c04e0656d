//! Words by which a name in running text is found: what stands for it, opens it or ends it. Folded, Dutch and English.

#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "haar", "he", "hem", "hen", "her", "hij", "him", "hun", "she", "them", "they", "ze", "zij",
];

#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "alle", "an", "andere", "another", "de", "deze", "die", "diverse", "een", "enkele", "haar", "her", "het", "his", "hun", "iemand", "its",
    "meerdere", "mijn", "my", "one", "onze", "our", "several", "sommige", "the", "their", "uw", "veel", "your", "zijn",
];

/// Words that end the name of a speaker.
#[rustfmt::skip]
const ENDERS: &[&str] = &[
    "aan", "aangezien", "aanvankelijk", "about", "afterwards", "al", "alleen", "als", "although", "and", "as", "at",
    "because", "before", "bij", "bovendien", "daar", "daarentegen", "daarmee", "daarna", "daarnaast", "daarop", "dan",
    "dat", "desgevraagd", "desondanks", "die", "dinsdag", "donderdag", "door", "dus", "earlier", "echter", "eerder",
    "eergisteren", "enkel", "er", "for", "from", "gezien", "gisteravond", "gisteren", "gistermiddag", "hierop",
    "hierover", "hoewel", "how", "however", "immers", "in", "inderdaad", "indien", "inmiddels", "instead", "into",
    "intussen", "is", "juist", "later", "maandag", "maar", "meanwhile", "met", "na", "naar", "naarmate", "nadien",
    "niet", "niettemin", "now", "nu", "om", "on", "onder", "ondertussen", "onlangs", "ook", "op", "over", "overigens",
    "recently", "since", "sinds", "sindsdien", "slechts", "such", "tegelijkertijd", "tegen", "tegenover", "ten",
    "tenzij", "terwijl", "tevens", "that", "this", "tijdens", "to", "today", "toen", "tot", "uit", "uiteindelijk",
    "vanavond", "vandaag", "vanmiddag", "vanmorgen", "vanochtend", "vanuit", "verder", "vermits", "vervolgens", "via",
    "voor", "vooral", "voorts", "vorige", "vrijdag", "waar", "was", "wat", "wel", "werd", "when", "where", "whereas",
    "who", "with", "woensdag", "yesterday", "zaterdag", "zich", "zo", "zoals", "zondag",
];

/// Whether a list in alphabetical order has the word.
pub(super) fn is_in(list: &[&str], folded: &str) -> bool {
    list.binary_search(&folded).is_ok()
}

/// Whether a word of the list, of four letters or more, is the end of a longer one.
pub(super) fn ends_in(list: &[&str], folded: &str, least_before: usize) -> bool {
    let last = folded.len().saturating_sub(3);
    (least_before..last).any(|start| folded.get(start..).is_some_and(|end| is_in(list, end)))
}

pub(super) fn is_pronoun(folded: &str) -> bool {
    is_in(PRONOUNS, folded)
}

/// Pronouns that only a subject can be.
pub(super) fn is_subject_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "hij" | "she" | "they" | "ze" | "zij")
}

pub(super) fn is_possessive(folded: &str) -> bool {
    matches!(folded, "haar" | "her" | "his" | "hun" | "my" | "mijn" | "onze" | "our" | "their" | "zijn")
}

pub(super) fn is_determiner(folded: &str) -> bool {
    is_in(DETERMINERS, folded)
}

pub(super) fn ends_name(folded: &str) -> bool {
    is_in(ENDERS, folded)
}

/// Small words that may stand between a verb and its subject: "zei ook X", "erkende later de man".
pub(super) fn is_between(folded: &str) -> bool {
    #[rustfmt::skip]
    const OTHER: &[&str] = &[
        "altijd", "destijds", "eens", "even", "nog", "onder", "steevast", "vaak", "weer", "weleens",
    ];
    is_in(OTHER, folded)
        || (ends_name(folded)
            && !is_preposition(folded)
            && !matches!(
                folded,
                "als" | "and" | "as" | "dat" | "die" | "door" | "om" | "that" | "was" | "is" | "wat" | "who" | "with"
            ))
}

/// Words that open a sentence and are no one's name, though they are written with a capital there.
pub(super) fn is_opener(folded: &str) -> bool {
    #[rustfmt::skip]
    const OPENERS: &[&str] = &[
        "aldus", "daarin", "daarop", "eerst", "erin", "hierin", "kortom", "laatst", "letterlijk", "men", "neem", "now", "ooit", "once",
        "ondertussen", "soms", "then", "volgens", "welnu",
    ];
    is_in(OPENERS, folded)
}

/// Words before a noun that make it no subject: "tegen de krant zei hij".
pub(super) fn is_preposition(folded: &str) -> bool {
    #[rustfmt::skip]
    const PREPOSITIONS: &[&str] = &[
        "aan", "aangaande", "at", "betreffende", "bij", "binnen", "buiten", "by", "dankzij", "from", "in",
        "ingevolge", "inzake", "krachtens", "met", "na", "naar", "naast", "namens", "omtrent", "on", "ondanks",
        "onder", "op", "over", "tegen", "tegenover", "tijdens", "to", "tot", "tussen", "uit", "vanaf", "vanwege",
        "via", "voor", "wegens", "with", "zonder",
    ];
    is_in(PREPOSITIONS, folded)
}

/// Verbs that end a name in small letters: "de hoogste ambtenaar zag".
pub(super) fn is_finite(folded: &str) -> bool {
    #[rustfmt::skip]
    const FINITE: &[&str] = &[
        "betreft", "bevat", "bleef", "bleek", "blijft", "blijkt", "deed", "doet", "gaf", "geeft", "ging", "had", "has", "heeft", "hield",
        "kan", "komt", "kon", "kreeg", "krijgt", "kwam", "legde", "legt", "mag", "mocht", "moest", "moet", "nam",
        "neemt", "reageerde", "sprak", "stuurde", "voldoet", "volgt", "wees", "wijst", "wil", "wilde", "zag", "zal", "ziet", "zou",
    ];
    is_in(FINITE, folded)
}

pub(super) fn is_having(folded: &str) -> bool {
    matches!(folded, "heb" | "hebt" | "heeft" | "hebben" | "had" | "hadden" | "zou" | "zouden")
}

pub(super) fn is_modal(folded: &str) -> bool {
    #[rustfmt::skip]
    const MODAL: &[&str] = &[
        "can", "could", "gaan", "gaat", "kan", "kon", "konden", "kunnen", "mag", "may", "might", "mocht", "moest", "moet", "moeten", "mogen",
        "must", "shall", "should", "will", "would", "zal", "zou", "zouden", "zullen",
    ];
    is_in(MODAL, folded)
}
