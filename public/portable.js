// Unpacks what the portable page holds: its WASM with the dossier, wasm-bindgen's glue and the styles, packed by
// `src/bin/weerklank/pack.rs` into the text of one element. Comes before the loader, in the same script.
(function () {
  "use strict";
  const parts = (window.weerklank = window.weerklank || {});
  // A WASM in base64: `src/bin/unpack`.
  const UNPACKER = "{unpacker}";

  // Characters -> bytes: seven bits each below U+0080, thirteen above.
  const bytesOf = (text) => {
    const bytes = new Uint8Array(2 * text.length);
    let held = 0;
    let free = 0;
    let to = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) {
        held = (held << 13) | (code + 6048);
        free += 13;
      } else {
        held = (held << 7) | (code > 60 ? code - 30 : code > 31 ? code - 29 : code > 10 ? 2 : code - 9);
        free += 7;
      }
      for (; free > 7; to += 1) bytes[to] = held >> (free -= 8);
      held &= 255;
    }
    return bytes.subarray(0, to);
  };

  const unpacked = async (packed, size) => {
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(atob(UNPACKER), (c) => c.charCodeAt(0)));
    const { memory, unpack } = instance.exports;
    const from = memory.buffer.byteLength;
    memory.grow(Math.ceil((packed.length + size) / 65536));
    const to = from + packed.length;
    new Uint8Array(memory.buffer, from).set(packed);
    if (!unpack(from, packed.length, to, size)) throw new Error("the packed part is damaged");
    return new Uint8Array(memory.buffer, to, size);
  };

  const add = (name, bytes) => {
    const element = document.createElement(name);
    const text = new TextDecoder().decode(bytes);
    element.textContent = name === "script" && parts.policy ? parts.policy.createScript(text) : text;
    document.head.append(element);
  };

  // A dossier that is packed for itself, as large ones are.
  parts.apart = async () => {
    const holder = document.getElementById("weerklank-dossier");
    return holder && parts.gunzip(bytesOf(holder.textContent));
  };

  // The WASM's bytes; script and styles are in the page then. `data-sizes`: of the three, in bytes.
  parts.unpack = async (holder) => {
    const [script, style, wasm] = holder.dataset.sizes.split(" ").map(Number);
    const bytes = await unpacked(bytesOf(holder.textContent), script + style + wasm);
    add("script", bytes.subarray(0, script));
    add("style", bytes.subarray(script, script + style));
    return bytes.subarray(script + style);
  };
})();
