// Ranking: node eval.mjs --data DIR --engine DIR --command PATH --cache DIR
//
// Queries are thesaurus labels, and a document is relevant that people gave the label to (medium.qrels.tsv). The line of a
// document that names its labels is left out. nDCG@10 with one grade of relevance, over documents: each ranks as its best
// passage does. The same passages for all engines, in one run.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";

const { values: given } = parseArgs({
  options: { data: { type: "string" }, engine: { type: "string" }, command: { type: "string" }, cache: { type: "string" }, misses: { type: "boolean" } },
});
const folder = join(given.data, "dekamer-2017", "medium");
const rows = readFileSync(join(given.data, "dekamer-2017", "medium.qrels.tsv"), "utf8").trim().split("\n").map((row) => row.split("\t"));
const relevant = new Map();
for (const [label, file, grade] of rows) {
  if (Number(grade) > 0) relevant.set(label, (relevant.get(label) ?? new Set()).add(file.replace(/\.txt$/, "")));
}

mkdirSync(given.cache, { recursive: true });
const source = join(given.cache, "ranking.jsonl");
const line = (file) => {
  const text = readFileSync(join(folder, file), "utf8").split("\n").filter((row) => !row.startsWith("Onderwerpen ")).join("\n");
  return JSON.stringify({ id: file.replace(/\.txt$/, ""), title: "", text });
};
writeFileSync(source, `${readdirSync(folder).filter((file) => file.endsWith(".txt")).sort().map(line).join("\n")}\n`);
const file = join(given.cache, "ranking.weerklank");
execFileSync(given.command, ["index", source, "--out", file, "--without", "dates,quotes"], { stdio: ["ignore", "ignore", "inherit"] });

const { default: init, open } = await import(pathToFileURL(join(given.engine, "weerklank.js")));
await init();
const dossier = open(readFileSync(file));
const passages = dossier.passages();
const ENOUGH = 400;

function miniSearch(options) {
  const index = new MiniSearch({ fields: ["text"], ...options });
  index.addAll(passages.map(({ text }, id) => ({ id, text })));
  return (query) => index.search(query).map(({ id }) => passages[id].document);
}

const engines = {
  Weerklank: (query) => dossier.search(query, { limit: ENOUGH }).map(({ document }) => document),
  "MiniSearch (BM25+, exact)": miniSearch({}),
  "MiniSearch (prefix, fuzzy 0.2)": miniSearch({ searchOptions: { prefix: true, fuzzy: 0.2 } }),
};

console.log(`${relevant.size} labels, ${passages.length} passages.\n\n| engine | nDCG@10 | recall@10 | MRR |\n|---|---|---|---|`);
for (const [name, find] of Object.entries(engines)) {
  const sums = [0, 0, 0];
  for (const [label, right] of relevant) {
    const ten = [...new Set(find(label))].slice(0, 10);
    const gain = (n, hit) => (hit ? 1 / Math.log2(n + 2) : 0);
    const got = ten.reduce((sum, document, n) => sum + gain(n, right.has(document)), 0);
    const best = Array.from({ length: Math.min(10, right.size) }, (_, n) => gain(n, true)).reduce((a, b) => a + b);
    const first = ten.findIndex((document) => right.has(document));
    sums[0] += got / best;
    sums[1] += ten.filter((document) => right.has(document)).length / Math.min(10, right.size);
    sums[2] += first < 0 ? 0 : 1 / (first + 1);
    if (given.misses && name === "Weerklank") console.error(label, (got / best).toFixed(3));
  }
  console.log(`| ${name} | ${sums.map((sum) => (sum / relevant.size).toFixed(3)).join(" | ")} |`);
}
