//! The browsers that the tests drive: found on PATH, else installed from Debian's packages, else asked for in one line.

use crate::{
    sh::{self, Result},
    tools,
};
use std::path::PathBuf;

/// Debian's packages, and a program of each.
const PACKAGES: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("webkit2gtk-driver", "WebKitWebDriver"),
    ("xvfb", "Xvfb"),
];

/// Installs what lacks; the answer is geckodriver, which Debian does not have.
pub fn ensure() -> Result<PathBuf> {
    let lacking: Vec<&str> =
        PACKAGES.iter().filter(|(_, program)| !is_here(program)).map(|(package, _)| *package).collect();
    if !lacking.is_empty() {
        install(&lacking)?;
    }
    tools::GECKODRIVER.ensure()
}

/// Other systems name Chromium and Firefox otherwise.
fn is_here(program: &str) -> bool {
    let names: &[&str] = match program {
        "chromium" => &["chromium", "chromium-browser", "google-chrome"],
        "firefox-esr" => &["firefox-esr", "firefox"],
        _ => &[program],
    };
    names.iter().any(|name| sh::which(name).is_some())
}

fn install(packages: &[&str]) -> Result {
    let line = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    let is_root = sh::output(&mut sh::command("id", &["-u"])).as_deref() == Some("0");
    if sh::which("apt-get").is_none() || !is_root {
        return Err(format!("the tests drive real browsers, and some are not here; on Debian: `sudo {line}`"));
    }
    sh::step(&format!("Installing {} from Debian's packages; once, 1 to 3 minutes", packages.join(", ")));
    sh::run(&mut sh::command("apt-get", &["update", "-qq"]))?;
    let mut install = sh::command("apt-get", &["install", "--yes", "--no-install-recommends", "-qq"]);
    sh::run(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}
