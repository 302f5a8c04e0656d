//! The dossier in somebody's page: the element, the frame, and what that page hears and asks. And the page without a
//! network, once it was visited.

use crate::{
    browser::Browser,
    flavours::{self, dist},
    server::{Host, Server},
    webdriver::{Result, Trouble, trouble},
};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    thread,
    time::{Duration, Instant},
};

/// Name, what is done, an expression that is then asked until it has this value.
type Step = (&'static str, &'static str, &'static str, Value);

fn steps() -> Vec<Step> {
    vec![
        (
            "the element shows its query's hits",
            NOTHING,
            "inside('#element')?.querySelectorAll('.pass').length > 0 && inside('#element').querySelector('#zoek').value",
            json!("vakmanschap"),
        ),
        (
            "the host's styles do not reach the element",
            NOTHING,
            "(() => { const link = getComputedStyle(inside('#element').querySelector('.views a')), \
             button = getComputedStyle(inside('#element').querySelector('#thema')); \
             return [link.textTransform, link.letterSpacing, button.borderTopStyle, \
             getComputedStyle(inside('#element').querySelector('.weerklank')).fontSize] })()",
            json!(["none", "normal", "none", "15px"]),
        ),
        (
            "the element's styles do not reach the host",
            NOTHING,
            "[getComputedStyle(document.querySelector('h1')).letterSpacing !== 'normal', document.documentElement.lang, \
             document.title]",
            json!([true, "nl", "Intranet: dossier in een gewone pagina"]),
        ),
        (
            "a token of the host's design system colours its links",
            NOTHING,
            "getComputedStyle(inside('#element').querySelector('.pass a, .group a, a.skip')).color && \
             getComputedStyle(inside('#element').querySelector('.weerklank')).getPropertyValue('--link').trim()",
            json!("#00654d"),
        ),
        (
            "a second element has a place and a language of its own",
            NOTHING,
            "[inside('#tweede')?.querySelector('.weerklank')?.lang, \
             inside('#tweede')?.querySelector('a[aria-current]')?.textContent]",
            json!(["en", "Timeline"]),
        ),
        (
            "methods answer with plain objects",
            NOTHING,
            "(() => { const hits = document.querySelector('#element').search('ambtelyk vakmanschp', 3); \
             return [hits.length, typeof hits[0].document, Array.isArray(hits[0].highlights)] })()",
            json!([3, "string", true]),
        ),
        (
            "a passage is cited with its source",
            NOTHING,
            "(() => { const said = document.querySelector('#element').cite('002', 3) || ''; \
             return [said.startsWith('„'), said.includes('#/document/002?passage=3')] })()",
            json!([true, true]),
        ),
        (
            "the host tells the frame to grow",
            NOTHING,
            "document.querySelector('#kader').offsetHeight > 400",
            json!(true),
        ),
        (
            "the element opens a document, and says so",
            "window.heard = []; ['open', 'search', 'select'].forEach((name) => \
             document.addEventListener('weerklank-' + name, (event) => heard.push([name, event.detail]))); \
             document.querySelector('#element').open('#/document/002?passage=3')",
            "[heard.map(([name, told]) => [name, told.document, told.passage]).slice(-1)[0], location.hash]",
            json!([["open", "002", 3], ""]),
        ),
        (
            "a link in the element leaves the window where it is",
            "inside('#element').querySelector('.views a[href=\"#/citaten\"]').click()",
            "[!!inside('#element').querySelector('.cite, .pairs, [data-view=citaten], svg'), location.hash]",
            json!([true, ""]),
        ),
        (
            "attributes are observed",
            "const it = document.querySelector('#element'); it.setAttribute('query', 'loyaliteit')",
            "inside('#element')?.querySelector('#zoek')?.value",
            json!("loyaliteit"),
        ),
        (
            "an element that is taken away stops",
            "document.querySelector('#tweede').remove()",
            "document.querySelectorAll('weerklank-dossier').length",
            json!(1),
        ),
    ]
}

const INSIDE: &str = "const inside = (name) => document.querySelector(name)?.shadowRoot;";

const NOTHING: &str = "";

pub fn run(browser: &Browser, mut tell: impl FnMut(&str, &dyn Fn() -> Result)) {
    let server = Server::start(&dist().join("web"), Host { prefix: "/dossiers/een", ..Host::default() });
    match server {
        Ok(server) => {
            let visit =
                Visit { browser, address: format!("{}later/embed-demo.html", server.address()), goes_on: false.into() };
            for (n, (name, ..)) in steps().into_iter().enumerate() {
                tell(name, &|| visit.takes(n));
            }
            let _ = browser.session.go("about:blank");
        }
        Err(error) => tell("a host page", &|| trouble(error.to_string())),
    }
    tell("without a network after the first visit", &|| offline(browser));
    tell("until the reader moves, only the first load", &|| first_load(browser));
}

/// A host page in which one step follows the other. After one that failed it begins anew.
struct Visit<'a> {
    browser: &'a Browser,
    address: String,
    goes_on: Cell<bool>,
}

impl Visit<'_> {
    fn takes(&self, nth: usize) -> Result {
        let from = if self.goes_on.replace(false) { nth } else { 0 };
        if from == 0 {
            self.browser.resize(1280, 900)?;
            self.browser.session.go(&self.address)?;
        }
        for (_, deed, expression, expected) in &steps()[from..=nth] {
            self.browser.session.run(&format!("{INSIDE} {deed}"), &json!([]))?;
            until(self.browser, expression, expected)?;
        }
        self.goes_on.set(true);
        Ok(())
    }
}

fn until(browser: &Browser, expression: &str, expected: &Value) -> Result {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        let script = format!("{INSIDE} try {{ return {expression} }} catch (error) {{ return String(error) }}");
        let found = browser.session.run(&script, &json!([]))?;
        if found == *expected {
            return Ok(());
        }
        if Instant::now() > end {
            return trouble(format!("expected {expected}, found {found}"));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Visits, waits until all is kept, ends the server, and comes back.
fn offline(browser: &Browser) -> Result {
    let flavour = flavours::from_server().map_err(Trouble)?;
    let session = &browser.session;
    session.go(&flavour.address)?;
    let started = "'started' in document.documentElement.dataset";
    until(browser, started, &json!(true))?;
    session.run("dispatchEvent(new PointerEvent('pointermove'))", &json!([]))?;
    session.run_async(
        "const done = arguments[0]; navigator.serviceWorker.ready.then((it) => done(it.active.state), (e) => done(String(e)))",
        &json!([]),
    )?;
    let address = flavour.address.clone();
    drop(flavour);
    session.go(&format!("{address}#/tijdlijn"))?;
    session.run("location.reload()", &json!([]))?;
    thread::sleep(Duration::from_millis(300));
    until(browser, started, &json!(true))?;
    until(browser, "!!document.querySelector('.line .pic')", &json!(true))?;
    session.run_async(
        "const done = arguments[0]; navigator.serviceWorker.getRegistrations().then((all) => \
         Promise.all(all.map((one) => one.unregister()))).then(() => done(1))",
        &json!([]),
    )?;
    Ok(())
}

fn first_load(browser: &Browser) -> Result {
    let flavour = flavours::from_server().map_err(Trouble)?;
    browser.session.go("about:blank")?;
    browser.requests()?;
    browser.session.go(&flavour.address)?;
    until(browser, "'started' in document.documentElement.dataset", &json!(true))?;
    thread::sleep(Duration::from_millis(500));
    let later: Vec<String> = browser.requests()?.into_iter().filter(|url| url.contains("/later/")).collect();
    if later.is_empty() { Ok(()) } else { trouble(format!("asks for {}", later.join(", "))) }
}
