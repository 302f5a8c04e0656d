//! Speeds of the portable page in Chromium, as BENCHMARKS.md says how.

use crate::{
    browser::{Browser, Kind},
    flavours,
    webdriver::{Result, Trouble, trouble},
};
use serde_json::json;
use std::{
    thread,
    time::{Duration, Instant},
};

const N_LOADS: usize = 10;

/// Runs before the page's own script: types a query as soon as there is a box for it, and notes when the first hit is
/// drawn; then types on, and notes how long each answer takes.
const TYPIST: &str = r#"
(() => {
  const times = (window.weerklankTimes = { start: null, answers: [] });
  const queries = ['ambtelijk', 'vakmanschap', 'veilige werkomgeving', 'ambtelyk vakmanschp', 'minister', 'verkiezingen'];
  const type = (text) => {
    const box = document.querySelector('input[type=search]');
    if (!box) return false;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  };
  const signature = () => [...document.querySelectorAll('main mark')].map((m) => m.textContent).join('|');
  const drawn = (before, done) => {
    const now = signature();
    if (now && now !== before) done();
    else requestAnimationFrame(() => drawn(before, done));
  };
  const next = () => {
    const query = queries[times.answers.length % queries.length];
    if (times.answers.length >= 12) { times.done = true; return; }
    const before = signature(), start = performance.now();
    type(query);
    drawn(before, () => { times.answers.push(performance.now() - start); setTimeout(next, 120); });
  };
  const begin = () => {
    if ('started' in document.documentElement.dataset && type('vakman'))
      drawn('', () => { times.start = performance.now(); setTimeout(next, 200); });
    else requestAnimationFrame(begin);
  };
  requestAnimationFrame(begin);
})();
"#;

/// The search by itself, as `<weerklank-dossier>` answers a host page: every beginning of every query is a keystroke.
const ASKER: &str = r#"
const page = document.querySelector('weerklank-dossier'), times = [];
const queries = ['ambtelijk vakmanschap', 'ambtelyk vakmanschp', 'veilige werkomgeving', '"de Tweede Kamer" -minister', 'vakmanschapp verkiezngen'];
for (let round = 0; round < 4; round += 1)
  for (const query of queries)
    for (let end = 1; end <= query.length; end += 1) {
      const start = performance.now();
      page.search(query.slice(0, end), 60);
      if (round > 0) times.push(performance.now() - start);
    }
return times;
"#;

pub fn run() -> std::result::Result<(), String> {
    let browser = Browser::start(Kind::Chromium).map_err(|problem| problem.0)?;
    let all = || {
        measure(&browser, 1)?;
        measure(&browser, 4)?;
        search_alone(&browser)
    };
    all().map_err(|problem| problem.0)
}

fn search_alone(browser: &Browser) -> Result {
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    let flavour = flavours::from_server().map_err(Trouble)?;
    browser.session.go(&format!("{}later/embed-demo.html", flavour.address))?;
    let until = Instant::now() + Duration::from_secs(20);
    let ready = "return (document.querySelector('weerklank-dossier').search('vakman', 1) || []).length > 0";
    while browser.session.run(ready, &json!([]))? != true {
        if Instant::now() > until {
            return trouble("the element did not open the dossier");
        }
        thread::sleep(Duration::from_millis(50));
    }
    let answer = browser.session.run(ASKER, &json!([]))?;
    let mut times: Vec<f64> = answer.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    println!("{:>7.1} ms  a search in the page, without drawing: median of {}", median(&mut times)?, times.len());
    println!("{:>7.1} ms  the same, 99 of 100", times[times.len() * 99 / 100]);
    Ok(())
}

fn measure(browser: &Browser, slowdown: u32) -> Result {
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": slowdown }))?;
    let script = browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": TYPIST }))?;
    let (mut starts, mut answers) = (Vec::new(), Vec::new());
    for _ in 0..N_LOADS {
        browser.session.go("about:blank")?;
        browser.session.go(&flavours::from_disk().address)?;
        let times = await_times(browser)?;
        starts.extend(times["start"].as_f64());
        answers.extend(times["answers"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64));
    }
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": script["identifier"] }))?;
    println!(
        "{:>7.0} ms  from navigation to the first hit of a typed query, CPU {slowdown}x slower",
        median(&mut starts)?
    );
    println!("{:>7.0} ms  from typing to the drawn answer, CPU {slowdown}x slower", median(&mut answers)?);
    Ok(())
}

fn await_times(browser: &Browser) -> Result<serde_json::Value> {
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until {
        let times = browser.session.run("return window.weerklankTimes || {}", &json!([]))?;
        if times["done"] == true {
            return Ok(times);
        }
        thread::sleep(Duration::from_millis(100));
    }
    trouble("no answer was drawn")
}

fn median(values: &mut [f64]) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().ok_or_else(|| Trouble("nothing was measured".to_owned()))
}
