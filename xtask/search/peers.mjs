// Other engines that search in the browser, each set up as its own documentation does for forgiving search while typing.
//
// A peer: build(passages) -> { bytes: what a reader would download, open() -> search(query, limit) -> numbers of passages }.

import { gzipSync } from "node:zlib";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, load, save, search as orama } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import lunr from "lunr";
import MiniSearch from "minisearch";

const require = createRequire(import.meta.url);
const bare = (query) => query.replaceAll('"', "");

export const PEERS = {
  MiniSearch: {
    code: "minisearch/dist/umd/index.js",
    build(passages) {
      const options = { fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2 } };
      const index = new MiniSearch(options);
      index.addAll(passages.map(({ text }, id) => ({ id, text })));
      const written = JSON.stringify(index);
      return {
        bytes: written,
        open() {
          const opened = MiniSearch.loadJSON(written, options);
          return (query, limit) => opened.search(bare(query)).slice(0, limit).map(({ id }) => id);
        },
      };
    },
  },
  FlexSearch: {
    code: "flexsearch/dist/flexsearch.bundle.min.js",
    build(passages) {
      const options = { tokenize: "forward", encoder: FlexSearch.Charset.LatinBalance };
      const index = new FlexSearch.Index(options);
      passages.forEach(({ text }, id) => index.add(id, text));
      const parts = [];
      index.export((key, data) => data !== undefined && parts.push([key, data]));
      return {
        bytes: JSON.stringify(parts),
        open() {
          const opened = new FlexSearch.Index(options);
          for (const [key, data] of parts) opened.import(key, data);
          return (query, limit) => opened.search(bare(query), { limit, suggest: true });
        },
      };
    },
  },
  "Fuse.js": {
    code: "fuse.js/dist/fuse.min.mjs",
    build(passages) {
      const options = { keys: ["text"], ignoreLocation: true, ignoreDiacritics: true };
      const written = JSON.stringify(Fuse.createIndex(["text"], passages).toJSON());
      return {
        bytes: written,
        open() {
          const opened = new Fuse(passages, options, Fuse.parseIndex(JSON.parse(written)));
          return (query, limit) => opened.search(bare(query), { limit }).map(({ refIndex }) => refIndex);
        },
      };
    },
  },
  uFuzzy: {
    code: "@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js",
    build(passages) {
      return {
        bytes: "",
        open() {
          const texts = uFuzzy.latinize(passages.map(({ text }) => text));
          const matcher = new uFuzzy({ intraMode: 1 });
          return (query, limit) => {
            const [found, info, order] = matcher.search(texts, uFuzzy.latinize(bare(query)), 3, 1000);
            if (!found) return [];
            return (order ? order.map((at) => info.idx[at]) : found).slice(0, limit);
          };
        },
      };
    },
  },
  Lunr: {
    code: "lunr/lunr.min.js",
    build(passages) {
      const index = lunr(function setUp() {
        this.ref("id");
        this.field("text");
        passages.forEach(({ text }, id) => this.add({ id, text }));
      });
      const written = JSON.stringify(index);
      return {
        bytes: written,
        open() {
          const opened = lunr.Index.load(JSON.parse(written));
          return (query, limit) => {
            const found = opened.query((builder) => {
              for (const word of bare(query).toLowerCase().split(/\s+/).filter(Boolean)) {
                builder.term(word, { boost: 10 });
                builder.term(word, { wildcard: lunr.Query.wildcard.TRAILING, boost: 3 });
                if (word.length > 3) builder.term(word, { editDistance: word.length > 8 ? 2 : 1 });
              }
            });
            return found.slice(0, limit).map(({ ref }) => Number(ref));
          };
        },
      };
    },
  },
  Orama: {
    code: "@orama/orama/dist/browser/index.js",
    build(passages) {
      const schema = { text: "string" };
      const index = create({ schema });
      insertMultiple(index, passages.map(({ text }, id) => ({ id: String(id), text })));
      const written = JSON.stringify(save(index));
      return {
        bytes: written,
        open() {
          const opened = create({ schema });
          load(opened, JSON.parse(written));
          return (query, limit) => orama(opened, { term: bare(query), tolerance: 1, limit }).hits.map(({ id }) => Number(id));
        },
      };
    },
  },
};

// Pagefind keeps its index in many small files and its engine in the browser: only its bytes can be measured in Node.
export async function pagefind(passages) {
  const { createIndex, close } = await import("pagefind");
  const { index } = await createIndex({ forceLanguage: "nl" });
  for (const [at, { text }] of passages.entries()) {
    await index.addCustomRecord({ url: `/${at}`, content: text, language: "nl" });
  }
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  await index.writeFiles({ outputPath: folder });
  await close();
  const sizes = { index: 0, code: 0 };
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) walk(inside);
      else if (/\.(pf_index|pf_meta|pf_fragment)$/.test(entry.name)) sizes.index += statSync(inside).size;
      else if (/pagefind\.js$|\.pagefind$/.test(entry.name)) sizes.code += statSync(inside).size;
    }
  };
  walk(folder);
  rmSync(folder, { recursive: true });
  return sizes;
}

export function codeBytes(path) {
  try {
    return gzipSync(readFileSync(require.resolve(path)), { level: 9 }).length;
  } catch {
    return gzipSync(readFileSync(join(import.meta.dirname, "node_modules", path)), { level: 9 }).length;
  }
}
