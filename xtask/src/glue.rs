//! What lies between WASM and page, in few bytes: wasm-bindgen's glue without what no page calls, and one letter for names
//! that only these two read. Such a name ends in sixteen random digits, which no compressor makes smaller.
//!
//! Reads and writes two sections of a module, the imports and the exports (WebAssembly core specification, 5.5.5 and
//! 5.5.10); the others are copied.

use crate::sh::Result;
use std::collections::HashMap;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The page measures it.
const MEMORY: &str = "memory";
const START: &str = "__wbindgen_start";

pub struct Bound {
    pub wasm: Vec<u8>,
    /// wasm-bindgen's `weerklank_bg.js` (target `bundler`), calling the exports by their new names.
    pub glue: String,
    /// A module that brings both together: exports `bound`, which makes an instance and is the door to it.
    pub entry: String,
}

/// # Errors
/// When the module is not as the specification says.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<Bound> {
    let mut out = wasm.get(..8).ok_or("wasm-bindgen left no module")?.to_vec();
    let mut from = Bytes { bytes: wasm, at: 8 };
    let (mut imports, mut exports) = (Vec::new(), HashMap::new());
    while from.at < wasm.len() {
        let id = from.byte()?;
        let length = from.number()?;
        let section = from.take(length)?;
        let section = match id {
            IMPORTS => short_imports(section, &mut imports)?,
            EXPORTS => short_exports(section, glue, &mut exports)?,
            _ => section.to_vec(),
        };
        out.push(id);
        number(section.len(), &mut out);
        out.extend(section);
    }
    Ok(Bound { wasm: out, glue: renamed(glue, &exports), entry: entry(glue, &imports, &exports) })
}

/// Every import by its place, `0.a`; `names` takes what it was called.
fn short_imports(section: &[u8], names: &mut Vec<String>) -> Result<Vec<u8>> {
    let mut from = Bytes { bytes: section, at: 0 };
    let mut out = Vec::new();
    let n = from.number()?;
    number(n, &mut out);
    for index in 0..n {
        from.name()?;
        names.push(from.name()?.to_owned());
        name("", &mut out);
        name(&letters(index), &mut out);
        let start = from.at;
        if from.byte()? != 0 {
            return Err(format!("`{}` is no function: the glue brings functions only", names[index]));
        }
        from.number()?;
        out.extend_from_slice(&section[start..from.at]);
    }
    Ok(out)
}

/// Those exports that the glue calls; `names` takes how they are called now.
fn short_exports(section: &[u8], glue: &str, names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut from = Bytes { bytes: section, at: 0 };
    let mut kept = Vec::new();
    for _ in 0..from.number()? {
        let called = from.name()?;
        let (kind, index) = (from.byte()?, from.number()?);
        if called != START && !words_after_wasm(glue).any(|word| word == called) {
            continue;
        }
        let short = if called == MEMORY { MEMORY.to_owned() } else { letters(names.len()) };
        name(&short, &mut kept);
        kept.push(kind);
        number(index, &mut kept);
        names.insert(called.to_owned(), short);
    }
    let mut out = Vec::new();
    number(names.len(), &mut out);
    out.extend(kept);
    Ok(out)
}

/// What stands behind each `wasm.`.
fn words_after_wasm(glue: &str) -> impl Iterator<Item = &str> {
    glue.split("wasm.").skip(1).map(first_word)
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').unwrap_or(text.len());
    &text[..end]
}

fn renamed(glue: &str, names: &HashMap<String, String>) -> String {
    let mut parts = glue.split("wasm.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let word = first_word(part);
        out.push_str("wasm.");
        out.push_str(names.get(word).map_or(word, String::as_str));
        out.push_str(&part[word.len()..]);
    }
    out
}

fn entry(glue: &str, imports: &[String], exports: &HashMap<String, String>) -> String {
    let brought = imports.join(", ");
    let named: Vec<String> =
        imports.iter().enumerate().map(|(index, name)| format!("{}: {name}", letters(index))).collect();
    let own: Vec<&str> = glue
        .lines()
        .filter_map(|line| line.strip_prefix("export function ").or_else(|| line.strip_prefix("export class ")))
        .map(first_word)
        .filter(|name| !name.starts_with("__wb"))
        .collect();
    let own = own.join(", ");
    let start = exports.get(START).map_or(START, String::as_str);
    format!(
        "import {{ __wbg_set_wasm, {brought}, {own} }} from \"./weerklank_bg.js\";\n\
         const bound = async (module) => {{\n  \
           const {{ exports }} = await WebAssembly.instantiate(module, {{ \"\": {{ {} }} }});\n  \
           __wbg_set_wasm(exports);\n  exports.{start}();\n  return exports;\n}};\n\
         Object.assign(bound, {{ {own} }});\nexport {{ bound }};\n",
        named.join(", ")
    )
}

/// `a` to `z`, `aa`, `ab`, …
fn letters(index: usize) -> String {
    let last = char::from(b'a' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { letters(index / 26 - 1) + &last.to_string() }
}

struct Bytes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let taken = self.bytes.get(self.at..).and_then(|rest| rest.get(..length));
        self.at += length;
        taken.ok_or_else(|| "the module ends in the middle of a section".to_owned())
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned LEB128.
    fn number(&mut self) -> Result<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(value);
            }
        }
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| "a name in the module is not UTF-8".to_owned())
    }
}

fn number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn name(text: &str, out: &mut Vec<u8>) {
    number(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_place() {
        let names: Vec<String> = [0, 25, 26, 701, 702].map(letters).into();
        assert_eq!(names, ["a", "z", "aa", "zz", "aaa"]);
    }

    #[test]
    fn imports_and_exports_have_short_names() {
        let module = b"\0asm\x01\0\0\0\x02\x0b\x01\x03mod\x03log\0\x05\x07\x10\x02\x03run\0\x01\x06unused\0\x02";
        let bound = shorten(module, "wasm.run(); wasm.memory").unwrap();
        assert_eq!(bound.wasm, b"\0asm\x01\0\0\0\x02\x06\x01\0\x01a\0\x05\x07\x05\x01\x01a\0\x01");
        assert_eq!(bound.glue, "wasm.a(); wasm.memory");
        assert!(bound.entry.contains("{ a: log }"));
    }
}
