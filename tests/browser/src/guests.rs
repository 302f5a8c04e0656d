//! The dossier in somebody's page: the element, the frame, and what that page hears and asks. And the page without a
//! network, once it was visited.

use crate::{
    browser::{Browser, scratch},
    flavours::{self, dist},
    server::{Host, Server, Wasm},
    webdriver::{Result, Trouble, trouble},
};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    fs, thread,
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
    let ordinary = Host { prefix: "/dossiers/een", ..Host::default() };
    tell("without a network after the first visit", &|| offline(browser, ordinary.clone()));
    tell("the same where .wasm files are kept back", &|| {
        offline(browser, Host { wasm: Wasm::Refused, ..ordinary.clone() })
    });
    tell("a newer edition is offered, not forced", &|| renewed(browser));
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

const STARTED: &str = "'started' in document.documentElement.dataset";

/// Visits, waits until all is kept, ends the server, and comes back.
fn offline(browser: &Browser, host: Host) -> Result {
    let server = Server::start(&dist().join("web"), host).map_err(|error| Trouble(error.to_string()))?;
    let address = server.address();
    visit_until_kept(browser, &address)?;
    drop(server);
    browser.session.go(&format!("{address}#/tijdlijn"))?;
    reload(browser)?;
    until(browser, "!!document.querySelector('.line .pic')", &json!(true))?;
    forget(browser)
}

/// A newer edition is offered, and shown only when the reader says so.
fn renewed(browser: &Browser) -> Result {
    let folder = scratch("editions");
    flavours::copy_web(&folder).map_err(|error| Trouble(format!("{}: {error}", folder.display())))?;
    let server = Server::start(&folder, Host::default()).map_err(|error| Trouble(error.to_string()))?;
    visit_until_kept(browser, &server.address())?;
    let change = |file: &str, from: &str, to: &str| {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).map_err(|error| Trouble(error.to_string()))?;
        let changed = text.replacen(from, to, 1);
        if changed == text {
            return trouble(format!("{file} does not hold {from}"));
        }
        fs::write(&path, changed).map_err(|error| Trouble(error.to_string()))
    };
    change("index.html", "<title>", "<meta name=\"edition\" content=\"2\"><title>")?;
    change("sw.js", "=OURS+\"", "=OURS+\"2")?;
    let offered = "!!document.getElementById('weerklank-news')?.textContent.includes('nieuwere uitgave')";
    let is_second = "!!document.querySelector('meta[name=edition]')";
    // The first one that is kept is no newer one.
    until(browser, offered, &json!(false))?;
    for _ in ["found", "waiting"] {
        reload(browser)?;
        until(browser, is_second, &json!(false))?;
        browser.session.run("dispatchEvent(new PointerEvent('pointermove'))", &json!([]))?;
        until(browser, offered, &json!(true))?;
    }
    browser.session.run("document.querySelector('#weerklank-news button').click()", &json!([]))?;
    until(browser, is_second, &json!(true))?;
    forget(browser)
}

fn visit_until_kept(browser: &Browser, address: &str) -> Result {
    browser.session.go(address)?;
    until(browser, STARTED, &json!(true))?;
    browser.session.run("dispatchEvent(new PointerEvent('pointermove'))", &json!([]))?;
    let state = browser.session.run_async(
        "const done = arguments[0]; navigator.serviceWorker.ready.then((it) => done(it.active.state), (e) => done(String(e)))",
        &json!([]),
    )?;
    if state.as_str().is_some_and(|state| state.starts_with("activ")) {
        Ok(())
    } else {
        trouble(format!("the service worker is {state}"))
    }
}

fn reload(browser: &Browser) -> Result {
    browser.session.run("location.reload()", &json!([]))?;
    thread::sleep(Duration::from_millis(300));
    until(browser, STARTED, &json!(true))
}

fn forget(browser: &Browser) -> Result {
    browser.session.run_async(
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
