//! The jump palette's lines, in groups: what the engine finds by name, views, and commands.

use super::{
    DocumentRoute, Route, fill,
    results::{Piece, marked},
    words::Words,
};
use crate::engine::{Engine, Jump, JumpKind, Span, fold};

/// Lines of each group; more are found by typing more.
const MOST_A_GROUP: usize = 6;
/// What the engine is asked for: enough to fill every group.
const ASKED: usize = 60;

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub name: &'static str,
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: Vec<Piece>,
    pub hint: String,
    pub act: Act,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Go(Route),
    NextTheme,
    OtherLanguage,
    Print,
    CopyLink,
}

/// Groups in order of their best line; views and commands come after names, but before them where one of theirs begins
/// with the needle.
pub fn groups(engine: &Engine, needle: &str, words: &Words) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for jump in engine.jump(needle, ASKED) {
        let name = group_name(jump.kind, words);
        let choice = choice(engine, &jump, words);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) if group.choices.len() < MOST_A_GROUP => group.choices.push(choice),
            Some(_) => {}
            None => groups.push(Group { name, choices: vec![choice] }),
        }
    }
    let needle = needle.trim();
    for (name, lines) in [(words.views, views(words)), (words.commands, commands(words))] {
        let choices: Vec<Choice> = lines
            .into_iter()
            .filter_map(|(label, act)| {
                let label = marked(label, Span::new(0, label.len()), &[found(label, needle)?]);
                Some(Choice { label, hint: String::new(), act })
            })
            .collect();
        // Whoever types the beginning of a view's name wants that view, whatever else holds the letters.
        let begins =
            !needle.is_empty() && choices.iter().any(|choice| choice.label.first().is_some_and(|piece| piece.marked));
        if begins {
            groups.insert(0, Group { name, choices });
        } else if !choices.is_empty() {
            groups.push(Group { name, choices });
        }
    }
    if !needle.is_empty() {
        let label = vec![Piece { text: fill(words.command_search, &[needle]), marked: false }];
        let act = Act::Go(Route::search(needle));
        groups.push(Group { name: words.search, choices: vec![Choice { label, hint: String::new(), act }] });
    }
    groups
}

fn group_name(kind: JumpKind, words: &Words) -> &'static str {
    match kind {
        JumpKind::Document { .. } => words.documents,
        JumpKind::Heading { .. } => words.headings,
        JumpKind::Event { .. } => words.events,
        JumpKind::Quote { .. } => words.quotes,
        JumpKind::Person => words.people,
    }
}

fn choice(engine: &Engine, jump: &Jump, words: &Words) -> Choice {
    let id = |doc: crate::engine::DocId| engine.cards()[doc.index()].id.clone();
    let route = match jump.kind {
        JumpKind::Document { doc } => Route::document(id(doc)),
        JumpKind::Heading { doc, span } => {
            let passage = engine.passages(doc).iter().position(|passage| passage.span.overlaps(span));
            let passage = passage.and_then(|index| u32::try_from(index).ok());
            Route::Document(DocumentRoute { id: id(doc), passage, ..DocumentRoute::default() })
        }
        JumpKind::Event { entry } => Route::entry(entry),
        JumpKind::Quote { link } => Route::link(link),
        JumpKind::Person => Route::search(format!("{}:\"{}\"", words.speaker_key, jump.label)),
    };
    Choice { label: near_the_match(&jump.label, &jump.matched), hint: jump.hint.clone(), act: Act::Go(route) }
}

/// A label is cut on screen where it is long: what comes long before the match makes way.
fn near_the_match(label: &str, matched: &[Span]) -> Vec<Piece> {
    const LEAD: usize = 40;
    let first = matched.first().map_or(0, |span| span.start());
    let mut from = 0;
    if first > LEAD {
        let before = label.get(..first - LEAD / 2).unwrap_or_default();
        from = before.rfind(' ').map_or(0, |space| space + 1);
    }
    let mut pieces = marked(label, Span::new(from, label.len()), matched);
    if from > 0 {
        pieces.insert(0, Piece { text: "… ".to_owned(), marked: false });
    }
    pieces
}

fn views(words: &Words) -> Vec<(&'static str, Act)> {
    vec![
        (words.start, Act::Go(Route::Overview)),
        (words.search, Act::Go(Route::Search(Default::default()))),
        (words.timeline, Act::Go(Route::Timeline(Default::default()))),
        (words.quotes, Act::Go(Route::Quotes(Default::default()))),
        (words.documents, Act::Go(Route::Documents)),
    ]
}

fn commands(words: &Words) -> Vec<(&'static str, Act)> {
    vec![
        (words.command_theme, Act::NextTheme),
        (words.command_language, Act::OtherLanguage),
        (words.command_print, Act::Print),
        (words.command_copy, Act::CopyLink),
    ]
}

/// Where a line of ours has the needle, folded; all of nothing where the needle is empty.
fn found(label: &str, needle: &str) -> Option<Span> {
    let (folded, needle) = (fold(label), fold(needle));
    let start = folded.find(&needle)?;
    // Our own lines fold to as many bytes; where not, nothing is marked.
    let end = if folded.len() == label.len() { start + needle.len() } else { start };
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_match_in_sight() {
        let label = "een heel lange titel van een heel oud document over bruggen";
        let start = label.find("bruggen").unwrap();
        let pieces = near_the_match(label, &[Span::new(start, start + 7)]);
        assert_eq!(pieces[0].text, "… ");
        assert_eq!(pieces.last().unwrap(), &Piece { text: "bruggen".into(), marked: true });
        assert_eq!(near_the_match("kort", &[]).len(), 1);
    }

    #[test]
    fn finds_our_own_lines() {
        assert_eq!(found("Tijdlijn", "lijn"), Some(Span::new(4, 8)));
        assert_eq!(found("Tijdlijn", ""), Some(Span::new(0, 0)));
        assert_eq!(found("Tijdlijn", "x"), None);
    }
}
