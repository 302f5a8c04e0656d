//! Keeps the walls: who may import whom, where foreign crates come in, and what stands nowhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Module, and the modules of ours that it may import beside itself.
const WALLS: [(&str, &[&str]); 9] = [
    ("text", &[]),
    ("readers", &["text"]),
    ("search", &["text"]),
    ("dates", &["text"]),
    ("quotes", &["text"]),
    ("corpus", &["text", "readers", "search", "dates", "quotes"]),
    ("engine", &["text", "search", "dates", "quotes", "corpus"]),
    ("screen", &["engine"]),
    ("app", &["screen", "engine", "corpus"]),
];

/// A name, and the only places below `src/` where it may stand. Programs are doors of their own.
const DOORS: [(&str, &[&str]); 15] = [
    ("fuzzy_matcher", &["search/fuzzy.rs"]),
    ("pulldown_cmark", &["readers/"]),
    ("postcard", &["corpus/"]),
    ("twox_hash", &["corpus/"]),
    ("leptos", &["app/"]),
    ("weerklank_macros", &["app/dom/", "text/"]),
    // Types of events and elements; calls to the browser are `browser/`'s.
    ("web_sys", &["app/"]),
    ("js_sys", &["app/browser/", "bin/engine.rs", "bin/page/worker.rs"]),
    ("gloo", &["app/browser/", "app/timeline/gesture.rs", "app/timeline/state.rs"]),
    ("serde_wasm_bindgen", &["app/", "bin/engine.rs", "bin/page/worker.rs"]),
    ("std::fs", &["bin/"]),
    ("std::env", &["bin/"]),
    ("std::thread", &["bin/"]),
    ("std::time", &["bin/"]),
    ("std::net", &[]),
];

/// Nowhere in `src/`: markup made of strings, in all its names.
const NOWHERE: [&str; 5] = ["inner_html", "innerHTML", "insert_adjacent_html", "outer_html", "document.write"];

/// A file of more lines has a second idea in it.
const LONG_LINES: usize = 500;

struct Source {
    /// Below `src/`, with `/`.
    path: String,
    /// Code that ships: without remarks, and without the tests at its end.
    code: String,
    n_lines: usize,
}

#[test]
fn modules_look_left_only() {
    let mut crossings = Vec::new();
    for source in sources() {
        let module = source.path.split(['/', '.']).next().unwrap_or_default();
        let Some((_, may)) = WALLS.iter().find(|(name, _)| *name == module) else { continue };
        for name in imports(&source.code) {
            if name != module && !may.contains(&name.as_str()) {
                crossings.push(format!("{} imports {name}", source.path));
            }
        }
    }
    assert_none(&crossings);
}

#[test]
fn foreign_crates_have_one_door() {
    let mut crossings = Vec::new();
    for source in sources() {
        for (name, doors) in DOORS {
            let stands = holds_word(&source.code, name);
            if stands && !doors.iter().any(|door| source.path.starts_with(door)) {
                crossings.push(format!("{} uses {name}: its place is {}", source.path, doors.join(", ")));
            }
        }
    }
    assert_none(&crossings);
}

#[test]
fn nothing_makes_markup_of_strings() {
    let mut found = Vec::new();
    for source in sources() {
        let names = NOWHERE.iter().filter(|name| source.code.contains(**name));
        found.extend(names.map(|name| format!("{} says {name}", source.path)));
    }
    assert_none(&found);
}

#[test]
fn no_machine_stands_in_the_project() {
    // In pieces, so that this file is not found.
    let places = [concat!("/wo", "rk/"), concat!(".lib", "rary"), concat!("/ro", "ot/"), concat!("/tm", "p/wt")];
    let mut found = Vec::new();
    for folder in ["src", "tests", "xtask/src", "public", ".ci", "."] {
        // `.git` is a file with an address in it where the project is a worktree.
        let own = |file: &PathBuf| !file.ends_with(".git");
        for file in files(&root().join(folder), folder != ".").into_iter().filter(own) {
            let Ok(text) = fs::read_to_string(&file) else { continue };
            let named = places.iter().filter(|place| text.contains(**place));
            found.extend(named.map(|place| format!("{} names {place}", file.display())));
        }
    }
    assert_none(&found);
}

#[test]
fn files_hold_one_idea() {
    for source in sources().iter().filter(|source| source.n_lines > LONG_LINES) {
        eprintln!("{} has {} lines: is there a second idea in it?", source.path, source.n_lines);
    }
}

#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n  {}", found.join("\n  "));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let rust = files(&folder, true).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a source file is UTF-8");
        let path = file.strip_prefix(&folder).expect("it lies below src").to_string_lossy().replace('\\', "/");
        Source { path, code: shipped(&text), n_lines: text.lines().count() }
    };
    rust.map(read).collect()
}

/// The files of a folder, sorted; `deep` also those below it.
fn files(folder: &Path, deep: bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        match path.is_dir() {
            true if deep => found.extend(files(&path, true)),
            true => {}
            false => found.push(path),
        }
    }
    found
}

fn shipped(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Whether `name` stands as a word of its own.
fn holds_word(code: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back().is_some_and(part);
        let after = name.ends_with(|c: char| !part(c)) || !code[at + name.len()..].chars().next().is_some_and(part);
        !before && after
    })
}

/// The modules after every `crate::`, also where they stand in braces.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(inside) => names.extend(first_words(inside)),
            None => names.extend(word(rest)),
        }
    }
    // What lib.rs has at its root are modules only: a type or function there would be none of ours.
    names.retain(|name| WALLS.iter().any(|(module, _)| module == name));
    names.sort();
    names.dedup();
    names
}

/// The first word of each item of a `{…}` list, up to its closing brace.
fn first_words(inside: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            c => items.last_mut().expect("one at least").push(c),
        }
    }
    items.iter().filter_map(|item| word(item.trim_start())).collect()
}

fn word(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[test]
fn the_walls_are_seen() {
    assert_eq!(
        imports("use crate::{engine::{A, B}, text::C};\nlet x = crate::dates::say(y);"),
        ["dates", "engine", "text"]
    );
    assert!(holds_word("use fst::Map;", "fst::") && !holds_word("use xfst::Map;", "fst::"));
}
