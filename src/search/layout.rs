//! The bytes of the index section: written by [`write`], read by [`Layout::open`], both here.
//!
//! All numbers are little-endian. The section is a head and five parts, one after the other:
//!
//! | part | holds |
//! |---|---|
//! | head | ten `u32`: version; number of documents, passages, units and terms; bytes of each of the five parts |
//! | passages | a byte each, see [`PassageRow::form`]: layer, whether it is a heading, what it opens, the gap before it |
//! | lengths | LEB128: the gap in bytes where the byte above says so, then the passage's length in bytes |
//! | words | the terms in byte order, as [`super::letters`] writes them |
//! | places | for every [`TERMS_A_PLACE`] terms a `u32`: the bit at which the lists of the first one begin |
//! | lists | a bit stream, for each term: the number of its units (gamma); from [`SKIP_FROM`] units, the bits that follow (32); the units (rising); from [`OFTEN_FROM`] units, the number that hold it often plus one (gamma) and which of its units these are (rising) |
//!
//! A *unit* is a stretch of neighbouring passages of one document, about [`UNIT_BYTES`] long: lists that name units are
//! a third smaller than lists that name passages, and which passage it is, how often and how near to what, the text
//! itself says. Words of the title, and of the heading a unit begins under, count as the unit's.

use super::bits::{BitReader, BitWriter};
use super::index::IndexError;
use super::letters::{WordReader, WordWriter};
use super::words::MAX_WORD_BYTES;
use crate::text::Layer;

const VERSION: u32 = 3;
const N_HEAD: usize = 10;

/// Passages are put together up to this length. Longer units make a smaller index and more text to read for an answer.
pub const UNIT_BYTES: usize = 3000;
/// A term stands often in a unit from this many times.
pub const OFTEN: u32 = 3;

const TERMS_A_PLACE: usize = 32;
const SKIP_FROM: u32 = 64;
const OFTEN_FROM: usize = 8;

/// A passage as the section holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageRow {
    pub opens_document: bool,
    pub opens_unit: bool,
    pub heading: bool,
    pub layer: Layer,
    /// From the end of the passage before, or the text's start.
    pub gap_bytes: u32,
    pub len_bytes: u32,
}

impl PassageRow {
    /// Bits 0 to 2 layer, 3 heading, 4 and 5 gap (0 to 2 bytes, or 3: told in `lengths`), 6 opens unit, 7 opens document.
    fn form(&self) -> u8 {
        self.layer as u8
            | u8::from(self.heading) << 3
            | (self.gap_bytes.min(3) as u8) << 4
            | u8::from(self.opens_unit) << 6
            | u8::from(self.opens_document) << 7
    }
}

const LAYERS: [Layer; 6] =
    [Layer::Body, Layer::Header, Layer::Footnote, Layer::Comment, Layer::Advertisement, Layer::Furniture];

/// What a term's lists say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Rising.
    pub units: Vec<u32>,
    /// Rising; indices into `units` of those that hold the term often.
    pub often: Vec<u32>,
}

/// Writes a section. `terms` come in byte order, each with its lists.
pub fn write<'a>(rows: &[PassageRow], n_units: u32, terms: impl Iterator<Item = (&'a [u8], Listed)>) -> Vec<u8> {
    let (mut passages, mut lengths) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        passages.push(row.form());
        if row.gap_bytes >= 3 {
            put_leb(row.gap_bytes, &mut lengths);
        }
        put_leb(row.len_bytes, &mut lengths);
    }
    let (mut words, mut places, mut lists) = (WordWriter::new(), Vec::new(), BitWriter::default());
    let mut n_terms = 0;
    for (term, listed) in terms {
        if n_terms % TERMS_A_PLACE == 0 {
            places.extend((lists.position() as u32).to_le_bytes());
        }
        n_terms += 1;
        words.put(term);
        put_listed(&listed, n_units, &mut lists);
    }
    let n_documents = rows.iter().filter(|row| row.opens_document).count();
    let (words, lists) = (words.finish(), lists.finish());
    let parts = [&passages, &lengths, &words, &places, &lists];
    let numbers = [VERSION, n_documents as u32, rows.len() as u32, n_units, n_terms as u32];
    let mut bytes = Vec::with_capacity(N_HEAD * 4 + parts.iter().map(|part| part.len()).sum::<usize>());
    for number in numbers.into_iter().chain(parts.iter().map(|part| part.len() as u32)) {
        bytes.extend(number.to_le_bytes());
    }
    parts.iter().for_each(|part| bytes.extend(*part));
    bytes
}

fn put_leb(mut value: u32, into: &mut Vec<u8>) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

fn put_listed(listed: &Listed, n_units: u32, lists: &mut BitWriter) {
    let mut body = BitWriter::default();
    let n = listed.units.len();
    body.put_rising(&listed.units, 0, n_units - 1);
    if n >= OFTEN_FROM {
        body.put_gamma(listed.often.len() as u32 + 1);
        body.put_rising(&listed.often, 0, n as u32 - 1);
    }
    lists.put_gamma(n as u32);
    let n_bits = body.position();
    if n as u32 >= SKIP_FROM {
        lists.put(n_bits as u32, 32);
    }
    let bytes = body.finish();
    let mut reader = BitReader::new(&bytes, 0);
    let mut left = n_bits;
    while left > 0 {
        let step = left.min(32) as u32;
        lists.put(reader.take(step), step);
        left -= u64::from(step);
    }
}

/// A section's parts, in place.
#[derive(Clone, Copy, Debug)]
pub struct Layout<'a> {
    pub n_documents: u32,
    pub n_passages: u32,
    pub n_units: u32,
    pub n_terms: u32,
    passages: &'a [u8],
    lengths: &'a [u8],
    words: &'a [u8],
    places: &'a [u8],
    lists: &'a [u8],
}

impl<'a> Layout<'a> {
    /// # Errors
    /// When the section is cut off, of another version, or its parts are too small for what it announces.
    pub fn open(bytes: &'a [u8]) -> Result<Layout<'a>, IndexError> {
        let truncated = |expected_bytes| IndexError::Truncated { expected_bytes, got_bytes: bytes.len() };
        let number = |index: usize| {
            let at = index * 4;
            bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
        };
        let mut head = [0; N_HEAD];
        for (index, place) in head.iter_mut().enumerate() {
            *place = number(index).ok_or(truncated(N_HEAD * 4))?;
        }
        if head[0] != VERSION {
            return Err(IndexError::Version { expected: VERSION, got: head[0] });
        }
        let mut at = N_HEAD * 4;
        let mut part = |index: usize| {
            let from = at;
            at = at.saturating_add(head[5 + index] as usize);
            bytes.get(from..at).ok_or(truncated(at))
        };
        let layout = Layout {
            n_documents: head[1],
            n_passages: head[2],
            n_units: head[3],
            n_terms: head[4],
            passages: part(0)?,
            lengths: part(1)?,
            words: part(2)?,
            places: part(3)?,
            lists: part(4)?,
        };
        let fits = layout.passages.len() == layout.n_passages as usize
            && layout.places.len() == (layout.n_terms as usize).div_ceil(TERMS_A_PLACE) * 4
            && layout.n_units <= layout.n_passages
            && layout.n_documents <= layout.n_units;
        if fits { Ok(layout) } else { Err(IndexError::Inconsistent) }
    }

    /// The passages in order.
    pub fn rows(&self) -> impl Iterator<Item = PassageRow> + 'a {
        let mut lengths = self.lengths.iter();
        self.passages.iter().map(move |form| {
            let gap = u32::from(form >> 4 & 3);
            let gap_bytes = if gap == 3 { take_leb(&mut lengths) } else { gap };
            PassageRow {
                opens_document: form >> 7 & 1 == 1,
                opens_unit: form >> 6 & 1 == 1,
                heading: form >> 3 & 1 == 1,
                layer: LAYERS.get(usize::from(form & 7)).copied().unwrap_or_default(),
                gap_bytes,
                len_bytes: take_leb(&mut lengths),
            }
        })
    }

    /// Reads the terms, which come in byte order, with [`Layout::next_term`].
    pub fn terms(&self) -> WordReader {
        WordReader::new(self.words)
    }

    pub fn next_term<'r>(&self, terms: &'r mut WordReader) -> &'r [u8] {
        terms.take(self.words, MAX_WORD_BYTES)
    }

    /// Where the lists of a term begin. `cursor` is a place from which to skip there, if it is on the way: the term whose
    /// lists come next, and these.
    pub fn lists_from(&self, cursor: Option<(u32, Lists<'a>)>, term: u32) -> Lists<'a> {
        let place = term as usize / TERMS_A_PLACE;
        let first = (place * TERMS_A_PLACE) as u32;
        let (next, mut lists) = cursor.filter(|(next, _)| (first..=term).contains(next)).unwrap_or_else(|| {
            let four = self.places.get(place * 4..).and_then(|places| places.first_chunk());
            let bit = four.map_or(u32::MAX, |four| u32::from_le_bytes(*four));
            (first, Lists { reader: BitReader::new(self.lists, u64::from(bit)), n_units: self.n_units })
        });
        (next..term).for_each(|_| lists.skip());
        lists
    }
}

fn take_leb(bytes: &mut std::slice::Iter<'_, u8>) -> u32 {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let Some(&byte) = bytes.next() else { break };
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    value
}

/// The lists of one term after the other.
#[derive(Clone, Copy, Debug)]
pub struct Lists<'a> {
    reader: BitReader<'a>,
    n_units: u32,
}

impl Lists<'_> {
    /// Reads the next term's lists into `listed`.
    pub fn read(&mut self, listed: &mut Listed) {
        let n = self.head().0;
        listed.units.resize(n as usize, 0);
        if n > 0 {
            self.reader.take_rising(&mut listed.units, 0, self.n_units - 1);
        }
        listed.often.clear();
        if n as usize >= OFTEN_FROM {
            let n_often = (self.reader.take_gamma() - 1).min(n);
            listed.often.resize(n_often as usize, 0);
            self.reader.take_rising(&mut listed.often, 0, n - 1);
        }
    }

    /// How many units hold the next term.
    pub fn n_units(mut self) -> u32 {
        self.head().0
    }

    fn head(&mut self) -> (u32, Option<u32>) {
        let n = self.reader.take_gamma();
        let n_bits = (n >= SKIP_FROM).then(|| self.reader.take(32));
        (n.min(self.n_units), n_bits)
    }

    fn skip(&mut self) {
        let (n, n_bits) = self.head();
        if let Some(n_bits) = n_bits {
            self.reader.skip(n_bits);
            return;
        }
        // Short enough for the stack: longer lists say how many bits they take.
        let mut list = [0; SKIP_FROM as usize];
        let Some(units) = list.get_mut(..n as usize).filter(|units| !units.is_empty()) else { return };
        self.reader.take_rising(units, 0, self.n_units - 1);
        if n as usize >= OFTEN_FROM {
            let n_often = (self.reader.take_gamma() - 1).min(n);
            let list = &mut list[..n_often as usize];
            self.reader.take_rising(list, 0, n - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Listed, PassageRow, write};
    use crate::text::Layer;

    #[test]
    fn reads_what_it_wrote() {
        let row = |opens_document, opens_unit, gap_bytes, len_bytes, layer| PassageRow {
            opens_document,
            opens_unit,
            heading: len_bytes < 30,
            layer,
            gap_bytes,
            len_bytes,
        };
        let rows = [
            row(true, true, 0, 20, Layer::Header),
            row(false, false, 2, 1500, Layer::Body),
            row(false, true, 300, 70_000, Layer::Comment),
            row(true, true, 3, 5, Layer::Furniture),
        ];
        let long = "o".repeat(40);
        let names = ["aan", "aandeel", "aandelen", long.as_str(), "zee"];
        let terms: Vec<(&[u8], Listed)> = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let units = (0..3).filter(|unit| (at + 1) >> unit & 1 == 1).collect();
                (name.as_bytes(), Listed { units, often: Vec::new() })
            })
            .collect();
        let bytes = write(&rows, 3, terms.iter().cloned());
        let layout = Layout::open(&bytes).unwrap();
        assert_eq!(layout.rows().collect::<Vec<_>>(), rows);
        let mut words = layout.terms();
        let read: Vec<String> =
            names.iter().map(|_| String::from_utf8(layout.next_term(&mut words).to_vec()).unwrap()).collect();
        assert_eq!(read, names);
        for (at, (_, listed)) in terms.iter().enumerate() {
            let mut got = Listed::default();
            layout.lists_from(None, at as u32).read(&mut got);
            assert_eq!(got, *listed);
        }
        for cut in 0..bytes.len() {
            assert!(Layout::open(&bytes[..cut]).is_err());
        }
    }
}
