//! From bytes to text: UTF-8, else UTF-16 by its mark, else Windows-1252.
//!
//! Windows-1252's upper half is 27 letters of its own and Latin-1 for the rest (WHATWG Encoding Standard, index
//! windows-1252); a table of them is smaller than any crate.

/// The text of a file. Its first byte stands at `bom_len` of the file.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub bom_len: usize,
    pub remarks: Vec<Remark>,
}

/// What was noticed, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    pub problem: &'static str,
    pub remedy: &'static str,
}

const BINARY: Remark = Remark {
    problem: "The file is not text: it holds bytes that no text has.",
    remedy: "Save its text as .txt or .md in UTF-8, or leave it out of the dossier.",
};
const UTF_16: Remark = Remark {
    problem: "The file is in UTF-16, not in UTF-8; offsets are those of its UTF-8 form.",
    remedy: "Save it in UTF-8 to have offsets of the file itself.",
};
const WINDOWS_1252: Remark = Remark {
    problem: "The file is not in UTF-8; it was read as Windows-1252, and offsets are those of its UTF-8 form.",
    remedy: "Check its accents and quotation marks, and save it in UTF-8.",
};
const BROKEN_UTF_8: Remark = Remark {
    problem: "The file is in UTF-8 but some of its bytes are damaged; they are shown as \u{fffd}, and offsets are those of the mended form.",
    remedy: "Save the file anew from where it came from.",
};
const STRAY_CONTROLS: Remark = Remark {
    problem: "The file holds control characters, which text has no use for; they are shown as \u{fffd}.",
    remedy: "Save the file anew from where it came from.",
};
const TWICE_ENCODED: Remark = Remark {
    problem: "Letters of the file look encoded twice (as \u{c3}\u{ab} for \u{eb}); they are shown as they stand.",
    remedy: "Save the file anew in UTF-8 from where it came from.",
};

/// Decodes a file, or says why it is not text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Remark> {
    let (text, bom_len, remark) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf_16(rest, u16::from_le_bytes), 0, Some(UTF_16)),
        [0xfe, 0xff, rest @ ..] => (utf_16(rest, u16::from_be_bytes), 0, Some(UTF_16)),
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            let (text, remark) = utf_8_or_other(rest);
            (text, if remark.is_none() { 3 } else { 0 }, remark)
        }
        _ => {
            let (text, remark) = utf_8_or_other(bytes);
            (text, 0, remark)
        }
    };
    let n_controls = text.bytes().filter(|byte| *byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1b)).count();
    if n_controls * 50 > text.len() || looks_packed(bytes) {
        return Err(BINARY);
    }
    let mut remarks: Vec<Remark> = remark.into_iter().collect();
    if n_controls > 0 {
        remarks.push(STRAY_CONTROLS);
    }
    if looks_twice_encoded(&text) {
        remarks.push(TWICE_ENCODED);
    }
    Ok(Decoded { text, bom_len, remarks })
}

/// First bytes of zip (docx, odt), PDF, OLE (doc), gzip, PNG and JPEG.
fn looks_packed(bytes: &[u8]) -> bool {
    let signs: [&[u8]; 6] = [b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff"];
    signs.iter().any(|sign| bytes.starts_with(sign))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => unit([a, b]),
        _ => 0xfffd,
    });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn utf_8_or_other(bytes: &[u8]) -> (String, Option<Remark>) {
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_bad += chunk.invalid().len().min(1);
    }
    if n_good > 4 * n_bad {
        return (String::from_utf8_lossy(bytes).into_owned(), Some(BROKEN_UTF_8));
    }
    (bytes.iter().map(|byte| windows_1252(*byte)).collect(), Some(WINDOWS_1252))
}

fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Pairs that UTF-8 read as Windows-1252 leaves behind, and that no language writes.
fn looks_twice_encoded(text: &str) -> bool {
    let signs = ["Ã«", "Ã©", "Ã¨", "Ã¯", "Ã¼", "Ã¶", "â€™", "â€œ", "â€˜", "â€ž", "Â "];
    // The first byte of all of them: one pass over the text, in which it is rare.
    let first = |(_, byte): &(usize, u8)| *byte == 0xc3;
    let places = text.bytes().enumerate().filter(first).map(|(at, _)| &text.as_bytes()[at..]);
    places.filter(|rest| signs.iter().any(|sign| rest.starts_with(sign.as_bytes()))).nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_offices_save() {
        let check = |bytes: &[u8], expected: &str, bom_len: usize, remark: Option<Remark>| {
            let decoded = decode(bytes).expect("text");
            assert_eq!((decoded.text.as_str(), decoded.bom_len), (expected, bom_len));
            assert_eq!(decoded.remarks.first().copied(), remark, "{expected}");
        };
        check("één".as_bytes(), "één", 0, None);
        check(b"\xef\xbb\xbfAan", "Aan", 3, None);
        check(b"\xff\xfeA\0\xeb\0", "Aë", 0, Some(UTF_16));
        check(b"\xfe\xff\0A\0\xeb", "Aë", 0, Some(UTF_16));
        check(b"\x84Ja\x94, co\xebffici\xebnt \x80 5", "„Ja”, coëfficiënt € 5", 0, Some(WINDOWS_1252));
        check(
            b"ge\xc3\xabrfd, ge\xc3\xabnd, be\xc3\xabd, re\xc3\xab\xc3\xab, \xff",
            "geërfd, geënd, beëd, reëë, \u{fffd}",
            0,
            Some(BROKEN_UTF_8),
        );
        check(b"", "", 0, None);
    }

    #[test]
    fn refuses_what_is_no_text() {
        for bytes in [&b"PK\x03\x04 rest"[..], b"a\0b\0c\0\x01\x02", b"%PDF-1.7\n"] {
            assert_eq!(decode(bytes).err(), Some(BINARY));
        }
    }
}
