//! Words that say that someone said something, and where: verbs of saying, claims, answers, texts. Folded, Dutch and English.

use super::name_words::is_in;

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "accused", "accuses", "added", "adds", "admits", "admitted", "agreed", "agrees", "aldus", "antwoordde",
    "antwoordden", "antwoorden", "antwoordt", "argued", "argues", "asked", "asks", "bekende", "bekent", "beklemtoonde",
    "beklemtoont", "beloofde", "belooft", "benadrukken", "benadrukt", "benadrukte", "benoemde", "benoemden", "benoemt",
    "bepleit", "bepleitte", "beschreef", "beschrijft", "bestempelde", "bestempelt", "betogen", "betoogde", "betoogt",
    "beweerde", "beweert", "bezweert", "bracht", "called", "calls", "citeerde", "citeert", "cites", "claimed", "claims",
    "concluded", "concludeerde", "concludeert", "concluderen", "concludes", "constateerde", "constateert",
    "constateren", "cried", "cries", "declared", "declares", "described", "describes", "disagreed", "disagrees",
    "erkende", "erkennen", "erkent", "exclaimed", "exclaims", "explained", "explains", "fluisterde", "formuleerde",
    "formuleert", "grapt", "grapte", "hekelde", "hekelt", "herhaalde", "herhaalt", "herinnerde", "herinnert",
    "insisted", "insists", "joked", "jokes", "klaagde", "klaagt", "kwalificeerde", "kwalificeert", "liet", "luidde",
    "luidt", "meende", "meenden", "meent", "meldde", "melden", "meldt", "mentions", "merkte", "mompelde", "murmured",
    "noemde", "noemden", "noemen", "noemt", "noted", "noteerde", "noteert", "notes", "nuanceerde", "nuanceert",
    "observed", "observes", "omschreef", "omschrijft", "onderstreept", "onderstreepte", "ontkende", "ontkent",
    "oordeelde", "oordeelt", "opperde", "oppert", "pleit", "pleitte", "promised", "promises", "quipped", "reageerde",
    "reageert", "recalled", "recalls", "remarked", "remarks", "repliceerde", "repliceert", "replied", "replies",
    "reported", "reports", "responded", "riep", "riepen", "roept", "said", "say", "saying", "says", "schetst",
    "schetste", "schreef", "schreven", "schrijft", "schrijven", "shouted", "snauwde", "speaks", "sprak", "spraken",
    "spreekt", "spreken", "stamelde", "stated", "states", "stelde", "stelden", "stellen", "stelt", "suggereerde",
    "suggereert", "suggested", "suggests", "tekende", "tells", "thinks", "thought", "told", "twitterde", "typeerde",
    "typeert", "uitdraagt", "verklaarde", "verklaarden", "verklaart", "verklaren", "vermeldde", "vermeldt", "vertelde",
    "vertellen", "vertelt", "vervolgde", "vervolgen", "vervolgt", "verweet", "verzekerde", "verzekert", "vinden",
    "vindt", "voegde", "voegt", "vond", "vonden", "vraagt", "vragen", "vroeg", "vroegen", "waarschuwde", "waarschuwt",
    "warned", "warns", "weet", "whispered", "whispers", "writes", "wrote", "zeggen", "zegt", "zei", "zeiden", "zucht",
    "zuchtte",
];

/// What words can stand in: letters, reports, speeches.
#[rustfmt::skip]
const SOURCES: &[&str] = &[
    "advies", "afscheidsbrief", "antwoord", "antwoorden", "article", "artikel", "bericht", "beslisnota", "besluit",
    "blog", "boek", "book", "brandbrief", "brief", "brochure", "column", "email", "essay", "gids", "handreiking",
    "interview", "intranetbericht", "jaarverslag", "kamerbrief", "lecture", "letter", "lezing", "mail", "manifest",
    "memo", "message", "motie", "nieuwsbericht", "nota", "notitie", "novel", "opiniestuk", "paper", "persbericht",
    "podcast", "poem", "publicatie", "rapport", "rede", "report", "schrijven", "speech", "statement", "toespraak",
    "tweet", "uitspraak", "verslag", "vonnis", "wet",
];

pub(super) fn is_saying(folded: &str) -> bool {
    is_in(SAYING, folded)
}

/// Forms that stand at the end of their clause: "dat X heeft verklaard".
pub(super) fn is_said(folded: &str) -> bool {
    #[rustfmt::skip]
    const SAID: &[&str] = &[
        "beloofd", "benadrukt", "beweerd", "gemeld", "genoemd", "geschreven", "gesteld", "gezegd", "toegegeven",
        "toegezegd", "verklaard", "verteld", "verzekerd",
    ];
    is_in(SAID, folded)
}

/// "volgens", "aldus": the speaker follows.
pub(super) fn is_according(folded: &str) -> bool {
    matches!(folded, "volgens" | "aldus" | "blijkens" | "luidens" | "according")
}

/// Verbs that give words only when the marks follow at once: "zien „een spanning”".
pub(super) fn is_giving(folded: &str) -> bool {
    #[rustfmt::skip]
    const GIVING: &[&str] = &[
        "eisen", "eist", "eiste", "eisten", "expected", "expects", "fear", "feared", "fears", "hoopt", "hoopte",
        "hoopten", "hoped", "hopen", "hopes", "see", "sees", "verwacht", "verwachten", "verwachtte", "verwachtten",
        "vreesde", "vreesden", "vreest", "vrezen", "wanted", "wants", "wil", "wilde", "willen", "zag", "zagen", "zien",
        "ziet",
    ];
    is_in(GIVING, folded)
}

/// A word that names a text, alone or as the last part of a compound ("ontslagbrief").
pub(super) fn is_source(folded: &str) -> bool {
    is_in(SOURCES, folded)
        || SOURCES.iter().any(|source| source.len() >= 4 && folded.len() > source.len() + 2 && folded.ends_with(source))
}

/// "Dat zei X": the words just said.
pub(super) fn points_back(folded: &str) -> bool {
    matches!(folded, "dat" | "dit" | "zo" | "deze" | "that" | "this" | "so" | "thus")
}

pub(super) fn is_answer(folded: &str) -> bool {
    matches!(folded, "antwoord" | "reactie" | "uitleg" | "answer" | "reply" | "response")
}

pub(super) fn is_receiving(folded: &str) -> bool {
    matches!(folded, "kreeg" | "krijgt" | "kregen" | "ontving" | "ontvingen" | "got" | "received" | "gets")
}

/// "de suggestie van X dat": what someone holds.
pub(super) fn is_claim(folded: &str) -> bool {
    #[rustfmt::skip]
    const CLAIMS: &[&str] = &[
        "argument", "beschuldiging", "bewering", "bezwaar", "claim", "idee", "kritiek", "mening", "oordeel", "opinion",
        "opmerking", "oproep", "opvatting", "remark", "standpunt", "stelling", "suggestie", "suggestion", "verwijt",
        "view", "vrees", "waarschuwing", "warning", "woorden", "words",
    ];
    is_in(CLAIMS, folded)
}
