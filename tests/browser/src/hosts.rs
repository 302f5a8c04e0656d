//! Hosts that cannot be changed: the built page starts on each, or says in one sentence what is limited.

use crate::{
    browser::{Browser, Kind},
    flavours::{self, dist},
    recipes,
    server::{Host, Server, Wasm},
    shares,
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
    /// Words of the sentence at the foot that says what this host does not allow, where it takes something.
    limit: Option<&'static str>,
    script: bool,
}

fn profiles() -> Vec<Profile> {
    let policy =
        |policy: &str| Host { headers: vec![("Content-Security-Policy".into(), policy.into())], ..Host::default() };
    let profile = |name, host, expect| Profile { name, host, page: "index.html", expect, limit: None, script: true };
    let limited = |limit, profile| Profile { limit: Some(limit), ..profile };
    vec![
        limited(
            "houdt .wasm-bestanden tegen",
            profile("no .wasm files", Host { wasm: Wasm::Refused, ..Host::default() }, Expect::Starts),
        ),
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
        limited(
            "zonder netwerk opent ze niet",
            profile("a policy against workers", policy("worker-src 'none'"), Expect::Starts),
        ),
        profile("a policy without WebAssembly", policy("script-src 'self'"), Expect::PlainAndSaid),
        Profile { script: false, ..profile("no script", Host::default(), Expect::Plain) },
        limited(
            "Dit kader is afgesloten",
            Profile { page: "frame.html", ..profile("a sandboxed frame", Host::default(), Expect::Starts) },
        ),
    ]
}

/// A page that holds the web flavour in a frame without an origin.
const FRAME: &str = "<!doctype html><title>Host</title><iframe sandbox=\"allow-scripts\" src=\"index.html\" width=\"900\" \
                     height=\"700\" title=\"Dossier\"></iframe>";

/// Runs every profile in this browser; `tell` hears the name and how it went.
pub fn run(browser: &Browser, mut tell: impl FnMut(&str, &dyn Fn() -> Result)) {
    let from_disk = format!("file://{}", dist().join("web/index.html").display());
    tell("the web flavour from disk", &|| visit(browser, &from_disk, "", Expect::Starts, None));
    for profile in profiles() {
        // Only Chromium's driver can take script away.
        if !profile.script && browser.kind != Kind::Chromium {
            continue;
        }
        // WebKit's `'self'` is nobody in a frame without an origin: our own policy refuses our script there.
        let frameless = browser.kind == Kind::WebKit && profile.page == "frame.html";
        let profile = if frameless { Profile { expect: Expect::Plain, limit: None, ..profile } } else { profile };
        tell(profile.name, &|| at(browser, &profile));
    }
    for knows_wasm in [false, true] {
        let name = if knows_wasm { "README's IIS, a newer one" } else { "README's IIS" };
        tell(name, &|| served(browser, &recipes::iis(knows_wasm).map_err(Trouble)?));
    }
    for (name, start) in [("README's nginx", recipes::nginx as fn(&Path) -> _), ("README's Apache", recipes::apache)] {
        let folder = dist().join("web");
        match start(&folder) {
            Ok(None) => println!("skip  {name}: it is not installed here"),
            running => tell(name, &|| {
                let running = running.as_ref().map_err(|problem| Trouble(problem.clone()))?;
                let address = running.as_ref().map(|running| running.address.as_str()).unwrap_or_default();
                visit(browser, address, "", Expect::Starts, None)?;
                quiet(browser)
            }),
        }
    }
    for (name, mount) in shares::ALL {
        match mount(&dist()) {
            Ok(None) => println!("skip  {name}: its programs are not installed here"),
            place => tell(name, &|| {
                let place = place.as_ref().map_err(|problem| Trouble(problem.clone()))?;
                let address = place.as_ref().map(|place| place.address("weerklank.html")).unwrap_or_default();
                visit(browser, &address, "", Expect::Starts, None)?;
                quiet(browser)
            }),
        }
    }
}

/// The page as it is, by a server that is like `host`, complains of nothing.
fn served(browser: &Browser, host: &Host) -> Result {
    let server = Server::start(&dist().join("web"), host.clone()).map_err(|error| Trouble(error.to_string()))?;
    visit(browser, &server.address(), "", Expect::Starts, None)?;
    quiet(browser)
}

fn quiet(browser: &Browser) -> Result {
    match browser.console_errors()?.as_slice() {
        [] => Ok(()),
        errors => trouble(format!("the console says {}", errors.join("; "))),
    }
}

fn at(browser: &Browser, profile: &Profile) -> Result {
    let framed = crate::browser::scratch("").join("framed");
    flavours::copy_web(&framed)
        .and_then(|()| fs::write(framed.join("frame.html"), FRAME))
        .map_err(|error| Trouble(format!("{}: {error}", framed.display())))?;
    let server = Server::start(&framed, profile.host.clone()).map_err(|error| Trouble(error.to_string()))?;
    set_script(browser, profile.script)?;
    let result = visit(browser, &server.address(), profile.page, profile.expect, profile.limit);
    set_script(browser, true)?;
    result
}

fn set_script(browser: &Browser, on: bool) -> Result {
    if browser.kind == Kind::Chromium {
        browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !on }))?;
    }
    Ok(())
}

fn visit(browser: &Browser, address: &str, page: &str, expect: Expect, limit: Option<&str>) -> Result {
    let session = &browser.session;
    session.go("about:blank")?;
    browser.console_errors()?;
    session.go(&format!("{address}{page}"))?;
    if page == "frame.html" {
        session.post("/frame", &json!({ "id": 0 }))?;
    }
    let result = wait(browser, expect, limit);
    session.post("/frame", &json!({ "id": null }))?;
    result
}

/// What stands there, after a sign of a reader.
const LOOK: &str = "
    const seek = (words) => {
        const box = document.querySelector('#weerklank-seek input');
        if (!box) return 0;
        box.value = words;
        box.dispatchEvent(new InputEvent('input'));
        return document.querySelectorAll('#weerklank-seek li a[href^=\"#d-\"] + span mark').length;
    };
    const late = document.querySelector('.plain-late'), plain = document.getElementById('weerklank-plain');
    const [news, limits] = ['news', 'limits'].map((name) => document.getElementById('weerklank-' + name));
    dispatchEvent(new PointerEvent('pointermove'));
    return ['started' in document.documentElement.dataset, !!plain && plain.textContent.length > 10000,
        !!news && news.innerText, !!late && getComputedStyle(late).visibility === 'visible',
        seek('veilige werkomgev'), limits ? limits.innerText : ''];";

fn wait(browser: &Browser, expect: Expect, limit: Option<&str>) -> Result {
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let last = browser.session.run(LOOK, &json!([]))?;
        let (started, plain, said) = (last[0] == true, last[1] == true, last[2].is_string());
        let holds = match expect {
            Expect::Starts => started && !said,
            Expect::PlainAndSaid => plain && said && last[4].as_u64() > Some(0),
            Expect::Plain => plain && last[3] == true,
        };
        let limits = last[5].as_str().unwrap_or_default();
        let told = limit.map_or(limits.is_empty(), |limit| limits.contains(limit));
        if holds && told {
            return Ok(());
        }
        if Instant::now() > until {
            return trouble(format!(
                "expected {expect:?} and at the foot {limit:?}, found [started, text, sentence, unscripted, marks, foot] = {last}"
            ));
        }
        thread::sleep(Duration::from_millis(50));
    }
}
