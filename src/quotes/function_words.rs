//! Words that carry grammar rather than matter, folded, Dutch and English: they seldom tell two sentences apart.

/// Sorted, for binary search.
const FUNCTION_WORDS: &[&str] = &[
    "a", "aan", "about", "ad", "after", "al", "alle", "alleen", "alles", "als", "also", "altijd", "am", "an", "and",
    "andere", "any", "are", "as", "at", "be", "been", "before", "behoort", "being", "ben", "bij", "but", "by", "can",
    "could", "daar", "daarbij", "daarom", "daarover", "daarvan", "daarvoor", "dan", "dat", "de", "den", "der", "des",
    "deze", "did", "die", "dienen", "dient", "dit", "do", "doen", "does", "doet", "door", "dus", "een", "eens",
    "eerst", "elk", "elkaar", "en", "er", "even", "for", "from", "ga", "gaan", "gaat", "geen", "geweest", "geworden",
    "goed", "graag", "haar", "had", "hadden", "has", "have", "he", "heb", "hebben", "hebt", "heeft", "heel", "hem",
    "hen", "her", "here", "het", "hier", "hierbij", "hierover", "hij", "him", "his", "hoe", "how", "hun", "i", "ie",
    "if", "ik", "in", "into", "is", "it", "its", "ja", "je", "jij", "jou", "jouw", "jullie", "kan", "kon", "konden",
    "kunnen", "kunt", "laten", "maar", "maken", "may", "me", "meer", "men", "met", "might", "mij", "mijn", "moest",
    "moet", "moeten", "mogelijk", "mogen", "more", "must", "my", "na", "naar", "nee", "niet", "niets", "no", "nog",
    "not", "nu", "of", "om", "omdat", "on", "onder", "one", "ons", "onze", "ook", "op", "or", "other", "our", "out",
    "over", "own", "s", "shall", "she", "should", "so", "some", "such", "t", "te", "tegen", "ten", "ter", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "toch", "toe", "tot",
    "tussen", "u", "uit", "up", "upon", "us", "uw", "van", "vanuit", "very", "via", "volgens", "voor", "waar",
    "waarbij", "waarin", "waarop", "waren", "was", "wat", "we", "weer", "wel", "welke", "werd", "werden", "were",
    "what", "when", "where", "which", "who", "whom", "wie", "wij", "wil", "will", "willen", "wilt", "with", "word",
    "worden", "wordt", "would", "you", "your", "ze", "zeer", "zelf", "zich", "zij", "zijn", "zo", "zoals", "zonder",
    "zou", "zouden", "zullen", "zult",
];

/// Whether a folded word is one.
pub(super) fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::FUNCTION_WORDS;

    #[test]
    fn stand_sorted() {
        let out_of_place: Vec<_> = FUNCTION_WORDS.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
        assert!(out_of_place.is_empty(), "{out_of_place:?}");
    }
}
