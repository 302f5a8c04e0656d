//! The page's shell: the page without a dossier of its own, as `cargo xtask build` leaves it.
//!
//! It comes from `--shell DIR`, from inside the installed command, or from `dist/shell`.

use std::{fs, path::Path};

/// Where `cargo xtask build` leaves the shell, below the project's folder.
const BUILT: &str = "dist/shell";

/// The page without a dossier, as `cargo xtask build` leaves it.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// `public/loader.js`, `public/portable.js`, `public/plain.js`, `public/large.js`, `public/element.js` and `public/sw.js`.
    pub loader: String,
    pub portable: String,
    pub plain: String,
    pub large: String,
    pub element: String,
    pub worker: String,
    /// All styles; those of the plain page; those of the first load; those behind them.
    pub style: String,
    pub plain_style: String,
    pub start_style: String,
    pub rest_style: String,
    pub element_style: String,
    pub icon: String,
    /// Title page and search.
    pub start: Part,
    /// Everything.
    pub page: Part,
    /// The glue of everything, all styles and the WASM of everything, one behind the other, as gzip.
    pub page_packed: Vec<u8>,
}

/// A build of the page: its WASM, and a script that makes wasm-bindgen's glue for it.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub glue: String,
    pub wasm: Vec<u8>,
}

impl Shell {
    /// The shell in `named`, else the one inside this command, else the one in `dist/shell`.
    ///
    /// # Errors
    /// A sentence for the terminal, when there is none or it cannot be read.
    pub fn find(named: Option<&Path>) -> Result<Shell, String> {
        if let Some(folder) = named {
            return Shell::read(folder);
        }
        match Shell::inside() {
            Some(shell) => Ok(shell),
            None if Path::new(BUILT).is_dir() => Shell::read(Path::new(BUILT)),
            None => Err("the page's shell is not here: run `cargo xtask install` (or `cargo xtask build`) in the \
                         project's folder, or name one with --shell DIR"
                .to_owned()),
        }
    }

    fn read(folder: &Path) -> Result<Shell, String> {
        Shell::of(|name| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| format!("cannot read the shell's {}: {error}", path.display()))
        })
    }

    /// What `cargo xtask install` put into the command; `None` in a plain build.
    fn inside() -> Option<Shell> {
        let inside: [(&str, &[u8]); 17] = include!(concat!(env!("OUT_DIR"), "/shell/files.rs"));
        let has_shell = inside.iter().all(|(_, bytes)| !bytes.is_empty());
        let find = |name: &str| inside.iter().find(|(file, _)| *file == name).map_or(Vec::new(), |it| it.1.to_vec());
        has_shell.then(|| Shell::of(|name| Ok(find(name))).expect("xtask writes UTF-8"))
    }

    fn of(read: impl Fn(&str) -> Result<Vec<u8>, String>) -> Result<Shell, String> {
        let text = |name: &str| {
            String::from_utf8(read(name)?).map_err(|_| format!("the shell's {name} is not UTF-8; build it anew"))
        };
        Ok(Shell {
            loader: text("loader.js")?,
            portable: text("portable.js")?,
            plain: text("plain.js")?,
            large: text("large.js")?,
            element: text("element.js")?,
            worker: text("sw.js")?,
            style: text("page.css")?,
            plain_style: text("plain.css")?,
            start_style: text("start.css")?,
            rest_style: text("rest.css")?,
            element_style: text("element.css")?,
            icon: text("icon.svg")?,
            start: Part { glue: text("start.js")?, wasm: read("start.wasm")? },
            page: Part { glue: text("page.js")?, wasm: read("page.wasm")? },
            page_packed: read("page.gz")?,
        })
    }
}

impl Part {
    /// The WASM with the dossier in it: a custom section (WebAssembly core specification, 5.5.3) at its end.
    pub fn wasm_with(&self, corpus: &[u8]) -> Vec<u8> {
        let mut name = leb128(SECTION.len());
        name.extend_from_slice(SECTION.as_bytes());
        let mut wasm = self.wasm.clone();
        wasm.push(0);
        wasm.extend(leb128(name.len() + corpus.len()));
        wasm.extend(name);
        wasm.extend_from_slice(corpus);
        wasm
    }
}

/// The section's name, as the loader asks for it.
const SECTION: &str = "weerklank";

/// An unsigned number as WASM writes it.
pub fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_wasm_writes_them() {
        assert_eq!(leb128(0), [0]);
        assert_eq!(leb128(127), [127]);
        assert_eq!(leb128(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn the_dossier_is_a_section_at_the_end() {
        let part = Part { wasm: b"\0asm\x01\0\0\0".to_vec(), ..Part::default() };
        assert_eq!(part.wasm_with(b"abc"), b"\0asm\x01\0\0\0\x00\x0d\x09weerklankabc");
    }
}
