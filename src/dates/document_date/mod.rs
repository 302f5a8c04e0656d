//! A document's own dates: curated ones, those its head or foot states, else the interval that its text leaves open.
//!
//! Stated dates follow patterns of office paper: a label and a date ("Datum 18 juli 2023", "Ingediend …"), a place and a
//! date ("Den Haag, 15 november 2022"), a title named by its day, a date on a line of its own or parted by signs in a line
//! above the text. Where there are none, what the text tells as past bounds it from below, what it tells as still to come,
//! or as not yet a year ago, from above: each with its place as a reason.

mod bounded;
mod byline;
pub mod dossier;
mod hard;
pub mod log;
mod name;
mod row;
mod soft;
mod stated;

use super::{
    Basis, Day, Mention, OwnDate, Reason, TimexKind,
    edtf::{Date, Edtf, Member},
    expr::{Expr, Point, Side, Steps, Timex, Year},
    floor,
    resolve::{self, Reference},
    say, tagger, tense,
};
use crate::text::{BlockKind, DateRole, Document, Layer, Said, Span, fold, words};
use bounded::bounded;
use stated::{line_around, stated};

pub fn own_dates(document: &Document) -> Vec<OwnDate> {
    let mut own: Vec<OwnDate> = document
        .meta
        .dates
        .iter()
        .map(|date| {
            let (earliest, latest) = Edtf::parse(&date.edtf).map_or((None, None), |edtf| edtf.bounds());
            let reasons = Vec::new();
            OwnDate {
                role: date.role,
                edtf: date.edtf.clone(),
                earliest,
                latest,
                basis: Basis::Curated,
                span: None,
                reasons,
            }
        })
        .collect();
    let timexes = tagger::tag(&document.text);
    let mut stated = stated(document, &timexes);
    last_as_long(&mut stated, &log::entries(&document.text, &timexes));
    if stated.is_empty() {
        own.extend(bounded(document, &timexes));
    } else {
        own.extend(stated);
    }
    own
}

/// A log that states no other date than its first day's came about from that day to its last.
fn last_as_long(stated: &mut [OwnDate], entries: &[(u32, Day)]) {
    let (Some((start, first)), Some((_, last))) = (entries.first(), entries.last()) else { return };
    for own in stated.iter_mut().filter(|own| own.span.is_some_and(|span| span.start_byte == *start) && first < last) {
        own.edtf = format!("{first}/{last}");
        own.latest = Some(*last);
    }
}

/// The day of a log's entry, which expressions in it are counted from.
pub fn entry_reference(day: Day) -> Reference {
    Reference { name: Said::new("de dag van de aantekening", "the day of the entry"), ..Reference::day(day) }
}

impl OwnDate {
    /// First and last day that are sure: a doubtful end (`?`) of an interval that was only inferred bounds nothing.
    pub fn sure_bounds(&self) -> (Option<Day>, Option<Day>) {
        if self.basis != Basis::Bounded {
            return (self.earliest, self.latest);
        }
        let sure = |date: &Date| !date.uncertain && !date.approximate;
        match Edtf::parse(&self.edtf) {
            Some(Edtf::Date(date)) if sure(&date) => (self.earliest, self.latest),
            Some(Edtf::OneOf(members)) => match members.as_slice() {
                [Member::Stretch(first, last)] => (
                    self.earliest.filter(|_| first.as_ref().is_some_and(sure)),
                    self.latest.filter(|_| last.as_ref().is_some_and(sure)),
                ),
                _ => (None, None),
            },
            _ => (None, None),
        }
    }

    /// Some day or days, no interval of which an end is open or doubtful.
    fn is_known(&self) -> bool {
        let (first, last) = self.sure_bounds();
        if self.basis == Basis::Bounded { first.is_some() && last.is_some() } else { first.or(last).is_some() }
    }
}

/// The date that expressions at a place are counted from. None where the document's is not known on both sides: "vorig jaar" of a
/// text that is later than 2014 is no 2013.
pub fn reference(document: &Document, own: &[OwnDate], at: Span) -> Option<Reference> {
    let block = document.block_at(at.start_byte).map(|index| &document.blocks[index].kind);
    let wanted = match block {
        Some(BlockKind::Question { .. }) => Some(DateRole::Asked),
        Some(BlockKind::Answer { .. }) => Some(DateRole::Answered),
        _ => None,
    };
    let rank = |own: &&OwnDate| {
        let role = match own.role {
            role if Some(role) == wanted => 0,
            DateRole::Written => 1,
            DateRole::Published => 2,
            DateRole::Answered => 3,
            DateRole::Received => 4,
            DateRole::Asked => 5,
        };
        // Of the messages of a thread the one that the place stands in.
        let start = own.span.filter(|_| own.basis == Basis::Stated).map_or(0, |span| span.start_byte);
        let below = if start > at.start_byte { (true, start) } else { (false, u32::MAX - start) };
        (own.basis != Basis::Curated && wanted.is_none_or(|wanted| own.role != wanted), role, below)
    };
    let date = own.iter().filter(|own| own.is_known()).min_by_key(rank)?;
    let first = date.earliest.or(date.latest)?;
    let last = date.latest.unwrap_or(first);
    let name = match (date.basis, date.role) {
        (Basis::Bounded, _) => {
            Said::new("wanneer het document geschreven moet zijn", "when the document must have been written")
        }
        (_, DateRole::Written) => Said::new("de dagtekening", "the date of the document"),
        (_, DateRole::Published) => Said::new("de datum van publicatie", "the date of publication"),
        (_, DateRole::Asked) => Said::new("de datum van indiening", "the date of asking"),
        (_, DateRole::Answered) => Said::new("de datum van beantwoording", "the date of the answer"),
        (_, DateRole::Received) => Said::new("de datum van ontvangst", "the date of receipt"),
    };
    Some(Reference { edtf: date.edtf.clone(), first, last: last.max(first), name })
}
