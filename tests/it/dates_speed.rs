//! How fast expressions of time are found and resolved: a measurement, on the `.txt` files below `WEERKLANK_DATA`.

use std::path::Path;
use weerklank::dates::{self, Day};

fn texts(folder: &Path, found: &mut Vec<String>) {
    let Ok(files) = std::fs::read_dir(folder) else { return };
    for path in files.flatten().map(|file| file.path()) {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.extend(std::fs::read_to_string(&path));
        }
    }
}

/// Seconds that this thread has had of a processor, as Linux counts them: what other programs take is left out.
fn seconds() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    said.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).map_or(f64::NAN, |nanos| nanos / 1e9)
}

#[test]
#[ignore = "a measurement: set WEERKLANK_DATA to a folder with .txt files"]
fn dates_are_found_fast() {
    let Some(folder) = std::env::var_os("WEERKLANK_DATA") else {
        eprintln!("WEERKLANK_DATA is not set: nothing to measure on");
        return;
    };
    let mut all = Vec::new();
    texts(Path::new(&folder), &mut all);
    let bytes: usize = all.iter().map(String::len).sum();
    // The best of several rounds: what the machine can do when nothing else wants it.
    let best = |work: &dyn Fn(&str) -> usize| {
        let round = |_| {
            let start = seconds();
            let n: usize = all.iter().map(|text| work(text)).sum();
            (seconds() - start, n)
        };
        (0..15).map(round).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::NAN, 0))
    };
    for (what, (seconds, n)) in [
        ("tagging", best(&dates::count)),
        ("tagging and resolving", best(&|text| dates::mentions_in(text, Some(Day(19_000))).len())),
    ] {
        eprintln!("dates, {what}: {:.0} MB/s, {n} expressions in {bytes} bytes", bytes as f64 / 1e6 / seconds);
    }
}

/// The law of `dates_laws` that nothing panics and spans lie on borders, a million times.
#[test]
#[ignore = "a measurement: a million invented texts, about a minute"]
fn a_million_texts_without_a_panic() {
    const SETS: &str = concat!(
        include_str!("dates/sets/first.txt"),
        include_str!("dates/sets/eleventh.txt"),
        include_str!("dates/sets/thirteenth.txt")
    );
    let pieces = SETS.split([' ', '\n', '[', ']', '{', '}']).collect::<Vec<_>>();
    let marks = ["-", "/", ".", "'", "’", ":", "\u{a0}", "é", "\n\n", "(", "2022", "mei", "'s", "½", "\u{301}", "–"];
    let mut state = 20_221_115_u64;
    let mut next = move |n: usize| {
        // Xorshift (Marsaglia 2003).
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % n as u64) as usize
    };
    for _ in 0..1_000_000 {
        let mut text = String::new();
        for _ in 0..next(9) {
            text.push_str(if next(3) == 0 { marks[next(marks.len())] } else { pieces[next(pieces.len())] });
            text.push_str(if next(4) == 0 { "" } else { " " });
        }
        for mention in dates::mentions_in(&text, Some(Day(next(40_000) as i32))) {
            assert!(text.get(mention.span.range()).is_some(), "{text:?}");
        }
    }
}
