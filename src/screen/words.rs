//! Every word of the interface, in Dutch and English: one table, checked by the compiler.
//!
//! A `{}` is filled with [`fill`]. Counted things come as a pair for one and for more: see [`count`].

use crate::engine::Language;

macro_rules! table {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        #[derive(Debug, PartialEq, Eq)]
        pub struct Words {
            pub language: Language,
            $($(#[$doc])* pub $name: &'static str,)*
        }
        static DUTCH: Words = Words { language: Language::Dutch, $($name: $nl,)* };
        static ENGLISH: Words = Words { language: Language::English, $($name: $en,)* };
    };
}

table! {
    // -- the timeline
    events: "Gebeurtenissen", "Events";
    document: "Document", "Document";
    timeline_of: "Tijdlijn {}", "Timeline {}";
    timeline_picture: "Tijdlijn {}. Pijltjes schuiven, plus en min zoomen, Home toont alles. Dezelfde gegevens staan in de lijst.", "Timeline {}. Arrows move it, plus and minus zoom, Home shows all. The same entries stand in the list.";
    timeline_list: "Dezelfde gegevens als lijst", "The same entries as a list";
    lanes: "Banen", "Lanes";
    lanes_nature: "Samen", "Together";
    lanes_document: "Document", "Document";
    lanes_kind: "Soort", "Kind";
    lanes_speaker: "Spreker", "Speaker";
    lanes_unknown: "Onbekend", "Unknown";
    lanes_other: "Overige", "Others";
    zoom: "Zoom", "Zoom";
    zoom_out: "Uitzoomen", "Zoom out";
    zoom_in: "Inzoomen", "Zoom in";
    zoom_all: "Alles", "All";
    period: "Periode", "Period";
    period_from: "Van", "From";
    period_to: "Tot en met", "Up to";
    period_choose: "Kies een periode, of sleep over de tijdas", "Choose a period, or drag along the axis";
    period_drop: "Toon weer alle tijd", "Show all time again";
    period_search: "Zoek in deze periode", "Search this period";
    period_quotes: "Citaten uit deze periode", "Quotes of this period";
    period_start: "Begin van de periode", "Start of the period";
    period_end: "Einde van de periode", "End of the period";
    prehistory: "Voorgeschiedenis", "Before the dossier";
    undated: "Zonder datum", "No date";
    outside_before: "{} eerder", "{} earlier";
    outside_after: "{} later", "{} later";
    show: "toon", "show";
    zoom_for_more: "Nog {}. Zoom in, of kies een periode.", "{} more. Zoom in, or choose a period.";
    nothing_here: "In dit stuk tijd staat niets.", "Nothing stands in this stretch of time.";
    no_entries: "Dit dossier heeft geen dateringen.", "This dossier holds no dates.";
    bin_label: "{} bijeen, {}: zoom in", "{} together, {}: zoom in";
    since: "sinds {}", "since {}";
    key_day: "dag", "day";
    key_unit: "een dag in die maand", "one day in that month";
    key_somewhere: "ergens in deze tijd", "some time in this span";
    key_lasted: "duurde zo lang", "lasted this long";
    key_about: "rond die tijd", "around that time";
    key_open: "einde open", "open end";
    key_bin: "zoveel bijeen; zoom in", "so many together; zoom in";
    key_undated: "zonder datum", "no date";
    why: "Waarom", "Why";
    also: "Ook", "Also";
    value: "Waarde", "Value";
    found_value: "Gevonden", "Found";
    curated_mark: "aangevuld", "curated";
    curated_why: "Titel of datum is door een mens gegeven.", "A person gave its title or date.";
    disagreeing_mark: "bronnen verschillen", "sources disagree";
    says_else: "zegt {}", "says {}";
    to_passage: "Naar de passage", "To the passage";
    to_document: "Naar {}", "To {}";
    copy_cited: "Kopieer met bron", "Copy with source";
    copied: "Gekopieerd.", "Copied.";
    not_copied: "Kopiëren is hier niet toegestaan.", "Copying is not allowed here.";
    nothing_dates_it: "Niets in de tekst zegt wanneer het is geschreven.", "Nothing in the text says when it was written.";
    basis_curated: "{}, door een mens gegeven", "{}, given by a person";
    basis_stated: "{}, staat in het document", "{}, stands in the document";
    basis_bounded: "{}, begrensd door de tekst zelf", "{}, bounded by the text itself";
    role_written: "geschreven", "written";
    role_published: "gepubliceerd", "published";
    role_asked: "gevraagd", "asked";
    role_answered: "beantwoord", "answered";
    role_received: "ontvangen", "received";
    export: "Exporteer", "Export";

    // -- the shell
    to_content: "Naar de inhoud", "Skip to content";
    to_start: "Weerklank, naar het begin", "Weerklank, to the start";
    views: "Weergaven", "Views";
    search: "Zoeken", "Search";
    timeline: "Tijdlijn", "Timeline";
    quotes: "Citaten", "Quotes";
    documents: "Documenten", "Documents";
    /// What the button that changes language says: the other one's own name.
    other_language: "English", "Nederlands";
    other_language_code: "en", "nl";
    theme_is: "Licht of donker: nu {}", "Light or dark: now {}";
    theme_system: "zoals het systeem", "as the system";
    theme_light: "licht", "light";
    theme_dark: "donker", "dark";
    nothing_sent: "Alles gebeurt in uw browser. Er wordt niets verzonden.", "Everything happens in your browser. Nothing is sent.";
    built_from: "Dossier gebouwd uit {}, {} bytes", "Dossier built from {}, {} bytes";
    jump: "Ga naar …", "Go to …";
    file: "bestand", "file";
    files: "bestanden", "files";
    unknown_address: "Er is hier niets dat „{}” heet. Dit is het begin van het dossier.", "There is nothing here called “{}”. This is the start of the dossier.";
    close: "Sluit", "Close";
}

/// The table of one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    }
}

/// `template` with each `{}` replaced by the next of `values`. What is not given stays empty.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut values = values.iter();
    let mut pieces = template.split("{}");
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        filled.push_str(values.next().unwrap_or(&""));
        filled.push_str(piece);
    }
    filled
}

/// "1 document", "5 documenten", "1.797 woorden".
pub fn count(n: usize, one: &str, more: &str, language: Language) -> String {
    let mut said = number(n as u64, language);
    said.push(' ');
    said.push_str(if n == 1 { one } else { more });
    said
}

/// Thousands parted as the language does: `1.797`, `1,797`.
pub fn number(n: u64, language: Language) -> String {
    let digits = n.to_string();
    let mut said = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            said.push(if language == Language::Dutch { '.' } else { ',' });
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_and_counts() {
        assert_eq!(fill("{} van {}", &["2", "5"]), "2 van 5");
        assert_eq!(fill("{} van {}", &["2"]), "2 van ");
        assert_eq!(count(1, "woord", "woorden", Language::Dutch), "1 woord");
        assert_eq!(count(1797, "word", "words", Language::English), "1,797 words");
        assert_eq!(number(12_345_678, Language::Dutch), "12.345.678");
        assert_eq!(number(100, Language::Dutch), "100");
    }
}
