//! A dossier for a page that shows its text already: only what the page does not hold is written, and what it does is
//! named by its place there. The text of a small dossier then travels once, in `index.html`.
//!
//! ```text
//! magic      4 bytes  "ECHO"
//! sum        number   of the page's text, see `sum`: another text would give other bytes
//! length     number   of the dossier
//! until it is whole:
//!   n_new    number   then so many bytes
//!   n_same   number   then, as a number, where so many bytes stand in the page's text
//! ```
//!
//! A number is LEB128. The page's text is that of its plain element (`textContent`) in UTF-8. `public/loader.js` reads it.

use crate::shell::leb128;

const MAGIC: &[u8; 4] = b"ECHO";
/// Shorter stretches are dearer to name than to write.
const SHORTEST: usize = 12;
/// How many places with the same beginning are tried.
const MOST_PLACES: usize = 64;
/// Beginnings are told apart by so many bits.
const HASH_BITS: u32 = 18;

/// `file` as an echo of the page's HTML, which is of our own writing.
pub fn of(file: &[u8], html: &str) -> Vec<u8> {
    let text = text_of(html.trim_end());
    let page = Places::of(text.as_bytes());
    let mut out = MAGIC.to_vec();
    out.extend(leb128(sum(text.as_bytes())));
    out.extend(leb128(file.len()));
    let (mut at, mut written) = (0, 0);
    while at < file.len() {
        let (length, place) = page.longest(&file[at..]);
        // One further on may be worth more.
        if length < SHORTEST || page.longest(&file[at + 1..]).0 > length + 1 {
            at += 1;
            continue;
        }
        new_bytes(&file[written..at], &mut out);
        out.extend(leb128(length));
        out.extend(leb128(place));
        at += length;
        written = at;
    }
    if written < file.len() {
        new_bytes(&file[written..], &mut out);
        out.extend([0, 0]);
    }
    out
}

fn new_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend(leb128(bytes.len()));
    out.extend_from_slice(bytes);
}

/// The page's text, and where in it stretches of [`SHORTEST`] bytes begin.
struct Places<'a> {
    page: &'a [u8],
    /// The last place of each beginning, plus one; 0: none.
    last: Vec<u32>,
    /// The same of the place before each place.
    before: Vec<u32>,
}

impl Places<'_> {
    fn of(page: &[u8]) -> Places<'_> {
        let (mut last, mut before) = (vec![0; 1 << HASH_BITS], Vec::with_capacity(page.len()));
        for (place, start) in (1..).zip(page.windows(SHORTEST)) {
            before.push(std::mem::replace(&mut last[hash(start)], place));
        }
        Places { page, last, before }
    }

    /// Length and place of the longest stretch of the page that `file` begins with.
    fn longest(&self, file: &[u8]) -> (usize, usize) {
        let Some(start) = file.get(..SHORTEST) else { return (0, 0) };
        let first = Some(self.last[hash(start)]);
        let places = std::iter::successors(first, |place| Some(self.before[place.checked_sub(1)? as usize]));
        let places = places.map_while(|place| place.checked_sub(1)).map(|place| place as usize).take(MOST_PLACES);
        let same = |place: usize| file.iter().zip(&self.page[place..]).take_while(|(a, b)| a == b).count();
        places.map(|place| (same(place), place)).max_by_key(|(length, _)| *length).unwrap_or_default()
    }
}

fn hash(start: &[u8]) -> usize {
    let mixed = start.iter().fold(0_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x9e37_79b1));
    (mixed >> (32 - HASH_BITS)) as usize
}

/// Tells texts apart: `sum * 31 + byte` for every byte, in 32 bits.
fn sum(bytes: &[u8]) -> usize {
    bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte))) as usize
}

/// What `textContent` gives of HTML as `screen::plain` writes it.
fn text_of(html: &str) -> String {
    let mut parts = html.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(from: &mut &[u8]) -> usize {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = from[0];
            *from = &from[1..];
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    fn back(echo: &[u8], page: &[u8]) -> Vec<u8> {
        let mut from = echo.strip_prefix(MAGIC).unwrap();
        assert_eq!(number(&mut from), sum(page));
        let length = number(&mut from);
        let mut out = Vec::new();
        while out.len() < length {
            let n_new = number(&mut from);
            out.extend_from_slice(&from[..n_new]);
            from = &from[n_new..];
            let (n_same, place) = (number(&mut from), number(&mut from));
            out.extend_from_slice(&page[place..place + n_same]);
        }
        out
    }

    #[test]
    fn text_as_browsers_see_it() {
        let html = "<main>\n<p id=\"a\">Dit &amp; dat, &quot;zo&quot; &lt;b&gt; &#39;t &amp;lt;</p>\n</main>";
        assert_eq!(text_of(html), "\nDit & dat, \"zo\" <b> 't &lt;\n");
    }

    #[test]
    fn the_file_comes_back() {
        let html = "<p>Een brief over vakmanschap &amp; politiek</p>\n<p>van het ministerie</p>";
        let file = b"\0\x01Een brief over vakmanschap & politiek\n\nvan het ministerie\n\nen meer";
        let echo = of(file, html);
        assert_eq!(back(&echo, text_of(html).as_bytes()), file);
        assert!(echo.len() < 40, "{}", echo.len());
        for file in [&b""[..], b"kort", b"Een brief over"] {
            assert_eq!(back(&of(file, html), text_of(html).as_bytes()), file);
        }
    }
}
