//! `cargo xtask serve`: everything that a fresh machine lacks, then Trunk.

use crate::{
    sh::{self, Result},
    tools,
};
use std::{net::TcpListener, path::Path};

const DEFAULT_PORT: &str = "8080";

pub fn serve(arguments: &[String]) -> Result {
    let port = match arguments {
        [] => DEFAULT_PORT,
        [flag, port] if flag == "--port" && port.parse::<u16>().is_ok() => port,
        _ => return Err("takes only --port N".to_owned()),
    };
    let address: u16 = port.parse().map_err(|_| format!("{port} is no port"))?;
    if TcpListener::bind(("127.0.0.1", address)).is_err() {
        return Err(format!("port {port} is taken; name another with --port N"));
    }
    tools::wasm_target()?;
    let wasm_bindgen = tools::WASM_BINDGEN.ensure()?;
    let trunk = tools::TRUNK.ensure()?;
    if sh::which("node").is_none() {
        sh::step("No Node here: serving without wasm-opt, so the page is larger than the published one");
    }
    sh::step("Building the page (the first time 2 to 4 minutes, then seconds) and serving it");
    sh::say(&format!("http://127.0.0.1:{port}/    (Ctrl+C stops it)"));
    let mut serve = sh::command(&trunk, &["serve", "--offline=true", "--skip-version-check", "--quiet"]);
    serve
        .args(["--address=127.0.0.1", "--disable-address-lookup=true", "--port", port])
        .env("PATH", tools::path_with(&[&wasm_bindgen, Path::new(&trunk)]));
    sh::run(&mut serve)
}
