//! A small blocking WebDriver client: only what the scenarios use. <https://www.w3.org/TR/webdriver2/>

use serde_json::{Value, json};
use std::{fmt, time::Duration};

/// W3C's key under which an element's reference stands.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What a scenario found to be otherwise, or what the driver could not do: a sentence.
#[derive(Debug)]
pub struct Trouble(pub String);

pub type Result<T = ()> = std::result::Result<T, Trouble>;

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fails a scenario with this sentence.
pub fn trouble<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Trouble(sentence.into()))
}

#[derive(Clone, Debug)]
pub struct Session {
    agent: ureq::Agent,
    /// `http://127.0.0.1:port/session/<id>`
    address: String,
    /// Where the browser speaks WebDriver BiDi, if it was asked to.
    pub socket: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Element(String);

impl Session {
    /// Starts a browser. `driver`: `http://127.0.0.1:port`.
    pub fn start(driver: &str, capabilities: &Value) -> Result<Session> {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(90)))
            .http_status_as_error(false)
            .build();
        let agent = ureq::Agent::new_with_config(config);
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = call(&agent, "POST", &format!("{driver}/session"), Some(&body))?;
        let Some(id) = answer["sessionId"].as_str() else { return trouble("the driver named no session") };
        let socket = answer["capabilities"]["webSocketUrl"].as_str().map(str::to_owned);
        Ok(Session { agent, address: format!("{driver}/session/{id}"), socket })
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        call(&self.agent, "POST", &format!("{}{path}", self.address), Some(body))
    }

    pub fn get(&self, path: &str) -> Result<Value> {
        call(&self.agent, "GET", &format!("{}{path}", self.address), None)
    }

    pub fn delete(&self, path: &str) -> Result<Value> {
        call(&self.agent, "DELETE", &format!("{}{path}", self.address), None)
    }

    pub fn go(&self, url: &str) -> Result {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs a script's body; `arguments` arrive as `arguments`.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn run_async(&self, script: &str, arguments: &Value) -> Result<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// The element that a script returns, if it returns one.
    pub fn element(&self, script: &str, arguments: &Value) -> Result<Option<Element>> {
        let answer = self.run(script, arguments)?;
        Ok(answer[ELEMENT].as_str().map(|id| Element(id.to_owned())))
    }

    pub fn click(&self, element: &Element) -> Result {
        // A driver takes what lies under a fixed bar for seen; a person scrolls on.
        let it = json!([{ ELEMENT: element.0 }]);
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", &it)?;
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    pub fn type_into(&self, element: &Element, text: &str) -> Result {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// Presses keys one after the other in whatever has the focus; all but the last are held (`["\u{e009}", "k"]`).
    pub fn chord(&self, keys: &[&str]) -> Result {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] })).map(drop)
    }

    /// Presses a mouse at one place of the window, drags it to another in steps, and lets go.
    pub fn drag(&self, from: (i64, i64), to: (i64, i64)) -> Result {
        let steps = (0..=8).map(|step| (from.0 + (to.0 - from.0) * step / 8, from.1 + (to.1 - from.1) * step / 8));
        let mut actions: Vec<Value> =
            steps.map(|(x, y)| json!({ "type": "pointerMove", "x": x, "y": y, "duration": 20 })).collect();
        actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let mouse =
            json!({ "type": "pointer", "id": "mouse", "actions": actions, "parameters": { "pointerType": "mouse" } });
        self.post("/actions", &json!({ "actions": [mouse] })).map(drop)
    }

    /// A PNG of the window.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = self.get("/screenshot")?;
        decode_base64(picture.as_str().unwrap_or_default()).ok_or_else(|| Trouble("no picture came".to_owned()))
    }

    pub fn quit(&self) {
        // A browser that has already gone is as good.
        let _ = self.delete("");
    }
}

fn call(agent: &ureq::Agent, method: &str, url: &str, body: Option<&Value>) -> Result<Value> {
    let failed = |error: ureq::Error| Trouble(format!("{method} {url}: {error}"));
    let mut answer = match method {
        "GET" => agent.get(url).call().map_err(failed)?,
        "DELETE" => agent.delete(url).call().map_err(failed)?,
        _ => agent.post(url).send_json(body.unwrap_or(&Value::Null)).map_err(failed)?,
    };
    let mut said: Value = answer.body_mut().with_config().limit(64 << 20).read_json().map_err(failed)?;
    let value = said["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            trouble(format!("{error}: {}", message.lines().next().unwrap_or_default()))
        }
        None => Ok(value),
    }
}

fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut n_bits) = (0u32, 0);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((held >> n_bits) as u8);
            held &= (1 << n_bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::decode_base64;

    #[test]
    fn reads_base64() {
        assert_eq!(decode_base64("V2VlcmtsYW5r").unwrap(), b"Weerklank");
        assert_eq!(decode_base64("YQ==").unwrap(), b"a");
        assert_eq!(decode_base64("a-b"), None);
    }
}
