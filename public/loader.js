// Starts the page. A classic script, so that it runs from disk and in sandboxed frames too.
//
// It looks for the WASM in three places, in this order: inlined in the page (the portable flavour), beside it by fetch
// (the web flavour), and in a script beside it (`later/fallback.js`) where fetch is refused or the server keeps back
// `.wasm` files. The dossier is a custom section of the WASM; only a large one lies beside it. What fails is said in one
// visible sentence; the plain page stays readable.
(function () {
  "use strict";
  const script = document.currentScript;
  const plain = document.getElementById("weerklank-plain");
  const dutch = !/^en/.test(document.documentElement.lang);
  const beside = (name) => new URL(name, script && script.src ? script.src : document.baseURI).href;

  const say = (nl, en, detail) => {
    let line = document.getElementById("weerklank-news");
    if (!line) {
      line = document.createElement("p");
      line.id = "weerklank-news";
      line.className = "news";
      line.setAttribute("role", "status");
      document.body.prepend(line);
    }
    line.textContent = (dutch ? nl : en) + (detail ? " (" + detail + ")" : "");
    return line;
  };

  // Called by the WASM when it panics. The plain page, taken away at the start, comes back.
  window.weerklankFailed = (message) => {
    if (plain && !plain.isConnected) document.body.append(plain);
    const line = say(
      "Er ging iets mis in deze pagina; de tekst hieronder blijft leesbaar.",
      "Something went wrong in this page; the text below stays readable.",
      message.split("\n")[0].slice(0, 300)
    );
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = dutch ? "Opnieuw laden" : "Reload";
    again.addEventListener("click", () => location.reload());
    line.append(" ", again);
  };

  // gzip in base64 -> bytes
  const unpack = async (base64) => {
    const packed = atob(base64.trim());
    const bytes = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
    return gunzip(bytes);
  };
  const gunzip = async (bytes) => {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  const inlined = (id) => {
    const element = document.getElementById(id);
    if (!element) return null;
    const text = element.textContent;
    element.remove();
    return text;
  };

  // `later/fallback.js` calls this with the WASM.
  let arrived = null;
  window.weerklankParts = (wasm) => arrived(wasm);
  const parts = () =>
    new Promise((resolve, reject) => {
      arrived = resolve;
      const url = beside("later/fallback.js");
      const policy =
        window.trustedTypes && window.trustedTypes.createPolicy("weerklank-loader", { createScriptURL: (it) => it });
      const carrier = document.createElement("script");
      carrier.src = policy ? policy.createScriptURL(url) : url;
      carrier.onerror = () => reject(new Error("later/fallback.js"));
      document.head.append(carrier);
    });

  const fetched = async (name) => {
    const answer = await fetch(beside(name));
    if (!answer.ok) throw new Error(name + ": " + answer.status);
    return answer;
  };

  const compiled = async (answer) =>
    /^application\/wasm\b/.test(answer.headers.get("content-type") || "")
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());

  // -> [WebAssembly.Module, the bytes of a dossier beside it or undefined]
  const load = async () => {
    const wasm = inlined("weerklank-wasm");
    if (wasm !== null) return [await WebAssembly.compile(await unpack(wasm))];
    const name = script && script.dataset.dossier;
    if (location.protocol !== "file:") {
      let answers;
      try {
        answers = await Promise.all([fetched("weerklank.wasm"), name ? fetched(name) : undefined]);
      } catch (error) {
        console.warn("Weerklank: " + error.message + "; trying later/fallback.js");
      }
      if (answers) {
        const own = answers[1] && (await answers[1].arrayBuffer());
        return [await compiled(answers[0]), own && (await gunzip(new Uint8Array(own)))];
      }
    }
    return [await WebAssembly.compile(await unpack(await parts()))];
  };

  const mount = (start, dossier) => {
    if (start(dossier) && plain) plain.remove();
    document.documentElement.dataset.started = "";
  };

  const run = async () => {
    if (typeof WebAssembly !== "object") {
      say(
        "Deze browser staat WebAssembly niet toe: hier staat het dossier als gewone tekst.",
        "This browser does not allow WebAssembly: here is the dossier as plain text."
      );
      return;
    }
    try {
      const [module, beside] = await load();
      const [inside] = WebAssembly.Module.customSections(module, "weerklank");
      await wasm_bindgen({ module_or_path: module });
      mount(wasm_bindgen.start, beside || (inside && new Uint8Array(inside)));
    } catch (error) {
      if (document.getElementById("weerklank-news")) return;
      say(
        "Zoeken, tijdlijn en citaten konden hier niet starten; het dossier staat hieronder als gewone tekst.",
        "Search, timeline and quotes could not start here; the dossier stands below as plain text.",
        String((error && error.message) || error)
      );
    }
  };

  if (typeof wasm_bindgen === "function") run();
  // Under `trunk serve` Trunk starts the WASM and says so.
  else addEventListener("TrunkApplicationStarted", () => mount(window.wasmBindings.start, undefined), { once: true });
})();
