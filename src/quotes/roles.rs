//! Nouns that name a person or a body of people: what can speak. Folded, Dutch and English.

use super::name_words::{ends_in, is_in};

/// People, by their work, their place or their kin.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "aandeelhouder", "aangever", "aanklaagster", "aanklager", "aannemer", "aanvoerder", "aanvrager", "aanwezige",
    "aanwonende", "abt", "acteur", "actievoerder", "activist", "actrice", "adviseur", "adviseuse", "advocaat",
    "advocate", "advocaten", "agent", "agente", "alderman", "ambachtsman", "ambassadeur", "ambtenaar", "ambtenaren",
    "ambtsgenoot", "analist", "apotheker", "appellant", "appellante", "applicant", "arbiter", "architect",
    "archivaris", "arts", "artsen", "assistent", "auditor", "auditors", "aunt", "auteur", "author", "baas", "baker",
    "bakker", "bankdirecteur", "bankier", "barman", "baron", "barones", "barrister", "begeleider", "begeleidster",
    "beheerder", "belanghebbende", "belegger", "beller", "bemiddelaar", "bestuurder", "bestuurslid",
    "bestuursvoorzitter", "betrokkene", "bevelhebber", "bewaker", "bewindsman", "bewindspersoon", "bewindvoerder",
    "bewoner", "bewoners", "bewoonster", "bezoeker", "bezoekster", "bezorger", "bezwaarmaker", "bibliothecaresse",
    "bibliothecaris", "biograaf", "bioloog", "bishop", "bisschop", "boatman", "boekhouder", "boekhoudster", "boer",
    "boeren", "bondscoach", "bookseller", "boswachter", "boy", "brievenbesteller", "brigadier", "broeder", "broer",
    "brother", "brugwachter", "builder", "buren", "burgemeester", "burger", "burgers", "butcher", "butler", "buurman",
    "buurvrouw", "bystander", "cabaretier", "cafebaas", "campaigner", "captain", "cardinal", "carpenter",
    "cartograaf", "celliste", "centralist", "chair", "chairman", "chairwoman", "chauffeur", "chef", "chief", "child",
    "chirurg", "cipier", "claimant", "clergyman", "clerk", "client", "coach", "colleague", "collega", "collegas",
    "colonel", "columnist", "columniste", "commandant", "commissaris", "componist", "concierge", "conducteur",
    "conductor", "congressman", "conservator", "constable", "consul", "consulent", "consultant", "consument",
    "contractor", "coordinator", "coroner", "correspondent", "councillor", "counsel", "cousin", "critic", "criticus",
    "curate", "curator", "customer", "cyclist", "dader", "danser", "danseres", "daughter", "dean", "decaan",
    "deelnemer", "defendant", "demonstrant", "deskundige", "detective", "dhr", "dichter", "dichteres", "dienstmeid",
    "dierenarts", "dijkgraaf", "dijkwacht", "directeur", "directeuren", "director", "directrice", "dirigent",
    "dirigente", "docent", "docente", "dochter", "doctor", "doelman", "dokter", "doktor", "dominee", "dorpsdichter",
    "dorpsgenoot", "dorpsgenoten", "dr", "driver", "drukker", "ds", "duke", "echtgenoot", "echtgenote", "econoom",
    "editor", "eigenaar", "eigenares", "eigenaresse", "eiser", "eiseres", "electrician", "engineer", "expert",
    "fabrikant", "farmer", "father", "ferryman", "fietser", "filmer", "filmmaker", "fireman", "fisherman", "foreman",
    "fotograaf", "fotografe", "freule", "gardener", "gast", "gebruiker", "gedaagde", "gedeputeerde", "gemachtigde",
    "gemeentesecretaris", "generaal", "geoloog", "getuige", "gezagvoerder", "gezant", "gids", "girl", "goalkeeper",
    "gouverneur", "governor", "granddaughter", "grandfather", "grandmother", "grandson", "gravin", "griffier",
    "groenteman", "grootmoeder", "grootouders", "grootvader", "grootvaders", "guard", "headmaster", "headmistress",
    "headteacher", "heer", "heir", "herder", "hertog", "historian", "historica", "historicus", "holder",
    "hoofdcommissaris", "hoofdofficier", "hoofdredacteur", "hoogleraar", "hospita", "hovenier", "huisarts",
    "huisbaas", "huismeester", "hulpverlener", "husband", "huurder", "huurster", "imam", "imker", "indiener",
    "informateur", "ingenieur", "ingewijde", "ingezetene", "initiatiefnemer", "insider", "inspector", "inspreker",
    "insprekers", "inwoner", "jager", "jongen", "jonker", "jonkheer", "journalist", "journaliste", "judge", "juf",
    "juffrouw", "jurist", "jurylid", "kamerheer", "kamerlid", "kandidaat", "kanselier", "kapelaan", "kapitein",
    "kapper", "kardinaal", "kassiere", "kastelein", "keeper", "kelner", "kenner", "kind", "klaagster",
    "klachtenfunctionaris", "klager", "klant", "kleindochter", "kleinzoon", "klokkenluider", "knecht", "koetsier",
    "kok", "kolonel", "kolonels", "kolonist", "koning", "koningin", "koopman", "koper", "korporaal", "koster",
    "kosteres", "kraker", "kroegbaas", "kunstenaar", "kunstenares", "kweker", "lakei", "landlady", "landlord",
    "landsadvocaat", "lawyer", "leader", "lecturer", "leden", "leerling", "leerlinge", "leider", "leidster", "leraar",
    "lerares", "leverancier", "lezer", "librarian", "lid", "liefhebber", "lijstduwer", "lijsttrekker", "lobbyist",
    "loodgieter", "luitenant", "machinist", "magistrate", "majoor", "maker", "man", "manager", "mantelzorger",
    "manufacturer", "marktkoopman", "marskramer", "master", "matroos", "mayor", "medewerker", "medewerkster",
    "meester", "meid", "meisje", "melder", "men", "mens", "mensen", "metselaar", "mevr", "mevrouw", "midwife",
    "milkman", "minister", "moeder", "moeders", "molenaar", "monnik", "mother", "motorist", "mr", "mrs", "ms", "mw",
    "nabestaande", "neef", "neighbor", "neighbour", "nephew", "nicht", "niece", "notaris", "novelist", "nurse",
    "officer", "officier", "oma", "ombudsman", "omstander", "omwonende", "omwonenden", "ondernemer", "ondertekenaar",
    "onderwijzer", "onderzoeker", "onderzoekster", "onlooker", "ontwikkelaar", "oom", "opa", "opdrachtgever",
    "opdrachtnemer", "oppasser", "opperwachtmeester", "opponent", "opsteller", "opvolger", "opzichter", "organisator",
    "organist", "ouder", "ouders", "oudgediende", "overste", "owner", "pachter", "pandeigenaar", "partner", "passant",
    "passenger", "pastoor", "patient", "patiente", "paus", "penningmeester", "people", "personeelslid", "pianist",
    "pianiste", "pilot", "plaintiff", "ploeggenoot", "plumber", "poet", "policeman", "politicus", "porter", "portier",
    "postbode", "postman", "postmaster", "predecessor", "predikant", "premier", "presentator", "presentatrice",
    "president", "priester", "principal", "prins", "prinses", "procureur", "producent", "prof", "professor",
    "projectleidster", "promovenda", "promovendi", "promovendus", "psalmist", "psychiater", "pupil", "raadsgriffier",
    "raadsheer", "raadslid", "raadsman", "raadsvrouw", "rabbi", "rabbijn", "rapper", "rapporteur", "recensent",
    "rechercheur", "rechter", "rector", "redacteur", "redactrice", "regisseur", "regisseuse", "reiziger", "renner",
    "rentmeester", "reporter", "researcher", "resident", "residents", "respondent", "reviewer", "rijder", "rivaal",
    "rival", "rivale", "ruiter", "salesman", "schaatser", "schaker", "schapenhouder", "scheidsrechter", "schilder",
    "schipper", "schoenmaker", "scholier", "schoolmaster", "schoondochter", "schoonmaakster", "schoonmaker",
    "schoonmoeder", "schoonvader", "schoonzoon", "schoonzus", "schrijfster", "schrijver", "scientist", "secretaris",
    "secretary", "senator", "sergeant", "sexton", "shareholder", "shepherd", "sheriff", "shopkeeper", "singer",
    "sister", "skipper", "slachtoffer", "slager", "smid", "soldaat", "solicitor", "son", "sopraan", "source",
    "speaker", "speler", "spelers", "spindoctor", "spits", "spokesman", "spokesperson", "spokeswoman", "sporter",
    "staatssecretaris", "stadsdichter", "stagiair", "stagiaire", "stiefmoeder", "stiefvader", "strateeg", "student",
    "studente", "stukadoor", "stuurman", "successor", "suppoost", "supporter", "surveyor", "tandarts", "tante",
    "taxateur", "teacher", "tegenhanger", "tegenspeler", "tegenstander", "tegenstrever", "teler", "tenant",
    "therapeut", "timmerman", "toeschouwer", "toezichthouder", "tolk", "trader", "tradesman", "trainer", "treasurer",
    "trustee", "tuinder", "tuinier", "tuinman", "uitbaatster", "uitbater", "uitgever", "uncle", "vader",
    "vakbondsman", "vakbondsvrouw", "veehouder", "veerman", "veldwachter", "verdachte", "verdediger", "verger",
    "verhuurder", "verkoper", "verloskundige", "verpleegkundige", "verpleegster", "verpleger", "verslaggeefster",
    "verslaggever", "vertaalster", "vertaler", "vertegenwoordiger", "vertegenwoordigster", "vertrouwenspersoon",
    "verweerder", "verweerster", "verzekerde", "verzoeker", "verzoekster", "verzorgende", "verzorger", "vicar",
    "villager", "violist", "visboer", "viscount", "visscher", "visser", "voogd", "voorganger", "voorman",
    "voorstander", "voorvrouw", "voorzitster", "voorzitter", "vragensteller", "vriend", "vrienden", "vriendin",
    "vriendinnen", "vrijwilliger", "vrouw", "vrouwen", "waard", "waardin", "waarnemer", "warden", "weduwe",
    "werkgever", "werknemer", "wetenschapper", "wethouder", "wethouders", "widow", "wielrenster", "wife", "wijkagent",
    "winkelier", "witness", "woman", "women", "woordvoerder", "woordvoerster", "worker", "workman", "zakenman",
    "zakenvrouw", "zanger", "zangeres", "zeeman", "zegsman", "zoon", "zorgverlener", "zus", "zusje", "zuster",
    "zwager", "zwemmer",
];

/// Bodies of people that speak with one voice.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "academie", "accountant", "actiecomite", "actiegroep", "adviescommissie", "afdeling", "agency", "assembly",
    "association", "authority", "autoriteit", "bank", "bedrijf", "beklaagde", "belangenvereniging", "bestuur",
    "beveiliging", "bezorgdienst", "board", "bond", "bouwer", "brancheorganisatie", "branchevereniging",
    "brandweer", "bureau", "buurtcomite", "charity", "church", "club", "coalitie", "college", "comite", "commissie",
    "committee", "company", "consortium", "cooperatie", "coroner", "corporatie", "corporation", "council", "county",
    "court", "departement", "department", "dienst", "directie", "dorpsraad", "echtpaar", "energiebedrijf",
    "fabriek", "familie", "fonds", "fractie", "gemeente", "gemeentebestuur", "gemeenteraad", "gerecht",
    "gerechtshof", "gezin", "government", "hof", "huisartsenpraktijk", "huurdersvereniging", "inspectie",
    "inspectorate", "instelling", "instituut", "jury", "kabinet", "kamercommissie", "kantongerecht", "kerk",
    "kerkenraad", "klachtenloket", "koepel", "koor", "krant", "kwartet", "leiding", "loket", "maatschappij",
    "meerderheid", "minderheid", "ministerie", "ministry", "museum", "newspaper", "ombudsman", "omroep",
    "onderneming", "ondernemingsraad", "oppositie", "organisatie", "organisation", "orkest", "parliament", "partij",
    "party", "pensioenfonds", "personeel", "planbureau", "platform", "police", "politie", "provincie", "raad",
    "railway", "rechtbank", "redactie", "reder", "rederij", "regering", "regulator", "rekenkamer", "school",
    "secretariaat", "society", "staf", "stichting", "team", "tijdschrift", "tribunal", "trust", "trustees",
    "uitgeverij", "unie", "union", "universiteit", "university", "vakbond", "vakcentrale", "veerdienst",
    "vereniging", "verhuurder", "verzekeraar", "visclub", "waterbedrijf", "waterschap", "weekblad", "weerinstituut",
    "werkgever", "werkgroep", "zender", "ziekenhuis", "zorgverzekeraar",
];

/// Nouns and titles of women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "actrice", "advocate", "agente", "aunt", "barones", "bewoonster", "bibliothecaresse", "boekhoudster", "buurvrouw",
    "chairwoman", "danseres", "daughter", "dichteres", "directrice", "dirigente", "docente", "dochter", "echtgenote",
    "eigenares", "eigenaresse", "freule", "granddaughter", "grandmother", "gravin", "grootmoeder", "historica",
    "hospita", "huurster", "juf", "juffer", "juffrouw", "klaagster", "kleindochter", "koningin", "kunstenares",
    "leerlinge", "lerares", "medewerkster", "meisje", "mevrouw", "moeder", "moeders", "mother", "mrs", "ms", "mw",
    "nicht", "niece", "oma", "onderzoekster", "patiente", "presentatrice", "prinses", "projectleidster", "redactrice",
    "regisseuse", "schoondochter", "schoonmoeder", "schoonzus", "schrijfster", "sister", "spokeswoman", "stagiaire",
    "stiefmoeder", "studente", "tante", "uitbaatster", "verpleegster", "verzoekster", "verzorgster", "voorvrouw",
    "voorzitster", "vriendin", "vrouw", "waardin", "weduwe", "widow", "wielrenster", "wife", "woman", "woordvoerster",
    "zangeres", "zus", "zusje", "zuster",
];

/// Nouns and titles of men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "barman", "baron", "bewindsman", "broeder", "broer", "brother", "butler", "buurman", "chairman", "clergyman",
    "dhr", "echtgenoot", "father", "ferryman", "fireman", "grandfather", "grandson", "grootvader", "heer", "hertog",
    "husband", "jongen", "jonkheer", "kleinzoon", "knecht", "koning", "koopman", "man", "milkman", "mr", "neef",
    "nephew", "oom", "opa", "policeman", "postman", "prins", "raadsman", "salesman", "schoonvader", "schoonzoon",
    "son", "spokesman", "stiefvader", "timmerman", "tradesman", "uncle", "vader", "veerman", "voorman", "workman",
    "zeeman", "zegsman", "zoon", "zwager",
];

/// How nouns for people end: "centralist", "psycholoog", "gouverneur".
const ENDINGS: &[&str] = &[
    "alist", "inist", "omist", "onist", "orist", "feur", "ieur", "kundige", "neur", "oloog", "rechter", "rice", "seur",
    "teur",
];

pub(super) fn is_person(folded: &str) -> bool {
    is_one_of(PERSONS, folded) || (folded.len() > 6 && ENDINGS.iter().any(|end| folded.ends_with(end)))
}

pub(super) fn is_body(folded: &str) -> bool {
    is_one_of(BODIES, folded)
}

/// The word, its plural in -s, or a compound that ends in it.
fn is_one_of(list: &[&str], folded: &str) -> bool {
    let bare = folded.strip_suffix('s').unwrap_or(folded);
    let is_past = matches!(folded, "verleden" | "overleden");
    is_in(list, folded) || is_in(list, bare) || (!is_past && (ends_in(list, folded, 3) || ends_in(list, bare, 3)))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    Man,
}

/// The gender that a noun, a title or a pronoun tells.
pub(super) fn gender(folded: &str) -> Option<Gender> {
    match folded {
        "haar" | "her" | "she" => Some(Gender::Woman),
        "he" | "hem" | "hij" | "him" | "his" | "zijn" => Some(Gender::Man),
        _ if is_in(FEMALE, folded) => Some(Gender::Woman),
        _ if is_in(MALE, folded) => Some(Gender::Man),
        _ if ends_in(FEMALE, folded, 1) => Some(Gender::Woman),
        _ => ends_in(MALE, folded, 1).then_some(Gender::Man),
    }
}
