//! A page that stays open: what a thousand searches leave behind, and what a panic does.

use crate::{
    browser::{Browser, Kind},
    flavours,
    page::Page,
    webdriver::{Result, trouble},
};
use serde_json::{Value, json};

/// Bytes by which the JavaScript heap may grow.
const HEAP_BOUND: f64 = 5e6;

/// Searches, and goes from document to document.
const WORK: &str = r#"
const [searches, switches, done] = arguments;
const rest = () => new Promise((resolve) => setTimeout(resolve));
const words = ['ambtelijk', 'vakmanschap', 'veiligheid', 'minister', 'loyaliteit', 'verkiezingen', 'tegenspraak'];
const work = async () => {
  location.hash = '#/zoeken';
  for (let wait = 0; !document.querySelector('#zoek') && wait < 500; wait += 1) await rest();
  for (let turn = 0; turn < searches; turn += 1) {
    const box = document.querySelector('#zoek');
    box.value = words[turn % words.length].slice(0, 3 + turn % 9);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await rest();
  }
  for (let turn = 0; turn < switches; turn += 1) {
    location.hash = '#/document/00' + (turn % 5);
    await rest();
    await rest();
  }
  location.hash = '#/';
  await rest();
  done(weerklank.bytes());
};
work().catch((error) => done(String(error)));
"#;

pub fn run(browser: &Browser, mut tell: impl FnMut(&str, &dyn Fn() -> Result)) {
    // Only Chromium tells how large its heap is.
    if browser.kind == Kind::Chromium {
        tell("a thousand searches leave nothing behind", &|| leaks(browser));
    }
    tell("a panic is told, and the text comes back", &|| panics(browser));
    // Only Chromium takes a script that runs before the page's own.
    if browser.kind == Kind::Chromium {
        tell("a start that fails is tried once more, and then told", &|| falls(browser));
    }
}

/// A WASM whose start traps, as that of a browser with a fault in its compiler: every time, or only the first.
fn falls(browser: &Browser) -> Result {
    for (when, expected) in [
        ("performance.getEntriesByType('navigation')[0].type !== 'reload'", json!([true, "reload", false])),
        ("true", json!([false, "reload", true])),
    ] {
        // The page's first node is a comment: its WASM dies with what this throws.
        let fault = format!(
            "const real = Document.prototype.createComment; Document.prototype.createComment = function (text) {{ \
             if ({when}) throw new Error('proef'); return real.call(this, text) }}"
        );
        let script = browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": fault }))?;
        browser.session.go("about:blank")?;
        browser.session.go(&flavours::from_disk().address)?;
        let page = Page { browser, width: 1280 };
        let state = "[ 'started' in document.documentElement.dataset, performance.getEntriesByType('navigation')[0].type, \
                     !!document.getElementById('weerklank-news') ]";
        let settled = page.until("the start is over", |page| Ok(page.eval(&format!("return {state}"))? == expected));
        browser.devtools("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": script["identifier"] }))?;
        browser.console_errors()?;
        settled?;
    }
    Ok(())
}

fn leaks(browser: &Browser) -> Result {
    let page = Page::open(browser, &flavours::from_disk().address, 1280, "#/")?;
    page.settle()?;
    let first = work(browser, 100, 20)?;
    let heap_first = heap(browser)?;
    let last = work(browser, 1000, 200)?;
    let heap_last = heap(browser)?;
    if last > first {
        return trouble(format!("WASM memory grew from {first} to {last} bytes"));
    }
    let grown = heap_last - heap_first;
    if grown > HEAP_BOUND { trouble(format!("the JavaScript heap grew by {grown} bytes")) } else { Ok(()) }
}

/// Bytes of WASM memory after it.
fn work(browser: &Browser, searches: u32, switches: u32) -> Result<f64> {
    match browser.session.run_async(WORK, &json!([searches, switches]))? {
        Value::Number(bytes) => Ok(bytes.as_f64().unwrap_or_default()),
        other => trouble(format!("the work ended with {other}")),
    }
}

/// Bytes in use, once what can be collected is.
fn heap(browser: &Browser) -> Result<f64> {
    browser.devtools("HeapProfiler.enable", &json!({}))?;
    browser.devtools("HeapProfiler.collectGarbage", &json!({}))?;
    let usage = browser.devtools("Runtime.getHeapUsage", &json!({}))?;
    Ok(usage["usedSize"].as_f64().unwrap_or_default())
}

/// One that is real: the next element that the page asks for is refused, and a view without it cannot be.
const PANIC: &str = "const real = Document.prototype.createElement; Document.prototype.createElement = () => { \
                     Document.prototype.createElement = real; throw new Error('proef') }; location.hash = '#/citaten?verband=3'";

fn panics(browser: &Browser) -> Result {
    let page = Page::open(browser, &flavours::from_disk().address, 1280, "#/")?;
    page.settle()?;
    browser.session.run(PANIC, &json!([]))?;
    let expected = json!([true, true, "Opnieuw laden"]);
    page.until("what happened is told, above the text", |page| {
        let found = page.eval(
            "return [document.getElementById('weerklank-news')?.innerText.includes('panicked at src/app/dom/element.rs'), \
             document.getElementById('weerklank-plain')?.textContent.length > 10000, \
             document.querySelector('#weerklank-news button')?.textContent]",
        )?;
        Ok(found == expected)
    })?;
    browser.session.run("document.querySelector('#weerklank-news button').click()", &json!([]))?;
    page.until("the page starts again", |page| page.truth("return 'started' in document.documentElement.dataset"))?;
    page.until_hash("verband=3")
}
