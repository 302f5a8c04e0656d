//! Invented documents: words of made-up syllables with the frequencies of a real text (Zipf), and real function words.

use super::random::Random;

const SYLLABLES: &[&str] = &[
    "bar", "de", "fin", "gro", "hal", "jo", "kel", "lum", "mer", "nos", "pra", "ri", "sta", "ten", "vok", "wim", "zul",
    "ba", "do", "fe", "gi", "ho", "ka", "li", "mo", "nu", "po", "ra", "si", "tu", "ve", "wo",
];
const SMALL: &[&str] = &[
    "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "met", "voor", "niet", "zijn", "die", "aan", "er",
    "om", "ook", "als", "maar", "door", "bij", "wordt", "naar", "over", "uit", "dan", "heeft", "kan",
];

/// So many documents of so many words each, in paragraphs.
pub fn documents(random: &mut Random, n_documents: usize, n_words: usize) -> Vec<String> {
    let vocabulary: Vec<String> = (0..6000).map(|_| word(random)).collect();
    (0..n_documents).map(|_| document(random, &vocabulary, n_words)).collect()
}

fn word(random: &mut Random) -> String {
    let n = random.between(2, 5);
    (0..n).map(|_| *random.pick(SYLLABLES)).collect()
}

fn document(random: &mut Random, vocabulary: &[String], n_words: usize) -> String {
    let mut text = String::new();
    let mut written = 0;
    while written < n_words {
        for _ in 0..random.between(2, 6) {
            let length = random.between(6, 24);
            for at in 0..length {
                let word = next(random, vocabulary);
                let comma = if at > 3 && at + 3 < length && random.chance(8) { "," } else { "" };
                let word = if at == 0 { capital(&word) } else { word };
                text.push_str(&word);
                text.push_str(comma);
                text.push_str(if at + 1 == length { ". " } else { " " });
            }
            written += length;
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text.truncate(text.trim_end().len());
    text
}

fn next(random: &mut Random, vocabulary: &[String]) -> String {
    if random.chance(48) {
        return (*random.pick(SMALL)).to_owned();
    }
    // A product of two even draws is close enough to Zipf.
    let (one, other) = (random.between(1, 1000), random.between(1, 1000));
    vocabulary[(one * other * vocabulary.len() / 1_000_000).min(vocabulary.len() - 1)].clone()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
