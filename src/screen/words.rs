//! Every word of the interface, in Dutch and English, checked by the compiler: those of the title page and the search, which
//! every reader downloads, and `all` of them.
//!
//! A `{}` is filled with [`fill`]. Counted things come as a pair for one and for more: see [`count`].

mod all;
mod first;

pub use all::Words;
pub use first::FirstWords;

use crate::engine::Language;

/// A table of words as a struct, and what it holds in Dutch and in English.
macro_rules! table {
    ($(#[$doc_of_all:meta])* $Table:ident { $($before:ident: $type:ty = $dutch:expr, $english:expr;)* }
     $($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $(#[$doc_of_all])*
        #[derive(Debug, PartialEq, Eq)]
        pub struct $Table {
            $(pub $before: $type,)*
            $($(#[$doc])* pub $name: &'static str,)*
        }
        pub(super) static DUTCH: $Table = $Table { $($before: $dutch,)* $($name: $nl,)* };
        pub(super) static ENGLISH: $Table = $Table { $($before: $english,)* $($name: $en,)* };
    };
}
use table;

/// All words of one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Dutch => &all::DUTCH,
        Language::English => &all::ENGLISH,
    }
}

/// Those of the first part of the page.
pub fn first_words(language: Language) -> &'static FirstWords {
    match language {
        Language::Dutch => &first::DUTCH,
        Language::English => &first::ENGLISH,
    }
}

/// `template` with each `{}` replaced by the next of `values`. What is not given stays empty.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut values = values.iter();
    let mut pieces = template.split("{}");
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        filled.push_str(values.next().unwrap_or(&""));
        filled.push_str(piece);
    }
    filled
}

/// "1 document", "5 documenten", "1.797 woorden".
pub fn count(n: usize, one: &str, more: &str, language: Language) -> String {
    let mut said = number(n as u64, language);
    said.push(' ');
    said.push_str(if n == 1 { one } else { more });
    said
}

/// Thousands parted as the language does: `1.797`, `1,797`.
pub fn number(n: u64, language: Language) -> String {
    let digits = n.to_string();
    let mut said = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            said.push(if language == Language::Dutch { '.' } else { ',' });
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_and_counts() {
        assert_eq!(fill("{} van {}", &["2", "5"]), "2 van 5");
        assert_eq!(fill("{} van {}", &["2"]), "2 van ");
        assert_eq!(count(1, "woord", "woorden", Language::Dutch), "1 woord");
        assert_eq!(count(1797, "word", "words", Language::English), "1,797 words");
        assert_eq!(number(12_345_678, Language::Dutch), "12.345.678");
        assert_eq!(number(100, Language::Dutch), "100");
    }
}
