//! A driver, started on a free port, and a browser in it that asks nothing of the network by itself.

use crate::{
    bidi::Bidi,
    webdriver::{Result, Session, Trouble, trouble},
};
use serde_json::{Value, json};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser, which needs a display: one without a screen is started with it.
    WebKit,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::WebKit];
}

/// A running browser; it ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    pub kind: Kind,
    pub session: Session,
    /// Firefox's second protocol, for what the first cannot do.
    bidi: Option<Bidi>,
    driver: Child,
    display: Option<Display>,
    /// Where the driver and the browser write what they have to say.
    log: PathBuf,
    n_log_bytes_read: std::cell::Cell<usize>,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        }
    }

    fn driver(self) -> Command {
        match self {
            Kind::Chromium => Command::new("chromedriver"),
            Kind::Firefox => Command::new(env::var_os("WEERKLANK_GECKODRIVER").unwrap_or_else(|| "geckodriver".into())),
            Kind::WebKit => Command::new("WebKitWebDriver"),
        }
    }

    fn capabilities(self) -> Value {
        match self {
            Kind::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
                    "--force-color-profile=srgb", "--lang=nl", "--hide-scrollbars",
                    format!("--user-data-dir={}", scratch("chromium-profile").display()),
                ] },
            }),
            Kind::Firefox => json!({
                "webSocketUrl": true,
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": {
                        // Without this a test from disk passes that would fail for a reader.
                        "security.fileuri.strict_origin_policy": true,
                        "devtools.console.stdout.content": true,
                        "app.update.enabled": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "browser.safebrowsing.downloads.remote.enabled": false,
                        "extensions.update.enabled": false,
                        "ui.prefersReducedMotion": 1,
                    },
                },
            }),
            // The driver knows its own MiniBrowser.
            Kind::WebKit => json!({}),
        }
    }
}

impl Browser {
    pub fn start(kind: Kind) -> Result<Browser> {
        let port = free_port()?;
        let log = scratch("").join(format!("{}.log", kind.name()));
        let file = fs::File::create(&log).map_err(|error| Trouble(format!("{}: {error}", log.display())))?;
        let errors = file.try_clone().map_err(|error| Trouble(format!("{}: {error}", log.display())))?;
        let mut command = kind.driver();
        command.args([format!("--port={port}")]).stdin(Stdio::null()).stdout(file).stderr(errors);
        let display = (kind == Kind::WebKit).then(Display::start).transpose()?;
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name).env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1");
            command.env("XDG_CONFIG_HOME", narrow_toolbar()?);
        }
        if kind == Kind::Firefox {
            command.arg(format!("--websocket-port={}", free_port()?));
        }
        let driver = command.spawn().map_err(|error| Trouble(format!("{} driver: {error}", kind.name())))?;
        let address = format!("http://127.0.0.1:{port}");
        await_port(port)?;
        let session = Session::start(&address, &kind.capabilities())?;
        session.post("/timeouts", &json!({ "script": 60_000, "pageLoad": 60_000 }))?;
        let bidi = session.socket.as_deref().map(Bidi::connect).transpose()?;
        Ok(Browser { kind, session, bidi, driver, display, log, n_log_bytes_read: 0.into() })
    }

    /// Makes the page's viewport this wide and high, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result {
        match self.kind {
            Kind::Chromium => {
                let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", &params).map(drop)
            }
            // Its window has a least width; its viewport has none.
            Kind::Firefox => {
                let Some(bidi) = &self.bidi else { return trouble("firefox speaks no WebDriver BiDi") };
                let window = self.session.get("/window")?;
                let viewport = json!({ "width": width, "height": height });
                bidi.ask("browsingContext.setViewport", &json!({ "context": window, "viewport": viewport }))
            }
            Kind::WebKit => {
                self.session.post("/window/rect", &json!({ "width": width, "height": height }))?;
                let inner = self.session.run("return innerHeight", &json!([]))?.as_u64().unwrap_or_default();
                let bars = u64::from(height).saturating_sub(inner);
                let rect = json!({ "width": width, "height": u64::from(height) + bars });
                self.session.post("/window/rect", &rect).map(drop)
            }
        }
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, params: &Value) -> Result<Value> {
        self.session.post("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// Errors that the console has shown since the last call.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        match self.kind {
            Kind::Chromium => {
                let log = self.session.post("/se/log", &json!({ "type": "browser" }))?;
                let entries = log.as_array().cloned().unwrap_or_default();
                let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
                Ok(severe.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect())
            }
            Kind::Firefox => {
                let log = fs::read(&self.log).map_err(|error| Trouble(format!("{}: {error}", self.log.display())))?;
                let fresh = String::from_utf8_lossy(&log[self.n_log_bytes_read.get().min(log.len())..]).into_owned();
                self.n_log_bytes_read.set(log.len());
                Ok(fresh.lines().filter(|line| is_page_error(line)).map(str::to_owned).collect())
            }
            // Its driver has no log.
            Kind::WebKit => Ok(Vec::new()),
        }
    }

    /// Addresses that the page has asked for since the last call, its own included. Only Chromium tells.
    pub fn requests(&self) -> Result<Vec<String>> {
        if self.kind != Kind::Chromium {
            return Ok(Vec::new());
        }
        let log = self.session.post("/se/log", &json!({ "type": "performance" }))?;
        let events = log.as_array().cloned().unwrap_or_default();
        Ok(events.iter().filter_map(requested).filter(|url| !url.starts_with("data:")).collect())
    }
}

/// A folder with GTK settings under which MiniBrowser's toolbar, and so its window, can be as narrow as a telephone.
fn narrow_toolbar() -> Result<PathBuf> {
    let folder = scratch("gtk");
    let style = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; } image { -gtk-icon-transform: scale(0.01); }";
    let write = || {
        fs::create_dir_all(folder.join("gtk-3.0"))?;
        fs::write(folder.join("gtk-3.0/gtk.css"), style)
    };
    write().map_err(|error| Trouble(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// An X server without a screen.
#[derive(Debug)]
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Display> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1800x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Trouble(format!("Xvfb: {error}")))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            let read = BufReader::new(said).read_line(&mut number);
            read.map_err(|error| Trouble(format!("Xvfb: {error}")))?;
        }
        Ok(Display { server, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session.quit();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        drop(self.display.take());
    }
}

/// The address in a `Network.requestWillBeSent` event.
fn requested(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &message["message"];
    (message["method"] == "Network.requestWillBeSent")
        .then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
}

/// Firefox's log also holds what its own parts complain of: those say who they are before the first quotation mark.
fn is_page_error(line: &str) -> bool {
    let own = ["chrome://", "resource://", "moz-extension://"].iter().any(|scheme| line.contains(scheme));
    let signs = ["console.error: \"", "console.error: (", "JavaScript error:", "Content-Security-Policy:"];
    !own && signs.iter().any(|sign| line.contains(sign))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| Trouble(format!("no free port: {error}")))
}

fn await_port(port: u16) -> Result {
    let until = Instant::now() + Duration::from_secs(20);
    while Instant::now() < until {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(50));
    }
    trouble("the driver did not start")
}

/// A folder for what this run leaves, emptied at its start by `main`.
pub fn scratch(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/browser");
    let root = root.canonicalize().unwrap_or(root);
    if name.is_empty() { root } else { root.join(format!("{name}-{}", std::process::id())) }
}
