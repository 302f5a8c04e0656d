//! The one door to fuzzy-matcher: names that hold the letters of a needle in order, as one types them in a palette.

use crate::text::Order;
use crate::text::Span;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// A name that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    pub score: i64,
    /// Byte ranges of the name, in order.
    pub matched: Vec<Span>,
}

/// Compares names with needles. Letters count without regard to case.
pub struct Fuzzy(SkimMatcherV2);

impl Default for Fuzzy {
    fn default() -> Fuzzy {
        Fuzzy(SkimMatcherV2::default().ignore_case())
    }
}

impl Fuzzy {
    /// How well `name` holds all words of `needle`, in any order; `None` where it lacks one. An empty needle fits all.
    pub fn fit(&self, name: &str, needle: &str) -> Option<Fit> {
        let mut fit = Fit { score: 0, matched: Vec::new() };
        for word in needle.split_whitespace() {
            let (score, letters) = self.0.fuzzy_indices(name, word)?;
            fit.score += score;
            fit.matched.extend(spans(name, &letters));
        }
        fit.matched.order();
        fit.matched.dedup();
        fit.matched = join(&fit.matched);
        Some(fit)
    }
}

/// The places of characters, given by their number, as byte ranges.
fn spans(name: &str, letters: &[usize]) -> Vec<Span> {
    let mut letters = letters.iter().copied().peekable();
    let mut spans = Vec::new();
    for (number, (at, c)) in name.char_indices().enumerate() {
        if letters.next_if_eq(&number).is_some() {
            spans.push(Span::new(at, at + c.len_utf8()));
        }
    }
    spans
}

/// Neighbours joined.
fn join(spans: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &span in spans {
        match joined.last_mut() {
            Some(last) if span.start_byte <= last.end_byte => *last = last.hull(span),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::Fuzzy;

    #[test]
    fn finds_letters_in_order() {
        let check = |name: &str, needle: &str, expected: Option<&str>| {
            let fit = Fuzzy::default().fit(name, needle);
            let marked = fit.map(|fit| fit.matched.iter().map(|span| span.of(name)).collect::<Vec<_>>().join("|"));
            assert_eq!(marked.as_deref(), expected, "{name} {needle}");
        };
        check("Brief over coördinatie", "coörd", Some("coörd"));
        check("Brief over coördinatie", "over brf", Some("Br|f|over"));
        check("Brief", "x", None);
        check("Brief", " ", Some(""));
    }
}
