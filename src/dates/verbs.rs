//! Finite verbs that tell on which side of now a sentence speaks.

/// Of the past, Dutch and English; Dutch strong verbs without their prefixes. Sorted.
#[rustfmt::skip]
pub const PAST: &[&str] = &[
    "became", "beet", "began", "begon", "begonnen", "besloot", "besloten", "beten", "bewees", "bewezen",
    "bleef", "bleek", "bleken", "bleven", "blies", "bliezen", "bogen", "bood", "boog", "bought", "bracht",
    "brachten", "brak", "braken", "broke", "brought", "built", "came", "caught", "chose", "daalde", "daalden",
    "dacht", "dachten", "deden", "deed", "did", "died", "diende", "doken", "dook", "dreef", "dreven", "drew",
    "droeg", "droegen", "dronk", "dronken", "drove", "dween", "dwenen", "dwong", "dwongen", "ended", "fell",
    "felt", "flew", "forced", "fought", "found", "gaf", "gave", "gaven", "gebeurde", "genas", "ging", "gingen",
    "gleed", "gold", "golden", "goot", "got", "greep", "grepen", "grew", "had", "hadden", "heard", "heette",
    "heetten", "held", "hief", "hield", "hielden", "hielp", "hielpen", "hieven", "hing", "hingen", "hired",
    "keek", "keken", "kept", "klom", "klommen", "klonk", "klonken", "knew", "kocht", "kochten", "kon", "konden",
    "koos", "kozen", "kreeg", "kregen", "kromp", "krompen", "kroop", "kwam", "kwamen", "lag", "lagen", "laid",
    "las", "lazen", "led", "leed", "leek", "left", "legde", "leken", "liep", "liepen", "liet", "lieten",
    "logen", "loog", "loor", "loren", "lost", "maakte", "made", "meant", "met", "mocht", "mochten", "moest",
    "moesten", "nam", "namen", "ontstond", "ontving", "ontvingen", "ontweek", "overleden", "overleed", "paid",
    "prees", "prezen", "ran", "rang", "received", "reed", "rees", "rezen", "riep", "riepen", "rose", "said",
    "sat", "saw", "schonk", "schonken", "schoot", "schoten", "schreef", "schreven", "schrok", "schrokken",
    "sent", "shook", "shot", "slept", "sliep", "sliepen", "sloeg", "sloegen", "sloot", "sloten", "smeet",
    "sneed", "sold", "sought", "spent", "spoke", "sprak", "spraken", "sprong", "sprongen", "stak", "staken",
    "stapte", "steeg", "stegen", "stelde", "stierf", "stierven", "stond", "stonden", "stood", "streden",
    "streed", "struck", "swore", "taught", "thought", "threw", "told", "took", "trad", "traden", "trof",
    "troffen", "trok", "trokken", "understood", "vergat", "vergaten", "verliet", "verloor", "verscheen",
    "verschenen", "verwees", "verwezen", "viel", "vielen", "ving", "vingen", "vlogen", "vloog", "vochten",
    "vond", "vonden", "vroeg", "vroegen", "waren", "was", "went", "werd", "werden", "were", "wierf", "wierp",
    "wierpen", "wierven", "wilde", "wilden", "wist", "wisten", "wogen", "won", "wonnen", "woog", "wore", "wou",
    "wrote", "zag", "zagen", "zat", "zaten", "zei", "zeiden", "zocht", "zochten", "zond", "zonden", "zong",
    "zonk", "zonken", "zweeg", "zweek", "zwegen", "zwoer",
];

/// Of what is or will be. Sorted.
#[rustfmt::skip]
pub const AHEAD: &[&str] = &[
    "am", "are", "begins", "begint", "behandelt", "ben", "bespreekt", "bespreken", "can", "closes",
    "debatteert", "dienen", "dient", "doet", "duurt", "eindigt", "ends", "expect", "expects", "expires", "gaan", "gaat",
    "gelieve", "graag", "hoop", "hopen", "houdt", "is", "kan", "komen", "komt", "kunnen", "kunt", "ligt", "ll",
    "loopt", "meets", "moet", "moeten", "must", "ontvangen", "opens", "opent", "plan", "plans", "please",
    "shall", "should", "sluit", "spreekt", "spreken", "staat", "start", "starten", "starts", "stemt", "takes",
    "treedt", "vergadert", "verloopt", "verschijnt", "vertrekt", "verwacht", "verwachten", "vinden", "vindt",
    "volgt", "wil", "will", "willen", "worden", "wordt", "zal", "zie", "zijn", "zullen", "zult",
];

/// Whether a folded word is a known verb of the past: "trok", "vertrok".
pub fn is_past(word: &str) -> bool {
    let known = |word: &str| PAST.binary_search(&word).is_ok();
    const PREFIXES: &[&str] = &[
        "aan", "af", "be", "bij", "door", "her", "in", "mis", "na", "onder", "ont", "op", "over", "toe", "uit", "ver",
        "voor",
    ];
    known(word)
        || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3 && known(rest)))
}

pub fn is_ahead(word: &str) -> bool {
    AHEAD.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_sorted() {
        assert!(super::PAST.is_sorted() && super::AHEAD.is_sorted());
        assert!(super::is_past("vertrok") && super::is_past("overleed") && !super::is_past("bestuur"));
    }
}
