//! What a machine that reads print may have seen for a word, and the other way round.

/// Letters that look alike to a machine that reads print, two and two, and `f` for the long `s`.
const CONFUSED: &[u8; 56] = b"rnm l i l 1 i 1 o 0 c e vvw iiu cld f s h b s 5 ijy u n ";

/// Calls `found` with the word with one such place read the other way, and with all of them.
pub fn misread(word: &[u8], found: &mut dyn FnMut(&[u8])) {
    for pair in CONFUSED.chunks_exact(4) {
        let (a, b) = pair.split_at(2);
        let (a, b) = (a.trim_ascii_end(), b.trim_ascii_end());
        for (seen, meant) in [(a, b), (b, a)] {
            let (all, n_places) = replaced(word, seen, meant, found);
            if n_places > 1 {
                found(&all);
            }
        }
    }
}

/// The word with `meant` for `seen`, and in how many places; calls `found` with each of them read so alone.
pub fn replaced(word: &[u8], seen: &[u8], meant: &[u8], found: &mut dyn FnMut(&[u8])) -> (Vec<u8>, usize) {
    let (mut all, mut n_places, mut rest) = (Vec::new(), 0, word);
    while let Some((first, behind)) = rest.split_first() {
        if let Some(behind) = rest.strip_prefix(seen) {
            found(&[&word[..word.len() - rest.len()], meant, behind].concat());
            all.extend_from_slice(meant);
            n_places += 1;
            rest = behind;
        } else {
            all.push(*first);
            rest = behind;
        }
    }
    (all, n_places)
}
