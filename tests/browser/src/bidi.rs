//! WebDriver BiDi, as little of it as Firefox needs. <https://www.w3.org/TR/webdriver-bidi/>

use crate::webdriver::{Result, Trouble, trouble};
use serde_json::{Value, json};
use std::{cell::RefCell, net::TcpStream};
use tungstenite::{Message, WebSocket, stream::MaybeTlsStream};

#[derive(Debug)]
pub struct Bidi(RefCell<WebSocket<MaybeTlsStream<TcpStream>>>);

impl Bidi {
    /// `address`: `ws://127.0.0.1:port/session/<id>`, as the driver says it.
    pub fn connect(address: &str) -> Result<Bidi> {
        let connected = tungstenite::connect(address).map_err(|error| Trouble(format!("{address}: {error}")))?;
        Ok(Bidi(RefCell::new(connected.0)))
    }

    /// Gives a command and waits until it is carried out. One at a time, so that all commands may have the same number.
    pub fn ask(&self, method: &str, params: &Value) -> Result {
        let failed = |error: tungstenite::Error| Trouble(format!("{method}: {error}"));
        let mut socket = self.0.borrow_mut();
        let command = json!({ "id": 1, "method": method, "params": params });
        socket.send(Message::text(command.to_string())).map_err(failed)?;
        loop {
            let said = socket.read().map_err(failed)?;
            let answer: Value = serde_json::from_str(said.to_text().unwrap_or_default()).unwrap_or_default();
            match answer["type"].as_str() {
                Some("success") => return Ok(()),
                Some("error") => return trouble(format!("{method}: {}", answer["message"])),
                // An event that nobody here listens to.
                _ => {}
            }
        }
    }
}
