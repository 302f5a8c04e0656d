//! The words of time, Dutch and English in one table: what a folded word can mean to the grammar.
//!
//! One word, one meaning; where a language uses a word for two things (`half`, `last`, `voor`) the grammar asks for its
//! neighbours. Triggers are the words without which no expression stands; the scan looks at nothing else.

use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Second,
    Minute,
    QuarterHour,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Dutch,
    English,
    Both,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Begin,
    Middle,
    End,
    /// The last day: "ultimo".
    Last,
}

/// "vorige", "afgelopen", "deze", "volgende", "komende".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The calendar one before: "vorige", "previous".
    Previous,
    /// The one just gone: "afgelopen", "last", "past".
    Past,
    This,
    /// The calendar one after: "volgende", "next".
    Next,
    /// The one just ahead: "komende", "coming".
    Coming,
}

/// How a date is bounded by the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Since,
    From,
    Until,
    Before,
    After,
    By,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Other,
    Month(u8),
    /// Abbreviated: wants a day or a year.
    MonthShort(u8),
    /// English, and something else in lower case: "may", "march".
    RiskyMonth(u8),
    Weekday(u8),
    /// "ma", "zo", "sun": wants a date after it.
    WeekdayShort(u8),
    /// "woensdagmiddag".
    WeekdayPart(u8),
    /// "Mondays", "maandags".
    Weekdays(u8),
    Unit(Unit, Tongue),
    Number(u16),
    Ordinal(u8),
    /// "laatste", "final".
    Ultimate,
    One,
    Half,
    /// "anderhalf".
    OneAndHalf,
    /// "halve"
    Halves,
    /// "enkele", "several": a number that nobody counted.
    Vague,
    Article,
    Helft,
    Part(Part),
    Season(u8),
    /// "spring", "fall".
    RiskySeason(u8),
    Way(Way),
    /// "last": Past or Ultimate.
    LastEnglish,
    Day(i8),
    /// A part of a day counted from today: "vanavond", "gistermiddag".
    DayPart(i8),
    /// "morgen": tomorrow or morning.
    Morgen,
    Heden,
    DayName,
    /// "'s avonds".
    DayHabit,
    Ago,
    Later,
    Earlier,
    After,
    Before,
    Over,
    In,
    Within,
    Of,
    On,
    At,
    To,
    /// "t/m", "through".
    Through,
    And,
    Or,
    Between,
    Bound(Bound),
    Jl,
    /// "a.s."
    Aanstaande,
    Dezes,
    Circa,
    Maybe,
    /// "daags na": the day after; "twee maal daags".
    Daags,
    Every,
    /// "every other week".
    Alternate,
    Per,
    /// "keer", "maal", "times".
    Times,
    Once,
    /// Its period: number and unit.
    Set(u8, Unit),
    Decades(u16),
    Jaren,
    Suffix,
    AmPm,
    OClock,
    Quarter15,
    Holiday(u8),
    With,
    Ingang,
    Not,
    /// "now", "heute": from now.
    Now,
    /// "oud", "old".
    Old,
    Age,
    /// Before a number it says that the number is no date: "artikel", "nr".
    Reference,
    /// After a number it says that the number counts things.
    Counted,
    Loop,
    Course,
    Name,
}

use Word::*;

const TABLE: &[(&str, Word)] = &[
    ("januari january", Month(1)),
    ("februari february", Month(2)),
    ("maart", Month(3)),
    ("april", Month(4)),
    ("mei", Month(5)),
    ("juni june juny", Month(6)),
    ("juli july", Month(7)),
    ("augustus", Month(8)),
    ("september", Month(9)),
    ("oktober october", Month(10)),
    ("november", Month(11)),
    ("december", Month(12)),
    ("jan", MonthShort(1)),
    ("feb febr", MonthShort(2)),
    ("mrt mar", MonthShort(3)),
    ("apr", MonthShort(4)),
    ("jun", MonthShort(6)),
    ("jul", MonthShort(7)),
    ("aug", MonthShort(8)),
    ("sep sept", MonthShort(9)),
    ("okt oct", MonthShort(10)),
    ("nov", MonthShort(11)),
    ("dec", MonthShort(12)),
    ("march", RiskyMonth(3)),
    ("may", RiskyMonth(5)),
    ("august", RiskyMonth(8)),
    ("maandag monday", Weekday(0)),
    ("dinsdag tuesday", Weekday(1)),
    ("woensdag wednesday", Weekday(2)),
    ("donderdag thursday", Weekday(3)),
    ("vrijdag friday", Weekday(4)),
    ("zaterdag saturday", Weekday(5)),
    ("zondag sunday", Weekday(6)),
    ("ma mon", WeekdayShort(0)),
    ("di tue tues", WeekdayShort(1)),
    ("wo wed", WeekdayShort(2)),
    ("do thu thur thurs", WeekdayShort(3)),
    ("vr vrij fri", WeekdayShort(4)),
    ("za sat", WeekdayShort(5)),
    ("zo sun", WeekdayShort(6)),
    ("maandags mondays maandagen", Weekdays(0)),
    ("dinsdags tuesdays dinsdagen", Weekdays(1)),
    ("woensdags wednesdays woensdagen", Weekdays(2)),
    ("donderdags thursdays donderdagen", Weekdays(3)),
    ("vrijdags fridays vrijdagen", Weekdays(4)),
    ("zaterdags saturdays zaterdagen", Weekdays(5)),
    ("zondags sundays zondagen", Weekdays(6)),
    ("seconde seconden", Unit(Unit::Second, Tongue::Dutch)),
    ("seconds", Unit(Unit::Second, Tongue::English)),
    ("minuut minuten", Unit(Unit::Minute, Tongue::Dutch)),
    ("minute minutes", Unit(Unit::Minute, Tongue::English)),
    ("uur uren", Unit(Unit::Hour, Tongue::Dutch)),
    ("hour hours", Unit(Unit::Hour, Tongue::English)),
    ("dag dagen etmaal werkdag werkdagen", Unit(Unit::Day, Tongue::Dutch)),
    ("day days", Unit(Unit::Day, Tongue::English)),
    ("week", Unit(Unit::Week, Tongue::Both)),
    ("weken wk wkn", Unit(Unit::Week, Tongue::Dutch)),
    ("weeks", Unit(Unit::Week, Tongue::English)),
    ("weekend", Unit(Unit::Weekend, Tongue::Both)),
    ("weekeinde weekenden", Unit(Unit::Weekend, Tongue::Dutch)),
    ("weekends", Unit(Unit::Weekend, Tongue::English)),
    ("fortnight fortnights", Unit(Unit::Fortnight, Tongue::English)),
    ("maand maanden", Unit(Unit::Month, Tongue::Dutch)),
    ("month months", Unit(Unit::Month, Tongue::English)),
    ("kwartaal kwartalen", Unit(Unit::Quarter, Tongue::Dutch)),
    ("quarter quarters", Unit(Unit::Quarter, Tongue::English)),
    ("halfjaar", Unit(Unit::HalfYear, Tongue::Dutch)),
    ("semester semesters", Unit(Unit::HalfYear, Tongue::Both)),
    ("jaar", Unit(Unit::Year, Tongue::Dutch)),
    ("year years", Unit(Unit::Year, Tongue::English)),
    ("decennium decennia", Unit(Unit::Decade, Tongue::Dutch)),
    ("decade decades", Unit(Unit::Decade, Tongue::English)),
    ("eeuw eeuwen", Unit(Unit::Century, Tongue::Dutch)),
    ("century centuries", Unit(Unit::Century, Tongue::English)),
    ("jaren", Jaren),
    ("half", Half),
    ("halve", Halves),
    ("anderhalf anderhalve", OneAndHalf),
    ("een a an one", One),
    ("twee two", Number(2)),
    ("drie three", Number(3)),
    ("vier four", Number(4)),
    ("vijf five", Number(5)),
    ("zes six", Number(6)),
    ("zeven seven", Number(7)),
    ("acht eight", Number(8)),
    ("negen nine", Number(9)),
    ("tien ten", Number(10)),
    ("elf eleven", Number(11)),
    ("twaalf twelve", Number(12)),
    ("dertien thirteen", Number(13)),
    ("veertien fourteen", Number(14)),
    ("vijftien fifteen", Number(15)),
    ("zestien sixteen", Number(16)),
    ("zeventien seventeen", Number(17)),
    ("achttien eighteen", Number(18)),
    ("negentien nineteen", Number(19)),
    ("twintig twenty", Number(20)),
    ("dertig thirty", Number(30)),
    ("veertig forty", Number(40)),
    ("vijftig fifty", Number(50)),
    ("zestig sixty", Number(60)),
    ("zeventig seventy", Number(70)),
    ("tachtig eighty", Number(80)),
    ("negentig ninety", Number(90)),
    ("honderd hundred", Number(100)),
    ("eerste first", Ordinal(1)),
    ("tweede second", Ordinal(2)),
    ("derde third", Ordinal(3)),
    ("vierde fourth", Ordinal(4)),
    ("vijfde fifth", Ordinal(5)),
    ("zesde sixth", Ordinal(6)),
    ("zevende seventh", Ordinal(7)),
    ("achtste eighth", Ordinal(8)),
    ("negende ninth", Ordinal(9)),
    ("tiende tenth", Ordinal(10)),
    ("elfde eleventh", Ordinal(11)),
    ("twaalfde twelfth", Ordinal(12)),
    ("dertiende thirteenth", Ordinal(13)),
    ("veertiende fourteenth", Ordinal(14)),
    ("vijftiende fifteenth", Ordinal(15)),
    ("zestiende sixteenth", Ordinal(16)),
    ("zeventiende seventeenth", Ordinal(17)),
    ("achttiende eighteenth", Ordinal(18)),
    ("negentiende nineteenth", Ordinal(19)),
    ("twintigste twentieth", Ordinal(20)),
    ("dertigste thirtieth", Ordinal(30)),
    ("laatste final", Ultimate),
    ("last", LastEnglish),
    ("enkele enige some several few paar couple aantal", Vague),
    ("de het 't the", Article),
    ("helft", Helft),
    ("begin start beginning early aanvang vroege", Part(Part::Begin)),
    ("medio mid middle halverwege midden", Part(Part::Middle)),
    ("eind einde end late slot", Part(Part::End)),
    ("ultimo", Part(Part::Last)),
    ("lente voorjaar springtime", Season(21)),
    ("zomer summer summertime", Season(22)),
    ("herfst najaar autumn", Season(23)),
    ("winter", Season(24)),
    ("spring", RiskySeason(21)),
    ("fall", RiskySeason(23)),
    ("vorige vorig previous preceding", Way(Way::Previous)),
    ("afgelopen voorbije verleden jongstleden past", Way(Way::Past)),
    ("deze dit this huidige huidig lopende lopend current", Way(Way::This)),
    ("volgende volgend next following", Way(Way::Next)),
    ("komende komend eerstkomende eerstvolgende aankomende aankomend coming upcoming", Way(Way::Coming)),
    ("vandaag today", Day(0)),
    ("gisteren yesterday", Day(-1)),
    ("eergisteren", Day(-2)),
    ("overmorgen", Day(2)),
    ("tomorrow", Day(1)),
    ("morgen", Morgen),
    ("vanavond vanmiddag vanmorgen vanochtend vannacht tonight", DayPart(0)),
    ("eergisteravond eergisterenavond eergistermiddag eergisterochtend", DayPart(-2)),
    ("overmorgenochtend overmorgenmiddag overmorgenavond", DayPart(2)),
    (
        "gisteravond gistermiddag gistermorgen gisterochtend gisternacht gister gisterenavond gisterenmiddag gisterenochtend",
        DayPart(-1),
    ),
    ("morgenavond morgenmiddag morgenochtend morgenvroeg", DayPart(1)),
    ("heden", Heden),
    ("ochtend middag avond nacht morning afternoon evening night namiddag voormiddag", DayName),
    ("geleden ago terug", Ago),
    ("later nadien erna daarna erop daarop afterwards afterward thereafter hence", Later),
    ("eerder ervoor daarvoor tevoren earlier beforehand", Earlier),
    ("na after", After),
    ("voor before", Before),
    ("over", Over),
    ("in during tijdens gedurende", In),
    ("binnen within", Within),
    ("van of uit", Of),
    ("op on dd d.d", On),
    ("om at", At),
    ("tot to", To),
    ("t/m tm through thru", Through),
    ("en and", And),
    ("or", Or),
    ("tussen between", Between),
    ("sinds since sedert", Bound(Bound::Since)),
    ("vanaf from", Bound(Bound::From)),
    ("until till", Bound(Bound::Until)),
    ("uiterlijk by", Bound(Bound::By)),
    ("daags", Daags),
    ("jl jl. j.l l.l ll jongstleden", Jl),
    ("a.s aanstaande aanst a.st", Aanstaande),
    ("dezes dezer", Dezes),
    (
        "circa ca c.a rond rondom omstreeks ongeveer plusminus around about approximately roughly ruim bijna krap nearly almost zowat grofweg plm",
        Circa,
    ),
    (
        "vermoedelijk waarschijnlijk mogelijk wellicht misschien probably possibly presumably perhaps maybe likely",
        Maybe,
    ),
    ("elke elk iedere ieder every each alle", Every),
    ("other andere", Alternate),
    ("per", Per),
    ("keer maal times", Times),
    ("eens eenmaal once tweemaal twice driemaal thrice viermaal vijfmaal", Once),
    ("dagelijks dagelijkse daily", Set(1, Unit::Day)),
    ("wekelijks wekelijkse weekly", Set(1, Unit::Week)),
    ("tweewekelijks tweewekelijkse veertiendaags veertiendaagse fortnightly biweekly", Set(2, Unit::Week)),
    ("maandelijks maandelijkse monthly", Set(1, Unit::Month)),
    ("tweemaandelijks tweemaandelijkse bimonthly", Set(2, Unit::Month)),
    ("driemaandelijks driemaandelijkse quarterly", Set(3, Unit::Month)),
    ("halfjaarlijks halfjaarlijkse zesmaandelijks semiannually biannually", Set(6, Unit::Month)),
    ("jaarlijks jaarlijkse yearly annually annual", Set(1, Unit::Year)),
    ("tweejaarlijks tweejaarlijkse biennial", Set(2, Unit::Year)),
    ("driejaarlijks driejaarlijkse", Set(3, Unit::Year)),
    ("vierjaarlijks vierjaarlijkse", Set(4, Unit::Year)),
    ("vijfjaarlijks vijfjaarlijkse", Set(5, Unit::Year)),
    ("nightly", Set(1, Unit::Day)),
    ("hourly", Set(1, Unit::Hour)),
    ("twenties", Decades(20)),
    ("thirties", Decades(30)),
    ("forties", Decades(40)),
    ("fifties", Decades(50)),
    ("sixties", Decades(60)),
    ("seventies", Decades(70)),
    ("eighties", Decades(80)),
    ("nineties", Decades(90)),
    ("e de ste st nd rd th den sten", Suffix),
    ("avonds middags ochtends nachts morgens", DayHabit),
    ("am pm a.m p.m", AmPm),
    ("u u. uhr h hrs", OClock),
    ("o'clock", OClock),
    ("kwart", Quarter15),
    ("kwartier kwartieren", Unit(Unit::QuarterHour, Tongue::Dutch)),
    ("nieuwjaarsdag nieuwjaar", Holiday(0)),
    ("koningsdag", Holiday(1)),
    ("dodenherdenking", Holiday(2)),
    ("bevrijdingsdag", Holiday(3)),
    ("prinsjesdag", Holiday(4)),
    ("sinterklaas pakjesavond", Holiday(5)),
    ("kerstavond", Holiday(6)),
    ("kerst kerstmis kerstdag christmas xmas", Holiday(7)),
    ("paasdag", Holiday(9)),
    ("pinksterdag", Holiday(11)),
    ("oudejaarsdag oudejaarsavond oudjaar silvester", Holiday(8)),
    ("pasen paaszondag easter", Holiday(9)),
    ("hemelvaart hemelvaartsdag", Holiday(10)),
    ("pinksteren pentecost", Holiday(11)),
    ("halloween", Holiday(12)),
    ("thanksgiving", Holiday(13)),
    ("paasmaandag", Holiday(14)),
    ("pinkstermaandag", Holiday(15)),
    ("moederdag", Holiday(16)),
    ("vaderdag", Holiday(17)),
    ("valentijnsdag", Holiday(18)),
    ("koninginnedag", Holiday(19)),
    ("met with as", With),
    ("ingang effect", Ingang),
    ("niet geen not no nog", Not),
    ("now nu", Now),
    ("oud old oude ouder jong jonger older younger", Old),
    ("leeftijd aged age leeftijdscategorie", Age),
    (
        "artikel artikelen art lid nr nrs nummer number no kenmerk zaak zaaknummer zaaknr p pp pag pagina page pages blz \
         bladzijde tel telefoon telefoonnummer phone fax versie version v postbus vraag vragen question bijlage hoofdstuk chapter \
         paragraaf section tabel table figuur figure fig stuk kamerstuk kamerstukken kst stb stcrt staatsblad staatscourant \
         trb iso nen rfc isbn issn doi iban kvk room pbeu pb ecli dossier dossiernummer kv ah ref referentie \
         factuur factuurnummer order model type serie code id bus lijn rijksweg eur euro usd gbp build release punt onderdeel bsn \
         besluitnummer nota rapportnummer regel regels noot vgl kamer zaal",
        Reference,
    ),
    (
        "euro dollar dollars pond mensen personen gevallen ambtenaren inwoners stuks woorden leden km kilometer meter m m2 kg kilo ton \
         procent percent people persons cases items pages pagina's employees votes stemmen banen woningen huizen studenten \
         leerlingen kinderen deelnemers bezoekers werknemers medewerkers klachten aanvragen documenten brieven liter gram \
         bedrijven gemeenten organisaties leden miljoen miljard million billion duizend thousand words members jobs homes students \
         children visitors complaints applications documents letters companies plaatsen exemplaren handtekeningen respondenten \
         huishoudens patienten burgers soldaten manschappen gulden bytes mb kb gb hectare ha watt kwh mw volt calorieen aandelen fte \
         vrijwilligers signatures households patients citizens soldiers copies units shares cm mm feet miles pounds euros",
        Counted,
    ),
    ("loop verloop", Loop),
    ("course", Course),
    (
        "mevrouw meneer mijnheer dhr mevr mw mr mrs ms dr drs prof minister premier theresa familie heer miss sir lady lord",
        Name,
    ),
];

struct Index {
    /// A bit per hash: whether a trigger may have it.
    triggers: Vec<u64>,
    /// Open addressing over folded words.
    slots: Vec<Option<(&'static str, Word)>>,
}

const SLOTS: usize = 4096;
const BITS: usize = 1 << 16;

/// One step of the hash that [`may_trigger`] wants, over folded bytes.
#[inline(always)]
pub fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9E37_79B1)
}

fn hash(word: &str) -> u32 {
    word.bytes().fold(0, hash_step)
}

fn is_trigger(word: Word) -> bool {
    matches!(
        word,
        Month(_)
            | MonthShort(_)
            | RiskyMonth(_)
            | Weekday(_)
            | WeekdayPart(_)
            | Weekdays(_)
            | Unit(..)
            | Season(_)
            | RiskySeason(_)
            | Day(_)
            | DayPart(_)
            | Morgen
            | Heden
            | Set(..)
            | Decades(_)
            | Jaren
            | AmPm
            | Holiday(_)
            | Dezes
            | Helft
            | Half
            | Quarter15
            | DayName
            | Daags
            | Jl
    )
}

/// Parts of the day that Dutch glues to the weekday.
const DAY_PARTS: &[&str] = &["ochtend", "morgen", "middag", "namiddag", "avond", "nacht"];
const DUTCH_WEEKDAYS: &[&str] = &["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index { triggers: vec![0; BITS / 64], slots: vec![None; SLOTS] };
        for &(words, meaning) in TABLE {
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                let hash = hash(word);
                let mut slot = slot_of(hash);
                while index.slots[slot].is_some_and(|(known, _)| known != word) {
                    slot = (slot + 1) % SLOTS;
                }
                // The first meaning stands.
                if index.slots[slot].is_none() {
                    index.slots[slot] = Some((word, meaning));
                }
                if is_trigger(meaning) {
                    set_bit(&mut index.triggers, hash);
                }
            }
        }
        for weekday in DUTCH_WEEKDAYS {
            for part in DAY_PARTS {
                set_bit(&mut index.triggers, part.bytes().fold(hash(weekday), hash_step));
            }
        }
        index
    })
}

fn slot_of(hash: u32) -> usize {
    (hash >> 12) as usize % SLOTS
}

fn set_bit(bits: &mut [u64], hash: u32) {
    let bit = (hash >> 16) as usize;
    bits[bit / 64] |= 1 << (bit % 64);
}

/// The bits that [`may_trigger`] reads; fetched once a text.
pub fn trigger_bits() -> &'static [u64] {
    &index().triggers
}

/// Whether a word of this hash may open or carry an expression: no false "no".
#[inline(always)]
pub fn may_trigger(bits: &[u64], hash: u32) -> bool {
    let bit = (hash >> 16) as usize;
    bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
}

/// What a folded word means.
pub fn lookup(word: &str) -> Word {
    let slots = &index().slots;
    let mut slot = slot_of(hash(word));
    while let Some((known, meaning)) = slots[slot] {
        if known == word {
            return meaning;
        }
        slot = (slot + 1) % SLOTS;
    }
    compound(word)
}

/// "woensdagmiddag", "eenentwintig", "drieëntwintigste".
fn compound(word: &str) -> Word {
    if word.len() < 8 || !word.is_ascii() {
        return Other;
    }
    let numeral = word.ends_with("tig") || word.ends_with("tigste");
    if !numeral && !DAY_PARTS.iter().any(|part| word.ends_with(part)) {
        return Other;
    }
    for (day, name) in DUTCH_WEEKDAYS.iter().enumerate() {
        if word.strip_prefix(name).is_some_and(|part| DAY_PARTS.contains(&part)) {
            return WeekdayPart(day as u8);
        }
    }
    const ONES: &[&str] = &["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
    for (one, name) in ONES.iter().enumerate() {
        let Some(tens) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix("en")) else {
            continue;
        };
        let stem = tens.strip_suffix("ste").unwrap_or(tens);
        if let Number(ten @ 20..=90) = exact(stem) {
            let value = ten + one as u16 + 1;
            return if stem.len() < tens.len() { Ordinal(value as u8) } else { Number(value) };
        }
    }
    Other
}

fn exact(word: &str) -> Word {
    let slots = &index().slots;
    let mut slot = slot_of(hash(word));
    while let Some((known, meaning)) = slots[slot] {
        if known == word {
            return meaning;
        }
        slot = (slot + 1) % SLOTS;
    }
    Other
}
