// Queries derived from passages with a seed, each with the passages that are right for it.
//
// A query is made from words of one passage, but every passage that answers it as well is right too: a judge that knew only the
// passage it drew from would call a better answer wrong. For each word of a query some words of the dossier will do:
//
// | class | what will do for a word |
// |---|---|
// | exact, no diacritics, phrase | the word |
// | prefix | for the last word, all that begin so; for the others the word |
// | 1 typo, 2 typos, wrong first letter | all that are no further from what was typed than the word that was meant |
// | OCR | the word, where it was read wrongly (rn for m, 1 for l, c for e ...) |
// | inflected | the forms of the same stem (Snowball's list) or lemma (a treebank), both taken from the data folder: what is typed is drawn by one of the two, and right is what either calls a form of it, since each knows but some forms |
// | compound apart | the compound, or both words in one passage |
// | compound together | the two words, one directly behind the other |
// | compound part | the part, alone or within a longer word |
//
// A passage is right if it holds a word that will do for each; one that a line's end tears counts as the word that it is. A
// damaged or joined word is left out if the dossier holds it, or a word that begins so, or if those lists hold it (`rieven`,
// typed for `brieven`, is a form of a verb): it would be another query.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
// Digits belong to words; only words of letters become queries.
export const words = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const lettersOnly = (word) => /^\p{L}+$/u.test(word);
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
const letters = (word) => [...word].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);
const bits = (value) => {
  let n = 0;
  for (let rest = value; rest; rest &= rest - 1) n += 1;
  return n;
};

// Edits between two words, a swap of neighbours counted as one.
export function distance(a, b) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

const torn = (text) => [...text.matchAll(/(\p{L}+)-\n(\p{Ll}+)/gu)].map(([, first, second]) => first + second);

export class Passages {
  // `language`: words that mean something, whether a passage holds them or not.
  constructor(passages, language = new Set()) {
    this.language = language;
    this.texts = passages.map(({ text }) => text);
    this.words = this.texts.map(words);
    this.holding = new Map();
    this.words.forEach((list, at) => {
      for (const word of new Set([...list, ...torn(this.texts[at])].map(fold))) {
        const known = this.holding.get(word);
        if (known) known.push(at);
        else this.holding.set(word, [at]);
      }
    });
    this.vocabulary = [...this.holding.keys()].sort();
    this.byLength = [];
    for (const word of this.vocabulary) (this.byLength[word.length] ??= []).push([word, letters(word)]);
  }

  has(word) {
    return this.holding.has(fold(word));
  }

  // Whether a damaged word is a word of its own.
  isAnother(word) {
    return this.starting(word).length > 0 || this.language.has(word);
  }

  // All words that begin so.
  starting(start) {
    let [low, high] = [0, this.vocabulary.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.vocabulary[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; this.vocabulary[low]?.startsWith(start); low += 1) found.push(this.vocabulary[low]);
    return found;
  }

  near(word, most) {
    const [found, held] = [[], letters(word)];
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const [other, theirs] of this.byLength[length] ?? []) {
        if (bits(held ^ theirs) <= 2 * most && distance(word, other) <= most) found.push(other);
      }
    }
    return found;
  }

  // The passages that hold one word of each list.
  right(lists) {
    const sets = lists.map((list) => new Set(list.flatMap((word) => this.holding.get(word) ?? [])));
    sets.sort((a, b) => a.size - b.size);
    return new Set([...sets[0]].filter((at) => sets.every((set) => set.has(at))));
  }
}

// Words of one stem or lemma, by word, from a data folder that holds such lists; empty where it holds none.
export function relatives(folder) {
  const read = (...path) => (folder && existsSync(join(folder, ...path)) ? readFileSync(join(folder, ...path), "utf8") : "");
  const [stems, lemmas] = [new Map(), new Map()];
  const add = (groups, name, word) => groups.set(name, (groups.get(name) ?? new Set()).add(fold(word)));
  const voc = read("snowball", "dutch", "voc.txt").split("\n");
  read("snowball", "dutch", "output.txt").split("\n").forEach((stem, at) => stem && add(stems, stem, voc[at]));
  for (const file of ["nl_alpino-ud-test.conllu", "nl_lassysmall-ud-test.conllu"]) {
    for (const line of read("ud", file).split("\n")) {
      const [, form, lemma, kind] = line.split("\t");
      if (/^(NOUN|VERB|ADJ)$/.test(kind ?? "") && lettersOnly(form) && lettersOnly(lemma)) add(lemmas, `${lemma} ${kind}`, form);
    }
  }
  const byWord = (groups) => {
    const map = new Map();
    for (const group of groups.values()) {
      if (group.size < 2) continue;
      for (const word of group) map.set(word, [...new Set([...(map.get(word) ?? []), ...group])]);
    }
    return map;
  };
  const [stem, lemma] = [byWord(stems), byWord(lemmas)];
  const language = new Set([...stems.values(), ...lemmas.values()].flatMap((group) => [...group]));
  return { stem, lemma, language };
}

function damaged(word, next, from = 1) {
  const at = from + next(word.length - from);
  const letter = ALPHABET[next(26)];
  switch (next(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return at > 0 ? word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1) : word[1] + word[0] + word.slice(2);
  }
}

// A damaged word with all that may be meant by it.
function typo(all, meant, typed) {
  if (typed === meant || all.isAnother(typed)) return undefined;
  const edits = distance(typed, meant);
  return edits > 2 ? undefined : { typed, fit: all.near(typed, edits) };
}

const OCR = [["m", "rn"], ["rn", "m"], ["l", "1"], ["i", "l"], ["l", "i"], ["e", "c"], ["h", "b"], ["w", "vv"], ["d", "cl"], ["o", "0"], ["ij", "y"]];

function misread(all, word, next) {
  const usable = OCR.filter(([seen]) => word.includes(seen));
  if (usable.length === 0) return undefined;
  const [seen, read] = usable[next(usable.length)];
  const typed = word.replace(seen, read);
  return all.isAnother(typed) ? undefined : { typed, fit: [word] };
}

// What may be typed for a folded word, and which words will do for it; `undefined` for nothing.
const CHANGES = {
  exact: (all, word) => ({ typed: word, fit: [word] }),
  prefix: (all, word, next, last) => {
    const typed = last ? word.slice(0, -1 - next(Math.max(word.length - 4, 1))) : word;
    return { typed, fit: last ? all.starting(typed) : [word] };
  },
  "1 typo": (all, word, next) => typo(all, word, damaged(word, next)),
  "2 typos": (all, word, next) => typo(all, word, damaged(word.length >= 8 ? damaged(word, next) : word, next)),
  "wrong first letter": (all, word, next) =>
    typo(all, word, next(2) ? word.slice(1) : ALPHABET[next(26)] + word.slice(1)),
  OCR: (all, word, next) => misread(all, word, next),
  "no diacritics": (all, word) => ({ typed: word, fit: [word] }),
};

const inflected = (groups, kin) => (all, word, next) => {
  const others = (groups.get(word) ?? []).filter((other) => !all.has(other) && all.starting(other).length === 0);
  if (others.length === 0) return undefined;
  const typed = others[next(others.length)];
  return { typed, fit: [...new Set([...(kin.stem.get(typed) ?? []), ...(kin.lemma.get(typed) ?? [])])] };
};

// `n` queries of each class and length: { name, query, right: a set of numbers of passages }.
export function queries(passages, n, seed, folder) {
  const kin = relatives(folder);
  const all = new Passages(passages, kin.language);
  const changes = { ...CHANGES, "inflected (stem)": inflected(kin.stem, kin), "inflected (lemma)": inflected(kin.lemma, kin) };
  const out = [];
  for (const [name, change] of Object.entries(changes)) {
    for (const n_words of [1, 3]) {
      const next = random(seed + out.length);
      collect(out, n, `${name}, ${n_words === 1 ? "one word" : "three words"}`, () => chosen(all, next, name, change, n_words));
    }
  }
  for (const [name, make] of Object.entries({ "compound apart": apart, "compound together": together, "compound part": part, phrase })) {
    const next = random(seed + out.length);
    collect(out, n, name, () => make(all, next));
  }
  const next = random(seed);
  collect(out, n, "nonsense", () => {
    const query = Array.from({ length: 8 + next(6) }, () => ALPHABET[next(26)]).join("");
    return all.near(query, 2).length > 0 || all.starting(query).length > 0 ? undefined : { query, right: new Set() };
  });
  return out;
}

function collect(out, n, name, make) {
  const seen = new Set();
  for (let tries = 0; seen.size < n && tries < n * 400; tries += 1) {
    const made = make();
    if (made && !seen.has(made.query)) {
      seen.add(made.query);
      out.push({ name, ...made });
    }
  }
}

function chosen(all, next, name, change, n_words) {
  const list = all.words[next(all.words.length)].filter((word) => word.length >= (name === "2 typos" ? 8 : 5) && lettersOnly(word));
  const picked = [];
  for (let n = 0; n < n_words; n += 1) {
    const usable = list.filter((word) => name !== "no diacritics" || n > 0 || fold(word) !== word.toLowerCase());
    if (usable.length === 0) return undefined;
    picked.push(fold(usable[next(usable.length)]));
  }
  if (new Set(picked).size < n_words) return undefined;
  const changed = picked.map((word, at) => change(all, word, next, at === n_words - 1));
  if (changed.includes(undefined)) return undefined;
  return { fit: changed.map(({ fit }) => fit), query: changed.map(({ typed }) => typed).join(" "), right: all.right(changed.map(({ fit }) => fit)) };
}

// A word of a passage that falls into two words of the dossier.
function compound(all, next) {
  const list = all.words[next(all.words.length)].map(fold).filter((word) => word.length >= 9 && lettersOnly(word));
  if (list.length === 0) return undefined;
  const word = list[next(list.length)];
  for (let at = 4; at <= word.length - 4; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (all.has(left.replace(/s$/, "")) && all.has(right)) return { word, left, right };
  }
  return undefined;
}

function apart(all, next) {
  const found = compound(all, next);
  if (!found) return undefined;
  const { word, left, right } = found;
  const whole = all.right([[word]]);
  const both = all.right([[left], [right]]);
  return { query: `${left} ${right}`, right: new Set([...whole, ...both]) };
}

function together(all, next) {
  const text = all.texts[next(all.texts.length)];
  const pairs = [...text.matchAll(/(?<!\S)(\p{L}{4,}) (?=(\p{L}{4,})(?![^\s.,;:?!]))/gu)];
  if (pairs.length === 0) return undefined;
  const [, left, right] = pairs[next(pairs.length)];
  const query = fold(left + right);
  if (all.starting(query).length > 0) return undefined;
  const beside = new RegExp(`(?<!\\p{L})${fold(left)}[^\\p{L}]+${fold(right)}(?!\\p{L})`, "u");
  const holds = [...all.right([[fold(left)], [fold(right)]])].filter((at) => beside.test(fold(all.texts[at])));
  return { query, right: new Set(holds) };
}

function part(all, next) {
  const found = compound(all, next);
  if (!found) return undefined;
  const query = next(2) ? found.left.replace(/s$/, "") : found.right;
  return { query, right: all.right([all.vocabulary.filter((word) => word.includes(query))]) };
}

function phrase(all, next) {
  const text = all.texts[next(all.texts.length)];
  const runs = [...text.matchAll(/(?<!\S)(?=((?:\p{L}+ ){3}\p{L}+)(?![^\s.,;:?!]))/gu)].map(([, run]) => run);
  if (runs.length === 0) return undefined;
  const run = runs[next(runs.length)];
  const list = words(run).map(fold);
  const row = new RegExp(`(?<!\\p{L})${list.join("[^\\p{L}]+")}(?!\\p{L})`, "u");
  const holds = [...all.right(list.map((word) => [word]))].filter((at) => row.test(fold(all.texts[at])));
  return { query: `"${run}"`, right: new Set(holds) };
}
