//! The words of the title page and the search.

use super::table;
use crate::engine::Language;

table! {
    /// Words that every reader downloads.
    FirstWords { language: Language = Language::Dutch, Language::English; }

    // -- the timeline
    document: "Document", "Document";
    lanes: "Banen", "Lanes";
    value: "Waarde", "Value";
    counting: "Tellen…", "Counting…";
    at_least: "ten minste {}", "at least {}";
    share: "Deel deze plek", "Share this place";
    loading: "Wordt geladen…", "Loading…";
    not_copied: "Kopiëren is hier niet toegestaan.", "Copying is not allowed here.";
    // -- the shell

    resume: "Verder waar u was:", "Go on where you were:";
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
    // -- documents in lists
    date: "Datum", "Date";
    without_date: "zonder datum", "undated";
    nothing_says: "niets zegt wanneer", "nothing says when";
    written: "geschreven", "written";
    published: "gepubliceerd", "published";
    asked: "ingediend", "asked";
    answered: "beantwoord", "answered";
    received: "ontvangen", "received";
    curated: "opgegeven", "given by a person";
    stated: "staat in de tekst", "stands in the text";
    bounded: "afgeleid uit tekst en dossier", "inferred from text and dossier";
    from_to: "{} aan {}", "{} to {}";
    addressed_to: "aan {}", "to {}";
    sent_by: "van {}", "from {}";
    word: "woord", "word";
    words: "woorden", "words";
    quotes_times: "citeert {} keer", "quotes {} times";
    quoted_times: "{} keer geciteerd", "quoted {} times";
    a_document: "document", "document";
    some_documents: "documenten", "documents";
    an_event: "gebeurtenis", "event";
    some_events: "gebeurtenissen", "events";
    a_link: "citaatverband", "quotation link";
    some_links: "citaatverbanden", "quotation links";
    an_unlinked: "citaat zonder bron", "quotation without its source";
    some_unlinked: "citaten zonder bron", "quotations without their source";
    key_own: "datum van het document", "date of the document";
    key_range: "ergens in deze tijd", "some time in this span";
    key_told: "tijd waarvan de tekst spreekt", "time that the text speaks of";
    empty_dossier: "Dit dossier heeft geen documenten.", "This dossier has no documents.";
    // -- one document
    sender: "Afzender", "From";
    receiver: "Ontvanger", "To";
    source: "Bron", "Source";
    // -- the palette
    open: "openen", "open";
    // -- when it does not work
    not_opened: "Niet geopend", "Not opened";
    no_dossier: "Hier is geen dossier", "There is no dossier here";
    damaged_dossier: "Dit dossier is beschadigd", "This dossier is damaged";
    newer_dossier: "Dit dossier is te nieuw voor deze pagina", "This dossier is too new for this page";
    rather_nothing: "Weerklank toont liever niets dan een onvolledig dossier.", "Weerklank would rather show nothing than part of a dossier.";
    what_is_wrong: "Wat er mis is", "What is wrong";
    try_again: "Opnieuw proberen", "Try again";
    copy_message: "Kopieer deze melding", "Copy this message";
    copying_helps: "Vaak helpt het om het bestand opnieuw te kopiëren: een afgebroken kopie is de gewoonste oorzaak.", "Copying the file again often helps: a copy that was cut off is the usual cause.";
    // -- search
    /// Words of the query language itself.
    speaker_key: "spreker", "speaker";
    kind_key: "soort", "kind";
    after_key: "na", "after";
    or_key: "OF", "OR";
    search_label: "Zoek in het dossier", "Search the dossier";
    search_in: "Zoek in {}", "Search {}";
    clear_query: "Wis de zoekvraag", "Clear the query";
    for_example: "Bijvoorbeeld", "For example";
    typos_welcome: "Typefouten mogen.", "Typing errors are fine.";
    did_you_mean: "Bedoelde u", "Did you mean";
    that_was_searched: "? Daarop is gezocht.", "? Showing that.";
    only_exactly: "Alleen precies „{}”", "Only exactly “{}”";
    refine: "Verfijn", "Refine";
    refine_n: "Verfijn, {} gekozen", "Refine, {} chosen";
    kind: "Soort", "Kind";
    year: "Jaar", "Year";
    author: "Auteur", "Author";
    noise: "Ruis", "Noise";
    noise_layers: "Advertenties, reacties, menu’s", "Advertisements, comments, menus";
    noise_too: "ook in ruis", "noise too";
    either_year: "{} of {}", "{} or {}";
    results: "Treffers", "Results";
    passage: "passage", "passage";
    passages: "passages", "passages";
    in_these: "in {}", "in {}";
    remove_chip: "Haal weg: {}", "Remove: {}";
    understood: "Zo is uw vraag begrepen", "How your query was understood";
    opens_passage: "opent de passage", "opens the passage";
    copy_with_source: "Kopieer met bron", "Copy with source";
    copied_with_source: "Gekopieerd, met bron.", "Copied, with its source.";
    all_from: "Alle {} uit {}", "All {} from {}";
    more_results: "Toon meer treffers", "Show more results";
    hits_by_month: "Treffers per maand: {}", "Hits by month: {}";
    month_from: "Vanaf maand", "From month";
    month_to: "Tot en met maand", "Up to and including month";
    nothing_about: "Niets over „{}”", "Nothing on “{}”";
    nothing_about_filters: "Niets over „{}” met deze filters", "Nothing on “{}” with these filters";
    nothing_why: "Geen passage heeft deze woorden, ook niet met een typefout erin.", "No passage has these words, not even with a typing error.";
    nothing_why_filters: "Binnen deze filters heeft geen passage deze woorden.", "Within these filters no passage has these words.";
    nothing_nearest: "Dit vindt wel iets:", "These do find something:";
    nothing_else: "Zoekt u een persoon of een dag? Druk op {} voor namen, koppen en gebeurtenissen, of kies een tijd op de", "Looking for a person or a day? Press {} for names, headings and events, or choose a time on the";
    timeline_inline: "tijdlijn", "timeline";
    no_hits: "geen treffers", "no results";
    search_for: "Zoek „{}”", "Search “{}”";
    without_filters: "Zoek zonder filters", "Search without filters";
    without: "Zonder {}", "Without {}";
    also_in_noise: "Ook in advertenties en lezersreacties", "Also in advertisements and readers’ comments";
    help: "Zo zoekt u precies", "How to search precisely";
    help_phrase: "deze woorden in deze volgorde", "these words in this order";
    help_not: "zonder dit woord", "without this word";
    help_or: "het een of het ander", "one or the other";
    help_prefix: "woorden die zo beginnen", "words that begin so";
    help_speaker: "wat iemand volgens de tekst zei", "what the text says somebody said";
    help_kind: "alleen deze soort", "this kind only";
    help_document: "alleen in dit document", "in this document only";
    help_time: "documenten uit deze tijd", "documents from this time";
    help_keys: "Pijltjes kiezen een treffer, Enter opent hem, Escape wist, / zet de cursor in het zoekveld.", "Arrows choose a result, Enter opens it, Escape clears, / puts the cursor in the search box.";
    // -- layers of a document
    layer_body: "tekst", "text";
    layer_header: "kop", "head";
    layer_footnote: "voetnoot", "footnote";
    layer_comment: "lezersreacties", "readers’ comments";
    layer_advertisement: "advertentie", "advertisement";
    layer_furniture: "paginakop of menu", "page head or menu";
}
