//! What machines read of a page: title, description, and a document's citation (Highwire `citation_*`, Dublin Core).

use super::html::{Html, followable};
use crate::engine::{Card, DossierCard};

pub fn of_dossier(html: &mut Html, dossier: &DossierCard) {
    html.leaf("title", &[], &dossier.title);
    if let Some(description) = &dossier.description {
        meta(html, "description", description);
        meta(html, "DC.description", description);
    }
    html.void("link", &[("rel", "schema.DC"), ("href", "http://purl.org/dc/elements/1.1/")]);
    html.void("link", &[("rel", "schema.DCTERMS"), ("href", "http://purl.org/dc/terms/")]);
    meta(html, "DC.title", &dossier.title);
    meta(html, "DC.type", "Collection");
    meta(html, "DC.language", &dossier.language);
    if let (Some(earliest), Some(latest)) = (dossier.earliest, dossier.latest) {
        meta(html, "DCTERMS.temporal", &format!("{earliest}/{latest}"));
    }
}

/// In a dossier's page: that the document is part of it.
pub fn part(html: &mut Html, card: &Card) {
    meta(html, "DCTERMS.hasPart", card.source.as_deref().and_then(followable).unwrap_or(&card.title.value));
}

/// In a document's own page.
pub fn of_document(html: &mut Html, card: &Card, dossier: &DossierCard) {
    html.leaf("title", &[], &format!("{} – {}", card.title.value, dossier.title));
    meta(html, "citation_title", &card.title.value);
    meta(html, "DC.title", &card.title.value);
    meta(html, "DC.language", &dossier.language);
    meta(html, "DCTERMS.isPartOf", &dossier.title);
    for author in [&card.author, &card.sender].into_iter().flatten().take(1) {
        meta(html, "citation_author", &author.value);
        meta(html, "DC.creator", &author.value);
    }
    if let Some(date) = card.main_dates().next() {
        meta(html, "DC.date", &date.edtf);
        if super::html_date(&date.edtf) {
            meta(html, "citation_publication_date", &date.edtf.replace('-', "/"));
        }
    }
    if let Some(kind) = &card.kind {
        meta(html, "DC.type", &kind.value);
    }
    if let Some(source) = card.source.as_deref().and_then(followable) {
        meta(html, "citation_public_url", source);
        meta(html, "DC.source", source);
    }
    if let Some(rights) = &card.rights {
        meta(html, "DC.rights", rights);
    }
}

fn meta(html: &mut Html, name: &str, content: &str) {
    html.void("meta", &[("name", name), ("content", content)]);
}
