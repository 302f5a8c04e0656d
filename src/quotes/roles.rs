//! Nouns that name a person or a body of people: what can speak. Folded, Dutch and English.

use super::name_words::is_in;

/// People, by their work, their place or their kin.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "aanklaagster", "aanklager", "aannemer", "aanvoerder", "aanwezige", "acteur", "actrice", "advocaat", "advocaten",
    "agent", "ambassadeur", "ambtenaar", "ambtenaren", "analist", "apotheker", "appellant", "architect", "arts",
    "artsen", "assistent", "aunt", "auteur", "baas", "bakker", "belanghebbende", "bemiddelaar", "bestuurslid",
    "betrokkene", "bewaker", "bewindsman", "bewindspersoon", "bewoner", "bewoonster", "bezoeker", "bezoekster",
    "bishop", "bisschop", "boer", "boeren", "bondscoach", "boy", "broer", "brother", "burgemeester", "buurman",
    "buurvrouw", "bystander", "captain", "chair", "chairman", "chairwoman", "chauffeur", "chef", "chief", "child",
    "chirurg", "cipier", "clerk", "coach", "colleague", "collega", "columnist", "columniste", "commandant",
    "commissaris", "congressman", "coordinator", "coroner", "councillor", "criticus", "curator", "customer",
    "daughter", "dean", "deelnemer", "deskundige", "detective", "dhr", "dichter", "dierenarts", "directeur",
    "director", "directrice", "dirigent", "docent", "dochter", "doctor", "doelman", "dokter", "doktor", "dominee",
    "dr", "driver", "echtgenoot", "echtgenote", "econoom", "editor", "eigenaar", "eigenares", "eigenaresse", "eiser",
    "eiseres", "engineer", "expert", "farmer", "father", "fietser", "fisherman", "gast", "gebruiker", "gedaagde",
    "gedeputeerde", "generaal", "getuige", "gids", "girl", "goalkeeper", "gouverneur", "governor", "grandfather",
    "grandmother", "griffier", "groenteman", "grootmoeder", "grootvader", "headmaster", "headmistress", "heer",
    "hoofdofficier", "hoofdredacteur", "hoogleraar", "huisarts", "huisbaas", "hulpverlener", "husband", "huurder",
    "imam", "informateur", "ingewijde", "ingezetene", "insider", "inspector", "inwoner", "jager", "jongen",
    "journalist", "journaliste", "judge", "juf", "juffrouw", "jurist", "jurylid", "kamerlid", "kandidaat",
    "kanselier", "kapitein", "kapper", "keeper", "kenner", "kind", "klaagster", "klager", "klant", "kok", "kolonel",
    "koning", "koningin", "koper", "korporaal", "landlady", "landlord", "landsadvocaat", "lawyer", "leader", "leden",
    "leerling", "leider", "leidster", "leraar", "lerares", "lezer", "liefhebber", "magistrate", "man", "manager",
    "mantelzorger", "mayor", "medewerker", "medewerkster", "meester", "meisje", "men", "mens", "mensen", "mevr",
    "mevrouw", "minister", "moeder", "molenaar", "monnik", "mother", "mr", "mrs", "ms", "mw", "nabestaande", "neef",
    "neighbor", "neighbour", "nicht", "notaris", "nurse", "officer", "officier", "oma", "omstander", "omwonende",
    "ondernemer", "ondertekenaar", "onderwijzer", "onlooker", "oom", "opa", "opvolger", "organisator", "ouder",
    "oudgediende", "owner", "pachter", "partner", "passant", "passenger", "pastoor", "patient", "patiente",
    "penningmeester", "people", "personeelslid", "pilot", "ploeggenoot", "poet", "politicus", "portier", "premier",
    "president", "priester", "prins", "prinses", "producent", "prof", "professor", "psychiater", "pupil", "raadsheer",
    "raadslid", "raadsman", "raadsvrouw", "rabbi", "recensent", "rechter", "rector", "redacteur", "regisseur",
    "reiziger", "renner", "resident", "residents", "reviewer", "schaatser", "schaker", "scheidsrechter", "schilder",
    "schipper", "scholier", "schoonmaker", "schrijfster", "schrijver", "secretaris", "secretary", "senator",
    "sergeant", "shopkeeper", "singer", "sister", "slachtoffer", "slager", "soldaat", "son", "sopraan", "source",
    "speaker", "speler", "spelers", "spindoctor", "spits", "spokesman", "spokesperson", "spokeswoman",
    "staatssecretaris", "strateeg", "student", "stuurman", "suppoost", "supporter", "tandarts", "tante", "teacher",
    "tenant", "therapeut", "toeschouwer", "toezichthouder", "trainer", "treasurer", "trustee", "tuinman", "uncle",
    "vader", "vakbondsman", "vakbondsvrouw", "veerman", "verdachte", "verdediger", "verhuurder", "verkoper",
    "verloskundige", "verpleegkundige", "verslaggeefster", "verslaggever", "vertegenwoordiger", "verweerder",
    "verzoeker", "vicar", "villager", "visser", "voorganger", "voorzitster", "voorzitter", "vriend", "vriendin",
    "vrijwilliger", "vrouw", "vrouwen", "weduwe", "werkgever", "werknemer", "wetenschapper", "wethouder",
    "wethouders", "wife", "witness", "woman", "women", "woordvoerder", "woordvoerster", "worker", "zanger",
    "zangeres", "zoon", "zus", "zusje", "zuster", "zwager",
];

/// Bodies of people that speak with one voice.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "academie", "accountant", "actiegroep", "adviescommissie", "afdeling", "agency", "assembly", "association",
    "bank", "bedrijf", "belangenvereniging", "bestuur", "board", "bond", "bouwer", "brancheorganisatie",
    "branchevereniging", "brandweer", "bureau", "charity", "church", "club", "coalitie", "college", "comite",
    "commissie", "committee", "company", "consortium", "cooperatie", "corporatie", "corporation", "council", "county",
    "court", "departement", "department", "dienst", "directie", "echtpaar", "fabriek", "familie", "fractie",
    "gemeente", "gemeentebestuur", "gemeenteraad", "gerecht", "gerechtshof", "gezin", "government", "hof",
    "inspectie", "inspectorate", "instelling", "instituut", "jury", "kabinet", "kamercommissie", "kerk",
    "kerkenraad", "koepel", "koor", "krant", "leiding", "maatschappij", "meerderheid", "minderheid", "ministerie",
    "ministry", "museum", "ombudsman", "omroep", "onderneming", "oppositie", "organisatie", "organisation", "orkest",
    "parliament", "partij", "party", "personeel", "planbureau", "platform", "police", "politie", "provincie", "raad",
    "railway", "rechtbank", "redactie", "regering", "regulator", "rekenkamer", "school", "secretariaat", "society",
    "staf", "stichting", "team", "tijdschrift", "tribunal", "trust", "unie", "union", "universiteit", "university",
    "vakbond", "vakcentrale", "vereniging", "verzekeraar", "visclub", "waterschap", "weekblad", "werkgever",
    "werkgroep", "zender", "ziekenhuis", "zorgverzekeraar",
];

/// Nouns and titles of women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "actrice", "aunt", "bewoonster", "buurvrouw", "chairwoman", "daughter", "directrice", "dochter", "echtgenote",
    "eigenares", "eigenaresse", "grandmother", "grootmoeder", "juf", "juffrouw", "klaagster", "koningin", "lerares",
    "medewerkster", "meisje", "mevrouw", "moeder", "mother", "mrs", "ms", "mw", "nicht", "oma", "patiente", "prinses",
    "schrijfster", "sister", "spokeswoman", "tante", "voorzitster", "vriendin", "vrouw", "weduwe", "wife", "woman",
    "woordvoerster", "zangeres", "zus", "zusje", "zuster",
];

/// Nouns and titles of men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "bewindsman", "broer", "brother", "buurman", "chairman", "dhr", "echtgenoot", "father", "grandfather",
    "grootvader", "heer", "husband", "jongen", "koning", "man", "mr", "neef", "oom", "opa", "prins", "raadsman",
    "son", "spokesman", "uncle", "vader", "veerman", "zoon", "zwager",
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
    let compound = |noun: &str| {
        let ends = |word: &str| word.len() > noun.len() + 2 && word.ends_with(noun);
        noun.len() >= 4 && (ends(folded) || ends(bare))
    };
    let is_past = matches!(folded, "verleden" | "overleden");
    is_in(list, folded) || is_in(list, bare) || !is_past && list.iter().any(|noun| compound(noun))
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
        _ => {
            let ends = |list: &[&str]| list.iter().any(|noun| noun.len() > 3 && folded.ends_with(noun));
            if ends(FEMALE) { Some(Gender::Woman) } else { ends(MALE).then_some(Gender::Man) }
        }
    }
}
