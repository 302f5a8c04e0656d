// The engine without a page: for workers, browsers and Node.
//
//   import init, { open } from "./weerklank.js";
//   await init();                         // or init(bytes), init(url)
//   const dossier = open(bytes);          // a Uint8Array: a .weerklank file
//   dossier.search("ambtelijk vakmanschap", { limit: 10 });
//     // [{ document, passage, score, snippet, highlights: [{ start, end }] }], places in the snippet
//   dossier.ask("a text of one's own");
//     // [{ document, source: { start, end, text }, asked, kind, certainty, speaker, diff: [{ change, number, source, asked }] }]
//   dossier.close();
import start, { initSync, open } from "./weerklank_glue.js";

export { open };

let ready;

// Makes the engine ready: from the bytes of the .wasm file, from its address, or from the one beside this script.
export default function init(source = new URL("weerklank_bg.wasm", import.meta.url)) {
  ready ??= load(source).catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function load(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source) || source instanceof WebAssembly.Module) {
    initSync({ module: source });
    return;
  }
  const url = new URL(source, import.meta.url);
  if (url.protocol === "file:" && typeof process !== "undefined") {
    const { readFile } = await import("node:fs/promises");
    initSync({ module: await readFile(url) });
  } else {
    await start({ module_or_path: url });
  }
}
