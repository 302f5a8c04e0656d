//! Places that are no folder of this machine, each by the programs of others, where these are installed: a Windows share
//! (Samba), a library opened as a network drive as SharePoint's are (WebDAV), and a look into a zip file.

use crate::{
    browser::scratch,
    recipes::{answers, free_port, installed, until},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A folder as people name them; every sign of it means something in an address.
const FOLDER: &str = "Dossier één #2 (100%)";

/// A place, until it is dropped.
pub struct Mounted {
    at: PathBuf,
    children: Vec<Child>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // What did not come about needs no end.
        let _ = Command::new("fusermount3").arg("-uz").arg(&self.at).stderr(Stdio::null()).status();
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Mounted {
    /// The address of a file in [`FOLDER`].
    pub fn address(&self, file: &str) -> String {
        let path = self.at.join(FOLDER).join(file).to_string_lossy().into_owned();
        let signs = path.bytes().map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        });
        format!("file://{}", signs.collect::<String>())
    }
}

type Mount = fn(&Path) -> Result<Option<Mounted>, String>;

/// Each makes a folder's content reachable in its way; `None` where the programs for it are not installed.
pub const ALL: [(&str, Mount); 3] = [("a Windows share", samba), ("a library as a drive", webdav), ("a zip file", zip)];

fn samba(folder: &Path) -> Result<Option<Mounted>, String> {
    let programs = ["smbd", "smbpasswd", "rclone", "fusermount3"];
    let ([Some(server), Some(password), Some(mount), Some(_)], true) = (programs.map(installed), is_root()) else {
        return Ok(None);
    };
    let (home, port) = (home("samba", folder)?, free_port()?);
    let here = home.display();
    let config = format!(
        "[global]\nserver role = standalone\ninterfaces = 127.0.0.1\nbind interfaces only = yes\nsmb ports = {port}\n\
         disable netbios = yes\nprivate dir = {here}/state\nlock directory = {here}/state\nstate directory = {here}/state\n\
         cache directory = {here}/state\npid directory = {here}/state\nncalrpc dir = {here}/state/rpc\n\
         log file = {here}/log\n[afdeling]\npath = {here}/served\nread only = yes\n"
    );
    let file = home.join("smb.conf");
    fs::create_dir_all(home.join("state"))
        .and_then(|()| fs::write(&file, config))
        .map_err(|error| error.to_string())?;
    let made = format!("printf 'proef\\nproef\\n' | {} -s -a root -c '{}'", password.display(), file.display());
    quietly(Command::new("sh").args(["-c", &made])).status().map_err(|error| error.to_string())?;
    let server = quietly(Command::new(server).args(["-F", "--no-process-group", "-s"]).arg(&file)).spawn();
    let children = vec![server.map_err(|error| error.to_string())?];
    let hidden = Command::new(&mount).args(["obscure", "proef"]).output().map_err(|error| error.to_string())?;
    let hidden = String::from_utf8_lossy(&hidden.stdout).trim().to_owned();
    let remote = format!(":smb,host=127.0.0.1,port={port},user=root,pass={hidden}:afdeling");
    answers(port)?;
    mounted(Command::new(mount).args(["mount", &remote]), &home, children).map(Some)
}

fn webdav(folder: &Path) -> Result<Option<Mounted>, String> {
    let [Some(program), Some(_)] = ["rclone", "fusermount3"].map(installed) else { return Ok(None) };
    let (home, port) = (home("webdav", folder)?, free_port()?);
    let mut serve = Command::new(&program);
    serve.args(["serve", "webdav", "--addr", &format!("127.0.0.1:{port}")]).arg(home.join("served"));
    let children = vec![quietly(&mut serve).spawn().map_err(|error| error.to_string())?];
    let remote = format!(":webdav,url='http://127.0.0.1:{port}',vendor=other:");
    answers(port)?;
    mounted(Command::new(program).args(["mount", &remote]), &home, children).map(Some)
}

fn zip(folder: &Path) -> Result<Option<Mounted>, String> {
    let programs = ["zip", "fuse-zip", "fusermount3"];
    let [Some(zip), Some(mount), Some(_)] = programs.map(installed) else { return Ok(None) };
    let home = home("zip", folder)?;
    let mut pack = Command::new(zip);
    pack.args(["-r", "../dossier.zip", FOLDER]).current_dir(home.join("served"));
    quietly(&mut pack).status().map_err(|error| error.to_string())?;
    mounted(Command::new(mount).args(["-f", "-r"]).arg(home.join("dossier.zip")), &home, Vec::new()).map(Some)
}

/// A place for a server: `served` holds a copy of the folder, `seen` is where it will be mounted.
fn home(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let home = scratch(name);
    let served = home.join("served").join(FOLDER);
    let made = fs::create_dir_all(&served).and_then(|()| fs::create_dir_all(home.join("seen"))).and_then(|()| {
        for entry in fs::read_dir(folder)?.flatten().filter(|entry| entry.path().is_file()) {
            fs::copy(entry.path(), served.join(entry.file_name()))?;
        }
        Ok(())
    });
    made.map(|()| home).map_err(|error| format!("{}: {error}", served.display()))
}

fn mounted(command: &mut Command, home: &Path, mut children: Vec<Child>) -> Result<Mounted, String> {
    let at = home.join("seen");
    let child = quietly(command.arg(&at)).spawn();
    children.push(child.map_err(|error| error.to_string())?);
    let place = Mounted { at, children };
    until(|| place.at.join(FOLDER).is_dir()).then_some(place).ok_or_else(|| format!("{command:?} mounts nothing"))
}

fn quietly(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}

/// Samba's server takes another's name, which only root may.
fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.starts_with(b"0\n"))
}
