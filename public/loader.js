// Starts the page. A classic script, so that it runs from disk and in sandboxed frames too.
//
// The page comes in one piece (packed in the portable flavour, see portable.js; in `later/fallback.js` where fetch is
// refused or the server keeps back `.wasm` files) or in two: `weerklank.wasm` with the title page, the search and what
// these need of the dossier, and `later/weerklank.wasm` with everything, which is fetched when the reader first moves and
// takes over when it is asked for. What fails is said in one visible sentence; the plain page stays readable.
(function () {
  "use strict";
  const script = document.currentScript;
  // Where scripts leave what they bring: `start` and `page` make wasm-bindgen's glue, `wasm` is the whole page in base64.
  const parts = (window.weerklank = window.weerklank || {});
  // A frame without an origin of its own: nothing can be fetched, nothing is remembered.
  const isSealed = self.origin === "null" && location.protocol !== "file:";
  const beside = (name) => new URL(name, script && script.src ? script.src : document.baseURI).href;

  // gzip in base64 -> bytes
  const unpack = async (base64) => {
    const packed = atob(base64.trim());
    const bytes = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
    return gunzip(bytes);
  };
  const gunzip = async (bytes) => {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    // Not by way of a Blob: WebKit gives none its bytes back in a frame without an origin.
    const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const policy =
    window.trustedTypes &&
    window.trustedTypes.createPolicy("weerklank", { createScriptURL: (address) => address, createScript: (code) => code });
  parts.policy = policy;
  const trusted = (parts.trusted = (address) => (policy ? policy.createScriptURL(address) : address));
  const carry = (name) =>
    new Promise((resolve, reject) => {
      const carrier = document.createElement("script");
      carrier.src = trusted(beside(name));
      carrier.onload = resolve;
      carrier.onerror = () => reject(new Error(name));
      document.head.append(carrier);
    });

  const fetched = async (name) => {
    if (location.protocol === "file:") throw new Error("file:");
    const answer = await fetch(beside(name));
    if (!answer.ok) throw new Error(name + ": " + answer.status);
    return answer;
  };
  const bytesOf = async (name) => gunzip(new Uint8Array(await (await fetched(name)).arrayBuffer()));
  const compiled = async (name) => {
    const answer = await fetched(name);
    return /^application\/wasm\b/.test(answer.headers.get("content-type") || "")
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());
  };
  const dossierIn = (module) => {
    const [section] = WebAssembly.Module.customSections(module, "weerklank");
    return unechoed(section && new Uint8Array(section));
  };
  // A dossier without what the plain page holds of it: `src/bin/weerklank/echo.rs`. `undefined` beside another text.
  const unechoed = (bytes) => {
    if (!bytes || String.fromCharCode(...bytes.subarray(0, 4)) !== "ECHO") return bytes;
    let from = 4;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[from];
        from += 1;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    const page = new TextEncoder().encode(shown);
    if (number() !== page.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 0)) return undefined;
    const whole = new Uint8Array(number());
    for (let to = 0; to < whole.length; ) {
      const added = number();
      whole.set(bytes.subarray(from, (from += added)), to);
      const same = number();
      const place = number();
      whole.set(page.subarray(place, place + same), to + added);
      to += added + same;
    }
    return whole;
  };

  // The styles of the whole page; without them it is plainer, no worse.
  let dress = () =>
    new Promise((resolve) => {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = beside("later/weerklank.css");
      sheet.onload = sheet.onerror = resolve;
      document.head.append(sheet);
    });

  const SEALED = [
    "Dit kader is afgesloten (sandbox): de pagina kwam als script, en taal en thema worden niet onthouden; verder ontbreekt er niets.",
    "This frame is sealed off (sandbox): the page came as a script, and language and theme are not remembered; nothing else is missing.",
  ];
  const NO_WASM = [
    "Deze server houdt .wasm-bestanden tegen: de pagina kwam als script, wat langer laadt; er ontbreekt niets.",
    "This server keeps back .wasm files: the page came as a script, which takes longer to load; nothing is missing.",
  ];

  // The whole page: asked for once, and once more after a failure.
  let asked = null;
  parts.whole = () => {
    const ask = async () => {
      const inlined = document.getElementById("weerklank-packed");
      if (inlined) {
        inlined.remove();
        return parts.unpack(inlined);
      }
      const dressed = dress();
      try {
        const loaded = [compiled("later/weerklank.wasm"), carry("later/weerklank.js"), dressed];
        return (await Promise.all(loaded))[0];
      } catch (error) {
        console.warn("Weerklank: " + error.message + "; later/fallback.js instead");
        await Promise.all([carry("later/fallback.js"), dressed]);
        const module = await WebAssembly.compile(await unpack(parts.wasm));
        if (parts.limited && location.protocol !== "file:") parts.limited(...(isSealed ? SEALED : NO_WASM));
        return module;
      }
    };
    asked = asked || ask();
    asked.catch(() => (asked = null));
    return asked;
  };
  // A glue of its own for every page: instances share nothing but the compiled module.
  parts.draw = async (glue, module, dossier, host) => {
    const bound = glue();
    const { memory } = await bound(module);
    // For measuring only.
    parts.bytes = () => memory.buffer.byteLength;
    return () => bound.start(dossier, host);
  };
  parts.beside = beside;
  parts.gunzip = gunzip;

  // A script without `data-page` is a guest in somebody's page: it brings the element <weerklank-dossier>.
  if (script && script.src && !("page" in script.dataset)) {
    dress = () => undefined;
    carry("later/element.js");
    return;
  }

  const plain = document.getElementById("weerklank-plain");
  const shown = plain && plain.textContent;
  const unscripted = document.querySelector(".plain-late");
  if (unscripted) unscripted.remove();
  const dutch = () => !/^en/.test(document.documentElement.lang);

  const say = (nl, en, detail, act) => {
    let line = document.getElementById("weerklank-news");
    if (!line) {
      line = document.createElement("p");
      line.id = "weerklank-news";
      line.className = "news";
      line.setAttribute("role", "status");
      document.body.prepend(line);
    }
    line.textContent = (dutch() ? nl : en) + (detail ? " (" + detail + ")" : "");
    if (!act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = dutch() ? act.nl : act.en;
    button.addEventListener("click", () => (line.remove(), act.run()));
    line.append(" ", button);
  };

  // What the host does not allow and what that costs: one sentence at the foot, for what is no news. The styles show the
  // one of the page's language.
  parts.limited = (nl, en) => {
    let line = document.getElementById("weerklank-limits");
    if (!line) {
      line = document.createElement("aside");
      line.id = "weerklank-limits";
      line.className = "frame limits";
    }
    for (const [lang, text] of Object.entries({ nl, en })) {
      const said = document.createElement("span");
      said.lang = lang;
      said.textContent = text + " ";
      line.append(said);
    }
    document.body.append(line);
  };

  // Where the app is not, the plain page can at least be searched.
  const plainly = async () => {
    if (!plain) return;
    if (!parts.seek) await carry("later/plain.js");
    parts.seek(plain, dutch());
  };

  // Called when the WASM panics. The plain page, taken away at the start, comes back.
  const failed = (parts.failed = (message) => {
    if (starting && mayReload()) return;
    if (plain && !plain.isConnected) document.body.append(plain);
    say(
      "Er ging iets mis in deze pagina; de tekst hieronder blijft leesbaar.",
      "Something went wrong in this page; the text below stays readable.",
      message.split("\n")[0].slice(0, 300),
      { nl: "Opnieuw laden", en: "Reload", run: () => location.reload() }
    );
    plainly().catch(() => undefined);
  });

  // WebKitGTK 2.50 fails about one start in 400 where no fault is ours (an index that cannot be out of bounds is; each time
  // at another place). What failed as it started may have left listeners behind: the page is loaded anew, once.
  let starting = false;
  const mayReload = () => {
    const [visit] = performance.getEntriesByType("navigation");
    return Boolean(visit) && visit.type !== "reload";
  };
  const started = (start) => {
    starting = true;
    try {
      return start();
    } catch (error) {
      if (!mayReload()) throw error;
      console.warn("Weerklank: " + error.message + "; loaded once more");
      location.reload();
      throw error;
    } finally {
      starting = false;
    }
  };

  let page;
  let dossier;
  const show = (start) => {
    page = started(start);
    if (page && plain) plain.remove();
    const limits = document.getElementById("weerklank-limits");
    if (limits) document.body.append(limits);
    document.documentElement.dataset.started = "";
    return page;
  };
  const host = (more) => ({ place: document.body, alone: true, failed, rest, ...more });

  // The first part of the page asks for the rest, which takes over where the reader is.
  const standing = () => {
    const at = document.activeElement;
    const { id, selectionStart: from, selectionEnd: to } = at || {};
    return () => {
      const again = id && document.getElementById(id);
      if (!again || wanted) return;
      again.focus({ preventScroll: true });
      if (typeof from === "number") again.setSelectionRange(from, to);
    };
  };
  let wanted;
  let taking = false;
  const rest = (what) => {
    wanted = wanted || what;
    if (!taking) takeOver();
  };
  const takeOver = async () => {
    taking = true;
    try {
      const module = await parts.whole();
      dossier = dossierIn(module) || dossier;
      const more = host({ takesOver: true });
      const start = await parts.draw(parts.page, module, dossier, more);
      const refocus = standing();
      more.wanted = wanted;
      page.stop();
      show(start);
      refocus();
    } catch (error) {
      taking = false;
      say(
        "De rest van deze pagina kwam niet mee; zoeken werkt wel.",
        "The rest of this page did not come along; search does work.",
        String((error && error.message) || error),
        { nl: "Nog eens", en: "Try again", run: () => rest() }
      );
    }
  };

  // The first sign of a reader brings the rest along, and keeps the page for when there is no network.
  const attend = () => {
    const signs = ["pointermove", "pointerdown", "touchstart", "keydown"];
    const first = () => {
      signs.forEach((sign) => removeEventListener(sign, first));
      if (parts.start) parts.whole().catch(() => undefined);
      if (parts.start && framed === undefined) keepForLater();
    };
    signs.forEach((sign) => addEventListener(sign, first, { passive: true }));
  };
  const keepForLater = async () => {
    if (isSealed || location.protocol === "file:") return;
    try {
      if (!("serviceWorker" in navigator) || !isSecureContext) throw new Error("no service worker");
      const manifest = document.createElement("link");
      manifest.rel = "manifest";
      manifest.href = beside("later/manifest.webmanifest");
      document.head.append(manifest);
      // Before the first one claims this page: it may do so before its own coming is heard of.
      const isKept = Boolean(navigator.serviceWorker.controller);
      const kept = await navigator.serviceWorker.register(trusted(beside("sw.js")));
      const offer = (waiting) =>
        waiting &&
        isKept &&
        say("Er is een nieuwere uitgave van dit dossier.", "There is a newer edition of this dossier.", "", {
          nl: "Toon die",
          en: "Show it",
          run: () => {
            navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
            waiting.postMessage("weerklank-take-over");
          },
        });
      const follow = (coming) =>
        coming &&
        coming.addEventListener("statechange", () => {
          if (coming.state === "installed") offer(coming);
          if (coming.state === "redundant" && !kept.active) notKept("files are missing");
        });
      offer(kept.waiting);
      follow(kept.installing);
      kept.addEventListener("updatefound", () => follow(kept.installing));
    } catch (error) {
      notKept(error.message);
    }
  };
  const notKept = (why) => {
    console.info("Weerklank: not kept for offline use (" + why + ")");
    parts.limited(
      "Deze site laat niet toe dat de browser de pagina bewaart (service worker): zonder netwerk opent ze niet.",
      "This site does not let the browser keep the page (service worker): it does not open without a network."
    );
  };

  // In a frame with `?embed` the page tells the page around it how high it is, when that one asks.
  let framed;
  if (window.parent !== window && /[?&]embed\b/.test(location.search)) {
    framed = { token: null };
    addEventListener("message", ({ source, data }) => {
      if (source !== window.parent || !data || data.weerklank !== "hello" || typeof data.token !== "string") return;
      const first = framed.token === null;
      framed.token = data.token;
      framed.tell();
      if (first) new ResizeObserver(() => framed.tell()).observe(document.body);
    });
    framed.tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      window.parent.postMessage({ weerklank: "height", token: framed.token, height }, "*");
    };
    window.parent.postMessage({ weerklank: "ready" }, "*");
  }

  // The title page and the search start with the first part; another address needs all of the page.
  const startsSmall = () =>
    location.protocol !== "file:" && parts.start && /^$|^#?\/?(\?|$)|^#\/(zoeken|search)\b/.test(location.hash);
  const run = async () => {
    if (typeof WebAssembly !== "object") {
      say(
        "Deze browser staat WebAssembly niet toe: hier staat het dossier als gewone tekst, met een eenvoudige zoekfunctie.",
        "This browser does not allow WebAssembly: here is the dossier as plain text, with a simple search."
      );
      plainly().catch(() => undefined);
      return;
    }
    const { dossier: own, first } = script ? script.dataset : {};
    attend();
    try {
      if (first && location.protocol !== "file:") {
        // A large dossier: `large.js`, which is then part of this script, begins with the first part of it.
        const begun = parts.begin({ address: beside(own), nFirst: Number(first), host, show, say });
        const refused = (error) => console.warn("Weerklank: " + error.message + "; later/fallback.js instead");
        if (await begun.then(() => true, refused)) return;
      }
      if (startsSmall()) {
        const parted = await Promise.all([compiled("weerklank.wasm"), own ? bytesOf(own) : undefined]).catch((error) =>
          console.warn("Weerklank: " + error.message + "; later/fallback.js instead")
        );
        if (parted) {
          dossier = parted[1] || dossierIn(parted[0]) || (await bytesOf("later/dossier.weerklank"));
          show(await parts.draw(parts.start, parted[0], dossier, host()));
          return;
        }
      }
      const apart = own ? bytesOf(own).catch(() => undefined) : parts.apart && parts.apart();
      const module = await parts.whole();
      dossier = dossierIn(module) || unechoed(await apart);
      if (parts.unpack && !dossier) {
        throw new Error(dutch() ? "de tekst van deze pagina is veranderd" : "the text of this page was changed");
      }
      show(await parts.draw(parts.page, module, dossier, host({ line: parts.line && parts.line(module, { dossier }) })));
    } catch (error) {
      if (document.getElementById("weerklank-news")) return;
      say(
        "Tijdlijn, citaten en het volledige zoeken konden hier niet starten; hieronder staat het dossier als gewone tekst, met een eenvoudige zoekfunctie.",
        "Timeline, quotes and the full search could not start here; below is the dossier as plain text, with a simple search.",
        String((error && error.message) || error)
      );
      plainly().catch(() => undefined);
    }
  };

  if (parts.start || parts.page || parts.begin || parts.unpack) run();
  // Under `trunk serve` Trunk starts the WASM and says so.
  else addEventListener("TrunkApplicationStarted", () => show(() => window.wasmBindings.start(undefined, host())), { once: true });
})();
