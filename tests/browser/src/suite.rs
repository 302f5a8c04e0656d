//! Runs scenarios in every browser, flavour and width; takes the pictures.

use crate::{
    browser::{Browser, Kind, scratch},
    flavours::{self, Flavour},
    guests, hosts, large, lasting,
    page::{Page, height},
    scenarios::{self, Scenario},
    webdriver::{Result, Trouble, trouble},
};
use serde_json::{Value, json};
use std::{fs, path::Path, time::Instant};

const WIDTHS: [u32; 3] = [1280, 768, 375];

/// `filter`: words that a test's name must hold, all of them.
pub fn run(filter: &[&str]) -> std::result::Result<(), String> {
    let flavours = [flavours::from_disk(), flavours::from_server()?];
    let mut tally = Tally::default();
    let named = Kind::ALL.into_iter().any(|kind| filter.contains(&kind.name()));
    for kind in Kind::ALL.into_iter().filter(|kind| !named || filter.contains(&kind.name())) {
        let browser = Browser::start(kind).map_err(|problem| problem.0)?;
        if kind != Kind::WebKit {
            tally.count(&browser, format!("{}: hears what a page complains of", kind.name()), &|| hears(&browser));
        }
        for flavour in &flavours {
            run_flavour(&browser, flavour, filter, &mut tally);
        }
        if filter.is_empty() || filter.contains(&"host") {
            hosts::run(&browser, |name, check| {
                tally.count(&browser, format!("{} host: {name}", kind.name()), check);
            });
        }
        if filter.is_empty() || filter.contains(&"lasting") {
            lasting::run(&browser, |name, check| {
                tally.count(&browser, format!("{} lasting: {name}", kind.name()), check);
            });
        }
        if filter.is_empty() || filter.contains(&"large") {
            large::run(&browser, |name, check| {
                tally.count(&browser, format!("{} large: {name}", kind.name()), check);
            });
        }
        if filter.is_empty() || filter.contains(&"guest") {
            guests::run(&browser, |name, check| {
                tally.count(&browser, format!("{} guest: {name}", kind.name()), check);
            });
        }
    }
    println!(
        "\n{} passed, {} of them at WebKit's second try; {} failed",
        tally.n_passed,
        tally.n_again,
        tally.failed.len()
    );
    if tally.failed.is_empty() { Ok(()) } else { Err(format!("failed:\n  {}", tally.failed.join("\n  "))) }
}

#[derive(Default)]
struct Tally {
    n_passed: usize,
    /// Of those, the ones that WebKit had to be asked for twice.
    n_again: usize,
    failed: Vec<String>,
}

impl Tally {
    /// WebKitGTK 2.50 fails about one start of WASM in 400 where nothing can fail (an index below the length is not, each time
    /// at another place; not once without its baseline compiler in 800): what fails there is run once more, and says so.
    fn count(&mut self, browser: &Browser, name: String, check: &dyn Fn() -> Result) {
        let start = Instant::now();
        let mut result = check().map_err(|problem| told(browser, problem));
        if let (Kind::WebKit, Err(problem)) = (browser.kind, &result) {
            println!("again {name}\n      {problem}");
            result = check().map_err(|problem| told(browser, problem));
            self.n_again += usize::from(result.is_ok());
        }
        match result {
            Ok(()) => {
                println!("ok    {name} ({:.1} s)", start.elapsed().as_secs_f32());
                self.n_passed += 1;
            }
            Err(problem) => {
                println!("FAIL  {name}\n      {problem}");
                keep_picture(browser, &name);
                self.failed.push(name);
            }
        }
    }
}

fn run_flavour(browser: &Browser, flavour: &Flavour, filter: &[&str], tally: &mut Tally) {
    for width in WIDTHS {
        for scenario in &scenarios::ALL {
            one(browser, flavour, width, scenario, filter, tally);
        }
    }
    let silent: Scenario = ("asks for nothing but itself", |_| Ok(()));
    one(browser, flavour, 1280, &silent, filter, tally);
}

fn one(browser: &Browser, flavour: &Flavour, width: u32, scenario: &Scenario, filter: &[&str], tally: &mut Tally) {
    let name = format!("{} {} {width}: {}", browser.kind.name(), flavour.name, scenario.0);
    if !filter.iter().all(|word| name.contains(word)) {
        return;
    }
    let check = || {
        let page = Page::open(browser, &flavour.address, width, "#/")?;
        page.has_its_width()?;
        scenario.1(&page)?;
        page.is_quiet()?;
        asks_only_for_itself(browser, flavour)
    };
    tally.count(browser, name, &check);
}

/// The problem, and what the page itself says went wrong.
fn told(browser: &Browser, problem: Trouble) -> Trouble {
    let news = browser.session.run("return document.getElementById('weerklank-news')?.innerText", &json!([]));
    match news.as_ref().ok().and_then(Value::as_str) {
        Some(news) => Trouble(format!("{problem}; the page says {news:?}")),
        None => problem,
    }
}

/// That a silent console means something.
fn hears(browser: &Browser) -> Result {
    browser.session.go(&flavours::from_disk().address)?;
    browser.console_errors()?;
    browser.session.run("console.error('proef')", &json!([]))?;
    std::thread::sleep(std::time::Duration::from_millis(500));
    let heard = browser.console_errors()?;
    if heard.iter().any(|line| line.contains("proef")) { Ok(()) } else { trouble("console errors are not heard") }
}

/// From disk one request, for the page; from a server only the page's own files.
fn asks_only_for_itself(browser: &Browser, flavour: &Flavour) -> Result {
    let first = ["", "index.html", "weerklank.js", "weerklank.css", "weerklank.wasm"];
    let known = |rest: &&str| first.contains(rest) || rest.starts_with("later/") || *rest == "sw.js";
    let is_known = |url: &String| {
        let path = url.split('#').next().unwrap_or_default();
        match &flavour.server {
            None => path == flavour.address || path.starts_with("about:"),
            Some(_) => path.starts_with("about:") || path.strip_prefix(&flavour.address).as_ref().is_some_and(known),
        }
    };
    let others: Vec<String> = browser.requests()?.into_iter().filter(|url| !is_known(url)).collect();
    if others.is_empty() { Ok(()) } else { trouble(format!("asks for {}", others.join(", "))) }
}

fn keep_picture(browser: &Browser, name: &str) {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if let Ok(picture) = browser.session.screenshot() {
        // The failure itself has been told.
        let _ = fs::write(scratch("").join(format!("{name}.png")), picture);
    }
}

/// Every view, wide and narrow, light and dark.
pub fn screenshots(folder: &str) -> std::result::Result<(), String> {
    let folder = Path::new(folder);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let browser = Browser::start(Kind::Chromium).map_err(|problem| problem.0)?;
    let flavour = flavours::from_disk();
    for width in [1280, 375] {
        for theme in ["light", "dark"] {
            for (name, route) in scenarios::VIEWS {
                let file = folder.join(format!("{name}-{width}-{theme}.png"));
                picture(&browser, &flavour, width, theme, route, &file).map_err(|problem| problem.0)?;
                println!("{}", file.display());
            }
            let file = folder.join(format!("zonder-script-{width}-{theme}.png"));
            without_script(&browser, &flavour, width, theme, &file).map_err(|problem| problem.0)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

fn picture(browser: &Browser, flavour: &Flavour, width: u32, theme: &str, route: &str, file: &Path) -> Result {
    prefer(browser, theme)?;
    Page::open(browser, &flavour.address, width, route)?.settle()?;
    keep(browser, file)
}

/// The plain page, as somebody without script sees it.
fn without_script(browser: &Browser, flavour: &Flavour, width: u32, theme: &str, file: &Path) -> Result {
    prefer(browser, theme)?;
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }))?;
    browser.resize(width, height(width))?;
    browser.session.go(&flavour.address)?;
    keep(browser, file)?;
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": false })).map(drop)
}

fn prefer(browser: &Browser, theme: &str) -> Result {
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
    browser.devtools("Emulation.setEmulatedMedia", &media).map(drop)
}

fn keep(browser: &Browser, file: &Path) -> Result {
    let picture = browser.session.screenshot()?;
    fs::write(file, picture).map_err(|error| Trouble(format!("{}: {error}", file.display())))
}
