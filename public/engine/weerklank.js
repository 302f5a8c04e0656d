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
//
// A large file on a server is opened by ranges: the index first, then the text that an answer needs. Where the server
// gives no ranges, the whole file comes at once.
//
//   const far = await openFrom("https://example.org/dossier.weerklank");
//   await far.search("ambtelijk vakmanschap", { limit: 10 });
//   far.loaded;                          // bytes that came so far
//   const dossier = await far.whole();   // the rest too: a dossier as above
// The first query of a dossier needs its words unpacked, some tenths of a microsecond each. That is done in steps of some
// milliseconds when the program that opened it rests; a query that comes earlier does what is left.
import start, * as glue from "./weerklank_glue.js";

const { firstPart, initSync } = glue;

export const open = (bytes) => prepared(glue.open(bytes));
const openFirst = (bytes) => prepared(glue.openFirst(bytes));

function prepared(dossier) {
  // A closed dossier has no place in memory.
  const step = () => dossier.__wbg_ptr && (dossier.prepare() || setTimeout(step));
  setTimeout(step);
  return dossier;
}

const HEAD_BYTES = 64 * 1024;
const MOST_ROUNDS = 8;

// Opens the file at `url`. `ask` is what fetches, where `fetch` itself is not to be used.
export async function openFrom(url, { fetch: ask = fetch } = {}) {
  let loaded = 0;
  let total;
  const bytesOf = async (answer) => {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    loaded += bytes.length;
    return bytes;
  };
  const refused = (answer) => new Error(`${url}: ${answer.status}`);
  // The bytes asked for, or `undefined` with all of the file in `all`.
  let all;
  const range = async (from, to) => {
    const answer = await ask(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (!answer.ok) throw refused(answer);
    const said = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get("content-range") || "");
    if (answer.status !== 206) {
      all = await bytesOf(answer);
      return undefined;
    }
    if (!said || Number(said[1]) !== from || (total !== undefined && Number(said[2]) !== total)) {
      throw new Error(`${url}: the file has changed, or the server gives other ranges than asked for`);
    }
    total = Number(said[2]);
    return bytesOf(answer);
  };

  let dossier;
  const head = await range(0, HEAD_BYTES);
  const end = head && firstPart(head);
  if (head && end === undefined) {
    const answer = await ask(url);
    if (!answer.ok) throw refused(answer);
    all = await bytesOf(answer);
  } else if (head) {
    const first = new Uint8Array(end);
    first.set(head.subarray(0, end));
    const more = end > head.length ? await range(head.length, end) : new Uint8Array();
    if (more) {
      first.set(more, Math.min(head.length, end));
      dossier = openFirst(first);
    }
  }
  if (all) dossier = open(all);

  const settle = () => {
    if (!all) return;
    dossier.close();
    dossier = open(all);
  };
  return {
    get loaded() {
      return loaded;
    },
    async search(query, options) {
      for (let round = 0; ; round += 1) {
        const hits = dossier.search(query, options);
        const missed = all || round === MOST_ROUNDS ? [] : dossier.missed();
        if (missed.length === 0) return hits;
        const pairs = Array.from({ length: missed.length / 2 }, (_, at) => [missed[2 * at], missed[2 * at + 1]]);
        await Promise.all(
          pairs.map(async ([from, to]) => {
            const bytes = await range(from, to);
            if (bytes) dossier.fill(from, bytes);
          })
        );
        settle();
      }
    },
    async whole() {
      if (!all) {
        const answer = await ask(url);
        if (!answer.ok) throw refused(answer);
        all = await bytesOf(answer);
        settle();
      }
      return dossier;
    },
    close() {
      dossier.close();
    },
  };
}

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
