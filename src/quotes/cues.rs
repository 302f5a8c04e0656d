//! Words that say that someone said something, and where: verbs of saying, claims, answers, texts. Folded, Dutch and English.

use super::name_words::{ends_in, is_in};

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "aangaf", "aangeeft", "aanvoerde", "aanvoert", "accused", "accuses", "achten", "achtte", "acknowledged",
    "acknowledges", "added", "adds", "admits", "admitted", "adverteerde", "adverteert", "adviseerde", "adviseert",
    "adviseren", "agreed", "agrees", "aldus", "alleged", "alleges", "announced", "announces", "antwoordde",
    "antwoordden", "antwoorden", "antwoordt", "appt", "appte", "appten", "argued", "argues", "asked", "asks",
    "assured", "assures", "beaamde", "beaamt", "beamen", "began", "begins", "begreep", "begrijpt", "bekende",
    "bekent", "beklemtoonde", "beklemtoont", "bekritiseerde", "bekritiseert", "believed", "believes", "beloofde",
    "beloofden", "belooft", "beloven", "benadrukken", "benadrukt", "benadrukte", "benadrukten", "benoemde",
    "benoemden", "benoemt", "bepaalde", "bepaalt", "bepleit", "bepleitte", "berichtte", "beschreef", "beschreven",
    "beschrijft", "beschrijven", "bestempelde", "bestempelt", "betogen", "betoogde", "betoogt",
    "betreurde", "betreuren", "betreurt", "betwijfelde", "betwijfelt", "beval", "beveelt", "bevestigde", "bevestigen",
    "bevestigt", "beweerde", "beweerden", "beweert", "beweren", "bezweert", "bezweren", "bezwoer", "blamed", "blames",
    "blogde", "blogt", "boasted", "brabbelt", "bracht", "branded", "brieste", "bromde", "bromt", "brulde", "brult",
    "called", "calls", "cautioned", "cautions", "citeer", "citeerde", "citeert", "citeren", "cites", "claimed",
    "claims", "complained", "complains", "conceded", "concedes", "concluded", "concludeer", "concludeerde",
    "concludeerden", "concludeert", "concluderen", "concludes", "condemned", "condemns", "confessed", "confirmed",
    "confirms", "considered", "considers", "constateer", "constateerde", "constateerden", "constateert",
    "constateren", "corrigeerde", "corrigeert", "countered", "counters", "cried", "cries", "criticised", "criticises",
    "criticized", "criticizes", "declared", "declares", "defended", "defends", "demanded", "demands", "denied",
    "denies", "described", "describes", "disagreed", "disagrees", "dismissed", "dismisses", "doceerde", "doceert",
    "dreigde", "dreigt", "duidde", "eindigde", "eindigt", "eist", "eiste", "emailed", "emphasised", "emphasises",
    "emphasized", "emphasizes", "erkende", "erkenden", "erkennen", "erkent", "estimated", "estimates", "exclaimed",
    "exclaims", "explained", "explains", "feels", "felt", "filosofeert", "finds", "fluisterde", "fluisterden",
    "fluistert", "foeterde", "foetert", "formuleerde", "formuleert", "found", "garandeerde", "garandeert", "gebiedt",
    "gelast", "gelastte", "gewaagt", "gilde", "gilden", "gilt", "glimlachte", "grapt", "grapte", "grapten",
    "grinnikt", "grinnikte", "gromde", "gromt", "growled", "grumbled", "grumbles", "hekelde", "hekelt", "herhaalde",
    "herhaalden", "herhaalt", "herhalen", "herinnerde", "herinnert", "highlighted", "highlights", "hijgde", "hinted",
    "hints", "hintte", "hoonde", "hoont", "implied", "implies", "indicated", "indicates", "insinueerde", "insinueert",
    "insisted", "insists", "jammerde", "jammert", "joked", "jokes", "jubelde", "jubelt", "klaagde", "klaagden",
    "klaagt", "klagen", "kopt", "kopte", "kreunde", "kreunt", "kwalificeerde", "kwalificeert", "laakt", "laakte",
    "labeled", "labelled", "lacht", "lachte", "lamented", "laments", "lanceerde", "laughed", "laughs", "liet",
    "likened", "lispelde", "looft", "luidde", "luidden", "luidt", "mailde", "mailden", "mailt", "maintained",
    "maintains", "mededeelde", "meedeelde", "meedeelt", "meende", "meenden", "meent", "meldde", "meldden", "melden",
    "meldt", "memoreerde", "memoreert", "mentions", "merkte", "mijmerde", "mijmert", "mocked", "mocks", "mokte",
    "mompelde", "mopperde", "mopperden", "moppert", "murmured", "mused", "muses", "muttered", "mutters", "noemde",
    "noemden", "noemen", "noemt", "noted", "noteerde", "noteert", "notes", "nuanceerde", "nuanceert", "observed",
    "observes", "omschreef", "omschreven", "omschrijft", "omschrijven", "onderschreef", "onderschrijft",
    "onderstreept", "onderstreepte", "ontkende", "ontkennen", "ontkent", "ontraadt", "ontried", "oordeelde",
    "oordeelt", "oordelen", "opmerkt", "opmerkte", "opperde", "opperen", "oppert", "orakelt", "oreerde",
    "oreert", "overweegt", "overwegen", "overwoog", "peinsde", "peinst", "piepte", "pleaded", "pleit", "pleiten",
    "pleitte", "pleitten", "pocht", "pochte", "praised", "praises", "preciseerde", "preciseert", "predicted",
    "predicts", "prees", "prevelde", "prevelt", "prijst", "promised", "promises", "proposed", "proposes", "protested",
    "protesteerde", "protesteerden", "protesteert", "protests", "provides", "questioned", "questions", "quipped",
    "quips", "quoted", "quotes", "rapporteerde", "rapporteert", "ratelt", "reads", "reageerde", "reageerden",
    "reageert", "reageren", "rebuked", "recalled", "recalls", "reckoned", "reckons", "recommended", "recommends",
    "recorded", "records", "recounted", "recounts", "reiterated", "reiterates", "rekende", "relativeerde",
    "relativeert", "remarked", "remarks", "remembered", "remembers", "reminded", "reminds", "repeated", "repeats",
    "repliceerde", "repliceert", "replied", "replies", "reported", "reports", "rept", "repte", "requested",
    "requests", "required", "requires", "responded", "resumeerde", "resumeert", "revealed", "riep", "riepen",
    "roemde", "roemt", "roepen", "roept", "ruled", "said", "sakkert", "samenvat", "samenvatte", "say", "saying",
    "says", "scandeerde", "scandeerden", "scanderen", "schamperde", "schampert", "schatte", "schetst", "schetste",
    "schimpt", "schimpte", "schreef", "schreeuwde", "schreeuwden", "schreeuwt", "schreven", "schrijft", "schrijven",
    "scoffed", "scoffs", "scolded", "scrawled", "screamed", "scribbled", "shouted", "shrugged", "sighed",
    "signaleerde", "signaleert", "smaalde", "smaalt", "smeekt", "smeekte", "sms't", "smste", "snapped", "snaps",
    "snauwde", "sneerde", "sneerden", "sneered", "sneers", "sneert", "snikt", "snikte", "snoeft", "speaks",
    "spotte", "sprak", "spraken", "spreekt", "spreken", "sputterde", "sputtert", "stamelde", "stamelt", "stated",
    "states", "stelde", "stelden", "stellen", "stelt", "stipte", "stipulated", "stipulates", "stipuleerde",
    "stipuleert", "stotterde", "stottert", "stressed", "stresses", "suggereerde", "suggereerden", "suggereert",
    "suggereren", "suggested", "suggests", "sust", "suste", "swore", "teemde", "tekende", "tekenden", "tells",
    "terugappte", "terugmailde", "terugschreef", "terugschrijft", "testified", "texted", "thinks", "thought",
    "tierde", "toebeet", "toefluisterde", "toegaf", "toegeeft", "toelicht", "toelichtte", "toeriep", "toeroept",
    "toesnauwde", "toevoegde", "toevoegt", "told", "toonde", "tweeted", "tweette", "twijfelt", "twitterde",
    "twitterden", "twitteren", "typeerde", "typeert", "typeren", "uitdraagt", "uitdrukt", "uitdrukte", "uiten",
    "uitlegde", "uitlegt", "uitriep", "uitroept", "uitte", "urged", "urges", "vaststelde", "vaststelt", "ventured",
    "verbeterde", "verbiedt", "verbood", "verdedigde", "verdedigt", "verduidelijkt", "verduidelijkte", "vergeleek",
    "vergelijkt", "verklaarde", "verklaarden", "verklaart", "verklaren", "verkondigde", "verkondigen", "verkondigt",
    "vermaande", "vermaant", "vermeldde", "vermelden", "vermeldt", "vermoedde", "vermoedt", "verontschuldigde",
    "verordonneert", "verraadt", "vertaalde", "vertaalt", "vertelde", "vertellen", "vertelt", "vervolgde",
    "vervolgden", "vervolgen", "vervolgt", "verweet", "verwijt", "verwijten", "verwoordde", "verwoordt", "verzekerde",
    "verzekerden", "verzekeren", "verzekert", "verzocht", "verzoeken", "verzoekt", "verzucht", "verzuchtte",
    "verzuchtten", "vinden", "vindt", "vloekt", "vloekte", "voegde", "voegt", "voelde", "voelt", "volhield",
    "volhoudt", "volunteered", "vond", "vonden", "voorhield", "voorhoudt", "voorschrijft", "voorspelde", "voorspelt",
    "vowed", "vows", "vraagt", "vragen", "vroeg", "vroegen", "waarschuwde", "waarschuwden", "waarschuwen",
    "waarschuwt", "warned", "warns", "weerlegde", "weerlegt", "weersprak", "weerspreekt", "weet", "welcomed",
    "welcomes", "wenst", "wenste", "whispered", "whispering", "whispers", "wondered", "writes", "wrote", "yelled",
    "yells", "zegde", "zeggen", "zegt", "zei", "zeiden", "zucht", "zuchtte",
];

/// What words can stand in: letters, reports, speeches.
#[rustfmt::skip]
const SOURCES: &[&str] = &[
    "aanbeveling", "aantekening", "aantekeningen", "act", "advert", "advertentie", "advies", "affiche",
    "afscheidsbrief", "agenda", "agreement", "akkoord", "akte", "alinea", "antwoord", "antwoorden", "appjes", "apps",
    "arrest", "article", "artikel", "banner", "begroting", "beleidsnota", "beleidsplan", "bericht", "beschikking",
    "beslisnota", "besluit", "bestek", "bijbel", "bladzijde", "blog", "boek", "boekje", "boodschap", "book", "bord",
    "borden", "bordje", "brandbrief", "brief", "briefje", "brochure", "bylaw", "bylaws", "cao", "charter",
    "circulaire", "circular", "clause", "clausule", "coalitieakkoord", "collegeakkoord", "column", "constitution",
    "contract", "convenant", "correspondentie", "dagblad", "dagboek", "dagvaarding", "decree", "decreet", "diary",
    "document", "dossier", "email", "essay", "factsheet", "factuur", "flyer", "folder", "formulier", "gedenkboek",
    "gedicht", "gedragscode", "geloofsbelijdenis", "gids", "gospel", "grondwet", "handboek", "handreiking",
    "hoofdlijnenakkoord", "hymn", "inscription", "interview", "intranetbericht", "jaarboek", "jaarrekening",
    "jaarstukken", "jaarverslag", "journal", "kaartje", "kabinetsreactie", "kamerbrief", "kattebelletje",
    "krantenartikel", "laken", "leaflet", "lecture", "leidraad", "letter", "lezing", "lied", "logboek", "mail",
    "manifest", "manual", "memo", "memoir", "memoires", "memorandum", "memorie", "message", "minutes", "motie",
    "newsletter", "nieuwsbericht", "nieuwsbrief", "nota", "note", "notice", "notitie", "notulen", "novel",
    "opiniestuk", "opschrift", "ordinance", "overeenkomst", "overweging", "pagina", "pamflet", "paper", "paragraaf",
    "passage", "persbericht", "persverklaring", "petitie", "petition", "plakkaat", "plan", "plaque", "podcast",
    "poem", "poster", "proefschrift", "protestbord", "protocol", "psalm", "publicatie", "questionnaire",
    "raadsvoorstel", "rapport", "recensie", "rede", "regeling", "reglement", "reisgids", "report", "review",
    "richtlijn", "ruling", "scheepsjournaal", "schrijven", "script", "scriptie", "section", "sign", "sms", "spandoek",
    "speech", "statement", "statute", "statuten", "statuut", "tekst", "testament", "toast", "toelichting",
    "toespraak", "transcript", "treaty", "tweet", "uitnodiging", "uitspraak", "verdrag", "vergunning",
    "verkiezingsprogramma", "verklaring", "verordening", "vers", "verslag", "vonnis", "voorschrift", "vragenlijst",
    "weblog", "website", "wet", "wetboek", "wetsvoorstel", "zienswijze",
];

pub(super) fn is_saying(folded: &str) -> bool {
    is_in(SAYING, folded)
}

/// What makes a verb one of saying that by itself is none: "legt uit", "wijst erop", "heeft het over", "acht dit".
pub(super) fn completes(verb: &str, rest: &[&str]) -> bool {
    let words: &[&str] = match verb {
        "acht" => &["deze", "die", "dat", "dit", "het", "hem", "haar"],
        "begon" | "begint" | "besloot" | "opende" | "opent" => &["met"],
        "dacht" | "dachten" | "denken" | "denkt" | "eisen" | "fear" | "feared" | "fears" | "geloofde" | "gelooft"
        | "geloven" | "hope" | "hoped" | "hopen" | "hopes" | "hoopt" | "hoopte" | "verwacht" | "verwachten"
        | "vreesde" | "vreest" | "vrezen" => {
            return matches!(rest.first(), Some(&"dat" | &"that"));
        }
        "brengt" | "bracht" | "brengen" | "brachten" => &["onder", "naar", "in", "voor"],
        "deelt" | "deelde" | "delen" | "deelden" => &["mee", "mede"],
        "dringt" | "drong" | "dringen" | "drongen" => &["aan"],
        "gaat" | "ging" | "gaan" | "gingen" => {
            if rest.windows(2).any(|two| two == ["uit", "van"]) {
                return true;
            }
            return matches!(rest, ["verder" | "door", ..] | [_, "verder" | "door"] | [_, _, "verder" | "door"]);
        }
        "haakt" | "haakte" => &["in"],
        "hamert" | "hamerde" => &["op", "erop"],
        "stipt" | "stipte" => &["aan"],
        "valt" | "viel" | "vielen" => &["bij", "uit"],
        "werpt" | "wierp" | "werpen" | "wierpen" => &["op", "tegen"],
        "went" | "goes" => &["on"],
        "deed" | "doet" | "deden" => &["af"],
        "geeft" | "gaf" | "geven" | "gaven" => &["aan", "toe", "kennen", "mee"],
        "haalt" | "haalde" => &["aan", "uit"],
        "had" | "heeft" | "hebben" | "hadden" => {
            // "had het nog over"
            let it = rest.iter().position(|word| *word == "het");
            return it.is_some_and(|it| rest[it + 1..].iter().take(3).any(|word| *word == "over"));
        }
        "houdt" | "hield" | "houden" | "hielden" => {
            return matches!(rest.last(), Some(&"op"))
                || rest.iter().any(|word| ["voor", "vol", "erop"].contains(word));
        }
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
        "read" => return rest.is_empty(),
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
        "advies", "answer", "antwoord", "bewering", "bron", "citaat", "claim", "conclusie", "conclusion", "example",
        "fabel", "fact", "feit", "gevolg", "kop", "kortom", "motto", "myth", "namelijk", "noot", "note", "opdracht",
        "opschrift", "punt", "question", "quote", "reactie", "resultaat", "slotsom", "source", "stelling", "thema",
        "titel", "title", "uitkomst", "verder", "voorbeeld", "vraag",
    ];
    is_in(LABELS, folded)
}

/// Forms that stand at the end of their clause: "dat X heeft verklaard".
pub(super) fn is_said(folded: &str) -> bool {
    #[rustfmt::skip]
    const SAID: &[&str] = &[
        "aangegeven", "aangekondigd", "aangevoerd", "beaamd", "beantwoord", "bekend", "beklemtoond", "beloofd",
        "benadrukt", "benoemd", "bepaald", "bepleit", "beschreven", "bestempeld", "betiteld", "betoogd", "betreurd",
        "bevestigd", "beweerd", "bezworen", "erkend", "geantwoord", "geappt", "geciteerd", "geclaimd",
        "geconcludeerd", "geconstateerd", "gedreigd", "gefluisterd", "gegrapt", "gehekeld", "gekenschetst",
        "geklaagd", "gekwalificeerd", "gemaild", "gemeld", "gememoreerd", "gemompeld", "gemopperd", "genoemd",
        "genoteerd", "geoordeeld", "geopperd", "gepleit", "gerapporteerd", "gereageerd", "geroepen", "geschetst",
        "geschreeuwd", "geschreven", "gesignaleerd", "gesneerd", "gesproken", "gesteld", "gesuggereerd", "getweet",
        "getwitterd", "getypeerd", "gevraagd", "gewaarschuwd", "gezegd", "herhaald", "laten", "medegedeeld",
        "meegedeeld", "omschreven", "ontkend", "ontraden", "opgemerkt", "opgeschreven", "overwogen", "toegefluisterd",
        "toegegeven", "toegelicht", "toegeroepen", "toegevoegd", "toegezegd", "uitgelegd", "verduidelijkt",
        "verklaard", "verteld", "verweten", "verwoord", "verzekerd", "verzucht", "volgehouden", "voorgesteld",
        "voorspeld", "weten",
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
    is_in(SOURCES, folded) || ends_in(SOURCES, folded, 3) || (folded.len() > 5 && folded.ends_with("wet"))
}

/// Verbs that give another's words: "citeert uit de brief van X".
pub(super) fn is_citing(folded: &str) -> bool {
    matches!(
        folded,
        "citeer"
            | "citeert"
            | "citeerde"
            | "citeren"
            | "las"
            | "lees"
            | "leest"
            | "haalt"
            | "haalde"
            | "quotes"
            | "quoted"
    )
}

/// Words before the marks that say that the words in them are a name or a title: "de term „…”", "het initiatief „…”".
pub(super) fn is_naming(folded: &str) -> bool {
    #[rustfmt::skip]
    const NAMING: &[&str] = &[
        "album", "beeld", "begrip", "benaming", "bijschrift", "boek", "campagne", "categorie", "document",
        "entitled", "etiket", "expositie", "film", "gemerkt", "genaamd", "getiteld", "headed", "heet", "initiatief",
        "kop", "label", "lied", "marked", "motto", "naam", "named", "nummer", "pamflet", "product", "programma",
        "project", "roman", "rubriek", "serie", "tentoonstelling", "term", "thema", "theme", "titel", "title",
        "titled", "toneelstuk", "voorstelling", "werkgroep", "woord", "word", "zogeheten", "zogenaamde",
    ];
    is_in(NAMING, folded)
}

/// Verbs that show words in a text or on a wall, without one who says them.
pub(super) fn is_showing(folded: &str) -> bool {
    #[rustfmt::skip]
    const SHOWING: &[&str] = &[
        "bepaald", "bleek", "blijkt", "hangt", "heet", "heette", "hing", "las", "lees", "leest", "lezen", "luidt", "opgenomen",
        "prijkt", "prijkte", "staat", "stond", "vastgelegd", "vermeld",
    ];
    SHOWING.contains(&folded)
}

/// "Dat zei X": the words just said.
pub(super) fn points_back(folded: &str) -> bool {
    matches!(folded, "dat" | "dit" | "zo" | "deze" | "that" | "this" | "so" | "thus")
}

pub(super) fn is_answer(folded: &str) -> bool {
    #[rustfmt::skip]
    const ANSWERS: &[&str] = &[
        "answer", "antwoord", "boodschap", "commentaar", "devies", "leus", "lijfspreuk", "motto", "reactie", "repliek",
        "reply", "response", "slotwoord", "uitleg", "verdict", "verweer", "weerwoord",
    ];
    is_in(ANSWERS, folded)
}

pub(super) fn is_receiving(folded: &str) -> bool {
    matches!(folded, "kreeg" | "krijgt" | "kregen" | "ontving" | "ontvingen" | "got" | "received" | "gets")
}

/// "de suggestie van X dat": what someone holds.
pub(super) fn is_claim(folded: &str) -> bool {
    #[rustfmt::skip]
    const CLAIMS: &[&str] = &[
        "aanklacht", "apology", "argument", "argumenten", "bekentenis", "belofte", "beschuldiging", "bewering",
        "bezwaar", "call", "claim", "comment", "comments", "complaint", "conclusie", "conclusion", "constatering",
        "devies", "dreigement", "eis", "gedachte", "gezegde", "grap", "idee", "idiom", "kritiek", "leus", "leuze",
        "lijfspreuk", "line", "mededeling", "mening", "motto", "oordeel", "opinion", "opmerking", "opmerkingen",
        "oproep", "opvatting", "phrase", "plea", "pledge", "prediction", "promise", "remark", "remarks", "repliek",
        "request", "schatting", "sentence", "slogan", "sneer", "spreuk", "standpunt", "stelling", "suggestie",
        "suggestion", "tegenwerping", "testimony", "threat", "toezegging", "uitlating", "uitroep", "uitspraak",
        "uitspraken", "vaststelling", "verklaring", "vermoeden", "verwijt", "verzoek", "verzuchting", "view",
        "visie", "voorspelling", "vow", "vrees", "waarschuwing", "waarschuwingen", "warning", "wens", "woord",
        "woorden", "words", "zin", "zinnetje", "zinsnede",
    ];
    is_in(CLAIMS, folded)
}
