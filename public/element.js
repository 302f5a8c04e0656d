// For pages of others: the element <weerklank-dossier>, and frames that are as high as what they show.
//
//   <weerklank-dossier src="dossier.weerklank" view="tijdlijn" query="vakmanschap" lang="nl" height="auto">
//
// src     the dossier's file, seen from the host page; without it, the one beside this script
// view    zoeken, tijdlijn, citaten or documenten; query: what is searched; place: any address of a page, "#/…"
// lang    nl or en; theme: light (unless said otherwise), dark or system; height: auto, or a length
//
// Methods: search(query, limit), open(address), cite(document, passage). Events: weerklank-ready, weerklank-open,
// weerklank-search, weerklank-select, weerklank-failed. What stands inside the element is shown where it cannot start.
(function () {
  "use strict";
  const parts = window.weerklank;

  class Dossier extends HTMLElement {
    static observedAttributes = ["src", "view", "query", "place", "lang", "theme", "height"];
    #page = null;
    #turn = 0;

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" });
      this.#draw();
    }

    disconnectedCallback() {
      this.#turn += 1;
      this.#stop();
    }

    attributeChangedCallback(name, before, after) {
      if (!this.shadowRoot || !this.isConnected || before === after) return;
      if (name === "height") this.#measure();
      else if (this.#page && ["view", "query", "place"].includes(name)) this.open(this.#address());
      else this.#draw();
    }

    search(query, limit) {
      return this.#page ? this.#page.search(String(query), limit) : [];
    }

    open(address) {
      return this.#page ? this.#page.open(String(address)) : false;
    }

    cite(document, passage) {
      return this.#page ? this.#page.cite(String(document), passage) : undefined;
    }

    #address() {
      const query = this.getAttribute("query");
      const view = this.getAttribute("view") || (query ? "zoeken" : "");
      const place = this.getAttribute("place");
      return place || "#/" + view + (query ? "?q=" + encodeURIComponent(query) : "");
    }

    #measure() {
      const height = this.getAttribute("height");
      const scrolls = height && height !== "auto";
      const length = scrolls && /^\d+$/.test(height) ? height + "px" : height;
      const frame = this.shadowRoot.querySelector(".weerklank-frame");
      if (!frame) return;
      frame.style.height = scrolls ? length : "";
      frame.style.overflow = scrolls ? "auto" : "";
    }

    #stop() {
      if (this.#page) this.#page.stop();
      this.#page = null;
    }

    async #dossier() {
      const src = this.getAttribute("src");
      const address = src ? new URL(src, document.baseURI).href : parts.beside("later/dossier.weerklank");
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return parts.gunzip(new Uint8Array(await answer.arrayBuffer()));
    }

    async #draw() {
      const turn = (this.#turn += 1);
      this.#stop();
      const make = (tag, name) => Object.assign(document.createElement(tag), { className: name });
      const frame = make("div", "weerklank-frame");
      const place = make("div", "weerklank");
      const style = make("link", "");
      style.rel = "stylesheet";
      style.href = parts.beside("later/element.css");
      const dressed = new Promise((resolve) => (style.onload = style.onerror = resolve));
      frame.append(place);
      this.shadowRoot.replaceChildren(style, document.createElement("slot"));
      try {
        const [module, dossier] = await Promise.all([parts.whole(), this.#dossier(), dressed]);
        const line = parts.line && parts.line(module, { dossier });
        const start = await parts.draw(parts.page, module, dossier, { ...this.#host(place), line });
        if (turn !== this.#turn) return;
        this.shadowRoot.replaceChildren(style, frame);
        this.#measure();
        this.#page = start();
        this.#emit("weerklank-ready", { address: this.#address() });
      } catch (error) {
        if (turn === this.#turn) this.#failed(String((error && error.message) || error));
      }
    }

    #host(place) {
      return {
        place,
        alone: false,
        address: this.#address(),
        page: parts.beside("index.html"),
        lang: this.getAttribute("lang") || undefined,
        theme: this.getAttribute("theme") || "light",
        takesOver: false,
        failed: (message) => this.#failed(message.split("\n")[0]),
        rest: () => undefined,
        emit: (name, detail) => this.#emit(name, detail),
      };
    }

    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }

    #failed(message) {
      const line = document.createElement("p");
      line.setAttribute("role", "status");
      line.textContent =
        (/^en/.test(this.getAttribute("lang") || "")
          ? "This dossier could not be shown here: "
          : "Dit dossier kon hier niet worden getoond: ") + message.slice(0, 300);
      this.#page = null;
      this.shadowRoot.replaceChildren(line, document.createElement("slot"));
      this.#emit("weerklank-failed", { message });
    }
  }
  if (!customElements.get("weerklank-dossier")) customElements.define("weerklank-dossier", Dossier);

  // A frame hears from us first; it answers with its height, under the token that only it was given.
  const tokens = new WeakMap();
  const greet = (frame) => {
    const token = tokens.get(frame) || crypto.getRandomValues(new Uint32Array(4)).join("-");
    tokens.set(frame, token);
    if (frame.contentWindow) frame.contentWindow.postMessage({ weerklank: "hello", token }, "*");
  };
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => /[?&]embed\b/.test(frame.src));
  addEventListener("message", ({ source, data }) => {
    if (!data || typeof data.weerklank !== "string") return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame) return;
    if (data.weerklank === "ready") greet(frame);
    const height = Number(data.height);
    if (data.weerklank === "height" && data.token === tokens.get(frame) && height > 0 && height < 1e6) {
      frame.style.height = height + "px";
    }
  });
  frames().forEach(greet);
})();
