//! The tools that the build needs, at pinned versions: found on PATH, in the user's cache, or installed into it.
//!
//! The cache is `$XDG_CACHE_HOME/weerklank/tools/<name>-<version>/`, so that versions never mix and all projects share.

use crate::sh::{self, Result};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A Rust program from the crates' registry.
pub struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    /// Whether its own lock file can be used.
    locked: bool,
    minutes: &'static str,
}

/// 0.22 wants a newer rustc than the project does.
pub const TRUNK: CargoTool =
    CargoTool { program: "trunk", package: "trunk", version: "0.21.14", locked: true, minutes: "5 to 10 minutes" };

/// Must be the version of the `wasm-bindgen` crate in Cargo.toml. Its lock file names a version that was withdrawn.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    locked: false,
    minutes: "2 to 4 minutes",
};

pub const GECKODRIVER: CargoTool = CargoTool {
    program: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
    locked: true,
    minutes: "3 to 6 minutes",
};

/// A package from the npm registry.
pub struct NpmTool {
    package: &'static str,
    version: &'static str,
    /// The file in it that is used.
    file: &'static str,
}

/// wasm-opt. Debian's is too old.
pub const BINARYEN: NpmTool = NpmTool { package: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };

/// Makes scripts and styles small.
pub const ESBUILD: NpmTool = NpmTool { package: "esbuild", version: "0.28.2", file: "bin/esbuild" };

pub const AXE: NpmTool = NpmTool { package: "axe-core", version: "4.14.1", file: "axe.min.js" };

/// A date tagger to compare with.
pub const CHRONO: NpmTool = NpmTool { package: "chrono-node", version: "2.10.3", file: "dist/cjs/index.js" };

impl CargoTool {
    /// The program's path, after installing it where it lacks.
    pub fn ensure(&self) -> Result<PathBuf> {
        let root = cache().join(format!("{}-{}", self.package, self.version));
        let cached = root.join("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        let on_path = sh::which(self.program).filter(|path| self.is_right(path));
        if let Some(found) = on_path.or_else(|| self.is_right(&cached).then(|| cached.clone())) {
            return Ok(found);
        }
        let (package, version) = (self.package, self.version);
        sh::step(&format!("Installing {package} {version} into the user's cache; once, {}", self.minutes));
        let mut install = sh::cargo(&["install", package, "--version", version, "--quiet", "--root"]);
        install.arg(&root);
        if self.locked {
            install.arg("--locked");
        }
        sh::run(&mut install)?;
        Ok(cached)
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = sh::output(Command::new(program).arg("--version"));
        said.is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
    }
}

impl NpmTool {
    /// The file's path, after installing the package where it lacks.
    ///
    /// # Errors
    /// One line that says what to do when there is no Node.
    pub fn ensure(&self) -> Result<PathBuf> {
        let (package, version) = (self.package, self.version);
        let root = cache().join(format!("{package}-{version}"));
        let file = root.join("node_modules").join(package).join(self.file);
        if file.is_file() {
            return Ok(file);
        }
        let Some(npm) = sh::which("npm") else {
            return Err(format!(
                "{package} {version} comes from npm, and npm is not here: install Node 18 or newer (Debian: `apt-get \
                 install nodejs npm`) and run this again"
            ));
        };
        sh::step(&format!("Installing {package} {version} from npm into the user's cache; once, some seconds"));
        std::fs::create_dir_all(&root).map_err(|error| format!("cannot make {}: {error}", root.display()))?;
        let mut install = Command::new(npm);
        install.args(["install", "--silent", "--no-audit", "--no-fund", &format!("{package}@{version}"), "--prefix"]);
        sh::run(install.arg(&root))?;
        if file.is_file() { Ok(file) } else { Err(format!("npm did not leave {}", file.display())) }
    }
}

/// The target that browsers run.
pub fn wasm_target() -> Result {
    let installed = sh::output(&mut sh::command("rustc", &["--print", "sysroot"]))
        .map(|sysroot| Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown/lib"));
    if installed.is_some_and(|lib| lib.is_dir()) {
        return Ok(());
    }
    sh::step("Adding Rust's wasm32-unknown-unknown target; once, under a minute");
    sh::run(&mut sh::command("rustup", &["target", "add", "wasm32-unknown-unknown"]))
        .map_err(|problem| format!("{problem}; without rustup, install your Rust's wasm32-unknown-unknown target"))
}

/// wasm-opt, ready to take arguments. The npm package's program is a script for Node.
pub fn wasm_opt() -> Result<Command> {
    let script = BINARYEN.ensure()?;
    let Some(node) = sh::which("node") else {
        return Err("wasm-opt runs in Node, and node is not on PATH: install Node 18 or newer".to_owned());
    };
    let mut command = Command::new(node);
    command.arg(script).current_dir(sh::root());
    Ok(command)
}

/// PATH with the folders of these programs before it.
pub fn path_with(programs: &[&Path]) -> std::ffi::OsString {
    let before = programs.iter().filter_map(|program| program.parent()).map(Path::to_path_buf);
    let old = env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = before.chain(env::split_paths(&old)).collect();
    env::join_paths(all).unwrap_or(old)
}

fn cache() -> PathBuf {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| Some(home?.join(".cache")));
    cache.unwrap_or_else(|| sh::root().join("target")).join("weerklank/tools")
}
