//! Numbers that are no dates: what is counted, numbered, addressed, or named by a number.

use super::*;

impl Grammar<'_> {
    /// Things are counted: "2000 mensen".
    pub fn counts(&self, at: usize) -> bool {
        // "vóór 2030 duizend woningen": of a year no thousands are told.
        let thousands =
            self.is(at, any!("duizend thousand")) && self.number(at.wrapping_sub(1)).is_some_and(|(_, n)| n == 4);
        matches!(self.word(at), Word::Counted) && !thousands
            || self.is(at, any!("euro eur usd pagina pages items"))
            || matches!(self.mark(at), '%' | '€' | '$' | '°' | '×')
            // "2023 k€", "1900 W", "2023 vierkante meter"
            || self.has(at, Word::Per) && self.is(at + 1, any!("cent stuk persoon eenheid kilo vierkante m2 head unit person"))
            || self.is(at, any!("k")) && matches!(self.mark(at + 1), '€' | '$')
            || matches!(self.raw(at), "W" | "kW" | "V" | "A" | "VA" | "Wh" | "cc" | "pk" | "MHz" | "GHz" | "Hz" | "KB" | "rpm")
            || self.is(at, any!("vierkante kubieke square cubic")) && self.tokens.len() > at + 1
            || (matches!(self.word(at), Word::Times) && self.is_number(at + 1))
            || (self.has(at, Word::Unit(Unit::Hour, Tongue::Dutch)))
    }

    pub fn is_plural_noun(&self, at: usize) -> bool {
        let raw = self.raw(at);
        self.has(at, Word::Other)
            && raw.len() > 4
            && !self.capital(at)
            && (raw.ends_with("en") || raw.ends_with('s'))
            && !self.is(
                at, any!("hebben werden waren zijn worden zullen kunnen moeten gingen kwamen stonden mogen hadden konden moesten zouden willen binnen tussen tegen alsmede alleen always samen vooral steeds reeds werden door komen gaan staan vielen begonnen liggen lagen blijven bleven dragen krijgen lopen spelen vormen tonen laten maken nemen geven vragen zien lijken leiden zorgen"))
    }

    /// "tussen 1990 en 2010 euro"
    pub fn is_money(&self, at: usize) -> bool {
        self.is(at, any!("euro euros eur usd dollar dollars pond pounds gulden"))
            || matches!(self.mark(at), '%' | '€' | '$')
    }

    /// "artikel 2021", "nr. 2022", "€ 2019", "tel. 1984".
    pub fn is_reference(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        if matches!(self.mark(before), '.' | ':' | '/') && before > 0 {
            before -= 1;
        }
        // "Kamerstukken II 2020/21"
        if matches!(self.raw(before), "I" | "II" | "A" | "B" | "C") && before > 0 {
            before -= 1;
        }
        // "no. 12-05-19"
        let no = before + 1 < at && self.is(before, any!("no"));
        no || self.has(before, Word::Reference)
            || self.is_numbering(before)
            || self.is(before, any!("numbered genummerd docket reel reels folio folios inv invnr cat vak vakken kluis kluizen perceel percelen item items"))
            || self.is(before, any!("case")) && !self.is(before.wrapping_sub(1), any!("this that in any each"))
            || self.is_held(before)
            || matches!(self.raw(before), "EN" | "DIN" | "BS" | "NEN" | "ANSI" | "IEEE" | "ASTM")
            || matches!(self.mark(before), '€' | '$' | '£' | '§' | '#' | '+' | '=' | '@' | '&' | '~')
    }

    /// "contains rolls 1801 to 1846": "court rolls 1801-1846" are of these years.
    fn is_held(&self, at: usize) -> bool {
        let holds = any!("contains contain holds hold houses house see bevat bevatten omvat zie");
        self.is(at, any!("rolls boxes files volumes items drawers rollen dozen omslagen mappen banden"))
            && self.is(at.wrapping_sub(1), holds)
    }

    /// "pincode", "kenteken", "klantnummers": what numbers name.
    fn is_numbering(&self, at: usize) -> bool {
        let raw = self.raw(at).as_bytes();
        let ends = |end: &[u8]| raw.len() > end.len() && raw[raw.len() - end.len()..].eq_ignore_ascii_case(end);
        self.has(at, Word::Other) && [&b"nummer"[..], b"nummers", b"code", b"codes", b"teken"].into_iter().any(ends)
    }

    /// "circulaire 2011-03", "Rapport 2020-12": the series in which a paper is numbered, not the month it is of.
    pub fn is_numbered_paper(&self, at: usize) -> bool {
        const PAPERS: [&str; 16] = [
            "nota",
            "circulaire",
            "omzendbrief",
            "rapport",
            "besluit",
            "motie",
            "amendement",
            "aanbesteding",
            "dossier",
            "advies",
            "agendapunt",
            "actie",
            "actiepunt",
            "bestek",
            "memo",
            "verordening",
        ];
        let noun = self.raw(at).to_ascii_lowercase();
        self.has(at, Word::Other) && PAPERS.iter().any(|paper| noun.ends_with(paper))
            || self.is(
                at,
                any!("report memo circular directive tender motion notice bulletin project grant case docket brief"),
            )
    }

    /// "Zomerdijk 1912", "Parkeervak 2012", "BMW 2002", "Agenda 2030": what a number of four digits names.
    pub fn is_named_by_number(&self, at: usize) -> bool {
        const STREETS: [&[u8]; 11] = [
            b"straat",
            b"laan",
            b"weg",
            b"dijk",
            b"kade",
            b"plein",
            b"gracht",
            b"steeg",
            b"singel",
            b"plantsoen",
            b"vak",
        ];
        const NAMED: &[Key] = any!(
            "windows office word excel server outlook exchange autocad photoshop peugeot bmw fiat ford volvo mazda horizon \
             vision studio team route complex blok gebouw pand woning lokaal bestelling locatie unit vleugel kist \
             doos euro sprinter intercity trein tram metro flight train vlucht box locker kluis stoel hotel runner resolution resolutie \
             catch ral giro apollo building order item ticket stelling stand-nummer pallet lot"
        );
        let raw = self.raw(at).as_bytes();
        let ends = |end: &&[u8]| raw.len() > end.len() + 2 && raw[raw.len() - end.len()..].eq_ignore_ascii_case(end);
        // "Agenda 2030"
        let goals = self.is(at, any!("agenda")) && self.number(at + 1) == Some((2030, 4));
        goals || self.is(at, NAMED) || STREETS.iter().any(ends)
    }

    /// "1984 van George Orwell": a work and who made it.
    pub fn is_work(&self, end: usize) -> bool {
        self.is(end, any!("van by")) && (end + 1..end + 3).all(|at| self.capital(at) && self.has(at, Word::Other))
    }

    /// "VV Nieuw-Utrecht 1999": a club and the year it bears.
    pub fn is_club(&self, at: usize) -> bool {
        const CLUBS: [&str; 11] = ["SV", "VV", "FC", "SC", "RKVV", "RKSV", "CVV", "HC", "TC", "TSV", "AFC"];
        (at.saturating_sub(4)..at).any(|at| CLUBS.contains(&self.raw(at)))
    }

    /// "Bankwet 1998", "Wet personenvervoer 2000": the year is part of the law's name.
    pub fn is_law(&self, at: usize) -> bool {
        let law = |at: usize| {
            let raw = self.raw(at).to_ascii_lowercase();
            self.capital(at)
                && ["wet", "besluit", "regeling", "reglement", "verordening", " act"]
                    .iter()
                    .any(|law| raw.ends_with(law))
        };
        // "Wmo 2015"
        const ACTS: [&str; 14] =
            ["Wmo", "Wlz", "Wob", "Woo", "Awb", "Wro", "Wabo", "Wvw", "Wwb", "Wia", "Wnt", "Wpg", "Bbz", "WIB"];
        let act = at > 0 && ACTS.contains(&self.raw(at - 1));
        let joined = |at: usize| matches!(self.word(at), Word::Other);
        // "Besluit bijstandverlening zelfstandigen 2004"
        let long = |at: usize| joined(at) && self.raw(at).len() > 6;
        act || at > 0 && (law(at - 1) || (at > 1 && joined(at - 1) && law(at - 2)))
            || at > 2 && long(at - 1) && long(at - 2) && law(at - 3)
    }

    /// "2500 EA": digits, two capitals.
    pub fn is_postcode(&self, end: usize) -> bool {
        let raw = self.raw(end);
        raw.len() == 2 && raw.bytes().all(|b| b.is_ascii_uppercase()) && !matches!(raw, "EN" | "IN" | "OM" | "OP")
    }
}
