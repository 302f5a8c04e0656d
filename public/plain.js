// The search where WebAssembly is refused: over the plain page, and no more than the words themselves. Every word of the
// query begins a word of the passage, or stands there as it is between "quotation marks"; case and accents do not count.
(window.weerklank = window.weerklank || {}).seek = function (plain, dutch) {
  "use strict";
  const MOST = 60;
  const AROUND = 70;
  if (document.getElementById("weerklank-seek")) return;

  // Letter by letter, so that a place in what comes out is the same place in what went in.
  const fold = (text) =>
    Array.from(text, (letter) => {
      const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      return bare.length === letter.length ? bare : letter;
    }).join("");
  const passages = Array.from(plain.querySelectorAll("[id^='d-']"))
    .filter((place) => /-p\d+$/.test(place.id))
    .map((place) => {
      const whole = place.textContent ? place : place.parentElement;
      const title = place.closest("article") && place.closest("article").querySelector("h2");
      return { id: place.id, title: title ? title.textContent : "", text: whole.textContent.replace(/\s+/g, " ").trim() };
    });
  if (!passages.length) return;
  passages.forEach((passage) => (passage.folded = fold(passage.text)));

  const patterns = (query) =>
    Array.from(fold(query).matchAll(/["„“”]([^"„“”]+)["“”]?|[\p{L}\p{N}]+/gu), ([word, phrase]) => {
      const literal = (phrase || word).trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return literal && new RegExp("(?<![\\p{L}\\p{N}])" + literal + (phrase ? "(?![\\p{L}\\p{N}])" : ""), "gu");
    }).filter(Boolean);
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };
  // The words around the first match, matches marked.
  const snippet = ({ text, folded }, wanted) => {
    const matches = wanted
      .flatMap((pattern) => Array.from(folded.matchAll(pattern), (match) => [match.index, match.index + match[0].length]))
      .sort((a, b) => a[0] - b[0]);
    const from = text.lastIndexOf(" ", Math.max(0, matches[0][0] - AROUND)) + 1;
    const space = text.indexOf(" ", matches[0][1] + 2 * AROUND);
    const to = space < 0 ? text.length : space;
    const said = element("span", {}, from > 0 ? "… " : "");
    let at = from;
    for (const [start, end] of matches) {
      if (start < at || end > to) continue;
      said.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    said.append(text.slice(at, to), to < text.length ? " …" : "");
    return said;
  };

  const box = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const label = element("label", {}, dutch ? "Zoek in de tekst" : "Search the text", " ", box);
  const status = element("p", { role: "status" });
  const found = element("ol", { class: "plain-found" });
  const answer = () => {
    const wanted = patterns(box.value);
    const holds = (passage) => wanted.every((pattern) => passage.folded.search(pattern) >= 0);
    const hits = wanted.length ? passages.filter(holds) : [];
    const line = (hit) =>
      element("li", {}, element("a", { href: "#" + hit.id }, hit.title || hit.id), " ", snippet(hit, wanted));
    found.replaceChildren(...hits.slice(0, MOST).map(line));
    const [one, many, most] = dutch
      ? ["passage", "passages", "De eerste " + MOST + " staan hier."]
      : ["passage", "passages", "The first " + MOST + " stand here."];
    const count = hits.length + " " + (hits.length === 1 ? one : many);
    status.textContent = !wanted.length ? "" : hits.length > MOST ? count + ". " + most : count;
  };
  box.addEventListener("input", answer);
  const form = element("form", { role: "search", id: "weerklank-seek" }, label, status, found);
  form.addEventListener("submit", (event) => event.preventDefault());
  const title = plain.querySelector("h1");
  if (title) title.after(form);
  else plain.prepend(form);
};
