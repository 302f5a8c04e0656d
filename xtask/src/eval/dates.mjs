// Scores date taggers: node dates.mjs --weerklank PROGRAM --sets FOLDER [--chrono FOLDER] [--data FOLDER] [--misses]
//
// --sets: the project's own, beside chrono-node where that is given. --data: a document's own date, as stated in its head and
// as its text bounds it with the head cut off, against the metadata of `dekamer-2017` and `missieven`.
//
// A set is text: `@ 2024-05-15` sets the day that it is written on, `# class` the class; in the other lines `[words]{EDTF}`
// marks an expression; ⏎ stands for a line break, ␣ for a no-break space. Strict: the same span; relaxed: spans that
// overlap; value: the same span (or an overlapping one) and the same EDTF. Classes named "traps" count false alarms.
// Other readings that the hand of a set allows: `[words]{EDTF|EDTF}`, and a line `| …` that marks the text of the line above
// in another way. Scores are of the first readings; "allowed" is strict, value and both with the best of all readings.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const weerklank = argument("weerklank");
const folder = argument("sets");
const chronoPath = argument("chrono");
const data = argument("data");
const misses = process.argv.includes("--misses");

function readSet(file) {
  let day = null;
  let name = "";
  const cases = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("@ ")) day = line.slice(2).trim();
    else if (line.startsWith("# ")) name = line.slice(2).trim();
    else if (line.startsWith("| ")) cases.at(-1).readings.push(parse(line.slice(2)).spans);
    else if (line.trim() && !line.startsWith("//")) {
      const { text, spans } = parse(line);
      cases.push({ text, readings: [spans], day, name, set: file });
    }
  }
  return cases;
}

function parse(line) {
  const spans = [];
  let text = "";
  let at = 0;
  for (const mark of line.matchAll(/\[([^\[\]{}]+)\]\{([^}]*)\}/g)) {
    text += plain(line.slice(at, mark.index));
    const start = bytes(text);
    text += plain(mark[1]);
    spans.push({ start, end: bytes(text), values: mark[2].split("|") });
    at = mark.index + mark[0].length;
  }
  return { text: text + plain(line.slice(at)), spans };
}

const plain = (text) => text.replaceAll("⏎", "\n").replaceAll("␣", "\u00a0");
const bytes = (text) => Buffer.byteLength(text, "utf8");

function ours(cases) {
  const input = cases.map((one, id) => JSON.stringify({ id: String(id), text: one.text, reference_date: one.day })).join("\n");
  const run = spawnSync(weerklank, ["dates", "--lines", "--json"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(run.stderr);
  const found = [];
  for (const line of run.stdout.split("\n").filter(Boolean)) {
    const { id, spans } = JSON.parse(line);
    found[id] = spans;
  }
  return found;
}

// chrono-node gives days, and says which fields it knows: those become the precision of its EDTF.
function chrono(cases) {
  const { nl, en } = createRequire(import.meta.url)(resolve(chronoPath));
  const pad = (n, width = 2) => String(n).padStart(width, "0");
  const edtf = (parts) => {
    const year = pad(parts.get("year"), 4);
    const fields = [year];
    const has = (field) => parts.isCertain(field);
    if (has("month") || has("day") || has("weekday") || !has("year")) fields.push(pad(parts.get("month")));
    if (has("day") || has("weekday") || has("hour") || !has("month") && !has("year")) fields.push(pad(parts.get("day")));
    const clock = has("hour") ? `T${pad(parts.get("hour"))}:${pad(parts.get("minute"))}` : "";
    return fields.join("-") + clock;
  };
  return cases.map((one) => {
    const english = one.name.startsWith("en");
    const found = (english ? en : nl).parse(one.text, new Date(`${one.day}T12:00:00`));
    return found.map((result) => {
      const start = bytes(one.text.slice(0, result.index));
      const value = edtf(result.start) + (result.end ? `/${edtf(result.end)}` : "");
      return { start, end: start + bytes(result.text), value };
    });
  });
}

const same = (a, b) => a.start === b.start && a.end === b.end;
const meets = (a, b) => a.start < b.end && b.start < a.end;

// How a reading fits what was said; of the values of a mark the first counts, or any.
function fit(gold, said, any) {
  const means = (mark, other) => (any ? mark.values.includes(other.value) : mark.values[0] === other.value);
  const n = (test) => gold.filter((mark) => said.some((other) => test(mark, other))).length;
  return {
    gold: gold.length,
    said: said.length,
    strict: n(same),
    relaxed: n(meets),
    value: n((mark, other) => meets(mark, other) && means(mark, other)),
    exact: n((mark, other) => same(mark, other) && means(mark, other)),
    alarms: said.filter((other) => !gold.some((mark) => meets(mark, other))).length,
  };
}

function score(cases, found) {
  const rows = new Map();
  const empty = () => ({ first: {}, allowed: {} });
  const row = (name) => rows.get(name) ?? rows.set(name, empty()).get(name);
  const add = (into, one) => Object.entries(one).forEach(([key, n]) => (into[key] = (into[key] ?? 0) + n));
  const missed = [];
  cases.forEach((one, id) => {
    const said = found[id] ?? [];
    const first = fit(one.readings[0], said, false);
    const rate = ({ gold, strict, value, exact }) => (2 * exact + value + strict) / Math.max(1, gold + said.length) - (exact < gold ? 0.001 : 0);
    const allowed = one.readings.map((spans) => fit(spans, said, true)).reduce((best, other) => (rate(other) > rate(best) ? other : best));
    for (const into of [row(one.name), row("all")]) {
      add(into.first, first);
      add(into.allowed, allowed);
    }
    const right = ({ gold, said, exact }) => gold === said && exact === gold;
    if (!right(first)) {
      const show = (spans) => spans.map((span) => `${Buffer.from(one.text).subarray(span.start, span.end)} = ${span.value ?? span.values.join(" | ")}`).join("; ");
      missed.push(`${right(allowed) ? "(allowed) " : ""}${one.name}: ${JSON.stringify(one.text)}\n    - ${show(one.readings[0])}\n    + ${show(said)}`);
    }
  });
  return { rows, missed };
}

function table(title, { rows }) {
  const f1 = (row, right) => (row.gold + row.said ? ((2 * right) / (row.gold + row.said)).toFixed(3) : "-").padStart(7);
  console.log(`\n${title.padEnd(26)} gold  strict relaxed   value  both  false alarms  allowed: strict value both`);
  for (const [name, { first, allowed }] of [...rows].sort(([a], [b]) => (a === "all") - (b === "all") || (a < b ? -1 : 1))) {
    const cells = [first.strict, first.relaxed, first.value, first.exact].map((right) => f1(first, right));
    const other = [allowed.strict, allowed.value, allowed.exact].map((right) => f1(allowed, right));
    console.log(`  ${name.padEnd(24)} ${String(first.gold).padStart(4)} ${cells.join(" ")} ${String(first.alarms).padStart(5)}   ${other.join(" ")}`);
  }
}

// ---- a document's own date

function owned(folder) {
  const run = spawnSync(weerklank, ["timeline", "--json", folder], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(run.stderr);
  const found = new Map();
  for (const line of run.stdout.split("\n").filter(Boolean)) {
    const entry = JSON.parse(line);
    if (entry.kind !== "document") continue;
    const file = entry.sources[0].file;
    found.set(file, [...(found.get(file) ?? []), entry]);
  }
  return found;
}

// Exactly found; found as an interval that holds the day; and how many days such an interval has in the middle.
function compare(title, gold, found) {
  let exact = 0;
  let holds = 0;
  let said = 0;
  const widths = [];
  const wrong = [];
  for (const [file, day] of gold) {
    const entries = found.get(file) ?? [];
    said += entries.length > 0;
    if (entries.some((entry) => entry.edtf === day)) exact += 1;
    const around = entries.find((entry) => (entry.earliest ?? "0000") <= day && day <= (entry.latest ?? "9999"));
    if (around) {
      holds += 1;
      if (around.earliest && around.latest) widths.push((Date.parse(around.latest) - Date.parse(around.earliest)) / 86_400_000);
    } else if (entries.length) {
      wrong.push(`${file}: ${day}, found ${entries.map((entry) => entry.edtf).join("; ")}`);
    }
  }
  widths.sort((a, b) => a - b);
  const middle = widths.length ? widths[widths.length >> 1] : "-";
  console.log(`${title.padEnd(44)} ${gold.size} documents, exact ${exact}, said ${said}, holds ${holds}, bounded on both sides ${widths.length}, middle width ${middle} days`);
  if (misses) console.log(wrong.slice(0, 40).join("\n"));
}

function copies(files, change) {
  const into = mkdtempSync(join(tmpdir(), "weerklank-"));
  for (const [name, text] of files) writeFileSync(join(into, name), change(text, name));
  return into;
}

function questions() {
  const rows = readFileSync(join(data, "dekamer-2017/medium.tsv"), "utf8").trim().split("\n").slice(1).map((row) => row.split("\t"));
  const gold = new Map(rows.map(([file, , day]) => [file, day]));
  const files = rows.map(([file]) => [file, readFileSync(join(data, "dekamer-2017/medium", file), "utf8")]);
  const check = (title, change) => {
    const into = copies(files, change);
    compare(title, gold, owned(into));
    rmSync(into, { recursive: true });
  };
  check("Belgian questions, as they are", (text) => text);
  check("Belgian questions, head cut off", (text) => text.slice(text.indexOf("\nVraag\n")));
}

function letters() {
  const into = mkdtempSync(join(tmpdir(), "weerklank-"));
  spawnSync("tar", ["-xJf", join(data, "missieven/missieven-01-07.tar.xz"), "-C", into]);
  const walk = (at) => readdirSync(at, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? walk(join(at, one.name)) : [join(at, one.name)]));
  const gold = new Map();
  const files = [];
  const text = (xml) => xml.replace(/<lb\s*\/>\s*/g, " ").replace(/<\/(head|para|remark|folio)>/g, "\n\n").replace(/<note[^]*?<\/note>/g, " ").replace(/<[^>]+>/g, "").replace(/&amp;/g, "&");
  for (const path of walk(into).filter((path) => path.endsWith(".xml"))) {
    const xml = readFileSync(path, "utf8");
    const meta = (key) => xml.match(new RegExp(`key="${key}" value="([^"]*)"`))?.[1] ?? "";
    const [year, month, day] = [meta("year"), meta("month"), meta("day")];
    if (!/^\d{4}$/.test(year) || !/^\d+$/.test(month) || !/^\d+$/.test(day)) continue;
    const name = path.slice(into.length + 1).replaceAll(/[^a-z0-9]+/gi, "_") + ".txt";
    gold.set(name, `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
    const [, body] = xml.split("<body>");
    files.push([name, text(body ?? "")]);
  }
  rmSync(into, { recursive: true });
  const check = (title, change) => {
    const folder = copies(files, change);
    compare(title, gold, owned(folder));
    rmSync(folder, { recursive: true });
  };
  check("General Missives 1610-1725, as they are", (text) => text);
  check("General Missives, first paragraph cut off", (text) => text.slice(text.indexOf("\n\n", text.search(/\S/))));
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt")).sort()) {
  const cases = readSet(join(folder, file));
  const own = score(cases, ours(cases));
  table(`${file}: weerklank`, own);
  if (misses) console.log(own.missed.join("\n"));
  if (chronoPath) table(`${file}: chrono-node`, score(cases, chrono(cases)));
}
if (data) {
  console.log("");
  if (existsSync(join(data, "dekamer-2017/medium.tsv"))) questions();
  if (existsSync(join(data, "missieven/missieven-01-07.tar.xz"))) letters();
}
