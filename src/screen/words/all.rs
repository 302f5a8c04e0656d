//! The words of the other views, beside those of the first part of the page.

use super::{first, first::FirstWords, table};
use std::ops::Deref;

table! {
    /// All words; those of the first part as if they were its own.
    Words { first: &'static FirstWords = &first::DUTCH, &first::ENGLISH; }

    // -- the timeline
    events: "Gebeurtenissen", "Events";
    timeline_of: "Tijdlijn {}", "Timeline {}";
    timeline_picture: "Tijdlijn {}. Pijltjes schuiven, plus en min zoomen, Home toont alles. Dezelfde gegevens staan in de lijst.", "Timeline {}. Arrows move it, plus and minus zoom, Home shows all. The same entries stand in the list.";
    timeline_list: "Dezelfde gegevens als lijst", "The same entries as a list";
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
    found_value: "Gevonden", "Found";
    curated_mark: "aangevuld", "curated";
    curated_why: "Titel of datum is door een mens gegeven.", "A person gave its title or date.";
    disagreeing_mark: "bronnen verschillen", "sources disagree";
    says_else: "zegt {}", "says {}";
    to_passage: "Naar de passage", "To the passage";
    to_document: "Naar {}", "To {}";
    copy_cited: "Kopieer met bron", "Copy with source";
    copy_linked: "met koppeling", "with link";
    share_title: "Deel deze plek in het dossier", "Share this place in the dossier";
    share_link: "Link", "Link";
    share_frame: "Kader (iframe) voor een andere pagina", "Frame (iframe) for another page";
    share_element: "Element voor een intranetpagina", "Element for an intranet page";
    share_file: "Deze pagina is een bestand: een link werkt alleen waar dat bestand staat; kader en element vragen de webversie.", "This page is a file: a link works only where that file is; frame and element need the web version.";
    copy: "Kopieer", "Copy";
    copied: "Gekopieerd.", "Copied.";
    nothing_dates_it: "Niets in de tekst zegt wanneer het is geschreven.", "Nothing in the text says when it was written.";
    basis_curated: "{}, door een mens gegeven", "{}, given by a person";
    basis_stated: "{}, staat in het document", "{}, stands in the document";
    basis_bounded: "{}, afgeleid uit tekst en dossier", "{}, inferred from text and dossier";
    role_written: "geschreven", "written";
    role_published: "gepubliceerd", "published";
    role_asked: "gevraagd", "asked";
    role_answered: "beantwoord", "answered";
    role_received: "ontvangen", "received";
    export: "Exporteer", "Export";
    print: "Afdrukken", "Print";
    // -- the quotes

    web: "Wie herhaalt wie", "Who repeats whom";
    web_counts: "{}, waarvan {} tussen documenten. {} zonder bron in dit dossier.", "{}, of which {} between documents. {} without a source in this dossier.";
    web_picture: "Wie citeert wie: {}. Dezelfde verbanden staan in de lijst.", "Who quotes whom: {}. The same links stand in the list.";
    web_arc: "{} naar {}: {}, {}", "{} to {}: {}, {}";
    web_left_out: "Het beeld toont de documenten met de meeste verbanden; {} staan er niet op.", "The picture shows the documents with the most links; {} are not on it.";
    link_one: "verband", "link";
    link_more: "verbanden", "links";
    quote_one: "citaat", "quote";
    quote_more: "citaten", "quotes";
    word_one: "woord", "word";
    word_more: "woorden", "words";
    links_list: "Citaatverbanden", "Quote links";
    no_links: "In dit dossier herhaalt geen document een ander.", "No document of this dossier repeats another.";
    no_links_here: "Geen verband past bij deze keuze.", "No link fits this choice.";
    pick_all: "Alle", "All";
    pick_attention: "Let op", "Attention";
    pick_parallel: "verwant", "related";
    pick_none: "Toon alle", "Show all";
    pick_finding: "Bevinding", "Finding";
    pick_speaker: "Spreker", "Speaker";
    pick_document: "Document", "Document";
    pick_any: "alle", "all";
    pick_within: "binnen {}", "within {}";
    show_more: "Toon meer", "Show more";
    kind_verbatim: "letterlijk", "verbatim";
    kind_partial: "ingekort", "shortened";
    kind_altered: "gewijzigd", "altered";
    kind_paraphrase: "mogelijk", "possible";
    kind_formula: "formule", "formula";
    maybe: "misschien", "maybe";
    finding_altered: "gewijzigd binnen aanhalingstekens", "altered inside quotation marks";
    finding_meaning: "raakt de betekenis", "touches the meaning";
    finding_shortened: "stil ingekort", "silently shortened";
    finding_unmarked: "zonder aanhalingstekens", "unmarked";
    finding_speaker: "andere spreker", "other speaker";
    finding_sibling: "verwante tekst", "sibling text";
    marks_full: "geheel tussen aanhalingstekens", "wholly in quotation marks";
    marks_partly: "deels tussen aanhalingstekens", "partly in quotation marks";
    marks_pull: "uitgelicht citaat", "pull quote";
    marks_none: "niet tussen aanhalingstekens", "not in quotation marks";
    words_same: "{} van {} woorden gelijk", "{} of {} words the same";
    side_source: "Bron: {}", "Source: {}";
    side_quoting: "Citeert: {}", "Quotes: {}";
    side_parallel: "Verwant: {}", "Related: {}";
    said_by: "Gezegd door: {}", "Said by: {}";
    ascribed_to: "Toegeschreven aan: {}", "Attributed to: {}";
    difference_of: "Verschil {} van {}", "Difference {} of {}";
    differences: "Verschillen", "Differences";
    difference_previous: "Vorig verschil (p)", "Previous difference (p)";
    difference_next: "Volgend verschil (n)", "Next difference (n)";
    no_differences: "Geen woord verschilt.", "No word differs.";
    dropped: "weggelaten", "dropped";
    added: "toegevoegd", "added";
    replaced: "vervangen", "replaced";
    moved: "verplaatst", "moved";
    dropped_here: "hier weggelaten", "dropped here";
    added_here: "hier toegevoegd", "added here";
    becomes: "wordt", "becomes";
    why_direction: "Waarom deze richting", "Why this direction";
    why_none: "Niets zegt welke tekst de bron is.", "Nothing says which text is the source.";
    back_to_list: "Terug naar de lijst", "Back to the list";
    previous_pair: "Vorig verband", "Previous link";
    next_pair: "Volgend verband", "Next link";
    ask: "Vraag het met uw eigen tekst", "Ask with your own text";
    ask_hint: "Plak een zin of een heel artikel, en zie welke passages van dit dossier het aanhaalt, en hoe letterlijk. De tekst blijft in uw browser.", "Paste a sentence or a whole article, and see which passages of this dossier it quotes, and how literally. The text stays in your browser.";
    ask_label: "Uw tekst", "Your text";
    ask_clear: "Wis", "Clear";
    ask_none: "Niets uit dit dossier staat in deze tekst.", "Nothing of this dossier stands in this text.";
    ask_found: "{} aangehaald", "{} quoted";
    ask_here: "In uw tekst", "In your text";
    passage_one: "passage", "passage";
    passage_more: "passages", "passages";
    gone: "Niet in dit dossier", "Not in this dossier";
    gone_counts: "Aangehaald, maar de bron ontbreekt: {}.", "Quoted, but the source is missing: {}.";
    gone_in: "in {}", "in {}";
    gone_unspoken: "Woorden tussen aanhalingstekens zonder spreker", "Words in quotation marks without a speaker";
    key_document: "document", "document";
    key_missing: "aangehaald, niet in dit dossier", "quoted, not in this dossier";
    key_width: "dikte: aantal woorden", "width: number of words";
    // -- the shell
    close: "Sluit", "Close";
    // -- one document
    document_of: "Document {} van {}", "Document {} of {}";
    rights: "Rechten", "Rights";
    file_label: "Bestand", "File";
    title_label: "Titel", "Title";
    title_given: "toegekend; het bestand heeft er geen", "given by a person; the file has none";
    not_told: "niet vermeld", "not told";
    given_because: "opgegeven, volgens {}", "given by a person, after {}";
    document_date: "Datum van het document", "Date of the document";
    because: "want", "because";
    noise_show: "Toon ruis", "Show noise";
    noise_explain: "advertenties, menu’s, herhaalde paginakoppen", "advertisements, menus, repeated page heads";
    comments_closed: "{} van lezers, verborgen tot u ze opent", "{} by readers, hidden until you open them";
    a_comment: "reactie", "comment";
    some_comments: "reacties", "comments";
    footnotes: "Voetnoten", "Footnotes";
    to_note: "Voetnoot {}", "Footnote {}";
    back_to_text: "terug naar de tekst bij noot {}", "back to the text at note {}";
    dates_here: "Data", "Dates";
    quotes_here: "Citaten", "Quotes";
    not_in_dossier: "Bron niet in het dossier", "Source not in this dossier";
    unlinked_many: "{} aanhalingen", "{} quotations";
    compare: "vergelijk", "compare";
    hit_of: "Treffer {} van {} in dit document", "Result {} of {} in this document";
    hits_here: "{} in dit document", "{} in this document";
    a_hit: "treffer", "result";
    some_hits: "treffers", "results";
    previous: "Vorige", "Previous";
    next: "Volgende", "Next";
    to_results: "Alle treffers", "All results";
    no_document: "Dit dossier heeft geen document „{}”", "This dossier has no document “{}”";
    no_document_why: "Misschien hoort het adres bij een ander dossier. Deze documenten zijn er wel:", "The address may belong to another dossier. These documents are here:";
    no_text: "Van dit document is alleen bekend wat hierboven staat: de tekst mag niet worden getoond.", "Only what stands above is known of this document: its text may not be shown.";
    only_quotes: "Van dit document mogen alleen de aangehaalde stukken worden getoond.", "Only the quoted stretches of this document may be shown.";
    copy_link: "Kopieer link", "Copy link";
    on_timeline: "op de tijdlijn", "on the timeline";
    this_document: "dit document", "this document";
    quoted_from: "uit {}", "from {}";
    quoted_in: "aangehaald in {}", "quoted in {}";
    parallel_with: "ook in {}", "also in {}";
    // -- the palette
    palette_label: "Ga naar document, kop, gebeurtenis, citaat of opdracht", "Go to a document, heading, event, quote or command";
    palette_options: "Mogelijkheden", "Options";
    headings: "Koppen", "Headings";
    people: "Personen", "People";
    commands: "Opdrachten", "Commands";
    choose: "kiezen", "choose";
    nothing_fits: "Niets heet zo.", "Nothing is called so.";
    command_theme: "Licht, donker of zoals het systeem", "Light, dark or as the system";
    command_language: "Read this in English", "Lees dit in het Nederlands";
    command_print: "Druk af", "Print";
    command_copy: "Kopieer de link naar deze pagina", "Copy the link to this page";
    command_search: "Zoek „{}” in alle tekst", "Search all text for “{}”";
    start: "Begin", "Start";
    // -- search
    copied_link: "Link gekopieerd.", "Link copied.";
}

impl Deref for Words {
    type Target = FirstWords;

    fn deref(&self) -> &FirstWords {
        self.first
    }
}
