//! The page as a reader meets it: things are found by what they are and what they are called.

use crate::{
    browser::Browser,
    webdriver::{Element, Result, Trouble, trouble},
};
use serde_json::{Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};

/// Keys as WebDriver names them.
pub mod key {
    pub const CONTROL: &str = "\u{e009}";
    pub const DOWN: &str = "\u{e015}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const RIGHT: &str = "\u{e014}";
}

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// Shared by all scripts: elements that are shown, by role and name.
const FINDER: &str = r#"
const selectors = {
  link: 'a[href],[role=link]', button: 'button,[role=button],summary', searchbox: 'input[type=search],[role=searchbox],[role=combobox]',
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading]', checkbox: 'input[type=checkbox],[role=checkbox]', option: '[role=option],option',
  dialog: 'dialog[open],[role=dialog]', listitem: 'li,[role=listitem]', mark: 'mark', any: '*',
};
const shown = (element) => {
  const box = element.getBoundingClientRect();
  return (box.width > 0 || box.height > 0) && getComputedStyle(element).visibility !== 'hidden';
};
const nameOf = (element) => {
  const labelled = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
  const named = labelled.map((id) => (document.getElementById(id) || {}).textContent || '').join(' ');
  const labels = [...(element.labels || [])].map((label) => label.textContent).join(' ');
  const name = named || element.getAttribute('aria-label') || labels || element.textContent || element.placeholder || '';
  return name.replace(/\s+/g, ' ').trim();
};
const find = (role, name, within) => {
  const roots = within ? [...document.querySelectorAll(within)] : [document];
  const wanted = name.toLowerCase();
  return roots.flatMap((root) => [...root.querySelectorAll(selectors[role] || role)]).filter((e) => shown(e) && nameOf(e).toLowerCase().includes(wanted));
};
"#;

/// A browser at one address of the dossier's page.
#[derive(Debug)]
pub struct Page<'a> {
    pub browser: &'a Browser,
    pub width: u32,
}

/// How high a window of that width is.
pub fn height(width: u32) -> u32 {
    if width < 600 { 812 } else { 800 }
}

impl<'a> Page<'a> {
    /// The page as it opens for somebody who was never there.
    pub fn open(browser: &'a Browser, base: &str, width: u32, route: &str) -> Result<Page<'a>> {
        let page = Page { browser, width };
        browser.resize(width, height(width))?;
        browser.session.go("about:blank")?;
        browser.session.go(base)?;
        browser.session.run("try { localStorage.clear() } catch (refused) {}", &json!([]))?;
        browser.session.go("about:blank")?;
        browser.console_errors()?;
        browser.requests()?;
        browser.session.go(&format!("{base}{route}"))?;
        page.until("the app has started", |page| page.truth("return 'started' in document.documentElement.dataset"))?;
        Ok(page)
    }

    /// Goes to another route of the page that is open.
    pub fn route(&self, route: &str) -> Result {
        self.browser.session.run("location.hash = arguments[0]", &json!([route]))?;
        self.settle()
    }

    /// A moment for what follows an event.
    pub fn settle(&self) -> Result {
        let script =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))";
        self.browser.session.run_async(script, &json!([])).map(drop)
    }

    /// The first that is shown and whose name holds `name`; `role` is one of ours or a CSS selector.
    pub fn see(&self, role: &str, name: &str) -> Result<Element> {
        self.see_in("", role, name)
    }

    /// The same, within the element of this CSS selector.
    pub fn see_in(&self, within: &str, role: &str, name: &str) -> Result<Element> {
        let script = format!("{FINDER} return find(arguments[0], arguments[1], arguments[2])[0]");
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(element) = self.browser.session.element(&script, &json!([role, name, within]))? {
                return Ok(element);
            }
            if Instant::now() > until {
                let place = if within.is_empty() { String::new() } else { format!(" in {within}") };
                return trouble(format!("no {role} {name:?}{place} is shown at {}", self.hash()?));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn count(&self, role: &str, name: &str) -> Result<usize> {
        let script = format!("{FINDER} return find(arguments[0], arguments[1], '').length");
        let n = self.browser.session.run(&script, &json!([role, name]))?;
        Ok(n.as_u64().unwrap_or_default() as usize)
    }

    pub fn press(&self, role: &str, name: &str) -> Result {
        self.press_in("", role, name)
    }

    /// The page may be drawn anew (the whole takes over from its first part) between a look and a press: then once more.
    pub fn press_in(&self, within: &str, role: &str, name: &str) -> Result {
        let press = || self.browser.session.click(&self.see_in(within, role, name)?);
        match press() {
            Err(problem) if problem.0.contains("stale element") => press()?,
            pressed => pressed?,
        }
        self.settle()
    }

    /// Types into the search box of that name, in place of what stands there.
    pub fn fill(&self, role: &str, name: &str, text: &str) -> Result {
        let element = self.see(role, name)?;
        self.browser.session.click(&element)?;
        self.browser.session.run("document.activeElement.select && document.activeElement.select()", &json!([]))?;
        self.browser.session.type_into(&element, text)?;
        self.settle()
    }

    pub fn keys(&self, keys: &[&str]) -> Result {
        self.browser.session.chord(keys)?;
        self.settle()
    }

    pub fn back(&self) -> Result {
        self.browser.session.post("/back", &json!({}))?;
        self.settle()
    }

    pub fn forward(&self) -> Result {
        self.browser.session.post("/forward", &json!({}))?;
        self.settle()
    }

    pub fn hash(&self) -> Result<String> {
        let hash = self.eval("return decodeURIComponent(location.hash.replace(/\\+/g, \" \"))")?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    pub fn eval(&self, script: &str) -> Result<Value> {
        self.browser.session.run(script, &json!([]))
    }

    pub fn truth(&self, script: &str) -> Result<bool> {
        Ok(self.eval(script)?.as_bool().unwrap_or(false))
    }

    /// The words on the screen.
    pub fn text(&self) -> Result<String> {
        Ok(self.eval("return document.body.innerText")?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until it holds; `what` finishes the sentence "never happened: …".
    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> Result<bool>) -> Result {
        let until = Instant::now() + PATIENCE;
        while !holds(self)? {
            if Instant::now() > until {
                return trouble(format!("never happened: {what} (at {})", self.hash()?));
            }
            thread::sleep(Duration::from_millis(40));
        }
        Ok(())
    }

    pub fn until_hash(&self, holds: &str) -> Result {
        self.until(&format!("the address holds {holds}"), |page| Ok(page.hash()?.contains(holds)))
    }

    pub fn until_text(&self, holds: &str) -> Result {
        self.until(&format!("the page says {holds:?}"), |page| Ok(page.text()?.contains(holds)))
    }

    /// Nothing that is wider than the window.
    pub fn fits(&self) -> Result {
        let wide = self.eval(
            "const w = document.documentElement; return w.scrollWidth > w.clientWidth + 1 ? [...document.querySelectorAll('body *')]\
             .filter((e) => e.getBoundingClientRect().right > w.clientWidth + 1).slice(0, 3)\
             .map((e) => e.tagName + '.' + (e.getAttribute('class') || '')).join(' ') || '?' : null",
        )?;
        match wide.as_str() {
            None => Ok(()),
            Some(what) => trouble(format!("scrolls sideways at {} px: {what}", self.width)),
        }
    }

    /// No error stands in the console.
    pub fn is_quiet(&self) -> Result {
        let errors = self.browser.console_errors()?;
        if errors.is_empty() { Ok(()) } else { trouble(format!("the console says: {}", errors.join(" | "))) }
    }

    /// axe-core finds nothing, by its default rules.
    pub fn is_accessible(&self) -> Result {
        let path = std::env::var("WEERKLANK_AXE").map_err(|_| Trouble("WEERKLANK_AXE names no axe-core".to_owned()))?;
        let axe = std::fs::read_to_string(&path).map_err(|error| Trouble(format!("{path}: {error}")))?;
        let script = format!(
            "const done = arguments[0]; const module = undefined, exports = undefined, define = undefined; {axe};\n\
             window.axe.run(document, {{ resultTypes: ['violations'] }}).then((found) => done(found.violations.map((v) =>\
             v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {{}}).message).join('; ')))).catch((e) => done([String(e)]))"
        );
        let violations = self.browser.session.run_async(&script, &json!([]))?;
        match violations.as_array().filter(|found| !found.is_empty()) {
            None => Ok(()),
            Some(found) => {
                let said: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
                trouble(format!("axe at {}: {}", self.hash()?, said.join(" | ")))
            }
        }
    }

    /// Whether the reader has a mouse and a wide window here.
    pub fn is_wide(&self) -> bool {
        self.width >= 1024
    }

    /// The viewport that was asked for is the one that came.
    pub fn has_its_width(&self) -> Result {
        let width = self.eval("return innerWidth")?.as_u64().unwrap_or_default();
        if width == u64::from(self.width) { Ok(()) } else { trouble(format!("the viewport is {width} px wide")) }
    }
}
