//! Word similarity that forgives what typing, inflection and OCR do to a word.

use super::lexicon::{Lexicon, Trait, allowed_edits};

/// How alike two forms are, in percent: 100 the same, 0 different words. Remembers what it has compared of late.
#[derive(Debug)]
pub(super) struct Similar {
    /// A slot for the pairs of one hash: the two forms and the percent, the newest pair only.
    known: Vec<(u32, u32, u8)>,
}

const SLOTS: usize = 1 << 15;

/// A multiplicative hash: its high bits.
fn slot(first: u32, second: u32) -> usize {
    (first.wrapping_mul(0x9e37_79b1) ^ second.wrapping_mul(0x85eb_ca6b)) as usize >> 16 & (SLOTS - 1)
}

impl Default for Similar {
    fn default() -> Similar {
        Similar { known: vec![(0, 0, 0); SLOTS] }
    }
}

/// Below this, two words are different words.
const ALIKE: usize = 68;

impl Similar {
    #[inline]
    pub fn percent(&mut self, lexicon: &Lexicon, a: &Trait, b: &Trait) -> i32 {
        match (a.form == b.form, a.may_be(b)) {
            (true, _) => 100,
            (_, false) => 0,
            (_, true) => self.compared(lexicon, a, b),
        }
    }

    /// Of two forms that may be one word. Out of line, so that the quick no stays quick.
    #[inline(never)]
    fn compared(&mut self, lexicon: &Lexicon, a: &Trait, b: &Trait) -> i32 {
        let (first, second) = (a.form.min(b.form), a.form.max(b.form));
        let slot = &mut self.known[slot(first, second)];
        if (slot.0, slot.1) != (first, second) {
            let (one, other) = (lexicon.folded(first), lexicon.folded(second));
            let stemmed = if a.stem == b.stem && one.len().min(other.len()) >= 4 { 80 } else { 0 };
            *slot = (first, second, stemmed.max(compare(one, other)));
        }
        i32::from(slot.2)
    }

    /// Whether `whole` is `left` and `right` written as one, save for damage.
    pub fn joined(lexicon: &Lexicon, left: &Trait, right: &Trait, whole: &Trait) -> bool {
        if whole.len < 4 || left.len + right.len != whole.len {
            return false;
        }
        let folded = lexicon.folded(whole.form);
        folded.starts_with(lexicon.folded(left.form)) && folded.ends_with(lexicon.folded(right.form))
    }
}

/// Percent of letters kept, 0 when the words are too unlike to be one word damaged.
fn compare(a: &str, b: &str) -> u8 {
    let (a, b) = (skeleton(a), skeleton(b));
    if a == b {
        return 90;
    }
    let longest = a.len().max(b.len());
    let allowed = allowed_edits(longest as u32) as usize;
    if longest - a.len().min(b.len()) > allowed {
        return 0;
    }
    let distance = edits(&a, &b);
    let kept = 100 - 100 * distance / longest;
    if distance <= allowed && kept >= ALIKE { kept as u8 } else { 0 }
}

/// The word with the shapes that OCR mixes up made one.
fn skeleton(word: &str) -> Vec<u8> {
    let bytes = word.as_bytes();
    let mut shape = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        let (byte, taken) = match pair {
            (b'r', b'n') => (b'm', 2),
            (b'v', b'v') => (b'w', 2),
            (b'c', b'l') => (b'd', 2),
            (b'0', _) => (b'o', 1),
            (b'1' | b'i', _) => (b'l', 1),
            (b'5', _) => (b's', 1),
            (b'8', _) => (b'b', 1),
            (byte, _) => (byte, 1),
        };
        shape.push(byte);
        at += taken;
    }
    shape
}

/// Edits between two words, neighbours swapped counting as one (optimal string alignment).
fn edits(a: &[u8], b: &[u8]) -> usize {
    const MOST: usize = 48;
    if b.len() >= MOST {
        return usize::from(a != b) * b.len();
    }
    let (a, b) = without_same_ends(a, b);
    let (mut before, mut last, mut row) = ([0_u8; MOST], [0_u8; MOST], [0_u8; MOST]);
    for (at, slot) in last.iter_mut().enumerate() {
        *slot = at as u8;
    }
    for i in 1..=a.len() {
        row[0] = i.min(250) as u8;
        for j in 1..=b.len() {
            let mut least = (last[j - 1] + u8::from(a[i - 1] != b[j - 1])).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
        }
        (before, last) = (last, row);
    }
    usize::from(last[b.len()])
}

/// Two words without the letters that both begin and end with: those take no edit.
fn without_same_ends<'a>(a: &'a [u8], b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let n_first = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[n_first..], &b[n_first..]);
    let n_last = a.iter().rev().zip(b.iter().rev()).take_while(|(one, other)| one == other).count();
    (&a[..a.len() - n_last], &b[..b.len() - n_last])
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn forgives_damage_but_not_another_word() {
        let check = |a, b, alike: bool| assert_eq!(compare(a, b) > 0, alike, "{a} {b}");
        check("modern", "modem", true);
        check("politiek", "po1itiek", true);
        check("ambtenaren", "ambtenaern", true);
        check("dit", "dat", false);
        check("regering", "begroting", false);
    }
}
