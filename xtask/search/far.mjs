// Opens a dossier by ranges, as a program does: node far.mjs FILE.weerklank ENGINE
// Every answer must be the one that the whole file gives.

import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [file, engine] = process.argv.slice(2);
const { default: init, open, openFrom } = await import(pathToFileURL(join(resolve(engine), "weerklank.js")));
await init();

const size = statSync(file).size;
const disk = openSync(file, "r");
let requests = 0;
const server = createServer((request, answer) => {
  requests += 1;
  const asked = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  if (!asked || request.url === "/whole") return answer.writeHead(200).end(readFileSync(file));
  const [from, to] = [Number(asked[1]), Math.min(Number(asked[2]), size - 1)];
  const bytes = Buffer.alloc(to - from + 1);
  readSync(disk, bytes, 0, bytes.length, from);
  answer.writeHead(206, { "content-range": `bytes ${from}-${to}/${size}` }).end(bytes);
});
// Counting passages below keeps everything waiting for longer than a connection does.
server.keepAliveTimeout = 120_000;
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}`;

const far = await openFrom(`${address}/ranges`);
console.log(`${String(far.loaded).padStart(11)} bytes  to open, ${requests} requests, of ${size} bytes`);
const whole = open(readFileSync(file));
// Words of the dossier itself, so that there is something to find in any.
const passages = whole.passages();
const queries = Array.from({ length: 20 }, (_, at) => {
  const words = passages[Math.floor((passages.length * (at + 0.5)) / 20)].text.match(/\p{L}{6,}/gu) ?? ["de"];
  return words.slice(0, 1 + (at % 3)).join(" ");
});
const loaded = [];
for (const query of queries) {
  const before = far.loaded;
  const [got, expected] = [await far.search(query, { limit: 20 }), whole.search(query, { limit: 20 })];
  if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`another answer by ranges: ${query}`);
  loaded.push(far.loaded - before);
}
console.log(`${String(loaded[0]).padStart(11)} bytes  for the first query`);
loaded.sort((a, b) => a - b);
console.log(`${String(loaded[10]).padStart(11)} bytes  for a query, median of 20; ${requests} requests in all`);
const unranged = await openFrom(`${address}/whole`);
if (unranged.loaded !== size || (await unranged.search(queries[0], {})).length === 0) throw new Error("not without ranges");
far.close();
server.closeAllConnections();
server.close();
closeSync(disk);
