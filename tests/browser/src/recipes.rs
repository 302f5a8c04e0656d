//! Servers set up with the very lines that README gives: nginx and Apache where they are installed, IIS and SharePoint as
//! what Microsoft documents of them (`staticContent`: 404.3 for an ending without a type, 500.19 for one named twice).

use crate::{browser::scratch, server::Host};
use roxmltree::{Document, Node};
use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const README: &str = include_str!("../../../README.md");

/// What IIS 10 serves without being told, of the endings that concern us.
const IIS_KNOWS: [(&str, &str); 7] = [
    (".html", "text/html"),
    (".js", "application/javascript"),
    (".css", "text/css"),
    (".json", "application/json"),
    (".svg", "image/svg+xml"),
    (".png", "image/png"),
    (".txt", "text/plain"),
];

/// A server of somebody else's, until it is dropped.
pub struct Running {
    child: Child,
    pub address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The only block of README in that language.
fn block(language: &str) -> Result<&'static str, String> {
    let fence = format!("```{language}\n");
    let (_, after) = README.split_once(&fence).ok_or_else(|| format!("README has no block of {language}"))?;
    after.split_once("```").map(|(block, _)| block).ok_or_else(|| format!("README's {language} does not end"))
}

/// A folder served by nginx as README says; `None` where nginx is not installed.
pub fn nginx(folder: &Path) -> Result<Option<Running>, String> {
    let Some(program) = installed("nginx") else { return Ok(None) };
    let (home, port) = (home("nginx", folder)?, free_port()?);
    fs::copy("/etc/nginx/mime.types", home.join("mime.types")).map_err(|error| format!("mime.types: {error}"))?;
    let here = home.display();
    let config = format!(
        "daemon off; pid {here}/pid; error_log {here}/error.log;\nevents {{}}\nhttp {{\n access_log off;\n \
         client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c; uwsgi_temp_path {here}/d; \
         scgi_temp_path {here}/e;\n server {{\n  listen 127.0.0.1:{port};\n  root {here}/site;\n{}\n }}\n}}\n",
        block("nginx")?
    );
    let file = home.join("nginx.conf");
    fs::write(&file, config).map_err(|error| error.to_string())?;
    run(Command::new(program).arg("-c").arg(file), port).map(Some)
}

/// A folder served by Apache as README says; `None` where Apache is not installed.
pub fn apache(folder: &Path) -> Result<Option<Running>, String> {
    let modules = Path::new("/usr/lib/apache2/modules");
    let Some(program) = installed("apache2").filter(|_| modules.is_dir()) else { return Ok(None) };
    let (home, port) = (home("apache", folder)?, free_port()?);
    let here = home.display();
    let named = ["mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "headers"];
    let loaded: String =
        named.iter().map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display())).collect();
    let config = format!(
        "ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nServerRoot {here}\nPidFile {here}/pid\nErrorLog {here}/error.log\n\
         DefaultRuntimeDir {here}\n{loaded}TypesConfig /etc/mime.types\nDirectoryIndex index.html\n\
         DocumentRoot {here}/site\n<Directory {here}/site/my-dossier>\n{}\n</Directory>\n",
        block("apache")?
    );
    let file = home.join("apache.conf");
    fs::write(&file, config).map_err(|error| error.to_string())?;
    run(Command::new(program).args(["-D", "FOREGROUND", "-f"]).arg(file), port).map(Some)
}

/// How IIS answers with README's `web.config`; `knows_wasm`: as newer ones do, which name `.wasm` themselves.
pub fn iis(knows_wasm: bool) -> Result<Host, String> {
    let config = Document::parse(block("xml")?.trim()).map_err(|error| format!("README's web.config: {error}"))?;
    let mut types: Vec<(String, String)> =
        IIS_KNOWS.iter().map(|(ending, kind)| ((*ending).to_owned(), (*kind).to_owned())).collect();
    if knows_wasm {
        types.push((".wasm".into(), "application/wasm".into()));
    }
    let mut headers = Vec::new();
    for node in config.descendants().filter(Node::is_element) {
        let said = |name| node.attribute(name).unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "remove" => types.retain(|(ending, _)| *ending != said("fileExtension")),
            "mimeMap" if types.iter().any(|(ending, _)| *ending == said("fileExtension")) => {
                return Err(format!("IIS answers 500.19: {} is named twice", said("fileExtension")));
            }
            "mimeMap" => types.push((said("fileExtension"), said("mimeType"))),
            "add" => headers.push((said("name"), said("value"))),
            _ => {}
        }
    }
    Ok(Host { headers, types: Some(types), ..Host::default() })
}

pub fn installed(program: &str) -> Option<PathBuf> {
    ["/usr/sbin", "/usr/bin"].iter().map(|folder| Path::new(folder).join(program)).find(|path| path.is_file())
}

/// A place for a server: its settings, and the folder below `site/my-dossier`.
fn home(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let home = scratch(name);
    let site = home.join("site");
    let made = fs::create_dir_all(&site).and_then(|()| {
        // Of the run before.
        let _ = fs::remove_file(site.join("my-dossier"));
        std::os::unix::fs::symlink(folder, site.join("my-dossier"))
    });
    made.map(|()| home).map_err(|error| format!("{}: {error}", site.display()))
}

pub fn free_port() -> Result<u16, String> {
    let bound = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    bound.map(|address| address.port()).map_err(|error| error.to_string())
}

fn run(command: &mut Command, port: u16) -> Result<Running, String> {
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let running = Running { child, address: format!("http://127.0.0.1:{port}/my-dossier/") };
    answers(port).map(|()| running)
}

pub fn answers(port: u16) -> Result<(), String> {
    let answers = until(|| TcpStream::connect(("127.0.0.1", port)).is_ok());
    answers.then_some(()).ok_or_else(|| format!("nothing answers on port {port}"))
}

/// Whether it comes to hold within ten seconds.
pub fn until(mut holds: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(10);
    while !holds() {
        if Instant::now() > end {
            return false;
        }
        thread::sleep(Duration::from_millis(20));
    }
    true
}
