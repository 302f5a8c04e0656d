//! Words that say that someone said something, and where: verbs of saying, claims, answers, texts. Folded, Dutch and English.

use super::name_words::is_in;

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "aangaf", "aangeeft", "aanvoerde", "aanvoert", "accused", "accuses", "achten", "achtte", "acknowledged",
    "acknowledges", "added", "adds", "admits", "admitted", "adviseerde", "adviseert", "adviseren", "agreed", "agrees",
    "aldus", "alleged", "alleges", "announced", "announces", "antwoordde", "antwoordden", "antwoorden", "antwoordt",
    "argued", "argues", "asked", "asks", "assured", "assures", "begreep", "begrijpt", "bekende", "bekent",
    "beklemtoonde", "beklemtoont", "bekritiseerde", "bekritiseert", "believed", "believes", "beloofde", "beloofden",
    "belooft", "beloven", "benadrukken", "benadrukt", "benadrukte", "benadrukten", "benoemde", "benoemden", "benoemt",
    "bepaalde", "bepaalt", "bepleit", "bepleitte", "berichtte", "beschreef", "beschreven", "beschrijft", "beschrijven",
    "bestempelde", "bestempelt", "betogen", "betoogde", "betoogt", "betreurde", "betreuren", "betreurt", "betwijfelde",
    "betwijfelt", "beval", "beveelt", "bevestigde", "bevestigen", "bevestigt", "beweerde", "beweerden", "beweert",
    "beweren", "bezweert", "bezwoer", "blamed", "blames", "boasted", "bracht", "branded", "brieste", "bromde", "bromt",
    "called", "calls", "cautioned", "cautions", "citeerde", "citeert", "citeren", "cites", "claimed", "claims",
    "complained", "complains", "conceded", "concedes", "concluded", "concludeerde", "concludeerden", "concludeert",
    "concluderen", "concludes", "condemned", "condemns", "confessed", "confirmed", "confirms", "considered",
    "considers", "constateerde", "constateerden", "constateert", "constateren", "cried", "cries", "criticised",
    "criticises", "criticized", "criticizes", "declared", "declares", "defended", "defends", "demanded", "demands",
    "denied", "denies", "described", "describes", "disagreed", "disagrees", "dismissed", "dismisses", "dreigde",
    "dreigt", "duidde", "eindigde", "eindigt", "emphasised", "emphasises", "emphasized", "emphasizes", "erkende",
    "erkenden", "erkennen", "erkent", "estimated", "estimates", "exclaimed", "exclaims", "explained", "explains",
    "feels", "felt", "finds", "fluisterde", "foeterde", "foetert", "formuleerde", "formuleert", "found", "gebiedt",
    "gewaagt", "grapt", "grapte", "hekelde", "hekelt", "herhaalde", "herhaalden", "herhaalt", "herhalen", "herinnerde",
    "herinnert", "highlighted", "highlights", "hinted", "hints", "hintte", "implied", "implies", "indicated",
    "indicates", "insinueerde", "insinueert", "insisted", "insists", "joked", "jokes", "jubelde", "jubelt", "klaagde",
    "klaagden", "klaagt", "klagen", "kopt", "kopte", "kwalificeerde", "kwalificeert", "laakt", "laakte", "labeled",
    "labelled", "lamented", "laments", "lanceerde", "liet", "likened", "looft", "luidde", "luidt", "maintained",
    "maintains", "mededeelde", "meedeelde", "meedeelt", "meende", "meenden", "meent", "meldde", "meldden", "melden",
    "meldt", "mentions", "merkte", "mompelde", "mopperde", "moppert", "murmured", "noemde", "noemden", "noemen",
    "noemt", "noted", "noteerde", "noteert", "notes", "nuanceerde", "nuanceert", "observed", "observes", "omschreef",
    "omschreven", "omschrijft", "omschrijven", "onderschreef", "onderschrijft", "onderstreept", "onderstreepte",
    "ontkende", "ontkennen", "ontkent", "ontraadt", "ontried", "oordeelde", "oordeelt", "oordelen", "opmerkt",
    "opmerkte", "opperde", "opperen", "oppert", "overweegt", "overwegen", "overwoog", "pleaded", "pleit", "pleiten",
    "pleitte", "pleitten", "praised", "praises", "prees", "prijst", "promised", "promises", "proposed", "proposes",
    "provides", "questioned", "questions", "quipped", "quoted", "quotes", "rapporteerde", "rapporteert", "reageerde",
    "reageerden", "reageert", "reageren", "rebuked", "recalled", "recalls", "reckoned", "reckons", "reiterated",
    "reiterates", "remarked", "remarks", "remembered", "remembers", "repeated", "repeats", "repliceerde", "repliceert",
    "replied", "replies", "reported", "reports", "rept", "repte", "requested", "requests", "responded", "revealed",
    "riep", "riepen", "roemde", "roemt", "roept", "ruled", "said", "samenvat", "samenvatte", "say", "saying", "says",
    "schamperde", "schampert", "schatte", "schetst", "schetste", "schreef", "schreven", "schrijft", "schrijven",
    "shouted", "sighed", "signaleerde", "signaleert", "snauwde", "sneerde", "sneered", "sneert", "speaks", "sprak",
    "spraken", "spreekt", "spreken", "stamelde", "stated", "states", "stelde", "stelden", "stellen", "stelt",
    "stipulates", "stipuleert", "stressed", "stresses", "suggereerde", "suggereerden", "suggereert", "suggereren",
    "suggested", "suggests", "tekende", "tells", "testified", "thinks", "thought", "tierde", "toebeet", "toefluisterde",
    "toegaf", "toegeeft", "toelicht", "toelichtte", "toeriep", "toeroept", "toesnauwde", "toevoegde", "toevoegt",
    "told", "toonde", "tweeted", "twijfelt", "twitterde", "typeerde", "typeert", "typeren", "uitdraagt", "uitdrukt",
    "uitdrukte", "uiten", "uitlegde", "uitlegt", "uitriep", "uitroept", "uitte", "urged", "urges", "verbiedt",
    "verbood", "verdedigde", "verdedigt", "vergeleek", "vergelijkt", "verklaarde", "verklaarden", "verklaart",
    "verklaren", "verkondigde", "verkondigt", "vermeldde", "vermelden", "vermeldt", "vermoedde", "vermoedt",
    "verordonneert", "vertelde", "vertellen", "vertelt", "vervolgde", "vervolgden", "vervolgen", "vervolgt", "verweet",
    "verwoordde", "verwoordt", "verzekerde", "verzekerden", "verzekeren", "verzekert", "verzocht", "verzoeken",
    "verzoekt", "verzucht", "verzuchtte", "vinden", "vindt", "voegde", "voegt", "voelde", "voelt", "volhield",
    "volhoudt", "vond", "vonden", "voorhield", "voorhoudt", "voorschrijft", "voorspelde", "voorspelt", "vowed", "vows",
    "vraagt", "vragen", "vroeg", "vroegen", "waarschuwde", "waarschuwden", "waarschuwen", "waarschuwt", "warned",
    "warns", "weersprak", "weerspreekt", "weet", "welcomed", "welcomes", "wenst", "wenste", "whispered", "whispers",
    "wondered", "writes", "wrote", "zegde", "zeggen", "zegt", "zei", "zeiden", "zucht", "zuchtte",
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

/// What makes a verb one of saying that by itself is none: "legt uit", "wijst erop", "heeft het over", "acht dit".
pub(super) fn completes(verb: &str, rest: &[&str]) -> bool {
    let words: &[&str] = match verb {
        "acht" => &["deze", "die", "dat", "dit", "het", "hem", "haar"],
        "begon" | "begint" | "besloot" | "opende" | "opent" => &["met"],
        "denkt" | "denken" | "dacht" | "dachten" | "gelooft" | "geloven" | "geloofde" => {
            return matches!(rest.first(), Some(&"dat" | &"that"));
        }
        "brengt" | "bracht" => &["onder", "naar"],
        "deed" | "doet" | "deden" => &["af"],
        "geeft" | "gaf" | "geven" | "gaven" => &["aan", "toe", "kennen", "mee"],
        "haalt" | "haalde" => &["aan", "uit"],
        "had" | "heeft" | "hebben" | "hadden" => {
            return rest.windows(2).any(|two| two == ["het", "over"]);
        }
        "houdt" | "hield" | "houden" | "hielden" => &["voor", "vol", "erop"],
        "kondigt" | "kondigde" | "kondigden" => &["aan"],
        "laat" | "laten" | "lieten" => &["weten", "blijken", "optekenen", "los"],
        "legt" | "legde" | "leggen" | "legden" => &["uit", "voor"],
        "licht" | "lichtte" | "lichten" | "lichtten" => &["toe"],
        "merkt" | "merken" | "merkten" => &["op"],
        "point" | "points" | "pointed" => &["out", "to"],
        "zet" | "zette" => &["uiteen"],
        "is" | "was" | "zijn" | "waren" => {
            let held = rest.iter().any(|word| matches!(*word, "mening" | "oordeel" | "opvatting" | "overtuiging"));
            return held && rest.contains(&"van");
        }
        "put" | "puts" => &["it"],
        "sets" | "set" => &["out"],
        "somt" | "somde" => &["op"],
        "vat" | "vatte" => &["samen"],
        "verwijst" | "verwees" | "verwijzen" | "verwezen" => &["naar"],
        "voert" | "voerde" | "voeren" | "voerden" | "vult" | "vulde" => &["aan"],
        "wil" | "wilde" | "willen" | "wilden" => &["kwijt", "weten"],
        "wijst" | "wees" | "wijzen" | "wezen" => &["op", "erop", "af"],
        "zegt" | "zegde" | "zegden" => &["toe"],
        "ziet" | "zien" | "zag" | "zagen" => &["daarin", "hierin", "als", "erin"],
        _ => &[],
    };
    rest.iter().any(|word| words.contains(word))
}

/// Words before a colon that name what follows and no one who says it: "Conclusie: „…”".
pub(super) fn is_label(folded: &str) -> bool {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "advies", "answer", "antwoord", "bron", "citaat", "conclusie", "conclusion", "example", "gevolg", "kop", "kortom",
        "motto", "namelijk", "note", "noot", "opdracht", "opschrift", "question", "quote", "reactie", "resultaat", "slotsom",
        "source", "stelling", "thema", "titel", "title", "uitkomst", "verder", "voorbeeld", "vraag",
    ];
    is_in(LABELS, folded)
}

/// Forms that stand at the end of their clause: "dat X heeft verklaard".
pub(super) fn is_said(folded: &str) -> bool {
    #[rustfmt::skip]
    const SAID: &[&str] = &[
        "aangegeven", "aangekondigd", "aangevoerd", "beantwoord", "beloofd", "benadrukt", "beschreven", "betoogd",
        "bevestigd", "beweerd", "geantwoord", "gemeld", "genoemd", "geoordeeld", "gereageerd", "geschreven", "gesteld",
        "getwitterd", "gewaarschuwd", "gezegd", "herhaald", "laten", "omschreven", "opgemerkt", "opgeschreven",
        "toegegeven", "toegelicht", "toegezegd", "uitgelegd", "verklaard", "verteld", "verzekerd", "voorgesteld", "weten",
    ];
    is_in(SAID, folded)
}

/// "volgens", "aldus": the speaker follows.
pub(super) fn is_according(folded: &str) -> bool {
    matches!(folded, "volgens" | "aldus" | "blijkens" | "luidens" | "according" | "dixit")
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

/// Verbs that give another's words: "citeert uit de brief van X".
pub(super) fn is_citing(folded: &str) -> bool {
    matches!(folded, "citeert" | "citeerde" | "citeren" | "las" | "leest" | "haalt" | "haalde" | "quotes" | "quoted")
}

/// "Dat zei X": the words just said.
pub(super) fn points_back(folded: &str) -> bool {
    matches!(folded, "dat" | "dit" | "zo" | "deze" | "that" | "this" | "so" | "thus")
}

pub(super) fn is_answer(folded: &str) -> bool {
    matches!(
        folded,
        "antwoord" | "commentaar" | "reactie" | "uitleg" | "verweer" | "answer" | "reply" | "response" | "verdict"
    )
}

pub(super) fn is_receiving(folded: &str) -> bool {
    matches!(folded, "kreeg" | "krijgt" | "kregen" | "ontving" | "ontvingen" | "got" | "received" | "gets")
}

/// "de suggestie van X dat": what someone holds.
pub(super) fn is_claim(folded: &str) -> bool {
    #[rustfmt::skip]
    const CLAIMS: &[&str] = &[
        "argument", "bekentenis", "belofte", "beschuldiging", "bewering", "bezwaar", "claim", "conclusie", "conclusion",
        "constatering", "gedachte", "idee", "kritiek", "mededeling", "mening", "oordeel", "opinion", "opmerking", "oproep",
        "opvatting", "remark", "standpunt", "stelling", "suggestie", "suggestion", "toezegging", "uitlating", "uitspraak",
        "verklaring", "vermoeden", "verwijt", "verzoek", "view", "visie", "vrees", "waarschuwing", "warning", "woorden",
        "words",
    ];
    is_in(CLAIMS, folded)
}
