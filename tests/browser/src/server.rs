//! A static file server on the loopback: what an ordinary host does, with the ways in which hosts are difficult.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// How a host answers.
#[derive(Clone, Debug, Default)]
pub struct Host {
    /// Below which path the files lie, such as `/a/b`; empty for the root.
    pub prefix: &'static str,
    /// Sent with every answer.
    pub headers: Vec<(String, String)>,
    /// The only endings served, with their types; our own where nothing is said.
    pub types: Option<Vec<(String, String)>>,
    pub wasm: Wasm,
    pub ranges: Ranges,
    /// How fast bodies are sent; as fast as they can where nothing is said.
    pub bytes_a_second: Option<usize>,
}

/// What a host does when a part of a file is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ranges {
    #[default]
    Served,
    /// The whole file comes.
    Ignored,
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
    n_sent: Arc<AtomicUsize>,
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
        let n_sent = Arc::new(AtomicUsize::new(0));
        let server = Server { port, prefix: host.prefix, over: over.clone(), n_sent: n_sent.clone() };
        let (folder, host) = (folder.to_path_buf(), Arc::new(host));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if over.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, host, n_sent) = (folder.clone(), host.clone(), n_sent.clone());
                thread::spawn(move || answer(stream, &folder, &host, &n_sent));
            }
        });
        Ok(server)
    }

    /// Bytes of bodies sent so far.
    pub fn n_sent(&self) -> usize {
        self.n_sent.load(Ordering::SeqCst)
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}/", self.port, self.prefix)
    }
}

fn answer(stream: TcpStream, folder: &Path, host: &Host, n_sent: &AtomicUsize) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.by_ref().take(8192).read_line(&mut first).ok()?;
    let mut range = None;
    loop {
        let mut header = String::new();
        let n_read = reader.by_ref().take(65_536).read_line(&mut header).ok()?;
        if n_read == 0 || header.trim().is_empty() {
            break;
        }
        range = range.or_else(|| asked_range(&header));
    }
    let path = first.split(' ').nth(1)?.split('?').next()?.to_owned();
    let (status, kind, mut body) = match file(folder, &path, host) {
        Some((file, kind)) => ("200 OK", kind, fs::read(file).ok()?),
        None => ("404 Not Found", "text/plain".to_owned(), b"not found".to_vec()),
    };
    let (mut status, mut placed) = (status, String::new());
    if let Some((from, to)) = range.filter(|range| host.ranges == Ranges::Served && range.1 < body.len()) {
        placed = format!("Content-Range: bytes {from}-{to}/{}\r\n", body.len());
        (status, body) = ("206 Partial Content", body[from..=to].to_vec());
    }
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{placed}", body.len());
    for (name, value) in &host.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("Connection: close\r\nCache-Control: no-store\r\n\r\n");
    let mut stream = reader.into_inner();
    stream.write_all(head.as_bytes()).ok()?;
    for part in body.chunks(host.bytes_a_second.map_or(usize::MAX, |pace| (pace / 20).max(1))) {
        stream.write_all(part).ok()?;
        n_sent.fetch_add(part.len(), Ordering::SeqCst);
        if host.bytes_a_second.is_some() {
            thread::sleep(Duration::from_millis(50));
        }
    }
    Some(())
}

/// `Range: bytes=5-9` as (5, 9).
fn asked_range(header: &str) -> Option<(usize, usize)> {
    let (name, value) = header.split_once(':')?;
    let (from, to) = value.trim().strip_prefix("bytes=")?.split_once('-')?;
    name.eq_ignore_ascii_case("range").then_some(())?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from <= to).then_some((from, to))
}

/// The file at a path, and the type it is sent as.
fn file(folder: &Path, path: &str, host: &Host) -> Option<(PathBuf, String)> {
    let inside = path.strip_prefix(host.prefix)?.trim_start_matches('/');
    let inside = if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.into() };
    if inside.split('/').any(|part| part == "..") || (host.wasm == Wasm::Refused && inside.ends_with(".wasm")) {
        return None;
    }
    let file = folder.join(&inside);
    let kind = match &host.types {
        Some(types) => types.iter().find(|(ending, _)| inside.ends_with(ending))?.1.clone(),
        None => kind(&file, host.wasm).to_owned(),
    };
    file.is_file().then_some((file, kind))
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
