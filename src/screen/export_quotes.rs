//! Quotes for elsewhere: a citation for the clipboard, CSV, and W3C Web Annotations.

use super::{Route, timeline_dates::short_value};
use crate::engine::{Engine, Language, Link, Side};

/// The quoting words with their source, and where both stand.
pub fn cite(engine: &Engine, link: &Link, page: &str, language: Language) -> String {
    let title = engine.dossier().title;
    let part = |side: Side| {
        let card = engine.cards().get(side.doc.index());
        let name = card.map_or("", |card| card.title.value.as_str());
        let date = card.and_then(|card| card.main_dates().next());
        let date = date.map(|date| format!(", {}", short_value(&date.edtf, date.earliest, date.latest, language)));
        let said = side.span.of(&engine.document(side.doc).text).replace('\n', " ");
        let id = card.map_or(String::new(), |card| card.id.clone());
        let address = format!("{page}{}", Route::words(id, side.span).href());
        format!("„{said}”\n{name}{}, in: {title}\n{address}", date.unwrap_or_default())
    };
    format!("{}\n\n{}", part(link.b), part(link.a))
}
