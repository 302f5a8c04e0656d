//! A large dossier: searched in a worker, its list drawn in parts, and a page that begins before all of it has come.

use crate::{
    browser::{Browser, Kind, scratch},
    page::{Page, key},
    server::{Host, Ranges, Server, Wasm},
    webdriver::{Result, Trouble, trouble},
};
use serde_json::json;
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Of invented text. From 2 MB on a worker searches.
const TEXT_BYTES: usize = 3_000_000;

/// A reader feels it when the page does nothing for so long.
const BLOCKING_MS: u64 = 200;

/// Where the pages of the invented dossier lie, both flavours of them.
struct Pages {
    web: PathBuf,
    file: PathBuf,
}

pub fn run(browser: &Browser, mut tell: impl FnMut(&str, &dyn Fn() -> Result)) {
    let pages = match pages() {
        Ok(pages) => pages,
        Err(Trouble(problem)) => return tell("is made", &|| trouble(problem.as_str())),
    };
    let disk = format!("file://{}", pages.file.display());
    for width in [1280, 375] {
        tell(&format!("from disk {width}: hits come first and stand"), &|| hits_stand(browser, &disk, width));
        tell(&format!("from disk {width}: the list is drawn in parts"), &|| list_in_parts(browser, &disk, width));
    }
    tell("from disk: keys go through the list and back", &|| keys(browser, &disk));
    tell("from disk: an empty result has ways out", &|| nothing(browser, &disk));
    tell("served: begins before all has come", &|| begins(browser, &pages, Ranges::Served));
    tell("served without ranges: begins before all has come", &|| begins(browser, &pages, Ranges::Ignored));
    tell("served: another view waits for all of it", &|| waits(browser, &pages));
    tell("a policy against workers", &|| without_worker(browser, &pages));
    tell("no .wasm files", &|| without_wasm(browser, &pages));
    tell("a worker that fails is told", &|| fails(browser, &disk));
    if browser.kind == Kind::Chromium {
        tell("from disk: typing never blocks", &|| typing(browser, &disk));
    }
}

/// Makes the dossier once, by the command itself.
fn pages() -> Result<Pages> {
    let folder = scratch("").join("large");
    let pages = Pages { web: folder.join("web"), file: folder.join("large.html") };
    let failed = |error: std::io::Error| Trouble(format!("{}: {error}", folder.display()));
    fs::create_dir_all(&folder).map_err(failed)?;
    let text = folder.join("brieven.jsonl");
    fs::write(&text, invented(TEXT_BYTES)).map_err(failed)?;
    let corpus = folder.join("brieven.weerklank");
    command(
        &[],
        &["index".as_ref(), text.as_ref(), "--out".as_ref(), corpus.as_ref(), "--without".as_ref(), "quotes".as_ref()],
    )?;
    build(&corpus, &pages, &[])?;
    Ok(pages)
}

fn build(corpus: &Path, pages: &Pages, profile: &[&str]) -> Result {
    let shell = crate::flavours::dist().join("shell");
    let to: [&OsStr; 4] = ["--out".as_ref(), pages.web.as_ref(), "--single-file".as_ref(), pages.file.as_ref()];
    command(profile, &[&["build".as_ref(), corpus.as_ref()], &to[..], &["--shell".as_ref(), shell.as_ref()]].concat())
}

/// Runs the command `weerklank`.
fn command(profile: &[&str], arguments: &[&OsStr]) -> Result {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--bin", "weerklank"]).args(profile).arg("--").args(arguments);
    let output = command.output().map_err(|error| Trouble(error.to_string()))?;
    if output.status.success() { Ok(()) } else { trouble(String::from_utf8_lossy(&output.stderr)) }
}

/// Letters that nobody wrote: words of made-up syllables, frequent and rare as words are, as JSON lines.
fn invented(n_bytes: usize) -> String {
    let mut state = 88_172_645_463_325_252u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let onsets = ["b", "br", "d", "dr", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z"];
    let (vowels, ends) = (["a", "aa", "e", "ie", "o", "oe", "u", "ij"], ["k", "l", "m", "n", "r", "s", "st", "t"]);
    let syllable = |next: &mut dyn FnMut(usize) -> usize| {
        [onsets[next(onsets.len())], vowels[next(vowels.len())], ends[next(ends.len())]].concat()
    };
    let stems: Vec<String> = (0..6000).map(|_| syllable(&mut next) + &syllable(&mut next)).collect();
    let mut lines = String::new();
    for number in 0.. {
        let mut text = format!("Brief {number}, geschreven op {} maart {}\n\n", 1 + next(28), 1990 + next(30));
        for _ in 0..3 + next(9) {
            for at in 0..30 + next(60) {
                let zipf = (stems.len() as f64).powf(next(1_000_000) as f64 / 1e6) as usize;
                let word = if at == 7 && next(3) == 0 { "vergadering" } else { &stems[zipf - 1] };
                text.push_str(word);
                text.push(' ');
            }
            text.push_str("vakmanschap.\n\n");
        }
        lines.push_str(&json!({ "id": format!("b{number:05}"), "text": text }).to_string());
        lines.push('\n');
        if lines.len() > n_bytes {
            break;
        }
    }
    lines
}

/// Types a query, and waits until all is counted.
fn search(page: &Page<'_>, query: &str) -> Result {
    type_in(page, query)?;
    page.until("hits are counted", |page| {
        page.truth("return /[0-9]/.test(document.querySelector('[data-part=count]')?.innerText || '')")
    })
}

fn type_in(page: &Page<'_>, query: &str) -> Result {
    let script = "const box = document.getElementById('zoek'); box.value = arguments[0]; \
                  box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.browser.session.run(script, &json!([query])).map(drop)
}

/// Hits are there before their numbers are, and stay where they are when these come.
fn hits_stand(browser: &Browser, base: &str, width: u32) -> Result {
    let page = Page::open(browser, base, width, "#/")?;
    let script = r#"
const done = arguments[0];
const box = document.getElementById('zoek');
box.value = 'vergadering';
box.dispatchEvent(new InputEvent('input', { bubbles: true }));
const places = () => [...document.querySelectorAll('.pass')].slice(0, 8).map((e) => Math.round(e.getBoundingClientRect().top));
const counted = () => /[0-9]/.test(document.querySelector('[data-part=count]')?.innerText || '');
const began = performance.now();
let before;
const look = () => {
  if (performance.now() - began > 8000) return done(['late', before]);
  if (!before && document.querySelector('.pass mark')) {
    if (counted()) return done(['counted at once']);
    requestAnimationFrame(() => requestAnimationFrame(() => (before = places(), look())));
  } else if (before && counted()) requestAnimationFrame(() => done([weerklank.searcher, before, places()]));
  else requestAnimationFrame(look);
};
look();
"#;
    let found = browser.session.run_async(script, &json!([]))?;
    if found[0] != "worker" {
        return trouble(format!("no worker: {found}"));
    }
    let n = found[1].as_array().map_or(0, Vec::len);
    if n < 4 || found[1] != found[2] { trouble(format!("hits moved: {found}")) } else { page.is_quiet() }
}

/// Scrolls a list that has come to rest, and says by how much a row in sight moved; nothing where that row went.
const SCROLL: &str = r#"
const done = arguments[0];
const after = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const state = () => [scrollY, document.documentElement.scrollHeight, document.querySelectorAll('.pass').length].join();
const move = async () => {
  for (let before = null; before !== state(); await after(150)) before = state();
  const row = [...document.querySelectorAll('.pass')].find((e) => e.getBoundingClientRect().top > 100);
  const top = row.getBoundingClientRect().top;
  scrollBy({ top: -300, behavior: 'instant' });
  await after(200);
  return row.isConnected ? row.getBoundingClientRect().top - top : null;
};
move().then(done);
"#;

fn list_in_parts(browser: &Browser, base: &str, width: u32) -> Result {
    let page = Page::open(browser, base, width, "#/")?;
    search(&page, "vakmanschap")?;
    page.settle()?;
    let measure = "const rows = [...document.querySelectorAll('.pass')]; \
                   return [rows.length, Number(rows[0].getAttribute('aria-setsize')), document.documentElement.scrollHeight, \
                   rows.filter((e) => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }).length, \
                   rows.filter((e) => !e.querySelector('mark')).length, Number(rows[rows.length - 1].getAttribute('aria-posinset'))]";
    let top = page.eval(measure)?;
    let n = |index: usize, of: &serde_json::Value| of[index].as_u64().unwrap_or_default();
    if n(0, &top) > 120 || n(1, &top) < 1000 {
        return trouble(format!("drawn and listed: {top}"));
    }
    for (place, last) in [("document.documentElement.scrollHeight / 2", false), ("1e9", true)] {
        page.eval(&format!("scrollTo(0, {place})"))?;
        page.until("rows are drawn there", |page| {
            let here = page.eval(measure)?;
            Ok(n(3, &here) > 0 && n(4, &here) == 0 && n(0, &here) <= 120 && (!last || n(5, &here) == n(1, &here)))
        })?;
    }
    // What is above the window may turn out higher than it was thought to be: that must not be seen.
    page.eval("scrollTo(0, document.documentElement.scrollHeight / 2)")?;
    page.settle()?;
    for _ in 0..12 {
        let moved = browser.session.run_async(SCROLL, &json!([]))?.as_f64().unwrap_or(300.0);
        if (moved - 300.0).abs() > 2.0 {
            return trouble(format!("a row moved by {moved} when the window moved by 300"));
        }
    }
    page.fits()?;
    page.is_quiet()
}

fn keys(browser: &Browser, base: &str) -> Result {
    let page = Page::open(browser, base, 1280, "#/")?;
    search(&page, "vakmanschap")?;
    page.eval("document.getElementById('zoek').focus()")?;
    for _ in 0..70 {
        page.keys(&[key::DOWN])?;
    }
    let chosen = "const row = document.querySelector('.pass.is-sel'), box = row && row.getBoundingClientRect(); \
                  return row && [Number(row.getAttribute('aria-posinset')), box.top >= 0 && box.bottom <= innerHeight, Math.round(box.top)]";
    let before = page.eval(chosen)?;
    if before[0] != 70 || before[1] != true {
        return trouble(format!("after seventy arrows, [place, in sight, top]: {before}"));
    }
    page.keys(&[key::ENTER])?;
    page.until_hash("#/document/")?;
    page.back()?;
    page.until("the chosen hit is where it was", |page| {
        let after = page.eval(chosen)?;
        let top = |of: &serde_json::Value| of[2].as_i64().unwrap_or(i64::MIN / 2);
        Ok(after[0] == 70 && (top(&after) - top(&before)).abs() <= 2)
    })?;
    page.eval("document.activeElement.blur(); scrollTo(0, 1e9)")?;
    page.keys(&["/"])?;
    page.until("the slash leads to the box", |page| page.truth("return document.activeElement.id === 'zoek'"))?;
    page.keys(&[key::ESCAPE])?;
    page.until("escape clears it", |page| page.truth("return !document.querySelector('.pass')"))?;
    page.is_quiet()
}

fn nothing(browser: &Browser, base: &str) -> Result {
    let page = Page::open(browser, base, 1280, "#/")?;
    type_in(&page, "vakmanschap -vakmanschap xqzwvxq")?;
    page.until("there are ways out", |page| page.truth("return !!document.querySelector('.ways li')"))?;
    page.is_quiet()
}

/// At this pace all of it would take some ten seconds.
const SLOW: usize = 500_000;

fn served(pages: &Pages, host: Host) -> Result<Server> {
    Server::start(&pages.web, host).map_err(|error| Trouble(error.to_string()))
}

fn begins(browser: &Browser, pages: &Pages, ranges: Ranges) -> Result {
    let server = served(pages, Host { ranges, bytes_a_second: Some(SLOW), ..Host::default() })?;
    let page = Page { browser, width: 1280 };
    browser.session.go(&server.address())?;
    page.until("the app has started", |page| page.truth("return 'started' in document.documentElement.dataset"))?;
    type_in(&page, "vergadering")?;
    if ranges == Ranges::Served {
        page.until("hits are there", |page| page.truth("return !!document.querySelector('.pass mark')"))?;
        if !page.truth("return weerklank.isComing === true")? {
            return trouble("all of the dossier had come before the first hit");
        }
    }
    page.until("all has come and is counted", |page| {
        page.truth("return weerklank.isComing === false && /[0-9]/.test(document.querySelector('[data-part=count]')?.innerText || '')")
    })?;
    page.is_quiet()
}

fn waits(browser: &Browser, pages: &Pages) -> Result {
    let server = served(pages, Host { bytes_a_second: Some(SLOW), ..Host::default() })?;
    let page = Page { browser, width: 1280 };
    browser.session.go(&format!("{}#/document/b00001", server.address()))?;
    page.until_text("Wordt geladen")?;
    page.until("the document is there", |page| page.truth("return !!document.querySelector('article.doc')"))?;
    page.is_quiet()
}

fn without_worker(browser: &Browser, pages: &Pages) -> Result {
    let headers = vec![("Content-Security-Policy".into(), "worker-src 'none'".into())];
    let server = served(pages, Host { headers, ..Host::default() })?;
    let page = Page { browser, width: 1280 };
    browser.session.go(&server.address())?;
    page.until("the app has started", |page| page.truth("return 'started' in document.documentElement.dataset"))?;
    search(&page, "vergadering")?;
    browser.console_errors()?;
    page.until_text("Hier start geen worker")?;
    if page.truth("return weerklank.searcher === 'page'")? { Ok(()) } else { trouble("a worker came to be") }
}

fn without_wasm(browser: &Browser, pages: &Pages) -> Result {
    let server = served(pages, Host { wasm: Wasm::Refused, ..Host::default() })?;
    let page = Page { browser, width: 1280 };
    browser.session.go(&server.address())?;
    page.until("the app has started", |page| page.truth("return 'started' in document.documentElement.dataset"))?;
    search(&page, "vergadering")?;
    browser.console_errors().map(drop)
}

/// The worker is asked something that is no question.
fn fails(browser: &Browser, base: &str) -> Result {
    let page = Page::open(browser, base, 1280, "#/zoeken?q=vergadering")?;
    page.until("hits are there", |page| page.truth("return !!document.querySelector('.pass mark')"))?;
    page.eval("weerklank.talk.ask(0, { Proef: 1 })")?;
    page.until("it is said", |page| page.truth("return !!document.querySelector('#weerklank-news button')"))?;
    let kept = "return !!document.querySelector('.pass mark') && !!document.getElementById('weerklank-plain')";
    if !page.truth(kept)? {
        return trouble("hits or text are gone");
    }
    browser.console_errors()?;
    page.eval("document.querySelector('#weerklank-news button').click()")?;
    page.until("the search is there again", |page| {
        page.truth("return !document.getElementById('weerklank-news') && !!document.querySelector('.pass mark')")
    })
}

/// Types a query letter by letter, every 60 ms; the page may not search in between. That no task takes more than 50 ms is a
/// figure of the benchmark: on a machine that does other things it is no verdict.
fn typing(browser: &Browser, base: &str) -> Result {
    let page = Page::open(browser, base, 1280, "#/")?;
    page.settle()?;
    let script = r#"
const done = arguments[0];
const long = [];
const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => long.push(Math.round(entry.duration))));
observer.observe({ entryTypes: ['longtask'] });
const box = document.getElementById('zoek');
const letters = 'vergadering vakmanschap';
let at = 0;
const type = () => {
  at += 1;
  box.value = letters.slice(0, at);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  if (at < letters.length) setTimeout(type, 60);
  else setTimeout(() => done(long), 1200);
};
type();
"#;
    let long = browser.session.run_async(script, &json!([]))?;
    match long.as_array() {
        Some(tasks) if tasks.iter().all(|task| task.as_u64() < Some(BLOCKING_MS)) => Ok(()),
        _ => trouble(format!("tasks of {BLOCKING_MS} ms and more among {long}")),
    }
}

/// Figures for BENCHMARKS.md: a dossier of any size, from disk and from a server of some speed.
pub fn measure(corpus: &str) -> Result {
    let browser = Browser::start(Kind::Chromium)?;
    let folder = scratch("").join("measured");
    let pages = Pages { web: folder.join("web"), file: folder.join("large.html") };
    build(Path::new(corpus), &pages, &["--release"])?;
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |data| data.len());
    println!("{:>11} bytes  the corpus file", size(&corpus.into()));
    println!("{:>11} bytes  the portable page", size(&pages.file));
    let disk = format!("file://{}", pages.file.display());
    first_hit(&browser, "from disk", &disk, None)?;
    keystrokes(&browser, &disk)?;
    for (name, ranges, pace) in [
        ("served at 100 Mbit/s", Ranges::Served, 12_500_000),
        ("served at 100 Mbit/s without ranges", Ranges::Ignored, 12_500_000),
        ("served at 10 Mbit/s", Ranges::Served, 1_250_000),
    ] {
        let server = served(&pages, Host { ranges, bytes_a_second: Some(pace), ..Host::default() })?;
        first_hit(&browser, name, &server.address(), Some(&server))?;
    }
    Ok(())
}

/// Types as soon as there is a box, and waits for the first hit; then for the numbers.
const FIRST_HIT: &str = r#"
(() => {
  const times = (window.weerklankTimes = {});
  const look = () => {
    const box = document.querySelector('input[type=search]');
    if (!times.typed && box && 'started' in document.documentElement.dataset) {
      times.typed = performance.now();
      box.value = 'regering';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (!times.hit && document.querySelector('.pass mark')) times.hit = performance.now();
    if (times.hit && /[0-9]/.test(document.querySelector('[data-part=count]')?.innerText || '')) times.counted = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"#;

fn first_hit(browser: &Browser, name: &str, address: &str, server: Option<&Server>) -> Result {
    let script = browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": FIRST_HIT }))?;
    browser.session.go("about:blank")?;
    browser.session.go(address)?;
    let page = Page { browser, width: 1280 };
    let until = std::time::Instant::now() + std::time::Duration::from_secs(100);
    let mut n_first = 0;
    loop {
        let times = page.eval("return window.weerklankTimes || {}")?;
        if n_first == 0 && times["hit"].is_number() {
            n_first = server.map_or(0, Server::n_sent);
        }
        if times["counted"].is_number() || std::time::Instant::now() > until {
            let ms = |name: &str| times[name].as_f64().unwrap_or(f64::NAN);
            println!(
                "{name}: started {:.0} ms, first hit {:.0} ms, counted {:.0} ms",
                ms("typed"),
                ms("hit"),
                ms("counted")
            );
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    if let Some(server) = server {
        println!("{:>11} bytes  sent when the first hit was there, {} in all", n_first, server.n_sent());
    }
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": script["identifier"] }))?;
    Ok(())
}

/// How long a letter takes to be in the box and drawn, how long until its hits are there, and the longest task.
fn keystrokes(browser: &Browser, address: &str) -> Result {
    let page = Page::open(browser, address, 1280, "#/")?;
    page.settle()?;
    let script = r#"
const done = arguments[0];
const long = [], frames = [], hits = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => long.push(Math.round(entry.duration)))).observe({ entryTypes: ['longtask'] });
const box = document.getElementById('zoek');
const text = 'schepen van de compagnie regering ambtenaren minister';
const signature = () => [...document.querySelectorAll('.pass mark')].slice(0, 20).map((e) => e.textContent).join('|');
let at = 0;
const type = () => {
  at += 1;
  const began = performance.now(), before = signature();
  box.value = text.slice(0, at);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  requestAnimationFrame(() => requestAnimationFrame(() => frames.push(performance.now() - began)));
  const look = () => {
    if (signature() !== before) hits.push(performance.now() - began);
    else if (performance.now() - began < 110) requestAnimationFrame(look);
  };
  look();
  if (at < text.length) setTimeout(type, 120);
  else setTimeout(() => done([frames, hits, long]), 1500);
};
type();
"#;
    let found = browser.session.run_async(script, &json!([]))?;
    let sorted = |index: usize| {
        let mut all: Vec<f64> =
            found[index].as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    for (index, name) in
        [(0, "from a letter to its frame"), (1, "from a letter to other hits"), (2, "tasks over 50 ms")]
    {
        let all = sorted(index);
        let (median, most) = (all.get(all.len() / 2), all.last());
        println!(
            "{name}: {} times, median {:.0} ms, most {:.0} ms",
            all.len(),
            median.unwrap_or(&0.0),
            most.unwrap_or(&0.0)
        );
    }
    Ok(())
}
