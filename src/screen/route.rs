//! Where the reader is, as an address: what one would bookmark, printed behind `#` and parsed back.
//!
//! ```text
//! #/                                        the dossier's title page
//! #/zoeken?q=vakmanschap&soort=Brief        search, with filters
//! #/tijdlijn?van=2022-01-01&tot=2023-01-01  timeline, a brushed span (`beeld=a..b`: the window)
//! #/citaten?verband=3                       quotes, one pair chosen (`vraag=1`: with the panel for a text of one's own)
//! #/documenten                              all documents
//! #/document/001?passage=12&q=vakmanschap   one document, at a passage, with the search that led there
//! ```
//! English path words (`search`, `timeline`, `quotes`, `documents`) are read too, never printed.

use super::address::{Fields, Printer, decode};
use crate::engine::{Day, Filters, Span};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Overview,
    Search(SearchRoute),
    Timeline(TimelineRoute),
    Quotes(QuotesRoute),
    Documents,
    Document(DocumentRoute),
}

/// A search: its query and what narrows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchRoute {
    pub query: String,
    pub filters: Filters,
    /// The chosen hit, counted from 0 over all groups.
    pub selected: Option<u32>,
}

/// The timeline: its window, the brushed span, and what is chosen in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineRoute {
    /// First and last day in view; absent: the dossier's own window.
    pub window: Option<(Day, Day)>,
    /// First and last day of the brushed span, which narrows the list and other views.
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// Lanes or documents shown, as the view names them; empty shows all.
    pub lanes: Vec<String>,
    /// Index into [`Engine::timeline`](crate::engine::Engine::timeline).
    pub selected: Option<u32>,
}

/// The quotes: one pair, or a list narrowed by documents and filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuotesRoute {
    /// Index into [`Engine::links`](crate::engine::Engine::links).
    pub link: Option<u32>,
    /// The chosen difference in that pair, as numbered there.
    pub change: Option<u32>,
    /// Ids of documents; empty lets all through.
    pub documents: Vec<String>,
    /// Names of kinds and findings, as the view names them.
    pub filters: Vec<String>,
    /// Only links whose quoting document is of these days, for as far as its date is known.
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// The panel for a text of the reader's own stands open; the text itself never comes into an address.
    pub asking: bool,
}

/// A document, and what to show in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentRoute {
    pub id: String,
    /// From 0, as [`Engine::passages`](crate::engine::Engine::passages) counts.
    pub passage: Option<u32>,
    /// Words to mark, of the document's text: where an event or a quote stands.
    pub words: Option<Span>,
    /// The chosen link: index into [`Engine::links`](crate::engine::Engine::links).
    pub link: Option<u32>,
    /// Show noise too: advertisements, furniture, comments.
    pub noise: bool,
    /// The search that led here; its hits are marked and walked.
    pub query: String,
    pub filters: Filters,
}

/// A route, and the address that could not be read where the reader lands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub route: Route,
    pub unknown: Option<String>,
}

impl Route {
    pub fn search(query: impl Into<String>) -> Route {
        Route::Search(SearchRoute { query: query.into(), ..SearchRoute::default() })
    }

    pub fn document(id: impl Into<String>) -> Route {
        Route::Document(DocumentRoute { id: id.into(), ..DocumentRoute::default() })
    }

    pub fn passage(id: impl Into<String>, passage: u32) -> Route {
        Route::Document(DocumentRoute { id: id.into(), passage: Some(passage), ..DocumentRoute::default() })
    }

    /// A document with some of its words marked and scrolled to.
    pub fn words(id: impl Into<String>, words: Span) -> Route {
        Route::Document(DocumentRoute { id: id.into(), words: Some(words), ..DocumentRoute::default() })
    }

    pub fn link(link: u32) -> Route {
        Route::Quotes(QuotesRoute { link: Some(link), ..QuotesRoute::default() })
    }

    pub fn entry(entry: u32) -> Route {
        Route::Timeline(TimelineRoute { selected: Some(entry), ..TimelineRoute::default() })
    }

    /// The timeline around these days, which narrow it.
    pub fn days(from: Day, to: Day) -> Route {
        let air = (to.0.saturating_sub(from.0) / 2).max(30);
        let window = Some((Day(from.0.saturating_sub(air)), Day(to.0.saturating_add(air))));
        Route::Timeline(TimelineRoute { window, from: Some(from), to: Some(to), ..TimelineRoute::default() })
    }

    /// The address with its `#`, as an `href`.
    pub fn href(&self) -> String {
        let mut printer = Printer::new(match self {
            Route::Overview => "#/",
            Route::Search(_) => "#/zoeken",
            Route::Timeline(_) => "#/tijdlijn",
            Route::Quotes(_) => "#/citaten",
            Route::Documents => "#/documenten",
            Route::Document(_) => "#/document",
        });
        match self {
            Route::Overview | Route::Documents => {}
            Route::Search(search) => print_search(search, &mut printer),
            Route::Timeline(timeline) => print_timeline(timeline, &mut printer),
            Route::Quotes(quotes) => print_quotes(quotes, &mut printer),
            Route::Document(document) => print_document(document, &mut printer),
        }
        printer.finish()
    }

    /// What an address means; with or without `#`. Never fails: an unknown one leads to the title page and is named.
    pub fn parse(address: &str) -> Parsed {
        let bare = address.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
        let fields = Fields::parse(query);
        let mut segments = path.split('/').map(decode);
        let route = match segments.next().as_deref() {
            None | Some("") => Some(Route::Overview),
            Some("zoeken" | "search") => Some(Route::Search(parse_search(&fields))),
            Some("tijdlijn" | "timeline") => Some(Route::Timeline(parse_timeline(&fields))),
            Some("citaten" | "quotes") => Some(Route::Quotes(parse_quotes(&fields))),
            Some("documenten" | "documents") => Some(Route::Documents),
            Some("document") => match segments.next() {
                Some(id) if !id.is_empty() => Some(Route::Document(parse_document(id, &fields))),
                _ => Some(Route::Documents),
            },
            Some(_) => None,
        };
        match route {
            Some(route) => Parsed { route, unknown: None },
            None => Parsed { route: Route::Overview, unknown: Some(decode(bare)) },
        }
    }

    /// Whether two routes are the same page, whatever is chosen in it: going between them keeps the page standing.
    pub fn same_page(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Document(a), Route::Document(b)) => a.id == b.id,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

fn print_filters(filters: &Filters, printer: &mut Printer) {
    printer.fields("in", &filters.documents);
    printer.fields("soort", &filters.kinds);
    printer.fields("jaar", &filters.years);
    printer.fields("door", &filters.authors);
    printer.optional("van", filters.from);
    printer.optional("tot", filters.to);
    printer.flag("ruis", filters.noise);
}

fn parse_filters(fields: &Fields) -> Filters {
    Filters {
        documents: fields.all("in"),
        kinds: fields.all("soort"),
        years: fields.all("jaar"),
        authors: fields.all("door"),
        from: fields.first("van").and_then(parse_day),
        to: fields.first("tot").and_then(parse_day),
        noise: fields.flag("ruis"),
    }
}

fn print_search(search: &SearchRoute, printer: &mut Printer) {
    if !search.query.is_empty() {
        printer.field("q", &search.query);
    }
    print_filters(&search.filters, printer);
    printer.optional("treffer", search.selected);
}

fn parse_search(fields: &Fields) -> SearchRoute {
    SearchRoute { query: fields.text("q"), filters: parse_filters(fields), selected: fields.number("treffer") }
}

fn print_timeline(timeline: &TimelineRoute, printer: &mut Printer) {
    printer.optional("beeld", timeline.window.map(|(from, to)| format!("{from}..{to}")));
    printer.optional("van", timeline.from);
    printer.optional("tot", timeline.to);
    printer.fields("baan", &timeline.lanes);
    printer.optional("punt", timeline.selected);
}

fn parse_timeline(fields: &Fields) -> TimelineRoute {
    TimelineRoute {
        window: fields.first("beeld").and_then(parse_days),
        from: fields.first("van").and_then(parse_day),
        to: fields.first("tot").and_then(parse_day),
        lanes: fields.all("baan"),
        selected: fields.number("punt"),
    }
}

fn print_quotes(quotes: &QuotesRoute, printer: &mut Printer) {
    printer.optional("verband", quotes.link);
    printer.optional("verschil", quotes.change);
    printer.fields("in", &quotes.documents);
    printer.fields("toon", &quotes.filters);
    printer.optional("van", quotes.from);
    printer.optional("tot", quotes.to);
    printer.flag("vraag", quotes.asking);
}

fn parse_quotes(fields: &Fields) -> QuotesRoute {
    QuotesRoute {
        link: fields.number("verband"),
        change: fields.number("verschil"),
        documents: fields.all("in"),
        filters: fields.all("toon"),
        from: fields.first("van").and_then(parse_day),
        to: fields.first("tot").and_then(parse_day),
        asking: fields.flag("vraag"),
    }
}

fn print_document(document: &DocumentRoute, printer: &mut Printer) {
    printer.segment(&document.id);
    printer.optional("passage", document.passage);
    printer.optional("woorden", document.words.map(|span| format!("{}-{}", span.start_byte, span.end_byte)));
    printer.optional("verband", document.link);
    printer.flag("alles", document.noise);
    if !document.query.is_empty() {
        printer.field("q", &document.query);
    }
    print_filters(&document.filters, printer);
}

fn parse_document(id: String, fields: &Fields) -> DocumentRoute {
    DocumentRoute {
        id,
        passage: fields.number("passage"),
        words: fields.first("woorden").and_then(parse_span),
        link: fields.number("verband"),
        noise: fields.flag("alles"),
        query: fields.text("q"),
        filters: parse_filters(fields),
    }
}

/// Two days in order, as `2021-01-01..2024-12-31`.
fn parse_days(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once("..")?;
    let days = (parse_day(from)?, parse_day(to)?);
    (days.0 <= days.1).then_some(days)
}

fn parse_span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let (start_byte, end_byte) = (start.parse().ok()?, end.parse().ok()?);
    (start_byte <= end_byte).then_some(Span { start_byte, end_byte })
}

/// A day as [`Day`] prints it: `2022-11-15`.
pub fn parse_day(text: &str) -> Option<Day> {
    let (sign, bare) = text.strip_prefix('-').map_or((1, text), |bare| (-1, bare));
    let mut parts = bare.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    Day::from_ymd(sign * year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_addresses() {
        let check = |address: &str, expected: Route| assert_eq!(Route::parse(address).route, expected, "{address}");
        check("", Route::Overview);
        check("#", Route::Overview);
        check("#/", Route::Overview);
        check("#/zoeken?q=a+b", Route::search("a b"));
        check("#/search?q=a%20b", Route::search("a b"));
        check("#zoeken?q=%C3%A9", Route::search("é"));
        check("#/document/001?passage=3", Route::passage("001", 3));
        check("#/document/", Route::Documents);
        check("#/document/001?woorden=9-4", Route::document("001"));
        check("#/tijdlijn?van=2022-02-30&punt=2", Route::entry(2));
        check("#/citaten?verband=7", Route::link(7));
    }

    #[test]
    fn names_an_address_that_leads_nowhere() {
        let parsed = Route::parse("#/oude%20pagina");
        assert_eq!((parsed.route, parsed.unknown.as_deref()), (Route::Overview, Some("oude pagina")));
    }

    fn filters() -> impl Strategy<Value = Filters> {
        let some = || prop::collection::vec(".{0,6}", 0..3);
        let day = || prop::option::of((-9000 * 365..8000 * 365).prop_map(Day));
        (some(), some(), some(), some(), day(), day(), any::<bool>()).prop_map(
            |(documents, kinds, years, authors, from, to, noise)| Filters {
                documents,
                kinds,
                years,
                authors,
                from,
                to,
                noise,
            },
        )
    }

    fn number() -> impl Strategy<Value = Option<u32>> {
        prop::option::of(any::<u32>())
    }

    fn route() -> impl Strategy<Value = Route> {
        let some = || prop::collection::vec(".{0,6}", 0..3);
        let day = || prop::option::of((-9000 * 365..8000 * 365).prop_map(Day));
        let span = prop::option::of(
            (any::<u32>(), any::<u32>()).prop_map(|(a, b)| Span { start_byte: a.min(b), end_byte: a.max(b) }),
        );
        prop_oneof![
            Just(Route::Overview),
            Just(Route::Documents),
            (".*", filters(), number()).prop_map(|(query, filters, selected)| Route::Search(SearchRoute {
                query,
                filters,
                selected
            })),
            (day(), day(), some(), number()).prop_map(|(from, to, lanes, selected)| Route::Timeline(TimelineRoute {
                window: from.zip(to).filter(|(from, to)| from <= to),
                from,
                to,
                lanes,
                selected
            })),
            (number(), number(), some(), some(), day(), day(), any::<bool>()).prop_map(
                |(link, change, documents, filters, from, to, asking)| {
                    Route::Quotes(QuotesRoute { link, change, documents, filters, from, to, asking })
                }
            ),
            (".{1,8}", number(), span, number(), any::<bool>(), ".*", filters()).prop_map(
                |(id, passage, words, link, noise, query, filters)| Route::Document(DocumentRoute {
                    id,
                    passage,
                    words,
                    link,
                    noise,
                    query,
                    filters
                })
            ),
        ]
    }

    proptest! {
        #[test]
        fn every_route_comes_back_from_its_address(route in route()) {
            let href = route.href();
            prop_assert!(href.is_ascii());
            prop_assert_eq!(Route::parse(&href), Parsed { route, unknown: None });
        }

        #[test]
        fn any_text_parses(address in ".*") {
            Route::parse(&address);
        }
    }
}
