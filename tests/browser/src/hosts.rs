//! Hosts that cannot be changed: the built page starts on each, or says in one sentence what is limited.

use crate::{
    browser::{Browser, Kind},
    flavours::dist,
    server::{Host, Server, Wasm},
    webdriver::{Result, Trouble, trouble},
};
use serde_json::json;
use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// What a reader should find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    /// The app.
    Starts,
    /// The dossier's text, a sentence, and a simple search that finds.
    PlainAndSaid,
    /// The dossier's text, and a sentence that no script wrote.
    Plain,
}

struct Profile {
    name: &'static str,
    host: Host,
    /// Below the host's address.
    page: &'static str,
    expect: Expect,
    script: bool,
}

fn profiles() -> Vec<Profile> {
    let policy = |policy| Host { headers: vec![("Content-Security-Policy", policy)], ..Host::default() };
    let profile = |name, host, expect| Profile { name, host, page: "index.html", expect, script: true };
    vec![
        profile("no .wasm files", Host { wasm: Wasm::Refused, ..Host::default() }, Expect::Starts),
        profile("the wrong type for .wasm", Host { wasm: Wasm::WrongType, ..Host::default() }, Expect::Starts),
        profile(
            "a strict policy",
            policy("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"),
            Expect::Starts,
        ),
        profile(
            "a strict policy with Trusted Types",
            policy(
                "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                 require-trusted-types-for 'script'",
            ),
            Expect::Starts,
        ),
        profile("a policy against workers", policy("worker-src 'none'"), Expect::Starts),
        profile("a policy without WebAssembly", policy("script-src 'self'"), Expect::PlainAndSaid),
        Profile { script: false, ..profile("no script", Host::default(), Expect::Plain) },
        Profile { page: "frame.html", ..profile("a sandboxed frame", Host::default(), Expect::Starts) },
    ]
}

/// A page that holds the web flavour in a frame without an origin.
const FRAME: &str = "<!doctype html><title>Host</title><iframe sandbox=\"allow-scripts\" src=\"index.html\" width=\"900\" \
                     height=\"700\" title=\"Dossier\"></iframe>";

/// Runs every profile in this browser; `tell` hears the name and how it went.
pub fn run(browser: &Browser, mut tell: impl FnMut(&str, &dyn Fn() -> Result)) {
    let from_disk = format!("file://{}", dist().join("web/index.html").display());
    tell("the web flavour from disk", &|| visit(browser, &from_disk, Expect::Starts, "index.html"));
    for profile in profiles() {
        // Only Chromium's driver can take script away.
        if !profile.script && browser.kind != Kind::Chromium {
            continue;
        }
        // WebKit's `'self'` is nobody in a frame without an origin: our own policy refuses our script there.
        let frameless = browser.kind == Kind::WebKit && profile.page == "frame.html";
        let expect = if frameless { Expect::Plain } else { profile.expect };
        let profile = Profile { expect, ..profile };
        tell(profile.name, &|| at(browser, &profile));
    }
}

fn at(browser: &Browser, profile: &Profile) -> Result {
    let folder = dist().join("web");
    let framed = crate::browser::scratch("").join("framed");
    copy(&folder, &framed).map_err(|error| Trouble(format!("{}: {error}", framed.display())))?;
    let server = Server::start(&framed, profile.host.clone()).map_err(|error| Trouble(error.to_string()))?;
    set_script(browser, profile.script)?;
    let result = visit(browser, &format!("{}{}", server.address(), profile.page), profile.expect, profile.page);
    set_script(browser, true)?;
    result
}

fn set_script(browser: &Browser, on: bool) -> Result {
    if browser.kind == Kind::Chromium {
        browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !on }))?;
    }
    Ok(())
}

fn visit(browser: &Browser, url: &str, expect: Expect, page: &str) -> Result {
    let session = &browser.session;
    session.go("about:blank")?;
    session.go(url)?;
    if page == "frame.html" {
        session.post("/frame", &json!({ "id": 0 }))?;
    }
    let result = wait(browser, expect);
    session.post("/frame", &json!({ "id": null }))?;
    result
}

fn wait(browser: &Browser, expect: Expect) -> Result {
    let until = Instant::now() + Duration::from_secs(10);
    let mut last;
    loop {
        last = browser.session.run(
            "const seek = (words) => { const box = document.querySelector('#weerklank-seek input'); if (!box) return 0; \
             box.value = words; box.dispatchEvent(new InputEvent('input')); \
             return document.querySelectorAll('#weerklank-seek li a[href^=\"#d-\"] + span mark').length }; \
             const late = document.querySelector('.plain-late'), plain = document.getElementById('weerklank-plain'), news = document.getElementById('weerklank-news');\
             return [ 'started' in document.documentElement.dataset, !!plain && plain.textContent.length > 10000, !!news && news.innerText, \
             !!late && getComputedStyle(late).visibility === 'visible', seek('veilige werkomgev') ]",
            &json!([]),
        )?;
        let (started, plain, said) = (last[0] == true, last[1] == true, last[2].is_string());
        let holds = match expect {
            Expect::Starts => started && !said,
            Expect::PlainAndSaid => plain && said && last[4].as_u64() > Some(0),
            Expect::Plain => plain && last[3] == true,
        };
        if holds {
            return Ok(());
        }
        if Instant::now() > until {
            return trouble(format!(
                "expected {expect:?}, found [started, text, sentence, unscripted, marks] = {last}"
            ));
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to.join("later"))?;
    for folder in ["", "later"] {
        for entry in fs::read_dir(from.join(folder))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name()))?;
            }
        }
    }
    fs::write(to.join("frame.html"), FRAME)
}
