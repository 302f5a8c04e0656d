//! A static file server on the loopback: what an ordinary host does, with the ways in which hosts are difficult.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// How a host answers.
#[derive(Clone, Debug, Default)]
pub struct Host {
    /// Below which path the files lie, such as `/a/b`; empty for the root.
    pub prefix: &'static str,
    /// Sent with every answer.
    pub headers: Vec<(&'static str, &'static str)>,
    pub wasm: Wasm,
}

/// What a host does with `.wasm` files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wasm {
    #[default]
    Served,
    /// As a server does that knows no such ending.
    Refused,
    /// As `application/octet-stream`.
    WrongType,
}

#[derive(Debug)]
pub struct Server {
    port: u16,
    prefix: &'static str,
    over: Arc<AtomicBool>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        // It waits for a caller: this is the last one.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
    }
}

impl Server {
    /// Serves `folder` until it is dropped.
    pub fn start(folder: &Path, host: Host) -> std::io::Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let over = Arc::new(AtomicBool::new(false));
        let server = Server { port, prefix: host.prefix, over: over.clone() };
        let (folder, host) = (folder.to_path_buf(), Arc::new(host));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if over.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, host) = (folder.clone(), host.clone());
                thread::spawn(move || answer(stream, &folder, &host));
            }
        });
        Ok(server)
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}/", self.port, self.prefix)
    }
}

fn answer(stream: TcpStream, folder: &Path, host: &Host) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.by_ref().take(8192).read_line(&mut first).ok()?;
    loop {
        let mut header = String::new();
        let n_read = reader.by_ref().take(65_536).read_line(&mut header).ok()?;
        if n_read == 0 || header.trim().is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1)?.split('?').next()?.to_owned();
    let (status, kind, body) = match file(folder, &path, host) {
        Some(file) => ("200 OK", kind(&file, host.wasm), fs::read(file).ok()?),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in &host.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("Connection: close\r\nCache-Control: no-store\r\n\r\n");
    let mut stream = reader.into_inner();
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).ok()
}

fn file(folder: &Path, path: &str, host: &Host) -> Option<PathBuf> {
    let inside = path.strip_prefix(host.prefix)?.trim_start_matches('/');
    let inside = if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.into() };
    if inside.split('/').any(|part| part == "..") || (host.wasm == Wasm::Refused && inside.ends_with(".wasm")) {
        return None;
    }
    let file = folder.join(inside);
    file.is_file().then_some(file)
}

fn kind(file: &Path, wasm: Wasm) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") if wasm == Wasm::Served => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
