// Measures search: node bench.mjs --data DIR --bytes N --engine DIR --command PATH --cache DIR [--queries N] [--peers [--only A,B]]
//
// One process, one machine, one thread. Every prefix of every query is a keystroke. Prints a table for BENCHMARKS.md.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { dossier } from "./dossiers.mjs";
import { queries } from "./queries.mjs";

const { values: given } = parseArgs({
  options: {
    data: { type: "string" }, bytes: { type: "string" }, engine: { type: "string" }, command: { type: "string" },
    cache: { type: "string" }, queries: { type: "string", default: "150" }, peers: { type: "boolean", default: false },
    only: { type: "string" },
    seconds: { type: "string", default: "8" },
    seed: { type: "string", default: "2024" },
    misses: { type: "boolean", default: false },
  },
});
const LIMIT = 10;
// A peer gets as long as this for its keystrokes, and as long again for its answers.
const SECONDS = Number(given.seconds);

const now = () => performance.now();
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const show = (value, digits = 3) => (Number.isFinite(value) ? value.toFixed(digits) : "-");

// Time of the processor, milliseconds: on a machine that does other things as well it says what waiting does not.
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const end = (search) => (search.isOurs ? Infinity : now() + SECONDS * 1000);

function keystrokes(search, asked) {
  const [times, busy] = [[], []];
  const until = end(search);
  for (const { query } of asked) {
    const letters = [...query];
    for (let n = 1; n <= letters.length; n += 1) {
      const typed = letters.slice(0, n).join("");
      const [start, begin] = [now(), cpu()];
      search(typed, LIMIT);
      busy.push(cpu() - begin);
      times.push(now() - start);
    }
    if (now() > until) break;
  }
  const sorted = (list) => list.sort((a, b) => a - b);
  return { times: sorted(times), busy: sorted(busy) };
}

// Recall by class: is the first answer right, and is any of ten?
function recall(search, asked) {
  const classes = new Map();
  const until = end(search);
  for (const { name, query, right } of asked) {
    if (now() > until) break;
    const found = search(query, LIMIT);
    const at = right.size === 0 ? (found.length === 0 ? 0 : -1) : found.findIndex((passage) => right.has(passage));
    const row = classes.get(name) ?? { n: 0, first: 0, ten: 0, reciprocal: 0 };
    row.n += 1;
    if (given.misses && at !== 0 && search.isOurs) console.error(`${name}: ${query} -> ${at} of ${found.length}, right ${[...right].slice(0, 3)}, got ${found.slice(0, 3)}`);
    row.first += at === 0;
    row.ten += at >= 0;
    row.reciprocal += at >= 0 ? 1 / (at + 1) : 0;
    classes.set(name, row);
  }
  return classes;
}

function report(name, text, sizes, { times, busy }, classes) {
  const all = [...classes.values()];
  const sum = (key) => all.reduce((total, row) => total + row[key], 0) / all.reduce((total, row) => total + row.n, 0);
  console.log(
    `| ${name} | ${sizes.raw} | ${sizes.gzip} | ${show(sizes.gzip / text, 4)} | ${show(sizes.open, 2)} | ${show(quantile(times, 0.5))} |` +
      ` ${show(quantile(times, 0.99))} | ${show(quantile(busy, 0.99))} | ${times.length} | ${show(sum("first"))} | ${show(sum("ten"))} | ${show(sum("reciprocal"))} | ${sizes.code} |`,
  );
}

const path = dossier(given.data, Number(given.bytes), given.cache);
const file = path.replace(/\.jsonl$/, ".weerklank");
let start = now();
execFileSync(given.command, ["index", path, "--out", file, "--without", "dates,quotes"], { stdio: ["ignore", "ignore", "inherit"] });
const built = now() - start;

const { default: init, open } = await import(pathToFileURL(join(given.engine, "weerklank.js")));
await init();
const bytes = readFileSync(file);
// The middle of five: the first one also waits for the browser to compile what opens.
const openings = Array.from({ length: 5 }, () => {
  const start = now();
  const dossier = open(bytes);
  const took = now() - start;
  dossier.close();
  return took;
});
const opened = quantile(openings.sort((a, b) => a - b), 0.5);
const ours = open(bytes);
const passages = ours.passages();
const text = passages.reduce((total, passage) => total + Buffer.byteLength(passage.text), 0);
const inspected = execFileSync(given.command, ["inspect", file, "--json"], { encoding: "utf8" }).trim().split("\n").map((line) => JSON.parse(line));
const section = inspected.flatMap((row) => row.sections ?? row).find((row) => row.name === "index");

const asked = queries(passages, Number(given.queries), Number(given.seed), given.data);
const number = new Map(passages.map(({ document, passage }, at) => [`${document} ${passage}`, at]));
const search = (query, limit) => ours.search(query, { limit }).map((hit) => number.get(`${hit.document} ${hit.passage}`));
search.isOurs = true;
start = now();
search("de eerste vraag", LIMIT);
const first = now() - start;

console.log(`Text ${text} bytes, ${passages.length} passages, ${asked.length} queries; command built the file in ${show(built, 0)} ms` +
  ` (${show(statSync(path).size / built / 1000, 1)} MB/s with reading); first query ${show(first, 2)} ms.\n`);
console.log("| engine | index raw | gzip | gzip/text | open ms | p50 ms | p99 ms | p99 CPU ms | keystrokes | recall@1 | recall@10 | MRR | code gzip |");
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
const wasm = gzipSync(readFileSync(join(given.engine, "weerklank_bg.wasm")), { level: 9 }).length;
const glue = gzipSync(readFileSync(join(given.engine, "weerklank_glue.js")), { level: 9 }).length;
// Classes in turn, so that an engine that is stopped has seen some of each.
const mixed = asked.map((query, at) => ({ query, at: at % Number(given.queries) })).sort((a, b) => a.at - b.at).map(({ query }) => query);
const classes = recall(search, mixed);
report("Weerklank", text, { raw: section.raw_bytes, gzip: section.gzip_bytes, open: opened, code: wasm + glue }, keystrokes(search, mixed), classes);

const tables = new Map([["Weerklank", classes]]);
if (given.peers) {
  const { PEERS, codeBytes, pagefind } = await import("./peers.mjs");
  const only = given.only?.split(",");
  for (const [name, peer] of Object.entries(PEERS).filter(([name]) => !only || only.includes(name))) {
    const { bytes: written, open: openPeer } = peer.build(passages);
    const begin = now();
    const find = openPeer();
    const sizes = { raw: Buffer.byteLength(written), gzip: written ? gzipSync(written, { level: 9 }).length : 0, open: now() - begin, code: codeBytes(peer.code) };
    tables.set(name, recall(find, mixed));
    report(name, text, sizes, keystrokes(find, mixed), tables.get(name));
  }
  const sizes = !only || only.includes("Pagefind") ? await pagefind(passages) : undefined;
  if (sizes) console.log(`| Pagefind (runs in browsers only) | ${sizes.index} | ${sizes.index} | ${show(sizes.index / text, 4)} | - | - | - | - | - | - | - | - | ${sizes.code} |`);
}

// What no one should type: the slowest answer counts.
const NAUGHTY = given.data && join(given.data, "adversarial", "blns.txt");
const bad = ["ambtenaar ".repeat(10_000), "medezeggenschap".repeat(7000), '"'.repeat(100_000), "- OF NIET : * ".repeat(8000), "\u202e\u0000\u200b".repeat(30_000), "a*b* ".repeat(20_000)];
if (NAUGHTY && existsSync(NAUGHTY)) bad.push(...readFileSync(NAUGHTY, "utf8").split("\n"));
const slowest = bad.map((query) => {
  const start = now();
  ours.search(query, { limit: LIMIT });
  return [now() - start, query.slice(0, 40)];
});
slowest.sort((a, b) => b[0] - a[0]);
console.log(`\n${bad.length} bad queries: slowest answer ${show(slowest[0][0], 1)} ms (${JSON.stringify(slowest[0][1])}).`);

console.log(`\nRecall@1 / recall@10 by class:\n\n| class | n | ${[...tables.keys()].join(" | ")} |\n|---|---|${"---|".repeat(tables.size)}`);
for (const [name, { n }] of classes) {
  const cells = [...tables.values()].map((table) => {
    const row = table.get(name);
    return row ? `${show(row.first / row.n)} / ${show(row.ten / row.n)}` : "-";
  });
  console.log(`| ${name} | ${n} | ${cells.join(" | ")} |`);
}
