//! `cargo xtask bench`: sizes and speeds, as BENCHMARKS.md says how.

pub mod search;

use crate::{
    build, eval,
    sh::{self, Result},
    test,
};

pub fn bench(arguments: &[String]) -> Result {
    match arguments.split_first() {
        Some((what, rest)) if what == "search" => return search::bench(rest),
        Some((what, rest)) if what == "quotes" => return eval::bench_quotes(rest),
        Some((what, rest)) if what == "large" => return large(rest),
        Some((what, _)) => return Err(format!("there is no bench called {what}")),
        None => {}
    }
    build::build()?;
    sizes()?;
    test::drive("bench", &[])
}

/// A large dossier's pages, as built from a corpus file: what comes before the first hit, and how typing goes.
fn large(arguments: &[String]) -> Result {
    let [corpus] = arguments else {
        return Err("bench large wants one FILE.weerklank (of `weerklank index`)".to_owned());
    };
    if !sh::root().join("dist/shell/page.wasm").is_file() {
        build::build()?;
    }
    test::drive("bench", &[corpus])?;
    sh::step("Opening it by ranges, as a program does");
    sh::run(&mut sh::command("node", &["xtask/search/far.mjs", corpus, "dist/engine"]))
}

/// Bytes of a first load, raw, gzip and brotli, by Node's own compressors at their highest level.
fn sizes() -> Result {
    let script = "const fs=require('fs'),z=require('zlib');let t=[0,0,0];\
        const row=(n,s)=>console.log(String(s[0]).padStart(9),String(s[1]).padStart(9),String(s[2]).padStart(9),' '+n);\
        console.log('      raw      gzip    brotli');\
        for(const n of ['index.html','weerklank.js','weerklank.css','weerklank.wasm']){\
        const b=fs.readFileSync('dist/web/'+n);\
        const s=[b.length,z.gzipSync(b,{level:9}).length,z.brotliCompressSync(b).length];\
        s.forEach((x,i)=>t[i]+=x);row('web/'+n,s)}row('web, first load',t);\
        row('weerklank.html, raw',[fs.statSync('dist/weerklank.html').size,'','']);";
    sh::run(&mut sh::command("node", &["-e", script]))
}
