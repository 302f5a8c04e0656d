// Dossiers of a wanted size, from any folder: text, Markdown, JSON Lines, JSON, XML and archives of these.

import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { random } from "./queries.mjs";

const KINDS = {
  ".txt": (text) => [text],
  ".md": (text) => [text],
  ".xml": (text) => [untagged(text)],
  ".json": (text) => [strings(JSON.parse(text))],
  ".jsonl": (text) => text.split("\n").filter(Boolean).map((line) => strings(JSON.parse(line))),
};
// Lists of attacks and of words are no dossier.
const LEFT_OUT = /adversarial|spelling|snowball|stopwords|formats|LICENSE|README|MANIFEST/i;

function untagged(text) {
  const plain = text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return plain.replace(/[ \t]+/g, " ").replace(/\n\s*\n\s*/g, "\n\n");
}

// The texts in a JSON value: its long strings.
function strings(value) {
  if (typeof value === "string") return value.length > 40 ? untagged(value) : "";
  if (value === null || typeof value !== "object") return "";
  return Object.values(value).map(strings).filter(Boolean).join("\n\n");
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (LEFT_OUT.test(entry.name)) continue;
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function unpacked(archive, cache) {
  const folder = join(cache, createHash("sha256").update(archive).digest("hex").slice(0, 12));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("tar", ["-xf", archive, "-C", folder]);
  }
  return folder;
}

function read(folder, cache) {
  const documents = [];
  for (const path of files(folder)) {
    if (/\.tar\.\w+$/.test(path)) {
      documents.push(...read(unpacked(path, cache), cache));
      continue;
    }
    const texts = KINDS[extname(path)];
    if (!texts) continue;
    try {
      for (const text of texts(readFileSync(path, "utf8"))) {
        if (text.length > 200) documents.push({ name: relative(folder, path), text });
      }
    } catch (error) {
      console.error(`${path}: left out (${error.message})`);
    }
  }
  return documents;
}

// Writes a JSON Lines file of about `bytes` of text, documents in an order that their content settles. Where the folder holds
// less, sentences of all documents are dealt out anew, so that no passage comes twice as a whole.
// Without a folder, the text is made up with a seed.
export function dossier(folder, bytes, cache) {
  mkdirSync(cache, { recursive: true });
  const seen = new Set();
  const documents = (folder ? read(folder, cache) : invented(bytes))
    .map((document) => ({ ...document, key: createHash("sha256").update(document.text).digest("hex") }))
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const chosen = [];
  let size = 0;
  for (let round = 0; size < bytes && documents.length > 0; round += 1) {
    const source = round === 0 ? documents : dealt(documents, round);
    for (const { text } of source) {
      if (size >= bytes) break;
      chosen.push(text);
      size += Buffer.byteLength(text);
    }
  }
  const path = join(cache, `dossier-${bytes}.jsonl`);
  const line = (text, at) => JSON.stringify({ id: `d${String(at).padStart(6, "0")}`, title: "", text });
  writeFileSync(path, chosen.map((text, at) => `${line(text, at)}\n`).join(""));
  return path;
}

function dealt(documents, round) {
  const sentences = documents.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
  const step = 7919 * round + 1;
  const out = [];
  for (let at = 0, from = round; at < sentences.length; at += 40) {
    const part = [];
    for (let n = 0; n < 40; n += 1, from += step) part.push(sentences[from % sentences.length]);
    out.push({ text: `${part.slice(0, 20).join(" ")}\n\n${part.slice(20).join(" ")}` });
  }
  return out;
}

// Text that nobody wrote: a vocabulary of made-up stems, compounds and endings, drawn as words are (Zipf's law), in sentences
// and paragraphs of usual length.
function invented(bytes) {
  const next = random(77);
  const pick = (list) => list[next(list.length)];
  const [onsets, vowels, ends] = ["b br d dr f g gr h k kl l m n p pr r s sch st t tr v w z", "a aa e ee i ie o oo u eu ij oe", "d k l m n ng p r rk s st t"].map((list) => list.split(" "));
  const syllable = () => pick(onsets) + pick(vowels) + pick(ends);
  const stems = Array.from({ length: 2000 + Math.round(Math.sqrt(bytes) * 4) }, () => syllable() + (next(3) ? "" : syllable()));
  const drawn = () => stems[Math.floor(stems.length ** (next(1e6) / 1e6)) - 1] ?? stems[0];
  const word = () => drawn() + (next(6) ? "" : pick(["s", ""]) + drawn()) + pick(["", "", "", "en", "e", "t", "de", "ing", "lijk", "heid"]);
  const sentence = () => {
    const list = Array.from({ length: 8 + next(18) }, word);
    return `${list[0][0].toUpperCase()}${list.join(" ").slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 2 + next(6) }, sentence).join(" ");
  const documents = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(documents.at(-1).text)) {
    documents.push({ name: `${documents.length}`, text: Array.from({ length: 4 + next(20) }, paragraph).join("\n\n") });
  }
  return documents;
}
