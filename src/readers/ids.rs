//! What documents are called where nobody says so: after their files.

use super::{name_of, stem_of};
use crate::text::{Document, Warning};
use std::collections::{BTreeMap, BTreeSet};

/// The id that a file's name proposes: its first segment (`000_e3d3.txt` gives `000`). [`settle_ids`] takes the whole
/// name where that is not enough.
pub(super) fn proposed(file: &str) -> String {
    let stem = stem_of(file);
    let first = stem.split('_').next().unwrap_or(stem);
    let id = if first.is_empty() { stem } else { first };
    if id.is_empty() { name_of(file).to_owned() } else { id.to_owned() }
}

/// Gives the documents of a dossier ids that differ. File names give them all alike: first segments if these differ,
/// else stems, else paths. Ids that came with the documents (`.jsonl`) stay; of two the same the later one gets a number,
/// with a warning.
pub fn settle_ids(documents: &mut [Document]) -> Vec<Warning> {
    let schemes: [fn(&str) -> String; 3] = [proposed, |file| stem_of(file).to_owned(), str::to_owned];
    let files: Vec<String> =
        documents.iter().filter(|document| document.line.is_none()).map(|document| document.file.clone()).collect();
    let differ = |scheme: &fn(&str) -> String| {
        files.iter().map(|file| scheme(file)).collect::<BTreeSet<_>>().len() == files.len()
    };
    let scheme = schemes.into_iter().find(differ).unwrap_or(str::to_owned);
    for document in documents.iter_mut().filter(|document| document.line.is_none()) {
        document.id = scheme(&document.file);
    }
    let mut warnings = Vec::new();
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for document in documents {
        let wanted = document.id.clone();
        while taken.contains_key(&document.id) {
            let n = taken.entry(wanted.clone()).or_insert(1);
            *n += 1;
            document.id = format!("{wanted}-{n}");
        }
        taken.insert(document.id.clone(), 1);
        if document.id != wanted {
            warnings.push(Warning {
                file: document.file.clone(),
                line: document.line,
                problem: format!("Another document is called {wanted} already; this one is called {}.", document.id),
                remedy: "Give each document an id of its own.".to_owned(),
            });
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_documents_after_their_files() {
        let check = |files: &[&str], expected: &[&str]| {
            let mut documents: Vec<Document> =
                files.iter().map(|file| Document { file: (*file).to_owned(), ..Document::default() }).collect();
            settle_ids(&mut documents);
            let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
            assert_eq!(ids, expected);
        };
        check(&["007_ab.txt", "008_cd.txt"], &["007", "008"]);
        check(&["2020_a.txt", "2020_b.txt", "nota.md"], &["2020_a", "2020_b", "nota"]);
        check(&["a/x.txt", "b/x.txt"], &["a/x.txt", "b/x.txt"]);
        check(&["x.txt", "x.txt"], &["x.txt", "x.txt-2"]);
    }

    #[test]
    fn keeps_the_ids_that_came_along() {
        let line =
            |id: &str, n| Document { id: id.into(), file: "alle.jsonl".into(), line: Some(n), ..Document::default() };
        let mut documents = [line("7", 1), line("8", 2), line("7", 3)];
        assert_eq!(settle_ids(&mut documents).len(), 1);
        assert_eq!(documents.map(|document| document.id), ["7", "8", "7-2"]);
    }
}
