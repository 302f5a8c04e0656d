//! Nouns that name a person or a body of people: what can speak. Folded, Dutch and English.

use super::name_words::{ends_in, is_in};

/// People, by their work, their place or their kin.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "aandeelhouder", "aanklaagster", "aanklager", "aannemer", "aanvoerder", "aanwezige", "acteur", "actievoerder",
    "actrice", "advocaat", "advocate", "advocaten", "agent", "alderman", "ambachtsman", "ambassadeur", "ambtenaar",
    "ambtenaren", "ambtsgenoot", "analist", "apotheker", "appellant", "arbiter", "architect", "archivaris", "arts",
    "artsen", "assistent", "auditor", "auditors", "aunt", "auteur", "author", "baas", "baker", "bakker",
    "bankdirecteur", "bankier", "baron", "barones", "begeleider", "begeleidster", "beheerder", "belanghebbende",
    "belegger", "beller", "bemiddelaar", "bestuurder", "bestuurslid", "betrokkene", "bevelhebber", "bewaker",
    "bewindsman", "bewindspersoon", "bewindvoerder", "bewoner", "bewoners", "bewoonster", "bezoeker", "bezoekster",
    "bezorger", "bezwaarmaker", "bibliothecaresse", "bibliothecaris", "bioloog", "bishop", "bisschop", "boekhouder",
    "boekhoudster", "boer", "boeren", "bondscoach", "boswachter", "boy", "brigadier", "broeder", "broer", "brother",
    "brugwachter", "buren", "burgemeester", "butcher", "butler", "buurman", "buurvrouw", "bystander", "cafebaas",
    "captain", "carpenter", "celliste", "centralist", "chair", "chairman", "chairwoman", "chauffeur", "chef",
    "chief", "child", "chirurg", "cipier", "clerk", "coach", "colleague", "collega", "collegas", "colonel",
    "columnist", "columniste", "commandant", "commissaris", "componist", "concierge", "conducteur", "congressman",
    "conservator", "constable", "consul", "coordinator", "coroner", "councillor", "criticus", "curate", "curator",
    "customer", "cyclist", "daughter", "dean", "decaan", "deelnemer", "demonstrant", "deskundige", "detective",
    "dhr", "dichter", "dichteres", "dienstmeid", "dierenarts", "dijkgraaf", "dijkwacht", "directeur", "directeuren",
    "director", "directrice", "dirigent", "dirigente", "docent", "dochter", "doctor", "doelman", "dokter", "doktor",
    "dominee", "dorpsdichter", "dorpsgenoot", "dorpsgenoten", "dr", "driver", "drukker", "ds", "echtgenoot",
    "echtgenote", "econoom", "editor", "eigenaar", "eigenares", "eigenaresse", "eiser", "eiseres", "engineer",
    "expert", "fabrikant", "farmer", "father", "fietser", "filmer", "fisherman", "foreman", "fotograaf", "freule",
    "gardener", "gast", "gebruiker", "gedaagde", "gedeputeerde", "gemeentesecretaris", "generaal", "geoloog",
    "getuige", "gezagvoerder", "gezant", "gids", "girl", "goalkeeper", "gouverneur", "governor", "grandfather",
    "grandmother", "gravin", "griffier", "groenteman", "grootmoeder", "grootouders", "grootvader", "grootvaders",
    "headmaster", "headmistress", "headteacher", "heer", "herder", "hertog", "historian", "historica", "historicus",
    "hoofdcommissaris", "hoofdofficier", "hoofdredacteur", "hoogleraar", "hovenier", "huisarts", "huisbaas",
    "huismeester", "hulpverlener", "husband", "huurder", "imam", "imker", "indiener", "informateur", "ingenieur",
    "ingewijde", "ingezetene", "insider", "inspector", "inspreker", "insprekers", "inwoner", "jager", "jongen",
    "jonker", "jonkheer", "journalist", "journaliste", "judge", "juf", "juffrouw", "jurist", "jurylid", "kamerheer",
    "kamerlid", "kandidaat", "kanselier", "kapelaan", "kapitein", "kapper", "kassiere", "keeper", "kelner",
    "kenner", "kind", "klaagster", "klachtenfunctionaris", "klager", "klant", "kleindochter", "kleinzoon",
    "klokkenluider", "knecht", "kok", "kolonel", "kolonels", "kolonist", "koning", "koningin", "koopman", "koper",
    "korporaal", "koster", "kosteres", "kroegbaas", "kunstenaar", "kunstenares", "kweker", "lakei", "landlady",
    "landlord", "landsadvocaat", "lawyer", "leader", "leden", "leerling", "leerlinge", "leider", "leidster",
    "leraar", "lerares", "leverancier", "lezer", "lid", "liefhebber", "loodgieter", "machinist", "magistrate",
    "man", "manager", "mantelzorger", "manufacturer", "marktkoopman", "matroos", "mayor", "medewerker",
    "medewerkster", "meester", "meid", "meisje", "melder", "men", "mens", "mensen", "metselaar", "mevr", "mevrouw",
    "midwife", "minister", "moeder", "moeders", "molenaar", "monnik", "mother", "motorist", "mr", "mrs", "ms", "mw",
    "nabestaande", "neef", "neighbor", "neighbour", "nicht", "notaris", "novelist", "nurse", "officer", "officier",
    "oma", "ombudsman", "omstander", "omwonende", "omwonenden", "ondernemer", "ondertekenaar", "onderwijzer",
    "onderzoeker", "onderzoekster", "onlooker", "ontwikkelaar", "oom", "opa", "oppasser", "opperwachtmeester",
    "opsteller", "opvolger", "organisator", "organist", "ouder", "ouders", "oudgediende", "owner", "pachter",
    "pandeigenaar", "partner", "passant", "passenger", "pastoor", "patient", "patiente", "penningmeester", "people",
    "personeelslid", "pianist", "pianiste", "pilot", "ploeggenoot", "poet", "politicus", "porter", "portier",
    "predecessor", "predikant", "premier", "presentator", "presentatrice", "president", "priester", "principal",
    "prins", "prinses", "producent", "prof", "professor", "projectleidster", "promovenda", "promovendi",
    "promovendus", "psalmist", "psychiater", "pupil", "raadsgriffier", "raadsheer", "raadslid", "raadsman",
    "raadsvrouw", "rabbi", "rapporteur", "recensent", "rechercheur", "rechter", "rector", "redacteur", "redactrice",
    "regisseur", "regisseuse", "reiziger", "renner", "rentmeester", "resident", "residents", "reviewer",
    "schaatser", "schaker", "scheidsrechter", "schilder", "schipper", "scholier", "schoondochter", "schoonmaakster",
    "schoonmaker", "schoonmoeder", "schoonvader", "schoonzoon", "schoonzus", "schrijfster", "schrijver",
    "secretaris", "secretary", "senator", "sergeant", "sexton", "shareholder", "shepherd", "sheriff", "shopkeeper",
    "singer", "sister", "slachtoffer", "slager", "smid", "soldaat", "son", "sopraan", "source", "speaker", "speler",
    "spelers", "spindoctor", "spits", "spokesman", "spokesperson", "spokeswoman", "staatssecretaris",
    "stadsdichter", "stagiair", "stagiaire", "stiefmoeder", "stiefvader", "strateeg", "student", "stukadoor",
    "stuurman", "successor", "suppoost", "supporter", "surveyor", "tandarts", "tante", "teacher", "tegenspeler",
    "tegenstander", "teler", "tenant", "therapeut", "timmerman", "toeschouwer", "toezichthouder", "trainer",
    "treasurer", "trustee", "tuinder", "tuinman", "uitgever", "uncle", "vader", "vakbondsman", "vakbondsvrouw",
    "veerman", "verdachte", "verdediger", "verger", "verhuurder", "verkoper", "verloskundige", "verpleegkundige",
    "verpleger", "verslaggeefster", "verslaggever", "vertaalster", "vertaler", "vertegenwoordiger",
    "vertrouwenspersoon", "verweerder", "verzoeker", "verzorgende", "verzorger", "vicar", "villager", "violist",
    "visboer", "visser", "voorganger", "voorman", "voorstander", "voorvrouw", "voorzitster", "voorzitter", "vriend",
    "vrienden", "vriendin", "vriendinnen", "vrijwilliger", "vrouw", "vrouwen", "weduwe", "werkgever", "werknemer",
    "wetenschapper", "wethouder", "wethouders", "wife", "wijkagent", "winkelier", "witness", "woman", "women",
    "woordvoerder", "woordvoerster", "worker", "zakenman", "zakenvrouw", "zanger", "zangeres", "zoon", "zus",
    "zusje", "zuster", "zwager",
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
    "actrice", "advocate", "aunt", "barones", "bewoonster", "bibliothecaresse", "boekhoudster", "buurvrouw",
    "chairwoman", "daughter", "dichteres", "directrice", "dirigente", "dochter", "echtgenote",
    "eigenares", "eigenaresse", "freule", "grandmother", "gravin", "grootmoeder", "historica", "juf", "juffer",
    "juffrouw", "klaagster", "kleindochter", "koningin", "kunstenares", "leerlinge", "lerares", "medewerkster",
    "meisje", "mevrouw", "moeder", "moeders", "mother", "mrs", "ms", "mw", "nicht", "oma", "onderzoekster",
    "patiente", "presentatrice", "prinses", "projectleidster", "redactrice", "regisseuse", "schoondochter",
    "schoonmoeder", "schoonzus", "schrijfster", "sister", "spokeswoman", "stagiaire", "stiefmoeder", "tante",
    "verzorgster", "voorvrouw", "voorzitster", "vriendin", "vrouw", "weduwe", "wife", "woman", "woordvoerster",
    "zangeres", "zus", "zusje", "zuster",
];

/// Nouns and titles of men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "baron", "bewindsman", "broeder", "broer", "brother", "butler", "buurman", "chairman", "dhr", "echtgenoot",
    "father", "grandfather", "grootvader", "heer", "hertog", "husband", "jongen", "jonkheer", "kleinzoon", "knecht",
    "koning", "koopman", "man", "mr", "neef", "oom", "opa", "prins", "raadsman", "schoonvader", "schoonzoon", "son",
    "spokesman", "stiefvader", "timmerman", "uncle", "vader", "veerman", "voorman", "zoon", "zwager",
];

/// How nouns for people end: "centralist", "psycholoog", "gouverneur".
const ENDINGS: &[&str] = &["feur", "ieur", "kundige", "neur", "oloog", "rechter", "rice", "seur", "teur"];

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
