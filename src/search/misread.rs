//! What a machine that reads print may have seen for a word, and the other way round.

/// Letters that look alike to a machine that reads print, and `f` for the long `s`.
const CONFUSED: &[(&str, &str)] = &[
    ("rn", "m"),
    ("l", "i"),
    ("l", "1"),
    ("i", "1"),
    ("o", "0"),
    ("c", "e"),
    ("vv", "w"),
    ("ii", "u"),
    ("cl", "d"),
    ("f", "s"),
    ("h", "b"),
    ("s", "5"),
    ("ij", "y"),
    ("u", "n"),
];

/// The word with one such place read the other way, and with all of them.
pub fn misread(word: &str) -> Vec<String> {
    let both_ways = CONFUSED.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
    let mut readings = Vec::new();
    for (seen, meant) in both_ways {
        let places: Vec<usize> = word.match_indices(seen).map(|(at, _)| at).collect();
        for &at in &places {
            readings.push(format!("{}{meant}{}", &word[..at], &word[at + seen.len()..]));
        }
        if places.len() > 1 {
            readings.push(word.replace(seen, meant));
        }
    }
    readings
}
