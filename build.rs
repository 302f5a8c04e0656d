//! Hands files to `include_bytes!`, which needs them to be always there.
//!
//! The page gets the default dossier: `cargo xtask` and Trunk's hook write `target/weerklank/default.weerklank` before
//! they build it. A bare `cargo check --target wasm32-unknown-unknown` has none yet: it gets an empty file, and the page
//! then says that it carries no dossier. `WEERKLANK_SHELL=1` asks for that on purpose: a shell that takes any dossier.
//!
//! The command gets the page's shell, when `cargo xtask install` names its folder in `WEERKLANK_SHELL_DIR`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    // A watched file that is not there would rebuild everything every time: each target watches only what it uses.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        dossier(&out.join("default.weerklank"));
    } else {
        shell(&out.join("shell"));
    }
}

fn dossier(target: &Path) {
    let root = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let dossier = Path::new(&root).join("target/weerklank/default.weerklank");
    println!("cargo::rerun-if-changed={}", dossier.display());
    println!("cargo::rerun-if-env-changed=WEERKLANK_SHELL");
    let bytes = match env::var_os("WEERKLANK_SHELL") {
        Some(_) => Vec::new(),
        None => fs::read(&dossier).unwrap_or_default(),
    };
    write(target, &bytes);
}

/// The shell's files, empty where none is asked for, and the list of them that `package.rs` includes.
fn shell(target: &Path) {
    const FILES: [&str; 17] = [
        "loader.js",
        "portable.js",
        "plain.js",
        "large.js",
        "element.js",
        "sw.js",
        "page.css",
        "plain.css",
        "start.css",
        "rest.css",
        "element.css",
        "icon.svg",
        "page.gz",
        "start.js",
        "start.wasm",
        "page.js",
        "page.wasm",
    ];
    println!("cargo::rerun-if-env-changed=WEERKLANK_SHELL_DIR");
    fs::create_dir_all(target).expect("OUT_DIR can be written");
    let folder = env::var_os("WEERKLANK_SHELL_DIR");
    let mut list = String::from("[");
    for name in FILES {
        let bytes = folder.as_ref().map_or_else(Vec::new, |folder| {
            let path = Path::new(folder).join(name);
            println!("cargo::rerun-if-changed={}", path.display());
            fs::read(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
        });
        write(&target.join(name), &bytes);
        list.push_str(&format!("({name:?}, include_bytes!({:?})), ", target.join(name)));
    }
    list.push(']');
    write(&target.join("files.rs"), list.as_bytes());
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
