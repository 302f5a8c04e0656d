// Queries with one right answer, derived from passages with a seed.
//
// A query is kept only if no other passage holds the words it was made from: then a passage that is first is right or wrong.
// A damaged, inflected or joined word is kept only if the dossier does not hold it as it stands: else it would be another query.

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
export const words = (text) => text.match(/\p{L}+/gu) ?? [];

export class Passages {
  constructor(passages) {
    this.passages = passages;
    this.words = passages.map(({ text }) => words(text));
    this.holding = new Map();
    this.words.forEach((list, at) => {
      for (const word of new Set(list.map(fold))) {
        const known = this.holding.get(word);
        if (known) known.push(at);
        else this.holding.set(word, [at]);
      }
    });
  }

  has(word) {
    return this.holding.has(fold(word));
  }

  // Whether `at` is the only passage that holds all of `chosen`.
  onlyHolds(chosen, at) {
    const lists = chosen.map((word) => this.holding.get(fold(word)) ?? []).sort((a, b) => a.length - b.length);
    return lists[0].every((other) => other === at || !lists.every((list) => list.includes(other)));
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz";

function damaged(word, next) {
  const at = 1 + next(word.length - 1);
  const letter = letters[next(26)];
  switch (next(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
  }
}

// Another form of a Dutch word, by the commonest rules.
function inflected(word) {
  if (/(?:[^aeiou]|ij|oe|ie|eu|ui|ou)[bdfgklmnprt]$/.test(word)) return `${word}en`;
  if (/[^aeiou]en$/.test(word) && word.length > 6) return word.replace(/([^aeiou])\1en$/, "$1").replace(/en$/, "");
  if (/[bdfgklmnprst]e$/.test(word)) return word.slice(0, -1);
  if (/(?:lijk|ig|isch|baar)$/.test(word)) return `${word}e`;
  if (/(?:er|el|em|je)s$/.test(word)) return word.slice(0, -1);
  if (/(?:er|el|em|je)$/.test(word)) return `${word}s`;
  return undefined;
}

const CLASSES = {
  exact: (word) => word,
  prefix: (word, next, all, last) => (last && word.length > 6 ? word.slice(0, -2 - next(2)) : last ? undefined : word),
  "1 typo": (word, next, all) => made(word.length >= 5 && damaged(word, next), all),
  "2 typos": (word, next, all) => made(damaged(word.length >= 9 ? damaged(word, next) : word, next), all),
  "no diacritics": (word) => fold(word),
  inflected: (word, next, all) => made(inflected(word), all),
};

const made = (word, all) => (word && !all.has(word) ? word : undefined);

// `n` queries of each class and length: { name, query, target }.
export function queries(passages, n, seed) {
  const all = new Passages(passages);
  const out = [];
  for (const [name, change] of Object.entries(CLASSES)) {
    for (const n_words of [1, 3]) {
      const next = random(seed + out.length);
      collect(out, n, `${name}, ${n_words === 1 ? "one word" : "three words"}`, () => chosen(all, next, name, change, n_words));
    }
  }
  for (const [name, make] of Object.entries({ "compound apart": apart, "compound together": together, "compound part": part, phrase })) {
    const next = random(seed + out.length);
    collect(out, n, name, () => make(all, next));
  }
  for (let at = 0, next = random(seed); at < n; at += 1) {
    const query = Array.from({ length: 7 + next(6) }, () => letters[next(26)]).join("");
    if (!all.has(query)) out.push({ name: "nonsense", query, target: -1 });
  }
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
  const target = next(all.passages.length);
  const usable = (word) => word.length >= 5 && (name !== "no diacritics" || fold(word) !== word.toLowerCase());
  const long = name === "2 typos" && n_words === 1 ? 9 : 5;
  const others = all.words[target].filter((word) => word.length >= long);
  const first = all.words[target].filter((word) => usable(word) && word.length >= long);
  if (first.length === 0 || others.length < n_words) return undefined;
  const picked = [first[next(first.length)]];
  while (picked.length < n_words) picked.push(others[next(others.length)]);
  if (new Set(picked.map(fold)).size < n_words || !all.onlyHolds(picked, target)) return undefined;
  const changed = picked.map((word, at) => change(word.toLowerCase(), next, all, at === n_words - 1));
  return changed.includes(undefined) ? undefined : { query: changed.join(" "), target };
}

function rare(all, next) {
  const target = next(all.passages.length);
  const list = all.words[target].filter((word) => word.length >= 9 && all.holding.get(fold(word)).length === 1);
  return list.length === 0 ? undefined : { target, word: list[next(list.length)].toLowerCase() };
}

function apart(all, next) {
  const found = rare(all, next);
  if (!found) return undefined;
  for (let at = 4; at <= found.word.length - 4; at += 1) {
    const [left, right] = [found.word.slice(0, at), found.word.slice(at)];
    const clear = all.has(left) && all.has(right) && !all.holding.get(left)?.some((p) => all.holding.get(right)?.includes(p));
    if (clear) return { query: `${left} ${right}`, target: found.target };
  }
  return undefined;
}

function together(all, next) {
  const target = next(all.passages.length);
  const list = all.words[target];
  const at = next(Math.max(list.length - 1, 1));
  const [left, right] = [list[at], list[at + 1]];
  if (!left || !right || left.length < 4 || right.length < 4 || all.has(left + right)) return undefined;
  return all.onlyHolds([left, right], target) ? { query: (left + right).toLowerCase(), target } : undefined;
}

function part(all, next) {
  const found = rare(all, next);
  if (!found) return undefined;
  for (let at = 4; at <= found.word.length - 5; at += 1) {
    const [left, right] = [found.word.slice(0, at), found.word.slice(at)];
    if (!all.has(left) || all.has(right)) continue;
    const holders = [...all.holding.keys()].filter((word) => word.includes(right));
    if (holders.length === 1) return { query: right, target: found.target };
  }
  return undefined;
}

function phrase(all, next) {
  const target = next(all.passages.length);
  const list = all.words[target];
  if (list.length < 8) return undefined;
  const at = next(list.length - 4);
  const picked = list.slice(at, at + 4);
  const query = picked.join(" ");
  const { text } = all.passages[target];
  if (!text.includes(query) || !all.onlyHolds(picked, target)) return undefined;
  return { query: `"${query}"`, target };
}
