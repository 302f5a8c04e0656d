//! The list of links: what a line shows, and what narrows the list.

use super::{
    QuotesRoute, Words,
    diff::{BandTick, band, counts},
};
use crate::engine::{
    Certainty, Direction, DocId, Engine, Finding, Link, LinkKind, Marks, Order, Quotation, capitalised,
};

/// What a link is filtered by, one of each at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    pub kind: Option<Pick>,
    pub finding: Option<Finding>,
    /// Quotations that lack something, listed in place of links.
    pub loose: Option<Loose>,
    pub speaker: Option<String>,
    /// One id: links that touch it. Two: links between them; the same twice: links inside it.
    pub documents: Vec<String>,
    /// Days since 1970, half open.
    pub days: Option<(i32, i32)>,
}

/// What a quotation may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loose {
    /// Its source is not in the dossier.
    Missing,
    /// Its marks do not close.
    Unclosed,
}

impl Loose {
    pub const ALL: [Loose; 2] = [Loose::Missing, Loose::Unclosed];

    /// As the address names it.
    pub fn name(self) -> &'static str {
        match self {
            Loose::Missing => "bron-ontbreekt",
            Loose::Unclosed => "niet-gesloten",
        }
    }

    pub fn word(self, words: &Words) -> &'static str {
        match self {
            Loose::Missing => words.finding_missing,
            Loose::Unclosed => words.finding_unclosed,
        }
    }

    pub fn holds(self, quotation: &Quotation) -> bool {
        !quotation.layer.is_noise()
            && match self {
                Loose::Missing => !quotation.linked,
                Loose::Unclosed => !quotation.closed,
            }
    }
}

/// The tabs above the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Has a finding.
    Attention,
    Kind(LinkKind),
    /// No direction.
    Parallel,
}

impl Pick {
    pub const ALL: [Pick; 7] = [
        Pick::Attention,
        Pick::Kind(LinkKind::Altered),
        Pick::Kind(LinkKind::Verbatim),
        Pick::Kind(LinkKind::Partial),
        Pick::Kind(LinkKind::Paraphrase),
        Pick::Kind(LinkKind::Formula),
        Pick::Parallel,
    ];

    /// As the address names it.
    pub fn name(self) -> &'static str {
        match self {
            Pick::Attention => "let-op",
            Pick::Kind(LinkKind::Altered) => "gewijzigd",
            Pick::Kind(LinkKind::Verbatim) => "letterlijk",
            Pick::Kind(LinkKind::Partial) => "ingekort",
            Pick::Kind(LinkKind::Paraphrase) => "mogelijk",
            Pick::Kind(LinkKind::Formula) => "formule",
            Pick::Parallel => "verwant",
        }
    }

    pub fn label(self, words: &Words) -> &'static str {
        match self {
            Pick::Attention => words.pick_attention,
            Pick::Kind(kind) => kind_word(kind, words),
            Pick::Parallel => words.pick_parallel,
        }
    }

    fn holds(self, link: &Link) -> bool {
        match self {
            Pick::Attention => !link.findings.is_empty(),
            Pick::Kind(kind) => link.kind == kind,
            Pick::Parallel => link.direction == Direction::Parallel,
        }
    }
}

pub const FINDINGS: [Finding; 6] = [
    Finding::AlteredInMarks,
    Finding::MeaningTouched,
    Finding::SilentlyShortened,
    Finding::Unmarked,
    Finding::OtherSpeaker,
    Finding::SiblingText,
];

/// As the address names it.
pub fn finding_name(finding: Finding) -> &'static str {
    match finding {
        Finding::AlteredInMarks => "gewijzigd-in-aanhaling",
        Finding::MeaningTouched => "betekenis",
        Finding::SilentlyShortened => "stil-ingekort",
        Finding::Unmarked => "zonder-aanhaling",
        Finding::OtherSpeaker => "andere-spreker",
        Finding::SiblingText => "verwante-tekst",
    }
}

pub fn finding_word(finding: Finding, words: &Words) -> &'static str {
    match finding {
        Finding::AlteredInMarks => words.finding_altered,
        Finding::MeaningTouched => words.finding_meaning,
        Finding::SilentlyShortened => words.finding_shortened,
        Finding::Unmarked => words.finding_unmarked,
        Finding::OtherSpeaker => words.finding_speaker,
        Finding::SiblingText => words.finding_sibling,
    }
}

pub fn kind_word(kind: LinkKind, words: &Words) -> &'static str {
    match kind {
        LinkKind::Verbatim => words.kind_verbatim,
        LinkKind::Partial => words.kind_partial,
        LinkKind::Altered => words.kind_altered,
        LinkKind::Paraphrase => words.kind_paraphrase,
        LinkKind::Formula => words.kind_formula,
    }
}

pub fn marks_word(marks: Marks, words: &Words) -> &'static str {
    match marks {
        Marks::Full => words.marks_full,
        Marks::Partly => words.marks_partly,
        Marks::Pull => words.marks_pull,
        Marks::None => words.marks_none,
    }
}

const SPEAKER: &str = "spreker:";

impl Picks {
    pub fn of(route: &QuotesRoute) -> Picks {
        let named = |name: &str| route.filters.iter().any(|filter| filter == name);
        Picks {
            kind: Pick::ALL.into_iter().find(|pick| named(pick.name())),
            finding: FINDINGS.into_iter().find(|finding| named(finding_name(*finding))),
            loose: Loose::ALL.into_iter().find(|loose| named(loose.name())),
            speaker: route.filters.iter().find_map(|filter| filter.strip_prefix(SPEAKER)).map(str::to_owned),
            documents: route.documents.clone(),
            days: route.from.zip(route.to).map(|(from, to)| (from.0, to.0 + 1)),
        }
    }

    /// The names that an address holds.
    pub fn filters(&self) -> Vec<String> {
        let kind = self.kind.map(|pick| pick.name().to_owned());
        let finding = self.finding.map(|finding| finding_name(finding).to_owned());
        let speaker = self.speaker.as_ref().map(|speaker| format!("{SPEAKER}{speaker}"));
        let loose = self.loose.map(|loose| loose.name().to_owned());
        kind.into_iter().chain(finding).chain(loose).chain(speaker).collect()
    }

    pub fn hold(&self, engine: &Engine, link: &Link) -> bool {
        self.loose.is_none()
            && self.kind.is_none_or(|pick| pick.holds(link))
            && self.finding.is_none_or(|finding| link.findings.contains(&finding))
            && self.speaker.as_ref().is_none_or(|speaker| speakers(link).any(|name| name == speaker))
            && self.days.is_none_or(|days| falls_in(engine, link.b.doc, days))
            && self.touch(engine, link)
    }

    fn touch(&self, engine: &Engine, link: &Link) -> bool {
        let id = |doc: DocId| engine.cards().get(doc.index()).map(|card| card.id.as_str());
        let (a, b) = (id(link.a.doc), id(link.b.doc));
        let has = |end: Option<&str>| self.documents.iter().any(|id| Some(id.as_str()) == end);
        match self.documents.as_slice() {
            [] => true,
            [_] => has(a) || has(b),
            [first, second] if first != second => a != b && has(a) && has(b),
            _ => has(a) && has(b),
        }
    }
}

/// Whether the quoting document may be of these days.
fn falls_in(engine: &Engine, doc: DocId, (from, to): (i32, i32)) -> bool {
    engine.cards().get(doc.index()).is_some_and(|card| {
        card.main_dates()
            .any(|date| date.earliest.is_none_or(|day| day.0 < to) && date.latest.is_none_or(|day| day.0 >= from))
    })
}

pub fn speakers(link: &Link) -> impl Iterator<Item = &String> {
    link.speaker_source.iter().chain(&link.speaker_target)
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub link: u32,
    pub from: String,
    pub to: String,
    pub parallel: bool,
    pub n_words: u32,
    pub text: String,
    pub band: Vec<BandTick>,
    pub kind: LinkKind,
    pub maybe: bool,
    pub findings: Vec<Finding>,
}

/// Indices of the links that `picks` lets through: who repeats whom first, then what only draws on the same.
pub fn chosen(engine: &Engine, picks: &Picks) -> Vec<u32> {
    let links = engine.links();
    let held = links.iter().enumerate().filter(|(_, link)| picks.hold(engine, link));
    let mut chosen: Vec<u32> = held.map(|(index, _)| index as u32).collect();
    chosen.order_by_key(|index| links[*index as usize].direction == Direction::Parallel);
    chosen
}

/// A quotation that lacks something, as a line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct LooseLine {
    pub document: String,
    pub text: String,
    pub speaker: Option<String>,
    pub lacks: Vec<Loose>,
    pub to: super::Route,
}

/// Quotations that lack what `picks` asks for, in order of the text; empty where it asks for links.
pub fn loose(engine: &Engine, picks: &Picks) -> Vec<LooseLine> {
    let Some(wanted) = picks.loose else { return Vec::new() };
    let held = engine.quotations().iter().filter(|quotation| {
        wanted.holds(quotation)
            && picks.speaker.as_ref().is_none_or(|name| quotation.speaker.as_ref() == Some(name))
            && picks.days.is_none_or(|days| falls_in(engine, quotation.doc, days))
    });
    held.filter_map(|quotation| {
        let card = engine.cards().get(quotation.doc.index())?;
        if !picks.documents.is_empty() && !picks.documents.contains(&card.id) {
            return None;
        }
        let lacks = Loose::ALL.into_iter().filter(|loose| loose.holds(quotation)).collect();
        Some(LooseLine {
            document: card.short_title.clone(),
            text: shorten(quotation.span.of(&engine.document(quotation.doc).text), SHOWN),
            speaker: quotation.speaker.clone(),
            lacks,
            to: super::Route::words(card.id.clone(), quotation.span),
        })
    })
    .collect()
}

/// Characters of a quote that a line shows.
const SHOWN: usize = 90;

pub fn line(engine: &Engine, index: u32) -> Option<Line> {
    let link = engine.links().get(index as usize)?;
    let name = |doc: DocId| engine.cards().get(doc.index()).map_or(String::new(), |card| card.short_title.clone());
    let said = link.b.span.of(&engine.document(link.b.doc).text);
    Some(Line {
        link: index,
        from: name(link.a.doc),
        to: name(link.b.doc),
        parallel: link.direction == Direction::Parallel,
        n_words: counts(link).quoting,
        text: shorten(said, SHOWN),
        band: band(link),
        kind: link.kind,
        maybe: link.certainty == Certainty::Maybe,
        findings: link.findings.clone(),
    })
}

/// At most `n` characters, cut at a word.
pub fn shorten(text: &str, n: usize) -> String {
    let text = text.replace('\n', " ");
    let Some((cut, _)) = text.char_indices().nth(n) else { return text };
    let kept = &text[..cut];
    let kept = kept.rfind(' ').map_or(kept, |space| &kept[..space]);
    format!("{} …", kept.trim_end_matches([',', ';', ':', '.']))
}

/// A source that is quoted but not in the dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    pub name: String,
    pub hint: String,
    /// What is quoted, where that stands, and whether its marks close.
    pub quotations: Vec<(String, super::Route, bool)>,
}

/// The missing sources, most quoted first; words in marks that nobody is said to have said come last.
pub fn gone(engine: &Engine, words: &Words) -> Vec<Gone> {
    let quotations = engine.quotations();
    let mut all: Vec<(bool, Gone)> = Vec::new();
    for source in engine.missing() {
        let Some(card) = engine.cards().get(source.doc.index()) else { continue };
        let text = &engine.document(source.doc).text;
        let quoted = source.quotations.iter().filter_map(|index| quotations.get(*index as usize));
        let quotations = quoted
            .map(|quotation| {
                let said = shorten(quotation.span.of(text), 140);
                (said, super::Route::words(card.id.clone(), quotation.span), quotation.closed)
            })
            .collect();
        let place = super::fill(words.gone_in, &[&card.short_title]);
        let (name, hint) = match (&source.named, &source.speaker) {
            (Some(named), Some(speaker)) => (capital(named), format!("{speaker}, {place}")),
            (Some(named), None) => (capital(named), place),
            (None, Some(speaker)) => (capital(speaker), place),
            (None, None) => (words.gone_unspoken.to_owned(), place),
        };
        all.push((source.named.is_none() && source.speaker.is_none(), Gone { name, hint, quotations }));
    }
    all.order_by_key(|(unspoken, gone)| (*unspoken, std::cmp::Reverse(gone.quotations.len())));
    all.into_iter().map(|(_, gone)| gone).collect()
}

fn capital(name: &str) -> String {
    capitalised(&name.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::{Loose, Pick, Picks, shorten};
    use crate::{engine::Finding, screen::QuotesRoute};

    #[test]
    fn picks_come_back_from_the_address() {
        let picks = Picks {
            kind: Some(Pick::Attention),
            finding: Some(Finding::OtherSpeaker),
            loose: Some(Loose::Unclosed),
            speaker: Some("de auteurs".into()),
            ..Picks::default()
        };
        let route = QuotesRoute { filters: picks.filters(), ..QuotesRoute::default() };
        assert_eq!(Picks::of(&route), picks);
        assert_eq!(Picks::of(&QuotesRoute { filters: vec!["onzin".into()], ..route }), Picks::default());
    }

    #[test]
    fn shortens_at_words() {
        assert_eq!(shorten("één twee, drie", 11), "één twee …");
        assert_eq!(shorten("één\ntwee", 11), "één twee");
    }
}
