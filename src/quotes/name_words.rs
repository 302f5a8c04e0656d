//! Words by which a name in running text is found: what stands for it, opens it or ends it. Folded, Dutch and English.

#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "haar", "he", "hem", "hen", "her", "hij", "him", "hun", "she", "them", "they", "ze", "zij",
];

#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "alle", "an", "andere", "de", "deze", "die", "diverse", "een", "enkele", "haar", "het", "his", "hun", "its",
    "meerdere", "mijn", "my", "onze", "our", "several", "sommige", "the", "their", "veel", "zijn",
];

/// Words that end the name of a speaker.
#[rustfmt::skip]
const ENDERS: &[&str] = &[
    "aan", "aanvankelijk", "about", "afterwards", "al", "alleen", "als", "and", "as", "at", "because", "before", "bij",
    "bovendien", "daar", "daarmee", "daarna", "daarnaast", "daarop", "dan", "dat", "desgevraagd", "desondanks", "die",
    "dinsdag", "donderdag", "door", "dus", "earlier", "echter", "eerder", "eergisteren", "er", "for", "from",
    "gisteravond", "gisteren", "gistermiddag", "hierop", "hierover", "how", "however", "immers", "in", "inmiddels",
    "instead", "into", "intussen", "is", "later", "maandag", "maar", "meanwhile", "met", "na", "naar", "nadien", "niet",
    "niettemin", "now", "nu", "om", "on", "onder", "ondertussen", "onlangs", "ook", "op", "over", "overigens",
    "recently", "since", "sinds", "sindsdien", "such", "tegelijkertijd", "tegen", "tegenover", "ten", "tevens", "that",
    "this", "tijdens", "to", "today", "toen", "tot", "uit", "uiteindelijk", "vanavond", "vandaag", "vanmiddag",
    "vanmorgen", "vanochtend", "vanuit", "verder", "vervolgens", "via", "voor", "voorts", "vorige", "vrijdag", "waar",
    "was", "wat", "wel", "werd", "when", "where", "who", "with", "woensdag", "yesterday", "zaterdag", "zich", "zo",
    "zoals", "zondag",
];

/// Whether a list in alphabetical order has the word.
pub(super) fn is_in(list: &[&str], folded: &str) -> bool {
    list.binary_search(&folded).is_ok()
}

pub(super) fn is_pronoun(folded: &str) -> bool {
    is_in(PRONOUNS, folded)
}

/// Pronouns that only a subject can be.
pub(super) fn is_subject_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "hij" | "she" | "they" | "ze" | "zij")
}

pub(super) fn is_determiner(folded: &str) -> bool {
    is_in(DETERMINERS, folded)
}

pub(super) fn ends_name(folded: &str) -> bool {
    is_in(ENDERS, folded)
}

/// Words before a noun that make it no subject: "tegen de krant zei hij".
pub(super) fn is_preposition(folded: &str) -> bool {
    #[rustfmt::skip]
    const PREPOSITIONS: &[&str] = &[
        "aan", "at", "bij", "by", "from", "in", "met", "na", "naar", "namens", "on", "onder", "op", "over", "tegen",
        "tegenover", "tijdens", "to", "tot", "uit", "via", "voor", "with",
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
    matches!(folded, "heeft" | "hebben" | "had" | "hadden" | "zou" | "zouden")
}

pub(super) fn is_modal(folded: &str) -> bool {
    #[rustfmt::skip]
    const MODAL: &[&str] = &[
        "can", "could", "gaan", "gaat", "kan", "konden", "kunnen", "mag", "may", "might", "moet", "moeten", "mogen",
        "must", "shall", "should", "will", "would", "zal", "zou", "zouden", "zullen",
    ];
    is_in(MODAL, folded)
}
